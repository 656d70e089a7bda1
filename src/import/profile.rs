//! What a person said of a table, kept as a small file and used for the next release: nothing in it is needed.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::period_text;
use crate::model::{Measure, Missing, Period, Polarity};
use crate::say;

/// What a person said of a table. What is empty is understood from the table itself.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct Profile {
    /// The title of the dataset that is made.
    pub title: String,
    /// What the dataset is.
    pub summary: String,
    /// The licence of the dataset.
    pub licence: String,
    /// The only sheet of a workbook that is read.
    pub sheet: String,
    /// The period of a table that holds one: "2017/18".
    pub period: String,
    /// The day a year stands for, as month and day: "03-31".
    pub day: String,
    /// The place of a table that holds one: a name or a code.
    pub place: String,
    /// What is true of every table.
    pub release: ReleaseProfile,
    /// What is true of one table, by the name of its file; it comes before what is true of all.
    pub releases: BTreeMap<String, ReleaseProfile>,
    /// What a column is, by its heading.
    pub columns: BTreeMap<String, RoleProfile>,
    /// The value of a filter that is kept, by the heading of its column; `each` makes an indicator of every value.
    pub filters: BTreeMap<String, String>,
    /// What symbols mean: "suppressed", "not published", "not applicable", "rounds to zero", "low reliability".
    pub symbols: BTreeMap<String, String>,
    /// The names or codes of places that stand under another name in the table.
    pub places: BTreeMap<String, String>,
    /// What is known of indicators, by the name that the import gives them.
    pub indicators: Vec<IndicatorProfile>,
    /// Whether only the indicators above are made.
    pub only: bool,
}

/// What is known of a release.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct ReleaseProfile {
    /// The title of the publication.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// When: "2024-11-14".
    pub released: String,
    /// The licence of its figures.
    pub licence: String,
    /// The attribution that the licence asks for.
    pub attribution: String,
    /// Where the table stands.
    pub address: String,
    /// The boundaries its figures belong to.
    pub boundaries: String,
    /// How numbers were rounded.
    pub rounding: String,
    /// Which numbers were held back.
    pub suppression: String,
    /// The period of a table that holds one.
    pub period: String,
    /// What else its notes say.
    pub footnotes: Vec<String>,
    /// What symbols mean in this table.
    pub symbols: BTreeMap<String, String>,
}

impl ReleaseProfile {
    /// These words, and the other's where these are empty.
    fn or(&self, other: &Self) -> Self {
        let first = |own: &String, general: &String| if own.is_empty() { general.clone() } else { own.clone() };
        Self {
            title: first(&self.title, &other.title),
            publisher: first(&self.publisher, &other.publisher),
            released: first(&self.released, &other.released),
            licence: first(&self.licence, &other.licence),
            attribution: first(&self.attribution, &other.attribution),
            address: first(&self.address, &other.address),
            boundaries: first(&self.boundaries, &other.boundaries),
            rounding: first(&self.rounding, &other.rounding),
            suppression: first(&self.suppression, &other.suppression),
            period: first(&self.period, &other.period),
            footnotes: if self.footnotes.is_empty() { other.footnotes.clone() } else { self.footnotes.clone() },
            symbols: if self.symbols.is_empty() { other.symbols.clone() } else { self.symbols.clone() },
        }
    }
}

/// What a column is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RoleProfile {
    /// GSS codes of places.
    PlaceCode,
    /// Names of places.
    PlaceName,
    /// Codes of countries.
    NationCode,
    /// Names of countries.
    NationName,
    /// Codes of regions.
    RegionCode,
    /// Names of regions.
    RegionName,
    /// Codes of councils.
    CouncilCode,
    /// Names of councils.
    CouncilName,
    /// The three digits of the Department for Education.
    DfeCode,
    /// The level of a place.
    Level,
    /// Periods.
    Period,
    /// What kind of year the period is.
    PeriodKind,
    /// A filter, or the name of an indicator.
    Filter,
    /// Values.
    Value,
    /// Nothing that is needed.
    LeaveOut,
}

/// What is known of an indicator.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct IndicatorProfile {
    /// The name that the import gives it.
    pub from: String,
    /// Its id; made of its name where it is empty.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What is counted, whatever the unit.
    pub concept: String,
    /// The topic it is listed under.
    pub topic: String,
    /// Its unit.
    pub unit: String,
    /// How it behaves over time: "flow", "stock", "rate", "average", "share", "rating", "not stated".
    pub measure: String,
    /// "lower is better", "higher is better" or "neither".
    pub polarity: String,
    /// What exactly is counted.
    pub definition: String,
    /// The day a year stands for, as month and day: "03-31"; "to 03-31" is the year that ends then.
    pub day: String,
}

/// Why a profile can't be used: one sentence.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum ProfileError {
    /// It can't be read: the line, the column, and why.
    #[error("{}", say!("import-profile-unread", line = *.0, column = *.1, why = .2.as_str()))]
    Syntax(usize, usize, String),
    /// A word in it is none of those that are possible: the field, the word, and what is possible.
    #[error("{}", say!("import-profile-word", field = .0.as_str(), word = .1.as_str(), possible = .2.as_str()))]
    Word(String, String, String),
}

/// The reasons that a symbol may stand for.
pub(super) const REASONS: [Missing; 5] = [
    Missing::NotPublished,
    Missing::Suppressed,
    Missing::NotApplicable,
    Missing::RoundsToZero,
    Missing::LowReliability,
];

