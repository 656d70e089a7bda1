//! Small counts in statistics: official releases stay as published; imported tables lose small counts like outcomes.
//!
//! It leaves out what totals of the same table reveal: those stay as the author made them.

use std::sync::Arc;

use super::Threshold;
use crate::model::{Dataset, Missing, StatisticValue, Symbol};

/// The symbol for a suppressed count, as official statistics print it.
const SYMBOL: &str = "[c]";

/// Takes small counts out of statistics that are no official releases.
pub(super) fn hide_small(dataset: &mut Dataset, threshold: Threshold) {
    let own: Vec<usize> =
        (0..dataset.statistics.len()).filter(|nth| is_own_count(dataset, *nth) == Some(true)).collect();
    for nth in own {
        let Some(statistic) = dataset.statistics.get(nth).cloned() else { continue };
        let Some(release) = dataset.releases.iter_mut().find(|release| release.id == statistic.release) else {
            continue;
        };
        let place = release.symbol(SYMBOL).unwrap_or_else(|| {
            release.symbols.push(Symbol { text: SYMBOL.to_owned(), meaning: Missing::Suppressed, note: String::new() });
            release.symbols.len() - 1
        });
        let Some(hidden) = StatisticValue::symbol(place) else { continue };
        let is_small = |value: &StatisticValue| {
            value.value().is_some_and(|number| number > 0.0 && number <= f64::from(threshold.up_to()))
        };
        let changed = (*statistic).clone().with_values(|value| if is_small(&value) { hidden } else { value });
        if let Some(slot) = dataset.statistics.get_mut(nth) {
            *slot = Arc::new(changed);
        }
    }
}

/// Whether a statistic counts people and is no official release; `None` where a part of it is missing.
fn is_own_count(dataset: &Dataset, nth: usize) -> Option<bool> {
    let statistic = dataset.statistics.get(nth)?;
    let release = dataset.release(&statistic.release)?;
    let indicator = dataset.indicator(&statistic.indicator)?;
    Some(!release.is_official() && indicator.may_count_people())
}
