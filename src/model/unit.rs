//! The unit of an indicator: its words as the author wrote them, and what kind of amount they name.
//!
//! The kind is read once, from the head of the words and not from any word among them: "children under 5 years" are children,
//! "hours of support" are hours. It decides what may be suppressed, averaged, given an interval or compared in percentage points,
//! so that everything asks the same question. It leaves out the measure; [`super::Indicator`] joins the two.

use std::borrow::Cow;
use std::fmt;

use crate::words::letters::folded;

/// What kind of amount a unit names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum UnitKind {
    /// People, cases or things, one by one: "children", "incidents in 12 months".
    Counted,
    /// Parts of a hundred, in any spelling: "%", "per cent", "% of children".
    Percent,
    /// Percentage points: "pp".
    Points,
    /// Money: "£", "£m", "£000", "pounds per week".
    Money(Money),
    /// A length of time: "months", "days in care".
    Time,
    /// An amount that is measured and not counted: "tonnes", "miles", "kWh".
    Measured,
    /// So many of something for each other thing: "per 10,000 children".
    Rate,
    /// Points on a scale without a unit: "index", "score".
    Scale,
    /// A grade.
    Grade,
    /// The source does not say, or nothing was written.
    NotStated,
}

/// How money is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Money {
    /// The currency's sign; `None` where the unit is in words ("pounds", "pence").
    pub sign: Option<char>,
    /// What a published number is multiplied by to give whole pounds or euros.
    pub scale: MoneyScale,
}

/// What a published amount of money is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MoneyScale {
    /// Pounds or euros.
    Whole,
    /// "£000", "£ thousand", "£k".
    Thousands,
    /// "£m", "£ million".
    Millions,
    /// "£bn", "£ billion".
    Billions,
    /// Pence or cents.
    Hundredths,
}

/// The unit of an indicator.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Unit {
    text: Cow<'static, str>,
    kind: UnitKind,
    is_per_time: bool,
}

impl Unit {
    /// Reads a unit; every text is one.
    ///
    /// ```
    /// use sidebyside::model::{Unit, UnitKind};
    /// let kind = |text| Unit::new(text).kind();
    /// assert_eq!(kind("children under 5 years"), UnitKind::Counted);
    /// assert_eq!(kind("per cent of children"), UnitKind::Percent);
    /// assert_eq!(kind("hours of support"), UnitKind::Time);
    /// assert_eq!(kind("per 10,000 children"), UnitKind::Rate);
    /// ```
    pub fn new(text: impl Into<String>) -> Self {
        let text = text.into();
        let read = text.replace('\u{a0}', " ").to_lowercase();
        let words: Vec<&str> = read.split_whitespace().collect();
        let kind = kind_of(read.trim(), &words);
        let is_per_time = is_per_time(&words);
        Self { text: text.into(), kind, is_per_time }
    }

    /// A number without a unit: people who were counted, cases of a part.
    pub const NUMBER: Self = Self { text: Cow::Borrowed(""), kind: UnitKind::NotStated, is_per_time: false };

    /// Per cent.
    pub const PERCENT: Self = Self { text: Cow::Borrowed("%"), kind: UnitKind::Percent, is_per_time: false };

    /// The words as the author wrote them.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// What kind of amount they name.
    pub fn kind(&self) -> UnitKind {
        self.kind
    }

    /// Whether a published number is an average over a unit of time already: "enquiries a month", "£ per week".
    pub fn is_per_time(&self) -> bool {
        self.is_per_time
    }

    /// Whether it is per cent or percentage points, so that changes of it are in percentage points.
    pub fn is_share(&self) -> bool {
        matches!(self.kind, UnitKind::Percent | UnitKind::Points)
    }

    /// Whether it counts people, cases or things one by one. A unit that is not stated may, and so it does.
    pub fn is_counted(&self) -> bool {
        matches!(self.kind, UnitKind::Counted | UnitKind::NotStated)
    }

    /// Whether a sign at the number says it: "£1.8m", "62%".
    pub fn is_written_with_the_number(&self) -> bool {
        self.kind == UnitKind::Percent || self.money().is_some_and(|money| money.sign.is_some())
    }

    /// How its money is written; `None` where it is no money.
    pub fn money(&self) -> Option<Money> {
        match self.kind {
            UnitKind::Money(money) => Some(money),
            UnitKind::Counted
            | UnitKind::Percent
            | UnitKind::Points
            | UnitKind::Time
            | UnitKind::Measured
            | UnitKind::Rate
            | UnitKind::Scale
            | UnitKind::Grade
            | UnitKind::NotStated => None,
        }
    }

    /// What is counted, in one writing: the words without what only spells per cent, so that "% of children" and "per cent of children"
    /// are one.
    pub fn base(&self) -> String {
        let read = folded(&self.text);
        let words: Vec<&str> = read.split_whitespace().collect();
        let rest = match (self.kind, words.as_slice()) {
            (UnitKind::Percent, ["per", "cent", rest @ ..]) => rest.join(" "),
            (UnitKind::Percent, [head, rest @ ..]) if PERCENT.contains(head) => rest.join(" "),
            _ => words.join(" "),
        };
        rest.trim_start_matches('%').trim_start().to_owned()
    }

