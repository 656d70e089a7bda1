//! Figures of all councils, or of all kept views, in one go: what is asked for, the run that goes on elsewhere, and what came of it.
//!
//! The window stays usable while it runs. A stop takes effect before the next file; each file is whole or not there.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::export::batch::{self, Batch, BatchItem, BatchProgress, Summary};
use crate::export::table::ByteOrderMark;
use crate::progress::Progress;
use crate::say;
use crate::storage::{Overwrite, typed_path};

use crate::app::context::Context;
use crate::app::message::Message;
use crate::app::notices::in_the_window;
use crate::app::settings::Choices;
use crate::app::tasks::TaskKind;
use crate::app::{Effect, FigureFormat, FileDialogs, NoticeKind, Question, Sizing};

/// What many figures are made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BatchSubject {
    /// A figure of each council.
    Councils,
    /// The figure of each kept view.
    Views,
}

/// A step in saving figures of all councils, or of all kept views.
#[derive(Clone, Debug, PartialEq)]
pub enum AllStep {
    /// Open the dialog.
    Open(BatchSubject),
    /// What is asked for has changed.
    Draft(Box<AllDraft>),
    /// Choose the folder in the desktop's dialog.
    Choose,
    /// Begin.
    Start,
    /// Stop before the next file.
    Stop,
    /// Close the dialog without beginning.
    Close,
    /// Put the summary away.
    CloseSummary,
    /// Copy the summary.
    CopySummary,
}

/// What is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct AllDraft {
    /// Into which folder, as typed; it is made if it is missing.
    pub folder: String,
    /// In which formats.
    pub formats: Vec<FigureFormat>,
    /// How large each.
    pub sizing: Sizing,
    /// Whether files that are there are replaced.
    pub replace: bool,
    /// Whether each CSV begins with a byte order mark.
    pub csv_mark: bool,
}

/// The open dialog.
pub struct AllDialog {
    /// What is asked for so far.
    pub draft: AllDraft,
    /// What the figures are of.
    pub subject: BatchSubject,
    /// The figures.
    pub items: Vec<BatchItem>,
    /// Which filters apply, in words.
    pub filters: String,
    /// Whether the desktop was found to have no file dialog.
    pub no_desktop_dialog: bool,
    base: PathBuf,
}

/// A run under way.
pub struct BatchRun {
    /// Figures done.
    pub done: usize,
    /// Figures in all.
    pub of: usize,
    /// What the one is of that was done last; empty before the first.
    pub name: String,
    work: Arc<Progress>,
}

impl BatchRun {
    /// Whether it was asked to stop.
    pub fn is_stopping(&self) -> bool {
        self.work.is_stopped()
    }
}

/// Who gets a figure.
pub(super) struct BatchScope {
    /// What the figures are of.
    pub subject: BatchSubject,
    /// The figures.
    pub items: Vec<BatchItem>,
    /// Which filters apply, in words.
    pub filters: String,
}

/// What comes back for the dialog and from the run.
pub(super) enum BatchMessage {
    /// The desktop's dialog chose this folder.
    Chosen(PathBuf),
    /// The desktop has no dialog.
    NoDesktopDialog,
    /// One more figure is done.
    Progressed(BatchProgress),
    /// All are done, or it was stopped, or the folder could not be made.
    Done(PathBuf, Result<Summary, String>),
}

/// What came of a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RunSummary {
    /// In a line.
    pub title: String,
    /// The files and the reasons, a line each.
    pub lines: Vec<String>,
}

/// Saving figures of all councils: what is asked for, the run, and what came of it.
#[derive(Default)]
pub struct BatchState {
    /// The dialog, while it is open.
    pub dialog: Option<Box<AllDialog>>,
    /// The run, while it goes on.
    pub run: Option<BatchRun>,
    /// What came of the last run, until it is put away.
    pub summary: Option<RunSummary>,
}

impl AllDialog {
    /// The folder that is meant.
    pub fn folder(&self) -> PathBuf {
        self.base.join(typed_path(&self.draft.folder))
    }

