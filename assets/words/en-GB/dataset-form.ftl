### The form of the dataset's facts.

dataset-form = The dataset
    .about = What somebody who opens the file reads first.
dataset-form-title = Title
    .hint = Fostering in the north-west, 2015 to 2020
    .asked = Write a title.
dataset-form-licence = Licence of the data
    .hint = CC0-1.0, OGL-UK-3.0, or who may use it
dataset-form-summary = What it is
    .hint = In a sentence or two
dataset-form-add = Add to it
    .about = Most begin with a programme: councils, indicators and sources can be made where a figure names them.
dataset-form-add-programme = Add a programme
dataset-form-add-council = Add a council
dataset-form-add-indicator = Add an indicator
dataset-form-add-source = Add a source
