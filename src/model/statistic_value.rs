//! One value of a statistic in eight bytes: the number as printed with its decimals, or the symbol that stands in its place.
//!
//! What a symbol means belongs to the release and stands in [`super::Release`]; here it is only the place of the symbol in that list.

use super::{Bound, MOST_DIGITS, Number};

/// How many bits the digits take; 10^15 needs 50.
const DIGIT_BITS: u32 = 50;
const DIGITS: u64 = (1 << DIGIT_BITS) - 1;
const SIGN: u64 = 1 << DIGIT_BITS;
const DECIMALS_AT: u32 = DIGIT_BITS + 1;
const DECIMALS: u64 = 0xF;
const TAG_AT: u32 = DECIMALS_AT + 4;
/// The tag of a value that is a number; a symbol's tag is its place in the list and 2 more.
const NUMBER: u64 = 1;
const FIRST_SYMBOL: u64 = 2;

/// The most symbols a release can have.
pub const MOST_SYMBOLS: usize = 500;

/// A value of a statistic. Two are the same where they are printed the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct StatisticValue(u64);

/// What a [`StatisticValue`] holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ValueKind {
    /// The table has no such row, or the cell is empty.
    Absent,
    /// A number as printed.
    Known(Number),
    /// The symbol at this place of the release's list stands in its place.
    Symbol(usize),
}

impl StatisticValue {
    /// No row of the table, or an empty cell.
    pub const ABSENT: Self = Self(0);

    /// The symbol at this place in the release's list; `None` from [`MOST_SYMBOLS`] on.
    pub fn symbol(nth: usize) -> Option<Self> {
        (nth < MOST_SYMBOLS).then_some(Self((nth as u64 + FIRST_SYMBOL) << TAG_AT))
    }

    /// So many units of the last decimal: 1234 with 1 decimal is 123.4. `None` where there are more digits than are kept exactly.
    pub fn of_digits(digits: i64, decimals: u8) -> Option<Self> {
        let size = digits.unsigned_abs();
        if size >= 10u64.pow(MOST_DIGITS as u32) || usize::from(decimals) > MOST_DIGITS {
            return None;
        }
        let sign = if digits < 0 { SIGN } else { 0 };
        Some(Self(size | sign | (u64::from(decimals) << DECIMALS_AT) | (NUMBER << TAG_AT)))
    }

    /// A plain number: digits, perhaps with a minus in front and a decimal point. `None` for anything else.
    pub fn of_plain(text: &str) -> Option<Self> {
        let (is_negative, unsigned) = match text.strip_prefix(['-', '\u{2212}']) {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (mut digits, mut decimals, mut seen_point, mut any) = (0i64, 0u8, false, false);
        for byte in unsigned.bytes() {
            match byte {
                b'0'..=b'9' => {
                    digits = digits.checked_mul(10)?.checked_add(i64::from(byte - b'0'))?;
                    decimals = if seen_point { decimals.checked_add(1)? } else { decimals };
                    any = true;
                }
                b'.' if !seen_point && any => seen_point = true,
                _ => return None,
            }
        }
        if !any || unsigned.ends_with('.') {
            return None;
        }
        Self::of_digits(if is_negative { -digits } else { digits }, decimals)
    }

    /// What it holds.
    pub fn kind(self) -> ValueKind {
        match self.0 >> TAG_AT {
            0 => ValueKind::Absent,
            NUMBER => Number::of_plain(self.digits(), self.decimals()).map_or(ValueKind::Absent, ValueKind::Known),
            tag => ValueKind::Symbol((tag - FIRST_SYMBOL) as usize),
        }
    }

    /// The number, where it is one.
    pub fn number(self) -> Option<Number> {
        match self.kind() {
            ValueKind::Known(number) => Some(number),
            ValueKind::Absent | ValueKind::Symbol(_) => None,
        }
    }

    /// The number without its decimals' count; `None` where it is no number.
    pub fn value(self) -> Option<f64> {
        self.number().map(|number| number.value())
    }

    /// Whether the table has nothing here.
    pub fn is_absent(self) -> bool {
        self == Self::ABSENT
    }

    /// The same number read as per cent: 0.79 is 79. `None` where it is no number or would have too many digits.
    pub fn times_a_hundred(self) -> Option<Self> {
        if self.0 >> TAG_AT != NUMBER {
            return None;
        }
        match self.decimals() {
            decimals @ 2.. => Self::of_digits(self.digits(), decimals - 2),
            decimals => Self::of_digits(self.digits() * 10i64.pow(2 - u32::from(decimals)), 0),
        }
    }

    fn digits(self) -> i64 {
        // Fifteen digits fit.
        let size = i64::try_from(self.0 & DIGITS).unwrap_or_default();
        if self.0 & SIGN == 0 { size } else { -size }
    }

    fn decimals(self) -> u8 {
        ((self.0 >> DECIMALS_AT) & DECIMALS) as u8
    }
}

impl Number {
    /// So many units of the last decimal, exactly; `None` where there are more digits than are kept.
    fn of_plain(digits: i64, decimals: u8) -> Option<Self> {
        if usize::from(decimals) > MOST_DIGITS {
            return None;
        }
        // Both are exact, so that the quotient is the nearest number to the printed one, as reading its text would give.
        let value = digits as f64 / 10f64.powi(i32::from(decimals));
        Some(Self::printed(value, decimals, Bound::Exactly))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r14_a_value_keeps_its_printed_decimals_or_its_symbol() {
        for text in ["0", "1448", "-31", "79.0", "0.20", "622.5", "999999999999999", "0.123456789012345", "11998646"] {
            let value = StatisticValue::of_plain(text).unwrap();
            let number = value.number().unwrap();
            assert_eq!(number.to_string(), text);
            assert_eq!(number, Number::parse(text).unwrap(), "{text} is the number that reading it gives");
        }
        assert_eq!(StatisticValue::symbol(3).unwrap().kind(), ValueKind::Symbol(3));
        assert_eq!(StatisticValue::ABSENT.kind(), ValueKind::Absent);
        assert_eq!(StatisticValue::symbol(MOST_SYMBOLS), None);
        for text in ["", "-", "x", "1.", ".5", "1,234", "1e5", "1.2.3", "1000000000000000"] {
            assert_eq!(StatisticValue::of_plain(text), None, "{text}");
        }
        assert_eq!(size_of::<StatisticValue>(), 8);
    }

    #[test]
    fn a_part_of_one_is_read_as_per_cent() {
        for (part, percent) in [("0.79", "79"), ("0.7912", "79.12"), ("1", "100"), ("0.5", "50"), ("0.005", "0.5")] {
            let read = StatisticValue::of_plain(part).and_then(StatisticValue::times_a_hundred).unwrap();
            assert_eq!(read.number().unwrap().to_string(), percent);
        }
    }
}
