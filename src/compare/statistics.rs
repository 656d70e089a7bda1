//! Official statistics compared: which release stands for a date, what was revised, and a pair of dates as levels before and after.
//!
//! R16: the newest release that holds a date stands, the revision can be seen, and a pair that runs through a break or takes its two
//! levels from two releases says so. R17: a figure belongs to the places its publisher gives it to; nothing is added up here. R18:
//! England and regions are published figures like any other. A pair becomes an outcome, by which every other rule then works.

use std::collections::HashMap;

use crate::model::{
    Attribution, ComparedWith, Council, CouncilId, Counted, CountedGroup, Dataset, Fact, Indicator, IndicatorId, Level,
    Measure, Missing, Number, Outcome, OutcomeId, Period, Published, Release, Role, SourceRef, Statistic,
    StatisticValue,
};
use crate::say;

/// All releases of one indicator, the newest first.
#[derive(Clone, Debug)]
pub struct Vintages<'a> {
    /// What is counted.
    pub indicator: &'a Indicator,
    members: Vec<Vintage<'a>>,
}

/// A statistic with its release.
#[derive(Clone, Copy, Debug)]
pub struct Vintage<'a> {
    /// The values.
    pub statistic: &'a Statistic,
    /// What is the same for the whole table.
    pub release: &'a Release,
}

/// A value with where it comes from.
#[derive(Clone, Copy, Debug)]
pub struct StandingValue<'a> {
    /// The statistic and its release.
    pub vintage: Vintage<'a>,
    /// The period as this release has it.
    pub period: &'a Period,
    /// The number as printed; where there is none, the reason.
    pub value: Result<Number, Missing>,
    /// The row of the table; `None` where it is not known.
    pub row: Option<u32>,
}

/// Two releases that have another value for one place and date.
#[derive(Clone, Copy, Debug)]
pub struct Revision<'a> {
    /// The place.
    pub place: &'a CouncilId,
    /// As it was released first.
    pub earlier: StandingValue<'a>,
    /// As it stands.
    pub later: StandingValue<'a>,
}

/// Why a word names no period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PeriodChoice {
    /// No period is written like this.
    None,
    /// A year that these periods share.
    Several(Vec<Period>),
}

/// Every indicator that has statistics, in the order of the dataset.
pub fn all_vintages(dataset: &Dataset) -> Vec<Vintages<'_>> {
    let of = |indicator| Vintages::of(dataset, indicator);
    dataset.indicators.iter().map(of).filter(|vintages| !vintages.members.is_empty()).collect()
}

impl<'a> Vintages<'a> {
    /// The releases of this indicator.
    pub fn of(dataset: &'a Dataset, indicator: &'a Indicator) -> Self {
        let mut members: Vec<Vintage<'a>> = dataset
            .statistics
            .iter()
            .filter(|statistic| statistic.indicator == indicator.id)
            .filter_map(|statistic| Some(Vintage { statistic, release: dataset.release(&statistic.release)? }))
            .collect();
        // Where nobody said when a table was released, the one that goes on for longer is the newer one; of two that end alike, the
        // one that stands later in the dataset.
        members.reverse();
        members.sort_by_key(|member| std::cmp::Reverse((member.release.released.days(), member.last_day())));
        Self { indicator, members }
    }

    /// The releases, the newest first.
    pub fn members(&self) -> &[Vintage<'a>] {
        &self.members
    }

