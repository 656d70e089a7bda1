//! Intervals of counts, shares and their comparison, at 95% (R12).
//!
//! Definitions and sources:
//! - One count: exact Poisson limits below 10 events (Garwood, *Biometrika* 28, 1936), Byar's approximation from 10 (Breslow
//!   and Day, *Statistical Methods in Cancer Research* 2, 1987), as the technical guide of Public Health England's
//!   indicators gives them.
//! - One share: Wilson's score limits (*JASA* 22, 1927). Difference of two shares of independent groups: Newcombe's hybrid
//!   score, method 10 (*Statistics in Medicine* 17, 1998, 873–890).
//! - Ratio of two rates: given the total of both counts, the later one is binomial; its exact limits p (Clopper and
//!   Pearson, *Biometrika* 26, 1934) give the ratio p ÷ (1 − p) × exposure before ÷ exposure after.
//!
//! Bisection on the distribution itself finds exact limits, without an approximate inverse. A zero base gives no ratio. An
//! exposure or sample of zero or below, NaN, an infinity, or more cases than people give `None`. [`super::uncertainty`]
//! decides whether an interval is allowed at all.

use statrs::function::gamma::{checked_gamma_lr, ln_gamma};

/// The 97.5% point of the normal distribution, with the digits that the profession's worked examples use.
const Z: f64 = 1.959_964;
/// The share outside the interval on each side.
const TAIL: f64 = 0.025;
/// Counts from here on use Byar's approximation.
const BYAR_FROM: u64 = 10;
/// Totals above this give no exact limits: no council counts so many, and the sum of their tails would be long.
const LARGEST_TOTAL: u64 = 100_000_000;

/// Lower and upper limit of the ratio of two rates, after ÷ before, without a unit.
///
/// `count1` events over `exposure1` after, `count0` over `exposure0` before; the exposures in one unit, such as months.
/// `None` for no events before, or an exposure that is not above zero.
///
/// ```
/// use sidebyside::compare::interval::ratio_of_two_rates;
/// let (low, high) = ratio_of_two_rates(81, 6.0, 52, 12.0).unwrap();
/// assert!(low > 2.1 && high < 4.6);
/// ```
pub fn ratio_of_two_rates(count1: u64, exposure1: f64, count0: u64, exposure0: f64) -> Option<(f64, f64)> {
    if count0 == 0 || !is_positive(exposure1) || !is_positive(exposure0) {
        return None;
    }
    let (low, high) = clopper_pearson(count1, count1.checked_add(count0)?)?;
    let ratio = |share: f64| share / (1.0 - share) * exposure0 / exposure1;
    Some((ratio(low), ratio(high))).filter(|(low, high)| low.is_finite() && high.is_finite())
}

/// Lower and upper limit of the rate of one count of independent events, times `multiplier`.
///
/// `None` for an exposure that is not above zero, or a multiplier that is not finite.
pub fn poisson_limits(count: u64, exposure: f64, multiplier: f64) -> Option<(f64, f64)> {
    if !is_positive(exposure) || !multiplier.is_finite() {
        return None;
    }
    let (low, high) = if count < BYAR_FROM { exact_poisson(count)? } else { byar(count as f64) };
    Some((low / exposure * multiplier, high / exposure * multiplier))
}

/// Wilson's limits of the share `x` of `n`, between 0 and 1; `None` for no people, or more cases than people.
pub fn wilson(x: u64, n: u64) -> Option<(f64, f64)> {
    if n == 0 || x > n {
        return None;
    }
    let (x, n) = (x as f64, n as f64);
    let centre = 2.0 * x + Z * Z;
    let spread = Z * (Z * Z + 4.0 * x * (1.0 - x / n)).sqrt();
    let whole = 2.0 * (n + Z * Z);
    Some((((centre - spread) / whole).max(0.0), ((centre + spread) / whole).min(1.0)))
}

/// Newcombe's limits of the difference `x1`/`n1` − `x2`/`n2` of two independent groups, between −1 and 1.
///
/// `None` where [`wilson`] has none. Not for the same people twice: paired shares need the pairs.
pub fn newcombe(x1: u64, n1: u64, x2: u64, n2: u64) -> Option<(f64, f64)> {
    let ((low1, high1), (low2, high2)) = (wilson(x1, n1)?, wilson(x2, n2)?);
    let (p1, p2) = (x1 as f64 / n1 as f64, x2 as f64 / n2 as f64);
    let low = p1 - p2 - (p1 - low1).hypot(high2 - p2);
    let high = p1 - p2 + (high1 - p1).hypot(p2 - low2);
    Some((low, high))
}

