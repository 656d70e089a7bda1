//! The twenty rules of comparison, each held by its number through the whole chain: dataset, view, figure and table.
//!
//! On the dataset that ships, and on small made-up ones where a rule needs a case that no document gives. How each formula
//! behaves at its edges is tested beside it, in src/compare.

mod arithmetic;
mod comparability;
mod directions;
mod evidence;
mod judgement;
mod levels;
mod order;
mod selection;
mod side_by_side;
mod strips;

use std::sync::OnceLock;

use sidebyside::compare::{Comparison, Rule};
use sidebyside::dataset::{load_builtin, load_text};
use sidebyside::figure::detail::{Detail, detail};
use sidebyside::figure::table::{COLUMNS, TableRow, Value, rows};
use sidebyside::figure::{Body, Figure, Mark, MarkShape, Row, Rows, Tile, TileBody, figure};
use sidebyside::model::{Dataset, FigureKind, Located, OutcomeId, Role, View};

/// The kinds that draw one concept in rows, on common axes of levels or of changes.
fn on_axes() -> impl Iterator<Item = FigureKind> {
    let others =
        [FigureKind::Slope, FigureKind::Index, FigureKind::Rating, FigureKind::Profile, FigureKind::SideBySide];
    FigureKind::ALL.into_iter().filter(move |kind| !others.contains(kind) && !kind.draws_series())
}

fn shipped() -> &'static Dataset {
    static SHIPPED: OnceLock<Dataset> = OnceLock::new();
    SHIPPED.get_or_init(|| load_builtin().unwrap().dataset)
}

/// A made-up dataset of outcomes without a programme. Each is written `id, place, indicator, published, other fields`.
fn made(outcomes: &[[&str; 5]]) -> Dataset {
    let mut text = r#"(format: 1, title: "Made up", licence: "CC0-1.0",
        sources: [(id: "s", title: "Report"), (id: "t", title: "Another report")],
        councils: [
            (id: "a", name: "Anyshire", kind: county, nation: england),
            (id: "b", name: "Bordshire", kind: county, nation: england),
            (id: "c", name: "Carshire", kind: county, nation: england),
            (id: "d", name: "Doveshire", kind: county, nation: england),
        ],
        indicators: [
            (id: "enquiries", name: "Enquiries", concept: "enquiries", topic: "T", unit: "enquiries", measure: flow),
            (id: "costs", name: "Costs", concept: "costs", topic: "T", unit: "£", measure: flow),
            (id: "children", name: "Children", concept: "children", topic: "T", unit: "children", measure: stock),
            (id: "rate", name: "Children, rate", concept: "children", topic: "T", unit: "per 10,000 children", measure: rate),
            (id: "incidents", name: "Incidents", concept: "incidents", topic: "T", unit: "incidents", measure: flow, polarity: lower_is_better),
            (id: "attainment", name: "Attainment", concept: "attainment", topic: "T", unit: "%", measure: share, polarity: higher_is_better),
            (id: "wait", name: "Wait", concept: "wait", topic: "T", unit: "months", measure: average),
            (id: "grade", name: "Inspection", concept: "inspection", topic: "T", unit: "grade", measure: rating, polarity: higher_is_better),
        ],
        programmes: [], context: [
"#
    .to_owned();
    for [id, place, indicator, published, rest] in outcomes {
        text.push_str(&format!(
            "(id: \"{id}\", places: [\"{place}\"], indicator: \"{indicator}\", published: {published}, \
             sources: [(source: \"s\", at: \"page 1\")], {rest}),\n"
        ));
    }
    text.push_str("])");
    load_text(&text).unwrap_or_else(|findings| panic!("{findings:?}")).dataset
}

fn located<'a>(dataset: &'a Dataset, id: &str) -> Located<'a> {
    dataset.outcome(&OutcomeId::new(id)).unwrap_or_else(|| panic!("no {id}"))
}

fn comparison<'a>(dataset: &'a Dataset, id: &str) -> Comparison<'a> {
    Comparison::of(dataset, located(dataset, id))
}

fn in_full(dataset: &Dataset, id: &str) -> Detail {
    detail(dataset, &comparison(dataset, id))
}

/// The lines of one section of an outcome in full.
fn section(dataset: &Dataset, id: &str, heading: &str) -> String {
    let detail = in_full(dataset, id);
    detail.sections.iter().find(|s| s.heading == heading).map_or_else(String::new, |s| s.lines.join(" "))
}

