//! The unit of an indicator: its words as the author wrote them, and what kind of amount they name.
//!
//! The kind is read once, from the head of the words and not from any word among them: "children under 5 years" are children,
//! "hours of support" are hours. It decides what may be suppressed, averaged, given an interval or compared in percentage points,
//! so that everything asks the same question. It leaves out the measure; [`super::Indicator`] joins the two.

use std::borrow::Cow;
use std::fmt;

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
            _ => None,
        }
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

const TIMES: [&str; 17] = [
    "second", "seconds", "minute", "minutes", "hour", "hours", "day", "days", "week", "weeks", "month", "months",
    "year", "years", "yrs", "hrs", "mins",
];

/// Words of time that a number may be an average over: "a month", "per annum".
const PER_TIMES: [&str; 9] = ["hour", "day", "night", "week", "fortnight", "month", "quarter", "year", "annum"];

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

fn kind_of(read: &str, words: &[&str]) -> UnitKind {
    let Some(first) = words.first() else { return UnitKind::NotStated };
    if matches!(read, "not stated" | "unknown" | "-" | "–") {
        return UnitKind::NotStated;
    }
    if let Some(money) = money(read, words) {
        return UnitKind::Money(money);
    }
    let head = first.trim_matches(|c: char| !c.is_alphanumeric() && c != '%');
    let second = words.get(1).map_or("", |word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    let points = |word: &str| matches!(word, "point" | "points");
    if matches!(head, "pp" | "ppt" | "ppts" | "pps")
        || (matches!(head, "percentage" | "percent" | "%" | "%age") && points(second))
        || (head == "per" && second == "cent" && words.get(2).is_some_and(|word| points(word)))
    {
        return UnitKind::Points;
    }
    if head.starts_with('%')
        || matches!(head, "percent" | "percentage" | "pct" | "percents" | "percentages")
        || (head == "per" && second == "cent")
    {
        return UnitKind::Percent;
    }
    if head == "per" {
        return UnitKind::Rate;
    }
    if TIMES.contains(&head) || ((head == "working" || head == "calendar") && TIMES.contains(&second)) {
        return UnitKind::Time;
    }
    if MEASURED.contains(&head) || (matches!(head, "square" | "cubic") && MEASURED.contains(&second)) {
        return UnitKind::Measured;
    }
    if matches!(head, "grade" | "grades" | "rating" | "ratings") {
        return UnitKind::Grade;
    }
    let alone = words.len() == 1 || matches!(second, "points" | "point" | "score" | "number" | "out" | "of" | "on");
    if matches!(head, "score" | "scores" | "points" | "point" | "ratio")
        || (head == "index" && (alone || words.get(1).is_some_and(|word| word.starts_with('('))))
    {
        return UnitKind::Scale;
    }
    if per_of_many(words) { UnitKind::Rate } else { UnitKind::Counted }
}

/// "children per 10,000", "incidents per child", "visits per head": but not "children per year", which counts children.
fn per_of_many(words: &[&str]) -> bool {
    words.windows(2).any(|pair| matches!(pair, ["per", of] if !PER_TIMES.contains(of)))
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
mod tests {
    use super::*;

    const POUNDS: UnitKind = UnitKind::Money(Money { sign: Some('£'), scale: MoneyScale::Whole });

    fn scaled(scale: MoneyScale) -> UnitKind {
        UnitKind::Money(Money { sign: Some('£'), scale })
    }

    #[test]
    fn r6_what_is_counted_is_asked_of_the_head_of_the_unit() {
        for text in [
            "children",
            "children under 5 years",
            "young people aged 16 to 18 years",
            "children per year",
            "people waiting over 28 days",
            "babies under 4 weeks",
            "pupils at grade 5",
            "index offences",
            "incidents in 12 months",
            "children (percentage of all looked after)",
            "enquiries a month",
            "families earning under £20,000",
            "hundreds of visits",
            "place orders",
            "not stated",
            "",
        ] {
            assert!(Unit::new(text).is_counted(), "{text}: {:?}", Unit::new(text).kind());
        }
    }

    #[test]
    fn amounts_are_read_in_every_spelling() {
        for (text, kind) in [
            ("%", UnitKind::Percent),
            ("% of children", UnitKind::Percent),
            ("per cent", UnitKind::Percent),
            ("Per cent of pupils", UnitKind::Percent),
            ("percent", UnitKind::Percent),
            ("percentage", UnitKind::Percent),
            ("pct of children", UnitKind::Percent),
            ("per 100 children", UnitKind::Rate),
            ("pp", UnitKind::Points),
            ("percentage points", UnitKind::Points),
            ("per cent points", UnitKind::Points),
            ("£", POUNDS),
            ("£ per week", POUNDS),
            ("pounds", POUNDS),
            ("£m", scaled(MoneyScale::Millions)),
            ("£ million", scaled(MoneyScale::Millions)),
            ("million pounds", scaled(MoneyScale::Millions)),
            ("£m a year", scaled(MoneyScale::Millions)),
            ("£000", scaled(MoneyScale::Thousands)),
            ("£000s", scaled(MoneyScale::Thousands)),
            ("£'000", scaled(MoneyScale::Thousands)),
            ("£k", scaled(MoneyScale::Thousands)),
            ("£bn", scaled(MoneyScale::Billions)),
            ("pence", UnitKind::Money(Money { sign: None, scale: MoneyScale::Hundredths })),
            ("€", UnitKind::Money(Money { sign: Some('€'), scale: MoneyScale::Whole })),
            ("months", UnitKind::Time),
            ("days in care", UnitKind::Time),
            ("working days", UnitKind::Time),
            ("hours of support", UnitKind::Time),
            ("tonnes", UnitKind::Measured),
            ("square metres", UnitKind::Measured),
            ("per 10,000 children", UnitKind::Rate),
            ("per child", UnitKind::Rate),
            ("children per 10,000", UnitKind::Rate),
            ("grade", UnitKind::Grade),
            ("index", UnitKind::Scale),
            ("index (2010 = 100)", UnitKind::Scale),
            ("score", UnitKind::Scale),
            ("not stated", UnitKind::NotStated),
        ] {
            assert_eq!(Unit::new(text).kind(), kind, "{text}");
        }
    }

    #[test]
    fn r3_a_unit_may_be_an_average_over_time_already() {
        for (text, per_time) in [
            ("enquiries a month", true),
            ("children per year", true),
            ("£ per week", true),
            ("visits/week", true),
            ("monthly calls", true),
            ("incidents in 12 months", false),
            ("children", false),
            ("per 10,000 children", false),
        ] {
            assert_eq!(Unit::new(text).is_per_time(), per_time, "{text}");
        }
    }
}
