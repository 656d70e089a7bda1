### What the line of sources says of words that the author changed.

wording-own-note = Author's note: { $note }
wording-the-subtitle = the subtitle
wording-the-note = the note
wording-notes = { $n ->
   *[other] { $count } of { $of } notes
 }
wording-reworded = Reworded by the author: { $what }.
wording-left-out = Left out by the author: { $what }.
