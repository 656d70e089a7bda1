//! Work that is given away so that the window never waits: asking for a path, reading and writing files.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use crate::edit::PlacedFinding;

use crate::export::ExportError;
use crate::export::batch::{BatchProgress, Summary};
use crate::progress::Progress;
use crate::say;
use crate::storage::StorageError;

use super::Question;
use super::export_dialog::{Made, SaveFault, TargetProbe};
use super::session::SessionMessage;
use super::settings::Settings;

/// A desktop without a file dialog answers at once, and a person does not.
const TOO_QUICK: Duration = Duration::from_millis(250);

/// How a path is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileDialogs {
    /// By the desktop's dialog, or by a field where the desktop has none.
    Desktop,
    /// By a field; for tests and for desktops known to have no dialogs.
    Field,
}

/// A kind of work that is given away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TaskKind {
    /// Waiting for the answer of the desktop's dialog.
    Dialog,
    /// Reading a dataset.
    Opening,
    /// Writing the dataset to its file.
    Saving,
    /// Looking whether others changed the file.
    Watching,
    /// Looking for what a crash left.
    LookingForUnsaved,
    /// Making edits again.
    Recovering,
    /// Looking which recent files are there.
    LookingAtRecent,
    /// Writing a copy of the dataset.
    SavingCopy,
    /// Writing a figure.
    SavingFigure,
    /// Painting a figure for the clipboard.
    Copying,
    /// Checking a large dataset after an edit.
    Checking,
    /// Saving figures of all councils.
    AllCouncils,
    /// Making a preview.
    Preview,
    /// Looking what is there.
    Looking,
    /// Writing the settings.
    Remembering,
}

impl TaskKind {
    /// Whether it writes what would be lost if it were not waited for.
    fn writes(self) -> bool {
        match self {
            Self::Saving | Self::SavingCopy | Self::SavingFigure | Self::AllCouncils | Self::Remembering => true,
            Self::Dialog
            | Self::Opening
            | Self::Watching
            | Self::LookingForUnsaved
            | Self::Recovering
            | Self::LookingAtRecent
            | Self::Copying
            | Self::Checking
            | Self::Preview
            | Self::Looking => false,
        }
    }

    /// Whether whoever waits for it may stop it. A dialog is put aside in the dialog, and the rest nobody waits for.
    fn can_stop(self) -> bool {
        match self {
            Self::Opening
            | Self::Saving
            | Self::LookingForUnsaved
            | Self::Recovering
            | Self::SavingCopy
            | Self::SavingFigure
            | Self::AllCouncils
            | Self::Copying => true,
            Self::Dialog
            | Self::Watching
            | Self::LookingAtRecent
            | Self::Checking
            | Self::Preview
            | Self::Looking
            | Self::Remembering => false,
        }
    }

    /// Whether its answer is of no use once it was stopped: reading, from a drive that may never answer.
    fn is_let_go(self) -> bool {
        matches!(self, Self::Opening | Self::LookingForUnsaved)
    }

    /// What the status bar says of it; nothing of what goes on beside everything else.
    fn label(self) -> Option<&'static str> {
        match self {
            Self::Dialog => Some(say!("app-errand-dialog")),
            Self::Opening => Some(say!("app-errand-opening")),
            Self::Saving => Some(say!("app-errand-saving")),
            Self::LookingForUnsaved => Some(say!("app-errand-looking-for-unsaved")),
            Self::Recovering => Some(say!("app-errand-recovering")),
            Self::SavingCopy => Some(say!("app-errand-saving-copy")),
            Self::SavingFigure => Some(say!("app-errand-saving-figure")),
            Self::Copying => Some(say!("app-errand-copying")),
            Self::AllCouncils => Some(say!("app-errand-all-councils")),
            Self::Checking => Some(say!("app-errand-checking")),
            Self::Preview | Self::Looking | Self::LookingAtRecent | Self::Watching | Self::Remembering => None,
        }
    }
}

/// What came back.
pub(super) enum Message {
    /// A path was chosen, while the document of this number was open when it was asked for.
    Chosen(Question, u64, PathBuf),
    /// The dialog was put aside.
    NotChosen,
    /// The desktop offers no dialog.
    NoDialog(Question),
    /// About the open document and its file.
    Life(SessionMessage),
    /// A picture is ready for the clipboard, or could not be made.
    Pictured(Result<egui::ColorImage, ExportError>),
    /// A state of the dataset was checked.
    Checked((u64, u64), Vec<PlacedFinding>),
    /// A figure was written by the dialog of this number, with a sentence if there is more to say of it, or was not.
    FigureSaved(u64, PathBuf, Result<Option<String>, SaveFault>),
    /// A preview was made.
    Previewed(u64, Made),
    /// It was looked what is there.
    Looked(TargetProbe),
    /// Whether a file is at a path that is being typed.
    PathLooked(PathBuf, bool),
    /// One more council is done.
    Progressed(BatchProgress),
    /// All councils are done, or it was stopped, or the folder could not be made.
    AllDone(PathBuf, Result<Summary, String>),
    /// The settings were written, or could not be.
    Remembered(Box<Settings>, Result<(), String>),
    /// A piece of work broke down and has nothing to give.
    Broken(TaskKind),
    /// A copy of the document of this number was written, with a sentence if there is more to say of it, or could not be.
    Written(u64, PathBuf, Result<Option<String>, StorageError>),
}

