//! An outcome that is being made, with the parts that it needs and the dataset does not have yet. Nothing of it is in the dataset until
//! it is added, and then all of it is put in as one step.
//!
//! It leaves out its fields, which are `ui`'s.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::model::{
    Council, CouncilId, Dataset, Indicator, IndicatorId, Measure, Outcome, Programme, Published, Role, Source,
    SourceId, same_name,
};
use crate::say;

use super::forms::{CouncilOffer, FieldMeaning, cite, new_statement_meaning};
use super::typed::{self, CountedPhrase};
use super::{Edit, EditError, EditOp, OutcomeParent, PartKind, PartPath, new_parts, propose_id};

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
    /// The time that was typed, in brackets, with the outcome that was added before it; empty where there was none.
    pub last_time: String,
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
    /// The programme that it will stand in, behind those that the dataset has.
    pub programme: Option<Programme>,
}

impl NewOutcome {
    /// A new outcome of this home: in the places of its programme, taken from its document.
    pub fn begin(dataset: &Dataset, home: OutcomeParent) -> Self {
        let programme = match home {
            OutcomeParent::Context => None,
            OutcomeParent::Programme(p) => dataset.programmes.get(p),
        };
        let source = programme.and_then(|programme| {
            programme.sources.first().or_else(|| programme.outcomes.last().and_then(|o| o.sources.first()))
        });
        Self {
            home,
            indicator: None,
            places: programme.map(|programme| programme.places.clone()).unwrap_or_default(),
            statement: String::new(),
            source: source.map(|cited| cited.source.clone()),
            locator: String::new(),
            made: NewParts::default(),
            last_time: String::new(),
        }
    }

    /// The one after it, once it was added as `outcome`: of the same places, from the same document and place in it.
    #[must_use]
    pub fn next(&self, dataset: &Dataset, outcome: &Outcome) -> Self {
        let typed = self.statement.trim();
        let time =
            typed.strip_suffix(')').and_then(|rest| rest.rsplit_once('(')).map(|(_, time)| time.trim().to_owned());
        Self {
            places: outcome.places.clone(),
            source: outcome.sources.first().map(|cited| cited.source.clone()),
            locator: self.locator.clone(),
            last_time: time.unwrap_or_else(|| self.last_time.clone()),
            ..Self::begin(dataset, self.home)
        }
    }

    /// Whether its document is made for it.
    pub fn makes_source(&self) -> bool {
        self.used().source.is_some()
    }

    /// What its statement means, in words. Grades need no indicator to be understood: what is made for them is counted as a grade.
    pub fn statement_meaning(&self, dataset: &Dataset, text: &str) -> FieldMeaning {
        let of_grades = || new_parts::indicator(dataset, "", new_parts::GRADE, Measure::Rating);
        let indicator = self.indicator_in(dataset).cloned();
        let indicator = indicator.or_else(|| typed::says_grades(&self.statement).then(of_grades));
        new_statement_meaning(text, indicator.as_ref()).unless_too_long(text, false)
    }

    /// Counts this indicator; where none is picked, a new one of this name.
    pub fn choose_indicator(&mut self, dataset: &Dataset, picked: Option<IndicatorId>, name: &str) {
        self.indicator = picked.or_else(|| {
            let made = new_parts::indicator(dataset, name.trim(), "", Measure::NotStated);
            self.made.indicator = Some(made.clone());
            Some(made.id)
        });
    }

    /// Is taken from this document; where none is picked, from a new one of this title.
    pub fn choose_source(&mut self, dataset: &Dataset, picked: Option<SourceId>, title: &str) {
        self.source = picked.or_else(|| {
            let made = new_parts::source(dataset, title.trim());
            self.made.source = Some(made.clone());
            Some(made.id)
        });
    }

    /// Is a figure of this council as well.
    pub fn choose_council(&mut self, picked: CouncilOffer) {
        match picked {
            CouncilOffer::There(id) => self.places.push(id),
            CouncilOffer::New(council) => self.add_council(*council),
        }
    }