/// Exact limits of the share `x` of `n`, between 0 and 1; `None` for no people, more cases than people, or over 100 million.
pub fn clopper_pearson(x: u64, n: u64) -> Option<(f64, f64)> {
    if n == 0 || x > n || n > LARGEST_TOTAL {
        return None;
    }
    let (cases, all) = (x as f64, n as f64);
    let low = if x == 0 { 0.0 } else { crossing(0.0, 1.0, TAIL, |p| Some(at_least(cases, all, p)))? };
    let high = if x == n { 1.0 } else { crossing(0.0, 1.0, 1.0 - TAIL, |p| Some(at_least(cases + 1.0, all, p)))? };
    Some((low, high))
}

/// The probability of at least `x` cases among `n`, for 1 ≤ `x` ≤ `n` and a share `p` of each.
///
/// It sums the binomial terms from `x` away from the largest one, so that the sum is short and every term positive.
fn at_least(x: f64, n: f64, p: f64) -> f64 {
    let odds = p / (1.0 - p);
    let log_term =
        ln_gamma(n + 1.0) - ln_gamma(x + 1.0) - ln_gamma(n - x + 1.0) + x * p.ln() + (n - x) * (1.0 - p).ln();
    let mut term = log_term.exp();
    let mut sum = 0.0;
    let mut k = x;
    if x > n * p {
        while term > sum * f64::EPSILON {
            sum += term;
            term *= (n - k) / (k + 1.0) * odds;
            k += 1.0;
        }
        return sum;
    }
    while term > sum * f64::EPSILON {
        term *= k / (n - k + 1.0) / odds;
        sum += term;
        k -= 1.0;
    }
    1.0 - sum
}

/// Exact limits of the mean behind a count of independent events.
fn exact_poisson(count: u64) -> Option<(f64, f64)> {
    let count = count as f64;
    // P(at least k events) at mean m is the distribution function of Gamma(k) at m, which is χ² with 2k degrees at 2m.
    let far = 4.0 * count + 20.0;
    let low = if count == 0.0 { 0.0 } else { crossing(0.0, far, TAIL, |m| checked_gamma_lr(count, m).ok())? };
    let high = crossing(0.0, far, 1.0 - TAIL, |m| checked_gamma_lr(count + 1.0, m).ok())?;
    Some((low, high))
}

/// Byar's approximation of the same limits.
fn byar(count: f64) -> (f64, f64) {
    let limit = |x: f64, z: f64| x * (1.0 - 1.0 / (9.0 * x) + z / (3.0 * x.sqrt())).powi(3);
    (limit(count, -Z), limit(count + 1.0, Z))
}

/// Where a rising function reaches `target` between `low` and `high`; `None` where the function fails.
fn crossing(mut low: f64, mut high: f64, target: f64, rising: impl Fn(f64) -> Option<f64>) -> Option<f64> {
    // Two hundred halvings are far more than a binary fraction has digits; the loop ends at the last digit.
    for _ in 0..200 {
        let middle = f64::midpoint(low, high);
        if middle <= low || middle >= high {
            break;
        }
        let at = rising(middle).filter(|value| value.is_finite())?;
        if at < target { low = middle } else { high = middle }
    }
    Some(f64::midpoint(low, high))
}

