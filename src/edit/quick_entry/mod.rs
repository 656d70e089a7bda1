//! Quick entry: one sentence as a source prints it becomes an outcome, with the council, the programme and the source that belong to it.
//!
//! "Looked-after children down from 780 to 626, Wolverhampton, 2014 to 2016" names what is counted and whose figure it is; the rest is read
//! as [`super::typed`] reads what is typed as published. What the sentence does not say is proposed or asked for, and what nobody
//! typed stays not stated (R1). Nothing is in the dataset until it is added, and then all of it is one step.

mod names;
#[cfg(test)]
mod tests;

use crate::figure::words::sentence_case;
use crate::model::{Council, CouncilId, Dataset, IndicatorId, Measure, Outcome, ProgrammeId, SourceId, same_name};
use crate::say;

use super::forms::{Choice, CouncilOffer, describe_published};
use super::typed::{self, CountedPhrase, NOT_STATED, TypedError};
use super::{Edit, EditError, NewOutcome, OutcomeParent, new_outcome, new_parts};
use names::SentenceNames;

/// What is known before anything is typed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct QuickDefaults {
    /// The council that is looked at, the only one that is ticked, or the reader's own.
    pub council: Option<CouncilId>,
    /// The programme that is open.
    pub programme: Option<ProgrammeId>,
    /// The document that the last one was taken from.
    pub source: Option<SourceId>,
}

/// Something of the dataset, or something new of this name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QuickChoice<I> {
    /// It is in the dataset.
    There(I),
    /// It would be made.
    New(String),
}

/// Where the outcome will stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QuickHome {
    /// In a programme.
    Programme(QuickChoice<ProgrammeId>),
    /// In none: a figure to compare with.
    Context,
}

/// An outcome as it is typed: the sentence, and what was chosen besides.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct QuickEntry {
    /// The sentence as printed.
    pub sentence: String,
    /// What is proposed where the sentence does not say.
    pub near: QuickDefaults,
    /// What is counted, where it was chosen.
    pub indicator: Option<QuickChoice<IndicatorId>>,
    /// Whose figure it is, where it was chosen.
    pub council: Option<Council>,
    /// Where it will stand, where that was chosen.
    pub home: Option<QuickHome>,
    /// The document, where it was chosen.
    pub source: Option<QuickChoice<SourceId>>,
}

/// What is still asked for, the first thing first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuickGap {
    /// A sentence, or one that is understood.
    Sentence,
    /// What is counted.
    Indicator,
    /// Whose figure it is.
    Council,
}

/// How an entry is read.
#[derive(Clone, Debug, PartialEq)]
pub struct QuickReading {
    /// The outcome that it makes, as far as it is known.
    pub outcome: NewOutcome,
    /// What is read, as sentences.
    pub told: String,
    /// What is still asked for; `None` where it can be added.
    pub gap: Option<QuickGap>,
    /// What may have been meant, where the sentence has several meanings.
    pub meant: Vec<QuickMeaning>,
}

/// What a sentence may have meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuickMeaning {
    /// The figure that may have been meant.
    pub figure: String,
    /// The sentence with that figure.
    pub sentence: String,
}

impl QuickReading {
    /// Whether it can be added.
    pub fn is_whole(&self) -> bool {
        self.gap.is_none()
    }

    /// What is counted, by name; empty where it is not known.
    pub fn indicator<'a>(&'a self, dataset: &'a Dataset) -> &'a str {
        self.outcome.indicator_in(dataset).map_or("", |indicator| indicator.name.as_str())
    }

    /// Whose figure it is, by name; empty where it is not known.
    pub fn councils(&self, dataset: &Dataset) -> String {
        let named = self.outcome.places.iter().filter_map(|id| self.outcome.council_in(dataset, id));
        named.map(|council| council.name.as_str()).collect::<Vec<_>>().join(say!("list-comma"))
    }

    /// Where it will stand, by name.
    pub fn home<'a>(&'a self, dataset: &'a Dataset) -> &'a str {
        match (&self.outcome.made.programme, self.outcome.home) {
            (Some(made), _) => &made.name,
            (None, OutcomeParent::Programme(p)) => dataset.programmes.get(p).map_or("", |it| it.name.as_str()),
            (None, OutcomeParent::Context) => say!("quick-entry-no-programme"),
        }
    }

    /// The edit that adds it with all that it needs, as one step.
    ///
    /// # Errors
    /// As [`Edit::add`].
    pub fn edit(&self, dataset: &Dataset) -> Option<Result<Edit, EditError>> {
        let outcome = self.outcome.outcome(dataset).filter(|_| self.is_whole())?;
        Some(self.outcome.added(dataset, self.outcome.home.end(dataset), outcome))
    }
}

