### What is said of a drawn figure to somebody who goes through it with the keyboard.

draw-walk = { $n ->
    [one] Press an arrow key to go to its one figure.
   *[other] { $n } figures; arrow keys go from one to the next, Enter opens one.
 }
draw-leftwards = ← { $words }
draw-rightwards = { $words } →
draw-heading-council = Council
draw-sort = { $heading }: sort by it
draw-sorted = { $heading }: sorted by it

# The head of a band of small figures, which folds it.
draw-band = { $heading }, { $aside }
