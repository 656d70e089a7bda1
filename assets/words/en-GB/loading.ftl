### Reading the file of a dataset: why it can't be read, what stands wrong in its text, and how two versions differ.

# Why a file is not read.
load-missing = { $path }: there is no such file; check its name and folder
load-folder = { $path }: this is a folder; name a dataset file that ends in .ron
load-no-file = { $path }: this is not a regular file; name a dataset file that ends in .ron
load-unreadable = { $path }: the file can't be read ({ $why }); { $fix }
load-unreadable-not-allowed = ask its owner to let you read it, or open another file
load-unreadable-drive = check that the drive is connected and that this is a dataset file, or open another one
load-empty = { $path }: the file is empty; a dataset begins with "(format: { $latest }," and data/README.md shows the rest
load-too-large = { $path }: the file has { $bytes } bytes and at most { $most } are read; split it into smaller datasets
load-another = { $path }: this is { $what } and not a dataset; open a file that ends in .ron, whose text begins with "(format: { $latest },"
load-another-png = a PNG picture
load-another-jpeg = a JPEG picture
load-another-gif = a GIF picture
load-another-pdf = a PDF document
load-another-old-office = an old Word, Excel or PowerPoint file
load-another-rtf = a rich text document (RTF)
load-another-gzip = a compressed file (gzip)
load-another-7z = a compressed folder (7z)
load-another-sqlite = an SQLite database
load-another-program = a program
load-another-docx = a Word document (DOCX)
load-another-xlsx = an Excel workbook (XLSX)
load-another-pptx = a PowerPoint presentation (PPTX)
load-another-odf = an OpenDocument file (ODT, ODS)
load-another-zip = a ZIP file
load-another-binary = a file of another program, with bytes that are no text
load-another-html = a web page (HTML)
load-another-svg = a drawing (SVG)
load-another-xml = an XML file
load-another-json = a JSON file
load-another-csv = a table (CSV)
load-utf-16 = { $path }: this text is saved as UTF-16; save it as UTF-8 in the program that made it, and open it again
load-not-utf-8 = { $path }:{ $line }:{ $column }: byte { $byte } of the file is not UTF-8 text; save the file as UTF-8
load-and-more-errors = { $more ->
    [one] { $first } (and one more error)
   *[other] { $first } (and { $more } more errors)
 }
load-no-text = there is no text
    .fix = begin with "(format: { $latest }," and data/README.md shows the rest
load-version-unknown = there is no format version { $version }
    .fix = write format: { $latest }
load-version-too-new = the file is written in format version { $version }, and this application reads up to version { $latest }
    .fix = open it with a newer version of Side by Side

# What stands wrong in the text.
syntax-as-shown = write it as data/README.md shows
syntax-or = { $others } or { $last }
syntax-no-such-field = there is no field `{ $found }` here
    .fix = the fields are { $fields }
syntax-no-such-field-near =
    .fix = did you mean `{ $near }`? The fields are { $fields }
syntax-missing-field = the field `{ $field }` is missing
    .fix = write `{ $field }: …` between these brackets
syntax-field-twice = the field `{ $field }` is written twice
    .fix = keep one of the two
syntax-no-such-word = `{ $found }` is not a word that can stand here
    .fix = write { $words }
syntax-other-kind = here should be { $expected }, and there is { $found }
syntax-expected-number = a number like 52, or a text like "over 60",
syntax-other-length = here should be { $expected }, and { $found ->
    [one] there is 1 part
   *[other] there are { $found } parts
 }
    .fix = write all the parts that data/README.md shows
syntax-end = the file ends in the middle
    .fix = write the brackets or quotes that are missing at its end, or fetch a whole copy
syntax-open-text = a text has no closing quote
    .fix = write " at its end, and \" for a quote in it
syntax-open-comment = a comment is not closed
    .fix = write */ at its end
syntax-no-text = here should be a text
    .fix = put it between quotes
syntax-no-option = a field that may be empty is not written so
    .fix = write Some(…) around its value, or None
syntax-no-number = here should be a whole number from 0 up
    .fix = write it in digits
syntax-too-deep = brackets are nested deeper than in any dataset
syntax-trailing = something follows after the end of the dataset
    .fix = remove it, or look for a bracket too many
syntax-word-of-brackets = the word `{ $found }` can't stand here
    .fix = write its brackets ( ) alone
syntax-brackets = an opening bracket ( should stand here
    .fix = look here and just before for a missing comma, quote or bracket
syntax-comma = a comma should stand here

# How two versions of a dataset differ, a line a part.
difference-the-dataset = The dataset
difference-part = { $part ->
    [source] Source { $name } ({ $id })
    [council] Council { $name } ({ $id })
    [indicator] Indicator { $name } ({ $id })
    [programme] Programme { $name } ({ $id })
   *[outcome] Outcome { $name } ({ $id })
 }
difference-only-mine = { $part }: only in mine
difference-only-theirs = { $part }: only in theirs
difference-changed = { $part }: { $fields }
difference-field = { $field }: mine { $mine }, theirs { $theirs }
difference-figures = figures
difference-not-written = not written
difference-cut = …
difference-the-context = the context
difference-order = { $part ->
    [dataset] The parts of the dataset stand in another order
    [source] The sources stand in another order
    [council] The councils stand in another order
    [indicator] The indicators stand in another order
    [programme] The programmes stand in another order
   *[outcome] The outcomes stand in another order
 }
difference-order-of-outcomes = The outcomes of { $holder } stand in another order

# Why a long piece of work came to nothing, be it reading, drawing or writing, where whoever waited for it stopped it.
work-stopped = it was stopped
