//! The benchmark of an outcome: whose figure it is, what it is, and over what time.

use egui::Ui;

use crate::app::{Action, EditorAction};
use crate::edit::typed::{self, CountedPhrase};
use crate::edit::{Edit, OutcomeParent, PartPath};
use crate::model::{Benchmark, BenchmarkValue, Dataset, Direction, Outcome};
use crate::say;

use super::super::shell::PanelContext;
use super::choices::{Option3, named, options_ui, pair_ui, whole};
use super::field::{Field, FieldMeaning, field_ui};
use super::forms::{read_period, too_long, wrong};
use super::lists::send;
use super::published::read_number;
use super::sheet::period_text;

/// What kind of figure a benchmark is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum BenchmarkKind {
    None,
    Level,
    Change,
    Unsigned,
    Direction,
}

impl BenchmarkKind {
    /// The kinds that are chosen as a draft, before there is a benchmark, with the texts that stand for them.
    const DRAFTED: [(Self, &str); 4] = [
        (Self::Level, "level"),
        (Self::Change, "change"),
        (Self::Unsigned, "unsigned"),
        (Self::Direction, "direction"),
    ];
}

fn kinds() -> [Option3<BenchmarkKind>; 5] {
    [
        (BenchmarkKind::None, say!("benchmark-form-none"), say!("benchmark-form-none.hint")),
        (BenchmarkKind::Level, say!("benchmark-form-level"), say!("benchmark-form-level.hint")),
        (BenchmarkKind::Change, say!("benchmark-form-change"), say!("benchmark-form-change.hint")),
        (BenchmarkKind::Unsigned, say!("benchmark-form-unsigned"), say!("benchmark-form-unsigned.hint")),
        (BenchmarkKind::Direction, say!("benchmark-form-direction"), say!("benchmark-form-direction.hint")),
    ]
}

/// A field, as drafts and findings name it.
fn name_of(field: &str) -> String {
    ["benchmark.", field].concat()
}

