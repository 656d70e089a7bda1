//! What a finding is about, for readers who do not see the file: the window puts it into the words of its forms.
//!
//! Only what the file says in its own language (`places: ["…"]`, a path, an id) is told apart here.

/// What is wrong or doubtful. Ids are as written in the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Fault {
    /// What the finding says is plain without the file.
    #[default]
    AsSaid,
    /// An id is named that nothing has.
    Unknown {
        /// What is named.
        id: String,
        /// The nearest id there is, where one is near.
        near: Option<String>,
    },
    /// An id stands at two parts.
    IdTwice {
        /// The id.
        id: String,
    },
    /// No council is named.
    NoPlaces,
    /// No document is named.
    NoSources,
    /// Lines are cited of a document that is no text file.
    LinesWithoutFile {
        /// The document.
        source: String,
    },
    /// A code is not written as codes are.
    NoCode {
        /// What is written.
        code: String,
    },
    /// A body ends before it begins.
    EndsFirst,
    /// An outcome names another one that does not name it back.
    OneSided {
        /// The other outcome.
        other: String,
    },
    /// An outcome names another account of the same thing.
    Disagreement {
        /// The other outcome.
        other: String,
    },
    /// An outcome is probably counted twice.
    Twin {
        /// The other outcome.
        other: String,
    },
    /// A change without any stated change.
    NoChange,
    /// A part without a count or a share.
    NoCount,
    /// A series without any points.
    NoPoints,
    /// Numbers for what is counted in grades.
    NumbersForGrades {
        /// The name of the indicator.
        indicator: String,
    },
    /// A period whose writing has two meanings.
    TwoReadings,
    /// A financial year where an academic one may be meant.
    OtherYear,
    /// Grades for what is counted in numbers.
    GradesForNumbers {
        /// The name of the indicator.
        indicator: String,
    },
}
