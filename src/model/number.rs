//! A number as it was published: its printed decimals and the bound its words put on it.
//!
//! It deliberately knows no unit and no arithmetic beyond the interval that bound and rounding leave open (R4, R5).

use std::fmt;

use thiserror::Error;

use crate::say;

use super::explanation::print_explanation;
use super::{Bound, End, Explanation};

/// The values that remain possible, from `low` to `high`; either end may be infinite.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// Lowest possible value; may be negative infinity.
    pub low: f64,
    /// Highest possible value; may be infinity.
    pub high: f64,
}

impl Interval {
    /// Whether the two intervals share a value.
    pub fn meets(self, other: Self) -> bool {
        self.low <= other.high && other.low <= self.high
    }

    /// The same interval on the other side of zero.
    #[must_use]
    pub fn negated(self) -> Self {
        Self { low: -self.high, high: -self.low }
    }
}

/// The most digits of a number, decimals and zeros included: so many are kept exactly, and stand in a figure.
pub const MOST_DIGITS: usize = 15;

/// Why a text is not a number as published.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum NumberError {
    /// Nothing was written.
    Empty,
    /// The text is no number.
    NotANumber(String),
    /// NaN or an infinity.
    NotFinite(String),
    /// More digits than are kept exactly.
    TooManyDigits(String, usize),
    /// "between 67 and 33".
    EndsReversed(String),
}

print_explanation!(NumberError);

impl From<&NumberError> for Explanation {
    fn from(error: &NumberError) -> Self {
        match error {
            NumberError::Empty => Self::new(say!("model-number-missing"), say!("model-number-missing.fix")),
            NumberError::NotANumber(text) => {
                Self::new(say!("model-number-none", text = text.as_str()), say!("model-number-missing.fix"))
            }
            NumberError::NotFinite(text) => {
                Self::new(say!("model-number-infinite", text = text.as_str()), say!("model-number-infinite.fix"))
            }
            NumberError::TooManyDigits(text, count) => Self::new(
                say!("model-number-long", most = MOST_DIGITS, text = text.as_str(), count = *count),
                say!("model-number-long.fix"),
            ),
            NumberError::EndsReversed(text) => {
                Self { sentence: say!("model-number-reversed", text = text.as_str()), fix: None }
            }
        }
    }
}

/// A number as published. It is always finite.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Number {
    value: f64,
    high: f64,
    decimals: u8,
    bound: Bound,
}

impl Number {
    /// An exact number with the decimals its shortest writing has.
    ///
    /// # Errors
    /// [`NumberError::NotFinite`] for NaN and infinities, [`NumberError::TooManyDigits`] for what would not be kept exactly.
    pub fn exactly(value: f64) -> Result<Self, NumberError> {
        if !value.is_finite() {
            return Err(NumberError::NotFinite(value.to_string()));
        }
        let text = value.to_string();
        few_digits(&text)?;
        let decimals = text.split_once('.').map_or(0, |(_, tail)| tail.len());
        Ok(Self { value, high: value, decimals: u8::try_from(decimals).unwrap_or(u8::MAX), bound: Bound::Exactly })
    }

    /// A number that was read by its digits; it is finite.
    pub(super) fn printed(value: f64, decimals: u8, bound: Bound) -> Self {
        Self { value, high: value, decimals, bound }
    }

    /// Reads `52`, `1,234.50`, `over 60`, `at least 9`, `between 33 and 67`.
    ///
    /// # Errors
    /// A [`NumberError`] that says what is wrong and shows how numbers are written.
    pub fn parse(text: &str) -> Result<Self, NumberError> {
        let text = text.trim();
        if text.is_empty() {
            return Err(NumberError::Empty);
        }
        for bound in Bound::ALL {
            let Some(rest) = text.strip_prefix(bound.keyword()) else { continue };
            if !rest.starts_with(' ') {
                continue;
            }
            if bound == Bound::Between {
                let Some((low, high)) = rest.split_once(" and ") else {
                    return Err(NumberError::NotANumber(text.to_owned()));
                };
                let (low, low_decimals) = plain(low)?;
                let (high, high_decimals) = plain(high)?;
                if low > high {
                    return Err(NumberError::EndsReversed(text.to_owned()));
                }
                return Ok(Self { value: low, high, decimals: low_decimals.max(high_decimals), bound });
            }
            let (value, decimals) = plain(rest)?;
            return Ok(Self { value, high: value, decimals, bound });
        }
        let (value, decimals) = plain(text)?;
        Ok(Self { value, high: value, decimals, bound: Bound::Exactly })
    }

