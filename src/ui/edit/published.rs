//! What was published, as a form: the line as published, the form of evidence, and the fields that this form needs and no others.

use egui::Ui;

use crate::app::{Action, DeskAction};
use crate::edit::typed::{self, Counted};
use crate::edit::{Edit, Home, Place};
use crate::figure::words;
use crate::model::{Dataset, Direction, Form, Indicator, Outcome, Published};
use crate::theme::{Type, space};

use super::super::controls::bold;
use super::super::shell::Scene;
use super::choices::{Option3, named, options_ui, pair_ui, whole};
use super::field::{Field, Reading, field_ui, findings_ui, warning_ui};
use super::forms::{read_period, wrong};
use super::sheet::{self, Fault, Faults, GRADE, LEVELS, Texts};

/// Forms of evidence, with what each asks for.
const FORMS: [Option3<Form>; 7] = [
    (Form::Pair, "Both levels", "A level before and a level after: 780 to 626."),
    (
        Form::Change,
        "A change only",
        "A change with at most one level: down by over 60%. The other level is never drawn.",
    ),
    (Form::Direction, "A direction only", "It fell, rose or stayed the same, and no amount was published."),
    (Form::Rating, "Grades", "A grade before and a grade after: inadequate to good."),
    (Form::Part, "So many of so many", "28 of 44, or a share in per cent."),
    (Form::Single, "One level", "One level or grade, and nothing to compare it with."),
    (Form::Series, "A series", "Several dated values, a line each."),
];

const DIRECTIONS: [Option3<Direction>; 3] =
    [(Direction::Fell, "Fell", ""), (Direction::Rose, "Rose", ""), (Direction::Stable, "Stayed the same", "")];

/// The sheet of an outcome: its form, its texts, and what is wrong with them.
struct Sheet<'a> {
    place: Place,
    home: Home,
    at: usize,
    dataset: &'a Dataset,
    counted: Counted,
    form: Form,
    texts: Texts,
    faults: Faults,
}

/// What was published.
pub(super) fn published_ui(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    dataset: &Dataset,
    home: Home,
    at: usize,
    outcome: &Outcome,
) {
    let place = Place::Outcome(home, at);
    let indicator = dataset.indicator(&outcome.indicator);
    let mut sheet = Sheet::of(scene, dataset, home, at, outcome, indicator);
    line_ui(ui, scene, &sheet, indicator, &outcome.published);
    ui.add_space(space::XS);
    let forms = named(place, "published", "Form of the evidence", whole(ui));
    if let Some(form) = options_ui(ui, scene, &forms, Some(sheet.form), &FORMS) {
        sheet.turn_into(scene, form, outcome);
    }
    sheet.faults = sheet::read(sheet.form, &sheet.counted, &sheet.texts).err().unwrap_or_default();
    sheet.fields_ui(ui, scene);
    // Below the fields, so that none of them moves while somebody types.
    if scene.state.desk.drafts.is_waiting(place, "published.") && !sheet.faults.is_empty() {
        warning_ui(ui, scene.tokens, |ui| {
            ui.label("Not taken over yet: until every field above is right, the figure stays as it was.");
            if ui.small_button("Go back to the figure as it was").clicked() {
                scene.send(Action::Desk(DeskAction::DropDrafts(place, "published".to_owned())));
            }
        });
    }
}

/// "Type it as published": one line that fills the form.
fn line_ui(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    sheet: &Sheet<'_>,
    indicator: Option<&Indicator>,
    published: &Published,
) {
    let place = sheet.place;
    let field = Field::line(place, "statement", "Type it as published", whole(ui))
        .help("One line fills the fields below.")
        .hint("780 to 626 · down by over 60% · 28 of 44 · 52 in 2016 to 81 in Apr–Sep 2017");
    let read = |text: &str| match text.trim() {
        // What was typed last stands in the fields; here it is told how it was understood.
        "" => Reading::Fine(format!("Understood so far: {}.", told(published, sheet.counted.unit()))),
        _ => read_statement(text, indicator),
    };
    if let Some(text) = field_ui(ui, scene, &field, "", read) {
        let edit = typed::statement(&text, Some(&sheet.counted))
            .ok()
            .and_then(|statement| sheet.edit(statement.published, "published.statement").ok().map(Box::new));
        if edit.is_some() {
            scene.send(Action::Desk(DeskAction::DropDrafts(place, "published".to_owned())));
        }
        let field = "statement".to_owned();
        scene.send(Action::Desk(DeskAction::Type { place, field, text, edit }));
    }
}

