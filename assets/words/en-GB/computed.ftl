### Percentages that are computed, and why there is none.

computed-none-level-not-published = No percentage can be worked out, because the two levels were not published.
computed-none-not-a-comparison = No percentage can be worked out, because there is no before and after.
computed-none-grades = No percentage can be worked out, because grades are steps on a scale.
computed-none-zero-base = No percentage can be worked out, because there is none from zero.
computed-none-negative-base = No percentage can be worked out, because the level before is below zero.
computed-none-length-not-known = No percentage can be worked out, because it is not known how long each count lasted.
computed-none-lengths-differ = No percentage can be worked out, because the two figures were counted over times of different length, and nothing says whether they add up over time.
computed-none-suppressed = No percentage can be worked out, because a figure it would need is suppressed.
computed-none-levels-bounded = No percentage can be worked out, because the words around the levels leave the change open.
computed-none-range = No single percentage can be worked out, because a level is a range: the change lies between { $low }% and { $high }%.
computed-short-not-published = not both published
computed-short-grades = grades are steps
computed-short-zero-base = none before
computed-short-negative-base = below zero before
computed-short-length-not-known = length of time not known
computed-short-lengths-differ = different lengths of time
computed-short-suppressed = a figure is suppressed
computed-short-levels-bounded = its figures leave it open
