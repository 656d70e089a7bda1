### Lists: what stands between their items.

list-comma = ,{" "}
list-semicolon = ;{" "}
list-and = { $others } and { $last }
list-and-more = { $items }; and { $more } more
