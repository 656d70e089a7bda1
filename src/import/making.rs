//! Statistics of one table: names, units, periods as days, values laid out by place and period, and what is doubtful in them.

use std::collections::{BTreeMap, BTreeSet};

use super::draft::{ImportDraft, TableName};
use super::filters::{self, Kept};
use super::finding::{Findings, ImportFindingKind};
use super::gather::{Entry, Gathered, Series};
use super::layout::Reading;
use super::meta;
use super::naming;
use super::period_text;
use super::profile::{self, IndicatorProfile};
use crate::model::{
    Council, CouncilId, Date, Indicator, IndicatorId, Measure, Period, Release, ReleaseId, Source, SourceId, Statistic,
    StatisticId, StatisticValue, Symbol, TableRows, When,
};
use crate::say;

/// The most statistics that a table makes.
const MOST_STATISTICS: usize = 1000;

/// Makes the statistics of a table and puts them into the draft.
pub(super) fn make(
    draft: &mut ImportDraft,
    name: &TableName,
    reading: &Reading<'_>,
    places: &[Council],
    gathered: &Gathered,
    titles: Vec<String>,
    findings: &mut Findings,
) {
    let filters = if gathered.has_places_across {
        filters::rows_by_name(&gathered.combinations)
    } else {
        let (headings, combinations) = (&gathered.filters, &gathered.combinations);
        let meta = reading.meta;
        let (kept, used) = filters::choose(headings, combinations, &gathered.labels, meta, reading.profile, findings);
        if let Some(shown) = draft.shown.last_mut() {
            shown.filters = used;
        }
        kept
    };
    let release = release(draft, name, reading, gathered, titles);
    let mut maker = Maker { reading, places, findings, release: release.clone(), names: BTreeMap::new(), rows: None };
    maker.tell_symbols(gathered);
    let not_applicable = maker.places_without_figures(gathered, &filters);
    let mut made: Vec<(Indicator, Statistic)> = Vec::new();
    for series in &gathered.series {
        let Some(choice) = filters.get(series.combination).filter(|choice| choice.is_kept) else {
            maker.tell_doubles(series, &gathered.periods);
            continue;
        };
        let Some(mut named) = maker.named(series, choice, gathered) else { continue };
        named.indicator = with_own_id(named.indicator, &draft.indicators, &made);
        if made.len() >= MOST_STATISTICS {
            let sentence = || say!("import-too-many-statistics", most = MOST_STATISTICS);
            maker.findings.add(ImportFindingKind::LeftOut, None, "", sentence);
            break;
        }
        for (indicator, statistic) in maker.statistics(&named, series, &gathered.periods, &not_applicable) {
            draft.origins.entry(indicator.id.clone()).or_insert_with(|| named.name.clone());
            made.push((indicator, statistic));
        }
    }
    if made.is_empty() {
        let sentence = || say!("import-nothing-made").to_owned();
        maker.findings.add(ImportFindingKind::NotUnderstood, None, "", sentence);
        return;
    }
    maker.tell_to_confirm(&made);
    maker.tell_many_columns(gathered);
    let source = source(&release, reading, name);
    if !draft.sources.iter().any(|other| other.id == source.id) {
        draft.sources.push(source);
    }
    draft.releases.push(release);
    for (indicator, statistic) in made {
        if !draft.indicators.iter().any(|other| other.id == indicator.id) {
            draft.indicators.push(indicator);
        }
        draft.statistics.push(statistic);
    }
}

/// The indicator under an id that no other has: one of the same words is the same in every table.
fn with_own_id(indicator: Indicator, known: &[Indicator], made: &[(Indicator, Statistic)]) -> Indicator {
    let all = || known.iter().chain(made.iter().map(|(other, _)| other));
    let is_free = |id: &IndicatorId| {
        !all().any(|other| &other.id == id && (&other.name, &other.unit) != (&indicator.name, &indicator.unit))
    };
    let others = (2..).map(|nth| IndicatorId::new(format!("{}-{nth}", indicator.id)));
    let id = std::iter::once(indicator.id.clone()).chain(others).find(is_free);
    Indicator { id: id.unwrap_or_else(|| indicator.id.clone()), ..indicator }
}

