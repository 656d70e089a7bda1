### Findings as files tell them: what is wrong or doubtful in a dataset, and how to fix it. What stands in `…` are words of the file's format.

check-error = error
check-caution = caution
check-and-fix = { $sentence }; { $fix }

# Ids, and who names whom.
check-no-id = { $kind ->
    [source] the id of this source is empty
    [council] the id of this council is empty
    [indicator] the id of this indicator is empty
    [programme] the id of this programme is empty
    [view] the id of this view is empty
   *[outcome] the id of this outcome is empty
 }
    .fix = write a short one like "anyshire"
check-id-with-others = the id "{ $id }" has other characters than small letters, digits and hyphens
    .fix = write it like "{ $id }"
check-id-taken = the id "{ $id }" already stands at { $other }
    .fix = { $kind ->
        [source] give this source an id of its own
        [council] give this council an id of its own
        [indicator] give this indicator an id of its own
        [programme] give this programme an id of its own
        [view] give this view an id of its own
       *[outcome] give this outcome an id of its own
     }
check-nothing-of-the-id = { $kind ->
    [source] there is no source with the id "{ $id }"
    [council] there is no council with the id "{ $id }"
    [indicator] there is no indicator with the id "{ $id }"
    [programme] there is no programme with the id "{ $id }"
   *[outcome] there is no outcome with the id "{ $id }"
 }
    .fix = { $kind ->
        [source] add it to `sources`, or name one that is there
        [council] add it to `councils`, or name one that is there
        [indicator] add it to `indicators`, or name one that is there
        [programme] add it to `programmes`, or name one that is there
       *[outcome] add it to the outcomes, or name one that is there
     }
check-nothing-of-the-id-near =
    .fix = { $kind ->
        [source] did you mean "{ $near }"? Otherwise add it to `sources`
        [council] did you mean "{ $near }"? Otherwise add it to `councils`
        [indicator] did you mean "{ $near }"? Otherwise add it to `indicators`
        [programme] did you mean "{ $near }"? Otherwise add it to `programmes`
       *[outcome] did you mean "{ $near }"? Otherwise add it to the outcomes
     }
check-one-sided = "{ $id }" names "{ $other }" in `{ $field }`, and "{ $other }" does not name it back
    .fix = write `{ $field }: ["{ $id }"]` at "{ $other }" too
check-names-itself = the outcome names itself
    .fix = name the other outcome, or leave it out
check-disagree = "{ $id }" and "{ $other }" are accounts of the same thing that disagree
    .fix = readers see both; leave them unless one is wrong
check-twice-in-two-indicators = "{ $id }" has the same concept, unit, places and figures as "{ $twin }" under another indicator, probably counted twice
check-twice = "{ $id }" has the same indicator, places and figures as "{ $twin }", probably counted twice
    .fix = keep one outcome with both sources, or say in `overlaps` that both count the same events

# Names, places and sources.
check-empty-name = { $what ->
    [dataset] the title of the dataset is empty
    [source] the title of the source is empty
    [council] the name of the council is empty
    [indicator] the name of the indicator is empty
    [view] the name of the view is empty
    [concept] the concept of the indicator is empty
   *[programme] the name of the programme is empty
 }
    .fix = write it out
check-long-name = { $what ->
    [dataset] the title of the dataset has { $count } characters, and at most { $most } fit a figure or a list
    [source] the title of the source has { $count } characters, and at most { $most } fit a figure or a list
    [council] the name of the council has { $count } characters, and at most { $most } fit a figure or a list
    [view] the name of the view has { $count } characters, and at most { $most } fit a figure or a list
    [indicator] the name of the indicator has { $count } characters, and at most { $most } fit a figure or a list
    [concept] the concept of the indicator has { $count } characters, and at most { $most } fit a figure or a list
   *[programme] the name of the programme has { $count } characters, and at most { $most } fit a figure or a list
 }
    .fix = shorten it, and write the rest as a note or a summary
check-concept-twice = the concept "{ $concept }" differs from "{ $other }" only in how it is written, and is kept apart from it
    .fix = write "{ $other }" in both, so that their figures stand together
check-unit-twice = the unit "{ $unit }" differs from "{ $other }", a unit of the same concept, only in how it is written
    .fix = write "{ $other }" in both, so that their figures stand together
check-no-unit = the unit of "{ $indicator }" is empty
    .fix = write what is counted, like "children", or "not stated" where the source does not say
check-unit-within = the unit "{ $unit }" is taken for { $taken }, because it does not begin with "{ $word }"
    .fix = begin with "{ $word }" if that is what the numbers are in, or take the word out
