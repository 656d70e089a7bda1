//! What is looked at as a view that can be kept, and back.

use crate::model::{Dataset, SavedView, ShownAs, ViewRoom};

use crate::app::{CouncilScope, Filters, Views};

impl Views {
    /// What this room shows, without a name. What the room does not ask for is left out.
    pub(in crate::app) fn to_saved(&self, room: ViewRoom, shown_as: ShownAs) -> SavedView {
        let filters = &self.filters;
        let whole = SavedView { room, shown_as, shows_unreal: self.shows_unreal, ..SavedView::default() };
        let filtered = SavedView {
            councils: if self.holds_to_ticked() { self.pinned.clone() } else { Vec::new() },
            region: filters.region.clone().unwrap_or_default(),
            council_kind: filters.kind,
            source: filters.source.clone(),
            form: filters.form,
            ..whole.clone()
        };
        let chosen = self.dates.chosen(&self.concept);
        let topic = filters.topic.clone().unwrap_or_default();
        let council = self.council.iter().cloned().collect();
        match (room, shown_as) {
            (ViewRoom::Overview, _) => SavedView { topic, shows_context: self.shows_context, ..filtered },
            (ViewRoom::Compare, _) => SavedView {
                concept: self.concept.clone(),
                indicator: self.indicator.clone(),
                kind: self.kind,
                order: self.order,
                axis: self.scale,
                from: chosen.map_or_else(String::new, |(from, _)| from.to_string()),
                to: chosen.map_or_else(String::new, |(_, to)| to.to_string()),
                ..filtered
            },
            (ViewRoom::SideBySide, _) => {
                let most = ViewRoom::SideBySide.councils().map_or(0, |many| *many.end());
                SavedView { councils: self.pinned.iter().take(most).cloned().collect(), ..whole }
            }
            (ViewRoom::Council, ShownAs::Figure) => SavedView { councils: council, ..whole },
            // The table of a council is narrowed by what was published, and not by where.
            (ViewRoom::Council, ShownAs::Table) => {
                SavedView { councils: council, topic, source: filters.source.clone(), form: filters.form, ..whole }
            }
        }
    }

    /// Looks at what a view asks for, all of which the dataset has. The room is chosen elsewhere.
    pub(in crate::app) fn apply_view(&mut self, view: &SavedView, dataset: &Dataset) {
        let some = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
        self.selected = None;
        self.shows_unreal = view.shows_unreal;
        self.filters = Filters {
            search: String::new(),
            region: some(&view.region),
            kind: view.council_kind,
            topic: some(&view.topic),
            source: view.source.clone(),
            form: view.form,
        };
        match view.room {
            ViewRoom::Council => {
                if let Some(council) = view.councils.first() {
                    self.council = Some(council.clone());
                }
                return;
            }
            ViewRoom::Compare => {
                if let Some(concept) = some(&view.concept) {
                    self.concept = concept;
                }
                if !self.dates.choose_named(dataset, &self.concept, &view.from, &view.to) {
                    self.dates.forget(&self.concept);
                }
                (self.indicator, self.kind, self.order) = (view.indicator.clone(), view.kind, view.order);
                self.scale = view.axis;
            }
            ViewRoom::Overview => self.shows_context = view.shows_context,
            ViewRoom::SideBySide => {}
        }
        if view.councils.is_empty() {
            self.council_scope = CouncilScope::All;
        } else {
            self.pinned.clone_from(&view.councils);
            self.council_scope = CouncilScope::Ticked;
        }
    }
}
