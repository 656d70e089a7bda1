### The frame of the window: its title, panes, tabs, menus, and the table.

window-title = { $document } — Side by Side

# Panes, as they are spoken.
window-pane-menu = Rooms, finding and menu
window-pane-councils = Councils
window-pane-controls = Controls of the room
window-pane-figure = Figure
window-pane-outcome = Outcome in full
window-pane-status = Progress and questions
window-pane-notice = Notice
window-pane-parts = Contents of the dataset
window-pane-form = Form
window-pane-preview = How it will look

# Tabs of the rooms, and the list of councils where it has no room beside the figure.
window-rooms = Rooms
window-room-spoken = Room: { $room }
window-drawer = Councils
    .spoken = List of councils
window-drawer-close = Close the list

# The bar at the top.
window-find = Find a council, figure or command
window-find-short = Find…
window-menu = Menu

# Menus: an entry with the step it would take, its key, and why it can't be used now.
window-menu-step = { $command }: { $step }
window-hint-keys = { $hint } ({ $keys })
window-hint-not-now = { $hint }; not now: { $why }

# The table.
window-table-all = All outcomes
window-table-scope = Rows of the table
window-table-columns = Columns
window-table-every-date = A column for every date
window-table-divider = Width of the column { $column }
    .hint = Drag to make the column wider or narrower; a double click makes it as wide as its content
window-table-copy = Copy as cells
    .hint = Paste the table into a spreadsheet
window-table-rows = { $n ->
    [one] 1 row
   *[other] { $n } rows
 }
window-table-no-outcomes = This dataset has no outcomes yet. Open another with File, Open… (Ctrl+O), or add outcomes of your own.
window-table-nothing-fits = No outcome fits. Press Escape to clear the search and the filters.
window-table-nothing-here = No outcome belongs here. Choose All outcomes in the box above.
window-table-sort = Sort by this column; again for the other way, and again for the dataset's order
window-table-spoken = Outcomes
window-table-row = Row { $row }
    .open = Row { $row }, open
window-table-heading =
    .up = { $column }, sorted upwards
    .down = { $column }, sorted downwards
window-table-cell = { $column }, row { $row }: { $value }
window-table-empty-cell = not published

# The edges of the panes beside the room.
splitter =
    .list = Width of the list
    .outcome = Width of the outcome
    .hint = Drag it, or press the arrow keys; a double click or Home gives back the usual width
