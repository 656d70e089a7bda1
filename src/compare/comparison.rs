//! Everything that one outcome honestly says, gathered in one place.
//!
//! Other files decide how it looks and which outcomes share an axis: see [`super::axes`] and [`super::order`]. The files
//! that this one calls hold the formulas, their sources and their treatment of NaN and zero.

use super::{
    benchmark::BenchmarkStanding,
    bound::{Bounded, bounded_change},
    caution::Caution,
    cautions, change,
    computed::{ChangeScale, Computed, NoPercent, computed_change},
    dataset_index::DatasetIndex,
    evidence::Evidence,
    flow::{self, LevelScale, PerMonth},
    months::{duration_of, months_of},
    movement::{Movement, OpenReason},
    rating::{self, RatingChange},
    reconciliation::{Reconciliation, reconcile},
    uncertainty::Uncertainty,
};
use crate::model::{Bound, Change, Dataset, Direction, Form, KnownLevel, Level, Located, Number, Published};

/// One outcome and all that follows from it.
#[derive(Clone, Debug)]
pub struct Comparison<'a> {
    /// The outcome, its indicator and its programme.
    pub located: Located<'a>,
    /// The names of the outcome's places, joined by ", ".
    pub place: String,
    /// Length of the period before in months; `None` where it is not known, or no level before was published.
    pub months_before: Option<f64>,
    /// Length of the period after in months; `None` where it is not known, or no level after was published.
    pub months_after: Option<f64>,
    /// Time between before and after in months, for the default order; `None` where it is not known.
    pub duration_months: Option<f64>,
    /// Averages a month of a flow over periods of different length; `None` where the levels compare as they are.
    pub per_month: Option<PerMonth>,
    /// The change, computed from two levels only, or why there is none.
    pub change: Computed,
    /// What the change is counted in.
    pub change_scale: ChangeScale,
    /// The bound of the computed change and of the difference, both signed (R4).
    pub computed_bound: Bound,
    /// After minus before in the indicator's unit; `None` without two comparable levels, or where their bounds leave it
    /// open.
    pub difference: Option<f64>,
    /// Which way it moved, or why that is open; every word about it comes from here.
    pub movement: Movement,
    /// The changes as the source states them.
    pub stated: &'a [Change],
    /// Each stated change beside the levels; empty without two levels.
    pub reconciliations: Vec<Reconciliation>,
    /// An interval, or the reasons why there is none.
    pub uncertainty: Uncertainty,
    /// Steps of a rating, or why none are counted; `None` for anything but two grades.
    pub rating: Option<RatingChange>,
    /// What it was compared with.
    pub evidence: Evidence,
    /// How its benchmark may appear.
    pub benchmark: BenchmarkStanding,
    /// Whether the base of a count, or a sample, is below ten (R6).
    pub small_numbers: bool,
    /// What the reader must know, in order of the rules.
    pub cautions: Vec<Caution>,
}

/// A change worked out from two levels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ComputedChange {
    /// One number with its bound.
    Value(f64, Bound),
    /// Anything between two numbers, because a level is a range.
    Range(f64, f64),
}

/// The change on an axis of changes, in per cent or percentage points as [`Comparison::change_scale`] says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ShownChange<'a> {
    /// Computed from two levels.
    Computed(ComputedChange),
    /// Stated; two levels, if published, can give it.
    Stated(&'a Change),
    /// Stated for the counts, although they cover different lengths of time; the averages a month lead (R3).
    OfCounts {
        /// The change as stated.
        stated: &'a Change,
        /// What the averages a month give.
        averages: ComputedChange,
    },
    /// Stated, and the levels can't give it; both stay (R5).
    Conflict {
        /// The change as stated.
        stated: &'a Change,
        /// What the levels give.
        levels: ComputedChange,
    },
    /// The stated changes can't all be right, and no levels give a change: only words report them, and no mark takes a side
    /// (R5).
    Contradiction,
    /// Only a direction: its mark has no length.
    Direction(Direction),
    /// None.
    None,
}

impl<'a> Comparison<'a> {
    /// Works out what one outcome of this dataset says. For many outcomes see [`Self::within`].
    pub fn of(dataset: &Dataset, located: Located<'a>) -> Self {
        Self::within(&DatasetIndex::of(dataset), located)
    }

