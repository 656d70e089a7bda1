//! Rows of one concept: levels before and after, changes in per cent, or both aligned.

use crate::compare::{
    AxisNeed, BenchmarkStanding, Comparison, LevelScale, Reconciliation, Rule, ShownChange, one_axis, periods_differ,
    sort,
};
use crate::model::{
    BenchmarkValue, ChangeUnit, Dataset, Direction, FigureKind, Indicator, Level, Order, Polarity, Published, Role,
};

use super::{
    Body, Cell, Figure, Fill, Mark, MarkShape, Note, Open, Panel, Row, RowGroup, Rows, Slot, axis, looks, notes,
    spoken, words,
};

/// Up to this many months a period counts as short in the headings.
const SHORT_MONTHS: f64 = 24.5;

/// A title has at most this many words.
const TITLE_WORDS: usize = 12;

/// The figure of the kinds `both`, `paired` and `change`.
pub fn figure(dataset: &Dataset, comparisons: Vec<Comparison<'_>>, kind: FigureKind, order: Order) -> Figure {
    let need = match kind {
        FigureKind::Paired => AxisNeed::Levels,
        FigureKind::Change => AxisNeed::ChangePercent,
        _ => AxisNeed::LevelsAndChange,
    };
    let mut selection = one_axis(comparisons, need);
    let left_out = notes::left_out_rows(&selection.left_out);
    let Some(indicator) = selection.drawn.first().map(|c| c.located.indicator) else {
        let reasons = super::left_out_sentences(&left_out).join(" ");
        let mut nothing = super::empty(kind, format!("Nothing of what was selected can stand on this axis. {reasons}"));
        nothing.left_out = left_out;
        return nothing;
    };
    sort(&mut selection.drawn, order);
    let drawn = &selection.drawn;
    let scale = selection.scale;
    let (levels, changes) = (need != AxisNeed::ChangePercent, need != AxisNeed::Levels);
    let mut panels = Vec::new();
    if levels {
        panels.push(level_panel(drawn, indicator, scale));
    }
    if changes {
        panels.push(change_panel(drawn, indicator));
    }
    let row = |comparison: &Comparison<'_>| {
        let mut cells = Vec::new();
        if levels {
            cells.push(level_cell(comparison, scale));
        }
        if changes {
            cells.push(change_cell(comparison));
        }
        Row {
            outcome: comparison.located.outcome.id.clone(),
            label: comparison.place.clone(),
            sublabel: words::time_between(&comparison.located.outcome.published),
            cells,
            spoken: spoken::datum(comparison),
        }
    };
    let body = Body::Rows(Rows { panels, groups: groups(drawn, order, row) });
    let title = title(drawn, indicator);
    let subtitle = subtitle(indicator, scale, need);
    let alt = spoken::alt_of_rows(&title, &subtitle, drawn, &left_out);
    Figure {
        kind,
        key: looks::key_of(&body),
        notes: notes::of_rules(drawn, own_notes(drawn, order, scale)),
        source: notes::source_line(dataset, drawn),
        title,
        subtitle,
        body,
        left_out,
        alt,
    }
}

