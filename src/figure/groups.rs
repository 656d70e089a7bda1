//! Rows in their order, context apart (R15), and what tells alike rows apart.

use std::collections::HashMap;

use crate::compare::Comparison;
use crate::model::{OutcomeId, Role};
use crate::say;

use super::{Row, RowGroup, words};

/// The heading of context.
pub fn context_heading() -> &'static str {
    say!("figure-heading-context")
}

/// The rows in their order, context apart under its heading.
pub fn context_apart(drawn: &[Comparison<'_>], row: impl Fn(&Comparison<'_>) -> Row) -> Vec<RowGroup> {
    let mut groups: Vec<RowGroup> = Vec::new();
    let own: Vec<Row> = drawn.iter().filter(|c| !is_context(c)).map(&row).collect();
    if !own.is_empty() {
        groups.push(RowGroup { heading: String::new(), rows: own });
    }
    let mut context: Vec<Row> = drawn.iter().filter(|c| is_context(c)).map(&row).collect();
    let labels: Vec<String> = context.iter().map(|row| row.label.clone()).collect();
    for row in context.iter_mut().filter(|row| row.sublabel.is_empty()) {
        // Several rows of one name have no programme that tells them apart, but their times do.
        if labels.iter().filter(|label| **label == row.label).count() > 1
            && let Some(told) = drawn.iter().find(|c| c.located.outcome.id == row.outcome)
        {
            row.sublabel = words::time_between(&told.located.outcome.published);
        }
    }
    if !context.is_empty() {
        groups.push(RowGroup { heading: context_heading().to_owned(), rows: context });
    }
    let apart = told_apart(drawn);
    for row in groups.iter_mut().flat_map(|group| &mut group.rows) {
        if let Some(by) = apart.get(&row.outcome).filter(|by| !row.sublabel.contains(by.as_str())) {
            let above = if row.sublabel.is_empty() { "" } else { "\n" };
            row.sublabel.push_str(&format!("{above}{by}"));
        }
    }
    groups
}

/// What tells outcomes apart that have the same places, indicator and time: the programme, else who was counted, else the document.
/// Outcomes that differ in what a row says of them anyway are not among them.
pub fn told_apart(drawn: &[Comparison<'_>]) -> HashMap<OutcomeId, String> {
    let said = |c: &Comparison<'_>| {
        let when = words::time_between(&c.located.outcome.published);
        (c.place.clone(), c.located.indicator.id.clone(), when)
    };
    let mut alike: HashMap<_, Vec<&Comparison<'_>>> = HashMap::new();
    for comparison in drawn {
        alike.entry(said(comparison)).or_default().push(comparison);
    }
    let mut found = HashMap::new();
    for members in alike.into_values().filter(|members| members.len() > 1) {
        let programme = |c: &Comparison<'_>| c.located.programme.map_or_else(String::new, |p| p.name.clone());
        let who = |c: &Comparison<'_>| c.located.outcome.counted.who.clone();
        let lines = |c: &Comparison<'_>| {
            let sources = c.located.outcome.sources.iter().map(|source| source.at.clone());
            sources.collect::<Vec<_>>().join("; ")
        };
        let ways: [&dyn Fn(&Comparison<'_>) -> String; 3] = [&programme, &who, &lines];
        let differs = |way: &&&dyn Fn(&Comparison<'_>) -> String| {
            let mut texts: Vec<String> = members.iter().map(|c| way(c)).collect();
            texts.sort_unstable();
            texts.dedup();
            texts.len() > 1
        };
        let Some(way) = ways.iter().find(differs) else { continue };
        for member in members {
            let text = way(member);
            if !text.is_empty() {
                found.insert(member.located.outcome.id.clone(), text);
            }
        }
    }
    found
}

/// Whether it is no programme's work.
pub fn is_context(comparison: &Comparison<'_>) -> bool {
    comparison.located.outcome.role == Role::Context
}
