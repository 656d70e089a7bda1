//! Files: asking for paths, saving a copy, copying the figure on screen. Reading and writing happen away from the window's thread.

use std::path::{Path, PathBuf};

use crate::dataset;
use crate::export::figure::Sheet;
use crate::export::{ExportError, FontFaces};
use crate::say;
use crate::storage::{Overwrite, StorageError};

use super::all_councils::in_the_window;
use super::errand::{Errand, News};
use super::{Asking, Document, Question, Replace, Severity, State};

/// Said of a copy that is saved while small counts are suppressed.
pub fn holds_all() -> &'static str {
    say!("app-file-copy-holds-all")
}

impl State {
    pub(super) fn ask(&mut self, question: Question, ctx: &egui::Context) {
        match self.errands.asking() {
            Asking::Desktop => {
                let suggested = self.suggested_path();
                self.errands.ask_desktop(question, self.document_number, suggested.as_deref(), ctx);
            }
            Asking::Field => self.ask_in_field(question),
        }
    }

    /// The file of the document, or what it may be saved as; `None` where nothing is known of one.
    pub fn suggested_path(&self) -> Option<PathBuf> {
        self.document.path.clone().or_else(|| self.life.custody.suggested.clone())
    }

    /// Where a dataset is looked for and goes, whole: the folder of the open one, of the one before it, or where figures went.
    pub fn suggested_folder(&self) -> PathBuf {
        let recent = self.memory.recent.first().map(PathBuf::from);
        let mut near = [self.suggested_path(), recent].into_iter().flatten();
        let folder = near.find_map(|path| std::path::absolute(path).ok()?.parent().map(Path::to_path_buf));
        folder.unwrap_or_else(|| self.folder_of(&self.memory.figure.folder))
    }

    /// Puts the question for a path aside, and what was to be done after it.
    pub(super) fn drop_question(&mut self) {
        self.question = None;
        self.life.waits_for_name = None;
    }

    pub(super) fn answer(&mut self, question: Question, path: PathBuf, replace: Replace, ctx: &egui::Context) {
        self.question = None;
        let typed = path;
        let path = question.file_of(typed.clone());
        if let Err(sentence) = has_its_ending(&path, question) {
            self.life.waits_for_name = None;
            self.tell(Severity::Error, sentence);
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
            self.tell(Severity::Error, say!("app-file-is-open-itself").to_owned());
            return;
        }
        let dataset = self.document.original.clone();
        let remark = self.suppression.threshold().map(|_| holds_all().to_owned());
        let (overwrite, document) = (overwrite(replace), self.document_number);
        self.errands.give(Errand::SavingCopy, ctx, move |work| {
            let saved = dataset::save_file_watched(&path, &dataset, overwrite, work.whole());
            News::Written(document, path, saved.map(|saved| join(saved.remark, remark)))
        });
    }

    pub(super) fn copy_picture(&mut self, ctx: &egui::Context) {
        let figure = self.figure_on_screen().clone();
        self.errands.give(Errand::Copying, ctx, move |work| {
            let fonts = FontFaces::new();
            News::Pictured(crate::export::figure::to_pixels(&figure, Sheet::default(), &fonts, work.whole()))
        });
    }

    /// Asks to stop what was begun last. What reads is let go of at once; what writes ends at its next step, with the file that
    /// was there before.
    pub(super) fn stop_work(&mut self) {
        match self.errands.stop(None) {
            Some(Errand::Opening) => self.tell(Severity::Done, say!("app-stopped-opening").to_owned()),
            Some(Errand::LookingForUnsaved) => self.tell(Severity::Done, say!("app-stopped-looking").to_owned()),
            Some(Errand::AllCouncils) => self.stop_run(),
            // The others tell it themselves, when they have come to an end.
            Some(_) | None => {}
        }
    }

