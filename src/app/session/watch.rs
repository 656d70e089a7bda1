//! Watching the open file: a thread that looks every two seconds and speaks only when something happened.
//!
//! A look asks the folder; the file is read only where the folder says something new. The window is not woken while nothing
//! happens.

use std::path::PathBuf;
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use crate::storage::{FileChange, Fingerprint, changed_since, system_reason};

use super::{Session, SessionMessage};
use crate::app::Document;
use crate::app::context::Context;
use crate::app::message::Message;
use crate::app::tasks::{TaskKind, Waker};

/// How long the thread rests between two looks.
const REST: Duration = Duration::from_secs(2);

/// What is watched.
#[derive(Clone, Debug, PartialEq)]
struct Watched {
    /// The document it belongs to.
    number: u64,
    path: PathBuf,
    fingerprint: Fingerprint,
}

impl Watched {
    fn look(&self) -> Result<FileChange, String> {
        changed_since(&self.path, &self.fingerprint).map_err(|error| system_reason(&error))
    }

    fn message(&self, change: Result<FileChange, String>) -> Message {
        Message::Session(SessionMessage::Changed(self.number, self.fingerprint, change))
    }
}

/// The thread that watches, which ends when this is dropped.
pub(super) struct Watch {
    watched: Arc<Mutex<Option<Watched>>>,
    _end: Sender<()>,
}

impl Watch {
    pub(super) fn begin(message: Sender<Message>, waker: Waker) -> Self {
        let watched: Arc<Mutex<Option<Watched>>> = Arc::default();
        let (end, ended) = channel::<()>();
        let looked_at = Arc::clone(&watched);
        thread::spawn(move || {
            let mut told = None;
            while ended.recv_timeout(REST) == Err(RecvTimeoutError::Timeout) {
                let now = looked_at.lock().unwrap_or_else(PoisonError::into_inner).clone();
                let Some(now) = now else { continue };
                let change = now.look();
                // That nothing happened is worth telling only after something did.
                let last = told.as_ref().filter(|(of, _)| *of == now).map(|(_, change)| change);
                let is_new = last.map_or(change != Ok(FileChange::Same), |last| *last != change);
                if is_new {
                    told = Some((now.clone(), change.clone()));
                    if message.send(now.message(change)).is_err() {
                        return;
                    }
                    waker.wake();
                }
            }
        });
        Self { watched, _end: end }
    }
}

impl Session {
    fn watched(&self, document: &Document) -> Option<Watched> {
        let (path, fingerprint) = (document.path.clone()?, self.file.seen()?);
        Some(Watched { number: document.number, path, fingerprint })
    }

    /// Watches what is open now.
    pub(in crate::app) fn watch_file(&mut self, cx: &mut Context<'_>) {
        let watched = self.watched(cx.document);
        if let Some(watch) = &self.watch {
            *watch.watched.lock().unwrap_or_else(PoisonError::into_inner) = watched;
        }
    }

    /// Looks at the file now, as when the window is come back to.
    pub(super) fn check_file(&mut self, cx: &mut Context<'_>) {
        if let Some(watched) = self.watched(cx.document) {
            cx.tasks.spawn(TaskKind::Watching, move |_| {
                let change = watched.look();
                watched.message(change)
            });
        }
    }
}
