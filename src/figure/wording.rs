//! The words of a figure as its author wants them: headline, subtitle, notes, a note of their own, alternative text.
//!
//! Words are changed, never marks or numbers. What was left out and the source always stay. Each change remembers the words it
//! was made for, so that it lapses when the data now say something else. Notes and subtitle carry the rules of comparison;
//! where one of them was reworded or left out, the source line says so. The headline and the alternative text are the
//! author's own business and may change without a word.

use crate::compare::phrases::by_commas;
pub use crate::model::WordingSlot;
use crate::model::{ChangedWords, OwnWords};
use crate::say;

use super::{Figure, Note, words};

/// The most characters of a headline, a subtitle, a note; more only where the written one is longer.
pub const LONGEST_LINE: usize = 300;

/// The most characters of an alternative text; more only where the written one is longer.
pub const LONGEST_ALT: usize = 4000;

/// The most words of a headline by the rule of the house; more is a caution and no fault.
pub const TITLE_WORDS: usize = 12;

/// Other words in place of the written ones.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Passage {
    place: WordingSlot,
    instead_of: String,
    words: String,
}

/// The author's changes to the words of one figure. The default one changes nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wording {
    passages: Vec<Passage>,
    hidden: Vec<String>,
    own_note: String,
}

impl Wording {
    /// Words that were kept with a view, shortened and put on one line as typed ones are.
    pub fn of_kept(kept: &OwnWords) -> Self {
        let mut wording = Self::default();
        for ChangedWords { place, was, is } in &kept.changed {
            wording.put(*place, was, is);
        }
        for note in &kept.left_out {
            wording.hide(note, true);
        }
        wording.put_own_note(&kept.note);
        wording
    }

    /// The words as they are kept with a view.
    pub fn kept(&self) -> OwnWords {
        let changed = self.passages.iter().map(|passage| ChangedWords {
            place: passage.place,
            was: passage.instead_of.clone(),
            is: passage.words.clone(),
        });
        OwnWords { changed: changed.collect(), left_out: self.hidden.clone(), note: self.own_note.clone() }
    }

    /// Whether nothing is changed.
    pub fn is_empty(&self) -> bool {
        self == &Self::default()
    }

    /// The words at a place: the author's, or the written ones.
    pub fn words<'a>(&'a self, place: WordingSlot, written: &'a str) -> &'a str {
        self.passage(place, written).map_or(written, |passage| &passage.words)
    }

    /// Whether the author changed the words at a place.
    pub fn changes(&self, place: WordingSlot, written: &str) -> bool {
        self.passage(place, written).is_some()
    }

    /// Puts other words in place of the written ones: on one line, without control characters, not too long. The written words
    /// themselves take the change back.
    pub fn put(&mut self, place: WordingSlot, written: &str, words: &str) {
        self.passages.retain(|p| !(p.place == place && p.instead_of == written));
        let most = if place == WordingSlot::Alt { LONGEST_ALT } else { LONGEST_LINE };
        let words = one_line(words, most.max(written.chars().count()));
        if words != written {
            self.passages.push(Passage { place, instead_of: written.to_owned(), words });
        }
    }

    /// Goes back to the written words at a place.
    pub fn take_back(&mut self, place: WordingSlot, written: &str) {
        self.put(place, written, written);
    }

    /// Whether a note of a rule is left out by the author's wish.
    pub fn hides(&self, note: &str) -> bool {
        self.hidden.iter().any(|hidden| hidden == note)
    }

    /// Leaves a note of a rule out, or puts it back.
    pub fn hide(&mut self, note: &str, hidden: bool) {
        self.hidden.retain(|text| text != note);
        if hidden {
            self.hidden.push(note.to_owned());
        }
    }

    /// The author's own note; empty where there is none.
    pub fn own_note(&self) -> &str {
        &self.own_note
    }

    /// Sets the author's own note, on one line, without control characters, not too long.
    pub fn put_own_note(&mut self, words: &str) {
        self.own_note = one_line(words, LONGEST_LINE);
    }

    /// The figure in these words.
    pub fn applied(&self, mut figure: Figure) -> Figure {
        if self.is_empty() {
            return figure;
        }
        let (mut reworded, mut left_out) = (Vec::new(), Vec::new());
        let title = figure.title.clone();
        let new_title = self.words(WordingSlot::Title, &title).trim();
        // A figure without a headline or an alternative text would be one that a screen reader can't name.
        if !new_title.is_empty() && new_title != title {
            new_title.clone_into(&mut figure.title);
        }
        let alt = self.words(WordingSlot::Alt, &figure.alt).trim();
        if self.changes(WordingSlot::Alt, &figure.alt) && !alt.is_empty() {
            figure.alt = alt.into();
        } else if let Some(rest) = figure.alt.strip_prefix(&title) {
            figure.alt = format!("{}{rest}", figure.title);
        }
        if self.changes(WordingSlot::Subtitle, &figure.subtitle) {
            let subtitle = self.words(WordingSlot::Subtitle, &figure.subtitle).trim().to_owned();
            if subtitle.is_empty() { &mut left_out } else { &mut reworded }
                .push(say!("wording-the-subtitle").to_owned());
            figure.subtitle = subtitle;
        }
        let of = figure.notes.len();
        let written = std::mem::take(&mut figure.notes);
        let (mut notes_reworded, mut notes_left_out) = (0, 0);
        for note in written {
            let text = self.words(WordingSlot::Note, &note.text).trim().to_owned();
            if self.hides(&note.text) || text.is_empty() {
                notes_left_out += 1;
                continue;
            }
            notes_reworded += usize::from(self.changes(WordingSlot::Note, &note.text));
            figure.notes.push(Note { rule: note.rule, text });
        }
        reworded.extend(counted(notes_reworded, of));
        left_out.extend(counted(notes_left_out, of));
        let reworded = (!reworded.is_empty()).then(|| say!("wording-reworded", what = by_commas(&reworded)));
        let left_out = (!left_out.is_empty()).then(|| say!("wording-left-out", what = by_commas(&left_out)));
        for sentence in [reworded, left_out].into_iter().flatten() {
            if !figure.source.is_empty() {
                figure.source.push(' ');
            }
            figure.source.push_str(&sentence);
        }
        if !self.own_note.trim().is_empty() {
            figure.author_note = say!("wording-own-note", note = self.own_note.trim());
        }
        figure
    }

