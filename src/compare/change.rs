//! The change from one number to another: difference, ratio, per cent, index.
//!
//! Definitions: difference = after − before; ratio = after ÷ before; per cent = (after ÷ before − 1) × 100; index = after ÷
//! before × 100, so that before is 100. Textbook definitions, no source needed.
//!
//! A base of zero or below gives `None`: from zero there is no percentage (R6), and a percentage of a negative number turns
//! its sign round. NaN and infinities give `None` as well.

/// The change in per cent of the level before; `None` for a base of zero or below.
///
/// ```
/// use sidebyside::compare::change::percent;
/// assert_eq!(percent(50.0, 75.0), Some(50.0));
/// assert_eq!(percent(0.0, 75.0), None);
/// ```
pub fn percent(before: f64, after: f64) -> Option<f64> {
    // One subtraction before the division keeps whole percentages whole.
    ratio(before, after).map(|_| (after - before) / before * 100.0).filter(|p| p.is_finite())
}

/// After minus before, in the unit of both; `None` if either is not finite.
pub fn difference(before: f64, after: f64) -> Option<f64> {
    Some(after - before).filter(|d| d.is_finite())
}

/// After divided by before, without a unit; `None` for a base of zero or below.
pub fn ratio(before: f64, after: f64) -> Option<f64> {
    (before > 0.0 && before.is_finite() && after.is_finite()).then(|| after / before).filter(|r| r.is_finite())
}

/// After on a scale where before is 100; `None` for a base of zero or below.
pub fn index(before: f64, after: f64) -> Option<f64> {
    ratio(before, after).map(|r| r * 100.0).filter(|i| i.is_finite())
}

/// The place of a change in per cent on an index axis: −15.5% is 84.5.
pub fn index_of_percent(percent: f64) -> f64 {
    100.0 + percent
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn changes_of_published_levels() {
        let close = |found: Option<f64>, expected: f64| (found.unwrap() - expected).abs() < 5e-5;
        assert!(close(percent(62_420.0, 83_740.0), 34.1557));
        assert!(close(percent(52.0, 81.0), 55.7692));
        assert!(close(percent(780.0, 626.0), -19.7436));
        assert_eq!(percent(22.0, 0.0), Some(-100.0));
        assert_eq!(difference(52.0, 81.0), Some(29.0));
        assert_eq!(ratio(50.0, 25.0), Some(0.5));
        assert_eq!(index(50.0, 75.0), Some(150.0));
        assert!((index_of_percent(-15.5) - 84.5).abs() < 1e-12);
    }

    #[test]
    fn r6_from_zero_there_is_no_percentage() {
        for base in [0.0, -0.0, -3.0, f64::NAN, f64::INFINITY] {
            assert_eq!((percent(base, 5.0), ratio(base, 5.0), index(base, 5.0)), (None, None, None), "{base}");
        }
        assert_eq!(percent(5.0, f64::NAN), None);
        assert_eq!(difference(5.0, f64::INFINITY), None);
    }

    proptest! {
        #[test]
        fn swapping_before_and_after_turns_the_change_round(a in 1e-3..1e9_f64, b in 1e-3..1e9_f64) {
            let there = percent(a, b).unwrap() / 100.0;
            let back = percent(b, a).unwrap() / 100.0;
            prop_assert!(((1.0 + there) * (1.0 + back) - 1.0).abs() < 1e-3_f64.min(1e-9 * (a / b).max(b / a).max(1.0)));
        }

        #[test]
        fn scaling_the_unit_changes_no_percentage(a in 1e-3..1e9_f64, b in 0.0..1e9_f64, unit in 1e-3..1e6_f64) {
            let plain = percent(a, b).unwrap();
            let scaled = percent(a * unit, b * unit).unwrap();
            prop_assert!((plain - scaled).abs() <= 1e-9 * plain.abs().max(100.0));
        }
    }
}
