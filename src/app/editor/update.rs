//! What the room Edit is asked to do: going to parts and fields, typing, adding, moving, deleting, copying from the example.

use crate::dataset::load_builtin;
use crate::edit::forms::{self, BenchmarkForm, BenchmarkKind, Texts};
use crate::edit::{
    Edit, NewOutcome, OutcomeParent, Part, PartKind, PartPath, PastedOutcomes, copy_into, new_parts, next_field,
    several_lines,
};
use crate::model::{Dataset, Form, Measure, OutcomeId};
use crate::say;

use crate::app::context::{Context, Request};
use crate::app::editor::{EditorAction, EditorList, EditorQuestion, shared_name};
use crate::app::{Editor, Effect, FocusTarget, NoticeKind, ScrollTarget, Tab};

impl Editor {
    /// Carries out an action, while this room is on screen.
    pub(in crate::app) fn update(&mut self, action: EditorAction, room: Tab, cx: &mut Context<'_>) {
        match action {
            EditorAction::GoTo(place) => self.go_to_part(place, None, cx),
            EditorAction::GoToField(place, field) => self.go_to_part(place, Some(field), cx),
            EditorAction::Cursor(place, field) => cx.effects.push(Effect::Focus(FocusTarget::Field(place, field))),
            EditorAction::NextFinding => self.next_finding(room, cx),
            EditorAction::GoToTyped => self.go_to_typed(cx),
            EditorAction::Type(place, field, text) => self.typed(place, field, text, cx),
            EditorAction::ChooseForm(place, form) => self.choose_form(place, form, cx),
            EditorAction::ChooseBenchmark(place, kind) => self.choose_benchmark(place, kind, cx),
            EditorAction::Enter(place, field) => {
                self.keep_choices_in_sight(place);
                // A text that is in the dataset is begun anew; one that is not stays told of, so that it can be fixed.
                if place != self.plan_place(&cx.document.original) && !self.drafts.is_waiting(place, &field) {
                    self.left.remove(&(place, shared_name(&field).to_owned()));
                }
                self.cursor = Some((place, field));
            }
            EditorAction::Leave(place, field) => {
                cx.document.history.end_merge();
                self.drafts.drop_taken();
                self.left.insert((place, shared_name(&field).to_owned()));
                if self.cursor == Some((place, field)) {
                    self.cursor = None;
                }
            }
            EditorAction::DropDrafts(place, field) => self.drafts.drop_of(place, &field),
            EditorAction::KeepChoicesInSight(place) => self.keep_choices_in_sight(place),
            EditorAction::Search(search) => {
                self.search = search;
                self.refresh(cx.document);
            }
            EditorAction::ShowList(list) => {
                self.list = list;
                cx.effects.push(Effect::Scroll(ScrollTarget::OutlineRow));
            }
            EditorAction::Fold(group) => {
                if !self.folded.remove(&group) {
                    self.folded.insert(group);
                }
                self.refresh(cx.document);
            }
            EditorAction::Add(kind) => self.add_part(kind, cx),
            EditorAction::Begin(home) => self.begin(home, cx),
            EditorAction::Plan(plan) => self.set_plan(plan, cx),
            EditorAction::AddPlanned => self.add_planned(cx),
            EditorAction::AddPlannedAndNext => self.add_planned_and_next(cx),
            EditorAction::Quick(step) => self.step_quick(step, room, cx),
            EditorAction::Review(text) => self.review(&text, cx),
            EditorAction::AddReviewed => self.add_reviewed(cx),
            EditorAction::Duplicate(place) => self.try_edit(Edit::duplicate(&cx.document.original, place), cx),
            EditorAction::MoveUp(place) => self.try_edit(Edit::shift_by(&cx.document.original, place, -1), cx),
            EditorAction::MoveDown(place) => self.try_edit(Edit::shift_by(&cx.document.original, place, 1), cx),
            EditorAction::Ask(question) => {
                self.forget_worked_out();
                self.question = Some(question);
            }
            EditorAction::Delete(place) => {
                self.question = None;
                self.try_edit(Edit::delete(&cx.document.original, place), cx);
            }
            EditorAction::CopyIn(place) => self.copy_in(place, cx),
            EditorAction::DropQuestion => self.question = None,
        }
    }

