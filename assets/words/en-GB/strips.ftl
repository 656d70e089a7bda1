### What several councils published, above the wall of small figures: strips of marks on one axis.

strips-title = What several councils published
strips-about = Change in per cent, each over its own period
strips-beside = Said without a number

# How many councils, below the name of the concept.
strip-councils = { $count } councils
strip-councils-with-figure = { $count } councils, { $figures } with a figure
strip-several-ways = { $about }; counted in several ways

# Words beside a mark, and in place of one.
strip-label = { $place } { $change }
strip-grades = { $place }: { $grades }
strip-from-grade-to-grade = { $before } to { $after } ({ $outcome })
strip-both = { $stated } as published, { $computed } worked out
strip-off-axis = Too far for this axis:
strip-no-mark = Beyond this axis, or in another unit:
strip-lead = { $words }:
strip-again = { $place } (a second outcome)

# The strip for a screen reader.
strip-spoken = { $concept }: { $about }. { $told }.
