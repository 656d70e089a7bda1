//! From the filters' words to a view: names become ids, an unknown name is answered with the nearest ones.

use super::CommandError;
use super::arguments::FilterArguments;
use super::series::sentence;
use crate::compare::statistic_pairs::ChosenDates;
use crate::figure::statistics_table::{PairDates, asked_for, two_dates};
use crate::model::{AbsentName, Dataset, Filter, Role, SavedView, View, is_view_text, nearest, same_name};

/// Which roles stand where none is asked for (R9).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DefaultRoles {
    /// Outcomes and context.
    OutcomesAndContext,
    /// All.
    All,
}

/// The view that the filters ask for.
///
/// # Errors
/// A [`CommandError`] with the nearest names where one is not known.
pub fn view(dataset: &Dataset, filters: &FilterArguments, default_roles: DefaultRoles) -> Result<View, CommandError> {
    let mut view = View::default();
    for name in &filters.council {
        let found = dataset.councils.iter().filter(|c| {
            let others = c.aliases.iter().map(String::as_str);
            let gss = c.gss.as_deref();
            [c.id.as_str(), c.name.as_str()].into_iter().chain(gss).chain(others).any(|known| same_name(name, known))
        });
        let found: Vec<_> = found.map(|c| c.id.clone()).collect();
        let known = dataset.councils.iter().map(|c| c.name.as_str());
        view.councils.add(known_or_stop(found, "council", name, known)?);
    }
    for name in &filters.indicator {
        let found = dataset
            .indicators
            .iter()
            .filter(|i| [i.id.as_str(), &i.name, &i.concept].into_iter().any(|known| same_name(name, known)));
        let found: Vec<_> = found.map(|i| i.id.clone()).collect();
        let known = dataset.indicators.iter().flat_map(|i| [i.name.as_str(), i.concept.as_str()]);
        view.indicators.add(known_or_stop(found, "indicator", name, known)?);
    }
    for name in &filters.programme {
        let found = dataset
            .programmes
            .iter()
            .filter(|p| [p.id.as_str(), &p.name].into_iter().any(|known| same_name(name, known)));
        let found: Vec<_> = found.map(|p| p.id.clone()).collect();
        let known = dataset.programmes.iter().map(|p| p.name.as_str());
        view.programmes.add(known_or_stop(found, "programme", name, known)?);
    }
    let topics = || {
        let of_indicators = dataset.indicators.iter().map(|i| i.topic.as_str());
        of_indicators.chain(dataset.programmes.iter().map(|p| p.topic.as_str()))
    };
    for name in &filters.topic {
        view.topics.add(known_or_stop(all_named(name, topics()), "topic", name, topics())?);
    }
    let regions = || dataset.councils.iter().map(|c| c.region.as_str()).filter(|r| !r.is_empty());
    for name in &filters.region {
        view.regions.add(known_or_stop(all_named(name, regions()), "region", name, regions())?);
    }
    view.roles = match (filters.role.as_slice(), default_roles) {
        ([], DefaultRoles::All) => Filter::All,
        ([], DefaultRoles::OutcomesAndContext) => {
            Role::ALL.into_iter().filter(|role| role.is_shown_by_default()).collect::<Vec<_>>().into()
        }
        (named, _) => named.to_vec().into(),
    };
    Ok(view)
}

/// The dates at which the official statistics of the view are compared; without words the latest two of each indicator.
///
/// # Errors
/// A [`CommandError`] where no indicator of the view has the dates, with those it has.
pub fn dates(
    dataset: &Dataset,
    view: &View,
    from: Option<&str>,
    to: Option<&str>,
) -> Result<ChosenDates, CommandError> {
    let mut chosen = ChosenDates::default();
    if from.is_none() && to.is_none() {
        return Ok(chosen);
    }
    let asked = PairDates { from: from.map(str::to_owned), to: to.map(str::to_owned) };
    let mut missing = None;
    for vintages in asked_for(dataset, view) {
        match two_dates(&vintages, &asked) {
            Ok((from, to)) => chosen.choose(&vintages.indicator.concept, from.clone(), to.clone()),
            Err(lacking) => missing = missing.or(Some(lacking)),
        }
    }
    match missing {
        Some(lacking) if chosen.is_empty() => Err(CommandError::misworded(sentence(&lacking))),
        None if chosen.is_empty() => Err(CommandError::misworded(
            "--from and --to are dates of official statistics, and there are none of what was asked for; leave them out",
        )),
        Some(_) | None => Ok(chosen),
    }
}

/// The view that is kept under this id or name, or that this text is, with what of it the dataset does not have as remarks.
///
/// # Errors
/// A [`CommandError`] with the nearest names where none is kept under this one, or where the text is no view.
pub fn kept(dataset: &Dataset, name: &str) -> Result<(SavedView, Vec<String>), CommandError> {
    let (view, mut remarks) = if is_view_text(name) {
        let pasted = SavedView::of_text(name).map_err(CommandError::misworded)?;
        (pasted.view, pasted.skipped)
    } else {
        let of_id = dataset.views.iter().find(|view| view.id.as_str() == name);
        let found = of_id.or_else(|| dataset.views.iter().find(|view| same_name(name, &view.name)));
        let Some(view) = found else {
            let near = nearest(name, dataset.views.iter().map(|view| view.name.as_str()));
            let fix = if near.is_empty() {
                "the window keeps views with Keep this view".to_owned()
            } else {
                format!("the nearest are: {}", near.join("; "))
            };
            return Err(CommandError::misworded(format!("no view is called \"{name}\"; {fix}")));
        };
        (view.clone(), Vec::new())
    };
    remarks.extend(view.absent(dataset).iter().map(AbsentName::sentence));
    Ok((view.with_what_is_there(dataset), remarks))
}

fn all_named<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut found: Vec<String> = known.filter(|k| same_name(name, k)).map(str::to_owned).collect();
    found.sort_unstable();
    found.dedup();
    found
}

fn known_or_stop<'a, T>(
    found: Vec<T>,
    what: &str,
    name: &str,
    known: impl Iterator<Item = &'a str>,
) -> Result<Vec<T>, CommandError> {
    if !found.is_empty() {
        return Ok(found);
    }
    let near = nearest(name, known);
    let fix = if near.is_empty() {
        "sidebyside table --format csv lists what there is".to_owned()
    } else {
        format!("the nearest are: {}", near.join("; "))
    };
    Err(CommandError::misworded(format!("no {what} is called \"{name}\"; {fix}")))
}