    fn begin(&mut self, home: OutcomeParent, cx: &mut Context<'_>) {
        self.put_plan_aside();
        let begun = self.plan_put_aside(home);
        let plan = begun.unwrap_or_else(|| NewOutcome::begin(&cx.document.original, home));
        self.open_sheet(plan, cx);
    }

    /// Shows a sheet from its first field.
    fn open_sheet(&mut self, plan: NewOutcome, cx: &mut Context<'_>) {
        let end = plan.home.end(&cx.document.original);
        cx.effects.push(Effect::Focus(FocusTarget::Field(end, "indicator".to_owned())));
        // What stood beside another form is no earlier state of this one.
        (self.preview, self.preview_before) = (None, None);
        self.left.clear();
        self.set_plan(Some(Box::new(plan)), cx);
    }

    /// Where the outcome that is being made will stand; the facts, which are no such place, while none is.
    fn plan_place(&self, dataset: &Dataset) -> PartPath {
        self.plan.as_ref().map_or(PartPath::Facts, |plan| plan.home.end(dataset))
    }

    fn set_plan(&mut self, plan: Option<Box<NewOutcome>>, cx: &mut Context<'_>) {
        if plan.is_none() {
            self.drop_drafts_of_plan(&cx.document.original);
        }
        self.plan = plan;
        self.refresh(cx.document);
    }

    /// Goes to the form of the outcome that is selected elsewhere; where none is, to where one was.
    pub(in crate::app) fn enter(&mut self, selected: Option<&OutcomeId>, cx: &mut Context<'_>) {
        if let Some(place) = selected.and_then(|id| PartPath::of_outcome(&cx.document.original, id)) {
            self.go_to_part(place, None, cx);
        }
    }

    /// Escape in a room; tells whether there was something to close.
    pub(in crate::app) fn step_back(&mut self, room: Tab, cx: &mut Context<'_>) -> bool {
        if room == Tab::Edit && self.drafts.drop_blank() {
            return true;
        }
        if self.plan.is_some() {
            self.set_plan(None, cx);
            return true;
        }
        if room == Tab::Edit && !self.search.is_empty() {
            self.search.clear();
            self.refresh(cx.document);
            return true;
        }
        false
    }

    /// What is typed for a new outcome and its new parts goes with it.
    fn drop_drafts_of_plan(&mut self, dataset: &Dataset) {
        let Some(plan) = &self.plan else { return };
        for place in [plan.home.end(dataset), PartPath::Indicator(dataset.indicators.len())] {
            self.drafts.drop_of(place, "");
        }
    }

    /// Keeps the fields of an indicator in the form of an outcome until another part is opened.
    fn keep_choices_in_sight(&mut self, place: PartPath) {
        let is_elsewhere = place != self.place || self.plan.is_some();
        if matches!(place, PartPath::Indicator(_)) && is_elsewhere {
            self.finishing = Some(place);
        }
    }

    /// Takes what was typed into a field, or chosen in it.
    fn typed(&mut self, place: PartPath, field: String, text: String, cx: &mut Context<'_>) {
        let dataset = cx.document.original.clone();
        let part = Part::at(&dataset, place);
        let (edit, replaced, all) = match (&part, field.split_once('.')) {
            (Some(Part::Outcome(outcome)), Some(("published", name))) => {
                let form = self.published_form(&dataset, place, outcome).with(name, &text);
                (form.edit(&dataset, place, &field), None, Some("published"))
            }
            (Some(Part::Outcome(outcome)), Some(("benchmark", name))) => {
                let form = self.benchmark_form(&dataset, place, outcome).with(name, &text);
                (form.edit(&dataset, place, &field), Some("benchmark"), None)
            }
            _ => {
                let replaced = (field == "statement").then_some("published");
                (forms::edit(&dataset, place, &field, &text), replaced, None)
            }
        };
        if let (Some(replaced), Some(_)) = (replaced, &edit) {
            self.drafts.drop_of(place, replaced);
        }
        self.take_typed(place, field, text, edit, all, cx);
    }

