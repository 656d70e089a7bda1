//! What is on screen, whichever feature shows it: working it out after a change, the figure that is saved and copied, what makes it,
//! and what its file is called.
//!
//! It reads and refreshes the tabs, the table and the editor together, which no feature may.

use std::sync::Arc;

use crate::compare::Comparison;
use crate::compare::phrases::by_semicolons;
use crate::edit::{Edit, Part, PartId, PartPath};
use crate::export::batch;
use crate::export::booklet::Binding;
use crate::figure::detail::source_in_words;
use crate::figure::wording::Wording;
use crate::figure::{Figure, alt_text, figure, outcome_text};
use crate::model::{CouncilId, Dataset, FigureKind, OutcomeId, SavedView, ShownAs, View, ViewRoom};
use crate::say;

use super::batch::BatchScope;
use super::paper::Printable;
use super::views::cache::PageKind;
use super::views::snapshot::ViewSnapshot;
use super::wordings::FigureKey;
use super::{Action, BatchSubject, CopiedWords, EditorAction, NoticeKind, PaperStep, Scope, State, Tab};

/// The figure on screen, for saving it.
pub(super) struct FigureOnScreen {
    /// What makes it.
    pub key: FigureKey,
    /// The figure as it was written from the data.
    pub written: Figure,
    /// The data it was written from.
    pub dataset: Arc<Dataset>,
    /// A name for its file, without an ending.
    pub name: String,
}

impl State {
    /// The figure of the tab on screen: what is saved.
    pub fn figure_on_screen(&self) -> &Figure {
        let pages = &self.views.pages;
        match (self.views.room, self.table.scope) {
            (Tab::Edit, _) => self.editor.preview.as_ref().map_or(&pages.overview, |preview| &preview.0),
            // The table is the twin of a figure, and the figure is what is saved.
            (Tab::Overview, _) | (Tab::Table, Scope::All) => &pages.overview,
            (Tab::Compare, _) | (Tab::Table, Scope::Concept) => &pages.compare,
            (Tab::SideBySide, _) => &pages.side_by_side,
            (Tab::Council, _) | (Tab::Table, Scope::Council) => &pages.council.figure,
        }
    }

    /// The same for saving it; `None` in the tab Edit where no outcome is on screen.
    pub(super) fn figure_to_save(&self) -> Option<FigureOnScreen> {
        let (key, written, dataset) = self.written_on_screen()?;
        Some(FigureOnScreen { key, written, dataset, name: self.suggested_name() })
    }

    /// The words that are copied, with small counts as they are on screen; `None` where what they are of is gone.
    pub(super) fn words_to_copy(&self, words: &CopiedWords) -> Option<String> {
        let dataset = &self.document.dataset;
        match words {
            CopiedWords::Value(outcome) => {
                let located = dataset.outcome(outcome)?;
                Some(outcome_text::account(&located.outcome.published, &located.indicator.unit))
            }
            CopiedWords::Statement(outcome) => {
                let located = dataset.outcome(outcome)?;
                let sources: Vec<String> =
                    located.outcome.sources.iter().map(|source| source_in_words(dataset, source)).collect();
                let statement = alt_text::datum(&Comparison::of(dataset, located));
                Some(say!("copied-statement", statement = statement, sources = by_semicolons(&sources)))
            }
            CopiedWords::Cell(text) => Some(text.clone()),
            CopiedWords::Name(council) => Some(dataset.council(council)?.name.clone()),
        }
    }

    /// Works out what the tabs show. Called after every change of dataset or view.
    pub(super) fn rebuild_pages(&mut self) {
        self.views.rebuild(&self.document, &self.export.wordings);
        self.table.keep_dates(self.views.date_offer().map(|offer| offer.dates.as_slice()));
        let dataset = &self.document.dataset;
        let view = self.table_view(dataset);
        let kind = PageKind::Rows(self.table.sorted, self.table.dates.len());
        let key = self.views.cache_key(&self.document, &self.export.wordings, &view, kind);
        self.views.rebuild_page(
            key,
            |pages| (&mut pages.made.table, &mut pages.table),
            |views| if views.fits_nobody() { Vec::new() } else { self.table.rows(dataset, &view) },
        );
        self.views.pages.beside = self.views.find_beside(&self.outcomes_on_screen());
    }

