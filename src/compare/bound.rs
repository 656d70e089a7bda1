//! What the words around two levels ("over", "about") mean for the change computed from them (R4).
//!
//! Definition: a change grows with the level after and shrinks as the level before grows. So "over" on the level after is
//! "over" on the change, and "over" on the level before is "under" on it. Two words that pull the same way leave one bound,
//! at the ends that limit it ("over 100" to "under 60" is under −40%); two that pull against each other leave the change
//! open. "About" and "nearly" leave "about", and beside an open end "nearly" pulls too, because it says on which side the
//! value lies. A range leaves a range. The bound belongs to the signed number: "over −25%" means above −25%. Nothing is
//! rounded here, and zero needs no case of its own: a level after of exactly zero is a change of exactly −100%.

use crate::model::{Bound, Number, OpenSide};

/// The change that two levels and the words around them allow.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Bounded {
    /// One number with one bound.
    Value(f64, Bound),
    /// Anything between two numbers.
    Range {
        /// The lower one.
        low: f64,
        /// The higher one.
        high: f64,
    },
    /// No single number or range.
    Open,
}

/// The change between two levels within their bounds. `change` gives it for two numbers: it falls with the first and grows
/// with the second. `None` where `change` does.
///
/// ```
/// use sidebyside::{compare::bound::{Bounded, bounded_change}, model::{Bound, Number}};
/// let number = |text| Number::parse(text).unwrap();
/// let points = |before: f64, after: f64| Some(after - before);
/// assert_eq!(bounded_change(&number("60"), &number("over 70"), points), Some(Bounded::Value(10.0, Bound::Over)));
/// assert_eq!(bounded_change(&number("over 60"), &number("over 30"), points), Some(Bounded::Open));
/// ```
pub fn bounded_change(before: &Number, after: &Number, change: impl Fn(f64, f64) -> Option<f64>) -> Option<Bounded> {
    let (lowest, highest) = (|n: &Number| n.value(), |n: &Number| n.range_high().unwrap_or(n.value()));
    let side_before = before.bound().side().turned();
    let side_after = after.bound().side();
    let (pull, strict) = match (side_before, side_after) {
        (OpenSide::Neither, OpenSide::Neither) => {
            if before.range_high().is_some() || after.range_high().is_some() {
                let low = change(highest(before), lowest(after))?;
                let high = change(lowest(before), highest(after))?;
                return Some(Bounded::Range { low, high });
            }
            let near = before.bound().is_approximate() || after.bound().is_approximate();
            let bound = if near { Bound::About } else { Bound::Exactly };
            return Some(Bounded::Value(change(before.value(), after.value())?, bound));
        }
        (OpenSide::Neither, side) => {
            if !follows(before, side, OpenSide::Above) {
                return Some(Bounded::Open);
            }
            (side, is_strict(after) || is_strict(before))
        }
        (side, OpenSide::Neither) => {
            if !follows(after, side, OpenSide::Below) {
                return Some(Bounded::Open);
            }
            (side, is_strict(before) || is_strict(after))
        }
        (one, other) if one == other => (one, is_strict(before) || is_strict(after)),
        _ => return Some(Bounded::Open),
    };
    // The end that limits the change: the least one has the greatest base and the smallest level after.
    let least = pull == OpenSide::Above;
    let from = if least { highest(before) } else { lowest(before) };
    let to = if least { lowest(after) } else { highest(after) };
    let bound = match (least, strict) {
        (true, true) => Bound::Over,
        (true, false) => Bound::AtLeast,
        (false, true) => Bound::Under,
        (false, false) => Bound::UpTo,
    };
    Some(Bounded::Value(change(from, to)?, bound))
}

/// Whether a level without open end leaves the change open on this side only: "nearly" pulls towards `nearly`, "about"
/// either way.
fn follows(level: &Number, side: OpenSide, nearly: OpenSide) -> bool {
    let bound = level.bound();
    !bound.is_approximate() || (bound.leaves_out_high() && side == nearly)
}

/// Whether it excludes the printed number itself: "over 60" does, "at least 60" does not.
fn is_strict(number: &Number) -> bool {
    number.bound().leaves_out_low() || number.bound().leaves_out_high()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::change::percent;

    #[test]
    fn r4_the_bound_of_a_level_survives_in_the_change() {
        let value = |at, bound| Bounded::Value(at, bound);
        for (before, after, left) in [
            ("50", "75", value(50.0, Bound::Exactly)),
            ("50", "over 75", value(50.0, Bound::Over)),
            ("50", "at least 75", value(50.0, Bound::AtLeast)),
            ("50", "up to 75", value(50.0, Bound::UpTo)),
            ("50", "nearly 75", value(50.0, Bound::About)),
            ("over 50", "75", value(50.0, Bound::Under)),
            ("at least 50", "75", value(50.0, Bound::UpTo)),
            ("under 50", "75", value(50.0, Bound::Over)),
            ("up to 50", "75", value(50.0, Bound::AtLeast)),
            ("about 50", "75", value(50.0, Bound::About)),
            ("about 50", "nearly 75", value(50.0, Bound::About)),
            ("about 50", "over 75", Bounded::Open),
            ("over 50", "over 75", Bounded::Open),
            ("50", "between 60 and 75", Bounded::Range { low: 20.0, high: 50.0 }),
        ] {
            let number = |text| Number::parse(text).unwrap();
            assert_eq!(bounded_change(&number(before), &number(after), percent), Some(left), "{before} to {after}");
        }
    }

    #[test]
    fn r4_two_bounds_that_pull_the_same_way_leave_one() {
        for (before, after, at, bound) in [
            ("over 100", "under 60", -40.0, Bound::Under),
            ("at least 100", "up to 60", -40.0, Bound::UpTo),
            ("at least 100", "under 60", -40.0, Bound::Under),
            ("under 50", "over 75", 50.0, Bound::Over),
            ("nearly 150000", "over 200000", 100.0 / 3.0, Bound::Over),
            ("over 100", "nearly 60", -40.0, Bound::Under),
            ("between 10 and 20", "over 30", 50.0, Bound::Over),
            ("between 10 and 20", "up to 30", 200.0, Bound::UpTo),
            ("at least 40", "between 10 and 20", -50.0, Bound::UpTo),
        ] {
            let number = |text| Number::parse(text).unwrap();
            let Some(Bounded::Value(found, left)) = bounded_change(&number(before), &number(after), percent) else {
                panic!("{before} to {after} leaves no bound");
            };
            assert!((found - at).abs() < 1e-9 && left == bound, "{before} to {after}: {left:?} {found}");
        }
    }
}
