//! Finding anything by name: [`super::index`] gathers what there is, and what fits the letters typed is scored here.
//! The palette shows what is found.
//!
//! It is gathered anew where the dataset or what is shown of it changes, and scored where another text is typed, so that a frame does
//! neither. Some thousands of short names take a few milliseconds then; a crate made for millions of lines would gain nothing here.

use crate::compare::Threshold;
use crate::compare::statistic_pairs::ChosenDates;
use crate::model::CouncilId;
use crate::words::letters::folded;
use crate::words::search::{begins_word, written_out};

use crate::app::document::DataVersion;
use crate::app::palette::index::{Findable, Gatherer};
use crate::app::{Action, command_of};

/// Something that can be gone to or done.
#[derive(Clone, Debug, PartialEq)]
pub struct Match {
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

impl Match {
    /// A place, which can always be gone to.
    pub(in crate::app) fn place(name: String, kind: &'static str, actions: Vec<Action>) -> Self {
        Self { name, kind, actions, shortcut: None, why_not: None }
    }

    /// Whether it is a page of the help or a term of its glossary, and no command.
    fn is_page(&self) -> bool {
        matches!(self.actions.as_slice(), [action @ Action::Help(_)] if command_of(action).is_none())
    }

    /// Whether it can be used changes with whatever goes on, if it is a command.
    fn ask_why_not(&mut self, findable: &Findable<'_>) {
        if let [action] = self.actions.as_slice() {
            self.why_not = command_of(action).and_then(|_| (findable.why_not)(action));
        }
    }

    /// Whether it is a thing of the dataset, which is shown in the window below, and neither a command nor a page of the help.
    pub fn is_shown_below(&self) -> bool {
        self.actions.iter().all(|action| !matches!(action, Action::Help(_)) && command_of(action).is_none())
            || self.actions.len() > 1
    }
}

/// Finds, and remembers what it gathered and scored for as long as that holds.
#[derive(Debug, Default)]
pub struct Finder {
    of: Option<GatheredFrom>,
    all: Vec<IndexEntry>,
    /// The text, how many may fit it, and what was picked before.
    scored_for: Option<(String, usize, Vec<String>)>,
    best: Vec<Match>,
}

/// Something that can be found, ready to be scored.
#[derive(Debug)]
struct IndexEntry {
    found: Match,
    /// Its name in small letters.
    small: String,
    /// How much less than its fit it counts.
    less: i32,
}

impl IndexEntry {
    fn new(found: Match, less: i32) -> Self {
        Self { small: folded(&found.name), found, less }
    }
}

/// How much less an outcome counts than what fits as well: more than lengths of names make out, and less than another kind of fit. A
/// council, an indicator and a programme stand in the names of many outcomes, and who types theirs means them.
const LESS_FOR_OUTCOMES: i32 = 60;

/// How much less a page of the help and a term count than what fits as well: more than lengths of names make out. Who types the name of
/// a command means to use it, and not to read about it.
const LESS_FOR_PAGES: i32 = 55;

/// How much less letters strewn over a name count than any word that was found, also one in a note.
const LESS_FOR_STREWN: i32 = 1000;

/// What the things that can be found depend on.
#[derive(Clone, Debug, PartialEq, Eq)]
struct GatheredFrom {
    data: DataVersion,
    up_to: Option<Threshold>,
    dates: ChosenDates,
    shows_unreal: bool,
    /// The councils in hand.
    scope: Vec<CouncilId>,
    /// Whether what is shown is behind the edits.
    is_stale: bool,
}

/// What had to be done to find.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Done {
    /// Nothing: the same was asked before.
    Nothing,
    /// What is there was scored for another text.
    Scored,
    /// All was gathered and scored.
    Gathered,
}

impl Finder {
    /// What fits the letters typed, the best first, at most `most`. With nothing typed, what was picked last and the councils that were
    /// looked at last come first, and no command that can't be used now.
    pub(in crate::app) fn find(&mut self, findable: &Findable<'_>, typed: &str, most: usize) -> &[Match] {
        self.keep_up(findable, typed, most);
        for found in &mut self.best {
            found.ask_why_not(findable);
        }
        &self.best
    }

    fn keep_up(&mut self, findable: &Findable<'_>, typed: &str, most: usize) -> Done {
        let of = GatheredFrom {
            data: findable.document.version(),
            up_to: findable.document.suppressed_up_to,
            dates: findable.document.dates.clone(),
            shows_unreal: findable.shows_unreal,
            scope: findable.scope.clone(),
            is_stale: findable.is_stale,
        };
        let is_gathered = self.of.as_ref() == Some(&of);
        let recent = findable.recents.clone();
        let is_same =
            |(text, limit, picked): &(String, usize, Vec<String>)| text == typed && *limit == most && *picked == recent;
        if is_gathered && self.scored_for.as_ref().is_some_and(is_same) {
            return Done::Nothing;
        }
        let gatherer = Gatherer::new(findable);
        if !is_gathered {
            let names = gatherer.names().into_iter().map(|found| {
                let less = if found.is_page() { LESS_FOR_PAGES } else { 0 };
                IndexEntry::new(found, less)
            });
            let outcomes = gatherer.outcomes().into_iter().map(|found| IndexEntry::new(found, LESS_FOR_OUTCOMES));
            (self.all, self.of) = (names.chain(outcomes).collect(), Some(of));
        }
        for IndexEntry { found, .. } in &mut self.all {
            found.ask_why_not(findable);
        }
        self.best = best(&self.all, &gatherer.notes(typed), &recent, typed, most);
        self.scored_for = Some((typed.to_owned(), most, recent));
        if is_gathered { Done::Scored } else { Done::Gathered }
    }
}

