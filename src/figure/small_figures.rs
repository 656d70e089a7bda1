//! Small figures: every outcome of a selection, each with its own axis, under headings by topic or by programme (R2).

use crate::compare::{AxisNeed, Comparison, LevelScale, Reconciliation, ShownChange, one_axis};
use crate::model::{Bound, ChangeUnit, Dataset, FigureKind, Form, Published, Role, View};

use super::{
    Body, Column, Figure, Fill, Ladder, Mark, MarkShape, Open, SeriesMark, Tile, TileBody, TileGroup,
    levels::counts_are_small, looks, notes, rating_rows::ladder_step, spoken, suppressed, words,
};

/// Changes in per cent share a reach up to this, so that a small change looks small beside a large one.
const PERCENT_REACH: f64 = 100.0;

/// The figure of the kind `profile`.
pub fn figure(dataset: &Dataset, comparisons: Vec<Comparison<'_>>, view: &View) -> Figure {
    let selection = one_axis(comparisons, AxisNeed::Profile);
    let left_out = notes::left_out_rows(&selection.left_out);
    let drawn = selection.drawn;
    let one_place = view.councils.len() == 1;
    let groups = if one_place { by_programme(&drawn) } else { by_topic(&drawn) };
    let body = Body::Tiles(groups);
    let both = drawn.iter().filter(|c| has_both_levels(c)).count();
    let place = view.councils.first().and_then(|id| dataset.council(id)).map(|c| c.name.clone());
    let title = match (one_place, place) {
        (true, Some(name)) => format!("{name}: what was published, before and after"),
        _ => "Before and after, as it was published".to_owned(),
    };
    let counted = words::sentence_case(&outcomes(drawn.len()));
    let subtitle = format!(
        "{counted}, {} with both levels. Each small figure has its own axis; changes of up to 100% share one.",
        none_or_count(both)
    );
    let mut alt = format!("{title}. {subtitle} ");
    if drawn.len() <= 12 {
        alt.push_str(&drawn.iter().map(spoken::datum).collect::<Vec<_>>().join(" "));
    } else {
        alt.push_str(&by_form(&drawn));
    }
    Figure {
        kind: FigureKind::Profile,
        key: looks::key_of(&body),
        notes: if one_place { notes::of_rules(&drawn, Vec::new()) } else { Vec::new() },
        author_note: String::new(),
        source: notes::source_line(dataset, &drawn),
        title,
        subtitle,
        body,
        left_out,
        alt,
    }
}

/// Whether both levels are there to be shown.
fn has_both_levels(comparison: &Comparison<'_>) -> bool {
    matches!(comparison.located.outcome.published, Published::Pair { .. })
}

fn outcomes(n: usize) -> String {
    format!("{} {}", words::count(n), if n == 1 { "outcome" } else { "outcomes" })
}

fn none_or_count(n: usize) -> String {
    if n == 0 { "none".to_owned() } else { words::count(n) }
}

