//! Tasks in the background, so that the window never waits: asking for a path, reading and writing files.
//!
//! It knows nothing of what the tasks bring back but that it is a [`TaskMessage`].

use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, JoinHandle};

use crate::progress::Progress;
use crate::say;

/// What tasks bring back.
pub(super) trait TaskMessage: Send + 'static {
    /// That a task broke down and brings nothing back.
    fn broken(kind: TaskKind) -> Self;
}

/// Wakes the window when a task has something to tell; the default wakes nobody, as in tests.
#[derive(Clone, Default)]
pub struct Waker(Option<Arc<dyn Fn() + Send + Sync>>);

impl Waker {
    /// One that calls this, from whatever thread.
    pub fn new(wake: impl Fn() + Send + Sync + 'static) -> Self {
        Self(Some(Arc::new(wake)))
    }

    /// Wakes the window.
    pub fn wake(&self) {
        if let Some(wake) = &self.0 {
            wake();
        }
    }
}

/// A kind of work that is given away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TaskKind {
    /// Waiting for the answer of the desktop's dialog.
    Dialog,
    /// Reading a dataset.
    Opening,
    /// Reading tables of official statistics.
    Importing,
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
    /// Making pages and handing them to the printing.
    Printing,
    /// Making pages and writing them.
    SavingPdf,
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
            Self::Saving
            | Self::SavingCopy
            | Self::SavingFigure
            | Self::SavingPdf
            | Self::AllCouncils
            | Self::Remembering => true,
            Self::Dialog
            | Self::Opening
            | Self::Importing
            | Self::Watching
            | Self::LookingForUnsaved
            | Self::Recovering
            | Self::LookingAtRecent
            | Self::Copying
            | Self::Printing
            | Self::Checking
            | Self::Preview
            | Self::Looking => false,
        }
    }

    /// Whether whoever waits for it may stop it. A dialog is put aside in the dialog, and the rest nobody waits for.
    fn can_stop(self) -> bool {
        match self {
            Self::Opening
            | Self::Importing
            | Self::Saving
            | Self::LookingForUnsaved
            | Self::Recovering
            | Self::SavingCopy
            | Self::SavingFigure
            | Self::AllCouncils
            | Self::Printing
            | Self::SavingPdf
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
        matches!(self, Self::Opening | Self::LookingForUnsaved | Self::Importing)
    }

    /// What the status bar says of it; nothing of what goes on beside everything else.
    fn label(self) -> Option<&'static str> {
        match self {
            Self::Dialog => Some(say!("app-task-dialog")),
            Self::Opening => Some(say!("app-task-opening")),
            Self::Importing => Some(say!("app-task-importing")),
            Self::Saving => Some(say!("app-task-saving")),
            Self::LookingForUnsaved => Some(say!("app-task-looking-for-unsaved")),
            Self::Recovering => Some(say!("app-task-recovering")),
            Self::SavingCopy => Some(say!("app-task-saving-copy")),
            Self::SavingFigure => Some(say!("app-task-saving-figure")),
            Self::Copying => Some(say!("app-task-copying")),
            Self::AllCouncils => Some(say!("app-task-all-councils")),
            Self::Printing => Some(say!("app-task-printing")),
            Self::SavingPdf => Some(say!("app-task-saving-pdf")),
            Self::Checking => Some(say!("app-task-checking")),
            Self::Preview | Self::Looking | Self::LookingAtRecent | Self::Watching | Self::Remembering => None,
        }
    }
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
    kind: TaskKind,
    work: Arc<Progress>,
    thread: JoinHandle<()>,
}

/// Tasks under way, and what they brought back.
pub(super) struct BackgroundTasks<M> {
    waker: Waker,
    sender: Sender<M>,
    receiver: Receiver<M>,
    under_way: Vec<RunningTask>,
}

impl<M: TaskMessage> BackgroundTasks<M> {
    /// Without a task.
    pub fn new() -> Self {
        let (sender, receiver) = channel();
        Self { waker: Waker::default(), sender, receiver, under_way: Vec::new() }
    }

    /// Wakes the window by this from now on.
    pub fn wake_by(&mut self, waker: Waker) {
        self.waker = waker;
    }

    /// What wakes the window, for threads that tell something before they end.
    pub fn waker(&self) -> Waker {
        self.waker.clone()
    }

