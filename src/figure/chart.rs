//! A figure as plain data: what is drawn, in which words, with what left out and why.
//!
//! A figure names no colour, no font and no pixel; [`crate::draw`] is the only place that knows how a figure looks. Every mark
//! carries the words that stand beside it, so that nothing on a figure has to be read off an axis.

use crate::compare::Rule;
use crate::model::{Direction, FigureKind, OpenSide, OutcomeId};

use super::comparability::ComparabilityStrip;
use super::grid::Grid;
use super::mark_style::KeyEntry;
use super::row_chart::Rows;
use super::slope_chart::SlopeGroup;
use super::strips::{StripItem, StripLine, Strips};
use super::trend_chart::{DotStrips, Trend};

/// A figure, ready to be drawn. The default one is empty.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figure {
    /// Which kind it is.
    pub kind: FigureKind,
    /// The finding or the question, in at most twelve words.
    pub title: String,
    /// Measure, unit, places and periods.
    pub subtitle: String,
    /// What several councils published, in short, above the body that has all of it; `None` where there is nothing to show in short.
    pub strips: Option<Strips>,
    /// What is drawn.
    pub body: Body,
    /// What the marks mean; only those that occur.
    pub key: Vec<KeyEntry>,
    /// Whether what is drawn may be compared, which the first note says as well; `None` where nobody is compared.
    pub comparability: Option<ComparabilityStrip>,
    /// Where a rule of comparison was applied.
    pub notes: Vec<Note>,
    /// A note of whoever publishes the figure, which no rule asked for; empty where there is none.
    pub author_note: String,
    /// Where the figures come from.
    pub source: String,
    /// What was selected and could not be drawn.
    pub left_out: Vec<LeftOutRow>,
    /// What a person who can't see it should know.
    pub alt: String,
}

/// What a figure draws.
#[derive(Clone, Debug, PartialEq)]
pub enum Body {
    /// One row an outcome, with one or more aligned panels.
    Rows(Rows),
    /// One small figure an outcome, each with its own axis.
    Tiles(Vec<TileGroup>),
    /// A line an outcome between two upright axes; context has axes of its own.
    Slopes(Vec<SlopeGroup>),
    /// A column a council and a row a concept, with small figures in the cells.
    Grid(Grid),
    /// Lines over time.
    Trend(Trend),
    /// Every council a dot at its change, in a strip a pair of dates.
    DotStrips(DotStrips),
    /// Nothing could be drawn; the sentence says why.
    Empty(String),
}

impl Default for Body {
    fn default() -> Self {
        Self::Empty(String::new())
    }
}

/// What stands in one panel of one row.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Cell {
    /// The marks.
    pub marks: Vec<Mark>,
    /// Words in place of a mark ("level not published").
    pub text: String,
}

impl Cell {
    /// The words of its first mark, or those in place of one.
    pub fn words(&self) -> &str {
        self.marks.first().map_or(self.text.as_str(), |mark| mark.label.as_str())
    }
}

/// A mark and the words beside it.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Shape and place.
    pub shape: MarkShape,
    /// How it looks, in the grammar of marks.
    pub look: MarkStyle,
    /// The words beside it.
    pub label: String,
}

/// Shape and place of a mark, in the panel's unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum MarkShape {
    /// A bar from the base line; it grows towards lower values where its level lies below.
    Bar {
        /// Where it ends; the lower end of a range.
        to: f64,
        /// The upper end of a range ("between 52 and 60").
        high: Option<f64>,
        /// Above or below the middle of the row.
        slot: LevelSlot,
        /// On which side the value may lie further on.
        open: OpenSide,
    },
    /// A dot at a level, or two dots at the ends of a range.
    Dot {
        /// Where; the lower end of a range.
        at: f64,
        /// The upper end of a range ("between 52 and 60").
        high: Option<f64>,
        /// Whether it is before or after.
        slot: LevelSlot,
        /// On which side its words stand: away from the other dot.
        beside: Beside,
        /// On which side the value may lie further on.
        open: OpenSide,
    },
    /// The way from the dot before to the dot after, with an arrow at the after end.
    Way {
        /// The level before.
        from: f64,
        /// The level after.
        to: f64,
    },
    /// A line from the axis's base to the change.
    Change {
        /// Where it ends.
        to: f64,
        /// The far end of a range ("between one third and two thirds").
        high: Option<f64>,
        /// On which side the value may lie further on.
        open: OpenSide,
    },
    /// A computed change of which only the two ends are known: it may lie anywhere between them, on either side of the base.
    Between {
        /// The lower end.
        low: f64,
        /// The upper end.
        high: f64,
    },
    /// Only the direction is known: a short dashed arrow without length.
    DirectionOnly(Direction),
    /// A stated benchmark.
    Benchmark {
        /// Where.
        at: f64,
        /// On which side the value may lie further on.
        open: OpenSide,
    },
    /// From the first to the last date of a period, in months of the calendar; at least one of the two is known.
    Period {
        /// Where it begins; `None` where that was not stated.
        from: Option<f64>,
        /// Where it ends; `None` where that was not stated.
        to: Option<f64>,
    },
    /// One step of a ladder of grades.
    Step {
        /// Which step, counted from 0, the lowest.
        step: usize,
        /// How many steps the ladder has.
        of: usize,
    },
}