    /// What it is still asked for before it can be added, in words; `None` where nothing is. Unit, places and document can wait too, and
    /// are told before they are found wanting.
    pub fn asked(&self, dataset: &Dataset) -> Option<&'static str> {
        let Some(indicator) = self.indicator_in(dataset) else {
            return Some(say!("new-outcome-choose-first"));
        };
        if self.statement.trim().is_empty() {
            Some(say!("new-outcome-type-first"))
        } else if typed::statement(&self.statement, Some(&CountedPhrase::of(indicator))).is_err() {
            Some(say!("new-outcome-not-understood"))
        } else if indicator.unit.is_blank() {
            Some(say!("new-outcome-unit-first"))
        } else if self.places.is_empty() {
            Some(say!("new-outcome-places-first"))
        } else {
            self.source.is_none().then_some(say!("new-outcome-source-first"))
        }
    }

    /// The outcome that it is; `None` while it does not say what was counted and what was published.
    pub fn outcome(&self, dataset: &Dataset) -> Option<Outcome> {
        let indicator = self.indicator_in(dataset)?;
        let published = typed::statement(&self.statement, Some(&CountedPhrase::of(indicator))).ok()?.published;
        let cited = self.source_in(dataset).map(|source| cite(source, &self.locator));
        let notes = as_printed(&self.statement, &published).into_iter().collect();
        let sources = cited.into_iter().collect();
        let made = new_parts::outcome(dataset, &indicator.id, self.places.clone(), published, sources);
        let role = if self.home == OutcomeParent::Context { Role::Context } else { made.role };
        Some(Outcome { role, notes, ..made })
    }

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
    fn add_council(&mut self, mut council: Council) {
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
        whole.programmes.extend(made.programme);
        Cow::Owned(whole)
    }

    /// The parts that were made and are named.
    fn used(&self) -> NewParts {
        NewParts {
            indicator: self.made_indicator().cloned(),
            councils: self.made.councils.iter().filter(|made| self.places.contains(&made.id)).cloned().collect(),
            source: self.made.source.clone().filter(|made| Some(&made.id) == self.source.as_ref()),
            programme: self.made.programme.clone(),
        }
    }

    /// The edit that adds it, as `outcome`, with the parts that were made for it. A part that the dataset has by now is not made again.
    ///
    /// # Errors
    /// As [`Edit::add`].
    pub fn added(&self, dataset: &Dataset, place: PartPath, mut outcome: Outcome) -> Result<Edit, EditError> {
        let made = self.used();
        let mut ops = Vec::new();
        if let Some(mut indicator) = made.indicator {
            indicator.id = IndicatorId::new(propose_id(dataset, PartKind::Indicator, &indicator.name));
            outcome.indicator = indicator.id.clone();
            ops.extend(Edit::add(dataset, PartPath::Indicator(dataset.indicators.len()), indicator)?.ops);
        }
        let (mut ids, mut count) = (HashMap::new(), dataset.councils.len());
        for council in made.councils {
            let there = dataset.councils.iter().find(|there| is_same(there, &council));
            if let Some(there) = there {
                ids.insert(council.id, there.id.clone());
            } else if dataset.council(&council.id).is_some() {
                let id = CouncilId::new(propose_id(dataset, PartKind::Council, &council.name));
                ids.insert(council.id.clone(), id.clone());
                ops.push(EditOp::Insert(PartPath::Council(count), Council { id, ..council }.into()));
                count += 1;
            } else {
                ops.push(EditOp::Insert(PartPath::Council(count), council.into()));
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
            ops.extend(Edit::add(dataset, PartPath::Source(dataset.sources.len()), source)?.ops);
        }
        if let Some(programme) = made.programme {
            let places = outcome.places.clone();
            ops.push(EditOp::Insert(
                PartPath::Programme(dataset.programmes.len()),
                Programme { places, ..programme }.into(),
            ));
        }
        let mut edit = Edit::add(dataset, place, outcome)?;
        edit.ops.splice(0..0, ops);
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
pub fn as_printed(typed: &str, published: &Published) -> Option<String> {
    let typed = typed.trim();
    (!typed::holds_as_printed(typed, published))
        .then(|| say!("new-outcome-as-printed", begins = as_printed_begins(), words = typed))
}

/// The notes with what is printed now in place of what was before.
pub fn with_printed(notes: &[String], printed: Option<String>) -> Vec<String> {
    let others = notes.iter().filter(|note| !note.starts_with(as_printed_begins())).cloned();
    others.chain(printed).collect()
}

/// The field where the next thing is typed once an outcome is added: grades have a framework, without which no step between them is
/// counted (R8).
pub fn next_field(published: &Published) -> &'static str {
    match published {
        Published::Rating { before, .. } if before.framework.is_none() => "published.before.framework",
        Published::SingleGrade(grade) if grade.framework.is_none() => "published.framework",
        Published::Rating { .. }
        | Published::SingleGrade(_)
        | Published::Pair { .. }
        | Published::Change { .. }
        | Published::Direction { .. }
        | Published::Part { .. }
        | Published::Single { .. }
        | Published::Series { .. }
        | Published::Suppressed(_) => "statement",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::load_builtin;

    #[test]
    fn a_new_outcome_is_asked_for_one_thing_after_the_other() {
        let dataset = new_parts::dataset("Mine");
        let mut new = NewOutcome::begin(&dataset, OutcomeParent::Context);
        let mut asked = vec![new.asked(&dataset).unwrap()];
        new.choose_indicator(&dataset, None, " Enquiries ");
        asked.push(new.asked(&dataset).unwrap());
        new.statement = "soon".to_owned();
        asked.push(new.asked(&dataset).unwrap());
        assert_eq!(new.outcome(&dataset), None, "R1");
        new.statement = "780 to 626".to_owned();
        asked.push(new.asked(&dataset).unwrap());
        if let Some(made) = &mut new.made.indicator {
            made.unit = "enquiries".into();
        }
        asked.push(new.asked(&dataset).unwrap());
        new.choose_council(CouncilOffer::New(Box::new(new_parts::council(&dataset, "Leeds"))));
        asked.push(new.asked(&dataset).unwrap());
        new.choose_source(&dataset, None, "Report");
        assert_eq!(new.asked(&dataset), None);
        let kinds: std::collections::HashSet<_> = asked.iter().collect();
        assert_eq!(kinds.len(), 6, "{asked:?}");
        let outcome = new.outcome(&dataset).unwrap();
        let mut dataset = dataset;
        new.added(&dataset, new.home.end(&dataset), outcome).unwrap().apply(&mut dataset).unwrap();
        assert_eq!((dataset.indicators.len(), dataset.councils.len(), dataset.sources.len()), (1, 1, 1));
        assert_eq!((dataset.context[0].role, &dataset.context[0].places[0]), (Role::Context, &dataset.councils[0].id));
    }

    #[test]
    fn a_new_outcome_begins_where_its_programme_is() {
        let dataset = load_builtin().unwrap().dataset;
        let programme = &dataset.programmes[0];
        let new = NewOutcome::begin(&dataset, OutcomeParent::Programme(0));
        assert_eq!((&new.places, new.source.is_some()), (&programme.places, true));
        assert!(matches!(new.statement_meaning(&dataset, ""), FieldMeaning::Missing(_)));
        let grades = NewOutcome { statement: "Inadequate to Good".to_owned(), ..new };
        assert!(grades.statement_meaning(&dataset, "Inadequate to Good").is_understood());
    }
}
