//! Asking for the path of a dataset, and saving a copy of it.

use std::path::{Path, PathBuf};

use crate::compare::phrases::by_commas;
use crate::dataset;
use crate::say;
use crate::storage::{Overwrite, StorageError};

use super::{Session, SessionMessage};
use crate::app::context::{Context, Request};
use crate::app::message::Message;
use crate::app::notices::in_the_window;
use crate::app::settings::Settings;
use crate::app::tasks::TaskKind;
use crate::app::{Document, FileDialogs, NoticeKind, Question, Replace};

/// Said of a copy that is saved while small counts are suppressed.
pub fn holds_all() -> &'static str {
    say!("app-file-copy-holds-all")
}

impl Session {
    /// Asks for a path.
    pub(in crate::app) fn ask(&mut self, question: Question, cx: &mut Context<'_>) {
        match cx.file_dialogs {
            FileDialogs::Desktop => {
                let suggested = self.suggested_path(cx.document);
                cx.tasks.open_file_dialog(question, cx.document.number, suggested.as_deref());
            }
            FileDialogs::Field => self.ask_in_field(question),
        }
    }

    /// The file of the document, or what it may be saved as; `None` where nothing is known of one.
    pub(in crate::app) fn suggested_path(&self, document: &Document) -> Option<PathBuf> {
        document.path.clone().or_else(|| self.file.suggested.clone())
    }

    /// Where a dataset is looked for and goes, whole: the folder of the open one, of the one before it, or where figures went.
    pub(in crate::app) fn suggested_folder(&self, document: &Document, settings: &Settings) -> PathBuf {
        let recent = settings.recent.first().map(PathBuf::from);
        let mut near = [self.suggested_path(document), recent].into_iter().flatten();
        let folder = near.find_map(|path| std::path::absolute(path).ok()?.parent().map(Path::to_path_buf));
        folder.unwrap_or_else(|| document.suggested_folder(&settings.figure.folder))
    }

    /// Puts the question for a path aside, and what was to be done after it.
    pub(in crate::app) fn drop_question(&mut self) {
        self.question = None;
        self.drop_waiting();
    }

    /// What was to be done once the dataset has a name is not done.
    pub(in crate::app) fn drop_waiting(&mut self) {
        self.waits_for_name = None;
    }

    /// Takes in the path that was typed or chosen.
    pub(in crate::app) fn answer(&mut self, question: Question, path: PathBuf, replace: Replace, cx: &mut Context<'_>) {
        self.question = None;
        let typed = path;
        let path = question.file_of(typed.clone());
        if let Err(sentence) = has_its_ending(&path, question) {
            self.waits_for_name = None;
            cx.notices.tell(NoticeKind::Error, sentence);
            return;
        }
        // What was agreed to was the file of the other name.
        let replace = if path == typed { replace } else { Replace::NotAsked };
        match question {
            Question::Open => self.open(path, cx),
            Question::SaveCopy => self.save_copy(path, replace, cx),
            Question::SaveAs => self.save_under(path, replace, cx),
            Question::SavePdf => cx.request(Request::SavePdf(path, replace)),
            // Their answers go to dialogs of their own.
            Question::SaveFigure(_) | Question::FolderOfAll => {}
        }
    }

    fn save_copy(&mut self, path: PathBuf, replace: Replace, cx: &mut Context<'_>) {
        if self.is_own(cx.document, &path) {
            cx.notices.tell(NoticeKind::Error, say!("app-file-is-open-itself"));
            return;
        }
        let dataset = cx.document.original.clone();
        let remark = cx.document.suppressed_up_to.map(|_| holds_all().to_owned());
        let format = dataset::format_of(&dataset);
        let what = by_commas(&dataset::newer_parts(&dataset).into_iter().map(str::to_owned).collect::<Vec<_>>());
        let newer = (format > dataset::FIRST_FORMAT)
            .then(|| say!("session-format-of-copy", format = format.to_string(), what = what));
        let remark = join(newer, remark);
        let (overwrite, document) = (overwrite(replace), cx.document.number);
        cx.tasks.spawn(TaskKind::SavingCopy, move |work| {
            let saved = dataset::save_file_watched(&path, &dataset, overwrite, work.whole());
            let result = saved.map(|saved| join(saved.remark, remark));
            Message::Session(SessionMessage::CopyWritten(document, path, result))
        });
    }

    pub(super) fn copy_written(
        &mut self,
        document: u64,
        path: PathBuf,
        result: Result<Option<String>, StorageError>,
        cx: &mut Context<'_>,
    ) {
        match result {
            Ok(remark) => {
                let path = path.display().to_string();
                let told = match remark {
                    Some(remark) => say!("app-file-saved-remark", path = path.as_str(), remark = remark),
                    None => say!("app-file-saved", path = path.as_str()),
                };
                cx.notices.tell_saved(told, path);
            }
            Err(StorageError::Exists { .. }) if document == cx.document.number && !cx.elsewhere.is_asking => {
                self.ask_about_taken(Question::SaveCopy, path);
            }
            Err(error) => {
                let was_stopped = matches!(error, StorageError::Stopped { .. });
                let severity = if was_stopped { NoticeKind::Done } else { NoticeKind::Error };
                let why = in_the_window(&error.to_string());
                cx.notices.tell(severity, say!("app-file-not-saved", why = why));
            }
        }
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
