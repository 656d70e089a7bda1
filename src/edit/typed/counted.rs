//! What a figure counts, as a person may write it behind a number: `52 enquiries`, `60%`, `£1.8m`, `62 per 10,000`.
//!
//! A number is kept without its unit, because the indicator has it. So a unit that is typed with a number is taken only where it
//! says what the indicator says already; anything else would be lost without a word, and is refused. It knows no synonyms.

use super::TypedError;
use super::number::{TypedUnit, number_text};
use crate::model::{Dataset, Indicator, Measure, Money, Number, Outcome, Unit, UnitKind};
use crate::say;

/// What is counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CountedPhrase {
    /// The unit of the indicator; empty while it has none.
    unit: Unit,
    /// Words that may stand behind a number besides the unit, in small letters.
    words: Vec<String>,
    /// Whether it is a grade, which decides what a single one is.
    is_graded: bool,
    /// Whether it is counted on a day, so that two levels have a date each.
    is_dated: bool,
}

impl CountedPhrase {
    /// What this indicator counts.
    pub fn of(indicator: &Indicator) -> Self {
        let words = words(&format!("{} {} {}", indicator.unit, indicator.name, indicator.concept));
        let is_dated = match indicator.measure {
            Measure::Stock | Measure::Rate | Measure::Average | Measure::Share => true,
            Measure::Flow | Measure::Rating | Measure::NotStated => false,
        };
        Self { unit: indicator.unit.clone(), words, is_graded: indicator.measure == Measure::Rating, is_dated }
    }

    /// What an outcome counts; nothing in particular where the dataset does not have its indicator.
    pub fn of_outcome(dataset: &Dataset, outcome: &Outcome) -> Self {
        dataset.indicator(&outcome.indicator).map_or_else(Self::default, Self::of)
    }

    /// So many of the same, without a unit: those who were counted, or the parts of a whole. The words are those of `who`, of
    /// this, and of people in general.
    #[must_use]
    pub fn heads(&self, who: &str) -> Self {
        let mut all = words("people persons children families clients cases");
        all.extend(words(who));
        all.extend(self.words.iter().cloned());
        Self { unit: Unit::NUMBER, words: all, is_graded: false, is_dated: false }
    }

    /// Per cent of it.
    pub fn share() -> Self {
        Self { unit: Unit::PERCENT, words: Vec::new(), is_graded: false, is_dated: false }
    }

    /// A text without the words at its beginning that only name what is counted; `None` where there are none, or nothing else.
    pub(super) fn without_lead(&self, text: &str) -> Option<String> {
        let is_known = |word: &String| {
            ["the", "number", "of"].contains(&word.as_str()) || self.words.iter().any(|known| same(known, word))
        };
        // "looked-after" is two words that are known, and "enquiries:" is one.
        let names = |word: &&str| {
            let parts = words(word);
            !parts.is_empty() && parts.iter().all(is_known)
        };
        let rest: Vec<&str> = text.split_whitespace().skip_while(names).collect();
        let is_shorter = !rest.is_empty() && rest.len() < text.split_whitespace().count();
        is_shorter.then(|| rest.join(" "))
    }

    /// The unit; empty while there is none.
    pub fn unit(&self) -> &Unit {
        &self.unit
    }

    /// Whether it is a grade.
    pub fn is_graded(&self) -> bool {
        self.is_graded
    }

    /// Whether it is counted on a day, or worked out for one, and not counted over a time.
    pub(super) fn is_dated(&self) -> bool {
        self.is_dated
    }

    /// Whether nothing is lost when this unit is left out.
    pub fn holds(&self, typed: &TypedUnit) -> bool {
        match typed {
            TypedUnit::None => true,
            TypedUnit::Percent => self.unit.kind() == UnitKind::Percent,
            TypedUnit::Points => self.unit.kind() == UnitKind::Points,
            TypedUnit::Pounds => matches!(self.unit.money(), Some(Money { sign: None | Some('£'), .. })),
            TypedUnit::Per(per) => {
                // "per 10,000" for "per 10,000 children", and never "per 1,000" for "per 10,000".
                let unit = self.unit.as_str().to_lowercase().replace(',', "");
                let rest = unit.strip_prefix(&per.replace(',', ""));
                rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
            }
            TypedUnit::Words(typed) => words(typed).iter().all(|word| self.words.iter().any(|known| same(known, word))),
        }
    }

    /// Whether it is counted in per cent.
    pub fn is_share(&self) -> bool {
        self.unit.kind() == UnitKind::Percent
    }

