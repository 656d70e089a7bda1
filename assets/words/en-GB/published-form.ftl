### What was published, as a form: the line as published, the form of evidence, and its fields.

published-form-statement = Type it as published
    .help = One line fills the fields below.
    .hint = 780 to 626 · down by over 60% · 28 of 44 · 52 in 2016 to 81 in Apr–Sep 2017
    .understood = Understood: { $told }.
    .understood-so-far = Understood so far: { $told }.
published-form-not-taken-over = Not taken over yet: until every field above is right, the figure stays as it was.
    .back = Go back to the figure as it was

## Forms of evidence, with what each asks for.

published-form = Form of the evidence
published-form-pair = Before and after
    .hint = A level before and a level after: 780 to 626.
published-form-change = A change only
    .hint = A change with at most one level: down by over 60%. The other level is never drawn.
published-form-direction = Up or down only
    .hint = It fell, rose or stayed the same, and no amount was published.
published-form-rating = Grades
    .hint = A grade before and a grade after: inadequate to good.
published-form-part = Part of a whole
    .hint = 28 of 44, or a share in per cent.
published-form-single = One number
    .hint = One number or grade, and nothing to compare it with.
published-form-series = A series
    .hint = Several dated values, a line each.

## Levels and changes.

published-form-level = Level
    .before = Level before
    .after = Level after
    .hint = 780, over 60, £1.8m
published-form-when = When
    .before = When before
    .after = When after
    .hint = 2016/17, Apr–Sep 2017
published-form-stated = Change
    .beside = Change, where stated beside the levels
    .hint = down by over 60%, up 29
published-form-over = Over what time
    .hint = 18 months, since 2015
published-form-side = Level that was published with it
published-form-side-none = Neither level was published
published-form-side-before = The level before
    .hint = It stands beside the change; the level after is never worked out.
published-form-side-after = The level after
    .hint = It stands beside the change; the level before is never worked out.
published-form-way = Which way it went
    .over-hint = since 2011, 18 months
published-form-way-fell = Fell
published-form-way-rose = Rose
published-form-way-stable = Stayed the same

## So many of so many, and a series.

published-form-count = How many
published-form-of = Of how many
published-form-share = Share in per cent, where printed
published-form-values = Values
    .help = A line each: the time, a colon, the value or the reason why there is none (suppressed, not published).
published-form-start = Start of the programme
    .hint = April 2016, where stated

## Grades: the only one, or one of two.

published-form-before = Before
published-form-after = After
published-form-grade = Grade
    .before = Grade before
    .after = Grade after
    .hint = requires improvement
published-form-inspected = Date of inspection
    .before = Date of inspection before
    .after = Date of inspection after
    .hint = March 2018
published-form-framework = Framework
    .before = Framework before
    .after = Framework after
    .hint = single inspection framework
published-form-judgement = What was judged
    .before = What was judged before
    .after = What was judged after
    .hint = overall effectiveness
published-form-body = Inspected by
    .before = Inspected by before
    .after = Inspected by after
    .hint = Ofsted

## What is asked for.

published-form-asked-level = Write the level.
    .before = Write the level before.
    .after = Write the level after.
published-form-asked-change = Write the change, like "down by over 60%".
published-form-asked-way = Choose which way it went.
published-form-asked-grade = Write the grade, as printed.
    .before = Write the grade before, as printed.
    .after = Write the grade after, as printed.
published-form-asked-count = Write how many, or the share below.
published-form-asked-values = Write a value a line, like "2015: 344".

## How a field was understood.

published-form-read-unit = { $level }, in { $unit }
published-form-read-rate = { $level } { $unit }
published-form-read-remark = { $read }. { $remark }
published-form-read-changes = { $changes }, and { $last }
published-form-no-change = there is no change in it
    .fix = write one like "down 15%"

## What was published, in words: first what, then over what time, then what is known beside.

published-form-told-level = { $level } ({ $period })
published-form-told-changes = { $changes } and { $last }
published-form-told-pair = { $before } before, { $after } after
published-form-told-stated = { $told }, stated that it { $changes }
published-form-told-change = it { $changes }
published-form-told-over = { $told }, { $period }
published-form-told-from = { $told }, from { $level }
published-form-told-to = { $told }, to { $level }
published-form-told-no-level = { $told }, and no level is drawn
published-form-told-direction = it { $direction }, no amount
published-form-told-stable = it stayed the same
published-form-told-grades = "{ $before }" before, "{ $after }" after
published-form-told-grade = "{ $grade }"
published-form-told-part = { $count } of { $of }
published-form-told-share = { $share }%
published-form-told-part-and-share = { $part }, { $share }
published-form-told-single = one level, { $level }
published-form-told-series = { $n ->
    [one] a series of 1 value
   *[other] a series of { $n } values
 }
