//! What each column of a table stands for: by the profile, by the publisher's companion, by its heading, by what is in it.

use std::collections::HashSet;

use super::grid::CellGrid;
use super::meta::{self, Meta};
use super::period_text;
use super::places::{self, PlaceLevel};
use super::profile::{Profile, RoleProfile};
use super::{symbols, values};
use crate::model::{Date, Period, When};
use crate::words::letters::plain_text;

/// What a column stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ColumnRole {
    /// GSS codes of places.
    PlaceCode,
    /// Names of places.
    PlaceName,
    /// The three digits that the Department for Education gives to councils.
    DfeCode,
    /// What kind of place a row is about.
    Level,
    /// Periods.
    Period,
    /// What kind of year the period is.
    PeriodKind,
    /// What is counted, or a part of it.
    Filter,
    /// Words that explain the filter in front of it.
    FilterLabel,
    /// Values.
    Value,
    /// Nothing that is needed.
    LeftOut,
}

/// A column with what it stands for.
#[derive(Clone, Debug)]
pub(super) struct ReadColumn {
    /// Its place in the row, from 0.
    pub(super) index: usize,
    /// Its heading as printed.
    pub(super) heading: String,
    pub(super) role: ColumnRole,
    /// The level of the places in it; not stated where they may be of any.
    pub(super) level: PlaceLevel,
    /// The period of its values, where its heading says it.
    pub(super) period: Option<Period>,
    /// The series its values belong to: the heading without its period.
    pub(super) family: String,
    /// The place of its values, where places stand across.
    pub(super) place: Option<usize>,
    /// Whether nothing stands in it.
    pub(super) is_empty: bool,
}

impl ReadColumn {
    /// The word of a profile that says what it is; `None` for words that explain a filter, which no profile has.
    pub(super) fn in_profile(&self) -> Option<RoleProfile> {
        Some(match (self.role, self.level) {
            (ColumnRole::PlaceCode, PlaceLevel::Nation) => RoleProfile::NationCode,
            (ColumnRole::PlaceName, PlaceLevel::Nation) => RoleProfile::NationName,
            (ColumnRole::PlaceCode, PlaceLevel::Region) => RoleProfile::RegionCode,
            (ColumnRole::PlaceName, PlaceLevel::Region) => RoleProfile::RegionName,
            (ColumnRole::PlaceCode, PlaceLevel::Council) => RoleProfile::CouncilCode,
            (ColumnRole::PlaceName, PlaceLevel::Council) => RoleProfile::CouncilName,
            (ColumnRole::PlaceCode, _) => RoleProfile::PlaceCode,
            (ColumnRole::PlaceName, _) => RoleProfile::PlaceName,
            (ColumnRole::DfeCode, _) => RoleProfile::DfeCode,
            (ColumnRole::Level, _) => RoleProfile::Level,
            (ColumnRole::Period, _) => RoleProfile::Period,
            (ColumnRole::PeriodKind, _) => RoleProfile::PeriodKind,
            (ColumnRole::Filter, _) => RoleProfile::Filter,
            (ColumnRole::Value, _) => RoleProfile::Value,
            (ColumnRole::LeftOut, _) => RoleProfile::LeaveOut,
            (ColumnRole::FilterLabel, _) => return None,
        })
    }

    /// The name of its series in words: with the month where its heading has one.
    pub(super) fn label(&self) -> String {
        let bare = self.family.replace("{}", " ");
        let words = super::naming::as_words(
            bare.trim_matches(|letter: char| !letter.is_alphanumeric() && letter != ')' && letter != '%'),
        );
        match self.period.as_ref().map(|period| &period.when) {
            Some(When::At(Date::Month(_, month))) => {
                let month = super::naming::as_words(crate::model::name_of_month(*month));
                format!("{words}, {month}")
            }
            Some(_) | None => words,
        }
    }
}

/// How many rows are looked at.
const SAMPLE: usize = 400;
/// The most values of a column that may be a filter, in the rows that are looked at.
const FILTER_VALUES: usize = 120;

/// What stands in a column, counted over some of its rows.
#[derive(Debug, Default)]
struct CellCounts {
    filled: usize,
    numbers: usize,
    symbols: usize,
    codes: usize,
    names: usize,
    periods: usize,
    years: usize,
    distinct: HashSet<String>,
}

