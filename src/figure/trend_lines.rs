//! Trends: the series of councils over time (R16, R19).
//!
//! Up to four councils share one axis, more have a small figure each, and many are thin lines on one axis again. England stands beside them where the axis holds a rate, a share or a
//! change from one date: its counts would press those of a council flat. A missing value is a gap, and no line leads over a break.

use crate::compare::months::{beginning, middle};
use crate::compare::phrases::{by_commas, missing};
use crate::compare::series_index::SeriesIndex;
use crate::compare::{Comparison, Rule};
use crate::model::{CouncilId, Dataset, Period, SeriesScale, UnitKind, View};
use crate::say;

use super::series_members::{SeriesMember, claim_notes, members, name_of, nation_of, source_line};
use super::trend_chart::look;
use super::{
    Axis, Body, Figure, Fill, LeftOutRow, Note, Owner, Tone, Trend, TrendLine, TrendMoment, TrendPoint, axis,
    beside_series, levels, notes, statistics_notes, words,
};

/// So many lines are told apart on one axis.
const MOST: usize = 4;
/// More councils than this are no small figures any more: their lines show the crowd.
const CROWD: usize = 24;

/// The places of one series, each with the outcomes that its line stands for.
struct Hand<'a> {
    members: Vec<SeriesMember<'a>>,
    places: Vec<&'a CouncilId>,
}

/// The figure of the kind `trend`; `None` where no outcome has a series.
pub fn trend(dataset: &Dataset, view: &View, comparisons: &[Comparison<'_>]) -> (Option<Figure>, Vec<LeftOutRow>) {
    let (found, mut left_out) = members(dataset, comparisons);
    let mut hand = in_hand(found, &mut left_out);
    let Some(first) = hand.members.first().cloned() else { return (None, left_out) };
    let index = SeriesIndex::of(&first.vintages);
    let base = base_of(&hand, &index);
    let scale = if base.is_some() { view.scale } else { SeriesScale::Level };
    let counts_all = first.vintages.indicator.counts_events() && scale == SeriesScale::Level;
    if counts_all {
        let nation = hand.members.extract_if(.., |member| member.is_of_nation());
        let why = say!("trend-nation-on-other-scales");
        left_out.extend(nation.map(|member| super::series_members::left_out(&member, why)));
    }
    let line = |place: &CouncilId, tone: Tone| line_of(&first, &index, place, &hand.members, (scale, base), tone);
    let is_crowd = hand.places.len() > CROWD;
    let tone = if is_crowd { Tone::Muted } else { Tone::Main };
    let own: Vec<TrendLine> =
        hand.places.iter().map(|place| TrendLine { is_named: !is_crowd, ..line(place, tone) }).collect();
    let nation = nation_of(first.holder).filter(|nation| !hand.places.contains(nation) && !counts_all);
    let of_nation = if is_crowd { Tone::Main } else { Tone::Muted };
    let context: Vec<TrendLine> = nation.into_iter().map(|nation| line(nation, of_nation)).collect();
    let title = title(&first, &hand);
    let is_one_axis = own.len() <= MOST || is_crowd;
    let spoken: Vec<String> = own.iter().chain(&context).map(|line| line.spoken.clone()).collect();
    let body = if is_one_axis {
        Body::Trend(on_one_axis(&first, &hand, scale, own.into_iter().chain(context).collect()))
    } else {
        Body::Tiles(vec![TrendLine::small_figures(&own, "")])
    };
    let mut notes = claim_notes(dataset, &hand.members);
    let drawn: Vec<Comparison<'_>> = comparisons
        .iter()
        .filter(|c| hand.members.iter().any(|member| member.located.outcome.id == c.located.outcome.id))
        .cloned()
        .collect();
    notes.extend(statistics_notes::notes(dataset, &drawn));
    if counts_all && nation_of(first.holder).is_some() && is_one_axis {
        notes.push(Note { rule: Rule::R18, text: say!("trend-nation-on-other-scales").to_owned() });
    }
    let base = base.and_then(|nth| index.periods().get(nth));
    if let (Some(base), true) = (base, scale != SeriesScale::Level) {
        notes.push(Note { rule: Rule::R19, text: say!("trend-base", date = words::period(base)) });
    }
    let own_sources = notes::source_line(dataset, &drawn);
    let source = [own_sources, source_line(dataset, &hand.members, |_, _| true)];
    let source = source.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ");
    let subtitle = subtitle(&first, scale);
    let alt = std::iter::once(say!("alt-figure", title = title.as_str(), what = subtitle.as_str()));
    let figure = Figure {
        title,
        alt: alt.chain(spoken).collect::<Vec<_>>().join(" "),
        subtitle,
        body,
        notes,
        source,
        left_out: left_out.clone(),
        ..Figure::default()
    };
    (Some(figure), left_out)
}

/// The members of the series that most places have; the others are left out.
fn in_hand<'a>(found: Vec<SeriesMember<'a>>, left_out: &mut Vec<LeftOutRow>) -> Hand<'a> {
    let mut votes: Vec<(&str, usize)> = Vec::new();
    for member in &found {
        let id = member.vintages.indicator.id.as_str();
        match votes.iter_mut().find(|(known, _)| *known == id) {
            Some((_, n)) => *n += 1,
            None => votes.push((id, 1)),
        }
    }
    // `max_by_key` would return the last of equals.
    let winner = votes.iter().rev().max_by_key(|(_, n)| *n).map(|(id, _)| (*id).to_owned()).unwrap_or_default();
    let (mut members, mut places): (Vec<SeriesMember<'a>>, Vec<&CouncilId>) = (Vec::new(), Vec::new());
    let mut nation: Vec<SeriesMember<'a>> = Vec::new();
    for member in found {
        if member.vintages.indicator.id.as_str() == winner && member.is_of_nation() {
            nation.push(member);
            continue;
        }
        if member.vintages.indicator.id.as_str() != winner || !member.is_of_council() {
            let why = if member.is_of_council() { say!("series-other-indicator") } else { say!("series-no-council") };
            left_out.push(super::series_members::left_out(&member, why));
            continue;
        }
        if !places.contains(&member.place) {
            places.push(member.place);
        }
        members.push(member);
    }
    // The nation has a line on an axis of councils; alone, or beside small figures, it has none.
    if (1..=MOST).contains(&places.len()) || places.len() > CROWD {
        members.extend(nation);
    } else {
        let why = say!("series-no-council");
        left_out.extend(nation.iter().map(|member| super::series_members::left_out(member, why)));
    }
    Hand { members, places }
}

