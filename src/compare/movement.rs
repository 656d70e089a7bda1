//! Which way an outcome moved, or why its figures leave that open.
//!
//! Definition: a fall or a rise is certain where all values that the words around the two levels allow lie on one side; a
//! flow over periods of different length is compared by its averages a month (R3). Exact numbers are taken as printed;
//! "about" and "nearly" allow what [`Number::possible`] says. A stated change counts where the levels leave the direction
//! open and do not contradict it. Where the two contradict each other there is no direction (R5). Everything that says a
//! direction in words asks here: titles, alternative texts, spoken data. It needs no percentage, so a base of zero has a
//! direction too.

use crate::model::{Bound, Change, ChangeUnit, Direction, Indicator, Number, Published};

use super::{agreement, comparison::Comparison, reconciliation::Reconciliation};

/// Which way an outcome moved, as far as its figures tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Movement {
    /// This way.
    Certain(Direction),
    /// Not known, for this reason.
    Open(OpenReason),
}

/// Why a direction is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OpenReason {
    /// The words around the levels allow more than one direction.
    Bounds,
    /// The stated change does not fit the levels, or the stated changes contradict each other (R5).
    Contradiction,
    /// The source does not say over what time each figure was counted, or whether to average it (R3).
    Lengths,
    /// There are no two figures of the same thing.
    NoComparison,
}

impl Movement {
    /// The direction; `None` where it is open.
    pub fn direction(self) -> Option<Direction> {
        match self {
            Self::Certain(direction) => Some(direction),
            Self::Open(_) => None,
        }
    }

    /// Which way this outcome moved; call it once the other fields are worked out.
    pub(super) fn of(comparison: &Comparison<'_>, levels_compare: bool) -> Self {
        let contradicts =
            comparison.reconciliations.iter().any(|told| matches!(told, Reconciliation::Conflicts { .. }));
        if contradicts {
            return Self::Open(OpenReason::Contradiction);
        }
        match &comparison.located.outcome.published {
            Published::Pair { before, after, .. } => {
                let by_levels = if levels_compare {
                    let (months_before, months_after) =
                        match (comparison.per_month, comparison.months_before, comparison.months_after) {
                            (Some(_), Some(before), Some(after)) => (before, after),
                            _ => (1.0, 1.0),
                        };
                    direction_between(&before.number, &after.number, months_before / months_after)
                } else {
                    None
                };
                let open = if levels_compare { OpenReason::Bounds } else { OpenReason::Lengths };
                // A stated change of the counts themselves says nothing of the averages.
                let told = if comparison.per_month.is_some() {
                    None
                } else {
                    stated_direction(comparison.located.indicator, comparison.stated)
                };
                by_levels.or(told).map_or(Self::Open(open), Self::Certain)
            }
            Published::Change { stated, .. } if stated.is_empty() => Self::Open(OpenReason::NoComparison),
            Published::Change { stated, level, .. }
                if agreement::contradiction(comparison.located.indicator, stated, level.as_ref()).is_some() =>
            {
                Self::Open(OpenReason::Contradiction)
            }
            Published::Change { stated, .. } => stated_direction(comparison.located.indicator, stated)
                .map_or(Self::Open(OpenReason::Contradiction), Self::Certain),
            Published::Direction { direction, .. } => Self::Certain(*direction),
            Published::Rating { .. }
            | Published::Part { .. }
            | Published::Single(_)
            | Published::SingleGrade(_)
            | Published::Series { .. }
            | Published::Suppressed(_) => Self::Open(OpenReason::NoComparison),
        }
    }
}

/// The direction of all stated changes; `None` if there are none, or they differ. A change of zero is no change, and
/// percentage points of a non-share describe something else.
fn stated_direction(indicator: &Indicator, stated: &[Change]) -> Option<Direction> {
    let way = |change: &Change| {
        let is_none = change.by.bound() == Bound::Exactly && change.by.value() == 0.0;
        if is_none { Direction::Stable } else { change.direction }
    };
    let mut told = stated.iter().filter(|change| change.unit != ChangeUnit::Points || indicator.is_share()).map(way);
    let first = told.next().or_else(|| stated.first().map(way))?;
    told.all(|other| other == first).then_some(first)
}

/// The direction from one level to the other times `stretch`; `None` where their words leave it open.
fn direction_between(before: &Number, after: &Number, stretch: f64) -> Option<Direction> {
    let (from, to) = (Reach::of(before, 1.0), Reach::of(after, stretch));
    let is_one = |reach: Reach| reach.low.total_cmp(&reach.high).is_eq();
    // Printed numbers are compared as they are; only averages get the tolerance for binary fractions.
    let is_printed = stretch.total_cmp(&1.0).is_eq();
    let same = if is_printed { from.low.total_cmp(&to.low).is_eq() } else { close(from.low, to.low) };
    if is_one(from) && is_one(to) && same {
        return Some(Direction::Stable);
    }
    if to.low > from.high || (to.low >= from.high && (to.low_is_out || from.high_is_out)) {
        Some(Direction::Rose)
    } else if to.high < from.low || (to.high <= from.low && (to.high_is_out || from.low_is_out)) {
        Some(Direction::Fell)
    } else {
        None
    }
}

