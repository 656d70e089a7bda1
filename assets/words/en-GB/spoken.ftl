### What is read aloud: the words for one outcome, and the alternative text of a figure.

spoken-ratings-better = { $count } better on one scale.
