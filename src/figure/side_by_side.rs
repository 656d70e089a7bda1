//! Councils side by side: a column a council, a row a concept, each cell the small figure of what was published, and for each row
//! whether its cells may be compared.

use crate::compare::phrases::{all_of, by_commas};
use crate::compare::{Comparability, Comparison};
use crate::model::{Council, CouncilId};
use crate::say;

use super::assembly::{Drawn, FigureParts};
use super::comparability::ComparabilityStrip;
use super::{
    Body, Grid, GridCell, GridColumn, GridRow, Owner, Tile, alt_text, benchmarks, groups::told_apart, notes,
    small_multiples, words,
};

/// A title has at most this many words.
const TITLE_WORDS: usize = 12;

/// The outcomes of one concept.
struct Concept<'c, 'd> {
    topic: &'d str,
    name: &'d str,
    members: Vec<&'c Comparison<'d>>,
    /// How many of the councils have any of them.
    told_by: usize,
}

/// The parts of the kind `side-by-side`.
pub fn parts(drawn: &mut Drawn<'_>) -> FigureParts {
    let drawn = &*drawn;
    let councils: Vec<&Council> =
        drawn.view.councils.named().iter().filter_map(|id| drawn.dataset.council(id)).collect();
    let concepts = concepts(&drawn.comparisons, &councils);
    let shared = concepts.iter().filter(|concept| concept.told_by > 1).count();
    let mut rows: Vec<GridRow> = concepts.iter().map(|concept| row(concept, &councils)).collect();
    let apart = told_apart(&drawn.comparisons);
    for tile in rows.iter_mut().flat_map(|row| &mut row.cells).flat_map(|cell| &mut cell.tiles) {
        if let Some(by) = apart.get(&tile.outcome) {
            tile.subtitle = if tile.subtitle.is_empty() {
                words::sentence_case(by)
            } else {
                say!("figure-told-apart", words = tile.subtitle.as_str(), by = by.as_str())
            };
        }
    }
    // A topic is named once, above the first of its rows.
    let mut before = String::new();
    for row in &mut rows {
        if row.topic == before {
            row.topic.clear();
        } else {
            before.clone_from(&row.topic);
        }
    }
    let names: Vec<String> = councils.iter().map(|council| council.name.clone()).collect();
    let title = say!("grid-title", councils = all_of(&names).unwrap_or_default());
    let title = if title.split_whitespace().count() <= TITLE_WORDS {
        title
    } else {
        say!("grid-title-counted", count = words::sentence_case(&words::count(names.len())))
    };
    let subtitle = say!(
        "grid-subtitle",
        n = shared,
        shared = words::sentence_case(&words::count(shared)),
        single = words::count(concepts.len() - shared)
    );
    let columns = councils.iter().map(|council| GridColumn {
        name: council.name.clone(),
        owner: Owner::default(),
        about: about(council),
    });
    let spoken = rows.iter().map(|row| spoken(row, &names)).collect();
    let mut own = Vec::new();
    notes::of_levels(&drawn.comparisons, &mut own);
    let mut all = notes::of_rules(&drawn.comparisons, own);
    // A cell has no place for a benchmark, and none may vanish (R10).
    all.extend(benchmarks::in_words(drawn, &[]));
    FigureParts { title, subtitle, body: Body::Grid(Grid { columns: columns.collect(), rows }), spoken, notes: all }
}

/// Concepts by topic; the topics that most councils share first, and within each what most of them published.
fn concepts<'c, 'd>(comparisons: &'c [Comparison<'d>], councils: &[&Council]) -> Vec<Concept<'c, 'd>> {
    let of = |c: &'c Comparison<'d>| ((c.located.indicator.topic.as_str(), c.located.indicator.concept.as_str()), c);
    let mut concepts: Vec<Concept<'c, 'd>> = notes::grouped(comparisons.iter().map(of))
        .into_iter()
        .map(|((topic, name), members)| {
            let told_by = councils.iter().filter(|council| members.iter().any(|c| is_of(c, &council.id))).count();
            Concept { topic, name, members, told_by }
        })
        .collect();
    let shared_of = |topic: &str| concepts.iter().filter(|other| other.topic == topic && other.told_by > 1).count();
    let mut topics: Vec<(usize, &str)> =
        concepts.iter().map(|concept| (shared_of(concept.topic), concept.topic)).collect();
    topics.sort_by_key(|(shared, topic)| (std::cmp::Reverse(*shared), topic.to_lowercase()));
    topics.dedup();
    let place = |topic: &str| topics.iter().position(|(_, other)| *other == topic);
    concepts.sort_by_cached_key(|concept| {
        (place(concept.topic), std::cmp::Reverse(concept.told_by), concept.name.to_lowercase())
    });
    concepts
}

