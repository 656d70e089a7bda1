//! What is on screen, whichever feature shows it: the figure that is saved and copied, what makes it, and what its file is called.
//!
//! It reads the tab, the table and the editor together, which no feature may.

use std::sync::Arc;

use crate::export::batch;
use crate::figure::{Figure, figure};
use crate::model::{CouncilId, Dataset, FigureKind, View};

use super::batch::BatchScope;
use super::wordings::FigureKey;
use super::{Scope, State, Tab};

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
            (Tab::Council, _) | (Tab::Table, Scope::Council) => &pages.council.figure,
        }
    }

    /// The same for saving it; `None` in the tab Edit where no outcome is on screen.
    pub(super) fn figure_to_save(&self) -> Option<FigureOnScreen> {
        let (key, written, dataset) = self.written_on_screen()?;
        Some(FigureOnScreen { key, written, dataset, name: self.suggested_name() })
    }

    /// What the rows of the table are asked for by.
    pub(super) fn table_view(&self, dataset: &Dataset) -> View {
        match self.table.scope {
            Scope::All => self.overview_view(),
            Scope::Concept => self.compare_view(dataset),
            Scope::Council => View { councils: self.views.council.iter().cloned().collect(), ..self.overview_view() },
        }
    }

    /// The rows and columns of the table as cells that a spreadsheet takes.
    pub fn table_cells(&self) -> String {
        self.table.cells(&self.views.pages.table)
    }

    /// Who gets a figure where figures of all councils are saved.
    pub(super) fn batch_scope(&self) -> BatchScope {
        let (dataset, view) = (&self.document.dataset, self.overview_view());
        // A list that is narrowed to nobody asks for nothing, and an empty list in a view would ask for everything.
        let nobody = self.views.filters.narrows_places() && self.views.pages.listed.is_empty();
        let councils = if nobody { 0 } else { batch::councils(dataset, &view).len() };
        let filters = self.views.filters.describe(dataset, &view);
        BatchScope { view, councils, filters }
    }

    /// The figure on screen as it was written from the data, what makes it, and the data. `None` in the room Edit where no
    /// outcome is on screen.
    fn written_on_screen(&self) -> Option<(FigureKey, Figure, Arc<Dataset>)> {
        let dataset = self.document.dataset.clone();
        let (view, kind) = match (self.views.room, self.table.scope) {
            (Tab::Edit, _) => return self.written_at_desk(),
            (Tab::Overview, _) | (Tab::Table, Scope::All) => (self.overview_view(), FigureKind::Profile),
            (Tab::Compare, _) | (Tab::Table, Scope::Concept) => (self.compare_view(&dataset), self.views.kind),
            (Tab::Council, _) | (Tab::Table, Scope::Council) => {
                let view = self.council_view();
                let figure = figure(&dataset, &view, FigureKind::Profile).unwrap_or_default();
                return Some((FigureKey::of(&self.document, view, FigureKind::Profile, &figure), figure, dataset));
            }
        };
        let figure = self.draw(&dataset, &view, kind);
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
            (Tab::Council, _) | (Tab::Table, Scope::Council) => (council, FigureKind::Profile),
        };
        batch::file_name(&format!("{about} {}", kind.keyword()))
    }
}
