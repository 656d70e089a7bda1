//! What the room Edit is asked to do: going to parts and fields, typing, adding, moving, deleting, copying from the example.

use crate::app::Effect;
use crate::app::FocusTarget;
use crate::app::ScrollTarget;
use crate::dataset::load_builtin;
use crate::edit::forms::{self, BenchmarkForm, BenchmarkKind, Texts};
use crate::edit::{Edit, EditError, NewOutcome, Part, PartKind, PartPath, copy_into, new_parts, next_field};
use crate::model::{Dataset, Form, Measure};
use crate::say;

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
            EditorAction::Type(place, field, text) => self.typed(place, field, text),
            EditorAction::ChooseForm(place, form) => self.choose_form(place, form),
            EditorAction::ChooseBenchmark(place, kind) => self.choose_benchmark(place, kind),
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
            EditorAction::Begin(home) => {
                self.editor.put_plan_aside();
                let begun = self.editor.plan_put_aside(home);
                let plan = begun.unwrap_or_else(|| NewOutcome::begin(&self.document.original, home));
                let end = home.end(&self.document.original);
                self.effects.push(Effect::Focus(FocusTarget::Field(end, "indicator".to_owned())));
                self.editor.plan = Some(Box::new(plan));
                self.refresh_desk();
            }
            EditorAction::Plan(plan) => {
                if plan.is_none() {
                    self.drop_drafts_of_plan();
                }
                self.editor.plan = plan;
                self.refresh_desk();
            }
            EditorAction::AddPlanned => self.add_planned(),
            EditorAction::Duplicate(place) => self.try_edit(|dataset| Edit::duplicate(dataset, place)),
            EditorAction::MoveUp(place) => self.try_edit(|dataset| Edit::shift_by(dataset, place, -1)),
            EditorAction::MoveDown(place) => self.try_edit(|dataset| Edit::shift_by(dataset, place, 1)),
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
        for place in [plan.home.end(dataset), PartPath::Indicator(dataset.indicators.len())] {
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

    /// Takes what was typed into a field, or chosen in it.
    fn typed(&mut self, place: PartPath, field: String, text: String) {
        let dataset = self.document.original.clone();
        let part = Part::at(&dataset, place);
        let (edit, replaced, all) = match (&part, field.split_once('.')) {
            (Some(Part::Outcome(outcome)), Some(("published", name))) => {
                let form = self.editor.published_form(&dataset, place, outcome).with(name, &text);
                (form.edit(&dataset, place, &field), None, Some("published"))
            }
            (Some(Part::Outcome(outcome)), Some(("benchmark", name))) => {
                let form = self.editor.benchmark_form(&dataset, place, outcome).with(name, &text);
                (form.edit(&dataset, place, &field), Some("benchmark"), None)
            }
            _ => {
                let replaced = (field == "statement").then_some("published");
                (forms::edit(&dataset, place, &field, &text), replaced, None)
            }
        };
        if let (Some(replaced), Some(_)) = (replaced, &edit) {
            self.editor.drafts.drop_of(place, replaced);
        }
        self.take_typed(place, field, text, edit, all);
    }

    /// Keeps what was typed, and makes the edit that it means. A text counts as taken only once the dataset holds it: where the
    /// edit can't be made, or waits for an answer, the text stays. `all` begins the fields that the edit is made from.
    fn take_typed(&mut self, place: PartPath, field: String, text: String, edit: Option<Edit>, all: Option<&str>) {
        self.editor.drafts.put(place, &field, text, false);
        let Some(edit) = edit else { return };
        let before = self.editor.drafts.clone();
        // Before the edit, since the part may stand elsewhere after it.
        self.editor.drafts.take_one(place, &field);
        if let Some(all) = all {
            self.editor.drafts.take(place, all);
        }
        if !self.edit(edit) {
            self.editor.drafts = before;
            if self.editor.copy_request.is_some() {
                self.editor.texts_that_wait = vec![(place, field)];
            }
        }
    }

    /// Turns what was published into another form of evidence. What carries over waits in its fields until it is complete.
    fn choose_form(&mut self, place: PartPath, form: Form) {
        let dataset = self.document.original.clone();
        let Some(Part::Outcome(outcome)) = Part::at(&dataset, place) else { return };
        let turned = self.editor.published_form(&dataset, place, &outcome).turned_into(form);
        self.editor.drafts.drop_of(place, "published");
        if form == outcome.published.form() {
            return;
        }
        match turned.edit(&dataset, place, "") {
            Some(edit) => drop(self.edit(edit)),
            None => self.editor.drafts.put_all(place, "published.", turned.into_drafts()),
        }
    }

    fn choose_benchmark(&mut self, place: PartPath, kind: BenchmarkKind) {
        let dataset = self.document.original.clone();
        let Some(Part::Outcome(mut outcome)) = Part::at(&dataset, place) else { return };
        let drafts = self.editor.benchmark_form(&dataset, place, &outcome).drafts_of(kind);
        self.editor.drafts.drop_of(place, "benchmark");
        if kind == BenchmarkKind::None {
            outcome.benchmark = None;
            let edit = Edit::change(&dataset, place, Part::Outcome(outcome), "benchmark");
            self.try_edit(|_| edit.map(|edit| Edit { field: None, ..edit }));
        } else if BenchmarkForm::of(&dataset, &outcome, Texts::new()).kind() != kind {
            self.editor.drafts.put_all(place, "benchmark.", drafts);
        }
    }

    fn add_planned(&mut self) {
        let Some(plan) = self.editor.plan.clone() else { return };
        let place = plan.home.end(&self.document.original);
        let Some(outcome) = plan.outcome(&self.document.original) else { return };
        let field = next_field(&outcome.published);
        self.update_editor(EditorAction::Plan(None));
        self.try_edit(|dataset| plan.added(dataset, place, outcome));
        self.go_to_part(place, Some(field.to_owned()));
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
                    self.update_editor(EditorAction::Begin(plan.home));
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

impl EditorQuestion {
    /// The title of the question.
    pub fn label(&self) -> &'static str {
        match self {
            Self::Delete(_) => say!("app-desk-delete"),
            Self::CopyIn(_) => say!("app-desk-copy-in"),
        }
    }
}
