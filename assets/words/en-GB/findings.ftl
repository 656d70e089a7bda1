# What is wrong or doubtful in a dataset, in the words of the forms of the room Edit. Names in double quotes are labels of fields.

finding-unknown = "{ $id }" is not in this dataset
finding-unknown-near = take it out of "{ $field }" and choose { $near }, if that is meant
finding-unknown-far = take it out of "{ $field }", or add what is meant to the dataset
finding-unknown-source-near = choose { $near } as the source, if that is meant, and remove this one
finding-unknown-source-far = choose another source, and remove this one
finding-unknown-indicator-near = choose { $near } under "What was counted", if that is meant
finding-unknown-indicator-far = choose an indicator under "What was counted"
finding-id-twice = the id "{ $id }" also belongs to { $other }
finding-id-twice-fix = give one of them another "Id" under "Advanced"
finding-no-places-of-programme = the programme has no councils
finding-no-places-of-programme-fix = choose one under "Councils"
finding-no-places = the outcome has no places
finding-no-places-fix = choose one under "Places"
finding-no-sources = the outcome has no sources
finding-no-sources-fix = choose the document under "Source"; a new one can be made there
finding-lines-without-file = lines are cited of { $source }, which has no file name
finding-lines-without-file-fix = write the "File name" of the source, or tell the place in words under "Page, line or place"
finding-no-code = "{ $code }" is not a GSS code
finding-no-code-fix = write a capital letter and eight digits, like "E10000099", or leave the field empty
finding-ends-first-fix = write the later date under "Ended"
finding-one-sided = this outcome names { $other } under "{ $field }", and is not named back
finding-one-sided-fix = name this outcome there too
finding-disagreement = this outcome and { $other } are accounts of the same thing that disagree
finding-twin = this outcome has the same indicator, places and figures as { $other }, and is probably counted twice
finding-twin-fix = keep one of them with both sources, or name the other under "{ $field }"
finding-no-change = no change is written
finding-no-change-fix = write it under "Change", like "down by 12%", or choose another "Form of the evidence"
finding-no-count = neither a number nor a share is written
finding-no-count-fix = write "How many", or the share below it
finding-no-points = the series has no values
finding-no-points-fix = write a value a line under "Values", like "2015: 344"
finding-numbers-for-grades = "{ $indicator }" is counted in grades, and this outcome holds numbers
finding-numbers-for-grades-fix = choose the form "Grades", or change "How it is counted" in the form of the indicator
finding-grades-for-numbers = "{ $indicator }" is not counted in grades, and this outcome holds grades
finding-grades-for-numbers-fix = choose "A grade" under "How it is counted" in the form of the indicator, or another "Form of the evidence"

# Labels of the fields that these name.
finding-field-councils = Councils
finding-field-places = Places
finding-field-successors = Successors
finding-field-members = Members
finding-field-overlaps = Counts some of the same events as
finding-field-disagrees = Another account of the same thing as
