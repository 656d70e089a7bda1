//! The one place where actions change the state: each action has its line here, and the compiler asks for the line of a new one.

use crate::edit::Edit;
use crate::say;

use super::announcements::Announcement;
use super::context::{Context, Request};
use super::session::{FileSession, PendingAction, Replacement, ShownNext};
use super::tasks::TaskKind;
use super::{
    Action, AllStep, Document, Drawer, Effect, ExportState, ExportStep, Filters, FocusTarget, NoticeKind, Question,
    Session, State, Tab,
};

/// What follows an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum After {
    /// Nothing more.
    Nothing,
    /// What the tabs show is worked out anew, where it depends on what was changed.
    Rebuild,
}

impl State {
    /// Carries out an action.
    pub fn act(&mut self, action: Action) {
        if needs_fresh_rooms(&action) {
            self.rebuild_if_stale();
        }
        if !matches!(action, Action::Column(_)) {
            // What was said of a width is said until something else is done.
            self.table.said = None;
        }
        let announcement = Announcement::of(&action, self);
        if self.update(action) == After::Rebuild {
            self.rebuild_pages();
        }
        // However the room was left, what is on screen now holds the last edits.
        if self.views.room != Tab::Edit {
            self.rebuild_if_stale();
        }
        if let Some(words) = announcement.words(self) {
            self.notices.announce(words);
        }
    }

    fn update(&mut self, action: Action) -> After {
        match action {
            // The document and its file.
            Action::AskToOpen => self.session(|session, cx| session.ask(Question::Open, cx)),
            Action::Open(path) => self.session(|session, cx| session.open(path, cx)),
            Action::Session(action) => self.session(|session, cx| session.update(action, cx)),
            Action::OpenBuiltIn => self.session(|session, cx| session.request(PendingAction::BuiltIn, cx)),
            Action::NewDataset => self.session(|session, cx| session.request(PendingAction::New, cx)),
            Action::AskToSaveCopy => self.session(|session, cx| session.ask(Question::SaveCopy, cx)),
            Action::Answer(question, path, replace) => {
                self.session(|session, cx| session.answer(question, path, replace, cx));
            }
            Action::DropQuestion => self.session.drop_question(),
            Action::Quit => self.session(|session, cx| session.request(PendingAction::Quit, cx)),
            // Edits.
            Action::Edit(edit) => {
                self.lend(|features, cx| features.editor.edit(*edit, cx));
            }
            Action::Editor(action) => self.lend(|features, cx| features.editor.update(action, features.views.room, cx)),
            Action::Undo => self.lend(|features, cx| features.editor.undo(features.views.room, cx)),
            Action::Redo => self.lend(|features, cx| features.editor.redo(cx)),
            Action::AskToCopy => self.editor.copy_request = Some(Box::new(Edit::new(String::new(), Vec::new()))),
            Action::MakeCopy => self.make_copy(),
            Action::DropCopy => self.editor.copy_request = None,
            // Figures that leave the window.
            Action::Export(step) => {
                let opens = matches!(step, ExportStep::Open(_));
                let on_screen = opens.then(|| self.figure_to_save()).flatten();
                self.lend(|features, cx| features.export.update(step, on_screen, cx));
            }
            Action::AllCouncils(step) => {
                let scope = (step == AllStep::Open).then(|| self.batch_scope());
                self.lend(|features, cx| features.batch.update(step, scope, cx));
            }
            Action::CopyTable => self.lend(|features, cx| features.table.copy(&features.views.pages.table, cx)),
            Action::CopyPicture => {
                let figure = self.figure_on_screen().clone();
                self.lend(|_, cx| ExportState::copy(figure, cx));
            }
            Action::StopWork => self.stop_work(),
            // The window.
            Action::SetTheme(scheme) => self.window.scheme = scheme,
            Action::Zoom(step) => self.window.step_zoom(step),
            Action::OpenOverlay(overlay) => self.lend(|features, cx| features.window.open_overlay(overlay, cx)),
            Action::CloseOverlay => self.window.overlay = None,
            Action::Help(step) => self.window.read(step),
            Action::GoToPane(step) => self.effects.push(Effect::Focus(FocusTarget::Pane(step))),
            Action::FocusSearch => self.effects.push(Effect::Focus(FocusTarget::Search)),
            Action::ToggleDrawer => self.window.toggle_drawer(),
            Action::StepBack => self.step_back(),
            Action::Dismiss(number) => self.notices.dismiss(number),
            Action::TellWhyNot(why) => self.notices.tell(NoticeKind::Done, say!("app-not-now", why = why)),
            Action::CopyLog => {
                self.effects.push(Effect::CopyText(self.notices.log_text()));
                self.notices.announce(say!("announcement-log-copied").to_owned());
            }
            Action::LookAtPath(path) => self.session(|session, cx| session.look_at_path(path, cx)),
            Action::RunPaletteEntry(name, actions) => {
                self.palette.remember(name);
                self.window.overlay = None;
                for action in actions {
                    self.act(action);
                }
            }
            Action::Column(step) => self.lend(|features, cx| features.table.size_columns(step, cx)),
            // Going about.
            Action::Show(tab) => {
                self.window.drawer = Drawer::Closed;
                self.show(tab);
            }
            Action::NextCouncil if self.views.room == Tab::Edit => {
                self.lend(|features, cx| features.editor.step_in_outline(1, cx))
            }
            Action::PreviousCouncil if self.views.room == Tab::Edit => {
                self.lend(|features, cx| features.editor.step_in_outline(-1, cx))
            }
            Action::NextCouncil => return self.view(|state| state.step(1)),
            Action::PreviousCouncil => return self.view(|state| state.step(-1)),
            Action::GoTo(council) => {
                // Who goes to a council wants to see it, not the list.
                self.window.drawer = Drawer::Closed;
                return self.view(|state| state.go_to(council));
            }
            Action::Compare(concept) => {
                self.window.drawer = Drawer::Closed;
                return self.view(|state| state.compare(concept));
            }
            Action::ShowProgramme(programme) => return self.view(|state| state.show_programme(&programme)),
            Action::Select(outcome) => return self.view(|state| state.select(outcome)),
            // What is looked at.
            Action::Pin(council) => return self.view(|state| state.pin(council)),
            Action::PinCurrent => {
                return self.view(|state| {
                    if let Some(council) = state.views.council.clone() {
                        state.pin(council);
                    }
                });
            }
            Action::UnpinAll => return self.view(Self::unpin_all),
            Action::CompareIndicator(indicator) => return self.view(|state| state.views.indicator = indicator),
            Action::Draw(kind) => return self.view(|state| state.views.kind = kind),
            Action::Sort(order) => return self.view(|state| state.views.order = order),
            Action::CompareWhom(scope) => return self.view(|state| state.views.compare_scope = scope),
            Action::ToggleUnreal => return self.view(|state| state.views.shows_unreal = !state.views.shows_unreal),
            Action::ToggleSuppression => return self.view(Self::toggle_suppression),
            Action::SuppressUpTo(up_to) => return self.view(|state| state.suppress_up_to(up_to)),
            Action::TurnTable => return self.view(|state| state.views.room = state.table.turn(state.views.room)),
            Action::SortTable(column) => return self.view(|state| state.table.sort(column)),
            Action::ShowColumn(column) => return self.view(|state| state.table.show_column(column)),
            Action::FillTable(scope) => return self.view(|state| state.table.scope = scope),
            Action::Search(search) => return self.view(|state| state.views.filters.search = search),
            Action::FilterRegion(region) => return self.view(|state| state.views.filters.region = region),
            Action::FilterKind(kind) => return self.view(|state| state.views.filters.kind = kind),
            Action::FilterTopic(topic) => return self.view(|state| state.views.filters.topic = topic),
            Action::FilterSource(source) => return self.view(|state| state.views.filters.source = source),
            Action::FilterForm(form) => return self.view(|state| state.views.filters.form = form),
            Action::ClearFilters => return self.view(|state| state.views.filters = Filters::default()),
        }
        After::Nothing
    }

