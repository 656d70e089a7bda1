//! What a search of the list finds a council by: its own names first, then programmes and indicators, then notes and summaries.
//!
//! The palette asks here for notes as well. No spelling is mended; every word typed has to be there.

use std::collections::HashMap;

use crate::model::{Council, CouncilId, Dataset, Located, Programme, folded, folded_letter};
use crate::say;

/// How many characters of a note are told, and how many of them before the word that was found.
const EXCERPT: usize = 90;
const BEFORE: usize = 24;

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

/// Letters as they are compared.
fn plain(text: &str) -> String {
    folded(text).replace('&', "and")
}

/// The words of a search, as they are compared.
pub(in crate::app) fn words(search: &str) -> Vec<String> {
    search.split_whitespace().map(plain).collect()
}

/// Whether a sentence holds every word, each at the beginning of one of its own: "no" is not found in "know".
pub(in crate::app) fn holds_all<W: AsRef<str>>(text: &str, words: &[W]) -> bool {
    let text = plain(text);
    let begins = |at: usize| text.get(..at).and_then(|t| t.chars().next_back()).is_none_or(|c| !c.is_alphanumeric());
    words.iter().all(|word| text.match_indices(word.as_ref()).any(|(at, _)| begins(at)))
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

/// How a council is found by these words, each of which has to be somewhere; `None` where one is nowhere.
pub(in crate::app) fn found_by(told: &OutcomesByPlace<'_>, council: &Council, words: &[String]) -> Option<FoundBy> {
    let gss = council.gss.as_deref().unwrap_or("");
    let own = plain(&format!("{} {} {} {gss}", council.name, council.aliases.join(" "), council.region));
    let missing: Vec<&String> = words.iter().filter(|word| !own.contains(word.as_str())).collect();
    if missing.is_empty() {
        return Some(FoundBy::Name);
    }
    if let Some(found) = best(&names(told, council), &missing) {
        return Some(FoundBy::Named(found));
    }
    // Words strewn over several notes would be no find.
    let notes = notes(told, council);
    let (what, text) = notes.into_iter().find(|(_, text)| holds_all(text, &missing))?;
    Some(FoundBy::Note(say!("app-search-found", what = what, words = excerpt(text, &missing))))
}

/// The name that holds most of the words, if all of them are in one or another.
fn best(texts: &[(&'static str, &str)], words: &[&String]) -> Option<String> {
    let mut left: Vec<&String> = words.to_vec();
    let mut best: Option<(usize, &str, &str)> = None;
    for (what, text) in texts {
        let text_plain = plain(text);
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

/// The words around the first of these that is found.
pub(in crate::app) fn excerpt<W: AsRef<str>>(text: &str, words: &[W]) -> String {
    let letters: Vec<char> = text.chars().collect();
    // Each compared letter with the place of the one it was made of.
    let small: Vec<(usize, char)> =
        letters.iter().enumerate().flat_map(|(at, c)| folded_letter(*c).map(move |small| (at, small))).collect();
    let place = |word: &W| {
        let word: Vec<char> = word.as_ref().chars().collect();
        let mut windows = small.windows(word.len().max(1));
        let found = windows.find(|window| window.iter().map(|(_, c)| c).eq(word.iter()))?;
        found.first().map(|(at, _)| *at)
    };
    let found = words.iter().find_map(place).unwrap_or(0);
    let near = found.saturating_sub(BEFORE);
    // From the beginning of a word.
    let from =
        if near == 0 { 0 } else { (near..found).find(|at| letters.get(*at) == Some(&' ')).map_or(near, |at| at + 1) };
    let shown: String = letters.iter().skip(from).take(EXCERPT).collect();
    let shown = shown.trim();
    match (from > 0, letters.len() > from + EXCERPT) {
        (true, true) => say!("app-search-excerpt-middle", words = shown),
        (true, false) => say!("app-search-excerpt-end", words = shown),
        (false, true) => say!("app-search-excerpt-beginning", words = shown),
        (false, false) => shown.to_owned(),
    }
}