/// How a whole statement was understood.
pub(super) fn read_statement(text: &str, indicator: Option<&Indicator>) -> Reading {
    if text.trim().is_empty() {
        return Reading::Fine(String::new());
    }
    let unit = indicator.map_or("", |i| i.unit.as_str());
    match typed::statement(text, indicator.map(Counted::of).as_ref()) {
        Ok(statement) => {
            let mut said = format!("Understood: {}.", told(&statement.published, unit));
            for remark in &statement.remarks {
                said = format!("{said} {}", super::field::sentence(remark));
            }
            Reading::Fine(said)
        }
        Err(error) => Reading::Wrong(error),
    }
}

/// What was published, in words.
fn told(published: &Published, unit: &str) -> String {
    let level = |level: &crate::model::Level| {
        let number = words::level(&level.number, unit);
        if level.period.is_stated() { format!("{number} ({})", words::period(&level.period)) } else { number }
    };
    let over = |over: &crate::model::Period| {
        if over.is_stated() { format!(", {}", words::period(over)) } else { String::new() }
    };
    let changes = |list: &[crate::model::Change]| {
        list.iter().map(|change| words::change_phrase(change, unit)).collect::<Vec<_>>().join(" and ")
    };
    match published {
        Published::Pair { before, after, stated, over: when } => {
            let stated =
                if stated.is_empty() { String::new() } else { format!(", stated that it {}", changes(stated)) };
            format!("{} before, {} after{stated}{}", level(before), level(after), over(when))
        }
        Published::Change { stated, over: when, level: known } => {
            let known = match known {
                Some(crate::model::KnownLevel::Before(known)) => format!(", from {}", level(known)),
                Some(crate::model::KnownLevel::After(known)) => format!(", to {}", level(known)),
                None => ", and no level is drawn".to_owned(),
            };
            format!("it {}{}{known}", changes(stated), over(when))
        }
        Published::Direction { direction, over: when } => format!("it {}, no amount{}", direction.word(), over(when)),
        Published::Rating { before, after } => format!("\"{}\" before, \"{}\" after", before.grade, after.grade),
        Published::SingleGrade(grade) => format!("\"{}\"", grade.grade),
        Published::Part { count, of, share, period } => {
            let number = |n: &Option<crate::model::Number>| n.as_ref().map(|n| words::level(n, ""));
            let share = share.as_ref().map(|n| format!("{}%", words::level(n, "")));
            let counted = match (number(count), number(of)) {
                (Some(count), Some(of)) => format!("{count} of {of}"),
                (Some(count), None) => count,
                _ => String::new(),
            };
            let both: Vec<String> = [Some(counted).filter(|c| !c.is_empty()), share].into_iter().flatten().collect();
            format!("{}{}", both.join(", "), over(period))
        }
        Published::Single(single) => format!("one level, {}", level(single)),
        // In memory only, in what is shown; forms read the dataset as it is.
        Published::Suppressed(_) => String::new(),
        Published::Series { points, .. } => format!("a series of {} values", points.len()),
    }
}

/// What a text says as a number of what is counted.
pub(super) fn read_number(text: &str, counted: &Counted) -> Reading {
    let unit = counted.unit();
    if text.trim().is_empty() {
        return Reading::Fine(String::new());
    }
    match typed::number(text, counted) {
        Ok(read) => {
            let level = words::level(&read.number, unit);
            let mut said = match unit {
                "" => level,
                // "41 per 10,000 children", but "780, in children": a bound may stand before the number.
                rate if rate.starts_with("per ") => format!("{level} {rate}"),
                unit => format!("{level}, in {unit}"),
            };
            if let Some(remark) = &read.remark {
                said = format!("{said}. {}", super::field::sentence(remark));
            }
            Reading::Fine(super::field::sentence(&said))
        }
        Err(error) => Reading::Wrong(error),
    }
}

impl<'a> Sheet<'a> {
    fn of(
        scene: &Scene<'_>,
        dataset: &'a Dataset,
        home: Home,
        at: usize,
        outcome: &Outcome,
        indicator: Option<&Indicator>,
    ) -> Self {
        let place = Place::Outcome(home, at);
        let drafts = &scene.state.desk.drafts;
        let own = outcome.published.form();
        let drafted =
            drafts.get(place, "published.form").and_then(|d| Form::ALL.into_iter().find(|f| f.word() == d.text));
        let form = drafted.unwrap_or(own);
        let mut texts = if drafted.is_some() { Texts::new() } else { sheet::texts(&outcome.published) };
        for (name, text) in drafts.of(place, "published.") {
            texts.insert(name.trim_start_matches("published.").to_owned(), text.to_owned());
        }
        let counted = indicator.map_or_else(Counted::default, Counted::of);
        Self { place, home, at, dataset, counted, form, texts, faults: Faults::new() }
    }

