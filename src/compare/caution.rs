//! Cautions: what a reader has to be told beside a comparison, each with the rule that asks for it.
//!
//! The rules are those of ARCHITECTURE.md, "Rules of comparison". This file holds their numbers and words only; which caution applies
//! where is decided in [`super::gathering`]. No arithmetic.

use std::fmt;

/// A rule of comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
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
}

impl Rule {
    /// Every rule, in order.
    pub const ALL: [Self; 15] = [
        Self::R1,
        Self::R2,
        Self::R3,
        Self::R4,
        Self::R5,
        Self::R6,
        Self::R7,
        Self::R8,
        Self::R9,
        Self::R10,
        Self::R11,
        Self::R12,
        Self::R13,
        Self::R14,
        Self::R15,
    ];

    /// Its number, from 1 to 15.
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
        }
    }

    /// Its name in a few words.
    pub fn title(self) -> &'static str {
        match self {
            Self::R1 => "nothing invented",
            Self::R2 => "one axis, one unit",
            Self::R3 => "unequal periods",
            Self::R4 => "bounds survive",
            Self::R5 => "stated against computed",
            Self::R6 => "counts first",
            Self::R7 => "no good or bad",
            Self::R8 => "ratings are steps",
            Self::R9 => "roles stay apart",
            Self::R10 => "benchmarks",
            Self::R11 => "counted once",
            Self::R12 => "uncertainty, or why not",
            Self::R13 => "compared with what",
            Self::R14 => "gaps stay gaps",
            Self::R15 => "not a league table",
        }
    }

    /// What was done, and what it means for the reader: two sentences.
    pub fn why(self) -> &'static str {
        match self {
            Self::R1 => {
                "A level that was not published is not drawn, and what is computed is marked as computed. What you see as a level is what somebody printed."
            }
            Self::R2 => {
                "Only figures of one thing in one unit share an axis, and the rest is listed as left out, with the reason. You can compare lengths along an axis without asking whether they mean the same."
            }
            Self::R3 => {
                "Counts over periods of different length are shown as an average a month, and without known lengths there is no percentage. A longer period does not look like a larger number, but a part of a year may still differ by season or campaign."
            }
            Self::R4 => {
                "Words such as over, at least and about are kept wherever the number goes. The true figure may lie beyond the mark, on the side of its arrow."
            }
            Self::R5 => {
                "A change that the source states is checked against the levels it prints, within their rounding. Where the two disagree both are shown, and only the source can say which is right."
            }
            Self::R6 => {
                "Small counts are shown as counts, and there is no percentage from zero. With fewer than ten in the base one case more or less moves a percentage a long way."
            }
            Self::R7 => {
                "Good and bad are coloured only where the indicator itself says which way is better. Otherwise fewer is only fewer, and you judge."
            }
            Self::R8 => {
                "Steps are counted only between grades of one judgement on one named scale. The same word in two frameworks need not mean the same."
            }
            Self::R9 => {
                "Estimates, targets and plans are hidden until you ask for them, and hatched when shown. They say what somebody reckons or intends, not what happened."
            }
            Self::R10 => {
                "A benchmark is drawn only in the same unit, over a stated period and with a known sign. Otherwise it is told in words, because a mark would say more than the source does."
            }
            Self::R11 => {
                "Outcomes that count some of the same events, or tell the same thing differently, are marked as such. Adding them up would count one success twice."
            }
            Self::R12 => {
                "An interval is given only for independent counts over known lengths or for samples of known size; otherwise the reason stands in its place. A figure without an interval is no more certain than one with it."
            }
            Self::R13 => {
                "Each outcome says what it was compared with, and where that stands on the Maryland scale. Most are only a before and after, which can't show what would have happened anyway."
            }
            Self::R14 => {
                "A missing value is shown as a gap with its reason. It is not zero, and no line is drawn across it."
            }
            Self::R15 => {
                "Outcomes stand in order of the length of their period and then by name, unless you choose to rank them. Places differ in more than their programmes, and longer periods leave more time to change."
            }
        }
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "R{}", self.number())
    }
}

/// Something a reader has to be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caution {
    /// The rule that asks for it.
    pub rule: Rule,
    /// One or two sentences.
    pub text: String,
}

impl Caution {
    /// A caution with its text.
    pub fn new(rule: Rule, text: impl Into<String>) -> Self {
        Self { rule, text: text.into() }
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
