### The form of an outcome: what changed, who and where, how sure, where it stands.

outcome-form-what = What changed
outcome-form-who = Who and where
outcome-form-sure = How sure
    .about = What kind of statement it is, and how far it may be read.
outcome-form-where = Source
    .about = The documents it is taken from; one outcome in two documents has two.

## What changed.

outcome-form-indicator = What was counted
    .hint = Type the name of an indicator
outcome-form-how-counted = How is it counted?
outcome-form-change-for-all = { $n ->
    [0] Change how it is counted…
    [one] Change for the outcome that uses it…
   *[other] Change for all { $n } outcomes…
 }
# Measure is how it is counted; unit is in which: none (not stated), percent, rate (a unit that begins with "per "), or another.
outcome-form-counted = { $measure ->
    [flow] Counted over a period
    [stock] Counted on a day
    [rate] A rate
    [average] An average
    [share] A share
   *[not-stated] Not stated whether it is counted over a period or on a day
 }{ $kind ->
    [none] ; the unit is not stated.
    [percent] , in per cent.
    [rate] {" "}{ $unit }.
   *[other] , in { $unit }.
 }
    .grade = A grade given by an inspector.

## Who and where.

outcome-form-places = Whose figure it is, where it is not every place of the programme.
outcome-form-group = Who was counted
outcome-form-whole-council = The whole council
    .hint = Everyone in the council's area.
outcome-form-clients = The programme's clients
    .hint = Only the people the programme worked with.
outcome-form-sample = A sample
    .hint = A part of the people, such as those who answered a survey.
outcome-form-group-not-stated = Not stated
    .hint = The source does not say.
outcome-form-in-words = In words
    .hint = families with a child on a protection plan
outcome-form-heads-before = How many before
    .hint = where stated
outcome-form-heads-after = How many after
    .hint = where stated

## How sure.

outcome-form-role = What it is
outcome-form-role-outcome = Outcome
    .hint = It happened and was counted.
outcome-form-role-estimate = Estimate
    .hint = Worked out or guessed, not counted. Hidden until you show it, then hatched.
outcome-form-role-target = Target
    .hint = What was aimed at. Hidden until you show it, then hatched.
outcome-form-role-plan = Plan
    .hint = What is intended. Hidden until you show it, then hatched.
outcome-form-role-context = Context
    .hint = It happened elsewhere or nationally; shown in grey.
outcome-form-attribution = Was it the programme?
outcome-form-caused-by = Brought about
    .hint = The source says that the programme brought it about.
outcome-form-alongside = Reported alongside
    .hint = The source reports both together, and does not say that one caused the other.
outcome-form-not-said = Not said
    .hint = The source does not say.
outcome-form-compared = Compared with
outcome-form-itself = Itself, before and after
    .hint = The same place or people at two times, and nothing else.
outcome-form-stated-benchmark = A benchmark
    .hint = The source names a figure to hold it against; write it below.
outcome-form-comparators = Measured comparators
    .hint = Other places were measured over the same time.
outcome-form-nothing = Nothing
    .hint = A grade or a single level, which is compared with nothing.
outcome-form-facts = What is known of the counting
    .help = Tick what the source says. It decides whether an interval may be worked out, and which reason stands in its place.
outcome-form-full-count = Everyone was counted
    .hint = Nothing was sampled, so there is no margin of sampling.
outcome-form-known-sample = A sample of known size
    .hint = An interval can be worked out.
outcome-form-separate-events = Separate events
    .hint = Each one counted happens by itself, and not because of another.
outcome-form-same-people = The same people before and after
    .hint = Not two separate groups.
outcome-form-chosen-clients = Clients chosen because of it
    .hint = Clients were chosen because of the thing that is counted.
outcome-form-overlapping-events = Overlapping events
    .hint = It counts some of the same events as another outcome.
outcome-form-bad-moment = Chosen when things were worst
    .hint = People and places chosen then tend to improve anyway.

## Where it stands.

outcome-form-notes = Notes
    .hint = What a reader should know; a line each
outcome-form-overlaps = Counts some of the same events as
    .help = These are never added up.
    .add = Add: counts some of the same events as
outcome-form-disagrees = Another account of the same thing as
    .help = Both stay, with a caution.
    .add = Add: another account of the same thing as
outcome-form-other = Type the name of an outcome
    .name = { $indicator }, { $places }
    .out = Take { $name } out of the list
