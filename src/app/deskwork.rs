//! What the room Edit is asked to do: going to parts and fields, typing, adding, moving, deleting, copying from the example.

use crate::dataset::load_builtin;
use crate::edit::{Edit, EditError, Home, Part, PartKind, Place, copy_into, making, propose_id};
use crate::model::{CouncilId, Dataset, IndicatorId, Measure, OutcomeId, ProgrammeId, SourceId, folded};
use crate::say;

use super::desk::{DeskAction, DeskList, DeskQuestion};
use super::{Room, Severity, State};

impl State {
    pub(super) fn at_desk(&mut self, action: DeskAction) {
        match action {
            DeskAction::GoTo(place) => self.go_to_part(place, None),
            DeskAction::GoToField(place, field) => self.go_to_part(place, Some(field)),
            DeskAction::Cursor(place, field) => self.desk.wants_field = Some((place, field)),
            DeskAction::NextFinding => self.next_finding(),
            DeskAction::GoToTyped => self.go_to_typed(),
            DeskAction::Type { place, field, text, edit } => {
                self.typed(place, vec![(field, text)], edit, None);
            }
            DeskAction::TypeAll { place, texts, edit } => self.typed(place, texts, edit, Some("published")),
            DeskAction::Enter(place, field) => {
                self.keep_choices_in_sight(place);
                self.desk.cursor = Some((place, field));
            }
            DeskAction::Leave(place, field) => {
                self.document.history.seal();
                self.desk.drafts.drop_taken();
                if self.desk.cursor == Some((place, field)) {
                    self.desk.cursor = None;
                }
            }
            DeskAction::DropDrafts(place, field) => self.desk.drafts.drop_of(place, &field),
            DeskAction::KeepChoicesInSight(place) => self.keep_choices_in_sight(place),
            DeskAction::Search(search) => {
                self.desk.search = search;
                self.refresh_desk();
            }
            DeskAction::ShowList(list) => {
                self.desk.list = list;
                self.desk.wants_row_in_view = true;
            }
            DeskAction::Fold(group) => {
                if !self.desk.folded.remove(&group) {
                    self.desk.folded.insert(group);
                }
                self.refresh_desk();
            }
            DeskAction::Add(kind) => self.add_part(kind),
            DeskAction::Plan(plan) => {
                let (is_open, mut plan) = (self.desk.plan.is_some(), plan);
                if let (false, Some(begun)) = (is_open, &mut plan) {
                    if let Some(put_aside) = self.desk.plan_put_aside(begun.home) {
                        **begun = put_aside;
                    }
                    self.desk.wants_field = Some((end_of(&self.document.original, begun.home), "indicator".to_owned()));
                }
                if plan.is_none() {
                    self.drop_drafts_of_plan();
                }
                self.desk.plan = plan;
                self.refresh_desk();
            }
            DeskAction::Duplicate(place) => self.try_edit(|dataset| duplicate(dataset, place)),
            DeskAction::MoveUp(place) => self.try_edit(|dataset| shift(dataset, place, -1)),
            DeskAction::MoveDown(place) => self.try_edit(|dataset| shift(dataset, place, 1)),
            DeskAction::Ask(question) => {
                self.desk.forget_worked_out();
                self.desk.question = Some(question);
            }
            DeskAction::Delete(place) => {
                self.desk.question = None;
                self.try_edit(|dataset| Edit::delete(dataset, place));
            }
            DeskAction::CopyIn(place) => self.copy_in(place),
            DeskAction::DropQuestion => self.desk.question = None,
        }
    }

    /// Escape in the room; tells whether there was something to close.
    pub(super) fn step_back_at_desk(&mut self) -> bool {
        if self.room == Room::Edit && self.desk.drafts.drop_blank() {
            return true;
        }
        if self.desk.plan.is_some() {
            self.drop_drafts_of_plan();
            self.desk.plan = None;
            self.refresh_desk();
            return true;
        }
        if self.room == Room::Edit && !self.desk.search.is_empty() {
            self.desk.search.clear();
            self.refresh_desk();
            return true;
        }
        false
    }

    /// What is typed for a new outcome and its new parts goes with it.
    fn drop_drafts_of_plan(&mut self) {
        let Some(plan) = &self.desk.plan else { return };
        let dataset = &self.document.original;
        for place in [end_of(dataset, plan.home), Place::Indicator(dataset.indicators.len())] {
            self.desk.drafts.drop_of(place, "");
        }
    }

    /// Keeps the fields of an indicator in the form of an outcome until another part is opened.
    fn keep_choices_in_sight(&mut self, place: Place) {
        let is_elsewhere = place != self.desk.place || self.desk.plan.is_some();
        if matches!(place, Place::Indicator(_)) && is_elsewhere {
            self.desk.finishing = Some(place);
        }
    }

