//! The editor: what the tab Edit knows. Which part is open, what was typed, the outline, the findings, the questions.

pub(in crate::app) mod drafts;
pub(in crate::app) mod edits;
pub(in crate::app) mod outline;
mod quick;
pub(in crate::app) mod update;

use crate::edit::Edit;
use std::cell::OnceCell;
use std::collections::HashSet;
use strum::{EnumCount, VariantArray};

use crate::edit::forms::{self, BenchmarkForm, BenchmarkKind, PublishedForm};
use crate::edit::{
    Consequences, EditOp, NewOutcome, OutcomeParent, PartKind, PartPath, PastedOutcomes, PlacedFinding, QuickEntry,
    QuickFix, QuickReading, consequences, quick_fixes,
};
use crate::figure::Figure;
use crate::figure::detail::Detail;
use crate::model::{Dataset, Form, Indicator, Outcome, SourceId};
use crate::say;

use crate::app::Drafts;
use crate::app::document::DataVersion;

/// The lists of a dataset, as the outline shows them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumCount, VariantArray)]
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
    /// Views that are kept.
    Views,
}

impl Group {
    /// Every list, in the order in which a dataset is made: programmes and their outcomes name the others.
    pub const ALL: [Self; Self::COUNT] = every!();

    /// Its heading.
    pub fn label(self) -> &'static str {
        match self {
            Self::Sources => say!("app-desk-sources"),
            Self::Councils => say!("app-desk-councils"),
            Self::Indicators => say!("app-desk-indicators"),
            Self::Programmes => say!("app-desk-programmes"),
            Self::Context => say!("app-desk-context"),
            Self::Views => say!("app-desk-views"),
        }
    }

    /// What one of them is called.
    pub fn one(self) -> &'static str {
        match self {
            Self::Sources => say!("app-desk-one-source"),
            Self::Councils => say!("app-desk-one-council"),
            Self::Indicators => say!("app-desk-one-indicator"),
            Self::Programmes => say!("app-desk-one-programme"),
            Self::Context => say!("app-desk-one-context"),
            Self::Views => say!("app-desk-one-view"),
        }
    }

    /// The list a part stands in; `None` for the facts.
    pub fn of(place: PartPath) -> Option<Self> {
        match place {
            PartPath::Facts => None,
            PartPath::Source(_) => Some(Self::Sources),
            PartPath::Council(_) => Some(Self::Councils),
            PartPath::Indicator(_) => Some(Self::Indicators),
            PartPath::Programme(_) | PartPath::Outcome(OutcomeParent::Programme(_), _) => Some(Self::Programmes),
            PartPath::Outcome(OutcomeParent::Context, _) => Some(Self::Context),
            PartPath::SavedView(_) => Some(Self::Views),
        }
    }
}

/// A row of the outline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutlineRow {
    /// The heading of a list.
    Heading(Group),
    /// A part.
    Part(PartPath),
}

/// What the list on the left of the room shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum EditorList {
    /// The parts of the dataset.
    #[default]
    Parts,
    /// What is wrong or doubtful.
    Findings,
}

/// What is asked in front of the form.
#[derive(Clone, Debug, PartialEq)]
pub enum EditorQuestion {
    /// Whether to delete this part.
    Delete(PartPath),
    /// What to copy from the built-in example; the text that narrows the list.
    CopyIn(String),
    /// Which of several lines that were pasted to add.
    Review(Box<PastedOutcomes>),
}

/// A step of quick entry, where one sentence becomes an outcome, from any room.
#[derive(Clone, Debug, PartialEq)]
pub enum QuickStep {
    /// Ask for the sentence.
    Open,
    /// This was typed.
    Change(Box<QuickEntry>),
    /// This was chosen; the cursor goes on to what is asked for next.
    Choose(Box<QuickEntry>),
    /// Put the outcome into the dataset, and then do this.
    Add(QuickNext),
    /// Close the form.
    Close,
}

