//! What several councils published, in short: a strip for each concept, their changes as marks on one axis of change in per cent.
//!
//! It stands above a wall of small figures and shows nothing that the wall does not have. Estimates, targets, plans and context stay
//! below (R9); what has no place on the axis is told in words (R1, R2, R5), and so is what was said without a number.

use std::collections::HashMap;

use crate::compare::phrases::{self, by_commas, by_semicolons};
use crate::compare::{ChangeScale, Comparison, ShownChange};
use crate::model::{ChangeUnit, Dataset, Direction, Grade, IndicatorId, OutcomeId, Published, Role};
use crate::say;

use super::{
    Axis, Fill, Mark, MarkShape, Owner, alt_text, axis, change_rows, changes, mark_style, notes, statistics_notes,
    words,
};

/// Changes beyond this, in per cent, would press all others together: they are told in words.
const REACH: f64 = 100.0;
/// So many councils have to have published a figure.
const SEVERAL: usize = 2;

/// Strips under one axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Strips {
    /// "What several councils published".
    pub title: String,
    /// What the axis counts.
    pub about: String,
    /// What stands above the words of those who gave no number.
    pub beside: String,
    /// Change in per cent.
    pub axis: Axis,
    /// Those with marks first, then those with most councils, then by name; never by size (R15).
    pub strips: Vec<ConceptStrip>,
}

/// One concept.
#[derive(Clone, Debug, PartialEq)]
pub struct ConceptStrip {
    /// As the dataset names it.
    pub concept: String,
    /// As a heading.
    pub title: String,
    /// How many councils, and how many of them with a number.
    pub about: String,
    /// On the axis.
    pub marks: Vec<StripMark>,
    /// Beside the axis, in words.
    pub told: Vec<StripLine>,
    /// Said without a number.
    pub unnumbered: Vec<StripLine>,
    /// All of it in a sentence.
    pub spoken: String,
}

/// A change on the axis.
#[derive(Clone, Debug, PartialEq)]
pub struct StripMark {
    /// Which outcome.
    pub outcome: OutcomeId,
    /// The mark, with whose it is and how much.
    pub mark: Mark,
    /// Whose it is.
    pub owner: Owner,
    /// The datum in words.
    pub spoken: String,
}

/// Words that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StripLine {
    /// What they have in common; empty where nothing need be said.
    pub lead: String,
    /// Each of an outcome.
    pub items: Vec<StripItem>,
}

/// An outcome in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StripItem {
    /// Which outcome.
    pub outcome: OutcomeId,
    /// "Hampshire +300%".
    pub text: String,
    /// Whose it is.
    pub owner: Owner,
    /// The datum in words.
    pub spoken: String,
}

impl StripLine {
    /// "Fell: Leeds, North Yorkshire".
    pub(super) fn text(&self) -> String {
        let items: Vec<String> = self.items.iter().map(|item| item.text.clone()).collect();
        if self.lead.is_empty() { by_commas(&items) } else { format!("{} {}", self.lead, by_commas(&items)) }
    }
}

/// Where an outcome stands in its strip.
enum Standing {
    OnAxis(MarkShape, String),
    OffAxis(String),
    Grades(String),
    Said(Direction),
    /// It is no change: the wall alone shows it.
    Elsewhere,
}

