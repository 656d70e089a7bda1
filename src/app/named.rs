//! What else of a dataset has a name and can be gone to: documents, topics, regions, benchmarks; and notes on documents and councils.
//! The palette takes it from here, beside councils, programmes and indicators.

use crate::figure::words::sentence_case;
use crate::model::{Located, Source};
use crate::say;

use super::{Action, DeskAction, Found, Room, State, search};
use crate::edit::Place;

impl State {
    /// Documents, topics, regions and benchmarks by name, in this order.
    pub(super) fn findable_named(&self) -> Vec<Found> {
        let dataset = &self.document.dataset;
        let mut all: Vec<Found> = Vec::new();
        for source in &dataset.sources {
            all.push(found(source.title.clone(), say!("app-find-source"), self.way_to_source(source)));
        }
        let wall = |filter: Action| vec![Action::ClearFilters, filter, Action::Show(Room::Overview)];
        for topic in &self.pages.topics {
            all.push(found(topic.clone(), say!("app-find-topic"), wall(Action::FilterTopic(Some(topic.clone())))));
        }
        for region in &self.pages.regions {
            all.push(found(region.clone(), say!("app-find-region"), wall(Action::FilterRegion(Some(region.clone())))));
        }
        for located in dataset.outcomes().filter(|located| self.shows(located)) {
            if let Some(benchmark) = &located.outcome.benchmark {
                let name = say!("app-find-in", about = sentence_case(&benchmark.of), words = self.named(&located));
                all.push(found(name, say!("app-find-benchmark"), way_to_outcome(&located)));
            }
        }
        all
    }

    /// Notes on documents and councils that hold every one of these words.
    pub(super) fn findable_remarks(&self, words: &[String]) -> Vec<Found> {
        let dataset = &self.document.dataset;
        let told = |about: &str, text: &str| say!("app-find-in", about = about, words = search::excerpt(text, words));
        let sources = dataset.sources.iter().filter(|source| search::holds_all(&source.note, words));
        let councils = dataset.councils.iter().filter(|council| search::holds_all(&council.note, words));
        let of_sources = sources.map(|source| {
            let name = told(&source.title, &source.note);
            found(name, say!("app-find-source-note"), self.way_to_source(source))
        });
        let of_councils = councils.map(|council| {
            let go = vec![Action::Show(Room::Council), Action::GoTo(council.id.clone())];
            found(told(&council.name, &council.note), say!("app-find-council-note"), go)
        });
        of_sources.chain(of_councils).collect()
    }

    /// The places and the indicator of an outcome, by which a reader knows it.
    pub(super) fn named(&self, located: &Located<'_>) -> String {
        say!(
            "app-find-outcome",
            places = self.document.dataset.names(&located.outcome.places, say!("list-comma")),
            indicator = located.indicator.name.as_str()
        )
    }

    /// To the wall of what a document tells; to its form where it tells nothing that is shown.
    fn way_to_source(&self, source: &Source) -> Vec<Action> {
        let dataset = &self.document.dataset;
        let tells = |located: &Located<'_>| located.outcome.sources.iter().any(|cited| cited.source == source.id);
        if dataset.outcomes().any(|located| self.shows(&located) && tells(&located)) {
            let only = Action::FilterSource(Some(source.id.clone()));
            return vec![Action::ClearFilters, only, Action::Show(Room::Overview)];
        }
        let form = Place::of_source(dataset, &source.id).map(|place| Action::Desk(DeskAction::GoTo(place)));
        std::iter::once(Action::Show(Room::Edit)).chain(form).collect()
    }

    /// Whether the figures show an outcome: estimates, targets and plans are hidden until they are asked for (R9).
    fn shows(&self, located: &Located<'_>) -> bool {
        self.shows_unreal || located.outcome.role.is_shown_by_default()
    }
}

/// To an outcome in full, in the room of its first place.
pub(super) fn way_to_outcome(located: &Located<'_>) -> Vec<Action> {
    let mut go = vec![Action::Show(Room::Council)];
    go.extend(located.outcome.places.first().map(|council| Action::GoTo(council.clone())));
    go.push(Action::Select(Some(located.outcome.id.clone())));
    go
}

/// Something that can always be gone to.
fn found(name: String, kind: &'static str, actions: Vec<Action>) -> Found {
    Found { name, kind, actions, shortcut: None, why_not: None }
}
