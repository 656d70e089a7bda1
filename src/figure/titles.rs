//! Titles that say the finding, written from the data in at most twelve words, and subtitles that say what stands on the axis.

use std::collections::BTreeSet;

use crate::compare::phrases::by_commas;
use crate::compare::{AxisNeed, ChangeScale, Comparison, LevelScale, Movement, OpenReason};
use crate::model::{CouncilId, Direction, Indicator, Role};
use crate::say;

use super::assembly::Drawn;
use super::words;

/// A title has at most this many words.
const TITLE_WORDS: usize = 12;

/// "Looked-after children: four places report falls, two report rises".
///
/// Outcomes are told where there are any, else context; estimates, targets and plans are never counted with either (R9).
pub fn finding(drawn: &[Comparison<'_>], indicator: &Indicator) -> String {
    let concept = words::sentence_case(&indicator.concept);
    let with_role = |holds: fn(Role) -> bool| -> Vec<&Comparison<'_>> {
        drawn.iter().filter(|c| holds(c.located.outcome.role)).collect()
    };
    let outcomes = with_role(|role| role == Role::Outcome);
    let context = with_role(|role| role == Role::Context);
    let (told, is_context) = if outcomes.is_empty() { (context, true) } else { (outcomes, false) };
    match told.as_slice() {
        [] => say!("title-of-concept", concept = concept, finding = unreal(drawn)),
        [only] => of_one(only, indicator, concept),
        _ => of_several(&told, is_context, &concept),
    }
}

