//! Quarters and halves of a year as people type them, alone or from one to another: `Q1 2016/17`, `2016/17 Q1 to Q3`, `first half of 2017`.
//!
//! The first quarter of a financial year begins in April; that of 2017 begins in January or in April, and both are offered.

use super::dates::{financial_year, long_or_short_year, of_financial_year};
use super::period::{SPAN_SIGNS, capitals};
use crate::model::{Date, Span, name_of_month};

/// Quarters or halves from one to another, each with its year; one alone is both.
pub(super) struct Parts {
    from: (PartOfYear, Year),
    to: (PartOfYear, Year),
}

/// A year as it is typed behind a quarter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Year {
    /// `2017`.
    Plain(i16),
    /// `2016/17`, by its first.
    Financial(i16),
}

impl Year {
    fn read(text: &str) -> Option<Self> {
        let of = of_financial_year(text).unwrap_or(text).trim();
        let plain = || long_or_short_year(text).map(Self::Plain);
        financial_year(of, true).map(Self::Financial).or_else(plain)
    }
}

impl Parts {
    /// `q1 2016/17`, `q1 to q3 2016/17`, `2016/17 q1-q3`, `q2 2015/16 to q1 2016/17`: a year that one of them lacks is the other's.
    pub(super) fn read(text: &str) -> Option<Self> {
        if let Some((part, of)) = PartOfYear::read(text)
            && let Some(of) = Year::read(of)
        {
            return Some(Self { from: (part, of), to: (part, of) });
        }
        SPAN_SIGNS.iter().flat_map(|sign| text.match_indices(sign)).find_map(|(at, sign)| {
            let (first, last) = (text.get(..at)?.trim(), text.get(at + sign.len()..)?.trim());
            let ((from, of_from), (to, of_to)) = (PartOfYear::read(first)?, PartOfYear::read(last)?);
            let of = |own: &str, others: &str| Year::read(if own.is_empty() { others } else { own });
            Some(Self { from: (from, of(of_from, of_to)?), to: (to, of(of_to, of_from)?) })
        })
    }

    /// The months of financial years; `None` where a year may be another.
    pub(super) fn of_financial_years(&self) -> Option<Span> {
        let (Year::Financial(first), Year::Financial(last)) = (self.from.1, self.to.1) else { return None };
        let month =
            |year: i16, nth: i8| if nth > 9 { Date::Month(year + 1, nth - 9) } else { Date::Month(year, nth + 3) };
        Some(Span { from: month(first, self.from.0.months().0), to: month(last, self.to.0.months().1) })
    }

    /// The two meanings of plain years, in words; `None` where the years are not plain.
    pub(super) fn meanings(&self, since: &str) -> Option<[String; 2]> {
        let (Year::Plain(first), Year::Plain(last)) = (self.from.1, self.to.1) else { return None };
        let (from, to) = (self.from.0, self.to.0);
        let month = |month: i8| capitals(name_of_month(month).get(..3).unwrap_or_default());
        let (begin, end) = (month(from.months().0), month(to.months().1));
        let financial = |year: i16| format!("{year}/{:02}", (year + 1) % 100);
        let calendar = if first == last {
            format!("{begin}\u{2013}{end} {last}")
        } else {
            format!("{begin} {first}\u{2013}{end} {last}")
        };
        Some(match (since.is_empty(), (from, first) == (to, last)) {
            (false, _) => [format!("{since}{begin} {first}"), format!("{since}{} {}", from.sign(), financial(first))],
            (true, true) => [calendar, format!("{} {}", to.sign(), financial(last))],
            (true, false) => {
                [calendar, format!("{} {}\u{2013}{} {}", from.sign(), financial(first), to.sign(), financial(last))]
            }
        })
    }
}

/// A quarter or a half of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct PartOfYear {
    /// Which of them, from 1.
    nth: i8,
    /// How many there are.
    of: i8,
}

impl PartOfYear {
    /// `q1 2017` and `2017 q1` are the first of four and `2017`; `q1` is of nothing.
    fn read(text: &str) -> Option<(Self, &str)> {
        const NTH: [&str; 4] = ["first", "second", "third", "fourth"];
        let kinds = [("q", 4), ("quarter ", 4), ("qtr ", 4), ("h", 2), ("half ", 2)];
        let signs = kinds.into_iter().flat_map(|(sign, of)| (1..=of).map(move |nth| (format!("{sign}{nth}"), nth, of)));
        let named = [("quarter", 4), ("half", 2)]
            .into_iter()
            .flat_map(|(word, of)| (1..).zip(NTH).take(of).map(move |(nth, name)| (format!("{name} {word}"), nth, of)));
        let named = named.filter_map(|(words, nth, of)| Some((words, nth, i8::try_from(of).ok()?)));
        signs.chain(named).find_map(|(sign, nth, of)| {
            let alone = || (text == sign).then_some("");
            let before = || text.strip_prefix(sign.as_str())?.strip_prefix([' ', ',', '/', '-']);
            let behind = || text.strip_suffix(sign.as_str())?.strip_suffix([' ', ',', '/', '-']);
            let rest = alone().or_else(before).or_else(behind)?.trim();
            let rest = rest.strip_prefix("of ").unwrap_or(rest).trim_end_matches(',');
            Some((Self { nth, of }, rest.trim_end()))
        })
    }

    /// `Q1`, `H2`.
    fn sign(self) -> String {
        format!("{}{}", if self.of == 4 { 'Q' } else { 'H' }, self.nth)
    }

    /// Its first and last month in a year that begins with its first.
    fn months(self) -> (i8, i8) {
        let length = 12 / self.of;
        ((self.nth - 1) * length + 1, self.nth * length)
    }
}
