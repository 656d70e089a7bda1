### What is said of a text that was typed for a figure, a period or a grade: what is wrong with it, and what to write.
### The examples are in the words that can be typed, which are English in every edition.

typed-error = { $sentence }; { $fix }
typed-several-meanings = "{ $typed }" may mean several things
typed-write = write { $choices }
typed-choice = "{ $choice }"
typed-or = { $before } or { $last }

# Numbers.
typed-number-examples = write one like 52, 1,234.50, over 60%, about 300, £1.8m or between 33 and 67
typed-number-missing = a number is missing
typed-no-number = "{ $typed }" is not a number
typed-number-is-a-part = "{ $typed }" is a part of a whole
typed-number-is-a-part-fix = write it as part of a whole, like 28 of 44
typed-number-or-range = "{ $typed }" may be two levels or a range
typed-number-or-range-fix = for a range write "{ $range }"; two levels are a before and an after
typed-range-turned-round = "{ $typed }" has its higher number first
typed-range-turned-round-fix = write "{ $range }"
typed-number-rounded = "{ $typed }" is a rounded number, and is taken as about { $number }.
typed-number-fraction = "{ $typed }" is taken as { $percent }%.

# Units.
typed-unit-percent = per cent
typed-unit-points = percentage points
typed-unit-pounds = pounds
typed-unit-per = "{ $per }"
typed-unit-is-another = "{ $typed }" is in { $written }, and the unit is { $unit }
typed-unit-where-none-is-set = "{ $typed }" is in { $written }, and no unit is set
typed-unit-fix = write the number alone if that is right, or choose what is counted in that unit
typed-words-lost = "{ $words }" would be lost, because the unit is { $unit }
typed-words-lost-where-no-unit-is-set = "{ $words }" would be lost, because no unit is set
typed-words-lost-fix = write the number alone, and the rest under Notes

# Changes and directions.
typed-change-examples = write one like down 15.5%, fell by 22, up 3 percentage points, over 60% more or doubled
typed-change-missing = a change is missing
typed-no-change = "{ $typed }" is not a change
typed-change-no-amount = "{ $typed }" does not say by how much
typed-change-no-amount-fix = write one like down 15.5%, fell by 22, up 3 percentage points, over 60% more or doubled; a direction alone is a form of its own
typed-change-no-direction = "{ $typed }" does not say which way it went
typed-no-direction = "{ $typed }" is not a direction
typed-direction-examples = write fell, rose or stable

# Grades.
typed-grade-examples = write one as printed, like good or requires improvement; two as "inadequate to good"
typed-grade-missing = a grade is missing
typed-grade-unknown = "{ $typed }" is not a grade that is known
typed-grade-near = did you mean "{ $grade }"?
typed-no-grade = "{ $typed }" is not a grade
typed-no-two-grades = "{ $typed }" is not two grades

# Periods.
typed-period-examples = write one like 2017, 2016/17, March 2018, 31 March 2018, Apr–Sep 2017, since 2011, 18 months or not stated
typed-no-period = "{ $typed }" is not a period
typed-no-such-day = { $month } has no { $day ->
    [31] 31st
   *[other] { $day }th
 }
typed-no-day-of-any-month = no month has { $day } days
typed-no-such-day-fix = { $month } has { $last } days; check the day against the source
typed-no-leap-year = { $year } is not a leap year, so February has no 29th
typed-period-turned-round = "{ $typed }" ends before it starts
typed-period-turned-round-fix = put the earlier date first, and say the year of both
typed-period-over = "{ $typed }" may be more than that, or in the course of it
typed-period-over-fix = write "{ $length }", and a note where it was longer

# Series.
typed-value-missing = the value is missing, and the reason is not said
typed-value-missing-fix = write a number, or why there is none: not published, suppressed, not applicable, rounds to zero or low reliability
typed-line-without-period-and-value = line { $nth } has no period and value: "{ $line }"
typed-line-example = write one like "2015: 344"
typed-in-line = line { $nth }: { $sentence }
typed-no-points = a series has no points yet
typed-no-points-fix = write one a line, like "2015: 344"

# Whole statements.
typed-statement-examples = write one like "780 to 626", "52 in 2016 to 81 in Apr–Sep 2017", "down 15.5% since 2015", "fell over 60% to 81", "28 of 44", "inadequate to good" or "fell since 2011"
typed-nothing-yet = nothing is typed yet
typed-too-long = the text is too long for one figure
typed-not-understood = "{ $typed }" is not understood

## Grades typed where something else is counted.
typed-grades-of-no-grade = These are grades, and what was counted is not counted as one
    .fix = choose "A grade" under "How is it counted?", here or in the form of the indicator

# What may mean two things, and what stands in place of a number.
typed-of-it-or-points = "{ $typed }" may be in per cent of it, or in percentage points
typed-said-otherwise = "{ $typed }" says the one way, and its two levels go the other
typed-compared = The number it is compared with is taken as the level before; a figure of other places belongs under "Benchmark".
typed-share-of-a-whole = The percentage is taken as a share of a whole; a change is written like "up 12% to 45".
typed-up-to = "Up to" is taken as "at most".
typed-missing-end = "{ $mark }" stands for a number that was not published, and a before and an after are two numbers
typed-missing-end-fix = take the one number alone, or choose the form "{ $form }" and write "suppressed" or "not published" in place of the other
typed-number-withheld = "{ $mark }" stands for a number that was not published
typed-number-withheld-fix = choose the form "{ $form }", where "suppressed" or "not published" stands in place of a number
typed-no-beginning = "{ $typed }" says where it ended, and not from what or by how much
