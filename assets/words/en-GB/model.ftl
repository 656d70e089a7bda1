### Names of what a dataset holds: kinds, measures, roles, forms and figures, as menus, lists and tables show them.

# What kind of body it is.
model-kind-county = County council
model-kind-unitary = Unitary authority
model-kind-metropolitan = Metropolitan district
model-kind-london-borough = London borough
model-kind-district = District council
model-kind-nation = Nation
model-kind-region = Region
model-kind-group = Group of councils
model-kind-trust = Trust
model-kind-service = National service

# The nations.
model-nation-england = England
model-nation-wales = Wales
model-nation-scotland = Scotland
model-nation-northern-ireland = Northern Ireland
model-nation-united-kingdom = United Kingdom

# What is counted: its measure in a word, for tables.
model-measure-flow = counted over a period
model-measure-stock = counted on one day
model-measure-rate = rate
model-measure-average = average
model-measure-share = share
model-measure-rating = rating
model-measure-not-stated = not stated

# What the measure means, after the name of an indicator and a comma.
model-meaning-flow = counted over a period
model-meaning-stock = counted on a day
model-meaning-rate = a rate
model-meaning-average = an average
model-meaning-share = a share in per cent
model-meaning-rating = a grade given by an inspector
model-meaning-not-stated = measure not stated

# Whether less or more of it is better.
model-polarity-lower = lower is better
model-polarity-higher = higher is better
model-polarity-neither = neither

# What kind of statement an outcome is.
model-role-outcome = outcome
model-role-estimate = estimate
model-role-target = target
model-role-plan = plan
model-role-context = context

# How the source words the link between programme and outcome.
model-attribution-caused-by = The source says the programme brought it about.
model-attribution-alongside = The source tells it alongside the programme, without saying that one caused the other.
model-attribution-not-said = The source does not say whether the programme brought it about.

# Which people a figure counts.
model-counted-whole-council = The whole council
model-counted-clients = The programme's clients
model-counted-sample = A sample
model-counted-not-stated = Not stated

# Forms of evidence.
model-form-pair = Before and after
model-form-change = Change only
model-form-direction = Up or down only
model-form-rating = Ratings
model-form-part = Part of a whole
model-form-single = One number
model-form-series = Series

# Forms of evidence in a word, for tables.
model-form-pair-word = before and after
model-form-change-word = change only
model-form-direction-word = up or down only
model-form-rating-word = ratings
model-form-part-word = part of a whole
model-form-single-word = one number
model-form-series-word = series

# Kinds of figure.
model-figure-both = Change and levels
model-figure-paired = Levels as bars
model-figure-change = Change
model-figure-dumbbell = Levels as arrows
model-figure-slope = Levels as slopes
model-figure-index = Index, before = 100
model-figure-rating = Ratings
model-figure-side-by-side = Side by side
model-figure-profile = Small figures

# In which order outcomes stand.
model-order-period = By period
model-order-name = By name
model-order-change = By size

# Where in a document something is written, when its file has no name.
model-locator-line = line { $line }

# Why what was typed or written in a file is no number, period or change. The words of the file's own grammar stay as they are.
model-number-missing = a number is missing
    .fix = write one like 52, "over 60" or "between 33 and 67"
model-number-none = "{ $text }" is not a number
model-number-infinite = a number must be finite, and "{ $text }" is not
    .fix = leave the outcome out or give the published figure
model-number-long = a number may have at most { $most } digits, and "{ $text }" has { $count }
    .fix = check it against the source, or write it in a larger unit, such as thousands
model-number-cut = { $digits }…
model-number-reversed = "between" needs the lower number first: "{ $text }"
model-period-none = "{ $text }" is not a period
    .fix = write one like "2017", "2016/17", "2017-04/2017-09", "since 2011", "18 months" or "not stated"
model-period-with-a-dash =
    .fix = write the financial year "{ $year }"
model-period-reversed = the period "{ $text }" ends before it starts
    .fix = put the earlier date first
model-change-no-direction = a change begins with "fell" or "rose", like "fell 15.5%" or "rose over 150%"
    .fix = this is "{ $text }"
model-change-amount = the amount of the change is off: { $why }
model-change-signed = the direction already says which way
    .fix = write "{ $text }" without a minus sign

## Characters that can't be seen, or that are taken for others.
model-letter-no-break-space = a non-breaking space ({ $code })
model-letter-zero-width-space = a zero-width space ({ $code })
model-letter-byte-order-mark = a byte order mark ({ $code })
model-letter-soft-hyphen = a soft hyphen ({ $code })
model-letter-curly-quote = a curly quotation mark ({ $code })
model-letter-dash = a dash ({ $code })
model-letter-unseen = an invisible character ({ $code })
model-letter-other-space = a space of another kind ({ $code })
model-letter-control = a control character ({ $code })
