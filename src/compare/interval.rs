//! Intervals of counts, shares and their comparison, at 95% (R12).
//!
//! Definitions and sources:
//! - One count: exact Poisson limits below 10 events (Garwood, *Biometrika* 28, 1936), Byar's approximation from 10 (Breslow and Day,
//!   *Statistical Methods in Cancer Research* 2, 1987), as the technical guide of Public Health England's indicators gives them.
//! - One share: Wilson's score limits (*JASA* 22, 1927). Difference of two shares of independent groups: Newcombe's hybrid
//!   score, method 10 (*Statistics in Medicine* 17, 1998, 873–890).
//! - Ratio of two rates: given the total of both counts, the later one is binomial; its exact limits p (Clopper and
//!   Pearson, *Biometrika* 26, 1934) give the ratio p ÷ (1 − p) × exposure before ÷ exposure after.
//!
//! Exact limits are found by bisection on the distribution itself, so that no approximate inverse stands between. A
//! zero base gives no ratio. An exposure or sample of zero or below, NaN, an infinity, or more cases than people give
//! `None`. Whether an interval may be given at all is decided in [`super::uncertainty`].

use statrs::function::{beta::checked_beta_reg, gamma::checked_gamma_lr};

/// The 97.5% point of the normal distribution, with the digits that the profession's worked examples use.
const Z: f64 = 1.959_964;
/// What lies outside the interval on each side.
const TAIL: f64 = 0.025;
/// Counts from here on use Byar's approximation.
const BYAR_FROM: u64 = 10;
/// Above this total the exact limits and the normal ones agree to the digits shown, and the series would no longer settle.
const LARGEST_EXACT_TOTAL: u64 = 10_000;

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

/// Exact limits of the share `x` of `n`, between 0 and 1; `None` for no people, or more cases than people.
pub fn clopper_pearson(x: u64, n: u64) -> Option<(f64, f64)> {
    if n == 0 || x > n {
        return None;
    }
    if n > LARGEST_EXACT_TOTAL {
        return wilson(x, n);
    }
    let (cases, others) = (x as f64, (n - x) as f64);
    // P(at least x cases) at share p is the distribution function of Beta(x, n − x + 1) at p.
    let low = if x == 0 { 0.0 } else { crossing(0.0, 1.0, TAIL, |p| checked_beta_reg(cases, others + 1.0, p).ok())? };
    let high =
        if x == n { 1.0 } else { crossing(0.0, 1.0, 1.0 - TAIL, |p| checked_beta_reg(cases + 1.0, others, p).ok())? };
    Some((low, high))
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
    // Two hundred halvings are far more than a binary fraction has digits, so that the loop ends at the last of them.
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
