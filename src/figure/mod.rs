//! From comparisons to a figure: a chart as plain data, with its words.
//!
//! One entry, [`figure`], serves the window, the command line and the tests. No egui here.

pub mod alt_text;
mod assembly;
mod axis;
mod benchmarks;
mod beside_series;
mod cells;
mod change_rows;
mod changes;
mod chart;
mod claims;
pub mod claims_table;
mod column;
pub mod comparability;
pub mod council_page;
pub mod detail;
mod dot_rows;
mod dumbbell_rows;
mod grid;
mod groups;
mod index_rows;
mod levels;
mod mark_style;
mod notes;
pub mod outcome_text;
mod own;
pub mod pages;
mod periods;
mod rating_rows;
mod row_chart;
pub mod screen_cells;
pub mod screen_table;
mod series_members;
mod side_by_side;
mod sides;
mod slope_chart;
mod slope_lines;
mod small_multiples;
mod statistics_notes;
pub mod statistics_table;
mod strips;
pub mod summary;
mod suppressed;
pub mod table;
mod titles;
mod trend_chart;
mod trend_lines;
pub mod wording;
pub mod words;

#[cfg(test)]
mod sentences;

use thiserror::Error;

use crate::compare::phrases::{by_commas, by_semicolons};
use crate::compare::{AxisNeed, Comparability, Comparison, DatasetIndex, Rule};
use crate::model::{Dataset, FigureKind, View};
use crate::say;
use comparability::ComparabilityStrip;

use assembly::{Drawn, FigureParts, assemble, empty};

pub use crate::compare::statistic_pairs::{ChosenDates, with_pairs};
pub use alt_text::datum;
pub use chart::{
    Beside, Body, Cell, Column, DirectionClaim, Figure, Fill, GradeScale, LeftOutRow, LevelSlot, Mark, MarkOutline,
    MarkShape, MarkStyle, Note, Owner, SeriesMark, Tile, TileBody, TileFrame, TileGroup, Tone,
};
pub use grid::{Grid, GridCell, GridColumn, GridRow};
pub use mark_style::KeyEntry;
pub use notes::left_out_sentences;
pub use row_chart::{Axis, Panel, PanelRole, Row, RowGroup, Rows, Tick};
pub use slope_chart::{SlopeEnd, SlopeGroup, SlopeLine};
pub use strips::{ConceptStrip, StripItem, StripLine, StripMark, Strips};
pub use trend_chart::{DotStrip, DotStrips, StripDot, Trend, TrendLine, TrendMoment, TrendPoint};

/// A kind of figure that draws one concept was asked for several.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
#[error("{}", say!("figure-several-concepts", kind = *.kind, n = .found.len(), concepts = first_few(.found)))]
pub struct SeveralConcepts {
    /// The kind's word on the command line.
    pub kind: &'static str,
    /// The concepts found, each once, in dataset order.
    pub found: Vec<String>,
}

impl SeveralConcepts {
    /// Whether the sentence names all of them, and not only the first few.
    pub fn names_all(&self) -> bool {
        self.found.len() <= FEW
    }
}

/// As many names as are read at a glance.
const FEW: usize = 10;

/// The first few names, and how many more there are.
fn first_few(found: &[String]) -> String {
    let few = by_semicolons(found.get(..FEW).unwrap_or(found));
    let more = found.len().saturating_sub(FEW);
    if more == 0 { few } else { say!("list-and-more", items = few, more = words::plain(more as f64, 0)) }
}

/// The figure of a kind for what a view asks for.
///
/// # Errors
/// [`SeveralConcepts`] where the kind draws one concept (R2) and the view selects several that it could draw.
pub fn figure(dataset: &Dataset, view: &View, kind: FigureKind) -> Result<Figure, SeveralConcepts> {
    let surroundings = DatasetIndex::of(dataset);
    let comparisons: Vec<Comparison<'_>> =
        view.select(dataset).into_iter().map(|located| Comparison::within(&surroundings, located)).collect();
    if comparisons.is_empty() {
        return Ok(empty(kind, say!("figure-nothing-selected"), Vec::new()));
    }
    if kind.councils().is_some_and(|many| !many.contains(&view.councils.named().len())) {
        let reason = say!("grid-councils");
        let left_out = comparisons.iter().map(|c| notes::left_out_row(c, reason.to_owned())).collect();
        return Ok(empty(kind, reason, left_out));
    }
    if kind.needs_one_concept() {
        let found = concepts(&comparisons);
        if found.len() > 1 {
            return Err(SeveralConcepts { kind: kind.keyword(), found });
        }
    }
    let absent = absent_places(dataset, view, &comparisons);
    let suppressed = suppressed::note(comparisons.iter().map(|c| c.located.outcome));
    let mut official = statistics_notes::notes(dataset, &comparisons);
    let mut figure = made(dataset, view, kind, comparisons);
    // A figure of series names the releases itself.
    if !kind.draws_series() {
        figure.notes.append(&mut official);
    }
    if let Some(sentence) = absent {
        figure.alt.push_str(&format!(" {sentence}"));
        figure.notes.push(Note { rule: Rule::R14, text: sentence });
    }
    if let Some(note) = suppressed {
        figure.alt.push_str(&format!(" {}", note.text));
        figure.notes.push(note);
    }
    Ok(figure)
}