impl QuickEntry {
    /// An empty one, for whom these are near.
    pub fn begin(near: QuickDefaults) -> Self {
        Self { near, ..Self::default() }
    }

    /// Reads it.
    pub fn read(&self, dataset: &Dataset) -> QuickReading {
        let said = SentenceNames::of(dataset, &self.sentence);
        let mut new = NewOutcome::begin(dataset, OutcomeParent::Context);
        self.choose_places(dataset, &said, &mut new);
        self.choose_source(dataset, &said, &mut new);
        self.choose_home(dataset, &mut new);
        let understood = self.choose_counted(dataset, &said, &mut new);
        let (told, gap, meant) = told(dataset, &self.sentence, &new, understood);
        QuickReading { outcome: new, told, gap, meant }
    }

    fn choose_places(&self, dataset: &Dataset, said: &SentenceNames, new: &mut NewOutcome) {
        let near = || self.near.council.as_ref().and_then(|id| dataset.council(id)).cloned();
        let of_programme = || {
            let programme = self.programme_near(dataset)?;
            let [place] = programme.places.as_slice() else { return None };
            dataset.council(place).cloned()
        };
        let councils = match &self.council {
            Some(chosen) => vec![chosen.clone()],
            None if said.councils.is_empty() => of_programme().or_else(near).into_iter().collect(),
            None => said.councils.iter().map(|(council, _)| council.clone()).collect(),
        };
        for council in councils {
            let is_there = dataset.council(&council.id).is_some_and(|there| there.name == council.name);
            new.choose_council(if is_there {
                CouncilOffer::There(council.id)
            } else {
                CouncilOffer::New(Box::new(council))
            });
        }
    }

