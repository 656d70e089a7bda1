# Importing tables of official statistics.

# Files that can't be read at all.
import-empty = { $file } holds nothing; name the file with the table
import-too-large = { $file } has { $size } bytes, and at most { $most } are read; take out the rows or columns that are not needed
import-too-wide = { $file } has { $columns } columns in a row, and at most { $most } are read; save the columns that are needed as a file of their own
import-not-text = { $file } is no text: row { $row } holds a NUL byte; save the table again as CSV in UTF-8
import-open-quote = { $file } has a quotation mark in row { $row } that is never closed; close it, or save the table again as CSV
import-password = { $file } is protected by a password; save a copy without it
import-unpacks = { $file } unpacks to more than { $most } bytes, which is more than is read; save the sheet that is needed as CSV
import-damaged = { $file } can't be read as a workbook ({ $why }); open it in a spreadsheet and save it again, or save the sheet as CSV
import-another = { $file } is a package, but no XLSX or ODS workbook; name a CSV, XLSX, XLS or ODS file

# What is found. Each is a sentence without its full stop.
import-and-more = and { $more } more like this
import-topic = Official statistics
import-licence-not-said = Not stated
import-windows-1252 = the file is not in UTF-8; it was read as windows-1252
import-lost-letters = letters were lost before the file was saved; they are shown as �
import-same-file = the file holds the same as { $other }; it was left out
import-meta-alone = there is no table to this companion; name both files
import-meta-unread = the companion could not be read ({ $why }); the table was read without it
import-meta-tabs = the companion has tabs where commas belong; it was read by its tabs
import-meta-headings = it has no column col_name
import-no-cells = the sheet is empty
import-no-headings = no row of headings was found
import-only-headings = there are headings and no rows
import-no-values = no column holds numbers
import-no-places = no column holds names or codes of places that are known; name the column or the place in a profile
import-no-period = no column, heading, title or file name says when this was counted; name the period in a profile
import-nothing-made = nothing was made of this table
import-empty-column = nothing stands in this column; it was left out
import-column-left-out = the column is not needed, or holds too many different words; it was left out
import-undated-columns = { $columns } columns say no year ({ $names } …); they were left out
import-twin-headings = column { $nth } has the heading of another column
import-heading-again = the headings stand here again; the row was left out
import-note-row = only words stand here (“{ $text }”); they were kept as a note
import-ragged = the row has { $own } cells, the headings have { $usual }
import-other-level = “{ $level }” is no level of places that is read here; the row was left out
import-row-without-place = the row names no place; it was left out
import-no-such-period = “{ $text }” is no period; the rows with it were left out
import-years-not-in-a-row = “{ $text }” is not two years in a row; the rows with it were left out
import-unknown-kind-of-year = “{ $kind }” beside { $text } is no kind of year that is known; the rows with it were left out
import-period-of-title = the period stands only in the title; it was taken as { $period }
import-period-of-name = the period stands only in the name of the file; it was taken as { $period }
import-mixed-years = { $kinds } kinds of year stand in one column; a statistic was made of each
import-place-by-code = { $name }: taken as { $known }, by code { $code }
import-place-by-former-code = { $code } is the code that { $known } had before; the place is the same, now { $own }
import-place-by-dfe = { $name }: taken as { $known }, by the Department for Education’s number { $code }
import-place-by-name = { $name }: taken as { $known } ({ $code }), by its name
import-part-of-london = { $name } shares code { $code } with London; they were kept apart
import-code-of-another = code { $code } belongs to { $known }, and { $name } has { $other }; the rows were left out
import-several-places = “{ $name }” may be { $several }; the rows were left out
import-unknown-place = “{ $name }” is no place that is known; its rows were left out
import-unknown-place-near = “{ $name }” is no place that is known (the nearest are { $near }); its rows were left out
import-not-applicable-places = { $count } { $count ->
    [one] place has
   *[other] places have
} only values that do not apply, as councils have that ended or are to come; left out: { $names }
import-filter-kept = only “{ $kept }” was kept; { $rows ->
    [one] { $rows } row of another value was
   *[other] { $rows } rows of other values were
} left out ({ $others })
import-filter-each = there is no total among its { $values } values; an indicator was made of each
import-same-name = two rows or columns are called “{ $name }”; they were kept apart by a number
import-not-in-profile = the profile does not name this indicator; it was left out
import-too-many-statistics = the table makes more than { $most } statistics; the rest was left out
import-no-numbers = no number stands here; it was left out
import-duplicate = { $place }, { $period }: { $value } stands in row { $row } as well; it was taken once
import-conflict = { $place }, { $period }: { $kept } in row { $row } and { $other } here; the first was kept
import-symbol = “{ $symbol }” in { $cells } cells: taken as { $meaning }
import-symbol-not-known = What it means is not known.
import-unknown-symbol = “{ $symbol }” in { $cells } cells is no symbol that is known; it was kept as a value that is not published
import-out-of-proportion = { $place }: { $value } is out of proportion to the middle of its row, { $middle }; it was kept
import-written = “{ $text }” was read as { $read }
import-rounded = “{ $text }” has more digits than are kept; it was read as { $read }
import-mixed-scales = numbers in thousands or millions stand among others; all were written in full
import-parts-of-one = shares are stored as parts of one (0.79); they were read as per cent (79)
import-many-columns = the table has { $columns } columns of values for { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
}; breakdowns usually stand in rows
import-polarity = whether less or more is better is not said for { $indicators } { $indicators ->
    [one] indicator
   *[other] indicators
}: neither, until a person confirms it
import-measure = how it is counted (in a time, on a day) is not said for { $indicators } { $indicators ->
    [one] indicator
   *[other] indicators
}: { $names }

# Profiles.
import-profile-unread = the profile can't be read: line { $line }, column { $column }: { $why }
import-profile-word = the profile has “{ $word }” in { $field }; possible are { $possible }
import-profile-without = the profile names the indicator “{ $name }”, and no table has it; was it renamed?
import-profile-column = the profile names the column “{ $name }”, and no table has it; was it renamed?
