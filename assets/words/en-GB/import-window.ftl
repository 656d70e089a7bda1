# Importing tables of official statistics in the window.

import-window-title = Import tables
import-window-tables = Tables
import-window-profiles = Profiles
import-window-profile-name = profile.ron
import-window-intro = Choose CSV, XLSX, XLS or ODS files, or drop them on the window. Nothing is changed before you say so.

# Files.
import-window-choose = Choose files…
import-window-path = Path of a table
import-window-read = Read
import-window-remove = Leave out { $file }
import-window-with-companion = { $file } (says what its columns are)
import-window-unreadable = { $path } can't be read ({ $why }).
import-window-no-file = { $path } is no file; name a CSV, XLSX, XLS or ODS file.
import-window-dataset = { $path } is a dataset; open it with File, Open.
import-window-table = Table
import-window-sheet = Sheet
import-window-all-sheets = All sheets
import-window-table-name = { $file } ({ $sheet })

import-window-not-now = Close the dialog that is open, and drop the tables again.

# The preview.
import-window-preview = Preview of { $table }
import-window-rows-shown = { $rows ->
    [one] 1 row
   *[other] { $rows } rows
}; shown are the first { $shown } and those that findings name.
import-window-more-columns = { $more } more columns are read and not shown.
import-window-column = { $letter } ({ $heading })
import-window-role-of = Column { $column }
import-window-row = Row { $row }: { $cells }
import-window-heading-row = Row { $row }, the headings: { $cells }
import-window-as-understood = As understood
import-window-role-place-code = Place code
import-window-role-place-name = Place name
import-window-role-council-code = Council code
import-window-role-council-name = Council name
import-window-role-region-code = Region code
import-window-role-region-name = Region
import-window-role-nation-code = Country code
import-window-role-nation-name = Country
import-window-role-dfe = DfE number
import-window-role-level = Level of place
import-window-role-period = Period
import-window-role-period-kind = Kind of period
import-window-role-indicator = Which indicator
import-window-role-filter = Filter
import-window-role-label = Words for the filter
import-window-role-value = Value
import-window-role-leave-out = Leave out

# What is made.
import-window-made = What will be made
import-window-summary = { $statistics ->
    [one] 1 statistic
   *[other] { $statistics } statistics
} of { $indicators ->
    [one] 1 indicator
   *[other] { $indicators } indicators
}, { $places ->
    [one] 1 place
   *[other] { $places } places
}; { $numbers } numbers, { $symbols } symbols
import-window-indicators = Indicators
import-window-indicators-hint = Name, unit and measure are what the table says; whether less or more is better is for you to say.
import-window-name-of = Name of { $name }
import-window-unit-of = Unit of { $name }
import-window-measure-of = Measure of { $name }
import-window-polarity-of = Polarity of { $name }
import-window-not-confirmed = Not confirmed (neither)
import-window-periods = Periods
import-window-periods-found = { $n ->
    [one] 1 period
   *[other] { $n } periods
}: { $names }
import-window-period-of = Period of { $file }
import-window-places = Places
import-window-place = Place of the whole table
import-window-places-found = { $kind }: { $n }
import-window-not-matched = Not matched, and so left out:
import-window-filters = Filters
import-window-keep-of = Keep of { $filter }
import-window-each = Every value, each as an indicator
import-window-keep-understood = As understood
import-window-facts = About the publication
import-window-title-of-dataset = Title of the dataset
import-window-publication = Publication
import-window-publisher = Publisher
import-window-released = Released (2024-11-14)
import-window-licence = Licence

# A profile that names what no table has.
import-window-missing = The profile names what no table has
import-window-missing-column = Column { $name } is now
import-window-missing-indicator = Indicator { $name } is now
import-window-not-there = Not there any more
import-window-please-choose = Please choose

# Findings.
import-window-findings = Findings ({ $n })
import-window-no-findings = Nothing is doubtful.
import-window-finding-row = Row { $row }: { $sentence }
import-window-row-not-shown = Row { $row } is not among the rows that are shown.

# What stands in the way.
import-window-no-files = Choose a table first.
import-window-being-read = The tables are being read.
import-window-was-stopped = It was stopped before the end.
import-window-read-again = Read again
import-window-nothing = Nothing can be made of this yet; the findings say why.

# Buttons and work.
import-window-make = Make a new dataset
import-window-add = Add to the open dataset
import-window-add-hint = One step, which can be undone
import-window-use-profile = Use a profile…
import-window-save-profile = Save as a profile…
import-window-cancel = Cancel
import-window-making = Making the dataset
import-window-comparing = Comparing with the open dataset
import-window-adding = Adding to the open dataset
import-window-reading-profile = Reading the profile
import-window-saving-profile = Saving the profile

# Profiles.
import-window-path-to-use = Path of the profile to use
import-window-path-to-save = Save the profile as
import-window-use = Use
import-window-save = Save
import-window-replace = Replace the file that is there
import-window-put-aside = Not now
import-window-no-profile = { $path } is no profile.
import-window-profile-fault = { $path }: { $why }
import-window-profile-used = The profile was used.
import-window-profile-saved = The profile was saved: { $path }
import-window-profile-there = { $path } is there already; tick that it may be replaced, or name another file.

# Conflicts with the open dataset.
import-window-conflicts = { $name } tells this otherwise
import-window-conflict-number = { $nth } of { $of }
import-window-conflict = { $name }: { $place }, { $period } is { $old } in the dataset and { $new } in the import. { $more ->
    [0] No other value differs.
    [one] 1 more value differs.
   *[other] { $more } more values differ.
}
import-window-conflict-same = { $name }: the dataset has this table already, with other periods, places or notes.
import-window-keep-both = Keep both, as two releases
import-window-keep-both-hint = For each date the newer release stands
import-window-take-new = Take the imported one
import-window-take-new-hint = The one in the dataset goes out
import-window-keep-old = Leave the imported one out
import-window-for-all = Do the same for all that follow
import-window-back = Back to the preview
import-window-another-indicator = { $name } is counted in { $unit }, not as in the dataset; it is an indicator of its own.
import-window-added = { $added ->
    [0] Nothing was added.
    [one] 1 statistic was added.
   *[other] { $added } statistics were added.
}
import-window-there-already = { $there ->
    [one] 1 was there already.
   *[other] { $there } were there already.
}
import-window-left-out = { $left ->
    [one] 1 was left out.
   *[other] { $left } were left out.
}
import-window-edit = Import { $added ->
    [one] 1 statistic
   *[other] { $added } statistics
}
