### What a screen reader is told of steps whose outcome is only seen.

# After searching and filtering: councils in the list, and whether the room has anything left to show.
heard-list = { $n ->
    [0] No council fits
    [one] 1 council or body
   *[other] { $n } councils and bodies
 }
heard-list-nothing = { $n ->
    [0] No council fits
    [one] 1 council or body
   *[other] { $n } councils and bodies
 }. Nothing to draw.
heard-pinned = Pinned { $name }; { $n } pinned
heard-unpinned = Unpinned { $name }; { $n } pinned
heard-unpinned-all = Unpinned all
heard-sorted =
    .up = Sorted by { $column }, upwards
    .down = Sorted by { $column }, downwards
    .not = Not sorted; the rows are in the dataset's order
heard-log-copied = Copied all notices
heard-undone = Undone: { $step }
heard-redone = Redone: { $step }
