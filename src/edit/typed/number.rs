//! Numbers as people type them: `over 60%`, `1,234`, `£1.8m`, `about 300`, `62 per 10,000`, `300+`, `two thirds`.
//!
//! An abbreviated number is a rounded one: `£1.8m` was printed to the nearest hundred thousand, and is taken as about 1,800,000,
//! because to write 1,800,000 would claim digits that nobody printed. A fraction is a share in whole per cent.

use super::number_words::{BEFORE, BEHIND, FRACTIONS, SCALES, SMALL, WORDS};
use super::phrases::IN_EVERY;
use super::{CountedPhrase, TypedError, tidy};
use crate::model::{Bound, Explanation, Form, MOST_DIGITS, Number, NumberError};
use crate::say;
use crate::words::thousands;

/// A number with what was typed around it.
#[derive(Clone, Debug, PartialEq)]
pub struct TypedNumber {
    /// The number, with its bound and its printed decimals.
    pub number: Number,
    /// The unit that was typed with it, to be held against the indicator's.
    pub unit: TypedUnit,
    /// What a person should know of how it was taken, as a sentence; `None` where it was taken at its word.
    pub remark: Option<String>,
}

/// A unit as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum TypedUnit {
    /// None was typed.
    #[default]
    None,
    /// Per cent.
    Percent,
    /// Percentage points.
    Points,
    /// Pounds.
    Pounds,
    /// So many per so many: "per 10,000 children".
    Per(String),
    /// Other words: "children".
    Words(String),
}

fn not_a_number(typed: &str) -> TypedError {
    TypedError::new(say!("typed-no-number", typed = typed.trim()), say!("typed-number-examples"))
}

/// Reads a number of what is counted. The whole text is taken, or none of it.
///
/// # Errors
/// A [`TypedError`] with examples; for `28 of 44` and `780 to 626` it says what they are, and for a unit or words behind the
/// number that are not what is counted it says that they would be lost.
pub fn number(text: &str, counted: &CountedPhrase) -> Result<TypedNumber, TypedError> {
    let tidied = tidy(text);
    if tidied.is_empty() {
        return Err(TypedError::new(say!("typed-number-missing"), say!("typed-number-examples")));
    }
    let read = read(&tidied).ok_or_else(|| explain(text, &tidied))?;
    counted.check(text, &read.unit, Some(&read.number))?;
    Ok(read)
}

/// Why it is no number, for what people are likely to have meant.
fn explain(text: &str, tidied: &str) -> TypedError {
    if let Some(error) = too_many_digits(tidied) {
        return error;
    }
    if super::series::is_missing_mark(tidied) {
        return TypedError::new(
            say!("typed-number-withheld", mark = text.trim()),
            say!("typed-number-withheld-fix", form = Form::Series.label()),
        );
    }
    let both = |at: &str| tidied.split_once(at).is_some_and(|(a, b)| read(a).is_some() && read(b).is_some());
    if both(" of ") || both(" out of ") || both(" in ") || both(IN_EVERY) {
        return TypedError::new(
            say!("typed-number-is-a-part", typed = text.trim()),
            say!("typed-number-is-a-part-fix"),
        );
    }
    if let Some((low, high)) = tidied.strip_prefix("from ").unwrap_or(tidied).split_once(" to ")
        && read(low).is_some()
        && read(high).is_some()
    {
        let mut error = TypedError::new(
            say!("typed-number-or-range", typed = text.trim()),
            say!("typed-number-or-range-fix", range = format!("between {low} and {high}")),
        );
        error.choices.push(format!("between {low} and {high}"));
        return error;
    }
    if let Some(rest) = tidied.strip_prefix("between ")
        && let Some((low, high)) = rest.split_once(" and ")
        && let (Some(one), Some(other)) = (read(low), read(high))
        && one.number.value() > other.number.value()
    {
        let mut error = TypedError::new(
            say!("typed-range-turned-round", typed = text.trim()),
            say!("typed-range-turned-round-fix", range = format!("between {high} and {low}")),
        );
        error.choices.push(format!("between {high} and {low}"));
        return error;
    }
    not_a_number(text)
}

