//! What the room Edit is asked to do: going to parts and fields, typing, adding, moving, deleting, copying from the example.

use crate::app::Effect;
use crate::app::FocusTarget;
use crate::app::ScrollTarget;
use crate::dataset::load_builtin;
use crate::edit::{Edit, EditError, OutcomeParent, Part, PartKind, PartPath, copy_into, new_parts, propose_id};
use crate::model::{CouncilId, Dataset, IndicatorId, Measure, OutcomeId, ProgrammeId, SourceId};
use crate::say;
use crate::words::search::{WordStart, holds_words, search_words};

use crate::app::editor::{EditorAction, EditorList, EditorQuestion};
use crate::app::{NoticeKind, State, Tab};

impl State {
    pub(in crate::app) fn update_editor(&mut self, action: EditorAction) {
        match action {
            EditorAction::GoTo(place) => self.go_to_part(place, None),
            EditorAction::GoToField(place, field) => self.go_to_part(place, Some(field)),
            EditorAction::Cursor(place, field) => self.effects.push(Effect::Focus(FocusTarget::Field(place, field))),
            EditorAction::NextFinding => self.next_finding(),
            EditorAction::GoToTyped => self.go_to_typed(),
            EditorAction::Type { place, field, text, edit } => {
                self.typed(place, vec![(field, text)], edit, None);
            }
            EditorAction::TypeAll { place, texts, edit } => self.typed(place, texts, edit, Some("published")),
            EditorAction::Enter(place, field) => {
                self.keep_choices_in_sight(place);
                self.editor.cursor = Some((place, field));
            }
            EditorAction::Leave(place, field) => {
                self.document.history.end_merge();
                self.editor.drafts.drop_taken();
                if self.editor.cursor == Some((place, field)) {
                    self.editor.cursor = None;
                }
            }
            EditorAction::DropDrafts(place, field) => self.editor.drafts.drop_of(place, &field),
            EditorAction::KeepChoicesInSight(place) => self.keep_choices_in_sight(place),
            EditorAction::Search(search) => {
                self.editor.search = search;
                self.refresh_desk();
            }
            EditorAction::ShowList(list) => {
                self.editor.list = list;
                self.effects.push(Effect::Scroll(ScrollTarget::OutlineRow));
            }
            EditorAction::Fold(group) => {
                if !self.editor.folded.remove(&group) {
                    self.editor.folded.insert(group);
                }
                self.refresh_desk();
            }
            EditorAction::Add(kind) => self.add_part(kind),
            EditorAction::Plan(plan) => {
                let (is_open, mut plan) = (self.editor.plan.is_some(), plan);
                if let (false, Some(begun)) = (is_open, &mut plan) {
                    if let Some(put_aside) = self.editor.plan_put_aside(begun.home) {
                        **begun = put_aside;
                    }
                    let end = end_of(&self.document.original, begun.home);
                    self.effects.push(Effect::Focus(FocusTarget::Field(end, "indicator".to_owned())));
                }
                if plan.is_none() {
                    self.drop_drafts_of_plan();
                }
                self.editor.plan = plan;
                self.refresh_desk();
            }
            EditorAction::Duplicate(place) => self.try_edit(|dataset| duplicate(dataset, place)),
            EditorAction::MoveUp(place) => self.try_edit(|dataset| shift(dataset, place, -1)),
            EditorAction::MoveDown(place) => self.try_edit(|dataset| shift(dataset, place, 1)),
            EditorAction::Ask(question) => {
                self.editor.forget_worked_out();
                self.editor.question = Some(question);
            }
            EditorAction::Delete(place) => {
                self.editor.question = None;
                self.try_edit(|dataset| Edit::delete(dataset, place));
            }
            EditorAction::CopyIn(place) => self.copy_in(place),
            EditorAction::DropQuestion => self.editor.question = None,
        }
    }

