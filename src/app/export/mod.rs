//! The dialog that saves a figure: what is asked for so far, its words, its preview, where it goes.
//!
//! It works on the figure as it was on screen when the dialog opened. Nothing is written before [`ExportStep::Save`], no file is
//! replaced that was not agreed on, and after a fault the dialog stays with all that was typed.

mod fault;
mod place;
mod preview;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::export::figure::PageSize;
use crate::export::table::ByteOrderMark;
use crate::export::{ExportError, FigureExport, FontFaces, Preset};
use crate::figure::wording::Wording;
use crate::figure::{Body, Figure};
use crate::model::{Dataset, Filter, View};
use crate::say;
use crate::storage::{self, Overwrite, Waited, typed_path};

use crate::app::availability::no_figure;
use crate::app::context::{Context, Request};
use crate::app::message::Message;
use crate::app::on_screen::FigureOnScreen;
use crate::app::settings::Choices;
use crate::app::tasks::TaskKind;
use crate::app::wordings::FigureKey;
use crate::app::{Effect, FigureFormat, FileDialogs, NoticeKind, Question, Sizing, Wordings, pixels};

pub use place::TargetProbe;
pub use preview::{PreviewImage, PreviewNumber, PreviewScale, PreviewState};

use fault::SaveFault;
use preview::PreviewDrawn;

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
    /// This folder was typed for it.
    Folder(String),
    /// There is so much room for the preview, in points, and it is shown so large.
    ShowPreview(egui::Vec2, PreviewScale),
    /// Copy the picture as it would be saved.
    Copy,
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
    /// What was done, where the dialog stayed open.
    pub told: Option<&'static str>,
    /// Whether the file is being written.
    pub saving: bool,
    /// Whether the desktop was found to have no file dialog.
    pub no_desktop_dialog: bool,
    /// The folder as it is typed, where another one was asked for and no dialog of the desktop can choose it.
    pub typed_folder: Option<String>,
    number: u64,
    /// How many previews it had made so far.
    previews: u64,
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
    pub(super) wordings: Wordings,
    /// How many dialogs were opened so far, to tell the answers of their tasks apart.
    opened: u64,
}

/// What comes back for the dialog.
pub(super) enum ExportMessage {
    /// The desktop's dialog chose this file, and asked whether it may be replaced.
    Chosen(PathBuf),
    /// The desktop has no dialog.
    NoDesktopDialog,
    /// A picture is ready for the clipboard, or could not be made.
    Copied(Result<egui::ColorImage, ExportError>),
    /// A preview was drawn.
    Previewed(PreviewNumber, PreviewDrawn),
    /// It was looked what is there.
    Looked(TargetProbe),
    /// The dialog of this number wrote a figure, with a sentence if there is more to say of it, or did not.
    Saved(u64, PathBuf, Result<Option<String>, SaveFault>),
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

impl ExportState {
    /// Carries out a step. `on_screen` is the figure on screen, which opening the dialog asks for.
    pub(super) fn update(&mut self, step: ExportStep, on_screen: Option<FigureOnScreen>, cx: &mut Context<'_>) {
        match step {
            ExportStep::Open(format) => self.open(format, on_screen, cx),
            ExportStep::Draft(draft) => {
                if let Some(dialog) = &mut self.dialog {
                    dialog.take_draft(*draft, cx);
                }
            }
            ExportStep::Choose => self.ask_where_to(cx),
            ExportStep::Folder(folder) => {
                if let Some(dialog) = &mut self.dialog {
                    dialog.move_to(&folder, cx);
                }
            }
            ExportStep::ShowPreview(room, scale) => {
                if let Some(dialog) = &mut self.dialog {
                    dialog.show_preview(room, scale, cx);
                }
            }
            ExportStep::Copy => {
                if let Some(dialog) = &mut self.dialog {
                    dialog.told = None;
                    if let Ok(sheet) = dialog.draft.sizing.sheet(dialog.draft.format) {
                        Self::copy_sized(dialog.figure(), sheet, cx);
                    }
                }
            }
            ExportStep::Save => {
                if let Some(dialog) = &mut self.dialog {
                    dialog.save(cx);
                }
            }
            ExportStep::Stop => {
                cx.tasks.stop(Some(TaskKind::SavingFigure));
            }
            ExportStep::KeepWords => {
                if let Some(dialog) = self.dialog.take() {
                    self.wordings.take_into_use(&dialog.key, &dialog.draft.wording);
                    cx.request(Request::RebuildPages);
                }
            }
            ExportStep::Close => self.close(),
        }
    }

