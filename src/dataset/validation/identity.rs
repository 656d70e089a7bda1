//! Ids, names, codes, dates of bodies, and references between the parts.

use std::collections::HashMap;

use super::PathedOutcome;
use crate::dataset::fault::Fault;
use crate::dataset::finding::Problem;
use crate::model::{Council, CouncilId, Dataset, LONGEST_NAME, OutcomeId, SourceRef};
use crate::say;
use crate::words::letters::plain_text;

/// How often a missing id gets its nearest neighbour named: looking for it is slow, and nobody reads more.
const SUGGESTIONS: u32 = 50;

/// The ids of one list.
struct Ids<'a> {
    /// What they are ids of, and the list they stand in.
    kind: &'static str,
    first: HashMap<&'a str, String>,
}

impl<'a> Ids<'a> {
    /// Gathers the ids, and tells those that are misspelt or used twice.
    fn gather(kind: &'static str, ids: impl Iterator<Item = (&'a str, String)>, problems: &mut Vec<Problem>) -> Self {
        let mut first: HashMap<&'a str, String> = HashMap::new();
        for (id, path) in ids {
            let path = format!("{path}.id");
            if id.is_empty() {
                problems.push(Problem::error(&path, say!("check-no-id", kind = kind), say!("check-no-id.fix")));
            } else if !id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-') {
                let sentence = say!("check-id-with-others", id = id);
                problems.push(Problem::error(&path, sentence, say!("check-id-with-others.fix", id = as_id(id))));
            }
            match first.get(id) {
                Some(other) if !id.is_empty() => {
                    let sentence = say!("check-id-taken", id = id, other = other.as_str());
                    let fix = say!("check-id-taken.fix", kind = kind);
                    let fault = Fault::IdTwice { id: id.to_owned() };
                    problems.push(Problem::error(&path, sentence, fix).about(fault));
                }
                Some(_) => {}
                None => {
                    first.insert(id, path);
                }
            }
        }
        Self { kind, first }
    }

    /// Tells a reference to an id that is not there.
    fn refer(&self, id: &str, path: impl FnOnce() -> String, suggestions: &mut u32, problems: &mut Vec<Problem>) {
        if self.first.contains_key(id) {
            return;
        }
        let kind = self.kind;
        let near = self.nearest(id, suggestions);
        let fix = match near {
            Some(near) => say!("check-nothing-of-the-id-near.fix", near = near, kind = kind),
            None => say!("check-nothing-of-the-id.fix", kind = kind),
        };
        let fault = Fault::Unknown { id: id.to_owned(), near: near.map(str::to_owned) };
        problems.push(Problem::error(path(), say!("check-nothing-of-the-id", kind = kind, id = id), fix).about(fault));
    }

    fn nearest(&self, id: &str, suggestions: &mut u32) -> Option<&'a str> {
        *suggestions = suggestions.checked_sub(1)?;
        let scored = self.first.keys().map(|&other| (strsim::jaro_winkler(id, other), other));
        let near = scored.filter(|(score, _)| *score > 0.85);
        near.max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(a.1))).map(|(_, other)| other)
    }
}

/// The nearest text that can be an id.
fn as_id(text: &str) -> String {
    let words: Vec<String> = text
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_ascii_lowercase)
        .collect();
    if words.is_empty() { "anyshire".to_owned() } else { words.join("-") }
}

