//! R11, counted once: outcomes that are probably the same one twice, accounts that disagree, and overlaps.

use std::collections::{HashMap, HashSet};

use super::PathedOutcome;
use crate::dataset::fault::Fault;
use crate::dataset::finding::Problem;
use crate::model::{
    Change, CouncilId, Dataset, Framework, Grade, Indicator, IndicatorId, KnownLevel, Level, Measure, OutcomeId,
    Period, Published, Role,
};
use crate::say;
use crate::words::letters::plain_text;

/// Who names whom.
type Pairs<'a> = HashSet<(&'a OutcomeId, &'a OutcomeId)>;

/// Checks what outcomes say of each other, and what they do not say.
pub(super) fn check(dataset: &Dataset, outcomes: &[&PathedOutcome<'_>], problems: &mut Vec<Problem>) {
    let order: HashMap<&OutcomeId, usize> = outcomes.iter().enumerate().map(|(nth, p)| (&p.outcome.id, nth)).collect();
    let overlaps = pairs(outcomes, |placed| &placed.outcome.overlaps);
    let disagreements = pairs(outcomes, |placed| &placed.outcome.disagrees_with);
    for (here, PathedOutcome { outcome, path }) in outcomes.iter().enumerate() {
        let id = &outcome.id;
        for (nth, other) in outcome.overlaps.iter().enumerate() {
            if order.contains_key(other) && !overlaps.contains(&(other, id)) {
                problems.push(one_sided(&format!("{path}.overlaps[{nth}]"), "overlaps", id, other));
            }
        }
        for (nth, other) in outcome.disagrees_with.iter().enumerate() {
            let Some(&there) = order.get(other).filter(|&&there| there != here) else { continue };
            let at = format!("{path}.disagrees_with[{nth}]");
            let is_mutual = disagreements.contains(&(other, id));
            if !is_mutual {
                problems.push(one_sided(&at, "disagrees_with", id, other));
            }
            // A mutual disagreement is told once, where it is named first.
            if !is_mutual || here < there {
                let sentence = say!("check-disagree", id = id.as_str(), other = other.as_str());
                let problem = Problem::caution(at, sentence, say!("check-disagree.fix"));
                problems.push(problem.about(Fault::Disagreement { other: other.to_string() }));
            }
        }
    }
    twice(dataset, outcomes, &overlaps, &disagreements, problems);
}

fn pairs<'a>(outcomes: &[&PathedOutcome<'a>], named: impl Fn(&PathedOutcome<'a>) -> &'a [OutcomeId]) -> Pairs<'a> {
    outcomes.iter().flat_map(|placed| named(placed).iter().map(|other| (&placed.outcome.id, other))).collect()
}

fn one_sided(path: &str, field: &str, id: &OutcomeId, other: &OutcomeId) -> Problem {
    let sentence = say!("check-one-sided", id = id.as_str(), other = other.as_str(), field = field);
    Problem::caution(
        path,
        sentence,
        say!("check-one-sided.fix", id = id.as_str(), other = other.as_str(), field = field),
    )
    .about(Fault::OneSided { other: other.to_string() })
}

/// What two outcomes share that are probably one.
type Likeness<'a> = (AccountKey<'a>, Vec<&'a CouncilId>, Role, String);

/// What is counted: a concept in a unit, by whichever of its indicators.
#[derive(PartialEq, Eq, Hash)]
enum AccountKey<'a> {
    In(String, String, Measure),
    Unknown(&'a IndicatorId),
}