    /// What stands in the way of beginning, as a sentence.
    pub fn obstacle(&self) -> Option<String> {
        if self.items.is_empty() {
            return Some(match self.subject {
                BatchSubject::Councils => say!("save-all-nobody").to_owned(),
                BatchSubject::Views => say!("save-all-no-view").to_owned(),
            });
        }
        if self.draft.folder.trim().is_empty() {
            return Some(say!("save-all-no-folder").to_owned());
        }
        if self.draft.formats.is_empty() {
            return Some(say!("save-all-no-format").to_owned());
        }
        let faults = self.draft.formats.iter().filter_map(|format| self.draft.sizing.sheet(*format).err());
        faults.into_iter().find_map(|faults| faults.first().map(str::to_owned))
    }
}

impl BatchState {
    /// Carries out a step. `scope` says who gets a figure, which opening the dialog asks for.
    pub(super) fn update(&mut self, step: AllStep, scope: Option<BatchScope>, cx: &mut Context<'_>) {
        match step {
            AllStep::Open(_) => self.open(scope, cx),
            AllStep::Draft(draft) => {
                if let Some(dialog) = &mut self.dialog {
                    dialog.draft = *draft;
                }
            }
            AllStep::Choose => self.ask_for_folder(cx),
            AllStep::Start => self.start(cx),
            AllStep::Stop => self.stop(),
            AllStep::Close => self.close(),
            AllStep::CloseSummary => self.summary = None,
            AllStep::CopySummary => {
                if let Some(summary) = &self.summary {
                    cx.effects.push(Effect::CopyText(format!("{}\n{}", summary.title, summary.lines.join("\n"))));
                    cx.notices.tell(NoticeKind::Done, say!("save-all-copied"));
                }
            }
        }
    }

    /// Takes in what the dialog's and the run's tasks bring back.
    pub(super) fn on_message(&mut self, message: BatchMessage, cx: &mut Context<'_>) {
        match message {
            BatchMessage::Chosen(folder) => {
                if let Some(dialog) = &mut self.dialog {
                    dialog.draft.folder = folder.display().to_string();
                }
            }
            BatchMessage::NoDesktopDialog => {
                if let Some(dialog) = &mut self.dialog {
                    dialog.no_desktop_dialog = true;
                }
            }
            BatchMessage::Progressed(progress) => {
                if let Some(run) = &mut self.run {
                    run.done = progress.done;
                    run.of = progress.of;
                    run.name = progress.name;
                }
            }
            BatchMessage::Done(folder, result) => self.done(&folder, result, cx),
        }
    }

    /// Closes the dialog without beginning.
    pub(super) fn close(&mut self) {
        self.dialog = None;
    }

    /// Asks the run to stop before its next file.
    pub(super) fn stop(&self) {
        if let Some(run) = &self.run {
            run.work.stop();
        }
    }

    /// Closes what was about the dataset that was open before; a run goes on.
    pub(super) fn reset(&mut self) {
        self.dialog = None;
        self.summary = None;
    }

    fn open(&mut self, scope: Option<BatchScope>, cx: &mut Context<'_>) {
        if self.run.is_some() {
            cx.notices.tell(NoticeKind::Error, say!("save-all-under-way"));
            return;
        }
        let Some(BatchScope { subject, items, filters }) = scope else { return };
        let choices = &cx.settings.all_councils;
        let known = choices.formats.iter().filter_map(|word| FigureFormat::of_word(word)).collect::<Vec<_>>();
        let base = cx.document.suggested_folder("");
        let folder =
            if choices.folder.is_empty() { base.join(say!("save-all-folder")) } else { PathBuf::from(&choices.folder) };
        let draft = AllDraft {
            folder: folder.display().to_string(),
            formats: if known.is_empty() { vec![FigureFormat::Svg, FigureFormat::Png] } else { known },
            sizing: Sizing { height: String::new(), ..Sizing::of(choices) },
            replace: false,
            csv_mark: choices.csv_mark,
        };
        let no_desktop_dialog = cx.file_dialogs == FileDialogs::Field;
        self.dialog = Some(Box::new(AllDialog { draft, subject, items, filters, no_desktop_dialog, base }));
    }

    fn ask_for_folder(&mut self, cx: &mut Context<'_>) {
        let Some(dialog) = &mut self.dialog else { return };
        match cx.file_dialogs {
            FileDialogs::Desktop => {
                cx.tasks.open_file_dialog(Question::FolderOfAll, cx.document.number, Some(&dialog.folder()));
            }
            FileDialogs::Field => dialog.no_desktop_dialog = true,
        }
    }