/// Checks everything that names or is named.
pub(super) fn check(dataset: &Dataset, outcomes: &[PathedOutcome<'_>], problems: &mut Vec<Problem>) {
    let sources = dataset.sources.iter().enumerate().map(|(n, s)| (s.id.as_str(), format!("sources[{n}]")));
    let sources = Ids::gather("source", sources, problems);
    let councils = dataset.councils.iter().enumerate().map(|(n, c)| (c.id.as_str(), format!("councils[{n}]")));
    let councils = Ids::gather("council", councils, problems);
    let indicators = dataset.indicators.iter().enumerate().map(|(n, i)| (i.id.as_str(), format!("indicators[{n}]")));
    let indicators = Ids::gather("indicator", indicators, problems);
    let programmes = dataset.programmes.iter().enumerate().map(|(n, p)| (p.id.as_str(), format!("programmes[{n}]")));
    Ids::gather("programme", programmes, problems);
    let views = dataset.views.iter().enumerate().map(|(n, v)| (v.id.as_str(), format!("views[{n}]")));
    Ids::gather("view", views, problems);
    let of_outcomes = outcomes.iter().map(|placed| (placed.outcome.id.as_str(), placed.path.clone()));
    let of_outcomes = Ids::gather("outcome", of_outcomes, problems);

    let mut suggestions = SUGGESTIONS;
    // Of two with the same id the first counts, here as everywhere.
    let with_file: HashMap<&str, bool> =
        dataset.sources.iter().rev().map(|s| (s.id.as_str(), s.file.is_some())).collect();
    let cited = |list: &[SourceRef], path: &str, suggestions: &mut u32, problems: &mut Vec<Problem>| {
        for (n, reference) in list.iter().enumerate() {
            let id = reference.source.as_str();
            sources.refer(id, || format!("{path}.sources[{n}].source"), suggestions, problems);
            if reference.lines.contains(&0) {
                problems.push(Problem::error(
                    format!("{path}.sources[{n}].lines"),
                    say!("check-line-0"),
                    say!("check-line-0.fix"),
                ));
            }
            if !reference.lines.is_empty() && with_file.get(id) == Some(&false) {
                let sentence = say!("check-lines-of-no-file", id = id);
                let fix = say!("check-lines-of-no-file.fix");
                let fault = Fault::LinesWithoutFile { source: id.to_owned() };
                problems.push(Problem::caution(format!("{path}.sources[{n}].lines"), sentence, fix).about(fault));
            }
        }
    };

    names(dataset, problems);
    concepts(dataset, problems);
    for (n, council) in dataset.councils.iter().enumerate() {
        let path = format!("councils[{n}]");
        body(council, &path, problems);
        let mut refer = |list: &[CouncilId], field: &str| {
            for (m, id) in list.iter().enumerate() {
                councils.refer(id.as_str(), || format!("{path}.{field}[{m}]"), &mut suggestions, problems);
            }
        };
        refer(&council.successors, "successors");
        refer(&council.members, "members");
    }
    for (n, programme) in dataset.programmes.iter().enumerate() {
        let path = format!("programmes[{n}]");
        for (m, id) in programme.places.iter().enumerate() {
            councils.refer(id.as_str(), || format!("{path}.places[{m}]"), &mut suggestions, problems);
        }
        if programme.places.is_empty() {
            let fix = say!("check-programme-nowhere.fix");
            problems.push(
                Problem::error(format!("{path}.places"), say!("check-programme-nowhere"), fix).about(Fault::NoPlaces),
            );
        }
        cited(&programme.sources, &path, &mut suggestions, problems);
    }
    let inherited = dataset.programmes.iter().flat_map(|p| p.outcomes.iter().map(|o| o.places == p.places));
    let inherited = inherited.chain(dataset.context.iter().map(|_| false));
    for (PathedOutcome { outcome, path }, inherited) in outcomes.iter().zip(inherited) {
        indicators.refer(outcome.indicator.as_str(), || format!("{path}.indicator"), &mut suggestions, problems);
        if !inherited {
            for (m, id) in outcome.places.iter().enumerate() {
                councils.refer(id.as_str(), || format!("{path}.places[{m}]"), &mut suggestions, problems);
            }
            if outcome.places.is_empty() {
                let fix = say!("check-outcome-nowhere.fix");
                problems.push(
                    Problem::error(format!("{path}.places"), say!("check-outcome-nowhere"), fix).about(Fault::NoPlaces),
                );
            }
        }
        let mut refer = |list: &[OutcomeId], field: &str| {
            for (m, id) in list.iter().enumerate() {
                let here = || format!("{path}.{field}[{m}]");
                of_outcomes.refer(id.as_str(), here, &mut suggestions, problems);
                if id == &outcome.id {
                    problems.push(Problem::error(here(), say!("check-names-itself"), say!("check-names-itself.fix")));
                }
            }
        };
        refer(&outcome.overlaps, "overlaps");
        refer(&outcome.disagrees_with, "disagrees_with");
        if outcome.sources.is_empty() {
            let fix = say!("check-no-sources.fix");
            problems
                .push(Problem::error(format!("{path}.sources"), say!("check-no-sources"), fix).about(Fault::NoSources));
        }
        cited(&outcome.sources, path, &mut suggestions, problems);
    }
}

/// Names that must not be empty, and must fit where they are shown.
fn names(dataset: &Dataset, problems: &mut Vec<Problem>) {
    let mut name = |text: &str, what: &str, path: &dyn Fn() -> String| {
        if text.trim().is_empty() {
            problems.push(Problem::error(path(), say!("check-empty-name", what = what), say!("check-empty-name.fix")));
        }
        let count = text.chars().count();
        if count > LONGEST_NAME {
            let sentence =
                say!("check-long-name", what = what, count = count.to_string(), most = LONGEST_NAME.to_string());
            problems.push(Problem::error(path(), sentence, say!("check-long-name.fix")));
        }
    };
    name(&dataset.title, "dataset", &|| "title".to_owned());
    for (n, source) in dataset.sources.iter().enumerate() {
        name(&source.title, "source", &|| format!("sources[{n}].title"));
    }
    for (n, council) in dataset.councils.iter().enumerate() {
        name(&council.name, "council", &|| format!("councils[{n}].name"));
    }
    for (n, indicator) in dataset.indicators.iter().enumerate() {
        name(&indicator.name, "indicator", &|| format!("indicators[{n}].name"));
        name(&indicator.concept, "concept", &|| format!("indicators[{n}].concept"));
    }
    for (n, programme) in dataset.programmes.iter().enumerate() {
        name(&programme.name, "programme", &|| format!("programmes[{n}].name"));
    }
    for (n, view) in dataset.views.iter().enumerate() {
        name(&view.name, "view", &|| format!("views[{n}].name"));
    }
    for (n, indicator) in dataset.indicators.iter().enumerate().filter(|(_, i)| i.unit.is_blank()) {
        let sentence = say!("check-no-unit", indicator = indicator.name.as_str());
        let fix = say!("check-no-unit.fix");
        problems.push(Problem::caution(format!("indicators[{n}].unit"), sentence, fix));
    }
}

/// Concepts, and units of one concept, that differ only in how they are written: nothing of the one stands beside anything of the other.
fn concepts(dataset: &Dataset, problems: &mut Vec<Problem>) {
    let mut first: HashMap<String, &str> = HashMap::new();
    let mut units: HashMap<(String, String), &str> = HashMap::new();
    for (n, indicator) in dataset.indicators.iter().enumerate().filter(|(_, i)| !i.concept.trim().is_empty()) {
        let other = *first.entry(indicator.concept_key()).or_insert(&indicator.concept);
        if other != indicator.concept {
            let sentence = say!("check-concept-twice", concept = indicator.concept.as_str(), other = other);
            let fix = say!("check-concept-twice.fix", other = other);
            problems.push(Problem::caution(format!("indicators[{n}].concept"), sentence, fix));
        }
        let unit = indicator.unit.as_str();
        let other = *units.entry((indicator.concept_key(), plain_text(unit))).or_insert(unit);
        if other != unit {
            let sentence = say!("check-unit-twice", unit = unit, other = other);
            let fix = say!("check-unit-twice.fix", other = other);
            problems.push(Problem::caution(format!("indicators[{n}].unit"), sentence, fix));
        }
    }
}

/// A body's code and its dates.
fn body(council: &Council, path: &str, problems: &mut Vec<Problem>) {
    if let Some(code) = &council.gss {
        let well_formed = match code.as_bytes() {
            [letter, digits @ ..] => {
                letter.is_ascii_uppercase() && digits.len() == 8 && digits.iter().all(u8::is_ascii_digit)
            }
            [] => false,
        };
        if !well_formed {
            let sentence = say!("check-no-code", code = code.as_str());
            let fix = say!("check-no-code.fix");
            let fault = Fault::NoCode { code: code.clone() };
            problems.push(Problem::error(format!("{path}.gss"), sentence, fix).about(fault));
        }
    }
    if let (Some(from), Some(until)) = (council.from, council.until)
        && until.last_day() < from.first_day()
    {
        let sentence = say!("check-body-turned-round", until = until.to_string(), from = from.to_string());
        let problem = Problem::error(format!("{path}.until"), sentence, say!("check-body-turned-round.fix"));
        problems.push(problem.about(Fault::EndsFirst));
    }
}
