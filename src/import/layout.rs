//! How a table lies: where its headings are, whether years or places stand across, which rows hold its values.

use super::columns::{self, ColumnRole, ReadColumn};
use super::finding::{Findings, ImportFindingKind};
use super::grid::CellGrid;
use super::meta::Meta;
use super::places::{self, PlaceLevel, PlaceList, PlaceTexts};
use super::profile::{Profile, RoleProfile};
use super::{period_text, values};
use crate::model::Period;
use crate::say;

/// How a table lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Arrangement {
    /// A row for each place and period.
    Tidy,
    /// A row for each place, a column for each year.
    YearsAcross,
    /// A column for each place, a row for each measure.
    PlacesAcross,
    /// A row for each place, and one period for the whole table.
    OnePeriod,
}

/// How many rows are looked at to find the headings.
const HEAD: usize = 60;
/// How many rows tell how wide a table is.
const WIDTH_ROWS: usize = 300;
/// The least names of places that make a row of headings one of places.
const LEAST_PLACES: usize = 3;

/// A table that is understood.
#[derive(Debug)]
pub(super) struct Layout {
    pub(super) arrangement: Arrangement,
    /// The first row of headings.
    pub(super) header: usize,
    /// The first row below the headings.
    pub(super) first: usize,
    pub(super) columns: Vec<ReadColumn>,
    /// The period of the whole table, where it holds one.
    pub(super) period: Option<Period>,
    /// What stands above the headings.
    pub(super) titles: Vec<String>,
    /// Whether it has values, places and periods, so that something can be made of it.
    pub(super) is_whole: bool,
}

/// What a table is read with.
pub(super) struct Reading<'a> {
    /// The name of its file.
    pub(super) file: &'a str,
    pub(super) meta: &'a Meta,
    pub(super) profile: &'a Profile,
}

/// How this table lies; `None` where not even its headings are found, which was told, as is what else it lacks.
pub(super) fn understand(
    grid: &CellGrid,
    reading: &Reading<'_>,
    place_list: &mut PlaceList,
    findings: &mut Findings,
) -> Option<Layout> {
    let not_understood = |findings: &mut Findings, sentence: &str| {
        findings.add(ImportFindingKind::NotUnderstood, None, "", || sentence.to_owned());
    };
    if grid.len() == 0 || (0..grid.len()).all(|row| grid.is_blank(row)) {
        not_understood(findings, say!("import-no-cells"));
        return None;
    }
    let Some(header) = header_row(grid) else {
        not_understood(findings, say!("import-no-headings"));
        return None;
    };
    let header_rows = header_rows(grid, header);
    let first = header + header_rows;
    if (first..grid.len()).all(|row| grid.is_blank(row)) {
        not_understood(findings, say!("import-only-headings"));
        return None;
    }
    let titles: Vec<String> =
        (0..header).flat_map(|row| grid.row(row)).filter(|cell| !cell.is_empty()).map(str::to_owned).collect();
    let across = (header..first).find(|row| places_in(grid, *row) >= LEAST_PLACES.max(grid.filled(*row) * 2 / 5));
    let mut layout = match across {
        Some(row) => places_across(grid, row, header, first, reading, place_list, findings),
        None => rows_of_places(grid, header, first, reading, findings),
    };
    layout.titles = titles;
    if !layout.columns.iter().any(|column| column.role == ColumnRole::Value) {
        not_understood(findings, say!("import-no-values"));
        return Some(layout);
    }
    let has_place = layout.columns.iter().any(|column| {
        column.place.is_some()
            || matches!(column.role, ColumnRole::PlaceCode | ColumnRole::PlaceName | ColumnRole::DfeCode)
    });
    if !has_place && reading.profile.place.is_empty() {
        not_understood(findings, say!("import-no-places"));
        return Some(layout);
    }
    let has_period = layout.columns.iter().any(|column| column.role == ColumnRole::Period || column.period.is_some());
    if !has_period {
        layout.period = one_period(&layout, reading, findings);
        if layout.period.is_none() {
            not_understood(findings, say!("import-no-period"));
            return Some(layout);
        }
    }
    layout.is_whole = true;
    Some(layout)
}

/// The row of headings: the first that is about as wide as the table and holds words or periods, no numbers.
fn header_row(grid: &CellGrid) -> Option<usize> {
    let end = grid.len().min(WIDTH_ROWS);
    let widest = (0..end).map(|row| grid.filled(row)).max().unwrap_or_default();
    (0..grid.len().min(HEAD)).find(|row| {
        let filled = grid.filled(*row);
        let is_number = |cell: &&str| values::is_number(cell) && period_text::read(cell).is_none();
        let numbers = grid.row(*row).filter(is_number).count();
        filled >= 2 && filled * 2 >= widest && numbers * 10 < filled * 3
    })
}

