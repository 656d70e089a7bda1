### The sheet of a new outcome.

new-outcome = A new outcome
    .about = Asked for: what was counted, what was published, whose figure it is, and its source. The programme's councils and source stand there already. The rest can wait.
    .about-context = Asked for: what was counted, what was published, whose figure it is, and its source. The rest can wait.
new-outcome-statement-asked = Write the figure as the source prints it; levels, a change, a grade or a direction.
new-outcome-add = Add the outcome
new-outcome-cancel = Cancel

## What is still asked for, beside the buttons.

new-outcome-choose-first = Choose first what was counted.
new-outcome-type-first = Type first what was published.
new-outcome-not-understood = What is typed as published is not understood yet.
new-outcome-unit-first = Say in what unit it is counted; without one it is an error.
new-outcome-places-first = Choose whose figure it is; without a council it is an error.
new-outcome-source-first = Choose the source; without one it is an error.

## The words of the source, where the figure holds them otherwise: "doubled" is held as 100%. Notes are found again by how they begin.

new-outcome-as-printed-begins = As printed:
new-outcome-as-printed = { $begins } “{ $words }”
new-outcome-as-printed-kept = { $understood } The notes keep: { $printed }