/// The release that a table is, by the profile and by what stands around it.
fn release(
    draft: &ImportDraft,
    name: &TableName,
    reading: &Reading<'_>,
    gathered: &Gathered,
    titles: Vec<String>,
) -> Release {
    let stem = name.file.rsplit_once('.').map_or(name.file.as_str(), |(stem, _)| stem);
    let stem = naming::slug(&format!("{stem} {}", name.sheet));
    let is_taken = |id: &str| draft.releases.iter().any(|release| release.id.as_str() == id);
    let others = (2..).map(|nth| format!("{stem}-{nth}"));
    let id = std::iter::once(stem.clone()).chain(others).find(|id| !is_taken(id)).unwrap_or(stem);
    let known = reading.profile.release_of(reading.file);
    let symbols = gathered.symbols.iter().map(|(symbol, told)| Symbol {
        note: if told.is_known { String::new() } else { say!("import-symbol-not-known").to_owned() },
        ..symbol.clone()
    });
    Release {
        released: Period::parse(&known.released).unwrap_or_else(|_| Period::not_stated()),
        licence: known.licence,
        attribution: known.attribution,
        address: known.address,
        file: name.file.clone(),
        boundaries: known.boundaries,
        rounding: known.rounding,
        suppression: known.suppression,
        symbols: symbols.collect(),
        footnotes: known.footnotes.into_iter().chain(titles).chain(gathered.notes.iter().cloned()).collect(),
        ..Release::new(ReleaseId::new(id.clone()), SourceId::new(id))
    }
}

fn source(release: &Release, reading: &Reading<'_>, name: &TableName) -> Source {
    let known = reading.profile.release_of(reading.file);
    Source {
        id: release.source.clone(),
        title: if known.title.is_empty() { name.shown() } else { known.title },
        publisher: known.publisher,
        published: release.released.clone(),
        file: Some(name.file.clone()),
        note: known.attribution,
    }
}

/// Makes the statistics of one table.
pub(super) struct Maker<'a> {
    pub(super) reading: &'a Reading<'a>,
    pub(super) places: &'a [Council],
    pub(super) findings: &'a mut Findings,
    pub(super) release: Release,
    /// How often a name was given.
    names: BTreeMap<String, usize>,
    /// The rows of the statistic before, which the next one often shares.
    rows: Option<TableRows>,
}

/// What a series counts.
struct Named {
    indicator: Indicator,
    /// What the profile says of it.
    known: Option<IndicatorProfile>,
    /// The name that the table gives it.
    name: String,
}

/// Which kind of year a period is: they are not mixed in one series.
fn kind_of_year(period: &Period) -> u8 {
    match period.when {
        When::At(Date::Year(_)) => 0,
        When::At(Date::FinancialYear(_)) => 1,
        When::At(Date::Month(..)) => 2,
        When::At(Date::Day(_)) => 3,
        When::Span(_) | When::Since(_) | When::Length { .. } | When::NotStated => 4,
    }
}

