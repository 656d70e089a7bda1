//! The form of what was published: the form of evidence that is chosen, what is typed into its fields, and the edit that it means.

use super::Texts;
use super::meaning::{FieldMeaning, changes_meaning, number_meaning, period_meaning};
use super::published_fields::{Faults, FieldFault, carried, read, texts};
use crate::edit::typed::CountedPhrase;
use crate::edit::{Edit, Part, PartPath};
use crate::model::{Dataset, Form, Outcome, Published};

/// A form of evidence with what is typed into its fields.
#[derive(Clone, Debug, PartialEq)]
pub struct PublishedForm {
    form: Form,
    counted: CountedPhrase,
    texts: Texts,
    /// What the texts mean together.
    read: Result<Published, Faults>,
}

impl PublishedForm {
    /// The form of this outcome, with the texts that wait in its fields: where another form is chosen that is not complete yet, `form`
    /// among them names it, and nothing of the dataset's figures stands in its fields.
    pub fn of(dataset: &Dataset, outcome: &Outcome, drafts: Texts) -> Self {
        let counted = CountedPhrase::of_outcome(dataset, outcome);
        let chosen = drafts.get("form").and_then(|text| Form::ALL.into_iter().find(|form| form.keyword() == text));
        let mut texts = if chosen.is_some() { Texts::new() } else { texts(&outcome.published, &counted) };
        texts.extend(drafts);
        Self::read(chosen.unwrap_or(outcome.published.form()), counted, texts)
    }

    fn read(form: Form, counted: CountedPhrase, texts: Texts) -> Self {
        let read = read(form, &counted, &texts);
        Self { form, counted, texts, read }
    }

    /// The form that is chosen.
    pub fn form(&self) -> Form {
        self.form
    }

    /// Whether what is counted is a grade.
    pub(super) fn is_graded(&self) -> bool {
        self.counted.is_graded()
    }

    /// The text in a field.
    pub fn text(&self, field: &str) -> &str {
        self.texts.get(field).map_or("", String::as_str)
    }

    /// The form with another text in a field.
    #[must_use]
    pub fn with(mut self, field: &str, text: &str) -> Self {
        self.texts.insert(field.to_owned(), text.to_owned());
        Self::read(self.form, self.counted, self.texts)
    }

    /// Another form of evidence, with the texts that carry over. A level is never worked out from a change, nor the other way round (R1).
    #[must_use]
    pub fn turned_into(&self, form: Form) -> Self {
        Self::read(form, self.counted.clone(), carried(&self.texts, form, self.is_graded()))
    }

    /// The texts by field, with the form that they are of as `form`.
    pub fn into_drafts(self) -> Texts {
        let mut texts = self.texts;
        texts.insert("form".to_owned(), self.form.keyword().to_owned());
        texts
    }

    /// Whether a field is wrong or empty that must not be.
    pub fn has_faults(&self) -> bool {
        self.read.is_err()
    }

    /// What the text that stands in a field means.
    pub fn meaning(&self, field: &str) -> FieldMeaning {
        let text = self.text(field);
        match self.read.as_ref().err().and_then(|faults| faults.get(field)) {
            Some(FieldFault::Missing(asked)) => FieldMeaning::Missing((*asked).to_owned()),
            Some(FieldFault::Wrong(error)) => FieldMeaning::Wrong(error.clone()),
            None => match field.rsplit('.').next().unwrap_or_default() {
                "before[0]" | "after[0]" | "level[0]" | "level" => number_meaning(text, &self.counted),
                "count" | "of" => number_meaning(text, &self.counted.heads("")),
                "share" => number_meaning(text, &CountedPhrase::share()),
                "before[1]" | "after[1]" | "level[1]" | "period" | "over" | "start" | "date" => period_meaning(text),
                "stated" => changes_meaning(text, &self.counted),
                _ => FieldMeaning::plain(),
            },
        }
        .unless_too_long(text, field == "points")
    }

    /// The edit that this form means in the outcome at this place; `None` while it is not complete.
    pub fn edit(&self, dataset: &Dataset, place: PartPath, field: &str) -> Option<Edit> {
        let Some(Part::Outcome(mut outcome)) = Part::at(dataset, place) else { return None };
        outcome.published = self.read.clone().ok()?;
        Edit::change(dataset, place, Part::Outcome(outcome), field).ok()
    }
}
