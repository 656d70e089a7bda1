//! Rows under headings by length of period, context apart (R15).

use crate::compare::Comparison;
use crate::model::{Order, Role};
use crate::say;

use super::{Row, RowGroup};

/// Up to this many months a period counts as short in the headings.
const SHORT_MONTHS: f64 = 24.5;

/// The heading of context.
pub fn context_heading() -> &'static str {
    say!("figure-heading-context")
}

/// Whether a row belongs under a heading.
type Belongs<'b> = &'b dyn Fn(&Comparison<'_>) -> bool;

/// Rows under headings by length of period, context apart.
pub fn by_period(drawn: &[Comparison<'_>], order: Order, row: impl Fn(&Comparison<'_>) -> Row) -> Vec<RowGroup> {
    let mut groups: Vec<RowGroup> = Vec::new();
    let headings: [(&str, Belongs<'_>); 4] = [
        (say!("figure-heading-short"), &|c| {
            order == Order::Period && c.duration_months.is_some_and(|m| m <= SHORT_MONTHS)
        }),
        (say!("figure-heading-long"), &|c| {
            order == Order::Period && c.duration_months.is_some_and(|m| m > SHORT_MONTHS)
        }),
        (say!("figure-heading-period-not-stated"), &|c| order == Order::Period && c.duration_months.is_none()),
        ("", &|_| order != Order::Period),
    ];
    for (heading, belongs) in headings {
        let rows: Vec<Row> = drawn.iter().filter(|c| !is_context(c) && belongs(c)).map(&row).collect();
        if !rows.is_empty() {
            groups.push(RowGroup { heading: heading.to_owned(), rows });
        }
    }
    let has_context = drawn.iter().any(|c| is_context(c));
    let context: Vec<Row> = drawn.iter().filter(|c| is_context(c)).map(&row).collect();
    if !context.is_empty() {
        groups.push(RowGroup { heading: context_heading().to_owned(), rows: context });
    }
    if let [only] = groups.as_mut_slice()
        && !has_context
    {
        only.heading.clear();
    }
    groups
}

/// Whether it is no programme's work.
pub fn is_context(comparison: &Comparison<'_>) -> bool {
    comparison.located.outcome.role == Role::Context
}
