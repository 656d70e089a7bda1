//! Figures of all councils in one go: what is asked for, the run that goes on elsewhere, and what came of it.
//!
//! The window stays usable while it runs. A stop takes effect before the next file; each file is whole or not there.

use crate::app::Effect;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::export::batch::{self, Batch, BatchProgress, Summary};
use crate::export::table::ByteOrderMark;
use crate::model::{Role, View};
use crate::progress::Progress;
use crate::say;
use crate::storage::{Overwrite, typed_path};

use crate::app::message::Message;
use crate::app::tasks::TaskKind;
use crate::app::{FigureFormat, FileDialogs, NoticeEnd, NoticeKind, Question, Sizing, State};

/// A step in saving figures of all councils.
#[derive(Clone, Debug, PartialEq)]
pub enum AllStep {
    /// Open the dialog.
    Open,
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
    /// How many councils and bodies get a figure.
    pub councils: usize,
    /// Which filters apply, in words.
    pub filters: String,
    /// Whether the desktop was found to have no file dialog.
    pub no_desktop_dialog: bool,
    view: View,
    base: PathBuf,
}

/// A run under way.
pub struct BatchRun {
    /// Councils done.
    pub done: usize,
    /// Councils in all.
    pub of: usize,
    /// The one that was done last; empty before the first.
    pub council: String,
    work: Arc<Progress>,
}

