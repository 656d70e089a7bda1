//! What was typed into the fields of forms, as long as it differs from what the dataset holds; and how places move with edits.
//!
//! A text that is not understood stays as it was typed until it is mended or taken back; nothing typed is lost by going to another
//! part or room; a new outcome that was begun waits for its programme in [`crate::app::Editor`]. It is not in the dataset and not in its file.

use std::collections::HashMap;

use crate::edit::{EditOp, OutcomeParent, PartPath};

/// A text as it was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// As typed.
    pub text: String,
    /// Whether the dataset holds what it means; such a draft goes when the field is left.
    pub is_taken: bool,
}

/// The drafts, by part and field.
#[derive(Clone, Debug, Default)]
pub struct Drafts {
    texts: HashMap<(PartPath, String), Draft>,
}

impl Drafts {
    /// What was typed into a field; `None` where the dataset says what it holds.
    pub fn get(&self, place: PartPath, field: &str) -> Option<&Draft> {
        self.texts.get(&(place, field.to_owned()))
    }

    /// The texts of a part whose field begins like this, by field.
    pub fn of<'d>(&'d self, place: PartPath, field: &'d str) -> impl Iterator<Item = (&'d str, &'d str)> {
        let here = self.texts.iter().filter(move |((at, name), _)| *at == place && name.starts_with(field));
        here.map(|((_, name), draft)| (name.as_str(), draft.text.as_str()))
    }

    /// How many texts are not understood, or not complete.
    pub fn waiting(&self) -> usize {
        self.texts.values().filter(|draft| !draft.is_taken && !draft.text.trim().is_empty()).count()
    }

    /// A text that is not understood, or not complete: the first by part and field.
    pub fn first_waiting(&self) -> Option<(PartPath, String)> {
        let waiting = self.texts.iter().filter(|(_, draft)| !draft.is_taken && !draft.text.trim().is_empty());
        waiting
            .map(|((place, field), _)| (*place, field.clone()))
            .min_by_key(|(place, field)| (place.to_string(), field.clone()))
    }

    /// Whether a part has texts whose field begins like this that the dataset does not hold.
    pub fn is_waiting(&self, place: PartPath, field: &str) -> bool {
        self.texts.iter().any(|((at, name), draft)| *at == place && name.starts_with(field) && !draft.is_taken)
    }

    pub(in crate::app) fn put(&mut self, place: PartPath, field: &str, text: String, is_taken: bool) {
        self.texts.insert((place, field.to_owned()), Draft { text, is_taken });
    }

    /// All texts of fields that begin like this are in the dataset now.
    pub(in crate::app) fn take(&mut self, place: PartPath, field: &str) {
        for ((at, name), draft) in &mut self.texts {
            draft.is_taken |= *at == place && name.starts_with(field);
        }
    }

    /// The text of this field is in the dataset now.
    pub(in crate::app) fn take_one(&mut self, place: PartPath, field: &str) {
        if let Some(draft) = self.texts.get_mut(&(place, field.to_owned())) {
            draft.is_taken = true;
        }
    }

    /// Forgets what the dataset holds as well.
    pub(in crate::app) fn drop_taken(&mut self) {
        self.texts.retain(|_, draft| !draft.is_taken);
    }

    /// Forgets fields that were emptied and left at that; tells whether there was one.
    pub(in crate::app) fn drop_blank(&mut self) -> bool {
        let before = self.texts.len();
        self.texts.retain(|_, draft| draft.is_taken || !draft.text.trim().is_empty());
        self.texts.len() < before
    }

    /// Forgets the texts of fields that begin like this.
    pub(in crate::app) fn drop_of(&mut self, place: PartPath, field: &str) {
        self.texts.retain(|(at, name), _| *at != place || !name.starts_with(field));
    }

    /// Forgets one text where it is not in the dataset; tells whether there was one.
    pub(in crate::app) fn drop_wrong(&mut self, place: PartPath, field: &str) -> bool {
        let key = (place, field.to_owned());
        let is_wrong = self.texts.get(&key).is_some_and(|draft| !draft.is_taken);
        if is_wrong {
            self.texts.remove(&key);
        }
        is_wrong
    }

    /// Moves with the parts; the drafts of a part that was taken out go with it.
    pub(in crate::app) fn follow(&mut self, swap: &EditOp) {
        if !matches!(swap, EditOp::Replace(..)) {
            let moved = std::mem::take(&mut self.texts).into_iter();
            self.texts = moved.filter_map(|((at, name), draft)| Some(((follow(at, swap)?, name), draft))).collect();
        }
    }
}