check-unit-taken-for-count = a count
check-unit-taken-for-time = a length of time
check-unit-taken-for-measured = a measured amount
check-unit-taken-for-rate = a rate
check-unit-taken-for-scale = points on a scale
check-unit-taken-for-share = a share
check-unit-taken-for-money = money
check-unit-share-counted = the unit "{ $unit }" is a share, and the measure says that something is counted
    .fix = choose share as the measure, or write the unit of what is counted
check-unit-rate-counted = the unit "{ $unit }" is a rate, and the measure says that something is counted
    .fix = choose rate as the measure, or write the unit of what is counted
check-unit-averaged = the unit "{ $unit }" is an average over a time already, and the measure says that it is counted over its period
    .fix = choose average as the measure, or leave the time out of the unit
check-unit-no-share = the measure is a share, so the numbers are taken for per cent, and the unit "{ $unit }" does not say so
    .fix = begin the unit with "%", like "% of children", or choose another measure
check-no-code = "{ $code }" is not a GSS code
    .fix = write a capital letter and eight digits, like "E10000099", or leave `gss` out
check-body-turned-round = the body ends ({ $until }) before it begins ({ $from })
    .fix = put the later date in `until`
check-programme-nowhere = the programme has no places
    .fix = write `places: ["…"]` with the ids of its councils
check-outcome-nowhere = the outcome has no places
    .fix = write `places: ["…"]`: a figure of no programme has no other place to go by
check-no-sources = the outcome has no sources
    .fix = write where it is written: `sources: [(source: "…", at: "page 12")]`
check-line-0 = there is no line 0
    .fix = count lines from 1
check-lines-of-no-file = lines are cited of the source "{ $id }", which names no `file`
    .fix = add `file` to the source, or tell the place in words with `at`

# Figures.
check-no-change = a change without any stated change
    .fix = write `stated: ["fell 12%"]`, or publish a single level or a direction
check-levels-turned-round = the level after ({ $after }) is dated before the level before ({ $before })
    .fix = check which level came first
check-levels-of-one-time = the level before and the level after are of one and the same time ({ $before })
    .fix = check the two periods against the source; if they are printed so, leave them
check-levels-overlap = the time before ({ $before }) and the time after ({ $after }) overlap
    .fix = check the two periods against the source; if they are printed so, leave them
check-lengths-differ = the two levels are of times of different length ({ $before }, { $after }), and nothing says whether "{ $name }" is counted over a time
    .fix = choose a measure for the indicator: a flow is averaged a month, a stock is compared as it is
check-points-of-one-time = two points are of one and the same time ({ $point })
    .fix = check the two periods against the source; if they are printed so, leave them
check-points-overlap = the times of two points overlap ({ $earlier }, { $later })
    .fix = check the two periods against the source; if they are printed so, leave them
check-grades-turned-round = the grade after ({ $after }) is dated before the grade before ({ $before })
    .fix = check which grade came first
check-grades-of-one-time = both grades have the same date ({ $before })
    .fix = check the two dates against the source; if they are printed so, leave them
check-grade-before-framework = the grade is dated { $date }, when "{ $framework }" had not begun
    .fix = check the date of the inspection, and under which framework it was
check-grade-after-framework = the grade is dated { $date }, when "{ $framework }" had ended
check-grade-off-ladder = "{ $grade }" is not among the grades of "{ $framework }": { $grades }
    .fix = check the grade and the framework against the source; if they are printed so, leave them
check-no-grade = the grade is empty
    .fix = write it as printed, like "good"
check-empty-part = a part without a count or a share
    .fix = write `count: Some(28), of: Some(44)`, or `share: Some(64)`
check-more-than-all = { $count } of { $of } is more than all
    .fix = check which number is the whole
check-no-share = a share of { $share } per cent is not between 0 and 100
    .fix = write the share of the whole in per cent
check-no-points = a series without any points
    .fix = write `points: [("2015", 344), …]`
check-points-turned-round = the point { $later } stands after { $earlier }
    .fix = put the points in order of time
check-below-zero = { $what ->
    [people] a number of people or cases can't be below zero, and this is { $number }
   *[count] a count can't be below zero, and this is { $number }
 }
    .fix = write the level itself; a fall belongs in a change
check-rating-with-numbers = "{ $name }" is a rating, and a { $form } holds numbers
    .fix = write `rating(…)` or `grade(…)`, or change the indicator's measure
check-grades-of-no-rating = "{ $name }" is not a rating, and a { $form } holds grades
    .fix = write `measure: rating` at the indicator, or publish figures
check-change-conflicts = the source states "{ $change }", and the levels { $from } and { $to } give { $computed }
    .fix = check the figures against the source; if they are printed so, leave them
