//! Quick fixes: edits that answer a finding, where it is plain what would.
//!
//! Nothing here makes up a figure or picks between two published ones. A fix is made from the dataset as it is, so that one for
//! a finding that no longer holds is not offered.

use crate::model::{Dataset, Measure, OutcomeId, Published};

use crate::say;

use super::period_fixes::period_fixes;

use super::change::{has_twin, id_at};
use super::new_parts::{free, id_of_name, taken};
use super::references::IdList;
use super::{Edit, OutcomeParent, Part, PartKind, PartPath, PlacedFinding, facts};

/// How alike two ids must be for one to be offered in place of the other, on the scale of Jaro and Winkler from 0 to 1.
const NEAR: f64 = 0.8;

/// What would answer a finding.
#[derive(Clone, Debug, PartialEq)]
pub struct QuickFix {
    /// What a button says: "Use \"leeds\"".
    pub label: String,
    /// The edit.
    pub edit: Edit,
}

/// The fixes of a finding, the likeliest first; none where a person has to think.
pub fn quick_fixes(dataset: &Dataset, placed: &PlacedFinding) -> Vec<QuickFix> {
    let PlacedFinding { place, field, .. } = placed;
    let (name, index) = split(field);
    match (name, place) {
        ("id", _) => fix_id(dataset, *place),
        ("places" | "councils" | "successors" | "members" | "overlaps" | "disagrees_with", _) => {
            fix_list(dataset, *place, name, index)
        }
        ("indicator", PartPath::Outcome(..)) => fix_indicator(dataset, *place),
        ("sources", _) => fix_citation(dataset, *place, field, index),
        ("unit", PartPath::Indicator(at)) => fix_unit(dataset, *at),
        ("gss", PartPath::Council(at)) => fix_code(dataset, *at),
        ("until", PartPath::Council(at)) => fix_dates(dataset, *at),
        ("published" | "benchmark" | "dates", _) => {
            let mut fixes = match place {
                PartPath::Outcome(home, at) if field.starts_with("published.points[") => fix_order(dataset, *home, *at),
                PartPath::Outcome(..)
                | PartPath::Facts
                | PartPath::Source(_)
                | PartPath::Council(_)
                | PartPath::Indicator(_)
                | PartPath::Programme(_)
                | PartPath::SavedView(_) => Vec::new(),
            };
            fixes.extend(period_fixes(dataset, placed));
            fixes
        }
        _ => Vec::new(),
    }
}

/// `places[2].x` is `places` and 2.
fn split(field: &str) -> (&str, Option<usize>) {
    let name = field.split(['[', '.']).next().unwrap_or_default();
    let rest = field.get(name.len()..).and_then(|rest| rest.strip_prefix('['));
    (name, rest.and_then(|rest| rest.split(']').next()?.parse().ok()))
}

/// The fix, where its edit can be made and changes something.
pub(super) fn offer(label: impl Into<String>, edit: Result<Edit, super::EditError>) -> Option<QuickFix> {
    let mut edit = edit.ok().filter(|edit| !edit.is_empty())?;
    // A fix never melts into what is being typed.
    edit.field = None;
    Some(QuickFix { label: label.into(), edit })
}

/// An id that is empty, misspelt or used twice.
fn fix_id(dataset: &Dataset, place: PartPath) -> Vec<QuickFix> {
    let (Some(kind), Some(part), Some(id)) = (place.kind(), Part::at(dataset, place), id_at(dataset, place)) else {
        return Vec::new();
    };
    let base = if id.trim().is_empty() { part.name(dataset) } else { id.to_owned() };
    let used = taken(dataset, kind);
    let is_good = id_of_name(&base, kind) == id && !has_twin(dataset, place, &part);
    if is_good {
        return Vec::new();
    }
    let new = free(&id_of_name(&base, kind), |id| used.contains(id));
    let edit = Edit::change(dataset, place, part.with_id(&new), "id");
    offer(say!("edits-fix-use-id", id = new.as_str()), edit).into_iter().collect()
}

