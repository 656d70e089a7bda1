//! Cautions: what a comparison must tell its reader, each with the rule that demands it.
//!
//! `assets/help/rules.md` has the full rules. This file holds only their numbers and words; [`super::cautions`] decides
//! which caution applies where. No arithmetic.

use crate::say;
use strum::{EnumCount, VariantArray};

use std::fmt;

/// A rule of comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, EnumCount, VariantArray)]
pub enum Rule {
    /// Nothing is invented.
    R1,
    /// One axis, one unit, one concept.
    R2,
    /// Unequal periods.
    R3,
    /// Bounds survive.
    R4,
    /// Stated against computed.
    R5,
    /// Counts first.
    R6,
    /// Polarity is data.
    R7,
    /// Ratings are steps.
    R8,
    /// Roles stay apart.
    R9,
    /// Benchmarks.
    R10,
    /// Counted once.
    R11,
    /// Uncertainty, or the reason why not.
    R12,
    /// What was it compared with?
    R13,
    /// Never a silent substitution.
    R14,
    /// Not a league table.
    R15,
    /// Releases are not joined in silence.
    R16,
    /// A figure belongs to the boundaries of its time.
    R17,
    /// England and regions are published figures.
    R18,
    /// A claim beside an official series.
    R19,
    /// How much councils of similar size usually move.
    R20,
}

impl Rule {
    /// Every rule, in order.
    pub const ALL: [Self; Self::COUNT] = every!();

    /// The number, from 1 to 18.
    pub fn number(self) -> u8 {
        match self {
            Self::R1 => 1,
            Self::R2 => 2,
            Self::R3 => 3,
            Self::R4 => 4,
            Self::R5 => 5,
            Self::R6 => 6,
            Self::R7 => 7,
            Self::R8 => 8,
            Self::R9 => 9,
            Self::R10 => 10,
            Self::R11 => 11,
            Self::R12 => 12,
            Self::R13 => 13,
            Self::R14 => 14,
            Self::R15 => 15,
            Self::R16 => 16,
            Self::R17 => 17,
            Self::R18 => 18,
            Self::R19 => 19,
            Self::R20 => 20,
        }
    }

    /// The name in a few words.
    pub fn label(self) -> &'static str {
        match self {
            Self::R1 => say!("rule-r1"),
            Self::R2 => say!("rule-r2"),
            Self::R3 => say!("rule-r3"),
            Self::R4 => say!("rule-r4"),
            Self::R5 => say!("rule-r5"),
            Self::R6 => say!("rule-r6"),
            Self::R7 => say!("rule-r7"),
            Self::R8 => say!("rule-r8"),
            Self::R9 => say!("rule-r9"),
            Self::R10 => say!("rule-r10"),
            Self::R11 => say!("rule-r11"),
            Self::R12 => say!("rule-r12"),
            Self::R13 => say!("rule-r13"),
            Self::R14 => say!("rule-r14"),
            Self::R15 => say!("rule-r15"),
            Self::R16 => say!("rule-r16"),
            Self::R17 => say!("rule-r17"),
            Self::R18 => say!("rule-r18"),
            Self::R19 => say!("rule-r19"),
            Self::R20 => say!("rule-r20"),
        }
    }

    /// What was done, and what it means for the reader: two sentences.
    pub fn why(self) -> &'static str {
        match self {
            Self::R1 => {
                say!("rule-r1.why")
            }
            Self::R2 => {
                say!("rule-r2.why")
            }
            Self::R3 => {
                say!("rule-r3.why")
            }
            Self::R4 => {
                say!("rule-r4.why")
            }
            Self::R5 => {
                say!("rule-r5.why")
            }
            Self::R6 => {
                say!("rule-r6.why")
            }
            Self::R7 => {
                say!("rule-r7.why")
            }
            Self::R8 => {
                say!("rule-r8.why")
            }
            Self::R9 => {
                say!("rule-r9.why")
            }
            Self::R10 => {
                say!("rule-r10.why")
            }
            Self::R11 => {
                say!("rule-r11.why")
            }
            Self::R12 => {
                say!("rule-r12.why")
            }
            Self::R13 => {
                say!("rule-r13.why")
            }
            Self::R14 => {
                say!("rule-r14.why")
            }
            Self::R15 => {
                say!("rule-r15.why")
            }
            Self::R16 => {
                say!("rule-r16.why")
            }
            Self::R17 => {
                say!("rule-r17.why")
            }
            Self::R18 => {
                say!("rule-r18.why")
            }
            Self::R19 => {
                say!("rule-r19.why")
            }
            Self::R20 => {
                say!("rule-r20.why")
            }
        }
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "R{}", self.number())
    }
}

/// Something the reader must know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caution {
    /// The rule that demands it.
    pub rule: Rule,
    /// One or two sentences.
    pub text: String,
    /// Whether the note of a figure whose axis is in averages a month says it for all rows.
    pub is_told_with_averages: bool,
}

impl Caution {
    /// A caution with its text.
    pub fn new(rule: Rule, text: impl Into<String>) -> Self {
        Self { rule, text: text.into(), is_told_with_averages: false }
    }

    /// The same, said by the note of an axis of averages too.
    pub(super) fn told_with_averages(self) -> Self {
        Self { is_told_with_averages: true, ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_has_its_number_and_two_sentences() {
        for (at, rule) in Rule::ALL.into_iter().enumerate() {
            assert_eq!(usize::from(rule.number()), at + 1);
            assert_eq!(rule.to_string(), format!("R{}", at + 1));
            assert_eq!(rule.why().matches(". ").count(), 1, "{rule}: {}", rule.why());
            assert!(rule.why().ends_with('.'), "{rule}");
        }
    }

    #[test]
    fn r12_no_rule_speaks_of_chance_or_of_true_change() {
        for rule in Rule::ALL {
            let words = rule.why().to_lowercase();
            assert!(!words.contains("chance") && !words.contains("true change"), "{rule}");
        }
    }
}
