### Small counts that were taken out: what stands in their place, and why.

suppressed-words-withheld = Words are withheld here, because they hold numbers from which a suppressed figure might be worked out.
suppressed-number = suppressed
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
