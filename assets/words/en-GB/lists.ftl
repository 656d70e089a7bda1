### Lists: what stands between their items.

list-comma = ,{" "}
list-semicolon = ;{" "}
list-and = { $others } and { $last }
