### Words in workbooks. Names of sheets have at most 31 letters, none of them one of [ ] : * ? / and \.

workbook-sheet-figures = Figures
workbook-sheet-chart = Chart
workbook-sheet-chart-data = Chart data
workbook-sheet-notes = Notes
workbook-of-a-table = Outcomes, as published

# The sheet of notes.
workbook-subtitle = Subtitle
workbook-sources = Sources
workbook-in-words = In words
workbook-marks = Marks in the charts
    .meaning = Hollow: before. Filled: after, or a change. Hatched: estimate, target or plan. Grey: context. Dotted edge: small numbers.
workbook-rule = Rule
workbook-done = What was done
workbook-why = Why
workbook-rule-name = R{ $number }: { $title }
workbook-no-rule = No rule had to be applied.
workbook-author = Author
workbook-left-out = Left out
workbook-which = Which
workbook-nothing-left-out = Nothing: all that was selected is drawn.
workbook-outcomes = Outcomes
workbook-rows = { $n ->
    [0] None: no outcome fits all that was asked for.
    [one] One row, one outcome.
   *[other] { $n } rows, one for each outcome.
 }
workbook-small-counts = Small counts
workbook-how-to-read = How to read
workbook-of-the-sheet-figures = The sheet Figures
workbook-values = Values
    .meaning = Unrounded, in the unit of their column; an empty cell was not published.
workbook-bounds = Bounds
    .meaning = “Over”, “at least”, “about”, “up to” and the like stand in the columns that end in _bound; the true figure may lie beyond the number, on the side that the word leaves open.
workbook-periods = Periods
    .meaning = As published: a date, a span, a length, or not stated; “(implied)” where the source does not say it outright.
workbook-computed = Worked out here
    .meaning = computed_change_percent, per_month_before and per_month_after are worked out from the published levels; everything else is as published.

# The sheet of the charts' data: rows.
workbook-bars = The bars hold the values below, in the order of the figure. A bar ends at the published number; a label with words (about, over, worked out, a month) is text and does not follow when you change the value. A row without a bar has no published value: its remark says why.
workbook-bars-and-ranges = { workbook-bars } The bar of a range ends at its lower number, or at the smaller change, and a thin line goes on to its other end.
workbook-no-chart-of-grades = Grades are steps on the scale of their own framework, not amounts, so there is no chart of them here (R8).
workbook-no-values = No value was published that could be drawn as a bar, so there is no chart here: the remarks say what is known.
workbook-on-the-axis = On the axis
workbook-row = Row
workbook-row-name = { $label }, { $period }
workbook-slope-end = { $title }: { $period }
workbook-council = Council or body
workbook-period = Period
workbook-heading = Heading
workbook-before = Before
    .words = Before, in words
    .high = Before, upper end
    .range = Before, from lower to upper end
workbook-after = After
    .words = After, in words
    .high = After, upper end
    .range = After, from lower to upper end
workbook-change = Change
    .far = Change, far end
    .up = Change, from near to far end, upwards
    .down = Change, from near to far end, downwards
    .words = Change, in words
workbook-remark = Remark
workbook-remark-on-the-change = change: { $remark }

# The sheet of the charts' data: small figures.
workbook-small-figures = Each small figure has an axis and a unit of its own, so each has a chart of its own. Grades, shares of a whole, single levels and directions without a figure are told in words.
workbook-small-figures-many = { workbook-small-figures } The first { $most } of { $drawable } have a chart; the data has all.
workbook-small-figure = Small figure
workbook-tile-name = { $title }: { $subtitle }
workbook-tile-change = { $change } { $caption }
workbook-bar = Bar
workbook-value = Value
    .high = Other end
    .range = Upwards to the other end
    .down = Downwards to the other end
workbook-caution = Caution
workbook-bar-change = change
workbook-bar-change-of = change ({ $caption })
workbook-bar-one-scale = on one scale
workbook-bar-part = part of a whole

# Where words are too long for their place.
workbook-cut = … (cut here: a cell holds no more)
workbook-cut-picture = … (all of it on the sheet Notes)