    /// Each date once, in order of time, as the newest release that has it writes it.
    pub fn periods(&self) -> Vec<&'a Period> {
        let mut periods: Vec<&Period> = Vec::new();
        for period in self.members.iter().flat_map(|member| member.statistic.periods()) {
            if !periods.iter().any(|other| self.is_same_date(other, period)) {
                periods.push(period);
            }
        }
        periods.sort_by_key(|period| period.days());
        periods
    }

    /// Whether two writings mean the same date: for what is counted over a time both its ends agree, otherwise its last day.
    pub fn is_same_date(&self, one: &Period, other: &Period) -> bool {
        match (one.days(), other.days()) {
            (Some(one), Some(other)) if self.indicator.measure == Measure::Flow => one == other,
            (Some((_, one)), Some((_, other))) => one == other,
            (None, _) | (_, None) => one == other,
        }
    }

    /// Every place that has a value, in the order of the newest release.
    pub fn places(&self) -> Vec<&'a CouncilId> {
        let mut places: Vec<&CouncilId> = Vec::new();
        let mut seen = std::collections::HashSet::new();
        for place in self.members.iter().flat_map(|member| member.statistic.places()) {
            if seen.insert(place) {
                places.push(place);
            }
        }
        places
    }

    /// What each release says of a place at a date, the newest first. A release in which the place or the date has no row says nothing.
    pub fn releases_of(&self, place: &CouncilId, period: &Period) -> Vec<StandingValue<'a>> {
        self.members
            .iter()
            .filter_map(|member| member.standing(place, |other| self.is_same_date(other, period)))
            .collect()
    }

    /// What stands for a place at a date: the value, or the reason, of the newest release that holds it (R16). `None` where none does.
    pub fn standing(&self, place: &CouncilId, period: &Period) -> Option<StandingValue<'a>> {
        self.members.iter().find_map(|member| member.standing(place, |other| self.is_same_date(other, period)))
    }

    /// Where two releases differ, each later one against the one before it, in order of place and date.
    pub fn revisions(&self) -> Vec<Revision<'a>> {
        let mut revisions = Vec::new();
        let periods = self.periods();
        for place in self.places() {
            for period in &periods {
                let told = self.releases_of(place, period);
                for (later, earlier) in told.iter().zip(told.iter().skip(1)) {
                    let differ = matches!((&later.value, &earlier.value), (Ok(one), Ok(other)) if one != other);
                    if differ {
                        revisions.push(Revision { place, earlier: *earlier, later: *later });
                    }
                }
            }
        }
        revisions
    }

    /// The period that a word names: as it is printed, or a year that names one of them.
    ///
    /// # Errors
    /// A [`PeriodChoice`] where there is none, or several.
    pub fn named(&self, word: &str) -> Result<&'a Period, PeriodChoice> {
        let periods = self.periods();
        if let Some(period) = periods.iter().find(|period| period.to_string() == word) {
            return Ok(period);
        }
        let Ok(year) = word.parse::<i16>() else { return Err(PeriodChoice::None) };
        let fits = |period: &&&'a Period| {
            period.days().is_some_and(|(first, last)| first.year() == year || last.year() == year)
        };
        let fitting: Vec<&Period> = periods.iter().filter(fits).copied().collect();
        match fitting.as_slice() {
            [] => Err(PeriodChoice::None),
            [only] => Ok(only),
            _ => Err(PeriodChoice::Several(fitting.into_iter().cloned().collect())),
        }
    }

    /// The latest two dates, or the only one twice; `None` where there is none.
    pub fn latest_two(&self) -> Option<(&'a Period, &'a Period)> {
        let periods = self.periods();
        let to = periods.last().copied()?;
        // Two dates that end on the same day are no time apart.
        let end = |period: &Period| period.days().map(|(_, last)| last);
        let from = periods.iter().rev().copied().find(|period| end(period) < end(to)).unwrap_or(to);
        Some((from, to))
    }

    /// For each place what stands at two dates.
    pub fn pairs(&self, from: &Period, to: &Period) -> Vec<StatisticPair<'a>> {
        // The places of a release are looked up once, because a table of all councils asks for each of them at both dates.
        let members: Vec<_> = self
            .members
            .iter()
            .map(|member| {
                let places: HashMap<&CouncilId, usize> = (member.statistic.places().iter()).zip(0..).collect();
                let nth = |asked: &Period| {
                    member.statistic.periods().iter().position(|period| self.is_same_date(period, asked))
                };
                (member, places, nth(from), nth(to))
            })
            .collect();
        let at_date = |place: &CouncilId, is_first: bool| {
            members.iter().find_map(|(member, places, from, to)| {
                member.at(*places.get(place)?, if is_first { *from } else { *to }?)
            })
        };
        let pair = |place: &'a CouncilId| StatisticPair {
            indicator: self.indicator,
            place,
            from: at_date(place, true),
            to: at_date(place, false),
        };
        self.places().into_iter().map(pair).collect()
    }
}

