### A published claim beside the official series: the verdict and why. Nobody is said to be wrong.

claim-agrees = agrees
claim-differs = differs
claim-other-direction = other direction
claim-cannot-be-checked = cannot be checked
claim-not-comparable = not comparable
claim-why-suppressed = A small count of this outcome is suppressed, so nothing is set beside it.
claim-why-no-series = No official series is linked to this indicator.
claim-why-unknown-series = The series "{ $id }" is not in the dataset and not among the official statistics at hand.
claim-why-several-places = It tells of several places together, and the series of each alone.
claim-why-no-place = The series has no figures of { $place }.
claim-why-no-change = It says no change between two dates.
claim-why-no-dates = The series has no two dates that these words allow.
claim-why-unit = It is given in { $own }, and the series in { $series }.
claim-why-people = It counts { $who }; the series counts all in the council's area.
claim-why-break = The series breaks between the two dates: { $why }
claim-why-gap = A value of the series is missing: { $reason }.
claim-why-no-percent = The series gives no percentage between these dates.
claim-why-not-stable = The series changed by { $change }. Definitions, dates, revisions or what is called stable may be the reason.
claim-why-other-way = The series changed by { $change }. Definitions, dates or revisions may be the reason.
claim-why-differs = The series changed by { $change }, { $by } from the claim. Definitions, dates or revisions may be the reason.
claim-by-points = { $points } percentage points
claim-by-amount = { $amount }

### What official statistics say beside an outcome.

series-place-moved = { $way ->
    [fell] { $place } fell { $percent } ({ $from } to { $to })
    [rose] { $place } rose { $percent } ({ $from } to { $to })
   *[stayed] { $place } did not change ({ $from } to { $to })
 }
series-nation-moved = { $way ->
    [fell] { $place } fell { $percent }
    [rose] { $place } rose { $percent }
   *[stayed] { $place } did not change
 }
series-similar-moved = { $way ->
    [fell] of the { $councils } nearest in size { $same } fell
   *[rose] of the { $councils } nearest in size { $same } rose
 }
series-row = { $has_change ->
    [yes] { $from } to { $to }: { $before } to { $after }, { $change } (released { $release }): { $verdict }.
   *[no] { $from } to { $to }: { $before } to { $after } (released { $release }): { $verdict }.
 }
series-named = Series: { $name }, in “{ $title }”.
ordinary-between = Between { $low } and { $high } { $years ->
    [one] in a year
   *[other] over { $count } years
 } for eight in ten councils of this size{ $stands ->
    [below] ; this change lies below that.
    [above] ; this change lies above that.
    [within] ; this change lies within that.
   *[none] .
 }
ordinary-not-told = How councils of this size usually move is not told: { $why }
ordinary-no-size = how many children live there is not known.
ordinary-no-years = the two dates are no whole number of years apart.
ordinary-few-councils = { $n ->
    [0] no council of similar size has figures
    [one] only one council of similar size has figures
   *[other] only { $n } councils of similar size have figures
 }; { $least } are needed.
ordinary-few-stretches = { $n ->
    [one] the series has only one stretch of this length
   *[other] the series has only { $n } stretches of this length
 }; { $least } are needed.