fn is_of(comparison: &Comparison<'_>, council: &CouncilId) -> bool {
    comparison.located.outcome.places.contains(council)
}

fn row(concept: &Concept<'_, '_>, councils: &[&Council]) -> GridRow {
    let owned: Vec<Comparison<'_>> = concept.members.iter().map(|c| (*c).clone()).collect();
    let named: Vec<CouncilId> = councils.iter().map(|council| council.id.clone()).collect();
    let answer = (concept.told_by > 1).then(|| Comparability::of(&owned, &[], &named)).flatten();
    let mut indicators: Vec<_> = concept.members.iter().map(|c| &c.located.indicator.id).collect();
    indicators.dedup();
    let one_indicator = indicators.len() == 1;
    let about = concept
        .members
        .first()
        .filter(|_| one_indicator)
        .map(|c| small_multiples::unit_and_measure(c.located.indicator));
    let cell = |council: &&Council| {
        let own = concept.members.iter().filter(|c| is_of(c, &council.id));
        let tiles: Vec<Tile> = own.map(|c| tile(c, council, one_indicator && names_concept(c))).collect();
        let gap = if tiles.is_empty() { say!("grid-gap").to_owned() } else { String::new() };
        GridCell { tiles, gap }
    };
    GridRow {
        topic: concept.topic.to_owned(),
        concept: concept.name.to_owned(),
        title: words::sentence_case(concept.name),
        about: about.unwrap_or_default(),
        answer: answer.as_ref().map(ComparabilityStrip::of),
        cells: councils.iter().map(cell).collect(),
    }
}

/// Whether the indicator is called as its concept is.
fn names_concept(comparison: &Comparison<'_>) -> bool {
    let indicator = comparison.located.indicator;
    indicator.name.eq_ignore_ascii_case(&indicator.concept)
}

/// An outcome in its council's column, whose head says whose it is.
fn tile(comparison: &Comparison<'_>, council: &Council, is_named: bool) -> Tile {
    let subtitle = if is_named { String::new() } else { words::sentence_case(&small_multiples::subject(comparison)) };
    let mut tile = small_multiples::tile(comparison, String::new(), subtitle);
    if comparison.located.outcome.places.len() > 1 {
        let others = comparison.place.split(", ").filter(|name| *name != council.name);
        let others: Vec<String> = others.map(str::to_owned).collect();
        let together = say!("grid-together", places = by_commas(&others));
        tile.subtitle = if tile.subtitle.is_empty() {
            together
        } else {
            say!("figure-told-apart", words = tile.subtitle.as_str(), by = together.as_str())
        };
    }
    tile
}

/// "Metropolitan borough · Yorkshire and The Humber".
fn about(council: &Council) -> String {
    if council.region.is_empty() {
        return council.kind.label().to_owned();
    }
    say!("grid-about", kind = words::sentence_case(council.kind.label()), region = council.region.as_str())
}

/// A row in words: the concept, the answer, and what each council has.
fn spoken(row: &GridRow, names: &[String]) -> String {
    let cells = row.cells.iter().zip(names).map(|(cell, name)| {
        if cell.tiles.is_empty() {
            say!("grid-spoken-gap", place = name.as_str(), gap = alt_text::lower_first(&cell.gap))
        } else {
            cell.tiles.iter().map(|tile| tile.spoken.clone()).collect::<Vec<_>>().join(" ")
        }
    });
    let cells = cells.collect::<Vec<_>>().join(" ");
    let answer = row.answer.as_ref().map(|strip| strip.text.clone()).unwrap_or_default();
    say!("grid-spoken-row", concept = row.title.as_str(), answer = answer, cells = cells)
}
