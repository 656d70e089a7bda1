//! Ids, names, codes, dates of bodies, and references between the parts.

use std::collections::HashMap;

use super::Placed;
use crate::dataset::fault::Fault;
use crate::dataset::finding::Problem;
use crate::model::{Council, CouncilId, Dataset, LONGEST_NAME, OutcomeId, SourceRef};

/// How often a missing id gets its nearest neighbour named: looking for it is slow, and nobody reads more.
const SUGGESTIONS: u32 = 50;

/// The ids of one list.
struct Ids<'a> {
    /// What they are ids of, and the list they stand in.
    kind: &'static str,
    list: &'static str,
    first: HashMap<&'a str, String>,
}

impl<'a> Ids<'a> {
    /// Gathers the ids, and tells those that are misspelt or used twice.
    fn gather(
        kind: &'static str,
        list: &'static str,
        ids: impl Iterator<Item = (&'a str, String)>,
        problems: &mut Vec<Problem>,
    ) -> Self {
        let mut first: HashMap<&'a str, String> = HashMap::new();
        for (id, path) in ids {
            let path = format!("{path}.id");
            if id.is_empty() {
                problems.push(Problem::error(
                    &path,
                    format!("the id of this {kind} is empty"),
                    "write a short one like \"anyshire\"",
                ));
            } else if !id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-') {
                let sentence = format!("the id \"{id}\" has other characters than small letters, digits and hyphens");
                problems.push(Problem::error(&path, sentence, format!("write it like \"{}\"", as_id(id))));
            }
            match first.get(id) {
                Some(other) if !id.is_empty() => {
                    let sentence = format!("the id \"{id}\" already stands at {other}");
                    let mend = format!("give this {kind} an id of its own");
                    let fault = Fault::IdTwice { id: id.to_owned() };
                    problems.push(Problem::error(&path, sentence, mend).about(fault));
                }
                Some(_) => {}
                None => {
                    first.insert(id, path);
                }
            }
        }
        Self { kind, list, first }
    }

    /// Tells a reference to an id that is not there.
    fn refer(&self, id: &str, path: impl FnOnce() -> String, suggestions: &mut u32, problems: &mut Vec<Problem>) {
        if self.first.contains_key(id) {
            return;
        }
        let Self { kind, list, .. } = self;
        let near = self.nearest(id, suggestions);
        let mend = match near {
            Some(near) => format!("did you mean \"{near}\"? Otherwise add it to {list}"),
            None => format!("add it to {list}, or name one that is there"),
        };
        let fault = Fault::Unknown { id: id.to_owned(), near: near.map(str::to_owned) };
        problems.push(Problem::error(path(), format!("there is no {kind} with the id \"{id}\""), mend).about(fault));
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
pub(super) fn check(dataset: &Dataset, outcomes: &[Placed<'_>], problems: &mut Vec<Problem>) {
    let sources = dataset.sources.iter().enumerate().map(|(n, s)| (s.id.as_str(), format!("sources[{n}]")));
    let sources = Ids::gather("source", "`sources`", sources, problems);
    let councils = dataset.councils.iter().enumerate().map(|(n, c)| (c.id.as_str(), format!("councils[{n}]")));
    let councils = Ids::gather("council", "`councils`", councils, problems);
    let indicators = dataset.indicators.iter().enumerate().map(|(n, i)| (i.id.as_str(), format!("indicators[{n}]")));
    let indicators = Ids::gather("indicator", "`indicators`", indicators, problems);
    let programmes = dataset.programmes.iter().enumerate().map(|(n, p)| (p.id.as_str(), format!("programmes[{n}]")));
    Ids::gather("programme", "`programmes`", programmes, problems);
    let of_outcomes = outcomes.iter().map(|placed| (placed.outcome.id.as_str(), placed.path.clone()));
    let of_outcomes = Ids::gather("outcome", "the outcomes", of_outcomes, problems);

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
                    "there is no line 0",
                    "count lines from 1",
                ));
            }
            if !reference.lines.is_empty() && with_file.get(id) == Some(&false) {
                let sentence = format!("lines are cited of the source \"{id}\", which names no `file`");
                let mend = "add `file` to the source, or tell the place in words with `at`";
                let fault = Fault::LinesWithoutFile { source: id.to_owned() };
                problems.push(Problem::caution(format!("{path}.sources[{n}].lines"), sentence, mend).about(fault));
            }
        }
    };

    names(dataset, problems);
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
            let mend = "write `places: [\"…\"]` with the ids of its councils";
            problems.push(
                Problem::error(format!("{path}.places"), "the programme has no places", mend).about(Fault::NoPlaces),
            );
        }
        cited(&programme.sources, &path, &mut suggestions, problems);
    }
    let inherited = dataset.programmes.iter().flat_map(|p| p.outcomes.iter().map(|o| o.places == p.places));
    let inherited = inherited.chain(dataset.context.iter().map(|_| false));
    for (Placed { outcome, path }, inherited) in outcomes.iter().zip(inherited) {
        indicators.refer(outcome.indicator.as_str(), || format!("{path}.indicator"), &mut suggestions, problems);
        if !inherited {
            for (m, id) in outcome.places.iter().enumerate() {
                councils.refer(id.as_str(), || format!("{path}.places[{m}]"), &mut suggestions, problems);
            }
            if outcome.places.is_empty() {
                let mend = "write `places: [\"…\"]`: a figure of no programme has no other place to go by";
                problems.push(
                    Problem::error(format!("{path}.places"), "the outcome has no places", mend).about(Fault::NoPlaces),
                );
            }
        }
        let mut refer = |list: &[OutcomeId], field: &str| {
            for (m, id) in list.iter().enumerate() {
                let here = || format!("{path}.{field}[{m}]");
                of_outcomes.refer(id.as_str(), here, &mut suggestions, problems);
                if id == &outcome.id {
                    problems.push(Problem::error(
                        here(),
                        "the outcome names itself",
                        "name the other outcome, or leave it out",
                    ));
                }
            }
        };
        refer(&outcome.overlaps, "overlaps");
        refer(&outcome.disagrees_with, "disagrees_with");
        if outcome.sources.is_empty() {
            let mend = "write where it is written: `sources: [(source: \"…\", at: \"page 12\")]`";
            problems.push(
                Problem::error(format!("{path}.sources"), "the outcome has no sources", mend).about(Fault::NoSources),
            );
        }
        cited(&outcome.sources, path, &mut suggestions, problems);
    }
}