impl<'a> Vintage<'a> {
    fn last_day(&self) -> Option<jiff::civil::Date> {
        self.statistic.periods().iter().filter_map(Period::days).map(|(_, last)| last).max()
    }

    fn standing(self, place: &CouncilId, is_meant: impl Fn(&Period) -> bool) -> Option<StandingValue<'a>> {
        let nth = self.statistic.periods().iter().position(is_meant)?;
        let at = self.statistic.places().iter().position(|other| other == place)?;
        self.at(at, nth)
    }

    /// The value of a place and a period by their positions; `None` where the table has nothing there.
    pub fn at(self, place: usize, nth: usize) -> Option<StandingValue<'a>> {
        let value: StatisticValue = *self.statistic.values_at(place).get(nth)?;
        if value.is_absent() {
            return None;
        }
        let row = self.statistic.rows_at(place).get(nth).copied().filter(|row| *row > 0);
        let told = match value.number() {
            Some(number) => Ok(number),
            None => Err(self.release.reason(value).unwrap_or(Missing::NotPublished)),
        };
        Some(StandingValue { vintage: self, period: self.statistic.periods().get(nth)?, value: told, row })
    }
}

impl StandingValue<'_> {
    /// Where it is written.
    pub fn reference(&self) -> SourceRef {
        SourceRef {
            source: self.vintage.release.source.clone(),
            lines: self.row.into_iter().collect(),
            at: self.vintage.release.address.clone(),
        }
    }

    fn level(&self) -> Option<Level> {
        self.value.ok().map(|number| Level { number, period: self.period.clone() })
    }
}

/// What stands for a place at two dates.
#[derive(Clone, Copy, Debug)]
pub struct StatisticPair<'a> {
    /// What is counted.
    pub indicator: &'a Indicator,
    /// The place.
    pub place: &'a CouncilId,
    /// At the first date; `None` where no release has a row for it.
    pub from: Option<StandingValue<'a>>,
    /// At the second date; `None` where no release has a row for it.
    pub to: Option<StandingValue<'a>>,
}

