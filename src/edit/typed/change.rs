//! Changes as people type them: `down 15.5%`, `300 per cent more`, `fell by 22`, `up 3 percentage points`, `more than doubled`.

use super::change_words::{BEFORE, BEHIND, DIRECTIONS, WHOLE};
use super::counted::ChangeFault;
use super::number::{TypedUnit, read, too_many_digits};
use super::phrases::{AS_BEFORE, AS_MANY, OF, OF_IT, OF_IT_BEHIND, POINTS, TIMES, TIMES_AS_MANY, TIMES_MORE};
use super::{CountedPhrase, TypedError, tidy};
use crate::model::{Bound, Change, ChangeUnit, Direction};
use crate::say;

/// Reads a change of what is counted, with its amount. The whole text is taken, or none of it.
///
/// # Errors
/// A [`TypedError`] with examples: there is no direction, no amount, a sign besides the direction, or words behind the amount that
/// are not what is counted.
pub fn change(text: &str, counted: &CountedPhrase) -> Result<Change, TypedError> {
    let tidied = tidy(text);
    let examples = say!("typed-change-examples");
    if tidied.is_empty() {
        return Err(TypedError::new(say!("typed-change-missing"), examples));
    }
    if let Some((change, unit)) = read_change(&tidied) {
        counted.check_change(&unit).map_or(Ok(()), |fault| Err(asked(text, &tidied, fault, &change, counted)))?;
        return Ok(change);
    }
    if let Some(choices) = times_more(&tidied) {
        return Err(TypedError::either(text.trim(), &choices));
    }
    if read_direction(&tidied).is_some() {
        return Err(TypedError::new(
            say!("typed-change-no-amount", typed = text.trim()),
            say!("typed-change-no-amount-fix"),
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

/// Reads changes of what is counted, parted by semicolons; none where nothing is typed.
///
/// # Errors
/// As [`change`], of the first that is not understood.
pub fn changes(text: &str, counted: &CountedPhrase) -> Result<Vec<Change>, TypedError> {
    text.split(';').map(str::trim).filter(|text| !text.is_empty()).map(|text| change(text, counted)).collect()
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

/// Why the unit of a change does not do for what is counted, as a sentence with what can be written instead.
fn asked(text: &str, tidied: &str, fault: ChangeFault, change: &Change, counted: &CountedPhrase) -> TypedError {
    match fault {
        ChangeFault::OfItOrPoints => of_it_or_points(text, tidied, tidied.find('%')),
        ChangeFault::Other(unit) => match counted.check(text, &unit, None) {
            Ok(()) => TypedError::new(say!("typed-no-change", typed = text.trim()), say!("typed-change-examples")),
            Err(error) if matches!(unit, TypedUnit::Words(_)) => {
                TypedError { choices: vec![change.to_string()], ..error }
            }
            Err(error) => error,
        },
    }
}

/// Whether the sign for per cent at this place means per cent of a share, or percentage points.
pub(super) fn of_it_or_points(text: &str, tidied: &str, at: Option<usize>) -> TypedError {
    let at = at.unwrap_or(tidied.len());
    let (before, after) = (tidied.get(..at).unwrap_or_default(), tidied.get(at + 1..).unwrap_or_default());
    let choices = [format!("{before}{OF_IT}{after}"), format!("{before}{POINTS}{after}")];
    let error = TypedError::either(text.trim(), &choices);
    TypedError { sentence: say!("typed-of-it-or-points", typed = text.trim()), ..error }
}

/// A change as a field shows it; [`change`] reads it back as the same.
pub fn change_text(change: &Change, counted: &CountedPhrase) -> String {
    let written = change.to_string();
    match written.strip_suffix('%') {
        Some(amount) if counted.is_share() => format!("{amount}{OF_IT}"),
        _ => written,
    }
}

/// Changes as a field shows them; [`changes`] reads them back as the same.
pub fn changes_text(changes: &[Change], counted: &CountedPhrase) -> String {
    changes.iter().map(|change| change_text(change, counted)).collect::<Vec<_>>().join("; ")
}

/// The change, and the unit of its amount as typed: per cent only where it may be taken for percentage points.
pub(super) fn read_change(text: &str) -> Option<(Change, TypedUnit)> {
    if times_more(text).is_some() {
        return None;
    }
    let text = ["a ", "an ", "the ", "has ", "have ", "was ", "were "]
        .iter()
        .find_map(|lead| text.strip_prefix(lead).filter(|rest| !is_amount_with_article(rest)))
        .unwrap_or(text);
    for (word, direction, by) in WHOLE {
        if let Some(bound) = text.strip_suffix(word) {
            // "more than doubled", "almost halved".
            return relative(direction, &format!("{bound}{by}"));
        }
    }
    if let Some(change) = as_many(text) {
        return Some(change);
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

/// "third", "quarter": the article belongs to the amount.
fn is_amount_with_article(rest: &str) -> bool {
    let first = rest.split([' ', '-']).next().unwrap_or_default();
    read(&format!("a {first}")).is_some()
}

/// `three times as many`, `twice as high`, `half as many`, `a threefold increase`: what it became, in per cent more or less.
fn as_many(text: &str) -> Option<(Change, TypedUnit)> {
    let fold = || {
        let bare = text.strip_suffix(" increase").or_else(|| text.strip_suffix(" rise")).unwrap_or(text);
        let bare = bare.strip_prefix("increased ").or_else(|| bare.strip_prefix("rose ")).unwrap_or(bare);
        bare.strip_suffix("fold").map(|times| times.trim_end_matches(['-', ' ']))
    };
    let text = AS_BEFORE.iter().find_map(|end| text.strip_suffix(end)).unwrap_or(text);
    let (many, unit) = AS_MANY.iter().find_map(|end| many_of(text, end)).unzip();
    let many = many.map(|many| many.trim_end_matches(TIMES));
    let of_unit = |(change, _): (Change, TypedUnit)| (change, unit.clone().unwrap_or_default());
    for (word, direction, by) in [("half", Direction::Fell, "50%"), ("twice", Direction::Rose, "100%")] {
        if let Some(bound) = many.and_then(|many| many.strip_suffix(word)) {
            return relative(direction, &format!("{bound}{by}")).map(of_unit);
        }
    }
    let spoken = many.filter(|many| text.contains(&format!("{many}{TIMES}"))).or_else(fold)?;
    let times = read(spoken).filter(|typed| typed.unit == TypedUnit::None && typed.remark.is_none())?.number;
    let bound = times.bound();
    let lead = if bound == Bound::Exactly { String::new() } else { format!("{} ", bound.keyword()) };
    // Two decimals of a number of times are whole per cent.
    let percent = (times.value() - 1.0) * 100.0;
    let can_be_said = (1.0..=10_000.0).contains(&percent) && times.decimals() <= 2;
    can_be_said.then(|| relative(Direction::Rose, &format!("{lead}{percent:.0}%")))?.map(of_unit)
}

/// `three times` of `three times as many children`, with the children.
fn many_of<'t>(text: &'t str, end: &str) -> Option<(&'t str, TypedUnit)> {
    let (many, behind) = text.split_once(end)?;
    let behind = behind.strip_prefix(OF).unwrap_or(behind);
    let unit = if behind.is_empty() { TypedUnit::None } else { read(&format!("1{behind}"))?.unit };
    Some((many, unit))
}

/// `three times more`: three times as many to most, and four times to some.
pub(super) fn times_more(text: &str) -> Option<[String; 2]> {
    let times = TIMES_MORE.iter().find_map(|more| text.strip_suffix(more))?;
    let value = read(times).filter(|typed| typed.unit == TypedUnit::None)?.number.value();
    (value.fract() == 0.0).then(|| [format!("{times}{TIMES_AS_MANY}"), format!("up {}%", value * 100.0)])
}

/// A change in per cent of what there was, which is never one in points.
fn relative(direction: Direction, amount: &str) -> Option<(Change, TypedUnit)> {
    made(direction, amount).map(|(change, _)| (change, TypedUnit::None))
}

fn made(direction: Direction, amount: &str) -> Option<(Change, TypedUnit)> {
    let amount = amount.strip_prefix("by ").unwrap_or(amount);
    let of_it = amount.strip_suffix(OF_IT_BEHIND);
    let typed = read(of_it.unwrap_or(amount))?;
    // A sign besides the direction says the opposite twice.
    if typed.number.value() < 0.0 || amount.starts_with('-') || (of_it.is_some() && typed.unit != TypedUnit::Percent) {
        return None;
    }
    let (unit, other) = match typed.unit {
        // "Fell by half" is of it.
        TypedUnit::Percent if of_it.is_none() && amount.contains('%') => (ChangeUnit::Percent, TypedUnit::Percent),
        TypedUnit::Percent => (ChangeUnit::Percent, TypedUnit::None),
        TypedUnit::Points => (ChangeUnit::Points, TypedUnit::Points),
        other @ (TypedUnit::None | TypedUnit::Pounds | TypedUnit::Per(_) | TypedUnit::Words(_)) => {
            (ChangeUnit::Unit, other)
        }
    };
    Some((Change { direction, by: typed.number, unit }, other))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counted(unit: &str) -> CountedPhrase {
        let dataset = crate::model::Dataset::default();
        CountedPhrase::of(&crate::edit::new_parts::indicator(&dataset, "Cost", unit, crate::model::Measure::Flow))
    }

    fn change(text: &str) -> Result<Change, TypedError> {
        // In pounds, so that the one example in pounds fits.
        super::change(text, &counted("£"))
    }

    #[test]
    fn what_reports_print_is_read_with_direction_bound_and_unit() {
        for (typed, written) in [
            ("down 15.5%", "fell 15.5%"),
            ("down by over 60 per cent", "fell over 60%"),
            ("300 per cent more", "rose 300%"),
            ("fell by 22", "fell 22"),
            ("doubled", "rose 100%"),
            ("three times as many", "rose 200%"),
            ("more than twice as high", "rose over 100%"),
            ("half as many", "fell 50%"),
            ("a threefold increase", "rose 200%"),
            ("a 15% reduction", "fell 15%"),
            ("an increase of 12%", "rose 12%"),
            ("\u{2013}15%", "fell 15%"),
            ("down 12% of it", "fell 12%"),
            ("more than doubled", "rose over 100%"),
            ("almost halved", "fell nearly 50%"),
            ("fell by half", "fell 50%"),
            ("rose by a third", "rose 33%"),
            ("-15.50%", "fell 15.50%"),
            ("+29", "rose 29"),
            ("a reduction of between 33 and 67%", "fell between 33 and 67%"),
            ("over 60% fewer", "fell over 60%"),
            ("rose over 150%", "rose over 150%"),
            ("Increased by £1.8m", "rose about 1800000"),
        ] {
            let read = change(typed).unwrap_or_else(|e| panic!("{typed}: {e}"));
            assert_eq!(read.to_string(), written, "{typed}");
        }
    }

    #[test]
    fn per_cent_of_a_share_is_asked_about_points_of_a_count_refused() {
        let share = counted("% of children");
        let error = super::change("down by over 12%", &share).unwrap_err();
        assert_eq!(error.choices, ["down by over 12% of it", "down by over 12 percentage points"]);
        let read: Vec<String> =
            error.choices.iter().map(|choice| super::change(choice, &share).unwrap().to_string()).collect();
        assert_eq!(read, ["fell over 12%", "fell over 12 pp"]);
        for sure in ["fell by half", "doubled", "up 3 percentage points", "fell 3 pp"] {
            let change = super::change(sure, &share).unwrap_or_else(|e| panic!("{sure}: {e}"));
            assert_eq!(super::change(&change_text(&change, &share), &share), Ok(change), "{sure}");
        }
        let error = super::change("up 12.5 pp", &counted("children")).unwrap_err();
        assert!(error.sentence.contains("percentage points"), "{error}");
        assert_eq!(super::change("three times more", &share).unwrap_err().choices.len(), 2);
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
