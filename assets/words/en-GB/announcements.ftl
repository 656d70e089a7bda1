### What a screen reader is told of steps whose outcome is only seen.

# After searching and filtering: councils in the list, and whether the room has anything left to show.
announcement-list = { $n ->
    [0] No council fits
    [one] 1 council or body
   *[other] { $n } councils and bodies
 }
announcement-list-nothing = { $n ->
    [0] No council fits
    [one] 1 council or body
   *[other] { $n } councils and bodies
 }. Nothing to draw.
announcement-pinned = Ticked { $name }; { $n } ticked
announcement-unpinned = Unticked { $name }; { $n } ticked
announcement-unpinned-all = Unticked all
announcement-sorted =
    .up = Sorted by { $column }, upwards
    .down = Sorted by { $column }, downwards
    .not = Not sorted; the rows are in the dataset's order
announcement-dates = From { $from } to { $to }, { $n ->
    [one] one row
   *[other] { $n } rows
 }
announcement-path-copied = Copied the path
announcement-log-copied = Copied all notices
announcement-undone = Undone: { $step }
announcement-redone = Redone: { $step }
announcement-copied = Copied: { $words }
