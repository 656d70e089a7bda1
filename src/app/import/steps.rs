//! What the import can be asked to do.

use std::path::PathBuf;

use crate::import::{FilterKept, RoleProfile};
use crate::say;

use super::conflicts::ConflictAnswer;

/// A step of the import.
#[derive(Clone, Debug, PartialEq)]
pub enum ImportStep {
    /// Open the dialog, and ask for files.
    Open,
    /// Close the dialog; nothing is imported.
    Close,
    /// Read these files as well.
    AddFiles(Vec<PathBuf>),
    /// Choose files in the desktop's dialog.
    Choose,
    /// The path of a file is being typed.
    TypePath(String),
    /// Read the file whose path was typed.
    AddTyped,
    /// Leave a file out again, by its number.
    RemoveFile(usize),
    /// Stop what goes on.
    Stop,
    /// Read the files again after a stop.
    ReadAgain,
    /// Show another table, by its number.
    ShowTable(usize),
    /// Show the row that a finding names, by the finding's number.
    ShowFinding(usize),
    /// Take a column, by its heading, for something else.
    SetColumn(String, ColumnChoice),
    /// Keep other values of a filter, by its heading; all of them is as the import understands it.
    SetFilter(String, FilterKept),
    /// Read this sheet of workbooks alone; empty for all.
    SetSheet(String),
    /// The period of a file that holds one was typed.
    SetPeriod(String, String),
    /// A fact was typed that the tables don't say.
    SetFact(ImportFact, String),
    /// Something of an indicator was typed or chosen; it is known by the name that the import gave it.
    SetIndicator(String, IndicatorFact, String),
    /// What the profile calls so is called otherwise now; `None` where it is to be forgotten.
    Rename(MissingName, Option<String>),
    /// Ask for the file of a profile.
    AskProfile(ProfileQuestion),
    /// The path of the profile is being typed.
    TypeProfile(String),
    /// Whether a file that is there may be replaced by the profile.
    ReplaceProfile(bool),
    /// Go ahead with the path that was typed.
    AnswerProfile,
    /// Put the question for a profile aside.
    DropProfile,
    /// Make a dataset of its own.
    Make,
    /// Add to the open dataset.
    AddToOpen,
    /// Answer the conflict that is shown.
    Answer(ConflictAnswer),
    /// Whether the answer is for all conflicts that follow.
    AnswerAll(bool),
    /// Go back from the conflicts to the preview.
    Back,
}

/// What a column is taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnChoice {
    /// As the import understands it.
    Understood,
    /// What a profile can say.
    Role(RoleProfile),
    /// Each of its values is an indicator.
    WhichIndicator,
    /// Words that explain the filter in front of it; it is understood and can't be chosen.
    Label,
}

impl ColumnChoice {
    /// What can be chosen, in the order of a list.
    pub const CHOICES: [Self; 16] = [
        Self::Role(RoleProfile::PlaceCode),
        Self::Role(RoleProfile::PlaceName),
        Self::Role(RoleProfile::CouncilCode),
        Self::Role(RoleProfile::CouncilName),
        Self::Role(RoleProfile::RegionCode),
        Self::Role(RoleProfile::RegionName),
        Self::Role(RoleProfile::NationCode),
        Self::Role(RoleProfile::NationName),
        Self::Role(RoleProfile::DfeCode),
        Self::Role(RoleProfile::Level),
        Self::Role(RoleProfile::Period),
        Self::Role(RoleProfile::PeriodKind),
        Self::WhichIndicator,
        Self::Role(RoleProfile::Filter),
        Self::Role(RoleProfile::Value),
        Self::Role(RoleProfile::LeaveOut),
    ];

    /// Its name.
    pub fn label(self) -> &'static str {
        match self {
            Self::Understood => say!("import-window-as-understood"),
            Self::WhichIndicator => say!("import-window-role-indicator"),
            Self::Label => say!("import-window-role-label"),
            Self::Role(role) => match role {
                RoleProfile::PlaceCode => say!("import-window-role-place-code"),
                RoleProfile::PlaceName => say!("import-window-role-place-name"),
                RoleProfile::NationCode => say!("import-window-role-nation-code"),
                RoleProfile::NationName => say!("import-window-role-nation-name"),
                RoleProfile::RegionCode => say!("import-window-role-region-code"),
                RoleProfile::RegionName => say!("import-window-role-region-name"),
                RoleProfile::CouncilCode => say!("import-window-role-council-code"),
                RoleProfile::CouncilName => say!("import-window-role-council-name"),
                RoleProfile::DfeCode => say!("import-window-role-dfe"),
                RoleProfile::Level => say!("import-window-role-level"),
                RoleProfile::Period => say!("import-window-role-period"),
                RoleProfile::PeriodKind => say!("import-window-role-period-kind"),
                RoleProfile::Filter => say!("import-window-role-filter"),
                RoleProfile::Value => say!("import-window-role-value"),
                RoleProfile::LeaveOut => say!("import-window-role-leave-out"),
            },
        }
    }
}

/// A fact that the tables don't say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ImportFact {
    /// The title of the dataset.
    Title,
    /// The title of the publication.
    Publication,
    /// Who published it.
    Publisher,
    /// When it was released.
    Released,
    /// Its licence.
    Licence,
    /// The place of a table that holds one.
    Place,
}

impl ImportFact {
    /// The facts of a publication, in the order of the fields.
    pub const OF_PUBLICATION: [Self; 5] =
        [Self::Title, Self::Publication, Self::Publisher, Self::Released, Self::Licence];

    /// The name of its field.
    pub fn label(self) -> &'static str {
        match self {
            Self::Title => say!("import-window-title-of-dataset"),
            Self::Publication => say!("import-window-publication"),
            Self::Publisher => say!("import-window-publisher"),
            Self::Released => say!("import-window-released"),
            Self::Licence => say!("import-window-licence"),
            Self::Place => say!("import-window-place"),
        }
    }
}

/// What can be said of an indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum IndicatorFact {
    /// Its name.
    Name,
    /// Its unit.
    Unit,
    /// How it is measured, in the word of a profile.
    Measure,
    /// Whether less or more is better, in the words of a profile; empty while nobody has confirmed it.
    Polarity,
}

/// A name of a profile that no table has.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum MissingName {
    /// The heading of a column.
    Column(String),
    /// The name of an indicator.
    Indicator(String),
}

/// For what the path of a profile is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProfileQuestion {
    /// To read it.
    Use,
    /// To write it.
    Save,
}