/// How many rows of headings there are: a second one holds no number, and numbers stand below it.
fn header_rows(grid: &CellGrid, header: usize) -> usize {
    let is_value = |cell: &&str| values::is_number(cell);
    let numbers = |row: usize| grid.row(row).filter(is_value).count();
    let second = header + 1;
    // Numbers of registration, as "SC043797", are words as well.
    let long = |cell: &&str| cell.len() > 4 && values::is_number(cell);
    let plain_numbers = numbers(second).saturating_sub(grid.row(second).filter(long).count());
    let below = (second + 1..grid.len().min(second + 6)).map(numbers).max().unwrap_or_default();
    let is_second = grid.filled(second) * 3 >= grid.filled(header)
        && plain_numbers == 0
        && numbers(second) * 5 < grid.filled(second)
        && below * 3 >= grid.filled(header);
    1 + usize::from(is_second)
}

fn places_in(grid: &CellGrid, row: usize) -> usize {
    grid.row(row).filter(|cell| places::is_name(cell)).count()
}

/// The headings of a table: those of the upper row carried to the right, and the lower ones behind them.
fn headings(grid: &CellGrid, header: usize, first: usize) -> Vec<String> {
    let width = (header..first).map(|row| grid.width(row)).max().unwrap_or_default();
    let is_single = first - header < 2;
    let mut upper = "";
    (0..width)
        .map(|column| {
            let top = grid.cell(header, column);
            if is_single {
                return one_line(top);
            }
            upper = if top.is_empty() { upper } else { top };
            let below: Vec<&str> =
                (header + 1..first).map(|row| grid.cell(row, column)).filter(|cell| !cell.is_empty()).collect();
            one_line(&if below.is_empty() { top.to_owned() } else { format!("{upper} {}", below.join(" ")) })
        })
        .collect()
}

/// A text in one line, with one blank between its words.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn rows_of_places(
    grid: &CellGrid,
    header: usize,
    first: usize,
    reading: &Reading<'_>,
    findings: &mut Findings,
) -> Layout {
    let headings = headings(grid, header, first);
    let mut columns = columns::understand(grid, &headings, first, reading.meta, reading.profile);
    tell_twins(&headings, findings);
    let has_period = columns.iter().any(|column| column.role == ColumnRole::Period);
    let has_years = columns.iter().any(|column| column.role == ColumnRole::Value && column.period.is_some());
    let arrangement = if has_period {
        // What looks like a year in a heading belongs to its name.
        for column in &mut columns {
            column.period = None;
            column.family.clone_from(&column.heading);
        }
        Arrangement::Tidy
    } else if has_years {
        Arrangement::YearsAcross
    } else {
        Arrangement::OnePeriod
    };
    tell_left_out(&mut columns, arrangement, findings);
    Layout { arrangement, header, first, columns, period: None, titles: Vec::new(), is_whole: false }
}

/// Tells columns that hold nothing, and those of no year where years stand across.
fn tell_left_out(columns: &mut [ReadColumn], arrangement: Arrangement, findings: &mut Findings) {
    let mut others: Vec<String> = Vec::new();
    for column in columns.iter_mut() {
        let is_undated = column.role == ColumnRole::Value && column.period.is_none();
        if arrangement == Arrangement::YearsAcross && is_undated {
            column.role = ColumnRole::LeftOut;
            others.push(column.heading.clone());
        } else if column.is_empty && !column.heading.is_empty() {
            findings.add(ImportFindingKind::LeftOut, None, &column.heading, || say!("import-empty-column").to_owned());
        } else if column.role == ColumnRole::LeftOut && !column.is_empty {
            findings
                .add(ImportFindingKind::LeftOut, None, &column.heading, || say!("import-column-left-out").to_owned());
        }
    }
    if !others.is_empty() {
        let shown = others.iter().take(6).cloned().collect::<Vec<_>>().join(", ");
        findings.add(ImportFindingKind::LeftOut, None, "", || {
            say!("import-undated-columns", columns = others.len(), names = shown)
        });
    }
}

/// Tells headings that stand twice.
fn tell_twins(headings: &[String], findings: &mut Findings) {
    for (nth, heading) in headings.iter().enumerate() {
        if !heading.is_empty() && headings.get(..nth).unwrap_or_default().contains(heading) {
            findings.add(ImportFindingKind::Duplicate, None, heading, || say!("import-twin-headings", nth = nth + 1));
        }
    }
}

