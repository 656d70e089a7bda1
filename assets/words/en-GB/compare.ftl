### The rooms Overview and Compare, and the outcome in full with its explanations.

# Concepts that are one click away.
compare-favoured = Compare:
compare-favoured-spoken = Compare { $concept }

# What is compared and how.
compare-concept = Concept to compare
compare-kind = Kind of figure
compare-axis = Axis
compare-series-trend = Show over time
compare-series-strip = Beside every council
compare-order = Order of rows
compare-counted-as = Counted as:
compare-dates-from = From
    .spoken = First date of official statistics
compare-dates-to = to
    .spoken = Second date of official statistics
compare-counting = Counted as
compare-by-rules = As most count it
compare-together = All together
    .spoken = Count in all ways together
compare-count-as-spoken = Count as { $indicator }

# The outcome in full.
compare-outcome = Outcome
compare-outcome-close = Close
    .hint = Let this outcome go (Escape)
compare-outcome-edit = Edit…
    .hint = Go to the form of this outcome (Ctrl+6)
compare-outcome-no-council = No council yet
compare-outcome-title = { $place }: { $indicator }
compare-rules-applied = Rules applied
compare-rule-spoken = { $rule }: the rule, in the help

# "Why?" beside cautions and notes.
compare-why = Why?
    .spoken = Why? { $about }
compare-notes = { $n ->
    [one] 1 note
   *[other] { $n } notes
 }
compare-note-why = Why
    .spoken = Why note { $n }
compare-why-help = The rule in the help

# Terms that a question mark explains: as the glossary of the help spells them, and within a sentence.
compare-term-form = Form of evidence
    .within = form of evidence
compare-term-role = Role
    .within = role
compare-term-period = Period
    .within = period
compare-term-programme = Programme
    .within = programme
compare-term-suppression = Suppression
    .within = suppression
compare-term-counted = Who was counted
    .within = who was counted
compare-term-computed = Worked out here
    .within = worked out here
compare-term-benchmark = Benchmark
    .within = benchmark
compare-term-attribution = Attribution
    .within = attribution
compare-term-maryland = Maryland scale
    .within = maryland scale
compare-term-interval = Interval
    .within = interval
compare-term-measure = Measure
    .within = measure
compare-term-polarity = Polarity
    .within = polarity
compare-term-locator = Locator
    .within = locator
compare-term-series = Official series
    .within = official series
compare-term-mark = ?
compare-term-asked = { $term }?
compare-term-spoken = What is meant by { $term }? Glossary

# The picker of concepts, in two parts.
compare-offer = { $concept } ({ $n })
compare-search = Find what to compare
compare-several = Several councils ({ $n })
compare-one-only = One council only ({ $n })
compare-nothing-found = Nothing to compare is called “{ $typed }”.
compare-kind-rows = { $kind } ({ $n })

# The Overview.
overview-topics = Go to a topic
overview-fold-all = Fold all
overview-open-all = Open all
overview-context = Show context ({ $n })
    .hide = Hide context
    .hint = Figures of England, of whole counties and the like, which are not one programme's work
overview-context-hidden = { $n ->
    [one] 1 context figure, such as England's, is not shown here.
   *[other] { $n } context figures, such as England's, are not shown here.
 }
overview-statistics-in-strips = { $n ->
    [one] One official figure stands in the strips above only
   *[other] { $n } official figures stand in the strips above only
 }; tick up to twelve councils to see theirs as small figures.

# Where a council was looked for that has no row in Compare.
compare-missing = { $place } published nothing on { $concept }.
compare-missing-drawn = { $place } published something on { $concept }, which this figure does not draw: { $reason }.
compare-missing-open = Open { $place }

# The pane of an outcome while none is chosen.
compare-outcome-none = Choose a row: its outcome stands here in full, with what was published, when, of whom, and where it is written.

# What can be done with an outcome.
compare-outcome-others = Compare with others
compare-outcome-sentence = Copy sentence
    .spoken = Copy this outcome as a sentence
compare-outcome-previous = Previous
compare-outcome-next = Next