    fn programme_near<'d>(&self, dataset: &'d Dataset) -> Option<&'d crate::model::Programme> {
        dataset.programmes.iter().find(|programme| Some(&programme.id) == self.near.programme.as_ref())
    }

    /// The document: chosen, named, that of the last one, or the reader's own figures.
    fn choose_source(&self, dataset: &Dataset, said: &SentenceNames, new: &mut NewOutcome) {
        let named = said.source.as_ref().map(|(id, _)| QuickChoice::There(id.clone()));
        let last = self.near.source.clone().filter(|id| dataset.source(id).is_some()).map(QuickChoice::There);
        let own = || {
            let title = say!("quick-entry-own-figures");
            let there = dataset.sources.iter().find(|source| source.title.eq_ignore_ascii_case(title));
            there.map_or_else(|| QuickChoice::New(title.to_owned()), |source| QuickChoice::There(source.id.clone()))
        };
        match self.source.clone().or(named).or(last).unwrap_or_else(own) {
            QuickChoice::There(id) => new.choose_source(dataset, Some(id), ""),
            QuickChoice::New(title) => new.choose_source(dataset, None, &title),
        }
    }

    /// The programme: chosen, open, the council's only one, or one for its outcomes that is made along. A body that is no council has none.
    fn choose_home(&self, dataset: &Dataset, new: &mut NewOutcome) {
        let number = |id: &ProgrammeId| dataset.programmes.iter().position(|programme| programme.id == *id);
        let home = self.home.clone().or_else(|| {
            let first = new.places.first()?;
            let council = new.council_in(dataset, first)?;
            if !council.kind.is_council() {
                return Some(QuickHome::Context);
            }
            let near = self.programme_near(dataset).filter(|programme| programme.places.contains(first));
            let name = say!("quick-entry-programme-of", council = council.name.as_str());
            let own: Vec<_> = dataset.programmes.iter().filter(|it| it.places.as_slice() == [first.clone()]).collect();
            let named = own.iter().find(|programme| same_name(&programme.name, &name)).copied();
            let only = if let [only] = own.as_slice() { Some(*only) } else { None };
            let there = near.or(named).or(only).map(|programme| QuickChoice::There(programme.id.clone()));
            Some(QuickHome::Programme(there.unwrap_or(QuickChoice::New(name))))
        });
        new.home = match home {
            Some(QuickHome::Programme(QuickChoice::There(id))) => {
                number(&id).map_or(OutcomeParent::Context, OutcomeParent::Programme)
            }
            Some(QuickHome::Programme(QuickChoice::New(name))) => {
                let made = new_parts::programme(&new.with_its_parts(dataset), &name, new.places.clone());
                new.made.programme = Some(made);
                OutcomeParent::Programme(dataset.programmes.len())
            }
            Some(QuickHome::Context) | None => OutcomeParent::Context,
        };
    }

    /// What is counted, and the rest of the sentence, which says what was published. Tells why it is not understood.
    fn choose_counted(
        &self,
        dataset: &Dataset,
        said: &SentenceNames,
        new: &mut NewOutcome,
    ) -> Result<(), Option<TypedError>> {
        let others: Vec<_> = said
            .councils
            .iter()
            .map(|(_, at)| at.clone())
            .chain(said.source.iter().map(|(_, at)| at.clone()))
            .collect();
        let rest = |counted: Option<&std::ops::Range<usize>>| {
            let out: Vec<_> = others.iter().cloned().chain(counted.cloned()).collect();
            names::without(&self.sentence, &out)
        };
        let chosen = match &self.indicator {
            Some(QuickChoice::There(id)) => vec![id.clone()],
            Some(QuickChoice::New(name)) => {
                let at = said.indicators.first().map(|(_, at)| at);
                return Self::make_counted(dataset, name, &names::orders(&rest(at)), new);
            }
            None => said.indicators.iter().map(|(id, _)| id.clone()).collect(),
        };
        let mut first_error = None;
        for id in &chosen {
            let Some(indicator) = dataset.indicator(id) else { continue };
            let at = said.indicators.iter().find(|(named, _)| named == id).or(said.indicators.first());
            let counted = CountedPhrase::of(indicator);
            let mut ways = names::orders(&rest(at.map(|(_, at)| at)));
            ways.extend(names::leads(&rest(None)).into_iter().filter(|_| at.is_none()).map(|(_, tail)| tail));
            if let Some(way) = ways.iter().find(|way| typed::statement(way, Some(&counted)).is_ok()) {
                (new.indicator, new.statement) = (Some(id.clone()), way.clone());
                return Ok(());
            }
            if first_error.is_none() {
                let way = ways.into_iter().next().unwrap_or_default();
                first_error = typed::statement(&way, Some(&counted)).err();
                (new.indicator, new.statement) = (Some(id.clone()), way);
            }
        }
        if first_error.is_some() {
            return Err(first_error.filter(|_| !new.statement.is_empty()));
        }
        // Nothing known is named: what stands in front of the figure is what is counted.
        let rest = rest(None);
        for (name, tail) in names::orders(&rest).iter().flat_map(|way| names::leads(way)) {
            if typed::statement(&tail, None).is_ok() {
                return Self::make_counted(dataset, &sentence_case(&name), &[tail], new);
            }
        }
        new.statement = rest;
        Err(None)
    }

    /// A new indicator of this name, in the unit that was typed with the figure; where none was, it is not stated.
    fn make_counted(
        dataset: &Dataset,
        name: &str,
        ways: &[String],
        new: &mut NewOutcome,
    ) -> Result<(), Option<TypedError>> {
        new.choose_indicator(dataset, None, name);
        let read = ways.iter().find_map(|way| Some((way, typed::statement(way, None).ok()?)));
        let Some((way, statement)) = read else {
            new.statement = ways.first().cloned().unwrap_or_default();
            let error = typed::statement(&new.statement, None).err();
            return Err(error.filter(|_| !new.statement.is_empty()));
        };
        new.statement.clone_from(way);
        new.choose_grades();
        if let Some(made) = new.made.indicator.as_mut().filter(|made| made.measure != Measure::Rating) {
            made.unit = statement.unit_of_levels().unwrap_or_else(|| NOT_STATED.to_owned()).into();
        }
        Ok(())
    }
}