    /// Keeps what was typed, and makes the edit that it means. A text counts as taken only once the dataset holds it: where the
    /// edit can't be made, or waits for an answer, the text stays. `all` begins the fields that the edit is made from.
    fn typed(&mut self, place: Place, texts: Vec<(String, String)>, edit: Option<Box<Edit>>, all: Option<&str>) {
        for (field, text) in &texts {
            self.desk.drafts.put(place, field, text.clone(), false);
        }
        let Some(edit) = edit else { return };
        let before = self.desk.drafts.clone();
        // Before the edit, since the part may stand elsewhere after it.
        for (field, _) in &texts {
            self.desk.drafts.take_one(place, field);
        }
        if let Some(all) = all {
            self.desk.drafts.take(place, all);
        }
        if !self.edit(*edit) {
            self.desk.drafts = before;
            if self.wants_copy.is_some() {
                self.desk.texts_that_wait = texts.into_iter().map(|(field, _)| (place, field)).collect();
            }
        }
    }

    fn go_to_part(&mut self, place: Place, field: Option<String>) {
        self.room = Room::Edit;
        self.desk.place = place;
        self.desk.put_plan_aside();
        self.desk.finishing = None;
        self.desk.drafts.drop_taken();
        self.desk.drafts.drop_blank();
        self.document.history.seal();
        self.desk.wants_row_in_view = true;
        self.desk.wants_field = field.map(|field| (place, field));
        self.refresh_desk();
    }

    fn go_to_typed(&mut self) {
        // What is typed to search in the sheet of a new outcome belongs to no part yet.
        let waiting = self.desk.drafts.first_waiting();
        let waiting = waiting.filter(|(place, _)| Part::at(&self.document.original, *place).is_some());
        let begun = self.desk.plans().next().cloned();
        match (waiting, begun) {
            (Some((place, field)), _) => self.go_to_part(place, Some(field)),
            (None, Some(plan)) => {
                self.room = Room::Edit;
                if self.desk.plan.is_none() {
                    self.at_desk(DeskAction::Plan(Some(Box::new(plan))));
                }
            }
            (None, None) => {}
        }
    }

    fn next_finding(&mut self) {
        self.desk.list = DeskList::Findings;
        let findings = &self.desk.findings;
        let now = (self.room == Room::Edit).then(|| {
            let field = self.desk.cursor.as_ref().map_or("", |(_, field)| field.as_str());
            let here = findings.iter().position(|f| f.place == self.desk.place && f.field == field);
            here.or_else(|| findings.iter().position(|f| f.place == self.desk.place))
        });
        let next = match now.flatten() {
            Some(now) if now + 1 < findings.len() => now + 1,
            _ => 0,
        };
        match findings.get(next).cloned() {
            Some(found) => self.go_to_part(found.place, Some(found.field)),
            None => self.tell(Severity::Done, say!("app-desk-no-findings").to_owned()),
        }
    }

    fn try_edit(&mut self, make: impl FnOnce(&Dataset) -> Result<Edit, EditError>) {
        match make(&self.document.original) {
            Ok(edit) => {
                self.edit(edit);
            }
            Err(error) => self.tell(Severity::Error, say!("app-desk-not-changed", why = error.to_string())),
        }
    }

    fn add_part(&mut self, kind: PartKind) {
        let dataset = &self.document.original;
        let (place, part, field, label): (Place, Part, &str, &str) = match kind {
            PartKind::Source => {
                let at = Place::Source(dataset.sources.len());
                (at, making::source(dataset, "").into(), "title", say!("app-desk-add-source"))
            }
            PartKind::Council => {
                let at = Place::Council(dataset.councils.len());
                (at, making::council(dataset, "").into(), "name", say!("app-desk-add-council"))
            }
            PartKind::Indicator => {
                let at = Place::Indicator(dataset.indicators.len());
                let indicator = making::indicator(dataset, "", "", Measure::NotStated);
                (at, indicator.into(), "name", say!("app-desk-add-indicator"))
            }
            PartKind::Programme => {
                let at = Place::Programme(dataset.programmes.len());
                let programme = making::programme(dataset, "", Vec::new());
                (at, programme.into(), "name", say!("app-desk-add-programme"))
            }
            // An outcome says first what was published; see `Plan`.
            PartKind::Outcome => return,
        };
        let edit = Edit::add(dataset, place, part).map(|edit| Edit { label: label.to_owned(), ..edit });
        if let Some(group) = super::Group::of(place) {
            self.desk.folded.remove(&group);
        }
        self.desk.search.clear();
        self.try_edit(|_| edit);
        if !self.document.is_read_only {
            self.go_to_part(place, Some(field.to_owned()));
        }
    }

    fn copy_in(&mut self, place: Place) {
        self.desk.question = None;
        match load_builtin() {
            Ok(example) => {
                let edit = copy_into(&self.document.original, &example.dataset, place);
                if edit.as_ref().is_ok_and(Edit::is_empty) {
                    self.tell(Severity::Done, say!("app-desk-nothing-copied").to_owned());
                }
                self.try_edit(|_| edit);
            }
            Err(_) => self.tell(Severity::Error, say!("app-desk-no-example").to_owned()),
        }
    }
}

