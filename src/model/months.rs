//! The months as people write their names in English, whatever the language of the window.

/// Their names in small letters, from January.
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The number of a month, from 1, by its name in small letters or by the first three of them; "sept" is September as well.
pub fn month_of_name(word: &str) -> Option<i8> {
    let is_named =
        |name: &str| name == word || name.get(..3) == Some(word) || (word == "sept" && name.starts_with(word));
    let at = MONTHS.iter().position(|name| is_named(name))?;
    i8::try_from(at + 1).ok()
}

/// The name of a month in small letters; empty where there is no such month.
pub fn name_of_month(month: i8) -> &'static str {
    usize::try_from(month - 1).ok().and_then(|at| MONTHS.get(at)).copied().unwrap_or_default()
}
