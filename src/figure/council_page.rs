//! One council as a page: who it is, what was published in a sentence, and its programmes, each with what is told of it and its
//! small figures.
//!
//! The room Council, the booklet and the printed page show the same page. What is told of a programme is told of those whose figures
//! it has, by name, and no other council is lent their praise.

use crate::compare::phrases::all_of;
use crate::compare::{Comparison, DatasetIndex};
use crate::model::{Council, Dataset, FigureKind, Filter, Programme, ProgrammeId, SourceId, View};
use crate::say;

use super::{Body, Figure, TileFrame, figure, summary, words};

/// One council's page. The default one is of nobody.
#[derive(Clone, Debug, Default)]
pub struct CouncilPage {
    /// Its name.
    pub name: String,
    /// Kind, region, nation, code, and what followed it.
    pub facts: String,
    /// What a reader should know of it; may be empty.
    pub note: String,
    /// What was published, in a sentence, or that nothing was.
    pub summary: String,
    /// All its outcomes as one figure; this is what is saved.
    pub figure: Figure,
    /// Its programmes in the dataset's order, those with figures first, and last its context.
    pub chapters: Vec<Chapter>,
    /// The documents that it is written in, each once.
    pub sources: Vec<SourceId>,
}

/// A programme of a council, or its context.
#[derive(Clone, Debug)]
pub struct Chapter {
    /// The programme; `None` for official statistics and other figures of no programme.
    pub programme: Option<ProgrammeId>,
    /// Its name.
    pub heading: String,
    /// Topic, dates, and whose it is where several share it; may be empty.
    pub facts: String,
    /// What is told of it, in the order of reading.
    pub told: Vec<StoryLine>,
    /// Its outcomes of this council; `None` where it has none to draw.
    pub figure: Option<Figure>,
}

/// A paragraph of a story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoryLine {
    /// Its words.
    pub words: String,
    /// How it stands among the others.
    pub tone: StoryTone,
}

/// How a paragraph stands among others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoryTone {
    /// What is told.
    Plain,
    /// What must not be missed: whose figures these are, or that there are none.
    Strong,
    /// Where it is written.
    Quiet,
}

/// The page of the one council that the view asks for, of what it asks for; that of nobody where it asks for none or several.
pub fn council_page(dataset: &Dataset, view: &View) -> CouncilPage {
    let Some(council) = view.councils.only().and_then(|id| dataset.council(id)) else { return CouncilPage::default() };
    let figure_of = |view: &View| figure(dataset, view, FigureKind::Profile).ok();
    let whole = figure_of(view).unwrap_or_default();
    let selected = view.select(dataset);
    let mut chapters = Vec::new();
    for programme in dataset.programmes.iter().filter(|programme| view.programmes.asks_for(&programme.id)) {
        let own = selected.iter().any(|l| l.programme.is_some_and(|p| p.id == programme.id));
        if !own && !is_told_without_figures(view, council, programme) {
            continue;
        }
        let part = View { programmes: vec![programme.id.clone()].into(), ..view.clone() };
        let figure = figure_of(&part).filter(|f| !matches!(f.body, Body::Empty(_))).map(without_heading);
        chapters.push(of_programme(dataset, council, programme, figure));
    }
    chapters.sort_by_key(|chapter| chapter.figure.is_none());
    if selected.iter().any(|located| located.outcome.statistic.is_some()) {
        chapters.push(Chapter {
            programme: None,
            heading: say!("tile-heading-statistics").to_owned(),
            facts: String::new(),
            told: vec![plain(say!("council-statistics-meaning").to_owned())],
            figure: Some(only(whole.clone(), say!("tile-heading-statistics"))),
        });
    }
    if selected.iter().any(|located| located.programme.is_none() && located.outcome.statistic.is_none()) {
        chapters.push(Chapter {
            programme: None,
            heading: say!("council-context").to_owned(),
            facts: String::new(),
            told: vec![plain(say!("council-context-meaning").to_owned())],
            figure: Some(only(whole.clone(), say!("tile-heading-context"))),
        });
    }
    let surroundings = DatasetIndex::of(dataset);
    let comparisons: Vec<Comparison<'_>> =
        selected.iter().map(|located| Comparison::within(&surroundings, *located)).collect();
    let told_in = dataset.programmes.iter().filter(|p| chapters.iter().any(|c| c.programme.as_ref() == Some(&p.id)));
    let references = told_in.flat_map(|p| &p.sources).chain(selected.iter().flat_map(|l| &l.outcome.sources));
    let mut sources = Vec::new();
    for reference in references {
        if !sources.contains(&reference.source) {
            sources.push(reference.source.clone());
        }
    }
    CouncilPage {
        name: council.name.clone(),
        facts: facts(dataset, council),
        note: council.note.clone(),
        summary: if comparisons.is_empty() {
            nothing_to_sum_up(dataset, council)
        } else {
            summary::summary(&comparisons)
        },
        figure: whole,
        chapters,
        sources,
    }
}

/// Why there is nothing to sum up.
fn nothing_to_sum_up(dataset: &Dataset, council: &Council) -> String {
    let name = council.name.as_str();
    let has_any = dataset.outcomes().any(|located| located.outcome.places.contains(&council.id));
    if has_any { say!("council-nothing-shown", name = name) } else { say!("council-nothing-published", name = name) }
}