    pub(super) fn hear(&mut self, news: News, ctx: &egui::Context) {
        match news {
            // A dialog does not keep the open document from being replaced, and its answer was not about the new one.
            News::Chosen(question, number, path) if number != self.document_number && question != Question::Open => {
                let told = say!("app-file-chosen-for-another", path = path.display().to_string());
                self.tell(Severity::Error, told);
            }
            // The desktop's own dialog has asked whether a file may be replaced.
            News::Chosen(Question::SaveFigure(_), _, path) => self.export_to(&path, ctx),
            News::Chosen(Question::FolderOfAll, _, folder) => self.fill_folder(&folder),
            News::Chosen(question, _, path) => self.answer(question, path, Replace::Agreed, ctx),
            News::NotChosen => self.life.waits_for_name = None,
            News::Checked(version, findings) => self.found(version, findings),
            News::NoDialog(Question::SaveFigure(_)) => {
                if let Some(dialog) = &mut self.export {
                    dialog.no_desktop_dialog = true;
                }
            }
            News::NoDialog(Question::FolderOfAll) => {
                if let Some(dialog) = &mut self.all_councils {
                    dialog.no_desktop_dialog = true;
                }
            }
            News::NoDialog(question) => self.ask_in_field(question),
            News::FigureSaved(number, path, result) => self.figure_saved(number, &path, result),
            News::Previewed(number, made) => self.previewed(number, made, ctx),
            News::Looked(look) => self.looked(look, ctx),
            News::PathLooked(path, is_there) => self.path_looked(&path, is_there, ctx),
            News::Progressed(progress) => self.progressed(progress),
            News::AllDone(folder, result) => self.all_done(&folder, result),
            News::Remembered(memory, result) => self.remembered(*memory, result),
            News::Broken(errand) => self.broken(errand),
            News::Life(news) => self.hear_of_life(news, ctx),
            News::Pictured(Ok(image)) => {
                ctx.copy_image(image);
                self.tell(Severity::Done, say!("app-file-copied-picture").to_owned());
            }
            News::Written(_, path, Ok(remark)) => {
                let path = path.display().to_string();
                let told = match remark {
                    Some(remark) => say!("app-file-saved-remark", path = path, remark = remark),
                    None => say!("app-file-saved", path = path),
                };
                self.tell(Severity::Done, told);
            }
            News::Pictured(Err(ExportError::Stopped(_))) => {
                self.tell(Severity::Done, say!("app-stopped-copying").to_owned());
            }
            News::Pictured(Err(error)) => self.tell(Severity::Error, error.to_string()),
            News::Written(document, path, Err(StorageError::Exists { .. }))
                if document == self.document_number && !self.is_asking() =>
            {
                self.ask_about_taken(Question::SaveCopy, path);
            }
            News::Written(_, _, Err(error)) => {
                let severity = match error {
                    StorageError::Stopped { .. } => Severity::Done,
                    _ => Severity::Error,
                };
                self.tell(severity, say!("app-file-not-saved", why = in_the_window(&error.to_string())));
            }
        }
    }

    /// A thread that broke down leaves its dialog as it was, with a sentence; what it was writing is not there.
    fn broken(&mut self, errand: Errand) {
        let told = say!("app-file-broke-down");
        match (errand, &mut self.export) {
            (Errand::SavingFigure | Errand::Preview, Some(dialog)) => dialog.broke_down(told),
            (Errand::Saving, _) => self.saving_broke_down(told),
            (Errand::AllCouncils, _) => self.all_done(Path::new(""), Err(told.to_owned())),
            (Errand::Recovering, _) => {
                self.restoring_broke_down();
                self.tell(Severity::Error, told.to_owned());
            }
            _ => self.tell(Severity::Error, told.to_owned()),
        }
    }

    /// Puts a document in the open one's place; what is held of it elsewhere is with [`State::take_with`].
    pub(super) fn take_in(&mut self, document: Document) {
        // The dialogs were about the dataset before.
        self.close_export();
        self.all_councils = None;
        self.document = document;
        self.retire_not_saved(self.document_number);
        self.document_number += 1;
        // What was done was done to the dataset before.
        self.notices.retain(|notice| notice.severity == Severity::Error);
        self.run_summary = None;
        self.wants_copy = None;
        // What waited for a name was about the document before.
        self.life.waits_for_name = None;
        self.question = self.question.filter(|question| !matches!(question, Question::SaveAs | Question::SaveCopy));
        self.show_suppressed();
        self.settle_in();
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
            let (mut state, ctx) = (State::new(Asking::Field), egui::Context::default());
            let asked_for = state.document_number;
            state.act(crate::app::Action::NewDataset, &ctx);
            assert_ne!(state.document_number, asked_for);
            state.hear(News::Chosen(question, asked_for, path.clone()), &ctx);
            state.finish();
            assert_eq!(std::fs::read_to_string(&path).unwrap(), "what was agreed to be replaced");
            assert!(state.notices.iter().any(|notice| notice.text.contains("no longer open")));
            state.hear(News::Chosen(question, state.document_number, path.clone()), &ctx);
            state.finish();
            assert_ne!(std::fs::read_to_string(&path).unwrap(), "what was agreed to be replaced");
        }
    }
}
