//! Paper: what is on screen goes to the system's printing, and councils' pages into a booklet.
//!
//! Both are made in the background. Where nothing prints, the same PDF is saved where the reader says. The path is asked for as a
//! dataset's is; what waits for it is kept here.

mod printer;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::export::booklet::{Binding, booklet};
use crate::export::figure::{PageSize, to_pdf};
use crate::export::{ExportError, FontFaces, batch};
use crate::figure::Figure;
use crate::model::{CouncilId, Dataset, View};
use crate::progress::ProgressRange;
use crate::say;
use crate::storage::{Overwrite, StorageError, write_file};

use crate::app::context::{Context, Request};
use crate::app::message::Message;
use crate::app::notices::in_the_window;
use crate::app::tasks::TaskKind;
use crate::app::{NoticeKind, Question, Replace};

pub use printer::Printer;

/// A4 in points of this application, 96 to the inch: what a figure is laid out on that is printed.
const PAPER: PageSize = PageSize { width: 794.0, least_height: 1122.0, scale: 1.0, preset: None };
/// The share of printing that is making the file.
const MAKING: f32 = 0.9;

/// Something to do with paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaperStep {
    /// Print what is on screen.
    Print,
    /// Save a booklet of the ticked councils, or of all.
    Booklet,
}

/// What becomes a PDF.
#[derive(Clone)]
pub(super) enum Printable {
    /// A figure.
    Figure(Box<Figure>),
    /// Pages of councils, of what the view asks for.
    Councils(Arc<Dataset>, Box<View>, Vec<CouncilId>, Binding),
}

/// What comes back.
pub(super) enum PaperMessage {
    /// It was handed to the system's printing, or why it was not.
    Printed(Result<(), PrintFault>),
    /// A PDF was written to this file, with what there is to say of it, or was not.
    Saved(PathBuf, Result<Option<String>, StorageError>),
    /// A PDF could not be made.
    NotMade(ExportError),
}

/// Why nothing was printed.
pub(super) enum PrintFault {
    /// It could not be made or written.
    NotMade(ExportError),
    /// Nothing here prints; the sentence says what was tried.
    NoPrinter(String),
}

/// Printing, and what waits for a path.
#[derive(Default)]
pub struct PaperState {
    /// What prints here.
    pub(super) printer: Printer,
    waiting: Option<Printable>,
    printing: Option<Printable>,
    /// How many files were handed to the printing so far, so that one is not written over while it is read.
    printed: usize,
}

impl Printable {
    /// The file's bytes, with what there is to say of them.
    fn pdf(&self, stretch: ProgressRange<'_>) -> Result<(Vec<u8>, Option<String>), ExportError> {
        let fonts = FontFaces::new();
        let made = match self {
            Self::Figure(figure) => to_pdf(figure, PAPER, &fonts)?,
            Self::Councils(dataset, view, councils, binding) => {
                booklet(dataset, view, (councils, *binding), &fonts, stretch)?
            }
        };
        let remark = made.conformance.remark();
        Ok((made.bytes, remark))
    }
}

impl PaperState {
    /// Prints this. `folder` is where the file stands that the system's printing reads, `name` what it is called.
    pub(super) fn print(&mut self, what: Printable, (folder, name): (&Path, &str), cx: &mut Context<'_>) {
        self.printed += 1;
        let name = batch::file_name(&format!("{name} {}", self.printed));
        let path = folder.join(name).with_extension(Question::SavePdf.ending());
        let printer = self.printer.clone();
        self.printing = Some(what.clone());
        cx.tasks.spawn(TaskKind::Printing, move |work| {
            let result =
                what.pdf(work.whole().part(0.0..MAKING)).map_err(PrintFault::NotMade).and_then(|(bytes, _)| {
                    hand_over(&path, &bytes).map_err(PrintFault::NotMade)?;
                    printer.print(&path).map_err(PrintFault::NoPrinter)
                });
            Message::Paper(PaperMessage::Printed(result))
        });
    }

