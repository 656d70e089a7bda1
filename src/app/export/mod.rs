//! The dialog that saves a figure: what is asked for so far, its words, its preview, where it goes.
//!
//! It works on the figure as it was on screen when the dialog opened. Nothing is written before [`ExportStep::Save`], no file is
//! replaced that was not agreed on, and after a fault the dialog stays with all that was typed.

mod place;
mod preview;
mod sizing;
mod wordings;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::export::table::ByteOrderMark;
use crate::export::{ExportError, FigureExport, FontFaces};
use crate::figure::Figure;
use crate::figure::wording::Wording;
use crate::model::{Dataset, View};
use crate::say;
use crate::storage::{self, Overwrite, StorageError, Waited, typed_path};

use crate::app::availability::no_figure;
use crate::app::message::Message;
use crate::app::tasks::TaskKind;
use crate::app::{FigureFormat, FileDialogs, NoticeKind, Question, State};

pub use place::TargetProbe;
pub use preview::{PREVIEW_WIDTH, PreviewImage, PreviewState};
pub use sizing::{Density, SizeFaults, Sizing, millimetres, pixels};
pub use wordings::{FigureKey, Wordings};

pub(super) use preview::Made;

/// The share of saving a figure that is making its bytes; the rest is writing them.
const DRAWING: f32 = 0.9;

/// A step in saving a figure.
#[derive(Clone, Debug, PartialEq)]
pub enum ExportStep {
    /// Open the dialog, with this format chosen or with the last one.
    Open(Option<FigureFormat>),
    /// What is asked for has changed.
    Draft(Box<ExportDraft>),
    /// Choose the file in the desktop's dialog.
    Choose,
    /// Save.
    Save,
    /// Stop the save that is under way.
    Stop,
    /// Use the words in the window, without saving.
    KeepWords,
    /// Close the dialog; what was typed is there again when it opens for the same figure.
    Close,
}

/// What is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct ExportDraft {
    /// In which format.
    pub format: FigureFormat,
    /// How large.
    pub sizing: Sizing,
    /// In which words.
    pub wording: Wording,
    /// Where to, as typed.
    pub path: String,
    /// Whether a file that is there may be replaced.
    pub replace: bool,
    /// Whether CSV begins with a byte order mark.
    pub csv_mark: bool,
}

/// The open dialog.
pub struct ExportDialog {
    /// What is asked for so far.
    pub draft: ExportDraft,
    /// The figure as it was written from the data.
    pub written: Figure,
    /// The words in use when the dialog opened.
    pub used: Wording,
    /// What the file will look like.
    pub preview: PreviewState,
    /// What is there already, where that was looked up.
    pub look: Option<TargetProbe>,
    /// How often it was pressed to save over this file without agreeing to that; none where it is another one by now.
    pub refused: u32,
    /// What went wrong with the last try.
    pub fault: Option<String>,
    /// Whether the file is being written.
    pub saving: bool,
    /// Whether the desktop was found to have no file dialog.
    pub no_desktop_dialog: bool,
    number: u64,
    key: FigureKey,
    rows: View,
    dataset: Arc<Dataset>,
    folder: PathBuf,
    /// The file that the desktop's dialog asked about.
    agreed: Option<PathBuf>,
    looking: Option<PathBuf>,
}

/// Saving the figure on screen: the dialog, and the words of figures.
#[derive(Default)]
pub struct ExportState {
    /// The dialog, while it is open.
    pub dialog: Option<Box<ExportDialog>>,
    /// The words of figures that were changed since the start.
    pub wordings: Wordings,
}

/// Why a figure was not saved.
pub(super) enum SaveFault {
    /// It was stopped.
    Stopped,
    /// A file is there, and nobody agreed to its replacement.
    Exists,
    /// Anything else, as a sentence.
    Other(String),
}

impl From<ExportError> for SaveFault {
    fn from(error: ExportError) -> Self {
        if let ExportError::Stopped(_) = error {
            return Self::Stopped;
        }
        Self::Other(error.to_string())
    }
}

impl From<StorageError> for SaveFault {
    fn from(error: StorageError) -> Self {
        match error {
            StorageError::Stopped { .. } => Self::Stopped,
            StorageError::Exists { .. } => Self::Exists,
            other @ (StorageError::NoFolder { .. }
            | StorageError::NotAFile { .. }
            | StorageError::BrokenLink { .. }
            | StorageError::ReadOnly { .. }
            | StorageError::ChangedByOthers { .. }
            | StorageError::Vanished { .. }
            | StorageError::Backup { .. }
            | StorageError::NoFilesThere { .. }
            | StorageError::Write { .. }) => Self::Other(other.to_string()),
        }
    }
}

impl ExportDialog {
    /// The figure in the words of the draft.
    pub fn figure(&self) -> Figure {
        self.draft.wording.applied(self.written.clone())
    }

