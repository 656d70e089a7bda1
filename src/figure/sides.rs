//! The two sides of a published account as they stand in the columns of the table.
//!
//! A bound stands in a column of its own beside a number; where there are words in place of a number they hold it.

use crate::compare::phrases::bounded;
use crate::compare::suppression::instead_of_a_number;
use crate::model::{
    Form, Framework, Grade, Indicator, KnownLevel, Level, Number, Period, PointValue, Published, Remains, Remnant,
    SeriesPoint, When,
};

use super::{alt_text, suppressed};

/// The two sides of a published account.
#[derive(Default)]
pub struct Sides {
    /// The level before.
    pub before: Option<Number>,
    /// Words in place of a number before.
    pub before_text: String,
    /// When the level before was counted.
    pub before_period: Option<Period>,
    /// The level after, or the one level.
    pub after: Option<Number>,
    /// Words in place of a number after.
    pub after_text: String,
    /// When the level after was counted.
    pub after_period: Option<Period>,
    /// The time between, as stated.
    pub over: Option<Period>,
    /// The framework of grades.
    pub framework: String,
}

impl Sides {
    /// One date of a series, as the level after, or the reason why there is none (R14).
    pub fn of_point(point: &SeriesPoint) -> Self {
        let (after, after_text) = match point.value {
            PointValue::Known(number) => (Some(number), String::new()),
            PointValue::Missing(reason) => (None, reason.label().to_owned()),
        };
        Self { after, after_text, after_period: Some(point.period.clone()), ..Self::default() }
    }
}

/// The time between is stated once for a change or a direction: it stands as the period after, the end that was reached.
pub fn sides(published: &Published, indicator: &Indicator) -> Sides {
    let mut sides = Sides::default();
    match published {
        Published::Pair { before, after, over, .. } => {
            fill_before(&mut sides, before);
            fill_after(&mut sides, after);
            // A bare length between two undated levels ("over the last 18 months") belongs to the way to the second; a span of dates
            // is when neither of them was counted.
            if is_a_length(over) && !after.period.is_stated() {
                sides.after_period = Some(over.clone());
            }
            sides.over = Some(over.clone());
        }
        Published::Change { over, level, .. } => {
            sides.before_period = Some(Period::not_stated());
            sides.after_period = Some(over.clone());
            match level {
                Some(KnownLevel::Before(level)) => fill_before(&mut sides, level),
                Some(KnownLevel::After(level)) => {
                    fill_after(&mut sides, level);
                    if !level.period.is_stated() {
                        sides.after_period = Some(over.clone());
                    }
                }
                None => {}
            }
            sides.over = Some(over.clone());
        }
        Published::Direction { over, .. } => {
            sides.before_period = Some(Period::not_stated());
            sides.after_period = Some(over.clone());
            sides.over = Some(over.clone());
        }
        Published::Rating { before, after } => {
            sides.before_text.clone_from(&before.grade);
            sides.before_period = Some(before.date.clone());
            sides.after_text.clone_from(&after.grade);
            sides.after_period = Some(after.date.clone());
            sides.framework = if before.framework == after.framework {
                Framework::text(after.framework.as_ref()).to_owned()
            } else {
                let name = |grade: &Grade| Framework::text(grade.framework.as_ref()).to_owned();
                format!("{}; {}", name(before), name(after))
            };
        }
        Published::Part { count, of, share, period } => {
            // A share is in per cent, whatever the unit of the indicator: it is never a bare number under that unit.
            match (count, of, share) {
                (Some(count), None, None) => sides.after = Some(*count),
                (None, None, Some(share)) if indicator.is_share() => sides.after = Some(*share),
                (count, of, share) => {
                    let share =
                        share.map(|share| bounded(&share, |s| format!("{s:.*}%", usize::from(share.decimals()))));
                    sides.after_text = alt_text::part_of(count.as_ref().map(whole), of.as_ref().map(whole), share);
                }
            }
            sides.after_period = Some(period.clone());
        }
        Published::Suppressed(remains) => fill_remains(&mut sides, remains),
        Published::Single(level) => fill_after(&mut sides, level),
        Published::SingleGrade(grade) => {
            sides.after_text.clone_from(&grade.grade);
            sides.after_period = Some(grade.date.clone());
            Framework::text(grade.framework.as_ref()).clone_into(&mut sides.framework);
        }
        Published::Series { points, .. } => {
            sides = points.last().map(Sides::of_point).unwrap_or_default();
            let first = points.first().map(Sides::of_point).unwrap_or_default();
            (sides.before, sides.before_text, sides.before_period) =
                (first.after, first.after_text, first.after_period);
        }
    }
    sides
}

/// What is left where small counts are suppressed; the word stands in place of what was taken out.
fn fill_remains(sides: &mut Sides, remains: &Remains) {
    let word = |end: &Remnant| if end.is_suppressed() { instead_of_a_number().to_owned() } else { String::new() };
    sides.before = remains.before.level().map(|level| level.number);
    sides.before_text = word(&remains.before);
    sides.before_period = remains.before.period().cloned();
    sides.after = remains.after.level().map(|level| level.number);
    sides.after_text = if remains.form == Form::Part { suppressed::part(remains) } else { word(&remains.after) };
    sides.after_period = remains.after.period().cloned();
    if matches!(remains.form, Form::Pair | Form::Change) {
        // As for any change, the time between stands as the period after where no other is stated.
        let is_pair = remains.form == Form::Pair && !is_a_length(&remains.over);
        let own = remains.after.period().filter(|own| own.is_stated() || is_pair);
        sides.after_period = Some(own.unwrap_or(&remains.over).clone());
        sides.before_period.get_or_insert_with(Period::not_stated);
        sides.over = Some(remains.over.clone());
    }
}

/// Whether it is a time between without two dates of its own.
fn is_a_length(over: &Period) -> bool {
    matches!(over.when, When::Length { .. } | When::Since(_))
}

fn fill_before(sides: &mut Sides, level: &Level) {
    sides.before = Some(level.number);
    sides.before_period = Some(level.period.clone());
}

fn fill_after(sides: &mut Sides, level: &Level) {
    sides.after = Some(level.number);
    sides.after_period = Some(level.period.clone());
}

/// The whole of which a part was published, with its bound.
fn whole(number: &Number) -> String {
    bounded(number, |value| format!("{value:.*}", usize::from(number.decimals())))
}