    fn passage(&self, place: WordingSlot, written: &str) -> Option<&Passage> {
        self.passages.iter().find(|p| p.place == place && p.instead_of == written)
    }
}

/// "one of three notes"; nothing where there is none to tell of.
fn counted(n: usize, of: usize) -> Option<String> {
    match (n, of) {
        (0, _) => None,
        (_, 1) => Some(say!("wording-the-note").to_owned()),
        _ => Some(say!("wording-notes", n = n, count = words::count(n), of = words::count(of))),
    }
}

/// Line breaks and tabs become spaces; control characters, and those that turn the direction of writing, are taken out.
fn one_line(text: &str, most: usize) -> String {
    text.replace("\r\n", " ")
        .chars()
        .filter_map(|c| match c {
            '\n' | '\r' | '\t' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some(' '),
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}' => None,
            other => (!other.is_control()).then_some(other),
        })
        .take(most)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::Rule;

    fn figure() -> Figure {
        let note = |rule, text: &str| Note { rule, text: text.to_owned() };
        Figure {
            title: "Enquiries: two places report rises".to_owned(),
            subtitle: "Enquiries, counted over a period.".to_owned(),
            notes: vec![note(Rule::R3, "Averages a month."), note(Rule::R15, "Not a league table.")],
            source: "Source: a report.".to_owned(),
            alt: "Enquiries: two places report rises. Enquiries, counted over a period. Leeds: up.".to_owned(),
            ..Figure::default()
        }
    }

    #[test]
    fn a_new_headline_is_in_the_alternative_text_without_a_remark() {
        let mut wording = Wording::default();
        wording.put(WordingSlot::Title, &figure().title, "More people asked");
        let worded = wording.applied(figure());
        assert_eq!(worded.title, "More people asked");
        assert!(worded.alt.starts_with("More people asked. Enquiries, counted"), "{}", worded.alt);
        assert_eq!(worded.source, figure().source);
    }

    #[test]
    fn what_carries_a_rule_is_never_changed_without_a_word() {
        let mut wording = Wording::default();
        wording.hide("Averages a month.", true);
        wording.put(WordingSlot::Note, "Not a league table.", "Not ranked.");
        wording.put(WordingSlot::Subtitle, &figure().subtitle, "Enquiries");
        let worded = wording.applied(figure());
        assert_eq!(worded.notes.iter().map(|n| n.text.as_str()).collect::<Vec<_>>(), ["Not ranked."]);
        assert_eq!(
            worded.source,
            "Source: a report. Reworded by the author: the subtitle, one of two notes. \
             Left out by the author: one of two notes."
        );
        let mut emptied = Wording::default();
        emptied.put(WordingSlot::Note, "Averages a month.", "  ");
        emptied.put(WordingSlot::Subtitle, &figure().subtitle, "");
        let worded = emptied.applied(figure());
        assert!(
            worded.source.ends_with("Left out by the author: the subtitle, one of two notes."),
            "{}",
            worded.source
        );
    }

    #[test]
    fn a_change_lapses_when_the_written_words_are_others() {
        let mut wording = Wording::default();
        wording.put(WordingSlot::Title, &figure().title, "Two places report rises");
        wording.hide("Averages a month.", true);
        let mut other = figure();
        other.title = "Enquiries: one place reports a fall".to_owned();
        other.notes.remove(0);
        assert_eq!(wording.applied(other.clone()), other);
    }

    #[test]
    fn words_stay_on_one_line_without_controls_and_within_bounds() {
        let mut wording = Wording::default();
        wording.put(WordingSlot::Title, "t", "a\r\nb\tc\u{0}\u{1b}\u{202e}<script>");
        assert_eq!(wording.words(WordingSlot::Title, "t"), "a b c<script>");
        wording.put(WordingSlot::Title, "t", &"x".repeat(5000));
        assert_eq!(wording.words(WordingSlot::Title, "t").len(), LONGEST_LINE);
        wording.put_own_note(&"y".repeat(5000));
        assert_eq!(wording.own_note().len(), LONGEST_LINE);
    }

    #[test]
    fn going_back_leaves_no_trace() {
        let mut wording = Wording::default();
        wording.put(WordingSlot::Alt, "alt", "other");
        wording.hide("note", true);
        wording.take_back(WordingSlot::Alt, "alt");
        wording.hide("note", false);
        assert!(wording.is_empty());
    }

    #[test]
    fn a_headline_without_words_leaves_the_written_one() {
        let mut wording = Wording::default();
        wording.put(WordingSlot::Title, &figure().title, " ");
        wording.put(WordingSlot::Alt, &figure().alt, "");
        let worded = wording.applied(figure());
        assert_eq!((worded.title, worded.alt), (figure().title, figure().alt));
    }

    #[test]
    fn an_own_note_says_whose_it_is() {
        let mut wording = Wording::default();
        wording.put_own_note(" For the committee of 3 May. ");
        assert_eq!(wording.applied(figure()).author_note, "Author's note: For the committee of 3 May.");
    }
}
