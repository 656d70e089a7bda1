//! What is doubtful in the values of a table: doubles, conflicts, numbers out of proportion, places without figures, what a person
//! has to confirm.

use std::collections::{BTreeMap, BTreeSet};

use super::filters::Kept;
use super::finding::ImportFindingKind;
use super::gather::{Entry, Gathered, Series};
use super::making::Maker;
use super::profile::IndicatorProfile;
use super::symbols::SymbolUse;
use crate::model::{Indicator, Measure, Missing, Period, Statistic, StatisticValue, ValueKind};
use crate::say;

/// How many times a number may be as large as the middle one of its row.
const PROPORTION: f64 = 20.0;
/// From where on a number is large enough to be out of proportion.
const LARGE: f64 = 100.0;
/// From so many columns of values on a table is told to hold what usually stands in rows.
const MANY_COLUMNS: usize = 50;

impl Maker<'_> {
    fn place_name(&self, place: u32) -> &str {
        self.places.get(place as usize).map_or("", |place| place.name.as_str())
    }

    fn shown(&self, value: StatisticValue) -> String {
        match value.kind() {
            ValueKind::Absent => String::new(),
            ValueKind::Known(number) => number.to_string(),
            ValueKind::Symbol(nth) => {
                self.release.symbols.get(nth).map_or_else(String::new, |symbol| symbol.text.clone())
            }
        }
    }

    /// Rows that stand twice among those that are left out.
    pub(super) fn tell_doubles(&mut self, series: &Series, periods: &[Period]) {
        let mut seen: BTreeMap<(u32, u32), (StatisticValue, u32)> = BTreeMap::new();
        for entry in &series.entries {
            match seen.get(&(entry.place, entry.period)) {
                Some((value, row)) => self.tell_twice(entry, *value, *row, periods, ""),
                None => {
                    seen.insert((entry.place, entry.period), (entry.value, entry.row));
                }
            }
        }
    }

    pub(super) fn tell_twice(
        &mut self,
        entry: &Entry,
        first: StatisticValue,
        first_row: u32,
        dated: &[Period],
        name: &str,
    ) {
        let period = dated.get(entry.period as usize).map_or_else(String::new, ToString::to_string);
        let (place, kept, other) =
            (self.place_name(entry.place).to_owned(), self.shown(first), self.shown(entry.value));
        if first == entry.value {
            self.findings.add(ImportFindingKind::Duplicate, Some(entry.row), name, || {
                say!("import-duplicate", place = place, period = period, value = kept, row = first_row.to_string())
            });
        } else {
            self.findings.add(ImportFindingKind::Conflict, Some(entry.row), name, || {
                say!(
                    "import-conflict",
                    place = place,
                    period = period,
                    kept = kept,
                    row = first_row.to_string(),
                    other = other
                )
            });
        }
    }

    pub(super) fn tell_out_of_proportion(
        &mut self,
        values: &[StatisticValue],
        rows: &[u32],
        width: usize,
        places: &[u32],
        name: &str,
    ) {
        if width < 4 {
            return;
        }
        for ((values, rows), place) in values.chunks(width).zip(rows.chunks(width)).zip(places) {
            let mut sorted: Vec<f64> = values.iter().filter_map(|value| value.value()).map(f64::abs).collect();
            if sorted.len() < 4 {
                continue;
            }
            sorted.sort_by(f64::total_cmp);
            let middle = sorted.get(sorted.len() / 2).copied().unwrap_or_default();
            for (value, row) in values.iter().zip(rows) {
                let Some(number) = value.value() else { continue };
                let (small, large) = (number.abs().min(middle), number.abs().max(middle));
                if large > LARGE && small * PROPORTION < large {
                    let (shown, place) = (self.shown(*value), self.place_name(*place).to_owned());
                    self.findings.add(ImportFindingKind::OutOfProportion, Some(*row), name, || {
                        say!("import-out-of-proportion", place = place, value = shown, middle = middle.to_string())
                    });
                }
            }
        }
    }

    /// Places of which no series has more than that nothing applies: councils that ended, or are to come. They are left out.
    pub(super) fn places_without_figures(&mut self, gathered: &Gathered, filters: &[Kept]) -> BTreeSet<u32> {
        let is_na =
            |value: StatisticValue| value.is_absent() || self.release.reason(value) == Some(Missing::NotApplicable);
        let kept = |series: &&Series| filters.get(series.combination).is_some_and(|choice| choice.is_kept);
        let mut without = vec![0u8; self.places.len()];
        for entry in gathered.series.iter().filter(kept).flat_map(|series| &series.entries) {
            if let Some(slot) = without.get_mut(entry.place as usize) {
                *slot |= if is_na(entry.value) { 1 } else { 2 };
            }
        }
        let found: BTreeSet<u32> =
            (0u32..).zip(&without).filter(|(_, seen)| **seen == 1).map(|(place, _)| place).collect();
        if !found.is_empty() {
            let names: Vec<&str> = found.iter().map(|place| self.place_name(*place)).collect();
            let names = names.join(", ");
            self.findings.add(ImportFindingKind::LeftOut, None, "", || {
                say!("import-not-applicable-places", count = found.len(), names = names)
            });
        }
        found
    }

    pub(super) fn tell_symbols(&mut self, gathered: &Gathered) {
        for (symbol, SymbolUse { count, is_known, first_row }) in gathered.symbols.iter() {
            let kind = if is_known { ImportFindingKind::Symbol } else { ImportFindingKind::UnknownSymbol };
            self.findings.add(kind, Some(first_row), "", || {
                if is_known {
                    say!(
                        "import-symbol",
                        symbol = symbol.text.as_str(),
                        cells = count,
                        meaning = symbol.meaning.label()
                    )
                } else {
                    say!("import-unknown-symbol", symbol = symbol.text.as_str(), cells = count)
                }
            });
        }
    }

    /// What nobody said of an indicator has to be confirmed by a person.
    pub(super) fn tell_to_confirm(&mut self, made: &[(Indicator, Statistic)]) {
        let said = |indicator: &Indicator, what: fn(&IndicatorProfile) -> &str| {
            let mut known = self.reading.profile.indicators.iter();
            known.any(|known| {
                (known.id == indicator.id.as_str() || known.name == indicator.name || known.from == indicator.name)
                    && !what(known).is_empty()
            })
        };
        let without_polarity = made.iter().filter(|(indicator, _)| !said(indicator, |known| &known.polarity)).count();
        let without_measure: Vec<&str> = made
            .iter()
            .filter(|(indicator, _)| {
                indicator.measure == Measure::NotStated && !said(indicator, |known| &known.measure)
            })
            .map(|(indicator, _)| indicator.name.as_str())
            .collect();
        if without_polarity > 0 {
            self.findings
                .add(ImportFindingKind::ToConfirm, None, "", || say!("import-polarity", indicators = without_polarity));
        }
        if !without_measure.is_empty() {
            let shown = without_measure.iter().take(6).copied().collect::<Vec<_>>().join("; ");
            self.findings.add(ImportFindingKind::ToConfirm, None, "", || {
                say!("import-measure", indicators = without_measure.len(), names = shown)
            });
        }
    }

    /// A table with a column for each value of a breakdown.
    pub(super) fn tell_many_columns(&mut self, gathered: &Gathered) {
        let rows = gathered.combinations.iter().map(|combination| combination.rows).sum::<usize>();
        let columns = gathered.families.len();
        if columns > MANY_COLUMNS && columns * 2 > rows {
            let sentence = || say!("import-many-columns", columns = columns, rows = rows);
            self.findings.add(ImportFindingKind::ToConfirm, None, "", sentence);
        }
    }
}