    /// Shows another tab.
    pub(super) fn show(&mut self, tab: Tab) {
        if tab == Tab::Edit {
            let selected = self.views.selected.clone().filter(|_| self.views.room != Tab::Edit);
            self.views.show(tab);
            return self.lend(|features, cx| features.editor.enter(selected.as_ref(), cx));
        }
        self.views.show(tab);
        self.rebuild_pages();
        self.follow_room();
    }

    /// The outcomes of the room on screen, in reading order.
    fn outcomes_on_screen(&self) -> Vec<&OutcomeId> {
        match self.views.room {
            Tab::Table => self.views.pages.table.iter().map(|row| &row.outcome).collect(),
            Tab::Overview | Tab::Compare | Tab::SideBySide | Tab::Council | Tab::Edit => {
                self.figure_on_screen().drawn()
            }
        }
    }

    /// After a change of room: an outcome that is not shown there is let go.
    pub(super) fn follow_room(&mut self) {
        let shown: Vec<OutcomeId> = self.outcomes_on_screen().into_iter().cloned().collect();
        let shown: Vec<&OutcomeId> = shown.iter().collect();
        self.views.keep_selection_among(&shown);
        self.views.pages.beside = self.views.find_beside(&shown);
    }

    /// After another dataset was opened: everything starts afresh.
    pub(super) fn reset_view(&mut self) {
        self.editor.reset(&self.document);
        self.views.reset(&self.document.dataset);
        self.views.begin_with(self.settings.my_council.find(&self.document.dataset));
        self.rebuild_pages();
    }

