### The menu of what is pointed at, and one figure alone on the screen.

context-menu = What can be done with this
context-copy-value = Copy value
context-copy-statement = Copy sentence
context-copy-picture = Copy picture
context-save-figure = Save figure…
context-show-table = Show as table
context-compare = Compare with others
context-go-to = Go to its page
context-go-to-council = Go to { $name }
context-copy-name = Copy name
context-edit = Edit…

# What is copied of an outcome: a sentence, and the documents it stands in.
copied-statement = { $statement } Source: { $sources }.

presentation-keys = Arrow keys go from council to council, Page up and Page down from kept view to kept view. Escape or F11 goes back.