    /// Whether its text is empty.
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Whether nothing says what the numbers count.
    pub fn is_not_stated(&self) -> bool {
        self.kind == UnitKind::NotStated
    }
}

impl Default for Unit {
    /// A number without a unit.
    fn default() -> Self {
        Self::NUMBER
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl From<&str> for Unit {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

impl From<String> for Unit {
    fn from(text: String) -> Self {
        Self::new(text)
    }
}

/// Per cent in one word.
const PERCENT: [&str; 5] = ["percent", "percentage", "pct", "percents", "percentages"];

const TIMES: [&str; 17] = [
    "second", "seconds", "minute", "minutes", "hour", "hours", "day", "days", "week", "weeks", "month", "months",
    "year", "years", "yrs", "hrs", "mins",
];

/// Words of time that a number may be an average over: "a month", "per annum".
const PER_TIMES: [&str; 15] = [
    "hour",
    "day",
    "night",
    "weekend",
    "week",
    "fortnight",
    "month",
    "quarter",
    "half-year",
    "year",
    "annum",
    "term",
    "season",
    "shift",
    "session",
];

const MEASURED: [&str; 31] = [
    "tonne",
    "tonnes",
    "ton",
    "tons",
    "kg",
    "kilogram",
    "kilograms",
    "gram",
    "grams",
    "litre",
    "litres",
    "mile",
    "miles",
    "km",
    "kilometre",
    "kilometres",
    "metre",
    "metres",
    "m2",
    "m²",
    "hectare",
    "hectares",
    "acre",
    "acres",
    "kwh",
    "mwh",
    "gwh",
    "kw",
    "mw",
    "tco2e",
    "co2",
];

/// Words that may stand between "per" and a time: "per calendar month", "per 12 months".
const KINDS_OF_TIME: [&str; 10] =
    ["calendar", "financial", "fiscal", "tax", "academic", "school", "working", "reporting", "six", "twelve"];

/// Words that follow the head of an amount: "hours of support", "£ per week", "score out of 10". A noun there makes the head
/// a word of it: "day centre users", "grade 5 pupils", "£5 vouchers" are counted.
const AFTER_A_HEAD: [&str; 20] = [
    "of", "in", "on", "per", "a", "an", "each", "every", "to", "from", "at", "by", "for", "and", "or", "out", "with",
    "until", "before", "after",
];

/// A word without what stands around it.
fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric() && c != '%')
}

fn kind_of(read: &str, words: &[&str]) -> UnitKind {
    let Some(first) = words.first() else { return UnitKind::NotStated };
    if matches!(read, "not stated" | "unknown" | "-" | "–") {
        return UnitKind::NotStated;
    }
    if let Some(money) = money(read, words) {
        return UnitKind::Money(money);
    }
    let head = bare(first);
    let second = words.get(1).map_or("", |word| bare(word));
    // Whether the head says what is measured, and is not the first word of something that is counted.
    let stands_alone = words.get(1).is_none_or(|word| {
        first.ends_with([',', ';', ':'])
            || word.starts_with(['(', '/', '-', '–', '['])
            || AFTER_A_HEAD.contains(&second)
    });
    let points = |word: &str| matches!(word, "point" | "points");
    if matches!(head, "pp" | "ppt" | "ppts" | "pps")
        || (matches!(head, "percentage" | "percent" | "%" | "%age") && points(second))
        || (head == "per" && second == "cent" && words.get(2).is_some_and(|word| points(word)))
    {
        return UnitKind::Points;
    }
    if head.starts_with('%') || PERCENT.contains(&head) || (head == "per" && second == "cent") {
        return UnitKind::Percent;
    }
    if head == "per" {
        // "per week" says over which time something was counted, and not of what it is a rate.
        return if is_a_time(words.get(1..).unwrap_or_default()) { UnitKind::Counted } else { UnitKind::Rate };
    }
    let is_number = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    let is_length = |word: &str, rest_is_free: bool| {
        TIMES.contains(&word) && (stands_alone || (rest_is_free && word.ends_with('s') && !is_number(second)))
    };
    if is_length(head, true)
        || (matches!(head, "working" | "calendar") && TIMES.contains(&second) && second.ends_with('s'))
    {
        return UnitKind::Time;
    }
    if (MEASURED.contains(&head) && (stands_alone || head.ends_with('s')))
        || (matches!(head, "square" | "cubic") && MEASURED.contains(&second))
    {
        return UnitKind::Measured;
    }
    if matches!(head, "grade" | "grades" | "rating" | "ratings") && stands_alone {
        return UnitKind::Grade;
    }
    let of_a_scale = stands_alone || matches!(second, "point" | "points" | "score" | "number" | "scored");
    let is_scale = match head {
        "score" | "scores" | "ratio" | "index" => of_a_scale,
        // "points of contact" are counted.
        "points" | "point" => of_a_scale && (second != "of" || words.get(2).is_some_and(|word| is_number(word))),
        _ => false,
    };
    if is_scale {
        return UnitKind::Scale;
    }
    if per_of_many(words) { UnitKind::Rate } else { UnitKind::Counted }
}

/// Whether these words begin with a time, after a number or the kind of it: "12 months", "calendar month", "week".
fn is_a_time(words: &[&str]) -> bool {
    let told = |word: &&&str| {
        !KINDS_OF_TIME.contains(&bare(word))
            && !bare(word).chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '.'))
    };
    words.iter().find(told).is_some_and(|word| {
        let word = bare(word);
        PER_TIMES.contains(&word) || word.strip_suffix('s').is_some_and(|one| PER_TIMES.contains(&one))
    })
}

