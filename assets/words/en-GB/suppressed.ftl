### Small counts that were taken out: what stands in their place, and why.

suppressed-words-withheld = Words are withheld here, because they hold numbers from which a suppressed figure might be worked out.
suppressed-number = suppressed
suppressed-view = View { $n }
suppressed-threshold-out-of-range = small counts can be suppressed up to a whole number from 1 to 99, and "{ $text }" is none
suppressed-counts = { $n ->
    [1] Counts of 1
   *[other] Counts of 1 to { $n }
 }
suppressed-sentence = Suppressed: { $places }. { $counts } are suppressed, and other figures from which they could be worked out.
suppressed-place-before = the level before
suppressed-place-after = the level after
suppressed-place-stated = the stated change
suppressed-place-part = the part
suppressed-place-whole = the whole
suppressed-place-group-size = how many were counted
suppressed-place-benchmark = the benchmark
suppressed-place-value = the value of { $when }
suppressed-benchmark-words-withheld = benchmark (its words are withheld)
suppressed-change = change suppressed
suppressed-change-to = to { $level }, change suppressed
suppressed-change-from = from { $level }, change suppressed
suppressed-caption-before-and-after = before and after
suppressed-caption-before-to-after = before to after
suppressed-caption-part = part of a whole
suppressed-caption-change-from = change, from { $level }
suppressed-caption-change-to = change, to { $level }
suppressed-caption-change = change
suppressed-stated-change = The change that the source states is suppressed.
suppressed-before = before suppressed
suppressed-after = after suppressed
suppressed-why = A count this small may let somebody be recognised, and what it could be worked out from is held back with it. Both look alike, so that neither tells which is which; zero is not suppressed.
suppressed-words-as-well = Words that hold numbers are withheld as well.
suppressed-note = { $counts } are suppressed: { $small } here.
suppressed-note-others = { $n ->
    [one] { $counts } are suppressed; here { $others } figure from which one could be worked out (secondary suppression).
   *[other] { $counts } are suppressed; here { $others } figures from which one could be worked out (secondary suppression).
 }
suppressed-note-both = { $n ->
    [one] { $counts } are suppressed: { $small } here, and { $others } other figure from which they could be worked out (secondary suppression).
   *[other] { $counts } are suppressed: { $small } here, and { $others } other figures from which they could be worked out (secondary suppression).
 }
suppressed-amount = { $name } ({ $unit })
suppressed-amounts = Not taken for small counts: { $names }.
suppressed-amounts-and-more = Not taken for small counts: { $names } and { $more } more.
suppressed-amounts-counted = { $n ->
    [one] Not taken for small counts: 1 amount.
   *[other] Not taken for small counts: { $n } amounts.
 }
suppressed-anchor = (words withheld)
suppressed-locator = place withheld
