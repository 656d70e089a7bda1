//! Numbers, changes and periods as people write them: 1,234; £1.8m; −15.5%; April to September 2017.
//!
//! Bounds survive in words (R4): "over 60%" never becomes "60%".

use crate::compare::phrases::{AmountUnit, bounded};
use crate::model::{
    Bound, Change, ChangeUnit, Date, Direction, Form, Indicator, Money, MoneyScale, Number, Period, Published, Unit,
    UnitKind, When,
};
use crate::say;
use crate::words::decimals::{computed_decimals, decimals_that_tell, rounded};
use crate::words::letters::folded;
use crate::words::thousands;

const MINUS: char = '\u{2212}';

/// A count in words up to ten, in figures above.
pub fn count(n: usize) -> String {
    say!("number-count", n = n)
}

/// The first letter large.
pub fn sentence_case(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().collect::<String>() + letters.as_str())
}

/// A number with thousands commas, a real minus sign and so many decimals.
pub fn plain(value: f64, decimals: usize) -> String {
    let digits = format!("{:.decimals$}", rounded(value, decimals).abs());
    let (whole, fraction) = digits.split_once('.').map_or((digits.as_str(), None), |(w, f)| (w, Some(f)));
    let grouped = thousands(whole);
    let is_zero = digits.bytes().all(|b| matches!(b, b'0' | b'.'));
    let sign = if value < 0.0 && !is_zero { MINUS.to_string() } else { String::new() };
    fraction.map_or_else(|| format!("{sign}{grouped}"), |fraction| format!("{sign}{grouped}.{fraction}"))
}

/// A computed number: one decimal below a hundred unless it is whole, none above; more where it would read as nothing.
pub fn computed(value: f64) -> String {
    plain(value, computed_decimals(value))
}

/// A computed amount in its unit: "13.5", "£100,000".
pub fn computed_amount(value: f64, unit: &Unit) -> String {
    amount(value, computed_decimals(value), unit)
}

/// A number with its sign, "+" for a rise, and so many decimals, or more where it would read as nothing.
pub fn signed(value: f64, decimals: usize) -> String {
    let text = plain(value, decimals_that_tell(value, decimals, 0.0));
    if value > 0.0 { format!("+{text}") } else { text }
}

/// A computed percentage with its sign and always one decimal, so that two of them are equally exact: "+34.2%", "+5.0%". A stated
/// one keeps the decimals that were printed. What is not nothing, and not everything, never reads as it.
pub fn percent(value: f64) -> String {
    let decimals = decimals_that_tell(value, 1, 0.0).max(decimals_that_tell(value, 1, -100.0));
    say!("number-percent", number = signed(value, decimals))
}

/// A level in its unit, without words for the unit unless they belong to the number: "£1.8m", "62%", "1,234".
pub fn level(number: &Number, unit: &Unit) -> String {
    bounded(number, |value| amount(value, usize::from(number.decimals()), unit))
}

/// Whether the name of an indicator says its unit.
pub fn names_unit(indicator: &Indicator) -> bool {
    folded(&indicator.name).contains(&folded(indicator.unit.as_str()))
}

/// An amount in its unit: money in pounds or euros, per cent, or a plain number.
pub fn amount(value: f64, decimals: usize, unit: &Unit) -> String {
    let text = plain(value, decimals);
    match unit.kind() {
        UnitKind::Percent => say!("number-percent", number = text),
        UnitKind::Money(Money { sign: Some(sign), scale }) => {
            // Adding a minus only where a digit is left keeps "−£0" out.
            let minus = if text.starts_with(MINUS) { MINUS.to_string() } else { String::new() };
            format!("{minus}{sign}{}", money(value.abs(), decimals, scale))
        }
        UnitKind::Counted
        | UnitKind::Points
        | UnitKind::Money(_)
        | UnitKind::Time
        | UnitKind::Measured
        | UnitKind::Rate
        | UnitKind::Scale
        | UnitKind::Grade
        | UnitKind::NotStated => text,
    }
}

/// Money with the factor that its unit has: 1.8 in "£m" is 1.8m, 450 in "£000" is 450,000; whole millions and billions in short
/// where nothing is lost: 1,800,000 is 1.8m.
fn money(value: f64, decimals: usize, scale: MoneyScale) -> String {
    let value = match scale {
        MoneyScale::Billions => return say!("number-billions", number = plain(value, decimals)),
        MoneyScale::Millions => return say!("number-millions", number = plain(value, decimals)),
        MoneyScale::Thousands => return plain(value * 1000.0, decimals.saturating_sub(3)),
        MoneyScale::Whole | MoneyScale::Hundredths => rounded(value, decimals),
    };
    for (size, is_billions) in [(1e9, true), (1e6, false)] {
        // Only where nothing of the number is lost: £1,000,000,005 is not £1bn.
        let hundredth = size / 100.0;
        if value >= size && ((value / hundredth).round() * hundredth - value).abs() < f64::EPSILON {
            let text = plain(value / size, 2);
            let short = text.trim_end_matches('0').trim_end_matches('.');
            return if is_billions {
                say!("number-billions", number = short)
            } else {
                say!("number-millions", number = short)
            };
        }
    }
    plain(value, decimals)
}

