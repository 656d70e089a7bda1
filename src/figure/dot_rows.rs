//! Strips of dots: the change of every council between two dates, those in hand named (R18, R19, R20).
//!
//! Definition: a strip a pair of dates; the quarters are those of all councils that have both values, by linear interpolation. England is the
//! published figure and no mean of the dots.

use crate::compare::ordinary::{change, ordinary_movement, quantile};
use crate::compare::series_index::SeriesIndex;
use crate::compare::statistics::{StatisticPair, Vintage};
use crate::compare::{ChangeScale, Comparison, Rule};
use crate::model::{CouncilId, Dataset, Filter, OutcomeId, Period, View};
use crate::say;

use super::series_members::{SeriesMember, claim_notes, left_out, members, name_of, nation_of, source_line};
use super::trend_chart::look;
use super::{
    Body, DotStrip, DotStrips, Figure, LeftOutRow, Note, Owner, StripDot, Tone, axis, beside_series, notes,
    statistics_notes, words,
};

/// More councils than this are not named one by one.
const MOST_NAMED: usize = 8;
/// Fewer councils have no quarters.
const LEAST_FOR_QUARTERS: usize = 4;

/// The members between two dates of one series.
struct DatePair<'a> {
    members: Vec<SeriesMember<'a>>,
    from: &'a Period,
    to: &'a Period,
}

/// The figure of the kind `strip`; `None` where no outcome has a series with both dates.
pub fn strip(dataset: &Dataset, view: &View, comparisons: &[Comparison<'_>]) -> (Option<Figure>, Vec<LeftOutRow>) {
    let (found, mut left) = members(dataset, comparisons);
    let mut pairs: Vec<DatePair<'_>> = Vec::new();
    let is_share = found.first().is_some_and(|member| member.vintages.indicator.is_share());
    for member in found {
        let Some((from, to)) = member.dates.filter(|dates| size(&member, member.place, *dates).is_some()) else {
            left.push(left_out(&member, say!("strip-no-dates")));
            continue;
        };
        if !member.is_of_council() && !member.is_of_nation() {
            left.push(left_out(&member, say!("series-no-council")));
            continue;
        }
        if member.vintages.indicator.is_share() != is_share {
            left.push(left_out(&member, say!("series-other-indicator")));
            continue;
        }
        let is_same = |pair: &&mut DatePair<'_>| {
            pair.members.first().is_some_and(|other| other.vintages.indicator.id == member.vintages.indicator.id)
                && member.vintages.is_same_date(pair.from, from)
                && member.vintages.is_same_date(pair.to, to)
        };
        match pairs.iter_mut().find(is_same) {
            Some(pair) => pair.members.push(member),
            None => pairs.push(DatePair { members: vec![member], from, to }),
        }
    }
    // England alone is no strip of councils.
    let has_council = |pair: &DatePair<'_>| pair.members.iter().any(SeriesMember::is_of_council);
    for pair in pairs.extract_if(.., |pair| !has_council(pair)) {
        left.extend(pair.members.iter().map(|member| left_out(member, say!("series-no-council"))));
    }
    for pair in &mut pairs {
        // The councils first.
        pair.members.sort_by_key(SeriesMember::is_of_nation);
    }
    let Some(first) = pairs.first().and_then(|pair| pair.members.first()).cloned() else { return (None, left) };
    let names_all = view.councils == Filter::All && first.located.outcome.statistic.is_some();
    let strips: Vec<DotStrip> = pairs.iter().filter_map(|pair| strip_of(pair, names_all)).collect();
    let scale = if is_share { ChangeScale::Points } else { ChangeScale::Percent };
    let ends = strips.iter().flat_map(|strip| strip.dots.iter().chain(&strip.nation)).map(|dot| dot.at);
    let usual = strips.iter().filter_map(|strip| strip.usual).flat_map(|(low, high)| [low, high]);
    let axis = axis::of_changes(ends.chain(usual), scale);
    let members: Vec<SeriesMember<'_>> = pairs.into_iter().flat_map(|pair| pair.members).collect();
    let drawn: Vec<Comparison<'_>> = comparisons
        .iter()
        .filter(|c| members.iter().any(|member| member.located.outcome.id == c.located.outcome.id))
        .cloned()
        .collect();
    let mut notes = claim_notes(dataset, &members);
    notes.extend(statistics_notes::notes(dataset, &drawn));
    notes.push(Note { rule: Rule::R18, text: say!("strip-nation-is-published").to_owned() });
    if strips.iter().any(|strip| strip.usual.is_some()) {
        notes.push(Note { rule: Rule::R20, text: say!("strip-usual-is-no-test").to_owned() });
    }
    // Those of the two dates alone.
    let uses = |member: &SeriesMember<'_>, vintage: &Vintage<'_>| {
        let at = |period: &Period| member.vintages.standing(member.place, period).map(|end| &end.vintage.release.id);
        member.dates.is_some_and(|(from, to)| [at(from), at(to)].contains(&Some(&vintage.release.id)))
    };
    let source = [notes::source_line(dataset, &drawn), source_line(dataset, &members, uses)];
    let source = source.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ");
    let councils = strips.iter().map(|strip| strip.dots.len()).max().unwrap_or_default();
    let concept = words::sentence_case(&first.vintages.indicator.concept);
    let only = members.iter().filter(|member| member.is_of_council()).count() == 1;
    let title = match (only, first.dates) {
        (true, Some(dates)) => beside_series::place_moved(first.holder, &first.vintages, first.place, dates)
            .map(|moved| say!("title-of-concept", concept = concept.as_str(), finding = moved)),
        _ => None,
    };
    let title = title.unwrap_or_else(|| say!("dots-title", concept = concept, n = councils));
    let subtitle = say!("dots-subtitle").to_owned();
    let told = std::iter::once(say!("alt-figure", title = title.as_str(), what = subtitle.as_str()));
    let alt = told.chain(strips.iter().map(|strip| strip.spoken.clone())).collect::<Vec<_>>().join(" ");
    let axis_title = if is_share { say!("dots-axis-points") } else { say!("dots-axis-percent") };
    let body = Body::DotStrips(DotStrips { title: axis_title.to_owned(), axis, strips });
    let figure = Figure { title, alt, subtitle, body, notes, source, left_out: left.clone(), ..Figure::default() };
    (Some(figure), left)
}

