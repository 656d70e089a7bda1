### Saving one figure, and figures of all councils.

# Saving the figure on screen: what stands in the way.
save-figure-busy = The file is being written.
save-figure-there = A file of that name is there already. Tick Replace, or choose another name.
save-figure-nothing = Nothing to save: { $why }.
save-figure-no-path = Write where to save the figure.
save-figure-control = A path holds no line breaks or control characters.
save-figure-folder = This names a folder and not a file; add a file name.

# Its size. Where the size of the page or the picture is off.
save-figure-density-once = 1× (96 dots an inch)
save-figure-density-twice = 2× (192 dots an inch)
save-figure-density-print = 300 dots an inch
save-figure-density-pixels = A width in pixels
save-figure-too-large = The picture would be { $columns } × { $rows } pixels, and { $most } million pixels are the most; choose a lower resolution.
save-figure-width = Write a width from { $least } to { $most } points, such as 1000.
save-figure-height = Write a height from { $least } to { $most } points, such as 600. Leave it empty for as tall as the figure needs.
save-figure-pixels = Write a width from { $least } to { $most } pixels, such as 1600.

# Afterwards.
save-figure-saved = Saved { $path }
save-figure-saved-remark = Saved { $path }. { $remark }
save-figure-stopped = Stopped; no figure was saved.
save-figure-failed = Not saved. { $why }
save-figure-failed-there = Not saved. { $path }: the file is there already

# Saving figures of all councils: what stands in the way, and which councils are meant.
save-all-folder = Side by Side figures
save-all-nobody = No council fits the filters and the ticks, so there is nothing to make.
save-all-no-view = No view is kept in this dataset, so there is nothing to make.
save-all-as-kept = Each is saved as it was kept, with its own councils, filters and words.
save-all-no-folder = Write which folder to fill.
save-all-no-format = Tick at least one format.
save-all-copied = Copied the summary.
save-all-under-way = Figures are being saved already; stop that first.
save-all-ticked = { $n ->
    [one] only the 1 council you ticked
   *[other] only the { $n } councils you ticked
 }
save-all-region = region { $region }
save-all-kind = kind { $kind }
save-all-topic = topic { $topic }
save-all-document = document { $document }
save-all-form = form of evidence { $form }
# Filters are those above, divided by commas; unreal is one of these two sentences.
save-all-unreal-hidden = Estimates, targets and plans are left out.
save-all-unreal-shown = Estimates, targets and plans too.
save-all-not-narrowed = No filter is on and no council is ticked, so that every council with an outcome gets a figure. { $unreal }
save-all-narrowed = The ticks and filters of the list apply: { $filters }. { $unreal }

# Afterwards. Stopped is "yes" where it was stopped before the end.
save-all-nothing = Nothing was made.
save-all-made = { $made ->
    [one] 1 file made
   *[other] { $made } files made
 }{ $failed ->
    [0] {""}
   *[other] , { $failed } not made
 }{ $stopped ->
    [yes] ; stopped before the end.
   *[no] .
 }
save-all-not-made = Not made:
save-all-made-in = Made in { $folder }:
save-all-tick-replace = tick Replace files that are there