    /// The file that will be written.
    ///
    /// # Errors
    /// A sentence where what is typed names no file.
    pub fn target(&self) -> Result<PathBuf, String> {
        place::target(&self.draft.path, &self.folder, self.draft.format)
    }

    /// Whether a file of that name was seen.
    pub fn exists(&self) -> bool {
        let target = self.target().ok();
        self.look.as_ref().is_some_and(|look| look.exists && Some(&look.path) == target.as_ref())
    }

    /// The thread that drew or wrote broke down.
    pub(super) fn broke_down(&mut self, told: &str) {
        self.saving = false;
        self.preview.broke_down();
        self.fault = Some(told.to_owned());
    }

    /// What stands in the way of saving, as a sentence; the fields' own sentences stand beside them. A file of that name does not:
    /// it is told when it is pressed to save.
    pub fn obstacle(&self) -> Option<String> {
        if self.saving {
            return Some(say!("save-figure-busy").to_owned());
        }
        let sheet = match self.draft.sizing.sheet(self.draft.format) {
            Ok(sheet) => sheet,
            Err(faults) => return faults.first().map(str::to_owned),
        };
        if self.draft.format.has_pixels()
            && let Some(page) = self.preview.page()
            && let Err(sentence) = pixels(page, sheet.scale)
        {
            return Some(sentence);
        }
        self.target().err()
    }
}

impl State {
    pub(super) fn export_step(&mut self, step: ExportStep) {
        match step {
            ExportStep::Open(format) => self.open_export(format),
            ExportStep::Draft(draft) => self.draft_export(*draft),
            ExportStep::Choose => self.ask_where_to_export(),
            ExportStep::Save => self.save_figure(),
            ExportStep::Stop => {
                self.tasks.stop(Some(TaskKind::SavingFigure));
            }
            ExportStep::KeepWords => {
                if let Some(dialog) = self.export.dialog.take() {
                    self.export.wordings.take_into_use(&dialog.key, &dialog.draft.wording);
                    self.rebuild_pages();
                }
            }
            ExportStep::Close => self.close_export(),
        }
    }

    /// Closes the dialog, if it is open.
    pub(super) fn close_export(&mut self) {
        if let Some(dialog) = self.export.dialog.take() {
            dialog.preview.leave();
            self.export.wordings.put_aside(&dialog.key, &dialog.draft.wording);
        }
    }

    fn open_export(&mut self, format: Option<FigureFormat>) {
        let Some((key, written, dataset)) = self.written_on_screen() else {
            self.tell(NoticeKind::Error, say!("save-figure-nothing", why = no_figure()));
            return;
        };
        let choices = &self.settings.figure;
        let last = choices.formats.first().and_then(|word| FigureFormat::of_word(word));
        let format = format.or(last).unwrap_or(FigureFormat::Svg);
        let folder = self.folder_of(&choices.folder);
        let path = folder.join(format!("{}.{}", self.suggested_name(), format.ending())).display().to_string();
        let draft = ExportDraft {
            format,
            sizing: Sizing::of(choices),
            wording: self.export.wordings.typed(&key),
            path,
            replace: false,
            csv_mark: choices.csv_mark,
        };
        let used = self.export.wordings.used(&key).cloned().unwrap_or_default();
        let rows = wordings::view_of_rows(&key, &written);
        let number = self.next_number();
        self.export.dialog = Some(Box::new(ExportDialog {
            draft,
            written,
            used,
            preview: PreviewState::default(),
            look: None,
            refused: 0,
            fault: None,
            saving: false,
            no_desktop_dialog: self.session.file_dialogs == FileDialogs::Field,
            number,
            key,
            rows,
            dataset,
            folder,
            agreed: None,
            looking: None,
        }));
        self.preview();
        self.look();
    }

    fn draft_export(&mut self, mut draft: ExportDraft) {
        let Some(dialog) = &mut self.export.dialog else { return };
        let before = &dialog.draft;
        if draft.path != before.path {
            // The ending says the format, as on the command line; agreement was for the other file.
            draft.format = FigureFormat::of_path(&typed_path(&draft.path)).unwrap_or(draft.format);
            draft.replace = false;
        } else if draft.format != before.format {
            draft.path = place::with_format(&draft.path, draft.format);
            draft.replace = false;
        }
        let redraw = (draft.format, &draft.sizing, &draft.wording) != (before.format, &before.sizing, &before.wording);
        let elsewhere = draft.path != before.path;
        if elsewhere || draft.format != before.format {
            dialog.refused = 0;
        }
        dialog.draft = draft;
        dialog.fault = None;
        if redraw {
            self.preview();
        }
        if elsewhere || redraw {
            self.look();
        }
    }

