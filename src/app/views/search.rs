//! What a search of the list finds a council by: its own names first, then programmes and indicators, then notes and summaries.
//!
//! The palette asks here for notes as well. No spelling is fixed; every word typed has to be there.

use std::collections::HashMap;

use crate::model::{Council, CouncilId, Dataset, Located, Programme};
use crate::say;
use crate::words::letters::folded;
use crate::words::search::{BEFORE, EXCERPT, WordStart, excerpt, holds_words, search_words, written_out};

/// How a council was found. The order is that of the list.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FoundBy {
    /// By its names, its region or its code, or because nothing was asked for.
    Name,
    /// By a programme or an indicator; in words.
    Named(String),
    /// By a note, a summary or a claim; in words.
    Note(String),
}

impl FoundBy {
    /// What was found, in words; `None` where it was the name.
    pub fn label(&self) -> Option<&str> {
        match self {
            Self::Name => None,
            Self::Named(words) | Self::Note(words) => Some(words),
        }
    }

    /// The place in the list: names first, notes last.
    pub fn rank(&self) -> u8 {
        match self {
            Self::Name => 0,
            Self::Named(_) => 1,
            Self::Note(_) => 2,
        }
    }
}

/// The programmes and outcomes of each place, gathered once for a search: to go through all of them for each council would
/// grow with the square of the dataset.
#[derive(Default)]
pub(in crate::app) struct OutcomesByPlace<'d> {
    programmes: HashMap<&'d CouncilId, Vec<&'d Programme>>,
    outcomes: HashMap<&'d CouncilId, Vec<Located<'d>>>,
}

impl<'d> OutcomesByPlace<'d> {
    /// Goes through the dataset once.
    pub fn of(dataset: &'d Dataset) -> Self {
        let mut told = Self::default();
        for programme in &dataset.programmes {
            for (at, place) in programme.places.iter().enumerate() {
                if !programme.places.iter().take(at).any(|before| before == place) {
                    told.programmes.entry(place).or_default().push(programme);
                }
            }
        }
        for located in dataset.outcomes() {
            let places = &located.outcome.places;
            for (at, place) in places.iter().enumerate() {
                if !places.iter().take(at).any(|before| before == place) {
                    told.outcomes.entry(place).or_default().push(located);
                }
            }
        }
        told
    }

    fn programmes(&self, council: &Council) -> impl Iterator<Item = &'d Programme> {
        self.programmes.get(&council.id).into_iter().flatten().copied()
    }

    fn outcomes(&self, council: &Council) -> impl Iterator<Item = Located<'d>> {
        self.outcomes.get(&council.id).into_iter().flatten().copied()
    }
}

/// The councils that are found by what was typed, or by what its short forms stand for.
pub(in crate::app) fn found<'c>(
    told: &OutcomesByPlace<'_>,
    councils: &[&'c Council],
    typed: &str,
) -> Vec<(&'c Council, FoundBy)> {
    let written_out = written_out(typed);
    let words = search_words(written_out.as_deref().unwrap_or(typed));
    let literally = |council: &Council| {
        written_out.is_some() && holds_words(&own_names(council), &search_words(typed), WordStart::OfAWord)
    };
    let by = |council: &Council| {
        if literally(council) { Some(FoundBy::Name) } else { found_by(told, council, &words) }
    };
    let mut found: Vec<_> = councils.iter().filter_map(|council| Some((*council, by(council)?))).collect();
    if !words.is_empty() && found.iter().any(|(_, found)| *found == FoundBy::Name) {
        // Who types a council's name wants that council, not everyone whose notes mention it; the palette finds those.
        found.retain(|(_, found)| found.rank() < 2);
    }
    found
}

/// What a council is called, and where it lies.
fn own_names(council: &Council) -> String {
    let gss = council.gss.as_deref().unwrap_or("");
    format!("{} {} {} {gss}", council.name, council.aliases.join(" "), council.region)
}

/// How a council is found by these words, each of which has to be somewhere; `None` where one is nowhere.
fn found_by(told: &OutcomesByPlace<'_>, council: &Council, words: &[String]) -> Option<FoundBy> {
    let own = folded(&own_names(council));
    let missing: Vec<&String> = words.iter().filter(|word| !own.contains(word.as_str())).collect();
    if missing.is_empty() {
        return Some(FoundBy::Name);
    }
    if let Some(found) = best(&names(told, council), &missing) {
        return Some(FoundBy::Named(found));
    }
    // Words strewn over several notes would be no find.
    let notes = notes(told, council);
    let (what, text) = notes.into_iter().find(|(_, text)| holds_words(text, &missing, WordStart::OfAWord))?;
    Some(FoundBy::Note(say!("app-search-found", what = what, words = excerpt(text, &missing, BEFORE, EXCERPT))))
}

/// The name that holds most of the words, if all of them are in one or another.
fn best(texts: &[(&'static str, &str)], words: &[&String]) -> Option<String> {
    let mut left: Vec<&String> = words.to_vec();
    let mut best: Option<(usize, &str, &str)> = None;
    for (what, text) in texts {
        let text_plain = folded(text);
        let held = words.iter().filter(|word| text_plain.contains(word.as_str())).count();
        left.retain(|word| !text_plain.contains(word.as_str()));
        if held > best.map_or(0, |(most, ..)| most) {
            best = Some((held, what, text));
        }
    }
    let (_, what, text) = best.filter(|_| left.is_empty())?;
    Some(say!("app-search-found", what = what, words = text))
}

/// Names of what a council has.
fn names<'d>(told: &OutcomesByPlace<'d>, council: &Council) -> Vec<(&'static str, &'d str)> {
    let mut texts: Vec<(&'static str, &str)> = Vec::new();
    for programme in told.programmes(council) {
        texts.extend([
            (say!("app-search-programme"), programme.name.as_str()),
            (say!("app-search-topic"), &programme.topic),
        ]);
    }
    for located in told.outcomes(council) {
        texts.extend([
            (say!("app-search-indicator"), located.indicator.name.as_str()),
            (say!("app-search-topic"), &located.indicator.topic),
        ]);
    }
    texts
}

/// What is told of a council in sentences.
fn notes<'d>(told: &OutcomesByPlace<'d>, council: &'d Council) -> Vec<(&'static str, &'d str)> {
    let mut texts: Vec<(&'static str, &str)> = Vec::new();
    for programme in told.programmes(council) {
        // What is said of the success of another is no find here.
        if council.kind.is_council() && programme.told_of().is_some_and(|owners| !owners.contains(&council.id)) {
            continue;
        }
        texts.push((say!("app-search-summary"), programme.summary.as_str()));
        texts.extend(programme.claims.iter().map(|claim| (say!("app-search-claim"), claim.as_str())));
    }
    for located in told.outcomes(council) {
        texts.extend(located.outcome.notes.iter().map(|note| (say!("app-search-note"), note.as_str())));
    }
    texts.push((say!("app-search-note"), council.note.as_str()));
    texts
}
