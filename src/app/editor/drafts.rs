//! What was typed into the fields of forms, as long as it differs from what the dataset holds.
//!
//! A text that is not understood stays as it was typed until it is fixed or taken back; nothing typed is lost by going to another
//! part or room; a new outcome that was begun waits for its programme in [`crate::app::Editor`]. It is not in the dataset and not in its file.

use std::collections::HashMap;

use crate::edit::forms::Texts;
use crate::edit::{EditOp, PartPath};

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

    /// The text that waits in a field; empty where none does.
    pub fn text(&self, place: PartPath, field: &str) -> &str {
        self.get(place, field).map_or("", |draft| draft.text.as_str())
    }

    /// The texts of a part whose field begins like this, by the rest of the field.
    pub(in crate::app) fn texts(&self, place: PartPath, begins: &str) -> Texts {
        let here = self.texts.iter().filter(|((at, _), _)| *at == place);
        here.filter_map(|((_, name), draft)| Some((name.strip_prefix(begins)?.to_owned(), draft.text.clone())))
            .collect()
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

    /// Texts that wait in fields of a part, by what stands behind the beginning that all these fields have.
    pub(in crate::app) fn put_all(&mut self, place: PartPath, begins: &str, texts: Texts) {
        for (field, text) in texts {
            self.put(place, &[begins, &field].concat(), text, false);
        }
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
    pub(in crate::app) fn follow(&mut self, op: &EditOp) {
        if !matches!(op, EditOp::Replace(..)) {
            let moved = std::mem::take(&mut self.texts).into_iter();
            self.texts = moved.filter_map(|((at, name), draft)| Some(((at.after(op)?, name), draft))).collect();
        }
    }
}
