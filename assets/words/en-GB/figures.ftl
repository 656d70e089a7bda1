### Figures: axes, headings, labels at marks, and the key.

axis-before-is-100 = 100 = before

## The key: what each kind of mark means.

key-before = before
key-after = after
key-way = from before to after
key-change = change
key-open-bound = arrow end: that much or more, or less, as published
key-direction-only = direction only, no figure published
key-unreal = estimate, target or plan
key-context = context
key-small-numbers = small numbers
key-benchmark = stated benchmark
key-far-end = far end of a range, or of what was published and what was worked out
key-range = range, from its lower to its upper end
key-open-period = a date of the period not stated
key-own = the council set apart (name in bold)

## Headings of rows.

figure-heading-context = Context: figures of no programme

## Labels at marks, titles of axes, and what stands where no mark can.

figure-direction-only = { $direction }, no figure
figure-from-to = { $before } to { $after }
figure-level-before = { $level } before
figure-level-after = { $level } after
figure-unit-not-stated = unit not stated
figure-level-axis = Level ({ $unit })
figure-level-axis-average = Level ({ $unit }, average a month)
figure-level-average = { $average } a month ({ $counted } in { $months })
figure-benchmark = { $benchmark }: { $figure }
figure-benchmark-when = { $benchmark }: { $figure }, { $when }
figure-benchmark-average = { $benchmark }: { $average } a month ({ $counted }, { $when })
figure-too-large = { $levels }, too large to draw here
figure-change-axis = Change (%)
    .worked-out = Change (%), worked out
figure-period-axis = Period
figure-no-dates = { $length }, dates not given
figure-no-period = no period given
figure-less = less
figure-more = more
figure-less-better = less (better)
figure-more-worse = more (worse)
figure-less-worse = less (worse)
figure-more-better = more (better)
figure-one-level = { $level }, { $missing }
figure-told-apart = { $words }, { $by }
figure-level-not-published = level not published
figure-length-not-known = length of the count not known
figure-stated-and-computed = { $stated } as published, { $computed } worked out
figure-contradicts-itself = { $stated } as published, which contradict each other
figure-stated-does-not-fit = { $stated } as published, { $n ->
    [one] which does not fit the levels
   *[other] which do not fit the levels
 }
figure-stated = { $stated } as published
figure-no-percentage-published = { $change }, no percentage published
figure-no-percentage = no percentage
figure-small-counts = { $before } to { $after } ({ $percent } worked out)
change-in-points = { $n ->
    [one] { $number } point
   *[other] { $number } points
 }
figure-stated-of-counts = { $averages } a month worked out, { $stated } as published of the counts
figure-change-axis-points = Change (percentage points)
    .worked-out = Change (percentage points), worked out
figure-no-region = No region
figure-heading-regions = England and regions
figure-no-percentage-because = no percentage: { $reason }
figure-computed = { $percent } worked out

## Changes on an axis where before is 100.

index-axis = Index (before = 100)
index-stated-and-computed = { $stated }; { $computed } worked out
index-from-stated = { $index }, from { $stated } stated
index-averages = { $before } to { $after } a month
index-small-counts = { $levels } (index { $index } worked out)
index-computed = { $index } worked out, { $levels }
index-indicator = { $name } ({ $unit })
index-subtitle = { $indicator } as index points: before = 100, each over its own period.
index-subtitle-of-several = { $count } ways to count it, as index points: before = 100, each over its own period. { $indicators }.

## What stands in place of a figure that can't be drawn.

figure-several-concepts = a figure of the kind "{ $kind }" draws one concept, and the selection has { $n }: { $concepts }
figure-nothing-selected = Nothing is selected: no outcome fits all that was asked for.
figure-nothing-to-draw = Nothing to draw
figure-nothing-stands = Nothing of what was selected can stand on this axis.

## A figure on several pages.

page-span = { $here } of { $all } outcomes, from { $first } to { $last }
page-span-of-one = one of { $all } outcomes, { $name }
page-notes-only = notes only
page-alt = { $title }, page { $page } of { $of }: { $span }.
page-alt-of-first = { $alt } This is page { $page } of { $of }: { $span }.
page-title = { $title } (continued, page { $page } of { $of })

## Slopes between two upright axes.

slope-context = { $context }, on axes of its own
slope-subtitle-below-zero = { $subtitle } Both upright axes have the same scale, with a line at zero.
slope-subtitle = { $subtitle } Both upright axes begin at zero.
slope-before = Before
slope-before-when = Before: { $when }
slope-after = After
slope-after-when = After: { $when }

## Values of the table.

table-benchmark-when = { $benchmark }: { $value }, { $when }

# The reader's own council, set apart from the others.
own-strips = { $about }. { $name } stands out in bold
own-spoken = This is my council.
own-alt = { $name } is set apart by colour and a bold name.

# Outcomes of which only a direction was published, as a list below small figures.
claims-lead = { $words }, no number:
claims-item = { $place }: { $subject }
claims-item-beside = { $item }, { $beside }
claims-spoken = { $topic }, without a number: { $lines }.
