### What one council published, summed up in a sentence.

summary-sentence = { $n ->
    [one] { $both ->
        [0] { $count } outcome published, without both levels: { $told }.
       *[other] { $count } outcome published, with before and after: { $told }.
     }
   *[other] { $both ->
        [0] { $count } outcomes published, none of them with before and after: { $told }.
       *[other] { $count } outcomes published, { $with } of them with before and after: { $told }.
     }
 }
summary-rates = { $n ->
    [one] { $count } rate
   *[other] { $count } rates
 }
summary-shares = { $n ->
    [one] { $count } share
   *[other] { $count } shares
 }
summary-averages = { $n ->
    [one] { $count } average
   *[other] { $count } averages
 }
summary-amounts = { $n ->
    [one] { $count } amount
   *[other] { $count } amounts
 }
summary-numbers = { $n ->
    [one] { $count } number
   *[other] { $count } numbers
 }
summary-fell = { $what } fell
summary-rose = { $what } rose
summary-stable = { $what } stayed stable
summary-grades-same = { $n ->
    [one] { $count } grade stayed the same
   *[other] { $count } grades stayed the same
 }
summary-grades-other = { $n ->
    [one] { $count } grade changed
   *[other] { $count } grades changed
 }
summary-grades-unlike = { $n ->
    [one] { $count } has two grades of which no step is counted
   *[other] { $count } have two grades of which no step is counted
 }
summary-unfit = { $n ->
    [one] { $count } states a change that its levels do not give
   *[other] { $count } state a change that their levels do not give
 }
summary-open = { $n ->
    [one] { $count } leaves open which way it went
   *[other] { $count } leave open which way they went
 }
summary-series = { $n ->
    [one] { $count } has values on several dates
   *[other] { $count } have values on several dates
 }
summary-alone = { $n ->
    [one] { $count } has nothing to compare with
   *[other] { $count } have nothing to compare with
 }
summary-suppressed = of { $count } small counts are suppressed
summary-others = { $n ->
    [one] { $count } other figure is context, an estimate, a target or a plan.
   *[other] { $count } other figures are context, estimates, targets or plans.
 }
# Where nothing else was published.
summary-others-alone = { $n ->
    [one] { $count } figure published, as context, an estimate, a target or a plan.
   *[other] { $count } figures published, as context, estimates, targets or plans.
 }
