//! What was published, as a form: the line as published, the form of evidence, and the fields that this form needs and no others.

use egui::Ui;

use crate::app::{Action, EditorAction, as_printed, with_printed};
use crate::edit::typed::{self, CountedPhrase, TypedError};
use crate::edit::{Edit, OutcomeParent, PartPath};
use crate::figure::words;
use crate::model::{Dataset, Direction, Form, Indicator, Outcome, Published, Unit};
use crate::say;
use crate::theme::{Type, space};

use super::super::controls::bold;
use super::super::shell::PanelContext;
use super::choices::{Option3, named, options_ui, pair_ui, whole};
use super::field::{Field, FieldMeaning, field_ui, findings_ui, warning_ui};
use super::forms::{read_period, wrong};
use super::published_text::told;
use super::sheet::{self, Faults, FieldFault, GRADE, Texts};

/// Forms of evidence, with what each asks for.
fn forms() -> [Option3<Form>; 7] {
    [
        (Form::Pair, say!("published-form-pair"), say!("published-form-pair.hint")),
        (Form::Change, say!("published-form-change"), say!("published-form-change.hint")),
        (Form::Direction, say!("published-form-direction"), say!("published-form-direction.hint")),
        (Form::Rating, say!("published-form-rating"), say!("published-form-rating.hint")),
        (Form::Part, say!("published-form-part"), say!("published-form-part.hint")),
        (Form::Single, say!("published-form-single"), say!("published-form-single.hint")),
        (Form::Series, say!("published-form-series"), say!("published-form-series.hint")),
    ]
}

fn directions() -> [Option3<Direction>; 3] {
    [
        (Direction::Fell, say!("published-form-way-fell"), ""),
        (Direction::Rose, say!("published-form-way-rose"), ""),
        (Direction::Stable, say!("published-form-way-stable"), ""),
    ]
}

/// Which level accompanies a change.
fn sides() -> [Option3<&'static str>; 3] {
    [
        ("", say!("published-form-side-none"), ""),
        ("before", say!("published-form-side-before"), say!("published-form-side-before.hint")),
        ("after", say!("published-form-side-after"), say!("published-form-side-after.hint")),
    ]
}

/// Which of the grades: the one before, the one after, or the only one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum GradeSlot {
    Before,
    After,
    Only,
}

impl GradeSlot {
    /// What the names of its fields begin with.
    fn prefix(self) -> &'static str {
        match self {
            Self::Before => "before.",
            Self::After => "after.",
            Self::Only => "",
        }
    }

    /// The heading above it, if any.
    fn heading(self) -> Option<&'static str> {
        match self {
            Self::Before => Some(say!("published-form-before")),
            Self::After => Some(say!("published-form-after")),
            Self::Only => None,
        }
    }

    /// The label of a part of the grade, and what it shows while it is empty.
    fn labels(self, part: &str) -> (&'static str, &'static str) {
        let (only, before, after, hint) = match part {
            "grade" => (
                say!("published-form-grade"),
                say!("published-form-grade.before"),
                say!("published-form-grade.after"),
                say!("published-form-grade.hint"),
            ),
            "date" => (
                say!("published-form-inspected"),
                say!("published-form-inspected.before"),
                say!("published-form-inspected.after"),
                say!("published-form-inspected.hint"),
            ),
            "framework" => (
                say!("published-form-framework"),
                say!("published-form-framework.before"),
                say!("published-form-framework.after"),
                say!("published-form-framework.hint"),
            ),
            "judgement" => (
                say!("published-form-judgement"),
                say!("published-form-judgement.before"),
                say!("published-form-judgement.after"),
                say!("published-form-judgement.hint"),
            ),
            _ => (
                say!("published-form-body"),
                say!("published-form-body.before"),
                say!("published-form-body.after"),
                say!("published-form-body.hint"),
            ),
        };
        let label = match self {
            Self::Before => before,
            Self::After => after,
            Self::Only => only,
        };
        (label, hint)
    }
}

/// A field, as drafts and findings name it.
fn name_of(field: &str) -> String {
    ["published.", field].concat()
}

