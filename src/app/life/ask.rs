//! Questions that stand in front of the window until they are answered, each with its words and its buttons.

use super::{Intention, Opened, Standing};
use crate::app::State;
use crate::storage::Fingerprint;

/// How many differences a question names.
const NAMED: usize = 6;

/// A question.
pub enum Ask {
    /// What to do with unsaved edits before this is carried out.
    Unsaved(Intention),
    /// Whether to lose what was typed and can't be saved, where nothing else is unsaved.
    Typed(Intention),
    /// Whether to save a dataset with so many errors, and then do what waits.
    Errors(usize, Option<Intention>),
    /// Whether to write over a file whose first comment stands in this line and column.
    Comments((usize, usize), Option<Intention>),
    /// How to open a file that is open in another window.
    Elsewhere(Box<Opened>),
    /// Whether to open a file with errors, so that they can be mended. The first of them, and how many there are.
    Mend(Box<Opened>, String, usize),
    /// Whether to let go of the edits and take the file as others left it.
    TakeTheirs,
    /// Whether to write over what others saved, which was this when it was shown.
    KeepMine(Fingerprint),
    /// Whether to restore edits that may be open in another window; the number of the offer.
    RestoreUncertain(usize),
    /// Whether to let go of recovered edits for good; the number of the offer.
    DiscardRecovery(usize),
}

/// An answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Save the edits, then go on.
    Save,
    /// Go on without the edits.
    Discard,
    /// Save under another name, then go on.
    SaveAs,
    /// Go on as asked.
    GoOn,
    /// Open it to read only.
    ReadOnly,
    /// Leave everything as it is.
    Cancel,
}

/// A question in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskView {
    /// Its title.
    pub title: String,
    /// What is to be known, a paragraph each.
    pub sentences: Vec<String>,
    /// The buttons from left to right; the first has the focus and Escape is [`Answer::Cancel`].
    pub buttons: Vec<(&'static str, Answer)>,
}

