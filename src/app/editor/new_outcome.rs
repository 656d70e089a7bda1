//! An outcome that is being made, with the parts that it needs and the dataset does not have yet. Nothing of it is in the dataset until
//! it is added, and then all of it is put in as one step.
//!
//! What a new outcome says once it is typed is [`super::outline`]'s; the form is `ui`'s.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::edit::{Edit, EditError, OutcomeParent, PartKind, PartPath, new_parts, propose_id, typed};
use crate::model::{
    Council, CouncilId, Dataset, Indicator, IndicatorId, Measure, Outcome, Source, SourceId, same_name,
};
use crate::say;

/// An outcome that is being made: it has no place in the dataset until it says what was counted and what was published (R1).
#[derive(Clone, Debug, PartialEq)]
pub struct NewOutcome {
    /// Where it will stand.
    pub home: OutcomeParent,
    /// What was counted.
    pub indicator: Option<IndicatorId>,
    /// Whose figure it is.
    pub places: Vec<CouncilId>,
    /// What was published, as typed.
    pub statement: String,
    /// The document it is taken from.
    pub source: Option<SourceId>,
    /// The place in the document, as typed.
    pub locator: String,
    /// The parts that were made for it; some may not be used any more.
    pub made: NewParts,
}

/// Parts that a new outcome names and the dataset does not have.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NewParts {
    /// What is counted.
    pub indicator: Option<Indicator>,
    /// Councils.
    pub councils: Vec<Council>,
    /// The document.
    pub source: Option<Source>,
}

impl NewOutcome {
    /// The indicator that was made for it, where it is the one that is chosen.
    pub fn made_indicator(&self) -> Option<&Indicator> {
        self.made.indicator.as_ref().filter(|made| Some(&made.id) == self.indicator.as_ref())
    }

    /// Counts what is made for it as a grade where the statement tells grades, and nobody has said yet how it is counted.
    pub fn choose_grades(&mut self) {
        let made = self.made.indicator.as_mut().filter(|made| made.measure == Measure::NotStated);
        if let Some(made) = made.filter(|_| typed::says_grades(&self.statement)) {
            made.measure = Measure::Rating;
            if made.unit.is_blank() {
                made.unit = new_parts::GRADE.into();
            }
        }
    }

    /// What is counted.
    pub fn indicator_in<'a>(&'a self, dataset: &'a Dataset) -> Option<&'a Indicator> {
        self.made_indicator().or_else(|| dataset.indicator(self.indicator.as_ref()?))
    }

    /// The document it is taken from.
    pub fn source_in<'a>(&'a self, dataset: &'a Dataset) -> Option<&'a Source> {
        let chosen = self.source.as_ref()?;
        self.made.source.as_ref().filter(|made| made.id == *chosen).or_else(|| dataset.source(chosen))
    }

    /// A council of it.
    pub fn council_in<'a>(&'a self, dataset: &'a Dataset, id: &CouncilId) -> Option<&'a Council> {
        self.made.councils.iter().find(|made| made.id == *id).or_else(|| dataset.council(id))
    }

    /// Takes a new council, unless one like it was made already.
    pub fn add_council(&mut self, mut council: Council) {
        let is_like = |made: &&Council| (made.gss.is_some() && made.gss == council.gss) || made.name == council.name;
        let like = self.made.councils.iter().find(is_like).map(|made| made.id.clone());
        let id = if let Some(id) = like {
            id
        } else {
            let base = council.id.to_string();
            let mut n = 2_u32;
            while self.made.councils.iter().any(|made| made.id == council.id) {
                council.id = CouncilId::new(format!("{base}-{n}"));
                n += 1;
            }
            let id = council.id.clone();
            self.made.councils.push(council);
            id
        };
        if !self.places.contains(&id) {
            self.places.push(id);
        }
    }

    /// The dataset with the parts that were made for it.
    pub fn with_its_parts<'d>(&self, dataset: &'d Dataset) -> Cow<'d, Dataset> {
        if self.made == NewParts::default() {
            return Cow::Borrowed(dataset);
        }
        let mut whole = dataset.clone();
        let made = self.used();
        whole.indicators.extend(made.indicator);
        whole.councils.extend(made.councils);
        whole.sources.extend(made.source);
        Cow::Owned(whole)
    }

    /// The parts that were made and are named.
    fn used(&self) -> NewParts {
        NewParts {
            indicator: self.made_indicator().cloned(),
            councils: self.made.councils.iter().filter(|made| self.places.contains(&made.id)).cloned().collect(),
            source: self.made.source.clone().filter(|made| Some(&made.id) == self.source.as_ref()),
        }
    }

    /// The edit that adds it, as `outcome`, with the parts that were made for it. A part that the dataset has by now is not made again.
    ///
    /// # Errors
    /// As [`Edit::add`].
    pub fn added(&self, dataset: &Dataset, place: PartPath, mut outcome: Outcome) -> Result<Edit, EditError> {
        let made = self.used();
        let mut swaps = Vec::new();
        if let Some(mut indicator) = made.indicator {
            indicator.id = IndicatorId::new(propose_id(dataset, PartKind::Indicator, &indicator.name));
            outcome.indicator = indicator.id.clone();
            swaps.extend(Edit::add(dataset, PartPath::Indicator(dataset.indicators.len()), indicator)?.swaps);
        }
        let (mut ids, mut count) = (HashMap::new(), dataset.councils.len());
        for council in made.councils {
            let there = dataset.councils.iter().find(|there| is_same(there, &council));
            if let Some(there) = there {
                ids.insert(council.id, there.id.clone());
            } else if dataset.council(&council.id).is_some() {
                let id = CouncilId::new(propose_id(dataset, PartKind::Council, &council.name));
                ids.insert(council.id.clone(), id.clone());
                swaps.push(crate::edit::EditOp::Insert(PartPath::Council(count), Council { id, ..council }.into()));
                count += 1;
            } else {
                swaps.push(crate::edit::EditOp::Insert(PartPath::Council(count), council.into()));
                count += 1;
            }
        }
        for place in &mut outcome.places {
            if let Some(id) = ids.get(place) {
                *place = id.clone();
            }
        }
        if let Some(mut source) = made.source {
            let was = source.id.clone();
            source.id = SourceId::new(propose_id(dataset, PartKind::Source, &source.title));
            for cited in outcome.sources.iter_mut().filter(|cited| cited.source == was) {
                cited.source = source.id.clone();
            }
            swaps.extend(Edit::add(dataset, PartPath::Source(dataset.sources.len()), source)?.swaps);
        }
        let mut edit = Edit::add(dataset, place, outcome)?;
        edit.swaps.splice(0..0, swaps);
        Ok(edit)
    }
}

fn is_same(there: &Council, made: &Council) -> bool {
    (there.gss.is_some() && there.gss == made.gss) || same_name(&there.name, &made.name)
}

/// How a note begins that keeps the words of the source where the figure holds something else.
fn as_printed_begins() -> &'static str {
    say!("new-outcome-as-printed-begins")
}

/// The note that keeps what was typed as it was printed, where the figure does not hold it word for word: "doubled" is held as 100%.
pub fn as_printed(typed: &str, published: &crate::model::Published) -> Option<String> {
    let typed = typed.trim();
    (!typed::holds_as_printed(typed, published))
        .then(|| say!("new-outcome-as-printed", begins = as_printed_begins(), words = typed))
}

/// The notes with what is printed now in place of what was before.
pub fn with_printed(notes: &[String], printed: Option<String>) -> Vec<String> {
    let others = notes.iter().filter(|note| !note.starts_with(as_printed_begins())).cloned();
    others.chain(printed).collect()
}