check-part-conflicts = the source prints { $share }%, and { $count } of { $of } are { $computed }%
check-share-beyond = a share of { $share } per cent is not between 0 and 100
    .fix = check the number and the unit; if it is no part of a whole, choose another measure than share
check-changes-contradict = "{ $one }" and "{ $other }" can't both be right
check-changes-contradict-from = "{ $one }" and "{ $other }" can't both be right, from { $level }
check-changes-contradict-to = "{ $one }" and "{ $other }" can't both be right, to { $level }
check-fell-by-more = "{ $change }" is more than all there can be
check-fell-by-more-from = "{ $change }" is more than all there were ({ $level })
check-fell-by-more-to = "{ $change }" is more than all there are after it ({ $level })
check-range-turned-round =
    .fix = put the lower number first
check-no-percent = "{ $text }" is not a change in per cent
    .fix = write it like "8.6%"
check-unreadable-change =
    .fix = write it like "fell 15.5%" or "rose 29"
check-no-date = "{ $text }" is not a date
    .fix = write one like "2021-03-31", "2021-03" or "2021"

# Periods.
check-two-readings = "{ $text }" is read as { $here }, and may be meant as { $other }
    .fix = write "{ $other }" if that is meant, or "{ $clear }" so that nobody asks
check-still-to-come = "{ $text }" has not begun yet, and this is told as something that happened
    .fix = check the date against the source; what was only expected has the role of a target, a plan or an estimate
check-after-its-source = "{ $text }" begins after the source was published, at the latest on { $published }
    .fix = check both dates against the document
check-academic-said = "{ $text }" is April to March, and the words beside it speak of an academic or school year
check-academic-beside = "{ $text }" is April to March, and "{ $other }" beside it is September to August
check-academic =
    .fix = write "{ $academic }" if the academic year is meant, or "{ $financial }" so that nobody asks
check-stock-of-a-year = "{ $name }" is counted on one day, and "{ $text }" is a whole year
    .fix = write the day that the source names, like "2017-03-31"; where it names none, leave it
check-days-of-months = { $before } has { $before_days } days and { $after } has { $after_days }, and whole months are compared as if they were equally long
    .fix = leave it, and say in a note that the months differ in days
check-unseen-letter =
    .fix = take out { $letter }, which nobody sees
syntax-stray-letter = { $letter } stands outside of a text
    .fix = { $kind ->
        [quote] put texts between straight quotation marks: "…"
        [space] write plain spaces
       *[other] take it out
     }

# Releases and statistics.
check-statistic-names-none = there is no { $field } "{ $id }"
    .fix = name a { $field } of this dataset
check-link-names-none = { $indicator } is linked to "{ $id }", which is no series of this dataset and none of the built-in statistics
    .fix = name a series by its id, or leave the link out
check-statistic-id =
    .fix = give it an id of its own: small letters, digits and hyphens
check-statistic-place = there is no council or body "{ $id }"
    .fix = name one of the councils of this dataset
check-statistic-place-twice = the place "{ $id }" already has a row here
    .fix = keep one of the two rows
check-statistic-no-periods = the statistic has no periods
check-statistic-period = the period "{ $period }" is no date, or does not come after the one before
    .fix = list dates or years in order of time, each once
check-symbol = "{ $text }" can't be a symbol: it is empty, has a blank, is a number, is "_", or stands twice
    .fix = write the symbol as it stands in the rows
check-row-length = the row has { $values } values, and the statistic has { $periods } periods
    .fix = write one value for each period, and _ where there is none
check-row-value = "{ $text }" is neither a plain number nor a symbol of the release
    .fix = write the number without commas, or add the symbol to the release
check-table-rows = "{ $text }" does not name a row of the table for each of the { $periods } periods
    .fix = write one row for all, one for each, or a run such as 2+152*4
check-row-parts = a place and its values in brackets: ("leeds", "1417 1448")

# Kept views.
check-view-without-concept = this view compares nothing
    .fix = name a concept
check-view-councils = { $room ->
    [council] a view of the room Council is of 1 council
   *[other] a view of the room Side by side is of { $least } to { $most } councils
 }, and this one names { $n }
    .fix = name as many; until then it opens with those that are there
check-view-absent =
    .fix = name one that is there, or leave it out; the view opens without it
check-view-no-date = no official statistics of "{ $concept }" have the date "{ $date }"
    .fix = name a date that they have, or take it away for the latest two
check-view-absent-near =
    .fix = did you mean "{ $near }"? The view opens without it
check-field-of-newer-version = `{ $field }` can't stand in a file of format version { $version }
    .fix = write `format: { $since }` at the beginning, which older versions of Side by Side can't open, or take it out
