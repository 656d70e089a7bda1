### Small figures: their titles, captions and short cautions.

tile-title-of-place = { $place }: what was published, before and after
tile-title = Before and after, as it was published
tile-subtitle = { $counted }. Each small figure has its own axis; changes of up to 100% share one.
tile-outcomes = { $n ->
    [one] { $count } outcome
   *[other] { $count } outcomes
 }
tile-outcomes-with-both = { $n ->
    [0] { $outcomes }, none with before and after
   *[other] { $outcomes }, { $both } with before and after
 }
tile-form = { $form }: { $n }
tile-heading-context = Context
tile-heading-statistics = Official statistics
tile-unit-and-measure = { $unit }, { $measure }
tile-subject = { $name }, { $unit }
tile-average = { $subtitle }, average a month
tile-count-in-months = { $count } in { $months }
tile-foot = { $period }: { $before }, { $after }
tile-contradict = What is stated does not fit
tile-does-not-fit = stated change does not fit
tile-accounts-disagree = accounts disagree
tile-small-numbers = small numbers
tile-averages-and-stated = a month, worked out; { $stated } as published of the counts
tile-stated-and-computed = as published; { $percent } worked out
tile-stated = as published
tile-no-percentage = no %
tile-computed = worked out
tile-from-level = from { $level }; after not published
tile-to-level = to { $level }; before not published
tile-no-figure = no figure
tile-part-open = Both numbers are open, so that the share may be larger or smaller.
tile-missing = { $dates }: { $reason }
tile-missing-counted = { $n } { $reason }
tile-one-grade = one grade, nothing to compare it with
tile-one-level = one level, nothing to compare it with