/// Of all names those that fit best, and after them the notes that do.
fn best(all: &[IndexEntry], notes: &[Match], recent: &[String], typed: &str, most: usize) -> Vec<Match> {
    let recent = |found: &Match| recent.iter().position(|name| *name == found.name);
    let written_out = written_out(typed).map(|typed| folded(&typed));
    let typed = folded(typed);
    let is_offered = |named: &&IndexEntry| !typed.trim().is_empty() || named.found.why_not.is_none();
    let names = all.iter().filter(is_offered).filter_map(|IndexEntry { found, small, less }| {
        let fits = fit(small, &typed).max(written_out.as_ref().and_then(|typed| fit(small, typed)))?;
        let newest_first = recent(found).map_or(0, |at| 40 - i32::try_from(at).unwrap_or(40));
        Some((fits - less + newest_first, found))
    });
    let mut scored: Vec<(i32, &Match)> = names.chain(notes.iter().map(|note| (0, note))).collect();
    // A stable sort: equals stay in the order of the menus and the dataset.
    scored.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    scored.into_iter().take(most).map(|(_, found)| found.clone()).collect()
}

/// How well a name fits what was typed: each word of it as the beginning of a word, within one, or letter by letter in
/// order. Higher is better; `None` where a word does not fit at all. Neither case nor accents matter.
pub fn score(name: &str, typed: &str) -> Option<i32> {
    fit(&folded(name), &folded(typed))
}

/// The same, of a name and a text in small letters.
fn fit(name: &str, typed: &str) -> Option<i32> {
    let (mut total, mut less) = (0, 0);
    for word in typed.split_whitespace() {
        total += match name.find(word) {
            Some(0) => 100,
            Some(at) if begins_word(name, at) => 80,
            Some(_) => 50,
            None if begins_words(name, word) => 40,
            None => {
                less = LESS_FOR_STREWN;
                scattered(name, word)?
            }
        };
    }
    // Among equals the shorter name is nearer to what was typed.
    let length = i32::try_from(name.chars().count()).unwrap_or(i32::MAX);
    Some(if total == 0 { 0 } else { total * 4 - length.min(200) / 4 - less })
}

/// Whether these are the first letters of words of a name, in their order: "bh" of Brighton and Hove.
fn begins_words(name: &str, letters: &str) -> bool {
    let mut firsts = name.split(|c: char| !c.is_alphanumeric()).filter_map(|word| word.chars().next());
    letters.chars().all(|letter| firsts.any(|first| first == letter))
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
    use crate::app::{FileDialogs, State};

    #[test]
    fn a_frame_gathers_and_scores_nothing_until_something_changes() {
        let (mut state, mut finder) = (State::new(FileDialogs::Field), Finder::default());
        assert_eq!(finder.keep_up(&state.findable(), "", 60), Done::Gathered);
        assert_eq!(finder.keep_up(&state.findable(), "", 60), Done::Nothing, "the next frame");
        assert_eq!(finder.keep_up(&state.findable(), "le", 60), Done::Scored, "a letter more");
        assert_eq!(finder.keep_up(&state.findable(), "le", 60), Done::Nothing);
        for change in [Action::ToggleUnreal, Action::ToggleSuppression, Action::NewDataset] {
            state.act(change.clone());
            assert_eq!(finder.keep_up(&state.findable(), "le", 60), Done::Gathered, "after {change:?}");
        }
        state.palette.remember("Leeds".to_owned());
        assert_eq!(finder.keep_up(&state.findable(), "le", 60), Done::Scored, "what was picked comes first");
    }

    #[test]
    fn whether_a_command_can_be_used_is_asked_anew_in_each_frame() {
        let (mut state, mut finder) = (State::new(FileDialogs::Field), Finder::default());
        let why_not = |finder: &mut Finder, state: &State| finder.find(&state.findable(), "untick all", 1)[0].why_not;
        assert!(why_not(&mut finder, &state).is_some());
        let council = state.document.dataset.councils[0].id.clone();
        state.act(Action::Pin(council));
        assert_eq!(why_not(&mut finder, &state), None);
    }

    #[test]
    fn the_beginning_of_a_name_counts_most_and_strewn_letters_least() {
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
