//! Small figures: every outcome of a selection, each with its own axis, under headings by topic or by programme (R2).

use std::collections::HashMap;

use crate::compare::months::middle;
use crate::compare::phrases::{self, by_commas, by_semicolons, missing};
use crate::compare::{Comparison, ComputedChange, LevelScale, Movement, NoPercent, ShownChange};
use crate::model::{
    ChangeUnit, Direction, Form, Indicator, Number, OpenSide, PointValue, Published, Role, SeriesPoint, UnitKind,
};
use crate::say;

use super::{
    Body, Column, DirectionClaim, Fill, GradeScale, LevelSlot, Mark, MarkShape, Owner, SeriesMark, Tile, TileBody,
    TileFrame, TileGroup, alt_text,
    assembly::{Drawn, FigureParts},
    benchmarks, changes,
    groups::told_apart,
    levels::{self, Stand, counts_are_small},
    mark_style, notes,
    rating_rows::ladder_step,
    statistics_notes, suppressed, words,
};

/// The alternative text tells so many outcomes one by one, and counts more.
const TOLD_ONE_BY_ONE: usize = 12;

/// Changes in per cent share a reach up to this, so that a small change looks small beside a large one.
const PERCENT_REACH: f64 = 100.0;

/// The parts of the kind `profile`.
pub fn parts(drawn: &mut Drawn<'_>) -> FigureParts {
    let (drawn, councils) = (&*drawn, &drawn.view.councils);
    let comparisons = &drawn.comparisons;
    let one_place = councils.only().is_some();
    let mut groups = if one_place { by_programme(comparisons) } else { by_topic(comparisons) };
    let abreast = groups.iter().map(|group| group.tiles.len()).max().unwrap_or_default();
    let apart = if one_place { HashMap::new() } else { told_apart(comparisons) };
    let official = comparisons.iter().filter(|c| statistics_notes::is_official(c));
    let official: HashMap<_, _> = official.map(|c| (c.located.outcome.id.clone(), c)).collect();
    for group in &mut groups {
        group.max_columns = abreast;
        for tile in &mut group.tiles {
            if let Some(years) =
                official.get(&tile.outcome).and_then(|c| statistics_notes::years_between(drawn.dataset, c))
            {
                tile.body = years;
            }
            if let Some(by) = apart.get(&tile.outcome) {
                tile.subtitle = say!("figure-told-apart", words = tile.subtitle.as_str(), by = by.as_str());
            }
        }
    }
    let both = comparisons.iter().filter(|c| has_both_levels(c)).count();
    let title = match councils.only().and_then(|id| drawn.dataset.council(id)) {
        Some(place) if one_place => say!("tile-title-of-place", place = place.name.as_str()),
        _ => say!("tile-title").to_owned(),
    };
    let subtitle = say!("tile-subtitle", counted = words::sentence_case(&with_both_levels(comparisons.len(), both)));
    let spoken = if comparisons.len() <= TOLD_ONE_BY_ONE {
        comparisons.iter().map(alt_text::datum).collect()
    } else {
        vec![in_numbers(comparisons)]
    };
    // What holds of marks holds on the whole wall; of one place it is said where rules were applied as well.
    let mut notes = Vec::new();
    notes::of_levels(comparisons, &mut notes);
    if one_place {
        notes = notes::of_rules(comparisons, notes);
        notes.extend(benchmarks::in_words(drawn, &[]));
    }
    FigureParts { title, subtitle, body: Body::Tiles(groups), spoken, notes }
}

/// Whether both levels are there to be shown.
fn has_both_levels(comparison: &Comparison<'_>) -> bool {
    matches!(comparison.located.outcome.published, Published::Pair { .. })
}

fn outcomes(n: usize) -> String {
    say!("tile-outcomes", n = n, count = words::count(n))
}

/// "six outcomes, none with before and after".
fn with_both_levels(n: usize, both: usize) -> String {
    say!("tile-outcomes-with-both", outcomes = outcomes(n), n = both, both = words::count(both))
}

