### Notes below a figure, and its line of sources.

note-no-level-published = No level was published for any of these, so only changes are drawn.
note-few-levels-published = Levels were published for { $places } only; they stand below the name, and changes are drawn.
note-regions-too-large = Levels of England and regions that are larger than any council's are told in words, so that the councils can be told apart.
note-context-too-large = Context more than five times as large as the programmes' levels is told in words, because beside it they could not be told apart.
note-index-points = Index points are worked out here, after ÷ before × 100 or 100 plus the stated change; they tell how much each changed, and not how large it is.
note-nothing-published = { $places }: nothing was published on this.
note-counted-twice = Some of these figures count the same people or events, or are two accounts of one thing; they stay apart and are never added.
note-released = Official statistics as released { $kind ->
    [day] on
   *[span] in
 } { $date }.
note-of-places = { $places }: { $note }
note-and-more = { $n ->
    [one] And one more, which its outcome tells in full: { $places }.
   *[other] And { $count } more, which their outcomes tell in full: { $places }.
 }
note-ranked = Ranked by size at your request, but not a league table: the periods differ in length.
note-range = A level that was published as a range is drawn from its lower to its upper end.
note-range-of-change = Where a level is a range, the change is one too, and is drawn from its lower to its upper end.
note-averages = Counts over periods of different length are compared as an average a month; part of a year may differ by season or campaign.
note-open-ends = Where a figure was published as “over” or “up to”, an arrow marks the open end.
note-sources = { $n ->
    [one] Source
   *[other] Sources
 }: { $sources }.
note-unreal-is-hatched = Estimates, targets and plans are hatched.
note-slopes-no-ranking = Places stand by their level, which is no ranking of programmes.
note-benchmark-other-length = { $place }: compared with { $benchmark }, { $figure } ({ $when }). It was counted over another length of time than the levels, so it isn’t drawn here.
note-benchmark-too-large = { $place }: compared with { $benchmark }, { $figure } ({ $when }). It is more than five times as large as the levels, so it isn’t drawn here.
note-benchmark-change-too-large = { $place }: compared with { $benchmark }, { $figure } ({ $when }). It is more than five times as large as the changes, so it isn’t drawn here.
note-benchmark-range = { $place }: compared with { $benchmark }, { $figure } ({ $when }). It is a range, so it isn’t drawn here.
note-benchmark-not-drawn = { $place }: compared with { $benchmark } of { $figure } ({ $when }), not drawn here.