    /// What somebody waits for: what [`Self::stop`] would stop, or else what was asked to and has not ended, or else the rest; of
    /// several what was begun last. Reading that was stopped is no longer waited for, even where a drive that does not answer
    /// still holds its thread.
    pub fn busy(&self) -> Option<ActiveTask> {
        let waited_for = self.under_way.iter().rev().filter_map(|RunningTask { kind, work, .. }| {
            let stop = match (kind.can_stop(), work.is_stopped()) {
                (false, _) => Cancellation::No,
                (true, false) => Cancellation::Can,
                (true, true) if kind.is_let_go() => return None,
                (true, true) => Cancellation::Asked,
            };
            let share = work.share();
            Some(ActiveTask { words: kind.label()?, share: (share > 0.0).then_some(share), stop })
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
        let mut going = self.under_way.iter().rev().filter(|running| !running.work.is_stopped());
        if let Some(kind) = only {
            let stopped = going.filter(|running| running.kind == kind).map(|running| running.work.stop()).count();
            return (stopped > 0).then_some(kind);
        }
        let running = going.find(|running| running.kind.can_stop())?;
        running.work.stop();
        Some(running.kind)
    }

    /// The next finished piece of work, if any.
    pub fn next(&mut self) -> Option<M> {
        // A thread sends its message before it ends, so that nothing is forgotten here; one that broke down is told of here.
        let (ended, going): (Vec<_>, Vec<_>) =
            self.under_way.drain(..).partition(|running| running.thread.is_finished());
        self.under_way = going;
        self.end(ended);
        self.receiver.try_recv().ok()
    }

    fn end(&self, ended: Vec<RunningTask>) {
        for RunningTask { kind, thread, .. } in ended {
            if thread.join().is_err() {
                // The receiver is this very struct's.
                let _ = self.sender.send(M::broken(kind));
            }
        }
    }

    /// For message that come before the work is done.
    pub fn sender(&self) -> Sender<M> {
        self.sender.clone()
    }

    /// Waits until all reading and writing is done. Dialogs are not waited for: they wait for a person.
    pub fn finish(&mut self) {
        let (dialogs, files): (Vec<_>, Vec<_>) =
            self.under_way.drain(..).partition(|running| running.kind == TaskKind::Dialog);
        self.under_way = dialogs;
        self.end(files);
    }

    /// Waits until all writing is done, as the window closes. Reading is not waited for: a drive that does not answer would keep
    /// the window open.
    pub fn finish_writing(&mut self) {
        let (writing, others): (Vec<_>, Vec<_>) = self.under_way.drain(..).partition(|running| running.kind.writes());
        self.under_way = others;
        self.end(writing);
    }

    /// Does this on a thread of its own and wakes the window when it is done. What is done is handed the [`Progress`] that it may tell
    /// of its progress and learn from that it is to stop.
    pub fn spawn(&mut self, kind: TaskKind, doing: impl FnOnce(&Arc<Progress>) -> M + Send + 'static) -> Arc<Progress> {
        let sender = self.sender.clone();
        let waker = self.waker.clone();
        let work = Arc::new(Progress::default());
        let told = Arc::clone(&work);
        let thread = thread::spawn(move || {
            let message = doing(&told);
            // The window may be closed by now; then nobody waits for the message.
            let _ = sender.send(message);
            waker.wake();
        });
        self.under_way.push(RunningTask { kind, work: Arc::clone(&work), thread });
        work
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[derive(Debug, PartialEq)]
    enum Came {
        Read,
        Written,
        Broke(TaskKind),
    }

    impl TaskMessage for Came {
        fn broken(kind: TaskKind) -> Self {
            Self::Broke(kind)
        }
    }

    #[test]
    fn a_task_that_breaks_down_is_told_of() {
        let mut tasks = BackgroundTasks::<Came>::new();
        tasks.spawn(TaskKind::Preview, |_| panic!("as a fault would"));
        tasks.finish();
        assert_eq!(tasks.next(), Some(Came::Broke(TaskKind::Preview)));
    }

    #[test]
    fn closing_waits_for_what_is_written_but_not_for_a_dead_drive() {
        let mut tasks = BackgroundTasks::new();
        let waiting = [TaskKind::Watching, TaskKind::Opening, TaskKind::Looking, TaskKind::LookingAtRecent];
        let drives = waiting.map(|kind| {
            let (answer, drive) = channel::<()>();
            tasks.spawn(kind, move |_| {
                // Not a measure of time; it only keeps a fault from hanging the test.
                let _ = drive.recv_timeout(Duration::from_secs(20));
                Came::Read
            });
            answer
        });
        tasks.spawn(TaskKind::Saving, |_| Came::Written);
        tasks.finish_writing();
        assert!(tasks.next() == Some(Came::Written), "it was waited for");
        assert_eq!(tasks.under_way.len(), waiting.len(), "they were not");
        drop(drives);
    }

    #[test]
    fn what_is_told_is_what_stop_stops_and_reading_ends_at_once() {
        let mut tasks = BackgroundTasks::new();
        let mut begin = |kind| {
            let (answer, drive) = channel::<()>();
            tasks.spawn(kind, move |_| {
                let _ = drive.recv_timeout(Duration::from_secs(20));
                Came::Read
            });
            answer
        };
        let drives = [TaskKind::Saving, TaskKind::Opening, TaskKind::Checking].map(&mut begin);
        let told = |tasks: &BackgroundTasks<Came>| tasks.busy().map(|busy| (busy.words, busy.stop));
        assert_eq!(told(&tasks), Some(("Opening the dataset", Cancellation::Can)), "what can be stopped is not hidden");
        assert_eq!(tasks.stop(None), Some(TaskKind::Opening), "what can't be stopped is passed over");
        assert_eq!(told(&tasks), Some(("Saving the dataset", Cancellation::Can)), "opening is no longer waited for");
        assert_eq!(tasks.stop(None), Some(TaskKind::Saving));
        assert_eq!(told(&tasks), Some(("Saving the dataset", Cancellation::Asked)), "until it has ended");
        assert_eq!(tasks.stop(None), None);
        let stopped: Vec<_> = tasks.under_way.iter().map(|running| running.work.is_stopped()).collect();
        assert_eq!(stopped, [true, true, false]);
        tasks.under_way.retain(|running| running.kind != TaskKind::Saving);
        assert_eq!(told(&tasks), Some(("Checking the dataset", Cancellation::No)));
        drop(drives);
    }
}
