### Numbers with their bounds and units, changes, counts in words, and why a value is missing.

## In its unit.

number-percent = { $number }%
number-points = { $n ->
    [one] { $number } percentage point
   *[other] { $number } percentage points
 }
number-of-unit = { $number } { $unit }

## With its bound; the number is never told without it.

number-exactly =
    .bound = exactly
number-about = about { $number }
    .bound = about
number-over = over { $number }
    .bound = over
number-at-least = at least { $number }
    .bound = at least
number-nearly = nearly { $number }
    .bound = nearly
number-under = under { $number }
    .bound = under
number-up-to = up to { $number }
    .bound = up to
number-between = between { $low } and { $high }
    .bound = between

## Which way a change went, and by how much.

number-fell = fell
number-rose = rose
number-stable = stable
number-fell-amount = fell { $amount }
number-rose-amount = rose { $amount }
number-stable-amount = stable { $amount }

## Why a value is missing.

number-not-published = not published
number-suppressed = suppressed
number-not-applicable = not applicable
number-rounds-to-zero = rounds to zero
number-low-reliability = low reliability

## What two printed levels give, within their rounding.

number-computed-fall-to-rise = anything between a fall of { $fall } and a rise of { $rise }
number-computed-above-fall = anything above a fall of { $fall }
number-computed-below-rise = anything below a rise of { $rise }
number-computed-uncertain = no certain change
number-computed-no-change = no change
number-computed-fall = a fall of { $amount }
number-computed-fall-at-least = a fall of at least { $amount }
number-computed-fall-between = a fall of between { $near } and { $far }
number-computed-rise = a rise of { $amount }
number-computed-rise-at-least = a rise of at least { $amount }
number-computed-rise-between = a rise of between { $near } and { $far }

## Lengths of time, units of stated changes, and counts in words.

number-one-month = 1 month
number-months = { $months } months
number-percentage-points = percentage points
number-points-short = { $number } pp
number-count = { $n ->
    [0] no
    [1] one
    [2] two
    [3] three
    [4] four
    [5] five
    [6] six
    [7] seven
    [8] eight
    [9] nine
    [10] ten
   *[other] { $n }
 }

## In short.

number-millions = { $number }m
number-billions = { $number }bn

## Stated changes with a bound.

number-down = down { $amount }
number-up = up { $amount }
number-fell-by = fell by { $amount }
number-rose-by = rose by { $amount }
number-stable-by = stable by { $amount }