    /// After an edit: what is on screen stays, as far as it is still there.
    pub(super) fn refresh_after_edit(&mut self) {
        self.show_suppressed();
        self.views.keep_what_exists(&self.document.dataset);
        self.views.my_council = self.settings.my_council.find(&self.document.dataset);
        if self.views.council.is_none() && self.table.scope == Scope::Council {
            self.table.scope = Scope::All;
        }
        self.rebuild_pages();
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

    /// Shows the open dataset as the switch for small counts has it, also beside a form.
    pub(super) fn show_suppressed(&mut self) {
        self.views.show_suppressed(&mut self.document);
        self.editor.refresh(&self.document);
    }

    /// Shows of a document that was read anew the place where the reader was, as far as it exists there.
    pub(super) fn show_same_place(&mut self, was: ViewSnapshot, (place, id): (PartPath, Option<PartId>)) {
        self.views.go_back_to(was, &self.document.dataset);
        let tab = self.views.room;
        self.refresh_after_edit();
        let there = match &id {
            // It may have another number in this version.
            Some(id) => id.place(&self.document.original),
            None => Part::at(&self.document.original, place).map(|_| place),
        };
        if let Some(place) = there {
            self.lend(|features, cx| features.editor.update(EditorAction::GoTo(place), tab, cx));
            self.views.room = tab;
        }
    }

    /// The part whose form is shown, and its id where it has one.
    pub(super) fn part_on_screen(&self) -> (PartPath, Option<PartId>) {
        let place = self.editor.place;
        (place, Part::at(&self.document.original, place).and_then(|part| part.id()))
    }

    /// What the rows of the table are asked for by.
    fn table_view(&self, dataset: &Dataset) -> View {
        match self.table.scope {
            Scope::All => self.views.overview_view(),
            Scope::Concept => self.views.compare_view(dataset),
            Scope::Council => View { councils: self.views.council.clone().into(), ..self.views.overview_view() },
        }
    }

    /// The rows and columns of the table as cells that a spreadsheet takes.
    pub fn table_cells(&self) -> String {
        self.table.cells(&self.views.pages.table)
    }

    /// Prints what is on screen, or asks where a booklet goes.
    pub(super) fn put_on_paper(&mut self, step: PaperStep) {
        let dataset = self.document.dataset.clone();
        match step {
            PaperStep::Print => {
                if let Some(why) = self.why_not(&Action::Paper(step)) {
                    return self.notices.tell(NoticeKind::Error, say!("app-not-now", why = why));
                }
                let what = match (&self.views.council, self.views.room) {
                    (Some(council), Tab::Council) => Printable::Councils(
                        dataset,
                        Box::new(self.views.council_view()),
                        vec![council.clone()],
                        Binding::Pages,
                    ),
                    (_, Tab::Overview | Tab::Compare | Tab::SideBySide | Tab::Council | Tab::Table | Tab::Edit) => {
                        Printable::Figure(Box::new(self.figure_on_screen().clone()))
                    }
                };
                let folder = self.session.data.clone().unwrap_or_else(std::env::temp_dir).join("print");
                let name = self.suggested_name();
                self.lend(|features, cx| features.paper.print(what, (&folder, &name), cx));
            }
            PaperStep::Booklet => {
                let mut view = self.views.overview_view();
                if !self.views.pinned.is_empty() {
                    view.councils = self.views.pinned.clone().into();
                }
                let councils = if self.views.fits_nobody() { Vec::new() } else { batch::councils(&dataset, &view) };
                if councils.is_empty() {
                    return self
                        .notices
                        .tell(NoticeKind::Error, say!("app-not-now", why = say!("paper-nothing-to-bind")));
                }
                let what = Printable::Councils(dataset, Box::new(view), councils, Binding::Booklet);
                self.lend(|features, cx| features.paper.ask_where(what, cx));
            }
        }
    }

    /// Who gets a figure where figures of all councils are saved.
    pub(super) fn batch_scope(&self, subject: BatchSubject) -> BatchScope {
        let dataset = &self.document.dataset;
        match subject {
            BatchSubject::Councils => {
                let view = self.views.overview_view();
                let items = if self.views.fits_nobody() { Vec::new() } else { batch::council_items(dataset, &view) };
                BatchScope { subject, items, filters: self.views.in_words(dataset, &view) }
            }
            BatchSubject::Views => {
                let filters = say!("save-all-as-kept").to_owned();
                BatchScope { subject, items: batch::view_items(dataset), filters }
            }
        }
    }

    /// What is on screen as a view that can be kept, named as its figure is; `None` in the tab Edit.
    pub(super) fn view_on_screen(&self) -> Option<SavedView> {
        let (room, shown_as) = match (self.views.room, self.table.scope) {
            (Tab::Edit, _) => return None,
            (Tab::Overview, _) => (ViewRoom::Overview, ShownAs::Figure),
            (Tab::Compare, _) => (ViewRoom::Compare, ShownAs::Figure),
            (Tab::SideBySide, _) => (ViewRoom::SideBySide, ShownAs::Figure),
            (Tab::Council, _) => (ViewRoom::Council, ShownAs::Figure),
            (Tab::Table, Scope::All) => (ViewRoom::Overview, ShownAs::Table),
            (Tab::Table, Scope::Concept) => (ViewRoom::Compare, ShownAs::Table),
            (Tab::Table, Scope::Council) => (ViewRoom::Council, ShownAs::Table),
        };
        let mut view = self.views.to_saved(room, shown_as);
        self.figure_on_screen().title.clone_into(&mut view.name);
        if !self.export.wordings.is_empty()
            && let Some(on_screen) = self.figure_to_save()
            && let Some(used) = self.export.wordings.used(&on_screen.key)
        {
            view.words = used.kept();
        }
        Some(view)
    }

    /// Shows a view, all of which the dataset has, in its own words.
    pub(super) fn show_view(&mut self, view: &SavedView) {
        let (tab, scope) = match view.room {
            ViewRoom::Overview => (Tab::Overview, Scope::All),
            ViewRoom::Compare => (Tab::Compare, Scope::Concept),
            ViewRoom::SideBySide => (Tab::SideBySide, self.table.scope),
            ViewRoom::Council => (Tab::Council, Scope::Council),
        };
        self.views.apply_view(view, &self.document.original);
        if self.views.dates != self.document.dates {
            self.show_suppressed();
        }
        self.views.show(match view.shown_as {
            ShownAs::Figure => tab,
            ShownAs::Table => {
                self.table.scope = scope;
                Tab::Table
            }
        });
        self.rebuild_pages();
        let wording = Wording::of_kept(&view.words);
        if wording.is_empty() && self.export.wordings.is_empty() {
            return;
        }
        // Words that were changed since, in this session, give way to those that were kept.
        if let Some(on_screen) = self.figure_to_save()
            && self.export.wordings.used(&on_screen.key).cloned().unwrap_or_default() != wording
        {
            self.export.wordings.take_into_use(&on_screen.key, &wording);
            self.rebuild_pages();
        }
    }

    /// The figure on screen as it was written from the data, what makes it, and the data. `None` in the room Edit where no
    /// outcome is on screen.
    fn written_on_screen(&self) -> Option<(FigureKey, Figure, Arc<Dataset>)> {
        let dataset = self.document.dataset.clone();
        let (view, kind) = match (self.views.room, self.table.scope) {
            (Tab::Edit, _) => return self.written_at_desk(),
            (Tab::Overview, _) => {
                let (view, hidden) = self.views.wall_view(&dataset);
                let figure = self.views.wall(&dataset, &view, hidden);
                return Some((FigureKey::of(&self.document, view, FigureKind::Profile, &figure), figure, dataset));
            }
            (Tab::Table, Scope::All) => (self.views.overview_view(), FigureKind::Profile),
            (Tab::Compare, _) | (Tab::Table, Scope::Concept) => (self.views.compare_view(&dataset), self.views.kind),
            (Tab::SideBySide, _) => (self.views.side_by_side_view(), FigureKind::SideBySide),
            (Tab::Council, _) | (Tab::Table, Scope::Council) => {
                let view = self.views.council_view();
                let figure = figure(&dataset, &view, FigureKind::Profile).unwrap_or_default();
                return Some((FigureKey::of(&self.document, view, FigureKind::Profile, &figure), figure, dataset));
            }
        };
        let figure = self.views.draw(&dataset, &view, kind);
        Some((FigureKey::of(&self.document, view, kind, &figure), figure, dataset))
    }

    /// The small figure beside the form, and the one outcome that it draws: not others of the same programme and places, nor
    /// the part behind the sheet of a new outcome.
    fn written_at_desk(&self) -> Option<(FigureKey, Figure, Arc<Dataset>)> {
        let (figure, _) = self.editor.preview.as_deref()?;
        let (original, up_to) = (&self.document.original, self.document.suppressed_up_to);
        let dataset = self.editor.outcome_on_screen(original, up_to)?;
        let outcome = dataset.outcomes().next()?.outcome.id.clone();
        let view = if self.editor.plan.is_some() {
            View::default()
        } else {
            self.editor.view(&self.document.original).unwrap_or_default()
        };
        let key =
            FigureKey { outcome: Some(outcome), ..FigureKey::of(&self.document, view, FigureKind::Profile, figure) };
        Some((key, figure.clone(), Arc::new(dataset)))
    }

    /// A name for the file of the figure on screen: what it is about and its kind, in letters that every system takes.
    fn suggested_name(&self) -> String {
        let council = self.views.council.as_ref().map_or("council", CouncilId::as_str);
        let (about, kind) = match (self.views.room, self.table.scope) {
            (Tab::Edit, _) if self.editor.preview.is_some() => ("outcome", FigureKind::Profile),
            (Tab::Overview | Tab::Edit, _) | (Tab::Table, Scope::All) => ("overview", FigureKind::Profile),
            (Tab::Compare, _) | (Tab::Table, Scope::Concept) => (self.views.concept.as_str(), self.views.kind),
            (Tab::SideBySide, _) => ("councils", FigureKind::SideBySide),
            (Tab::Council, _) | (Tab::Table, Scope::Council) => (council, FigureKind::Profile),
        };
        batch::file_name(&format!("{about} {}", kind.keyword()))
    }
}
