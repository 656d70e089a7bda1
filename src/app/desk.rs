//! The desk: what the room Edit knows. Which part is open, what was typed, the outline, the findings, the questions.

use std::collections::HashSet;

use crate::edit::{Home, PartKind, Place, PlacedFinding};
use crate::figure::Figure;
use crate::figure::detail::Detail;
use crate::model::{CouncilId, IndicatorId, SourceId};

use super::Drafts;

/// The lists of a dataset, as the outline shows them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Group {
    /// Documents.
    Sources,
    /// Councils and other bodies.
    Councils,
    /// What is counted.
    Indicators,
    /// Programmes, each with its outcomes.
    Programmes,
    /// Figures of no programme.
    Context,
}

impl Group {
    /// Every list, in the order in which a dataset is made: programmes and their outcomes name the others.
    pub const ALL: [Self; 5] = [Self::Sources, Self::Councils, Self::Indicators, Self::Programmes, Self::Context];

    /// Its heading.
    pub fn title(self) -> &'static str {
        match self {
            Self::Sources => "Sources",
            Self::Councils => "Councils and bodies",
            Self::Indicators => "Indicators",
            Self::Programmes => "Programmes",
            Self::Context => "Context",
        }
    }

    /// What one of them is called.
    pub fn one(self) -> &'static str {
        match self {
            Self::Sources => "source",
            Self::Councils => "council",
            Self::Indicators => "indicator",
            Self::Programmes => "programme",
            Self::Context => "context figure",
        }
    }

    /// The list a part stands in; `None` for the facts.
    pub fn of(place: Place) -> Option<Self> {
        match place {
            Place::Facts => None,
            Place::Source(_) => Some(Self::Sources),
            Place::Council(_) => Some(Self::Councils),
            Place::Indicator(_) => Some(Self::Indicators),
            Place::Programme(_) | Place::Outcome(Home::Programme(_), _) => Some(Self::Programmes),
            Place::Outcome(Home::Context, _) => Some(Self::Context),
        }
    }
}

/// A row of the outline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutlineRow {
    /// The heading of a list.
    Heading(Group),
    /// A part.
    Part(Place),
}

/// What the list on the left of the room shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum DeskList {
    /// The parts of the dataset.
    #[default]
    Parts,
    /// What is wrong or doubtful.
    Findings,
}

/// An outcome that is being made: it has no place in the dataset until it says what was counted and what was published (R1).
#[derive(Clone, Debug, PartialEq)]
pub struct NewOutcome {
    /// Where it will stand.
    pub home: Home,
    /// What was counted.
    pub indicator: Option<IndicatorId>,
    /// Whose figure it is.
    pub places: Vec<CouncilId>,
    /// What was published, as typed.
    pub statement: String,
    /// The document it is taken from.
    pub source: Option<SourceId>,
    /// The place in the document, as typed.
    pub locator: String,
}

/// What is asked in front of the form.
#[derive(Clone, Debug, PartialEq)]
pub enum DeskQuestion {
    /// Whether to delete this part.
    Delete(Place),
    /// What to copy from the built-in example; the text that narrows the list.
    CopyIn(String),
}

