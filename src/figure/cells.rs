//! Cells of the table as the window shows them. A table that is saved holds the same few words in every language, because scripts
//! read them; on screen they are the edition's.

use crate::compare::phrases;
use crate::model::{Bound, Direction, Form, Measure, Polarity, Role};
use crate::say;

/// The unit of a change stated in points, as a table that is saved writes it.
pub(super) const PERCENTAGE_POINTS: &str = "percentage points";

/// What a cell of this column that holds one of its fixed words says on screen; `None` where its text is shown as it is.
pub(super) fn in_words(column: &str, text: &str) -> Option<&'static str> {
    match column {
        "measure" => meant(Measure::ALL, Measure::keyword, text).map(measure),
        "polarity" => meant(Polarity::ALL, Polarity::keyword, text).map(polarity),
        "role" => meant(Role::ALL, Role::keyword, text).map(Role::label),
        "form" => meant(Form::ALL, Form::keyword, text).map(form),
        "direction" => meant(Direction::ALL, Direction::keyword, text).map(phrases::direction),
        "stated_change_unit" => (text == PERCENTAGE_POINTS).then(|| say!("number-percentage-points")),
        "before_bound" | "after_bound" | "change_bound" | "computed_bound" => {
            meant(Bound::ALL, Bound::keyword, text).map(bound)
        }
        _ => None,
    }
}

/// Which of these a table that is saved writes so.
fn meant<T: Copy, const N: usize>(all: [T; N], word: fn(T) -> &'static str, text: &str) -> Option<T> {
    all.into_iter().find(|one| word(*one) == text)
}

fn measure(measure: Measure) -> &'static str {
    match measure {
        Measure::Flow => say!("model-measure-flow"),
        Measure::Stock => say!("model-measure-stock"),
        Measure::Rate => say!("model-measure-rate"),
        Measure::Average => say!("model-measure-average"),
        Measure::Share => say!("model-measure-share"),
        Measure::Rating => say!("model-measure-rating"),
        Measure::NotStated => say!("model-measure-not-stated"),
    }
}

fn polarity(polarity: Polarity) -> &'static str {
    match polarity {
        Polarity::LowerIsBetter => say!("model-polarity-lower"),
        Polarity::HigherIsBetter => say!("model-polarity-higher"),
        Polarity::Neither => say!("model-polarity-neither"),
    }
}

fn form(form: Form) -> &'static str {
    match form {
        Form::Pair => say!("model-form-pair-word"),
        Form::Change => say!("model-form-change-word"),
        Form::Direction => say!("model-form-direction-word"),
        Form::Rating => say!("model-form-rating-word"),
        Form::Part => say!("model-form-part-word"),
        Form::Single => say!("model-form-single-word"),
        Form::Series => say!("model-form-series-word"),
    }
}

fn bound(bound: Bound) -> &'static str {
    match bound {
        Bound::Exactly => say!("table-bound-exactly"),
        Bound::About => say!("table-bound-about"),
        Bound::Over => say!("table-bound-over"),
        Bound::AtLeast => say!("table-bound-at-least"),
        Bound::Nearly => say!("table-bound-nearly"),
        Bound::Under => say!("table-bound-under"),
        Bound::UpTo => say!("table-bound-up-to"),
        Bound::Between => say!("table-bound-between"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_fixed_word_of_a_cell_has_one_on_screen() {
        let all = Measure::ALL.map(|measure| ("measure", measure.keyword())).into_iter();
        let all = all.chain(Polarity::ALL.map(|polarity| ("polarity", polarity.keyword())));
        let all = all.chain(Direction::ALL.map(|direction| ("direction", direction.keyword())));
        let all = all.chain([("stated_change_unit", PERCENTAGE_POINTS)]);
        let all = all
            .chain(Role::ALL.map(|role| ("role", role.keyword())))
            .chain(Form::ALL.map(|form| ("form", form.keyword())));
        for (column, word) in all.chain(Bound::ALL.map(|bound| ("after_bound", bound.keyword()))) {
            assert_eq!(in_words(column, word), Some(word), "the English on screen is the word in the file");
        }
        assert_eq!(in_words("council", "flow"), None);
    }
}
