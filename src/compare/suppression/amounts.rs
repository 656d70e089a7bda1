//! What suppression took for an amount and not a small count, for the author to check.
//!
//! The measure and the head of the unit decide what is a count. Both are the author's words, so a list names once everything
//! they exempt. Ratings and grades are left out: they have no numbers.

use std::collections::HashSet;

use crate::model::{Form, Indicator, IndicatorId, Located, UnitKind};
use crate::say;

/// Indicators whose numbers were not taken for small counts: "Cost (£)", in order of the outcomes.
pub fn amounts<'a>(outcomes: impl Iterator<Item = Located<'a>>) -> Vec<String> {
    let mut seen: HashSet<&IndicatorId> = HashSet::new();
    let mut names: Vec<String> = Vec::new();
    for located in outcomes {
        let has_numbers = match located.outcome.published.form() {
            Form::Pair | Form::Change | Form::Part | Form::Single | Form::Series => true,
            Form::Direction | Form::Rating => false,
        };
        let is_part = located.outcome.published.form() == Form::Part;
        if has_numbers && !is_counted(located.indicator, is_part) && seen.insert(&located.indicator.id) {
            let (name, unit) = (located.indicator.name.as_str(), located.indicator.unit.as_str());
            names.push(say!("suppressed-amount", name = name, unit = unit));
        }
    }
    names
}

/// Whether a number of it may be a count; parts of a share are counted.
fn is_counted(indicator: &Indicator, is_part: bool) -> bool {
    let is_grade = indicator.unit.kind() == UnitKind::Grade;
    is_grade || indicator.may_count_people() || (is_part && (indicator.unit.is_counted() || indicator.unit.is_share()))
}

/// A sentence that names the first `most` of them and counts the others; `None` where there are none.
pub fn not_taken_for_counts(amounts: &[String], most: usize) -> Option<String> {
    let named = amounts.iter().take(most).map(String::as_str).collect::<Vec<_>>().join(", ");
    match (amounts.len(), amounts.len().saturating_sub(most)) {
        (0, _) => None,
        (all, _) if most == 0 => Some(say!("suppressed-amounts-counted", n = all)),
        (_, 0) => Some(say!("suppressed-amounts", names = named)),
        (_, more) => Some(say!("suppressed-amounts-and-more", names = named, more = more)),
    }
}
