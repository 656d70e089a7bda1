### The form of a council or other body.

council-form-body = The body
    .about = A council, or a nation, trust or service whose figures stand beside.
council-form-name = Name
    .hint = Leeds, or a GSS code
    .asked = Write its short usual name.
council-form-kind = Kind
council-form-nation = Nation
council-form-region = Region
    .none = None (outside England)
council-form-aliases = Other names
    .hint = Separated by semicolons
council-form-note = Note
    .hint = What a reader should know of it
council-form-life = Its dates
    .about = For bodies that began or ended within the years of the data, and for groups.
council-form-from = Began
    .hint = 1 April 2009
council-form-until = Ended
    .hint = 31 March 2021
council-form-successors = The councils that followed it.
council-form-members = The councils of the group.

## Known councils.

council-form-known = Is it one of these? A click on it, or the arrow keys and Enter, fill in kind, region and code.
council-form-fill = Fill in { $name }
    .spoken = Fill in { $name }, { $gss }
council-form-gss = GSS code (the official code of the area)
    .understood = { $name }, { $kind }
    .unknown = Not among the codes that are known; it is kept.
    .wrong = "{ $code }" is not a GSS code
    .fix = write a letter and eight digits, like E08000035, or leave it empty