    fn edit(&self, published: Published, field: &str) -> Result<Edit, crate::edit::EditError> {
        Edit::outcome(self.dataset, self.home, self.at, field, |o| o.published = published)
    }

    /// Another form of evidence, with what carries over.
    fn turn_into(&self, scene: &mut Scene<'_>, form: Form, outcome: &Outcome) {
        let place = self.place;
        scene.send(Action::Desk(DeskAction::DropDrafts(place, "published".to_owned())));
        if form == outcome.published.form() {
            return;
        }
        let carried = sheet::carried(&self.texts, form, self.counted.is_graded());
        let read = sheet::read(form, &self.counted, &carried);
        if let Ok(Ok(edit)) = read.map(|published| self.edit(published, "published")) {
            scene.send(Action::Edit(Box::new(Edit { field: None, ..edit })));
            return;
        }
        let form = ("published.form".to_owned(), form.word().to_owned());
        let texts = carried.into_iter().map(|(field, text)| (format!("published.{field}"), text));
        let texts = texts.chain([form]).collect();
        scene.send(Action::Desk(DeskAction::TypeAll { place, texts, edit: None }));
    }

    /// A text was typed into a field, or chosen.
    fn typed(&self, scene: &mut Scene<'_>, field: &str, text: String) {
        let mut texts = self.texts.clone();
        texts.insert(field.to_owned(), text.clone());
        let name = format!("published.{field}");
        let read = sheet::read(self.form, &self.counted, &texts);
        let edit = read.ok().and_then(|published| self.edit(published, &name).ok()).map(Box::new);
        scene.send(Action::Desk(DeskAction::TypeAll { place: self.place, texts: vec![(name, text)], edit }));
    }

    fn text(&self, field: &str) -> &str {
        self.texts.get(field).map_or("", String::as_str)
    }

    /// A field of one line: its name, its label, and what it shows while it is empty.
    fn field_ui(
        &self,
        ui: &mut Ui,
        scene: &mut Scene<'_>,
        (field, label, hint): (&str, &str, &str),
        width: f32,
        kind: Kind,
    ) {
        self.rows_ui(ui, scene, field, Field::line(self.place, "", label, width).hint(hint), kind);
    }

    fn rows_ui(&self, ui: &mut Ui, scene: &mut Scene<'_>, field: &str, shown: Field<'_>, kind: Kind) {
        let name = format!("published.{field}");
        let shown = Field { name: &name, ..shown };
        let fault = self.faults.get(field);
        let read = |text: &str| match (fault, kind) {
            (Some(Fault::Missing(asked)), _) => Reading::Missing((*asked).to_owned()),
            (Some(Fault::Wrong(error)), _) => Reading::Wrong(error.clone()),
            (None, Kind::Number) => read_number(text, &self.counted),
            (None, Kind::Count) => read_number(text, &self.counted.heads("")),
            (None, Kind::Share) => read_number(text, &Counted::share()),
            (None, Kind::Period) => read_period(text),
            (None, Kind::Change) => read_changes(text, &self.counted),
            (None, Kind::Text) => Reading::Fine(String::new()),
        };
        if let Some(text) = field_ui(ui, scene, &shown, self.text(field), read) {
            self.typed(scene, field, text);
        }
    }

