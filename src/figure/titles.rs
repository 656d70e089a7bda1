//! Titles that say the finding, written from the data in at most twelve words, and subtitles that say what stands on the axis.

use crate::compare::phrases::by_commas;
use crate::compare::{AxisNeed, Comparison, LevelScale, ShownChange};
use crate::model::{Direction, Indicator};
use crate::say;

use super::groups::is_context;
use super::words;

/// A title has at most this many words.
const TITLE_WORDS: usize = 12;

/// "Looked-after children: four places report falls, two report rises".
pub fn finding(drawn: &[Comparison<'_>], indicator: &Indicator) -> String {
    let own: Vec<&Comparison<'_>> = drawn.iter().filter(|c| !is_context(c)).collect();
    let concept = words::sentence_case(&indicator.concept);
    let told: Vec<&Comparison<'_>> = if own.is_empty() { drawn.iter().collect() } else { own };
    if let [only] = told.as_slice() {
        let counted = indicator.counts_events();
        let (phrase, short) = match direction_of(only) {
            Some(Direction::Fell) if counted => (say!("title-fewer"), say!("title-fewer-short")),
            Some(Direction::Fell) => (say!("title-lower"), say!("title-lower-short")),
            Some(Direction::Rose) if counted => (say!("title-more"), say!("title-more-short")),
            Some(Direction::Rose) => (say!("title-higher"), say!("title-higher-short")),
            Some(Direction::Stable) => (say!("title-the-same"), say!("title-the-same-short")),
            None => (say!("title-before-and-after"), say!("title-before-and-after")),
        };
        // The row names the place as well, so that it may be missing from a title that would be too long.
        let titles = [
            say!("title-of-place", concept = concept.as_str(), place = only.place.as_str(), finding = phrase),
            say!("title-of-place", concept = concept.as_str(), place = only.place.as_str(), finding = short),
            say!("title-of-concept", concept = concept.as_str(), finding = phrase),
        ];
        let fits = |title: &String| title.split_whitespace().count() <= TITLE_WORDS;
        return titles.into_iter().find(fits).unwrap_or(concept);
    }
    let only_context = told.iter().all(|c| is_context(c));
    let found = |direction: Direction| {
        let mut places: Vec<&str> =
            told.iter().filter(|c| direction_of(c) == Some(direction)).map(|c| c.place.as_str()).collect();
        places.sort_unstable();
        places
    };
    let names = |direction: Direction| {
        let mut names = found(direction);
        names.dedup();
        names
    };
    // Where one place tells a fall and a rise, as its number and its rate may, places would be counted twice.
    let fell = names(Direction::Fell);
    let counts_figures = only_context || names(Direction::Rose).iter().any(|place| fell.contains(place));
    let places = |direction: Direction| {
        // A council that tells it twice is one place; national figures are counted as figures.
        if counts_figures { found(direction).len() } else { names(direction).len() }
    };
    let named = |n: usize| {
        if counts_figures {
            say!("title-figures", n = n, count = words::count(n))
        } else {
            say!("title-places", n = n, count = words::count(n))
        }
    };
    let mut long = Vec::new();
    let mut short = Vec::new();
    let mut shortest = Vec::new();
    for direction in [Direction::Fell, Direction::Rose, Direction::Stable] {
        let n = places(direction);
        if n == 0 {
            continue;
        }
        let counted = if long.is_empty() { named(n) } else { words::count(n) };
        let rows = found(direction).len();
        // The reader counts rows: where a place has several, both numbers are said.
        let with_rows = |finding: String| {
            if rows == n { finding } else { say!("title-with-outcomes", finding = finding, count = words::count(rows)) }
        };
        long.push(with_rows(reported(direction, n, &counted)));
        short.push(with_rows(in_short(direction, &counted)));
        shortest.push(in_short(direction, &words::count(n)));
    }
    if long.is_empty() {
        return say!("title-of-concept", concept = concept, finding = say!("title-before-and-after"));
    }
    let whole = |parts: &[String]| say!("title-of-concept", concept = concept.as_str(), finding = by_commas(parts));
    let fits = |title: &String| title.split_whitespace().count() <= TITLE_WORDS;
    [long, short].iter().map(|parts| whole(parts)).find(fits).unwrap_or_else(|| whole(&shortest))
}

/// "four places report falls".
fn reported(direction: Direction, n: usize, counted: &str) -> String {
    match direction {
        Direction::Fell => say!("title-report-falls", n = n, who = counted),
        Direction::Rose => say!("title-report-rises", n = n, who = counted),
        Direction::Stable => say!("title-report-no-change", n = n, who = counted),
    }
}

/// "four places down".
fn in_short(direction: Direction, counted: &str) -> String {
    match direction {
        Direction::Fell => say!("title-down", who = counted),
        Direction::Rose => say!("title-up", who = counted),
        Direction::Stable => say!("title-stable", who = counted),
    }
}

fn direction_of(comparison: &Comparison<'_>) -> Option<Direction> {
    if let Some(stated) = comparison.stated.first() {
        return Some(stated.direction);
    }
    match comparison.shown_change() {
        ShownChange::Computed(value, _) if value < 0.0 => Some(Direction::Fell),
        ShownChange::Computed(value, _) if value > 0.0 => Some(Direction::Rose),
        ShownChange::Computed(..) => Some(Direction::Stable),
        ShownChange::Stated(change) => Some(change.direction),
        ShownChange::Direction(direction) => Some(direction),
        ShownChange::None => comparison.difference.map(|d| match d.total_cmp(&0.0) {
            std::cmp::Ordering::Less => Direction::Fell,
            std::cmp::Ordering::Equal => Direction::Stable,
            std::cmp::Ordering::Greater => Direction::Rose,
        }),
    }
}

/// Measure and unit, and what was done to make them comparable.
pub fn subtitle(indicator: &Indicator, scale: LevelScale, need: AxisNeed) -> String {
    let (name, measure) = (indicator.name.as_str(), indicator.measure.meaning());
    let has_changes = matches!(need, AxisNeed::ChangePercent | AxisNeed::LevelsAndChange);
    match (scale, has_changes) {
        (LevelScale::AsPublished, false) => say!("title-subtitle", indicator = name, measure = measure),
        (LevelScale::AsPublished, true) => say!("title-subtitle-change", indicator = name, measure = measure),
        (LevelScale::AverageAMonth, false) => say!("title-subtitle-average", indicator = name, measure = measure),
        (LevelScale::AverageAMonth, true) => say!("title-subtitle-average-change", indicator = name, measure = measure),
    }
}
