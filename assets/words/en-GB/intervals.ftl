### Intervals: how they were worked out, and why there is none.

interval-method-ratio = 95% interval of the ratio of two rates, exact, given the total of both counts
interval-method-share = 95% interval of the share of one sample, Wilson's method
interval-method-shares = 95% interval of the difference of two shares, Newcombe's method
interval-none-same-people = The same people were counted before and after.
interval-none-chosen-clients = The clients were chosen because of the thing that is counted.
interval-none-overlapping-events = Events repeat or overlap: some of the same people or events stand behind another figure as well.
interval-none-full-count = It is a full count and not a sample, so there is no sampling to allow for.
interval-none-levels-not-published = The two levels were not published.
interval-none-exposure-not-known = It is not known how long each count lasted.
interval-none-same-period = The two periods are the same.
interval-none-overlapping-periods = The two periods overlap, so that some of the events stand in both counts.
interval-none-periods-turned-round = The period after lies before the period before.
interval-none-another-quantity = The numbers of people counted differ: the interval would be of the rate for each of them, and the change shown is of the count.
interval-none-sample-size-not-known = The number of people counted is not stated for both figures.
interval-none-not-counts = The figures are not whole counts of events over a time.
interval-none-counts-too-large = The counts are larger than the method reaches: together over 100 million.
interval-none-figures-disagree = The number and the share that the source prints do not fit each other.
interval-none-not-said-to-be-independent = Nothing says that the events counted are independent of each other.
interval-none-zero-base = There were none before, and there is no percentage from zero.
interval-none-bounded-figures = A figure is only a bound or a round number.
interval-none-not-a-comparison = There is no before and after in numbers.
interval-none-not-measured = It is an estimate, a target or a plan, not a count of what happened.
interval-none-suppressed = A figure that it would need is suppressed.
interval-in-points = The interval is in percentage points: from { $low } to { $high }.
