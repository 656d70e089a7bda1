//! Questions that stand in front of the window until they are answered, each with its words and its buttons.

use super::file_banner::backup_name;
use super::{FileStatus, Opened, PendingAction, Session};
use crate::app::Document;
use crate::app::context::{Context, Elsewhere};
use crate::compare::phrases::by_commas;
use crate::dataset::{format_of, newer_parts};
use crate::say;
use crate::storage::Fingerprint;

/// How many differences a question names.
const NAMED: usize = 6;

/// A question.
pub enum ConfirmDialog {
    /// What to do with unsaved edits before this is carried out.
    Unsaved(PendingAction),
    /// Whether to lose what was typed and can't be saved, where nothing else is unsaved.
    Typed(PendingAction),
    /// Whether to save a dataset with so many errors, and then do what waits.
    Errors(usize, Option<PendingAction>),
    /// Whether to write a dataset in a version of the format that older copies of the application can't open, under its own name or
    /// another, and then do what waits.
    Format(SaveName, Option<PendingAction>),
    /// Whether to write over a file whose first comment stands in this line and column.
    Comments((usize, usize), Option<PendingAction>),
    /// How to open a file that is open in another window.
    Elsewhere(Box<Opened>),
    /// Whether to open a file with errors, so that they can be fixed. The first of them, and how many there are.
    Fix(Box<Opened>, String, usize),
    /// Whether to let go of the edits and take the file as others left it.
    TakeTheirs,
    /// Whether to write over what others saved, as it was shown.
    KeepMine(SeenVersion),
    /// Whether to restore edits that may be open in another window; the number of the offer.
    RestoreUncertain(usize),
    /// Whether to let go of recovered edits for good; the number of the offer.
    DiscardRecovery(usize),
}

/// Under which name a dataset is saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveName {
    /// Its own; another where it has none.
    Own,
    /// Another.
    Other,
}

