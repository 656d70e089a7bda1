//! How many steps a rating moved on its named scale (R8).
//!
//! Definition: steps = place of the grade after − place of the grade before, counted on the scale of one framework from its
//! worst grade to its best; above zero is better. Scales: Ofsted, inspections of children's services. Until 2013 outstanding, good,
//! adequate, inadequate; the single inspection framework (2013–2017) and ILACS (from 2018) outstanding, good, requires
//! improvement to be good, inadequate. Across frameworks no step is counted, even where the words agree, because what was judged
//! changed with them; nor across judgements. Where a framework is not stated on either side no step is counted:
//! two grades of unknown frameworks can't be known to be of the same one. There are no numbers here, and so no NaN.

use crate::model::Grade;
use crate::say;

/// From worst to best, until 2013.
const UNTIL_2013: &[&str] = &["inadequate", "adequate", "good", "outstanding"];
/// From worst to best, since 2013.
const SINCE_2013: &[&str] = &["inadequate", "requires improvement", "good", "outstanding"];

/// How the frameworks until 2013 are written, in small letters without punctuation.
const UNTIL_2013_WORDS: &[&str] = &[
    "before 2013",
    "until 2013",
    "to 2013",
    "pre 2013",
    "2009 2012",
    "2009 2013",
    "safeguarding and looked after children",
];

/// What became of a rating.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RatingChange {
    /// So many steps on one scale; above zero is better, zero the same grade.
    Steps(i8),
    /// The two grades belong to different frameworks.
    FrameworkChanged,
    /// The source names no framework for at least one of them.
    FrameworkNotStated,
    /// The two grades judge different things, come from different inspectors, or what they judge is not stated.
    JudgementDiffers,
    /// The framework's scale is not known here, or does not hold one of the grades.
    UnknownScale,
}

impl RatingChange {
    /// In words: "one step better", or why no step is counted.
    pub fn words(self) -> String {
        match self {
            Self::Steps(0) => say!("rating-same-grade").to_owned(),
            Self::Steps(n) if n > 0 => say!("rating-steps-better", n = n.unsigned_abs()),
            Self::Steps(n) => say!("rating-steps-worse", n = n.unsigned_abs()),
            Self::FrameworkChanged => say!("rating-framework-changed").to_owned(),
            Self::FrameworkNotStated => say!("rating-framework-not-stated").to_owned(),
            Self::JudgementDiffers => say!("rating-judgement-differs").to_owned(),
            Self::UnknownScale => say!("rating-unknown-scale").to_owned(),
        }
    }
}

/// The frameworks whose scales are known here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Framework {
    Until2013,
    SingleInspection,
    Ilacs,
}

impl Framework {
    /// Recognised by the words that its name is written with.
    fn named(text: &str) -> Option<Self> {
        let text = text.to_lowercase();
        let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
        let joined = words.join(" ");
        let inspected_by_ofsted = !words.contains(&"cqc") && !words.contains(&"hmi");
        if words.contains(&"ilacs") || joined.contains("inspecting local authority children s services") {
            Some(Self::Ilacs)
        } else if words.contains(&"sif") || joined.contains("single inspection") {
            Some(Self::SingleInspection)
        } else if inspected_by_ofsted && UNTIL_2013_WORDS.iter().any(|phrase| joined.contains(phrase)) {
            Some(Self::Until2013)
        } else {
            None
        }
    }

    fn scale(self) -> &'static [&'static str] {
        match self {
            Self::Until2013 => UNTIL_2013,
            Self::SingleInspection | Self::Ilacs => SINCE_2013,
        }
    }
}

/// The scale of a framework from its worst grade to its best; `None` where the framework is not known here or its scale does
/// not hold the grade.
pub fn scale_of(framework: &str, grade: &str) -> Option<&'static [&'static str]> {
    let scale = Framework::named(framework)?.scale();
    place(scale, grade).map(|_| scale)
}

/// The change from one grade to another, on the scale of their framework.
pub fn steps(before: &Grade, after: &Grade) -> RatingChange {
    if !is_stated(&before.framework) || !is_stated(&after.framework) {
        return RatingChange::FrameworkNotStated;
    }
    let (from, to) = (Framework::named(&before.framework), Framework::named(&after.framework));
    let same_framework = match (from, to) {
        (None, None) => plain(&before.framework) == plain(&after.framework),
        (from, to) => from == to,
    };
    if !same_framework {
        return RatingChange::FrameworkChanged;
    }
    let both_state = |a: &str, b: &str| is_stated(a) && is_stated(b);
    let same = |a: &str, b: &str| plain(a) == plain(b);
    let other_body = both_state(&before.body, &after.body) && !same(&before.body, &after.body);
    let same_judgement = both_state(&before.judgement, &after.judgement) && same(&before.judgement, &after.judgement);
    if other_body || !same_judgement {
        return RatingChange::JudgementDiffers;
    }
    let places = from.map(Framework::scale).and_then(|scale| {
        let step = |grade: &str| i8::try_from(place(scale, grade)?).ok();
        Some(step(&after.grade)? - step(&before.grade)?)
    });
    places.map_or(RatingChange::UnknownScale, RatingChange::Steps)
}

fn is_stated(text: &str) -> bool {
    let text = plain(text);
    !text.is_empty() && text != "not stated"
}

/// The place of a grade on a scale, 0 for the worst.
fn place(scale: &[&str], grade: &str) -> Option<usize> {
    let grade = plain(grade);
    let grade = grade.strip_suffix(" to be good").unwrap_or(&grade);
    scale.iter().position(|step| *step == grade)
}

fn plain(text: &str) -> String {
    text.trim().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::examples::grade;

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
            assert_eq!(found.words(), words);
        }
    }

    #[test]
    fn r8_across_frameworks_no_step_is_counted() {
        for (before, after) in [(OLD, SIF), (SIF, ILACS), (OLD, ILACS), (SIF, "CQC"), ("A scheme", "Another scheme")] {
            let found = steps(&grade("good", before), &grade("good", after));
            assert_eq!(found, RatingChange::FrameworkChanged, "{before} to {after}");
        }
        let wolverhampton = steps(&grade("adequate", OLD), &grade("good", SIF));
        assert_eq!(wolverhampton.words(), "framework changed, so no step is counted");
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
    fn r8_the_scale_of_a_framework_is_the_one_that_was_in_use() {
        assert_eq!(scale_of(OLD, "adequate"), Some(UNTIL_2013));
        assert_eq!(scale_of("Ofsted (2009-2012)", "good"), Some(UNTIL_2013));
        assert_eq!(scale_of(SIF, "requires improvement"), Some(SINCE_2013));
        assert_eq!(scale_of("Ofsted framework from 2013", "good"), None);
        assert_eq!(scale_of(ILACS, "good"), Some(SINCE_2013));
        assert_eq!(scale_of(ILACS, "adequate"), None);
        assert_eq!(scale_of("not stated", "good"), None);
    }
}