/// Whether a programme that has no figure of this council is told of on its page: where nothing is asked for but the place.
fn is_told_without_figures(view: &View, council: &Council, programme: &Programme) -> bool {
    let narrows = view.indicators != Filter::All || view.forms != Filter::All || view.sources != Filter::All;
    let has_place = programme.places.contains(&council.id)
        || programme.outcomes.iter().any(|outcome| outcome.places.contains(&council.id));
    has_place && !narrows && view.topics.asks_for(&programme.topic)
}

fn facts(dataset: &Dataset, council: &Council) -> String {
    let mut facts = vec![council.kind.label().to_owned()];
    if !council.region.is_empty() {
        facts.push(council.region.clone());
    }
    if council.name != council.nation.label() {
        facts.push(council.nation.label().to_owned());
    }
    facts.extend(council.gss.clone());
    if let Some(until) = council.until {
        facts.push(say!("council-until", date = words::date(until)));
    }
    if !council.successors.is_empty() {
        let names: Vec<String> =
            council.successors.iter().map(|id| dataset.names(std::slice::from_ref(id), "")).collect();
        facts.push(say!("council-followed-by", names = all_of(&names).unwrap_or_default()));
    }
    in_a_line(&facts)
}

/// Facts beside one another.
fn in_a_line(facts: &[String]) -> String {
    facts.join(" · ")
}

fn plain(words: String) -> StoryLine {
    StoryLine { words, tone: StoryTone::Plain }
}

fn strong(words: String) -> StoryLine {
    StoryLine { words, tone: StoryTone::Strong }
}

fn of_programme(dataset: &Dataset, council: &Council, programme: &Programme, figure: Option<Figure>) -> Chapter {
    let mut facts = Vec::new();
    if !programme.topic.trim().is_empty() {
        facts.push(programme.topic.clone());
    }
    if programme.dates.is_stated() {
        facts.push(words::period(&programme.dates));
    }
    if programme.places.len() > 1 {
        facts.push(dataset.names(&programme.places, say!("list-comma")));
    }
    let mut told = told(dataset, council, programme);
    if programme.outcomes.is_empty() {
        told.push(strong(say!("council-no-figure").to_owned()));
    } else if figure.is_none() && programme.places_with_figures().contains(&council.id) {
        told.push(plain(say!("council-unreal-only").to_owned()));
    }
    if !programme.sources.is_empty() {
        let places = place_in_sources(dataset, programme);
        told.push(StoryLine { words: say!("council-source", places = places), tone: StoryTone::Quiet });
    }
    Chapter {
        programme: Some(programme.id.clone()),
        heading: programme.name.clone(),
        facts: in_a_line(&facts),
        told,
        figure,
    }
}

/// What is told of a programme. Where only some of its places have figures it is told of them by name, and no other council is lent
/// their praise; what a body did that is no council may be the programme itself.
fn told(dataset: &Dataset, council: &Council, programme: &Programme) -> Vec<StoryLine> {
    let owners = programme.told_of();
    let is_lent = owners.as_ref().is_some_and(|owners| !owners.contains(&council.id));
    let names = dataset.names(owners.as_ref().unwrap_or(&programme.places), say!("list-comma"));
    let mut told = Vec::new();
    if is_lent {
        told.push(strong(say!("council-figures-of-others", names = names.as_str(), name = council.name.as_str())));
    }
    let summary = programme.summary.trim();
    if !summary.is_empty() {
        told.push(plain(if is_lent {
            say!("council-told-of", names = names.as_str(), words = summary)
        } else {
            summary.to_owned()
        }));
    }
    if !(is_lent && council.kind.is_council()) {
        let claim = |claim: &String| plain(say!("council-claim", names = names.as_str(), claim = claim.as_str()));
        told.extend(programme.claims.iter().map(claim));
    }
    told
}

fn place_in_sources(dataset: &Dataset, programme: &Programme) -> String {
    let parts = programme.sources.iter().map(|reference| {
        let title = dataset.source_titles(std::slice::from_ref(reference));
        match (reference.lines.first(), reference.lines.last()) {
            (Some(first), Some(last)) if first != last => {
                say!("council-source-lines", title = title, first = first.to_string(), last = last.to_string())
            }
            (Some(line), _) => say!("council-source-line", title = title, line = line.to_string()),
            _ if reference.at.is_empty() => title,
            _ => say!("council-source-at", title = title, place = reference.at.as_str()),
        }
    });
    parts.collect::<Vec<_>>().join(say!("list-semicolon"))
}

/// The programme's name stands above its story already, and the story's box is around its figures.
fn without_heading(mut figure: Figure) -> Figure {
    if let Body::Tiles(groups) = &mut figure.body {
        for group in groups {
            group.heading.clear();
            group.aside.clear();
            group.frame = TileFrame::Bare;
            group.max_columns = group.tiles.len();
        }
    }
    figure.key.clear();
    figure
}

fn only(mut figure: Figure, heading: &str) -> Figure {
    if let Body::Tiles(groups) = &mut figure.body {
        groups.retain(|group| group.heading == heading);
    }
    without_heading(figure)
}
