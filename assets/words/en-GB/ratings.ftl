### Grades: how many steps they moved, or why no step is counted.

rating-steps-better = { $n ->
    [1] one step better
    [2] two steps better
    [3] three steps better
   *[other] { $n } steps better
 }
rating-steps-worse = { $n ->
    [1] one step worse
    [2] two steps worse
    [3] three steps worse
   *[other] { $n } steps worse
 }
rating-same-grade = the same grade
rating-framework-changed = framework changed, so no step is counted
rating-framework-not-stated = framework not stated, so no step is counted
rating-judgement-differs = not known to be the same judgement, so no step is counted
rating-dates-turned-round = dates in the wrong order, so no step is counted
rating-unknown-scale = scale not known, so no step is counted
rating-none-drawn = None of what was selected is a grade before and a grade after.
rating-column-before = Before
rating-column-after = After
rating-column-steps = On one scale
rating-grade-scale-not-known = { $grade } (scale not known)
rating-grade-framework-not-stated = { $grade } (framework not stated)
rating-short-framework-changed = framework changed
rating-short-framework-not-stated = framework not stated
rating-short-judgement-differs = judgements may differ
rating-short-dates-turned-round = dates in the wrong order
rating-short-unknown-scale = scale not known