/// The sheet of an outcome: its form, its texts, and what is wrong with them.
struct OutcomeForm<'a> {
    place: PartPath,
    home: OutcomeParent,
    at: usize,
    dataset: &'a Dataset,
    counted: CountedPhrase,
    form: Form,
    texts: Texts,
    faults: Faults,
}

/// What was published.
pub(super) fn published_ui(
    ui: &mut Ui,
    scene: &mut PanelContext<'_>,
    dataset: &Dataset,
    home: OutcomeParent,
    at: usize,
    outcome: &Outcome,
) {
    let place = PartPath::Outcome(home, at);
    let indicator = dataset.indicator(&outcome.indicator);
    let mut sheet = OutcomeForm::of(scene, dataset, home, at, outcome, indicator);
    line_ui(ui, scene, &sheet, indicator, &outcome.published);
    ui.add_space(space::XS);
    let field = named(place, "published", say!("published-form"), whole(ui));
    if let Some(form) = options_ui(ui, scene, &field, Some(sheet.form), &forms()) {
        sheet.turn_into(scene, form, outcome);
    }
    sheet.faults = sheet::read(sheet.form, &sheet.counted, &sheet.texts).err().unwrap_or_default();
    sheet.fields_ui(ui, scene);
    // Below the fields, so that none of them moves while somebody types.
    if scene.state.editor.drafts.is_waiting(place, "published.") && !sheet.faults.is_empty() {
        warning_ui(ui, scene.tokens, |ui| {
            ui.label(say!("published-form-not-taken-over"));
            if ui.small_button(say!("published-form-not-taken-over.back")).clicked() {
                scene.send(Action::Editor(EditorAction::DropDrafts(place, "published".to_owned())));
            }
        });
    }
}

/// "Type it as published": one line that fills the form.
fn line_ui(
    ui: &mut Ui,
    scene: &mut PanelContext<'_>,
    sheet: &OutcomeForm<'_>,
    indicator: Option<&Indicator>,
    published: &Published,
) {
    let place = sheet.place;
    let field = Field::line(place, "statement", say!("published-form-statement"), whole(ui))
        .help(say!("published-form-statement.help"))
        .hint(say!("published-form-statement.hint"));
    let read = |text: &str| match text.trim() {
        // What was typed last stands in the fields; here it is told how it was understood.
        "" => {
            let told = told(published, sheet.counted.unit());
            FieldMeaning::Fine(say!("published-form-statement.understood-so-far", told = told))
        }
        _ => read_statement(text, indicator),
    };
    if let Some(text) = field_ui(ui, scene, &field, "", read) {
        let edit = typed::statement(&text, Some(&sheet.counted))
            .ok()
            .and_then(|statement| sheet.edit_as_printed(statement.published, &text).ok().map(Box::new));
        if edit.is_some() {
            scene.send(Action::Editor(EditorAction::DropDrafts(place, "published".to_owned())));
        }
        let field = "statement".to_owned();
        scene.send(Action::Editor(EditorAction::Type { place, field, text, edit }));
    }
}

/// How a whole statement was understood.
pub(super) fn read_statement(text: &str, indicator: Option<&Indicator>) -> FieldMeaning {
    if text.trim().is_empty() {
        return FieldMeaning::Fine(String::new());
    }
    let unit = indicator.map_or(&Unit::NUMBER, |i| &i.unit);
    match typed::statement(text, indicator.map(CountedPhrase::of).as_ref()) {
        Ok(statement) => {
            let mut said = say!("published-form-statement.understood", told = told(&statement.published, unit));
            for remark in &statement.remarks {
                said = format!("{said} {}", super::field::sentence(remark));
            }
            let exact = typed::exactly(text, &indicator.map(CountedPhrase::of).unwrap_or_default());
            match exact {
                Some(choice) => {
                    let choices = vec![choice];
                    FieldMeaning::Either(said, TypedError { sentence: String::new(), mend: String::new(), choices })
                }
                None => FieldMeaning::Fine(said),
            }
        }
        Err(error) => FieldMeaning::Wrong(error),
    }
}

