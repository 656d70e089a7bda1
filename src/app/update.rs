//! The one place where actions change the state: each action has its line here, and the compiler asks for the line of a new one.

use std::path::Path;
use std::sync::Arc;

use crate::compare::statistic_pairs::ChosenDates;
use crate::edit::{Edit, History, PartPath, QuickDefaults, new_parts};
use crate::say;

use super::announcements::Announcement;
use super::containing_folder;
use super::context::{Context, Request};
use super::saved_views::ViewRequest;
use super::session::{DocumentReplacement, FileSession, PendingAction, ShownNext};
use super::tasks::TaskKind;
use super::{
    Action, AllStep, Document, Drawer, EditorAction, Effect, ExportState, ExportStep, Filters, FocusTarget, NoticeEnd,
    NoticeKind, Question, QuickStep, SavedViewsStep, Scope, Session, State, Tab, TableSetting, Views,
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
        if action.reads_pages() {
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
            Action::OpenBuiltIn(which) => {
                self.session(|session, cx| session.request(PendingAction::BuiltIn(which), cx));
            }
            Action::NewDataset => self.session(|session, cx| session.request(PendingAction::New, cx)),
            Action::AskToSaveCopy => self.session(|session, cx| session.ask(Question::SaveCopy, cx)),
            Action::Answer(question, path, replace) => {
                self.session(|session, cx| session.answer(question, path, replace, cx));
            }
            Action::DropQuestion => self.session.drop_question(),
            Action::Quit => self.session(|session, cx| session.request(PendingAction::Quit, cx)),
            // Edits.
            Action::Edit(edit) => {
                self.edit(*edit);
            }
            Action::Editor(EditorAction::Quick(QuickStep::Open)) => {
                let council = self.views.council_near();
                let near = QuickDefaults { council, ..QuickDefaults::default() };
                self.window.overlay = None;
                self.lend(|features, cx| features.editor.open_quick(near, features.views.room, cx));
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
                let scope = if let AllStep::Open(subject) = step { Some(self.batch_scope(subject)) } else { None };
                self.lend(|features, cx| features.batch.update(step, scope, cx));
            }
            Action::Import(step) => self.lend(|features, cx| features.import.update(step, cx)),
            Action::Paper(step) => self.put_on_paper(step),
            Action::SavedViews(step) => self.step_in_views(step),
            Action::CopySentence(sentence) => {
                self.effects.push(Effect::CopyText(sentence));
                self.notices.tell(NoticeKind::Done, say!("comparability-copied").to_owned());
            }
            Action::CopyPath(path) => {
                self.effects.push(Effect::CopyText(path));
                self.notices.announce(say!("announcement-path-copied").to_owned());
            }
            Action::ShowInFolder(path) => {
                if let Err(error) = containing_folder::show(Path::new(&path)) {
                    let why = error.to_string();
                    self.notices.tell(NoticeKind::Error, say!("app-notice-no-folder", why = why));
                }
            }
            Action::CopyWords(words) => {
                if let Some(text) = self.words_to_copy(&words) {
                    self.notices.announce(say!("announcement-copied", words = text.as_str()));
                    self.effects.push(Effect::CopyText(text));
                }
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
            Action::SizePane(pane, width) => self.window.pane_widths.set(pane, width),
            Action::OpenMenu => self.effects.push(Effect::Focus(FocusTarget::Menu)),
            Action::Present => {
                self.window.presents = !self.window.presents;
                self.effects.push(Effect::FillScreen(self.window.presents));
            }
            Action::GoToPane(step) => self.effects.push(Effect::Focus(FocusTarget::Pane(step))),
            Action::FocusSearch => self.effects.push(Effect::Focus(FocusTarget::Search)),
            Action::ToggleDrawer => self.window.toggle_drawer(),
            Action::ToggleKey => self.window.shows_key = !self.window.shows_key,
            Action::StepBack => self.step_back(),
            Action::Dismiss(number) => self.notices.dismiss(number),
            Action::TellWhyNot(why) => self.notices.tell(NoticeKind::Done, say!("app-not-now", why = why)),
            Action::CopyLog => {
                self.effects.push(Effect::CopyText(self.notices.log_text()));
                self.notices.announce(say!("announcement-log-copied").to_owned());
            }
            Action::LookAtPath(path) => self.session(|session, cx| session.probe_path(path, cx)),
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
                self.lend(|features, cx| features.editor.step_in_outline(1, cx));
            }
            Action::PreviousCouncil if self.views.room == Tab::Edit => {
                self.lend(|features, cx| features.editor.step_in_outline(-1, cx));
            }
            Action::NextCouncil => return self.view(|views, scope, cx| views.step(1, scope, cx)),
            Action::PreviousCouncil => return self.view(|views, scope, cx| views.step(-1, scope, cx)),
            Action::GoTo(council) => {
                // Who goes to a council wants to see it, not the list.
                self.window.drawer = Drawer::Closed;
                return self.view(|views, scope, cx| views.go_to(council, scope, cx));
            }
            Action::Compare(concept) => {
                self.window.drawer = Drawer::Closed;
                return self.view(|views, _, cx| views.compare(concept, &cx.document.dataset));
            }
            Action::CompareOutcome(outcome) => {
                let Some(concept) =
                    self.document.dataset.outcome(&outcome).map(|located| located.indicator.concept.clone())
                else {
                    return After::Nothing;
                };
                return self.view(|views, _, cx| {
                    views.compare(concept, &cx.document.dataset);
                    views.select(Some(outcome), cx);
                });
            }
            Action::EditOutcome(outcome) => {
                self.views.selected = Some(outcome);
                self.show(Tab::Edit);
            }
            Action::ShowProgramme(programme) => {
                return self.view(|views, scope, cx| views.show_programme(&programme, scope, cx));
            }
            Action::Select(outcome) => return self.view(|views, _, cx| views.select(outcome, cx)),
            Action::ShowOutcome(outcome) => return self.view(|views, _, cx| views.show_outcome(outcome, cx)),
            Action::Overview(step) => return self.view(|views, _, cx| views.step_overview(step, cx)),
            // What is looked at.
            Action::Pin(council) => return self.view(|views, _, _| views.pin(council)),
            Action::PinCurrent => {
                return self.view(|views, _, _| {
                    if let Some(council) = views.council.clone() {
                        views.pin(council);
                    }
                });
            }
            Action::TickTo(council) => return self.view(|views, _, _| views.tick_to(&council)),
            Action::UnpinAll => return self.view(|views, _, _| views.unpin_all()),
            Action::CompareIndicator(indicator) => return self.view(|views, _, _| views.indicator = indicator),
            Action::Dates(action) => {
                if self.views.update_dates(action) {
                    self.show_suppressed();
                    return After::Rebuild;
                }
            }
            Action::Draw(kind) => return self.view(|views, _, _| views.kind = kind),
            Action::Scale(scale) => return self.view(|views, _, _| views.scale = scale),
            Action::Sort(order) => return self.view(|views, _, _| views.order = order),
            Action::HoldTo(scope) => return self.view(|views, _, _| views.council_scope = scope),
            Action::ToggleMine => return self.view(|views, _, cx| views.toggle_mine(cx)),
            Action::ToggleUnreal => return self.view(|views, _, _| views.shows_unreal = !views.shows_unreal),
            Action::ToggleReference => {
                self.views.reference = self.views.reference.other();
                self.document.set_beside(self.views.has_reference());
                self.show_suppressed();
                return After::Rebuild;
            }
            Action::ToggleSuppression => {
                self.views.toggle_suppression();
                self.show_suppressed();
                return After::Rebuild;
            }
            Action::SuppressUpTo(up_to) => {
                self.views.suppression.up_to = up_to;
                self.show_suppressed();
                return After::Rebuild;
            }
            Action::TurnTable => {
                self.views.room = self.table.turn(self.views.room);
                return After::Rebuild;
            }
            Action::SortTable(column) => return self.sort_or_show(|table| table.sort(column)),
            Action::ShowColumn(column) => return self.sort_or_show(|table| table.show_column(column)),
            Action::ToggleDateColumns => return self.sort_or_show(|table| table.shows_dates = !table.shows_dates),
            Action::FillTable(scope) => return self.sort_or_show(|table| table.scope = scope),
            Action::PointAt(at) => self.lend(|features, cx| features.views.point_at(at, &cx.document.dataset)),
            Action::Search(search) => return self.view(|views, _, _| views.filters.search = search),
            Action::FilterRegion(region) => return self.view(|views, _, _| views.filters.region = region),
            Action::FilterKind(kind) => return self.view(|views, _, _| views.filters.kind = kind),
            Action::FilterTopic(topic) => return self.view(|views, _, _| views.filters.topic = topic),
            Action::FilterSource(source) => return self.view(|views, _, _| views.filters.source = source),
            Action::FilterForm(form) => return self.view(|views, _, _| views.filters.form = form),
            Action::ClearFilters => return self.view(|views, _, _| views.filters = Filters::default()),
        }
        After::Nothing
    }

    /// Makes an edit; tells whether the dataset holds now what was meant. See [`super::Editor`].
    fn edit(&mut self, edit: Edit) -> bool {
        self.lend(|features, cx| features.editor.edit(edit, cx))
    }

    /// A step with kept views: what it asks for is an edit, or is for what is on screen to show.
    fn step_in_views(&mut self, step: SavedViewsStep) {
        let on_screen = step.looks_at_screen().then(|| self.view_on_screen()).flatten();
        match self.lend(|features, cx| features.saved_views.update(step, on_screen, cx)) {
            None => {}
            Some(ViewRequest::Edit(edit, told)) => {
                let is_made = self.edit(*edit);
                if is_made {
                    self.notices.tell(NoticeKind::Done, told);
                }
            }
            Some(ViewRequest::Show(view)) => {
                self.window.drawer = Drawer::Closed;
                self.show_view(&view);
            }
        }
    }

    /// Carries out what a feature asked for during a step.
    pub(super) fn carry_out(&mut self, request: Request) {
        match request {
            Request::RebuildPages => self.rebuild_pages(),
            Request::Edited(edit) => self.on_edited(&edit),
            Request::MakeCopy => self.make_copy(),
            Request::Tell(done) => self.notices.tell(NoticeKind::Done, done),
            Request::ShowPart(place) => {
                self.act(Action::Show(Tab::Edit));
                self.act(Action::Editor(EditorAction::GoTo(place)));
            }
            Request::ShowOutcome(outcome) => self.act(Action::ShowOutcome(outcome)),
            Request::ShowRoom(room) => self.views.room = room,
            Request::RememberVisit(council) => self.palette.remember_visit(&council),
            Request::Replace(replacement) => self.replace(*replacement),
            Request::OpenImported(made) => {
                self.session(|session, cx| session.request(PendingAction::Imported(made), cx));
            }
            Request::AddImported(edit, told) => self.add_imported(*edit, told),
            Request::NewDataset => self.new_dataset(),
            Request::AskForPath(question) => self.session(|session, cx| session.ask(question, cx)),
            Request::AskAboutTaken(question, path) => self.session.ask_about_taken(question, path),
            Request::SavePdf(path, replace) => self.lend(|features, cx| features.paper.save(path, replace, cx)),
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
            Some(TaskKind::Importing) => self.import.stop(),
            // The others tell it themselves, when they have come to an end.
            Some(_) | None => {}
        }
    }

    /// Puts a document in the open one's place and shows of it what is to be shown.
    fn replace(&mut self, DocumentReplacement { document, file, shows, told }: DocumentReplacement) {
        let (tab, was, part) = (self.views.room, self.views.snapshot(), self.part_on_screen());
        self.replace_document(document, file);
        match shows {
            ShownNext::Overview => {}
            ShownNext::SamePlace => self.show_same_place(was, part),
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
        self.import.reset();
        self.saved_views.reset();
        self.editor.close_quick();
        self.notices.retire(NoticeEnd::Saved(self.document.number));
        self.notices.retire_done();
        self.document = Document { number: self.document.number + 1, ..document };
        self.document.set_beside(self.views.has_reference());
        self.lend(|features, cx| features.session.hold(file, cx));
        self.views.dates = ChosenDates::default();
        self.show_suppressed();
        self.reset_view();
    }

    /// Adds what was imported, as one step. The built-in example asks for a copy first, and the dialog waits for the answer.
    fn add_imported(&mut self, edit: Edit, told: String) {
        if self.edit(edit) {
            self.import.reset();
            self.notices.tell(NoticeKind::Done, told);
        }
    }

    /// Opens an empty dataset that has no file yet, where it can be filled.
    fn new_dataset(&mut self) {
        let name = say!("app-document-untitled");
        let dataset = Arc::new(new_parts::dataset(name));
        let file_session = FileSession::untitled(name, &dataset);
        self.replace_document(Document::untitled(name, dataset, History::new()), file_session);
        self.views.room = Tab::Edit;
        self.effects.push(Effect::Focus(FocusTarget::Field(PartPath::Facts, "title".to_owned())));
    }

    /// Goes on with a copy of the read-only example, which has no file yet, and makes the edit that waited for it. What is on
    /// screen stays on screen.
    fn make_copy(&mut self) {
        let waiting = self.editor.copy_request.take();
        if !self.document.is_read_only {
            return;
        }
        // What was imported may be what waited for the copy.
        self.import.reset();
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

    /// Checks the dataset where it changed since the last check.
    pub(super) fn check_if_changed(&mut self) {
        self.lend(|features, cx| features.editor.check_if_changed(cx));
    }

    /// A change of what is looked at, after which the pages are worked out anew.
    fn view(&mut self, change: impl FnOnce(&mut Views, Scope, &mut Context<'_>)) -> After {
        self.lend(|features, cx| change(features.views, features.table.scope, cx));
        After::Rebuild
    }

    /// A change of the table, after which its rows are worked out anew.
    fn sort_or_show(&mut self, change: impl FnOnce(&mut TableSetting)) -> After {
        change(&mut self.table);
        After::Rebuild
    }
}
