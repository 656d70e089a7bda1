### The form of a source.

source-form = The document
    .about = Where figures are written, so that a reader can look them up.
source-form-title = Title
    .hint = Annual report of the director of public health
    .asked = Write its title as printed.
source-form-publisher = Published by
source-form-published = When
    .hint = March 2018, or leave empty
source-form-file = File name
    .help = Only where figures are cited by the line of a text file; otherwise leave it empty.
source-form-note = Note
    .hint = What a reader should know of it