/// An error for the first number in a text that has too many digits; `None` where there is none.
pub(super) fn too_many_digits(text: &str) -> Option<TypedError> {
    let runs = text.split(|c: char| !(c.is_ascii_digit() || matches!(c, ',' | '.')));
    let long = runs.map(|run| run.trim_matches([',', '.']).replace(',', "")).filter(|run| run.len() > MOST_DIGITS);
    let mut errors = long.filter_map(|run| match Number::parse(&run) {
        Err(error @ NumberError::TooManyDigits(..)) => Some(Explanation::from(&error)),
        _ => None,
    });
    let Explanation { sentence, fix } = errors.next()?;
    Some(TypedError::new(sentence, fix.unwrap_or_else(|| say!("typed-number-examples").to_owned())))
}

/// Reads a tidied text.
pub(super) fn read(text: &str) -> Option<TypedNumber> {
    if let Some(rest) = text.strip_prefix("between ") {
        let (low, high) = rest.split_once(" and ")?;
        return range(low, high);
    }
    let (bound, rest) = bound_before(text);
    let (bound, rest) = match bound {
        Some(bound) => (Some(bound), rest),
        None => BEHIND
            .iter()
            .find_map(|(words, bound)| Some((Some(*bound), text.strip_suffix(words)?)))
            .unwrap_or((None, text)),
    };
    if bound.is_none()
        && let Some(range) = dashed(rest)
    {
        return Some(range);
    }
    let amount = amount(rest)?;
    let rounded = amount.is_rounded();
    let (bound, remark) = match bound {
        None if rounded => {
            let full = number_text(&Number::parse(&amount.digits).ok()?);
            (Bound::About, Some(say!("typed-number-rounded", typed = rest, number = full)))
        }
        None if amount.is_fraction => {
            (Bound::Exactly, Some(say!("typed-number-fraction", typed = rest, percent = amount.digits.as_str())))
        }
        bound => (bound.unwrap_or(Bound::Exactly), None),
    };
    Some(TypedNumber { number: in_grammar(bound, &amount.digits)?, unit: amount.unit, remark })
}

/// The number in the file's own grammar.
fn in_grammar(bound: Bound, digits: &str) -> Option<Number> {
    let text = if bound == Bound::Exactly { digits.to_owned() } else { format!("{} {digits}", bound.keyword()) };
    Number::parse(&text).ok()
}

fn bound_before(text: &str) -> (Option<Bound>, &str) {
    for (words, bound) in BEFORE {
        let Some(rest) = text.strip_prefix(words) else { continue };
        let is_sign = !words.ends_with(|c: char| c.is_alphanumeric());
        if rest.starts_with(' ') || (is_sign && !rest.is_empty()) {
            return (Some(bound), rest.trim_start());
        }
    }
    (None, text)
}

/// `33-67%`, `33–67`.
fn dashed(text: &str) -> Option<TypedNumber> {
    let (low, high) = text.split_once(" \u{2013} ").or_else(|| text.split_once('\u{2013}')).or_else(|| {
        let at = text.char_indices().skip(1).find(|&(_, c)| c == '-')?.0;
        Some((text.get(..at)?, text.get(at + 1..)?))
    })?;
    range(low.trim(), high.trim())
}

fn range(low: &str, high: &str) -> Option<TypedNumber> {
    let (low_text, high) = (low, amount(high)?);
    let mut low = amount(low)?;
    if low.exponent == 0 && high.exponent > 0 && !low.is_fraction {
        // "between 1 and 2 million".
        low = amount_scaled(low_text, high.exponent)?;
    }
    if low.unit != TypedUnit::None && high.unit != TypedUnit::None && low.unit != high.unit {
        return None;
    }
    let number = Number::parse(&format!("between {} and {}", low.digits, high.digits)).ok()?;
    let unit = if high.unit == TypedUnit::None { low.unit } else { high.unit };
    Some(TypedNumber { number, unit, remark: None })
}

/// Digits in full, in the file's grammar, with what was typed around them.
struct TypedDigits {
    digits: String,
    /// By how many powers of ten it was abbreviated.
    exponent: usize,
    /// Decimals as typed, before the abbreviation was written out.
    decimals: usize,
    unit: TypedUnit,
    is_fraction: bool,
}

impl TypedDigits {
    /// Whether there are zeros at its end that nobody typed.
    fn is_rounded(&self) -> bool {
        self.decimals < self.exponent
    }
}

fn amount(text: &str) -> Option<TypedDigits> {
    amount_scaled(text, 0)
}