    /// Works out what one outcome says, with look-ups made once for its whole dataset.
    pub fn within(surroundings: &DatasetIndex<'_>, located: Located<'a>) -> Self {
        let Located { outcome, indicator, .. } = located;
        let published = &outcome.published;
        let averages = flow::per_month(indicator, published);
        let (change, computed_bound) = computed_change(indicator, published);
        let differ_unsaid = matches!(published, Published::Pair { before, after, .. } if flow::lengths_differ_unsaid(indicator, before, after));
        let lengths_compare = averages.is_ok() && !differ_unsaid;
        let (before, after) = levels(published);
        let months = |level: Option<&Level>| level.and_then(|level| months_of(&level.period));
        let mut comparison = Self {
            place: surroundings.names(&outcome.places, ", "),
            months_before: months(before),
            months_after: months(after),
            duration_months: duration_of(published),
            per_month: averages.unwrap_or(None),
            change,
            change_scale: ChangeScale::of(indicator, published),
            computed_bound,
            difference: if averages == Ok(None) && lengths_compare { difference(published) } else { None },
            movement: Movement::Open(OpenReason::NoComparison),
            stated: published.stated(),
            reconciliations: reconcile(indicator, published),
            uncertainty: Uncertainty::of(indicator, outcome),
            rating: match published {
                Published::Rating { before, after } => Some(rating::steps(before, after)),
                Published::Pair { .. }
                | Published::Change { .. }
                | Published::Direction { .. }
                | Published::Part { .. }
                | Published::Single(_)
                | Published::SingleGrade(_)
                | Published::Series { .. }
                | Published::Suppressed(_) => None,
            },
            evidence: Evidence::of(outcome),
            benchmark: BenchmarkStanding::of(outcome),
            small_numbers: (indicator.counts_events() && base(published).is_some_and(is_small))
                || cautions::small_sample(located),
            cautions: Vec::new(),
            located,
        };
        comparison.movement = Movement::of(&comparison, lengths_compare);
        comparison.cautions = cautions::cautions(surroundings, &comparison);
        comparison
    }

    /// The published level before; `None` where there is none (R1).
    pub fn before(&self) -> Option<&'a Level> {
        levels(&self.located.outcome.published).0
    }

    /// The published level after; `None` where there is none (R1).
    pub fn after(&self) -> Option<&'a Level> {
        levels(&self.located.outcome.published).1
    }

    /// The level before on an axis of levels; `None` where it was not published or can't be averaged.
    pub fn before_on(&self, scale: LevelScale) -> Option<f64> {
        self.on(self.before()?, scale)
    }

    /// The level after on an axis of levels; `None` where it was not published or can't be averaged.
    pub fn after_on(&self, scale: LevelScale) -> Option<f64> {
        self.on(self.after()?, scale)
    }

    /// The change that the levels give; `None` where they give none.
    pub fn computed_change(&self) -> Option<ComputedChange> {
        match self.change {
            Computed::Value(value) => Some(ComputedChange::Value(value, self.computed_bound)),
            Computed::None(NoPercent::Range { low, high }) => Some(ComputedChange::Range(low, high)),
            Computed::None(_) => None,
        }
    }

    /// The first stated change in the same unit as the computed one.
    pub fn stated_change(&self) -> Option<&'a Change> {
        self.stated.iter().find(|change| self.change_scale.holds(change, self.located.indicator))
    }

    /// A stated change compared with the levels; `None` where there are no two levels.
    pub fn reconciliation_of(&self, change: &Change) -> Option<&Reconciliation> {
        self.reconciliations.iter().find(|told| told.stated() == change)
    }

    /// Whether a stated change contradicts the levels (R5).
    pub fn contradicts_itself(&self) -> bool {
        self.movement == Movement::Open(OpenReason::Contradiction)
    }

    /// The change on an axis of changes: the stated one where the levels can give it or there are none, the computed one
    /// where nothing is stated, and both where they differ; none where no levels show which of two is right. From zero there
    /// is none, whatever the source states (R6).
    pub fn shown_change(&self) -> ShownChange<'a> {
        let computed = self.computed_change();
        let stated = self.stated_change();
        match (computed, stated) {
            (None, _) if matches!(self.change, Computed::None(NoPercent::ZeroBase | NoPercent::NegativeBase)) => {
                ShownChange::None
            }
            (None, _) if self.contradicts_itself() => ShownChange::Contradiction,
            (Some(computed), Some(stated)) => match self.reconciliation_of(stated) {
                Some(Reconciliation::Fits { .. }) => ShownChange::Stated(stated),
                Some(Reconciliation::FitsCounts { .. }) => ShownChange::OfCounts { stated, averages: computed },
                Some(Reconciliation::Conflicts { .. }) => ShownChange::Conflict { stated, levels: computed },
                Some(Reconciliation::NoBase { .. }) | None => ShownChange::Computed(computed),
            },
            (Some(computed), None) => ShownChange::Computed(computed),
            (None, Some(stated)) => ShownChange::Stated(stated),
            (None, None) => {
                let Published::Direction { direction, .. } = self.located.outcome.published else {
                    return ShownChange::None;
                };
                ShownChange::Direction(direction)
            }
        }
    }

    /// Whether its change has a length on an axis.
    pub fn is_sized(&self) -> bool {
        match self.shown_change() {
            ShownChange::Computed(_)
            | ShownChange::Stated(_)
            | ShownChange::OfCounts { .. }
            | ShownChange::Conflict { .. } => true,
            ShownChange::Contradiction | ShownChange::Direction(_) | ShownChange::None => false,
        }
    }

    fn on(&self, level: &Level, scale: LevelScale) -> Option<f64> {
        match scale {
            LevelScale::AsPublished => Some(level.number.centre()),
            LevelScale::AverageAMonth => flow::average_a_month(self.located.indicator, level),
        }
    }
}

