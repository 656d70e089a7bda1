//! The lists in which parts name others: putting one in, which is made where it is new, and taking one out. Each is one step.

use crate::edit::references::IdList;
use crate::edit::{Edit, EditError, Part, PartPath, new_parts};
use crate::model::{Dataset, IndicatorId, Measure, OutcomeId, SourceId, SourceRef};

use super::CouncilOffer;
use super::fields::changed;

/// The edit that puts a council into this list of a part.
///
/// # Errors
/// There is no such list, or as [`Edit::change`].
pub fn add_council(dataset: &Dataset, place: PartPath, field: &str, picked: CouncilOffer) -> Result<Edit, EditError> {
    let (id, new) = match picked {
        CouncilOffer::There(id) => (id, None),
        CouncilOffer::New(council) => {
            let at = PartPath::Council(dataset.councils.len());
            (council.id.clone(), Some(Edit::add(dataset, at, *council)?))
        }
    };
    let edit = changed(dataset, place, field, |part| match part.ids_mut(field)? {
        IdList::Councils(list) => {
            list.push(id);
            Some(())
        }
        IdList::Outcomes(_) => None,
    })?;
    Ok(after(new, edit))
}

/// The edit that names another outcome in this list of an outcome.
///
/// # Errors
/// As [`add_council`].
pub fn add_outcome(dataset: &Dataset, place: PartPath, field: &str, id: OutcomeId) -> Result<Edit, EditError> {
    changed(dataset, place, field, |part| match part.ids_mut(field)? {
        IdList::Outcomes(list) => {
            list.push(id);
            Some(())
        }
        IdList::Councils(_) => None,
    })
}

/// The edit that cites a document; where none is picked, a new one of this title.
///
/// # Errors
/// As [`add_council`].
pub fn add_source(
    dataset: &Dataset,
    place: PartPath,
    picked: Option<SourceId>,
    title: &str,
) -> Result<Edit, EditError> {
    let (id, new) = if let Some(id) = picked {
        (id, None)
    } else {
        let source = new_parts::source(dataset, title.trim());
        (source.id.clone(), Some(Edit::add(dataset, PartPath::Source(dataset.sources.len()), source)?))
    };
    let edit = changed(dataset, place, "sources", |part| {
        part.sources_mut()?.push(SourceRef { source: id, lines: Vec::new(), at: String::new() });
        Some(())
    })?;
    Ok(after(new, edit))
}

/// The edit that takes one out of this list of a part, by its number.
///
/// # Errors
/// There is no such list or number, or as [`Edit::change`].
pub fn take_out(dataset: &Dataset, place: PartPath, field: &str, nth: usize) -> Result<Edit, EditError> {
    changed(dataset, place, field, |part| {
        if field != "sources" {
            return part.ids_mut(field)?.remove(nth);
        }
        let cited = part.sources_mut()?;
        (nth < cited.len()).then(|| drop(cited.remove(nth)))
    })
}

/// The edit by which an outcome counts another indicator; where none is picked, a new one of this name.
///
/// # Errors
/// As [`add_council`].
pub fn choose_indicator(
    dataset: &Dataset,
    place: PartPath,
    picked: Option<IndicatorId>,
    name: &str,
) -> Result<Edit, EditError> {
    let (id, new) = if let Some(id) = picked {
        (id, None)
    } else {
        let made = new_parts::indicator(dataset, name.trim(), "", Measure::NotStated);
        (made.id.clone(), Some(Edit::add(dataset, PartPath::Indicator(dataset.indicators.len()), made)?))
    };
    let edit = changed(dataset, place, "indicator", |part| {
        let Part::Outcome(outcome) = part else { return None };
        outcome.indicator = id;
        Some(())
    })?;
    Ok(after(new, edit))
}

/// The edit, after the one that makes what it names.
fn after(new: Option<Edit>, mut edit: Edit) -> Edit {
    if let Some(new) = new {
        edit.ops.splice(0..0, new.ops);
    }
    edit
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_named_and_new_is_made_in_the_same_step() {
        let mut dataset = new_parts::dataset("Mine");
        dataset.programmes.push(new_parts::programme(&dataset, "Foster with us", Vec::new()));
        let place = PartPath::Programme(0);
        let leeds = CouncilOffer::New(Box::new(new_parts::council(&dataset, "Leeds")));
        let history = dataset.clone();
        let undo = add_council(&dataset, place, "places", leeds).unwrap().apply(&mut dataset).unwrap();
        assert_eq!((dataset.councils.len(), dataset.programmes[0].places.len()), (1, 1));
        assert_eq!(dataset.programmes[0].id.as_str(), "leeds-foster-with-us", "the id follows the first council");
        undo.apply(&mut dataset).unwrap();
        assert_eq!(dataset, history);
        add_source(&dataset, place, None, " Report ").unwrap().apply(&mut dataset).unwrap();
        assert_eq!((dataset.sources[0].title.as_str(), dataset.programmes[0].sources.len()), ("Report", 1));
        take_out(&dataset, place, "sources", 0).unwrap().apply(&mut dataset).unwrap();
        assert_eq!((dataset.sources.len(), dataset.programmes[0].sources.len()), (1, 0));
        assert!(take_out(&dataset, place, "sources", 0).is_err() && take_out(&dataset, place, "title", 0).is_err());
    }
}