/// What is read, what is asked for, and what may have been meant.
fn told(
    dataset: &Dataset,
    sentence: &str,
    new: &NewOutcome,
    understood: Result<(), Option<TypedError>>,
) -> (String, Option<QuickGap>, Vec<QuickMeaning>) {
    if sentence.trim().is_empty() {
        return (say!("quick-entry-begin").to_owned(), Some(QuickGap::Sentence), Vec::new());
    }
    let Some(indicator) = new.indicator_in(dataset) else {
        return (say!("quick-entry-nothing-counted").to_owned(), Some(QuickGap::Indicator), Vec::new());
    };
    let Ok(statement) = typed::statement(&new.statement, Some(&CountedPhrase::of(indicator))) else {
        let name = indicator.name.as_str();
        let Some(error) = understood.err().flatten() else {
            return (say!("quick-entry-no-figure", indicator = name), Some(QuickGap::Sentence), Vec::new());
        };
        let why = sentence_case(&say!("fields-wrong", sentence = error.sentence.as_str(), fix = error.fix.as_str()));
        let told = say!("quick-entry-not-understood", indicator = name, why = why);
        let meant = |figure: String| QuickMeaning { sentence: with_figure(sentence, new, name, &figure), figure };
        return (told, Some(QuickGap::Sentence), error.choices.into_iter().map(meant).collect());
    };
    let published = describe_published(&statement.published, &indicator.unit);
    let named = new.places.iter().filter_map(|id| new.council_in(dataset, id)).map(|council| council.name.as_str());
    let places = named.collect::<Vec<_>>().join(say!("list-comma"));
    if places.is_empty() {
        let told = say!("quick-entry-whose", indicator = indicator.name.as_str(), told = published);
        return (told, Some(QuickGap::Council), Vec::new());
    }
    let mut sentences =
        vec![say!("quick-entry-read", indicator = indicator.name.as_str(), places = places, told = published)];
    if new.made_indicator().is_some() {
        let (name, unit) = (indicator.name.as_str(), indicator.unit.as_str());
        sentences.push(if unit == NOT_STATED {
            say!("quick-entry-new-indicator-no-unit", indicator = name)
        } else {
            say!("quick-entry-new-indicator", indicator = name, unit = unit)
        });
    }
    sentences.extend(statement.remarks.iter().map(|remark| sentence_case(remark)));
    sentences.extend(
        new_outcome::as_printed(&new.statement, &statement.published).map(|note| say!("quick-entry-note", note = note)),
    );
    if let Some(twin) = twin(dataset, new) {
        sentences.push(say!("quick-entry-there-already", title = twin));
    }
    (sentences.join(" "), None, Vec::new())
}

/// The sentence with another figure in the place of what is not understood.
fn with_figure(sentence: &str, new: &NewOutcome, indicator: &str, figure: &str) -> String {
    if sentence.contains(&new.statement) {
        return sentence.replacen(&new.statement, figure, 1);
    }
    // The time stood in front, or a name in the middle: what was named is written anew around the figure.
    [indicator, figure].join(" ")
}

/// Where the dataset has this figure already: the programme, or the indicator where it stands in none (R11).
fn twin(dataset: &Dataset, new: &NewOutcome) -> Option<String> {
    let outcome = new.outcome(dataset)?;
    let is_same = |there: &Outcome| {
        there.indicator == outcome.indicator && there.places == outcome.places && there.published == outcome.published
    };
    let there = dataset.outcomes().find(|located| is_same(located.outcome))?;
    Some(there.programme.map_or_else(|| there.indicator.name.clone(), |programme| programme.name.clone()))
}

/// The programmes that an outcome of these councils may stand in, as a text narrows them: theirs, others, a new one, and none.
pub fn home_offers(dataset: &Dataset, places: &[CouncilId], text: &str) -> Vec<Choice<QuickHome>> {
    let fits = |name: &str| crate::words::search::matches_search(name, text);
    let mut offers: Vec<(bool, Choice<QuickHome>)> = dataset
        .programmes
        .iter()
        .filter(|programme| fits(&programme.name))
        .map(|programme| {
            let is_theirs = programme.places.iter().any(|place| places.contains(place));
            let value = QuickHome::Programme(QuickChoice::There(programme.id.clone()));
            let hint = dataset.names(&programme.places, say!("list-comma"));
            (is_theirs, Choice { value, name: programme.name.clone(), hint })
        })
        .collect();
    offers.sort_by_key(|(is_theirs, _)| !is_theirs);
    let mut offers: Vec<Choice<QuickHome>> = offers.into_iter().map(|(_, offer)| offer).collect();
    let none = Choice {
        value: QuickHome::Context,
        name: say!("quick-entry-no-programme").to_owned(),
        hint: say!("quick-entry-no-programme.hint").to_owned(),
    };
    let own = places.first().and_then(|id| dataset.council(id));
    let own = own.map(|council| say!("quick-entry-programme-of", council = council.name.as_str()));
    let name = if text.trim().is_empty() { own } else { Some(text.trim().to_owned()) };
    let name = name.filter(|name| !offers.iter().any(|offer| same_name(&offer.name, name)));
    let new = name.map(|name| Choice {
        value: QuickHome::Programme(QuickChoice::New(name.clone())),
        name,
        hint: say!("quick-entry-new-programme").to_owned(),
    });
    if text.trim().is_empty() {
        // What is usual stands before the programmes of others.
        offers.splice(0..0, new.into_iter().chain([none]));
    } else {
        offers.extend(new);
    }
    offers
}