/// An amount that is abbreviated by this many powers of ten by something that stands elsewhere.
fn amount_scaled(text: &str, elsewhere: usize) -> Option<TypedDigits> {
    let spoken = text.replace('-', " ");
    if let Some((_, percent)) = FRACTIONS.iter().find(|(words, _)| *words == spoken.trim_end_matches(" of").trim()) {
        return Some(TypedDigits {
            digits: (*percent).to_owned(),
            exponent: 0,
            decimals: 0,
            unit: TypedUnit::Percent,
            is_fraction: true,
        });
    }
    let (sign, rest) = text.strip_prefix('-').map_or(("", text), |rest| ("-", rest));
    let (is_money, rest) = rest.strip_prefix('£').map_or((false, rest), |rest| (true, rest.trim_start()));
    // "£-3" as well.
    let (sign, rest) =
        rest.strip_prefix('-').filter(|_| is_money && sign.is_empty()).map_or((sign, rest), |r| ("-", r));
    let end = rest.find(|c: char| !(c.is_ascii_digit() || matches!(c, ',' | '.'))).unwrap_or(rest.len());
    let (mut digits, mut rest) = rest.split_at_checked(end)?;
    if digits.is_empty() {
        let word = rest.split(' ').next()?;
        let value = WORDS.iter().position(|known| *known == word)?;
        rest = rest.get(word.len()..)?;
        digits = SMALL.get(value)?;
    }
    // Commas and points as the file's grammar has them.
    Number::parse(digits).ok()?;
    let plain = digits.replace(',', "");
    let (exponent, rest) = scale(rest);
    let decimals = plain.split_once('.').map_or(0, |(_, tail)| tail.len());
    let unit = unit(rest.trim(), is_money)?;
    let full = shifted(&plain, exponent + elsewhere);
    Some(TypedDigits { digits: format!("{sign}{full}"), exponent, decimals, unit, is_fraction: false })
}

/// The power of ten in front of a text, and the rest.
fn scale(text: &str) -> (usize, &str) {
    let text = text.trim_start();
    for (word, exponent) in SCALES {
        if let Some(rest) = text.strip_prefix(word)
            && !rest.starts_with(|c: char| c.is_alphanumeric())
        {
            return (exponent, rest);
        }
    }
    (0, text)
}

/// The digits with their point moved to the right.
fn shifted(digits: &str, by: usize) -> String {
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let moved: String = fraction.chars().chain(std::iter::repeat('0')).take(by).collect();
    let left: String = fraction.chars().skip(by).collect();
    let whole = format!("{whole}{moved}");
    let trimmed = whole.trim_start_matches('0');
    // A leading zero belongs there only alone; digits as typed stay where nothing was moved.
    let whole = match (by, trimmed.is_empty()) {
        (0, _) => whole.clone(),
        (_, true) => "0".to_owned(),
        _ => trimmed.to_owned(),
    };
    if left.is_empty() { whole } else { format!("{whole}.{left}") }
}

/// The unit behind a number; `None` where it can't be one.
fn unit(text: &str, is_money: bool) -> Option<TypedUnit> {
    Some(match text {
        "" if is_money => TypedUnit::Pounds,
        "" => TypedUnit::None,
        "%" if !is_money => TypedUnit::Percent,
        "pp" | "ppt" | "ppts" | "points" if !is_money => TypedUnit::Points,
        "pounds" | "gbp" => TypedUnit::Pounds,
        _ if is_money && text.starts_with(|c: char| c.is_alphabetic()) && is_words(text) => TypedUnit::Pounds,
        per if per.starts_with("per ") && per.chars().all(is_unit_letter) => TypedUnit::Per(per.to_owned()),
        words if is_words(words) => TypedUnit::Words(words.to_owned()),
        _ => return None,
    })
}

fn is_unit_letter(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, ' ' | ',' | '-' | '\'' | '/')
}

/// Up to four words without digits that say no more than a unit.
fn is_words(text: &str) -> bool {
    const TELLING: [&str; 22] = [
        "to",
        "of",
        "and",
        "or",
        "from",
        "in",
        "since",
        "by",
        "between",
        "more",
        "less",
        "fewer",
        "lower",
        "higher",
        "up",
        "down",
        "increase",
        "decrease",
        "fall",
        "rise",
        "out",
        "reduction",
    ];
    let count = text.split(' ').count();
    let letters = text.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '\''));
    letters
        && count <= 4
        && !text.split(' ').any(|word| TELLING.contains(&word))
        && text.starts_with(char::is_alphabetic)
}

/// The number as a field shows it, with thousands commas: `over 1,234.50`. [`number`] reads it back as the same.
pub fn number_text(number: &Number) -> String {
    number.to_string().split(' ').map(grouped).collect::<Vec<_>>().join(" ")
}