/// What others saved, as a question showed it.
pub struct SeenVersion {
    /// What their file held.
    pub(super) fingerprint: Fingerprint,
    /// What would go, a paragraph each.
    sentences: Vec<String>,
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
pub struct ConfirmView {
    /// Its title.
    pub title: String,
    /// What is to be known, a paragraph each.
    pub sentences: Vec<String>,
    /// The buttons from left to right; the first has the focus and Escape is [`Answer::Cancel`].
    pub buttons: Vec<(&'static str, Answer)>,
}

impl Session {
    /// The question that is asked, in words; `None` where none is.
    pub(in crate::app) fn confirm_view(&self, document: &Document, elsewhere: Elsewhere) -> Option<ConfirmView> {
        let name = document.called();
        let steps = document.history.labels().count();
        let view = |title: String, sentences: Vec<String>, buttons: &[(&'static str, Answer)]| ConfirmView {
            title,
            sentences,
            buttons: buttons.to_vec(),
        };
        let cancel = (say!("session-cancel"), Answer::Cancel);
        Some(match self.confirm.as_ref()? {
            ConfirmDialog::Unsaved(pending) => {
                let lost = match document.path {
                    Some(_) => say!("session-unsaved-since-saved", name = name),
                    None => say!("session-unsaved-never-saved", name = name),
                };
                let mut sentences = vec![format!("{} {lost}", pending.describe())];
                if let Some(last) = document.history.undo_label() {
                    sentences.push(say!("session-unsaved-last-edit", edit = last));
                }
                if let Some(typed) = elsewhere.typed_only() {
                    sentences.push(format!("{typed} {}", say!("session-unsaved-typed-after")));
                }
                view(
                    say!("session-unsaved-title", name = name),
                    sentences,
                    &[(say!("session-save"), Answer::Save), (say!("session-discard"), Answer::Discard), cancel],
                )
            }
            ConfirmDialog::Typed(pending) => view(
                say!("session-typed-title", name = name),
                vec![
                    format!("{} {}", pending.describe(), elsewhere.typed_only().unwrap_or_default()),
                    say!("session-typed-what-to-do").to_owned(),
                ],
                &[cancel, (say!("session-discard"), Answer::Discard)],
            ),
            ConfirmDialog::Errors(count, _) => view(
                say!("session-errors-title", name = name, errors = *count),
                vec![say!("session-errors-meaning").to_owned(), say!("session-errors-where").to_owned()],
                &[(say!("session-errors-save"), Answer::GoOn), cancel],
            ),
            ConfirmDialog::Format(..) => {
                let dataset = &document.original;
                let what = by_commas(&newer_parts(dataset).into_iter().map(str::to_owned).collect::<Vec<_>>());
                view(
                    say!("session-format-title", name = name),
                    vec![
                        say!("session-format-meaning", format = format_of(dataset).to_string(), what = what.as_str()),
                        say!("session-format-older", what = what),
                    ],
                    &[(say!("session-format-save"), Answer::GoOn), cancel],
                )
            }
            ConfirmDialog::Comments((line, column), _) => view(
                say!("session-comments-title", name = name),
                vec![
                    say!("session-comments-meaning", line = line.to_string(), column = column.to_string()),
                    say!("session-comments-backup", name = name),
                ],
                &[(say!("session-save-as"), Answer::SaveAs), (say!("session-comments-save"), Answer::GoOn), cancel],
            ),
            ConfirmDialog::Elsewhere(opened) => view(
                say!("session-elsewhere-title", name = opened.name()),
                vec![say!("session-elsewhere-meaning").to_owned()],
                &[
                    (say!("session-elsewhere-read-only"), Answer::ReadOnly),
                    (say!("session-elsewhere-anyway"), Answer::GoOn),
                    cancel,
                ],
            ),
            ConfirmDialog::Fix(opened, first, count) => view(
                say!("session-fix-title", name = opened.name(), errors = *count),
                vec![first.clone(), say!("session-fix-meaning").to_owned()],
                &[(say!("session-fix-open"), Answer::GoOn), cancel],
            ),
            ConfirmDialog::TakeTheirs => view(
                say!("session-theirs-title").to_owned(),
                if document.history.is_modified() {
                    let lost = say!("session-theirs-lost", edits = steps.max(1), name = name);
                    [lost].into_iter().chain(elsewhere.typed_only()).collect()
                } else {
                    elsewhere.typed_only().into_iter().collect()
                },
                &[(say!("session-save-mine-as"), Answer::SaveAs), (say!("session-take-theirs"), Answer::GoOn), cancel],
            ),
            // The question stays what it was: what came since is told, and shown only when it is asked for.
            ConfirmDialog::KeepMine(shown) if self.newer_than(shown).is_some() => {
                let newer = say!("session-mine-newer", name = name);
                view(
                    say!("session-mine-title", name = name),
                    [newer].into_iter().chain(shown.sentences.iter().cloned()).collect(),
                    &[
                        (say!("session-save-mine-as"), Answer::SaveAs),
                        (say!("session-mine-show-newer"), Answer::GoOn),
                        cancel,
                    ],
                )
            }
            ConfirmDialog::KeepMine(_) => view(
                say!("session-mine-title", name = name),
                self.what_of_theirs_goes(document),
                &[(say!("session-save-mine-as"), Answer::SaveAs), (say!("session-mine-write"), Answer::GoOn), cancel],
            ),
            ConfirmDialog::RestoreUncertain(at) => view(
                say!("session-restore-title").to_owned(),
                vec![say!(
                    "session-restore-uncertain",
                    offer = self.offers.get(*at).map_or("", |offer| offer.words.as_str())
                )],
                &[(say!("session-restore"), Answer::GoOn), cancel],
            ),
            ConfirmDialog::DiscardRecovery(at) => {
                let offer = self.offers.get(*at);
                let mut sentences = vec![say!("session-discard-for-ever").to_owned()];
                if offer.is_some_and(|offer| !offer.is_certain) {
                    sentences.push(say!("session-discard-perhaps-open").to_owned());
                }
                view(
                    say!("session-discard-title", name = offer.map_or("", |offer| offer.name.as_str())),
                    sentences,
                    &[
                        (say!("session-discard-keep"), Answer::Cancel),
                        (say!("session-discard-for-good"), Answer::Discard),
                    ],
                )
            }
        })
    }

    /// Asks whether to write over what others saved, as it is known now.
    pub(super) fn ask_to_keep_mine(&mut self, cx: &mut Context<'_>) {
        if let FileStatus::Changed(changed) = self.file_status() {
            let shown =
                SeenVersion { fingerprint: changed.fingerprint, sentences: self.what_of_theirs_goes(cx.document) };
            self.confirm = Some(ConfirmDialog::KeepMine(shown));
        }
    }

    /// What others saved since that was shown; `None` where nothing is known of any.
    pub(super) fn newer_than(&self, shown: &SeenVersion) -> Option<Fingerprint> {
        match self.file_status() {
            FileStatus::Changed(changed) => Some(changed.fingerprint).filter(|now| *now != shown.fingerprint),
            FileStatus::Same | FileStatus::Vanished | FileStatus::Unreachable(_) => None,
        }
    }

    /// What would no longer be in the file, and where it is kept, a paragraph each.
    fn what_of_theirs_goes(&self, document: &Document) -> Vec<String> {
        let FileStatus::Changed(changed) = self.file_status() else { return Vec::new() };
        let name = document.name.as_str();
        let mut sentences = match &changed.differs {
            Ok(lines) if lines.is_empty() => vec![say!("session-mine-same", name = name)],
            Ok(lines) => {
                let mut sentences = vec![say!("session-mine-parts").to_owned()];
                sentences.extend(lines.iter().take(NAMED).map(|line| say!("session-bullet", line = line.as_str())));
                if lines.len() > NAMED {
                    sentences.push(say!("session-mine-more-parts", n = lines.len() - NAMED));
                }
                sentences
            }
            Err(error) => vec![say!("session-mine-not-readable", why = error.as_str())],
        };
        if changed.theirs.as_ref().is_some_and(|theirs| theirs.loaded.first_comment.is_some()) {
            sentences.push(say!("session-mine-comments").to_owned());
        }
        sentences.push(say!("session-mine-backup", backup = backup_name(document)));
        sentences
    }
}