/// How many outcomes have which form and which way those with a before and after went, where they are too many to be told one by one.
fn in_numbers(drawn: &[Comparison<'_>]) -> String {
    let forms = Form::ALL.into_iter().filter_map(|form| {
        let n = drawn.iter().filter(|c| c.located.outcome.published.form() == form).count();
        (n > 0).then(|| say!("tile-form", form = form.label(), n = n))
    });
    let told: Vec<&Comparison<'_>> = drawn.iter().filter(|c| c.located.outcome.role == Role::Outcome).collect();
    let ways = Direction::ALL.into_iter().filter_map(|direction| {
        let n = told.iter().filter(|c| c.movement == Movement::Certain(direction)).count();
        (n > 0).then(|| say!("tile-form", form = words::sentence_case(phrases::direction(direction)), n = n))
    });
    let contradict = drawn.iter().filter(|c| c.contradicts_itself()).count();
    let contradict = (contradict > 0).then(|| say!("tile-form", form = say!("tile-contradict"), n = contradict));
    let small = drawn.iter().filter(|c| c.small_numbers).count();
    let small =
        (small > 0).then(|| say!("tile-form", form = words::sentence_case(say!("tile-small-numbers")), n = small));
    let counts: Vec<String> = forms.chain(ways).chain(contradict).chain(small).collect();
    say!("detail-sentence", words = by_semicolons(&counts))
}

fn by_topic(drawn: &[Comparison<'_>]) -> Vec<TileGroup> {
    let mut topics = notes::grouped(drawn.iter().map(|c| (c.located.indicator.topic.as_str(), c)));
    // Topics with the most comparisons of two times come first, so that the wall opens on evidence.
    topics.sort_by_cached_key(|(topic, members)| {
        let compared = members.iter().filter(|c| {
            c.located.outcome.role != Role::Context
                && matches!(c.located.outcome.published.form(), Form::Pair | Form::Change)
        });
        (std::cmp::Reverse(compared.count()), *topic)
    });
    topics
        .into_iter()
        .map(|(topic, mut members)| {
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
                aside: with_both_levels(members.len(), both),
                listed: Vec::new(),
                tiles: members.into_iter().map(|c| tile(c, c.place.clone(), subject(c))).collect(),
                max_columns: 0,
                frame: TileFrame::Card,
            }
        })
        .collect()
}

fn by_programme(drawn: &[Comparison<'_>]) -> Vec<TileGroup> {
    let heading = |c: &Comparison<'_>| match c.located.programme {
        Some(programme) => programme.name.clone(),
        None if statistics_notes::is_official(c) => say!("tile-heading-statistics").to_owned(),
        None => say!("tile-heading-context").to_owned(),
    };
    let groups = notes::grouped(drawn.iter().map(|c| (heading(c), of_one_place(c))));
    let group = |(heading, tiles): (String, Vec<Tile>)| TileGroup {
        heading,
        aside: outcomes(tiles.len()),
        listed: Vec::new(),
        tiles,
        max_columns: 0,
        frame: TileFrame::Card,
    };
    groups.into_iter().map(group).collect()
}

/// A tile whose place is said above the wall: it names what is counted.
fn of_one_place(comparison: &Comparison<'_>) -> Tile {
    let indicator = comparison.located.indicator;
    tile(comparison, indicator.name.clone(), unit_and_measure(indicator))
}

/// "children, counted on a day".
pub(super) fn unit_and_measure(indicator: &Indicator) -> String {
    let measure = indicator.measure.describe();
    match indicator.unit.kind() {
        UnitKind::NotStated | UnitKind::Grade => measure.to_owned(),
        UnitKind::Counted
        | UnitKind::Percent
        | UnitKind::Points
        | UnitKind::Money(_)
        | UnitKind::Time
        | UnitKind::Measured
        | UnitKind::Rate
        | UnitKind::Scale => say!("tile-unit-and-measure", unit = indicator.unit.as_str(), measure = measure),
    }
}

/// What is counted, with its unit where the name does not say it.
pub(super) fn subject(comparison: &Comparison<'_>) -> String {
    let indicator = comparison.located.indicator;
    let name = alt_text::lower_first(&indicator.name);
    if words::names_unit(indicator)
        || matches!(indicator.unit.kind(), UnitKind::Grade | UnitKind::Percent | UnitKind::NotStated)
    {
        name
    } else {
        say!("tile-subject", name = name, unit = indicator.unit.as_str())
    }
}

pub(super) fn tile(comparison: &Comparison<'_>, title: String, subtitle: String) -> Tile {
    let outcome = comparison.located.outcome;
    let (headline, headline_caption) = headline(comparison);
    // No bar stands at a level that nobody counted without saying so (R3).
    let subtitle = if comparison.per_month.is_some() { say!("tile-average", subtitle = subtitle) } else { subtitle };
    Tile {
        outcome: outcome.id.clone(),
        title,
        subtitle,
        body: body(comparison),
        headline,
        headline_caption,
        foot: foot(comparison),
        flag: flag(comparison),
        claim: claim(comparison),
        owner: Owner::default(),
        spoken: alt_text::datum(comparison),
    }
}

/// What a list may say of it in place of a small figure: an outcome or context of which only the direction was published.
fn claim(comparison: &Comparison<'_>) -> Option<DirectionClaim> {
    let outcome = comparison.located.outcome;
    let Published::Direction { direction, over } = &outcome.published else { return None };
    let time = || words::time_between(&outcome.published);
    matches!(outcome.role, Role::Outcome | Role::Context)
        .then(|| DirectionClaim { direction: *direction, time: if over.is_stated() { time() } else { String::new() } })
}

/// The period; where averages a month are drawn, also what was counted.
fn foot(comparison: &Comparison<'_>) -> String {
    let period = words::sentence_case(&words::time_between(&comparison.located.outcome.published));
    let counted = |level: Option<&crate::model::Level>, months: Option<f64>| {
        Some(say!(
            "tile-count-in-months",
            count = words::level(&level?.number, &comparison.located.indicator.unit),
            months = words::months(months?)
        ))
    };
    let before = counted(comparison.before(), comparison.months_before);
    let after = counted(comparison.after(), comparison.months_after);
    match (comparison.per_month, before, after) {
        (Some(_), Some(before), Some(after)) => say!("tile-foot", period = period, before = before, after = after),
        _ => period,
    }
}

/// Short cautions: what somebody who looks at nothing else must not miss. A role never hides that figures do not fit.
fn flag(comparison: &Comparison<'_>) -> String {
    let outcome = comparison.located.outcome;
    let role = match outcome.role {
        Role::Outcome => "",
        role @ (Role::Estimate | Role::Target | Role::Plan | Role::Context) => role.label(),
    };
    let figures = if comparison.contradicts_itself() {
        say!("tile-does-not-fit")
    } else if !outcome.disagrees_with.is_empty() {
        say!("tile-accounts-disagree")
    } else if comparison.small_numbers {
        say!("tile-small-numbers")
    } else {
        ""
    };
    [role, figures].into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// The change in a few large characters, and what it is.
fn headline(comparison: &Comparison<'_>) -> (String, String) {
    if !matches!(comparison.located.outcome.published, Published::Pair { .. }) {
        return (String::new(), String::new());
    }
    let unit = &comparison.located.indicator.unit;
    let computed = changes::computed(comparison);
    if counts_are_small(comparison)
        && let Some(difference) = changes::difference(comparison)
        && !comparison.contradicts_itself()
    {
        let caption =
            computed.map_or_else(|| say!("tile-computed").to_owned(), |p| say!("figure-computed", percent = p));
        return (difference, caption);
    }
    let of_levels = |levels: ComputedChange| changes::of_levels(comparison, levels);
    match comparison.shown_change() {
        ShownChange::Computed(levels) => (of_levels(levels), say!("tile-computed").to_owned()),
        ShownChange::Stated(stated) => (words::change(stated, unit), say!("tile-stated").to_owned()),
        ShownChange::OfCounts { stated, averages } => {
            let caption = say!("tile-averages-and-stated", stated = words::change(stated, unit));
            (of_levels(averages), caption)
        }
        ShownChange::Conflict { stated, levels } => {
            let caption = say!("tile-stated-and-computed", percent = of_levels(levels));
            (words::change(stated, unit), caption)
        }
        ShownChange::Contradiction => (say!("tile-no-percentage").to_owned(), changes::contradiction(comparison)),
        ShownChange::Direction(_) | ShownChange::None => {
            let why = comparison.change.reason().map_or("", NoPercent::in_short);
            (say!("tile-no-percentage").to_owned(), why.to_owned())
        }
    }
}

fn body(comparison: &Comparison<'_>) -> TileBody {
    let unit = &comparison.located.indicator.unit;
    match &comparison.located.outcome.published {
        Published::Pair { .. } => columns(comparison),
        Published::Change { stated, level, .. } => {
            let caption = match level {
                None => say!("figure-level-not-published").to_owned(),
                Some(crate::model::KnownLevel::Before(known)) => {
                    say!("tile-from-level", level = words::level(&known.number, unit))
                }
                Some(crate::model::KnownLevel::After(known)) => {
                    say!("tile-to-level", level = words::level(&known.number, unit))
                }
            };
            let shown = match comparison.shown_change() {
                // Of several that contradict each other none leads (R5).
                ShownChange::Contradiction => {
                    return TileBody::Number { label: changes::all_stated(comparison), caption };
                }
                ShownChange::Stated(change) => Some(change),
                ShownChange::Computed(_)
                | ShownChange::OfCounts { .. }
                | ShownChange::Conflict { .. }
                | ShownChange::Direction(_)
                | ShownChange::None => stated.first(),
            };
            let Some(change) = shown else {
                return TileBody::Number { label: say!("tile-no-figure").to_owned(), caption };
            };
            // A length says something only beside others of the same scale, which a change in the unit has not.
            let far = change.signed_high().unwrap_or(change.signed()).abs();
            let reach = (change.unit == ChangeUnit::Percent).then(|| far.max(PERCENT_REACH));
            TileBody::Change {
                reach,
                mark: Mark {
                    shape: MarkShape::Change {
                        to: change.signed(),
                        high: change.signed_high(),
                        open: mark_style::open_change(change),
                    },
                    look: mark_style::look(comparison, Fill::Solid),
                    label: words::change(change, unit),
                },
                caption,
            }
        }
        Published::Direction { direction, .. } => TileBody::Change {
            reach: Some(PERCENT_REACH),
            mark: mark_style::direction_mark(comparison, *direction),
            caption: say!("figure-level-not-published").to_owned(),
        },
        Published::Rating { before, after } => TileBody::Ladders {
            ladders: vec![ladder(comparison, before, Fill::Hollow), ladder(comparison, after, Fill::Solid)],
            caption: comparison.rating.map_or_else(String::new, alt_text::rating_in_short),
        },
        Published::SingleGrade(grade) => TileBody::Ladders {
            // Its date is the period at the foot of the card.
            ladders: vec![GradeScale { caption: String::new(), ..ladder(comparison, grade, Fill::Solid) }],
            caption: say!("tile-one-grade").to_owned(),
        },
        Published::Part { count, of, share, .. } => {
            let part = PartOfWhole::of(share.as_ref(), count.as_ref(), of.as_ref());
            TileBody::Part {
                share: part.ends.map(|(low, _)| low),
                high: part.ends.and_then(|(low, high)| (high > low).then_some(high)),
                label: alt_text::part(&comparison.located.outcome.published),
                caption: if part.is_open_both_ways { say!("tile-part-open").to_owned() } else { String::new() },
                look: mark_style::look(comparison, Fill::Solid),
                open: part.open,
            }
        }
        Published::Suppressed(remains) => suppressed::tile_body(remains, unit),
        Published::Single(level) => {
            TileBody::Number { label: words::level(&level.number, unit), caption: say!("tile-one-level").to_owned() }
        }
        Published::Series { points, .. } => series(comparison, points),
    }
}

/// Two bars: averages a month where a flow was counted over different lengths, the levels as published everywhere else (R3).
fn columns(comparison: &Comparison<'_>) -> TileBody {
    let scale = if comparison.per_month.is_some() { LevelScale::AverageAMonth } else { LevelScale::AsPublished };
    let unit = &comparison.located.indicator.unit;
    let columns = levels::both(comparison, scale).map(|placed| Column {
        value: placed.stand.at,
        high: placed.stand.high,
        label: match scale {
            LevelScale::AsPublished => words::level(&placed.level.number, unit),
            LevelScale::AverageAMonth => levels::average(placed.level, placed.stand.at, unit),
        },
        caption: if placed.slot == LevelSlot::Before { say!("key-before") } else { say!("key-after") }.to_owned(),
        look: placed.look,
        open: placed.open,
    });
    TileBody::Columns(columns.collect())
}

/// The share that a part is of its whole, as far as the published figures tell.
struct PartOfWhole {
    /// The lower and the upper end, of 1.
    ends: Option<(f64, f64)>,
    open: OpenSide,
    is_open_both_ways: bool,
}

impl PartOfWhole {
    fn of(share: Option<&Number>, count: Option<&Number>, whole: Option<&Number>) -> Self {
        let (ends, sides) = match (share, count, whole) {
            (Some(share), ..) => {
                let Stand { at, high } = Stand::of(share);
                (Some((at / 100.0, high.unwrap_or(at) / 100.0)), [share.bound().side(), OpenSide::Neither])
            }
            (None, Some(count), Some(whole)) if whole.value() > 0.0 => {
                let (part, of) = (Stand::of(count), Stand::of(whole));
                // A whole of "at least 44" makes a count of 28 at most so large a part (R4).
                let sides = [count.bound().side(), whole.bound().side().turned()];
                (Some((part.at / of.top(), part.top() / of.at)), sides)
            }
            (None, count, _) => (None, [count.map_or(OpenSide::Neither, |n| n.bound().side()), OpenSide::Neither]),
        };
        let is_open_both_ways = sides.contains(&OpenSide::Above) && sides.contains(&OpenSide::Below);
        let open = sides.into_iter().find(|side| *side != OpenSide::Neither).unwrap_or(OpenSide::Neither);
        if is_open_both_ways {
            // Nobody knows where such a bar would end.
            return Self { ends: None, open: OpenSide::Neither, is_open_both_ways };
        }
        Self { ends, open, is_open_both_ways }
    }
}

/// Dated values, at the middle of their periods.
fn series(comparison: &Comparison<'_>, points: &[SeriesPoint]) -> TileBody {
    let unit = &comparison.located.indicator.unit;
    let mark = |point: &SeriesPoint| {
        let (stand, open, label) = match point.value {
            PointValue::Known(number) => (Some(Stand::of(&number)), number.bound().side(), words::level(&number, unit)),
            PointValue::Missing(reason) => (None, OpenSide::Neither, missing(reason).to_owned()),
        };
        SeriesMark {
            look: mark_style::look(comparison, Fill::Solid),
            caption: words::period(&point.period),
            at: middle(&point.period),
            value: stand.map(|stand| stand.at),
            high: stand.and_then(|stand| stand.high),
            open,
            label,
        }
    };
    let points: Vec<SeriesMark> = points.iter().map(mark).collect();
    TileBody::Series { missing: missing_in_words(&points), points }
}

/// So many values with the same reason are named by their dates; more are counted.
const NAMED_DATES: usize = 3;

/// Why values of a series are missing: "2017: suppressed; 2018: not published", "5 suppressed".
pub(super) fn missing_in_words(points: &[SeriesMark]) -> String {
    let missing = points.iter().filter(|point| point.value.is_none());
    let reasons = notes::grouped(missing.map(|point| (point.label.as_str(), point.caption.clone())));
    let told = reasons.into_iter().map(|(reason, dates)| {
        if dates.len() > NAMED_DATES {
            say!("tile-missing-counted", n = dates.len(), reason = reason)
        } else {
            say!("tile-missing", dates = by_commas(&dates), reason = reason)
        }
    });
    by_semicolons(&told.collect::<Vec<_>>())
}

fn ladder(comparison: &Comparison<'_>, grade: &crate::model::Grade, fill: Fill) -> GradeScale {
    GradeScale {
        label: grade.grade.clone(),
        caption: if grade.date.is_stated() {
            words::period(&grade.date)
        } else {
            say!("detail-date-not-stated").to_owned()
        },
        step: ladder_step(grade),
        look: mark_style::look(comparison, fill),
    }
}
