### Figures of official series: trends and strips of dots.

model-figure-trend = Trend
model-figure-strip = Every council
model-scale-level = Levels
model-scale-index = Index, the first date is 100
model-scale-change = Change in per cent since the first date
series-none = No official series is linked to what it counts, or the series does not hold the place.
series-nothing = None of these outcomes has an official series. Indicators are linked to one in the room Edit.
series-other-indicator = It is counted in another way, and one axis holds one series.
series-no-council = It is no council’s figure.
series-claim-note = { $place } published: { $claim }. { $verdict }
series-sources = Official series: { $titles }.
series-sources-many = { $n ->
    [one] Official series: one release, “{ $oldest }” to “{ $newest }”.
   *[other] Official series: { $n } releases, from “{ $oldest }” to “{ $newest }”.
 }
trend-point = { $date } { $value }
trend-spoken = { $place }: { $points }.
trend-title = { $concept } in { $n ->
    [one] one council
   *[other] { $count } councils
 }, { $from } to { $to }
trend-subtitle = { $what }; the newest release of each date.
trend-subtitle-scaled = { $what }. { $scale }.
trend-base = The first date is { $date }.
trend-nation-on-other-scales = England’s numbers would press those of a council flat; it stands beside them on the index and per-cent scales.
trend-programme-begins = { $name } begins
trend-break = Break: { $why }
strip-no-dates = Its series has no change between two dates that it is about.
strip-nation-is-published = England is the published figure, not a mean of the dots.
strip-usual-is-no-test = The shaded band is how eight in ten councils of similar size moved over as many years; it is neither a test nor an interval.
dots-title = { $n ->
    [one] { $concept }: how one council changed
   *[other] { $concept }: how { $n } councils changed
 }
dots-subtitle = Each dot is a council. The thick line at the foot holds the middle half of them, its tick the council in the middle.
dots-axis-percent = Change in per cent
dots-axis-points = Change in percentage points
dots-about = { $n ->
    [one] { $from } to { $to }: one council
   *[other] { $from } to { $to }: of { $n } councils { $fell } fell and { $rose } rose
 }
dots-spoken = { $label }, { $from } to { $to }.
dots-quarters = half of them between { $low } and { $high }, the middle one { $middle }
dots-usual = councils of this size usually between { $low } and { $high }
dots-strip-spoken = { $title }: { $told }.
