//! Work that is given away so that the window never waits: asking for a path, reading and writing files.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use crate::dataset::{LoadError, Loaded};
use crate::edit::PlacedFinding;

use super::{Document, Question};

/// A desktop without a file dialog answers at once, and a person does not.
const TOO_QUICK: Duration = Duration::from_millis(250);

/// How a path is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asking {
    /// By the desktop's dialog, or by a field where the desktop has none.
    Desktop,
    /// By a field; for tests and for desktops known to have no dialogs.
    Field,
}

/// A kind of work that is given away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Errand {
    /// Waiting for the answer of the desktop's dialog.
    Dialog,
    /// Reading a dataset.
    Opening,
    /// Writing a dataset.
    SavingCopy,
    /// Writing a figure.
    SavingFigure,
    /// Painting a figure for the clipboard.
    Copying,
    /// Checking a large dataset after an edit.
    Checking,
}

impl Errand {
    /// What the status bar says of it.
    fn words(self) -> &'static str {
        match self {
            Self::Dialog => "Waiting for the file dialog",
            Self::Opening => "Opening the dataset",
            Self::SavingCopy => "Saving a copy",
            Self::SavingFigure => "Saving the figure",
            Self::Copying => "Copying the figure",
            Self::Checking => "Checking the dataset",
        }
    }
}

/// What came back.
pub(super) enum News {
    /// A path was chosen.
    Chosen(Question, PathBuf),
    /// The dialog was put aside.
    NotChosen,
    /// The desktop offers no dialog.
    NoDialog(Question),
    /// A dataset was read, or could not be.
    Read(PathBuf, Box<Result<Loaded, LoadError>>),
    /// A picture is ready for the clipboard, or could not be made.
    Pictured(Result<egui::ColorImage, String>),
    /// A state of the dataset was checked.
    Checked((u64, u64), Vec<PlacedFinding>),
    /// A file was written, with a sentence if there is more to say of it, or could not be.
    Written(PathBuf, Result<Option<String>, String>),
}

/// Work under way.
pub(super) struct Errands {
    asking: Asking,
    sender: Sender<News>,
    receiver: Receiver<News>,
    under_way: Vec<(Errand, JoinHandle<()>)>,
}

impl Errands {
    pub fn new(asking: Asking) -> Self {
        let (sender, receiver) = channel();
        Self { asking, sender, receiver, under_way: Vec::new() }
    }

    pub fn asking(&self) -> Asking {
        self.asking
    }

    pub fn busy(&self) -> Option<&'static str> {
        // A check comes after every edit, and nobody waits for it.
        let shown = self.under_way.iter().rev().find(|(errand, _)| *errand != Errand::Checking);
        shown.map(|(errand, _)| errand.words())
    }

    /// The next finished piece of work, if any.
    pub fn next(&mut self) -> Option<News> {
        // A thread sends its news before it ends, so that nothing is forgotten here; one that failed ends without news.
        self.under_way.retain(|(_, thread)| !thread.is_finished());
        self.receiver.try_recv().ok()
    }

    /// Waits until all reading and writing is done. Dialogs are not waited for: they wait for a person.
    pub fn finish(&mut self) {
        let (dialogs, files): (Vec<_>, Vec<_>) =
            self.under_way.drain(..).partition(|(errand, _)| *errand == Errand::Dialog);
        self.under_way = dialogs;
        for (_, thread) in files {
            // A thread that failed has no news to give.
            let _ = thread.join();
        }
    }

    /// Does `work` on a thread of its own and wakes the window when it is done.
    pub fn give(&mut self, errand: Errand, ctx: &egui::Context, work: impl FnOnce() -> News + Send + 'static) {
        let sender = self.sender.clone();
        let ctx = ctx.clone();
        let thread = thread::spawn(move || {
            let news = work();
            // The window may be closed by now; then nobody waits for the news.
            let _ = sender.send(news);
            ctx.request_repaint();
        });
        self.under_way.push((errand, thread));
    }

    /// Asks by the desktop's dialog.
    pub fn ask_desktop(&mut self, question: Question, document: &Document, ctx: &egui::Context) {
        let mut dialog = rfd::AsyncFileDialog::new().set_title(question.title());
        dialog = match question.ending() {
            "ron" => dialog.add_filter("Dataset (RON)", &["ron"]),
            "svg" => dialog.add_filter("Drawing (SVG)", &["svg"]),
            "pdf" => dialog.add_filter("Page (PDF)", &["pdf"]),
            "xlsx" => dialog.add_filter("Workbook (XLSX)", &["xlsx"]),
            ending => dialog.add_filter("Picture (PNG)", &[ending]),
        };
        if let Some(folder) = document.path.as_ref().and_then(|p| p.parent()) {
            dialog = dialog.set_directory(folder);
        }
        // Dialogs are made on the window's thread, as some systems want it, and waited for on another.
        let answer: std::pin::Pin<Box<dyn Future<Output = Option<rfd::FileHandle>> + Send>> = match question {
            Question::Open => Box::pin(dialog.pick_file()),
            Question::SaveCopy => Box::pin(dialog.set_file_name("copy.ron").save_file()),
            Question::SaveFigure(format) => {
                Box::pin(dialog.set_file_name(format!("figure.{}", format.ending())).save_file())
            }
        };
        self.give(Errand::Dialog, ctx, move || {
            let started = Instant::now();
            match pollster::block_on(answer) {
                Some(handle) => News::Chosen(question, handle.path().to_path_buf()),
                None if started.elapsed() < TOO_QUICK => News::NoDialog(question),
                None => News::NotChosen,
            }
        });
    }
}
