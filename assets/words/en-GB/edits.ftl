### Edits: their labels in Undo and in the list of recovered edits, what a deletion brings along, the quick fixes of findings, and why an edit can't be made.

edits-add = Add { $part }
edits-duplicate = Duplicate { $part }
edits-move = Move { $part }
edits-copy = Copy { $part }
edits-delete = Delete { $part }
edits-the-dataset = the dataset
edits-outcome-of-places = { $name }, { $places }
edits-untitled-dataset = Untitled dataset

# Changes of a field.
edits-change = Change { $part }
edits-change-title = Change the title of { $part }
edits-change-licence = Change the licence of { $part }
edits-change-summary = Change the summary of { $part }
edits-change-id = Change the id of { $part }
edits-change-publisher = Change the publisher of { $part }
edits-change-figures = Change the figures of { $part }
edits-change-file-name = Change the file name of { $part }
edits-change-note = Change the note of { $part }
edits-change-name = Change the name of { $part }
edits-change-other-names = Change the other names of { $part }
edits-change-kind = Change the kind of { $part }
edits-change-region = Change the region of { $part }
edits-change-nation = Change the nation of { $part }
edits-change-gss-code = Change the GSS code of { $part }
edits-change-beginning = Change the beginning of { $part }
edits-change-end = Change the end of { $part }
edits-change-successors = Change the successors of { $part }
edits-change-members = Change the members of { $part }
edits-change-concept = Change the concept of { $part }
edits-change-topic = Change the topic of { $part }
edits-change-unit = Change the unit of { $part }
edits-change-measure = Change the measure of { $part }
edits-change-polarity = Change the polarity of { $part }
edits-change-definition = Change the definition of { $part }
edits-change-series = Change the official series of { $part }
edits-change-places = Change the places of { $part }
edits-change-dates = Change the dates of { $part }
edits-change-claims = Change the claims of { $part }
edits-change-sources = Change the sources of { $part }
edits-change-indicator = Change the indicator of { $part }
edits-change-people-counted = Change the people counted of { $part }
edits-change-group-counted = Change the group counted of { $part }
edits-change-number-counted-before = Change the number counted before of { $part }
edits-change-number-counted-after = Change the number counted after of { $part }
edits-change-role = Change the role of { $part }
edits-change-attribution = Change the attribution of { $part }
edits-change-benchmark = Change the benchmark of { $part }
edits-change-comparison = Change the comparison of { $part }
edits-change-facts-about-uncertainty = Change the facts about uncertainty of { $part }
edits-change-overlaps = Change the overlaps of { $part }
edits-change-disagreements = Change the disagreements of { $part }
edits-change-notes = Change the notes of { $part }
edits-change-level-before = Change the level before of { $part }
edits-change-period-before = Change the period before of { $part }
edits-change-level-after = Change the level after of { $part }
edits-change-period-after = Change the period after of { $part }
edits-change-stated-change = Change the stated change of { $part }
edits-change-period = Change the period of { $part }
edits-change-level = Change the level of { $part }
edits-change-count = Change the count of { $part }
edits-change-whole = Change the whole of { $part }
edits-change-share = Change the share of { $part }
edits-change-points = Change the points of { $part }
edits-change-start = Change the start of { $part }
edits-change-period-of-the-benchmark = Change the period of the benchmark of { $part }

# What a deletion brings along.
edits-goes-with-it = { $programmes ->
    [0] { $outcomes ->
        [one] 1 outcome goes with it
       *[other] { $outcomes } outcomes go with it
     }
    [one] { $outcomes ->
        [0] 1 programme goes with it
        [one] 1 programme and 1 outcome go with it
       *[other] 1 programme and { $outcomes } outcomes go with it
     }
   *[other] { $outcomes ->
        [0] { $programmes } programmes go with it
        [one] { $programmes } programmes and 1 outcome go with it
       *[other] { $programmes } programmes and { $outcomes } outcomes go with it
     }
 }
edits-views-go-with-it = { $n ->
    [one] 1 kept view goes with it
   *[other] { $n } kept views go with it
 }
edits-stops-naming = { $n ->
    [one] 1 other part stops naming it
   *[other] { $n } other parts stop naming it
 }
edits-without-source = { $n ->
    [one] 1 outcome is left without a source
   *[other] { $n } outcomes are left without a source
 }
edits-consequences = { $list }.

# Quick fixes of findings.
edits-fix-use-id = Use the id "{ $id }"
edits-fix-use = Use "{ $id }"
edits-fix-leave-out = Leave "{ $id }" out
edits-fix-places = Take the places of the programme
edits-fix-other-outcome = Say so at the other outcome too
edits-fix-write-unit = Write "{ $unit }"
edits-fix-write-code = Write { $code }
edits-fix-no-code = Leave the code out
edits-fix-swap-dates = Swap beginning and end
edits-fix-sort-points = Put the points in order of time

# A council that is known, beside its name.
edits-known-council = { $kind }, { $place }, { $code }
edits-known-council-ended = { $kind }, { $place }, { $code }, until { $until }

# Why an edit can't be made, or made again.
edits-no-such-place = there is no { $place } in this dataset; it was deleted or moved meanwhile
edits-wrong-kind = what is put at { $place } is of another kind than what belongs there
edits-id-taken = the id "{ $id }" is taken already; choose another
edits-facts-stay = a dataset keeps its title and licence; change them instead
edits-journal-unreadable = the line of the journal can't be read: { $why }
edits-journal-too-new = it is of version { $version }, and version { $newest } is the newest known here
edits-journal-no-version = it names no version
edits-journal-no-place = there is no place "{ $path }"
edits-journal-no-part = the part for "{ $path }" is missing
edits-fix-write-period = Write "{ $period }"

# What can be copied from the built-in example.
edits-offer-programme = { $name } (programme, { $outcomes ->
    [one] 1 outcome
   *[other] { $outcomes } outcomes
 }, { $places })
edits-offer-context = { $name } (context figure)
edits-offer-indicator = { $name } (indicator)
edits-offer-council = { $name } (council or body)
edits-offer-source = { $name } (source)
