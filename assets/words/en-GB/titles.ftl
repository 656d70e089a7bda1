### Titles of figures, at most twelve words, and subtitles.

title-one-rating = { $place }: inspection grade before and after
title-ratings = { $count } inspection grades before and after
title-ratings-subtitle = Each grade is a step on the scale of its own framework; across frameworks no step is counted.
