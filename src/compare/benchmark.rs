//! Whether a benchmark may be drawn beside its outcome, or only described (R10).
//!
//! Definition: a benchmark has a mark where it is in the unit of the axis, over a stated period and, for a change, with a
//! stated sign. A bare direction has no length and gets words only. No arithmetic, no NaN.

use super::phrases::{self, AmountUnit};
use crate::model::{Benchmark, BenchmarkValue, ChangeUnit, Outcome, Unit};
use crate::say;

/// How an outcome's benchmark may appear.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BenchmarkStanding {
    /// The source states none.
    None,
    /// On the axis of levels.
    OnLevels,
    /// On the axis of changes in per cent.
    OnChanges,
    /// In words only, for this reason.
    InWords(&'static str),
}

impl BenchmarkStanding {
    /// How the benchmark of this outcome may appear.
    pub fn of(outcome: &Outcome) -> Self {
        outcome.benchmark.as_ref().map_or(Self::None, Self::of_benchmark)
    }

    fn of_benchmark(benchmark: &Benchmark) -> Self {
        let placed = match &benchmark.value {
            BenchmarkValue::UnsignedChange(_) => {
                return Self::InWords(say!("caution-benchmark-no-mark-unsigned"));
            }
            BenchmarkValue::Direction(_) => {
                return Self::InWords(say!("caution-benchmark-no-mark-direction"));
            }
            BenchmarkValue::Level(_) => Self::OnLevels,
            BenchmarkValue::Change(change) if change.unit == ChangeUnit::Percent => Self::OnChanges,
            BenchmarkValue::Change(_) => {
                return Self::InWords(say!("caution-benchmark-no-mark-other-unit"));
            }
        };
        if benchmark.over.is_stated() { placed } else { Self::InWords(say!("caution-benchmark-no-mark-no-period")) }
    }
}

/// The benchmark's figure in words: "8.6%", "fell 8.6%", "rose".
pub fn value_in_words(value: &BenchmarkValue) -> String {
    match value {
        BenchmarkValue::Level(number) => phrases::as_printed(number),
        BenchmarkValue::Change(change) => phrases::stated(change, &Unit::NUMBER),
        BenchmarkValue::UnsignedChange(number) => AmountUnit::Percent.amount(&phrases::as_printed(number)),
        BenchmarkValue::Direction(direction) => phrases::direction(*direction).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::examples::{outcome, pair};
    use crate::model::{Change, Direction, Number, Period};

    fn standing(value: BenchmarkValue, over: &str) -> BenchmarkStanding {
        let mut outcome = outcome("leeds", pair(("100", "2011"), ("85", "2017")));
        let over = Period::parse(over).unwrap();
        outcome.benchmark = Some(Benchmark { of: "national average".to_owned(), value, over });
        BenchmarkStanding::of(&outcome)
    }

    #[test]
    fn r10_a_benchmark_is_drawn_only_with_unit_period_and_sign() {
        let number = Number::parse("8.6").unwrap();
        let change = |text| BenchmarkValue::Change(Change::parse(text).unwrap());
        assert_eq!(standing(BenchmarkValue::Level(number), "2017"), BenchmarkStanding::OnLevels);
        assert_eq!(standing(change("rose 8.6%"), "2011/2017"), BenchmarkStanding::OnChanges);
        for (value, over) in [
            (BenchmarkValue::UnsignedChange(number), "2011/2017"),
            (BenchmarkValue::Direction(Direction::Rose), "2011/2017"),
            (BenchmarkValue::Level(number), "not stated"),
            (change("rose 8.6%"), "not stated"),
            (change("rose 12"), "2011/2017"),
        ] {
            assert!(matches!(standing(value.clone(), over), BenchmarkStanding::InWords(_)), "{value:?}, {over}");
        }
    }

    #[test]
    fn no_benchmark_is_no_standing() {
        let outcome = outcome("a", pair(("1", "2011"), ("2", "2017")));
        assert_eq!(BenchmarkStanding::of(&outcome), BenchmarkStanding::None);
    }
}
