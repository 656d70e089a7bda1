### Booklets of councils, and printing.

## On the pages of a booklet.

paper-folio = { $title } · page { $page } of { $of }
paper-contents = Contents
paper-sources = Sources
paper-notes = Notes
paper-licence = Licence: { $licence }
paper-counted = { $n ->
    [one] 1 council or body
   *[other] { $n } councils and bodies
 }, { $outcomes ->
    [one] 1 outcome
   *[other] { $outcomes } outcomes
 }.
paper-documents = { $n ->
    [one] From a document published in { $dates }.
   *[other] From documents published in { $dates }.
 }
paper-key-alt = What the marks mean: { $marks }.
paper-chapters-from = { $n ->
    [one] used in the chapter that begins on page { $pages }
   *[other] used in the chapters that begin on pages { $pages }
 }

## Printing and saving in the window.

paper-printed = Handed to the printer.
paper-no-printer = It could not be printed ({ $why }). Save it as a PDF instead.
paper-no-program = this computer has no printing that the program knows
paper-program-failed = the printing gave no reason
paper-not-made = The pages could not be made: { $why }
paper-stopped = Stopped. Nothing was written.
paper-not-a-table = a table is printed from a spreadsheet: save it as a workbook (XLSX), or press Ctrl+T for its figure
paper-nothing-to-bind = no council has an outcome to show
