//! What was published of an outcome as one phrase, in full: "780 (2015) to 626 (2017), stated: fell by 20%".
//!
//! For lists in which two accounts of the same thing stand side by side; nothing is computed and nothing is left away.

use crate::compare::phrases::{self, by_commas, by_semicolons};
use crate::model::{Benchmark, BenchmarkValue, Change, Grade, KnownLevel, Level, Period, PointValue, Published, Unit};
use crate::say;

use super::{alt_text, words};

/// What was published, in the indicator's unit, which may be empty. Empty where it is suppressed.
pub fn account(published: &Published, unit: &Unit) -> String {
    match published {
        Published::Pair { before, after, stated, over } => {
            let pair = say!("figure-from-to", before = level(before, unit), after = level(after, unit));
            by_commas(&parts([pair], stated.iter().map(|c| stated_too(c, unit)), over))
        }
        Published::Change { stated, over, level: known } => {
            let known = known.as_ref().map(|known| match known {
                KnownLevel::Before(known) => say!("account-before", level = level(known, unit)),
                KnownLevel::After(known) => say!("account-after", level = level(known, unit)),
            });
            by_commas(&parts(stated.iter().map(|c| words::change_phrase(c, unit)), known, over))
        }
        Published::Direction { direction, over } => {
            by_commas(&parts([phrases::direction(*direction).to_owned()], None, over))
        }
        Published::Rating { before, after } => say!("figure-from-to", before = grade(before), after = grade(after)),
        Published::SingleGrade(single) => grade(single),
        Published::Part { period, .. } => by_commas(&parts([alt_text::part(published)], None, period)),
        Published::Single(single) => level(single, unit),
        Published::Series { points, start } => {
            let points = points.iter().map(|point| {
                let value = match &point.value {
                    PointValue::Known(number) => words::level(number, unit),
                    PointValue::Missing(reason) => phrases::missing(*reason).to_owned(),
                };
                say!("detail-point", when = words::period(&point.period), value = value)
            });
            let start = start.as_ref().map(|start| say!("account-start", date = start.label()));
            by_semicolons(&points.chain(start).collect::<Vec<_>>())
        }
        Published::Suppressed(_) => String::new(),
    }
}

/// A benchmark with its figure, in the indicator's unit: "the national average: 62 (2017)".
pub fn benchmark(benchmark: &Benchmark, unit: &Unit) -> String {
    let value = match &benchmark.value {
        BenchmarkValue::Level(number) => words::level(number, unit),
        BenchmarkValue::Change(change) => words::change_phrase(change, unit),
        BenchmarkValue::UnsignedChange(number) => {
            say!("detail-sign-not-stated", change = words::level(number, &Unit::PERCENT))
        }
        BenchmarkValue::Direction(direction) => phrases::direction(*direction).to_owned(),
    };
    say!("account-benchmark", benchmark = benchmark.of.as_str(), value = dated(value, &benchmark.over))
}

/// What comes first, what comes beside it, and the time where it was stated.
fn parts(
    first: impl IntoIterator<Item = String>,
    beside: impl IntoIterator<Item = String>,
    over: &Period,
) -> Vec<String> {
    let over = over.is_stated().then(|| words::period(over));
    first.into_iter().chain(beside).chain(over).collect()
}

fn stated_too(change: &Change, unit: &Unit) -> String {
    say!("account-stated", change = words::change_phrase(change, unit))
}

fn level(level: &Level, unit: &Unit) -> String {
    dated(words::level(&level.number, unit), &level.period)
}

fn dated(figure: String, when: &Period) -> String {
    if when.is_stated() { say!("alt-dated", figure = figure, when = words::period(when)) } else { figure }
}

/// A grade with whatever is known of it.
fn grade(grade: &Grade) -> String {
    let date = if grade.date.is_stated() { words::period(&grade.date) } else { String::new() };
    let known = [grade.judgement.clone(), grade.body.clone(), grade.framework.clone(), date];
    let known: Vec<String> = known.into_iter().filter(|text| !text.is_empty()).collect();
    if known.is_empty() {
        grade.grade.clone()
    } else {
        say!("alt-dated", figure = grade.grade.as_str(), when = by_commas(&known))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Number;

    fn dated(number: &str, period: &str) -> Level {
        Level { number: Number::parse(number).unwrap(), period: Period::parse(period).unwrap() }
    }

    #[test]
    fn r1_r4_an_account_says_what_was_published_and_nothing_else() {
        let stated = vec![Change::parse("fell over 19%").unwrap()];
        let pair = Published::Pair {
            before: dated("780", "2015"),
            after: dated("about 626", "2017"),
            stated: stated.clone(),
            over: Period::not_stated(),
        };
        assert_eq!(account(&pair, &"children".into()), "780 (2015) to about 626 (2017), stated: fell by over 19%");
        let change = Published::Change {
            stated,
            over: Period::parse("since 2011").unwrap(),
            level: Some(KnownLevel::After(dated("626", "not stated"))),
        };
        assert_eq!(account(&change, &"children".into()), "fell by over 19%, after: 626, since 2011");
    }
}
