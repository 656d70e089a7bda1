//! The order of the time after and the time before: later, the same, overlapping, or the wrong way round (R3, R12).
//!
//! Definition: it compares the first and last day of two periods, as far as known; a length that ends with a date ("12
//! months to 2017-03") has them as well. A length in the same words on both sides ("12 months before the programme") is the
//! same period. Where a day is unknown the order is too. No arithmetic but of dates, and no NaN.

use jiff::{ToSpan, civil};

use crate::model::{Period, TimeUnit, When};

/// The order of the two periods.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timing {
    /// The one after begins when the one before has ended.
    InOrder,
    /// Before and after are one and the same period.
    Same,
    /// Some days belong to both.
    Overlapping,
    /// The one after ends before the one before begins.
    TurnedRound,
    /// Not enough is known of their days.
    NotKnown,
}

impl Timing {
    /// The order of the two.
    ///
    /// ```
    /// use sidebyside::{compare::timing::Timing, model::Period};
    /// let of = |before, after| Timing::of(&Period::parse(before).unwrap(), &Period::parse(after).unwrap());
    /// assert_eq!(of("2016", "2017"), Timing::InOrder);
    /// assert_eq!(of("2016", "2016/17"), Timing::Overlapping);
    /// assert_eq!(of("2016", "2016-01/2016-12"), Timing::Same);
    /// assert_eq!(of("2017", "2015"), Timing::TurnedRound);
    /// assert_eq!(of("2016", "since 2017"), Timing::NotKnown);
    /// ```
    pub fn of(before: &Period, after: &Period) -> Self {
        if is_anchored(&before.when) && before.when == after.when {
            return Self::Same;
        }
        let (Some((from, to)), Some((later_from, later_to))) = (days(before), days(after)) else {
            return Self::NotKnown;
        };
        if (from, to) == (later_from, later_to) {
            Self::Same
        } else if later_from > to {
            Self::InOrder
        } else if later_to < from {
            Self::TurnedRound
        } else {
            Self::Overlapping
        }
    }
}

/// A length of which is said when it was.
fn is_anchored(when: &When) -> bool {
    match when {
        When::Length { anchor, .. } => !anchor.is_empty(),
        When::At(_) | When::Span(_) | When::Since(_) | When::NotStated => false,
    }
}

/// The first and last day; of a length, where it ends with a month or a day.
fn days(period: &Period) -> Option<(civil::Date, civil::Date)> {
    let When::Length { count, unit, anchor } = &period.when else { return period.days() };
    let end = ["to ", "until ", "ending ", "up to "].iter().find_map(|word| anchor.strip_prefix(word))?;
    let end = Period::parse(end).ok()?;
    let precise = matches!(end.when, When::At(crate::model::Date::Month(..) | crate::model::Date::Day(_)));
    let last = end.days().filter(|_| precise)?.1;
    let count = i64::from(*count);
    let length = match unit {
        TimeUnit::Days => count.days(),
        TimeUnit::Weeks => count.weeks(),
        TimeUnit::Months => count.months(),
        TimeUnit::Years => count.years(),
    };
    let next = last.tomorrow().ok()?;
    Some((next.checked_sub(length).ok()?, last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r3_before_and_after_are_told_apart_by_their_days() {
        for (before, after, expected) in [
            ("2016-01/2016-12", "2016-07/2017-06", Timing::Overlapping),
            ("2015/2017", "2016", Timing::Overlapping),
            ("2016", "2015/2017", Timing::Overlapping),
            ("2016/17", "2016", Timing::Overlapping),
            ("2016-12", "2016-12-31", Timing::Overlapping),
            ("2016-03-31", "2016-03-31", Timing::Same),
            ("2016/17", "2016-04-01/2017-03-31 (implied)", Timing::Same),
            ("12 months before the programme", "12 months before the programme", Timing::Same),
            ("12 months before the programme", "12 months after it", Timing::NotKnown),
            ("12 months", "12 months", Timing::NotKnown),
            ("12 months to 2017-03", "2016/17", Timing::Same),
            ("12 months to 2017-03", "12 months to 2017-09", Timing::Overlapping),
            ("12 months to 2017-03-31", "12 months to 2018-03-31", Timing::InOrder),
            ("3 years to 2017", "2016", Timing::NotKnown),
            ("2016", "2017", Timing::InOrder),
            ("2017-04-01", "2016-03-31", Timing::TurnedRound),
            ("2016", "not stated", Timing::NotKnown),
            ("since 2016", "2017", Timing::NotKnown),
        ] {
            let period = |text| Period::parse(text).unwrap();
            assert_eq!(Timing::of(&period(before), &period(after)), expected, "{before} and {after}");
        }
    }
}
