//! Official statistics: one indicator from one release, with a row of values for each place.
//!
//! Two releases of one indicator are two statistics; which of them stands for a date is [`crate::compare`]'s to say (R16). Kept
//! small: a value takes eight bytes, and statistics from one table share the places where its values stand.

use std::sync::Arc;

use super::{CouncilId, IndicatorId, Missing, Period, ReleaseId, SourceId, StatisticId, StatisticValue, ValueKind};

/// A symbol that a release prints in place of a number, and what it means there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Symbol {
    /// As printed, without blanks: "x", "..", "[c]".
    pub text: String,
    /// Why there is no number.
    pub meaning: Missing,
    /// What the release says of it beyond that; may be empty.
    pub note: String,
}

/// A table as it was released: what is the same for every statistic taken from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Release {
    /// Unique among the releases.
    pub id: ReleaseId,
    /// The publication, with its title and publisher.
    pub source: SourceId,
    /// When it was released: the newer of two stands (R16). Not stated where nobody said.
    pub released: Period,
    /// The licence of the figures; may be empty.
    pub licence: String,
    /// The attribution that the licence asks for; may be empty.
    pub attribution: String,
    /// Where the table stands, as text: an address or words; may be empty.
    pub address: String,
    /// The file that was read, which rows of values are cited by; may be empty.
    pub file: String,
    /// The boundaries the figures belong to (R17): "councils of April 2024, carried back"; may be empty.
    pub boundaries: String,
    /// How numbers were rounded; may be empty.
    pub rounding: String,
    /// Which numbers were held back; may be empty.
    pub suppression: String,
    /// The symbols that stand in place of numbers, and what they mean in this release.
    pub symbols: Vec<Symbol>,
    /// What else its notes say.
    pub footnotes: Vec<String>,
}

impl Release {
    /// A release of which nothing is known but its publication.
    pub fn new(id: ReleaseId, source: SourceId) -> Self {
        Self {
            id,
            source,
            released: Period::not_stated(),
            licence: String::new(),
            attribution: String::new(),
            address: String::new(),
            file: String::new(),
            boundaries: String::new(),
            rounding: String::new(),
            suppression: String::new(),
            symbols: Vec::new(),
            footnotes: Vec::new(),
        }
    }

    /// Whether its publisher already held back what should be: an official release, or one with a rule of its own.
    pub fn is_official(&self) -> bool {
        !self.suppression.is_empty() || self.licence.to_lowercase().contains("open government licence")
    }

    /// The place of a symbol in its list.
    pub fn symbol(&self, text: &str) -> Option<usize> {
        self.symbols.iter().position(|symbol| symbol.text == text)
    }

    /// Why a value is no number; `None` where it is one. What is absent was not published in this table.
    pub fn reason(&self, value: StatisticValue) -> Option<Missing> {
        match value.kind() {
            ValueKind::Known(_) => None,
            ValueKind::Absent => Some(Missing::NotPublished),
            ValueKind::Symbol(nth) => {
                Some(self.symbols.get(nth).map_or(Missing::NotPublished, |symbol| symbol.meaning))
            }
        }
    }
}

/// A date at which figures before and after it can't be compared as if nothing had happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Break {
    /// The first period that is counted otherwise.
    pub at: Period,
    /// Why.
    pub why: String,
}

/// The rows of a table in which the values of a statistic stand, in the order of its values; 0 where there is none.
pub type TableRows = Arc<[u32]>;

/// One indicator from one release.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statistic {
    /// Unique among the statistics.
    pub id: StatisticId,
    /// What is counted.
    pub indicator: IndicatorId,
    /// The table it was taken from.
    pub release: ReleaseId,
    /// Where the series breaks (R16).
    pub breaks: Vec<Break>,
    /// What its notes say of it alone.
    pub footnotes: Vec<String>,
    periods: Vec<Period>,
    places: Vec<CouncilId>,
    /// A row for each place, a value for each period.
    values: Vec<StatisticValue>,
    rows: Option<TableRows>,
}

impl Statistic {
    /// A statistic with its values: for each place one for each period.
    ///
    /// Values that are missing at the end are absent; values beyond the last place are left out.
    pub fn new(
        id: StatisticId,
        indicator: IndicatorId,
        release: ReleaseId,
        periods: Vec<Period>,
        places: Vec<CouncilId>,
        mut values: Vec<StatisticValue>,
    ) -> Self {
        values.resize(periods.len() * places.len(), StatisticValue::ABSENT);
        Self { id, indicator, release, breaks: Vec::new(), footnotes: Vec::new(), periods, places, values, rows: None }
    }

    /// With the rows of the table its values stand in, one for each value.
    #[must_use]
    pub fn with_rows(self, rows: TableRows) -> Self {
        let rows = (rows.len() == self.values.len()).then_some(rows);
        Self { rows, ..self }
    }

    /// With its places under other ids.
    #[must_use]
    pub fn with_places(self, mut other: impl FnMut(&CouncilId) -> CouncilId) -> Self {
        Self { places: self.places.iter().map(&mut other).collect(), ..self }
    }

    /// With other values: what is absent stays so.
    #[must_use]
    pub fn with_values(self, mut other: impl FnMut(StatisticValue) -> StatisticValue) -> Self {
        let values = self.values.iter().map(|value| if value.is_absent() { *value } else { other(*value) }).collect();
        Self { values, ..self }
    }

