### Quick entry: one sentence as printed becomes an outcome.

quick-entry = Add an outcome
quick-entry-sentence = The sentence as it is printed
    .hint = Looked-after children down from 780 to 626, Wolverhampton, 2014 to 2016
quick-entry-indicator = What was counted
quick-entry-council = Council
quick-entry-programme = Programme (optional)
quick-entry-source = Source
quick-entry-asked = Choose it here, or add it to the sentence.

## What is read, in the place that is kept for it.

quick-entry-begin = Type or paste what is printed: what was counted, the figures, the council and the dates. What it is taken for is shown here.
quick-entry-read = { $indicator }, { $places }: { $told }.
quick-entry-new-indicator = New: “{ $indicator }”, counted in { $unit }.
quick-entry-new-indicator-no-unit = New: “{ $indicator }”, with the unit not stated.
quick-entry-note = A note keeps the words. { $note }
quick-entry-there-already = “{ $title }” has this figure already; it would be there twice.
quick-entry-nothing-counted = What was counted is not recognised. Begin the sentence with it, or choose it below.
quick-entry-no-figure = { $indicator }: the figures are missing, such as “down from 780 to 626” or “up 15%”.
quick-entry-not-understood = { $indicator }: { $why }
quick-entry-whose = { $indicator }: { $told }. Whose figure is it? Add the council to the sentence, or choose it below.
quick-entry-example = The example cannot be changed, so the outcome is added to a copy of it, which you can save.

## What is proposed.

quick-entry-own-figures = Own figures
quick-entry-programme-of = Outcomes of { $council }
quick-entry-new-programme = Made along with the outcome
quick-entry-no-programme = No programme
    .hint = A figure to compare with; shown as context

## The buttons.

quick-entry-add = Add
    .hint = Enter adds it, as one step that can be undone. Ctrl+Enter adds it and begins the next one.
quick-entry-add-and-open = Add and open its form
    .hint = For everything else: who was counted, a benchmark, notes
quick-entry-added = Added: { $told }
