//! Whether figures that one source prints together can all be right: a part and its share, two changes of one thing, a fall
//! and the level it fell from (R5).
//!
//! Definition: interval arithmetic, as in [`super::reconciliation`], which asks the same of two levels and a change. Whole
//! counts are exact; every other number is known to half of its last printed digit. Values within the bounds fit. No source
//! gives the convention. A whole of zero gives no share; infinite ends count as very large, so that nothing is NaN.

use super::reconciliation::{possible_change, possible_count, widened};
use crate::model::{Change, ChangeUnit, Indicator, Interval, KnownLevel, Number, UnitKind};

/// An end that the words leave open.
const OPEN: f64 = 1e18;

/// Whether `count` of `of` can be the printed share in per cent.
///
/// ```
/// use sidebyside::{compare::agreement::part_fits, model::Number};
/// let fits = |share| {
///     let number = |text| Number::parse(text).unwrap();
///     part_fits(&number("28"), &number("44"), &number(share))
/// };
/// assert!(fits("64") && fits("63.6") && fits("over 60"));
/// assert!(!fits("70"));
/// ```
pub fn part_fits(count: &Number, of: &Number, share: &Number) -> bool {
    let (cases, all) = (not_negative(possible_count(count)), not_negative(possible_count(of)));
    if all.high <= 0.0 {
        return true;
    }
    let least_base = if all.low > 0.0 { cases.high / all.low * 100.0 } else { OPEN };
    widened(closed(share.possible())).meets(Interval { low: cases.low / all.high * 100.0, high: least_base })
}

/// The first two of the changes that can't both be right, by their places in the list; `None` where all can.
pub fn contradiction(indicator: &Indicator, stated: &[Change], level: Option<&KnownLevel>) -> Option<(usize, usize)> {
    let told = |change: &Change| change.unit != ChangeUnit::Points || indicator.is_share();
    let pairs = (0..stated.len()).flat_map(|first| (first + 1..stated.len()).map(move |second| (first, second)));
    pairs
        .filter_map(|(first, second)| Some((first, second, stated.get(first)?, stated.get(second)?)))
        .find(|(_, _, one, other)| told(one) && told(other) && !both_can_be(indicator, one, other, level))
        .map(|(first, second, ..)| (first, second))
}

fn both_can_be(indicator: &Indicator, one: &Change, other: &Change, level: Option<&KnownLevel>) -> bool {
    let (a, b) = (closed(possible_change(one)), closed(possible_change(other)));
    let in_percent = |change: &Change| change.unit == ChangeUnit::Percent;
    if in_percent(one) == in_percent(other) {
        return widened(a).meets(b);
    }
    // Rounding may leave nothing of a small change, but it never turns one round.
    if (a.low > 0.0 && b.high < 0.0) || (a.high < 0.0 && b.low > 0.0) {
        return false;
    }
    let (percent, amount) = if in_percent(one) { (a, b) } else { (b, a) };
    level.and_then(|level| percent_of(indicator, amount, level)).is_none_or(|given| widened(percent).meets(given))
}

/// An amount as a change in per cent of the one published level; `None` where the base may be zero or less.
fn percent_of(indicator: &Indicator, amount: Interval, level: &KnownLevel) -> Option<Interval> {
    let corners = match level {
        KnownLevel::Before(known) => {
            let base = closed(level_of(indicator, &known.number));
            [(amount.low, base.low), (amount.low, base.high), (amount.high, base.low), (amount.high, base.high)]
        }
        KnownLevel::After(known) => {
            let after = closed(level_of(indicator, &known.number));
            [(amount.low, after.low), (amount.low, after.high), (amount.high, after.low), (amount.high, after.high)]
                .map(|(amount, after)| (amount, after - amount))
        }
    };
    if corners.iter().any(|(_, base)| *base <= 0.0) {
        return None;
    }
    let percent = corners.map(|(amount, base)| amount / base * 100.0);
    Some(Interval {
        low: percent.iter().copied().fold(f64::INFINITY, f64::min),
        high: percent.iter().copied().fold(f64::NEG_INFINITY, f64::max),
    })
}

/// Whether a change implies a level below zero where none can be: a fall of more than 100% or of 30 from 20; a rise of 30
/// to 20. Money and scores may be below zero.
pub fn goes_below_zero(indicator: &Indicator, change: &Change, level: Option<&KnownLevel>) -> bool {
    if matches!(indicator.unit.kind(), UnitKind::Money(_) | UnitKind::Scale) {
        return false;
    }
    let by = change.by.possible();
    let falls = change.direction.sign() < 0.0;
    match change.unit {
        ChangeUnit::Percent => {
            let more_than_all = by.low > 100.0 || (change.by.bound().leaves_out_low() && by.low >= 100.0);
            falls && more_than_all
        }
        ChangeUnit::Points if !indicator.is_share() => false,
        ChangeUnit::Points | ChangeUnit::Unit => {
            let least = if indicator.unit.is_counted() { possible_count(&change.by).low } else { by.low };
            match level {
                Some(KnownLevel::Before(known)) if falls => level_of(indicator, &known.number).high < least,
                Some(KnownLevel::After(known)) if !falls => level_of(indicator, &known.number).high < least,
                _ => indicator.is_share() && least > 100.0,
            }
        }
    }
}

/// What a level may be.
fn level_of(indicator: &Indicator, number: &Number) -> Interval {
    if indicator.unit.is_counted() { possible_count(number) } else { number.possible() }
}