    /// Carries out what a feature asked for during a step.
    pub(super) fn carry_out(&mut self, request: Request) {
        match request {
            Request::RebuildPages => self.rebuild_pages(),
            Request::Edited(edit) => self.on_edited(&edit),
            Request::ShowRoom(room) => self.views.room = room,
            Request::Replace(replacement) => self.replace(*replacement),
            Request::NewDataset => self.new_dataset(),
        }
    }

    /// A step of the session, which may save: by then the dataset is checked.
    fn session(&mut self, step: impl FnOnce(&mut Session, &mut Context<'_>)) {
        self.check_if_changed();
        self.lend(|features, cx| step(features.session, cx));
    }

    /// Asks to stop what was begun last. What reads is let go of at once; what writes ends at its next step, with the file that
    /// was there before.
    fn stop_work(&mut self) {
        match self.tasks.stop(None) {
            Some(TaskKind::Opening) => self.notices.tell(NoticeKind::Done, say!("app-stopped-opening")),
            Some(TaskKind::LookingForUnsaved) => self.notices.tell(NoticeKind::Done, say!("app-stopped-looking")),
            Some(TaskKind::AllCouncils) => self.batch.stop(),
            // The others tell it themselves, when they have come to an end.
            Some(_) | None => {}
        }
    }

    /// Puts a document in the open one's place and shows of it what is to be shown.
    fn replace(&mut self, Replacement { document, file, shows, told }: Replacement) {
        let (tab, was) = (self.views.room, (shows == ShownNext::SamePlace).then(|| self.whereabouts()));
        self.replace_document(document, file);
        match shows {
            ShownNext::Overview => {}
            ShownNext::SamePlace => {
                if let Some(was) = was {
                    self.go_back_to(was);
                }
            }
            ShownNext::SameTab => self.show(tab),
            ShownNext::Editor => {
                self.views.room = Tab::Edit;
                self.editor.refresh(&self.document);
            }
        }
        if let Some(told) = told {
            self.notices.tell(NoticeKind::Done, told);
        }
    }

    /// Puts a document in the open one's place, in every feature.
    pub(super) fn replace_document(&mut self, document: Document, file: FileSession) {
        // The dialogs were about the dataset before, and so was what was told of it.
        self.export.close();
        self.batch.reset();
        self.notices.retire_not_saved(self.document.number);
        self.notices.retire_done();
        self.document = Document { number: self.document.number + 1, ..document };
        self.lend(|features, cx| features.session.hold(file, cx));
        self.show_suppressed();
        self.reset_view();
    }

    /// A change of what is looked at, after which the pages are worked out anew.
    fn view(&mut self, change: impl FnOnce(&mut Self)) -> After {
        change(self);
        After::Rebuild
    }
}

/// Whether an action shows, copies or saves what the other rooms hold, or chooses by it where to go.
fn needs_fresh_rooms(action: &Action) -> bool {
    matches!(
        action,
        Action::Show(_)
            | Action::GoTo(_)
            | Action::ShowProgramme(_)
            | Action::Compare(_)
            | Action::TurnTable
            | Action::Export(_)
            | Action::AllCouncils(_)
            | Action::CopyPicture
            | Action::CopyTable
    )
}
