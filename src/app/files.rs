//! Files: opening, saving a copy, saving the figure on screen. Reading and writing happen away from the window's thread.

use std::path::PathBuf;

use crate::dataset::{self, LoadError};
use crate::export::figure::{Sheet, to_pdf, to_png, to_svg};
use crate::export::{ExportError, FontFaces, xlsx};
use crate::figure::Figure;
use crate::figure::table::rows_of_figure;
use crate::model::Dataset;
use crate::storage::{self, Overwrite};

use super::errand::News;
use super::{Asking, Document, FigureFormat, Question, Replace, Severity, State};

impl State {
    pub(super) fn ask(&mut self, question: Question, ctx: &egui::Context) {
        match self.errands.asking() {
            Asking::Desktop => self.errands.ask_desktop(question, &self.document, ctx),
            Asking::Field => self.question = Some(question),
        }
    }

    pub(super) fn open(&mut self, path: PathBuf, ctx: &egui::Context) {
        self.errands.give("Opening the dataset", ctx, move || {
            let result = dataset::load_file(&path);
            News::Read(path, Box::new(result))
        });
    }

    /// Opens a dataset before the window is there.
    pub fn open_now(&mut self, path: PathBuf) {
        let result = dataset::load_file(&path);
        self.opened(path, result);
    }

    pub(super) fn answer(&mut self, question: Question, path: PathBuf, replace: Replace, ctx: &egui::Context) {
        self.question = None;
        match question {
            Question::Open => self.open(path, ctx),
            Question::SaveCopy => self.save_copy(with_ending(path, "ron"), replace, ctx),
            Question::SaveFigure(format) => self.save_figure(with_ending(path, format.ending()), format, replace, ctx),
        }
    }

    fn save_copy(&mut self, path: PathBuf, replace: Replace, ctx: &egui::Context) {
        let dataset = self.document.dataset.clone();
        let overwrite = overwrite(replace);
        self.errands.give("Saving a copy", ctx, move || {
            let result = dataset::save_file(&path, &dataset, overwrite).map(|()| None).map_err(|e| e.to_string());
            News::Written(path, result)
        });
    }

    fn save_figure(&mut self, path: PathBuf, format: FigureFormat, replace: Replace, ctx: &egui::Context) {
        let figure = self.figure_on_screen().clone();
        let dataset = self.document.dataset.clone();
        let overwrite = overwrite(replace);
        self.errands.give("Saving the figure", ctx, move || {
            let result = figure_bytes(&dataset, &figure, format)
                .and_then(|(bytes, remark)| Ok(storage::write_file(&path, &bytes, overwrite).map(|()| remark)?))
                .map_err(|e| e.to_string());
            News::Written(path, result)
        });
    }

    pub(super) fn hear(&mut self, news: News, ctx: &egui::Context) {
        match news {
            // The desktop's own dialog has asked whether a file may be replaced.
            News::Chosen(question, path) => self.answer(question, path, Replace::Agreed, ctx),
            News::NotChosen => {}
            News::NoDialog(question) => self.question = Some(question),
            News::Read(path, result) => self.opened(path, *result),
            News::Written(path, Ok(remark)) => {
                let remark = remark.map_or_else(String::new, |remark| format!(". {remark}"));
                self.tell(Severity::Done, format!("Saved {}{remark}", path.display()));
            }
            News::Written(_, Err(sentence)) => self.tell(Severity::Error, sentence),
        }
    }

    /// A dataset that can't be read leaves what was open as it is.
    fn opened(&mut self, path: PathBuf, result: Result<dataset::Loaded, LoadError>) {
        match result {
            Ok(loaded) => {
                let migrated = loaded.migrated.join(" ");
                let document = Document::from_file(path, loaded);
                let told = format!("Opened {}. {migrated}", document.name);
                self.take(document);
                self.tell(Severity::Done, told.trim_end().to_owned());
            }
            Err(error) => {
                self.tell(Severity::Error, format!("Not opened, and {} stays open. {error}", self.document.name));
            }
        }
    }

    pub(super) fn take(&mut self, document: Document) {
        self.document = document;
        self.settle_in();
    }
}

fn overwrite(replace: Replace) -> Overwrite {
    match replace {
        Replace::Agreed => Overwrite::Replace,
        Replace::NotAsked => Overwrite::Refuse,
    }
}

/// The file's bytes, and what there is to say of them.
fn figure_bytes(
    dataset: &Dataset,
    figure: &Figure,
    format: FigureFormat,
) -> Result<(Vec<u8>, Option<String>), ExportError> {
    let fonts = FontFaces::new();
    Ok(match format {
        FigureFormat::Svg => (to_svg(figure, Sheet::default(), &fonts)?.into_bytes(), None),
        FigureFormat::Png => (to_png(figure, Sheet::default(), &fonts)?, None),
        FigureFormat::Pdf => {
            let pdf = to_pdf(figure, Sheet::default(), &fonts)?;
            (pdf.bytes, pdf.standing.remark())
        }
        FigureFormat::Xlsx => (xlsx::of_figure(&rows_of_figure(dataset, figure), figure)?, None),
    })
}

/// A name without an ending gets the right one.
fn with_ending(path: PathBuf, ending: &str) -> PathBuf {
    if path.extension().is_some() { path } else { path.with_extension(ending) }
}
