### What is read aloud: the words for one outcome, and the alternative text of a figure.

# What a box of choices, and a line that folds something away, say of their state.
spoken-chosen = { $name }: { $chosen }
spoken-folded = { $name }, folded

spoken-ratings-better = { $count } better on one scale.
spoken-datum = { $place }, { $indicator }: { $finding }.
spoken-averages = an average of { $before } a month to { $after } a month
spoken-stated = stated as { $change }
spoken-from-level = from { $level }, level after not published
spoken-to-level = to { $level }, level before not published
spoken-direction = { $direction }, no figure published
spoken-dated = { $figure } ({ $when })
spoken-single = { $figure }, nothing to compare it with
spoken-series = { $n ->
    [one] a series of one value: { $values }
   *[other] a series of { $count } values: { $values }
 }
spoken-point = { $when }: { $value }
spoken-stated-conflicts = stated as { $change }, which does not fit these levels
spoken-stated-of-counts = stated as { $change } of the counts themselves, which were taken over different lengths of time
spoken-contradicts-itself = its stated changes contradict each other
spoken-no-percentage = no percentage ({ $reason })
spoken-benchmark = beside { $benchmark }
spoken-count-and-share = { $count } ({ $share })
spoken-some = some
spoken-part-of = { $part } of { $whole }
spoken-alt = { $title }. { $what }
spoken-alt-of-place = { $place }: { $finding }.
spoken-alt-range = The changes run from { $low } ({ $lowest }) to { $high } ({ $highest }).
spoken-alt-all-the-same = All changes are { $change }.
spoken-alt-no-percentage = No percentage: { $places }.
spoken-alt-reason = { $place } ({ $reason })
spoken-alt-small-numbers = Small numbers: { $places }.
spoken-alt-estimates = Estimates
spoken-alt-targets = Targets
spoken-alt-plans = Plans
spoken-alt-context = Context
spoken-alt-benchmark = { $place } stands beside { $benchmark }.
spoken-alt-without-level = { $n ->
    [0] No level was published, so none is drawn.
   *[other] For { $count } of { $of } no level was published, so none is drawn.
 }
spoken-alt-directions = { $n ->
    [one] { $count } gives only a direction.
   *[other] { $count } give only a direction.
 }
