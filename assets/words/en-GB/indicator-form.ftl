### The form of an indicator.

indicator-form-what = What is counted
    .about = In one unit: a number and a rate of the same thing are two indicators.
indicator-form-name = Name of the indicator
    .hint = Fostering enquiries
    .asked = Write its name.
indicator-form-definition = What exactly is counted
    .hint = Looked-after children on 31 March, full count
indicator-form-read = How it is read
indicator-form-concept = Concept
    .help = Indicators of one concept count the same thing in different units.
    .asked = Write what is counted, whatever the unit.
indicator-form-topic = Topic
    .help = The heading it stands under in the Overview.
indicator-form-series = Official series
    .help = The series that counts the same things in the same unit; what it says stands beside each outcome.
indicator-form-series-of = { $unit }, in “{ $title }”
indicator-form-series-none = No series

## How it is counted.

indicator-form-measure = How it is counted
indicator-form-flow = Over a period
    .hint = Counted over a time: enquiries in a year. Unequal periods are compared by the month.
indicator-form-stock = On a day
    .hint = Counted on one day: children looked after on 31 March.
indicator-form-rate = A rate
    .hint = So many for each 1,000 or 10,000 people.
indicator-form-average = An average
    .hint = The mean of something: days to an offer.
indicator-form-share = A share
    .hint = A part of a whole, in per cent.
indicator-form-rating = A grade
    .hint = Given by an inspector: good, inadequate.
indicator-form-measure-not-stated = Not stated
    .hint = The source does not say; then no average by the month is worked out.

## Which way is better.

indicator-form-polarity = Better
indicator-form-neither = Neither
    .hint = Only more or fewer is said, never better or worse.
indicator-form-lower = Lower is better
    .hint = A fall is called better. Only where nobody would dispute it.
indicator-form-higher = Higher is better
    .hint = A rise is called better. Only where nobody would dispute it.

## The unit, and units that are offered with one click. What is offered is written into the dataset. That of a rate begins with "per ".

indicator-form-unit = Unit
    .hint = children, %, £, per 10,000 children, days
    .spoken = Unit: { $unit }
    .number = A unit begins with a word, not with a number
    .number-fix = write what is counted, such as children, and type the figures in an outcome
indicator-form-unit-children = children
indicator-form-unit-people = people
indicator-form-unit-rate = per 10,000 children
indicator-form-unit-days = days