/// Thousands commas in a word of digits.
fn grouped(word: &str) -> String {
    let (sign, digits) = word.strip_prefix('-').map_or(("", word), |digits| ("-", digits));
    let (whole, fraction) = digits.split_once('.').map_or((digits, ""), |(whole, _)| (whole, &digits[whole.len()..]));
    if whole.is_empty() || !whole.bytes().all(|b| b.is_ascii_digit()) {
        return word.to_owned();
    }
    format!("{sign}{}{fraction}", thousands(whole))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Without an indicator: what is counted is told by the unit.
    fn number(text: &str) -> Result<TypedNumber, TypedError> {
        let tidied = tidy(text);
        read(&tidied).ok_or_else(|| explain(text, &tidied))
    }

    #[test]
    fn what_reports_print_is_read_with_its_bound_digits_and_unit() {
        use TypedUnit as U;
        for (typed, written, unit) in [
            ("over 60%", "over 60", U::Percent),
            ("1,234", "1234", U::None),
            ("1,234.50", "1234.50", U::None),
            ("£1.8m", "about 1800000", U::Pounds),
            ("£1.8 million", "about 1800000", U::Pounds),
            ("over £1.8m", "over 1800000", U::Pounds),
            ("£1,234,567", "1234567", U::Pounds),
            ("1.234567m", "1234567", U::None),
            ("About 300", "about 300", U::None),
            ("c.300", "about 300", U::None),
            ("~300", "about 300", U::None),
            ("62 per 10,000", "62", U::Per("per 10,000".to_owned())),
            ("62 per 10,000 children", "62", U::Per("per 10,000 children".to_owned())),
            ("between 33 and 67", "between 33 and 67", U::None),
            ("33\u{2013}67%", "between 33 and 67", U::Percent),
            ("between one third and two thirds", "between 33 and 67", U::Percent),
            ("between £1 and £2 million", "between 1000000 and 2000000", U::Pounds),
            ("more than 170,000", "over 170000", U::None),
            ("no more than 12", "up to 12", U::None),
            ("fewer than 5", "under 5", U::None),
            ("300+", "at least 300", U::None),
            ("5 or fewer", "up to 5", U::None),
            ("half", "50", U::Percent),
            ("two-thirds", "67", U::Percent),
            ("just under 13,000", "nearly 13000", U::None),
            ("15.5 per cent", "15.5", U::Percent),
            ("3 percentage points", "3", U::Points),
            ("\u{2212}4.50", "-4.50", U::None),
            ("52 enquiries", "52", U::Words("enquiries".to_owned())),
            ("seven", "7", U::None),
            ("0.25m", "about 250000", U::None),
        ] {
            let read = number(typed).unwrap_or_else(|e| panic!("{typed}: {e}"));
            assert_eq!((read.number.to_string().as_str(), &read.unit), (written, &unit), "{typed}");
        }
    }

    #[test]
    fn what_is_no_number_or_may_be_two_is_refused_with_examples() {
        for typed in [
            "",
            "soon",
            "12,34",
            "1 234",
            "1.234,5",
            "NaN",
            "5 or 6",
            "about over 60",
            "£",
            "over",
            "780 to 626",
            "28 of 44",
            "between 67 and 33",
            "60%%",
            "1e5",
        ] {
            let error = number(typed).expect_err(typed);
            assert!(error.fix.contains("write") || error.fix.contains("range"), "{typed}: {error}");
        }
        assert_eq!(number("33 to 67").unwrap_err().choices, ["between 33 and 67"]);
        assert_eq!(number("between 67 and 33").unwrap_err().choices, ["between 33 and 67"]);
    }

    #[test]
    fn words_behind_a_number_are_not_dropped_in_silence() {
        let error = super::number("-5 abc", &CountedPhrase::default()).unwrap_err();
        assert!(error.sentence.contains("\"abc\" would be lost"), "{error}");
        assert_eq!(error.choices, ["-5"]);
        assert!(super::number("60%", &CountedPhrase::default()).unwrap_err().sentence.contains("per cent"));
        assert!(super::number("60%", &CountedPhrase::share()).is_ok());
    }

    #[test]
    fn an_abbreviated_number_says_how_it_was_taken() {
        let told = number("£1.8m").unwrap().remark.unwrap();
        assert_eq!(told, "\"£1.8m\" is a rounded number, and is taken as about 1,800,000.");
        assert_eq!(number("1,800,000").unwrap().remark, None);
    }
}
