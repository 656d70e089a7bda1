### The window as a whole: rooms, files asked for, what is under way, finding, and what can not be done now.

# Rooms and what lies over the window.
app-room-overview = Overview
app-room-compare = Compare
app-room-side-by-side = Side by side
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
app-ask-save-pdf = Save the pages as a PDF
app-ask-folder = Folder for the figures
app-ask-verb-open = Open
app-ask-verb-save = Save
app-file-ron = Dataset (RON)

# What is under way, in the status bar.
app-task-dialog = Waiting for the file dialog
app-task-opening = Opening the dataset
app-task-importing = Reading the tables
app-task-saving = Saving the dataset
app-task-looking-for-unsaved = Looking for unsaved edits
app-task-recovering = Restoring unsaved edits
app-task-checking = Checking the dataset
app-task-saving-copy = Saving a copy
app-task-saving-figure = Saving the figure
app-task-copying = Copying the figure
app-task-printing = Printing
app-task-saving-pdf = Making the PDF
app-task-all-councils = Saving figures of all councils

# Why a command can't be used now.
app-not-now = Not now: { $why }.
app-not-undo = there is nothing to undo
app-not-redo = there is nothing to redo
app-not-without-council = no council is chosen yet
app-not-without-pin = no council is ticked
app-not-without-table = the table is not on screen, or has no rows
app-not-without-column = go to a column of the table first
app-not-without-widths = all columns have their usual widths
app-not-without-list = the list of councils is empty
app-not-without-file = the dataset has no file yet
app-not-without-edits = nothing is unsaved
app-not-busy = nothing is being worked on that can be stopped
app-not-without-rows = the table is empty
app-not-before-first-page = this is the first page
app-not-after-last-page = this is the last page
app-not-larger = 300% is the largest
app-not-smaller = 75% is the smallest
app-not-outside-compare = dates are chosen in Compare
app-not-without-statistics = this concept has no official statistics
app-not-without-date = there is no date to go to, or the first date would no longer come before the second
app-not-latest-already = the latest two dates are compared already
app-not-read-only = this dataset can be edited as it is
app-not-without-outcome = no outcome is open here, so there is no figure

# The open dataset: its name where it has no file, and how it stands.
app-document-built-in = built-in dataset
app-document-built-in-statistics = built-in official statistics
app-document-recovered-unsaved = { $name } (recovered, unsaved edits)
app-document-recovered = { $name } (recovered)
app-document-unsaved = { $name } (unsaved edits)
app-document-read-only = { $name } (read-only)

# What the palette finds: what each is, beside its name.
app-find-summary = Summary
app-find-note = Note
app-find-command = Command
app-find-page = Page of the help
app-find-term = Term of the glossary
app-find-an-outcome = Outcome
app-find-compare = Compare
app-find-indicator = Indicator
app-find-kept-view = View: { $name }
app-find-view = Kept view
app-find-council = Council
app-find-body = Body
app-find-programme = Programme
app-find-source = Document
app-find-topic = Topic
app-find-region = Region
app-find-benchmark = Benchmark
app-find-source-note = Note on a document
app-find-council-note = Note on a council
app-find-help = Help: { $page }
app-find-in = { $about }: { $words }
app-find-outcome = { $places }, { $indicator }
app-find-outcome-of-time = { $outcome }, { $time }

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
app-page-only-unreal = This dataset has only estimates, targets and plans.
app-page-nothing-fits = Nothing fits
app-page-clear-filters = No council fits the filters and the ticks. Clear the filters, or show all councils.

# The list of keys in the help: a heading for each menu, and a line for each command.
app-keys-of-menu = Menu { $menu }
app-keys-command = { $keys }: { $command }
app-keys-hint = . { $hint }.

# The table.
app-column-width = { $n ->
    [one] Column { $column }: { $n } point wide.
   *[other] Column { $column }: { $n } points wide.
 }
app-column-narrowest = { $n ->
    [one] Column { $column }: { $n } point wide, as narrow as it can be.
   *[other] Column { $column }: { $n } points wide, as narrow as it can be.
 }
app-column-widest = { $n ->
    [one] Column { $column }: { $n } point wide, as wide as it can be.
   *[other] Column { $column }: { $n } points wide, as wide as it can be.
 }
app-columns-usual = All columns have their usual widths.
app-table-copied = { $n ->
    [one] Copied 1 row as cells; paste it into a spreadsheet.
   *[other] Copied { $n } rows as cells; paste them into a spreadsheet.
 }

# The room Edit: its lists, and what one part of each is called.
app-desk-sources = Sources
app-desk-councils = Councils and bodies
app-desk-indicators = Indicators
app-desk-programmes = Programmes
app-desk-context = Context
app-desk-views = Kept views
app-desk-one-view = kept view
app-desk-one-source = source
app-desk-one-council = council
app-desk-one-indicator = indicator
app-desk-one-programme = programme
app-desk-one-context = context figure

# The room Edit: steps of the history, questions, and what is told.
app-desk-no-findings = Nothing is wrong or doubtful in this dataset.
app-desk-not-changed = Not changed: { $why }.
app-desk-add-source = Add a source
app-desk-add-council = Add a council
app-desk-add-indicator = Add an indicator
app-desk-add-programme = Add a programme
app-desk-delete = Delete
app-desk-copy-in = Copy from the built-in example
app-desk-nothing-copied = Nothing was copied: all of it is in this dataset already.
app-desk-no-example = The built-in example can't be read.

# Datasets that have no file yet.
app-document-untitled = Untitled dataset
app-document-copy = copy of { $name }
app-document-copy-of-built-in = copy of the { $name }

# Files: what is told after a copy or a picture, and why nothing was saved.
app-file-copy-holds-all = The copy holds all numbers, also those that are suppressed on screen; do not publish it.
app-file-is-open-itself = Not saved. This is the open file itself; use Save, or choose another name for the copy.
app-file-chosen-for-another = Not saved: { $path } was chosen for a dataset that is no longer open. Save again to choose a name for this one.
app-file-copied-picture = Copied the figure as a picture; paste it into a document.
app-file-saved = Saved { $path }
app-file-saved-remark = Saved { $path }. { $remark }
app-file-not-saved = Not saved. { $why }
app-file-wrong-ending = Not saved. { $path }: this saves .{ $ending }; name a file that ends in .{ $ending }
app-file-broke-down = Something went wrong inside Side by Side; please report this as a fault.
app-file-two-remarks = { $first }. { $second }

# What is remembered between sessions.
app-settings-unread = The settings could not be read ({ $why }), so the usual ones are used: { $file }
app-settings-damaged = The settings were damaged ({ $why }) and begin anew; the old ones are in { $file }
app-settings-not-set-aside = The settings were damaged ({ $why }) and could not be set aside ({ $error })
app-settings-not-kept = The settings will not be remembered. { $why }

# The log of notices: what each is.
app-notice-copy-path = Copy path
app-notice-show-in-folder = Show in folder
app-notice-no-folder = The folder could not be shown: { $why }
app-notice-done = Done
app-notice-error = Error
app-notice-line = { $severity }: { $text }

app-stopped-opening = Opening was stopped; what was open stays open.
app-stopped-looking = Looking for unsaved edits was stopped; they are looked for again at the next start.
app-stopped-copying = Copying was stopped; the clipboard is as it was.