impl Strips {
    /// The strips of these outcomes; `None` where no concept has figures of several councils.
    pub fn of(dataset: &Dataset, comparisons: &[Comparison<'_>]) -> Option<Self> {
        let is_council = |c: &Comparison<'_>| {
            let places = &c.located.outcome.places;
            places.iter().any(|id| dataset.council(id).is_some_and(|council| council.kind.is_council()))
        };
        // A place has one mark of official statistics, of the first way in which its concept is counted.
        let mut first: HashMap<&str, &IndicatorId> = HashMap::new();
        for own in comparisons.iter().filter(|c| statistics_notes::is_official(c)) {
            first.entry(&own.located.indicator.concept).or_insert(&own.located.indicator.id);
        }
        let counts = |c: &&Comparison<'_>| {
            let indicator = c.located.indicator;
            !statistics_notes::is_official(c) || first.get(indicator.concept.as_str()) == Some(&&indicator.id)
        };
        let told = comparisons.iter().filter(|c| c.located.outcome.role == Role::Outcome && is_council(c) && counts(c));
        let concepts = notes::grouped(told.map(|c| (c.located.indicator.concept.as_str(), (c, standing(c)))));
        let mut found: Vec<(usize, ConceptStrip)> = concepts
            .into_iter()
            .filter_map(|(concept, members)| {
                let with_figure = |(_, standing): &&(&Comparison<'_>, Standing)| match standing {
                    Standing::OnAxis(..) | Standing::OffAxis(_) | Standing::Grades(_) => true,
                    Standing::Said(_) | Standing::Elsewhere => false,
                };
                let numbered = places(members.iter().filter(with_figure).map(|(c, _)| *c));
                (numbered >= SEVERAL).then(|| (numbered, strip(concept, &members, numbered)))
            })
            .collect();
        found.sort_by_cached_key(|(numbered, strip)| {
            (strip.marks.is_empty(), std::cmp::Reverse(*numbered), strip.title.to_lowercase())
        });
        let strips: Vec<ConceptStrip> = found.into_iter().map(|(_, strip)| strip).collect();
        let ends = strips.iter().flat_map(|strip| &strip.marks).flat_map(|mark| ends(mark.mark.shape));
        let axis = axis::of_changes(ends, ChangeScale::Percent);
        (!strips.is_empty()).then(|| Self {
            title: say!("strips-title").to_owned(),
            about: say!("strips-about").to_owned(),
            beside: say!("strips-beside").to_owned(),
            axis,
            strips,
        })
    }

    /// The strips in sentences.
    pub fn spoken(&self) -> impl Iterator<Item = String> {
        let title = format!("{}.", self.title);
        std::iter::once(title).chain(self.strips.iter().map(|strip| strip.spoken.clone()))
    }

    /// Every mark.
    pub fn marks(&self) -> impl Iterator<Item = &Mark> {
        self.strips.iter().flat_map(|strip| &strip.marks).map(|mark| &mark.mark)
    }
}

/// How many places these outcomes are of.
fn places<'a>(comparisons: impl Iterator<Item = &'a Comparison<'a>>) -> usize {
    comparisons.map(|c| c.place.as_str()).collect::<std::collections::HashSet<_>>().len()
}