impl StatisticPair<'_> {
    /// The change from the first level to the second, in the unit; `None` where one of them is missing.
    pub fn change(&self) -> Option<f64> {
        let (from, to) = (self.from?.value.ok()?, self.to?.value.ok()?);
        Some(to.value() - from.value())
    }

    /// The change in per cent of the first level; `None` where one is missing, where the first is zero, and for shares, whose changes
    /// are percentage points.
    pub fn change_percent(&self) -> Option<f64> {
        let from = self.from?.value.ok()?.value();
        if from == 0.0 || self.indicator.is_share() {
            return None;
        }
        self.change().map(|change| change / from * 100.0)
    }

    /// Why there is no level at an end.
    pub fn gap(end: Option<&StandingValue<'_>>) -> Option<Missing> {
        match end {
            Some(standing) => standing.value.err(),
            None => Some(Missing::NotPublished),
        }
    }

    /// Breaks of the series that lie between the two dates, each with its reason (R16).
    pub fn breaks(&self) -> Vec<&str> {
        let (Some(from), Some(to)) = (&self.from, &self.to) else { return Vec::new() };
        let (Some((_, start)), Some((_, end))) = (from.period.days(), to.period.days()) else { return Vec::new() };
        let mut told: Vec<&str> = Vec::new();
        for own in [to, from].into_iter().flat_map(|standing| &standing.vintage.statistic.breaks) {
            let is_between = own.at.days().is_some_and(|(first, _)| first > start && first <= end);
            if is_between && !told.contains(&own.why.as_str()) {
                told.push(&own.why);
            }
        }
        told
    }

    /// Whether the two levels come from two releases.
    pub fn is_of_two_releases(&self) -> bool {
        matches!((&self.from, &self.to), (Some(from), Some(to)) if from.vintage.release.id != to.vintage.release.id)
    }

    /// The pair as an outcome, by which every other rule works: two levels, or the one that is known with the reason for the other.
    /// `None` where neither is.
    pub fn outcome(&self, council: &Council) -> Option<Outcome> {
        let ends = [self.from.as_ref(), self.to.as_ref()];
        let levels: Vec<Level> = ends.iter().filter_map(|end| end.and_then(StandingValue::level)).collect();
        let published = match levels.as_slice() {
            [before, after] => Published::Pair {
                before: before.clone(),
                after: after.clone(),
                stated: Vec::new(),
                over: Period::not_stated(),
            },
            [only] => Published::Single(only.clone()),
            _ => return None,
        };
        let mut sources: Vec<SourceRef> = Vec::new();
        for reference in ends.into_iter().flatten().map(StandingValue::reference) {
            match sources.iter_mut().find(|other| other.source == reference.source) {
                Some(known) => known.lines.extend(
                    reference.lines.iter().filter(|line| !known.lines.contains(line)).copied().collect::<Vec<_>>(),
                ),
                None => sources.push(reference),
            }
        }
        let newest = self.to.or(self.from)?;
        let is_context = !council.kind.is_council();
        Some(Outcome {
            // The same at other dates, so that who looks at a place goes on to look at it.
            id: OutcomeId::new(format!("{}-{}", self.indicator.id, self.place)),
            indicator: self.indicator.id.clone(),
            places: vec![self.place.clone()],
            counted: Counted { group: CountedGroup::WholeCouncil, who: String::new(), before: None, after: None },
            role: if is_context { Role::Context } else { Role::Outcome },
            attribution: Attribution::NotSaid,
            published,
            benchmark: None,
            compared_with: ComparedWith::Itself,
            facts: vec![Fact::FullCount],
            overlaps: Vec::new(),
            disagrees_with: Vec::new(),
            sources,
            notes: self.notes(),
            withheld: None,
            statistic: Some(newest.vintage.statistic.id.clone()),
        })
    }

    /// What a reader of the pair should know.
    fn notes(&self) -> Vec<String> {
        let mut notes: Vec<String> = self.breaks().into_iter().map(|why| say!("statistics-break", why = why)).collect();
        if self.is_of_two_releases() {
            notes.push(say!("statistics-two-releases").to_owned());
        }
        for end in [&self.from, &self.to] {
            if let (Some(missing), Some(other)) = (Self::gap(end.as_ref()), end.as_ref().map(|end| end.period.label()))
            {
                notes.push(say!("statistics-gap", period = other, reason = missing.label()));
            }
        }
        let newest = self.to.as_ref().or(self.from.as_ref());
        notes.extend(newest.map(|end| end.vintage.release.boundaries.clone()).filter(|text| !text.is_empty()));
        notes
    }
}

/// A dataset of outcomes that these pairs make, with the councils, indicators and sources they name: what figures are drawn from.
/// The second part is what has no level at either date, with its place.
pub fn as_outcomes<'a>(dataset: &'a Dataset, pairs: &[StatisticPair<'a>]) -> (Dataset, Vec<&'a CouncilId>) {
    let (mut context, mut without) = (Vec::new(), Vec::new());
    let councils: HashMap<&CouncilId, &Council> =
        dataset.councils.iter().map(|council| (&council.id, council)).collect();
    for pair in pairs {
        match councils.get(pair.place).and_then(|council| pair.outcome(council)) {
            Some(outcome) => context.push(outcome),
            None => without.push(pair.place),
        }
    }
    let of_pairs = Dataset {
        title: dataset.title.clone(),
        licence: dataset.licence.clone(),
        summary: dataset.summary.clone(),
        sources: dataset.sources.clone(),
        councils: dataset.councils.clone(),
        indicators: dataset.indicators.clone(),
        context,
        ..Dataset::default()
    };
    (of_pairs, without)
}

/// The indicator with this id, if it has statistics.
pub fn vintages_of<'a>(dataset: &'a Dataset, id: &IndicatorId) -> Option<Vintages<'a>> {
    let vintages = Vintages::of(dataset, dataset.indicator(id)?);
    Some(vintages).filter(|vintages| !vintages.members.is_empty())
}

#[cfg(test)]
pub(super) mod tests;
