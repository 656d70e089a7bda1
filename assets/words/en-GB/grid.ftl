### Councils side by side: titles, heads of columns, gaps.

grid-title = { $councils }, side by side
grid-title-counted = { $count } councils side by side
grid-subtitle = { $n ->
    [one] { $shared } concept has figures of more than one of them
   *[other] { $shared } concepts have figures of more than one of them
 }, { $single } of one only. Each small figure has its own axis.
grid-about = { $kind } · { $region }
grid-gap = Nothing on this in the dataset
grid-together = together with { $places }
grid-spoken-gap = { $place }: { $gap }.
grid-spoken-row = { $concept }. { $answer } { $cells }
grid-councils = Choose two to four councils to see them side by side.
grid-answer-spoken = { $answer }: why, for { $concept }
grid-begin = Which councils?
    .how = Tick two to four councils in the list. Each becomes a column; what they published stands in rows, and each row says whether it may be compared.
grid-begin-with = Show { $one } and { $other }
grid-first-of = The first { $most } of the { $n } ticked councils stand here.
