### Small counts that are suppressed: the strip above the rooms.

suppression-up-to = Small counts suppressed: 1 to
    .hint = Type or drag a number from 1 to 99
suppression-hidden = { $others ->
    [0] { suppression-hidden.small }
   *[other] { $small ->
    [0] { suppression-hidden.others }
   *[other] { suppression-hidden.small } and { suppression-hidden.others }
   }
 } hidden
    .small = { $small ->
    [one] 1 small count
   *[other] { $small } small counts
 }
    .others = { $others ->
    [one] 1 other figure
   *[other] { $others } other figures
 }
    .hint = { $others ->
    [0] In the whole dataset.
   *[other] In the whole dataset. The other figures are hidden because a small count could be worked out from them.
 }
suppression-why = Why?
    .hint = What is hidden and what it means for you, in the help
suppression-off = Show all numbers