/// What a text says as a number of what is counted.
pub(super) fn read_number(text: &str, counted: &CountedPhrase) -> FieldMeaning {
    let unit = counted.unit();
    if text.trim().is_empty() {
        return FieldMeaning::Fine(String::new());
    }
    match typed::number(text, counted) {
        Ok(read) => {
            let level = words::level(&read.number, unit);
            let mut said = match unit.as_str() {
                // The sign stands at the number already, or there is no unit to tell.
                "" => level,
                _ if unit.is_written_with_the_number() || unit.is_not_stated() => level,
                // "41 per 10,000 children", but "780, in children": a bound may stand before the number.
                rate if rate.starts_with("per ") => say!("published-form-read-rate", level = level, unit = rate),
                unit => say!("published-form-read-unit", level = level, unit = unit),
            };
            if let Some(remark) = &read.remark {
                said = say!("published-form-read-remark", read = said, remark = super::field::sentence(remark));
            }
            FieldMeaning::Fine(super::field::sentence(&said))
        }
        Err(error) => FieldMeaning::Wrong(error),
    }
}

impl<'a> OutcomeForm<'a> {
    fn of(
        scene: &PanelContext<'_>,
        dataset: &'a Dataset,
        home: OutcomeParent,
        at: usize,
        outcome: &Outcome,
        indicator: Option<&Indicator>,
    ) -> Self {
        let place = PartPath::Outcome(home, at);
        let drafts = &scene.state.editor.drafts;
        let own = outcome.published.form();
        let drafted =
            drafts.get(place, "published.form").and_then(|d| Form::ALL.into_iter().find(|f| f.keyword() == d.text));
        let form = drafted.unwrap_or(own);
        let counted = indicator.map_or_else(CountedPhrase::default, CountedPhrase::of);
        let mut texts = if drafted.is_some() { Texts::new() } else { sheet::texts(&outcome.published, &counted) };
        for (name, text) in drafts.of(place, "published.") {
            texts.insert(name.trim_start_matches("published.").to_owned(), text.to_owned());
        }
        Self { place, home, at, dataset, counted, form, texts, faults: Faults::new() }
    }

    fn edit(&self, published: Published, field: &str) -> Result<Edit, crate::edit::EditError> {
        Edit::outcome(self.dataset, self.home, self.at, field, |o| o.published = published)
    }

    /// What was typed as published, whose words are kept in the notes where the figure holds them otherwise. What was kept of another
    /// figure goes with it.
    fn edit_as_printed(&self, published: Published, text: &str) -> Result<Edit, crate::edit::EditError> {
        let printed = as_printed(text, &published);
        Edit::outcome(self.dataset, self.home, self.at, "published.statement", |o| {
            o.published = published;
            o.notes = with_printed(&o.notes, printed);
        })
    }

    /// Another form of evidence, with what carries over.
    fn turn_into(&self, scene: &mut PanelContext<'_>, form: Form, outcome: &Outcome) {
        let place = self.place;
        scene.send(Action::Editor(EditorAction::DropDrafts(place, "published".to_owned())));
        if form == outcome.published.form() {
            return;
        }
        let carried = sheet::carried(&self.texts, form, self.counted.is_graded());
        let read = sheet::read(form, &self.counted, &carried);
        if let Ok(Ok(edit)) = read.map(|published| self.edit(published, "published")) {
            scene.send(Action::Edit(Box::new(Edit { field: None, ..edit })));
            return;
        }
        let form = ("published.form".to_owned(), form.keyword().to_owned());
        let texts = carried.into_iter().map(|(field, text)| (name_of(&field), text));
        let texts = texts.chain([form]).collect();
        scene.send(Action::Editor(EditorAction::TypeAll { place, texts, edit: None }));
    }

    /// A text was typed into a field, or chosen.
    fn typed(&self, scene: &mut PanelContext<'_>, field: &str, text: String) {
        let mut texts = self.texts.clone();
        texts.insert(field.to_owned(), text.clone());
        let name = name_of(field);
        let read = sheet::read(self.form, &self.counted, &texts);
        let edit = read.ok().and_then(|published| self.edit(published, &name).ok()).map(Box::new);
        scene.send(Action::Editor(EditorAction::TypeAll { place: self.place, texts: vec![(name, text)], edit }));
    }

