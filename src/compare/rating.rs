//! How many steps a rating moved on its named scale (R8).
//!
//! Definition: steps = place of the grade after − place of the grade before, counted on the ladder of one framework from its
//! worst grade to its best ([`super::ladder`]); above zero is better. No step is counted across frameworks, even where the
//! words agree, because they judge different things; nor across judgements; nor where the grade after is dated before the
//! other. Characters other than letters and digits, and "(implied)", make no difference to a framework's name. No step is
//! counted where either framework is not stated: nobody can know that the two are the same. There are no numbers here, and
//! so no NaN.

use super::{ladder::RatingLadder, timing::Timing};
use crate::model::{Grade, Inspectorate, plain_words, says_something};
use crate::say;

/// How a rating changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RatingChange {
    /// Steps on one scale; above zero is better, zero the same grade.
    Steps(i8),
    /// The two grades belong to different frameworks.
    FrameworkChanged,
    /// The source names no framework for at least one of them.
    FrameworkNotStated,
    /// The two grades judge different things, have different inspectors, or do not say what they judge.
    JudgementDiffers,
    /// The grade after is dated before the grade before.
    DatesTurnedRound,
    /// The framework's scale is unknown, or lacks one of the grades.
    UnknownScale,
}

impl RatingChange {
    /// In words: "one step better", or why no step is counted.
    pub fn describe(self) -> String {
        match self {
            Self::Steps(0) => say!("rating-same-grade").to_owned(),
            Self::Steps(n) if n > 0 => say!("rating-steps-better", n = n.unsigned_abs()),
            Self::Steps(n) => say!("rating-steps-worse", n = n.unsigned_abs()),
            Self::FrameworkChanged => say!("rating-framework-changed").to_owned(),
            Self::FrameworkNotStated => say!("rating-framework-not-stated").to_owned(),
            Self::JudgementDiffers => say!("rating-judgement-differs").to_owned(),
            Self::DatesTurnedRound => say!("rating-dates-turned-round").to_owned(),
            Self::UnknownScale => say!("rating-unknown-scale").to_owned(),
        }
    }
}

/// The change from one grade to another, on the ladder of their framework.
pub fn steps(before: &Grade, after: &Grade) -> RatingChange {
    let telling = |grade: &Grade| {
        grade.framework.as_ref().filter(|framework| framework.tells()).map(|framework| plain_words(framework.as_str()))
    };
    let (Some(framework), Some(later_framework)) = (telling(before), telling(after)) else {
        return RatingChange::FrameworkNotStated;
    };
    let (from, to) = (RatingLadder::of(before), RatingLadder::of(after));
    let same_framework = match (from, to) {
        (Some(from), Some(to)) => std::ptr::eq(from, to),
        (None, _) | (_, None) => framework == later_framework,
    };
    if !same_framework {
        return RatingChange::FrameworkChanged;
    }
    let (judgement, later_judgement) = (plain_words(&before.judgement), plain_words(&after.judgement));
    if other_body(&before.body, &after.body) || !says_something(&judgement) || judgement != later_judgement {
        return RatingChange::JudgementDiffers;
    }
    if Timing::of(&before.date, &after.date) == Timing::TurnedRound {
        return RatingChange::DatesTurnedRound;
    }
    let step = |ladder: Option<&RatingLadder>, grade: &Grade| i8::try_from(ladder?.place(&grade.grade)?).ok();
    match (step(from, before), step(to, after)) {
        (Some(from), Some(to)) => RatingChange::Steps(to - from),
        (None, _) | (_, None) => RatingChange::UnknownScale,
    }
}

