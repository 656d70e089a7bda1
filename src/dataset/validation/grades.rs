//! R8: grades, the ladders they stand on, and the time in which their framework was used.

use super::PathedOutcome;
use crate::compare::ladder::{InUse, RatingLadder, in_use};
use crate::dataset::finding::Problem;
use crate::model::{Framework, Grade, Published};
use crate::say;

/// Checks each grade.
pub(super) fn check(outcomes: &[&PathedOutcome<'_>], problems: &mut Vec<Problem>) {
    for PathedOutcome { outcome, path } in outcomes {
        match &outcome.published {
            Published::Rating { before, after } => {
                grade(before, &format!("{path}.published.before"), problems);
                grade(after, &format!("{path}.published.after"), problems);
            }
            Published::SingleGrade(single) => grade(single, &format!("{path}.published"), problems),
            Published::Pair { .. }
            | Published::Change { .. }
            | Published::Direction { .. }
            | Published::Part { .. }
            | Published::Single(_)
            | Published::Series { .. }
            | Published::Suppressed(_) => {}
        }
    }
}

fn grade(grade: &Grade, path: &str, problems: &mut Vec<Problem>) {
    if grade.grade.trim().is_empty() {
        problems.push(Problem::error(format!("{path}.grade"), say!("check-no-grade"), say!("check-no-grade.fix")));
        return;
    }
    let (framework, date) = (Framework::text(grade.framework.as_ref()), grade.date.to_string());
    let sentence = match in_use(grade) {
        InUse::Perhaps => None,
        InUse::NotYet => Some(say!("check-grade-before-framework", framework = framework, date = date)),
        InUse::NoLonger => Some(say!("check-grade-after-framework", framework = framework, date = date)),
    };
    if let Some(sentence) = sentence {
        let fix = say!("check-grade-before-framework.fix");
        problems.push(Problem::caution(format!("{path}.date"), sentence, fix));
    }
    // "Good or outstanding" may be said of several judgements.
    if let Some(ladder) = RatingLadder::of(grade)
        && !grade.grade.split(" or ").all(|one| ladder.place(one).is_some())
    {
        let grades = ladder.grades().join(", ");
        let sentence =
            say!("check-grade-off-ladder", grade = grade.grade.as_str(), framework = framework, grades = grades);
        problems.push(Problem::caution(format!("{path}.grade"), sentence, say!("check-grade-off-ladder.fix")));
    }
}