    fn text(&self, field: &str) -> &str {
        self.texts.get(field).map_or("", String::as_str)
    }

    /// A field of one line: its name, its label, and what it shows while it is empty.
    fn field_ui(
        &self,
        ui: &mut Ui,
        scene: &mut PanelContext<'_>,
        (field, label, hint): (&str, &str, &str),
        width: f32,
        kind: FieldKind,
    ) {
        self.rows_ui(ui, scene, field, Field::line(self.place, "", label, width).hint(hint), kind);
    }

    fn rows_ui(&self, ui: &mut Ui, scene: &mut PanelContext<'_>, field: &str, shown: Field<'_>, kind: FieldKind) {
        let name = name_of(field);
        let shown = Field { name: &name, ..shown };
        let fault = self.faults.get(field);
        let read = |text: &str| match (fault, kind) {
            (Some(FieldFault::Missing(asked)), _) => FieldMeaning::Missing((*asked).to_owned()),
            (Some(FieldFault::Wrong(error)), _) => FieldMeaning::Wrong(error.clone()),
            (None, FieldKind::Number) => read_number(text, &self.counted),
            (None, FieldKind::Count) => read_number(text, &self.counted.heads("")),
            (None, FieldKind::Share) => read_number(text, &CountedPhrase::share()),
            (None, FieldKind::Period) => read_period(text),
            (None, FieldKind::Change) => read_changes(text, &self.counted),
            (None, FieldKind::Text) => FieldMeaning::Fine(String::new()),
        };
        if let Some(text) = field_ui(ui, scene, &shown, self.text(field), read) {
            self.typed(scene, field, text);
        }
    }

    fn fields_ui(&self, ui: &mut Ui, scene: &mut PanelContext<'_>) {
        match self.form {
            Form::Pair => {
                pair_ui(ui, |ui, width| {
                    for (prefix, level, when) in [
                        ("before", say!("published-form-level.before"), say!("published-form-when.before")),
                        ("after", say!("published-form-level.after"), say!("published-form-when.after")),
                    ] {
                        ui.vertical(|ui| {
                            ui.set_max_width(width);
                            let field = (&*format!("{prefix}[0]"), level, say!("published-form-level.hint"));
                            self.field_ui(ui, scene, field, width, FieldKind::Number);
                            let field = (&*format!("{prefix}[1]"), when, say!("published-form-when.hint"));
                            self.field_ui(ui, scene, field, width, FieldKind::Period);
                        });
                    }
                });
                self.stated_ui(ui, scene, say!("published-form-stated.beside"));
            }
            Form::Change => {
                self.stated_ui(ui, scene, say!("published-form-stated"));
                let sides = sides();
                let chosen = sides.iter().map(|(side, ..)| *side).find(|side| *side == self.text("side"));
                let field = named(self.place, "published.side", say!("published-form-side"), whole(ui));
                if let Some(side) = options_ui(ui, scene, &field, chosen, &sides) {
                    self.typed(scene, "side", side.to_owned());
                }
                if !self.text("side").is_empty() {
                    pair_ui(ui, |ui, width| {
                        self.field_ui(
                            ui,
                            scene,
                            ("level[0]", say!("published-form-level"), "81"),
                            width,
                            FieldKind::Number,
                        );
                        self.field_ui(
                            ui,
                            scene,
                            ("level[1]", say!("published-form-when"), "2017"),
                            width,
                            FieldKind::Period,
                        );
                    });
                }
            }
            Form::Direction => {
                let directions = directions();
                let chosen = directions.iter().find(|(d, ..)| d.keyword() == self.text("direction")).map(|(d, ..)| *d);
                let field = named(self.place, "published.direction", say!("published-form-way"), whole(ui));
                if let Some(direction) = options_ui(ui, scene, &field, chosen, &directions) {
                    self.typed(scene, "direction", direction.keyword().to_owned());
                }
                let over = ("over", say!("published-form-over"), say!("published-form-way.over-hint"));
                self.field_ui(ui, scene, over, whole(ui), FieldKind::Period);
            }
            Form::Rating => pair_ui(ui, |ui, width| {
                for side in [GradeSlot::Before, GradeSlot::After] {
                    self.grade_ui(ui, scene, side, width);
                }
            }),
            Form::Part => {
                pair_ui(ui, |ui, width| {
                    self.field_ui(ui, scene, ("count", say!("published-form-count"), "28"), width, FieldKind::Count);
                    self.field_ui(ui, scene, ("of", say!("published-form-of"), "44"), width, FieldKind::Count);
                });
                pair_ui(ui, |ui, width| {
                    self.field_ui(ui, scene, ("share", say!("published-form-share"), "64"), width, FieldKind::Share);
                    self.field_ui(ui, scene, ("period", say!("published-form-when"), "2017"), width, FieldKind::Period);
                });
            }
            Form::Single if self.counted.is_graded() => {
                let width = whole(ui);
                self.grade_ui(ui, scene, GradeSlot::Only, width);
            }
            Form::Single => pair_ui(ui, |ui, width| {
                self.field_ui(ui, scene, ("level", say!("published-form-level"), "508"), width, FieldKind::Number);
                self.field_ui(ui, scene, ("period", say!("published-form-when"), "2017"), width, FieldKind::Period);
            }),
            Form::Series => {
                let points = Field::line(self.place, "", say!("published-form-values"), whole(ui))
                    .rows(5)
                    .help(say!("published-form-values.help"))
                    .hint("2015: 344");
                self.rows_ui(ui, scene, "points", points, FieldKind::Text);
                let start = ("start", say!("published-form-start"), say!("published-form-start.hint"));
                self.field_ui(ui, scene, start, whole(ui), FieldKind::Period);
            }
        }
        if !matches!(self.form, Form::Pair | Form::Change | Form::Direction) {
            findings_ui(ui, scene, self.place, "published.over");
        }
    }

