//! What may be chosen among many, as a text narrows it: councils, documents, indicators and other outcomes of the dataset, and new ones.

use crate::edit::typed::NOT_STATED;
use crate::edit::{facts, new_parts};
use crate::model::{
    Council, CouncilId, Dataset, Indicator, IndicatorId, Measure, OutcomeId, SourceId, StatisticId, same_name,
};
use crate::say;
use crate::words::search::matches_search;

use super::meaning::too_long;

/// Something that may be chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice<T> {
    /// What is chosen.
    pub value: T,
    /// Its name.
    pub name: String,
    /// What tells it from others; may be empty.
    pub hint: String,
}

/// A council that may be chosen.
#[derive(Clone, Debug)]
pub enum CouncilOffer {
    /// It is in the dataset.
    There(CouncilId),
    /// It would be made.
    New(Box<Council>),
}

/// The councils that fit a text: those of the dataset, then known ones, then one of this name.
pub fn council_offers(dataset: &Dataset, text: &str, chosen: &[CouncilId]) -> Vec<Choice<CouncilOffer>> {
    let there = dataset.councils.iter().filter(|c| !chosen.contains(&c.id));
    let fitting =
        there.filter(|c| matches_search(&c.name, text) || c.aliases.iter().any(|alias| matches_search(alias, text)));
    let mut offers: Vec<Choice<CouncilOffer>> = fitting
        .map(|c| Choice {
            value: CouncilOffer::There(c.id.clone()),
            name: c.name.clone(),
            hint: c.kind.label().to_owned(),
        })
        .collect();
    // The one that is meant comes first.
    offers.sort_by_key(|offer| !same_name(&offer.name, text));
    for known in facts::suggest(text) {
        if dataset.councils.iter().any(|c| c.gss.as_deref() == Some(known.gss)) {
            continue;
        }
        let council = Box::new(known.council(dataset));
        offers.push(Choice {
            value: CouncilOffer::New(council),
            name: known.name.to_owned(),
            hint: say!("fields-council.new", hint = known.hint()),
        });
    }
    let name = text.trim();
    if is_a_name(name) && !offers.iter().any(|offer| same_name(&offer.name, name)) {
        let council = Box::new(new_parts::council(dataset, name));
        let hint = say!("fields-council.unknown").to_owned();
        offers.push(Choice { value: CouncilOffer::New(council), name: name.to_owned(), hint });
    }
    offers
}

/// The documents that fit a text, and a new one of this title. `None` stands for the new one.
pub fn source_offers(dataset: &Dataset, text: &str) -> Vec<Choice<Option<SourceId>>> {
    let mut offers: Vec<Choice<Option<SourceId>>> = dataset
        .sources
        .iter()
        .filter(|s| matches_search(&s.title, text))
        .map(|s| Choice { value: Some(s.id.clone()), name: s.title.clone(), hint: s.publisher.clone() })
        .collect();
    let title = text.trim();
    if is_a_name(title) && !offers.iter().any(|offer| offer.name.eq_ignore_ascii_case(title)) {
        offers.push(Choice { value: None, name: title.to_owned(), hint: say!("fields-source.new").to_owned() });
    }
    offers
}

