//! Several lines that were pasted where one outcome is typed: each is read as an outcome of its own, for a person to look through before
//! any of it is in the dataset.
//!
//! A line is the statement of an outcome. A council and an indicator are taken from it only where it names one that the dataset has;
//! otherwise they are those of the sheet it was pasted into.

use crate::figure::words::sentence_case;
use crate::model::{Council, CouncilId, Dataset, Indicator};
use crate::say;
use crate::words::letters::folded;

use super::forms::describe_published;
use super::typed::{self, CountedPhrase};
use super::{Edit, EditError, NewOutcome, OutcomeParent, Part};

/// The most lines that are read: nobody looks through more at once.
const MOST: usize = 200;

/// Signs that part a name from what follows.
const PARTING: [char; 4] = [':', ';', '\t', '|'];

/// One of the lines.
#[derive(Clone, Debug, PartialEq)]
pub struct PastedLine {
    /// As it was pasted.
    pub text: String,
    /// The outcome that it makes.
    pub outcome: NewOutcome,
    /// Whether it says what was counted and what was published.
    pub is_understood: bool,
    /// How it was understood, or why it was not, as a sentence.
    pub told: String,
    /// Whether it is to be added; only one that is understood is.
    pub is_taken: bool,
}

/// The lines, as they are looked through.
#[derive(Clone, Debug, PartialEq)]
pub struct PastedOutcomes {
    /// In the order in which they were pasted, at most 200.
    pub lines: Vec<PastedLine>,
    /// How many more there were.
    pub left_out: usize,
}

/// The lines of a text that say anything; `None` where there are fewer than two.
pub fn several_lines(text: &str) -> Option<Vec<&str>> {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    (lines.len() > 1).then_some(lines)
}

impl PastedLine {
    fn read(dataset: &Dataset, sheet: &NewOutcome, text: &str) -> Self {
        let mut outcome = sheet.clone();
        let mut rest = text;
        let mut places: Vec<CouncilId> = Vec::new();
        // Names come before the figure, in any order.
        loop {
            if let Some((council, behind)) = named(&dataset.councils, council_names, rest) {
                if !places.contains(&council.id) {
                    places.push(council.id.clone());
                }
                rest = behind;
            } else if let Some((indicator, behind)) = named(&dataset.indicators, indicator_names, rest) {
                outcome.indicator = Some(indicator.id.clone());
                rest = behind;
            } else {
                break;
            }
        }
        if !places.is_empty() {
            outcome.places = places;
        }
        rest.clone_into(&mut outcome.statement);
        outcome.choose_grades();
        let is_understood = outcome.outcome(dataset).is_some();
        let told = told(dataset, &outcome);
        Self { text: text.to_owned(), outcome, is_understood, told, is_taken: is_understood }
    }
}

/// How an outcome was understood, or why it was not.
fn told(dataset: &Dataset, new: &NewOutcome) -> String {
    let Some(indicator) = new.indicator_in(dataset) else { return say!("pasted-lines-nothing-counted").to_owned() };
    let published = match typed::statement(&new.statement, Some(&CountedPhrase::of(indicator))) {
        Ok(statement) => statement.published,
        Err(error) => return sentence_case(&say!("fields-wrong", sentence = error.sentence, fix = error.fix)),
    };
    let places: Vec<&str> =
        new.places.iter().filter_map(|id| Some(new.council_in(dataset, id)?.name.as_str())).collect();
    let (name, places) = (indicator.name.as_str(), places.join(say!("list-comma")));
    say!(
        "pasted-lines-understood",
        indicator = name,
        places = places,
        told = describe_published(&published, &indicator.unit)
    )
}

impl PastedOutcomes {
    /// Reads lines that were pasted into a sheet.
    pub fn read(dataset: &Dataset, sheet: &NewOutcome, lines: &[&str]) -> Self {
        let read = lines.iter().take(MOST).map(|line| PastedLine::read(dataset, sheet, line));
        Self { lines: read.collect(), left_out: lines.len().saturating_sub(MOST) }
    }

    /// How many are to be added.
    pub fn taken(&self) -> usize {
        self.lines.iter().filter(|line| line.is_taken).count()
    }

    /// The edit that adds them, as one step. What is made for the first is there for the others.
    ///
    /// # Errors
    /// As [`Edit::add`].
    pub fn edit(&self, dataset: &Dataset) -> Result<Edit, EditError> {
        let mut draft = dataset.clone();
        let mut ops = Vec::new();
        let (mut indicator, mut source) = (None, None);
        for line in self.lines.iter().filter(|line| line.is_taken) {
            let mut new = line.outcome.clone();
            let makes = (new.made_indicator().is_some(), new.makes_source());
            if let (true, Some(id)) = (makes.0, &indicator) {
                (new.indicator, new.made.indicator) = (Some(Clone::clone(id)), None);
            }
            if let (true, Some(id)) = (makes.1, &source) {
                (new.source, new.made.source) = (Some(Clone::clone(id)), None);
            }
            let Some(outcome) = new.outcome(&draft) else { continue };
            let place = new.home.end(&draft);
            let edit = new.added(&draft, place, outcome)?;
            ops.extend(edit.ops.clone());
            edit.apply(&mut draft)?;
            if let Some(Part::Outcome(added)) = Part::at(&draft, place) {
                indicator = indicator.or_else(|| makes.0.then(|| added.indicator.clone()));
                source = source.or_else(|| added.sources.first().filter(|_| makes.1).map(|cited| cited.source.clone()));
            }
        }
        Ok(Edit::new(say!("pasted-lines-label", n = self.taken()), ops))
    }

