### Whether figures may be compared: the answer under a title, its reasons, and what one may write.

comparability-yes = Yes
comparability-with-care = With care
comparability-no = No
comparability-why = Why
    .care = Why care is needed:
    .no = Why they may not be compared:
    .help = What each answer means
comparability-copy = Copy sentence
comparability-copied = The sentence was copied.
comparability-strip = { $answer }: { $why }. { $advice }
comparability-strip-line = { $answer }. { $advice } { $reason }.
comparability-finding-and-reason = { $finding }; { $reason }

comparability-both-fell = both fell
comparability-both-rose = both rose
comparability-both-stable = both stayed the same
comparability-all-fell = all { $count } fell
comparability-all-rose = all { $count } rose
comparability-all-stable = all { $count } stayed the same
comparability-fell = { $who } fell
comparability-rose = { $who } rose
comparability-stable = { $who } stayed the same
comparability-open = { $n ->
    [one] { $who } is unclear
   *[other] { $who } are unclear
 }
comparability-both-went-up = both went up
comparability-both-went-down = both went down
comparability-all-went-up = all { $count } went up
comparability-all-went-down = all { $count } went down
comparability-went-up = { $who } went up
comparability-went-down = { $who } went down

comparability-same = the same is counted, over the same time
comparability-one-place = only { $place } has a figure here
comparability-no-place = nobody has a figure here
comparability-concepts = they count different things
comparability-units = they are in different units
comparability-bases = they are rates or shares of different things
comparability-scales = they stand on different scales
comparability-grades = the grades are of different frameworks, or their frameworks are not stated
comparability-forms = some are changes, and others are single figures
comparability-definitions = they count under different names
comparability-times-of-places = { $one } in { $place }, { $other } in { $elsewhere }
comparability-both-since = one { $one }, the other { $other }
comparability-both-the-same-since = both { $since }, with no end stated
comparability-outcomes = { $count } outcomes
comparability-two-times = { $one } against { $other }
comparability-lengths = over periods from { $shortest } to { $longest }
comparability-lengths-and-more = { $lengths }, and { $count } of a length not stated
comparability-length-of-some = { $length } in some, and { $count } of a length not stated
comparability-no-lengths = over periods whose lengths are not stated
comparability-dates = over equal lengths of time, but not the same years
comparability-dates-not-stated = over equal lengths of time, but the dates of { $who } are not stated
comparability-bounds = of { $who } only a bound or a round number is known
comparability-directions = { $who } gave no number
comparability-clients = { $who } counted a programme’s clients or a sample, not the whole council
comparability-part-of-year = { $who } counted parts of years that hold different seasons
comparability-small-numbers = the numbers of { $who } are small
comparability-conflicts = what { $who } stated does not fit the rest of the account
comparability-suppressed = numbers of { $who } are suppressed
comparability-not-outcomes = { $who } gave an estimate, a target or a plan
comparability-who = { $n ->
    [one] { $count } place
   *[other] { $count } places
 }

comparability-years = { $n ->
    [one] { $count } year
   *[other] { $count } years
 }
comparability-months = { $n ->
    [one] { $count } month
   *[other] { $count } months
 }
comparability-weeks = { $n ->
    [one] { $count } week
   *[other] { $count } weeks
 }
comparability-days = { $n ->
    [one] { $count } day
   *[other] { $count } days
 }
comparability-no-period = a period not stated

comparability-say-each-alone = Say what each reports, and compare none with another.
comparability-say-one-alone = Say what { $place } reports, and compare it with nobody.
comparability-say-both-fell = Say both fell, not which fell further.
comparability-say-both-rose = Say both rose, not which rose further.
comparability-say-both-stable = Say both stayed the same.
comparability-say-all-fell = Say all { $count } fell, not which fell furthest.
comparability-say-all-rose = Say all { $count } rose, not which rose furthest.
comparability-say-all-stable = Say all { $count } stayed the same.
comparability-say-directions = Say which way each went, not which moved further.
comparability-say-bounds = Keep words such as “over” and “about” with their numbers, and rank none.
comparability-say-clients = Say of each figure whom it counts, and rank none.
comparability-say-counts = Give the counts, not only percentages, and rank none.
comparability-say-both-numbers = Give both numbers where they do not fit, and rank none.
comparability-say-suppressed = Say that numbers are suppressed, and rank none.
comparability-say-not-outcomes = Say what was aimed at or estimated, not what happened.
comparability-say-fell-further = Say which fell further, and by how much.
comparability-say-rose-further = Say which rose further, and by how much.
comparability-say-each = Say which way each went, and by how much.
comparability-say-which-went = Say which went up and which went down.

comparability-sentence-yes = { $what }: { $accounts }; { $reason }.
comparability-sentence-with-care = { $what }: { $accounts }. Don’t rank the sizes: { $reason }.
comparability-sentence-no = { $what }: { $accounts }. Don’t compare these: { $reason }.
comparability-account = { $place } { $finding }
comparability-account-when = { $place } { $finding } ({ $when })
comparability-of-direction = { $direction } (no number given)
