//! What one council published, in a sentence: how many outcomes, how many with before and after, and which way they went.
//!
//! It says neither good nor bad, and counts what is shown: an outcome of which something is suppressed is counted as that alone, and
//! never by the way that it went.

use crate::compare::phrases::all_of;
use crate::compare::{Comparison, Movement, OpenReason, RatingChange};
use crate::model::{Direction, Measure, Published, Role, UnitKind};
use crate::say;

use super::words;

/// What is said of an outcome in a summary; several that say the same are counted together. In the order in which they are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    /// What is counted went this way.
    Went(Counting, Direction),
    /// A grade stayed the same, or was another one the second time.
    Graded { same: bool },
    /// Two grades of which no step is counted.
    GradedOtherwise,
    /// What is stated and the levels do not fit.
    Unfit,
    /// Two figures that leave open which way it went.
    Open,
    /// Values on more than two dates.
    Several,
    /// One figure, a part or a grade alone.
    Alone,
    /// Small counts are suppressed.
    Suppressed,
}

/// What an outcome counts, as a summary calls it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Counting {
    Rate,
    Share,
    Average,
    Amount,
    Number,
}

impl Counting {
    fn of(comparison: &Comparison<'_>) -> Self {
        let indicator = comparison.located.indicator;
        match (indicator.measure, indicator.unit.kind()) {
            (Measure::Rate, _) => Self::Rate,
            (Measure::Share, _) => Self::Share,
            (Measure::Average, _) => Self::Average,
            (Measure::Flow | Measure::Stock | Measure::Rating | Measure::NotStated, UnitKind::Money(_)) => Self::Amount,
            (Measure::Flow | Measure::Stock | Measure::Rating | Measure::NotStated, _) => Self::Number,
        }
    }

    /// "two rates", "one number".
    fn counted(self, n: usize) -> String {
        let count = words::count(n);
        match self {
            Self::Rate => say!("summary-rates", n = n, count = count),
            Self::Share => say!("summary-shares", n = n, count = count),
            Self::Average => say!("summary-averages", n = n, count = count),
            Self::Amount => say!("summary-amounts", n = n, count = count),
            Self::Number => say!("summary-numbers", n = n, count = count),
        }
    }
}

impl Verdict {
    fn of(comparison: &Comparison<'_>) -> Self {
        match (&comparison.located.outcome.published, comparison.movement) {
            (Published::Suppressed(_), _) => Self::Suppressed,
            (_, Movement::Certain(direction)) => Self::Went(Counting::of(comparison), direction),
            (_, Movement::Open(OpenReason::Contradiction)) => Self::Unfit,
            (Published::Rating { .. }, Movement::Open(_)) => match comparison.rating {
                Some(RatingChange::Steps(steps)) => Self::Graded { same: steps == 0 },
                Some(
                    RatingChange::FrameworkChanged
                    | RatingChange::FrameworkNotStated
                    | RatingChange::JudgementDiffers
                    | RatingChange::DatesTurnedRound
                    | RatingChange::UnknownScale,
                )
                | None => Self::GradedOtherwise,
            },
            (Published::Series { .. }, Movement::Open(_)) => Self::Several,
            (
                Published::Pair { .. } | Published::Change { .. } | Published::Direction { .. },
                Movement::Open(OpenReason::Bounds | OpenReason::Lengths),
            ) => Self::Open,
            (
                Published::Pair { .. }
                | Published::Change { .. }
                | Published::Direction { .. }
                | Published::Part { .. }
                | Published::Single(_)
                | Published::SingleGrade(_),
                Movement::Open(_),
            ) => Self::Alone,
        }
    }

    /// Of so many outcomes, for the middle of a sentence.
    fn told(self, n: usize) -> String {
        let count = words::count(n);
        match self {
            Self::Went(counting, direction) => {
                let what = counting.counted(n);
                match direction {
                    Direction::Fell => say!("summary-fell", what = what),
                    Direction::Rose => say!("summary-rose", what = what),
                    Direction::Stable => say!("summary-stable", what = what),
                }
            }
            Self::Graded { same: true } => say!("summary-grades-same", n = n, count = count),
            Self::Graded { same: false } => say!("summary-grades-other", n = n, count = count),
            Self::GradedOtherwise => say!("summary-grades-unlike", n = n, count = count),
            Self::Unfit => say!("summary-unfit", n = n, count = count),
            Self::Open => say!("summary-open", n = n, count = count),
            Self::Several => say!("summary-series", n = n, count = count),
            Self::Alone => say!("summary-alone", n = n, count = count),
            Self::Suppressed => say!("summary-suppressed", count = count),
        }
    }

    /// Where it stands in the sentence: what moved first, in the order of the enums, and last what there is nothing to say of.
    fn rank(self) -> (u8, u8, u8) {
        match self {
            Self::Went(counting, direction) => (0, counting as u8, direction as u8),
            Self::Graded { same } => (1, u8::from(same), 0),
            Self::GradedOtherwise => (2, 0, 0),
            Self::Unfit => (3, 0, 0),
            Self::Open => (4, 0, 0),
            Self::Several => (5, 0, 0),
            Self::Alone => (6, 0, 0),
            Self::Suppressed => (7, 0, 0),
        }
    }
}

