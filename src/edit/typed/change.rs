//! Changes as people type them: `down 15.5%`, `300 per cent more`, `fell by 22`, `up 3 percentage points`, `more than doubled`.

use super::number::{TypedUnit, read, too_many_digits};
use super::{Counted, TypedError, tidy};
use crate::model::{Change, ChangeUnit, Direction};

/// Words in front of an amount.
const BEFORE: [(&str, Direction); 54] = [
    ("fell by", Direction::Fell),
    ("fell", Direction::Fell),
    ("fall of", Direction::Fell),
    ("a fall of", Direction::Fell),
    ("fallen by", Direction::Fell),
    ("falling by", Direction::Fell),
    ("down by", Direction::Fell),
    ("down", Direction::Fell),
    ("decreased by", Direction::Fell),
    ("decreased", Direction::Fell),
    ("decrease of", Direction::Fell),
    ("a decrease of", Direction::Fell),
    ("reduced by", Direction::Fell),
    ("reduced", Direction::Fell),
    ("reduction of", Direction::Fell),
    ("a reduction of", Direction::Fell),
    ("dropped by", Direction::Fell),
    ("dropped", Direction::Fell),
    ("drop of", Direction::Fell),
    ("a drop of", Direction::Fell),
    ("declined by", Direction::Fell),
    ("declined", Direction::Fell),
    ("decline of", Direction::Fell),
    ("cut by", Direction::Fell),
    ("lower by", Direction::Fell),
    ("minus", Direction::Fell),
    ("rose by", Direction::Rose),
    ("rose", Direction::Rose),
    ("rise of", Direction::Rose),
    ("a rise of", Direction::Rose),
    ("risen by", Direction::Rose),
    ("rising by", Direction::Rose),
    ("up by", Direction::Rose),
    ("up", Direction::Rose),
    ("increased by", Direction::Rose),
    ("increased", Direction::Rose),
    ("increase of", Direction::Rose),
    ("an increase of", Direction::Rose),
    ("grew by", Direction::Rose),
    ("grew", Direction::Rose),
    ("grown by", Direction::Rose),
    ("growth of", Direction::Rose),
    ("gained", Direction::Rose),
    ("improved by", Direction::Rose),
    ("went up by", Direction::Rose),
    ("went up", Direction::Rose),
    ("gone up by", Direction::Rose),
    ("went down by", Direction::Fell),
    ("went down", Direction::Fell),
    ("gone down by", Direction::Fell),
    ("higher by", Direction::Rose),
    ("plus", Direction::Rose),
    ("+", Direction::Rose),
    ("-", Direction::Fell),
];

/// Words behind an amount.
const BEHIND: [(&str, Direction); 16] = [
    (" more", Direction::Rose),
    (" higher", Direction::Rose),
    (" up", Direction::Rose),
    (" increase", Direction::Rose),
    (" rise", Direction::Rose),
    (" growth", Direction::Rose),
    (" less", Direction::Fell),
    (" fewer", Direction::Fell),
    (" lower", Direction::Fell),
    (" down", Direction::Fell),
    (" decrease", Direction::Fell),
    (" reduction", Direction::Fell),
    (" drop", Direction::Fell),
    (" fall", Direction::Fell),
    (" decline", Direction::Fell),
    (" cut", Direction::Fell),
];

/// Words that are a change by themselves, in per cent.
const WHOLE: [(&str, Direction, &str); 6] = [
    ("doubled", Direction::Rose, "100%"),
    ("trebled", Direction::Rose, "200%"),
    ("tripled", Direction::Rose, "200%"),
    ("quadrupled", Direction::Rose, "300%"),
    ("halved", Direction::Fell, "50%"),
    ("fell by half", Direction::Fell, "50%"),
];

/// Words that say only which way it went.
const DIRECTIONS: [(&str, Direction); 28] = [
    ("fell", Direction::Fell),
    ("down", Direction::Fell),
    ("decreased", Direction::Fell),
    ("decrease", Direction::Fell),
    ("reduced", Direction::Fell),
    ("reduction", Direction::Fell),
    ("dropped", Direction::Fell),
    ("declined", Direction::Fell),
    ("fall", Direction::Fell),
    ("lower", Direction::Fell),
    ("fewer", Direction::Fell),
    ("went down", Direction::Fell),
    ("rose", Direction::Rose),
    ("up", Direction::Rose),
    ("increased", Direction::Rose),
    ("increase", Direction::Rose),
    ("grew", Direction::Rose),
    ("rise", Direction::Rose),
    ("higher", Direction::Rose),
    ("more", Direction::Rose),
    ("went up", Direction::Rose),
    ("stable", Direction::Stable),
    ("unchanged", Direction::Stable),
    ("no change", Direction::Stable),
    ("the same", Direction::Stable),
    ("stayed the same", Direction::Stable),
    ("remained stable", Direction::Stable),
    ("flat", Direction::Stable),
];