    /// Its periods, in order of time.
    pub fn periods(&self) -> &[Period] {
        &self.periods
    }

    /// Its places, in the order of the table.
    pub fn places(&self) -> &[CouncilId] {
        &self.places
    }

    /// The rows its values stand in, shared by the statistics of one table; `None` where they are not known.
    pub fn rows(&self) -> Option<&TableRows> {
        self.rows.as_ref()
    }

    /// The values of the place at this position among [`Statistic::places`]; empty where there is none.
    pub fn values_at(&self, place: usize) -> &[StatisticValue] {
        let width = self.periods.len();
        self.values.get(place * width..(place + 1) * width).unwrap_or_default()
    }

    /// The rows of the table for the place at this position; empty where they are not known.
    pub fn rows_at(&self, place: usize) -> &[u32] {
        let width = self.periods.len();
        self.rows.as_ref().and_then(|rows| rows.get(place * width..(place + 1) * width)).unwrap_or_default()
    }

    /// The values of a place, one for each period; empty where it has no row.
    pub fn values_of(&self, place: &CouncilId) -> &[StatisticValue] {
        self.places.iter().position(|other| other == place).map_or(&[], |nth| self.values_at(nth))
    }

    /// Each place with its values.
    pub fn by_place(&self) -> impl Iterator<Item = (&CouncilId, &[StatisticValue])> {
        self.places.iter().enumerate().map(|(nth, place)| (place, self.values_at(nth)))
    }

    /// How many values are numbers, and how many are symbols.
    pub fn counts(&self) -> (usize, usize) {
        let numbers = self.values.iter().filter(|value| value.number().is_some()).count();
        (numbers, self.values.iter().filter(|value| !value.is_absent()).count() - numbers)
    }

    /// The row of values as a line of text: numbers as printed, symbols of the release, `_` where there is nothing.
    pub fn print_row(&self, place: usize, release: &Release) -> String {
        let mut line = String::new();
        for value in self.values_at(place) {
            if !line.is_empty() {
                line.push(' ');
            }
            match value.kind() {
                ValueKind::Absent => line.push(NOTHING),
                ValueKind::Known(number) => line.push_str(&number.to_string()),
                ValueKind::Symbol(nth) => match release.symbols.get(nth) {
                    Some(symbol) => line.push_str(&symbol.text),
                    None => line.push(NOTHING),
                },
            }
        }
        line
    }
}

/// What stands in a row of values where the table has nothing.
pub const NOTHING: char = '_';

/// Why a line is no row of values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowError {
    /// It has so many values, and the statistic so many periods.
    Length(usize, usize),
    /// This is neither a number nor a symbol of the release.
    Unknown(String),
}

/// Reads the line that [`Statistic::print_row`] prints.
///
/// # Errors
/// A [`RowError`] with the first value that can't be read, or where there are not as many values as periods.
pub fn parse_row(line: &str, periods: usize, release: &Release) -> Result<Vec<StatisticValue>, RowError> {
    let mut values = Vec::with_capacity(periods);
    for word in line.split_ascii_whitespace() {
        let symbol = || release.symbol(word).and_then(StatisticValue::symbol);
        let value = if word.len() == 1 && word.starts_with(NOTHING) {
            StatisticValue::ABSENT
        } else {
            StatisticValue::of_plain(word).or_else(symbol).ok_or_else(|| RowError::Unknown(word.to_owned()))?
        };
        values.push(value);
    }
    if values.len() == periods { Ok(values) } else { Err(RowError::Length(values.len(), periods)) }
}

/// Rows of a table as a short text: `7` for one row, `2 154 306`, and `2+152*19` for a row and 19 more, each 152 further on.
pub fn print_table_rows(rows: &[u32]) -> String {
    let mut words = Vec::new();
    let mut rest = rows;
    while let [first, more @ ..] = rest {
        let step = more.first().and_then(|next| next.checked_sub(*first));
        let along = |step: u32| {
            let fits = |(nth, row): &(usize, &u32)| {
                u64::from(**row) == u64::from(*first) + u64::from(step) * (*nth as u64 + 1)
            };
            more.iter().enumerate().take_while(fits).count()
        };
        let run = step.map_or(0, along);
        match step {
            Some(step) if run >= 2 || (run == 1 && step == 0) => {
                words.push(format!("{first}+{step}*{run}"));
                rest = more.get(run..).unwrap_or_default();
            }
            Some(_) | None => {
                words.push(first.to_string());
                rest = more;
            }
        }
    }
    words.join(" ")
}

/// Reads what [`print_table_rows`] prints; `None` where it is something else, or has more than `most` rows.
pub fn parse_table_rows(text: &str, most: usize) -> Option<Vec<u32>> {
    let mut rows = Vec::new();
    for word in text.split_ascii_whitespace() {
        let (first, step, more) = match word.split_once('+') {
            Some((first, run)) => {
                let (step, more) = run.split_once('*')?;
                (first.parse::<u32>().ok()?, step.parse::<u32>().ok()?, more.parse::<u32>().ok()?)
            }
            None => (word.parse().ok()?, 0, 0),
        };
        if rows.len() + more as usize >= most {
            return None;
        }
        for nth in 0..=more {
            rows.push(first.checked_add(step.checked_mul(nth)?)?);
        }
    }
    Some(rows)
}

#[cfg(test)]
mod tests;