/// What comes after an outcome was added by quick entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuickNext {
    /// Show it where the reader is.
    Show,
    /// Show its form.
    Form,
    /// Begin the next one.
    Another,
}

/// The form of quick entry, while it is open.
#[derive(Clone, Debug)]
pub struct QuickForm {
    /// What was typed and chosen.
    pub entry: QuickEntry,
    /// How it is read.
    pub reading: QuickReading,
}

/// What the room can be asked to do.
#[derive(Clone, Debug, PartialEq)]
pub enum EditorAction {
    /// Show the form of a part.
    GoTo(PartPath),
    /// Show the form of a part with the cursor in a field, named as in findings.
    GoToField(PartPath, String),
    /// Put the cursor into a field of what is on screen, named as in findings.
    Cursor(PartPath, String),
    /// Go to what was typed and is not in the dataset: a text that is not understood, or else an outcome that was begun.
    GoToTyped,
    /// Go to the next finding after the part on screen; after the last comes the first.
    NextFinding,
    /// This was typed into a field of a part, named as in findings, or chosen in it.
    Type(PartPath, String, String),
    /// Choose another form of evidence for this outcome.
    ChooseForm(PartPath, Form),
    /// Choose another kind of benchmark for this outcome, or none.
    ChooseBenchmark(PartPath, BenchmarkKind),
    /// The cursor came into a field.
    Enter(PartPath, String),
    /// The cursor left a field.
    Leave(PartPath, String),
    /// Go back to what the dataset holds, in fields of this part that begin like this.
    DropDrafts(PartPath, String),
    /// How this indicator is counted is being chosen in the form of an outcome: its choices stay in sight there, so that a wrong one
    /// can be chosen anew.
    KeepChoicesInSight(PartPath),
    /// Narrow the outline.
    Search(String),
    /// Show parts or findings.
    ShowList(EditorList),
    /// Fold or unfold a list.
    Fold(Group),
    /// Make a new part with nothing in it and show its form.
    Add(PartKind),
    /// Begin a new outcome of this home; one that was begun and left is there again.
    Begin(OutcomeParent),
    /// Go on with the new outcome, or put it aside.
    Plan(Option<Box<NewOutcome>>),
    /// Put the new outcome into the dataset, and show its form.
    AddPlanned,
    /// Put the new outcome into the dataset, and begin the next one of the same places and source.
    AddPlannedAndNext,
    /// A step of quick entry.
    Quick(QuickStep),
    /// Look through lines that were pasted into the sheet of a new outcome.
    Review(String),
    /// Put the lines that are ticked into the dataset, as one step.
    AddReviewed,
    /// Make another part like this one, below it.
    Duplicate(PartPath),
    /// Move a part up in its list.
    MoveUp(PartPath),
    /// Move a part down in its list.
    MoveDown(PartPath),
    /// Ask in front of the form.
    Ask(EditorQuestion),
    /// The question is answered with yes: delete this part with what can't be without it.
    Delete(PartPath),
    /// Copy this part of the built-in example into the dataset.
    CopyIn(PartPath),
    /// Put the question aside.
    DropQuestion,
}

