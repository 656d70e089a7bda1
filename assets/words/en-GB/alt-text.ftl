### What is read aloud: the words for one outcome, and the alternative text of a figure.

# What a box of choices, and a line that folds something away, say of their state.
alt-chosen = { $name }: { $chosen }
alt-folded = { $name }, folded

alt-ratings-better = { $count } better on one scale.
alt-datum = { $place }, { $indicator }: { $finding }.
alt-averages = an average of { $before } a month to { $after } a month
alt-stated = stated as { $change }
alt-from-level = from { $level }, level after not published
alt-to-level = to { $level }, level before not published
alt-direction = { $direction }, no figure published
alt-dated = { $figure } ({ $when })
alt-single = { $figure }, nothing to compare it with
alt-series = { $n ->
    [one] a series of one value: { $values }
   *[other] a series of { $count } values: { $values }
 }
alt-point = { $when }: { $value }
alt-stated-conflicts = stated as { $change }, which does not fit these levels
alt-stated-of-counts = stated as { $change } of the counts themselves, which were taken over different lengths of time
alt-contradicts-itself = its stated changes contradict each other
alt-no-percentage = no percentage ({ $reason })
alt-benchmark = beside { $benchmark }
alt-count-and-share = { $count } ({ $share })
alt-some = some
alt-part-of = { $part } of { $whole }
alt-figure = { $title }. { $what }
alt-figure-of-place = { $place }: { $finding }.
alt-figure-range = The changes run from { $low } ({ $lowest }) to { $high } ({ $highest }).
alt-figure-all-the-same = All changes are { $change }.
alt-figure-no-percentage = No percentage: { $places }.
alt-figure-reason = { $place } ({ $reason })
alt-figure-small-numbers = Small numbers: { $places }.
alt-figure-estimates = Estimates
alt-figure-targets = Targets
alt-figure-plans = Plans
alt-figure-context = Context
alt-figure-benchmark = { $place } stands beside { $benchmark }.
alt-figure-without-level = { $n ->
    [0] No level was published, so none is drawn.
   *[other] For { $count } of { $of } no level was published, so none is drawn.
 }
alt-figure-directions = { $n ->
    [one] { $count } gives only a direction.
   *[other] { $count } give only a direction.
 }
