//! The benchmark of an outcome: whose figure it is, what it is, and over what time.

use egui::Ui;

use crate::app::{Action, DeskAction};
use crate::edit::typed::{self, Counted};
use crate::edit::{Edit, Home, Place};
use crate::model::{Benchmark, BenchmarkValue, Dataset, Direction, Outcome};

use super::super::shell::Scene;
use super::choices::{Option3, named, options_ui, pair_ui, whole};
use super::field::{Field, Reading, field_ui};
use super::forms::{read_period, too_long, wrong};
use super::lists::send;
use super::published::read_number;
use super::sheet::period_text;

/// What kind of figure a benchmark is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    None,
    Level,
    Change,
    Unsigned,
    Direction,
}

const KINDS: [Option3<Kind>; 5] = [
    (Kind::None, "None", "The source names no figure to hold it against."),
    (Kind::Level, "A level", "Such as a national average of 62."),
    (Kind::Change, "A change", "Such as a national rise of 3%."),
    (
        Kind::Unsigned,
        "A change, sign not stated",
        "The source says how much and not which way; it is told in words and never drawn.",
    ),
    (Kind::Direction, "A direction", "Only which way it went."),
];

/// The benchmark.
pub(super) fn benchmark_ui(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    dataset: &Dataset,
    home: Home,
    at: usize,
    outcome: &Outcome,
) {
    let place = Place::Outcome(home, at);
    let own = outcome.benchmark.as_ref();
    let drafted = scene.state.desk.drafts.get(place, "benchmark.kind").map(|draft| draft.text.clone());
    let kind = match &drafted {
        Some(word) => KINDS.iter().find(|(_, w, _)| w == word).map_or(Kind::None, |(kind, ..)| *kind),
        None => own.map_or(Kind::None, |benchmark| kind_of(&benchmark.value)),
    };
    let held = |field: &str, current: String| {
        let draft = scene.state.desk.drafts.get(place, &format!("benchmark.{field}"));
        draft.map_or(current, |draft| draft.text.clone())
    };
    let texts = [
        ("of", held("of", own.map_or_else(String::new, |b| b.of.clone()))),
        ("value", held("value", own.filter(|_| drafted.is_none()).map_or_else(String::new, |b| value_text(&b.value)))),
        ("over", held("over", own.map_or_else(String::new, |b| period_text(&b.over)))),
    ];
    let field = named(place, "benchmark", "Benchmark", whole(ui));
    if let Some(chosen) = options_ui(ui, scene, &field, Some(kind), &KINDS) {
        scene.send(Action::Desk(DeskAction::DropDrafts(place, "benchmark".to_owned())));
        if chosen == Kind::None {
            send(scene, Edit::outcome(dataset, home, at, "benchmark", |o| o.benchmark = None));
        } else if own.is_none_or(|benchmark| kind_of(&benchmark.value) != chosen) {
            let word = KINDS.iter().find(|(kind, ..)| *kind == chosen).map_or("", |(_, word, _)| word);
            let mut kept = vec![("benchmark.kind".to_owned(), word.to_owned())];
            kept.extend(
                texts.iter().filter(|(f, _)| *f != "value").map(|(f, t)| (format!("benchmark.{f}"), t.clone())),
            );
            scene.send(Action::Desk(DeskAction::TypeAll { place, texts: kept, edit: None }));
        }
        return;
    }
    if kind == Kind::None {
        return;
    }
    let counted = dataset.indicator(&outcome.indicator).map_or_else(Counted::default, Counted::of);
    let mut changed: Option<(&str, String)> = None;
    let show = |ui: &mut Ui, scene: &mut Scene<'_>, nth: usize, label: &str, hint: &str, width: f32| {
        let (field, text) = texts.get(nth)?;
        let name = format!("benchmark.{field}");
        let shown = Field::line(place, &name, label, width).hint(hint);
        let read = |text: &str| match *field {
            "of" => Reading::Fine(String::new()),
            "over" => read_period(text),
            _ if text.trim().is_empty() => Reading::Missing("Write its figure.".to_owned()),
            _ => match (value(kind, text, &counted), kind) {
                (Err(error), _) => Reading::Wrong(error),
                (Ok(_), Kind::Level) => read_number(text, &counted),
                (Ok(_), _) => Reading::Fine(String::new()),
            },
        };
        let typed = field_ui(ui, scene, &shown, text, read)?;
        Some((*field, typed))
    };
    pair_ui(ui, |ui, width| {
        changed = show(ui, scene, 0, "Whose figure it is", "national average", width);
        let more = show(ui, scene, 1, "Its figure", "62, up 3%, fell", width);
        changed = more.or(changed.take());
    });
    let more = show(ui, scene, 2, "Over or at what time", "2016/17", whole(ui));
    if let Some((field, text)) = more.or(changed) {
        let now = |wanted: &str| {
            let held = texts.iter().find(|(f, _)| *f == wanted).map_or("", |(_, t)| t.as_str());
            if field == wanted { text.clone() } else { held.to_owned() }
        };
        let made = value(kind, &now("value"), &counted).ok().zip(typed::period(&now("over")).ok());
        let made = made.filter(|_| too_long(&now("of"), 1).is_none());
        let edit = made.and_then(|(value, over)| {
            let benchmark = Benchmark { of: now("of"), value, over };
            Edit::outcome(dataset, home, at, &format!("benchmark.{field}"), |o| o.benchmark = Some(benchmark)).ok()
        });
        if edit.is_some() {
            scene.send(Action::Desk(DeskAction::DropDrafts(place, "benchmark".to_owned())));
        }
        let texts = vec![(format!("benchmark.{field}"), text)];
        scene.send(Action::Desk(DeskAction::TypeAll { place, texts, edit: edit.map(Box::new) }));
    }
}

fn kind_of(value: &BenchmarkValue) -> Kind {
    match value {
        BenchmarkValue::Level(_) => Kind::Level,
        BenchmarkValue::Change(_) => Kind::Change,
        BenchmarkValue::UnsignedChange(_) => Kind::Unsigned,
        BenchmarkValue::Direction(_) => Kind::Direction,
    }
}

fn value_text(value: &BenchmarkValue) -> String {
    match value {
        BenchmarkValue::Level(number) => typed::number_text(number),
        BenchmarkValue::Change(change) => change.to_string(),
        BenchmarkValue::UnsignedChange(number) => format!("{}%", typed::number_text(number)),
        BenchmarkValue::Direction(direction) => direction.word().to_owned(),
    }
}

fn value(kind: Kind, text: &str, counted: &Counted) -> Result<BenchmarkValue, typed::TypedError> {
    match kind {
        Kind::None => Err(wrong("there is no benchmark", "choose what it is")),
        Kind::Level => typed::number(text, counted).map(|read| BenchmarkValue::Level(read.number)),
        Kind::Unsigned => {
            typed::number(text, &Counted::share()).map(|read| BenchmarkValue::UnsignedChange(read.number))
        }
        Kind::Change => typed::change(text, counted).map(BenchmarkValue::Change),
        Kind::Direction => typed::direction(text).map(|direction: Direction| BenchmarkValue::Direction(direction)),
    }
}
