//! From the rows of a table to series: each value with its place, its period and what it counts, wherever in the table those stand.

use std::collections::{BTreeMap, HashMap};

use super::columns::{ColumnRole, ReadColumn};
use super::filters::Combination;
use super::finding::{Findings, ImportFindingKind};
use super::grid::CellGrid;
use super::layout::{Arrangement, Layout, Reading, aliases, column_letter, one_line};
use super::period_text::{self, PeriodFault};
use super::place_columns::{self, PlaceColumns, word_of};
use super::places::{PlaceLevel, PlaceList, PlaceTexts};
use super::symbols::{self, SymbolList};
use super::values::{self, CellReading, NumberWriting};
use crate::model::{Period, StatisticValue};
use crate::progress::{ProgressRange, Stopped};
use crate::say;

/// How many rows are taken between two looks at whether to stop.
const ROWS_A_STEP: usize = 1 << 13;

/// One value with where it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    pub(super) place: u32,
    pub(super) period: u32,
    /// The row in the file, from 1.
    pub(super) row: u32,
    pub(super) value: StatisticValue,
    /// The power of ten that its sign for thousands or millions says.
    pub(super) power: u8,
}

/// The values of one combination of filters and one series of columns.
#[derive(Debug, Default)]
pub(super) struct Series {
    /// The combination's place in [`Gathered::combinations`].
    pub(super) combination: usize,
    /// The family's place in [`Gathered::families`].
    pub(super) family: usize,
    pub(super) entries: Vec<Entry>,
    pub(super) has_percent: bool,
    pub(super) has_pounds: bool,
}

/// A series of columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Family {
    /// The heading without its period, or the heading.
    pub(super) key: String,
    /// Its name in words.
    pub(super) label: String,
}

/// What was taken from a table.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    pub(super) series: Vec<Series>,
    pub(super) periods: Vec<Period>,
    pub(super) filters: Vec<String>,
    pub(super) combinations: Vec<Combination>,
    /// Words that explain values of filters.
    pub(super) labels: BTreeMap<String, String>,
    pub(super) families: Vec<Family>,
    pub(super) symbols: SymbolList,
    /// What stands below the table.
    pub(super) notes: Vec<String>,
    /// Whether each row is an indicator of its own.
    pub(super) has_places_across: bool,
}

/// What the row before said, with the row it was found in.
#[derive(Clone, Copy, Debug, Default)]
struct Before {
    place: Option<(usize, Option<u32>)>,
    period: Option<(usize, Option<u32>)>,
    combination: Option<(usize, usize)>,
}

struct Gatherer<'a> {
    grid: &'a CellGrid,
    layout: &'a Layout,
    reading: &'a Reading<'a>,
    aliases: Vec<(String, String)>,
    places: Vec<PlaceColumns>,
    levels: Option<usize>,
    period_column: Option<usize>,
    kind_column: Option<usize>,
    filter_columns: Vec<usize>,
    label_columns: Vec<(usize, usize)>,
    /// Each column of values with its family and its period.
    values: Vec<(usize, usize, Option<u32>, Option<u32>)>,
    gathered: Gathered,
    period_of: HashMap<(String, String), Option<u32>>,
    /// What was found in the row before, which the next one often repeats: the row, and its place, period and combination.
    before: Before,
    /// The columns that say the place, those that say the period.
    of_place: Vec<usize>,
    of_period: Vec<usize>,
    combination_of: HashMap<String, usize>,
    series_of: HashMap<(usize, usize), usize>,
}

/// Takes the values of a table.
pub(super) fn gather(
    grid: &CellGrid,
    layout: &Layout,
    reading: &Reading<'_>,
    place_list: &mut PlaceList,
    findings: &mut Findings,
    progress: ProgressRange<'_>,
) -> Result<Gathered, Stopped> {
    let mut gatherer = Gatherer::new(grid, layout, reading);
    let whole = gatherer.place_of_all(place_list, findings);
    for row in layout.first..grid.len() {
        if row % ROWS_A_STEP == 0 {
            progress.report(row, grid.len())?;
        }
        gatherer.row(row, whole, place_list, findings);
    }
    Ok(gatherer.gathered)
}