impl Profile {
    /// Reads a profile.
    ///
    /// # Errors
    /// A [`ProfileError`] with the place, or with the word that is none of those possible.
    pub fn parse(text: &str) -> Result<Self, ProfileError> {
        let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
        let profile: Self = options.from_str(text).map_err(|error| {
            let at = error.span.start;
            ProfileError::Syntax(at.line, at.col, error.code.to_string())
        })?;
        profile.check()?;
        Ok(profile)
    }

    fn check(&self) -> Result<(), ProfileError> {
        let word = |field: &str, word: &str, possible: &str| {
            ProfileError::Word(field.to_owned(), word.to_owned(), possible.to_owned())
        };
        let reasons = || REASONS.map(Missing::label).join(", ");
        let symbols = self.releases.values().chain([&self.release]).flat_map(|release| &release.symbols);
        for (symbol, meaning) in symbols.chain(&self.symbols) {
            if reason(meaning).is_none() {
                return Err(word(&format!("symbols[{symbol}]"), meaning, &reasons()));
            }
        }
        for indicator in &self.indicators {
            let field = |name: &str| format!("{name} of \"{}\"", indicator.from);
            if !indicator.measure.is_empty() && measure(&indicator.measure).is_none() {
                let possible = Measure::ALL.map(Measure::keyword).join(", ");
                return Err(word(&field("measure"), &indicator.measure, &possible));
            }
            if !indicator.polarity.is_empty() && polarity(&indicator.polarity).is_none() {
                let possible = Polarity::ALL.map(Polarity::keyword).join(", ");
                return Err(word(&field("polarity"), &indicator.polarity, &possible));
            }
            if !is_day(&indicator.day) {
                return Err(word(&field("day"), &indicator.day, "03-31, to 03-31"));
            }
        }
        if !is_day(&self.day) {
            return Err(word("day", &self.day, "03-31, to 03-31"));
        }
        let periods = self.releases.values().chain([&self.release]).map(|release| &release.period);
        for period in periods.chain([&self.period]) {
            if !period.is_empty() && period_text::read(period).is_none() && Period::parse(period).is_err() {
                return Err(word("period", period, "2018, 2017/18, 2018-03, 2018-03-31"));
            }
        }
        for released in self.releases.values().chain([&self.release]).map(|release| &release.released) {
            if !released.is_empty() && Period::parse(released).is_err() {
                return Err(word("released", released, "2024, 2024-11, 2024-11-14"));
            }
        }
        Ok(())
    }

    /// What is known of the release in this file.
    pub(super) fn release_of(&self, file: &str) -> ReleaseProfile {
        self.releases.get(file).map_or_else(|| self.release.clone(), |own| own.or(&self.release))
    }

    /// What it says of the indicator that the import gives this name.
    pub(super) fn indicator(&self, name: &str) -> Option<&IndicatorProfile> {
        self.indicators.iter().find(|indicator| indicator.from == name)
    }

    /// What it says that a symbol means in this file.
    pub(super) fn symbol(&self, file: &str, text: &str) -> Option<Missing> {
        let of_file = self.releases.get(file).and_then(|release| release.symbols.get(text));
        let meaning = of_file.or_else(|| self.release.symbols.get(text)).or_else(|| self.symbols.get(text));
        meaning.and_then(|meaning| reason(meaning))
    }

    /// The profile as the text of a file.
    pub fn to_ron(&self) -> String {
        let pretty = ron::ser::PrettyConfig::default().indentor("    ".to_owned());
        ron::ser::to_string_pretty(self, pretty).map_or_else(|_| String::new(), |text| text + "\n")
    }
}

fn reason(text: &str) -> Option<Missing> {
    REASONS.into_iter().find(|reason| reason.label() == text)
}

pub(super) fn measure(text: &str) -> Option<Measure> {
    Measure::ALL.into_iter().find(|measure| measure.keyword() == text)
}

pub(super) fn polarity(text: &str) -> Option<Polarity> {
    Polarity::ALL.into_iter().find(|polarity| polarity.keyword() == text)
}

/// The month and day of "03-31" or "to 03-31", and whether a year that ends then is meant.
pub(super) fn day_of_year(text: &str) -> Option<(i8, i8, bool)> {
    let (rest, ends_then) = text.strip_prefix("to ").map_or((text, false), |rest| (rest, true));
    let (month, day) = rest.split_once('-')?;
    let (month, day) = (month.parse().ok()?, day.parse().ok()?);
    jiff::civil::Date::new(2023, month, day).ok().map(|_| (month, day, ends_then))
}

fn is_day(text: &str) -> bool {
    text.is_empty() || day_of_year(text).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_profile_is_read_and_written_the_same() {
        let text = r#"(title: "T", filters: {"age": "each"}, symbols: {"x": "suppressed"},
            columns: {"LA_order": leave_out}, indicators: [(from: "CLA", unit: "children", measure: "stock")])"#;
        let profile = Profile::parse(text).unwrap();
        assert_eq!(profile.symbol("f.csv", "x"), Some(Missing::Suppressed));
        assert_eq!(Profile::parse(&profile.to_ron()).unwrap(), profile);
        assert_eq!(Profile::parse("()").unwrap(), Profile::default());
    }

    #[test]
    fn a_word_that_is_not_possible_is_named() {
        for (text, named) in [
            (r#"(symbols: {"x": "hidden"})"#, "hidden"),
            (r#"(indicators: [(from: "a", measure: "stok")])"#, "stok"),
            (r#"(indicators: [(from: "a", polarity: "good")])"#, "good"),
            (r#"(day: "31 March")"#, "31 March"),
            (r#"(period: "2016/18")"#, "2016/18"),
            ("(titel: 5)", "titel"),
        ] {
            let error = Profile::parse(text).unwrap_err().to_string();
            assert!(error.contains(named), "{error}");
        }
    }
}