fn not_negative(interval: Interval) -> Interval {
    Interval { low: interval.low.max(0.0), high: interval.high }
}

fn closed(interval: Interval) -> Interval {
    Interval { low: interval.low.max(-OPEN), high: interval.high.min(OPEN) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::examples::{indicator, level, stock};
    use crate::model::Measure;

    fn changes(texts: &[&str]) -> Vec<Change> {
        texts.iter().map(|text| Change::parse(text).unwrap()).collect()
    }

    fn before(number: &str) -> KnownLevel {
        KnownLevel::Before(level((number, "2016")))
    }

    fn after(number: &str) -> KnownLevel {
        KnownLevel::After(level((number, "2016")))
    }

    #[test]
    fn r5_a_part_and_its_share_fit_within_rounding_and_bounds() {
        for (count, of, share, fits) in [
            ("28", "44", "70", false),
            ("28", "44", "63", false),
            ("28", "44", "64", true),
            ("28", "44", "63.6", true),
            ("28", "44", "63.7", false),
            ("28", "44", "about 60", true),
            ("28", "44", "over 64", false),
            ("over 28", "44", "70", true),
            ("over 28", "44", "60", false),
            ("28", "over 44", "60", true),
            ("28", "over 44", "70", false),
            ("0", "44", "0", true),
            ("0", "0", "50", true),
            ("1,200", "2,000", "60", true),
            ("about 1,200", "2,000", "64", true),
        ] {
            let number = |text| Number::parse(text).unwrap();
            assert_eq!(part_fits(&number(count), &number(of), &number(share)), fits, "{count} of {of}, {share}%");
        }
    }

    #[test]
    fn r5_two_changes_of_one_thing_contradict_in_sign_or_size() {
        for (stated, known, contradict) in [
            (["fell 12%", "rose 5"], None, true),
            (["rose 12%", "fell over 5"], None, true),
            (["fell 12%", "fell 5"], None, false),
            (["fell 0%", "rose 1"], None, false),
            (["fell 12%", "fell 15%"], None, true),
            (["fell 12%", "fell about 13%"], None, false),
            (["fell over 12%", "fell 15%"], None, false),
            (["fell 12%", "rose 3 pp"], None, false),
            (["fell 12%", "fell 12"], Some(before("100")), false),
            (["fell 12%", "fell 20"], Some(before("100")), true),
            (["fell 12%", "fell over 20"], Some(before("100")), true),
            (["fell over 12%", "fell 20"], Some(before("100")), false),
            (["fell 20%", "fell 25"], Some(after("100")), false),
            (["fell 25%", "fell 25"], Some(after("100")), true),
            (["rose 50%", "rose 50"], Some(after("100")), true),
            (["rose 100%", "rose 50"], Some(after("100")), false),
            (["rose 100%", "rose 50"], Some(before("0")), false),
            (["rose 100%", "rose 150"], Some(after("100")), false),
        ] {
            let found = contradiction(&stock(), &changes(&stated), known.as_ref());
            assert_eq!(found, contradict.then_some((0, 1)), "{stated:?} {known:?}");
        }
        let share = indicator(Measure::Share, "%");
        assert!(contradiction(&share, &changes(&["fell 12%", "rose 3 pp"]), None).is_some());
        assert!(contradiction(&share, &changes(&["fell 10%", "fell 4 pp"]), Some(&before("40"))).is_none());
        assert!(contradiction(&share, &changes(&["fell 20%", "fell 4 pp"]), Some(&before("40"))).is_some());
    }

    #[test]
    fn r5_nothing_falls_by_more_than_all() {
        for (stated, known, below) in [
            ("fell 150%", None, true),
            ("fell over 100%", None, true),
            ("fell at least 100%", None, false),
            ("fell 100%", None, false),
            ("fell up to 150%", None, false),
            ("rose 150%", None, false),
            ("fell 30", Some(before("20")), true),
            ("fell 30", Some(before("over 20")), false),
            ("fell over 20", Some(before("20")), false),
            ("fell 20", Some(before("20")), false),
            ("fell 30", Some(after("20")), false),
            ("rose 30", Some(after("20")), true),
            ("rose 30", Some(before("20")), false),
            ("fell 120 pp", None, false),
        ] {
            let change = Change::parse(stated).unwrap();
            assert_eq!(goes_below_zero(&stock(), &change, known.as_ref()), below, "{stated} {known:?}");
        }
        let of = |unit: &'static str, measure, text| {
            goes_below_zero(&indicator(measure, unit), &Change::parse(text).unwrap(), None)
        };
        assert!(!of("£", Measure::Stock, "fell 150%"), "a surplus may turn into a deficit");
        assert!(!of("score", Measure::Average, "fell 150%"));
        assert!(of("per 10,000 children", Measure::Rate, "fell 150%"));
        assert!(of("%", Measure::Share, "fell 120 pp") && of("%", Measure::Share, "rose 120 pp"));
    }

    #[test]
    fn r5_a_share_of_a_half_fits_when_rounded_up_or_down() {
        let number = |text| Number::parse(text).unwrap();
        for (share, fits) in [("12", true), ("13", true), ("12.5", true), ("11", false), ("14", false)] {
            assert_eq!(part_fits(&number("5"), &number("40"), &number(share)), fits, "5 of 40, {share}%");
        }
        // 70 of 1,000 are 7%, although no binary fraction is.
        assert!(part_fits(&number("70"), &number("1,000"), &number("7")));
    }
}