impl BatchRun {
    /// Whether it was asked to stop.
    pub fn is_stopping(&self) -> bool {
        self.work.is_stopped()
    }
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
        if self.councils == 0 {
            return Some(say!("save-all-nobody").to_owned());
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

impl State {
    pub(in crate::app) fn all_councils_step(&mut self, step: AllStep) {
        match step {
            AllStep::Open => self.open_all_councils(),
            AllStep::Draft(draft) => {
                if let Some(dialog) = &mut self.batch.dialog {
                    dialog.draft = *draft;
                }
            }
            AllStep::Choose => self.ask_for_folder(),
            AllStep::Start => self.start_all_councils(),
            AllStep::Stop => self.stop_run(),
            AllStep::Close => self.batch.dialog = None,
            AllStep::CloseSummary => self.batch.summary = None,
            AllStep::CopySummary => {
                if let Some(summary) = &self.batch.summary {
                    self.effects.push(Effect::CopyText(format!("{}\n{}", summary.title, summary.lines.join("\n"))));
                    self.tell(NoticeKind::Done, say!("save-all-copied").to_owned());
                }
            }
        }
    }

    fn open_all_councils(&mut self) {
        if self.batch.run.is_some() {
            self.tell(NoticeKind::Error, say!("save-all-under-way").to_owned());
            return;
        }
        let dataset = &self.document.dataset;
        let view = self.overview_view();
        let councils = batch::councils(dataset, &view).len();
        let choices = &self.settings.all_councils;
        let known = choices.formats.iter().filter_map(|word| FigureFormat::of_word(word)).collect::<Vec<_>>();
        let base = self.folder_of("");
        let folder =
            if choices.folder.is_empty() { base.join(say!("save-all-folder")) } else { PathBuf::from(&choices.folder) };
        let draft = AllDraft {
            folder: folder.display().to_string(),
            formats: if known.is_empty() { vec![FigureFormat::Svg, FigureFormat::Png] } else { known },
            sizing: Sizing { height: String::new(), ..Sizing::of(choices) },
            replace: false,
            csv_mark: choices.csv_mark,
        };
        let no_desktop_dialog = self.session.file_dialogs == FileDialogs::Field;
        let filters = self.filters_in_words(&view);
        self.batch.dialog = Some(Box::new(AllDialog { draft, councils, filters, no_desktop_dialog, view, base }));
    }

    /// Which of the filters are on; all of them apply.
    fn filters_in_words(&self, view: &View) -> String {
        let filters = &self.views.filters;
        let mut on = Vec::new();
        if !filters.search.trim().is_empty() {
            on.push(say!("save-all-search", search = filters.search.trim()));
        }
        on.extend(filters.region.iter().map(|region| say!("save-all-region", region = region.as_str())));
        on.extend(filters.kind.iter().map(|kind| say!("save-all-kind", kind = kind.label())));
        on.extend(filters.topic.iter().map(|topic| say!("save-all-topic", topic = topic.as_str())));
        let sources = &self.document.dataset.sources;
        let source = filters.source.as_ref().and_then(|id| sources.iter().find(|source| &source.id == id));
        on.extend(source.map(|source| say!("save-all-document", document = source.title.as_str())));
        on.extend(filters.form.map(|form| say!("save-all-form", form = form.label().to_lowercase())));
        let hidden = Role::ALL.iter().any(|role| !view.roles.asks_for(role));
        let unreal = if hidden { say!("save-all-unreal-hidden") } else { say!("save-all-unreal-shown") };
        if on.is_empty() {
            say!("save-all-not-narrowed", unreal = unreal)
        } else {
            say!("save-all-narrowed", filters = on.join(say!("list-comma")), unreal = unreal)
        }
    }

    fn ask_for_folder(&mut self) {
        let Some(dialog) = &mut self.batch.dialog else { return };
        match self.session.file_dialogs {
            FileDialogs::Desktop => {
                let folder = dialog.folder();
                self.tasks.open_file_dialog(Question::FolderOfAll, self.session.document_number, Some(&folder));
            }
            FileDialogs::Field => dialog.no_desktop_dialog = true,
        }
    }

    pub(in crate::app) fn fill_folder(&mut self, folder: &Path) {
        if let Some(dialog) = &mut self.batch.dialog {
            dialog.draft.folder = folder.display().to_string();
        }
    }

    fn start_all_councils(&mut self) {
        let Some(dialog) = self.batch.dialog.take_if(|dialog| dialog.obstacle().is_none()) else { return };
        let AllDialog { draft, view, councils, .. } = *dialog;
        let folder = dialog.base.join(typed_path(&draft.folder));
        // Tables have no size; the pictures all have the one that was typed, and the finest scale counts where there are pixels.
        let sized = draft.formats.iter().find(|format| format.has_pixels()).or(draft.formats.first());
        let Some(Ok(sheet)) = sized.map(|format| draft.sizing.sheet(*format)) else { return };
        self.keep_all_choices(&draft, &folder);
        self.batch.summary = None;
        let dataset = self.document.dataset.clone();
        let overwrite = if draft.replace { Overwrite::Replace } else { Overwrite::Refuse };
        let (sender, waker) = (self.tasks.sender(), self.tasks.waker());
        let work = self.tasks.spawn(TaskKind::AllCouncils, move |work| {
            let formats = draft.formats;
            let mark = if draft.csv_mark { ByteOrderMark::With } else { ByteOrderMark::Without };
            let batch = Batch { dataset: &dataset, view, formats, folder: folder.clone(), overwrite, sheet, mark };
            let result = batch::run(&batch, work, |progress| {
                // The window may be closed by now; then nobody waits for the news.
                let _ = sender.send(Message::Progressed(progress.clone()));
                waker.wake();
            });
            Message::AllDone(folder, result.map_err(|error| error.to_string()))
        });
        self.batch.run = Some(BatchRun { done: 0, of: councils, council: String::new(), work });
    }

    fn keep_all_choices(&mut self, draft: &AllDraft, folder: &Path) {
        let choices = &mut self.settings.all_councils;
        choices.formats = draft.formats.iter().map(|format| format.ending().to_owned()).collect();
        draft.sizing.keep(choices);
        choices.csv_mark = draft.csv_mark;
        if let Some(folder) = folder.to_str() {
            folder.clone_into(&mut choices.folder);
        }
    }

    /// Asks the run to stop before its next file.
    pub(in crate::app) fn stop_run(&mut self) {
        if let Some(run) = &self.batch.run {
            run.work.stop();
        }
    }

    pub(in crate::app) fn progressed(&mut self, progress: BatchProgress) {
        if let Some(run) = &mut self.batch.run {
            run.done = progress.done;
            run.of = progress.of;
            run.council = progress.council;
        }
    }

    pub(in crate::app) fn all_done(&mut self, folder: &Path, result: Result<Summary, String>) {
        self.batch.run = None;
        let severity = match &result {
            Ok(summary) if summary.failed.is_empty() => NoticeKind::Done,
            _ => NoticeKind::Error,
        };
        let summary = match result {
            Ok(summary) => told(folder, &summary),
            Err(sentence) => RunSummary { title: say!("save-all-nothing").to_owned(), lines: vec![sentence] },
        };
        // It is shown as it is, and kept with what else was told.
        let text = format!("{} {}", summary.title, summary.lines.join(" "));
        let until = NoticeEnd::Never;
        self.log(&crate::app::Notice { number: self.window.next_notice, severity, text, way: None, until });
        self.window.next_notice += 1;
        self.batch.summary = Some(summary);
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

/// The sentence as it is right in a window, where replacing is a tick and no option.
pub(in crate::app) fn in_the_window(sentence: &str) -> String {
    sentence.replace(say!("storage-exists-force"), say!("save-all-tick-replace"))
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

    #[test]
    fn a_file_that_is_there_is_told_with_what_the_window_can_do() {
        let there = crate::storage::StorageError::Exists { path: PathBuf::from("a.svg") };
        let told = in_the_window(&there.to_string());
        assert!(told.ends_with("choose another name or tick Replace files that are there"), "{told}");
    }
}