impl CellCounts {
    fn of(grid: &CellGrid, rows: &[usize], column: usize) -> Self {
        let mut content = Self::default();
        for row in rows {
            let cell = grid.cell(*row, column);
            if cell.is_empty() {
                continue;
            }
            content.filled += 1;
            let is_year = cell.len() == 4 && period_text::read(cell).is_some();
            content.years += usize::from(is_year);
            if values::is_number(cell) {
                content.numbers += 1;
            } else if symbols::is_known(cell) {
                content.symbols += 1;
            } else {
                content.periods += usize::from(period_text::read(cell).is_some());
                content.codes += usize::from(places::is_code(cell));
                if content.distinct.insert(cell.to_owned()) {
                    content.names += usize::from(places::is_name(cell));
                }
            }
        }
        content
    }

    fn mostly(count: usize, of: usize) -> bool {
        of > 0 && count * 10 >= of * 6
    }
}

/// The rows that are looked at: some from all over the table.
fn sample(first: usize, end: usize) -> Vec<usize> {
    let step = ((end.saturating_sub(first)) / SAMPLE).max(1);
    (first..end).step_by(step).take(SAMPLE).collect()
}

/// What the columns of a table stand for whose rows begin at `first`.
pub(super) fn understand(
    grid: &CellGrid,
    headings: &[String],
    first: usize,
    meta: &Meta,
    profile: &Profile,
) -> Vec<ReadColumn> {
    let rows = sample(first, grid.len());
    let mut columns: Vec<ReadColumn> = Vec::with_capacity(headings.len());
    for (index, heading) in headings.iter().enumerate() {
        let content = CellCounts::of(grid, &rows, index);
        let (role, level) = match profile.columns.get(heading) {
            Some(role) => of_profile(*role),
            None => by_heading(heading, &content)
                .or_else(|| by_meta(meta, heading))
                .unwrap_or_else(|| (by_content(heading, &content, &columns), PlaceLevel::NotStated)),
        };
        let dated = if role == ColumnRole::Value { period_text::find(heading) } else { None };
        let (period, family) = match dated {
            Some(dated) => (Some(dated.period), dated.family),
            None => (None, heading.clone()),
        };
        columns.push(ReadColumn {
            index,
            heading: heading.clone(),
            role,
            level,
            period,
            family,
            place: None,
            is_empty: content.filled == 0,
        });
    }
    months_for_first_days(&mut columns);
    columns
}

/// A spreadsheet keeps "Mar-19" as the first of March: where every heading is a first of a month, the months are meant.
fn months_for_first_days(columns: &mut [ReadColumn]) {
    let first_of = |column: &ReadColumn| match column.period.as_ref().map(|period| &period.when) {
        Some(When::At(Date::Day(day))) if day.day() == 1 => Some(Date::Month(day.year(), day.month())),
        Some(_) | None => None,
    };
    if columns.iter().any(|column| column.period.is_some() && first_of(column).is_none()) {
        return;
    }
    for column in columns {
        if let Some(month) = first_of(column) {
            column.period = Some(Period { when: When::At(month), implied: false });
        }
    }
}

fn of_profile(role: RoleProfile) -> (ColumnRole, PlaceLevel) {
    let role = match role {
        RoleProfile::NationCode => return (ColumnRole::PlaceCode, PlaceLevel::Nation),
        RoleProfile::NationName => return (ColumnRole::PlaceName, PlaceLevel::Nation),
        RoleProfile::RegionCode => return (ColumnRole::PlaceCode, PlaceLevel::Region),
        RoleProfile::RegionName => return (ColumnRole::PlaceName, PlaceLevel::Region),
        RoleProfile::CouncilCode => return (ColumnRole::PlaceCode, PlaceLevel::Council),
        RoleProfile::CouncilName => return (ColumnRole::PlaceName, PlaceLevel::Council),
        RoleProfile::PlaceCode => ColumnRole::PlaceCode,
        RoleProfile::PlaceName => ColumnRole::PlaceName,
        RoleProfile::DfeCode => ColumnRole::DfeCode,
        RoleProfile::Level => ColumnRole::Level,
        RoleProfile::Period => ColumnRole::Period,
        RoleProfile::PeriodKind => ColumnRole::PeriodKind,
        RoleProfile::Filter => ColumnRole::Filter,
        RoleProfile::Value => ColumnRole::Value,
        RoleProfile::LeaveOut => ColumnRole::LeftOut,
    };
    (role, PlaceLevel::NotStated)
}

fn by_meta(meta: &Meta, heading: &str) -> Option<(ColumnRole, PlaceLevel)> {
    let said = meta::of(meta, heading)?;
    Some((if said.is_filter { ColumnRole::Filter } else { ColumnRole::Value }, PlaceLevel::NotStated))
}