/// What the room knows.
#[derive(Clone, Debug)]
pub struct Editor {
    /// The edit that waits until the reader agrees to a copy of the read-only example; an empty one where only the copy was asked for.
    pub copy_request: Option<Box<Edit>>,
    /// The part whose form is shown.
    pub place: PartPath,
    /// The field the cursor is in.
    pub cursor: Option<(PartPath, String)>,
    /// The indicator that is being finished in the form of an outcome: its fields stay until another part is opened.
    pub finishing: Option<PartPath>,
    /// What was typed.
    pub drafts: Drafts,
    /// What the list on the left shows.
    pub list: EditorList,
    /// What the outline is narrowed to.
    pub search: String,
    /// Lists that are folded.
    pub folded: HashSet<Group>,
    /// The rows of the outline.
    pub rows: Vec<OutlineRow>,
    /// The outcome that is being made.
    pub plan: Option<Box<NewOutcome>>,
    /// Outcomes that were begun and left for another part, at most one of each home.
    pub(in crate::app) put_aside: Vec<NewOutcome>,
    /// The fields whose text is in the edit that waits for a copy of the example.
    pub(in crate::app) texts_that_wait: Vec<(PartPath, String)>,
    /// The form of quick entry.
    pub quick: Option<Box<QuickForm>>,
    /// The document that the last outcome of quick entry was taken from.
    pub(in crate::app) quick_source: Option<SourceId>,
    /// What is asked.
    pub question: Option<EditorQuestion>,
    /// What is wrong or doubtful, as last checked.
    pub findings: Vec<PlacedFinding>,
    /// The parts that no other names.
    pub unused: Vec<PartPath>,
    /// The fixes of each finding, worked out when they are first looked at in this state of the dataset.
    fixes: Vec<OnceCell<Vec<QuickFix>>>,
    /// What the deletion that is asked about would do, likewise.
    effects: OnceCell<Consequences>,
    /// The data that was checked.
    pub(in crate::app) checked: Option<DataVersion>,
    /// The data that is being checked elsewhere.
    pub(in crate::app) checking: Option<DataVersion>,
    /// The outcome on screen as a small figure and in full; `None` where the part is no outcome.
    pub preview: Option<Box<(Figure, Detail)>>,
    /// What the new outcome was when it was last understood, while what is typed for it is not.
    pub preview_before: Option<Box<(Figure, Detail)>>,
    /// The part that was made just now and is being filled in for the first time.
    pub(in crate::app) new_part: Option<PartPath>,
    /// The fields that were left since the form was opened, by the name that a list and what adds to it share.
    pub(in crate::app) left: HashSet<(PartPath, String)>,
}

impl Default for Editor {
    fn default() -> Self {
        Self {
            copy_request: None,
            place: PartPath::Facts,
            cursor: None,
            finishing: None,
            drafts: Drafts::default(),
            list: EditorList::Parts,
            search: String::new(),
            folded: HashSet::new(),
            rows: Vec::new(),
            plan: None,
            put_aside: Vec::new(),
            texts_that_wait: Vec::new(),
            quick: None,
            quick_source: None,
            question: None,
            findings: Vec::new(),
            unused: Vec::new(),
            fixes: Vec::new(),
            effects: OnceCell::new(),
            checked: None,
            checking: None,
            preview: None,
            preview_before: None,
            new_part: None,
            left: HashSet::new(),
        }
    }
}

impl Editor {
    /// The fixes of the finding of this number in [`Self::findings`], made from the dataset as it is: what was found in an older
    /// state may name a place that has moved meanwhile. None where there is no such finding.
    pub fn fixes_of(&self, dataset: &Dataset, nth: usize) -> &[QuickFix] {
        let (Some(finding), Some(cell)) = (self.findings.get(nth), self.fixes.get(nth)) else { return &[] };
        cell.get_or_init(|| quick_fixes(dataset, finding))
    }

    /// What the deletion that is asked about would do to others; nothing where no deletion is asked about.
    pub fn effects(&self, dataset: &Dataset) -> &Consequences {
        self.effects.get_or_init(|| match &self.question {
            Some(EditorQuestion::Delete(place)) => consequences(dataset, *place),
            _ => Consequences::default(),
        })
    }

    /// The dataset, the findings or the question changed: what was worked out from them is worked out anew when it is shown.
    pub(in crate::app) fn forget_worked_out(&mut self) {
        self.fixes = vec![OnceCell::new(); self.findings.len()];
        self.effects = OnceCell::new();
    }

    /// Closes the sheet of a new outcome; what was typed there is kept for the next time it is opened for the same home.
    pub(in crate::app) fn put_plan_aside(&mut self) {
        if let Some(plan) = self.plan.take() {
            self.put_aside.retain(|other| other.home != plan.home);
            let is_begun =
                plan.indicator.is_some() || [&plan.statement, &plan.locator].iter().any(|t| !t.trim().is_empty());
            if is_begun {
                self.put_aside.push(*plan);
            }
        }
    }

