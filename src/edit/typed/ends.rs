//! What is counted on a day and was typed with a span of time: the span's two ends are the dates of the two levels.
//!
//! A flow is counted over a time, so that a span says nothing of when each of two counts was made; it is left as the time between.

use crate::model::{Date, KnownLevel, Level, Period, Published, When};

/// The levels of something that is counted on a day, dated by the two ends of the span they were published with. Dates that were
/// stated stay.
pub(super) fn dated(published: Published) -> Published {
    match published {
        Published::Pair { mut before, mut after, stated, mut over } => {
            if let Some((from, to)) = ends(&over)
                && !before.period.is_stated()
                && !after.period.is_stated()
            {
                (before.period, after.period) = (from, to);
                over = Period::not_stated();
            } else if let (false, Some((from, to))) = (before.period.is_stated(), ends(&after.period)) {
                // "1,204 to 986 (March 2019 to March 2023)", where the span was read with the second level.
                (before.period, after.period) = (from, to);
            }
            Published::Pair { before, after, stated, over }
        }
        Published::Change { stated, over, level: Some(level) } => {
            let (over, level) = match level {
                KnownLevel::Before(level) => {
                    let (over, level) = at_an_end(over, level, |(from, _)| from);
                    (over, KnownLevel::Before(level))
                }
                KnownLevel::After(level) => {
                    let (over, level) = at_an_end(over, level, |(_, to)| to);
                    (over, KnownLevel::After(level))
                }
            };
            Published::Change { stated, over, level: Some(level) }
        }
        other @ (Published::Change { .. }
        | Published::Direction { .. }
        | Published::Rating { .. }
        | Published::Part { .. }
        | Published::Single(_)
        | Published::SingleGrade(_)
        | Published::Series { .. }
        | Published::Suppressed(_)) => other,
    }
}

/// The level at one end of the span that was stated for the change, or was read as the level's own.
fn at_an_end(over: Period, level: Level, end: impl Fn((Period, Period)) -> Period) -> (Period, Level) {
    match (ends(&over), ends(&level.period)) {
        (Some(both), _) if !level.period.is_stated() => (over, Level { period: end(both), ..level }),
        (None, Some(both)) if !over.is_stated() => (level.period, Level { period: end(both), ..level }),
        _ => (over, level),
    }
}

/// The two ends of a span; `None` of anything else.
fn ends(period: &Period) -> Option<(Period, Period)> {
    let When::Span(span) = &period.when else { return None };
    let at = |date: Date| Period { when: When::At(date), implied: period.implied };
    Some((at(span.from), at(span.to)))
}

#[cfg(test)]
mod tests {
    use super::super::{CountedPhrase, statement};
    use super::*;
    use crate::edit::new_parts;
    use crate::model::{Dataset, Measure};

    fn counted(measure: Measure) -> CountedPhrase {
        CountedPhrase::of(&new_parts::indicator(&Dataset::default(), "Looked-after children", "children", measure))
    }

    /// When the level before and the level after were counted, and the time between.
    fn times(typed: &str, measure: Measure) -> [String; 3] {
        match statement(typed, Some(&counted(measure))).unwrap_or_else(|error| panic!("{typed}: {error}")).published {
            Published::Pair { before, after, over, .. } => {
                [before.period.to_string(), after.period.to_string(), over.to_string()]
            }
            Published::Change { over, level, .. } => match level {
                Some(KnownLevel::Before(level)) => [level.period.to_string(), String::new(), over.to_string()],
                Some(KnownLevel::After(level)) => [String::new(), level.period.to_string(), over.to_string()],
                None => [String::new(), String::new(), over.to_string()],
            },
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_stock_typed_with_a_span_is_dated_by_its_two_ends() {
        let none = "not stated";
        for (typed, before, after, over) in [
            ("down from 1,204 to 986 (Mar 2019-Mar 2023)", "2019-03", "2023-03", none),
            ("1,204 to 986 between March 2019 and March 2023", "2019-03", "2023-03", none),
            ("1,204 to 986, 31 March 2019 to 31 March 2023", "2019-03-31", "2023-03-31", none),
            ("1,204 in 2019 to 986 in 2023", "2019", "2023", none),
            ("1,204 to 986 over 4 years", none, none, "4 years"),
            ("down 18% to 986 (Mar 2019-Mar 2023)", "", "2023-03", "2019-03/2023-03"),
            ("down 218 from 1,204 (Mar 2019-Mar 2023)", "2019-03", "", "2019-03/2023-03"),
        ] {
            assert_eq!(times(typed, Measure::Stock), [before, after, over].map(str::to_owned), "{typed}");
        }
    }

    #[test]
    fn a_flow_keeps_the_span_as_the_time_between() {
        let typed = "1,204 to 986 (Mar 2019-Mar 2023)";
        for measure in [Measure::Flow, Measure::NotStated] {
            let expected = ["not stated", "not stated", "2019-03/2023-03"].map(str::to_owned);
            assert_eq!(times(typed, measure), expected, "{measure:?}");
        }
    }
}
