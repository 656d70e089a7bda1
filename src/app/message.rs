//! What tasks in the background bring back, and the one place where it is taken in.

use std::path::PathBuf;

use crate::edit::PlacedFinding;
use crate::export::ExportError;
use crate::say;
use crate::storage::StorageError;

use super::batch::BatchMessage;
use super::document::DataVersion;
use super::export::ExportMessage;
use super::notices::in_the_window;
use super::session::SessionMessage;
use super::settings::Settings;
use super::tasks::{TaskKind, TaskMessage};
use super::{Effect, NoticeKind, Question, Replace, State};

/// What came back.
pub(super) enum Message {
    /// A path was chosen, while the document of this number was open when it was asked for.
    Chosen(Question, u64, PathBuf),
    /// The dialog was put aside.
    NotChosen,
    /// The desktop offers no dialog.
    NoDialog(Question),
    /// About the open document and its file.
    Session(SessionMessage),
    /// A picture is ready for the clipboard, or could not be made.
    Pictured(Result<egui::ColorImage, ExportError>),
    /// A state of the dataset was checked.
    Checked(DataVersion, Vec<PlacedFinding>),
    /// About saving the figure on screen.
    Export(ExportMessage),
    /// Whether a file is at a path that is being typed.
    PathLooked(PathBuf, bool),
    /// About saving figures of all councils.
    Batch(BatchMessage),
    /// The settings were written, or could not be.
    Remembered(Box<Settings>, Result<(), String>),
    /// A piece of work broke down and has nothing to give.
    Broken(TaskKind),
    /// A copy of the document of this number was written, with a sentence if there is more to say of it, or could not be.
    Written(u64, PathBuf, Result<Option<String>, StorageError>),
}

impl TaskMessage for Message {
    fn broken(kind: TaskKind) -> Self {
        Self::Broken(kind)
    }
}

impl State {
    pub(super) fn on_message(&mut self, message: Message) {
        match message {
            // A dialog does not keep the open document from being replaced, and its answer was not about the new one.
            Message::Chosen(question, number, path) if number != self.document.number && question != Question::Open => {
                let told = say!("app-file-chosen-for-another", path = path.display().to_string());
                self.notices.tell(NoticeKind::Error, told);
            }
            // The desktop's own dialog has asked whether a file may be replaced.
            Message::Chosen(Question::SaveFigure(_), _, path) => {
                self.on_message(Message::Export(ExportMessage::Chosen(path)))
            }
            Message::Chosen(Question::FolderOfAll, _, folder) => {
                self.on_message(Message::Batch(BatchMessage::Chosen(folder)))
            }
            Message::Chosen(question, _, path) => self.answer(question, path, Replace::Agreed),
            Message::NotChosen => self.session.waits_for_name = None,
            Message::Checked(version, findings) => {
                self.lend(|features, cx| features.editor.found(version, findings, cx))
            }
            Message::NoDialog(Question::SaveFigure(_)) => {
                self.on_message(Message::Export(ExportMessage::NoDesktopDialog))
            }
            Message::NoDialog(Question::FolderOfAll) => self.on_message(Message::Batch(BatchMessage::NoDesktopDialog)),
            Message::NoDialog(question) => self.ask_in_field(question),
            Message::Export(message) => self.lend(|features, cx| features.export.on_message(message, cx)),
            Message::PathLooked(path, is_there) => self.path_looked(&path, is_there),
            Message::Batch(message) => self.lend(|features, cx| features.batch.on_message(message, cx)),
            Message::Remembered(memory, result) => self.remembered(*memory, result),
            Message::Broken(errand) => self.broken(errand),
            Message::Session(message) => self.on_session_message(message),
            Message::Pictured(Ok(image)) => {
                self.effects.push(Effect::CopyImage(image));
                self.notices.tell(NoticeKind::Done, say!("app-file-copied-picture").to_owned());
            }
            Message::Written(_, path, Ok(remark)) => {
                let path = path.display().to_string();
                let told = match remark {
                    Some(remark) => say!("app-file-saved-remark", path = path, remark = remark),
                    None => say!("app-file-saved", path = path),
                };
                self.notices.tell(NoticeKind::Done, told);
            }
            Message::Pictured(Err(ExportError::Stopped(_))) => {
                self.notices.tell(NoticeKind::Done, say!("app-stopped-copying").to_owned());
            }
            Message::Pictured(Err(error)) => self.notices.tell(NoticeKind::Error, error.to_string()),
            Message::Written(document, path, Err(StorageError::Exists { .. }))
                if document == self.document.number && !self.is_asking() =>
            {
                self.ask_about_taken(Question::SaveCopy, path);
            }
            Message::Written(_, _, Err(error)) => {
                let was_stopped = matches!(error, StorageError::Stopped { .. });
                let severity = if was_stopped { NoticeKind::Done } else { NoticeKind::Error };
                self.notices.tell(severity, say!("app-file-not-saved", why = in_the_window(&error.to_string())));
            }
        }
    }

    /// A thread that broke down leaves its dialog as it was, with a sentence; what it was writing is not there.
    fn broken(&mut self, errand: TaskKind) {
        let told = say!("app-file-broke-down");
        match (errand, &mut self.export.dialog) {
            (TaskKind::SavingFigure | TaskKind::Preview, Some(dialog)) => dialog.broke_down(told),
            (TaskKind::Saving, _) => self.saving_broke_down(told),
            (TaskKind::AllCouncils, _) => {
                self.on_message(Message::Batch(BatchMessage::Done(PathBuf::new(), Err(told.to_owned()))));
            }
            (TaskKind::Recovering, _) => {
                self.restoring_broke_down();
                self.notices.tell(NoticeKind::Error, told.to_owned());
            }
            _ => self.notices.tell(NoticeKind::Error, told.to_owned()),
        }
    }
}