/// The amount of a stated change with its bound and its unit.
fn stated_amount(stated: &Change, unit: &Unit) -> String {
    let decimals = usize::from(stated.by.decimals());
    bounded(&stated.by, |value| match stated.unit {
        ChangeUnit::Percent => AmountUnit::Percent.amount(&plain(value, decimals)),
        ChangeUnit::Points => AmountUnit::Points.amount(&plain(value, decimals)),
        // So many per cent more of a share are percentage points.
        ChangeUnit::Unit if unit.is_share() => AmountUnit::Points.amount(&plain(value, decimals)),
        ChangeUnit::Unit => amount(value, decimals, unit),
    })
}

/// A stated change: "−15.5%" where it is exact, "down over 60%" where it has a bound.
pub fn change(change: &Change, unit: &Unit) -> String {
    let amount = stated_amount(change, unit);
    if change.by.bound() == Bound::Exactly {
        let direction = if change.by.value() == 0.0 { Direction::Stable } else { change.direction };
        let sign = match direction {
            Direction::Fell => MINUS.to_string(),
            Direction::Rose => "+".to_owned(),
            Direction::Stable => String::new(),
        };
        return format!("{sign}{amount}");
    }
    match change.direction {
        Direction::Fell => say!("number-down", amount = amount),
        Direction::Rose => say!("number-up", amount = amount),
        Direction::Stable => say!("number-stable-amount", amount = amount),
    }
}

/// A stated change as a phrase: "fell by over 60%".
pub fn change_phrase(stated: &Change, unit: &Unit) -> String {
    let amount = stated_amount(stated, unit);
    match stated.direction {
        Direction::Fell => say!("number-fell-by", amount = amount),
        Direction::Rose => say!("number-rose-by", amount = amount),
        Direction::Stable => say!("number-stable-by", amount = amount),
    }
}

/// A date as written in the UK: "30 September 2017", "September 2017", "2016/17".
pub fn date(date: Date) -> String {
    date.label()
}

/// A period as a phrase that can stand alone: "in 2015", "January to December 2016", "since 1 April 2017",
/// "over 18 months", "period not stated".
pub fn period(period: &Period) -> String {
    period.label()
}

/// The time from before to after, as one phrase, as far as it was published.
pub fn time_between(published: &Published) -> String {
    match published {
        Published::Pair { before, after, over, .. } => {
            if over.is_stated() {
                period(over)
            } else {
                from_to(&before.period, &after.period)
            }
        }
        Published::Change { over, level, .. } => match level {
            Some(_) if !over.is_stated() => say!("period-not-stated").to_owned(),
            _ => period(over),
        },
        Published::Direction { over, .. } => period(over),
        Published::Rating { before, after } => from_to(&before.date, &after.date),
        Published::Part { period: when, .. } => period(when),
        Published::Single(single) => period(&single.period),
        Published::SingleGrade(grade) => period(&grade.date),
        Published::Series { points, .. } => match (points.first(), points.last()) {
            (Some(first), Some(last)) => from_to(&first.period, &last.period),
            _ => say!("period-not-stated").to_owned(),
        },
        Published::Suppressed(remains) => match (remains.before.period(), remains.after.period()) {
            _ if remains.over.is_stated() || remains.form == Form::Change => period(&remains.over),
            (Some(before), Some(after)) => from_to(before, after),
            (Some(one), None) | (None, Some(one)) => period(one),
            (None, None) => period(&remains.over),
        },
    }
}

fn from_to(before: &Period, after: &Period) -> String {
    match (before.is_stated(), after.is_stated()) {
        (false, false) => say!("period-not-stated").to_owned(),
        (true, false) => say!("period-end-not-stated", from = period(before)),
        (false, true) => say!("period-start-not-stated", to = period(after)),
        (true, true) if before == after => period(before),
        // Two counts over a time each are set against each other; two dates have a time between them.
        (true, true) if lasts(before) || lasts(after) => {
            say!("period-against", before = period(before), after = period(after))
        }
        (true, true) => say!("period-from-to", from = period(before), to = period(after)),
    }
}

fn lasts(period: &Period) -> bool {
    matches!(period.when, When::Span(_) | When::Length { .. } | When::Since(_))
}