/// The cautions of one rule.
fn cautions(dataset: &Dataset, id: &str, rule: Rule) -> Vec<String> {
    let comparison = comparison(dataset, id);
    comparison.cautions.into_iter().filter(|caution| caution.rule == rule).map(|caution| caution.text).collect()
}

/// What asks for everything of an outcome's indicator in its places.
fn view_of(located: &Located<'_>) -> View {
    View {
        councils: located.outcome.places.clone().into(),
        indicators: vec![located.outcome.indicator.clone()].into(),
        ..View::default()
    }
}

/// What asks for one indicator.
fn view(indicator: &str) -> View {
    View { indicators: vec![sidebyside::model::IndicatorId::new(indicator)].into(), ..View::default() }
}

/// The figure of everything of an outcome's indicator in its places.
fn figure_of(dataset: &Dataset, id: &str, kind: FigureKind) -> Figure {
    figure(dataset, &view_of(&located(dataset, id)), kind).unwrap()
}

fn find_row<'f>(figure: &'f Figure, id: &str) -> Option<&'f Row> {
    let Body::Rows(rows) = &figure.body else { return None };
    rows.groups.iter().flat_map(|group| &group.rows).find(|row| row.outcome.as_str() == id)
}

fn the_rows(figure: &Figure) -> &Rows {
    let Body::Rows(rows) = &figure.body else { panic!("no rows but {:?}", figure.body) };
    rows
}

fn row<'f>(figure: &'f Figure, id: &str) -> &'f Row {
    find_row(figure, id).unwrap_or_else(|| panic!("no row {id}: {:?}", figure.left_out))
}

fn find_tile<'f>(figure: &'f Figure, id: &str) -> Option<&'f Tile> {
    let Body::Tiles(groups) = &figure.body else { return None };
    groups.iter().flat_map(|group| &group.tiles).find(|tile| tile.outcome.as_str() == id)
}

fn tile<'f>(figure: &'f Figure, id: &str) -> &'f Tile {
    find_tile(figure, id).unwrap_or_else(|| panic!("no small figure {id}"))
}

/// Every mark of an outcome in a figure of rows.
fn marks<'f>(figure: &'f Figure, id: &str) -> Vec<&'f Mark> {
    let is_number = |mark: &&Mark| !matches!(mark.shape, MarkShape::Period { .. });
    let of_row = |row: &'f Row| row.cells.iter().flat_map(|cell| &cell.marks).filter(is_number).collect();
    find_row(figure, id).map_or_else(Vec::new, of_row)
}

/// The values of all marks of an outcome that stand for a level.
fn level_marks(figure: &Figure, id: &str) -> Vec<f64> {
    let bars = marks(figure, id).into_iter().filter_map(|mark| match mark.shape {
        MarkShape::Bar { to, high, .. } | MarkShape::Dot { at: to, high, .. } => Some([Some(to), high]),
        _ => None,
    });
    let mut levels: Vec<f64> = bars.flatten().flatten().collect();
    if let Body::Slopes(groups) = &figure.body {
        let lines = groups.iter().flat_map(|group| &group.lines).filter(|line| line.outcome.as_str() == id);
        let ends = lines.flat_map(|line| [&line.before, &line.after]);
        levels.extend(ends.flat_map(|end| [Some(end.at), end.high]).flatten());
    }
    if let Some(tile) = find_tile(figure, id) {
        match &tile.body {
            TileBody::Columns(columns) => levels.extend(columns.iter().flat_map(|c| [Some(c.value), c.high]).flatten()),
            TileBody::Series { points, .. } => levels.extend(points.iter().flat_map(|p| [p.value, p.high]).flatten()),
            TileBody::Part { share, high, .. } => levels.extend([share, high].into_iter().flatten()),
            TileBody::Number { .. } => levels.push(f64::NAN),
            TileBody::Change { .. } | TileBody::Ladders { .. } => {}
        }
    }
    levels
}

