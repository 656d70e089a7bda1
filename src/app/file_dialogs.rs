//! Asking for a path: by the desktop's dialog, or by a field where the desktop has none.

use std::path::Path;
use std::time::{Duration, Instant};

use crate::say;

use super::message::Message;
use super::tasks::{BackgroundTasks, TaskKind};
use super::{FigureFormat, Question};

/// A desktop without a file dialog answers at once, and a person does not.
const TOO_QUICK: Duration = Duration::from_millis(250);

/// How a path is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FileDialogs {
    /// By the desktop's dialog, or by a field where the desktop has none.
    Desktop,
    /// By a field; for tests and for desktops known to have no dialogs.
    #[default]
    Field,
}

impl BackgroundTasks<Message> {
    /// Asks by the desktop's dialog, which begins at `suggested`: a file for saving, a file or folder for everything else.
    /// `document` is the number of the open one, so that the answer is not taken for another.
    pub fn open_file_dialog(&mut self, question: Question, document: u64, suggested: Option<&Path>) {
        let mut dialog = rfd::AsyncFileDialog::new().set_title(question.label());
        dialog = match question {
            Question::Open | Question::SaveCopy | Question::SaveAs => {
                dialog.add_filter(say!("app-file-ron"), &[question.ending()])
            }
            Question::SaveFigure(format) => dialog.add_filter(format.label(), &[format.ending()]),
            Question::SavePdf => dialog.add_filter(FigureFormat::Pdf.label(), &[question.ending()]),
            Question::FolderOfAll => dialog,
        };
        if let Some(folder) = suggested.and_then(Path::parent) {
            dialog = dialog.set_directory(folder);
        }
        let named = suggested.and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned());
        // Dialogs are made on the window's thread, as some systems want it, and waited for on another.
        let answer: std::pin::Pin<Box<dyn Future<Output = Option<rfd::FileHandle>> + Send>> = match question {
            Question::Open => Box::pin(dialog.pick_file()),
            Question::SaveCopy => Box::pin(dialog.set_file_name("copy.ron").save_file()),
            Question::SaveAs => {
                Box::pin(dialog.set_file_name(named.unwrap_or_else(|| "dataset.ron".to_owned())).save_file())
            }
            Question::SaveFigure(_) => Box::pin(dialog.set_file_name(named.unwrap_or_default()).save_file()),
            Question::SavePdf => {
                let name = named.map_or_else(|| "booklet.pdf".into(), |name| Path::new(&name).with_extension("pdf"));
                Box::pin(dialog.set_file_name(name.to_string_lossy()).save_file())
            }
            Question::FolderOfAll => Box::pin(dialog.pick_folder()),
        };
        self.spawn(TaskKind::Dialog, move |_| {
            let started = Instant::now();
            match pollster::block_on(answer) {
                Some(handle) => Message::Chosen(question, document, handle.path().to_path_buf()),
                None if started.elapsed() < TOO_QUICK => Message::NoDialog(question),
                None => Message::NotChosen,
            }
        });
    }

    /// Waits for the answer of a desktop's dialog of a feature's own; `told` is given `None` where the desktop has no dialog.
    pub fn ask_desktop<T: 'static>(
        &mut self,
        answer: std::pin::Pin<Box<dyn Future<Output = Option<T>> + Send>>,
        told: impl FnOnce(Option<T>) -> Message + Send + 'static,
    ) {
        self.spawn(TaskKind::Dialog, move |_| {
            let started = Instant::now();
            match pollster::block_on(answer) {
                Some(chosen) => told(Some(chosen)),
                None if started.elapsed() < TOO_QUICK => told(None),
                None => Message::NotChosen,
            }
        });
    }
}
