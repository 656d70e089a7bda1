### Dialogs: saving one figure or figures of all councils, the palette, the frame of the help, and the question before a copy is edited.

# Buttons of several dialogs.
dialog-cancel = Cancel
dialog-close = Close
dialog-choose = Choose…
dialog-no-desktop = This desktop offers no file dialog, so the path is typed here.
dialog-size = Size
dialog-width = Width
dialog-pixels = Pixels across
dialog-resolution = Resolution
    .spoken = Resolution of the picture

# How a CSV begins.
dialog-csv-mark = Begin with a byte order mark
    .hint = Excel then reads letters such as ô and £ when the file is opened by double click. Other programs may take the mark for a part of the first column's name.
dialog-csv-excel = For Excel, save a workbook (XLSX): in a CSV it may turn a period such as 2011/12 into a date.

# Saving one figure: format and size.
dialog-save = Save the figure
dialog-save-format = As
dialog-save-format-spoken = Format: { $format }
dialog-save-points = points
dialog-save-height = Least height
    .hint = Empty: as tall as the figure needs. A figure that needs more grows.
    .empty = as needed

# Saving one figure: its words.
dialog-save-words = Words
    .spoken = Words: title, notes, alternative text
dialog-save-title = Title
dialog-save-subtitle = Subtitle
dialog-save-own-note = Note of your own
dialog-save-alternative = Alternative text
dialog-save-alternative-meaning = Read aloud to people who can't see the figure. What was left out, and the source, always stay; the source line tells when the subtitle or a note was changed.
dialog-save-why = Why?
    .spoken = Why do what was left out and the source always stay?
dialog-save-why-meaning = Subtitle and notes say which rules of comparison were applied, so the figure tells when they are yours. A reader of your paper then knows which words come from the data, and that nothing which was left out went missing.
dialog-save-title-long = { $n ->
    [one] 1 word
   *[other] { $n } words
 }: more than { $most } are hard to take in at a glance.
dialog-save-title-empty = A figure needs a title, so the written one stays.
dialog-save-title-count = { $n ->
    [one] 1 word
   *[other] { $n } words
 } of at most { $most }
dialog-save-title-letter = The typeface of figures lacks a letter of this title; a box stands in its place.
dialog-save-note = Note { $number }
dialog-save-note-show = Show note { $number }
dialog-save-back = Back to the written one
dialog-save-back-spoken = Back to the written one: { $name }

# Saving one figure: the preview.
dialog-save-preview = Preview
    .spoken = The figure as it will be saved
dialog-save-drawing = Drawing…
dialog-save-first-rows = The first { $first } of { $of } rows
dialog-save-cut-cell = { $beginning }…

# Saving one figure: the place.
dialog-save-as = Save as
dialog-save-choose-hint = Choose the file in the desktop's dialog
dialog-save-ending = It will be saved as { $path }
dialog-save-no-folder = There is no such folder; make it first, or choose another one.
dialog-save-replace = Replace the file that is there
dialog-save-now = Save
dialog-save-keep = Keep the words
    .hint = Show the figure in these words, and copy it so, without saving a file
dialog-save-cancel-hint = Save nothing; what was typed is there again next time

# Figures of all councils: the dialog.
dialog-all = Save figures of all councils
dialog-all-views = Save figures of all kept views
dialog-all-folder = Folder
dialog-all-choose-hint = Choose the folder in the desktop's dialog
dialog-all-made-if-missing = Created if needed.
dialog-all-formats = Formats
dialog-all-height = points; each as tall as it needs
dialog-all-replace = Replace files that are there
    .hint = Otherwise they stay as they are, and the summary names them
dialog-all-count = { $bodies ->
    [one] 1 council or body
   *[other] { $bodies } councils and bodies
 }, { $files ->
    [one] 1 file
   *[other] { $files } files
 }.
dialog-all-count-views = { $views ->
    [one] 1 kept view
   *[other] { $views } kept views
 }, { $files ->
    [one] 1 file
   *[other] { $files } files
 }.
dialog-all-begin = Begin

# Figures of all councils: the strip and the summary.
dialog-all-stopping = Stopping after the file that is being written…
dialog-all-beginning = { $n ->
    [one] Saving 1 figure
   *[other] Saving { $n } figures
 }
dialog-all-progress = { $done } of { $of }: { $name }
dialog-all-stop = Stop
dialog-all-copy-summary = Copy the summary
dialog-all-close-summary = Close the summary

# The palette.
dialog-find = A command, council, programme, indicator or note
    .spoken = Find a command, council, programme or indicator
dialog-find-nothing = Nothing is called "{ $typed }", and no note mentions it. Try fewer letters.
dialog-find-list = Found
dialog-find-count = { $n ->
    [0] Nothing found
    [one] 1 thing found
   *[other] { $n } things found
 }
dialog-find-most = { $n ->
    [one] 1 thing found, and more
   *[other] { $n } things found, and more
 }; another letter narrows them down
dialog-find-not-now = not now: { $why }
dialog-find-spoken = { $name }, { $what }

# The frame of the help, and the log of notices.
dialog-help-back = ← Back
dialog-help-forward = Forward →
dialog-help-contents = Contents
dialog-help-search = Search the help
dialog-help-two-letters = Type two letters or more.
dialog-help-nothing = Nothing in the help holds "{ $search }". Try fewer or shorter words.
dialog-help-found = { $n ->
    [one] 1 place found
   *[other] { $n } places found
 }
dialog-notices-none = Nothing yet. What is opened, saved and copied is listed here, and what went wrong.
dialog-notices-copy = Copy all

# The question before what is open to read only is edited.
dialog-copy = Make a copy to edit?
dialog-copy-example = The built-in dataset is an example and stays as it is. A copy of it can be edited, and saved as your own.
dialog-copy-read-only = The file is open to read only, because another window has it open. A copy of it can be edited, and saved under another name.
dialog-copy-edit = In the copy: { $edit }.
dialog-copy-make = Make a copy to edit