impl MarkShape {
    /// The lower and the higher end of a change, and on which side it may lie further on; `None` of a mark that is no change with a size.
    pub fn change_ends(self) -> Option<(f64, f64, OpenSide)> {
        match self {
            Self::Change { to, high, open } => {
                let far = high.unwrap_or(to);
                Some((to.min(far), to.max(far), open))
            }
            Self::Between { low, high } => Some((low, high, OpenSide::Neither)),
            Self::Bar { .. }
            | Self::Dot { .. }
            | Self::Way { .. }
            | Self::DirectionOnly(_)
            | Self::Benchmark { .. }
            | Self::Period { .. }
            | Self::Step { .. } => None,
        }
    }
}

/// Whether a mark is before or after; a bar stands in the upper or the lower half of its row accordingly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LevelSlot {
    /// Before, the upper half.
    Before,
    /// After, the lower half.
    After,
}

/// On which side of a mark its words stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beside {
    /// The side of the lower values.
    Lower,
    /// The side of the higher values.
    Higher,
}

/// How a mark looks, in the grammar of marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fill {
    /// Before.
    Hollow,
    /// After, or the end of a change.
    Solid,
    /// An estimate, a target or a plan.
    Hatched,
}

/// How a mark looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct MarkStyle {
    /// Hollow, filled or hatched.
    pub fill: Fill,
    /// Whether it is context, or set apart from others.
    pub tone: Tone,
    /// Plain or dotted.
    pub outline: MarkOutline,
}

/// The strength of a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tone {
    /// What the figure is about.
    Main,
    /// Context.
    Muted,
    /// The reader's own council, where others stand beside it.
    Own,
    /// The others beside it.
    Other,
}

/// Whose a datum is, where the reader's own council is set apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Owner {
    /// Nobody is set apart.
    #[default]
    Anyone,
    /// The reader's own council.
    Own,
    /// Another one beside it.
    Other,
}

/// The outline of a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MarkOutline {
    /// As usual.
    Plain,
    /// Small numbers.
    Dotted,
}

/// Small figures under one heading.
#[derive(Clone, Debug, PartialEq)]
pub struct TileGroup {
    /// The heading.
    pub heading: String,
    /// What stands at the far end of the heading ("14 outcomes, 3 with before and after").
    pub aside: String,
    /// The small figures.
    pub tiles: Vec<Tile>,
    /// Outcomes of which only a direction was published, as lines of a list below the small figures; see
    /// [`Figure::with_claims_listed`].
    pub listed: Vec<StripLine>,
    /// How many small figures the longest group of the whole wall has: more never stand side by side, so that no column stays
    /// empty, and the columns of groups, pages and chapters are the same.
    pub max_columns: usize,
    /// Whether each stands on a card of its own.
    pub frame: TileFrame,
}

/// What stands around small figures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TileFrame {
    /// A card around each.
    #[default]
    Card,
    /// Nothing: they stand together on what they belong to.
    Bare,
}

impl TileGroup {
    /// The items of its list.
    pub fn listed(&self) -> impl Iterator<Item = &StripItem> {
        self.listed.iter().flat_map(|line| &line.items)
    }

    /// Its outcomes in drawing order: those of small figures, then those of the list.
    pub fn outcomes(&self) -> impl Iterator<Item = &OutcomeId> {
        self.tiles.iter().map(|tile| &tile.outcome).chain(self.listed().map(|item| &item.outcome))
    }

    /// Whose they are, in the same order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.tiles.iter().map(|tile| tile.title.as_str()).chain(self.listed().map(|item| item.text.as_str()))
    }
}

/// One outcome as a small figure with its own axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Tile {
    /// Which outcome.
    pub outcome: OutcomeId,
    /// Whose, or what.
    pub title: String,
    /// What is counted, in which unit.
    pub subtitle: String,
    /// What is drawn.
    pub body: TileBody,
    /// The change in a few large characters, beside the drawing; may be empty.
    pub headline: String,
    /// What the headline is ("computed", "stated"); may be empty.
    pub headline_caption: String,
    /// The period, at the foot.
    pub foot: String,
    /// A short caution, at the foot's far end; may be empty.
    pub flag: String,
    /// What a list says of it, where only a direction was published.
    pub claim: Option<DirectionClaim>,
    /// Whose it is.
    pub owner: Owner,
    /// The datum in words.
    pub spoken: String,
}

