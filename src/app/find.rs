//! Finding anything by name: commands, concepts, indicators, councils, programmes, pages of the help, and what else [`super::named`]
//! holds; and notes by their words.
//! The palette shows what is found.
//!
//! A few hundred short names are scored; a crate made for millions of lines would gain nothing here.

use crate::figure::words::sentence_case;
use crate::help::{self, Place};
use crate::say;

use super::named::way_to_outcome;
use super::{Action, COMMANDS, ReadStep, Room, State, command_of, search};

/// Something that can be gone to or done.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// What it is called.
    pub name: String,
    /// What it is: "Command", "Council".
    pub kind: &'static str,
    /// What to do, in this order.
    pub actions: Vec<Action>,
    /// Its key, if it is a command that has one.
    pub shortcut: Option<egui::KeyboardShortcut>,
    /// Why it can't be used now; `None` where it can.
    pub why_not: Option<&'static str>,
}

impl Found {
    /// Whether it is a thing of the dataset, which is shown in the window below, and neither a command nor a page of the help.
    pub fn is_shown_below(&self) -> bool {
        self.actions.iter().all(|action| !matches!(action, Action::Read(_)) && command_of(action).is_none())
            || self.actions.len() > 1
    }
}

impl State {
    /// What fits the letters typed, the best first, at most `most`. With nothing typed, what was picked last comes first.
    pub fn find(&self, typed: &str, most: usize) -> Vec<Found> {
        let recent = |found: &Found| self.access.recent.iter().position(|name| *name == found.name);
        let mut scored: Vec<(i32, Found)> = self
            .findable()
            .into_iter()
            .filter_map(|found| {
                let newest_first = recent(&found).map_or(0, |at| 40 - i32::try_from(at).unwrap_or(40));
                Some((score(&found.name, typed)? + newest_first, found))
            })
            .collect();
        scored.extend(self.findable_notes(typed).into_iter().map(|found| (0, found)));
        // A stable sort: equals stay in the order of the menus and the dataset.
        scored.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
        scored.into_iter().take(most).map(|(_, found)| found).collect()
    }

    /// Notes and summaries that hold every word typed; none for fewer than three letters, which would be almost all.
    fn findable_notes(&self, typed: &str) -> Vec<Found> {
        let words = search::words(typed);
        if typed.trim().chars().count() < 3 {
            return Vec::new();
        }
        let dataset = &self.document.dataset;
        let told =
            |about: String, text: &str| say!("app-find-in", about = about, words = search::excerpt(text, &words));
        let place = |name, kind, actions| Found { name, kind, actions, shortcut: None, why_not: None };
        let mut found = Vec::new();
        for programme in &dataset.programmes {
            let mut texts = std::iter::once(&programme.summary).chain(&programme.claims);
            if let Some(text) = texts.find(|text| search::holds_all(text, &words)) {
                let go = vec![Action::ShowProgramme(programme.id.clone())];
                found.push(place(told(programme.name.clone(), text), say!("app-find-summary"), go));
            }
        }
        for located in dataset.outcomes() {
            let Some(note) = located.outcome.notes.iter().find(|note| search::holds_all(note, &words)) else {
                continue;
            };
            found.push(place(told(self.named(&located), note), say!("app-find-note"), way_to_outcome(&located)));
        }
        found.extend(self.findable_remarks(&words));
        found
    }

