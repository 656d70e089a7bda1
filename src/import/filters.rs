//! Which rows of a table are kept where it breaks its figures down: the total of a filter, or an indicator of each of its values
//! where it has none, so that a breakdown is never summed.

use std::collections::BTreeMap;

use super::finding::{Findings, ImportFindingKind};
use super::meta::{self, Meta};
use super::profile::Profile;
use crate::say;
use crate::words::letters::plain_text;

/// The value of a profile that asks for an indicator of every value.
const EACH: &str = "each";

/// The values of the filters in one kind of row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Combination {
    /// A value for each filter.
    pub(super) values: Vec<String>,
    /// How many rows have it.
    pub(super) rows: usize,
    /// The first row that has it.
    pub(super) first_row: u32,
}

/// What is done with a combination.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Kept {
    /// Whether its rows are kept.
    pub(super) is_kept: bool,
    /// The words of its values that tell it from others, joined; empty where nothing does.
    pub(super) name: String,
}

/// What was done with a filter, for showing it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilterUse {
    /// The heading of its column.
    pub heading: String,
    /// Its values as they stand in the table, each once, in the order of the rows.
    pub values: Vec<String>,
    /// What is kept of them.
    pub kept: FilterKept,
}

/// What is kept of the values of a filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FilterKept {
    /// The rows of this value.
    One(String),
    /// All, each as an indicator of its own.
    Each,
    /// All, because it has one value, or only groups the values of another filter.
    All,
}

/// Headings whose one value says what is counted.
const NAMING: [&str; 9] =
    ["indicator", "measure", "category", "age group", "indicator name", "measure name", "metric", "data", "topic"];

/// Whether a value stands for all.
fn is_total(value: &str) -> bool {
    let words = plain_text(value);
    words == "total" || words == "all" || words == "persons" || words.starts_with("all ") || words.starts_with("total ")
}

/// The value of a filter that stands for all; the plainest first.
fn total_of<'a>(values: &[&'a str]) -> Option<&'a str> {
    let mut totals: Vec<&str> = values.iter().copied().filter(|value| is_total(value)).collect();
    totals.sort_by_key(|value| (plain_text(value) != "total", value.len()));
    totals.first().copied()
}

/// What is done with each combination of the values of these filters.
pub(super) fn choose(
    headings: &[String],
    combinations: &[Combination],
    labels: &BTreeMap<String, String>,
    meta: &Meta,
    profile: &Profile,
    findings: &mut Findings,
) -> (Vec<Kept>, Vec<FilterUse>) {
    let mut used: Vec<FilterUse> = Vec::new();
    let mut kept: Vec<Kept> = combinations.iter().map(|_| Kept { is_kept: true, name: String::new() }).collect();
    let mut groups: Vec<usize> = Vec::new();
    for (nth, heading) in headings.iter().enumerate() {
        let value_of = |combination: &Combination| combination.values.get(nth).map_or("", String::as_str).to_owned();
        let mut values: Vec<String> = Vec::new();
        for value in combinations.iter().map(value_of) {
            if !values.contains(&value) {
                values.push(value);
            }
        }
        let texts: Vec<&str> = values.iter().map(String::as_str).collect();
        let mut tell = |kept: FilterKept| {
            used.push(FilterUse { heading: heading.clone(), values: values.clone(), kept });
        };
        let asked = profile.filters.get(heading).map(String::as_str);
        let by_default =
            meta::of(meta, heading).map(|said| said.default.as_str()).filter(|value| texts.contains(value));
        let one = match asked {
            Some(EACH) => None,
            Some(value) => Some(value),
            None if texts.len() < 2 || groups_another(nth, headings.len(), &groups, combinations, meta, heading) => {
                groups.push(nth);
                tell(FilterKept::All);
                if texts.len() < 2 && NAMING.contains(&plain_text(heading).as_str()) {
                    add_names(&mut kept, combinations, nth, labels);
                }
                continue;
            }
            None => total_of(&texts).or(by_default),
        };
        let Some(one) = one else {
            tell(FilterKept::Each);
            add_names(&mut kept, combinations, nth, labels);
            findings
                .add(ImportFindingKind::ToConfirm, None, heading, || say!("import-filter-each", values = texts.len()));
            continue;
        };
        tell(FilterKept::One(one.to_owned()));
        let mut left_out = 0;
        for (combination, kept) in combinations.iter().zip(&mut kept) {
            if value_of(combination) != one && kept.is_kept {
                kept.is_kept = false;
                left_out += combination.rows;
            }
        }
        if left_out > 0 {
            let others: Vec<&str> = texts.iter().copied().filter(|value| *value != one).take(5).collect();
            findings.add(ImportFindingKind::LeftOut, None, heading, || {
                say!("import-filter-kept", kept = one, rows = left_out, others = others.join(", "))
            });
        }
    }
    (kept, used)
}