/// The published levels before and after.
fn levels(published: &Published) -> (Option<&Level>, Option<&Level>) {
    match published {
        Published::Pair { before, after, .. } => (Some(before), Some(after)),
        Published::Change { level: Some(KnownLevel::Before(level)), .. } => (Some(level), None),
        Published::Change { level: Some(KnownLevel::After(level)), .. } => (None, Some(level)),
        Published::Suppressed(remains) => (remains.before.level(), remains.after.level()),
        Published::Change { level: None, .. }
        | Published::Direction { .. }
        | Published::Rating { .. }
        | Published::Part { .. }
        | Published::Single(_)
        | Published::SingleGrade(_)
        | Published::Series { .. } => (None, None),
    }
}

/// After minus before; `None` where the bounds leave no single number.
fn difference(published: &Published) -> Option<f64> {
    let Published::Pair { before, after, .. } = published else {
        return None;
    };
    match bounded_change(&before.number, &after.number, change::difference)? {
        Bounded::Value(difference, _) => Some(difference),
        Bounded::Range { .. } | Bounded::Open => None,
    }
}

/// The base of a percentage: the level before, or the whole of a part.
fn base(published: &Published) -> Option<&Number> {
    if let Published::Part { of, .. } = published {
        return of.as_ref();
    }
    if let Published::Suppressed(remains) = published
        && remains.form == Form::Part
    {
        return remains.whole.as_ref();
    }
    levels(published).0.map(|level| &level.number)
}

