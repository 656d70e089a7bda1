//! The preview of an export: the real picture, or the first rows of the table, made away from the window's thread.
//!
//! One preview is made at a time. What changes meanwhile is not queued: the one under way is stopped, and when it comes back
//! the newest is begun, so that fast typing costs no more than one drawing after the other.

use std::sync::Arc;

use egui::{ColorImage, Vec2};

use crate::export::figure::PageSize;
use crate::export::preview::{self as look, Preview, PreviewSize};
use crate::export::{ExportError, FontFaces};
use crate::figure::Figure;
use crate::figure::table::{TableColumn, shown};
use crate::model::{Dataset, View};
use crate::progress::Progress;

use super::{ExportDialog, ExportMessage, FigureFormat};
use crate::app::FrameInput;
use crate::app::context::Context;
use crate::app::message::Message;
use crate::app::tasks::TaskKind;

/// Rows of a table that are shown.
const ROWS: usize = 12;

/// The most side of a picture, in pixels, whatever the graphics could take.
const HIGHEST: usize = 8192;

/// Tells a preview apart from all others of this session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PreviewNumber {
    /// The number of its dialog.
    pub(super) dialog: u64,
    /// How many the dialog had made by then.
    pub(super) nth: u64,
}

/// What a preview shows.
#[derive(Clone, Default)]
pub enum PreviewImage {
    /// Nothing yet.
    #[default]
    Nothing,
    /// The picture, with the number of its preview and what there is to say of its pages.
    Picture {
        /// Told apart from the pictures before it by this.
        number: PreviewNumber,
        /// The pixels.
        image: Arc<ColorImage>,
        /// The size of a page as it comes out, in points.
        page: Vec2,
        /// How many pages there are.
        pages: usize,
        /// The smallest type as it comes out, in points of a printer; `None` without words.
        smallest_type: Option<f32>,
    },
    /// The first rows with their headings, and how many there are in all.
    Rows(Vec<Vec<String>>, usize),
    /// Why there is none.
    Fault(String),
}

/// How large a preview is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PreviewScale {
    /// So that a page fits the room there is.
    #[default]
    Fit,
    /// As large as it comes out.
    Actual,
}

/// A preview and whether it is up to date.
#[derive(Default)]
pub struct PreviewState {
    /// What is shown.
    pub shown: PreviewImage,
    /// How large it is shown.
    pub scale: PreviewScale,
    /// The room there is for it, in points; `None` until the window has told it.
    pub room: Option<Vec2>,
    /// What there is to say of the letters in it.
    pub remark: Option<String>,
    /// Whether a newer one is being made.
    pub drawing: bool,
    under_way: Option<(PreviewNumber, Arc<Progress>)>,
    stale: bool,
}

impl PreviewState {
    /// The size of the page in points; `None` while it is not known.
    pub fn page(&self) -> Option<Vec2> {
        match &self.shown {
            PreviewImage::Picture { page, .. } if !self.drawing => Some(*page),
            PreviewImage::Nothing | PreviewImage::Picture { .. } | PreviewImage::Rows(..) | PreviewImage::Fault(_) => {
                None
            }
        }
    }
}

impl PreviewState {
    /// Nobody waits for it any longer.
    pub(super) fn leave(&self) {
        if let Some((_, work)) = &self.under_way {
            work.stop();
        }
    }

    /// Whoever was drawing it broke down; the next change begins another.
    pub(super) fn broke_down(&mut self) {
        self.under_way = None;
        self.stale = false;
        self.drawing = false;
    }
}

/// A preview that was drawn elsewhere.
pub(in crate::app) enum PreviewDrawn {
    Picture(Preview),
    Rows(Vec<Vec<String>>, usize),
    Fault(String),
}

/// What a preview is made from.
struct PreviewSource {
    format: FigureFormat,
    figure: Figure,
    sheet: PageSize,
    dataset: Arc<Dataset>,
    view: View,
    size: PreviewSize,
}

