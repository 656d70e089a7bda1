//! Files: asking for paths, saving a copy, copying the figure on screen. Reading and writing happen away from the window's thread.

use std::path::{Path, PathBuf};

use crate::dataset;
use crate::export::FontFaces;
use crate::export::figure::PageSize;
use crate::say;
use crate::storage::Overwrite;

use super::message::Message;
use super::tasks::TaskKind;
use super::{Document, FileDialogs, NoticeEnd, NoticeKind, Question, Replace, State};

/// Said of a copy that is saved while small counts are suppressed.
pub fn holds_all() -> &'static str {
    say!("app-file-copy-holds-all")
}

impl State {
    pub(super) fn ask(&mut self, question: Question) {
        match self.session.file_dialogs {
            FileDialogs::Desktop => {
                let suggested = self.suggested_path();
                self.tasks.open_file_dialog(question, self.session.document_number, suggested.as_deref());
            }
            FileDialogs::Field => self.ask_in_field(question),
        }
    }

    /// The file of the document, or what it may be saved as; `None` where nothing is known of one.
    pub fn suggested_path(&self) -> Option<PathBuf> {
        self.document.path.clone().or_else(|| self.session.file.suggested.clone())
    }

    /// Where a dataset is looked for and goes, whole: the folder of the open one, of the one before it, or where figures went.
    pub fn suggested_folder(&self) -> PathBuf {
        let recent = self.settings.recent.first().map(PathBuf::from);
        let mut near = [self.suggested_path(), recent].into_iter().flatten();
        let folder = near.find_map(|path| std::path::absolute(path).ok()?.parent().map(Path::to_path_buf));
        folder.unwrap_or_else(|| self.folder_of(&self.settings.figure.folder))
    }

    /// Puts the question for a path aside, and what was to be done after it.
    pub(super) fn drop_question(&mut self) {
        self.session.question = None;
        self.session.waits_for_name = None;
    }

    pub(super) fn answer(&mut self, question: Question, path: PathBuf, replace: Replace) {
        self.session.question = None;
        let typed = path;
        let path = question.file_of(typed.clone());
        if let Err(sentence) = has_its_ending(&path, question) {
            self.session.waits_for_name = None;
            self.tell(NoticeKind::Error, sentence);
            return;
        }
        // What was agreed to was the file of the other name.
        let replace = if path == typed { replace } else { Replace::NotAsked };
        match question {
            Question::Open => self.open(path),
            Question::SaveCopy => self.save_copy(path, replace),
            Question::SaveAs => self.save_under(path, replace),
            // Their answers go to dialogs of their own.
            Question::SaveFigure(_) | Question::FolderOfAll => {}
        }
    }

    fn save_copy(&mut self, path: PathBuf, replace: Replace) {
        if self.is_own(&path) {
            self.tell(NoticeKind::Error, say!("app-file-is-open-itself").to_owned());
            return;
        }
        let dataset = self.document.original.clone();
        let remark = self.views.suppression.threshold().map(|_| holds_all().to_owned());
        let (overwrite, document) = (overwrite(replace), self.session.document_number);
        self.tasks.spawn(TaskKind::SavingCopy, move |work| {
            let saved = dataset::save_file_watched(&path, &dataset, overwrite, work.whole());
            Message::Written(document, path, saved.map(|saved| join(saved.remark, remark)))
        });
    }

    pub(super) fn copy_picture(&mut self) {
        let figure = self.figure_on_screen().clone();
        self.tasks.spawn(TaskKind::Copying, move |work| {
            let fonts = FontFaces::new();
            Message::Pictured(crate::export::figure::to_pixels(&figure, PageSize::default(), &fonts, work.whole()))
        });
    }

    /// Asks to stop what was begun last. What reads is let go of at once; what writes ends at its next step, with the file that
    /// was there before.
    pub(super) fn stop_work(&mut self) {
        match self.tasks.stop(None) {
            Some(TaskKind::Opening) => self.tell(NoticeKind::Done, say!("app-stopped-opening").to_owned()),
            Some(TaskKind::LookingForUnsaved) => self.tell(NoticeKind::Done, say!("app-stopped-looking").to_owned()),
            Some(TaskKind::AllCouncils) => self.stop_run(),
            // The others tell it themselves, when they have come to an end.
            Some(_) | None => {}
        }
    }

    /// Puts a document in the open one's place; what is held of it elsewhere is with [`State::replace_document`].
    pub(super) fn reset_for_document(&mut self, document: Document) {
        // The dialogs were about the dataset before.
        self.close_export();
        self.batch.dialog = None;
        self.document = document;
        self.retire(NoticeEnd::Saved(self.session.document_number));
        self.session.document_number += 1;
        // What was done was done to the dataset before.
        self.window.notices.retain(|notice| notice.severity == NoticeKind::Error);
        self.batch.summary = None;
        self.editor.copy_request = None;
        // What waited for a name was about the document before.
        self.session.waits_for_name = None;
        self.session.question =
            self.session.question.filter(|question| !matches!(question, Question::SaveAs | Question::SaveCopy));
        self.show_suppressed();
        self.reset_view();
    }
}

fn overwrite(replace: Replace) -> Overwrite {
    match replace {
        Replace::Agreed => Overwrite::Replace,
        Replace::NotAsked => Overwrite::Refuse,
    }
}

/// A name that says another format is not written to.
fn has_its_ending(path: &Path, question: Question) -> Result<(), String> {
    let wanted = question.ending();
    match path.extension() {
        _ if question == Question::Open => Ok(()),
        None => Ok(()),
        Some(ending) if ending.eq_ignore_ascii_case(wanted) => Ok(()),
        Some(_) => Err(say!("app-file-wrong-ending", path = path.display().to_string(), ending = wanted)),
    }
}

/// Two remarks as one.
fn join(first: Option<String>, second: Option<String>) -> Option<String> {
    match (first, second) {
        (Some(first), Some(second)) => Some(say!("app-file-two-remarks", first = first, second = second)),
        (first, second) => first.or(second),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_was_chosen_for_another_dataset_is_not_written_to() {
        let folder = tempfile::TempDir::new().unwrap();
        let path = folder.path().join("agreed.ron");
        for question in [Question::SaveAs, Question::SaveCopy] {
            std::fs::write(&path, "what was agreed to be replaced").unwrap();
            let mut state = State::new(FileDialogs::Field);
            let asked_for = state.session.document_number;
            state.act(crate::app::Action::NewDataset);
            assert_ne!(state.session.document_number, asked_for);
            state.on_message(Message::Chosen(question, asked_for, path.clone()));
            state.finish();
            assert_eq!(std::fs::read_to_string(&path).unwrap(), "what was agreed to be replaced");
            assert!(state.window.notices.iter().any(|notice| notice.text.contains("no longer open")));
            state.on_message(Message::Chosen(question, state.session.document_number, path.clone()));
            state.finish();
            assert_ne!(std::fs::read_to_string(&path).unwrap(), "what was agreed to be replaced");
        }
    }
}