impl State {
    /// The question that is asked, in words; `None` where none is.
    pub fn ask_view(&self) -> Option<AskView> {
        let name = &self.document.name;
        let steps = self.document.history.labels().count();
        let view = |title: String, sentences: Vec<String>, buttons: &[(&'static str, Answer)]| AskView {
            title,
            sentences,
            buttons: buttons.to_vec(),
        };
        let cancel = ("Cancel", Answer::Cancel);
        Some(match self.life.ask.as_ref()? {
            Ask::Unsaved(intention) => {
                let lost = match self.document.path {
                    Some(_) => format!("The edits since {name} was saved would be lost."),
                    None => "It was never saved, and would be lost.".to_owned(),
                };
                let mut sentences = vec![format!("{} {lost}", intention.words())];
                if let Some(last) = self.document.history.undo_label() {
                    sentences.push(format!("The last edit: {last}."));
                }
                if let Some(typed) = self.typed_only() {
                    sentences.push(format!("{typed} It is asked about after saving."));
                }
                view(
                    format!("Save the edits of {name}?"),
                    sentences,
                    &[("Save", Answer::Save), ("Discard", Answer::Discard), cancel],
                )
            }
            Ask::Typed(intention) => view(
                format!("Lose what was typed in {name}?"),
                vec![
                    format!("{} {}", intention.words(), self.typed_only().unwrap_or_default()),
                    "Cancel to mend it in the room Edit; discard to go on without it.".to_owned(),
                ],
                &[cancel, ("Discard", Answer::Discard)],
            ),
            Ask::Errors(count, _) => view(
                format!("Save {name} with {}?", counted(*count, "error")),
                vec![
                    "It is saved whole, and opens again to be mended. Until then no figure can be made of the file, and the command line refuses it."
                        .to_owned(),
                    "The list of findings in the room Edit says what is wrong (F8 goes from one to the next).".to_owned(),
                ],
                &[("Save with errors", Answer::GoOn), cancel],
            ),
            Ask::Comments((line, column), _) => view(
                format!("Save {name} without its comments?"),
                vec![
                    format!(
                        "The file was written by hand: it has comments, the first in line {line}, column {column}. Saving writes the dataset anew, and comments would be lost."
                    ),
                    format!("The file as it is now is kept once as {name}.bak. Saving under another name leaves it alone."),
                ],
                &[("Save as…", Answer::SaveAs), ("Save without comments", Answer::GoOn), cancel],
            ),
            Ask::Elsewhere(opened) => view(
                format!("{} is open in another window", opened.name()),
                vec![
                    "It is open in another window of Side by Side. Changes there will be noticed here, and none is written over unseen."
                        .to_owned(),
                ],
                &[("Open read-only", Answer::ReadOnly), ("Open anyway", Answer::GoOn), cancel],
            ),
            Ask::Mend(opened, first, count) => view(
                format!("{} has {}", opened.name(), counted(*count, "error")),
                vec![
                    first.clone(),
                    "It can be opened to be mended. Figures of what is wrong may be missing until then.".to_owned(),
                ],
                &[("Open anyway to mend", Answer::GoOn), cancel],
            ),
            Ask::TakeTheirs => view(
                "Take theirs, and lose your edits?".to_owned(),
                if self.document.history.is_modified() {
                    let edits = sentence_start(&counted(steps.max(1), "unsaved edit"));
                    let keep = "would be lost. Save them under another name to keep both.";
                    [format!("{edits} of {name} {keep}")].into_iter().chain(self.typed_only()).collect()
                } else {
                    self.typed_only().into_iter().collect()
                },
                &[("Save mine as…", Answer::SaveAs), ("Take theirs", Answer::GoOn), cancel],
            ),
            Ask::KeepMine(_) => view(
                format!("Write over what someone else saved in {name}?"),
                self.what_of_theirs_goes(),
                &[("Save mine as…", Answer::SaveAs), ("Write mine over theirs", Answer::GoOn), cancel],
            ),
            Ask::RestoreUncertain(at) => view(
                "Restore edits that may be open elsewhere?".to_owned(),
                vec![format!(
                    "{} Whether another window has them open can't be told on this file system; restore them only if none has.",
                    self.life.offers.get(*at).map_or("", |offer| offer.words.as_str())
                )],
                &[("Restore", Answer::GoOn), cancel],
            ),
            Ask::DiscardRecovery(at) => {
                let offer = self.life.offers.get(*at);
                let mut sentences = vec!["They can't be brought back afterwards.".to_owned()];
                if offer.is_some_and(|offer| !offer.is_certain) {
                    sentences.push("Perhaps they are still open in another window.".to_owned());
                }
                view(
                    format!("Discard the edits of {}?", offer.map_or("", |offer| offer.name.as_str())),
                    sentences,
                    &[("Keep them", Answer::Cancel), ("Discard for good", Answer::Discard)],
                )
            }
        })
    }
}

impl State {
    /// What would no longer be in the file, and where it is kept, a paragraph each.
    fn what_of_theirs_goes(&self) -> Vec<String> {
        let Standing::Changed(changed) = self.life.standing() else { return Vec::new() };
        let name = &self.document.name;
        let mut sentences = match &changed.differs {
            Ok(lines) if lines.is_empty() => vec![format!("{name} holds the same dataset, written differently.")],
            Ok(lines) => {
                let mut sentences = vec!["These parts of theirs would be as they are here:".to_owned()];
                sentences.extend(lines.iter().take(NAMED).map(|line| format!("\u{2022} {line}")));
                if lines.len() > NAMED {
                    sentences.push(format!("and {} more, which the bar lists.", lines.len() - NAMED));
                }
                sentences
            }
            Err(error) => vec![format!("What they wrote can't be opened, so what differs can't be told: {error}.")],
        };
        if changed.theirs.as_ref().is_some_and(|theirs| theirs.loaded.first_comment.is_some()) {
            sentences.push("Comments in theirs would be lost from the file.".to_owned());
        }
        let backup = self.backup_name();
        sentences.push(format!("Their version is kept once, as {backup} beside it, in place of any backup before."));
        sentences
    }
}

/// A number with its word: "1 error", "2 errors".
pub(super) fn counted(n: usize, one: &str) -> String {
    format!("{n} {one}{}", if n == 1 { "" } else { "s" })
}

pub(super) fn sentence_start(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).collect::<String>() + letters.as_str()
}