/// What is worked on, for whoever waits for it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ActiveTask {
    /// What it is, as "Opening the dataset".
    pub words: &'static str,
    /// How much of it is done, from 0 to 1; `None` while it does not tell.
    pub share: Option<f32>,
    /// Whether it can be stopped, and was asked to.
    pub stop: Cancellation,
}

/// Whether work can be stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cancellation {
    /// Not here.
    No,
    /// It can.
    Can,
    /// It was asked to, and does so at its next step.
    Asked,
}

/// One of them.
struct RunningTask {
    errand: TaskKind,
    work: Arc<Progress>,
    thread: JoinHandle<()>,
}

/// Work under way.
pub(super) struct BackgroundTasks {
    asking: FileDialogs,
    sender: Sender<Message>,
    receiver: Receiver<Message>,
    under_way: Vec<RunningTask>,
}

impl BackgroundTasks {
    pub fn new(asking: FileDialogs) -> Self {
        let (sender, receiver) = channel();
        Self { asking, sender, receiver, under_way: Vec::new() }
    }

    pub fn asking(&self) -> FileDialogs {
        self.asking
    }

    /// What somebody waits for: what [`Self::stop`] would stop, or else what was asked to and has not ended, or else the rest; of
    /// several what was begun last. Reading that was stopped is no longer waited for, even where a drive that does not answer
    /// still holds its thread.
    pub fn busy(&self) -> Option<ActiveTask> {
        let waited_for = self.under_way.iter().rev().filter_map(|RunningTask { errand, work, .. }| {
            let stop = match (errand.can_stop(), work.is_stopped()) {
                (false, _) => Cancellation::No,
                (true, false) => Cancellation::Can,
                (true, true) if errand.is_let_go() => return None,
                (true, true) => Cancellation::Asked,
            };
            let share = work.share();
            Some(ActiveTask { words: errand.label()?, share: (share > 0.0).then_some(share), stop })
        });
        // The first of equals stays, which was begun last.
        waited_for.min_by_key(|busy| match busy.stop {
            Cancellation::Can => 0,
            Cancellation::Asked => 1,
            Cancellation::No => 2,
        })
    }

    /// Asks to stop what was begun last of what can be stopped, or all of one kind; gives what was stopped.
    pub fn stop(&self, only: Option<TaskKind>) -> Option<TaskKind> {
        let mut going = self.under_way.iter().rev().filter(|ongoing| !ongoing.work.is_stopped());
        if let Some(errand) = only {
            let stopped = going.filter(|ongoing| ongoing.errand == errand).map(|ongoing| ongoing.work.stop()).count();
            return (stopped > 0).then_some(errand);
        }
        let ongoing = going.find(|ongoing| ongoing.errand.can_stop())?;
        ongoing.work.stop();
        Some(ongoing.errand)
    }

    /// The next finished piece of work, if any.
    pub fn next(&mut self) -> Option<Message> {
        // A thread sends its news before it ends, so that nothing is forgotten here; one that broke down is told of here.
        let (ended, going): (Vec<_>, Vec<_>) =
            self.under_way.drain(..).partition(|ongoing| ongoing.thread.is_finished());
        self.under_way = going;
        self.end(ended);
        self.receiver.try_recv().ok()
    }

    fn end(&self, ended: Vec<RunningTask>) {
        for RunningTask { errand, thread, .. } in ended {
            if thread.join().is_err() {
                // The receiver is this very struct's.
                let _ = self.sender.send(Message::Broken(errand));
            }
        }
    }

    /// For news that come before the work is done.
    pub fn sender(&self) -> Sender<Message> {
        self.sender.clone()
    }

    /// Waits until all reading and writing is done. Dialogs are not waited for: they wait for a person.
    pub fn finish(&mut self) {
        let (dialogs, files): (Vec<_>, Vec<_>) =
            self.under_way.drain(..).partition(|ongoing| ongoing.errand == TaskKind::Dialog);
        self.under_way = dialogs;
        self.end(files);
    }

    /// Waits until all writing is done, as the window closes. Reading is not waited for: a drive that does not answer would keep
    /// the window open.
    pub fn finish_writing(&mut self) {
        let (writing, others): (Vec<_>, Vec<_>) = self.under_way.drain(..).partition(|ongoing| ongoing.errand.writes());
        self.under_way = others;
        self.end(writing);
    }

