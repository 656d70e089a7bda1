### Dates, periods and lengths of time.

period-january = January
period-february = February
period-march = March
period-april = April
period-may = May
period-june = June
period-july = July
period-august = August
period-september = September
period-october = October
period-november = November
period-december = December
period-day = { $day } { $month } { $year }
period-month = { $month } { $year }
period-since = since { $from }
period-over = over { $length }
period-anchored = { $length } { $anchor }
period-not-stated = period not stated
period-implied = { $period } (implied)
period-days = { $n ->
    [one] 1 day
   *[other] { $n } days
 }
period-weeks = { $n ->
    [one] 1 week
   *[other] { $n } weeks
 }
period-months = { $n ->
    [one] 1 month
   *[other] { $n } months
 }
period-years = { $n ->
    [one] 1 year
   *[other] { $n } years
 }
period-whole-year = the whole of { $year }
period-months-of-a-year = { $from } to { $to } { $year }
period-from-to = { $from } to { $to }
period-end-not-stated = { $from }, end not stated
period-start-not-stated = start not stated, then { $to }
period-against = { $before } against { $after }
period-length-in-years = { $years } years
