//! What is known of councils, offered in the form of one.

use crate::edit::facts::{self, KnownCouncil};
use crate::edit::new_parts::followed_id;
use crate::edit::{Edit, EditError, Part, PartPath};
use crate::model::{Council, Dataset};
use crate::say;

/// How many known councils are offered.
const OFFERED: usize = 5;

/// Known councils of this name, the likeliest first, while no code says which one it is.
pub fn known_councils(council: &Council) -> Vec<&'static KnownCouncil> {
    if council.gss.is_some() || !council.kind.is_council() {
        return Vec::new();
    }
    facts::suggest(&council.name).into_iter().take(OFFERED).collect()
}

/// The edit that fills the form of a council with what is known of it; its note and its members stay.
///
/// # Errors
/// There is no council at the place, or as [`Edit::change`].
pub fn fill_council(dataset: &Dataset, place: PartPath, known: &KnownCouncil) -> Result<Edit, EditError> {
    let Some(Part::Council(old)) = Part::at(dataset, place) else { return Err(EditError::nowhere(place)) };
    let made = known.council(dataset);
    let (note, members) = (old.note.clone(), old.members.clone());
    let new = Council { id: old.id.clone(), note, members, ..made.clone() };
    let follows = followed_id(dataset, place, &Part::Council(old), &new.clone().into()).is_some();
    let new = if follows { Council { id: made.id, ..new } } else { new };
    let edit = Edit::change(dataset, place, new.into(), "")?;
    Ok(Edit { label: say!("council-form-fill", name = known.name), ..edit })
}

/// The regions that may be chosen, each with its words: none, those of England, and the one that is written already.
pub fn regions(current: &str) -> Vec<(String, String)> {
    let mut regions = vec![(String::new(), say!("council-form-region.none").to_owned())];
    regions.extend(facts::regions().iter().map(|&region| (region.to_owned(), region.to_owned())));
    if !regions.iter().any(|(region, _)| region == current) {
        regions.push((current.to_owned(), current.to_owned()));
    }
    regions
}