impl Maker<'_> {
    /// What a series counts; `None` where the profile asks for others only, which is told.
    fn named(&mut self, series: &Series, choice: &Kept, gathered: &Gathered) -> Option<Named> {
        let family = gathered.families.get(series.family);
        let heading = family.map_or("", |family| family.key.split('\u{1f}').next().unwrap_or_default());
        let said = meta::of(self.reading.meta, heading);
        let label = said.map(|said| said.label.clone()).filter(|label| !label.is_empty());
        let label = label.unwrap_or_else(|| family.map(|family| family.label.clone()).unwrap_or_default());
        let name = match (choice.name.is_empty(), label.is_empty() || naming::is_generic(heading)) {
            (true, _) => label,
            (false, true) => choice.name.clone(),
            (false, false) => format!("{}, {label}", choice.name),
        };
        let count = self.names.entry(name.clone()).or_default();
        *count += 1;
        let name = if *count == 1 {
            name
        } else {
            let first_row = gathered.combinations.get(series.combination).map(|combination| combination.first_row);
            let sentence = || say!("import-same-name", name = name.as_str());
            self.findings.add(ImportFindingKind::ToConfirm, first_row, "", sentence);
            format!("{name} ({count})")
        };
        let known = self.reading.profile.indicator(&name).cloned();
        if known.is_none() && self.reading.profile.only {
            let sentence = || say!("import-not-in-profile").to_owned();
            self.findings.add(ImportFindingKind::LeftOut, None, &name, sentence);
            return None;
        }
        let unit = said.map_or("", |said| said.unit.as_str());
        let mut indicator = naming::indicator(&name, &choice.name, say!("import-topic"), unit);
        if series.has_percent {
            (indicator.measure, indicator.unit) = (Measure::Share, "%".into());
        }
        if let Some(known) = &known {
            apply(&mut indicator, known);
        }
        Some(Named { indicator, known, name })
    }

    /// A period on the day that it stands for.
    fn dated(&self, period: &Period, named: &Named) -> Period {
        let day = named.known.as_ref().map(|known| known.day.as_str()).filter(|day| !day.is_empty());
        let day = day.unwrap_or(self.reading.profile.day.as_str());
        let year = match period.when {
            When::At(Date::Month(year, _)) if !day.is_empty() => Some(year),
            When::At(_) | When::Span(_) | When::Since(_) | When::Length { .. } | When::NotStated => {
                period_text::year_of(period)
            }
        };
        let Some(year) = year else { return period.clone() };
        match profile::day_of_year(day) {
            Some((3, 31, true)) => Period { when: When::At(Date::FinancialYear(year - 1)), implied: false },
            Some((month, day, _)) => match jiff::civil::Date::new(year, month, day) {
                Ok(date) => Period { when: When::At(Date::Day(date)), implied: false },
                Err(_) => period.clone(),
            },
            None if naming::is_at_31_march(&named.name) => {
                period_text::at_31_march(year).unwrap_or_else(|| period.clone())
            }
            None => period.clone(),
        }
    }

    /// The statistics of a series: one for each kind of year that it has.
    fn statistics(
        &mut self,
        named: &Named,
        series: &Series,
        all: &[Period],
        not_applicable: &BTreeSet<u32>,
    ) -> Vec<(Indicator, Statistic)> {
        let dated: Vec<Period> = all.iter().map(|period| self.dated(period, named)).collect();
        let kind = |entry: &Entry| dated.get(entry.period as usize).map_or(4, kind_of_year);
        let kinds: BTreeSet<u8> = series.entries.iter().map(kind).collect();
        if kinds.len() > 1 {
            let sentence = || say!("import-mixed-years", kinds = kinds.len());
            self.findings.add(ImportFindingKind::MixedYears, None, &named.name, sentence);
        }
        let mut made = Vec::new();
        for (nth, own) in kinds.iter().enumerate() {
            let keep = |entry: &&Entry| kind(entry) == *own && !not_applicable.contains(&entry.place);
            let mut entries: Vec<Entry> = series.entries.iter().filter(keep).copied().collect();
            let mut indicator = named.indicator.clone();
            self.scale(&mut entries, series, &mut indicator);
            if let Some(statistic) = self.laid_out(&mut entries, &indicator, &dated, &named.name, nth) {
                made.push((indicator, statistic));
            }
        }
        made
    }

    /// Numbers with signs for thousands or millions, and shares that are stored as parts of one.
    fn scale(&mut self, entries: &mut [Entry], series: &Series, indicator: &mut Indicator) {
        let powers: BTreeSet<u8> =
            entries.iter().filter(|entry| entry.value.number().is_some()).map(|entry| entry.power).collect();
        if series.has_pounds && !powers.is_empty() {
            let one = if powers.len() == 1 { powers.first().copied() } else { None };
            let unit = match one {
                Some(3) => "£000",
                Some(6) => "£m",
                Some(9) => "£bn",
                Some(_) | None => "£",
            };
            if !indicator.unit.as_str().starts_with('£') || one.is_some_and(|power| power > 0) {
                indicator.unit = unit.into();
            }
            if one.is_none() {
                self.findings
                    .add(ImportFindingKind::Writing, None, &indicator.name, || say!("import-mixed-scales").to_owned());
                for entry in entries.iter_mut() {
                    entry.value = times(entry.value, entry.power);
                }
            }
        }
        let is_part = |value: f64| (0.0..=1.0).contains(&value);
        let numbers: Vec<f64> = entries.iter().filter_map(|entry| entry.value.value()).collect();
        let has_fraction = numbers.iter().any(|value| *value > 0.0 && *value < 1.0);
        if indicator.unit.is_share()
            && !series.has_percent
            && has_fraction
            && numbers.len() > 1
            && numbers.iter().all(|value| is_part(*value))
        {
            self.findings
                .add(ImportFindingKind::Writing, None, &indicator.name, || say!("import-parts-of-one").to_owned());
            for entry in entries.iter_mut() {
                entry.value = entry.value.times_a_hundred().unwrap_or(entry.value);
            }
        }
    }

    /// Values by place and period; `None` where there is no number.
    fn laid_out(
        &mut self,
        entries: &mut [Entry],
        indicator: &Indicator,
        dated: &[Period],
        name: &str,
        nth: usize,
    ) -> Option<Statistic> {
        if !entries.iter().any(|entry| entry.value.number().is_some()) {
            if !entries.is_empty() {
                self.findings.add(ImportFindingKind::LeftOut, None, name, || say!("import-no-numbers").to_owned());
            }
            return None;
        }
        let mut order: Vec<u32> =
            entries.iter().map(|entry| entry.period).collect::<BTreeSet<_>>().into_iter().collect();
        order.sort_by_key(|nth| dated.get(*nth as usize).and_then(Period::days));
        let mut at_period = vec![usize::MAX; dated.len()];
        for (at, nth) in order.iter().enumerate() {
            if let Some(slot) = at_period.get_mut(*nth as usize) {
                *slot = at;
            }
        }
        let mut at_place = vec![usize::MAX; self.places.len()];
        let mut places = Vec::new();
        for entry in entries.iter() {
            if let Some(slot @ &mut usize::MAX) = at_place.get_mut(entry.place as usize) {
                *slot = places.len();
                places.push(entry.place);
            }
        }
        let width = order.len();
        let mut values = vec![StatisticValue::ABSENT; width * places.len()];
        let mut rows = vec![0u32; values.len()];
        for entry in entries.iter() {
            let place = at_place.get(entry.place as usize).copied().unwrap_or_default();
            let at = place * width + at_period.get(entry.period as usize).copied().unwrap_or_default();
            let (Some(value), Some(row)) = (values.get_mut(at), rows.get_mut(at)) else { continue };
            if *row == 0 {
                (*value, *row) = (entry.value, entry.row);
            } else {
                self.tell_twice(entry, *value, *row, dated, name);
            }
        }
        let periods: Vec<Period> = order.iter().filter_map(|nth| dated.get(*nth as usize).cloned()).collect();
        self.tell_out_of_proportion(&values, &rows, width, &places, name);
        let ids: Vec<CouncilId> =
            places.iter().filter_map(|place| self.places.get(*place as usize)).map(|place| place.id.clone()).collect();
        let suffix = if nth == 0 { String::new() } else { format!("-{}", nth + 1) };
        let id = StatisticId::new(format!("{}-{}{suffix}", self.release.id, indicator.id));
        let shared = self.rows.as_ref().filter(|before| before.as_ref() == rows.as_slice()).cloned();
        let rows = shared.unwrap_or_else(|| rows.into());
        self.rows = Some(rows.clone());
        let release = self.release.id.clone();
        Some(Statistic::new(id, indicator.id.clone(), release, periods, ids, values).with_rows(rows))
    }
}

/// A number written in full: 1.2 with a sign for millions is 1,200,000.
fn times(value: StatisticValue, power: u8) -> StatisticValue {
    let Some(number) = value.number().filter(|_| power > 0) else { return value };
    let whole = number.value() * 10f64.powi(i32::from(power));
    StatisticValue::of_plain(&format!("{whole:.0}")).unwrap_or(value)
}

/// What the profile says of an indicator.
fn apply(indicator: &mut Indicator, known: &IndicatorProfile) {
    let take = |own: &mut String, said: &String| {
        if !said.is_empty() {
            own.clone_from(said);
        }
    };
    take(&mut indicator.name, &known.name);
    take(&mut indicator.concept, &known.concept);
    take(&mut indicator.topic, &known.topic);
    take(&mut indicator.definition, &known.definition);
    if !known.unit.is_empty() {
        indicator.unit = known.unit.clone().into();
    }
    if let Some(measure) = profile::measure(&known.measure) {
        indicator.measure = measure;
    }
    if let Some(polarity) = profile::polarity(&known.polarity) {
        indicator.polarity = polarity;
    }
    indicator.id = IndicatorId::new(if known.id.is_empty() { naming::slug(&indicator.name) } else { known.id.clone() });
}