    fn start(&mut self, cx: &mut Context<'_>) {
        let Some(dialog) = self.dialog.take_if(|dialog| dialog.obstacle().is_none()) else { return };
        let folder = dialog.folder();
        let AllDialog { draft, items, .. } = *dialog;
        let of = items.len();
        // Tables have no size; the pictures all have the one that was typed, and the finest scale counts where there are pixels.
        let sized = draft.formats.iter().find(|format| format.has_pixels()).or(draft.formats.first());
        let Some(Ok(sheet)) = sized.map(|format| draft.sizing.sheet(*format)) else { return };
        draft.keep(&mut cx.settings.all_councils, &folder);
        self.summary = None;
        let dataset = cx.document.dataset.clone();
        let overwrite = if draft.replace { Overwrite::Replace } else { Overwrite::Refuse };
        let (sender, waker) = (cx.tasks.sender(), cx.tasks.waker());
        let work = cx.tasks.spawn(TaskKind::AllCouncils, move |work| {
            let formats = draft.formats;
            let mark = if draft.csv_mark { ByteOrderMark::With } else { ByteOrderMark::Without };
            let batch = Batch { dataset: &dataset, items, formats, folder: folder.clone(), overwrite, sheet, mark };
            let result = batch::run(&batch, work, |progress| {
                // The window may be closed by now; then nobody waits for the answer.
                let _ = sender.send(Message::Batch(BatchMessage::Progressed(progress.clone())));
                waker.wake();
            });
            Message::Batch(BatchMessage::Done(folder, result.map_err(|error| error.to_string())))
        });
        self.run = Some(BatchRun { done: 0, of, name: String::new(), work });
    }

    fn done(&mut self, folder: &Path, result: Result<Summary, String>, cx: &mut Context<'_>) {
        self.run = None;
        let severity = match &result {
            Ok(summary) if summary.failed.is_empty() => NoticeKind::Done,
            _ => NoticeKind::Error,
        };
        let summary = match result {
            Ok(summary) => told(folder, &summary),
            Err(sentence) => RunSummary { title: say!("save-all-nothing").to_owned(), lines: vec![sentence] },
        };
        // It is shown as it is, and kept with what else was told.
        cx.notices.log_only(severity, format!("{} {}", summary.title, summary.lines.join(" ")));
        self.summary = Some(summary);
    }
}

impl AllDraft {
    /// Notes what was chosen, for the next time.
    fn keep(&self, choices: &mut Choices, folder: &Path) {
        choices.formats = self.formats.iter().map(|format| format.ending().to_owned()).collect();
        self.sizing.keep(choices);
        choices.csv_mark = self.csv_mark;
        if let Some(folder) = folder.to_str() {
            folder.clone_into(&mut choices.folder);
        }
    }
}

fn told(folder: &Path, summary: &Summary) -> RunSummary {
    let stopped = if summary.stopped { "yes" } else { "no" };
    let title = say!("save-all-made", made = summary.made.len(), failed = summary.failed.len(), stopped = stopped);
    let mut lines = Vec::new();
    if !summary.failed.is_empty() {
        lines.push(say!("save-all-not-made").to_owned());
        lines.extend(summary.failed.iter().map(|sentence| in_the_window(sentence)));
    }
    lines.extend(summary.remarks.iter().cloned());
    if !summary.made.is_empty() {
        lines.push(say!("save-all-made-in", folder = folder.display().to_string()));
        let name = |path: &PathBuf| path.file_name().map(|name| name.to_string_lossy().into_owned());
        lines.extend(summary.made.iter().filter_map(name));
    }
    RunSummary { title, lines }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_summary_of_a_run_counts_what_was_made_and_what_was_not() {
        for (made, failed, stopped, title) in [
            (1, 0, false, "1 file made."),
            (1_200, 2, false, "1,200 files made, 2 not made."),
            (0, 1, true, "0 files made, 1 not made; stopped before the end."),
        ] {
            let made = vec![PathBuf::from("figures/a.svg"); made];
            let summary =
                Summary { made, failed: vec!["b.svg: why".to_owned(); failed], stopped, ..Summary::default() };
            assert_eq!(told(Path::new("figures"), &summary).title, title);
        }
    }
}