fn by_form(drawn: &[Comparison<'_>]) -> String {
    let counts = Form::ALL.into_iter().filter_map(|form| {
        let n = drawn.iter().filter(|c| c.located.outcome.published.form() == form).count();
        (n > 0).then(|| format!("{}: {n}", form.title()))
    });
    format!("{}.", counts.collect::<Vec<_>>().join("; "))
}

fn by_topic(drawn: &[Comparison<'_>]) -> Vec<TileGroup> {
    let mut topics: Vec<&str> = Vec::new();
    for comparison in drawn {
        let topic = comparison.located.indicator.topic.as_str();
        if !topics.contains(&topic) {
            topics.push(topic);
        }
    }
    // Topics with the most comparisons of two times come first, so that the wall opens on evidence.
    let compared = |topic: &str| {
        let of_topic =
            drawn.iter().filter(|c| c.located.indicator.topic == topic && c.located.outcome.role != Role::Context);
        of_topic.filter(|c| matches!(c.located.outcome.published.form(), Form::Pair | Form::Change)).count()
    };
    topics.sort_by_key(|topic| (std::cmp::Reverse(compared(topic)), *topic));
    topics
        .into_iter()
        .map(|topic| {
            let mut members: Vec<&Comparison<'_>> =
                drawn.iter().filter(|c| c.located.indicator.topic == topic).collect();
            // What says most comes first: both levels, then changes, then the rest; context last; then by concept and name.
            members.sort_by_key(|c| {
                let outcome = c.located.outcome;
                (
                    outcome.role == Role::Context,
                    outcome.published.form(),
                    c.located.indicator.concept.clone(),
                    c.place.clone(),
                )
            });
            let both = members.iter().filter(|c| has_both_levels(c)).count();
            TileGroup {
                heading: topic.to_owned(),
                aside: format!("{}, {} with both levels", outcomes(members.len()), none_or_count(both)),
                tiles: members.into_iter().map(|c| tile(c, c.place.clone(), subject(c))).collect(),
            }
        })
        .collect()
}

fn by_programme(drawn: &[Comparison<'_>]) -> Vec<TileGroup> {
    let mut groups: Vec<TileGroup> = Vec::new();
    for comparison in drawn {
        let heading = comparison.located.programme.map_or("Context", |p| p.name.as_str());
        let index = groups.iter().position(|g| g.heading == heading).unwrap_or_else(|| {
            groups.push(TileGroup { heading: heading.to_owned(), aside: String::new(), tiles: Vec::new() });
            groups.len() - 1
        });
        let indicator = comparison.located.indicator;
        let unit = match indicator.unit.as_str() {
            "not stated" | "grade" => indicator.measure.meaning().to_owned(),
            unit => format!("{unit}, {}", indicator.measure.meaning()),
        };
        if let Some(group) = groups.get_mut(index) {
            group.tiles.push(tile(comparison, indicator.name.clone(), unit));
        }
    }
    for group in &mut groups {
        group.aside = outcomes(group.tiles.len());
    }
    groups
}

/// What is counted, with its unit where the name does not say it.
fn subject(comparison: &Comparison<'_>) -> String {
    let indicator = comparison.located.indicator;
    let name = spoken::lower_first(&indicator.name);
    let says_unit = name.to_lowercase().contains(&indicator.unit.to_lowercase());
    if says_unit || matches!(indicator.unit.as_str(), "grade" | "%" | "not stated") {
        name
    } else {
        format!("{name}, {}", indicator.unit)
    }
}

fn tile(comparison: &Comparison<'_>, title: String, subtitle: String) -> Tile {
    let outcome = comparison.located.outcome;
    let (headline, headline_caption) = headline(comparison);
    // No bar stands at a level that nobody counted without saying so (R3).
    let subtitle = if comparison.per_month.is_some() { format!("{subtitle}, average a month") } else { subtitle };
    Tile {
        outcome: outcome.id.clone(),
        title,
        subtitle,
        body: body(comparison),
        headline,
        headline_caption,
        foot: foot(comparison),
        flag: flag(comparison),
        spoken: spoken::datum(comparison),
    }
}

/// The period; where averages a month are drawn, also what was counted.
fn foot(comparison: &Comparison<'_>) -> String {
    let period = words::sentence_case(&words::time_between(&comparison.located.outcome.published));
    let counted = |level: Option<&crate::model::Level>, months: Option<f64>| {
        Some(format!("{} in {}", words::level(&level?.number, ""), words::months(months?)))
    };
    let before = counted(comparison.before(), comparison.months_before);
    let after = counted(comparison.after(), comparison.months_after);
    match (comparison.per_month, before, after) {
        (Some(_), Some(before), Some(after)) => format!("{period}: {before}, {after}"),
        _ => period,
    }
}

/// A short caution: what somebody who looks at nothing else must not miss.
fn flag(comparison: &Comparison<'_>) -> String {
    let outcome = comparison.located.outcome;
    let special = if matches!(outcome.role, Role::Estimate | Role::Target | Role::Plan) {
        outcome.role.word()
    } else if conflicts(comparison) {
        "stated change does not fit"
    } else if !outcome.disagrees_with.is_empty() {
        "accounts disagree"
    } else if comparison.small_numbers {
        "small numbers"
    } else {
        ""
    };
    let context = if outcome.role == Role::Context { "context" } else { "" };
    [context, special].into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn conflicts(comparison: &Comparison<'_>) -> bool {
    comparison.reconciliations.iter().any(|r| matches!(r, Reconciliation::Conflicts { .. }))
}

fn headline(comparison: &Comparison<'_>) -> (String, String) {
    if !matches!(comparison.located.outcome.published, Published::Pair { .. }) {
        return (String::new(), String::new());
    }
    let unit = comparison.located.indicator.unit.as_str();
    let percent = spoken::computed(comparison);
    if counts_are_small(comparison)
        && let Some(difference) = comparison.difference
    {
        let sign = if difference > 0.0 { "+" } else { "" };
        let caption = percent.map_or_else(|| "computed".to_owned(), |p| format!("{p} computed"));
        return (format!("{sign}{}", words::amount(difference, 0, unit)), caption);
    }
    // The change of a share is told in points; a percentage of a percentage would mislead.
    if unit == "%"
        && let Some(difference) = comparison.difference
    {
        let sign = if difference > 0.0 { "+" } else { "" };
        return (format!("{sign}{}", words::computed(difference)), "points computed".to_owned());
    }
    // Where the source states the change as well, its own figure leads, and both stay where they do not fit (R5).
    let stated = comparison.stated.iter().find(|c| c.unit == ChangeUnit::Percent);
    if let (Some(stated), Some(percent)) = (stated, &percent) {
        let caption = if conflicts(comparison) { format!("stated; {percent} computed") } else { "stated".to_owned() };
        return (words::change(stated, unit), caption);
    }
    percent.map_or_else(|| ("no %".to_owned(), "see why".to_owned()), |p| (p, "computed".to_owned()))
}

fn body(comparison: &Comparison<'_>) -> TileBody {
    let unit = comparison.located.indicator.unit.as_str();
    match &comparison.located.outcome.published {
        Published::Pair { .. } => columns(comparison),
        Published::Change { stated, level, .. } => {
            let caption = match level {
                None => "level not published".to_owned(),
                Some(crate::model::KnownLevel::Before(known)) => {
                    format!("from {}; after not published", words::level(&known.number, unit))
                }
                Some(crate::model::KnownLevel::After(known)) => {
                    format!("to {}; before not published", words::level(&known.number, unit))
                }
            };
            let shown = match comparison.shown_change() {
                ShownChange::Stated(change) => Some(change),
                _ => stated.first(),
            };
            let Some(change) = shown else {
                return TileBody::Number { label: "no figure".to_owned(), caption };
            };
            let far = change.signed_high().unwrap_or(change.signed()).abs();
            let reach = if change.unit == ChangeUnit::Percent { far.max(PERCENT_REACH) } else { far * 1.6 };
            TileBody::Change {
                reach,
                mark: Mark {
                    shape: MarkShape::Change {
                        to: change.signed(),
                        high: change.signed_high(),
                        open: looks::open_change(change),
                    },
                    look: looks::look(comparison, Fill::Solid),
                    label: words::change(change, unit),
                },
                caption,
            }
        }
        Published::Direction { direction, .. } => TileBody::Change {
            reach: PERCENT_REACH,
            mark: looks::direction_mark(comparison, *direction),
            caption: "level not published".to_owned(),
        },
        Published::Rating { before, after } => TileBody::Ladders {
            ladders: vec![ladder(comparison, before, Fill::Hollow), ladder(comparison, after, Fill::Solid)],
            caption: comparison.rating.map_or_else(String::new, spoken::rating_in_short),
        },
        Published::SingleGrade(grade) => TileBody::Ladders {
            ladders: vec![ladder(comparison, grade, Fill::Solid)],
            caption: "one grade, nothing to compare it with".to_owned(),
        },
        Published::Part { count, of, share, .. } => {
            let from_counts = match (count, of) {
                (Some(count), Some(of)) if of.value() > 0.0 => Some(count.centre() / of.centre()),
                _ => None,
            };
            let bound = match (share, count, of) {
                // A whole of "at least 44" makes a count of 28 at most so large a part (R4).
                (None, Some(count), Some(of)) if count.bound() == Bound::Exactly => match looks::open_level(of) {
                    Open::Outwards => Open::Inwards,
                    Open::Inwards => Open::Outwards,
                    Open::Closed => Open::Closed,
                },
                _ => share.or(*count).map_or(Open::Closed, |n| looks::open_level(&n)),
            };
            TileBody::Part {
                share: share.map(|s| s.centre() / 100.0).or(from_counts),
                label: spoken::part(&comparison.located.outcome.published),
                look: looks::look(comparison, Fill::Solid),
                open: bound,
            }
        }
        Published::Suppressed(remains) => suppressed::tile_body(remains, unit),
        Published::Single(level) => TileBody::Number {
            label: words::level(&level.number, unit),
            caption: "one level, nothing to compare it with".to_owned(),
        },
        Published::Series { points, .. } => TileBody::Series(
            points
                .iter()
                .map(|point| SeriesMark {
                    look: looks::look(comparison, Fill::Solid),
                    caption: words::period(&point.period),
                    value: match point.value {
                        crate::model::PointValue::Known(number) => Some(number.centre()),
                        crate::model::PointValue::Missing(_) => None,
                    },
                    label: match point.value {
                        crate::model::PointValue::Known(number) => words::level(&number, unit),
                        crate::model::PointValue::Missing(reason) => reason.word().to_owned(),
                    },
                })
                .collect(),
        ),
    }
}

/// Two bars: averages a month where a flow was counted over different lengths, the levels as published everywhere else (R3).
fn columns(comparison: &Comparison<'_>) -> TileBody {
    let scale = if comparison.per_month.is_some() { LevelScale::AverageAMonth } else { LevelScale::AsPublished };
    let unit = comparison.located.indicator.unit.as_str();
    let levels = [
        (comparison.before(), comparison.before_on(scale), "before", Fill::Hollow),
        (comparison.after(), comparison.after_on(scale), "after", Fill::Solid),
    ];
    let columns = levels.into_iter().filter_map(|(level, value, word, fill)| {
        let (level, value) = (level?, value?);
        let label = match scale {
            LevelScale::AsPublished => words::level(&level.number, unit),
            LevelScale::AverageAMonth => words::computed(value),
        };
        Some(Column {
            value,
            label,
            caption: word.to_owned(),
            look: looks::look(comparison, fill),
            open: looks::open_level(&level.number),
        })
    });
    TileBody::Columns(columns.collect())
}

fn ladder(comparison: &Comparison<'_>, grade: &crate::model::Grade, fill: Fill) -> Ladder {
    Ladder {
        label: grade.grade.clone(),
        caption: if grade.date.is_stated() { words::period(&grade.date) } else { "date not stated".to_owned() },
        step: ladder_step(grade),
        look: looks::look(comparison, fill),
    }
}
