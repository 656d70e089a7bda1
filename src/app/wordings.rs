//! The words that were changed in this session, figure by figure: those in use, and those that were typed and put aside.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::PathBuf;

use crate::compare::Threshold;
use crate::figure::Figure;
use crate::figure::wording::Wording;
use crate::model::{FigureKind, OutcomeId, View};

use super::Document;

/// What makes a figure: the dataset, what is asked for, the kind, and what the data say. Where any of it is another, words that
/// were written for the one do not stand over the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureKey {
    /// The dataset's file; `None` where it has none.
    pub file: Option<PathBuf>,
    /// Which document it is, where it has no file.
    pub document: Option<u64>,
    /// Up to which count small counts are suppressed; `None` while all numbers are shown.
    pub suppressed: Option<Threshold>,
    /// Names everything that the figure says as it was written from the data; the same number means the same marks and words.
    pub says: u64,
    /// What is asked for.
    pub view: View,
    /// The kind.
    pub kind: FigureKind,
    /// The one outcome that is drawn, in the room Edit; `None` where the view says all.
    pub outcome: Option<OutcomeId>,
}

impl FigureKey {
    /// Of a figure of the open document as it was written from the data.
    pub fn of(document: &Document, view: View, kind: FigureKind, written: &Figure) -> Self {
        let file = document.path.clone();
        let number = file.is_none().then_some(document.number);
        let suppressed = document.suppressed_up_to;
        Self { file, document: number, suppressed, says: says(written), view, kind, outcome: None }
    }
}

/// The words of the figures of this session.
#[derive(Clone, Debug, Default)]
pub struct Wordings {
    worded: Vec<Worded>,
}

#[derive(Clone, Debug)]
struct Worded {
    key: FigureKey,
    /// What the window and its exports show.
    used: Wording,
    /// What was typed when the dialog was last put aside; the same as `used` after saving.
    typed: Wording,
}

impl Wordings {
    /// Whether no figure has words of its author's own.
    pub fn is_empty(&self) -> bool {
        self.worded.is_empty()
    }

    /// A figure of the open document in the words in use.
    pub fn applied(&self, document: &Document, view: &View, kind: FigureKind, figure: Figure) -> Figure {
        if self.worded.is_empty() {
            return figure;
        }
        match self.used(&FigureKey::of(document, view.clone(), kind, &figure)) {
            Some(wording) => wording.applied(figure),
            None => figure,
        }
    }

    /// The words in use.
    pub fn used(&self, key: &FigureKey) -> Option<&Wording> {
        self.of(key).map(|worded| &worded.used)
    }

    /// The words to begin with when the dialog opens again.
    pub fn typed(&self, key: &FigureKey) -> Wording {
        self.of(key).map(|worded| worded.typed.clone()).unwrap_or_default()
    }

    /// Takes words into use.
    pub fn take_into_use(&mut self, key: &FigureKey, wording: &Wording) {
        self.change(key, |worded| {
            worded.used = wording.clone();
            worded.typed = wording.clone();
        });
    }

    /// Keeps what was typed for the next time, without using it.
    pub fn put_aside(&mut self, key: &FigureKey, wording: &Wording) {
        self.change(key, |worded| worded.typed = wording.clone());
    }

    fn of(&self, key: &FigureKey) -> Option<&Worded> {
        self.worded.iter().find(|worded| &worded.key == key)
    }

    /// Changes the entry of a figure, a new one where there is none.
    fn change(&mut self, key: &FigureKey, change: impl FnOnce(&mut Worded)) {
        let at = self.worded.iter().position(|worded| &worded.key == key);
        let new = || Worded { key: key.clone(), used: Wording::default(), typed: Wording::default() };
        let mut worded = at.map_or_else(new, |at| self.worded.swap_remove(at));
        change(&mut worded);
        self.worded.push(worded);
    }
}

/// A number for all that a figure says, good for this session only.
fn says(figure: &Figure) -> u64 {
    let mut hasher = DefaultHasher::new();
    format!("{figure:?}").hash(&mut hasher);
    hasher.finish()
}