    fn fields_ui(&self, ui: &mut Ui, scene: &mut Scene<'_>) {
        match self.form {
            Form::Pair => {
                pair_ui(ui, |ui, width| {
                    for (prefix, title) in [("before", "before"), ("after", "after")] {
                        ui.vertical(|ui| {
                            ui.set_max_width(width);
                            let level = format!("Level {title}");
                            self.field_ui(
                                ui,
                                scene,
                                (&format!("{prefix}[0]"), &level, "780, over 60, £1.8m"),
                                width,
                                Kind::Number,
                            );
                            let period = format!("When {title}");
                            self.field_ui(
                                ui,
                                scene,
                                (&format!("{prefix}[1]"), &period, "2016/17, Apr–Sep 2017"),
                                width,
                                Kind::Period,
                            );
                        });
                    }
                });
                self.stated_ui(ui, scene, "Change, where the source states one beside the levels");
            }
            Form::Change => {
                self.stated_ui(ui, scene, "Change");
                let sides = [
                    (0, LEVELS[0].1, ""),
                    (1, LEVELS[1].1, "It stands beside the change; the level after is never worked out."),
                    (2, LEVELS[2].1, "It stands beside the change; the level before is never worked out."),
                ];
                let chosen = LEVELS.iter().position(|(side, _)| *side == self.text("side"));
                let field = named(self.place, "published.side", "Level that was published with it", whole(ui));
                if let Some(side) = options_ui(ui, scene, &field, chosen, &sides)
                    && let Some((side, _)) = LEVELS.get(side)
                {
                    self.typed(scene, "side", (*side).to_owned());
                }
                if !self.text("side").is_empty() {
                    pair_ui(ui, |ui, width| {
                        self.field_ui(ui, scene, ("level[0]", "Level", "81"), width, Kind::Number);
                        self.field_ui(ui, scene, ("level[1]", "When", "2017"), width, Kind::Period);
                    });
                }
            }
            Form::Direction => {
                let chosen = DIRECTIONS.iter().find(|(d, ..)| d.word() == self.text("direction")).map(|(d, ..)| *d);
                let field = named(self.place, "published.direction", "Which way it went", whole(ui));
                if let Some(direction) = options_ui(ui, scene, &field, chosen, &DIRECTIONS) {
                    self.typed(scene, "direction", direction.word().to_owned());
                }
                self.field_ui(ui, scene, ("over", "Over what time", "since 2011, 18 months"), whole(ui), Kind::Period);
            }
            Form::Rating => pair_ui(ui, |ui, width| {
                for (prefix, title) in [("before.", " before"), ("after.", " after")] {
                    self.grade_ui(ui, scene, prefix, title, width);
                }
            }),
            Form::Part => {
                pair_ui(ui, |ui, width| {
                    self.field_ui(ui, scene, ("count", "How many", "28"), width, Kind::Count);
                    self.field_ui(ui, scene, ("of", "Of how many", "44"), width, Kind::Count);
                });
                pair_ui(ui, |ui, width| {
                    self.field_ui(ui, scene, ("share", "Share in per cent, where printed", "64"), width, Kind::Share);
                    self.field_ui(ui, scene, ("period", "When", "2017"), width, Kind::Period);
                });
            }
            Form::Single if self.counted.is_graded() => {
                let width = whole(ui);
                self.grade_ui(ui, scene, "", "", width);
            }
            Form::Single => pair_ui(ui, |ui, width| {
                self.field_ui(ui, scene, ("level", "Level", "508"), width, Kind::Number);
                self.field_ui(ui, scene, ("period", "When", "2017"), width, Kind::Period);
            }),
            Form::Series => {
                let points = Field::line(self.place, "", "Values", whole(ui))
                    .rows(5)
                    .help("A line each: the time, a colon, the value or the reason why there is none (suppressed, not published).")
                    .hint("2015: 344");
                self.rows_ui(ui, scene, "points", points, Kind::Text);
                self.field_ui(
                    ui,
                    scene,
                    ("start", "Start of the programme", "April 2016, where stated"),
                    whole(ui),
                    Kind::Period,
                );
            }
        }
        if !matches!(self.form, Form::Pair | Form::Change | Form::Direction) {
            findings_ui(ui, scene, self.place, "published.over");
        }
    }

    fn stated_ui(&self, ui: &mut Ui, scene: &mut Scene<'_>, label: &str) {
        pair_ui(ui, |ui, width| {
            self.field_ui(ui, scene, ("stated", label, "down by over 60%, up 29"), width, Kind::Change);
            self.field_ui(ui, scene, ("over", "Over what time", "18 months, since 2015"), width, Kind::Period);
        });
    }

    fn grade_ui(&self, ui: &mut Ui, scene: &mut Scene<'_>, prefix: &str, title: &str, width: f32) {
        ui.vertical(|ui| {
            ui.set_max_width(width);
            if !title.is_empty() {
                ui.label(bold(super::field::sentence(title.trim()), Type::Body));
            }
            for (field, label) in GRADE {
                let kind = if field == "date" { Kind::Period } else { Kind::Text };
                let hint = match field {
                    "grade" => "requires improvement",
                    "date" => "March 2018",
                    "framework" => "single inspection framework",
                    "judgement" => "overall effectiveness",
                    _ => "Ofsted",
                };
                let label = format!("{label}{title}");
                self.field_ui(ui, scene, (&format!("{prefix}{field}"), &label, hint), width, kind);
            }
        });
    }
}

/// What a field of the sheet holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Number,
    Count,
    Share,
    Period,
    Change,
    Text,
}

/// What a text says as one or more stated changes.
fn read_changes(text: &str, counted: &Counted) -> Reading {
    let mut told = Vec::new();
    for part in text.split(';').map(str::trim).filter(|part| !part.is_empty()) {
        match typed::change(part, counted) {
            Ok(change) => told.push(words::change_phrase(&change, counted.unit())),
            Err(error) => return Reading::Wrong(error),
        }
    }
    if told.is_empty() && !text.trim().is_empty() {
        return Reading::Wrong(wrong("there is no change in it", "write one like \"down 15%\""));
    }
    Reading::Fine(super::field::sentence(&told.join(", and ")))
}
