//! The files that were opened or saved last, and whether they are there.

use std::path::{Path, PathBuf};

use crate::dataset::LoadError;

use super::open::Why;
use super::{Session, SessionMessage};
use crate::app::context::Context;
use crate::app::message::Message;
use crate::app::settings::Settings;
use crate::app::tasks::TaskKind;

/// How many recent files are kept.
pub(in crate::app) const RECENT: usize = 8;

/// A recent file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recent {
    /// The file.
    pub path: PathBuf,
    /// Whether it is there; `None` while nobody looked.
    pub is_there: Option<bool>,
}

impl Session {
    pub(super) fn remember_recent(&mut self, path: &Path, cx: &mut Context<'_>) {
        let path = path.display().to_string();
        cx.settings.recent.retain(|known| *known != path);
        cx.settings.recent.insert(0, path);
        cx.settings.recent.truncate(RECENT);
        self.recents.clear();
    }

    /// What could not be opened because it is gone says so in the list.
    pub(super) fn forget_recent_if_gone(&mut self, path: &Path, error: &LoadError) {
        if matches!(error, LoadError::Missing { .. }) {
            for recent in self.recents.iter_mut().filter(|recent| recent.path == path) {
                recent.is_there = Some(false);
            }
        }
    }

    /// The recent files, the last one first, as far as it is known whether they are there.
    pub(in crate::app) fn recent_files(&self, settings: &Settings) -> Vec<Recent> {
        let known = |path: &Path| self.recents.iter().find(|recent| recent.path == path)?.is_there;
        let paths = settings.recent.iter().take(RECENT).map(PathBuf::from);
        paths.map(|path| Recent { is_there: known(&path), path }).collect()
    }

    /// Looks which recent files are there, on a thread, because a drive that is gone may take its time to say so.
    pub(super) fn probe_recent(&mut self, cx: &mut Context<'_>) {
        let files = self.recent_files(cx.settings);
        cx.tasks.spawn(TaskKind::LookingAtRecent, move |_| {
            let looked = files.into_iter().map(|recent| Recent { is_there: Some(recent.path.is_file()), ..recent });
            Message::Session(SessionMessage::Recents(looked.collect()))
        });
    }

    pub(super) fn reopen_last(&mut self, cx: &mut Context<'_>) {
        if !cx.settings.last.is_empty() {
            self.open_because(PathBuf::from(&cx.settings.last), Why::Last, cx);
        }
    }
}

/// Remembers what is open, for the next start.
pub(super) fn remember_last(cx: &mut Context<'_>) {
    cx.settings.last = cx.document.path.as_ref().map(|path| path.display().to_string()).unwrap_or_default();
}