fn strip(concept: &str, members: &[(&Comparison<'_>, Standing)], numbered: usize) -> ConceptStrip {
    let (mut marks, mut off, mut grades): (Vec<StripMark>, Vec<StripItem>, Vec<StripItem>) = Default::default();
    let mut said: Vec<(Direction, StripItem)> = Vec::new();
    // A place that gave a number, or said something else, is named as giving another account.
    let has_figure = |standing: &Standing| match standing {
        Standing::OnAxis(..) | Standing::OffAxis(_) | Standing::Grades(_) => true,
        Standing::Said(_) | Standing::Elsewhere => false,
    };
    let mut seen: Vec<&str> = members.iter().filter(|(_, s)| has_figure(s)).map(|(c, _)| c.place.as_str()).collect();
    for (comparison, standing) in members {
        let place = comparison.place.as_str();
        let item = |text: String| StripItem {
            outcome: comparison.located.outcome.id.clone(),
            text,
            owner: Owner::default(),
            spoken: alt_text::datum(comparison),
        };
        match standing {
            Standing::OnAxis(shape, label) => {
                let StripItem { outcome, text, owner, spoken } =
                    item(say!("strip-label", place = place, change = label.as_str()));
                let mark = Mark { shape: *shape, look: mark_style::look(comparison, Fill::Solid), label: text };
                marks.push(StripMark { outcome, mark, owner, spoken });
            }
            Standing::OffAxis(label) => off.push(item(say!("strip-label", place = place, change = label.as_str()))),
            Standing::Grades(label) => grades.push(item(say!("strip-grades", place = place, grades = label.as_str()))),
            Standing::Said(direction) => {
                let text = if seen.contains(&place) { say!("strip-again", place = place) } else { place.to_owned() };
                said.push((*direction, item(text)));
                seen.push(place);
            }
            Standing::Elsewhere => {}
        }
    }
    let lead = if marks.is_empty() { say!("strip-no-mark") } else { say!("strip-off-axis") };
    let told = [StripLine { lead: lead.to_owned(), items: off }, StripLine { lead: String::new(), items: grades }];
    let lines = Direction::ALL.into_iter().map(|direction| {
        let items = said.iter().filter(|(way, _)| *way == direction).map(|(_, item)| item.clone()).collect();
        let way = words::sentence_case(phrases::direction(direction));
        StripLine { lead: say!("strip-lead", words = way), items }
    });
    let has_items = |line: &StripLine| !line.items.is_empty();
    let told: Vec<StripLine> = told.into_iter().filter(has_items).collect();
    let unnumbered: Vec<StripLine> = lines.filter(has_items).collect();
    let is_told = members.iter().filter(|(_, standing)| !matches!(standing, Standing::Elsewhere));
    let about = about(places(is_told.map(|(c, _)| *c)), numbered, members);
    let title = words::sentence_case(concept);
    let on_axis: Vec<String> = marks.iter().map(|mark| mark.mark.label.clone()).collect();
    let on_axis = (!on_axis.is_empty()).then(|| by_commas(&on_axis));
    let all: Vec<String> = on_axis.into_iter().chain(told.iter().chain(&unnumbered).map(StripLine::text)).collect();
    let spoken = say!("strip-spoken", concept = title.as_str(), about = about.as_str(), told = by_semicolons(&all));
    ConceptStrip { concept: concept.to_owned(), title, about, marks, told, unnumbered, spoken }
}

/// "Seven councils, four with a figure; counted in several ways".
fn about(councils: usize, numbered: usize, members: &[(&Comparison<'_>, Standing)]) -> String {
    let counted = words::sentence_case(&words::count(councils));
    let about = if councils == numbered {
        say!("strip-councils", count = counted)
    } else {
        say!("strip-councils-with-figure", count = counted, figures = words::count(numbered))
    };
    let first = members.first().map(|(c, _)| &c.located.indicator.id);
    if members.iter().all(|(c, _)| Some(&c.located.indicator.id) == first) {
        about
    } else {
        say!("strip-several-ways", about = about)
    }
}

fn standing(comparison: &Comparison<'_>) -> Standing {
    if let Published::Rating { before, after } = &comparison.located.outcome.published {
        return Standing::Grades(grades(comparison, before, after));
    }
    let unit = &comparison.located.indicator.unit;
    let is_percent = comparison.change_scale == ChangeScale::Percent;
    match comparison.shown_change() {
        ShownChange::Stated(change) => {
            let (to, high) = (change.signed(), change.signed_high());
            let shape = MarkShape::Change { to, high, open: mark_style::open_change(change) };
            placed(shape, words::change(change, unit), change.unit == ChangeUnit::Percent)
        }
        ShownChange::Computed(change) => {
            placed(change_rows::of_levels(change), change_rows::computed_label(comparison), is_percent)
        }
        ShownChange::OfCounts { .. } | ShownChange::Conflict { .. } => {
            let computed = changes::computed(comparison).unwrap_or_default();
            Standing::OffAxis(say!("strip-both", stated = changes::all_stated(comparison), computed = computed))
        }
        ShownChange::Direction(direction) => Standing::Said(direction),
        ShownChange::None if comparison.stated.is_empty() => Standing::Elsewhere,
        ShownChange::Contradiction | ShownChange::None => Standing::OffAxis(changes::all_stated(comparison)),
    }
}

fn placed(shape: MarkShape, label: String, is_percent: bool) -> Standing {
    let fits = is_percent && ends(shape).into_iter().all(|end| end.abs() <= REACH);
    if fits { Standing::OnAxis(shape, label) } else { Standing::OffAxis(label) }
}

/// The ends of the mark of a change.
fn ends(shape: MarkShape) -> Vec<f64> {
    shape.change_ends().map_or_else(Vec::new, |(low, high, _)| vec![low, high])
}

/// "inadequate to good, two steps up".
fn grades(comparison: &Comparison<'_>, before: &Grade, after: &Grade) -> String {
    let outcome = comparison.rating.map_or_else(String::new, alt_text::rating_in_short);
    say!("strip-from-grade-to-grade", before = before.grade.as_str(), after = after.grade.as_str(), outcome = outcome)
}