/// Whether a row belongs under a heading.
type Belongs<'b> = &'b dyn Fn(&Comparison<'_>) -> bool;

/// Rows under headings by length of period, context apart.
fn groups(drawn: &[Comparison<'_>], order: Order, row: impl Fn(&Comparison<'_>) -> Row) -> Vec<RowGroup> {
    let mut groups: Vec<RowGroup> = Vec::new();
    let headings: [(&str, Belongs<'_>); 4] = [
        ("Up to two years", &|c| order == Order::Period && c.duration_months.is_some_and(|m| m <= SHORT_MONTHS)),
        ("More than two years", &|c| order == Order::Period && c.duration_months.is_some_and(|m| m > SHORT_MONTHS)),
        ("Length of period not stated", &|c| order == Order::Period && c.duration_months.is_none()),
        ("", &|_| order != Order::Period),
    ];
    for (heading, belongs) in headings {
        let rows: Vec<Row> = drawn.iter().filter(|c| !is_context(c) && belongs(c)).map(&row).collect();
        if !rows.is_empty() {
            groups.push(RowGroup { heading: heading.to_owned(), rows });
        }
    }
    let context: Vec<Row> = drawn.iter().filter(|c| is_context(c)).map(&row).collect();
    if !context.is_empty() {
        groups.push(RowGroup { heading: "Context, not the work of one programme".to_owned(), rows: context });
    }
    if let [only] = groups.as_mut_slice()
        && !only.heading.starts_with("Context")
    {
        only.heading.clear();
    }
    groups
}

fn is_context(comparison: &Comparison<'_>) -> bool {
    comparison.located.outcome.role == Role::Context
}

fn level_panel(drawn: &[Comparison<'_>], indicator: &Indicator, scale: LevelScale) -> Panel {
    let values = drawn.iter().flat_map(|c| {
        let benchmark = match (c.benchmark, c.located.outcome.benchmark.as_ref().map(|b| &b.value)) {
            (BenchmarkStanding::OnLevels, Some(BenchmarkValue::Level(level))) => Some(level.centre()),
            _ => None,
        };
        [c.before_on(scale), c.after_on(scale), benchmark]
    });
    let values: Vec<f64> = values.flatten().collect();
    let unit = if indicator.unit == "not stated" { "unit not stated" } else { &indicator.unit };
    let unit = match scale {
        LevelScale::AsPublished => unit.to_owned(),
        LevelScale::AverageAMonth => format!("{unit}, average a month"),
    };
    Panel {
        title: format!("Level ({unit})"),
        // Where few levels were published the changes get the room.
        weight: if values.is_empty() {
            0.5
        } else if values.len() * 2 < drawn.len() {
            0.75
        } else {
            1.0
        },
        axis: Some(level_axis(values, &indicator.unit)),
        side_words: None,
    }
}

/// Where no level was published there is nothing to measure, and so no ticks.
fn level_axis(values: Vec<f64>, unit: &str) -> super::Axis {
    let empty = values.is_empty();
    let mut axis = axis::of_levels(values.into_iter(), unit);
    if empty {
        axis.ticks.retain(|tick| tick.at == 0.0);
        axis.ticks.iter_mut().for_each(|tick| tick.label.clear());
    }
    axis
}

fn change_panel(drawn: &[Comparison<'_>], indicator: &Indicator) -> Panel {
    let values = drawn.iter().flat_map(|c| {
        let range =
            c.stated.iter().filter(|s| s.unit == ChangeUnit::Percent).flat_map(|s| [Some(s.signed()), s.signed_high()]);
        let benchmark = match (c.benchmark, c.located.outcome.benchmark.as_ref().map(|b| &b.value)) {
            (BenchmarkStanding::OnChanges, Some(BenchmarkValue::Change(change))) => Some(change.centre()),
            _ => None,
        };
        range.chain([spoken::shown_percent(c), benchmark]).flatten().collect::<Vec<_>>()
    });
    let (low, high) = match indicator.polarity {
        Polarity::Neither => ("less", "more"),
        Polarity::LowerIsBetter => ("less (better)", "more (worse)"),
        Polarity::HigherIsBetter => ("less (worse)", "more (better)"),
    };
    Panel {
        title: "Change (%)".to_owned(),
        axis: Some(axis::of_changes(values)),
        side_words: Some((low.to_owned(), high.to_owned())),
        weight: 1.25,
    }
}

fn level_cell(comparison: &Comparison<'_>, scale: LevelScale) -> Cell {
    let mut cell = Cell::default();
    let published = [
        (comparison.before(), comparison.before_on(scale), Slot::Before, Fill::Hollow),
        (comparison.after(), comparison.after_on(scale), Slot::After, Fill::Solid),
    ];
    for (level, place, slot, fill) in published {
        let (Some(level), Some(to)) = (level, place) else { continue };
        cell.marks.push(Mark {
            shape: MarkShape::Bar { to, slot, open: looks::open_level(&level.number) },
            look: looks::look(comparison, fill),
            label: level_label(comparison, level, to, scale),
        });
    }
    if let (BenchmarkStanding::OnLevels, Some(benchmark)) =
        (comparison.benchmark, &comparison.located.outcome.benchmark)
        && let BenchmarkValue::Level(level) = benchmark.value
        && scale == LevelScale::AsPublished
    {
        let number = words::level(&level, &comparison.located.indicator.unit);
        cell.marks.push(benchmark_mark(comparison, level.centre(), format!("{}: {number}", benchmark.of)));
    }
    if cell.marks.is_empty() {
        cell.text = match (comparison.before(), comparison.after()) {
            (None, None) => "level not published".to_owned(),
            _ => "length of the count not known".to_owned(),
        };
    }
    cell
}

fn level_label(comparison: &Comparison<'_>, level: &Level, to: f64, scale: LevelScale) -> String {
    let indicator = comparison.located.indicator;
    match scale {
        LevelScale::AsPublished => words::level(&level.number, &indicator.unit),
        LevelScale::AverageAMonth => {
            let months = crate::compare::months::months_of(&level.period).map_or_else(String::new, words::months);
            let counted = words::level(&level.number, &indicator.unit);
            format!("{} a month ({counted} in {months})", words::computed(to))
        }
    }
}

fn benchmark_mark(comparison: &Comparison<'_>, at: f64, label: String) -> Mark {
    Mark { shape: MarkShape::Benchmark { at }, look: looks::look(comparison, Fill::Solid), label }
}

fn change_cell(comparison: &Comparison<'_>) -> Cell {
    let mut cell = Cell::default();
    let unit = comparison.located.indicator.unit.as_str();
    let stated = comparison.stated.iter().find(|c| c.unit == ChangeUnit::Percent);
    let look = looks::look(comparison, Fill::Solid);
    match (comparison.shown_change(), stated) {
        (ShownChange::Computed(value, bound), None) => cell.marks.push(Mark {
            shape: MarkShape::Change { to: value, high: None, open: looks::open_computed(bound, value) },
            look,
            label: computed_label(comparison),
        }),
        // Where a stated and a computed change agree the stated one stands; where they do not, both do (R5).
        (ShownChange::Computed(value, _), Some(stated)) => {
            let conflict = comparison
                .reconciliations
                .iter()
                .any(|r| matches!(r, Reconciliation::Conflicts { stated: s, .. } if s == stated));
            let label = if conflict {
                format!("{} stated, {} computed", words::change(stated, unit), words::percent(value))
            } else {
                format!("{} stated", words::change(stated, unit))
            };
            let high = if conflict { Some(value) } else { stated.signed_high() };
            let open = looks::open_change(stated);
            cell.marks.push(Mark { shape: MarkShape::Change { to: stated.signed(), high, open }, look, label });
        }
        (ShownChange::Stated(stated), _) => cell.marks.push(Mark {
            shape: MarkShape::Change {
                to: stated.signed(),
                high: stated.signed_high(),
                open: looks::open_change(stated),
            },
            look,
            label: words::change(stated, unit),
        }),
        (ShownChange::Direction(direction), _) => cell.marks.push(looks::direction_mark(comparison, direction)),
        (ShownChange::None, _) => {
            cell.text = match comparison.stated.first() {
                Some(change) => format!("{}, no percentage published", words::change(change, unit)),
                None => "no percentage".to_owned(),
            };
        }
    }
    if let (BenchmarkStanding::OnChanges, Some(benchmark)) =
        (comparison.benchmark, &comparison.located.outcome.benchmark)
        && let BenchmarkValue::Change(change) = benchmark.value
    {
        let label = format!("{}: {}", benchmark.of, words::change(&change, "%"));
        cell.marks.push(benchmark_mark(comparison, change.centre(), label));
    }
    cell
}

/// Small counts come first, the percentage only beside them (R6).
fn computed_label(comparison: &Comparison<'_>) -> String {
    let percent = spoken::computed(comparison).unwrap_or_default();
    let unit = comparison.located.indicator.unit.as_str();
    match &comparison.located.outcome.published {
        Published::Pair { before, after, .. } if counts_are_small(comparison) => {
            format!(
                "{} to {} ({percent} computed)",
                words::level(&before.number, unit),
                words::level(&after.number, unit)
            )
        }
        // The change of a share is told in points as well; a percentage of a percentage alone would mislead.
        _ => match comparison.difference {
            Some(difference) if unit == "%" => {
                let sign = if difference > 0.0 { "+" } else { "" };
                format!("{percent} computed ({sign}{} points)", words::computed(difference))
            }
            _ => format!("{percent} computed"),
        },
    }
}

/// Whether a count on either side is below ten, so that the counts themselves lead.
pub fn counts_are_small(comparison: &Comparison<'_>) -> bool {
    crate::compare::flow::counts_events(comparison.located.indicator)
        && [comparison.before(), comparison.after()].into_iter().flatten().any(|level| level.number.centre() < 10.0)
}

/// "Looked-after children: four councils report falls, two report rises".
fn title(drawn: &[Comparison<'_>], indicator: &Indicator) -> String {
    let own: Vec<&Comparison<'_>> = drawn.iter().filter(|c| !is_context(c)).collect();
    let concept = words::sentence_case(&indicator.concept);
    let told: Vec<&Comparison<'_>> = if own.is_empty() { drawn.iter().collect() } else { own };
    if let [only] = told.as_slice() {
        let counted = crate::compare::flow::counts_events(indicator);
        let (phrase, short) = match direction_of(only) {
            Some(Direction::Fell) if counted => ("fewer after than before", "fewer"),
            Some(Direction::Fell) => ("lower after than before", "lower"),
            Some(Direction::Rose) if counted => ("more after than before", "more"),
            Some(Direction::Rose) => ("higher after than before", "higher"),
            Some(Direction::Stable) => ("the same after as before", "the same"),
            None => ("before and after", "before and after"),
        };
        // The row names the place as well, so that it may be missing from a title that would be too long.
        let titles = [
            format!("{concept}, {}: {phrase}", only.place),
            format!("{concept}, {}: {short}", only.place),
            format!("{concept}: {phrase}"),
        ];
        let fits = |title: &String| title.split_whitespace().count() <= TITLE_WORDS;
        return titles.into_iter().find(fits).unwrap_or(concept);
    }
    let only_context = told.iter().all(|c| is_context(c));
    let places = |direction: Direction| {
        let mut places: Vec<&str> =
            told.iter().filter(|c| direction_of(c) == Some(direction)).map(|c| c.place.as_str()).collect();
        places.sort_unstable();
        // A council that tells it twice is one place; national figures are counted as figures.
        if !only_context {
            places.dedup();
        }
        places.len()
    };
    let noun = |n: usize| match (only_context, n == 1) {
        (true, true) => "figure",
        (true, false) => "figures",
        (false, true) => "place",
        (false, false) => "places",
    };
    let mut parts = Vec::new();
    let mut counted_directions = Vec::new();
    for (direction, one, many) in [
        (Direction::Fell, "a fall", "falls"),
        (Direction::Rose, "a rise", "rises"),
        (Direction::Stable, "no change", "no change"),
    ] {
        let n = places(direction);
        if n == 0 {
            continue;
        }
        let counted = if parts.is_empty() { format!("{} {}", words::count(n), noun(n)) } else { words::count(n) };
        let (short_one, short_many) = match direction {
            Direction::Fell => ("fall", "falls"),
            Direction::Rose => ("rise", "rises"),
            Direction::Stable => ("stable", "stable"),
        };
        counted_directions.push((n, short_one, short_many));
        let verb = if n == 1 { "reports" } else { "report" };
        parts.push(format!("{counted} {verb} {}", if n == 1 { one } else { many }));
    }
    if parts.is_empty() {
        return format!("{concept}: before and after");
    }
    let long = format!("{concept}: {}", parts.join(", "));
    if long.split_whitespace().count() <= TITLE_WORDS {
        return long;
    }
    let short: Vec<String> = counted_directions
        .iter()
        .map(|(n, one, many)| format!("{} {}", words::count(*n), if *n == 1 { one } else { many }))
        .collect();
    format!("{concept}: {}", short.join(", "))
}

fn direction_of(comparison: &Comparison<'_>) -> Option<Direction> {
    if let Some(stated) = comparison.stated.first() {
        return Some(stated.direction);
    }
    match comparison.shown_change() {
        ShownChange::Computed(value, _) if value < 0.0 => Some(Direction::Fell),
        ShownChange::Computed(value, _) if value > 0.0 => Some(Direction::Rose),
        ShownChange::Computed(..) => Some(Direction::Stable),
        ShownChange::Stated(change) => Some(change.direction),
        ShownChange::Direction(direction) => Some(direction),
        ShownChange::None => comparison.difference.map(|d| match d.total_cmp(&0.0) {
            std::cmp::Ordering::Less => Direction::Fell,
            std::cmp::Ordering::Equal => Direction::Stable,
            std::cmp::Ordering::Greater => Direction::Rose,
        }),
    }
}

fn subtitle(indicator: &Indicator, scale: LevelScale, need: AxisNeed) -> String {
    let mut text = format!("{}, {}", indicator.name, indicator.measure.meaning());
    if scale == LevelScale::AverageAMonth {
        text.push_str("; levels as an average a month, because the counts lasted for different lengths");
    }
    if need != AxisNeed::Levels {
        text.push_str("; change in per cent, each over its own period");
    }
    text.push('.');
    text
}

fn own_notes(drawn: &[Comparison<'_>], order: Order, scale: LevelScale) -> Vec<Note> {
    let mut own = Vec::new();
    if periods_differ(drawn) {
        let text = match order {
            Order::Change => "Ranked by size at your request, but not a league table: the periods differ in length.",
            _ => "Not a league table: the periods differ in length, and what was counted may differ too.",
        };
        own.push(Note { rule: Rule::R15, text: text.to_owned() });
    }
    if scale == LevelScale::AverageAMonth {
        let text = "Counts over periods of different length are compared as an average a month; part of a year may differ \
                    by season or campaign.";
        own.push(Note { rule: Rule::R3, text: text.to_owned() });
    }
    if drawn.iter().any(|c| matches!(c.shown_change(), ShownChange::Stated(s) if looks::open_change(s) != Open::Closed))
    {
        let text = "Where a figure was published as “over” or “up to”, an arrow marks the open end.";
        own.push(Note { rule: Rule::R4, text: text.to_owned() });
    }
    own
}