/// Reads a change of what is counted, with its amount. The whole text is taken, or none of it.
///
/// # Errors
/// A [`TypedError`] with examples: there is no direction, no amount, a sign besides the direction, or words behind the amount that
/// are not what is counted.
pub fn change(text: &str, counted: &Counted) -> Result<Change, TypedError> {
    let tidied = tidy(text);
    let examples = "write one like down 15.5%, fell by 22, up 3 percentage points, over 60% more or doubled";
    if tidied.is_empty() {
        return Err(TypedError::new("a change is missing", examples));
    }
    if let Some((change, unit)) = read_change(&tidied) {
        let checked = counted.check(text, &unit, None);
        return checked.map(|()| change).map_err(|error| match unit {
            TypedUnit::Words(_) => TypedError { choices: vec![change.to_string()], ..error },
            _ => error,
        });
    }
    if read_direction(&tidied).is_some() {
        return Err(TypedError::new(
            format!("\"{}\" does not say by how much", text.trim()),
            format!("{examples}; a direction alone is a form of its own"),
        ));
    }
    if read(&tidied).is_some() {
        let choices = vec![format!("up {tidied}"), format!("down {tidied}")];
        return Err(TypedError {
            sentence: format!("\"{}\" does not say which way it went", text.trim()),
            ..TypedError::either(text.trim(), &choices)
        });
    }
    let is_none = || TypedError::new(format!("\"{}\" is not a change", text.trim()), examples);
    Err(too_many_digits(&tidied).unwrap_or_else(is_none))
}

/// Reads which way something went, without an amount.
///
/// # Errors
/// A [`TypedError`] with examples.
pub fn direction(text: &str) -> Result<Direction, TypedError> {
    read_direction(&tidy(text))
        .ok_or_else(|| TypedError::new(format!("\"{}\" is not a direction", text.trim()), "write fell, rose or stable"))
}

pub(super) fn read_direction(text: &str) -> Option<Direction> {
    DIRECTIONS.iter().find(|(words, _)| *words == text).map(|(_, direction)| *direction)
}

/// The change, and the unit of its amount that the change does not hold itself.
pub(super) fn read_change(text: &str) -> Option<(Change, TypedUnit)> {
    for (word, direction, by) in WHOLE {
        if let Some(bound) = text.strip_suffix(word) {
            // "more than doubled", "almost halved".
            return made(direction, &format!("{bound}{by}"));
        }
    }
    let before = BEFORE.iter().filter_map(|(words, direction)| {
        let rest = text.strip_prefix(words)?;
        let is_apart = rest.starts_with(' ') || !words.ends_with(|c: char| c.is_alphanumeric());
        is_apart.then_some((*direction, rest.trim_start()))
    });
    let behind = BEHIND.iter().filter_map(|(words, direction)| Some((*direction, text.strip_suffix(words)?)));
    let mut found = before.chain(behind).filter_map(|(direction, amount)| made(direction, amount));
    found.next()
}

fn made(direction: Direction, amount: &str) -> Option<(Change, TypedUnit)> {
    let typed = read(amount.strip_prefix("by ").unwrap_or(amount))?;
    // A sign besides the direction says the opposite twice.
    if typed.number.value() < 0.0 || amount.starts_with('-') {
        return None;
    }
    let (unit, other) = match typed.unit {
        TypedUnit::Percent => (ChangeUnit::Percent, TypedUnit::None),
        TypedUnit::Points => (ChangeUnit::Points, TypedUnit::None),
        other => (ChangeUnit::Unit, other),
    };
    Some((Change { direction, by: typed.number, unit }, other))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn change(text: &str) -> Result<Change, TypedError> {
        // In pounds, so that the one example in pounds fits.
        let pounds =
            crate::edit::making::indicator(&crate::model::Dataset::default(), "Cost", "£", crate::model::Measure::Flow);
        super::change(text, &Counted::of(&pounds))
    }

    #[test]
    fn what_reports_print_is_read_with_direction_bound_and_unit() {
        for (typed, written) in [
            ("down 15.5%", "fell 15.5%"),
            ("down by over 60 per cent", "fell over 60%"),
            ("300 per cent more", "rose 300%"),
            ("fell by 22", "fell 22"),
            ("up 3 percentage points", "rose 3 pp"),
            ("doubled", "rose 100%"),
            ("more than doubled", "rose over 100%"),
            ("almost halved", "fell nearly 50%"),
            ("fell by half", "fell 50%"),
            ("rose by a third", "rose 33%"),
            ("-15.50%", "fell 15.50%"),
            ("+29", "rose 29"),
            ("a reduction of between 33 and 67%", "fell between 33 and 67%"),
            ("over 60% fewer", "fell over 60%"),
            ("rose over 150%", "rose over 150%"),
            ("fell 3 pp", "fell 3 pp"),
            ("Increased by £1.8m", "rose about 1800000"),
        ] {
            let read = change(typed).unwrap_or_else(|e| panic!("{typed}: {e}"));
            assert_eq!(read.to_string(), written, "{typed}");
        }
    }

    #[test]
    fn a_change_without_direction_or_amount_is_asked_for_it() {
        for typed in [
            "",
            "15%",
            "fell",
            "fell -3%",
            "fell by -3",
            "up to 12",
            "down to 81",
            "soon",
            "52 to 81",
            "fell by 22 abc",
        ] {
            assert!(change(typed).is_err(), "{typed}");
        }
        assert_eq!(change("15%").unwrap_err().choices, ["up 15%", "down 15%"]);
        assert_eq!(direction("Stayed the same"), Ok(Direction::Stable));
    }
}