/// The benchmark.
pub(super) fn benchmark_ui(
    ui: &mut Ui,
    scene: &mut PanelContext<'_>,
    dataset: &Dataset,
    home: OutcomeParent,
    at: usize,
    outcome: &Outcome,
) {
    let place = PartPath::Outcome(home, at);
    let own = outcome.benchmark.as_ref();
    let drafted = scene.state.editor.drafts.get(place, "benchmark.kind").map(|draft| draft.text.clone());
    let kind = match &drafted {
        Some(word) => {
            BenchmarkKind::DRAFTED.iter().find(|(_, w)| w == word).map_or(BenchmarkKind::None, |(kind, _)| *kind)
        }
        None => own.map_or(BenchmarkKind::None, |benchmark| kind_of(&benchmark.value)),
    };
    let held = |field: &str, current: String| {
        let draft = scene.state.editor.drafts.get(place, &name_of(field));
        draft.map_or(current, |draft| draft.text.clone())
    };
    let counted = dataset.indicator(&outcome.indicator).map_or_else(CountedPhrase::default, CountedPhrase::of);
    let texts = [
        ("of", held("of", own.map_or_else(String::new, |b| b.of.clone()))),
        (
            "value",
            held(
                "value",
                own.filter(|_| drafted.is_none()).map_or_else(String::new, |b| value_text(&b.value, &counted)),
            ),
        ),
        ("over", held("over", own.map_or_else(String::new, |b| period_text(&b.over)))),
    ];
    let field = named(place, "benchmark", say!("benchmark-form"), whole(ui));
    if let Some(chosen) = options_ui(ui, scene, &field, Some(kind), &kinds()) {
        scene.send(Action::Editor(EditorAction::DropDrafts(place, "benchmark".to_owned())));
        if chosen == BenchmarkKind::None {
            send(scene, Edit::outcome(dataset, home, at, "benchmark", |o| o.benchmark = None));
        } else if own.is_none_or(|benchmark| kind_of(&benchmark.value) != chosen) {
            let word = BenchmarkKind::DRAFTED.iter().find(|(kind, _)| *kind == chosen).map_or("", |(_, word)| *word);
            let mut kept = vec![("benchmark.kind".to_owned(), word.to_owned())];
            kept.extend(texts.iter().filter(|(f, _)| *f != "value").map(|(f, t)| (name_of(f), t.clone())));
            scene.send(Action::Editor(EditorAction::TypeAll { place, texts: kept, edit: None }));
        }
        return;
    }
    if kind == BenchmarkKind::None {
        return;
    }
    let mut changed: Option<(&str, String)> = None;
    let show = |ui: &mut Ui, scene: &mut PanelContext<'_>, nth: usize, label: &str, hint: &str, width: f32| {
        let (field, text) = texts.get(nth)?;
        let name = name_of(field);
        let shown = Field::line(place, &name, label, width).hint(hint);
        let read = |text: &str| match *field {
            "of" => FieldMeaning::Fine(String::new()),
            "over" => read_period(text),
            _ if text.trim().is_empty() => FieldMeaning::Missing(say!("benchmark-form-value.asked").to_owned()),
            _ => match (value(kind, text, &counted), kind) {
                (Err(error), _) => FieldMeaning::Wrong(error),
                (Ok(_), BenchmarkKind::Level) => read_number(text, &counted),
                (Ok(_), _) => FieldMeaning::Fine(String::new()),
            },
        };
        let typed = field_ui(ui, scene, &shown, text, read)?;
        Some((*field, typed))
    };
    pair_ui(ui, |ui, width| {
        changed = show(ui, scene, 0, say!("benchmark-form-of"), say!("benchmark-form-of.hint"), width);
        let more = show(ui, scene, 1, say!("benchmark-form-value"), say!("benchmark-form-value.hint"), width);
        changed = more.or(changed.take());
    });
    let more = show(ui, scene, 2, say!("benchmark-form-over"), say!("benchmark-form-over.hint"), whole(ui));
    if let Some((field, text)) = more.or(changed) {
        let now = |wanted: &str| {
            let held = texts.iter().find(|(f, _)| *f == wanted).map_or("", |(_, t)| t.as_str());
            if field == wanted { text.clone() } else { held.to_owned() }
        };
        let made = value(kind, &now("value"), &counted).ok().zip(typed::period(&now("over")).ok());
        let made = made.filter(|_| too_long(&now("of"), 1).is_none());
        let edit = made.and_then(|(value, over)| {
            let benchmark = Benchmark { of: now("of"), value, over };
            Edit::outcome(dataset, home, at, &name_of(field), |o| o.benchmark = Some(benchmark)).ok()
        });
        if edit.is_some() {
            scene.send(Action::Editor(EditorAction::DropDrafts(place, "benchmark".to_owned())));
        }
        let texts = vec![(name_of(field), text)];
        scene.send(Action::Editor(EditorAction::TypeAll { place, texts, edit: edit.map(Box::new) }));
    }
}

fn kind_of(value: &BenchmarkValue) -> BenchmarkKind {
    match value {
        BenchmarkValue::Level(_) => BenchmarkKind::Level,
        BenchmarkValue::Change(_) => BenchmarkKind::Change,
        BenchmarkValue::UnsignedChange(_) => BenchmarkKind::Unsigned,
        BenchmarkValue::Direction(_) => BenchmarkKind::Direction,
    }
}

fn value_text(value: &BenchmarkValue, counted: &CountedPhrase) -> String {
    match value {
        BenchmarkValue::Level(number) => typed::number_text(number),
        BenchmarkValue::Change(change) => typed::change_text(change, counted),
        BenchmarkValue::UnsignedChange(number) => format!("{}%", typed::number_text(number)),
        BenchmarkValue::Direction(direction) => direction.keyword().to_owned(),
    }
}

fn value(kind: BenchmarkKind, text: &str, counted: &CountedPhrase) -> Result<BenchmarkValue, typed::TypedError> {
    match kind {
        BenchmarkKind::None => {
            Err(wrong(say!("benchmark-form-no-benchmark"), say!("benchmark-form-no-benchmark.mend")))
        }
        BenchmarkKind::Level => typed::number(text, counted).map(|read| BenchmarkValue::Level(read.number)),
        BenchmarkKind::Unsigned => {
            typed::number(text, &CountedPhrase::share()).map(|read| BenchmarkValue::UnsignedChange(read.number))
        }
        BenchmarkKind::Change => typed::change(text, counted).map(BenchmarkValue::Change),
        BenchmarkKind::Direction => {
            typed::direction(text).map(|direction: Direction| BenchmarkValue::Direction(direction))
        }
    }
}