fn places_across(
    grid: &CellGrid,
    row: usize,
    header: usize,
    first: usize,
    reading: &Reading<'_>,
    place_list: &mut PlaceList,
    findings: &mut Findings,
) -> Layout {
    let width = (row..first).map(|row| grid.width(row)).max().unwrap_or_default();
    let names: Vec<String> = (0..width).map(|column| one_line(grid.cell(row, column))).collect();
    let first_place = names.iter().position(|name| places::is_name(name)).unwrap_or_default();
    // What stands in front of the first place is a label of the row, or its period.
    let labels: Vec<String> = (0..first_place)
        .map(|column| {
            let cells = (row..first).map(|row| grid.cell(row, column));
            one_line(&cells.filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join(" "))
        })
        .collect();
    let mut columns = columns::understand(grid, &labels, first, &Vec::new(), reading.profile);
    for column in &mut columns {
        if column.role != ColumnRole::Period && !reading.profile.columns.contains_key(&column.heading) {
            column.role = if column.is_empty { ColumnRole::LeftOut } else { ColumnRole::Filter };
        }
        column.period = None;
    }
    for (index, name) in names.iter().enumerate().skip(first_place) {
        let is_left_out = reading.profile.columns.get(name) == Some(&RoleProfile::LeaveOut);
        let place = if name.is_empty() || is_left_out {
            None
        } else {
            let texts = PlaceTexts { name, ..PlaceTexts::default() };
            let row = Some(CellGrid::number(row));
            place_list.find(texts, &aliases(reading.profile), row, &column_letter(index), findings)
        };
        let role = if place.is_some() { ColumnRole::Value } else { ColumnRole::LeftOut };
        columns.push(ReadColumn {
            index,
            heading: name.clone(),
            role,
            level: PlaceLevel::NotStated,
            period: None,
            family: String::new(),
            place,
            is_empty: name.is_empty(),
        });
    }
    Layout {
        arrangement: Arrangement::PlacesAcross,
        header,
        first,
        columns,
        period: None,
        titles: Vec::new(),
        is_whole: false,
    }
}

/// The names that the profile gives another name or code.
pub(super) fn aliases(profile: &Profile) -> Vec<(String, String)> {
    profile.places.iter().map(|(from, to)| (from.clone(), to.clone())).collect()
}

/// A column by its letters in a spreadsheet: 0 is A, 27 is AB.
pub(super) fn column_letter(index: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = index + 1;
    while rest > 0 {
        letters.push(char::from(b'A' + ((rest - 1) % 26) as u8));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

/// The period of a table that holds one: from the profile, from its title, from the name of its file.
fn one_period(layout: &Layout, reading: &Reading<'_>, findings: &mut Findings) -> Option<Period> {
    let release = reading.profile.release_of(reading.file);
    for said in [&release.period, &reading.profile.period] {
        if !said.is_empty() {
            return period_text::read(said).or_else(|| Period::parse(said).ok());
        }
    }
    let in_title = layout.titles.iter().find_map(|title| period_text::find(title));
    if let Some(dated) = in_title {
        let shown = dated.period.to_string();
        findings.add(ImportFindingKind::Period, None, "", || say!("import-period-of-title", period = shown));
        return Some(dated.period);
    }
    let stem = reading.file.rsplit_once('.').map_or(reading.file, |(stem, _)| stem);
    let dated = period_of_name(stem)?;
    let shown = dated.to_string();
    findings.add(ImportFindingKind::Period, None, "", || say!("import-period-of-name", period = shown));
    Some(dated)
}

/// The period in the name of a file; `2018_to_2019` is one year from April to March.
fn period_of_name(stem: &str) -> Option<Period> {
    let joined = stem.replace("_to_", "-").replace(" to ", "-").replace("-to-", "-");
    period_text::find(&joined).map(|dated| dated.period)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_has_the_letters_of_a_spreadsheet() {
        for (index, letters) in [(0, "A"), (25, "Z"), (26, "AA"), (27, "AB"), (701, "ZZ"), (702, "AAA")] {
            assert_eq!(column_letter(index), letters);
        }
    }

    #[test]
    fn the_name_of_a_file_may_hold_its_period() {
        for (name, period) in [
            ("Fostering_in_England_2017-18_dataset", Some("2017/18")),
            ("Local_authority_level_fostering_data_2018_to_2019", Some("2018/19")),
            ("LA_Inspection_Outcomes_as_at_March_2024", Some("2024-03")),
            ("figures", None),
        ] {
            assert_eq!(period_of_name(name).map(|period| period.to_string()).as_deref(), period, "{name}");
        }
    }
}
