//! Which figures count the same thing: indicators of one concept and unit, however written, unless their figures differ at
//! the same places and time.
//!
//! Boys and girls of one concept are two things, because they appear side by side; two indicators from a slip of writing are
//! one. In doubt two count as one, because the other mistake would show what should be hidden.

use std::collections::{BTreeSet, HashMap};

use jiff::civil::Date;

use crate::model::{CouncilId, IndicatorId, Interval, Measure};
use crate::words::letters::plain_text;

use super::cells::{Cells, NumberCell};
use super::component::told;

/// When a count was made: by its days, or by words and side where no days are known.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Time {
    /// First and last day.
    Days(Date, Date),
    /// In words, and whether before.
    Words(String, bool),
}

impl Time {
    /// The time of a cell; `None` where it has none.
    pub fn of(cell: &NumberCell) -> Option<Self> {
        let period = cell.period.as_ref()?;
        Some(match period.days() {
            Some((from, to)) => Self::Days(from, to),
            None => Self::Words(period.to_string(), cell.slot == super::cells::NumberSlot::Before),
        })
    }
}

/// The concepts, things and places of all outcomes, as numbers.
pub struct Things {
    /// The concept of each outcome.
    pub concept: Vec<usize>,
    /// The thing that each outcome counts.
    pub thing: Vec<usize>,
    /// The unit of each outcome's indicator, normalised.
    pub unit: Vec<usize>,
    /// The councils of each outcome, all together.
    pub places: Vec<usize>,
}

/// Numbers for texts and sets, in order of first use.
struct Numbers<K>(HashMap<K, usize>);

impl<K: std::hash::Hash + Eq> Numbers<K> {
    fn of(&mut self, key: K) -> usize {
        let next = self.0.len();
        *self.0.entry(key).or_insert(next)
    }
}

impl Things {
    /// The things that these cells count.
    pub fn of(cells: &Cells<'_>) -> Self {
        let mut sets: Numbers<&BTreeSet<CouncilId>> = Numbers(HashMap::new());
        let places: Vec<usize> = cells.places.iter().map(|set| sets.of(set)).collect();
        let (mut concepts, mut units) = (Numbers(HashMap::new()), Numbers(HashMap::new()));
        let mut indicators: HashMap<&IndicatorId, (usize, usize)> = HashMap::new();
        let mut of_indicators = Vec::new();
        for located in &cells.outcomes {
            let of = *indicators.entry(&located.indicator.id).or_insert_with(|| {
                let concept = concepts.of(located.indicator.concept_key());
                (concept, units.of(plain_text(located.indicator.unit.as_str())))
            });
            of_indicators.push(of);
        }
        let things = things(cells, &of_indicators, &places);
        let thing = cells.outcomes.iter().map(|l| things.get(&l.indicator.id).copied().unwrap_or(0)).collect();
        let (concept, unit) = of_indicators.into_iter().unzip();
        Self { concept, thing, unit, places }
    }
}

/// The numbers that a thing has, by places and time.
type NumbersByTime = HashMap<(usize, Time), Interval>;

fn things<'a>(
    cells: &Cells<'a>,
    of_indicators: &[(usize, usize)],
    places: &[usize],
) -> HashMap<&'a IndicatorId, usize> {
    let mut of_each: HashMap<&IndicatorId, NumbersByTime> = HashMap::new();
    let mut alike: HashMap<(usize, usize, Measure), Vec<&'a IndicatorId>> = HashMap::new();
    for (outcome, located) in cells.outcomes.iter().enumerate() {
        let (Some(&(concept, unit)), Some(&place)) = (of_indicators.get(outcome), places.get(outcome)) else {
            continue;
        };
        let own = of_each.entry(&located.indicator.id).or_insert_with(|| {
            alike.entry((concept, unit, located.indicator.measure)).or_default().push(&located.indicator.id);
            HashMap::new()
        });
        for cell in cells.cells_of(outcome).iter().filter(|cell| cell.slot.is_level()) {
            if let (Some(time), Some(number)) = (Time::of(cell), cell.number) {
                own.insert((place, time), told(&number, 1.0));
            }
        }
    }
    let mut things: HashMap<&IndicatorId, usize> = HashMap::new();
    let mut next = 0;
    for indicators in alike.into_values() {
        let mut classes: Vec<(usize, NumbersByTime)> = Vec::new();
        for indicator in indicators {
            let Some(own) = of_each.remove(indicator) else { continue };
            let meet = |one: &Interval, two: &Interval| one.low <= two.high && two.low <= one.high;
            let agree =
                |class: &NumbersByTime| own.iter().all(|(key, one)| class.get(key).is_none_or(|two| meet(one, two)));
            if let Some((number, class)) = classes.iter_mut().find(|(_, class)| agree(class)) {
                things.insert(indicator, *number);
                class.extend(own);
            } else {
                things.insert(indicator, next);
                classes.push((next, own));
                next += 1;
            }
        }
    }
    things
}