/// The nearest id of a kind, where one is near.
fn near(dataset: &Dataset, kind: PartKind, id: &str) -> Option<String> {
    let rated = taken(dataset, kind).into_iter().map(|other| (strsim::jaro_winkler(id, other), other));
    let near = rated.filter(|(likeness, other)| *likeness > NEAR && !other.is_empty());
    near.max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(a.1))).map(|(_, other)| other.to_owned())
}

/// Places and other outcomes that are named: unknown, oneself, or not named back.
fn fix_list(dataset: &Dataset, place: PartPath, name: &str, index: Option<usize>) -> Vec<QuickFix> {
    let Some(mut part) = Part::at(dataset, place) else { return Vec::new() };
    let Some(at) = index else { return fix_no_places(dataset, place, part) };
    let of_outcomes = matches!(name, "overlaps" | "disagrees_with");
    let kind = if of_outcomes { PartKind::Outcome } else { PartKind::Council };
    let own = id_at(dataset, place).unwrap_or_default().to_owned();
    let Some(id) = part.ids_mut(name).and_then(|list| list.get(at)) else { return Vec::new() };
    let is_known = taken(dataset, kind).contains(id.as_str());
    if is_known && (!of_outcomes || id != own) {
        return if of_outcomes { fix_one_sided(dataset, name, &id, &own) } else { Vec::new() };
    }
    let mut fixes = Vec::new();
    if !is_known && let Some(near) = near(dataset, kind, &id) {
        let mut other = part.clone();
        if let Some(mut list) = other.ids_mut(name) {
            list.set(at, &near);
        }
        fixes.extend(offer(say!("edits-fix-use", id = near.as_str()), Edit::change(dataset, place, other, name)));
    }
    if let Some(mut list) = part.ids_mut(name) {
        list.remove(at);
        if !(name == "places" && list.is_empty()) {
            fixes
                .extend(offer(say!("edits-fix-leave-out", id = id.as_str()), Edit::change(dataset, place, part, name)));
        }
    }
    fixes
}

/// An outcome without places takes those of its programme.
fn fix_no_places(dataset: &Dataset, place: PartPath, part: Part) -> Vec<QuickFix> {
    let (PartPath::Outcome(OutcomeParent::Programme(p), _), Part::Outcome(mut outcome)) = (place, part) else {
        return Vec::new();
    };
    let Some(programme) = dataset.programmes.get(p).filter(|_| outcome.places.is_empty()) else { return Vec::new() };
    outcome.places.clone_from(&programme.places);
    let edit = Edit::change(dataset, place, Part::Outcome(outcome), "places");
    offer(say!("edits-fix-places"), edit).into_iter().collect()
}

/// `own` names `id`, which does not name it back.
fn fix_one_sided(dataset: &Dataset, name: &str, id: &str, own: &str) -> Vec<QuickFix> {
    let Some(there) = PartPath::of_outcome(dataset, &OutcomeId::new(id)) else { return Vec::new() };
    let Some(mut other) = Part::at(dataset, there) else { return Vec::new() };
    if let Some(IdList::Outcomes(list)) = other.ids_mut(name)
        && !list.iter().any(|o| o.as_str() == own)
    {
        list.push(OutcomeId::new(own));
    }
    offer(say!("edits-fix-other-outcome"), Edit::change(dataset, there, other, name)).into_iter().collect()
}

fn fix_indicator(dataset: &Dataset, place: PartPath) -> Vec<QuickFix> {
    let Some(Part::Outcome(mut outcome)) = Part::at(dataset, place) else { return Vec::new() };
    if dataset.indicator(&outcome.indicator).is_some() {
        return Vec::new();
    }
    let Some(near) = near(dataset, PartKind::Indicator, outcome.indicator.as_str()) else { return Vec::new() };
    outcome.indicator = crate::model::IndicatorId::new(&near);
    let edit = Edit::change(dataset, place, Part::Outcome(outcome), "indicator");
    offer(say!("edits-fix-use", id = near.as_str()), edit).into_iter().collect()
}