    /// Escape in the room; tells whether there was something to close.
    pub(in crate::app) fn close_front_form(&mut self) -> bool {
        if self.views.room == Tab::Edit && self.editor.drafts.drop_blank() {
            return true;
        }
        if self.editor.plan.is_some() {
            self.drop_drafts_of_plan();
            self.editor.plan = None;
            self.refresh_desk();
            return true;
        }
        if self.views.room == Tab::Edit && !self.editor.search.is_empty() {
            self.editor.search.clear();
            self.refresh_desk();
            return true;
        }
        false
    }

    /// What is typed for a new outcome and its new parts goes with it.
    fn drop_drafts_of_plan(&mut self) {
        let Some(plan) = &self.editor.plan else { return };
        let dataset = &self.document.original;
        for place in [end_of(dataset, plan.home), PartPath::Indicator(dataset.indicators.len())] {
            self.editor.drafts.drop_of(place, "");
        }
    }

    /// Keeps the fields of an indicator in the form of an outcome until another part is opened.
    fn keep_choices_in_sight(&mut self, place: PartPath) {
        let is_elsewhere = place != self.editor.place || self.editor.plan.is_some();
        if matches!(place, PartPath::Indicator(_)) && is_elsewhere {
            self.editor.finishing = Some(place);
        }
    }

    /// Keeps what was typed, and makes the edit that it means. A text counts as taken only once the dataset holds it: where the
    /// edit can't be made, or waits for an answer, the text stays. `all` begins the fields that the edit is made from.
    fn typed(&mut self, place: PartPath, texts: Vec<(String, String)>, edit: Option<Box<Edit>>, all: Option<&str>) {
        for (field, text) in &texts {
            self.editor.drafts.put(place, field, text.clone(), false);
        }
        let Some(edit) = edit else { return };
        let before = self.editor.drafts.clone();
        // Before the edit, since the part may stand elsewhere after it.
        for (field, _) in &texts {
            self.editor.drafts.take_one(place, field);
        }
        if let Some(all) = all {
            self.editor.drafts.take(place, all);
        }
        if !self.edit(*edit) {
            self.editor.drafts = before;
            if self.editor.copy_request.is_some() {
                self.editor.texts_that_wait = texts.into_iter().map(|(field, _)| (place, field)).collect();
            }
        }
    }

    fn go_to_part(&mut self, place: PartPath, field: Option<String>) {
        self.views.room = Tab::Edit;
        self.editor.place = place;
        self.editor.put_plan_aside();
        self.editor.finishing = None;
        self.editor.drafts.drop_taken();
        self.editor.drafts.drop_blank();
        self.document.history.end_merge();
        self.effects.push(Effect::Scroll(ScrollTarget::OutlineRow));
        self.effects.extend(field.map(|field| Effect::Focus(FocusTarget::Field(place, field))));
        self.refresh_desk();
    }

    fn go_to_typed(&mut self) {
        // What is typed to search in the sheet of a new outcome belongs to no part yet.
        let waiting = self.editor.drafts.first_waiting();
        let waiting = waiting.filter(|(place, _)| Part::at(&self.document.original, *place).is_some());
        let begun = self.editor.plans().next().cloned();
        match (waiting, begun) {
            (Some((place, field)), _) => self.go_to_part(place, Some(field)),
            (None, Some(plan)) => {
                self.views.room = Tab::Edit;
                if self.editor.plan.is_none() {
                    self.update_editor(EditorAction::Plan(Some(Box::new(plan))));
                }
            }
            (None, None) => {}
        }
    }

    fn next_finding(&mut self) {
        self.editor.list = EditorList::Findings;
        let findings = &self.editor.findings;
        let now = (self.views.room == Tab::Edit).then(|| {
            let field = self.editor.cursor.as_ref().map_or("", |(_, field)| field.as_str());
            let here = findings.iter().position(|f| f.place == self.editor.place && f.field == field);
            here.or_else(|| findings.iter().position(|f| f.place == self.editor.place))
        });
        let next = match now.flatten() {
            Some(now) if now + 1 < findings.len() => now + 1,
            _ => 0,
        };
        match findings.get(next).cloned() {
            Some(found) => self.go_to_part(found.place, Some(found.field)),
            None => self.tell(NoticeKind::Done, say!("app-desk-no-findings").to_owned()),
        }
    }

