### The sheet of a new outcome.

new-outcome = A new outcome
    .about = Asked for: what was counted, what was published, whose figure it is, and its source. The programme's councils and source stand there already. The rest can wait.
    .about-context = Asked for: what was counted, what was published, whose figure it is, and its source. The rest can wait.
new-outcome-statement-asked = Write the figure as the source prints it; levels, a change, a grade or a direction.
new-outcome-add = Add the outcome
    .hint = Add it and show its form. Ctrl+Enter adds it and begins the next one, with the same councils and source.
new-outcome-added-and-next = The outcome is added. The next one is begun, with the same councils and source.
new-outcome-same-time = Same time as before: { $time }
new-outcome-statement-and-time = { $statement } ({ $time })
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

## Several lines that were pasted into the line as published: each is an outcome.

pasted-lines = Lines that were pasted
pasted-lines-about = Each line makes an outcome. Councils and what was counted are those of the sheet, but where a line begins with others by name.
pasted-lines-understood = { $indicator }, { $places }: { $told }.
pasted-lines-nothing-counted = What was counted is not said; choose it on the sheet, or begin the line with its name.
pasted-lines-left-out = { $n ->
    [one] 1 more line is left out; paste it afterwards.
   *[other] { $n } more lines are left out; paste them afterwards.
 }
pasted-lines-add = { $n ->
    [one] Add 1 outcome
   *[other] Add { $n } outcomes
 }
pasted-lines-added = { $n ->
    [one] Added 1 outcome, in one step that can be undone.
   *[other] Added { $n } outcomes, in one step that can be undone.
 }
pasted-lines-label = { $n ->
    [one] Add 1 pasted outcome
   *[other] Add { $n } pasted outcomes
 }
