//! Suppressing small counts: the switch, the number, and the dataset that is shown, in which statistics stand at the chosen dates.
//!
//! [`crate::app::Document::dataset`] is always what is shown, so that no room, file or clipboard can hold what is suppressed; the dataset as
//! it was opened is kept apart, and only saving a copy asks for it.

use std::sync::Arc;

use crate::compare::statistic_pairs::{ChosenDates, with_pairs};
use crate::compare::suppression::{amounts, counts};
use crate::compare::{Threshold, withhold};

use crate::app::{Document, Views};

/// Whether small counts are suppressed, and up to which.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Suppression {
    /// Whether they are.
    pub switch: Switch,
    /// Up to which count; kept while it is off.
    pub up_to: Threshold,
}

/// On or off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Switch {
    /// All numbers are shown.
    #[default]
    Off,
    /// Small counts are suppressed.
    On,
}

impl Switch {
    /// The other way.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Off => Self::On,
            Self::On => Self::Off,
        }
    }
}

impl Suppression {
    /// The threshold that applies; `None` while all numbers are shown.
    pub fn threshold(self) -> Option<Threshold> {
        (self.switch == Switch::On).then_some(self.up_to)
    }
}

impl Document {
    /// Shows the dataset without its small counts, or with all its numbers, and its official statistics at these dates.
    pub fn show(&mut self, threshold: Option<Threshold>, dates: &ChosenDates) {
        self.suppressed_up_to = threshold;
        self.dates.clone_from(dates);
        let public = match threshold {
            Some(threshold) => Arc::new(withhold(&self.original, threshold)),
            None => self.original.clone(),
        };
        self.dataset = if public.statistics.is_empty() { public } else { Arc::new(with_pairs(&public, dates)) };
    }

    /// How many small counts are suppressed now, and how many other figures with them.
    pub fn suppressed(&self) -> (usize, usize) {
        counts(self.dataset.outcomes().filter_map(|located| located.outcome.withheld.as_ref()))
    }
}

impl Views {
    /// Switches the suppression of small counts on or off.
    pub(in crate::app) fn toggle_suppression(&mut self) {
        self.suppression.switch = self.suppression.switch.other();
    }

    /// Whether the built-in official statistics stand beside the dataset.
    pub(in crate::app) fn has_reference(&self) -> bool {
        self.reference == Switch::On
    }

    /// Shows the open dataset as the switch has it.
    pub(in crate::app) fn show_suppressed(&mut self, document: &mut Document) {
        let threshold = self.suppression.threshold();
        document.show(threshold, &self.dates);
        self.pages.suppressed = document.suppressed();
        self.pages.amounts = threshold
            .map(|_| amounts(document.dataset.outcomes().filter(|located| located.outcome.statistic.is_none())))
            .unwrap_or_default();
    }
}
