### The room Edit: the outline of the dataset's parts, its findings, the preview, and what is done with a part.

edit-room-copy = Make a copy to edit
    .hint = The example stays as it is

## What is done with a part.

edit-room-delete = Delete…
    .hint = Says first what would go with it
edit-room-move-down = Move down
    .hint = One place down in its list
edit-room-move-up = Move up
    .hint = One place up in its list
edit-room-duplicate = Duplicate
    .hint = Make another part like this one, below it
edit-room-add-outcome = Add with the full form
    .hint = A figure, a grade or a direction of this programme, field by field

## Above a form.

edit-room-outcome = Outcome
edit-room-context-figure = Context figure
edit-room-dataset = Dataset
edit-room-go-to-programme = Go to the programme { $name }
edit-room-not-named = Not named yet
edit-room-small-counts = Small counts are suppressed in every figure and file. The forms show them, because here they are written.
edit-room-read-only = This is the built-in example: to read, and to copy from. Make a copy to edit it.
edit-room-read-only-file = This file was opened to be read only, because another window has it open. Make a copy to edit it.

## The outline.

edit-room-parts = Contents
edit-room-findings = Checks ({ $n })
edit-room-search = Search the contents
    .spoken = Search the contents of the dataset
edit-room-group =
    .folded = { $group }, { $n }, folded
    .shown = { $group }, { $n }, shown
edit-room-add = + Add
    .spoken = Add to { $group }
edit-room-part = Edit { $name }
    .alike = { $name }: { $told }
    .cautions = { $n ->
        [one] { $name }, 1 caution
       *[other] { $name }, { $n } cautions
    }
    .error = { $name }, 1 error
    .errors = { $name }, { $n } findings, { $errors ->
        [one] 1 of them an error
       *[other] { $errors } of them errors
    }

## The findings.

edit-room-nothing-found = Nothing is wrong or doubtful.
    .hint = Each edit is checked by the rules of "sidebyside check".
edit-room-found = { $errors ->
    [one] 1 error
   *[other] { $errors } errors
 }, { $cautions ->
    [one] 1 caution
   *[other] { $cautions } cautions
 }. F8 goes to the next.
edit-room-more-findings = And { $n } more.
edit-room-finding = { $severity }: { $sentence }.
    .hint = Go to the field
    .fix = { $fix }.

edit-room-unused = Not used ({ $n })
    .hint = No other part names these. A slip in a name may have left them.
edit-room-unused-remove = Remove
    .spoken = Remove { $name }
    .go = Go to its form

## The preview.

edit-room-preview = How it will look
edit-room-preview-before = As it was last understood:
edit-room-no-preview = The figure appears here when you have said what was counted and what was published.
edit-room-preview-of = { $place }: { $indicator }
edit-room-no-council = No council yet

## What a deletion takes along.

edit-room-delete-title = Delete { $name }?
edit-room-delete-nothing = No other part names it.
edit-room-delete-goes = Goes with it: { $names }.
edit-room-delete-stops = Stops naming it: { $names }.
edit-room-delete-more = { $n } more
edit-room-delete-undo = Undo brings all of it back, in one step.
edit-room-delete-cancel = Cancel
edit-room-delete-do = Delete

## What is copied from the built-in example.

edit-room-example = Councils, indicators and sources that it names come with it; what is here already is used.
edit-room-example-search = Search the example
edit-room-example-copy = Copy { $name }
edit-room-example-read-only = This is the example itself. Begin a new dataset, or open your own, to copy into it.
edit-room-example-close = Close
