### The councils in hand, above every room.

scope-go-to = Go to { $name }
scope-go-to-mine = Go to { $name }, my council
scope-untick = Untick { $name }
scope-more = { $n } more
scope-clear = Clear
    .hint = Untick every council
scope-all = All councils
scope-only-these = { $n ->
    [one] Only this one
   *[other] Only these { $n }
 }