    fn ask_where_to_export(&mut self) {
        let Some(dialog) = &mut self.export.dialog else { return };
        let format = dialog.draft.format;
        let target = dialog.target().unwrap_or_else(|_| dialog.folder.join(format!("figure.{}", format.ending())));
        match self.session.file_dialogs {
            FileDialogs::Desktop => {
                self.tasks.open_file_dialog(Question::SaveFigure(format), self.session.document_number, Some(&target));
            }
            FileDialogs::Field => dialog.no_desktop_dialog = true,
        }
    }

    /// The desktop's dialog has asked already whether a file may be replaced.
    pub(super) fn export_to(&mut self, path: &Path) {
        let Some(dialog) = &mut self.export.dialog else { return };
        let mut draft = dialog.draft.clone();
        draft.path = path.display().to_string();
        self.draft_export(draft);
        if let Some(dialog) = &mut self.export.dialog {
            // Only for the very file that was asked about, not for one whose ending is added here.
            dialog.agreed = Some(path.to_path_buf());
            dialog.draft.replace = dialog.target().is_ok_and(|target| target == path);
        }
    }

    fn save_figure(&mut self) {
        let Some(dialog) = &mut self.export.dialog else { return };
        if dialog.obstacle().is_some() {
            return;
        }
        let (Ok(path), Ok(sheet)) = (dialog.target(), dialog.draft.sizing.sheet(dialog.draft.format)) else { return };
        let agreed = dialog.draft.replace || dialog.agreed.as_ref() == Some(&path);
        dialog.fault = None;
        if dialog.exists() && !agreed {
            dialog.refused += 1;
            return;
        }
        dialog.saving = true;
        let overwrite = if agreed { Overwrite::Replace } else { Overwrite::Refuse };
        let (number, format, figure) = (dialog.number, dialog.draft.format, dialog.figure());
        let (dataset, rows) = (dialog.dataset.clone(), dialog.rows.clone());
        let mark = if dialog.draft.csv_mark { ByteOrderMark::With } else { ByteOrderMark::Without };
        self.tasks.spawn(TaskKind::SavingFigure, move |work| {
            let drawing = work.whole().part(0.0..DRAWING);
            let made = FigureExport::new(&dataset, &rows, &figure, sheet, &FontFaces::new())
                .marked(mark)
                .file(format, drawing);
            let result = made.map_err(SaveFault::from).and_then(|file| {
                let mut steps = Waited::new(work.whole().part(DRAWING..1.0), file.bytes.len());
                storage::write_file_watched(&path, &file.bytes, overwrite, &mut steps)?;
                Ok(file.remark)
            });
            Message::FigureSaved(number, path, result)
        });
    }

    pub(super) fn figure_saved(&mut self, number: u64, path: &Path, result: Result<Option<String>, SaveFault>) {
        let dialog = self.export.dialog.take_if(|dialog| dialog.number == number);
        match (result, dialog) {
            (Ok(remark), dialog) => {
                if let Some(dialog) = dialog {
                    self.export.wordings.take_into_use(&dialog.key, &dialog.draft.wording);
                    self.keep_choices(&dialog.draft, path);
                    self.rebuild_pages();
                }
                let path = path.display().to_string();
                let told = match remark {
                    Some(remark) => say!("save-figure-saved-remark", path = path, remark = remark),
                    None => say!("save-figure-saved", path = path),
                };
                self.tell(NoticeKind::Done, told);
            }
            (Err(fault), Some(mut dialog)) => {
                dialog.saving = false;
                match fault {
                    SaveFault::Stopped => dialog.fault = Some(say!("save-figure-stopped").to_owned()),
                    SaveFault::Exists => {
                        dialog.look = Some(TargetProbe { path: path.to_path_buf(), exists: true, folder: true });
                        dialog.refused += 1;
                    }
                    SaveFault::Other(sentence) => dialog.fault = Some(say!("save-figure-failed", why = sentence)),
                }
                self.export.dialog = Some(dialog);
            }
            // The dialog was closed meanwhile.
            (Err(SaveFault::Stopped), None) => self.tell(NoticeKind::Done, say!("save-figure-stopped").to_owned()),
            (Err(SaveFault::Exists), None) => {
                let told = say!("save-figure-failed-there", path = path.display().to_string());
                self.tell(NoticeKind::Error, told);
            }
            (Err(SaveFault::Other(sentence)), None) => {
                self.tell(NoticeKind::Error, say!("save-figure-failed", why = sentence));
            }
        }
    }

    fn keep_choices(&mut self, draft: &ExportDraft, path: &Path) {
        let choices = &mut self.settings.figure;
        choices.formats = vec![draft.format.ending().to_owned()];
        draft.sizing.keep(choices);
        choices.csv_mark = draft.csv_mark;
        if let Some(folder) = path.parent().and_then(Path::to_str) {
            folder.clone_into(&mut choices.folder);
        }
    }

    /// A number that was not given before, to tell the answers of tasks apart.
    pub(super) fn next_number(&mut self) -> u64 {
        self.session.last_number += 1;
        self.session.last_number
    }
}