/// Same concept and unit, same places, same role and same published figures: probably one outcome with two sources.
fn twice(
    dataset: &Dataset,
    outcomes: &[&PathedOutcome<'_>],
    overlaps: &Pairs<'_>,
    disagreements: &Pairs<'_>,
    problems: &mut Vec<Problem>,
) {
    let indicators: HashMap<&IndicatorId, &Indicator> = dataset.indicators.iter().rev().map(|i| (&i.id, i)).collect();
    let counted = |id| match indicators.get(id) {
        Some(known) => AccountKey::In(known.concept_key(), plain_text(known.unit.as_str()), known.measure),
        None => AccountKey::Unknown(id),
    };
    let mut last: HashMap<Likeness<'_>, &PathedOutcome<'_>> = HashMap::new();
    for placed in outcomes {
        let outcome = placed.outcome;
        let Some(figures) = figures(&outcome.published) else { continue };
        let mut places: Vec<&CouncilId> = outcome.places.iter().collect();
        places.sort_unstable();
        let likeness = (counted(&outcome.indicator), places, outcome.role, figures);
        let Some(other) = last.insert(likeness, placed) else { continue };
        let (id, twin) = (&outcome.id, &other.outcome.id);
        let is_known =
            [(id, twin), (twin, id)].iter().any(|pair| overlaps.contains(pair) || disagreements.contains(pair));
        if !is_known && !apart(&outcome.published, &other.outcome.published) {
            let sentence = if outcome.indicator == other.outcome.indicator {
                say!("check-twice", id = id.as_str(), twin = twin.as_str())
            } else {
                say!("check-twice-in-two-indicators", id = id.as_str(), twin = twin.as_str())
            };
            let fix = say!("check-twice.fix");
            let fault = Fault::Twin { other: twin.to_string() };
            problems.push(Problem::caution(&placed.path, sentence, fix).about(fault));
        }
    }
}

/// The figures as one text, without their periods; `None` where none was published.
fn figures(published: &Published) -> Option<String> {
    let changes = |stated: &[Change]| stated.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    let grade = |g: &Grade| format!("{} {} {}", g.grade, Framework::text(g.framework.as_ref()), g.judgement);
    match published {
        // A change beside the levels is the same fact again; one document may print it and another not.
        Published::Pair { before, after, .. } => Some(format!("{} to {}", before.number, after.number)),
        Published::Change { stated, level, .. } => Some(match level {
            Some(KnownLevel::Before(level)) => format!("{} from {}", changes(stated), level.number),
            Some(KnownLevel::After(level)) => format!("{} to {}", changes(stated), level.number),
            None => changes(stated),
        }),
        Published::Rating { before, after } => Some(format!("{} to {}", grade(before), grade(after))),
        Published::SingleGrade(single) => Some(grade(single)),
        Published::Part { count, of, share, .. } => Some(format!("{count:?} of {of:?}, {share:?}")),
        Published::Single(Level { number, .. }) => Some(number.to_string()),
        Published::Series { points, .. } => Some(format!("{points:?}")),
        // A dataset that was read holds nothing suppressed.
        Published::Direction { .. } | Published::Suppressed(_) => None,
    }
}

/// Whether the two were certainly counted at different times.
fn apart(one: &Published, other: &Published) -> bool {
    let (one, other) = (periods(one), periods(other));
    one.iter().zip(&other).any(|(one, other)| match (one.days(), other.days()) {
        (Some((from, to)), Some((other_from, other_to))) => to < other_from || other_to < from,
        _ => false,
    })
}

fn periods(published: &Published) -> Vec<&Period> {
    match published {
        Published::Pair { before, after, .. } => vec![&before.period, &after.period],
        Published::Change { over, level: None, .. } | Published::Direction { over, .. } => vec![over],
        Published::Change { level: Some(KnownLevel::Before(level) | KnownLevel::After(level)), .. } => {
            vec![&level.period]
        }
        Published::Rating { before, after } => vec![&before.date, &after.date],
        Published::SingleGrade(grade) => vec![&grade.date],
        Published::Part { period, .. } | Published::Single(Level { period, .. }) => vec![period],
        Published::Series { points, .. } => points.iter().map(|point| &point.period).collect(),
        Published::Suppressed(_) => Vec::new(),
    }
}
