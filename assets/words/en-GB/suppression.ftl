### Small counts that are suppressed: the strip above the rooms.

suppression-up-to = Small counts suppressed: 1 to
    .hint = Type or drag a number from 1 to 99
suppression-hidden = { $small ->
    [one] 1 small count
   *[other] { $small } small counts
 } and { $others ->
    [one] 1 other figure
   *[other] { $others } other figures
 } hidden
    .hint = In the whole dataset. The other figures are hidden because a small count could be worked out from them.
suppression-why = Why?
    .hint = What is hidden and what it means for you, in the help
suppression-off = Show all numbers
