### The room of one council, and the list of councils with its search and filters.

# The council before and the one after in the list, each with an arrow.
council-previous = ← { $name }
    .hint = Previous council (arrow up)
council-next = { $name } →
    .hint = Next council (arrow down)

# The room of one council.
council-none-in-dataset = This dataset has no councils yet. Open another with File, Open… (Ctrl+O), or add one of your own.
council-choose = Choose a council in the list on the left, or press Ctrl+K and type its name.
council-without-figures = No programme and no figure of this body is in the dataset; it is named beside others.
council-nothing-published = No figure of { $name } is in this dataset.
council-nothing-shown = The figures of { $name } are estimates, targets or plans, which are not shown.
council-until = until { $date }
council-followed-by = followed by { $names }
council-edit = Edit…
    .hint = Go to its form
    .spoken = Edit { $name }
council-context = Context
council-context-meaning = Figures that are the result of no single programme.
council-statistics-meaning = As published for every council; the change is worked out.
council-claim = Also claimed of { $names }: { $claim }
council-told-of = Of { $names }: { $words }
council-figures-of-others = The figures of this programme are those of { $names }; no figure for { $name }.
council-no-figure = No figure was published for this programme.
council-unreal-only = Its figures are estimates, targets or plans; View, Estimates, targets and plans shows them.
council-source = Source: { $places }
council-source-lines = { $title }, lines { $first } to { $last }
council-source-line = { $title }, line { $line }
council-source-at = { $title }, { $place }

# The list.
council-list-spoken = Councils and bodies
council-list-mine = My council
council-list-councils = Councils
council-list-others = Nations and other bodies
council-list-no-region = No region
council-list-nothing-fits = No council fits. Press Escape to clear the search and the filters.
council-list-clear = Clear search and filters
council-list-count = { $n ->
    [one] 1 council or body
   *[other] { $n } councils and bodies
 }
council-list-count-pinned = { $n ->
    [one] 1 council or body listed
   *[other] { $n } councils and bodies listed
 }, { $pinned } ticked
council-search = Search councils, programmes…
    .spoken = Search councils, programmes, indicators and notes
council-pin-spoken = Tick { $name }
council-pin-hint = Tick { $name } to keep it at hand in every room
council-beside-mine = Beside my council
    .hint = Tick this council and your own, and show them side by side
council-mine = My council
council-row-mine-spoken = { $name }, my council, { $n ->
    [one] 1 outcome
   *[other] { $n } outcomes
 }
council-row-spoken = { $name }, { $n ->
    [one] 1 outcome
   *[other] { $n } outcomes
 }
council-row-found-spoken = { $name }, { $n ->
    [one] 1 outcome
   *[other] { $n } outcomes
 }. Found by { $found }

# Filters above the list.
council-filters = Filters
council-filters-on = Filters ({ $n } on)
council-filter-region = Filter by region
    .all = Every region
council-filter-kind = Filter by kind
    .all = Every kind of council
council-filter-topic = Filter by topic
    .all = Every topic
council-filter-document = Filter by document
    .all = Every document
council-filter-form = Filter by form of evidence
    .all = Every form of evidence
