//! Cells of the table as the window shows them. A table that is saved holds the same few words in every language, because scripts
//! read them; on screen they are the edition's.

use crate::model::Direction;
use crate::say;

/// What a cell of this column that holds one of its fixed words says on screen; `None` where its text is shown as it is.
pub(super) fn in_words(column: &str, text: &str) -> Option<&'static str> {
    Some(match (column, text) {
        ("measure", "flow") => say!("model-measure-flow"),
        ("measure", "stock") => say!("model-measure-stock"),
        ("measure", "rate") => say!("model-measure-rate"),
        ("measure", "average") => say!("model-measure-average"),
        ("measure", "share") => say!("model-measure-share"),
        ("measure", "rating") => say!("model-measure-rating"),
        ("measure", "not stated") => say!("model-measure-not-stated"),
        ("polarity", "lower is better") => say!("model-polarity-lower"),
        ("polarity", "higher is better") => say!("model-polarity-higher"),
        ("polarity", "neither") => say!("model-polarity-neither"),
        ("role", "outcome") => say!("model-role-outcome"),
        ("role", "estimate") => say!("model-role-estimate"),
        ("role", "target") => say!("model-role-target"),
        ("role", "plan") => say!("model-role-plan"),
        ("role", "context") => say!("model-role-context"),
        ("form", "pair") => say!("model-form-pair-word"),
        ("form", "change") => say!("model-form-change-word"),
        ("form", "direction") => say!("model-form-direction-word"),
        ("form", "rating") => say!("model-form-rating-word"),
        ("form", "part") => say!("model-form-part-word"),
        ("form", "single") => say!("model-form-single-word"),
        ("form", "series") => say!("model-form-series-word"),
        ("stated_change_unit", "percentage points") => say!("number-percentage-points"),
        ("before_bound" | "after_bound" | "change_bound" | "computed_bound", bound) => return bound_in_words(bound),
        ("direction", way) => {
            let all = [Direction::Fell, Direction::Rose, Direction::Stable];
            crate::compare::phrases::direction(all.into_iter().find(|direction| direction.word() == way)?)
        }
        _ => return None,
    })
}

fn bound_in_words(bound: &str) -> Option<&'static str> {
    Some(match bound {
        "exactly" => say!("table-bound-exactly"),
        "about" => say!("table-bound-about"),
        "over" => say!("table-bound-over"),
        "at least" => say!("table-bound-at-least"),
        "nearly" => say!("table-bound-nearly"),
        "under" => say!("table-bound-under"),
        "up to" => say!("table-bound-up-to"),
        "between" => say!("table-bound-between"),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Bound, Form, Measure, Polarity, Role};

    #[test]
    fn each_fixed_word_of_a_cell_has_one_on_screen() {
        let measures = [
            Measure::Flow,
            Measure::Stock,
            Measure::Rate,
            Measure::Average,
            Measure::Share,
            Measure::Rating,
            Measure::NotStated,
        ];
        let polarities = [Polarity::LowerIsBetter, Polarity::HigherIsBetter, Polarity::Neither];
        let all = measures.map(|measure| ("measure", measure.word())).into_iter();
        let all = all.chain(polarities.map(|polarity| ("polarity", polarity.word())));
        let all =
            all.chain(Role::ALL.map(|role| ("role", role.word()))).chain(Form::ALL.map(|form| ("form", form.word())));
        for (column, word) in all.chain(Bound::ALL.map(|bound| ("after_bound", bound.word()))) {
            assert_eq!(in_words(column, word), Some(word), "the English on screen is the word in the file");
        }
        assert_eq!(in_words("council", "flow"), None);
    }
}