    /// The printed number; the lower one of a range.
    pub fn value(&self) -> f64 {
        self.value
    }

    /// The upper printed number of a range ("between 33 and 67"); `None` for every other bound.
    pub fn range_high(&self) -> Option<f64> {
        (self.bound == Bound::Between).then_some(self.high)
    }

    /// Decimals as printed.
    pub fn decimals(&self) -> u8 {
        self.decimals
    }

    /// What the words say of the number.
    pub fn bound(&self) -> Bound {
        self.bound
    }

    /// The middle of a range, and the printed number otherwise: where a mark stands.
    pub fn centre(&self) -> f64 {
        f64::midpoint(self.value, self.high)
    }

    /// The values that bound and rounding leave open.
    ///
    /// About 110 leaves 100 to 120, nearly 13,000 leaves 12,000 to 13,000; see [`End`].
    pub fn possible(&self) -> Interval {
        let half = 0.5 * 10f64.powi(-i32::from(self.decimals));
        let unit = self.last_unit();
        let v = self.value;
        let end = |end: End, way: f64| match end {
            End::HalfDigit => v + way * half,
            End::LastUnit => v + way * unit,
            End::Printed | End::Beyond => v,
            End::Open => way * f64::INFINITY,
            End::Second => self.high,
        };
        Interval { low: end(self.bound.low(), -1.0), high: end(self.bound.high(), 1.0) }
    }

    /// The size of the last printed digit that is not zero: 1,000 for 13,000; 0.1 for 15.5.
    fn last_unit(&self) -> f64 {
        let mut unit = 10f64.powi(-i32::from(self.decimals));
        if self.value == 0.0 {
            return unit;
        }
        let mut scaled = (self.value.abs() / unit).round();
        while scaled >= 10.0 && scaled % 10.0 == 0.0 {
            scaled /= 10.0;
            unit *= 10.0;
        }
        unit
    }
}

/// A plain number with optional thousands commas, and its printed decimals.
fn plain(text: &str) -> Result<(f64, u8), NumberError> {
    let text = text.trim();
    let wrong = || NumberError::NotANumber(text.to_owned());
    let digits = text.replace('\u{2212}', "-");
    let unsigned = digits.strip_prefix('-').unwrap_or(&digits);
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    let lower = unsigned.to_ascii_lowercase();
    if lower == "nan" || lower == "inf" || lower == "infinity" {
        return Err(NumberError::NotFinite(text.to_owned()));
    }
    let groups_fit = !whole.contains(',')
        || whole.split(',').enumerate().all(
            |(i, group)| {
                if i == 0 { (1..=3).contains(&group.len()) } else { group.len() == 3 }
            },
        );
    let all_digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
    let plain_whole = whole.replace(',', "");
    if !groups_fit || !all_digits(&plain_whole) || (unsigned.contains('.') && !all_digits(fraction)) {
        return Err(wrong());
    }
    few_digits(&digits)?;
    let value: f64 = digits.replace(',', "").parse().map_err(|_| wrong())?;
    if !value.is_finite() {
        return Err(NumberError::NotFinite(text.to_owned()));
    }
    Ok((value, u8::try_from(fraction.len()).map_err(|_| wrong())?))
}

