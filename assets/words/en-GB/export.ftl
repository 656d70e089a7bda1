### Files of figures and tables: why one was not made, what to do about it, and remarks. Who shows a reason adds the full stop.

export-shape = the figure holds { $what }, which cannot be written to a file; please report this as a fault of Side by Side
export-no-size = a picture of { $width } × { $height } points cannot be made; choose a width and a height above 0
export-size = { $side ->
    [width] a width of { $value } points
   *[height] a height of { $value } points
 } is out of range; choose one from { $low } to { $high }
export-slide-full = the figure has more than a slide can hold; choose fewer councils or outcomes, or save it as PDF, which goes over several slides
export-slide-small = So much is on this slide that its smallest type is { $smallest } points; from { $legible } points on it can be read at the back of a room. Choose fewer councils or outcomes, or save it as PDF, which goes over several slides.
export-resolution = a resolution of { $dpi } dots an inch is out of range; choose one from { $low } to { $high }
export-table = the table could not be written ({ $why }); please report this as a fault of Side by Side
export-csv = the table could not be written as CSV ({ $why }); please report this as a fault of Side by Side
export-too-large = the picture would be { $width } × { $height } pixels, and { $limit } million pixels are the most; choose a smaller scale or fewer outcomes, or save it as PDF, which goes over pages
export-scale = the scale { $scale } is not above 0; choose a scale such as 1 or 2
export-svg = the drawing could not be read as SVG ({ $why }); please report this as a fault of Side by Side
export-page-too-long = a page would be { $length } points long, and { $limit } (200 inches) are the most in a PDF; choose fewer councils or another width or height, or save it as SVG
export-pdf = the figure could not be written as PDF ({ $why }); please report this as a fault of Side by Side
export-xlsx = the workbook could not be written ({ $why }); choose fewer outcomes, or save the table as CSV
export-png = the picture could not be written as PNG ({ $why }); please report this as a fault of Side by Side
export-folder = { $path }: the folder can't be made ({ $why }); choose another one, or make it first

# What a figure holds that no file can hold ("the figure holds …").
export-shape-no-colour = a shape whose colour was never chosen
export-shape-adding-light = a colour that adds light to what is behind it
export-shape-not-a-number = a shape with a position or size that is not a number
export-shape-moved-layer = a layer that was moved or zoomed as a whole
export-shape-band-not-centred = a band whose outline is not centred on its edge
export-shape-graphics-card = a part that the graphics card paints by itself
export-shape-rectangle-texture = a rectangle with a texture
export-shape-blurred = a rectangle with blurred edges
export-shape-path-not-centred = a path whose line is not centred on its edge
export-shape-many-coloured-line = a line that changes its colour along the way
export-shape-mesh-texture = a mesh with a texture
export-shape-mesh-colours = a mesh of several colours
export-shape-mesh-corner = a mesh with a corner that is missing
export-shape-slanted = slanted text
export-shape-face-unreadable = text in a built-in face that can't be read
export-shape-font = text in the font family “{ $family }”

# A PDF that is not marked as PDF/UA-1, and the reasons, which are joined by semicolons.
export-pdf-tagged = The PDF is tagged but not marked as PDF/UA-1: { $why }.
export-pdf-no-letter = the built-in face has no letter for { $letters }, where boxes stand
export-pdf-no-character = a letter stands for no character that can be read out
export-pdf-no-alternative = the picture has no alternative text
export-pdf-no-title = it has no title
export-pdf-other = the writer reports { $what }

# Of which council or file something is told.
export-of = { $what }: { $why }

# Names of files that Windows can't open.
export-name-device = Windows keeps the name { $name } for a device and can't open such a file.
export-name-letters = Windows can't open a file with { $letters } in its name.

# Letters that the built-in face does not have.
export-letters-missing = The built-in face has no letter for { $letters }: { $n ->
    [one] a box stands in its place.
   *[other] boxes stand in their places.
 }
export-letters-missing-workbook = The workbook holds { $letters } as written, and a picture of the figure shows boxes instead, because the built-in face has no such letters.
export-letters-and-more = { $letters } and { $more } more

# The formats: the kind of file in the desktop's dialog, what a figure in it is good for, what the command line says of a table in it.
export-format-svg = Drawing (SVG)
    .purpose = Sharp at any size: Word, PowerPoint, the web.
export-format-png = Picture (PNG)
    .purpose = A picture made of pixels; opens everywhere.
export-format-pdf = Page (PDF)
    .purpose = A page; its words can be searched and heard.
export-format-csv = Table (CSV)
    .purpose = The rows alone, for any spreadsheet; no notes.
    .table = Comma-separated values, UTF-8
export-format-json =
    .table = A list of objects
export-format-xlsx = Workbook (XLSX)
    .purpose = Rows, a chart you can edit, and the notes.
    .table = A workbook; needs --out, or a pipe