/// An outcome of which only a direction was published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DirectionClaim {
    /// Which way.
    pub direction: Direction,
    /// When, for the middle of a sentence; empty where that was not stated.
    pub time: String,
}

/// What a small figure draws.
#[derive(Clone, Debug, PartialEq)]
pub enum TileBody {
    /// Upright bars from zero, before beside after.
    Columns(Vec<Column>),
    /// A change from a zero line.
    Change {
        /// How far the axis reaches on either side of zero; `None` of a change that shares no scale with others, which has no length.
        reach: Option<f64>,
        /// The mark.
        mark: Mark,
        /// Words below it ("level not published").
        caption: String,
    },
    /// Two grades, or one, on their own ladders.
    Ladders {
        /// The grades in order of time.
        ladders: Vec<GradeScale>,
        /// Words below them ("framework changed").
        caption: String,
    },
    /// A part of a whole.
    Part {
        /// The share of 1; the lower end of a range; `None` where it can't be told.
        share: Option<f64>,
        /// The upper end of a range.
        high: Option<f64>,
        /// The words beside the bar.
        label: String,
        /// Words below it, where no bar can be drawn; may be empty.
        caption: String,
        /// How it looks.
        look: MarkStyle,
        /// Which end is open.
        open: OpenSide,
    },
    /// One level, with nothing to compare it with.
    Number {
        /// The level.
        label: String,
        /// What it is.
        caption: String,
    },
    /// Dated values.
    Series {
        /// The values; a missing one is a gap.
        points: Vec<SeriesMark>,
        /// Why values are missing, in words; empty where none is.
        missing: String,
    },
}

/// One upright bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Where it ends, in the tile's unit; below zero it hangs from the zero line. The lower end of a range.
    pub value: f64,
    /// The upper end of a range.
    pub high: Option<f64>,
    /// The words beyond its end.
    pub label: String,
    /// The words below it.
    pub caption: String,
    /// How it looks.
    pub look: MarkStyle,
    /// Which end is open.
    pub open: OpenSide,
}

/// One grade on its own scale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GradeScale {
    /// The grade, as printed.
    pub label: String,
    /// When; empty where it stands alone in its figure, whose period says it.
    pub caption: String,
    /// Which step of how many, the lowest being 0; `None` where the scale is not known.
    pub step: Option<(usize, usize)>,
    /// How it looks.
    pub look: MarkStyle,
}

/// One dated value.
#[derive(Clone, Debug, PartialEq)]
pub struct SeriesMark {
    /// When.
    pub caption: String,
    /// The middle of that time, in months of the calendar; `None` where it is not dated.
    pub at: Option<f64>,
    /// The value, the lower end of a range, or `None` for a gap.
    pub value: Option<f64>,
    /// The upper end of a range.
    pub high: Option<f64>,
    /// On which side the value may lie further on.
    pub open: OpenSide,
    /// The value as printed, or the reason why there is none.
    pub label: String,
    /// How it looks.
    pub look: MarkStyle,
}

/// Where a rule of comparison was applied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The rule.
    pub rule: Rule,
    /// What was done, for this figure.
    pub text: String,
}

/// What was selected and could not be drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOutRow {
    /// Which outcome.
    pub outcome: OutcomeId,
    /// Whose, and what.
    pub name: String,
    /// Why.
    pub reason: String,
}

impl Figure {
    /// The outcomes that are drawn, each once, in drawing order.
    pub fn drawn(&self) -> Vec<&OutcomeId> {
        match &self.body {
            Body::Rows(rows) => rows.groups.iter().flat_map(|g| g.rows.iter().map(|r| &r.outcome)).collect(),
            Body::Tiles(groups) => groups.iter().flat_map(TileGroup::outcomes).collect(),
            Body::Slopes(groups) => groups.iter().flat_map(|g| g.lines.iter().map(|l| &l.outcome)).collect(),
            Body::Grid(grid) => {
                let mut seen = std::collections::HashSet::new();
                grid.tiles().map(|tile| &tile.outcome).filter(|outcome| seen.insert(*outcome)).collect()
            }
            Body::Trend(trend) => trend.lines.iter().flat_map(|line| &line.outcomes).collect(),
            Body::DotStrips(strips) => strips.selected().map(|dot| &dot.outcome).collect(),
            Body::Empty(_) => Vec::new(),
        }
    }
}