    /// The new outcomes that were begun: the one on screen, and those that were left for another part.
    pub fn plans(&self) -> impl Iterator<Item = &NewOutcome> {
        self.plan.as_deref().into_iter().chain(&self.put_aside)
    }

    /// What was typed for a new outcome of this home before it was left.
    pub(in crate::app) fn plan_put_aside(&mut self, home: OutcomeParent) -> Option<NewOutcome> {
        let at = self.put_aside.iter().position(|plan| plan.home == home)?;
        Some(self.put_aside.remove(at))
    }

    /// New outcomes stay with their programme; one whose programme was taken out goes with it.
    pub(in crate::app) fn plans_follow(&mut self, op: &EditOp) {
        let begun =
            self.plan.take().and_then(|plan| Some(Box::new(NewOutcome { home: plan.home.after(op)?, ..*plan })));
        self.plan = begun;
        let aside = std::mem::take(&mut self.put_aside).into_iter();
        self.put_aside = aside.filter_map(|plan| Some(NewOutcome { home: plan.home.after(op)?, ..plan })).collect();
    }

    /// The form of what was published of this outcome, with what waits in its fields.
    pub fn published_form(&self, dataset: &Dataset, place: PartPath, outcome: &Outcome) -> PublishedForm {
        PublishedForm::of(dataset, outcome, self.drafts.texts(place, "published."))
    }

    /// The form of the benchmark of this outcome, with what waits in its fields.
    pub fn benchmark_form(&self, dataset: &Dataset, place: PartPath, outcome: &Outcome) -> BenchmarkForm {
        BenchmarkForm::of(dataset, outcome, self.drafts.texts(place, "benchmark."))
    }

    /// Whether unit and measure of an indicator are asked for in the form of an outcome; also while they are being finished there, so
    /// that Tab goes from one to the next.
    pub fn is_finishing(&self, at: usize, indicator: &Indicator) -> bool {
        self.finishing == Some(PartPath::Indicator(at)) || forms::is_unfinished(indicator)
    }

    /// Whether what is wrong with a field is told by now. While somebody types into it for the first time it is not, nor in a field of a
    /// new part that nobody has come to: there nothing has gone wrong yet.
    pub fn tells_what_is_wrong(&self, place: PartPath, field: &str, is_typing: bool) -> bool {
        !(is_typing || self.new_part == Some(place)) || self.was_left(place, field)
    }

    /// Whether somebody left a field since its form was opened.
    pub fn was_left(&self, place: PartPath, field: &str) -> bool {
        self.left.contains(&(place, shared_name(field).to_owned()))
    }

    /// Whether the part is new and is being filled in.
    pub fn is_new(&self, place: PartPath) -> bool {
        self.new_part == Some(place)
    }

    /// The findings about a part.
    pub fn findings_of(&self, place: PartPath) -> impl Iterator<Item = &PlacedFinding> {
        self.findings.iter().filter(move |found| found.place == place)
    }

    /// The findings about a field of a part, or about something in it, each with its number.
    pub fn findings_at<'d>(
        &'d self,
        place: PartPath,
        field: &'d str,
    ) -> impl Iterator<Item = (usize, &'d PlacedFinding)> {
        let numbered = self.findings.iter().enumerate();
        numbered.filter(move |(_, found)| found.place == place && is_in_field(&found.field, field))
    }
}

/// The name that a list, the field that adds the first to it and the one that adds more have in common.
pub(in crate::app) fn shared_name(field: &str) -> &str {
    field.strip_suffix(" add").or_else(|| field.strip_suffix("-more")).unwrap_or(field)
}

/// Whether a path is this field or something in it: `places[2]` is in `places`.
pub fn is_in_field(path: &str, field: &str) -> bool {
    match path.strip_prefix(field) {
        Some("") => true,
        Some(rest) => !field.is_empty() && (rest.starts_with('[') || rest.starts_with('.')),
        None => false,
    }
}
