# Ways out where nothing is shown.

empty-programme = Add a programme
empty-open = Open a dataset…
empty-example = Open the built-in dataset
empty-clear = Clear the search and the filters
empty-unreal = Show estimates, targets and plans
empty-all-outcomes = All outcomes
empty-all-councils = All councils