    /// Takes in what the dialog's tasks bring back.
    pub(super) fn on_message(&mut self, message: ExportMessage, cx: &mut Context<'_>) {
        match (message, &mut self.dialog) {
            (ExportMessage::Saved(number, path, result), _) => self.saved(number, &path, result, cx),
            (ExportMessage::Copied(Ok(image)), dialog) => {
                cx.effects.push(Effect::CopyImage(image));
                let told = say!("app-file-copied-picture");
                match dialog {
                    Some(dialog) => {
                        dialog.told = Some(told);
                        cx.notices.log_only(NoticeKind::Done, told.to_owned());
                    }
                    None => cx.notices.tell(NoticeKind::Done, told),
                }
            }
            (ExportMessage::Copied(Err(ExportError::Stopped(_))), _) => {
                cx.notices.tell(NoticeKind::Done, say!("app-stopped-copying"));
            }
            (ExportMessage::Copied(Err(error)), Some(dialog)) => dialog.fault = Some(error.to_string()),
            (ExportMessage::Copied(Err(error)), None) => cx.notices.tell(NoticeKind::Error, error.to_string()),
            (ExportMessage::Chosen(path), Some(dialog)) => dialog.send_to(&path, cx),
            (ExportMessage::NoDesktopDialog, Some(dialog)) => {
                dialog.no_desktop_dialog = true;
                dialog.typed_folder = Some(dialog.folder.display().to_string());
            }
            (ExportMessage::Previewed(number, drawn), Some(dialog)) => dialog.previewed(number, drawn, cx),
            (ExportMessage::Looked(look), Some(dialog)) => dialog.looked(look, cx),
            // The dialog was closed meanwhile.
            (
                ExportMessage::Chosen(_)
                | ExportMessage::NoDesktopDialog
                | ExportMessage::Previewed(..)
                | ExportMessage::Looked(_),
                None,
            ) => {}
        }
    }

    /// Copies a figure as a picture.
    pub(super) fn copy(figure: Figure, cx: &mut Context<'_>) {
        // As large as figures were saved last, where that was for one of the four uses.
        let last = Sizing::of(&cx.settings.figure);
        let sheet = last.preset.and_then(|_| last.sheet(FigureFormat::Png).ok());
        Self::copy_sized(figure, sheet.unwrap_or(PageSize::USUAL), cx);
    }

    fn copy_sized(figure: Figure, sheet: PageSize, cx: &mut Context<'_>) {
        cx.tasks.spawn(TaskKind::Copying, move |work| {
            let fonts = FontFaces::new();
            let picture = crate::export::figure::to_pixels(&figure, sheet, &fonts, work.whole());
            Message::Export(ExportMessage::Copied(picture))
        });
    }

    /// Closes the dialog, if it is open.
    pub(super) fn close(&mut self) {
        if let Some(dialog) = self.dialog.take() {
            dialog.preview.leave();
            self.wordings.put_aside(&dialog.key, &dialog.draft.wording);
        }
    }

    fn open(&mut self, format: Option<FigureFormat>, on_screen: Option<FigureOnScreen>, cx: &mut Context<'_>) {
        let Some(FigureOnScreen { key, written, dataset, name }) = on_screen else {
            cx.notices.tell(NoticeKind::Error, say!("save-figure-nothing", why = no_figure()));
            return;
        };
        let choices = &cx.settings.figure;
        let last = choices.formats.first().and_then(|word| FigureFormat::of_word(word));
        let format = format.or(last).unwrap_or(FigureFormat::Svg);
        let folder = cx.document.suggested_folder(&choices.folder);
        let path = format!("{name}.{}", format.ending());
        let mut sizing = Sizing::of(choices);
        if choices.preset.is_empty() {
            sizing.preset = Some(Preset::Page);
        }
        let draft = ExportDraft {
            format,
            sizing,
            wording: self.wordings.typed(&key),
            path,
            replace: false,
            csv_mark: choices.csv_mark,
        };
        let used = self.wordings.used(&key).cloned().unwrap_or_default();
        let rows = view_of_rows(&key, &written);
        self.opened += 1;
        let mut dialog = ExportDialog {
            draft,
            written,
            used,
            preview: PreviewState::default(),
            look: None,
            refused: 0,
            fault: None,
            told: None,
            saving: false,
            no_desktop_dialog: cx.file_dialogs == FileDialogs::Field,
            typed_folder: None,
            number: self.opened,
            previews: 0,
            key,
            rows,
            dataset,
            folder,
            agreed: None,
            looking: None,
        };
        dialog.redraw(cx);
        dialog.look(cx);
        self.dialog = Some(Box::new(dialog));
    }