/// "children per 10,000", "incidents per child", "visits per head": but not "children per year" or "incidents per 12 months", which
/// are counted, nor what stands in brackets behind something that is.
fn per_of_many(words: &[&str]) -> bool {
    let outside = words.iter().position(|word| word.starts_with(['(', '['])).unwrap_or(words.len());
    let words = words.get(..outside).unwrap_or_default();
    let after = |at: usize| words.get(at + 1..).unwrap_or_default();
    words.iter().enumerate().any(|(at, word)| *word == "per" && !after(at).is_empty() && !is_a_time(after(at)))
}

/// "a month", "per year", "each week", "monthly", "per annum" at the end of the words, or within them.
fn is_per_time(words: &[&str]) -> bool {
    let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    let pairs = words.windows(2).any(|pair| {
        matches!(pair, [per, time] if matches!(*per, "a" | "an" | "per" | "each" | "every") && PER_TIMES.contains(&bare(time).as_str()))
    });
    let slashed = words.iter().filter_map(|word| word.split_once('/')).any(|(_, time)| PER_TIMES.contains(&time));
    let adverb = words.iter().any(|word| {
        matches!(
            bare(word).as_str(),
            "daily" | "weekly" | "fortnightly" | "monthly" | "quarterly" | "yearly" | "annually" | "pa" | "pcm"
        )
    });
    pairs || slashed || adverb
}

fn money(read: &str, words: &[&str]) -> Option<Money> {
    let signed = read.chars().next().filter(|sign| matches!(sign, '£' | '€' | '$'));
    if let Some(sign) = signed {
        let rest = read.trim_start_matches(sign).trim_start();
        let first = rest.split(|c: char| c.is_whitespace() || matches!(c, '/' | '(')).next().unwrap_or_default();
        let first = first.trim_matches(|c: char| !c.is_alphanumeric());
        // "£5 vouchers", "£100 fines".
        let next = rest.split_whitespace().nth(1).map_or("", bare);
        let is_of_a_thing = first.starts_with(|c: char| c.is_ascii_digit())
            && !matches!(first, "000" | "000s")
            && next.starts_with(char::is_alphabetic)
            && !AFTER_A_HEAD.contains(&next)
            && !matches!(next, "prices" | "m" | "k" | "bn" | "million" | "billion" | "thousand" | "millions" | "s");
        if is_of_a_thing {
            return None;
        }
        let scale = match first {
            "m" | "mn" | "million" | "millions" => MoneyScale::Millions,
            "bn" | "b" | "billion" | "billions" => MoneyScale::Billions,
            "k" | "000" | "000s" | "thousand" | "thousands" => MoneyScale::Thousands,
            _ => MoneyScale::Whole,
        };
        return Some(Money { sign: Some(sign), scale });
    }
    let named = |word: &str| match word.trim_matches(|c: char| !c.is_alphanumeric()) {
        "pound" | "pounds" | "gbp" => Some((Some('£'), MoneyScale::Whole)),
        "euro" | "euros" | "eur" => Some((Some('€'), MoneyScale::Whole)),
        "dollar" | "dollars" | "usd" => Some((Some('$'), MoneyScale::Whole)),
        "pence" | "penny" | "p" | "cent" | "cents" => Some((None, MoneyScale::Hundredths)),
        _ => None,
    };
    let scaled = |word: &str| match word.trim_matches(|c: char| !c.is_alphanumeric()) {
        "thousand" | "thousands" | "000s" => Some(MoneyScale::Thousands),
        "million" | "millions" => Some(MoneyScale::Millions),
        "billion" | "billions" => Some(MoneyScale::Billions),
        _ => None,
    };
    if let Some((sign, scale)) = words.first().and_then(|word| named(word)) {
        let more = words.iter().skip(1).find_map(|word| scaled(word));
        return Some(Money { sign, scale: more.unwrap_or(scale) });
    }
    // "million pounds", "thousands of pounds".
    let scale = words.first().and_then(|word| scaled(word))?;
    let (sign, _) = words.iter().skip(1).take(2).find_map(|word| named(word))?;
    Some(Money { sign, scale })
}

#[cfg(test)]
mod tests;
