//! Titles that say the finding, written from the data in at most twelve words, and subtitles that say what stands on the axis.

use crate::compare::{AxisNeed, Comparison, LevelScale, ShownChange};
use crate::model::{Direction, Indicator};

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
        let counted = crate::compare::flow::counts_events(indicator);
        let (phrase, short) = match direction_of(only) {
            Some(Direction::Fell) if counted => ("fewer after than before", "fewer"),
            Some(Direction::Fell) => ("lower after than before", "lower"),
            Some(Direction::Rose) if counted => ("more after than before", "more"),
            Some(Direction::Rose) => ("higher after than before", "higher"),
            Some(Direction::Stable) => ("the same after as before", "the same"),
            None => ("before and after", "before and after"),
        };
        // The row names the place as well, so that it may be missing from a title that would be too long.
        let titles = [
            format!("{concept}, {}: {phrase}", only.place),
            format!("{concept}, {}: {short}", only.place),
            format!("{concept}: {phrase}"),
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
    let noun = |n: usize| match (counts_figures, n == 1) {
        (true, true) => "figure",
        (true, false) => "figures",
        (false, true) => "place",
        (false, false) => "places",
    };
    let mut long = Vec::new();
    let mut short = Vec::new();
    let mut shortest = Vec::new();
    for (direction, one, many, brief) in [
        (Direction::Fell, "a fall", "falls", "down"),
        (Direction::Rose, "a rise", "rises", "up"),
        (Direction::Stable, "no change", "no change", "stable"),
    ] {
        let n = places(direction);
        if n == 0 {
            continue;
        }
        let counted = if long.is_empty() { format!("{} {}", words::count(n), noun(n)) } else { words::count(n) };
        let rows = found(direction).len();
        // The reader counts rows: where a place has several, both numbers are said.
        let of_rows = if rows == n { String::new() } else { format!(" ({} outcomes)", words::count(rows)) };
        let verb = if n == 1 { "reports" } else { "report" };
        long.push(format!("{counted} {verb} {}{of_rows}", if n == 1 { one } else { many }));
        short.push(format!("{counted} {brief}{of_rows}"));
        shortest.push(format!("{} {brief}", words::count(n)));
    }
    if long.is_empty() {
        return format!("{concept}: before and after");
    }
    let titles = [long, short].map(|parts| format!("{concept}: {}", parts.join(", ")));
    let fits = |title: &String| title.split_whitespace().count() <= TITLE_WORDS;
    titles.into_iter().find(fits).unwrap_or_else(|| format!("{concept}: {}", shortest.join(", ")))
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
    let mut text = format!("{}, {}", indicator.name, indicator.measure.meaning());
    if scale == LevelScale::AverageAMonth {
        text.push_str("; levels as an average a month, because the counts lasted for different lengths");
    }
    if matches!(need, AxisNeed::ChangePercent | AxisNeed::LevelsAndChange) {
        text.push_str("; change in per cent, each over its own period");
    }
    text.push('.');
    text
}
