//! What was published, in words, as the line below "Type it as published" tells how it was understood.

use crate::compare::phrases;
use crate::figure::words;
use crate::model::{Change, Direction, KnownLevel, Level, Number, Period, Published, Unit};
use crate::say;

/// What was published, in words, as figures in a unit, which may be empty.
pub fn describe_published(published: &Published, unit: &Unit) -> String {
    match published {
        Published::Pair { before, after, stated, over: time } => {
            let pair = say!("published-form-told-pair", before = level(before, unit), after = level(after, unit));
            let pair = match changes(stated, unit) {
                Some(changes) => say!("published-form-told-stated", told = pair, changes = changes),
                None => pair,
            };
            over(pair, time)
        }
        Published::Change { stated, over: time, level: known } => {
            let changes = changes(stated, unit).unwrap_or_default();
            let told = over(say!("published-form-told-change", changes = changes), time);
            match known {
                Some(KnownLevel::Before(known)) => {
                    say!("published-form-told-from", told = told, level = level(known, unit))
                }
                Some(KnownLevel::After(known)) => {
                    say!("published-form-told-to", told = told, level = level(known, unit))
                }
                None => say!("published-form-told-no-level", told = told),
            }
        }
        Published::Direction { direction: Direction::Stable, over: time } => {
            over(say!("published-form-told-stable").to_owned(), time)
        }
        Published::Direction { direction, over: time } => {
            over(say!("published-form-told-direction", direction = phrases::direction(*direction)), time)
        }
        Published::Rating { before, after } => {
            say!("published-form-told-grades", before = before.grade.as_str(), after = after.grade.as_str())
        }
        Published::SingleGrade(grade) => say!("published-form-told-grade", grade = grade.grade.as_str()),
        Published::Part { count, of, share, period } => over(part(count.as_ref(), of.as_ref(), share.as_ref()), period),
        Published::Single(single) => say!("published-form-told-single", level = level(single, unit)),
        // In memory only, in what is shown; forms read the dataset as it is.
        Published::Suppressed(_) => String::new(),
        Published::Series { points, .. } => say!("published-form-told-series", n = points.len()),
    }
}

fn level(level: &Level, unit: &Unit) -> String {
    let number = words::level(&level.number, unit);
    if level.period.is_stated() {
        say!("published-form-told-level", level = number, period = words::period(&level.period))
    } else {
        number
    }
}

/// With the time it took, where that was stated.
fn over(told: String, time: &Period) -> String {
    if time.is_stated() { say!("published-form-told-over", told = told, period = words::period(time)) } else { told }
}

/// Stated changes as one phrase; `None` where there are none.
fn changes(stated: &[Change], unit: &Unit) -> Option<String> {
    let phrases = stated.iter().map(|change| words::change_phrase(change, unit));
    phrases.reduce(|changes, last| say!("published-form-told-changes", changes = changes, last = last))
}

/// "28 of 44, 64%", as far as each was published.
fn part(count: Option<&Number>, of: Option<&Number>, share: Option<&Number>) -> String {
    let number = |number: Option<&Number>| number.map(|number| words::level(number, &Unit::NUMBER));
    let share = number(share).map(|share| say!("published-form-told-share", share = share));
    let counted = match (number(count), number(of)) {
        (Some(count), Some(of)) => Some(say!("published-form-told-part", count = count, of = of)),
        (count, _) => count,
    };
    match (counted, share) {
        (Some(part), Some(share)) => say!("published-form-told-part-and-share", part = part, share = share),
        (part, share) => part.or(share).unwrap_or_default(),
    }
}