impl<'a> Gatherer<'a> {
    fn new(grid: &'a CellGrid, layout: &'a Layout, reading: &'a Reading<'a>) -> Self {
        let of = |role: ColumnRole| layout.columns.iter().filter(move |column| column.role == role);
        let first = |role: ColumnRole| of(role).next().map(|column| column.index);
        let places = place_columns::of(layout);
        let filter_columns: Vec<usize> = of(ColumnRole::Filter).map(|column| column.index).collect();
        let labels = of(ColumnRole::FilterLabel).filter_map(|label| {
            filter_columns.iter().rev().find(|filter| **filter < label.index).map(|filter| (*filter, label.index))
        });
        let label_columns = labels.collect();
        let mut gatherer = Self {
            grid,
            layout,
            reading,
            aliases: aliases(reading.profile),
            places,
            levels: first(ColumnRole::Level),
            period_column: first(ColumnRole::Period),
            kind_column: first(ColumnRole::PeriodKind),
            label_columns,
            values: Vec::new(),
            gathered: Gathered::default(),
            period_of: HashMap::new(),
            before: Before::default(),
            of_place: Vec::new(),
            of_period: Vec::new(),
            combination_of: HashMap::new(),
            series_of: HashMap::new(),
            filter_columns,
        };
        let heading =
            |index: &usize| layout.columns.get(*index).map_or_else(String::new, |column| column.heading.clone());
        let columns = gatherer.places.iter().flat_map(|place| [place.code, place.name, place.dfe]);
        gatherer.of_place = columns.chain([gatherer.levels]).flatten().collect();
        gatherer.of_period = [gatherer.period_column, gatherer.kind_column].into_iter().flatten().collect();
        gatherer.gathered.has_places_across = layout.arrangement == Arrangement::PlacesAcross;
        gatherer.gathered.filters = gatherer.filter_columns.iter().map(heading).collect();
        let whole = layout.period.clone().map(|period| gatherer.period(period));
        for column in of(ColumnRole::Value) {
            let family = gatherer.family(column);
            let period = column.period.clone().map(|period| gatherer.period(period)).or(whole);
            let place = column.place.and_then(|place| u32::try_from(place).ok());
            gatherer.values.push((column.index, family, period, place));
        }
        gatherer
    }

    fn family(&mut self, column: &ReadColumn) -> usize {
        let across = self.layout.arrangement == Arrangement::PlacesAcross;
        let label = if across { String::new() } else { column.label() };
        // The month of a heading tells series apart: "CLA_Mar2014" and "CLA_2014".
        let key = if across { String::new() } else { format!("{}\u{1f}{label}", column.family) };
        let families = &mut self.gathered.families;
        families.iter().position(|family| family.key == key).unwrap_or_else(|| {
            families.push(Family { key, label });
            families.len() - 1
        })
    }

    fn period(&mut self, period: Period) -> u32 {
        let periods = &mut self.gathered.periods;
        let nth = periods.iter().position(|other| *other == period).unwrap_or_else(|| {
            periods.push(period);
            periods.len() - 1
        });
        u32::try_from(nth).unwrap_or(u32::MAX)
    }

    /// The place of the whole table, where the profile says it.
    fn place_of_all(&mut self, place_list: &mut PlaceList, findings: &mut Findings) -> Option<u32> {
        let said = self.reading.profile.place.as_str();
        if said.is_empty() || !self.places.is_empty() {
            return None;
        }
        let aliases = [(said.to_owned(), said.to_owned())];
        let texts = PlaceTexts { name: said, ..PlaceTexts::default() };
        place_list.find(texts, &aliases, None, "", findings).and_then(|place| u32::try_from(place).ok())
    }

    fn row(&mut self, row: usize, whole: Option<u32>, place_list: &mut PlaceList, findings: &mut Findings) {
        let number = CellGrid::number(row);
        if self.grid.is_blank(row) || self.is_heading(row, number, findings) || self.is_note(row, number, findings) {
            return;
        }
        self.tell_ragged(row, number, findings);
        let own_place = if self.places.is_empty() {
            whole
        } else {
            match self.place(row, number, place_list, findings) {
                Some(place) => Some(place),
                None => return,
            }
        };
        let own_period = match self.period_column {
            Some(column) => match self.period_of_row(row, column, number, findings) {
                Some(period) => Some(period),
                None => return,
            },
            None => None,
        };
        let combination = self.combination(row, number);
        let columns = std::mem::take(&mut self.values);
        for (column, family, period, place) in &columns {
            let (Some(place), Some(period)) = (place.or(own_place), own_period.or(*period)) else { continue };
            self.value(row, *column, (combination, *family), place, period, findings);
        }
        self.values = columns;
    }