/// Kinds of place below or beside councils, whose columns publishers fill where they have them.
const SMALLER_PLACES: [&str; 12] = [
    "school",
    "trust",
    "pcon",
    "ward",
    "pfa",
    "lsip",
    "local enterprise partnership",
    "english devolved area",
    "mat",
    "sponsor",
    "opportunity area",
    "provider",
];

fn is_of_a_place(rest: &str) -> bool {
    matches!(rest.trim(), "code" | "name" | "id" | "urn" | "laestab" | "ukprn")
}

/// Headings that publishers use.
fn by_heading(heading: &str, content: &CellCounts) -> Option<(ColumnRole, PlaceLevel)> {
    use ColumnRole::{DfeCode, LeftOut, PeriodKind, PlaceCode, PlaceName};
    let words = plain_text(heading);
    Some(match words.as_str() {
        "country code" => (PlaceCode, PlaceLevel::Nation),
        "country name" => (PlaceName, PlaceLevel::Nation),
        "region code" => (PlaceCode, PlaceLevel::Region),
        "region name" => (PlaceName, PlaceLevel::Region),
        "new la code" | "lad code" => (PlaceCode, PlaceLevel::Council),
        "la name" | "lad name" => (PlaceName, PlaceLevel::Council),
        "old la code" | "geog c" | "dfe code" | "la number" => (DfeCode, PlaceLevel::NotStated),
        "gss" | "gss code" | "ons code" | "area code" | "new geog code" | "ons area code" => {
            (PlaceCode, PlaceLevel::NotStated)
        }
        "area name"
        | "geographical description"
        | "geog n"
        | "local authority"
        | "local authority name"
        | "council"
        | "council name"
        | "authority"
        | "authority name"
        | "area"
            if content.numbers * 2 < content.filled.max(1) =>
        {
            (PlaceName, PlaceLevel::NotStated)
        }
        "geographic level" | "geog l" | "geographical level" => (ColumnRole::Level, PlaceLevel::NotStated),
        "time period" | "period" | "financial year" | "reporting period" | "reporting year" => {
            (ColumnRole::Period, PlaceLevel::NotStated)
        }
        "year" | "date" if CellCounts::mostly(content.years + content.periods + content.numbers, content.filled) => {
            (ColumnRole::Period, PlaceLevel::NotStated)
        }
        "time identifier" => (PeriodKind, PlaceLevel::NotStated),
        "la order" | "order" | "row" | "web link" | "version" => (LeftOut, PlaceLevel::NotStated),
        // Levels of places that are not read here.
        other if SMALLER_PLACES.iter().any(|kind| other.strip_prefix(kind).is_some_and(is_of_a_place)) => {
            (LeftOut, PlaceLevel::NotStated)
        }
        _ => return None,
    })
}

fn by_content(heading: &str, content: &CellCounts, before: &[ReadColumn]) -> ColumnRole {
    let has =
        |role: ColumnRole| before.iter().any(|column| column.role == role && column.level == PlaceLevel::NotStated);
    let texts = content.filled - content.numbers - content.symbols;
    let of_year = plain_text(heading).split(' ').any(|word| word == "year");
    let dated = || period_text::find(heading).is_some();
    if content.filled == 0 {
        ColumnRole::LeftOut
    } else if CellCounts::mostly(content.codes, content.filled) && !has(ColumnRole::PlaceCode) {
        ColumnRole::PlaceCode
    } else if CellCounts::mostly(content.names, content.distinct.len())
        && texts * 2 > content.filled
        && !has(ColumnRole::PlaceName)
    {
        ColumnRole::PlaceName
    } else if CellCounts::mostly(content.periods, content.filled)
        || (of_year && CellCounts::mostly(content.years, content.filled))
    {
        ColumnRole::Period
    } else if (content.numbers > 0 && (content.numbers + content.symbols) * 2 >= content.filled)
        || (content.symbols * 2 >= content.filled && dated())
        || (content.symbols == content.filled && content.filled > 2)
    {
        ColumnRole::Value
    } else if is_label_of(heading, before) {
        ColumnRole::FilterLabel
    } else if content.distinct.len() <= FILTER_VALUES.min(1 + content.filled / 2) {
        ColumnRole::Filter
    } else {
        ColumnRole::LeftOut
    }
}

/// Whether a column only explains the filter in front of it: "Measure Group Description" behind "Measure Group".
fn is_label_of(heading: &str, before: &[ReadColumn]) -> bool {
    let words = plain_text(heading);
    let is_its = |column: &ReadColumn| {
        let rest = words.strip_prefix(plain_text(&column.heading).as_str());
        rest.is_some_and(|rest| matches!(rest.trim(), "description" | "label" | "name"))
    };
    before.last().is_some_and(|column| column.role == ColumnRole::Filter && is_its(column))
}
