//! Kept views: what they name and the dataset does not have, and rooms that need other councils. A view with such a fault still opens
//! with what is left, so that each is a caution.

use crate::compare::statistic_pairs::date_of;
use crate::dataset::fault::Fault;
use crate::dataset::finding::Problem;
use crate::model::{AbsentName, Dataset, SavedView, ViewField, ViewRoom, nearest};
use crate::say;

/// Checks every kept view.
pub(super) fn check(dataset: &Dataset, problems: &mut Vec<Problem>) {
    for (n, view) in dataset.views.iter().enumerate() {
        let path = format!("views[{n}]");
        for absent in view.absent(dataset) {
            problems.push(absence(dataset, &path, &absent));
        }
        if view.room == ViewRoom::Compare && view.concept.is_empty() {
            let (sentence, fix) = (say!("check-view-without-concept"), say!("check-view-without-concept.fix"));
            problems.push(Problem::caution(format!("{path}.concept"), sentence, fix));
        }
        councils(view, &path, problems);
        dates(dataset, view, &path, problems);
    }
}

/// Too few or too many councils for the room.
fn councils(view: &SavedView, path: &str, problems: &mut Vec<Problem>) {
    let named = view.councils.len();
    let Some(many) = view.room.councils().filter(|many| !many.contains(&named)) else { return };
    let (least, most) = (many.start().to_string(), many.end().to_string());
    let sentence = say!("check-view-councils", room = view.room.keyword(), n = named, least = least, most = most);
    problems.push(Problem::caution(format!("{path}.councils"), sentence, say!("check-view-councils.fix")));
}

/// Dates that no statistic of the concept has.
fn dates(dataset: &Dataset, view: &SavedView, path: &str, problems: &mut Vec<Problem>) {
    for (field, asked) in [("from", &view.from), ("to", &view.to)] {
        if !asked.is_empty() && date_of(dataset, &view.concept, asked).is_none() {
            let sentence = say!("check-view-no-date", date = asked.as_str(), concept = view.concept.as_str());
            problems.push(Problem::caution(format!("{path}.{field}"), sentence, say!("check-view-no-date.fix")));
        }
    }
}

fn absence(dataset: &Dataset, path: &str, absent: &AbsentName) -> Problem {
    let path = format!("{path}.{}", absent.field.path());
    let known: Vec<&str> = match absent.field {
        ViewField::Council(_) => dataset.councils.iter().map(|c| c.id.as_str()).collect(),
        ViewField::Concept => dataset.indicators.iter().map(|i| i.concept.as_str()).collect(),
        ViewField::Indicator => dataset.indicators.iter().map(|i| i.id.as_str()).collect(),
        ViewField::Region => dataset.councils.iter().map(|c| c.region.as_str()).collect(),
        ViewField::Topic => dataset.indicators.iter().map(|i| i.topic.as_str()).collect(),
        ViewField::Source => dataset.sources.iter().map(|s| s.id.as_str()).collect(),
    };
    let near = nearest(&absent.name, known.into_iter().filter(|name| !name.is_empty())).first().copied();
    let fix = match near {
        Some(near) => say!("check-view-absent-near.fix", near = near),
        None => say!("check-view-absent.fix").to_owned(),
    };
    let fault = match absent.field {
        ViewField::Council(_) => Fault::Unknown { id: absent.name.clone(), near: near.map(str::to_owned) },
        ViewField::Concept | ViewField::Indicator | ViewField::Region | ViewField::Topic | ViewField::Source => {
            Fault::AsSaid
        }
    };
    Problem::caution(path, absent.sentence(), fix).about(fault)
}
