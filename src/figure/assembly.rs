//! How a figure is put together: what is selected and left out, the axes, the key, the source and the words that every kind has.
//!
//! A kind adds its [`FigureParts`]. What a mark looks like is for [`super::mark_style`].

use crate::compare::{AxisNeed, ChangeScale, Comparability, Comparison, LevelScale, Rule, one_axis, sort};
use crate::model::{Dataset, FigureKind, Indicator, View};
use crate::say;

use super::comparability::ComparabilityStrip;
use super::{
    Body, Cell, Figure, LeftOutRow, Note, Owner, Panel, Row, Rows, Strips, alt_text, groups, left_out_sentences,
    levels, mark_style, notes, periods, statistics_notes, titles,
};

/// What a figure draws, and what its axes count.
pub struct Drawn<'a> {
    /// The whole dataset.
    pub dataset: &'a Dataset,
    /// What is asked for.
    pub view: &'a View,
    /// What the kind draws.
    pub need: AxisNeed,
    /// The outcomes; at least one. In dataset order until [`Drawn::sort`].
    pub comparisons: Vec<Comparison<'a>>,
    /// The indicator of the first outcome, the only one where the kind has one axis of levels.
    pub indicator: &'a Indicator,
    /// What was selected and is not drawn.
    pub left_out: Vec<LeftOutRow>,
    /// What the axis of levels counts.
    pub scale: LevelScale,
    /// What the axis of changes counts.
    pub change_scale: ChangeScale,
    /// The largest level, on either side of zero, that may stand beside these outcomes; infinite where no programme's level does.
    pub largest: f64,
    /// The largest change in per cent that a benchmark may have beside these outcomes.
    pub largest_change: f64,
}

/// What a kind of figure has of its own.
pub struct FigureParts {
    /// The finding.
    pub title: String,
    /// What stands on the axes.
    pub subtitle: String,
    /// What is drawn.
    pub body: Body,
    /// What the alternative text says after title and subtitle.
    pub spoken: Vec<String>,
    /// Where rules were applied.
    pub notes: Vec<Note>,
}

impl Drawn<'_> {
    /// Puts the outcomes into the order asked for (R15).
    pub fn sort(&mut self) {
        sort(&mut self.comparisons, self.view.order);
    }

    /// Takes outcomes out of the figure for this reason.
    pub fn leave_out(&mut self, reason: &str, goes: impl Fn(&Comparison<'_>) -> bool) {
        let taken = self.comparisons.extract_if(.., |c| goes(c));
        self.left_out.extend(taken.map(|c| notes::left_out_row(&c, reason.to_owned())));
    }

    /// Rows aligned across these panels and one that says when, context apart.
    pub fn rows(&self, mut panels: Vec<Panel>, row: impl Fn(&Comparison<'_>) -> Row) -> Body {
        // Two dates that all statistics share stand in the subtitle.
        let tells_periods = self.shared_dates().is_none();
        if tells_periods {
            panels.push(periods::panel(&self.comparisons));
        }
        let row = |c: &Comparison<'_>| {
            let mut row = row(c);
            if tells_periods {
                row.cells.push(periods::cell(c));
            }
            row
        };
        let groups = statistics_notes::by_region(self, groups::context_apart(&self.comparisons, row));
        Body::Rows(Rows { panels, groups })
    }

    /// The time between before and after in words, where all rows are official statistics of the same two dates.
    pub fn shared_dates(&self) -> Option<String> {
        statistics_notes::shared_dates(&self.comparisons)
    }

    /// The parts of a figure of one concept, whose title says the finding.
    pub fn of_concept(&self, subtitle: String, body: Body, notes: Vec<Note>) -> FigureParts {
        FigureParts {
            title: titles::finding(&self.comparisons, self.indicator),
            subtitle,
            body,
            spoken: alt_text::of_rows(&self.comparisons, &self.left_out),
            notes,
        }
    }
}

/// One outcome as a row.
pub fn row(comparison: &Comparison<'_>, cells: Vec<Cell>) -> Row {
    Row {
        outcome: comparison.located.outcome.id.clone(),
        label: comparison.place.clone(),
        sublabel: comparison.located.programme.map_or_else(String::new, |programme| programme.name.clone()),
        cells,
        owner: Owner::default(),
        spoken: alt_text::datum(comparison),
    }
}

/// The figure of a kind that draws what `need` says; an empty one where none of these outcomes has it.
pub fn assemble<'a>(
    dataset: &'a Dataset,
    view: &'a View,
    kind: FigureKind,
    comparisons: Vec<Comparison<'a>>,
    (need, parts): (AxisNeed, fn(&mut Drawn<'a>) -> FigureParts),
) -> Figure {
    let selection = one_axis(comparisons, need);
    let left_out = notes::left_out_rows(&selection.left_out);
    let Some(indicator) = selection.drawn.first().map(|c| c.located.indicator) else {
        let is_of_grades = need == AxisNeed::Ratings;
        return empty(
            kind,
            if is_of_grades { say!("rating-none-drawn") } else { say!("figure-nothing-stands") },
            left_out,
        );
    };
    let mut drawn = Drawn {
        largest: levels::largest(&selection.drawn, selection.scale),
        largest_change: levels::largest_change(&selection.drawn),
        comparisons: selection.drawn,
        scale: selection.scale,
        change_scale: selection.change_scale,
        dataset,
        view,
        need,
        indicator,
        left_out,
    };
    let FigureParts { title, subtitle, body, spoken, notes } = parts(&mut drawn);
    let answer = kind
        .compares_councils()
        .then(|| Comparability::of(&drawn.comparisons, &selection.left_out, view.councils.named()))
        .flatten();
    let comparability = answer.as_ref().map(ComparabilityStrip::of);
    // The answer is spoken and noted before all else.
    let (mut what, mut notes) = (subtitle.clone(), notes);
    if let Some(strip) = &comparability {
        what = format!("{} {subtitle}", strip.text);
        notes.insert(0, Note { rule: Rule::R15, text: strip.text.clone() });
    }
    // Of one council there is nothing to set beside each other.
    let has_strips = kind == FigureKind::Profile && drawn.view.councils.only().is_none();
    let strips = has_strips.then(|| Strips::of(dataset, &drawn.comparisons)).flatten();
    let in_short = strips.iter().flat_map(Strips::spoken).collect::<Vec<_>>();
    let beginning = say!("alt-figure", title = title.as_str(), what = what);
    Figure {
        kind,
        key: mark_style::key_of(&body, strips.as_ref()),
        alt: std::iter::once(beginning).chain(in_short).chain(spoken).collect::<Vec<_>>().join(" "),
        comparability,
        notes,
        author_note: String::new(),
        source: notes::source_line(dataset, &drawn.comparisons),
        title,
        subtitle,
        strips,
        body,
        left_out: drawn.left_out,
    }
}

/// A figure of nothing: it says why there is nothing, and below it and in its alternative text why each outcome is left out.
pub fn empty(kind: FigureKind, sentence: &str, left_out: Vec<LeftOutRow>) -> Figure {
    let reasons = left_out_sentences(&left_out);
    Figure {
        kind,
        title: say!("figure-nothing-to-draw").to_owned(),
        alt: std::iter::once(sentence).chain(reasons.iter().map(String::as_str)).collect::<Vec<_>>().join(" "),
        body: Body::Empty(sentence.to_owned()),
        left_out,
        ..Figure::default()
    }
}
