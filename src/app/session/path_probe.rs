//! Whether a file is at a path that is being typed: looked up away from the window, because a drive may not answer. What no look
//! has told in time, the save finds; then the question is asked again, at where replacing can be agreed to.

use std::path::{Path, PathBuf};

use super::{Session, SessionMessage};
use crate::app::context::Context;
use crate::app::message::Message;
use crate::app::tasks::TaskKind;
use crate::app::{FileDialogs, Question};

/// How many looks may be under way; more texts wait, and only the newest of them is looked up.
const MOST: usize = 3;

/// What is known of the path that is being typed.
#[derive(Debug, Default)]
pub(in crate::app) struct PathProbe {
    /// The path that was typed last.
    wanted: Option<PathBuf>,
    /// What came of the last look at it.
    found: Option<bool>,
    /// How many looks have not come back.
    under_way: usize,
    /// Whether the newest text waits for one of them.
    waits: bool,
    /// The file that a save found at the path it was given.
    taken: Option<PathBuf>,
    /// How many times a path was asked for.
    times_asked: u64,
}

impl Session {
    /// Whether a file is at this path; `None` where that is not known yet, or no longer.
    pub fn is_there(&self, path: &Path) -> Option<bool> {
        let look = &self.typed_path;
        look.found.filter(|_| look.wanted.as_deref() == Some(path))
    }

    /// The file that stands in the way of the save the open question is about; `None` where the question is asked for the first
    /// time.
    pub fn taken_name(&self) -> Option<&Path> {
        self.question.and(self.typed_path.taken.as_deref())
    }

    /// The number of the asking that is open: the same question may be asked again before a frame was drawn without it.
    pub fn asking_number(&self) -> u64 {
        self.typed_path.times_asked
    }

    /// Whether paths are asked for in a field from the first, because this desktop has no dialog of its own.
    pub(in crate::app) fn asks_in_fields(&self, file_dialogs: FileDialogs) -> bool {
        self.taken_name().is_none() || file_dialogs == FileDialogs::Field
    }

    /// Asks for a path in a field.
    pub(in crate::app) fn ask_in_field(&mut self, question: Question) {
        self.question = Some(question);
        self.typed_path.taken = None;
        self.typed_path.times_asked += 1;
    }

    /// Asks again, because a save found a file at this path, which nobody has agreed to replace.
    pub(in crate::app) fn ask_about_taken(&mut self, question: Question, path: PathBuf) {
        self.question = Some(question);
        let look = &mut self.typed_path;
        (look.wanted, look.found, look.taken) = (Some(path.clone()), Some(true), Some(path));
        look.times_asked += 1;
    }

    /// Looks whether a file is at the path that was typed last.
    pub(in crate::app) fn probe_path(&mut self, path: PathBuf, cx: &mut Context<'_>) {
        let look = &mut self.typed_path;
        (look.wanted, look.found) = (Some(path), None);
        self.look_on(cx);
    }

    /// A look came back; what was typed meanwhile is looked up next.
    pub(in crate::app) fn path_looked(&mut self, path: &Path, is_there: bool, cx: &mut Context<'_>) {
        let look = &mut self.typed_path;
        look.under_way = look.under_way.saturating_sub(1);
        if look.wanted.as_deref() == Some(path) {
            // What is known since, as from a save that found the file, is newer than the look.
            look.found.get_or_insert(is_there);
        } else if look.waits {
            self.look_on(cx);
        }
    }

    fn look_on(&mut self, cx: &mut Context<'_>) {
        let look = &mut self.typed_path;
        look.waits = look.under_way >= MOST;
        let Some(path) = look.wanted.clone().filter(|_| !look.waits) else { return };
        look.under_way += 1;
        cx.tasks.spawn(TaskKind::Looking, move |_| {
            let is_there = !path.as_os_str().is_empty() && path.is_file();
            Message::Session(SessionMessage::PathLooked(path, is_there))
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::{FrameInput, State};

    #[test]
    fn a_look_that_comes_late_does_not_undo_what_a_save_found() {
        let mut state = State::new(FileDialogs::Field);
        let path = PathBuf::from("there.ron");
        state.session.typed_path.wanted = Some(path.clone());
        state.session.ask_about_taken(Question::SaveAs, path.clone());
        state.lend(|features, cx| features.session.path_looked(&path, false, cx));
        assert_eq!(state.session.is_there(&path), Some(true));
    }

    #[test]
    fn of_many_texts_the_newest_is_looked_up_and_no_old_answer_told() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        std::fs::write(path("there"), "").unwrap();
        let mut state = State::new(FileDialogs::Field);
        // Three drives that do not answer.
        state.session.typed_path.under_way = MOST;
        state.lend(|features, cx| features.session.probe_path(path("the"), cx));
        state.lend(|features, cx| features.session.probe_path(path("there"), cx));
        assert_eq!((state.session.is_there(&path("there")), state.session.typed_path.under_way), (None, MOST));
        state.lend(|features, cx| features.session.path_looked(&path("th"), true, cx));
        state.finish();
        state.collect(FrameInput::default());
        assert_eq!((state.session.is_there(&path("there")), state.session.is_there(&path("th"))), (Some(true), None));
    }
}