    /// Keeps what was typed, and makes the edit that it means. A text counts as taken only once the dataset holds it: where the
    /// edit can't be made, or waits for an answer, the text stays. `all` begins the fields that the edit is made from.
    fn take_typed(
        &mut self,
        place: PartPath,
        field: String,
        text: String,
        edit: Option<Edit>,
        all: Option<&str>,
        cx: &mut Context<'_>,
    ) {
        self.drafts.put(place, &field, text, false);
        let Some(edit) = edit else { return };
        let before = self.drafts.clone();
        // Before the edit, since the part may stand elsewhere after it.
        self.drafts.take_one(place, &field);
        if let Some(all) = all {
            self.drafts.take(place, all);
        }
        if !self.edit(edit, cx) {
            self.drafts = before;
            if self.copy_request.is_some() {
                self.texts_that_wait = vec![(place, field)];
            }
        }
    }

    /// Turns what was published into another form of evidence. What carries over waits in its fields until it is complete.
    fn choose_form(&mut self, place: PartPath, form: Form, cx: &mut Context<'_>) {
        let dataset = cx.document.original.clone();
        let Some(Part::Outcome(outcome)) = Part::at(&dataset, place) else { return };
        let turned = self.published_form(&dataset, place, &outcome).turned_into(form);
        self.drafts.drop_of(place, "published");
        if form == outcome.published.form() {
            return;
        }
        match turned.edit(&dataset, place, "") {
            Some(edit) => drop(self.edit(edit, cx)),
            None => self.drafts.put_all(place, "published.", turned.into_drafts()),
        }
    }

    fn choose_benchmark(&mut self, place: PartPath, kind: BenchmarkKind, cx: &mut Context<'_>) {
        let dataset = cx.document.original.clone();
        let Some(Part::Outcome(mut outcome)) = Part::at(&dataset, place) else { return };
        let drafts = self.benchmark_form(&dataset, place, &outcome).drafts_of(kind);
        self.drafts.drop_of(place, "benchmark");
        if kind == BenchmarkKind::None {
            outcome.benchmark = None;
            let edit = Edit::change(&dataset, place, Part::Outcome(outcome), "benchmark");
            self.try_edit(edit.map(|edit| Edit { field: None, ..edit }), cx);
        } else if BenchmarkForm::of(&dataset, &outcome, Texts::new()).kind() != kind {
            self.drafts.put_all(place, "benchmark.", drafts);
        }
    }

    fn add_planned(&mut self, cx: &mut Context<'_>) {
        let Some(plan) = self.plan.clone() else { return };
        let place = plan.home.end(&cx.document.original);
        let Some(outcome) = plan.outcome(&cx.document.original) else { return };
        let field = next_field(&outcome.published);
        self.set_plan(None, cx);
        self.try_edit(plan.added(&cx.document.original, place, outcome), cx);
        self.go_to_part(place, Some(field.to_owned()), cx);
    }

    /// Puts the new outcome into the dataset and begins the next one, as whoever copies a table out of a document does.
    fn add_planned_and_next(&mut self, cx: &mut Context<'_>) {
        let Some(plan) = self.plan.clone() else { return };
        let place = plan.home.end(&cx.document.original);
        let Some(outcome) = plan.outcome(&cx.document.original) else { return };
        self.set_plan(None, cx);
        self.try_edit(plan.added(&cx.document.original, place, outcome), cx);
        if let Some(Part::Outcome(added)) = Part::at(&cx.document.original, place) {
            cx.document.history.end_merge();
            self.open_sheet(plan.next(&cx.document.original, &added), cx);
            cx.notices.announce(say!("new-outcome-added-and-next"));
        }
    }

    fn review(&mut self, text: &str, cx: &mut Context<'_>) {
        let (Some(plan), Some(lines)) = (&self.plan, several_lines(text)) else { return };
        let pasted = PastedOutcomes::read(&cx.document.original, plan, &lines);
        self.question = Some(EditorQuestion::Review(Box::new(pasted)));
    }