/// Where a part stands after a step; `None` where it was taken out.
pub(in crate::app) fn follow(place: PartPath, swap: &EditOp) -> Option<PartPath> {
    match swap {
        EditOp::Replace(..) => Some(place),
        EditOp::Insert(at, _) => Some(after_insertion(place, *at)),
        EditOp::Remove(at) => after_removal(place, *at),
        EditOp::Move(from, to) => match (place, *from, *to) {
            _ if place == *from => Some(*to),
            (PartPath::Outcome(OutcomeParent::Programme(p), o), PartPath::Programme(was), PartPath::Programme(is))
                if p == was =>
            {
                Some(PartPath::Outcome(OutcomeParent::Programme(is), o))
            }
            _ => after_removal(place, *from).map(|place| after_insertion(place, *to)),
        },
    }
}

fn after_insertion(place: PartPath, at: PartPath) -> PartPath {
    let next = |n: usize, at: usize| if at <= n { n + 1 } else { n };
    match (place, at) {
        (PartPath::Source(n), PartPath::Source(at)) => PartPath::Source(next(n, at)),
        (PartPath::Council(n), PartPath::Council(at)) => PartPath::Council(next(n, at)),
        (PartPath::Indicator(n), PartPath::Indicator(at)) => PartPath::Indicator(next(n, at)),
        (PartPath::Programme(n), PartPath::Programme(at)) => PartPath::Programme(next(n, at)),
        (PartPath::Outcome(OutcomeParent::Programme(p), o), PartPath::Programme(at)) => {
            PartPath::Outcome(OutcomeParent::Programme(next(p, at)), o)
        }
        (PartPath::Outcome(home, o), PartPath::Outcome(there, at)) if home == there => {
            PartPath::Outcome(home, next(o, at))
        }
        _ => place,
    }
}

fn after_removal(place: PartPath, at: PartPath) -> Option<PartPath> {
    let next = |n: usize, at: usize| match n.cmp(&at) {
        std::cmp::Ordering::Less => Some(n),
        std::cmp::Ordering::Equal => None,
        std::cmp::Ordering::Greater => Some(n - 1),
    };
    Some(match (place, at) {
        (PartPath::Source(n), PartPath::Source(at)) => PartPath::Source(next(n, at)?),
        (PartPath::Council(n), PartPath::Council(at)) => PartPath::Council(next(n, at)?),
        (PartPath::Indicator(n), PartPath::Indicator(at)) => PartPath::Indicator(next(n, at)?),
        (PartPath::Programme(n), PartPath::Programme(at)) => PartPath::Programme(next(n, at)?),
        (PartPath::Outcome(OutcomeParent::Programme(p), o), PartPath::Programme(at)) => {
            PartPath::Outcome(OutcomeParent::Programme(next(p, at)?), o)
        }
        (PartPath::Outcome(home, o), PartPath::Outcome(there, at)) if home == there => {
            PartPath::Outcome(home, next(o, at)?)
        }
        _ => place,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::Facts;

    #[test]
    fn a_place_moves_with_what_is_put_in_taken_out_and_moved() {
        let of = |p: usize, o: usize| PartPath::Outcome(OutcomeParent::Programme(p), o);
        let part = || Facts::default().into();
        for (place, swap, after) in [
            (PartPath::Council(2), EditOp::Insert(PartPath::Council(2), part()), Some(PartPath::Council(3))),
            (PartPath::Council(2), EditOp::Insert(PartPath::Council(3), part()), Some(PartPath::Council(2))),
            (PartPath::Council(2), EditOp::Insert(PartPath::Source(0), part()), Some(PartPath::Council(2))),
            (of(1, 0), EditOp::Insert(PartPath::Programme(0), part()), Some(of(2, 0))),
            (of(1, 0), EditOp::Remove(PartPath::Programme(0)), Some(of(0, 0))),
            (of(1, 0), EditOp::Remove(PartPath::Programme(1)), None),
            (of(1, 3), EditOp::Remove(of(1, 2)), Some(of(1, 2))),
            (of(1, 3), EditOp::Remove(of(0, 2)), Some(of(1, 3))),
            (of(1, 3), EditOp::Move(PartPath::Programme(1), PartPath::Programme(0)), Some(of(0, 3))),
            (of(0, 3), EditOp::Move(PartPath::Programme(1), PartPath::Programme(0)), Some(of(1, 3))),
            (of(0, 3), EditOp::Move(of(0, 3), of(0, 1)), Some(of(0, 1))),
            (of(0, 2), EditOp::Move(of(0, 3), of(0, 1)), Some(of(0, 3))),
        ] {
            assert_eq!(follow(place, &swap), after, "{place} after {swap:?}");
        }
    }
}
