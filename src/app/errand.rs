//! Work that is given away so that the window never waits: asking for a path, reading and writing files.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

use crate::dataset::{LoadError, Loaded};

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
    /// A file was written, with a sentence if there is more to say of it, or could not be.
    Written(PathBuf, Result<Option<String>, String>),
}

/// Work under way.
pub(super) struct Errands {
    asking: Asking,
    sender: Sender<News>,
    receiver: Receiver<News>,
    under_way: Vec<&'static str>,
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
        self.under_way.last().copied()
    }

    /// The next finished piece of work, if any.
    pub fn next(&mut self) -> Option<News> {
        let news = self.receiver.try_recv().ok()?;
        if !self.under_way.is_empty() {
            self.under_way.remove(0);
        }
        Some(news)
    }

    /// Does `work` on a thread of its own and wakes the window when it is done.
    pub fn give(&mut self, words: &'static str, ctx: &egui::Context, work: impl FnOnce() -> News + Send + 'static) {
        self.under_way.push(words);
        let sender = self.sender.clone();
        let ctx = ctx.clone();
        std::thread::spawn(move || {
            let news = work();
            // The window may be closed by now; then nobody waits for the news.
            let _ = sender.send(news);
            ctx.request_repaint();
        });
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
        self.give("Waiting for the file dialog", ctx, move || {
            let started = Instant::now();
            match pollster::block_on(answer) {
                Some(handle) => News::Chosen(question, handle.path().to_path_buf()),
                None if started.elapsed() < TOO_QUICK => News::NoDialog(question),
                None => News::NotChosen,
            }
        });
    }
}
