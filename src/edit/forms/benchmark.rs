//! The benchmark of an outcome as a form: whose figure it is, what it is, and over what time.

use super::meaning::{FieldMeaning, number_meaning, period_meaning, too_long};
use super::published_fields::period_field;
use super::{Texts, benchmark_kinds};
use crate::edit::typed::{self, CountedPhrase, TypedError};
use crate::edit::{Edit, Part, PartPath};
use crate::model::{Benchmark, BenchmarkValue, Dataset, Outcome};
use crate::say;

/// What kind of figure a benchmark is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BenchmarkKind {
    /// There is no benchmark.
    None,
    /// A level.
    Level,
    /// A change with its direction.
    Change,
    /// A change in per cent whose direction was not published.
    Unsigned,
    /// A direction without a figure.
    Direction,
}

impl BenchmarkKind {
    /// The word by which a draft names it.
    fn keyword(self) -> &'static str {
        match self {
            Self::None => "",
            Self::Level => "level",
            Self::Change => "change",
            Self::Unsigned => "unsigned",
            Self::Direction => "direction",
        }
    }

    fn of(value: &BenchmarkValue) -> Self {
        match value {
            BenchmarkValue::Level(_) => Self::Level,
            BenchmarkValue::Change(_) => Self::Change,
            BenchmarkValue::UnsignedChange(_) => Self::Unsigned,
            BenchmarkValue::Direction(_) => Self::Direction,
        }
    }
}

/// The form of a benchmark with what is typed into its fields: `of`, `value` and `over`.
#[derive(Clone, Debug, PartialEq)]
pub struct BenchmarkForm {
    kind: BenchmarkKind,
    counted: CountedPhrase,
    texts: Texts,
}

impl BenchmarkForm {
    /// The form of this outcome, with the texts that wait in its fields: where another kind is chosen that is not complete yet, `kind`
    /// among them names it.
    pub fn of(dataset: &Dataset, outcome: &Outcome, drafts: Texts) -> Self {
        let counted = CountedPhrase::of_outcome(dataset, outcome);
        let own = outcome.benchmark.as_ref();
        let chosen = drafts.get("kind").map(|word| {
            let kinds = benchmark_kinds().into_iter().map(|(kind, ..)| kind);
            kinds.into_iter().find(|kind| kind.keyword() == word).unwrap_or(BenchmarkKind::None)
        });
        let mut texts = Texts::new();
        if let Some(own) = own {
            texts.insert("of".to_owned(), own.of.clone());
            texts.insert("over".to_owned(), period_field(&own.over));
            if chosen.is_none() {
                texts.insert("value".to_owned(), value_text(&own.value, &counted));
            }
        }
        texts.extend(drafts);
        let own = own.map_or(BenchmarkKind::None, |own| BenchmarkKind::of(&own.value));
        Self { kind: chosen.unwrap_or(own), counted, texts }
    }

    /// The kind that is chosen.
    pub fn kind(&self) -> BenchmarkKind {
        self.kind
    }

    /// The text in a field.
    pub fn text(&self, field: &str) -> &str {
        self.texts.get(field).map_or("", String::as_str)
    }

    /// The form with another text in a field.
    #[must_use]
    pub fn with(mut self, field: &str, text: &str) -> Self {
        self.texts.insert(field.to_owned(), text.to_owned());
        self
    }

    /// The texts by field that another kind begins with, and the kind as `kind`. A figure of one kind says nothing of another.
    pub fn drafts_of(&self, kind: BenchmarkKind) -> Texts {
        let text = |field: &str| (field.to_owned(), self.text(field).to_owned());
        [("kind".to_owned(), kind.keyword().to_owned()), text("of"), text("over")].into()
    }

    /// What the text that stands in a field means.
    pub fn meaning(&self, field: &str) -> FieldMeaning {
        let text = self.text(field);
        match field {
            "over" => period_meaning(text),
            "value" if text.trim().is_empty() => FieldMeaning::Missing(say!("benchmark-form-value.asked").to_owned()),
            "value" => match self.value() {
                Err(error) => FieldMeaning::Wrong(error),
                Ok(BenchmarkValue::Level(_)) => number_meaning(text, &self.counted),
                Ok(BenchmarkValue::Change(_) | BenchmarkValue::UnsignedChange(_) | BenchmarkValue::Direction(_)) => {
                    FieldMeaning::plain()
                }
            },
            _ => FieldMeaning::plain(),
        }
        .unless_too_long(text, false)
    }

    /// The edit that this form means in the outcome at this place; `None` while it is not complete.
    pub fn edit(&self, dataset: &Dataset, place: PartPath, field: &str) -> Option<Edit> {
        let Some(Part::Outcome(mut outcome)) = Part::at(dataset, place) else { return None };
        let (value, over) = (self.value().ok()?, typed::period(self.text("over")).ok()?);
        if too_long(self.text("of"), false).is_some() {
            return None;
        }
        outcome.benchmark = Some(Benchmark { of: self.text("of").to_owned(), value, over });
        Edit::change(dataset, place, Part::Outcome(outcome), field).ok()
    }

    fn value(&self) -> Result<BenchmarkValue, TypedError> {
        let text = self.text("value");
        match self.kind {
            BenchmarkKind::None => {
                Err(TypedError::new(say!("benchmark-form-no-benchmark"), say!("benchmark-form-no-benchmark.fix")))
            }
            BenchmarkKind::Level => typed::number(text, &self.counted).map(|read| BenchmarkValue::Level(read.number)),
            BenchmarkKind::Unsigned => {
                typed::number(text, &CountedPhrase::share()).map(|read| BenchmarkValue::UnsignedChange(read.number))
            }
            BenchmarkKind::Change => typed::change(text, &self.counted).map(BenchmarkValue::Change),
            BenchmarkKind::Direction => typed::direction(text).map(BenchmarkValue::Direction),
        }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::load_builtin;

    #[test]
    fn a_benchmark_is_the_same_after_its_fields() {
        let dataset = load_builtin().unwrap().dataset;
        let places = PartPath::all(&dataset).into_iter();
        let outcomes = places.filter_map(|place| match Part::at(&dataset, place)? {
            Part::Outcome(outcome) => outcome.benchmark.is_some().then_some((place, outcome)),
            _ => None,
        });
        let mut seen = 0;
        for (place, outcome) in outcomes {
            let form = BenchmarkForm::of(&dataset, &outcome, Texts::new());
            assert!(form.edit(&dataset, place, "").unwrap().is_empty(), "{place}");
            seen += 1;
        }
        assert!(seen > 0);
    }

    #[test]
    fn another_kind_keeps_whose_it_is_and_asks_for_its_figure() {
        let dataset = load_builtin().unwrap().dataset;
        let mut outcome = dataset.outcomes().find(|l| l.outcome.benchmark.is_none()).unwrap().outcome.clone();
        let direction = BenchmarkValue::Direction(crate::model::Direction::Fell);
        let over = crate::model::Period::parse("2017").unwrap();
        outcome.benchmark = Some(Benchmark { of: "England".to_owned(), value: direction, over });
        let drafts = BenchmarkForm::of(&dataset, &outcome, Texts::new()).drafts_of(BenchmarkKind::Unsigned);
        let form = BenchmarkForm::of(&dataset, &outcome, drafts);
        assert_eq!((form.kind(), form.text("of"), form.text("over")), (BenchmarkKind::Unsigned, "England", "2017"));
        assert!(matches!(form.meaning("value"), FieldMeaning::Missing(_)));
        assert!(form.with("value", "8.6%").value().is_ok());
    }
}