    /// Asks where a PDF of this goes.
    pub(super) fn ask_where(&mut self, what: Printable, cx: &mut Context<'_>) {
        self.waiting = Some(what);
        cx.request(Request::AskForPath(Question::SavePdf));
    }

    /// Writes what waits for its path.
    pub(super) fn save(&mut self, path: PathBuf, replace: Replace, cx: &mut Context<'_>) {
        let Some(what) = self.waiting.clone() else { return };
        let overwrite = match replace {
            Replace::Agreed => Overwrite::Replace,
            Replace::NotAsked => Overwrite::Refuse,
        };
        cx.tasks.spawn(TaskKind::SavingPdf, move |work| {
            Message::Paper(match what.pdf(work.whole()) {
                Ok((bytes, remark)) => {
                    let written = write_file(&path, &bytes, overwrite);
                    PaperMessage::Saved(path, written.map(|()| remark))
                }
                Err(error) => PaperMessage::NotMade(error),
            })
        });
    }

    /// Takes in what the tasks bring back.
    pub(super) fn on_message(&mut self, message: PaperMessage, cx: &mut Context<'_>) {
        match message {
            PaperMessage::Printed(Ok(())) => {
                self.printing = None;
                cx.notices.tell(NoticeKind::Done, say!("paper-printed"));
            }
            PaperMessage::Printed(Err(PrintFault::NotMade(error))) | PaperMessage::NotMade(error) => {
                not_made(&error, cx);
            }
            PaperMessage::Printed(Err(PrintFault::NoPrinter(why))) => {
                cx.notices.tell(NoticeKind::Error, say!("paper-no-printer", why = why));
                if let Some(what) = self.printing.take().filter(|_| !cx.elsewhere.is_asking) {
                    self.ask_where(what, cx);
                }
            }
            PaperMessage::Saved(path, Ok(remark)) => {
                self.waiting = None;
                let path = path.display().to_string();
                let told = match remark {
                    Some(remark) => say!("save-figure-saved-remark", path = path.as_str(), remark = remark),
                    None => say!("save-figure-saved", path = path.as_str()),
                };
                cx.notices.tell_saved(told, path);
            }
            PaperMessage::Saved(path, Err(StorageError::Exists { .. })) if !cx.elsewhere.is_asking => {
                cx.request(Request::AskAboutTaken(Question::SavePdf, path));
            }
            PaperMessage::Saved(_, Err(error)) => {
                let why = in_the_window(&error.to_string());
                cx.notices.tell(NoticeKind::Error, say!("save-figure-failed", why = why));
            }
        }
    }
}

/// Puts the file where the printing reads it.
fn hand_over(path: &Path, bytes: &[u8]) -> Result<(), ExportError> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(|source| ExportError::Folder { path: folder.to_path_buf(), source })?;
    }
    Ok(write_file(path, bytes, Overwrite::Replace)?)
}

fn not_made(error: &ExportError, cx: &mut Context<'_>) {
    match error {
        ExportError::Stopped(_) => cx.notices.tell(NoticeKind::Done, say!("paper-stopped")),
        ExportError::Size { .. }
        | ExportError::Scale { .. }
        | ExportError::Resolution { .. }
        | ExportError::NoSize { .. }
        | ExportError::TooLarge { .. }
        | ExportError::SlideTooFull
        | ExportError::Shape { .. }
        | ExportError::Table { .. }
        | ExportError::Csv(_)
        | ExportError::Svg(_)
        | ExportError::PageTooLong { .. }
        | ExportError::Pdf { .. }
        | ExportError::Xlsx(_)
        | ExportError::Png(_)
        | ExportError::Folder { .. }
        | ExportError::Storage(_) => {
            cx.notices.tell(NoticeKind::Error, say!("paper-not-made", why = error.to_string()));
        }
    }
}