    fn findable(&self) -> Vec<Found> {
        let dataset = &self.document.dataset;
        let place = |name: String, kind: &'static str, actions: Vec<Action>| Found {
            name,
            kind,
            actions,
            shortcut: None,
            why_not: None,
        };
        let mut all: Vec<Found> = COMMANDS
            .iter()
            .filter(|command| !matches!(command.action, Action::Lay(super::Overlay::Palette)))
            .map(|command| Found {
                name: command.label.trim_end_matches('…').to_owned(),
                kind: say!("app-find-command"),
                actions: vec![command.action.clone()],
                shortcut: command.shortcut,
                why_not: self.why_not(&command.action),
            })
            .collect();
        for page in help::pages() {
            let read = Action::Read(ReadStep::Open(Place::page(page.name)));
            all.push(place(say!("app-find-help", page = page.title.as_str()), say!("app-find-page"), vec![read]));
        }
        for (concept, _) in &self.pages.concepts {
            all.push(place(sentence_case(concept), say!("app-find-compare"), vec![Action::Compare(concept.clone())]));
        }
        for indicator in &dataset.indicators {
            let concept = &indicator.concept;
            let compares = self.pages.concepts.iter().any(|(c, _)| c == concept);
            if indicator.name.eq_ignore_ascii_case(concept) {
                continue;
            }
            let actions = if compares {
                vec![Action::Compare(concept.clone()), Action::CompareIndicator(Some(indicator.id.clone()))]
            } else {
                // Nothing to compare: its first outcome is shown instead.
                let first = dataset.outcomes().find(|l| l.indicator.id == indicator.id).map(|l| l.outcome.id.clone());
                vec![Action::Show(Room::Overview), Action::Select(first)]
            };
            all.push(place(indicator.name.clone(), say!("app-find-indicator"), actions));
        }
        for council in &dataset.councils {
            let kind = if council.kind.is_council() { say!("app-find-council") } else { say!("app-find-body") };
            let go = vec![Action::Show(Room::Council), Action::GoTo(council.id.clone())];
            all.push(place(council.name.clone(), kind, go));
        }
        for programme in &dataset.programmes {
            all.push(place(
                programme.name.clone(),
                say!("app-find-programme"),
                vec![Action::ShowProgramme(programme.id.clone())],
            ));
        }
        all.extend(self.findable_named());
        // What is only begun at the desk has no name yet.
        all.retain(|found| !found.name.trim().is_empty());
        all
    }
}

/// How well a name fits what was typed: each word of it as the beginning of a word, within one, or letter by letter in
/// order. Higher is better; `None` where a word does not fit at all. Case does not matter.
pub fn score(name: &str, typed: &str) -> Option<i32> {
    let name = name.to_lowercase();
    let mut total = 0;
    for word in typed.to_lowercase().split_whitespace() {
        total += match name.find(word) {
            Some(0) => 100,
            Some(at) if begins_word(&name, at) => 80,
            Some(_) => 50,
            None => scattered(&name, word)?,
        };
    }
    // Among equals the shorter name is nearer to what was typed.
    let length = i32::try_from(name.chars().count()).unwrap_or(i32::MAX);
    Some(if total == 0 { 0 } else { total * 4 - length.min(200) / 4 })
}

fn begins_word(name: &str, at: usize) -> bool {
    name.get(..at).and_then(|before| before.chars().next_back()).is_none_or(|c| !c.is_alphanumeric())
}

/// Letters in order with gaps between them; letters that begin a word or follow one another count more.
fn scattered(name: &str, word: &str) -> Option<i32> {
    let (mut total, mut last, mut from) = (0, None, 0);
    for letter in word.chars() {
        let rest = name.get(from..)?;
        let mut places = rest.match_indices(letter).map(|(at, _)| from + at);
        let near = places.next()?;
        // The next letter of the same word, or the beginning of a later one, before any letter in between.
        let at = if last == Some(near) { near } else { places.find(|at| begins_word(name, *at)).unwrap_or(near) };
        let at = if begins_word(name, near) { near } else { at };
        total += if last == Some(at) || begins_word(name, at) { 6 } else { 1 };
        from = at + letter.len_utf8();
        last = Some(from);
    }
    // Scattered letters are only taken for a hit where most of them belong together.
    let least = i32::try_from(word.chars().count()).unwrap_or(0) * 5;
    (total >= least).then_some(total.min(40))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_beginning_of_a_name_counts_more_than_its_middle_and_scattered_letters_least() {
        let scores = ["leeds", "north leeds", "bleeds", "l. e. e. d. s."].map(|name| score(name, "leeds").unwrap());
        assert!(scores.is_sorted_by(|a, b| a > b), "{scores:?}");
        assert_eq!(score("Barnsley", "leeds"), None);
    }

    #[test]
    fn every_word_typed_has_to_fit_and_case_does_not_matter() {
        assert!(score("Save as PNG", "png SAVE").is_some());
        assert_eq!(score("Save as PNG", "png council"), None);
        assert!(score("Brighton and Hove", "bh").is_some(), "first letters of words");
        assert_eq!(score("Spending on other services", "signs"), None, "letters strewn about are no hit");
    }
}
