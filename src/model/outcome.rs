//! An outcome: one indicator, one place, one published account of what changed.

use crate::say;
use strum::{EnumCount, VariantArray};

use super::{
    Change, CouncilId, Direction, IndicatorId, Number, OutcomeId, Period, Published, SourceRef, StatisticId, Withheld,
};

/// What kind of statement it is (R9).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, EnumCount, VariantArray)]
pub enum Role {
    /// What happened.
    Outcome,
    /// What somebody reckons.
    Estimate,
    /// What was aimed at.
    Target,
    /// What is intended.
    Plan,
    /// What happened elsewhere or nationally.
    Context,
}

impl Role {
    /// Every role, in the order in which they are listed.
    pub const ALL: [Self; Self::COUNT] = every!();

    /// The word in files and tables, which scripts rely on in every language.
    pub fn keyword(self) -> &'static str {
        match self {
            Self::Outcome => "outcome",
            Self::Estimate => "estimate",
            Self::Target => "target",
            Self::Plan => "plan",
            Self::Context => "context",
        }
    }

    /// The word on screen.
    pub fn label(self) -> &'static str {
        match self {
            Self::Outcome => say!("model-role-outcome"),
            Self::Estimate => say!("model-role-estimate"),
            Self::Target => say!("model-role-target"),
            Self::Plan => say!("model-role-plan"),
            Self::Context => say!("model-role-context"),
        }
    }

    /// Whether it is shown unless the reader asks for more: outcomes and context, never estimates, targets and plans.
    pub fn is_shown_by_default(self) -> bool {
        matches!(self, Self::Outcome | Self::Context)
    }
}

/// How the source words the link between programme and outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumCount, VariantArray)]
pub enum Attribution {
    /// The source says that the programme brought it about.
    CausedBy,
    /// The source tells both together.
    Alongside,
    /// The source does not say.
    NotSaid,
}

impl Attribution {
    /// Every one.
    pub const ALL: [Self; Self::COUNT] = every!();

    /// The words on screen.
    pub fn label(self) -> &'static str {
        match self {
            Self::CausedBy => say!("model-attribution-caused-by"),
            Self::Alongside => say!("model-attribution-alongside"),
            Self::NotSaid => say!("model-attribution-not-said"),
        }
    }
}

/// Which people a figure counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumCount, VariantArray)]
pub enum CountedGroup {
    /// Everyone in the council's area.
    WholeCouncil,
    /// The programme's clients.
    Clients,
    /// A sample.
    Sample,
    /// The source does not say.
    NotStated,
}

impl CountedGroup {
    /// Every one.
    pub const ALL: [Self; Self::COUNT] = every!();

    /// The words on screen.
    pub fn label(self) -> &'static str {
        match self {
            Self::WholeCouncil => say!("model-counted-whole-council"),
            Self::Clients => say!("model-counted-clients"),
            Self::Sample => say!("model-counted-sample"),
            Self::NotStated => say!("model-counted-not-stated"),
        }
    }
}

/// Who was counted.
#[derive(Clone, Debug, PartialEq)]
pub struct Counted {
    /// Which people.
    pub group: CountedGroup,
    /// Who, in words; may be empty.
    pub who: String,
    /// How many people or cases were counted before; `None` where not stated.
    pub before: Option<Number>,
    /// How many were counted after; `None` where not stated.
    pub after: Option<Number>,
}

/// What bears on uncertainty and on how far one may read the comparison (R12, R13).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fact {
    /// Each event counted happens independently of the others.
    IndependentEvents,
    /// The figures come from a sample whose size is known.
    Sample,
    /// The same people were counted before and after.
    SamePeople,
    /// Clients were chosen because of the thing counted.
    ChosenClients,
    /// The outcome counts some of the same events as another.
    OverlappingEvents,
    /// Everyone was counted; nothing was sampled.
    FullCount,
    /// The people or the place were picked at a bad moment.
    PickedAtABadMoment,
}

/// What the outcome was compared with, as reported here (R13).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ComparedWith {
    /// Itself, before and after.
    Itself,
    /// A benchmark that the source states.
    StatedBenchmark,
    /// Comparators that were measured over the same time.
    MeasuredComparators,
    /// There is nothing to grade: ratings, single levels.
    NotApplicable,
}

/// A benchmark's figure.
#[derive(Clone, Debug, PartialEq)]
pub enum BenchmarkValue {
    /// A level in the indicator's unit.
    Level(Number),
    /// A change with its direction.
    Change(Change),
    /// A change in per cent whose direction the source does not state (R10): never drawn.
    UnsignedChange(Number),
    /// Only which way it went.
    Direction(Direction),
}

/// What the source measures the outcome against.
#[derive(Clone, Debug, PartialEq)]
pub struct Benchmark {
    /// Whose figure it is: "national average".
    pub of: String,
    /// The figure.
    pub value: BenchmarkValue,
    /// Over or at what time.
    pub over: Period,
}

/// One published account of what changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// Unique in the dataset.
    pub id: OutcomeId,
    /// What was counted.
    pub indicator: IndicatorId,
    /// Whose figure it is; never empty.
    pub places: Vec<CouncilId>,
    /// Who was counted.
    pub counted: Counted,
    /// What kind of statement it is.
    pub role: Role,
    /// How the source links it to the programme.
    pub attribution: Attribution,
    /// What was published.
    pub published: Published,
    /// What the source measures it against, if anything.
    pub benchmark: Option<Benchmark>,
    /// What it was compared with.
    pub compared_with: ComparedWith,
    /// What bears on uncertainty.
    pub facts: Vec<Fact>,
    /// Outcomes that count some of the same events (R11).
    pub overlaps: Vec<OutcomeId>,
    /// Outcomes that are another account of the same thing (R11).
    pub disagrees_with: Vec<OutcomeId>,
    /// Where it is written; never empty.
    pub sources: Vec<SourceRef>,
    /// What a reader should know.
    pub notes: Vec<String>,
    /// What was taken out to suppress small counts; `None` in every dataset that was read from a file, and never saved.
    pub withheld: Option<Withheld>,
    /// The statistic whose two dates it sets beside each other, the one of the later date; `None` for what a document published, and so
    /// in every file.
    pub statistic: Option<StatisticId>,
}

impl Outcome {
    /// Whether the data says this of the outcome.
    pub fn has(&self, fact: Fact) -> bool {
        self.facts.contains(&fact)
    }
}
