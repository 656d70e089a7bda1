//! What tasks in the background bring back, by feature, and the one place where it is taken in.

use std::path::PathBuf;

use crate::edit::PlacedFinding;
use crate::say;

use super::batch::BatchMessage;
use super::document::DataVersion;
use super::export::ExportMessage;
use super::import::ImportMessage;
use super::paper::PaperMessage;
use super::session::SessionMessage;
use super::settings::Settings;
use super::tasks::{TaskKind, TaskMessage};
use super::{NoticeKind, Question, Replace, State};

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
    /// About saving or copying the figure on screen.
    Export(ExportMessage),
    /// About saving figures of all councils.
    Batch(BatchMessage),
    /// About importing tables.
    Import(ImportMessage),
    /// About printing and booklets.
    Paper(PaperMessage),
    /// A state of the dataset was checked.
    Checked(DataVersion, Vec<PlacedFinding>),
    /// The settings were written, or could not be.
    Remembered(Box<Settings>, Result<(), String>),
    /// A piece of work broke down and has nothing to give.
    Broken(TaskKind),
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
            Message::Chosen(question, _, path) => match question {
                Question::SaveFigure(_) => self.on_message(Message::Export(ExportMessage::Chosen(path))),
                Question::FolderOfAll => self.on_message(Message::Batch(BatchMessage::Chosen(path))),
                Question::Open | Question::SaveCopy | Question::SaveAs | Question::SavePdf => {
                    self.lend(|features, cx| features.session.answer(question, path, Replace::Agreed, cx));
                }
            },
            Message::NotChosen => self.session.drop_waiting(),
            Message::NoDialog(question) => match question {
                Question::SaveFigure(_) => self.on_message(Message::Export(ExportMessage::NoDesktopDialog)),
                Question::FolderOfAll => self.on_message(Message::Batch(BatchMessage::NoDesktopDialog)),
                Question::Open | Question::SaveCopy | Question::SaveAs | Question::SavePdf => {
                    self.session.ask_in_field(question);
                }
            },
            Message::Session(message) => {
                // What is saved with errors is told with their number.
                self.check_if_changed();
                self.lend(|features, cx| features.session.on_message(message, cx));
            }
            Message::Export(message) => self.lend(|features, cx| features.export.on_message(message, cx)),
            Message::Paper(message) => self.lend(|features, cx| features.paper.on_message(message, cx)),
            Message::Batch(message) => self.lend(|features, cx| features.batch.on_message(message, cx)),
            Message::Import(message) => self.lend(|features, cx| features.import.on_message(message, cx)),
            Message::Checked(version, findings) => {
                self.lend(|features, cx| features.editor.found(version, findings, cx));
            }
            Message::Remembered(settings, result) => self.lend(|features, cx| {
                if let Some(store) = features.settings_store {
                    store.on_message(*settings, result, cx);
                }
            }),
            Message::Broken(kind) => self.broken(kind),
        }
    }

    /// A thread that broke down leaves its dialog as it was, with a sentence; what it was writing is not there.
    fn broken(&mut self, kind: TaskKind) {
        let told = say!("app-file-broke-down");
        match (kind, &mut self.export.dialog) {
            (TaskKind::SavingFigure | TaskKind::Preview, Some(dialog)) => dialog.broke_down(told),
            (TaskKind::Saving, _) => self.lend(|features, cx| features.session.saving_broke_down(told, cx)),
            (TaskKind::AllCouncils, _) => {
                self.on_message(Message::Batch(BatchMessage::Done(PathBuf::new(), Err(told.to_owned()))));
            }
            (TaskKind::Importing, _) => self.on_message(Message::Import(ImportMessage::BrokeDown)),
            (TaskKind::Recovering, _) => {
                self.session.restoring_broke_down();
                self.notices.tell(NoticeKind::Error, told);
            }
            _ => self.notices.tell(NoticeKind::Error, told),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::FileDialogs;

    #[test]
    fn a_name_that_was_chosen_for_another_dataset_is_not_written_to() {
        let folder = tempfile::TempDir::new().unwrap();
        let path = folder.path().join("agreed.ron");
        for question in [Question::SaveAs, Question::SaveCopy] {
            std::fs::write(&path, "what was agreed to be replaced").unwrap();
            let mut state = State::new(FileDialogs::Field);
            let asked_for = state.document.number;
            state.act(crate::app::Action::NewDataset);
            assert_ne!(state.document.number, asked_for);
            state.on_message(Message::Chosen(question, asked_for, path.clone()));
            state.finish();
            assert_eq!(std::fs::read_to_string(&path).unwrap(), "what was agreed to be replaced");
            assert!(state.notices.open.iter().any(|notice| notice.text.contains("no longer open")));
            state.on_message(Message::Chosen(question, state.document.number, path.clone()));
            state.finish();
            assert_ne!(std::fs::read_to_string(&path).unwrap(), "what was agreed to be replaced");
        }
    }
}
