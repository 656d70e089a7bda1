//! Changes as people type them: `down 15.5%`, `300 per cent more`, `fell by 22`, `up 3 percentage points`, `more than doubled`.

use super::change_words::{BEFORE, BEHIND, DIRECTIONS, WHOLE};
use super::number::{TypedUnit, read, too_many_digits};
use super::{Counted, TypedError, tidy};
use crate::model::{Change, ChangeUnit, Direction};
use crate::say;

/// Reads a change of what is counted, with its amount. The whole text is taken, or none of it.
///
/// # Errors
/// A [`TypedError`] with examples: there is no direction, no amount, a sign besides the direction, or words behind the amount that
/// are not what is counted.
pub fn change(text: &str, counted: &Counted) -> Result<Change, TypedError> {
    let tidied = tidy(text);
    let examples = say!("typed-change-examples");
    if tidied.is_empty() {
        return Err(TypedError::new(say!("typed-change-missing"), examples));
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
            say!("typed-change-no-amount", typed = text.trim()),
            say!("typed-change-no-amount-mend"),
        ));
    }
    if read(&tidied).is_some() {
        let choices = vec![format!("up {tidied}"), format!("down {tidied}")];
        return Err(TypedError {
            sentence: say!("typed-change-no-direction", typed = text.trim()),
            ..TypedError::either(text.trim(), &choices)
        });
    }
    let is_none = || TypedError::new(say!("typed-no-change", typed = text.trim()), examples);
    Err(too_many_digits(&tidied).unwrap_or_else(is_none))
}

/// Reads which way something went, without an amount.
///
/// # Errors
/// A [`TypedError`] with examples.
pub fn direction(text: &str) -> Result<Direction, TypedError> {
    read_direction(&tidy(text)).ok_or_else(|| {
        TypedError::new(say!("typed-no-direction", typed = text.trim()), say!("typed-direction-examples"))
    })
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