/// Below ten, even if only the bound says so ("under 10").
pub(super) fn is_small(number: &Number) -> bool {
    let value = number.centre();
    value < 10.0 || (value <= 10.0 && number.bound().leaves_out_high())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{
        compare::{
            Computed, NoPercent,
            examples::{change_only, compare, compare_one, flow, indicator, level, pair, pair_stated, stock},
        },
        model::{ChangeUnit, Indicator, Measure, Period, Remains, Remnant},
    };

    fn check(indicator: &Indicator, published: Published, holds: impl Fn(&Comparison<'_>) -> bool) {
        let (dataset, _) = compare_one(indicator, published);
        let comparison = compare(&dataset).remove(0);
        assert!(holds(&comparison), "{comparison:#?}");
    }

    #[test]
    fn r3_barnsley_stands_as_averages_a_month() {
        let published = pair(("52", "2016-01-01/2016-12-31"), ("81", "2017-04-01/2017-09-30"));
        check(&flow(), published, |c| {
            let averages = c.per_month.unwrap();
            (averages.before - 4.333_333).abs() < 1e-5
                && (averages.after - 13.5).abs() < 1e-9
                && (c.change.value().unwrap() - 211.538_46).abs() < 1e-4
                && c.difference.is_none()
                && (c.months_before, c.months_after) == (Some(12.0), Some(6.0))
                && (c.duration_months.unwrap() - 12.0).abs() < 1e-9
        });
    }

    #[test]
    fn r3_a_flow_of_unknown_length_has_no_percentage_or_interval() {
        check(&flow(), pair(("52", "2016"), ("81", "since 2017-04-01")), |c| {
            c.change == Computed::None(NoPercent::LengthNotKnown)
                && c.difference.is_none()
                && c.per_month.is_none()
                && matches!(c.uncertainty, Uncertainty::Refused(_))
        });
    }

    #[test]
    fn r1_a_stated_change_has_no_computed_one() {
        let known = Some(KnownLevel::After(level(("81", "2017"))));
        check(&stock(), change_only(&["rose 29", "rose 56%"], known), |c| {
            c.change.value().is_none()
                && c.difference.is_none()
                && c.before().is_none()
                && c.after().is_some()
                && matches!(c.shown_change(), ShownChange::Stated(change) if change.unit == ChangeUnit::Percent)
        });
        let direction = Published::Direction { direction: Direction::Fell, over: Period::not_stated() };
        check(&stock(), direction, |c| {
            c.change.value().is_none() && c.shown_change() == ShownChange::Direction(Direction::Fell)
        });
    }

    #[test]
    fn r4_bounds_survive_in_the_computed_change() {
        check(&stock(), pair(("71,800", "2005/06"), ("over 170,000", "2015/16")), |c| {
            c.computed_bound == Bound::Over && c.difference == Some(98_200.0) && c.duration_months == Some(120.0)
        });
        check(&stock(), pair(("over 60", "2015"), ("over 70", "2016")), |c| c.difference.is_none());
    }

    #[test]
    fn r6_small_numbers_are_of_counts_only() {
        let years = |before| pair((before, "2015"), ("3", "2016"));
        for (indicator, before, small) in [
            (stock(), "9", true),
            (flow(), "9", true),
            (stock(), "10", false),
            (stock(), "under 10", true),
            (stock(), "over 10", false),
            (indicator(Measure::Rate, "per 10,000"), "9", false),
            (indicator(Measure::Average, "months"), "9", false),
            (indicator(Measure::Share, "%"), "9", false),
            (indicator(Measure::Flow, "£"), "9", false),
        ] {
            check(&indicator, years(before), |c| c.small_numbers == small && c.change.value().is_some());
        }
    }

    #[test]
    fn r6_what_is_left_of_an_account_keeps_its_base() {
        let left = |form: Form, before: Option<&str>, whole: Option<&str>| {
            let before = before.map_or(Remnant::NotPublished, |number| Remnant::Known(level((number, "2015"))));
            let (after, over) = (Remnant::Suppressed(Period::not_stated()), Period::not_stated());
            let whole = whole.map(|number| Number::parse(number).unwrap());
            Published::Suppressed(Remains { form, before, after, whole, over })
        };
        for (published, small) in [
            (left(Form::Part, None, Some("8")), true),
            (left(Form::Part, None, Some("44")), false),
            (left(Form::Part, None, None), false),
            (left(Form::Pair, Some("9"), None), true),
            (left(Form::Pair, Some("44"), None), false),
        ] {
            check(&stock(), published, |c| c.small_numbers == small);
        }
    }

    #[test]
    fn r5_both_the_stated_and_the_computed_change_stay() {
        check(&stock(), pair_stated(("62,420", "2010"), ("83,740", "2017"), &["rose 26%"]), |c| {
            c.stated.len() == 1
                && (c.change.value().unwrap() - 34.1557).abs() < 1e-3
                && matches!(c.reconciliations[..], [Reconciliation::Conflicts { .. }])
        });
    }

    proptest! {
        #[test]
        fn swapping_before_and_after_turns_the_computed_change_round(a in 1_u32..100_000, b in 1_u32..100_000, flows in any::<bool>()) {
            let indicator = if flows { flow() } else { stock() };
            let (a, b) = (a.to_string(), b.to_string());
            let percent = |from: (&str, &str), to: (&str, &str)| {
                let (dataset, _) = compare_one(&indicator, pair(from, to));
                compare(&dataset).remove(0).change.value().unwrap()
            };
            let there = percent((&a, "2016"), (&b, "2017-04/2017-09")) / 100.0;
            let back = percent((&b, "2017-04/2017-09"), (&a, "2016")) / 100.0;
            prop_assert!(((1.0 + there) * (1.0 + back) - 1.0).abs() < 1e-6);
        }
    }
}