/// The date that an index counts from: the first that the only claim is about, else the first at which nearly all places have a value.
fn base_of(hand: &Hand<'_>, index: &SeriesIndex<'_>) -> Option<usize> {
    let first = hand.members.first()?;
    let count = |nth: usize| {
        hand.places.iter().filter(|place| index.value(place, nth).is_some_and(|value| value > 0.0)).count()
    };
    // Several claims begin at several dates.
    let is_claim = first.located.outcome.statistic.is_none() && hand.places.len() == 1;
    let claimed = first.dates.filter(|_| is_claim).and_then(|(from, _)| index.nth(&first.vintages, from));
    // Some councils came to be later: the first date at which nearly all of those there ever are have a value.
    let most = (0..index.periods().len()).map(count).max().unwrap_or_default();
    let nearly_all = |nth: &usize| count(*nth) > 0 && count(*nth) * 10 >= most * 9;
    claimed.filter(|nth| count(*nth) > 0).or_else(|| (0..index.periods().len()).find(nearly_all))
}

fn line_of(
    of: &SeriesMember<'_>,
    index: &SeriesIndex<'_>,
    place: &CouncilId,
    members: &[SeriesMember<'_>],
    (scale, base): (SeriesScale, Option<usize>),
    tone: Tone,
) -> TrendLine {
    let (vintages, unit) = (&of.vintages, &of.vintages.indicator.unit);
    let base = base.and_then(|nth| index.value(place, nth)).filter(|value| *value > 0.0);
    let own: Vec<&SeriesMember<'_>> = members.iter().filter(|member| member.place == place).collect();
    let mark = |period: &Period| {
        let dates = own.iter().filter_map(|member| member.dates);
        let mut found = None;
        for (from, to) in dates {
            if vintages.is_same_date(from, period) {
                found = found.or(Some(Fill::Hollow));
            } else if vintages.is_same_date(to, period) {
                found = Some(Fill::Solid);
            }
        }
        found
    };
    let mut points: Vec<TrendPoint> = Vec::new();
    for (nth, period) in index.periods().iter().enumerate() {
        let Some(at) = middle(period) else { continue };
        let Some(standing) = index.standing(place, nth) else { continue };
        let breaks = &standing.vintage.statistic.breaks;
        let last = points.last().map(|point: &TrendPoint| point.at);
        let is_after_break = breaks.iter().filter_map(|own| own.at.days()).any(|(day, _)| {
            let break_at = beginning(day);
            last.is_some_and(|last| last < break_at) && break_at <= at
        });
        let number = standing.value.ok();
        let value = number.and_then(|number| match (scale, base) {
            (SeriesScale::Level, _) => Some(number.value()),
            (SeriesScale::Index, Some(base)) => Some(number.value() / base * 100.0),
            (SeriesScale::Change, Some(base)) => Some((number.value() / base - 1.0) * 100.0),
            (SeriesScale::Index | SeriesScale::Change, None) => None,
        });
        let label = match (standing.value, value, scale) {
            (Err(reason), ..) => missing(reason).to_owned(),
            (Ok(number), _, SeriesScale::Level) => words::level(&number, unit),
            (Ok(_), Some(value), SeriesScale::Index) => words::plain(value, 1),
            (Ok(_), Some(value), SeriesScale::Change) => words::percent(value),
            (Ok(_), None, SeriesScale::Index | SeriesScale::Change) => String::new(),
        };
        let date = words::period(period);
        points.push(TrendPoint { at, value, date, label, mark: mark(period), is_after_break });
    }
    let name = name_of(of.holder, place);
    let told: Vec<String> = points
        .iter()
        .filter(|point| !point.label.is_empty())
        .map(|point| say!("trend-point", date = point.date.as_str(), value = point.label.as_str()))
        .collect();
    TrendLine {
        outcomes: own.iter().map(|member| member.located.outcome.id.clone()).collect(),
        spoken: say!("trend-spoken", place = name.as_str(), points = by_commas(&told)),
        label: name,
        points,
        look: look(tone),
        is_named: true,
        owner: Owner::default(),
    }
}

fn on_one_axis(first: &SeriesMember<'_>, hand: &Hand<'_>, scale: SeriesScale, lines: Vec<TrendLine>) -> Trend {
    let values = || lines.iter().flat_map(|line| &line.points).filter_map(|point| point.value);
    let unit = &first.vintages.indicator.unit;
    let value_axis: Axis = match scale {
        SeriesScale::Level => axis::of_levels(values(), unit),
        SeriesScale::Index => axis::of_index(values()),
        SeriesScale::Change => axis::of_changes(values(), crate::compare::ChangeScale::Percent),
    };
    let times = || lines.iter().flat_map(|line| &line.points).map(|point| point.at);
    let (from, to) = (times().fold(f64::INFINITY, f64::min), times().fold(f64::NEG_INFINITY, f64::max));
    let time = if from <= to { axis::of_time(from, to) } else { axis::of_time(0.0, 12.0) };
    let mut moments: Vec<TrendMoment> = Vec::new();
    let mut add = |at: f64, label: String| {
        let is_told = moments.iter().any(|moment| moment.label == label);
        if at >= time.low && at <= time.high && !is_told {
            moments.push(TrendMoment { at, label });
        }
    };
    for programme in hand.members.iter().filter_map(|member| member.located.programme) {
        if let Some((start, _)) = programme.dates.days() {
            add(beginning(start), say!("trend-programme-begins", name = programme.name.as_str()));
        }
    }
    for own in first.vintages.members().iter().flat_map(|vintage| &vintage.statistic.breaks) {
        if let Some((day, _)) = own.at.days() {
            add(beginning(day), say!("trend-break", why = own.why.as_str()));
        }
    }
    moments.sort_by(|one, other| one.at.total_cmp(&other.at));
    let title = match scale {
        SeriesScale::Level => levels::panel_title(first.vintages.indicator, crate::compare::LevelScale::AsPublished),
        SeriesScale::Index | SeriesScale::Change => scale.label().to_owned(),
    };
    Trend { title, axis: value_axis, time, lines, moments }
}

/// "Looked-after children: Leeds fell 14.4% (2011 to 2016)", "Looked-after children in four councils, 2010 to 2024".
fn title(first: &SeriesMember<'_>, hand: &Hand<'_>) -> String {
    let concept = words::sentence_case(&first.vintages.indicator.concept);
    if let ([_], Some(dates)) = (hand.places.as_slice(), first.dates)
        && let Some(moved) = beside_series::place_moved(first.holder, &first.vintages, first.place, dates)
    {
        return say!("title-of-concept", concept = concept, finding = moved);
    }
    let years: Vec<i16> =
        first.vintages.periods().iter().filter_map(|p| p.days()).map(|(_, last)| last.year()).collect();
    let year = |year: Option<&i16>| year.map(ToString::to_string).unwrap_or_default();
    say!(
        "trend-title",
        concept = concept,
        n = hand.places.len(),
        count = words::count(hand.places.len()),
        from = year(years.first()),
        to = year(years.last())
    )
}

fn subtitle(first: &SeriesMember<'_>, scale: SeriesScale) -> String {
    let indicator = first.vintages.indicator;
    let counted = levels::panel_title(indicator, crate::compare::LevelScale::AsPublished);
    let is_money = matches!(indicator.unit.kind(), UnitKind::Money(_));
    match scale {
        SeriesScale::Level if is_money => counted,
        SeriesScale::Level => say!("trend-subtitle", what = counted),
        SeriesScale::Index | SeriesScale::Change => {
            say!("trend-subtitle-scaled", what = counted, scale = scale.label())
        }
    }
}
