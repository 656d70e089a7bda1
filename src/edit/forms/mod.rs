//! The forms of the parts without their window: the fields that a form has, what may be chosen in them, what a typed text means, what
//! is wrong with it, and the edit that follows. It leaves out how the fields are laid out.

mod benchmark;
mod council;
mod fields;
mod indicator;
mod lists;
mod meaning;
mod offers;
mod options;
mod published;
mod published_fields;
mod published_rows;
mod published_text;

use std::collections::BTreeMap;

pub use benchmark::{BenchmarkForm, BenchmarkKind};
pub use council::{fill_council, known_councils, regions};
pub use fields::{cite, edit, meaning, shown};
pub use indicator::{counted_words, is_shared, is_unfinished, units};
pub use lists::{add_council, add_outcome, add_source, choose_indicator, take_out};
pub(super) use meaning::new_statement_meaning;
pub use meaning::{FieldMeaning, number_meaning, statement_meaning, unit_meaning};
pub use offers::{
    Choice, CouncilOffer, council_offers, indicator_offers, outcome_offers, series_offers, series_shown, source_offers,
};
pub use options::*;
pub use published::PublishedForm;
pub use published_rows::{FormColumn, FormField, FormRow};
pub use published_text::describe_published;

/// Texts by field, as they are typed, named as in findings but for what they all begin with.
pub type Texts = BTreeMap<String, String>;
