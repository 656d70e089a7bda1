### Titles of figures, at most twelve words, and subtitles.

title-one-rating = { $place }: inspection grade before and after
title-ratings = { $count } inspection grades before and after
title-ratings-subtitle = Each grade is a step on the scale of its own framework; across frameworks no step is counted.
title-fewer = fewer after than before
title-fewer-short = fewer
title-lower = lower after than before
title-lower-short = lower
title-more = more after than before
title-more-short = more
title-higher = higher after than before
title-higher-short = higher
title-fewer-a-month = fewer a month after than before
title-fewer-a-month-short = fewer a month
title-more-a-month = more a month after than before
title-more-a-month-short = more a month
title-does-not-fit = the stated change does not fit the levels
title-does-not-fit-short = stated change does not fit
title-do-not-fit = the stated changes do not fit the levels
title-targets = targets, not outcomes
title-estimates = estimates, not outcomes
title-plans = plans, not outcomes
title-leave-it-open = { $n ->
    [one] { $who } is unclear
   *[other] { $who } are unclear
 }
title-open = { $who } unclear
title-the-same = the same after as before
title-the-same-short = the same
title-before-and-after = before and after
title-of-place = { $concept }, { $place }: { $finding }
title-of-concept = { $concept }: { $finding }
title-figures = { $n ->
    [one] { $count } figure
   *[other] { $count } figures
 }
title-places = { $n ->
    [one] { $count } place
   *[other] { $count } places
 }
title-with-outcomes = { $finding } ({ $count } outcomes)
title-report-falls = { $n ->
    [one] { $who } reports a fall
   *[other] { $who } report falls
 }
title-report-rises = { $n ->
    [one] { $who } reports a rise
   *[other] { $who } report rises
 }
title-report-no-change = { $n ->
    [one] { $who } reports no change
   *[other] { $who } report no change
 }
title-down = { $who } down
title-up = { $who } up
title-stable = { $who } stable
title-subtitle-dates = { $indicator }, { $measure }; { $dates }.
title-subtitle = { $indicator }, { $measure }.
title-subtitle-change = { $indicator }, { $measure }; change in per cent, each over its own period.
title-subtitle-points = { $indicator }, { $measure }; change in percentage points, each over its own period.
title-subtitle-average = { $indicator }, { $measure }; levels as an average a month, because the counts lasted for different lengths.
title-subtitle-average-change = { $indicator }, { $measure }; levels as an average a month, because the counts lasted for different lengths; change in per cent, each over its own period.
