//! Trends and strips of dots as plain data. They belong to [`super::chart`].

use crate::model::{OpenSide, OutcomeId};

use super::{
    Axis, Fill, Mark, MarkOutline, MarkShape, MarkStyle, Owner, SeriesMark, Tile, TileBody, TileFrame, TileGroup, Tone,
};

/// Lines over time on one axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Trend {
    /// What the axis counts.
    pub title: String,
    /// The values.
    pub axis: Axis,
    /// Time, in months of the calendar.
    pub time: Axis,
    /// The lines: those of the councils in hand, then context.
    pub lines: Vec<TrendLine>,
    /// Where something happened: a programme began, a series broke.
    pub moments: Vec<TrendMoment>,
}

/// The series of one place.
#[derive(Clone, Debug, PartialEq)]
pub struct TrendLine {
    /// The outcomes that it stands for; none of context.
    pub outcomes: Vec<OutcomeId>,
    /// Whose.
    pub label: String,
    /// Whether its name stands at its end; of many councils only a few are named.
    pub is_named: bool,
    /// The values in order of time.
    pub points: Vec<TrendPoint>,
    /// How it looks.
    pub look: MarkStyle,
    /// Whose it is, where the reader's own council is set apart.
    pub owner: Owner,
    /// All of it in words.
    pub spoken: String,
}

/// One date of a line.
#[derive(Clone, Debug, PartialEq)]
pub struct TrendPoint {
    /// When, in months of the calendar.
    pub at: f64,
    /// The value in the axis's unit; `None` for a gap.
    pub value: Option<f64>,
    /// The date in words.
    pub date: String,
    /// The value in words, or the reason for the gap.
    pub label: String,
    /// Whether it is one of the two dates that a claim or a comparison is about, and which.
    pub mark: Option<Fill>,
    /// Whether the series breaks before it, so that no line leads here.
    pub is_after_break: bool,
}

/// A moment on the line of time.
#[derive(Clone, Debug, PartialEq)]
pub struct TrendMoment {
    /// When, in months of the calendar.
    pub at: f64,
    /// What happened.
    pub label: String,
}

/// Strips of dots under one axis of change.
#[derive(Clone, Debug, PartialEq)]
pub struct DotStrips {
    /// What the axis counts.
    pub title: String,
    /// Change.
    pub axis: Axis,
    /// A strip for each pair of dates or indicator.
    pub strips: Vec<DotStrip>,
}

/// Every council a dot.
#[derive(Clone, Debug, PartialEq)]
pub struct DotStrip {
    /// What is counted.
    pub title: String,
    /// Between which dates, and how many councils.
    pub about: String,
    /// The councils in order of their change.
    pub dots: Vec<StripDot>,
    /// England, as published; `None` where it has no figure.
    pub nation: Option<StripDot>,
    /// The lower quarter, the middle and the upper quarter of the councils' changes; `None` of fewer than four.
    pub quarters: Option<[f64; 3]>,
    /// Between which changes councils of the size of the one in hand usually lie (R20); `None` where that is not told.
    pub usual: Option<(f64, f64)>,
    /// All of it in words.
    pub spoken: String,
}

/// One place.
#[derive(Clone, Debug, PartialEq)]
pub struct StripDot {
    /// Its outcome; one of those of the reference where the dataset has none of it.
    pub outcome: OutcomeId,
    /// Whether that is an outcome of the dataset that was selected.
    pub is_selected: bool,
    /// Its change.
    pub at: f64,
    /// Whose it is and how much, which stands beside the dots that are named.
    pub label: String,
    /// Whether its words stand beside it.
    pub is_named: bool,
    /// How it looks.
    pub look: MarkStyle,
    /// Whose it is, where the reader's own council is set apart.
    pub owner: Owner,
    /// The datum in words.
    pub spoken: String,
}

impl DotStrip {
    /// How many of its dots are outcomes that were selected.
    pub fn selected(&self) -> usize {
        self.dots.iter().chain(&self.nation).filter(|dot| dot.is_selected).count()
    }
}

/// The look of a line or dot of this tone.
pub fn look(tone: Tone) -> MarkStyle {
    MarkStyle { fill: Fill::Solid, tone, outline: MarkOutline::Plain }
}

impl TrendLine {
    /// Lines as small figures under one heading; one of context is no outcome of its own.
    pub fn small_figures(lines: &[Self], heading: &str) -> TileGroup {
        let tile = |line: &Self| Tile {
            outcome: line.outcomes.first().cloned().unwrap_or_else(|| OutcomeId::new("")),
            title: line.label.clone(),
            subtitle: heading.to_owned(),
            body: line.body(),
            headline: String::new(),
            headline_caption: String::new(),
            foot: String::new(),
            flag: String::new(),
            claim: None,
            owner: line.owner,
            spoken: line.spoken.clone(),
        };
        TileGroup {
            heading: heading.to_owned(),
            aside: String::new(),
            max_columns: lines.len(),
            tiles: lines.iter().map(tile).collect(),
            listed: Vec::new(),
            frame: TileFrame::Card,
        }
    }

    /// The same as a small figure, as a workbook draws it.
    fn body(&self) -> TileBody {
        let points = self.points.iter().map(|point| SeriesMark {
            caption: point.date.clone(),
            at: Some(point.at),
            value: point.value,
            high: None,
            open: OpenSide::Neither,
            label: point.label.clone(),
            look: self.look,
        });
        TileBody::Series { points: points.collect(), missing: String::new() }
    }
}

impl DotStrips {
    /// The dots of outcomes that were selected.
    pub fn selected(&self) -> impl Iterator<Item = &StripDot> {
        self.strips.iter().flat_map(|strip| strip.dots.iter().chain(&strip.nation)).filter(|dot| dot.is_selected)
    }
}

impl StripDot {
    /// The same as a mark of a change.
    pub fn mark(&self) -> Mark {
        let shape = MarkShape::Change { to: self.at, high: None, open: OpenSide::Neither };
        Mark { shape, look: self.look, label: self.label.clone() }
    }
}