    fn try_edit(&mut self, make: impl FnOnce(&Dataset) -> Result<Edit, EditError>) {
        match make(&self.document.original) {
            Ok(edit) => {
                self.edit(edit);
            }
            Err(error) => self.tell(NoticeKind::Error, say!("app-desk-not-changed", why = error.to_string())),
        }
    }

    fn add_part(&mut self, kind: PartKind) {
        let dataset = &self.document.original;
        let (place, part, field, label): (PartPath, Part, &str, &str) = match kind {
            PartKind::Source => {
                let at = PartPath::Source(dataset.sources.len());
                (at, new_parts::source(dataset, "").into(), "title", say!("app-desk-add-source"))
            }
            PartKind::Council => {
                let at = PartPath::Council(dataset.councils.len());
                (at, new_parts::council(dataset, "").into(), "name", say!("app-desk-add-council"))
            }
            PartKind::Indicator => {
                let at = PartPath::Indicator(dataset.indicators.len());
                let indicator = new_parts::indicator(dataset, "", "", Measure::NotStated);
                (at, indicator.into(), "name", say!("app-desk-add-indicator"))
            }
            PartKind::Programme => {
                let at = PartPath::Programme(dataset.programmes.len());
                let programme = new_parts::programme(dataset, "", Vec::new());
                (at, programme.into(), "name", say!("app-desk-add-programme"))
            }
            // An outcome says first what was published; see `Plan`.
            PartKind::Outcome => return,
        };
        let edit = Edit::add(dataset, place, part).map(|edit| Edit { label: label.to_owned(), ..edit });
        if let Some(group) = crate::app::Group::of(place) {
            self.editor.folded.remove(&group);
        }
        self.editor.search.clear();
        self.try_edit(|_| edit);
        if !self.document.is_read_only {
            self.go_to_part(place, Some(field.to_owned()));
        }
    }

    fn copy_in(&mut self, place: PartPath) {
        self.editor.question = None;
        match load_builtin() {
            Ok(example) => {
                let edit = copy_into(&self.document.original, &example.dataset, place);
                if edit.as_ref().is_ok_and(Edit::is_empty) {
                    self.tell(NoticeKind::Done, say!("app-desk-nothing-copied").to_owned());
                }
                self.try_edit(|_| edit);
            }
            Err(_) => self.tell(NoticeKind::Error, say!("app-desk-no-example").to_owned()),
        }
    }
}

/// Where the next outcome of a home will stand.
fn end_of(dataset: &Dataset, home: OutcomeParent) -> PartPath {
    let count = match home {
        OutcomeParent::Context => dataset.context.len(),
        OutcomeParent::Programme(p) => dataset.programmes.get(p).map_or(0, |programme| programme.outcomes.len()),
    };
    PartPath::Outcome(home, count)
}

