//! Whether releases and statistics agree with the rest: ids, references, symbols, periods, places.

use std::collections::{HashMap, HashSet};

use crate::dataset::finding::Problem;
use crate::dataset::reference;
use crate::model::{CouncilId, Dataset, IndicatorId, NOTHING, StatisticId, StatisticValue};
use crate::say;

/// Checks releases and statistics.
pub(super) fn check(dataset: &Dataset, problems: &mut Vec<Problem>) {
    releases(dataset, problems);
    links(dataset, problems);
    let councils: HashSet<&CouncilId> = dataset.councils.iter().map(|council| &council.id).collect();
    let indicators: HashSet<&str> = dataset.indicators.iter().map(|indicator| indicator.id.as_str()).collect();
    let releases: HashSet<&str> = dataset.releases.iter().map(|release| release.id.as_str()).collect();
    let mut first: HashMap<&str, usize> = HashMap::new();
    for (nth, statistic) in dataset.statistics.iter().enumerate() {
        let path = format!("statistics[{nth}]");
        id(&path, statistic.id.as_str(), nth, &mut first, "statistics", problems);
        for (field, known, named) in [
            ("indicator", &indicators, statistic.indicator.as_str()),
            ("release", &releases, statistic.release.as_str()),
        ] {
            if !known.contains(named) {
                problems.push(Problem::error(
                    format!("{path}.{field}"),
                    say!("check-statistic-names-none", field = field, id = named),
                    say!("check-statistic-names-none.fix", field = field),
                ));
            }
        }
        let mut seen = HashSet::new();
        for (row, place) in statistic.places().iter().enumerate() {
            let at = || format!("{path}.rows[{row}]");
            if !councils.contains(place) {
                let sentence = say!("check-statistic-place", id = place.as_str());
                problems.push(Problem::error(at(), sentence, say!("check-statistic-place.fix")));
            }
            if !seen.insert(place) {
                let sentence = say!("check-statistic-place-twice", id = place.as_str());
                problems.push(Problem::error(at(), sentence, say!("check-statistic-place-twice.fix")));
            }
        }
        periods(&path, statistic.periods(), problems);
    }
}

/// R19: the series that an indicator is linked to is one of the dataset, or of the built-in statistics.
fn links(dataset: &Dataset, problems: &mut Vec<Problem>) {
    let holds = |dataset: &Dataset, id: &StatisticId| {
        let of_indicator = |named: &IndicatorId| named.as_str() == id.as_str();
        dataset.statistics.iter().any(|statistic| statistic.id == *id || of_indicator(&statistic.indicator))
    };
    for (nth, indicator) in dataset.indicators.iter().enumerate() {
        let Some(id) = &indicator.statistic else { continue };
        if !holds(dataset, id) && !reference().is_some_and(|reference| holds(reference, id)) {
            let sentence = say!("check-link-names-none", indicator = indicator.name.as_str(), id = id.as_str());
            problems.push(Problem::caution(
                format!("indicators[{nth}].statistic"),
                sentence,
                say!("check-link-names-none.fix"),
            ));
        }
    }
}

fn id<'a>(
    path: &str,
    id: &'a str,
    nth: usize,
    first: &mut HashMap<&'a str, usize>,
    list: &str,
    problems: &mut Vec<Problem>,
) {
    let is_plain = id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    if id.is_empty() || !is_plain {
        let sentence = say!("check-id-with-others", id = id);
        problems.push(Problem::error(format!("{path}.id"), sentence, say!("check-statistic-id.fix")));
    }
    if let Some(other) = first.insert(id, nth) {
        let sentence = say!("check-id-taken", id = id, other = format!("{list}[{other}].id"));
        problems.push(Problem::error(format!("{path}.id"), sentence, say!("check-statistic-id.fix")));
    }
}

fn releases(dataset: &Dataset, problems: &mut Vec<Problem>) {
    let mut first: HashMap<&str, usize> = HashMap::new();
    for (nth, release) in dataset.releases.iter().enumerate() {
        let path = format!("releases[{nth}]");
        id(&path, release.id.as_str(), nth, &mut first, "releases", problems);
        if dataset.source(&release.source).is_none() {
            problems.push(Problem::error(
                format!("{path}.source"),
                say!("check-statistic-names-none", field = "source", id = release.source.as_str()),
                say!("check-statistic-names-none.fix", field = "source"),
            ));
        }
        let mut seen = HashSet::new();
        for (symbol, own) in release.symbols.iter().enumerate() {
            let text = own.text.as_str();
            let is_number = StatisticValue::of_plain(text).is_some();
            let is_nothing = text.chars().eq([NOTHING]);
            if text.is_empty() || text.contains(char::is_whitespace) || is_number || is_nothing || !seen.insert(text) {
                problems.push(Problem::error(
                    format!("{path}.symbols[{symbol}]"),
                    say!("check-symbol", text = text),
                    say!("check-symbol.fix"),
                ));
            }
        }
    }
}

/// Periods are dates or spans, in order, each once.
fn periods(path: &str, periods: &[crate::model::Period], problems: &mut Vec<Problem>) {
    if periods.is_empty() {
        let sentence = say!("check-statistic-no-periods").to_owned();
        problems.push(Problem::error(format!("{path}.periods"), sentence, say!("check-statistic-period.fix")));
    }
    for (nth, period) in periods.iter().enumerate() {
        let before = nth.checked_sub(1).and_then(|before| periods.get(before)).and_then(crate::model::Period::days);
        let days = period.days();
        if days.is_none() || before.is_some_and(|before| Some(before) >= days) {
            problems.push(Problem::error(
                format!("{path}.periods[{nth}]"),
                say!("check-statistic-period", period = period.to_string()),
                say!("check-statistic-period.fix"),
            ));
        }
    }
}