    fn ask_where_to(&mut self, cx: &mut Context<'_>) {
        let Some(dialog) = &mut self.dialog else { return };
        let format = dialog.draft.format;
        let target = dialog.target().unwrap_or_else(|_| dialog.folder.join(format!("figure.{}", format.ending())));
        match cx.file_dialogs {
            FileDialogs::Desktop => {
                cx.tasks.open_file_dialog(Question::SaveFigure(format), cx.document.number, Some(&target));
            }
            FileDialogs::Field => dialog.typed_folder = Some(dialog.folder.display().to_string()),
        }
    }

    fn saved(&mut self, number: u64, path: &Path, result: Result<Option<String>, SaveFault>, cx: &mut Context<'_>) {
        let dialog = self.dialog.take_if(|dialog| dialog.number == number);
        match (result, dialog) {
            (Ok(remark), dialog) => {
                if let Some(dialog) = dialog {
                    self.wordings.take_into_use(&dialog.key, &dialog.draft.wording);
                    dialog.draft.keep(&mut cx.settings.figure, path);
                    cx.request(Request::RebuildPages);
                }
                let path = path.display().to_string();
                let told = match remark {
                    Some(remark) => say!("save-figure-saved-remark", path = path.as_str(), remark = remark),
                    None => say!("save-figure-saved", path = path.as_str()),
                };
                cx.notices.tell_saved(told, path);
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
                self.dialog = Some(dialog);
            }
            // The dialog was closed meanwhile.
            (Err(SaveFault::Stopped), None) => cx.notices.tell(NoticeKind::Done, say!("save-figure-stopped")),
            (Err(SaveFault::Exists), None) => {
                let told = say!("save-figure-failed-there", path = path.display().to_string());
                cx.notices.tell(NoticeKind::Error, told);
            }
            (Err(SaveFault::Other(sentence)), None) => {
                cx.notices.tell(NoticeKind::Error, say!("save-figure-failed", why = sentence));
            }
        }
    }
}

impl ExportDialog {
    fn take_draft(&mut self, mut draft: ExportDraft, cx: &mut Context<'_>) {
        let before = &self.draft;
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
            self.refused = 0;
        }
        self.draft = draft;
        self.fault = None;
        self.told = None;
        if redraw {
            self.redraw(cx);
        }
        if elsewhere || redraw {
            self.look(cx);
        }
    }

    fn save(&mut self, cx: &mut Context<'_>) {
        if self.obstacle().is_some() {
            return;
        }
        let (Ok(path), Ok(sheet)) = (self.target(), self.draft.sizing.sheet(self.draft.format)) else { return };
        let agreed = self.draft.replace || self.agreed.as_ref() == Some(&path);
        self.fault = None;
        if self.exists() && !agreed {
            self.refused += 1;
            return;
        }
        self.saving = true;
        let overwrite = if agreed { Overwrite::Replace } else { Overwrite::Refuse };
        let (number, format, figure) = (self.number, self.draft.format, self.figure());
        let (dataset, rows) = (self.dataset.clone(), self.rows.clone());
        let mark = if self.draft.csv_mark { ByteOrderMark::With } else { ByteOrderMark::Without };
        cx.tasks.spawn(TaskKind::SavingFigure, move |work| {
            let drawing = work.whole().part(0.0..DRAWING);
            let drawn = FigureExport::new(&dataset, &rows, &figure, sheet, &FontFaces::new())
                .marked(mark)
                .file(format, drawing);
            let result = drawn.map_err(SaveFault::from).and_then(|file| {
                let mut steps = Waited::new(work.whole().part(DRAWING..1.0), file.bytes.len());
                storage::write_file_watched(&path, &file.bytes, overwrite, &mut steps)?;
                Ok(file.remark)
            });
            Message::Export(ExportMessage::Saved(number, path, result))
        });
    }
}

impl ExportDraft {
    /// Notes what was chosen, for the next time.
    fn keep(&self, choices: &mut Choices, path: &Path) {
        choices.formats = vec![self.format.ending().to_owned()];
        self.sizing.keep(choices);
        choices.csv_mark = self.csv_mark;
        if let Some(folder) = path.parent().and_then(Path::to_str) {
            folder.clone_into(&mut choices.folder);
        }
    }
}

/// The rows that go with a figure: a figure of nothing has none, though its view would ask for everything.
fn view_of_rows(key: &FigureKey, figure: &Figure) -> View {
    let mut view = key.view.clone();
    if matches!(figure.body, Body::Empty(_)) && figure.left_out.is_empty() && view.councils == Filter::All {
        view.councils = Vec::new().into();
    }
    view
}