/// Whether the names are two different bodies.
fn other_body(one: &str, other: &str) -> bool {
    let (one, other) = (plain_words(one), plain_words(other));
    let same = match (Inspectorate::named_in(&one), Inspectorate::named_in(&other)) {
        (Some(one), Some(other)) => one == other,
        (None, _) | (_, None) => one == other,
    };
    says_something(&one) && says_something(&other) && !same
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::examples::grade;
    use crate::model::Framework;

    const OLD: &str = "Ofsted before 2013";
    const SIF: &str = "Ofsted single inspection framework (2013-2017)";
    const ILACS: &str = "Ofsted ILACS (from 2018)";

    #[test]
    fn r8_steps_are_counted_on_the_scale_of_one_framework() {
        for (framework, before, after, steps_moved, words) in [
            (SIF, "inadequate", "requires improvement", 1, "one step better"),
            (SIF, "inadequate", "good", 2, "two steps better"),
            (ILACS, "requires improvement to be good", "Good", 1, "one step better"),
            (ILACS, "outstanding", "inadequate", -3, "three steps worse"),
            (OLD, "adequate", "good", 1, "one step better"),
            (SIF, "good", "good", 0, "the same grade"),
        ] {
            let found = steps(&grade(before, framework), &grade(after, framework));
            assert_eq!(found, RatingChange::Steps(steps_moved), "{framework}: {before} to {after}");
            assert_eq!(found.describe(), words);
        }
    }

    #[test]
    fn r8_across_frameworks_no_step_is_counted() {
        for (before, after) in [(OLD, SIF), (SIF, ILACS), (OLD, ILACS), (SIF, "CQC"), ("A scheme", "Another scheme")] {
            let found = steps(&grade("good", before), &grade("good", after));
            assert_eq!(found, RatingChange::FrameworkChanged, "{before} to {after}");
        }
        let wolverhampton = steps(&grade("adequate", OLD), &grade("good", SIF));
        assert_eq!(wolverhampton.describe(), "framework changed, so no step is counted");
    }

    #[test]
    fn r8_what_is_not_known_gives_no_step() {
        let not_stated = steps(&grade("good", "not stated"), &grade("outstanding", "not stated"));
        assert_eq!(not_stated, RatingChange::FrameworkNotStated);
        assert_eq!(steps(&grade("gold", "A scheme"), &grade("silver", "A scheme")), RatingChange::UnknownScale);
        assert_eq!(steps(&grade("adequate", SIF), &grade("good", SIF)), RatingChange::UnknownScale);
        let mut leadership = grade("good", SIF);
        for judgement in ["leadership", "not stated"] {
            leadership.judgement = judgement.to_owned();
            assert_eq!(steps(&grade("good", SIF), &leadership), RatingChange::JudgementDiffers);
        }
        assert_eq!(steps(&leadership, &leadership), RatingChange::JudgementDiffers);
        let mut of_cqc = grade("good", SIF);
        of_cqc.body = "CQC".to_owned();
        assert_eq!(steps(&grade("good", SIF), &of_cqc), RatingChange::JudgementDiffers);
    }

    #[test]
    fn r8_one_framework_may_be_written_in_two_ways() {
        for (one, other, moved) in [
            ("Estyn (from 2010)", "Estyn (from 2010) (implied)", RatingChange::Steps(1)),
            ("Ofsted single inspection framework (2013-2017)", "ofsted  SIF", RatingChange::Steps(1)),
            ("A scheme, 2nd round", "a scheme – 2nd  round (implied)", RatingChange::UnknownScale),
            ("A scheme, 2nd round", "A scheme, 3rd round", RatingChange::FrameworkChanged),
        ] {
            let mut grades = [grade("adequate", one), grade("good", other)];
            for grade in &mut grades {
                grade.body =
                    if Framework::text(grade.framework.as_ref()).contains("Estyn") { "Estyn" } else { "not stated" }
                        .to_owned();
                if Framework::text(grade.framework.as_ref()).to_lowercase().contains("ofsted")
                    && grade.grade == "adequate"
                {
                    grade.grade = "requires improvement to be good".to_owned();
                }
            }
            assert_eq!(steps(&grades[0], &grades[1]), moved, "{one} and {other}");
        }
    }

    #[test]
    fn r8_the_words_of_another_body_are_not_ofsteds_ladder() {
        let mut grades = [
            grade("good", "CSSIW single inspection of Wales"),
            grade("inadequate", "CSSIW single inspection of Wales"),
        ];
        for grade in &mut grades {
            grade.body = "Care Inspectorate Wales".to_owned();
        }
        assert_eq!(steps(&grades[0], &grades[1]), RatingChange::UnknownScale);
    }

    #[test]
    fn r8_a_grade_dated_before_the_one_before_is_no_step() {
        let dated = |text: &str, date: &str| {
            let date = crate::model::Period::parse(date).unwrap();
            Grade { date, ..grade(text, SIF) }
        };
        let moved = |before, after| steps(&dated("requires improvement", before), &dated("good", after));
        assert_eq!(moved("2017", "2014"), RatingChange::DatesTurnedRound);
        assert_eq!(moved("2014", "2017"), RatingChange::Steps(1));
        assert_eq!(moved("2014", "2014-06"), RatingChange::Steps(1), "the order is not known");
    }
}
