### The form of a programme.

programme-form-done = What was done
programme-form-name = Name of the programme
    .hint = Mockingbird, or what it was called
    .asked = Write its name.
programme-form-councils = Whose programme it is.
programme-form-dates = When
    .hint = since April 2016, 2015 to 2018
programme-form-topic = Topic
    .hint = Children in care
programme-form-summary = What was done, in your own words
programme-form-claims = Also claimed, without a number
    .help = What the source says changed without a figure; a line each.
programme-form-outcomes = Its outcomes
    .about = What the source says changed, with a figure, a grade or a direction.
programme-form-outcome = { $name }: { $form }
programme-form-no-outcomes = None yet. "Add an outcome" stands above the form.
programme-form-where = Source
    .about = The documents that tell of the programme.