/// The figure of a kind, of these outcomes.
fn made<'a>(dataset: &'a Dataset, view: &'a View, kind: FigureKind, comparisons: Vec<Comparison<'a>>) -> Figure {
    let parts: (AxisNeed, fn(&mut Drawn<'a>) -> FigureParts) = match kind {
        FigureKind::Trend => return of_series(dataset, view, kind, &comparisons, trend_lines::trend),
        FigureKind::Strip => return of_series(dataset, view, kind, &comparisons, dot_rows::strip),
        FigureKind::Both => (AxisNeed::LevelsAndChange, change_rows::parts),
        FigureKind::Paired => (AxisNeed::Levels, change_rows::parts),
        FigureKind::Change => (AxisNeed::ChangePercent, change_rows::parts),
        FigureKind::Dumbbell => (AxisNeed::BothLevels, dumbbell_rows::parts),
        FigureKind::Slope => (AxisNeed::BothLevels, slope_lines::parts),
        FigureKind::Index => (AxisNeed::Index, index_rows::parts),
        FigureKind::Rating => (AxisNeed::Ratings, rating_rows::parts),
        FigureKind::Profile => (AxisNeed::Profile, small_multiples::parts),
        FigureKind::SideBySide => (AxisNeed::Profile, side_by_side::parts),
    };
    assemble(dataset, view, kind, comparisons, parts)
}

/// What makes a figure of series, and what it leaves out.
type OfSeries = fn(&Dataset, &View, &[Comparison<'_>]) -> (Option<Figure>, Vec<LeftOutRow>);

/// A figure of series: its answer to whether the councils may be compared comes first, its key from what is drawn.
fn of_series(
    dataset: &Dataset,
    view: &View,
    kind: FigureKind,
    comparisons: &[Comparison<'_>],
    make: OfSeries,
) -> Figure {
    let (found, left_out) = make(dataset, view, comparisons);
    let Some(mut figure) = found else { return empty(kind, say!("series-nothing"), left_out) };
    let drawn: Vec<Comparison<'_>> = {
        let ids = figure.drawn();
        comparisons.iter().filter(|c| ids.contains(&&c.located.outcome.id)).cloned().collect()
    };
    // Claims stand beside the same series, whatever their own dates are; two dates of a statistic are compared as such.
    let is_of_one = match &figure.body {
        Body::DotStrips(strips) => strips.strips.len() == 1,
        Body::Rows(_) | Body::Tiles(_) | Body::Slopes(_) | Body::Grid(_) | Body::Trend(_) | Body::Empty(_) => true,
    };
    if is_of_one && drawn.iter().all(statistics_notes::is_official) {
        // A place without one of the two levels has its gap told in the notes.
        let pairs: Vec<Comparison<'_>> =
            drawn.into_iter().filter(|c| c.before().is_some() && c.after().is_some()).collect();
        let answer = Comparability::of(&pairs, &[], view.councils.named());
        if let Some(strip) = answer.as_ref().map(ComparabilityStrip::of) {
            figure.alt = format!("{} {}", strip.text, figure.alt);
            figure.notes.insert(0, Note { rule: Rule::R15, text: strip.text.clone() });
            figure.comparability = Some(strip);
        }
    }
    figure.key = mark_style::key_of(&figure.body, None);
    Figure { kind, ..figure }
}

/// More councils than this were not picked one by one, and their absence tells nobody anything.
const PICKED: usize = 20;

/// Says which of the councils that were asked for have nothing published on this (R14).
fn absent_places(dataset: &Dataset, view: &View, comparisons: &[Comparison<'_>]) -> Option<String> {
    let picked: Vec<_> =
        view.councils.named().iter().filter_map(|id| dataset.council(id)).filter(|c| c.kind.is_council()).collect();
    if picked.len() > PICKED {
        return None;
    }
    let absent = picked.into_iter().filter(|c| !comparisons.iter().any(|o| o.located.outcome.places.contains(&c.id)));
    let names: Vec<String> = absent.map(|c| c.name.clone()).collect();
    (!names.is_empty()).then(|| say!("note-nothing-published", places = by_commas(&names)))
}

fn concepts(comparisons: &[Comparison<'_>]) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for comparison in comparisons {
        let concept = &comparison.located.indicator.concept;
        if !found.contains(concept) {
            found.push(concept.clone());
        }
    }
    found
}

/// How many outcomes a figure of each kind draws of what a view asks for; 0 where it draws none, or several concepts are asked for and it
/// draws one.
pub fn drawable(dataset: &Dataset, view: &View) -> Vec<(FigureKind, usize)> {
    let surroundings = DatasetIndex::of(dataset);
    let comparisons: Vec<Comparison<'_>> =
        view.select(dataset).into_iter().map(|located| Comparison::within(&surroundings, located)).collect();
    let several = concepts(&comparisons).len() > 1;
    let named = view.councils.named().len();
    let drawn = |kind: FigureKind| {
        let is_apt = kind.councils().is_none_or(|many| many.contains(&named));
        if comparisons.is_empty() || !is_apt || (several && kind.needs_one_concept()) {
            return 0;
        }
        made(dataset, view, kind, comparisons.clone()).drawn().len()
    };
    FigureKind::ALL.into_iter().map(|kind| (kind, drawn(kind))).collect()
}