/// A length of time in whole words: "6 months", "5 years", "18 months".
pub fn months(length: f64) -> String {
    let years = length / 12.0;
    if length >= 24.0 && (years - years.round()).abs() < 0.05 {
        return say!("period-length-in-years", years = plain(years.round(), 0));
    }
    let decimals = usize::from((length - length.round()).abs() > 0.05);
    if (length - 1.0).abs() < 1e-9 {
        say!("number-one-month").to_owned()
    } else {
        say!("number-months", months = plain(length, decimals))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_people_write_them() {
        assert_eq!(plain(1234.0, 0), "1,234");
        assert_eq!(plain(-1_234_567.5, 1), "\u{2212}1,234,567.5");
        assert_eq!(plain(-0.01, 1), "0.0");
        assert_eq!(percent(-19.743_589), "\u{2212}19.7%");
        assert_eq!(percent(140.0), "+140.0%");
        assert_eq!(percent(0.0), "0.0%");
        assert_eq!(percent(-0.04), "\u{2212}0.04%");
        assert_eq!(percent(-0.025), "\u{2212}0.025%");
        assert_eq!(percent(0.00005), "+0.00005%");
        assert_eq!(plain(999_999_999_999_999.0, 0), "999,999,999,999,999");
        assert_eq!(plain(123_456_789_012.345, 3), "123,456,789,012.345");
        assert_eq!(percent(-99.99995), "\u{2212}99.99995%");
        assert_eq!(
            (computed(4.25), computed(2.25), computed(1.0 / 36.0)),
            ("4.3".into(), "2.3".into(), "0.028".into())
        );
        assert_eq!((computed(0.05), computed(13.5), computed(650.4)), ("0.1".into(), "13.5".into(), "650".into()));
        let money = |t: &str| level(&Number::parse(t).unwrap(), &"£".into());
        assert_eq!(money("1800000"), "£1.8m");
        assert_eq!(money("about 20000000"), "about £20m");
        assert_eq!(money("1,820,000"), "£1.82m");
        assert_eq!(money("300000"), "£300,000");
        assert_eq!(money("999999000000000"), "£999,999bn");
        assert_eq!(money("999999999999999"), "£999,999,999,999,999");
        assert_eq!(money("1000000005"), "£1,000,000,005");
    }

    #[test]
    fn two_times_are_told_apart_and_one_time_once() {
        let told = |before: &str, after: &str| from_to(&Period::parse(before).unwrap(), &Period::parse(after).unwrap());
        assert_eq!(told("2016", "2016"), "2016");
        for (before, after) in [("2015", "2017"), ("2015-04/2015-09", "2017-04/2017-09")] {
            let words = told(before, after);
            assert!(words.find("2015").unwrap() < words.find("2017").unwrap(), "{words}");
        }
    }

    #[test]
    fn r4_bounds_survive_in_words() {
        let words = |t: &str| change(&Change::parse(t).unwrap(), &"children".into());
        assert_eq!(words("fell 15.5%"), "\u{2212}15.5%");
        assert_eq!(words("fell over 60%"), "down over 60%");
        assert_eq!(words("rose between 33 and 67%"), "up between 33% and 67%");
        assert_eq!(words("rose nearly 24000"), "up nearly 24,000");
        assert_eq!(change_phrase(&Change::parse("fell over 60%").unwrap(), &Unit::NUMBER), "fell by over 60%");
    }

    #[test]
    fn periods_are_told_at_the_precision_published() {
        let words = |t: &str| period(&Period::parse(t).unwrap());
        assert_eq!(words("2016-01-01/2016-12-31"), "the whole of 2016");
        assert_eq!(words("2017-04-01/2017-09-30"), "April to September 2017");
        assert_eq!(words("since 2017-04-01"), "since 1 April 2017");
        assert_eq!(words("18 months"), "over 18 months");
        assert_eq!(words("3 years to 2017"), "3 years to 2017");
        assert_eq!(words("2009/10/2017/18"), "2009/10 to 2017/18");
        assert_eq!(words("not stated"), "period not stated");
        assert_eq!(words("2017 (implied)"), "2017 (implied)");
    }

    #[test]
    fn whole_years_are_told_in_years_from_two_on() {
        let told = [1.0, 6.0, 12.0, 24.0, 30.0, 60.0].map(months);
        assert_eq!(told, ["1 month", "6 months", "12 months", "2 years", "30 months", "5 years"]);
    }

    #[test]
    fn r2_a_change_beside_a_level_keeps_its_own_time() {
        let of = |over: &str| Published::Change {
            stated: vec![Change::parse("fell 12%").unwrap()],
            over: Period::parse(over).unwrap(),
            level: Some(crate::model::KnownLevel::Before(crate::model::Level {
                number: Number::parse("40").unwrap(),
                period: Period::parse("2015").unwrap(),
            })),
        };
        assert_eq!(time_between(&of("2015/2017")), period(&Period::parse("2015/2017").unwrap()));
        assert_eq!(time_between(&of("not stated")), say!("period-not-stated"));
    }
}
