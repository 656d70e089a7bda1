### Views that are kept in the dataset: keeping, opening, renaming, the short text, and what of a view is not there.

# What a view shows, in a line.
view-words-overview = Overview
view-words-compare = Compare: { $concept }
view-words-side-by-side = Side by side
view-words-council = Council
view-words-unreal = with estimates, targets and plans
view-words-context = with context
view-words-dates = from { $from } to { $to }
view-words-table = as a table
view-words-own = with words of its own

# What it names and the dataset does not have.
view-no-council = there is no council with the id "{ $name }"
view-no-concept = nothing counts the concept "{ $name }"
view-no-indicator = there is no indicator with the id "{ $name }"
view-no-region = no council is in the region "{ $name }"
view-no-topic = nothing has the topic "{ $name }"
view-no-source = there is no document with the id "{ $name }"

# The short text.
view-text-none = This is no view: its text begins with "sidebyside-view 1:", as Copy this view as text writes it.
view-text-too-new = This view was copied from a newer version of Side by Side (its text is of version { $version }). Open it there.
view-text-too-long = This text is longer than any view.
view-text-empty = Nothing of this view's text can be understood.
view-text-skipped = "{ $field }" was not understood

# The dialogs, and what came of them.
saved-views-keep = Keep this view
saved-views-keep-about = It is kept in the dataset, with its councils, filters, order and words. Save the dataset to have it next time.
saved-views-keep-now = Keep
saved-views-keep-label = Keep the view { $name }
saved-views-kept = Kept the view { $name }. Save the dataset to have it next time.
saved-views-replaces = A view of this name is kept already; it is replaced.
saved-views-name = Name
    .asked = A view needs a name
saved-views-all = Kept views
saved-views-none = No view is kept in this dataset; Keep this view keeps what is on screen
saved-views-not-in-edit = show first what is to be kept, in another room than Edit
saved-views-entry = Open the view { $name }
saved-views-button = Views ({ $n })
saved-views-a-view = a view
saved-views-opened = Opened { $name }.
saved-views-opened-without = Opened { $name } with what is left of it: { $what }.
saved-views-nobody-left = none of its councils is in this dataset, so it shows everyone
saved-views-copied = Copied the view as a text. Whoever has this dataset open pastes it with Ctrl+V.
saved-views-copy = Copy as text
    .spoken = Copy the view { $name } as text
saved-views-rename = Rename
    .spoken = Rename the view { $name }
saved-views-rename-now = Rename
saved-views-up = Up
    .spoken = Move the view { $name } up
saved-views-down = Down
    .spoken = Move the view { $name } down
saved-views-delete = Delete
    .spoken = Delete the view { $name }
saved-views-close = Close
saved-views-paste = Paste a view
saved-views-text = Text of the view
saved-views-paste-about = The line that a colleague copied; it begins with "{ $begins }".
saved-views-open = Open this view
saved-views-form = What is kept
    .about = Open it to change more, and keep it under the same name
saved-views-form-councils = Nobody here means everyone
