//! What the words of a table say of its values: a name, a unit, a measure. What they don't say stays open, for a person to confirm.

use crate::model::{Indicator, IndicatorId, Measure, Polarity};
use crate::words::letters::plain_text;

/// The longest id that is made of a name.
const LONGEST_ID: usize = 60;

/// A name as an id: "County Durham" is `county-durham`.
pub(super) fn slug(name: &str) -> String {
    let mut id = String::new();
    for word in plain_text(name).split_whitespace() {
        let word: String = word.chars().filter(char::is_ascii_alphanumeric).collect();
        if word.is_empty() || (!id.is_empty() && id.len() + word.len() >= LONGEST_ID) {
            continue;
        }
        if !id.is_empty() {
            id.push('-');
        }
        id.push_str(&word);
    }
    if id.is_empty() { "unnamed".to_owned() } else { id }
}

/// A heading as words: `rate_per_10000` is "Rate per 10,000".
pub(super) fn as_words(heading: &str) -> String {
    let spaced = heading.replace('_', " ");
    let words: Vec<String> = spaced
        .split_whitespace()
        .map(|word| match word {
            "10000" | "1000" | "100000" => crate::words::thousands(word),
            _ => word.to_owned(),
        })
        .collect();
    let joined = words.join(" ");
    let mut letters = joined.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    first + letters.as_str()
}

/// Headings that name no indicator of their own.
pub(super) fn is_generic(heading: &str) -> bool {
    matches!(
        plain_text(heading).as_str(),
        "value"
            | "values"
            | "measure value"
            | "figure"
            | "data"
            | "result"
            | "obs value"
            | "observation"
            | "indicator value"
    )
}

/// Whether the words say that it was counted on 31 March.
pub(super) fn is_at_31_march(text: &str) -> bool {
    let words = text.to_lowercase().replace(['_', '-'], " ");
    ["31 march", "31st march", "at31", "at 31"].iter().any(|said| words.contains(said))
}

/// What the words say of how it is measured, with its unit; a unit of the publisher's companion comes first.
pub(super) fn measure_and_unit(text: &str, publisher_unit: &str) -> (Measure, String) {
    let words = format!(" {} ", text.to_lowercase().replace(['_', '-', ','], " "));
    let compact = words.replace(' ', "");
    let said = |list: &[&str]| list.iter().any(|part| words.contains(part));
    match publisher_unit {
        "%" => return (Measure::Share, "%".to_owned()),
        "pp" => return (Measure::NotStated, "pp".to_owned()),
        "£" | "£m" => return (Measure::NotStated, publisher_unit.to_owned()),
        _ => {}
    }
    if said(&["%", " percent", " per cent", " pc ", " pct ", "proportion"]) {
        return (Measure::Share, "%".to_owned());
    }
    for (digits, unit) in [("100000", "per 100,000"), ("10000", "per 10,000"), ("1000", "per 1,000")] {
        let at = compact.find(&format!("per{digits}"));
        let ends = |at: usize| !compact.get(at + 3 + digits.len()..).is_some_and(|rest| rest.starts_with('0'));
        if at.is_some_and(ends) {
            let of_children = compact.contains(&format!("per{digits}children"));
            return (Measure::Rate, if of_children { format!("{unit} children") } else { unit.to_owned() });
        }
    }
    if said(&[" rate ", "rate "]) || words.trim_end().ends_with("rate") {
        return (Measure::Rate, "rate".to_owned());
    }
    let measure = if said(&[" average ", " mean ", " median "]) {
        Measure::Average
    } else if is_at_31_march(text) {
        Measure::Stock
    } else {
        Measure::NotStated
    };
    if words.contains('£') {
        return (measure, "£".to_owned());
    }
    let units = [
        ("enquir", "enquiries"),
        ("application", "applications"),
        ("referral", "referrals"),
        ("episode", "episodes"),
        ("household", "households"),
        ("place", "places"),
        ("plan", "plans"),
        ("child", "children"),
        ("people", "people"),
        ("person", "people"),
    ];
    let unit = units.iter().find(|(stem, _)| words.contains(stem)).map_or("number", |(_, unit)| unit);
    (measure, unit.to_owned())
}

/// An indicator of which only these words are known. Its polarity is neither: nobody said another.
pub(super) fn indicator(name: &str, concept: &str, topic: &str, publisher_unit: &str) -> Indicator {
    let (measure, unit) = measure_and_unit(name, publisher_unit);
    Indicator {
        id: IndicatorId::new(slug(name)),
        name: name.to_owned(),
        concept: if concept.is_empty() { name.to_owned() } else { concept.to_owned() },
        topic: topic.to_owned(),
        unit: unit.into(),
        measure,
        polarity: Polarity::Neither,
        definition: String::new(),
        statistic: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_say_measure_and_unit_and_nothing_is_guessed_beyond() {
        for (text, measure, unit) in [
            ("Rate per 10,000", Measure::Rate, "per 10,000"),
            ("Rate per 100,000 aged 65+", Measure::Rate, "per 100,000"),
            ("rate per 10,000 children", Measure::Rate, "per 10,000 children"),
            ("Re_referrals_percent", Measure::Share, "%"),
            ("CLA_White_pc", Measure::Share, "%"),
            ("CPP_At31", Measure::Stock, "number"),
            ("Children looked after at 31 March each year, number", Measure::Stock, "children"),
            ("Number of initial enquiries", Measure::NotStated, "enquiries"),
            ("Widgets", Measure::NotStated, "number"),
        ] {
            assert_eq!(measure_and_unit(text, ""), (measure, unit.to_owned()), "{text}");
        }
        assert_eq!(measure_and_unit("Overall absence rate", "%"), (Measure::Share, "%".to_owned()));
        assert_eq!(indicator("Widgets", "", "t", "").polarity, Polarity::Neither);
    }

    #[test]
    fn names_become_ids_and_headings_words() {
        assert_eq!(slug("Ynys Môn & Bute (part)"), "ynys-mon-and-bute-part");
        assert_eq!(slug("…"), "unnamed");
        assert_eq!(as_words("rate_per_10000"), "Rate per 10,000");
        assert_eq!(as_words("  CLA_UASC "), "CLA UASC");
    }
}