/// What the room can be asked to do.
#[derive(Clone, Debug, PartialEq)]
pub enum DeskAction {
    /// Show the form of a part.
    GoTo(Place),
    /// Show the form of a part with the cursor in a field, named as in findings.
    GoToField(Place, String),
    /// Go to the next finding after the part on screen; after the last comes the first.
    NextFinding,
    /// A field was typed into. The edit is what the text means; `None` where it is not understood or not complete.
    Type {
        /// The part.
        place: Place,
        /// The field, as findings name it.
        field: String,
        /// As typed.
        text: String,
        /// What it means.
        edit: Option<Box<crate::edit::Edit>>,
    },
    /// Several texts at once, each with its field, where the meaning of one depends on the others.
    TypeAll {
        /// The part.
        place: Place,
        /// The fields with what is typed in them.
        texts: Vec<(String, String)>,
        /// What they mean together.
        edit: Option<Box<crate::edit::Edit>>,
    },
    /// The cursor came into a field.
    Enter(Place, String),
    /// The cursor left a field.
    Leave(Place, String),
    /// Go back to what the dataset holds, in fields of this part that begin like this.
    DropDrafts(Place, String),
    /// Narrow the outline.
    Search(String),
    /// Show parts or findings.
    ShowList(DeskList),
    /// Fold or unfold a list.
    Fold(Group),
    /// Make a new part with nothing in it and show its form.
    Add(PartKind),
    /// Begin a new outcome, or go on with it, or put it aside.
    Plan(Option<Box<NewOutcome>>),
    /// Make another part like this one, below it.
    Duplicate(Place),
    /// Move a part up in its list.
    MoveUp(Place),
    /// Move a part down in its list.
    MoveDown(Place),
    /// Ask in front of the form.
    Ask(DeskQuestion),
    /// The question is answered with yes: delete this part with what can't be without it.
    Delete(Place),
    /// Copy this part of the built-in example into the dataset.
    CopyIn(Place),
    /// Put the question aside.
    DropQuestion,
}

/// What the room knows.
#[derive(Clone, Debug)]
pub struct Desk {
    /// The part whose form is shown.
    pub place: Place,
    /// The field that should take the cursor; the window clears it.
    pub wants_field: Option<(Place, String)>,
    /// The field the cursor is in.
    pub cursor: Option<(Place, String)>,
    /// What was typed.
    pub drafts: Drafts,
    /// What the list on the left shows.
    pub list: DeskList,
    /// What the outline is narrowed to.
    pub search: String,
    /// Lists that are folded.
    pub folded: HashSet<Group>,
    /// The rows of the outline.
    pub rows: Vec<OutlineRow>,
    /// Set when the row of the part should be scrolled into view; the window clears it.
    pub wants_row_in_view: bool,
    /// The outcome that is being made.
    pub plan: Option<Box<NewOutcome>>,
    /// What is asked.
    pub question: Option<DeskQuestion>,
    /// What is wrong or doubtful, as last checked.
    pub findings: Vec<PlacedFinding>,
    /// The data that was checked, see [`super::State::data_version`].
    pub(super) checked: Option<(u64, u64)>,
    /// The data that is being checked elsewhere.
    pub(super) checking: Option<(u64, u64)>,
    /// The outcome on screen as a small figure and in full; `None` where the part is no outcome.
    pub preview: Option<Box<(Figure, Detail)>>,
}

impl Default for Desk {
    fn default() -> Self {
        Self {
            place: Place::Facts,
            wants_field: None,
            cursor: None,
            drafts: Drafts::default(),
            list: DeskList::Parts,
            search: String::new(),
            folded: HashSet::new(),
            rows: Vec::new(),
            wants_row_in_view: false,
            plan: None,
            question: None,
            findings: Vec::new(),
            checked: None,
            checking: None,
            preview: None,
        }
    }
}

impl Desk {
    /// The findings about a part.
    pub fn findings_of(&self, place: Place) -> impl Iterator<Item = &PlacedFinding> {
        self.findings.iter().filter(move |found| found.place == place)
    }

    /// The findings about a field of a part, or about something in it.
    pub fn findings_at<'d>(&'d self, place: Place, field: &'d str) -> impl Iterator<Item = &'d PlacedFinding> {
        self.findings_of(place).filter(move |found| is_in(&found.field, field))
    }

    /// Whether a field should take the cursor.
    pub fn wants(&self, place: Place, field: &str) -> bool {
        // The field that adds to a list takes the cursor for what is in the list.
        let field = field.strip_suffix(" add").unwrap_or(field);
        self.wants_field.as_ref().is_some_and(|(at, wanted)| *at == place && is_in(wanted, field))
    }
}

/// Whether a path is this field or something in it: `places[2]` is in `places`.
fn is_in(path: &str, field: &str) -> bool {
    match path.strip_prefix(field) {
        Some("") => true,
        Some(rest) => !field.is_empty() && (rest.starts_with('[') || rest.starts_with('.')),
        None => false,
    }
}
