### What the forms share: fields, choices, lists of other parts, and what is said below a field.

## Below a field.

fields-wrong = { $sentence }; { $fix }.
fields-and-more = { $first } And { $n } more.
fields-too-long = the text has { $count } characters, and at most { $most } are taken
    .fix = shorten it
    .fix-line = shorten it, and write the rest as a note or a summary
fields-write = Write { $text }

## How a time was understood.

fields-period-not-stated = Not stated.
fields-period-days = { $from } to { $to }
fields-period-stated = { $period }, stated
fields-period-implied = { $period }, implied
fields-span = a span of time is not a date
    .fix = write one date, like 1 April 2023, April 2023 or 2023

## Choosing.

fields-choice = { $label }: { $word }
fields-open-list = Choose
    .spoken = { $label }: show the list
fields-close-list = Close
    .spoken = { $label }: close the list
fields-nothing-fits = Nothing fits what is typed.
fields-more-offers = { $n } more; type to narrow them
fields-choose = Choose { $name }
fields-suggestions = Suggestions for { $label }

## Lists of councils.

fields-places = Places
    .add = Add another place
    .out = Take { $name } out of places
fields-councils = Councils
    .add = Add another council
    .out = Take { $name } out of councils
fields-successors = Successors
    .add = Add another successor
    .out = Take { $name } out of successors
fields-members = Members
    .add = Add another member
    .out = Take { $name } out of members
fields-council =
    .hint = Type a name or a GSS code
    .new = new here: { $hint }
    .unknown = not a council that is known; it is added under this name

## Sources and indicators.

fields-source = Source
    .add = Add another source
    .hint = Type the title of the document
    .new = a new source
    .out = Remove
    .out-spoken = Take { $title } out of the sources
fields-locator = Page, line or place
    .of = Page, line or place in { $title }
    .hint = page 12, or table 3
fields-indicator =
    .hint = { $unit }, { $measure }
    .new = a new indicator

## The id.

fields-advanced = Advanced
fields-id = Id
    .help = The short name by which other parts of the file name this one. It is made from the name.
    .wrong = an id has small letters, digits and hyphens
    .fix = write one like "anyshire"
    .fix-other = write another
    .followed = Where other parts name it, they follow.
