//! Documents that have no file yet: an empty one, and a copy of one that is open to read only. And what the features hear of an edit.

use std::sync::Arc;

use crate::edit::{Edit, History, PartPath, new_parts};
use crate::say;

use super::document::DataVersion;
use super::session::FileSession;
use super::{Document, Effect, FocusTarget, State, Tab};

impl State {
    /// Opens an empty dataset that has no file yet, where it can be filled.
    pub(in crate::app) fn new_dataset(&mut self) {
        let name = say!("app-document-untitled");
        let dataset = Arc::new(new_parts::dataset(name));
        let file_session = FileSession::untitled(name, &dataset);
        self.replace_document(Document::untitled(name, dataset, History::new()), file_session);
        self.views.room = Tab::Edit;
        self.effects.push(Effect::Focus(FocusTarget::Field(PartPath::Facts, "title".to_owned())));
    }

    /// Goes on with a copy of the read-only example, which has no file yet, and makes the edit that waited for it. What is on
    /// screen stays on screen.
    pub(in crate::app) fn make_copy(&mut self) {
        let waiting = self.editor.copy_request.take();
        if !self.document.is_read_only {
            return;
        }
        let of = self.document.name.as_str();
        let name = match &self.document.path {
            None => say!("app-document-copy-of-built-in", name = of),
            Some(_) => say!("app-document-copy", name = of),
        };
        self.session.file = FileSession::untitled(&name, &self.document.original);
        let number = self.document.number + 1;
        let copy = Document::untitled(name, self.document.original.clone(), History::unsaved());
        self.document = Document { number, ..copy };
        self.watch_file();
        self.show_suppressed();
        self.lend(|features, cx| features.editor.edit_copy(waiting, cx));
    }

    /// After each edit, be it done, undone or redone: the journal is fed, and the other rooms follow, at once or when they are shown.
    pub(super) fn on_edited(&mut self, edit: &Edit) {
        self.record_edit(edit);
        if self.views.room == Tab::Edit {
            self.views.is_stale = true;
        } else {
            self.refresh_after_edit();
        }
    }

    /// Brings the other rooms up to date after edits in the editor.
    pub(super) fn rebuild_if_stale(&mut self) {
        if std::mem::take(&mut self.views.is_stale) {
            self.refresh_after_edit();
        }
    }

    /// Checks the dataset where it changed since the last check.
    pub(super) fn check_if_changed(&mut self) {
        self.lend(|features, cx| features.editor.check_if_changed(cx));
    }

    /// Names the data on screen.
    pub fn data_version(&self) -> DataVersion {
        self.document.version()
    }
}
