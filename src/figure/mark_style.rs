//! Which look of the grammar of marks an outcome has, and what the key has to explain.

use crate::compare::Comparison;
use crate::model::{Change, Direction, OpenSide, Role};
use crate::say;

use super::{Body, Fill, Mark, MarkOutline, MarkShape, MarkStyle, Strips, TileBody, Tone};

/// The look of a mark of this outcome: `fill` unless it is an estimate, a target or a plan (R9).
pub fn look(comparison: &Comparison<'_>, fill: Fill) -> MarkStyle {
    let role = comparison.located.outcome.role;
    MarkStyle {
        fill: if matches!(role, Role::Estimate | Role::Target | Role::Plan) { Fill::Hatched } else { fill },
        tone: if role == Role::Context { Tone::Muted } else { Tone::Main },
        outline: if comparison.small_numbers { MarkOutline::Dotted } else { MarkOutline::Plain },
    }
}

/// The side of a signed stated change that its words leave open: "fell over 60%" lies below −60%.
pub fn open_change(change: &Change) -> OpenSide {
    let side = change.by.bound().side();
    if change.direction.sign() < 0.0 { side.turned() } else { side }
}

/// A mark for a direction without a figure.
pub fn direction_mark(comparison: &Comparison<'_>, direction: Direction) -> Mark {
    Mark {
        shape: MarkShape::DirectionOnly(direction),
        look: look(comparison, Fill::Solid),
        label: say!("figure-direction-only", direction = crate::compare::phrases::direction(direction)),
    }
}

/// What a kind of mark means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum KeyEntry {
    /// Hollow.
    Before,
    /// Filled.
    After,
    /// A hollow dot.
    BeforeDot,
    /// A filled dot.
    AfterDot,
    /// A line with an arrow at its dot.
    Way,
    /// A line with a round end.
    Change,
    /// Arrow end.
    OpenBound,
    /// Dashed.
    DirectionOnly,
    /// Hatched.
    Unreal,
    /// Muted.
    Context,
    /// Dotted outline.
    SmallNumbers,
    /// A small diamond.
    Benchmark,
    /// A dashed line to a hollow end.
    FarEnd,
    /// A bar that goes on as a dashed outline.
    RangeOfBar,
    /// Two dots with a dashed line between them.
    RangeOfDots,
    /// A period whose other end is dashed.
    OpenPeriod,
    /// The reader's own council.
    Own,
}

impl KeyEntry {
    /// The words in the key.
    pub fn label(self) -> &'static str {
        match self {
            Self::Before | Self::BeforeDot => say!("key-before"),
            Self::After | Self::AfterDot => say!("key-after"),
            Self::Way => say!("key-way"),
            Self::Change => say!("key-change"),
            Self::OpenBound => say!("key-open-bound"),
            Self::DirectionOnly => say!("key-direction-only"),
            Self::Unreal => say!("key-unreal"),
            Self::Context => say!("key-context"),
            Self::SmallNumbers => say!("key-small-numbers"),
            Self::Benchmark => say!("key-benchmark"),
            Self::FarEnd => say!("key-far-end"),
            Self::RangeOfBar | Self::RangeOfDots => say!("key-range"),
            Self::OpenPeriod => say!("key-open-period"),
            Self::Own => say!("key-own"),
        }
    }
}

/// What the key has to explain: only marks that occur, in one order.
pub fn key_of(body: &Body, strips: Option<&Strips>) -> Vec<KeyEntry> {
    let mut entries = Vec::new();
    strips.into_iter().flat_map(Strips::marks).for_each(|mark| explain_mark(mark, &mut entries));
    match body {
        Body::Rows(rows) => {
            for mark in rows.groups.iter().flat_map(|g| &g.rows).flat_map(|r| &r.cells).flat_map(|c| &c.marks) {
                explain_mark(mark, &mut entries);
            }
        }
        Body::Tiles(groups) => {
            for tile in groups.iter().flat_map(|g| &g.tiles) {
                explain_tile(&tile.body, &mut entries);
            }
        }
        Body::Grid(grid) => grid.tiles().for_each(|tile| explain_tile(&tile.body, &mut entries)),
        Body::Slopes(groups) => {
            for end in groups.iter().flat_map(|g| &g.lines).flat_map(|line| [&line.before, &line.after]) {
                explain_dot(end.look, &mut entries);
                explain_open(end.open, &mut entries);
                if end.high.is_some() {
                    entries.push(KeyEntry::RangeOfDots);
                }
            }
        }
        Body::Trend(trend) => {
            for line in &trend.lines {
                if line.look.tone == Tone::Muted && line.is_named {
                    entries.push(KeyEntry::Context);
                }
                for fill in line
                    .points
                    .iter()
                    .filter(|point| point.value.is_some() && line.is_named)
                    .filter_map(|point| point.mark)
                {
                    entries.push(if fill == Fill::Hollow { KeyEntry::BeforeDot } else { KeyEntry::AfterDot });
                }
            }
        }
        Body::DotStrips(_) | Body::Empty(_) => {}
    }
    entries.sort_unstable();
    entries.dedup();
    entries
}

