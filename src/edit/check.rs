//! What is wrong or doubtful in the dataset as it stands in memory, with the part and the field each finding is about.
//!
//! The rules are those of `sidebyside check`, and the words those of the forms; tests hold the two together.

use crate::dataset::{self, Finding};
use crate::model::Dataset;

use super::PartPath;
use super::finding_text::{FindingText, describe};

/// A finding and where the window can go for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlacedFinding {
    /// What is wrong, without line and column.
    pub finding: Finding,
    /// The part it is about.
    pub place: PartPath,
    /// The field of that part, like `published.before[0]`; empty for the part as a whole.
    pub field: String,
    /// What is wrong, in the words of the forms, as a sentence without its full stop.
    pub sentence: String,
    /// What to do in the form, without a full stop.
    pub fix: String,
}

/// A finding of this dataset, in the words of the forms.
pub fn placed(dataset: &Dataset, finding: Finding) -> PlacedFinding {
    let (place, field) = PartPath::of_path(&finding.path);
    let FindingText { sentence, fix } = describe(dataset, &finding, place, field);
    let field = field.to_owned();
    PlacedFinding { finding, place, field, sentence, fix }
}

/// Every finding of the dataset, in the order of its parts, errors first within a part.
pub fn check(dataset: &Dataset) -> Vec<PlacedFinding> {
    let found = dataset::check(dataset).into_iter();
    let mut findings: Vec<PlacedFinding> = found.map(|finding| placed(dataset, finding)).collect();
    findings.sort_by_key(|placed| (placed.place.rank(), placed.finding.severity));
    findings
}