/// What was published, in one sentence, and in a second one what stands beside it as context, estimate, target or plan; empty where
/// nothing was published.
pub fn summary(comparisons: &[Comparison<'_>]) -> String {
    let (outcomes, others): (Vec<_>, Vec<_>) =
        comparisons.iter().partition(|comparison| comparison.located.outcome.role == Role::Outcome);
    let beside = (!others.is_empty()).then(|| {
        let (n, count) = (others.len(), words::sentence_case(&words::count(others.len())));
        if outcomes.is_empty() {
            say!("summary-others-alone", n = n, count = count)
        } else {
            say!("summary-others", n = n, count = count)
        }
    });
    let mut counted: Vec<(Verdict, usize)> = Vec::new();
    for verdict in outcomes.iter().map(|outcome| Verdict::of(outcome)) {
        match counted.iter_mut().find(|(known, _)| *known == verdict) {
            Some((_, n)) => *n += 1,
            None => counted.push((verdict, 1)),
        }
    }
    counted.sort_by_key(|(verdict, _)| verdict.rank());
    let told: Vec<String> = counted.into_iter().map(|(verdict, n)| verdict.told(n)).collect();
    let sentence = all_of(&told).map(|told| {
        let both = outcomes.iter().filter(|c| matches!(c.located.outcome.published, Published::Pair { .. })).count();
        let n = outcomes.len();
        let count = words::sentence_case(&words::count(n));
        say!("summary-sentence", n = n, count = count, both = both, with = words::count(both), told = told)
    });
    sentence.into_iter().chain(beside).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::examples::{
        change_only, compare, dataset, flow, grade, indicator, level, outcome_of, pair, pair_stated, stock,
    };
    use crate::compare::{Threshold, withhold};
    use crate::model::{Dataset, Indicator, Number, Period};

    fn of(outcomes: &[(&Indicator, Published)]) -> Dataset {
        let numbered = outcomes.iter().enumerate();
        let all = numbered.map(|(nth, (counted, published))| {
            outcome_of(counted, &format!("place-{nth}"), &format!("o{nth}"), published.clone())
        });
        let all = all.collect();
        dataset(outcomes.iter().map(|(counted, _)| (*counted).clone()).collect(), all)
    }

    fn told(outcomes: &[(&Indicator, Published)]) -> String {
        summary(&compare(&of(outcomes)))
    }

    fn rate() -> Indicator {
        indicator(Measure::Rate, "per 10,000 children")
    }

    fn direction(direction: Direction) -> Published {
        Published::Direction { direction, over: Period::not_stated() }
    }

    #[test]
    fn it_counts_outcomes_levels_and_ways_and_what_stands_alone() {
        let single = || Published::Single(level(("over 1,000", "2016")));
        let fell = || pair(("344", "2015"), ("321", "2016"));
        let sentence = told(&[
            (&stock(), direction(Direction::Stable)),
            (&rate(), fell()),
            (&rate(), fell()),
            (&flow(), single()),
            (&flow(), single()),
            (&flow(), single()),
        ]);
        assert_eq!(
            sentence,
            "Six outcomes published, two of them with before and after: two rates fell, one number stayed stable and three have \
             nothing to compare with."
        );
        let sentence = told(&[(&indicator(Measure::Flow, "£"), change_only(&["rose 12%"], None))]);
        assert_eq!(sentence, "One outcome published, without both levels: one amount rose.");
    }

    #[test]
    fn every_form_that_has_no_way_is_told_as_what_it_is() {
        let graded = |before: (&str, &str), after: (&str, &str)| Published::Rating {
            before: grade(before.0, before.1),
            after: grade(after.0, after.1),
        };
        let scheme = "inspection of services for children in need of help and protection";
        let part = Published::Part {
            count: Number::parse("28").ok(),
            of: Number::parse("44").ok(),
            share: None,
            period: Period::not_stated(),
        };
        for (published, wanted) in [
            (graded(("adequate", "older"), ("good", scheme)), "one has two grades of which no step is counted"),
            (
                pair_stated(("100", "2015"), ("80", "2016"), &["rose 26%"]),
                "one states a change that its levels do not give",
            ),
            (pair(("over 60", "2015"), ("over 70", "2016")), "one leaves open which way it went"),
            (part, "one has nothing to compare with"),
            (Published::SingleGrade(grade("good", scheme)), "one has nothing to compare with"),
        ] {
            let sentence = told(&[(&stock(), published)]);
            assert!(sentence.contains(wanted), "{sentence}");
        }
    }

    #[test]
    fn nothing_is_counted_that_suppression_hides() {
        let plain =
            of(&[(&stock(), pair(("431", "2015"), ("3", "2016"))), (&rate(), pair(("8", "2015"), ("9", "2016")))]);
        let public = withhold(&plain, "5".parse::<Threshold>().unwrap());
        assert!(summary(&compare(&plain)).contains("one number fell"));
        let sentence = summary(&compare(&public));
        assert!(sentence.contains("of one small counts are suppressed"), "{sentence}");
        assert!(!sentence.contains("number fell"), "{sentence}");
    }

    #[test]
    fn context_estimates_and_plans_are_counted_apart() {
        let mut apart = of(&[(&stock(), pair(("50", "2015"), ("60", "2016"))), (&stock(), direction(Direction::Rose))]);
        apart.programmes[0].outcomes[1].role = Role::Plan;
        let sentence = summary(&compare(&apart));
        assert!(sentence.starts_with("One outcome published, with before and after: one number rose."), "{sentence}");
        assert!(sentence.ends_with("One other figure is context, an estimate, a target or a plan."), "{sentence}");
        assert_eq!(
            summary(&compare(&apart)[1..]),
            "One figure published, as context, an estimate, a target or a plan."
        );
        assert_eq!(summary(&[]), "");
    }
}
