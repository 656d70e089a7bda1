//! What an outcome was compared with, and its level on the Maryland Scientific Methods Scale (R13).
//!
//! Source: Sherman and others, *Preventing Crime* (1997), as used by the What Works Centre for Local Economic Growth. Level
//! 1 is a before and after, or treated against untreated, with nothing controlled; level 3 is a before and after with a
//! comparison group. A benchmark that a source merely states controls nothing, and is still level 1. Levels 2, 4 and 5 need
//! more than a dataset of published claims holds, and are never given. The scale grades the comparison "as reported here",
//! not how sure one may be. Ratings, single figures, parts of a whole, and figures without a programme get no grade. No
//! arithmetic, no NaN.

use crate::model::{ComparedWith, Fact, Form, Outcome, Published, Role};
use crate::say;

/// What the comparison rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// What it was compared with, as reported here.
    pub compared_with: ComparedWith,
    /// Level on the Maryland scale, 1 or 3; `None` where there is nothing to grade.
    pub maryland: Option<u8>,
    /// What a reader should bear in mind, in sentences; may be empty.
    pub cautions: Vec<String>,
}

/// Said of people and places that were picked at a bad moment.
pub fn bad_moment() -> &'static str {
    say!("evidence-bad-moment")
}

impl Evidence {
    /// The evidence behind one outcome.
    pub fn of(outcome: &Outcome) -> Self {
        let compared_with = match outcome.published {
            Published::Rating { .. } | Published::SingleGrade(_) | Published::Single(_) | Published::Part { .. } => {
                ComparedWith::NotApplicable
            }
            Published::Suppressed(ref remains) if matches!(remains.form, Form::Single | Form::Part) => {
                ComparedWith::NotApplicable
            }
            Published::Pair { .. }
            | Published::Change { .. }
            | Published::Direction { .. }
            | Published::Series { .. }
            | Published::Suppressed(_) => outcome.compared_with,
        };
        let maryland = match outcome.role {
            // Nothing here can have an effect to show, or it has not happened yet.
            Role::Context | Role::Target | Role::Plan => None,
            Role::Outcome | Role::Estimate => match compared_with {
                ComparedWith::Itself | ComparedWith::StatedBenchmark => Some(1),
                ComparedWith::MeasuredComparators => Some(3),
                ComparedWith::NotApplicable => None,
            },
        };
        let cautions = if outcome.has(Fact::PickedAtABadMoment) { vec![bad_moment().to_owned()] } else { Vec::new() };
        Self { compared_with, maryland, cautions }
    }

    /// What it was compared with, in words.
    pub fn label(&self) -> &'static str {
        match self.compared_with {
            ComparedWith::Itself => say!("evidence-compared-with-itself"),
            ComparedWith::StatedBenchmark => say!("evidence-compared-with-benchmark"),
            ComparedWith::MeasuredComparators => say!("evidence-compared-with-comparators"),
            ComparedWith::NotApplicable => say!("evidence-compared-with-nothing"),
        }
    }

    /// The level on the Maryland scale, in words.
    pub fn maryland_words(&self) -> String {
        match self.maryland {
            Some(level) => say!("evidence-maryland", level = level),
            None => say!("evidence-maryland-none").to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::examples::{change_only, grade, outcome, pair};
    use crate::model::{Direction, Period};

    fn level(published: Published, compared_with: ComparedWith, role: Role) -> Option<u8> {
        let mut outcome = outcome("a", published);
        outcome.compared_with = compared_with;
        outcome.role = role;
        Evidence::of(&outcome).maryland
    }

    #[test]
    fn r13_a_stated_benchmark_is_still_level_one() {
        let published = || pair(("52", "2016"), ("81", "2017"));
        assert_eq!(level(published(), ComparedWith::Itself, Role::Outcome), Some(1));
        assert_eq!(level(published(), ComparedWith::StatedBenchmark, Role::Outcome), Some(1));
        assert_eq!(level(published(), ComparedWith::MeasuredComparators, Role::Outcome), Some(3));
        assert_eq!(level(change_only(&["fell 15%"], None), ComparedWith::Itself, Role::Outcome), Some(1));
        let direction = Published::Direction { direction: Direction::Fell, over: Period::not_stated() };
        assert_eq!(level(direction, ComparedWith::Itself, Role::Outcome), Some(1));
    }

    #[test]
    fn r13_ratings_and_context_are_not_graded() {
        let rating = Published::Rating { before: grade("good", "x"), after: grade("good", "x") };
        assert_eq!(level(rating, ComparedWith::Itself, Role::Outcome), None);
        assert_eq!(level(pair(("1", "2016"), ("2", "2017")), ComparedWith::Itself, Role::Context), None);
    }

    #[test]
    fn r13_a_bad_moment_is_said() {
        let mut outcome = outcome("a", pair(("52", "2016"), ("81", "2017")));
        assert!(Evidence::of(&outcome).cautions.is_empty());
        outcome.facts.push(Fact::PickedAtABadMoment);
        assert_eq!(Evidence::of(&outcome).cautions, [bad_moment()]);
    }
}