    fn value(
        &mut self,
        row: usize,
        column: usize,
        key: (usize, usize),
        place: u32,
        period: u32,
        findings: &mut Findings,
    ) {
        let text = self.grid.cell(row, column);
        let number = CellGrid::number(row);
        let (value, writing) = match values::read(text) {
            CellReading::Nothing => return,
            CellReading::Number(value, writing) => (value, writing),
            CellReading::Symbol(text) => {
                let (profile, file) = (self.reading.profile, self.reading.file);
                let newest = || self.gathered.periods.iter().filter_map(newest_year).max();
                let newest = newest();
                let meaning = || profile.symbol(file, text).or_else(|| symbols::meaning_of(text, newest));
                let Some(value) = StatisticValue::symbol(self.gathered.symbols.place(text, number, meaning)) else {
                    return;
                };
                (value, NumberWriting::default())
            }
        };
        let series = &mut self.gathered.series;
        let nth = *self.series_of.entry(key).or_insert_with(|| {
            let (combination, family) = key;
            series.push(Series { combination, family, ..Series::default() });
            series.len() - 1
        });
        if let Some(series) = self.gathered.series.get_mut(nth) {
            series.has_percent |= writing.has_percent;
            series.has_pounds |= writing.has_pounds;
            series.entries.push(Entry { place, period, row: number, value, power: writing.power });
        }
        if writing.is_bracketed || writing.has_mark || writing.is_rounded {
            findings.add(ImportFindingKind::Writing, Some(number), &self.heading(column), || {
                let read = value.number().map_or_else(String::new, |number| number.to_string());
                if writing.is_rounded {
                    say!("import-rounded", text = text, read = read)
                } else {
                    say!("import-written", text = text, read = read)
                }
            });
        }
    }

    fn heading(&self, column: usize) -> String {
        let known = self.layout.columns.get(column).map(|column| column.heading.clone());
        known.filter(|heading| !heading.is_empty()).unwrap_or_else(|| column_letter(column))
    }

    /// Whether the headings stand here once more.
    fn is_heading(&self, row: usize, number: u32, findings: &mut Findings) -> bool {
        let header = self.layout.header;
        if self.grid.cell(row, 0) != self.grid.cell(header, 0) || self.grid.filled(row) != self.grid.filled(header) {
            return false;
        }
        let mut pairs = self.grid.row(row).zip(self.grid.row(self.layout.header));
        let is_same = pairs.all(|(cell, heading)| cell == heading);
        if is_same {
            findings.add(ImportFindingKind::LeftOut, Some(number), "", || say!("import-heading-again").to_owned());
        }
        is_same
    }

    /// Whether only words stand here, as notes below a table do.
    fn is_note(&mut self, row: usize, number: u32, findings: &mut Findings) -> bool {
        if self.layout.columns.len() < 3 || self.grid.has_more_than(row, 2) {
            return false;
        }
        let columns = &self.values;
        let holds = |cell: &str| !cell.is_empty() && (values::is_number(cell) || symbols::is_known(cell));
        if columns.iter().any(|(column, ..)| holds(self.grid.cell(row, *column))) {
            return false;
        }
        let text = one_line(&self.grid.row(row).filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join(" "));
        findings.add(ImportFindingKind::LeftOut, Some(number), "", || {
            let shown: String = text.chars().take(60).collect();
            say!("import-note-row", text = shown)
        });
        self.gathered.notes.push(text);
        true
    }

    fn tell_ragged(&self, row: usize, number: u32, findings: &mut Findings) {
        let (own, usual) = (self.grid.width(row), self.layout.columns.len());
        let cells_beyond = (usual..own).any(|column| !self.grid.cell(row, column).is_empty());
        if cells_beyond || (own < usual && self.grid.filled(row) < usual && self.is_text_file()) {
            findings
                .add(ImportFindingKind::Ragged, Some(number), "", || say!("import-ragged", own = own, usual = usual));
        }
    }

    /// Whether rows have cells up to the end of the table where they are whole; sheets leave blank ones out.
    fn is_text_file(&self) -> bool {
        self.reading
            .file
            .rsplit('.')
            .next()
            .is_some_and(|ending| ["csv", "txt", "tsv"].iter().any(|text| ending.eq_ignore_ascii_case(text)))
    }

    fn place(&mut self, row: usize, number: u32, place_list: &mut PlaceList, findings: &mut Findings) -> Option<u32> {
        match self.before.place {
            Some((before, found @ Some(_))) if self.grid.agree(row, before, &self.of_place) => found,
            Some(_) | None => {
                let found = self.find_place(row, number, place_list, findings);
                self.before.place = Some((row, found));
                found
            }
        }
    }