    /// Where they go; `None` where there are none.
    pub fn home(&self) -> Option<OutcomeParent> {
        self.lines.first().map(|line| line.outcome.home)
    }
}

fn council_names(council: &Council) -> Vec<&str> {
    std::iter::once(&council.name).chain(&council.aliases).map(String::as_str).collect()
}

fn indicator_names(indicator: &Indicator) -> Vec<&str> {
    vec![&indicator.name]
}

/// The part that a text begins with by name, the longest where several fit, and what stands behind the name.
fn named<'d, 't, P>(parts: &'d [P], names: fn(&P) -> Vec<&str>, text: &'t str) -> Option<(&'d P, &'t str)> {
    let fitting = parts.iter().flat_map(|part| names(part).into_iter().map(move |name| (part, name)));
    let found = fitting.filter_map(|(part, name)| Some((part, behind(text, name)?)));
    found.min_by_key(|(_, rest)| rest.len())
}

/// What stands behind a name that a text begins with, without what parts them; `None` where it does not, or where the name goes on.
fn behind<'t>(text: &'t str, name: &str) -> Option<&'t str> {
    let end = text.char_indices().nth(name.chars().count()).map_or(text.len(), |(at, _)| at);
    let (begins, rest) = text.split_at_checked(end)?;
    let is_whole = rest.starts_with(|c: char| c.is_whitespace() || PARTING.contains(&c) || c == ',');
    (!name.trim().is_empty() && is_whole && folded(begins) == folded(name))
        .then(|| rest.trim_start_matches(|c: char| c.is_whitespace() || PARTING.contains(&c) || c == ','))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::load_builtin;

    #[test]
    fn a_line_names_who_and_what_or_has_those_of_the_sheet() {
        let dataset = load_builtin().unwrap().dataset;
        let mut sheet = NewOutcome::begin(&dataset, OutcomeParent::Programme(0));
        sheet.indicator = dataset.indicators.iter().find(|i| i.name == "Fostering enquiries").map(|i| i.id.clone());
        let own = sheet.places.clone();
        for (text, indicator, places, is_understood) in [
            ("52 to 81", "Fostering enquiries", own.clone(), true),
            ("Leeds: Looked-after children: fell 15.5%", "Looked-after children", vec![CouncilId::new("leeds")], true),
            (
                "looked-after children\tBrighton and Hove\tdown 26%",
                "Looked-after children",
                vec![CouncilId::new("brighton-and-hove")],
                true,
            ),
            ("Leedsby 52 to 81", "Fostering enquiries", own.clone(), false),
            ("soon", "Fostering enquiries", own, false),
        ] {
            let line = PastedLine::read(&dataset, &sheet, text);
            let name = line.outcome.indicator_in(&dataset).map(|i| i.name.as_str());
            assert_eq!(
                (name, &line.outcome.places, line.is_taken),
                (Some(indicator), &places, is_understood),
                "{text}"
            );
            assert!(!line.told.is_empty());
        }
        sheet.indicator = None;
        assert!(!PastedLine::read(&dataset, &sheet, "52 to 81").is_taken, "R1: nothing is counted that nobody named");
    }

    #[test]
    fn all_are_added_in_one_step_and_what_is_made_is_made_once() {
        let dataset = load_builtin().unwrap().dataset;
        let mut sheet = NewOutcome::begin(&dataset, OutcomeParent::Programme(0));
        sheet.choose_indicator(&dataset, None, "Calls");
        sheet.choose_source(&dataset, None, "Leaflet");
        let lines = several_lines("12 to 15\n\nsoon\n 15 to 20 \n").unwrap();
        let pasted = PastedOutcomes::read(&dataset, &sheet, &lines);
        assert_eq!((pasted.lines.len(), pasted.taken()), (3, 2));
        let mut changed = dataset.clone();
        let back = pasted.edit(&dataset).unwrap().apply(&mut changed).unwrap();
        assert_eq!(changed.outcomes().count(), dataset.outcomes().count() + 2);
        assert_eq!(changed.indicators.len(), dataset.indicators.len() + 1);
        assert_eq!(changed.sources.len(), dataset.sources.len() + 1);
        back.apply(&mut changed).unwrap();
        assert_eq!(changed, dataset);
        assert_eq!(several_lines("one line\n"), None);
    }
}
