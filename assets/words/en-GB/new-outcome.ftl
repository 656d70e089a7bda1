### The sheet of a new outcome.

new-outcome = A new outcome
    .about = Two things are asked for: what was counted, and what was published. The rest can wait.
new-outcome-statement-asked = Write the figure as the source prints it; levels, a change, a grade or a direction.
new-outcome-add = Add the outcome
new-outcome-cancel = Cancel

## What is still asked for, beside the buttons.

new-outcome-choose-first = Choose first what was counted.
new-outcome-type-first = Type first what was published.
new-outcome-not-understood = What is typed as published is not understood yet.

## The words of the source, where the figure holds them otherwise: "doubled" is held as 100%. Notes are found again by how they begin.

new-outcome-as-printed-begins = As printed:
new-outcome-as-printed = { $begins } “{ $words }”
new-outcome-as-printed-kept = { $understood } The notes keep: { $printed }
