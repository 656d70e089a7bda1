//! How many decimals a number that was worked out needs, so that it never reads as something that it is not.
//!
//! Numbers as published keep their printed decimals and have no need of it.

/// One decimal below a hundred unless it is whole, none above; more where it would read as nothing.
pub fn computed_decimals(value: f64) -> usize {
    let wanted = usize::from(value.abs() < 100.0 && (value - value.round()).abs() > 1e-9);
    decimals_that_tell(value, wanted, 0.0)
}

/// So many decimals, or as many more as tell a value from a landmark that it is not (from 0, from −100%), with at most two digits of
/// the distance.
pub fn decimals_that_tell(value: f64, wanted: usize, landmark: f64) -> usize {
    const MOST: usize = 12;
    let distance = (value - landmark).abs();
    let reads_as = |decimals: usize| rounded(distance, decimals) == 0.0;
    if distance < 1e-12 || !reads_as(wanted) {
        return wanted;
    }
    let first = (wanted..MOST).find(|&decimals| !reads_as(decimals)).unwrap_or(MOST);
    // A second digit only where it says something: 0.025, but 0.04.
    let one = rounded(distance, first);
    if (one - distance).abs() > 0.02 * distance { first + 1 } else { first }
}

/// Rounded half away from zero, as people round; a binary fraction a hair below the half counts as the half.
pub fn rounded(value: f64, decimals: usize) -> f64 {
    let scale = 10f64.powi(i32::try_from(decimals).unwrap_or(i32::MAX));
    let size = (value * scale).abs();
    let hair = (size * 1e-14).clamp(1e-9, 0.01);
    let whole = size.floor() + if size.fract() >= 0.5 - hair { 1.0 } else { 0.0 };
    whole.copysign(value) / scale
}
