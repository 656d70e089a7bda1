//! Cells of the table as the window shows them. A table that is saved holds the same few words in every language, because scripts
//! read them; on screen they are the edition's.

use crate::compare::phrases;
use crate::model::{Bound, Direction, Form, Measure, Polarity, Role};
use crate::say;

/// The unit of a change stated in points, as a table that is saved writes it.
pub(super) const PERCENTAGE_POINTS: &str = "percentage points";

/// Which of these a table that is saved writes so.
fn meant<T: Copy, const N: usize>(all: [T; N], word: fn(T) -> &'static str, text: &str) -> Option<T> {
    all.into_iter().find(|one| word(*one) == text)
}

/// A keyword of it on screen; `None` of any other text.
pub(super) fn measure(text: &str) -> Option<&'static str> {
    Some(match meant(Measure::ALL, Measure::keyword, text)? {
        Measure::Flow => say!("model-measure-flow"),
        Measure::Stock => say!("model-measure-stock"),
        Measure::Rate => say!("model-measure-rate"),
        Measure::Average => say!("model-measure-average"),
        Measure::Share => say!("model-measure-share"),
        Measure::Rating => say!("model-measure-rating"),
        Measure::NotStated => say!("model-measure-not-stated"),
    })
}

/// A keyword of it on screen; `None` of any other text.
pub(super) fn polarity(text: &str) -> Option<&'static str> {
    Some(match meant(Polarity::ALL, Polarity::keyword, text)? {
        Polarity::LowerIsBetter => say!("model-polarity-lower"),
        Polarity::HigherIsBetter => say!("model-polarity-higher"),
        Polarity::Neither => say!("model-polarity-neither"),
    })
}

/// A keyword of it on screen; `None` of any other text.
pub(super) fn form(text: &str) -> Option<&'static str> {
    Some(match meant(Form::ALL, Form::keyword, text)? {
        Form::Pair => say!("model-form-pair-word"),
        Form::Change => say!("model-form-change-word"),
        Form::Direction => say!("model-form-direction-word"),
        Form::Rating => say!("model-form-rating-word"),
        Form::Part => say!("model-form-part-word"),
        Form::Single => say!("model-form-single-word"),
        Form::Series => say!("model-form-series-word"),
    })
}

/// A keyword of it on screen; `None` of any other text.
pub(super) fn bound(text: &str) -> Option<&'static str> {
    meant(Bound::ALL, Bound::keyword, text).map(Bound::label)
}

/// A keyword of it on screen; `None` of any other text.
pub(super) fn role(text: &str) -> Option<&'static str> {
    meant(Role::ALL, Role::keyword, text).map(Role::label)
}

/// A keyword of it on screen; `None` of any other text.
pub(super) fn direction(text: &str) -> Option<&'static str> {
    meant(Direction::ALL, Direction::keyword, text).map(phrases::direction)
}

/// The unit of a change on screen, where it is no unit of an indicator.
pub(super) fn change_unit(text: &str) -> Option<&'static str> {
    (text == PERCENTAGE_POINTS).then(|| say!("number-percentage-points"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_fixed_word_of_a_cell_has_one_on_screen() {
        fn same(words: impl IntoIterator<Item = &'static str>, on_screen: fn(&str) -> Option<&'static str>) {
            for word in words {
                assert_eq!(on_screen(word), Some(word), "the English on screen is the word in the file");
            }
        }
        same(Polarity::ALL.map(Polarity::keyword), polarity);
        same(Direction::ALL.map(Direction::keyword), direction);
        same(Role::ALL.map(Role::keyword), role);
        same(Bound::ALL.map(Bound::keyword), bound);
        same([PERCENTAGE_POINTS], change_unit);
        // People read these in other words than files hold.
        assert!(Measure::ALL.into_iter().all(|it| measure(it.keyword()).is_some_and(|words| !words.is_empty())));
        assert!(Form::ALL.into_iter().all(|it| form(it.keyword()).is_some_and(|words| !words.is_empty())));
        assert_eq!(role("flow"), None);
    }
}