/// Names that must not be empty, and must fit where they are shown.
fn names(dataset: &Dataset, problems: &mut Vec<Problem>) {
    let mut name = |text: &str, what: &str, path: &dyn Fn() -> String| {
        if text.trim().is_empty() {
            problems.push(Problem::error(path(), format!("the {what} is empty"), "write it out"));
        }
        let count = text.chars().count();
        if count > LONGEST_NAME {
            let sentence =
                format!("the {what} has {count} characters, and at most {LONGEST_NAME} fit a figure or a list");
            problems.push(Problem::error(path(), sentence, "shorten it, and write the rest as a note or a summary"));
        }
    };
    name(&dataset.title, "title of the dataset", &|| "title".to_owned());
    for (n, source) in dataset.sources.iter().enumerate() {
        name(&source.title, "title of the source", &|| format!("sources[{n}].title"));
    }
    for (n, council) in dataset.councils.iter().enumerate() {
        name(&council.name, "name of the council", &|| format!("councils[{n}].name"));
    }
    for (n, indicator) in dataset.indicators.iter().enumerate() {
        name(&indicator.name, "name of the indicator", &|| format!("indicators[{n}].name"));
        name(&indicator.concept, "concept of the indicator", &|| format!("indicators[{n}].concept"));
    }
    for (n, programme) in dataset.programmes.iter().enumerate() {
        name(&programme.name, "name of the programme", &|| format!("programmes[{n}].name"));
    }
    for (n, indicator) in dataset.indicators.iter().enumerate().filter(|(_, i)| i.unit.trim().is_empty()) {
        let sentence = format!("the unit of \"{}\" is empty", indicator.name);
        let mend = "write what is counted, like \"children\", or \"not stated\" where the source does not say";
        problems.push(Problem::caution(format!("indicators[{n}].unit"), sentence, mend));
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
            let sentence = format!("\"{code}\" is not a GSS code");
            let mend = "write a capital letter and eight digits, like \"E10000099\", or leave `gss` out";
            let fault = Fault::NoCode { code: code.clone() };
            problems.push(Problem::error(format!("{path}.gss"), sentence, mend).about(fault));
        }
    }
    if let (Some(from), Some(until)) = (council.from, council.until)
        && until.last_day() < from.first_day()
    {
        let sentence = format!("the body ends ({until}) before it begins ({from})");
        let problem = Problem::error(format!("{path}.until"), sentence, "put the later date in `until`");
        problems.push(problem.about(Fault::EndsFirst));
    }
}