/// Where the next outcome of a home will stand.
fn end_of(dataset: &Dataset, home: Home) -> Place {
    let count = match home {
        Home::Context => dataset.context.len(),
        Home::Programme(p) => dataset.programmes.get(p).map_or(0, |programme| programme.outcomes.len()),
    };
    Place::Outcome(home, count)
}

/// A part like this one with an id of its own, below it.
fn duplicate(dataset: &Dataset, place: Place) -> Result<Edit, EditError> {
    let nowhere = || EditError::NoSuchPlace(place.to_string());
    let mut part = Part::at(dataset, place).ok_or_else(nowhere)?;
    let label = say!("app-desk-duplicate", name = part.name(dataset));
    let free = |kind: PartKind, id: &str| propose_id(dataset, kind, id);
    let below = match (&mut part, place) {
        (Part::Source(it), Place::Source(n)) => {
            it.id = SourceId::new(free(PartKind::Source, it.id.as_str()));
            Place::Source(n + 1)
        }
        (Part::Council(it), Place::Council(n)) => {
            it.id = CouncilId::new(free(PartKind::Council, it.id.as_str()));
            Place::Council(n + 1)
        }
        (Part::Indicator(it), Place::Indicator(n)) => {
            it.id = IndicatorId::new(free(PartKind::Indicator, it.id.as_str()));
            Place::Indicator(n + 1)
        }
        // Without its outcomes: one outcome told twice would be counted twice (R11).
        (Part::Programme(it), Place::Programme(n)) => {
            it.id = ProgrammeId::new(free(PartKind::Programme, it.id.as_str()));
            Place::Programme(n + 1)
        }
        (Part::Outcome(it), Place::Outcome(home, n)) => {
            it.id = OutcomeId::new(free(PartKind::Outcome, it.id.as_str()));
            Place::Outcome(home, n + 1)
        }
        _ => return Err(EditError::FactsStay),
    };
    Ok(Edit { label, ..Edit::add(dataset, below, part)? })
}

/// One place up or down in the list; nothing at its ends.
fn shift(dataset: &Dataset, place: Place, by: isize) -> Result<Edit, EditError> {
    let next = |n: usize, len: usize| n.checked_add_signed(by).filter(|to| *to < len);
    let to = match place {
        Place::Facts => None,
        Place::Source(n) => next(n, dataset.sources.len()).map(Place::Source),
        Place::Council(n) => next(n, dataset.councils.len()).map(Place::Council),
        Place::Indicator(n) => next(n, dataset.indicators.len()).map(Place::Indicator),
        Place::Programme(n) => next(n, dataset.programmes.len()).map(Place::Programme),
        Place::Outcome(home @ Home::Context, n) => next(n, dataset.context.len()).map(|n| Place::Outcome(home, n)),
        Place::Outcome(home @ Home::Programme(p), n) => {
            let count = dataset.programmes.get(p).map_or(0, |programme| programme.outcomes.len());
            next(n, count).map(|n| Place::Outcome(home, n))
        }
    };
    Edit::shift(dataset, place, to.unwrap_or(place))
}

/// What [`DeskQuestion::CopyIn`] offers: programmes, indicators, councils and context figures of the built-in example.
pub fn offered(example: &Dataset, search: &str) -> Vec<(Place, String)> {
    let words: Vec<String> = search.split_whitespace().map(str::to_lowercase).collect();
    let mut places: Vec<Place> = (0..example.programmes.len()).map(Place::Programme).collect();
    places.extend((0..example.context.len()).map(|at| Place::Outcome(Home::Context, at)));
    places.extend((0..example.indicators.len()).map(Place::Indicator));
    places.extend((0..example.councils.len()).map(Place::Council));
    places.extend((0..example.sources.len()).map(Place::Source));
    let named = places.into_iter().filter_map(|place| {
        let name = Part::at(example, place)?.name(example);
        let told = match place {
            Place::Programme(at) => {
                let programme = example.programmes.get(at)?;
                let (outcomes, places) =
                    (programme.outcomes.len(), example.names(&programme.places, say!("list-comma")));
                say!("app-desk-offer-programme", name = name, outcomes = outcomes, places = places)
            }
            Place::Outcome(..) => say!("app-desk-offer-context", name = name),
            Place::Indicator(_) => say!("app-desk-offer-indicator", name = name),
            Place::Council(_) => say!("app-desk-offer-council", name = name),
            Place::Source(_) | Place::Facts => say!("app-desk-offer-source", name = name),
        };
        Some((place, told))
    });
    named.filter(|(_, name)| words.iter().all(|word| folded(name).contains(word))).collect()
}

impl DeskQuestion {
    /// The title of the question.
    pub fn title(&self) -> &'static str {
        match self {
            Self::Delete(_) => say!("app-desk-delete"),
            Self::CopyIn(_) => say!("app-desk-copy-in"),
        }
    }
}