/// Everything that can be read on a figure, and heard of it.
fn words(figure: &Figure) -> Vec<String> {
    let mut words = vec![figure.title.clone(), figure.subtitle.clone(), figure.alt.clone(), figure.source.clone()];
    words.extend(figure.notes.iter().map(|note| note.text.clone()));
    words.extend(figure.left_out.iter().flat_map(|left| [left.name.clone(), left.reason.clone()]));
    match &figure.body {
        Body::Empty(sentence) => words.push(sentence.clone()),
        Body::Trend(trend) => {
            words.extend(trend.moments.iter().map(|moment| moment.label.clone()));
            words.extend(trend.lines.iter().flat_map(|line| [line.label.clone(), line.spoken.clone()]));
            let points = trend.lines.iter().flat_map(|line| &line.points);
            words.extend(points.flat_map(|point| [point.date.clone(), point.label.clone()]));
        }
        Body::DotStrips(strips) => {
            words.extend(strips.strips.iter().flat_map(|s| [s.title.clone(), s.about.clone(), s.spoken.clone()]));
            let dots = strips.strips.iter().flat_map(|strip| strip.dots.iter().chain(&strip.nation));
            words.extend(dots.flat_map(|dot| [dot.label.clone(), dot.spoken.clone()]));
        }
        Body::Grid(grid) => {
            words.extend(grid.columns.iter().flat_map(|column| [column.name.clone(), column.about.clone()]));
            for row in &grid.rows {
                words.extend([row.topic.clone(), row.title.clone(), row.about.clone()]);
                words.extend(row.cells.iter().map(|cell| cell.gap.clone()));
            }
            words.extend(self::words(&Figure { body: Body::Tiles(grid.groups()), ..figure.clone() }));
        }
        Body::Rows(rows) => {
            for panel in &rows.panels {
                words.push(panel.title.clone());
                words.extend(panel.side_words.iter().flat_map(|(low, high)| [low.clone(), high.clone()]));
            }
            for row in rows.groups.iter().flat_map(|group| &group.rows) {
                words.extend([row.label.clone(), row.sublabel.clone(), row.spoken.clone()]);
                for cell in &row.cells {
                    words.push(cell.text.clone());
                    words.extend(cell.marks.iter().map(|mark| mark.label.clone()));
                }
            }
        }
        Body::Slopes(groups) => {
            for group in groups {
                words.extend([&group.heading, &group.title, &group.before_title, &group.after_title].map(Clone::clone));
                for line in &group.lines {
                    words.extend([&line.label, &line.spoken].map(Clone::clone));
                    words.extend(
                        [&line.before, &line.after].into_iter().flat_map(|e| [e.label.clone(), e.period.clone()]),
                    );
                }
            }
        }
        Body::Tiles(groups) => {
            for tile in groups.iter().flat_map(|group| &group.tiles) {
                words.extend([&tile.title, &tile.subtitle, &tile.headline, &tile.headline_caption].map(Clone::clone));
                words.extend([&tile.foot, &tile.flag, &tile.spoken].map(Clone::clone));
                match &tile.body {
                    TileBody::Columns(columns) => {
                        words.extend(columns.iter().flat_map(|c| [c.label.clone(), c.caption.clone()]));
                    }
                    TileBody::Change { mark, caption, .. } => words.extend([mark.label.clone(), caption.clone()]),
                    TileBody::Ladders { ladders, caption } => {
                        words.extend(ladders.iter().flat_map(|l| [l.label.clone(), l.caption.clone()]));
                        words.push(caption.clone());
                    }
                    TileBody::Part { label, caption, .. } | TileBody::Number { label, caption } => {
                        words.extend([label.clone(), caption.clone()]);
                    }
                    TileBody::Series { points, missing } => {
                        words.push(missing.clone());
                        words.extend(points.iter().flat_map(|p| [p.label.clone(), p.caption.clone()]));
                    }
                }
            }
        }
    }
    words
}

/// One cell of the table.
fn cell(dataset: &Dataset, id: &str, column: &str) -> Value {
    static OF_SHIPPED: OnceLock<Vec<TableRow>> = OnceLock::new();
    let at = |name: &str| COLUMNS.iter().position(|known| *known == name).unwrap_or_else(|| panic!("no {name}"));
    let find = |table: &[TableRow]| {
        let row = table.iter().find(|row| row[at("outcome_id")] == text(id)).unwrap_or_else(|| panic!("no {id}"));
        row[at(column)].clone()
    };
    if std::ptr::eq(dataset, shipped()) {
        find(OF_SHIPPED.get_or_init(|| rows(dataset, &View::default())))
    } else {
        find(&rows(dataset, &View::default()))
    }
}

fn text(words: &str) -> Value {
    Value::Text(words.to_owned())
}

fn is_unreal(role: Role) -> bool {
    matches!(role, Role::Estimate | Role::Target | Role::Plan)
}

#[track_caller]
fn close(found: f64, expected: f64) {
    assert!((found - expected).abs() < 5e-4, "{found} and not {expected}");
}
