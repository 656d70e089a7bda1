//! The phrases of statements, changes and periods as they can be typed, apart from the words for numbers and directions. What is said of
//! them is elsewhere.

/// What a change of a share in per cent of it ends with, so that nobody takes it for percentage points.
pub(super) const OF_IT: &str = "% of it";
/// The same without the sign.
pub(super) const OF_IT_BEHIND: &str = " of it";
/// What a change in percentage points ends with.
pub(super) const POINTS: &str = " percentage points";

/// Words for per cent and percentage points, with their signs; where one begins like another, the longer stands first.
pub(super) const SIGNS: [(&str, &str); 9] = [
    (" percentage points", " pp"),
    (" percentage point", " pp"),
    (" % points", " pp"),
    ("%-points", " pp"),
    ("% points", " pp"),
    (" p.p.", " pp"),
    (" per cent.", "%"),
    (" per cent", "%"),
    (" percent", "%"),
];

/// Behind "three times", "twice" and "half".
pub(super) const AS_MANY: [&str; 8] =
    [" as many", " as much", " as high", " as large", " the number", " the level", " the rate", " the figure"];
/// Behind a number of times as many.
pub(super) const AS_BEFORE: [&str; 2] = [" as before", " than before"];
/// In front of what is counted.
pub(super) const OF: &str = " of";
/// Behind the number of times.
pub(super) const TIMES: &str = " times";
/// So many times as many.
pub(super) const TIMES_AS_MANY: &str = " times as many";
/// Behind a number of times that is one more to some.
pub(super) const TIMES_MORE: [&str; 2] = [" times more", " times higher"];

/// In front of a change that says again what two levels say.
pub(super) const AGAIN: [&str; 7] = ["or ", "which is ", "that is ", "i.e. ", "ie ", "equivalent to ", "representing "];
/// Between a level and the one it is compared with.
pub(super) const COMPARED: [&str; 6] = [" compared with ", " compared to ", " against ", " versus ", " vs ", " vs. "];
/// "One in every five".
pub(super) const IN_EVERY: &str = " in every ";
/// In front of the highest that something may be.
pub(super) const UP_TO: &str = "up to ";

/// Between what is said and its period, and what belongs to the period of it.
pub(super) const IN_A_PERIOD: [(&str, &str); 15] = [
    (" in ", ""),
    (" since ", "since "),
    (" as in ", "since "),
    (" than in ", "since "),
    (" over ", ""),
    (" during ", ""),
    (" between ", "between "),
    (" at ", ""),
    (" on ", ""),
    (" for ", ""),
    (" within ", ""),
    (" by ", ""),
    (" from ", "from "),
    (", ", ""),
    (" (", ""),
];

/// In front of a financial year.
pub(super) const FINANCIAL_YEAR: [&str; 4] = ["financial year ", "fin year ", "fiscal year ", "fy "];
/// Behind a financial year.
pub(super) const FINANCIAL_YEAR_BEHIND: [&str; 2] = [" financial year", " fy"];
/// Around an academic year.
pub(super) const ACADEMIC_YEAR: [&str; 3] = ["academic year", "school year", "ay"];
/// In front of a calendar year.
pub(super) const CALENDAR_YEAR: &str = "calendar year ";
/// In front of a time of which the last day is meant.
pub(super) const LAST_DAY: [&str; 4] = ["the end of ", "end of ", "end ", "end-"];
/// In front of a time of which the first day is meant.
pub(super) const FIRST_DAY: [&str; 4] = ["the start of ", "start of ", "the beginning of ", "beginning of "];
/// In front of the date that a year ends with.
pub(super) const YEAR_TO: [&str; 10] = [
    "year ending ",
    "year to ",
    "year ended ",
    "year-ending ",
    "year end ",
    "yr ending ",
    "yr to ",
    "y/e ",
    "ye ",
    "fye ",
];
/// In front of a date, without a meaning of their own.
pub(super) const BEFORE_A_DATE: [&str; 8] = ["in ", "during ", "on ", "as at ", "as of ", "at ", "for ", "the "];