/// A citation of a document that is not there.
fn fix_citation(dataset: &Dataset, place: PartPath, field: &str, index: Option<usize>) -> Vec<QuickFix> {
    let (Some(mut part), Some(at)) = (Part::at(dataset, place), index) else { return Vec::new() };
    let Some(cited) = part.sources_mut().and_then(|list| list.get_mut(at)) else { return Vec::new() };
    if !field.ends_with(".source") || dataset.source(&cited.source).is_some() {
        return Vec::new();
    }
    let Some(near) = near(dataset, PartKind::Source, cited.source.as_str()) else { return Vec::new() };
    cited.source = crate::model::SourceId::new(&near);
    offer(say!("edits-fix-use", id = near.as_str()), Edit::change(dataset, place, part, "sources"))
        .into_iter()
        .collect()
}

/// What the measure says of the unit, or that it is not stated.
fn fix_unit(dataset: &Dataset, at: usize) -> Vec<QuickFix> {
    let Some(indicator) = dataset.indicators.get(at).filter(|i| i.unit.is_blank()) else { return Vec::new() };
    let unit = match indicator.measure {
        Measure::Share => "%",
        Measure::Rating => "grade",
        Measure::Flow | Measure::Stock | Measure::Rate | Measure::Average | Measure::NotStated => "not stated",
    };
    let edit = Edit::indicator(dataset, at, "unit", |i| i.unit = unit.into());
    offer(say!("edits-fix-write-unit", unit = unit), edit).into_iter().collect()
}

/// A code in small letters or with spaces, or the code of a known council of this name.
fn fix_code(dataset: &Dataset, at: usize) -> Vec<QuickFix> {
    let Some(council) = dataset.councils.get(at) else { return Vec::new() };
    let tidy: String =
        council.gss.iter().flat_map(|code| code.chars()).filter(char::is_ascii_alphanumeric).collect::<String>();
    let tidy = tidy.to_ascii_uppercase();
    let mut codes: Vec<String> = facts::by_gss(&tidy).map(|known| known.gss.to_owned()).into_iter().collect();
    let same = |known: &&&facts::KnownCouncil| known.kind == council.kind && known.until == council.until;
    let by_name = facts::suggest(&council.name);
    codes.extend(
        by_name.iter().find(same).filter(|k| crate::model::same_name(k.name, &council.name)).map(|k| k.gss.to_owned()),
    );
    codes.dedup();
    let mut fixes: Vec<QuickFix> = codes
        .into_iter()
        .filter_map(|code| {
            offer(
                say!("edits-fix-write-code", code = code.as_str()),
                Edit::council(dataset, at, "gss", |c| c.gss = Some(code.clone())),
            )
        })
        .collect();
    fixes.extend(offer(say!("edits-fix-no-code"), Edit::council(dataset, at, "gss", |c| c.gss = None)));
    fixes
}

fn fix_dates(dataset: &Dataset, at: usize) -> Vec<QuickFix> {
    let edit = Edit::council(dataset, at, "until", |c| {
        if let (Some(from), Some(until)) = (c.from, c.until)
            && until.last_day() < from.first_day()
        {
            std::mem::swap(&mut c.from, &mut c.until);
        }
    });
    offer(say!("edits-fix-swap-dates"), edit).into_iter().collect()
}

/// Points that are not in order of time, where the time of each is known.
fn fix_order(dataset: &Dataset, home: OutcomeParent, at: usize) -> Vec<QuickFix> {
    let edit = Edit::outcome(dataset, home, at, "published.points", |outcome| {
        if let Published::Series { points, .. } = &mut outcome.published
            && points.iter().all(|point| point.period.days().is_some())
        {
            points.sort_by_key(|point| point.period.days());
        }
    });
    offer(say!("edits-fix-sort-points"), edit).into_iter().collect()
}