/// Whether two averages differ by less than a binary fraction can tell.
fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-12 * a.abs().max(b.abs()).max(1.0)
}

/// The possible values, and whether the ends themselves are possible.
#[derive(Clone, Copy)]
struct Reach {
    low: f64,
    high: f64,
    low_is_out: bool,
    high_is_out: bool,
}

impl Reach {
    fn of(number: &Number, stretch: f64) -> Self {
        let possible = number.possible();
        let value = number.value();
        let is_exact = number.bound() == Bound::Exactly;
        let (low, high) = if is_exact { (value, value) } else { (possible.low, possible.high) };
        Self {
            low: low * stretch,
            high: high * stretch,
            low_is_out: number.bound().leaves_out_low(),
            high_is_out: number.bound().leaves_out_high(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::ShownChange;
    use crate::compare::examples::{change_only, compare, compare_one, flow, indicator, pair, pair_stated, stock};
    use crate::model::Measure;

    fn movement(indicator: &Indicator, published: Published) -> Movement {
        let (dataset, _) = compare_one(indicator, published);
        compare(&dataset).remove(0).movement
    }

    #[test]
    fn r4_a_direction_is_certain_where_the_bounds_leave_one_side() {
        use Direction::{Fell, Rose, Stable};
        for (before, after, expected) in [
            ("50", "50", Some(Stable)),
            ("50", "under 60", None),
            ("50", "over 50", Some(Rose)),
            ("50", "at least 50", None),
            ("50", "up to 50", None),
            ("at least 50", "50", None),
            ("up to 50", "50", None),
            ("about 50", "about 50", None),
            ("about 50", "about 52", None),
            ("50", "up to 60", None),
            ("at least 50", "60", None),
            ("under 500", "400", None),
            ("100", "over 90", None),
            ("over 60", "30", Some(Fell)),
            ("nearly 50", "50", Some(Rose)),
            ("about 110", "nearly 60", Some(Fell)),
            ("0", "5", Some(Rose)),
            ("0", "0", Some(Stable)),
            ("999999999999999", "999999999999998", Some(Fell)),
            ("-30", "-10", Some(Rose)),
            ("50", "between 52 and 60", Some(Rose)),
            ("56", "between 52 and 60", None),
        ] {
            let found = movement(&stock(), pair((before, "2015"), (after, "2016")));
            assert_eq!(found.direction(), expected, "{before} to {after}");
        }
    }

    #[test]
    fn r3_a_direction_is_of_the_averages_where_periods_differ() {
        let published = || pair_stated(("100", "2016"), ("110", "2017/2018"), &["rose 10%"]);
        assert_eq!(movement(&flow(), published()), Movement::Certain(Direction::Fell));
        let exactly_as_many_a_month = pair(("52", "2016"), ("104", "2017-01-01/2018-12-31"));
        assert_eq!(movement(&flow(), exactly_as_many_a_month), Movement::Certain(Direction::Stable));
        let unknown = pair(("52", "2016"), ("81", "since 2017"));
        assert_eq!(movement(&flow(), unknown), Movement::Open(OpenReason::Lengths));
        let halves = pair(("52", "2016-01-01/2016-12-31"), ("81", "2017-04-01/2017-09-30"));
        assert_eq!(movement(&indicator(Measure::NotStated, "enquiries"), halves), Movement::Open(OpenReason::Lengths));
    }

    #[test]
    fn r5_a_contradiction_is_no_direction() {
        let against = pair_stated(("100", "2015"), ("120", "2016"), &["fell 5%"]);
        assert_eq!(movement(&stock(), against), Movement::Open(OpenReason::Contradiction));
        assert_eq!(
            movement(&stock(), change_only(&["fell 12%", "fell 15%"], None)),
            Movement::Open(OpenReason::Contradiction)
        );
        let of_something_else = change_only(&["fell 12%", "rose 3 pp"], None);
        assert_eq!(movement(&stock(), of_something_else), Movement::Certain(Direction::Fell));
        assert_eq!(
            movement(&stock(), change_only(&["fell 12%", "rose 5"], None)),
            Movement::Open(OpenReason::Contradiction)
        );
        let shown = |published| {
            let (dataset, _) = compare_one(&stock(), published);
            compare(&dataset).remove(0).shown_change() == ShownChange::Contradiction
        };
        assert!(shown(change_only(&["fell 12%", "rose 5"], None)) && shown(change_only(&["fell 12", "rose 5"], None)));
        assert!(!shown(pair_stated(("100", "2015"), ("120", "2016"), &["fell 5%"])), "both stand as marks");
        let within_about = pair_stated(("about 100", "2015"), ("about 100", "2016"), &["fell 5%"]);
        assert_eq!(movement(&stock(), within_about), Movement::Certain(Direction::Fell));
    }

    #[test]
    fn a_stated_change_of_zero_is_no_change() {
        assert_eq!(movement(&stock(), change_only(&["rose 0%"], None)), Movement::Certain(Direction::Stable));
    }
}
