### Saving one figure, and figures of all councils.

# Saving the figure on screen: what stands in the way.
save-figure-busy = The file is being written.
save-figure-there = A file of that name is there already. Tick Replace, or choose another name.
save-figure-nothing = Nothing to save: { $why }.
save-figure-no-path = Write where to save the figure.
save-figure-control = A path holds no line breaks or control characters.
save-figure-folder = This names a folder and not a file; add a file name.

# What it is for. The remark stands below the preview.
save-figure-for = For
    .spoken = What the figure is for
save-figure-preset-spoken = { $preset }: { $note }
save-figure-by-hand-now = None of these: the size is set by hand, under Options.
save-figure-preset-page = Page width
    .note = 160 mm wide, in a paper
    .remark = Laid out again for the page, not shrunk.
save-figure-preset-half = Half page
    .note = 78 mm wide, two side by side
    .remark = Laid out again for half a page, not shrunk.
save-figure-preset-slide = Slide
    .note = 16:9, large type
    .remark = Laid out again for a slide.
save-figure-preset-web = Web
    .note = 700 pixels wide
    .remark = Laid out again for the web.

# The preview, and what comes out. Preset is none where the size is set by hand; sizes are in points and in millimetres.
save-figure-fit = Fit
    .spoken = Preview: fit a page
save-figure-actual = 100%
    .spoken = Preview: 100%, as large as it comes out
save-figure-comes-out = { $preset ->
    [web] { $width } × { $height } pixels at 100%,
    [slide] { $width } × { $height }, 16:9,
    [none] { $width } × { $height } points, on paper { $across } × { $down } mm,
   *[other] { $across } × { $down } mm,
 } smallest type { $smallest } pt.
save-figure-pixels-out = In pixels: { $columns } × { $rows }.
save-figure-no-preview = No picture: { $why }.
save-figure-tall = Taller than a page; as PDF it goes over several.
save-figure-pages = { $n ->
    [one] 1 page.
   *[other] { $n } pages.
 }
save-figure-no-size = A table has no size; it holds the rows of the figure.

# The name, the options and the buttons.
save-figure-in-folder = in { $folder }
save-figure-another-folder = Another folder…
save-figure-options = Options
    .spoken = Options: size by hand, colours, small counts
save-figure-by-hand = Set the size by hand
save-figure-options-colours = Figures are always saved in the light colours.
save-figure-options-small-counts = Small counts are suppressed in the file where they are on screen: View, Suppress small counts.
save-figure-copy = Copy
    .hint = Copy the picture, as it would be saved
    .not = Only a figure with a size is copied as a picture; choose SVG, PNG or PDF
save-figure-keys = Enter saves, Escape cancels.

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