    fn add_reviewed(&mut self, cx: &mut Context<'_>) {
        let Some(EditorQuestion::Review(pasted)) = self.question.take() else { return };
        let end = pasted.home().map(|home| home.end(&cx.document.original));
        self.set_plan(None, cx);
        self.try_edit(pasted.edit(&cx.document.original), cx);
        if let Some(first) = end.filter(|place| Part::at(&cx.document.original, *place).is_some()) {
            self.go_to_part(first, None, cx);
        }
        cx.notices.tell(NoticeKind::Done, say!("pasted-lines-added", n = pasted.taken()));
    }

    pub(super) fn go_to_part(&mut self, place: PartPath, field: Option<String>, cx: &mut Context<'_>) {
        cx.request(Request::ShowRoom(Tab::Edit));
        self.place = place;
        self.put_plan_aside();
        self.finishing = None;
        self.new_part = None;
        self.left.clear();
        self.drafts.drop_taken();
        self.drafts.drop_blank();
        cx.document.history.end_merge();
        cx.effects.push(Effect::Scroll(ScrollTarget::OutlineRow));
        cx.effects.extend(field.map(|field| Effect::Focus(FocusTarget::Field(place, field))));
        self.refresh(cx.document);
    }

    fn go_to_typed(&mut self, cx: &mut Context<'_>) {
        // What is typed to search in the sheet of a new outcome belongs to no part yet.
        let waiting = self.drafts.first_waiting();
        let waiting = waiting.filter(|(place, _)| Part::at(&cx.document.original, *place).is_some());
        let begun = self.plans().next().cloned();
        match (waiting, begun) {
            (Some((place, field)), _) => self.go_to_part(place, Some(field), cx),
            (None, Some(plan)) => {
                cx.request(Request::ShowRoom(Tab::Edit));
                if self.plan.is_none() {
                    self.begin(plan.home, cx);
                }
            }
            (None, None) => {}
        }
    }

    fn next_finding(&mut self, room: Tab, cx: &mut Context<'_>) {
        self.list = EditorList::Findings;
        let findings = &self.findings;
        let now = (room == Tab::Edit).then(|| {
            let field = self.cursor.as_ref().map_or("", |(_, field)| field.as_str());
            let here = findings.iter().position(|f| f.place == self.place && f.field == field);
            here.or_else(|| findings.iter().position(|f| f.place == self.place))
        });
        let next = match now.flatten() {
            Some(now) if now + 1 < findings.len() => now + 1,
            _ => 0,
        };
        match findings.get(next).cloned() {
            Some(found) => self.go_to_part(found.place, Some(found.field), cx),
            None => cx.notices.tell(NoticeKind::Done, say!("app-desk-no-findings").to_owned()),
        }
    }

    fn add_part(&mut self, kind: PartKind, cx: &mut Context<'_>) {
        let dataset = &cx.document.original;
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
            // An outcome says first what was published; see `Plan`. A view is kept where it is looked at.
            PartKind::Outcome | PartKind::SavedView => return,
        };
        let edit = Edit::add(dataset, place, part).map(|edit| Edit { label: label.to_owned(), ..edit });
        if let Some(group) = crate::app::Group::of(place) {
            self.folded.remove(&group);
        }
        self.search.clear();
        self.try_edit(edit, cx);
        if !cx.document.is_read_only {
            self.go_to_part(place, Some(field.to_owned()), cx);
            self.new_part = Some(place);
        }
    }

    fn copy_in(&mut self, place: PartPath, cx: &mut Context<'_>) {
        self.question = None;
        match load_builtin() {
            Ok(example) => {
                let edit = copy_into(&cx.document.original, &example.dataset, place);
                if edit.as_ref().is_ok_and(Edit::is_empty) {
                    cx.notices.tell(NoticeKind::Done, say!("app-desk-nothing-copied").to_owned());
                }
                self.try_edit(edit, cx);
            }
            Err(_) => cx.notices.tell(NoticeKind::Error, say!("app-desk-no-example").to_owned()),
        }
    }
}

impl EditorQuestion {
    /// The title of the question.
    pub fn label(&self) -> &'static str {
        match self {
            Self::Delete(_) => say!("app-desk-delete"),
            Self::CopyIn(_) => say!("app-desk-copy-in"),
            Self::Review(_) => say!("pasted-lines"),
        }
    }
}
