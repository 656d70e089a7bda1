### The window as a whole: rooms, files asked for, what is under way, finding, and what can not be done now.

# Rooms and what lies over the window.
app-room-overview = Overview
app-room-compare = Compare
app-room-council = Council
app-room-table = Table
app-room-edit = Edit
app-overlay-palette = Find anything
app-overlay-help = Help
app-overlay-notices = Notices

# The desktop's file dialog, or the one of this application where the desktop has none: titles, verbs, kinds of files.
app-ask-open = Open a dataset
app-ask-save-copy = Save a copy of the dataset
app-ask-save-as = Save the dataset as
app-ask-save-figure = Save the figure
app-ask-folder = Folder for the figures
app-ask-verb-open = Open
app-ask-verb-save = Save
app-file-ron = Dataset (RON)
app-file-svg = Drawing (SVG)
app-file-png = Picture (PNG)
app-file-pdf = Page (PDF)
app-file-xlsx = Workbook (XLSX)
app-file-csv = Table (CSV)

# What is under way, in the status bar.
app-errand-dialog = Waiting for the file dialog
app-errand-opening = Opening the dataset
app-errand-saving = Saving the dataset
app-errand-recovering = Looking after unsaved edits
app-errand-saving-copy = Saving a copy
app-errand-saving-figure = Saving the figure
app-errand-copying = Copying the figure
app-errand-all-councils = Saving figures of all councils

# Why a command can't be used now.
app-not-undo = there is nothing to undo
app-not-redo = there is nothing to redo
app-not-without-council = no council is chosen yet
app-not-without-pin = no council is pinned
app-not-without-list = the list of councils is empty
app-not-without-file = the dataset has no file yet
app-not-without-edits = nothing is unsaved
app-not-without-rows = the table is empty
app-not-before-first-page = this is the first page
app-not-after-last-page = this is the last page
app-not-larger = 300% is the largest
app-not-smaller = 75% is the smallest
app-not-without-outcome = no outcome is open here, so there is no figure

# The open dataset: its name where it has no file, and how it stands.
app-document-built-in = built-in dataset
app-document-recovered-unsaved = { $name } (recovered, unsaved edits)
app-document-recovered = { $name } (recovered)
app-document-unsaved = { $name } (unsaved edits)
app-document-read-only = { $name } (read-only)

# What the palette finds: what each is, beside its name.
app-find-summary = Summary
app-find-note = Note
app-find-command = Command
app-find-page = Page of the help
app-find-compare = Compare
app-find-indicator = Indicator
app-find-council = Council
app-find-body = Body
app-find-programme = Programme
app-find-help = Help: { $page }
app-find-in = { $about }: { $words }
app-find-outcome = { $places }, { $indicator }

# How a council was found, below its name in the list, and the words around what was found.
app-search-programme = Programme
app-search-indicator = Indicator
app-search-summary = Summary
app-search-claim = Claim
app-search-topic = Topic
app-search-note = Note
app-search-found = { $what }: { $words }
app-search-excerpt-beginning = { $words } …
app-search-excerpt-middle = … { $words } …
app-search-excerpt-end = … { $words }

# Figures where there is nothing to draw.
app-page-nothing-yet = Nothing here yet
app-page-choose-concept = Choose one concept
app-page-no-outcomes = This dataset has no outcomes yet. Open another with File, Open… (Ctrl+O), or add a council, a programme and its outcomes; Help (F1) says how under Editing.
app-page-only-unreal = This dataset has estimates, targets and plans only. View, Estimates, targets and plans shows them.
app-page-nothing-fits = Nothing fits
app-page-clear-filters = No council fits the search and the filters. Press Escape to clear them.

# The list of keys in the help: a heading for each menu, and a line for each command.
app-keys-of-menu = Menu { $menu }
app-keys-command = { $keys }: { $command }
app-keys-hint = . { $hint }.

# The table.
app-table-copied = Copied { $n } rows as cells; paste them into a spreadsheet.
