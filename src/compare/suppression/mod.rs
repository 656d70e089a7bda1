//! Takes small counts out of a dataset for public papers, with all that would reveal them.
//!
//! Definition: this suppresses each count from 1 up to a threshold (primary suppression, [`count`]), and each figure that
//! would reveal one (secondary suppression, [`secondary`]). No source gives a formula; the practice is that of official
//! statistics, which hold back the next smallest cell where a total is published. The result is a dataset without the
//! numbers; the code that makes figures, words, tables and files need not know of them. Zero is not a small count. Published
//! numbers are finite, so nothing here is NaN.
//!
//! What it does not do: it knows only what is in the dataset. It does not search numbers published elsewhere, names,
//! definitions or the words of programmes with nothing suppressed; `assets/help/small-counts.md` lists the gaps.

mod amounts;
mod audit;
mod bodies;
mod breakdowns;
mod cells;
mod component;
mod count;
mod equations;
mod facts;
mod persons;
mod puzzle;
mod ratios;
mod removal;
mod secondary;
mod statistics;
mod system;
mod things;
mod unknowns;
mod words;

#[cfg(test)]
mod links;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod workings;

use std::borrow::Cow;
use std::fmt;

use thiserror::Error;

use crate::model::{Dataset, Form, NumberField, Programme, Published, Reason, Withheld};
use crate::say;

use super::phrases::all_of;

use cells::Cells;

pub use amounts::{amounts, not_taken_for_counts};

/// What replaces suppressed words.
fn instead_of_words() -> &'static str {
    say!("suppressed-words-withheld")
}

/// The word that replaces a suppressed number.
pub fn instead_of_a_number() -> &'static str {
    say!("suppressed-number")
}

/// The largest small count: from 1 to 99, 5 by default.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Threshold(u8);

/// A threshold out of range.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
#[error("{}", say!("suppressed-threshold-out-of-range", text = .0.as_str()))]
pub struct ThresholdError(String);

impl Threshold {
    /// The smallest threshold.
    pub const LEAST: u8 = 1;
    /// The largest threshold.
    pub const MOST: u8 = 99;

    /// The threshold for counts from 1 up to this one.
    ///
    /// # Errors
    /// A [`ThresholdError`] below 1 and above 99.
    pub fn new(up_to: u8) -> Result<Self, ThresholdError> {
        if (Self::LEAST..=Self::MOST).contains(&up_to) {
            Ok(Self(up_to))
        } else {
            Err(ThresholdError(up_to.to_string()))
        }
    }

    /// The largest count that is small.
    pub fn up_to(self) -> u8 {
        self.0
    }
}

impl Default for Threshold {
    /// Counts of 1 to 5, as the statistics of children in need have it.
    fn default() -> Self {
        Self(5)
    }
}

impl std::str::FromStr for Threshold {
    type Err = ThresholdError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = || ThresholdError(text.to_owned());
        Self::new(text.trim().parse().map_err(|_| wrong())?).map_err(|_| wrong())
    }
}

impl fmt::Display for Threshold {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

/// The dataset without its small counts, and without what would reveal them.
///
/// Without small counts it returns the same.
///
/// ```
/// use sidebyside::{compare::{Threshold, withhold}, dataset};
/// let loaded = dataset::load_builtin().unwrap();
/// let public = withhold(&loaded.dataset, Threshold::default());
/// assert_ne!(public, loaded.dataset);
/// assert_eq!(public.outcomes().count(), loaded.dataset.outcomes().count());
/// ```
#[must_use]
pub fn withhold(dataset: &Dataset, threshold: Threshold) -> Dataset {
    let mut cells = Cells::of(dataset);
    count::hide_small(&mut cells, threshold);
    secondary::hide_what_gives_away(&mut cells, threshold);
    let mut shown = removal::without_hidden(dataset, &cells, threshold);
    statistics::hide_small(&mut shown, threshold);
    shown
}

/// A dataset with only one outcome and what it names: outcome number `nth`, from 0, of that programme, or of the context.
/// `None` where there is none.
///
/// It first suppresses small counts up to the threshold among all outcomes, because one may reveal what another hides.
pub fn outcome_alone(
    dataset: &Dataset,
    programme: Option<usize>,
    at: usize,
    up_to: Option<Threshold>,
) -> Option<Dataset> {
    let public = up_to.map_or(Cow::Borrowed(dataset), |threshold| Cow::Owned(withhold(dataset, threshold)));
    let programme = match programme {
        Some(number) => Some(public.programmes.get(number)?),
        None => None,
    };
    let outcome = programme.map_or(&public.context, |programme| &programme.outcomes).get(at)?.clone();
    let mut alone = Dataset {
        title: public.title.clone(),
        licence: public.licence.clone(),
        sources: public.sources.iter().filter(|s| outcome.sources.iter().any(|r| r.source == s.id)).cloned().collect(),
        councils: public.councils.iter().filter(|c| outcome.places.contains(&c.id)).cloned().collect(),
        indicators: public.indicators.iter().filter(|i| i.id == outcome.indicator).cloned().collect(),
        ..Dataset::default()
    };
    match programme {
        None => alone.context.push(outcome),
        Some(programme) => alone.programmes.push(Programme {
            id: programme.id.clone(),
            name: programme.name.clone(),
            places: programme.places.clone(),
            topic: programme.topic.clone(),
            dates: programme.dates.clone(),
            summary: String::new(),
            claims: Vec::new(),
            sources: Vec::new(),
            outcomes: vec![outcome],
        }),
    }
    Some(alone)
}

/// "Counts of 1 to 5".
pub fn counts_in_words(up_to: u8) -> String {
    say!("suppressed-counts", n = up_to)
}

/// What was suppressed in one outcome and why, in two sentences; `None` for words only.
pub fn sentence(withheld: &Withheld) -> Option<String> {
    let mut places: Vec<String> = Vec::new();
    for (place, _) in &withheld.numbers {
        let words = place_in_words(place);
        if !places.contains(&words) {
            places.push(words);
        }
    }
    let counts = counts_in_words(withheld.up_to);
    Some(say!("suppressed-sentence", places = all_of(&places)?, counts = counts))
}

fn place_in_words(place: &NumberField) -> String {
    match place {
        NumberField::Before => say!("suppressed-place-before").to_owned(),
        NumberField::After => say!("suppressed-place-after").to_owned(),
        NumberField::Stated => say!("suppressed-place-stated").to_owned(),
        NumberField::Count => say!("suppressed-place-part").to_owned(),
        NumberField::Whole => say!("suppressed-place-whole").to_owned(),
        NumberField::Point(period) => say!("suppressed-place-value", when = period.to_string()),
        NumberField::GroupSize => say!("suppressed-place-group-size").to_owned(),
        NumberField::Benchmark => say!("suppressed-place-benchmark").to_owned(),
    }
}

/// Whether a number of this outcome was suppressed, which decides the word for its change.
pub fn change_is_suppressed(published: &Published) -> bool {
    matches!(published, Published::Suppressed(remains) if matches!(remains.form, Form::Pair | Form::Change))
}

/// How many numbers of these outcomes were taken out: small counts, and others.
pub fn counts<'a>(withheld: impl Iterator<Item = &'a Withheld>) -> (usize, usize) {
    withheld.fold((0, 0), |(small, others), withheld| {
        (small + withheld.count(Reason::Primary), others + withheld.count(Reason::Secondary))
    })
}