fn is_positive(exposure: f64) -> bool {
    exposure > 0.0 && exposure.is_finite()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn assert_close(found: Option<(f64, f64)>, expected: (f64, f64), within: f64) {
        let (low, high) = found.unwrap();
        let close = (low - expected.0).abs() < within && (high - expected.1).abs() < within;
        assert!(close, "{low} to {high}, and not {expected:?}");
    }

    #[test]
    fn r12_one_count_as_the_public_health_profession_computes_it() {
        // PHEindicatormethods: byars_lower and byars_upper of 65; phe_rate of 20 and 5 in 100.
        assert_close(poisson_limits(65, 1.0, 1.0), (50.16319, 82.84914), 5e-6);
        assert_close(poisson_limits(20, 100.0, 100.0), (12.2114, 30.8899), 5e-5);
        assert_close(poisson_limits(5, 100.0, 100.0), (1.62349, 11.66833), 5e-6);
    }

    #[test]
    fn r12_exact_limits_of_small_counts() {
        // Garwood's table, computed again to twelve digits with arbitrary precision.
        assert_close(poisson_limits(0, 1.0, 1.0), (0.0, 3.688_879_454_11), 1e-9);
        assert_close(poisson_limits(1, 1.0, 1.0), (0.025_317_807_984_3, 5.571_643_390_94), 1e-9);
        assert_close(poisson_limits(9, 1.0, 1.0), (4.115_373_097_38, 17.084_803_451_4), 1e-9);
    }

    #[test]
    fn r12_exact_limits_of_a_share() {
        // Published tables give 0 to 0.3085 and 0.1871 to 0.8129; the rest was computed with arbitrary precision.
        assert_close(clopper_pearson(0, 10), (0.0, 0.308_497_107_819), 1e-11);
        assert_close(clopper_pearson(5, 10), (0.187_086_028_447, 0.812_913_971_553), 1e-11);
        assert_close(clopper_pearson(10, 10), (0.691_502_892_181, 1.0), 1e-11);
        assert_close(clopper_pearson(1, 23), (0.001_100_168_630_44, 0.219_486_607_453), 1e-11);
        assert_close(clopper_pearson(81, 133), (0.520_660_059_42, 0.692_417_481_589), 1e-11);
        assert_close(clopper_pearson(5000, 10_000), (0.490_151_380_59, 0.509_848_619_41), 1e-10);
        assert_close(clopper_pearson(4000, 9000), (0.434_142_314_905, 0.454_782_556_308), 1e-10);
    }

    #[test]
    fn r12_exact_limits_of_large_counts_approach_the_normal_ones() {
        let (low, high) = clopper_pearson(83_740, 146_160).unwrap();
        assert_close(wilson(83_740, 146_160), (low, high), 1e-5);
        assert!(clopper_pearson(40_000_000, 90_000_000).is_some());
    }

    #[test]
    fn r12_difference_of_two_shares() {
        // Newcombe 1998, table II, row a, method 10.
        assert_close(newcombe(56, 70, 48, 80), (0.0524, 0.3339), 5e-5);
        assert_close(newcombe(9, 10, 3, 10), (0.1705, 0.8090), 5e-5);
        assert_close(newcombe(10, 10, 0, 10), (0.6075, 1.0), 5e-5);
    }

    #[test]
    fn r12_ratio_of_two_rates_over_unequal_lengths() {
        // 81 in 6 months against 52 in 12: p from 0.52066 to 0.69242 of 133, times 12 ÷ 6.
        assert_close(ratio_of_two_rates(81, 6.0, 52, 12.0), (2.172_404_239, 4.502_320_126_42), 1e-8);
    }

    #[test]
    fn what_has_no_base_or_no_exposure_has_no_interval() {
        assert_eq!(ratio_of_two_rates(5, 12.0, 0, 12.0), None);
        for exposure in [0.0, -1.0, f64::NAN, f64::INFINITY] {
            assert_eq!(ratio_of_two_rates(5, exposure, 5, 12.0), None);
            assert_eq!(ratio_of_two_rates(5, 12.0, 5, exposure), None);
            assert_eq!(poisson_limits(5, exposure, 1.0), None);
        }
        assert_eq!((wilson(1, 0), wilson(5, 4), clopper_pearson(5, 4), newcombe(1, 2, 5, 4)), (None, None, None, None));
        assert!(ratio_of_two_rates(0, 12.0, 5, 12.0).unwrap().0.abs() < f64::EPSILON);
    }

    proptest! {
        #[test]
        fn every_interval_holds_its_own_figure(x in 0_u64..400, more in 1_u64..400) {
            let n = x + more;
            let share = x as f64 / n as f64;
            let (low, high) = clopper_pearson(x, n).unwrap();
            prop_assert!((0.0..=share).contains(&low) && share <= high && high <= 1.0);
            let (low, high) = wilson(x, n).unwrap();
            prop_assert!(low <= share + 1e-12 && share <= high);
            let (low, high) = poisson_limits(x, 1.0, 1.0).unwrap();
            prop_assert!(low <= x as f64 && x as f64 <= high);
        }

        #[test]
        fn swapping_before_and_after_turns_the_interval_round(a in 1_u64..300, b in 1_u64..300, e in 0.5..48.0_f64, f in 0.5..48.0_f64) {
            let (low, high) = ratio_of_two_rates(a, e, b, f).unwrap();
            let (back_low, back_high) = ratio_of_two_rates(b, f, a, e).unwrap();
            prop_assert!((low * back_high - 1.0).abs() < 1e-6 && (high * back_low - 1.0).abs() < 1e-6);
        }
    }
}