    fn stated_ui(&self, ui: &mut Ui, scene: &mut PanelContext<'_>, label: &str) {
        pair_ui(ui, |ui, width| {
            let stated = ("stated", label, say!("published-form-stated.hint"));
            self.field_ui(ui, scene, stated, width, FieldKind::Change);
            let over = ("over", say!("published-form-over"), say!("published-form-over.hint"));
            self.field_ui(ui, scene, over, width, FieldKind::Period);
        });
    }

    fn grade_ui(&self, ui: &mut Ui, scene: &mut PanelContext<'_>, side: GradeSlot, width: f32) {
        ui.vertical(|ui| {
            ui.set_max_width(width);
            if let Some(heading) = side.heading() {
                ui.label(bold(heading, Type::Body));
            }
            for part in GRADE {
                let kind = if part == "date" { FieldKind::Period } else { FieldKind::Text };
                let (label, hint) = side.labels(part);
                self.field_ui(ui, scene, (&[side.prefix(), part].concat(), label, hint), width, kind);
            }
        });
    }
}

/// What a field of the sheet holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum FieldKind {
    Number,
    Count,
    Share,
    Period,
    Change,
    Text,
}

/// What a text says as one or more stated changes.
fn read_changes(text: &str, counted: &CountedPhrase) -> FieldMeaning {
    let mut told = Vec::new();
    for part in text.split(';').map(str::trim).filter(|part| !part.is_empty()) {
        match typed::change(part, counted) {
            Ok(change) => told.push(words::change_phrase(&change, counted.unit())),
            Err(error) => return FieldMeaning::Wrong(error),
        }
    }
    if told.is_empty() && !text.trim().is_empty() {
        return FieldMeaning::Wrong(wrong(say!("published-form-no-change"), say!("published-form-no-change.mend")));
    }
    let said =
        told.into_iter().reduce(|changes, last| say!("published-form-read-changes", changes = changes, last = last));
    FieldMeaning::Fine(super::field::sentence(&said.unwrap_or_default()))
}