/// A part like this one with an id of its own, below it.
fn duplicate(dataset: &Dataset, place: PartPath) -> Result<Edit, EditError> {
    let nowhere = || EditError::NoSuchPlace(place.to_string());
    let mut part = Part::at(dataset, place).ok_or_else(nowhere)?;
    let label = say!("app-desk-duplicate", name = part.name(dataset));
    let free = |kind: PartKind, id: &str| propose_id(dataset, kind, id);
    let below = match (&mut part, place) {
        (Part::Source(it), PartPath::Source(n)) => {
            it.id = SourceId::new(free(PartKind::Source, it.id.as_str()));
            PartPath::Source(n + 1)
        }
        (Part::Council(it), PartPath::Council(n)) => {
            it.id = CouncilId::new(free(PartKind::Council, it.id.as_str()));
            PartPath::Council(n + 1)
        }
        (Part::Indicator(it), PartPath::Indicator(n)) => {
            it.id = IndicatorId::new(free(PartKind::Indicator, it.id.as_str()));
            PartPath::Indicator(n + 1)
        }
        // Without its outcomes: one outcome told twice would be counted twice (R11).
        (Part::Programme(it), PartPath::Programme(n)) => {
            it.id = ProgrammeId::new(free(PartKind::Programme, it.id.as_str()));
            PartPath::Programme(n + 1)
        }
        (Part::Outcome(it), PartPath::Outcome(home, n)) => {
            it.id = OutcomeId::new(free(PartKind::Outcome, it.id.as_str()));
            PartPath::Outcome(home, n + 1)
        }
        _ => return Err(EditError::FactsStay),
    };
    Ok(Edit { label, ..Edit::add(dataset, below, part)? })
}

/// One place up or down in the list; nothing at its ends.
fn shift(dataset: &Dataset, place: PartPath, by: isize) -> Result<Edit, EditError> {
    let next = |n: usize, len: usize| n.checked_add_signed(by).filter(|to| *to < len);
    let to = match place {
        PartPath::Facts => None,
        PartPath::Source(n) => next(n, dataset.sources.len()).map(PartPath::Source),
        PartPath::Council(n) => next(n, dataset.councils.len()).map(PartPath::Council),
        PartPath::Indicator(n) => next(n, dataset.indicators.len()).map(PartPath::Indicator),
        PartPath::Programme(n) => next(n, dataset.programmes.len()).map(PartPath::Programme),
        PartPath::Outcome(home @ OutcomeParent::Context, n) => {
            next(n, dataset.context.len()).map(|n| PartPath::Outcome(home, n))
        }
        PartPath::Outcome(home @ OutcomeParent::Programme(p), n) => {
            let count = dataset.programmes.get(p).map_or(0, |programme| programme.outcomes.len());
            next(n, count).map(|n| PartPath::Outcome(home, n))
        }
    };
    Edit::shift(dataset, place, to.unwrap_or(place))
}

/// What [`EditorQuestion::CopyIn`] offers: programmes, indicators, councils and context figures of the built-in example.
pub fn offered(example: &Dataset, search: &str) -> Vec<(PartPath, String)> {
    let words = search_words(search);
    let mut places: Vec<PartPath> = (0..example.programmes.len()).map(PartPath::Programme).collect();
    places.extend((0..example.context.len()).map(|at| PartPath::Outcome(OutcomeParent::Context, at)));
    places.extend((0..example.indicators.len()).map(PartPath::Indicator));
    places.extend((0..example.councils.len()).map(PartPath::Council));
    places.extend((0..example.sources.len()).map(PartPath::Source));
    let named = places.into_iter().filter_map(|place| {
        let name = Part::at(example, place)?.name(example);
        let told = match place {
            PartPath::Programme(at) => {
                let programme = example.programmes.get(at)?;
                let (outcomes, places) =
                    (programme.outcomes.len(), example.names(&programme.places, say!("list-comma")));
                say!("app-desk-offer-programme", name = name, outcomes = outcomes, places = places)
            }
            PartPath::Outcome(..) => say!("app-desk-offer-context", name = name),
            PartPath::Indicator(_) => say!("app-desk-offer-indicator", name = name),
            PartPath::Council(_) => say!("app-desk-offer-council", name = name),
            PartPath::Source(_) | PartPath::Facts => say!("app-desk-offer-source", name = name),
        };
        Some((place, told))
    });
    named.filter(|(_, name)| holds_words(name, &words, WordStart::Anywhere)).collect()
}

impl EditorQuestion {
    /// The title of the question.
    pub fn label(&self) -> &'static str {
        match self {
            Self::Delete(_) => say!("app-desk-delete"),
            Self::CopyIn(_) => say!("app-desk-copy-in"),
        }
    }
}
