### Why an outcome is left out of a figure, each a sentence that follows its name.

left-out-several = { $n ->
    [one] { $name } (1 outcome)
   *[other] { $name } ({ $n } outcomes)
 }
left-out-other-unit = Its unit is “{ $unit }”, and this axis is in “{ $axis }”.
left-out-other-indicator = It counts “{ $name }”, and this axis “{ $axis }”.
left-out-change-in-unit = Its change is stated in “{ $unit }”, not in per cent, and both levels were not published.
left-out-other-change-scale = Changes of this share stand in per cent and in percentage points, and one axis has one of them.
left-out-share-on-index = It is a share, whose change is told in percentage points, and an index is in per cent of the level before.
left-out-change-only = Only the change was published, so there is no level to draw.
left-out-one-level = Only one of the two levels was published, so there is no other to join it to.
left-out-direction-only = Only the direction was published, so there is no level to draw.
left-out-length-not-known = The others are averages a month, and it is not known how long this one was counted.
left-out-part = It is part of a whole, with no before and after.
left-out-single = It is a single figure, with nothing to compare it with.
left-out-series = It is a series of dated values, with no single before and after.
left-out-grade = It is a grade, which has no place on an axis of numbers.
left-out-not-a-grade = It is not a rating before and after.
left-out-suppressed = What would stand here is suppressed: it is a small count, or one could be worked out from it.
left-out-too-large = It is context, and its level is so much larger that the others could not be told apart beside it.
left-out-name = { $place }, { $indicator }
left-out-sentence = Left out: { $names }. { $reason }
