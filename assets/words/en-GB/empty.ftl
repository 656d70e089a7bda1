# Ways out where nothing is shown.

empty-programme = Add a programme
empty-outcome = Add an outcome
empty-open = Open a dataset…
empty-example = Open the built-in dataset
