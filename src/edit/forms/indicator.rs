//! How an indicator is counted, and whether that is said yet.

use crate::edit::typed::NOT_STATED;
use crate::model::{Dataset, Indicator, IndicatorId, Measure, OutcomeId};
use crate::say;

/// Units that are offered with one click.
pub fn units() -> [&'static str; 6] {
    [
        say!("indicator-form-unit-children"),
        say!("indicator-form-unit-people"),
        "%",
        say!("indicator-form-unit-rate"),
        "£",
        say!("indicator-form-unit-days"),
    ]
}

/// Whether unit and measure are still asked for where the indicator is used.
pub fn is_unfinished(indicator: &Indicator) -> bool {
    (indicator.measure == Measure::NotStated && indicator.definition.is_empty()) || indicator.unit.is_blank()
}

/// How an indicator is counted and in what, in a sentence: "Counted on a day, in children.", "A grade given by an inspector."
pub fn counted_words(indicator: &Indicator) -> String {
    let unit = indicator.unit.as_str();
    let kind = match unit {
        "" | NOT_STATED => "none",
        "%" => "percent",
        rate if rate.starts_with("per ") => "rate",
        _ => "other",
    };
    let measure = match indicator.measure {
        Measure::Rating => return say!("outcome-form-counted.grade").to_owned(),
        Measure::Flow => "flow",
        Measure::Stock => "stock",
        Measure::Rate => "rate",
        Measure::Average => "average",
        Measure::Share => "share",
        Measure::NotStated => "not-stated",
    };
    say!("outcome-form-counted", measure = measure, kind = kind, unit = unit)
}

/// Whether other outcomes than this one are counted by an indicator.
pub fn is_shared(dataset: &Dataset, indicator: &IndicatorId, by: &OutcomeId) -> bool {
    dataset.outcomes().any(|located| located.indicator.id == *indicator && located.outcome.id != *by)
}