impl PreviewSource {
    fn drawn(&self, work: &Progress) -> PreviewDrawn {
        if self.format.has_size() {
            let (fonts, whole) = (FontFaces::new(), work.whole());
            let preview = look::to_preview(&self.figure, self.format, self.sheet, self.size, &fonts, whole);
            return preview
                .map_or_else(|error: ExportError| PreviewDrawn::Fault(error.to_string()), PreviewDrawn::Picture);
        }
        let rows = self.format.rows(&self.dataset, &self.view, &self.figure);
        let headings = TableColumn::ALL.iter().map(|column| column.heading().to_owned()).collect();
        let first = rows
            .iter()
            .take(ROWS)
            .map(|row| row.iter().zip(TableColumn::ALL).map(|(value, column)| shown(*column, value)).collect());
        PreviewDrawn::Rows(std::iter::once(headings).chain(first).collect(), rows.len())
    }
}

impl ExportDialog {
    /// Begins a new preview of what is asked for, or marks the one under way as old.
    pub(super) fn redraw(&mut self, cx: &mut Context<'_>) {
        if self.preview.under_way.is_some() {
            self.preview.stale = true;
            self.preview.drawing = true;
            self.preview.leave();
            return;
        }
        let Ok(sheet) = self.draft.sizing.sheet(self.draft.format) else {
            // The sentence stands at the field; the last picture stays.
            self.preview.drawing = false;
            return;
        };
        self.preview.drawing = true;
        let Some(room) = self.preview.room else { return };
        let FrameInput { pixels_per_point, longest_texture, .. } = cx.frame;
        let room = match self.preview.scale {
            PreviewScale::Fit => Some(room * pixels_per_point),
            PreviewScale::Actual => None,
        };
        let longest = longest_texture.min(HIGHEST) as f32;
        let source = PreviewSource {
            format: self.draft.format,
            figure: self.figure(),
            sheet,
            dataset: self.dataset.clone(),
            view: self.rows.clone(),
            size: PreviewSize { room, pixels_per_point, longest },
        };
        self.previews += 1;
        let number = PreviewNumber { dialog: self.number, nth: self.previews };
        let work = cx.tasks.spawn(TaskKind::Preview, move |work| {
            Message::Export(ExportMessage::Previewed(number, source.drawn(work)))
        });
        self.preview.under_way = Some((number, work));
    }

    /// The window says how much room there is and how large the preview is to be shown.
    pub(super) fn show_preview(&mut self, room: Vec2, scale: PreviewScale, cx: &mut Context<'_>) {
        let preview = &mut self.preview;
        if (preview.room, preview.scale) == (Some(room), scale) {
            return;
        }
        let is_first = preview.room.is_none();
        (preview.room, preview.scale) = (Some(room), scale);
        if is_first || self.draft.format.has_size() {
            self.redraw(cx);
        }
    }

    pub(super) fn previewed(&mut self, number: PreviewNumber, drawn: PreviewDrawn, cx: &mut Context<'_>) {
        let preview = &mut self.preview;
        // One of a dialog that was closed meanwhile is of no use to this one.
        if preview.under_way.as_ref().is_none_or(|(under_way, _)| *under_way != number) {
            return;
        }
        preview.under_way = None;
        preview.drawing = false;
        if std::mem::take(&mut preview.stale) {
            self.redraw(cx);
            return;
        }
        preview.remark = None;
        preview.shown = match drawn {
            PreviewDrawn::Picture(picture) => {
                let Preview { image, page, pages, smallest_type, remark } = picture;
                preview.remark = remark;
                PreviewImage::Picture { number, image: Arc::new(image), page, pages, smallest_type }
            }
            PreviewDrawn::Rows(rows, of) => PreviewImage::Rows(rows, of),
            PreviewDrawn::Fault(sentence) => PreviewImage::Fault(sentence),
        };
    }
}