    fn find_place(&self, row: usize, number: u32, place_list: &mut PlaceList, findings: &mut Findings) -> Option<u32> {
        let cell = |column: Option<usize>| column.map_or("", |column| self.grid.cell(row, column));
        let said = cell(self.levels);
        let level = PlaceLevel::of(said);
        let column = |index: Option<usize>| index.map_or_else(String::new, |index| self.heading(index));
        if level == PlaceLevel::Other {
            findings.add(ImportFindingKind::LeftOut, Some(number), &column(self.levels), || {
                say!("import-other-level", level = said)
            });
            return None;
        }
        let is_of = |columns: &PlaceColumns| {
            level == PlaceLevel::NotStated
                || columns.level == PlaceLevel::NotStated
                || columns.level == level
                || (level == PlaceLevel::Group && columns.level != PlaceLevel::Nation)
        };
        let holds = |columns: &PlaceColumns| {
            !cell(columns.code).is_empty() || !cell(columns.name).is_empty() || !cell(columns.dfe).is_empty()
        };
        let Some(columns) = self.places.iter().find(|columns| is_of(columns) && holds(columns)) else {
            findings.add(ImportFindingKind::LeftOut, Some(number), "", || say!("import-row-without-place").to_owned());
            return None;
        };
        let texts = PlaceTexts {
            level: if said.is_empty() { word_of(columns.level) } else { said },
            code: cell(columns.code),
            dfe: cell(columns.dfe),
            name: cell(columns.name),
        };
        let heading = column(columns.name.or(columns.code).or(columns.dfe));
        place_list
            .find(texts, &self.aliases, Some(number), &heading, findings)
            .and_then(|place| u32::try_from(place).ok())
    }

    fn period_of_row(&mut self, row: usize, column: usize, number: u32, findings: &mut Findings) -> Option<u32> {
        match self.before.period {
            Some((before, found)) if self.grid.agree(row, before, &self.of_period) => found,
            Some(_) | None => {
                let found = self.find_period(row, column, number, findings);
                self.before.period = Some((row, found));
                found
            }
        }
    }

    fn find_period(&mut self, row: usize, column: usize, number: u32, findings: &mut Findings) -> Option<u32> {
        let text = self.grid.cell(row, column);
        let kind = self.kind_column.map_or("", |column| self.grid.cell(row, column));
        let key = (text.to_owned(), kind.to_owned());
        if let Some(known) = self.period_of.get(&key) {
            return *known;
        }
        let found = match period_text::with_identifier(text, kind) {
            Ok(period) => Some(self.period(period)),
            Err(fault) => {
                let heading = self.heading(column);
                findings.add(ImportFindingKind::Period, Some(number), &heading, || match fault {
                    PeriodFault::NotAPeriod => say!("import-no-such-period", text = text),
                    PeriodFault::NotInARow => say!("import-years-not-in-a-row", text = text),
                    PeriodFault::UnknownKind => say!("import-unknown-kind-of-year", text = text, kind = kind),
                });
                None
            }
        };
        self.period_of.insert(key, found);
        found
    }

    fn combination(&mut self, row: usize, number: u32) -> usize {
        let is_by_words = !(self.gathered.has_places_across && self.period_column.is_none());
        let known = match self.before.combination {
            Some((before, nth)) if is_by_words && self.grid.agree(row, before, &self.filter_columns) => Some(nth),
            Some(_) | None => None,
        };
        let nth = match known {
            Some(nth) if self.label_columns.is_empty() => nth,
            Some(_) | None => self.find_combination(row, number),
        };
        self.before.combination = Some((row, nth));
        if let Some(combination) = self.gathered.combinations.get_mut(nth) {
            combination.rows += 1;
        }
        nth
    }

    fn find_combination(&mut self, row: usize, number: u32) -> usize {
        let mut key = String::new();
        for column in &self.filter_columns {
            key.push_str(self.grid.cell(row, *column));
            key.push('\u{1f}');
        }
        if self.gathered.has_places_across && self.period_column.is_none() {
            // Two rows of the same words are two rows.
            key.push_str(&number.to_string());
        }
        for (filter, label) in &self.label_columns {
            let (value, words) = (self.grid.cell(row, *filter), self.grid.cell(row, *label));
            if !words.is_empty() && self.gathered.labels.get(value).is_none_or(|known| known != words) {
                self.gathered.labels.insert(value.to_owned(), one_line(words));
            }
        }
        let combinations = &mut self.gathered.combinations;
        *self.combination_of.entry(key).or_insert_with(|| {
            let values = self.filter_columns.iter().map(|column| one_line(self.grid.cell(row, *column))).collect();
            combinations.push(Combination { values, rows: 0, first_row: number });
            combinations.len() - 1
        })
    }
}

/// The last year of a period.
fn newest_year(period: &Period) -> Option<i16> {
    period.days().map(|(_, last)| last.year())
}