/// Refuses more digits than [`MOST_DIGITS`]. Zeros in front of a whole number are not counted.
fn few_digits(text: &str) -> Result<(), NumberError> {
    const SHOWN: usize = 20;
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let zeros = text.trim_start_matches(['-', '0', ',']).len();
    let in_front = text.len() - zeros;
    let leading = text.get(..in_front).map_or(0, |front| front.chars().filter(|c| *c == '0').count());
    let count = digits.len() - leading;
    if count <= MOST_DIGITS {
        return Ok(());
    }
    let shown: String = text.chars().take(SHOWN).collect();
    let shown = if text.chars().count() > SHOWN { say!("model-number-cut", digits = shown) } else { shown };
    Err(NumberError::TooManyDigits(shown, count))
}

impl fmt::Display for Number {
    /// The writing that [`Number::parse`] reads: no thousands commas, decimals as printed.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let places = usize::from(self.decimals);
        match (self.bound, self.range_high()) {
            (Bound::Exactly, _) => write!(f, "{:.places$}", self.value),
            (bound, None) => write!(f, "{} {:.places$}", bound.keyword(), self.value),
            (_, Some(high)) => write!(f, "between {:.places$} and {:.places$}", self.value, high),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_keeps_its_bound_and_its_printed_decimals() {
        let cases = [
            ("52", 52.0, 0, Bound::Exactly),
            ("1,234.50", 1234.5, 2, Bound::Exactly),
            ("over 60", 60.0, 0, Bound::Over),
            ("at least 9", 9.0, 0, Bound::AtLeast),
            ("nearly 13,000", 13000.0, 0, Bound::Nearly),
            ("-15.5", -15.5, 1, Bound::Exactly),
        ];
        for (text, value, decimals, bound) in cases {
            let n = Number::parse(text).unwrap();
            assert_eq!((n.value(), n.decimals(), n.bound()), (value, decimals, bound), "{text}");
        }
        assert_eq!(Number::parse("between 33 and 67").unwrap().range_high(), Some(67.0));
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for text in [
            "",
            "NaN",
            "inf",
            "-inf",
            "12,34",
            "over",
            "1e5",
            "about",
            "between 5",
            "between 67 and 33",
            "5 apples",
            "1.",
        ] {
            assert!(Number::parse(text).is_err(), "{text}");
        }
        assert!(Number::exactly(f64::NAN).is_err());
    }

    #[test]
    fn digits_that_would_not_be_kept_exactly_are_refused() {
        let many = "12345678901234567890123456789012";
        let error = Number::parse(many).unwrap_err().to_string();
        assert!(error.contains("at most 15 digits") && error.contains("has 32"), "{error}");
        for text in [&"9".repeat(400), &format!("over {many}"), &format!("0.{}", "0".repeat(20)), "1000000000000000"] {
            assert!(matches!(Number::parse(text), Err(NumberError::TooManyDigits(..))), "{text}");
        }
        assert!(matches!(Number::exactly(1e300), Err(NumberError::TooManyDigits(..))));
        for text in ["999999999999999", "-0.12345678901234", "123456789.012345"] {
            assert_eq!(Number::parse(text).unwrap().to_string(), text);
        }
        assert!(Number::parse("000000000000000052").is_ok());
    }

    #[test]
    fn r4_the_interval_follows_the_bound() {
        let possible = |t: &str| Number::parse(t).unwrap().possible();
        assert_eq!(possible("26"), Interval { low: 25.5, high: 26.5 });
        assert_eq!(possible("about 110"), Interval { low: 100.0, high: 120.0 });
        assert_eq!(possible("nearly 13,000"), Interval { low: 12000.0, high: 13000.0 });
        assert!(possible("over 60").high.is_infinite());
        assert!(possible("up to 12").low.is_infinite());
    }

    #[test]
    fn writing_and_reading_agree() {
        for text in ["52", "8.60", "over 60", "between 33 and 67", "up to 12", "about 20000000"] {
            assert_eq!(Number::parse(text).unwrap().to_string(), text);
        }
    }
}