fn explain_tile(body: &TileBody, entries: &mut Vec<KeyEntry>) {
    match body {
        TileBody::Columns(columns) => {
            for column in columns {
                explain_look(column.look, entries);
                explain_open(column.open, entries);
                explain_range_of_bar(column.high, entries);
            }
        }
        TileBody::Change { mark, reach: Some(_), .. } => explain_mark(mark, entries),
        TileBody::Ladders { ladders, .. } => ladders.iter().for_each(|l| explain_look(l.look, entries)),
        TileBody::Part { look, open, high, .. } => {
            explain_range_of_bar(*high, entries);
            if look.fill == Fill::Hatched {
                entries.push(KeyEntry::Unreal);
            }
            explain_open(*open, entries);
        }
        TileBody::Series { points, .. } => {
            for point in points {
                explain_open(point.open, entries);
            }
            if points.iter().any(|point| point.high.is_some()) {
                entries.push(KeyEntry::RangeOfDots);
            }
            // Dots and lines of a series are explained only where they are not what happened here.
            if points.iter().any(|point| point.look.fill == Fill::Hatched) {
                entries.push(KeyEntry::Unreal);
            }
            if points.iter().any(|point| point.look.tone == Tone::Muted) {
                entries.push(KeyEntry::Context);
            }
        }
        TileBody::Change { reach: None, .. } | TileBody::Number { .. } => {}
    }
}

fn explain_mark(mark: &Mark, entries: &mut Vec<KeyEntry>) {
    match mark.shape {
        MarkShape::Bar { open, high, .. } => {
            explain_look(mark.look, entries);
            explain_open(open, entries);
            explain_range_of_bar(high, entries);
        }
        MarkShape::Dot { open, high, .. } => {
            explain_dot(mark.look, entries);
            explain_open(open, entries);
            if high.is_some() {
                entries.push(KeyEntry::RangeOfDots);
            }
        }
        MarkShape::Between { .. } => {
            entries.push(KeyEntry::RangeOfDots);
            if mark.look.tone == Tone::Muted {
                entries.push(KeyEntry::Context);
            }
        }
        MarkShape::Way { .. } => entries.push(KeyEntry::Way),
        MarkShape::Step { .. } => explain_look(mark.look, entries),
        MarkShape::Period { from, to } => {
            if from.is_none() || to.is_none() {
                entries.push(KeyEntry::OpenPeriod);
            }
        }
        MarkShape::Change { open, high, .. } => {
            if high.is_some() {
                entries.push(KeyEntry::FarEnd);
            }
            if mark.look.fill == Fill::Hatched {
                entries.push(KeyEntry::Unreal);
            } else if mark.look.tone == Tone::Main {
                entries.push(KeyEntry::Change);
            } else {
                entries.push(KeyEntry::Context);
            }
            explain_open(open, entries);
            if mark.look.outline == MarkOutline::Dotted {
                entries.push(KeyEntry::SmallNumbers);
            }
        }
        MarkShape::DirectionOnly(_) => {
            entries.push(KeyEntry::DirectionOnly);
            if mark.look.tone == Tone::Muted {
                entries.push(KeyEntry::Context);
            }
        }
        MarkShape::Benchmark { open, .. } => {
            entries.push(KeyEntry::Benchmark);
            explain_open(open, entries);
        }
    }
}

fn explain_look(look: MarkStyle, entries: &mut Vec<KeyEntry>) {
    match look.fill {
        Fill::Hollow => entries.push(KeyEntry::Before),
        Fill::Solid => entries.push(KeyEntry::After),
        Fill::Hatched => entries.push(KeyEntry::Unreal),
    }
    if look.tone == Tone::Muted {
        entries.push(KeyEntry::Context);
    }
    if look.outline == MarkOutline::Dotted {
        entries.push(KeyEntry::SmallNumbers);
    }
}

fn explain_dot(look: MarkStyle, entries: &mut Vec<KeyEntry>) {
    let from = entries.len();
    explain_look(look, entries);
    for entry in entries.iter_mut().skip(from) {
        match entry {
            KeyEntry::Before => *entry = KeyEntry::BeforeDot,
            KeyEntry::After => *entry = KeyEntry::AfterDot,
            KeyEntry::BeforeDot
            | KeyEntry::AfterDot
            | KeyEntry::Way
            | KeyEntry::Change
            | KeyEntry::OpenBound
            | KeyEntry::DirectionOnly
            | KeyEntry::Unreal
            | KeyEntry::Context
            | KeyEntry::SmallNumbers
            | KeyEntry::Benchmark
            | KeyEntry::FarEnd
            | KeyEntry::RangeOfBar
            | KeyEntry::RangeOfDots
            | KeyEntry::OpenPeriod
            | KeyEntry::Own => {}
        }
    }
}

fn explain_range_of_bar(high: Option<f64>, entries: &mut Vec<KeyEntry>) {
    if high.is_some() {
        entries.push(KeyEntry::RangeOfBar);
    }
}

fn explain_open(open: OpenSide, entries: &mut Vec<KeyEntry>) {
    if open != OpenSide::Neither {
        entries.push(KeyEntry::OpenBound);
    }
}
