### A published claim beside the official series: the verdict and why. Nobody is said to be wrong.

claim-agrees = agrees
claim-differs = differs
claim-other-direction = other direction
claim-cannot-be-checked = cannot be checked
claim-not-comparable = not comparable
claim-why-suppressed = A small count of this outcome is suppressed, so nothing is set beside it.
claim-why-no-series = No official series is linked to this indicator.
claim-why-unknown-series = The series "{ $id }" is not in the dataset and not among the official statistics at hand.
claim-why-several-places = It tells of several places together, and the series of each alone.
claim-why-no-place = The series has no figures of { $place }.
claim-why-no-change = It says no change between two dates.
claim-why-no-dates = The series has no two dates that these words allow.
claim-why-unit = It is given in { $own }, and the series in { $series }.
claim-why-people = It counts { $who }; the series counts all in the council's area.
claim-why-break = The series breaks between the two dates: { $why }
claim-why-gap = A value of the series is missing: { $reason }.
claim-why-no-percent = The series gives no percentage between these dates.
claim-why-not-stable = The series changed by { $change }. Definitions, dates, revisions or what is called stable may be the reason.
claim-why-other-way = The series changed by { $change }. Definitions, dates or revisions may be the reason.
claim-why-differs = The series changed by { $change }, { $by } from the claim. Definitions, dates or revisions may be the reason.
claim-by-points = { $points } percentage points
claim-by-amount = { $amount }