/// The official series that fit a text: those of the dataset, then those that stand beside it; the same unit first. `None` stands for no
/// series.
pub fn series_offers(dataset: &Dataset, indicator: &Indicator, text: &str) -> Vec<Choice<Option<StatisticId>>> {
    let of = |holder: &Dataset, hint: &str| -> Vec<(bool, Choice<Option<StatisticId>>)> {
        let has_series = |id: &IndicatorId| holder.statistics.iter().any(|statistic| statistic.indicator == *id);
        let fits = |i: &&Indicator| matches_search(&format!("{} {} {}", i.name, i.concept, i.unit), text);
        let series = holder.indicators.iter().filter(|i| has_series(&i.id)).filter(fits);
        series
            .map(|i| {
                let hint = say!("indicator-form-series-of", unit = i.unit.as_str(), title = hint);
                let value = Some(StatisticId::new(i.id.as_str()));
                (i.unit != indicator.unit, Choice { value, name: i.name.clone(), hint })
            })
            .collect()
    };
    let mut found = of(dataset, &dataset.title);
    if let Some(beside) = dataset.reference.get() {
        found.extend(of(beside, &beside.title));
    }
    found.sort_by_key(|(is_other_unit, _)| *is_other_unit);
    let none = say!("indicator-form-series-none");
    let mut offers: Vec<Choice<Option<StatisticId>>> = found.into_iter().map(|(_, offer)| offer).collect();
    if indicator.statistic.is_some() && matches_search(none, text) {
        offers.insert(0, Choice { value: None, name: none.to_owned(), hint: String::new() });
    }
    offers
}

/// What a linked series is called; its id where it is not known, nothing where none is linked.
pub fn series_shown(dataset: &Dataset, indicator: &Indicator) -> String {
    let Some(id) = &indicator.statistic else { return String::new() };
    let named = |holder: &Dataset| {
        let of_statistic = holder.statistic(id).map(|statistic| &statistic.indicator);
        let by_id = |i: &&Indicator| of_statistic.map_or(i.id.as_str() == id.as_str(), |own| i.id == *own);
        let has_series = |i: &&Indicator| holder.statistics.iter().any(|statistic| statistic.indicator == i.id);
        holder.indicators.iter().filter(has_series).find(by_id).map(|i| i.name.clone())
    };
    named(dataset).or_else(|| named(dataset.reference.get()?)).unwrap_or_else(|| id.to_string())
}

/// The indicators that fit a text, and a new one of this name. `None` stands for the new one.
pub fn indicator_offers(dataset: &Dataset, text: &str) -> Vec<Choice<Option<IndicatorId>>> {
    let mut offers: Vec<Choice<Option<IndicatorId>>> = dataset
        .indicators
        .iter()
        .filter(|i| matches_search(&format!("{} {} {}", i.name, i.concept, i.unit), text))
        .map(|i| Choice {
            value: Some(i.id.clone()),
            name: i.name.clone(),
            hint: match i.unit.as_str() {
                // A grade is its own unit.
                "" | NOT_STATED => i.measure.describe().to_owned(),
                _ if i.measure == Measure::Rating => i.measure.describe().to_owned(),
                unit => say!("fields-indicator.hint", unit = unit, measure = i.measure.describe()),
            },
        })
        .collect();
    offers.sort_by_key(|offer| !offer.name.eq_ignore_ascii_case(text.trim()));
    let name = text.trim();
    if is_a_name(name) && !offers.iter().any(|offer| offer.name.eq_ignore_ascii_case(name)) {
        offers.push(Choice { value: None, name: name.to_owned(), hint: say!("fields-indicator.new").to_owned() });
    }
    offers
}

/// Whether something new can be called this.
fn is_a_name(text: &str) -> bool {
    !text.is_empty() && too_long(text, false).is_none()
}

/// The outcomes that fit a text, but for this one and those that are chosen.
pub fn outcome_offers(dataset: &Dataset, text: &str, of: &OutcomeId, chosen: &[OutcomeId]) -> Vec<Choice<OutcomeId>> {
    let others = dataset.outcomes().filter(|l| l.outcome.id != *of && !chosen.contains(&l.outcome.id));
    let named = others.map(|l| Choice {
        name: say!(
            "outcome-form-other.name",
            indicator = l.indicator.name.as_str(),
            places = dataset.names(&l.outcome.places, say!("list-comma"))
        ),
        hint: l.programme.map_or_else(String::new, |p| p.name.clone()),
        value: l.outcome.id.clone(),
    });
    named.filter(|offer| matches_search(&format!("{} {}", offer.name, offer.hint), text)).collect()
}
