//! Files: asking for paths, saving a copy, copying the figure on screen. Reading and writing happen away from the window's thread.

use std::path::{Path, PathBuf};

use crate::dataset;
use crate::export::figure::PageSize;
use crate::export::{ExportError, FontFaces};
use crate::say;
use crate::storage::{Overwrite, StorageError};

use super::all_councils::in_the_window;
use super::tasks::{Message, TaskKind};
use super::{Document, FileDialogs, NoticeKind, Question, Replace, State};

/// Said of a copy that is saved while small counts are suppressed.
pub fn holds_all() -> &'static str {
    say!("app-file-copy-holds-all")
}

impl State {
    pub(super) fn ask(&mut self, question: Question, ctx: &egui::Context) {
        match self.tasks.asking() {
            FileDialogs::Desktop => {
                let suggested = self.suggested_path();
                self.tasks.open_file_dialog(question, self.document_number, suggested.as_deref(), ctx);
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
        self.question = None;
        self.session.waits_for_name = None;
    }

    pub(super) fn answer(&mut self, question: Question, path: PathBuf, replace: Replace, ctx: &egui::Context) {
        self.question = None;
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
            Question::Open => self.open(path, ctx),
            Question::SaveCopy => self.save_copy(path, replace, ctx),
            Question::SaveAs => self.save_under(path, replace, ctx),
            // Their answers go to dialogs of their own.
            Question::SaveFigure(_) | Question::FolderOfAll => {}
        }
    }

    fn save_copy(&mut self, path: PathBuf, replace: Replace, ctx: &egui::Context) {
        if self.is_own(&path) {
            self.tell(NoticeKind::Error, say!("app-file-is-open-itself").to_owned());
            return;
        }
        let dataset = self.document.original.clone();
        let remark = self.suppression.threshold().map(|_| holds_all().to_owned());
        let (overwrite, document) = (overwrite(replace), self.document_number);
        self.tasks.spawn(TaskKind::SavingCopy, ctx, move |work| {
            let saved = dataset::save_file_watched(&path, &dataset, overwrite, work.whole());
            Message::Written(document, path, saved.map(|saved| join(saved.remark, remark)))
        });
    }

    pub(super) fn copy_picture(&mut self, ctx: &egui::Context) {
        let figure = self.figure_on_screen().clone();
        self.tasks.spawn(TaskKind::Copying, ctx, move |work| {
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

    pub(super) fn on_message(&mut self, news: Message, ctx: &egui::Context) {
        match news {
            // A dialog does not keep the open document from being replaced, and its answer was not about the new one.
            Message::Chosen(question, number, path) if number != self.document_number && question != Question::Open => {
                let told = say!("app-file-chosen-for-another", path = path.display().to_string());
                self.tell(NoticeKind::Error, told);
            }
            // The desktop's own dialog has asked whether a file may be replaced.
            Message::Chosen(Question::SaveFigure(_), _, path) => self.export_to(&path, ctx),
            Message::Chosen(Question::FolderOfAll, _, folder) => self.fill_folder(&folder),
            Message::Chosen(question, _, path) => self.answer(question, path, Replace::Agreed, ctx),
            Message::NotChosen => self.session.waits_for_name = None,
            Message::Checked(version, findings) => self.found(version, findings),
            Message::NoDialog(Question::SaveFigure(_)) => {
                if let Some(dialog) = &mut self.export {
                    dialog.no_desktop_dialog = true;
                }
            }
            Message::NoDialog(Question::FolderOfAll) => {
                if let Some(dialog) = &mut self.all_councils {
                    dialog.no_desktop_dialog = true;
                }
            }
            Message::NoDialog(question) => self.ask_in_field(question),
            Message::FigureSaved(number, path, result) => self.figure_saved(number, &path, result),
            Message::Previewed(number, made) => self.previewed(number, made, ctx),
            Message::Looked(look) => self.looked(look, ctx),
            Message::PathLooked(path, is_there) => self.path_looked(&path, is_there, ctx),
            Message::Progressed(progress) => self.progressed(progress),
            Message::AllDone(folder, result) => self.all_done(&folder, result),
            Message::Remembered(memory, result) => self.remembered(*memory, result),
            Message::Broken(errand) => self.broken(errand),
            Message::Life(news) => self.on_session_message(news, ctx),
            Message::Pictured(Ok(image)) => {
                ctx.copy_image(image);
                self.tell(NoticeKind::Done, say!("app-file-copied-picture").to_owned());
            }
            Message::Written(_, path, Ok(remark)) => {
                let path = path.display().to_string();
                let told = match remark {
                    Some(remark) => say!("app-file-saved-remark", path = path, remark = remark),
                    None => say!("app-file-saved", path = path),
                };
                self.tell(NoticeKind::Done, told);
            }
            Message::Pictured(Err(ExportError::Stopped(_))) => {
                self.tell(NoticeKind::Done, say!("app-stopped-copying").to_owned());
            }
            Message::Pictured(Err(error)) => self.tell(NoticeKind::Error, error.to_string()),
            Message::Written(document, path, Err(StorageError::Exists { .. }))
                if document == self.document_number && !self.is_asking() =>
            {
                self.ask_about_taken(Question::SaveCopy, path);
            }
            Message::Written(_, _, Err(error)) => {
                let severity = match error {
                    StorageError::Stopped { .. } => NoticeKind::Done,
                    StorageError::Exists { .. }
                    | StorageError::NoFolder { .. }
                    | StorageError::NotAFile { .. }
                    | StorageError::BrokenLink { .. }
                    | StorageError::ReadOnly { .. }
                    | StorageError::ChangedByOthers { .. }
                    | StorageError::Vanished { .. }
                    | StorageError::Backup { .. }
                    | StorageError::NoFilesThere { .. }
                    | StorageError::Write { .. } => NoticeKind::Error,
                };
                self.tell(severity, say!("app-file-not-saved", why = in_the_window(&error.to_string())));
            }
        }
    }

    /// A thread that broke down leaves its dialog as it was, with a sentence; what it was writing is not there.
    fn broken(&mut self, errand: TaskKind) {
        let told = say!("app-file-broke-down");
        match (errand, &mut self.export) {
            (TaskKind::SavingFigure | TaskKind::Preview, Some(dialog)) => dialog.broke_down(told),
            (TaskKind::Saving, _) => self.saving_broke_down(told),
            (TaskKind::AllCouncils, _) => self.all_done(Path::new(""), Err(told.to_owned())),
            (TaskKind::Recovering, _) => {
                self.restoring_broke_down();
                self.tell(NoticeKind::Error, told.to_owned());
            }
            _ => self.tell(NoticeKind::Error, told.to_owned()),
        }
    }

    /// Puts a document in the open one's place; what is held of it elsewhere is with [`State::take_with`].
    pub(super) fn reset_for_document(&mut self, document: Document) {
        // The dialogs were about the dataset before.
        self.close_export();
        self.all_councils = None;
        self.document = document;
        self.retire_not_saved(self.document_number);
        self.document_number += 1;
        // What was done was done to the dataset before.
        self.notices.retain(|notice| notice.severity == NoticeKind::Error);
        self.run_summary = None;
        self.wants_copy = None;
        // What waited for a name was about the document before.
        self.session.waits_for_name = None;
        self.question = self.question.filter(|question| !matches!(question, Question::SaveAs | Question::SaveCopy));
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
            let (mut state, ctx) = (State::new(FileDialogs::Field), egui::Context::default());
            let asked_for = state.document_number;
            state.act(crate::app::Action::NewDataset, &ctx);
            assert_ne!(state.document_number, asked_for);
            state.on_message(Message::Chosen(question, asked_for, path.clone()), &ctx);
            state.finish();
            assert_eq!(std::fs::read_to_string(&path).unwrap(), "what was agreed to be replaced");
            assert!(state.notices.iter().any(|notice| notice.text.contains("no longer open")));
            state.on_message(Message::Chosen(question, state.document_number, path.clone()), &ctx);
            state.finish();
            assert_ne!(std::fs::read_to_string(&path).unwrap(), "what was agreed to be replaced");
        }
    }
}