/// What a figure of estimates, targets and plans alone shows.
fn unreal(drawn: &[Comparison<'_>]) -> &'static str {
    let all = |role: Role| !drawn.is_empty() && drawn.iter().all(|c| c.located.outcome.role == role);
    if all(Role::Target) {
        say!("title-targets")
    } else if all(Role::Estimate) {
        say!("title-estimates")
    } else if all(Role::Plan) {
        say!("title-plans")
    } else {
        say!("title-before-and-after")
    }
}

fn of_one(only: &Comparison<'_>, indicator: &Indicator, concept: String) -> String {
    let counted = indicator.counts_events();
    let averaged = only.per_month.is_some();
    let (phrase, short) = match only.movement {
        Movement::Certain(Direction::Fell) if averaged => {
            (say!("title-fewer-a-month"), say!("title-fewer-a-month-short"))
        }
        Movement::Certain(Direction::Rose) if averaged => {
            (say!("title-more-a-month"), say!("title-more-a-month-short"))
        }
        Movement::Certain(Direction::Fell) if counted => (say!("title-fewer"), say!("title-fewer-short")),
        Movement::Certain(Direction::Fell) => (say!("title-lower"), say!("title-lower-short")),
        Movement::Certain(Direction::Rose) if counted => (say!("title-more"), say!("title-more-short")),
        Movement::Certain(Direction::Rose) => (say!("title-higher"), say!("title-higher-short")),
        Movement::Certain(Direction::Stable) => (say!("title-the-same"), say!("title-the-same-short")),
        Movement::Open(OpenReason::Contradiction) if only.before().is_some() && only.after().is_some() => {
            (say!("title-does-not-fit"), say!("title-does-not-fit-short"))
        }
        Movement::Open(
            OpenReason::Contradiction | OpenReason::Bounds | OpenReason::Lengths | OpenReason::NoComparison,
        ) => (say!("title-before-and-after"), say!("title-before-and-after")),
    };
    // The row names the place as well, so that it may be missing from a title that would be too long.
    let titles = [
        say!("title-of-place", concept = concept.as_str(), place = only.place.as_str(), finding = phrase),
        say!("title-of-place", concept = concept.as_str(), place = only.place.as_str(), finding = short),
        say!("title-of-concept", concept = concept.as_str(), finding = phrase),
    ];
    let fits = |title: &String| title.split_whitespace().count() <= TITLE_WORDS;
    titles.into_iter().find(fits).unwrap_or(concept)
}

/// What a title counts: a direction, or that it is open.
const FINDINGS: [Option<Direction>; 4] = [Some(Direction::Fell), Some(Direction::Rose), Some(Direction::Stable), None];

fn of_several(told: &[&Comparison<'_>], is_context: bool, concept: &str) -> String {
    let rows_of = |finding: Option<Direction>| told.iter().filter(move |c| c.movement.direction() == finding);
    let places_of = |finding: Option<Direction>| -> BTreeSet<&CouncilId> {
        rows_of(finding).flat_map(|c| &c.located.outcome.places).collect()
    };
    // A place is counted once. Where one tells two things, as its number and its rate may, figures are counted instead.
    let all: BTreeSet<&CouncilId> = told.iter().flat_map(|c| &c.located.outcome.places).collect();
    let sum: usize = FINDINGS.iter().map(|finding| places_of(*finding).len()).sum();
    let counts_figures = is_context || sum > all.len();
    let number = |finding: Option<Direction>| {
        if counts_figures { rows_of(finding).count() } else { places_of(finding).len() }
    };
    let named = |n: usize| {
        if counts_figures {
            say!("title-figures", n = n, count = words::count(n))
        } else {
            say!("title-places", n = n, count = words::count(n))
        }
    };
    if rows_of(None).count() == told.len() {
        let contradict = told.iter().all(|c| c.contradicts_itself());
        let finding = if contradict { say!("title-do-not-fit") } else { say!("title-before-and-after") };
        return say!("title-of-concept", concept = concept, finding = finding);
    }
    let (mut long, mut short, mut shortest) = (Vec::new(), Vec::new(), Vec::new());
    for finding in FINDINGS {
        let n = number(finding);
        if n == 0 {
            continue;
        }
        let counted = if long.is_empty() { named(n) } else { words::count(n) };
        let rows = rows_of(finding).count();
        // The reader counts rows: where a place has several, both numbers are said.
        let with_rows = |finding: String| {
            if rows == n { finding } else { say!("title-with-outcomes", finding = finding, count = words::count(rows)) }
        };
        long.push(with_rows(reported(finding, n, &counted)));
        short.push(with_rows(in_short(finding, &counted)));
        shortest.push(in_short(finding, &words::count(n)));
    }
    let whole = |parts: &[String]| say!("title-of-concept", concept = concept, finding = by_commas(parts));
    let fits = |title: &String| title.split_whitespace().count() <= TITLE_WORDS;
    [long, short].iter().map(|parts| whole(parts)).find(fits).unwrap_or_else(|| whole(&shortest))
}

/// "four places report falls".
fn reported(finding: Option<Direction>, n: usize, counted: &str) -> String {
    match finding {
        Some(Direction::Fell) => say!("title-report-falls", n = n, who = counted),
        Some(Direction::Rose) => say!("title-report-rises", n = n, who = counted),
        Some(Direction::Stable) => say!("title-report-no-change", n = n, who = counted),
        None => say!("title-leave-it-open", n = n, who = counted),
    }
}

/// "four places down".
fn in_short(finding: Option<Direction>, counted: &str) -> String {
    match finding {
        Some(Direction::Fell) => say!("title-down", who = counted),
        Some(Direction::Rose) => say!("title-up", who = counted),
        Some(Direction::Stable) => say!("title-stable", who = counted),
        None => say!("title-open", who = counted),
    }
}

/// Measure and unit, and what was done to make them comparable.
pub fn subtitle(drawn: &Drawn<'_>) -> String {
    let (name, measure) = (drawn.indicator.name.as_str(), drawn.indicator.measure.describe());
    let has_changes = matches!(drawn.need, AxisNeed::ChangePercent | AxisNeed::LevelsAndChange);
    if let Some(dates) = drawn.shared_dates().filter(|_| drawn.scale == LevelScale::AsPublished) {
        return say!("title-subtitle-dates", indicator = name, measure = measure, dates = dates);
    }
    match (drawn.scale, has_changes) {
        (LevelScale::AsPublished, true) if drawn.change_scale == ChangeScale::Points => {
            say!("title-subtitle-points", indicator = name, measure = measure)
        }
        (LevelScale::AsPublished, false) => say!("title-subtitle", indicator = name, measure = measure),
        (LevelScale::AsPublished, true) => say!("title-subtitle-change", indicator = name, measure = measure),
        (LevelScale::AverageAMonth, false) => say!("title-subtitle-average", indicator = name, measure = measure),
        (LevelScale::AverageAMonth, true) => say!("title-subtitle-average-change", indicator = name, measure = measure),
    }
}