    /// What is off about a change with this unit; `None` where nothing is.
    pub(super) fn check_change(&self, unit: &TypedUnit) -> Option<ChangeFault> {
        match unit {
            TypedUnit::Percent => self.is_share().then_some(ChangeFault::OfItOrPoints),
            TypedUnit::Points => match self.unit.kind() {
                UnitKind::Percent | UnitKind::Points | UnitKind::Scale | UnitKind::Grade | UnitKind::NotStated => None,
                UnitKind::Counted | UnitKind::Money(_) | UnitKind::Time | UnitKind::Measured | UnitKind::Rate => {
                    Some(ChangeFault::Other(unit.clone()))
                }
            },
            other @ (TypedUnit::None | TypedUnit::Pounds | TypedUnit::Per(_) | TypedUnit::Words(_)) => {
                (!self.holds(other)).then(|| ChangeFault::Other(other.clone()))
            }
        }
    }

    /// Refuses a unit that would be lost.
    ///
    /// # Errors
    /// A [`TypedError`] that names the unit; where only words are too many, with the number alone as a choice.
    pub(super) fn check(&self, text: &str, unit: &TypedUnit, number: Option<&Number>) -> Result<(), TypedError> {
        if self.holds(unit) {
            return Ok(());
        }
        let typed = text.trim();
        let in_unit = |words: &str| {
            let sentence = if self.unit.is_blank() {
                say!("typed-unit-where-none-is-set", typed = typed, written = words)
            } else {
                say!("typed-unit-is-another", typed = typed, written = words, unit = self.unit.as_str())
            };
            TypedError::new(sentence, say!("typed-unit-fix"))
        };
        Err(match unit {
            TypedUnit::Percent => in_unit(say!("typed-unit-percent")),
            TypedUnit::Points => in_unit(say!("typed-unit-points")),
            TypedUnit::Pounds => in_unit(say!("typed-unit-pounds")),
            TypedUnit::Per(per) => in_unit(&say!("typed-unit-per", per = per.as_str())),
            TypedUnit::None | TypedUnit::Words(_) => {
                let words = if let TypedUnit::Words(words) = unit { words.as_str() } else { "" };
                let sentence = if self.unit.is_blank() {
                    say!("typed-words-lost-where-no-unit-is-set", words = words)
                } else {
                    say!("typed-words-lost", words = words, unit = self.unit.as_str())
                };
                let error = TypedError::new(sentence, say!("typed-words-lost-fix"));
                TypedError { choices: number.map(number_text).into_iter().collect(), ..error }
            }
        })
    }
}

/// What is off about the unit of a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum ChangeFault {
    /// Per cent of a share may be per cent of it, or percentage points.
    OfItOrPoints,
    /// This unit would be lost, or is none that a change of it can have.
    Other(TypedUnit),
}

/// The words of a text, in small letters.
fn words(text: &str) -> Vec<String> {
    let parted = text.split(|c: char| !(c.is_alphanumeric() || c == '\'')).filter(|word| !word.is_empty());
    parted.map(str::to_lowercase).collect()
}

/// Whether two words are the same, but for the number: `enquiry` and `enquiries`, `child` and `children` are not taken apart.
pub(in crate::edit) fn same(known: &str, typed: &str) -> bool {
    let stem = |word: &str| match word {
        "children" | "child" => "child".to_owned(),
        "people" | "persons" | "person" => "person".to_owned(),
        _ => match word.strip_suffix("ies") {
            Some(stem) => format!("{stem}y"),
            None => word.trim_end_matches('s').to_owned(),
        },
    };
    stem(known) == stem(typed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counted(unit: &str, name: &str) -> CountedPhrase {
        CountedPhrase { unit: unit.into(), words: words(&format!("{unit} {name}")), is_graded: false, is_dated: false }
    }

    #[test]
    fn a_unit_is_left_out_only_where_the_indicator_says_it() {
        use TypedUnit as U;
        let words = |text: &str| U::Words(text.to_owned());
        let children = counted("children", "Children looked after");
        for (counted, unit, held) in [
            (&children, U::None, true),
            (&children, words("looked-after children"), true),
            (&children, words("child"), true),
            (&children, words("abc"), false),
            (&children, words("children in need"), false),
            (&children, U::Percent, false),
            (&counted("%", ""), U::Percent, true),
            (&counted("£", ""), U::Pounds, true),
            (&counted("%", ""), U::Points, false),
            (&counted("per 10,000 children", ""), U::Per("per 10000".to_owned()), true),
            (&counted("per 10,000", ""), U::Per("per 1,000".to_owned()), false),
            (&CountedPhrase::default(), U::Percent, false),
            (&children.heads("kinship carers"), words("carers"), true),
        ] {
            assert_eq!(counted.holds(&unit), held, "{unit:?} of {counted:?}");
        }
    }
}