/// The change of a place, in per cent, or in points of a share.
fn size(member: &SeriesMember<'_>, place: &CouncilId, (from, to): (&Period, &Period)) -> Option<f64> {
    if !member.vintages.indicator.is_share() {
        return change(&member.vintages, place, (from, to));
    }
    let [from, to] = [from, to].map(|period| member.vintages.standing(place, period));
    StatisticPair { indicator: member.vintages.indicator, place, from, to }.change()
}

fn strip_of(pair: &DatePair<'_>, names_all: bool) -> Option<DotStrip> {
    let dates = (pair.from, pair.to);
    let first = pair.members.first()?;
    let (holder, vintages) = (first.holder, &first.vintages);
    let index = SeriesIndex::of(vintages);
    let nth = (index.nth(vintages, pair.from), index.nth(vintages, pair.to));
    let size_of = |place: &CouncilId| match nth {
        (Some(from), Some(to)) if !vintages.indicator.is_share() => index.change(place, (from, to)),
        _ => size(first, place, dates),
    };
    let in_words = |at: f64| if vintages.indicator.is_share() { words::signed(at, 1) } else { words::percent(at) };
    let councils: Vec<&SeriesMember<'_>> = pair.members.iter().filter(|member| member.is_of_council()).collect();
    let is_named = councils.len() <= MOST_NAMED && !names_all;
    let dot = |place: &CouncilId, tone: Tone, is_named: bool| {
        let at = size_of(place)?;
        let member = pair.members.iter().find(|member| member.place == place);
        let label = say!("strip-label", place = name_of(holder, place), change = in_words(at));
        // Other councils of a statistic are outcomes too; those of a series beside the dataset are not, and may stand in several strips.
        let other = || match first.located.outcome.statistic {
            Some(_) => OutcomeId::new(format!("{}-{place}", vintages.indicator.id)),
            None => OutcomeId::new(format!("{}-{place}-{}-{}", vintages.indicator.id, pair.from, pair.to)),
        };
        let outcome = member.map_or_else(other, |member| member.located.outcome.id.clone());
        let spoken =
            say!("dots-spoken", label = label.as_str(), from = words::period(pair.from), to = words::period(pair.to));
        Some(StripDot {
            outcome,
            is_selected: member.is_some(),
            at,
            label,
            is_named,
            look: look(tone),
            owner: Owner::default(),
            spoken,
        })
    };
    let is_council = |id: &&CouncilId| holder.council(id).is_some_and(|council| council.kind.is_council());
    let mut dots: Vec<StripDot> = vintages
        .places()
        .into_iter()
        .filter(is_council)
        .filter_map(|place| {
            let is_member = pair.members.iter().any(|member| member.place == place);
            let is_in_hand = is_member && is_named;
            dot(place, if is_in_hand || (is_member && names_all) { Tone::Main } else { Tone::Muted }, is_in_hand)
        })
        .collect();
    dots.sort_by(|one, other| one.at.total_cmp(&other.at).then_with(|| one.label.cmp(&other.label)));
    let changes: Vec<f64> = dots.iter().map(|dot| dot.at).collect();
    let quarter = |share: f64| quantile(&changes, share);
    let quarters = match (quarter(0.25), quarter(0.5), quarter(0.75)) {
        (Some(low), Some(middle), Some(high)) if changes.len() >= LEAST_FOR_QUARTERS => Some([low, middle, high]),
        _ => None,
    };
    let usual = match councils.as_slice() {
        [only] if !vintages.indicator.is_share() => {
            ordinary_movement(holder, vintages, only.place, dates).ok().map(|usual| (usual.low, usual.high))
        }
        _ => None,
    };
    let nation = nation_of(holder).and_then(|nation| dot(nation, Tone::Muted, true));
    let (fell, rose) = (changes.iter().filter(|at| **at < 0.0).count(), changes.iter().filter(|at| **at > 0.0).count());
    let about = say!(
        "dots-about",
        from = words::period(pair.from),
        to = words::period(pair.to),
        n = changes.len(),
        fell = fell,
        rose = rose
    );
    let mut told = vec![about.clone()];
    told.extend(dots.iter().filter(|dot| dot.is_named).map(|dot| dot.label.clone()));
    told.extend(nation.iter().map(|dot| dot.label.clone()));
    if let Some([low, middle, high]) = quarters {
        let [low, middle, high] = [low, middle, high].map(in_words);
        told.push(say!("dots-quarters", low = low, middle = middle, high = high));
    }
    if let Some((low, high)) = usual {
        told.push(say!("dots-usual", low = in_words(low), high = in_words(high)));
    }
    let title = vintages.indicator.name.clone();
    let spoken =
        say!("dots-strip-spoken", title = title.as_str(), told = crate::compare::phrases::by_semicolons(&told));
    Some(DotStrip { title, about, dots, nation, quarters, usual, spoken })
}