    /// Does this on a thread of its own and wakes the window when it is done. What is done is handed the [`Work`] that it may tell
    /// of its progress and learn from that it is to stop.
    pub fn spawn(
        &mut self,
        errand: TaskKind,
        ctx: &egui::Context,
        doing: impl FnOnce(&Arc<Progress>) -> Message + Send + 'static,
    ) -> Arc<Progress> {
        let sender = self.sender.clone();
        let ctx = ctx.clone();
        let work = Arc::new(Progress::default());
        let told = Arc::clone(&work);
        let thread = thread::spawn(move || {
            let news = doing(&told);
            // The window may be closed by now; then nobody waits for the news.
            let _ = sender.send(news);
            ctx.request_repaint();
        });
        self.under_way.push(RunningTask { errand, work: Arc::clone(&work), thread });
        work
    }

    /// Asks by the desktop's dialog, which begins at `suggested`: a file for saving, a file or folder for everything else.
    /// `document` is the number of the open one, so that the answer is not taken for another.
    pub fn open_file_dialog(
        &mut self,
        question: Question,
        document: u64,
        suggested: Option<&Path>,
        ctx: &egui::Context,
    ) {
        let mut dialog = rfd::AsyncFileDialog::new().set_title(question.label());
        dialog = match question.ending() {
            "" => dialog,
            "ron" => dialog.add_filter(say!("app-file-ron"), &["ron"]),
            "svg" => dialog.add_filter(say!("app-file-svg"), &["svg"]),
            "png" => dialog.add_filter(say!("app-file-png"), &["png"]),
            "pdf" => dialog.add_filter(say!("app-file-pdf"), &["pdf"]),
            "xlsx" => dialog.add_filter(say!("app-file-xlsx"), &["xlsx"]),
            ending => dialog.add_filter(say!("app-file-csv"), &[ending]),
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
            Question::FolderOfAll => Box::pin(dialog.pick_folder()),
        };
        self.spawn(TaskKind::Dialog, ctx, move |_| {
            let started = Instant::now();
            match pollster::block_on(answer) {
                Some(handle) => Message::Chosen(question, document, handle.path().to_path_buf()),
                None if started.elapsed() < TOO_QUICK => Message::NoDialog(question),
                None => Message::NotChosen,
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closing_waits_for_what_is_written_but_not_for_a_dead_drive() {
        let mut errands = BackgroundTasks::new(FileDialogs::Field);
        let ctx = egui::Context::default();
        let waiting = [TaskKind::Watching, TaskKind::Opening, TaskKind::Looking, TaskKind::LookingAtRecent];
        let drives = waiting.map(|errand| {
            let (answer, drive) = channel::<()>();
            errands.spawn(errand, &ctx, move |_| {
                // Not a measure of time; it only keeps a fault from hanging the test.
                let _ = drive.recv_timeout(Duration::from_secs(20));
                Message::NotChosen
            });
            answer
        });
        errands.spawn(TaskKind::Saving, &ctx, |_| Message::Written(0, PathBuf::from("mine.ron"), Ok(None)));
        errands.finish_writing();
        assert!(matches!(errands.next(), Some(Message::Written(..))), "it was waited for");
        assert_eq!(errands.under_way.len(), waiting.len(), "they were not");
        drop(drives);
    }

    #[test]
    fn what_is_told_is_what_stop_stops_and_reading_ends_at_once() {
        let mut errands = BackgroundTasks::new(FileDialogs::Field);
        let ctx = egui::Context::default();
        let mut begin = |errand| {
            let (answer, drive) = channel::<()>();
            errands.spawn(errand, &ctx, move |_| {
                let _ = drive.recv_timeout(Duration::from_secs(20));
                Message::NotChosen
            });
            answer
        };
        let drives = [TaskKind::Saving, TaskKind::Opening, TaskKind::Checking].map(&mut begin);
        let told = |errands: &BackgroundTasks| errands.busy().map(|busy| (busy.words, busy.stop));
        assert_eq!(
            told(&errands),
            Some(("Opening the dataset", Cancellation::Can)),
            "what can be stopped is not hidden"
        );
        assert_eq!(errands.stop(None), Some(TaskKind::Opening), "what can't be stopped is passed over");
        assert_eq!(told(&errands), Some(("Saving the dataset", Cancellation::Can)), "opening is no longer waited for");
        assert_eq!(errands.stop(None), Some(TaskKind::Saving));
        assert_eq!(told(&errands), Some(("Saving the dataset", Cancellation::Asked)), "until it has ended");
        assert_eq!(errands.stop(None), None);
        let stopped: Vec<_> = errands.under_way.iter().map(|ongoing| ongoing.work.is_stopped()).collect();
        assert_eq!(stopped, [true, true, false]);
        errands.under_way.retain(|ongoing| ongoing.errand != TaskKind::Saving);
        assert_eq!(told(&errands), Some(("Checking the dataset", Cancellation::No)));
        drop(drives);
    }
}
