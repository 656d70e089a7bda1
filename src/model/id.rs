//! Ids: short texts, each of its own type, so that a council's id is never taken for an indicator's.

use std::fmt;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(String);

        impl $name {
            /// Takes the id as it is written.
            pub fn new(text: impl Into<String>) -> Self {
                Self(text.into())
            }

            /// The id as it is written in the file.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

id!(
    /// A council or other body.
    CouncilId
);
id!(
    /// An indicator.
    IndicatorId
);
id!(
    /// A programme.
    ProgrammeId
);
id!(
    /// An outcome; unique in the whole dataset.
    OutcomeId
);
id!(
    /// A document that outcomes are taken from.
    SourceId
);
id!(
    /// A release of official statistics: one table of one publication.
    ReleaseId
);
id!(
    /// A statistic: one indicator from one release.
    StatisticId
);
id!(
    /// A view that is kept in the dataset.
    SavedViewId
);