/// Puts the value of this filter into the names of all combinations.
fn add_names(kept: &mut [Kept], combinations: &[Combination], nth: usize, labels: &BTreeMap<String, String>) {
    for (combination, kept) in combinations.iter().zip(kept) {
        let value = combination.values.get(nth).map_or("", String::as_str);
        let shown = labels.get(value).map_or(value, String::as_str);
        if shown.is_empty() || (is_total(shown) && combinations.len() < 2) {
            continue;
        }
        if !kept.name.is_empty() {
            kept.name.push_str(", ");
        }
        kept.name.push_str(shown);
    }
}

/// Whether a filter only groups the values of another: each value of the other has one of its own. Those in `ignored` are none.
fn groups_another(
    nth: usize,
    filters: usize,
    ignored: &[usize],
    combinations: &[Combination],
    meta: &Meta,
    heading: &str,
) -> bool {
    if meta.iter().any(|column| column.grouped_by.eq_ignore_ascii_case(heading)) {
        return true;
    }
    let value = |combination: &Combination, at: usize| combination.values.get(at).map_or("", String::as_str).to_owned();
    (0..filters).filter(|other| *other != nth && !ignored.contains(other)).any(|other| {
        let mut group_of: BTreeMap<String, String> = BTreeMap::new();
        let mut groups: Vec<String> = Vec::new();
        for combination in combinations {
            let (own, others) = (value(combination, nth), value(combination, other));
            if group_of.entry(others).or_insert_with(|| own.clone()) != &own {
                return false;
            }
            if !groups.contains(&own) {
                groups.push(own);
            }
        }
        // Two columns that say the same: the later one gives way.
        group_of.len() > groups.len() || (group_of.len() == groups.len() && other < nth)
    })
}

/// Names of rows where places stand across: the last words of a row, with those in front of them where the same words stand again.
pub(super) fn rows_by_name(combinations: &[Combination]) -> Vec<Kept> {
    let words = |combination: &Combination| -> Vec<String> {
        combination.values.iter().map(|value| without_marks(value)).filter(|value| !value.is_empty()).collect()
    };
    let last = |combination: &Combination| words(combination).pop().unwrap_or_default();
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for combination in combinations {
        *counts.entry(last(combination)).or_default() += 1;
    }
    let name = |combination: &Combination| {
        let words = words(combination);
        let own = words.last().cloned().unwrap_or_default();
        let is_shared = counts.get(&own).is_some_and(|count| *count > 1);
        match words.len().checked_sub(2).and_then(|before| words.get(before)) {
            Some(before) if is_shared => format!("{before}: {own}"),
            Some(_) | None => own,
        }
    };
    combinations.iter().map(|combination| Kept { is_kept: true, name: name(combination) }).collect()
}

/// A label without the marks of footnotes behind it.
fn without_marks(label: &str) -> String {
    label
        .trim_end_matches(|letter: char| letter.is_whitespace() || "^*~\u{2020}\u{2021}\u{b0}".contains(letter))
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(headings: &[&str], rows: &[&[&str]], profile: &Profile) -> Vec<(bool, String)> {
        let headings: Vec<String> = headings.iter().map(|&heading| heading.to_owned()).collect();
        let combinations: Vec<Combination> = rows
            .iter()
            .map(|row| Combination { values: row.iter().map(|&v| v.to_owned()).collect(), rows: 1, first_row: 2 })
            .collect();
        let mut findings = Findings::new("f.csv".to_owned());
        choose(&headings, &combinations, &BTreeMap::new(), &Vec::new(), profile, &mut findings)
            .0
            .into_iter()
            .map(|kept| (kept.is_kept, kept.name))
            .collect()
    }

    #[test]
    fn a_total_is_kept_and_a_breakdown_without_one_makes_indicators() {
        let own = |kept: bool, name: &str| (kept, name.to_owned());
        let plain = Profile::default();
        assert_eq!(
            chosen(&["sex"], &[&["Total"], &["Male"], &["Female"]], &plain),
            [own(true, ""), own(false, ""), own(false, "")]
        );
        assert_eq!(chosen(&["sex"], &[&["Male"], &["Female"]], &plain), [own(true, "Male"), own(true, "Female")]);
        let each = Profile { filters: [("sex".to_owned(), "each".to_owned())].into(), ..Profile::default() };
        assert_eq!(chosen(&["sex"], &[&["Total"], &["Male"]], &each), [own(true, "Total"), own(true, "Male")]);
        let male = Profile { filters: [("sex".to_owned(), "Male".to_owned())].into(), ..Profile::default() };
        assert_eq!(chosen(&["sex"], &[&["Total"], &["Male"]], &male), [own(false, ""), own(true, "")]);
    }

    #[test]
    fn a_column_that_groups_another_is_none_of_its_own() {
        let rows: [&[&str]; 3] = [&["Total", "Total"], &["Single", "Primary"], &["Single", "Secondary"]];
        let kept = chosen(&["phase", "type"], &rows, &Profile::default());
        assert_eq!(kept.iter().map(|(kept, _)| *kept).collect::<Vec<_>>(), [true, false, false]);
    }
}
