### The table on screen: headings of its columns and words of its cells. Files keep the names that scripts rely on.

## Headings.

table-column-council = Council
table-column-programme = Programme
table-column-indicator = Indicator
table-column-unit = Unit
table-column-measure = Measure
table-column-polarity = Polarity
table-column-role = Role
table-column-form = Form
table-column-before = Before
table-column-before-bound = Before bound
table-column-before-period = Before period
table-column-after = After
table-column-after-bound = After bound
table-column-after-period = After period
table-column-stated-change = Change as published
table-column-stated-change-unit = Unit of the change as published
table-column-change-bound = Change bound
table-column-computed-change-percent = Change worked out, in per cent
table-column-per-month-before = Per month before
table-column-per-month-after = Per month after
table-column-interval-low = Interval low
table-column-interval-high = Interval high
table-column-interval-reason = Interval reason
table-column-benchmark = Benchmark
table-column-source = Source
table-column-locator = Locator
table-column-note = Note
table-column-direction = Direction
table-column-before-high = Before high
table-column-after-high = After high
table-column-stated-change-high = Change as published, high end
table-column-framework = Framework
table-column-over = Over
table-column-also-stated = Also published
table-column-computed-bound = Bound of the change worked out
table-column-outcome-id = Outcome id
table-column-computed-change-points = Change worked out, in points
table-column-level-low = Level low
table-column-level-high = Level high
table-column-part-count = Part count
table-column-part-whole = Part whole
table-column-part-share = Part share

## Columns of the table on screen only, where a number stands with its sign, its unit and its bound.

table-column-level = Level
table-column-level-period = Level period
table-column-change = Change
table-column-computed-change = Change worked out
table-column-period = Period
table-column-interval = Interval
table-a-month = { $average } a month

# A change that nobody published, beside those that were.
table-worked-out = worked out { $change }

## What stands above the rows of one unit, where they are sorted by their numbers.

table-group-points = percentage points
table-group-words = in words
table-group-nothing = not published

## Cells.

table-not-stated = not stated
