//! The outcomes of a view with the official series that each has, be it its own or one beside the dataset (R19).

use crate::compare::claim::{check, is_checked};
use crate::compare::phrases::by_semicolons;
use crate::compare::statistics::{Vintage, Vintages, vintages_of};
use crate::compare::{Comparison, Rule};
use crate::model::{CouncilId, CouncilKind, Dataset, Located, Period, Published};
use crate::say;

use super::{LeftOutRow, Note, alt_text, beside_series, notes, outcome_text, statistics_notes};

/// An outcome with its series.
#[derive(Clone)]
pub struct SeriesMember<'a> {
    /// The outcome.
    pub located: Located<'a>,
    /// The dataset that has the series.
    pub holder: &'a Dataset,
    /// The series.
    pub vintages: Vintages<'a>,
    /// The place, as that dataset names it.
    pub place: &'a CouncilId,
    /// The two dates that the outcome is about, of the nearest pair; `None` where there are none.
    pub dates: Option<(&'a Period, &'a Period)>,
}

impl SeriesMember<'_> {
    /// The place as a reader knows it.
    pub fn name(&self) -> String {
        name_of(self.holder, self.place)
    }

    /// Whether the place is the nation whose councils these are.
    pub fn is_of_nation(&self) -> bool {
        nation_of(self.holder) == Some(self.place)
    }

    /// Whether the place is a council.
    pub fn is_of_council(&self) -> bool {
        self.holder.council(self.place).is_some_and(|council| council.kind.is_council())
    }
}

/// A place as a reader knows it.
pub fn name_of(holder: &Dataset, place: &CouncilId) -> String {
    holder.council(place).map_or_else(|| place.to_string(), |council| council.name.clone())
}

/// The nation whose councils these are.
pub fn nation_of(holder: &Dataset) -> Option<&CouncilId> {
    holder.councils.iter().find(|council| council.kind == CouncilKind::Nation).map(|council| &council.id)
}

/// One that is left out, and why.
pub fn left_out(member: &SeriesMember<'_>, why: &str) -> LeftOutRow {
    let indicator = alt_text::lower_first(&member.located.indicator.name);
    let name = say!("left-out-name", place = member.name(), indicator = indicator);
    LeftOutRow { outcome: member.located.outcome.id.clone(), name, reason: why.to_owned() }
}

/// Those outcomes that have a series, and the others with the reason.
pub fn members<'a>(dataset: &'a Dataset, comparisons: &[Comparison<'a>]) -> (Vec<SeriesMember<'a>>, Vec<LeftOutRow>) {
    let (mut members, mut left_out) = (Vec::new(), Vec::new());
    for comparison in comparisons {
        match member(dataset, comparison) {
            Some(member) => members.push(member),
            None => left_out.push(notes::left_out_row(comparison, say!("series-none").to_owned())),
        }
    }
    (members, left_out)
}

fn member<'a>(dataset: &'a Dataset, comparison: &Comparison<'a>) -> Option<SeriesMember<'a>> {
    let located = comparison.located;
    if statistics_notes::is_official(comparison) {
        let vintages = vintages_of(dataset, &located.indicator.id)?;
        let place = located.outcome.places.first()?;
        let dates = match &located.outcome.published {
            Published::Pair { before, after, .. } => Some((&before.period, &after.period)),
            Published::Change { .. }
            | Published::Direction { .. }
            | Published::Rating { .. }
            | Published::Part { .. }
            | Published::Single(_)
            | Published::SingleGrade(_)
            | Published::Series { .. }
            | Published::Suppressed(_) => None,
        };
        return Some(SeriesMember { located, holder: dataset, vintages, place, dates });
    }
    if !is_checked(located.outcome) {
        return None;
    }
    let checked = check(dataset, &located);
    let series = checked.series?;
    let dates = checked.rows.first().and_then(|row| Some((row.from.as_ref()?.period, row.to.as_ref()?.period)));
    Some(SeriesMember { located, holder: series.holder, vintages: series.vintages, place: series.place?, dates })
}

/// What has to be said beside claims that are set beside a series: each as it was published, and the verdict of its nearest dates (R19).
pub fn claim_notes(dataset: &Dataset, members: &[SeriesMember<'_>]) -> Vec<Note> {
    let of_claim = |member: &SeriesMember<'_>| {
        let located = member.located;
        located.outcome.statistic.is_none().then(|| {
            let checked = check(dataset, &located);
            let verdict = checked.rows.first().map(beside_series::row_in_words).unwrap_or_default();
            let claim = outcome_text::account(&located.outcome.published, &located.indicator.unit);
            let text = say!("series-claim-note", place = member.name(), claim = claim, verdict = verdict);
            Note { rule: Rule::R19, text }
        })
    };
    members.iter().filter_map(of_claim).collect()
}

/// More releases than this are told by the first and the last one.
const FEW_RELEASES: usize = 3;

/// Where the series come from, with their attribution; nothing where they are the dataset's own, whose sources the figure names anyway.
/// `uses` says whether a release has a value that is drawn.
pub fn source_line(
    dataset: &Dataset,
    members: &[SeriesMember<'_>],
    uses: impl Fn(&SeriesMember<'_>, &Vintage<'_>) -> bool,
) -> String {
    let (mut titles, mut attributions): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
    for member in members.iter().filter(|member| !std::ptr::eq(member.holder, dataset)) {
        for vintage in member.vintages.members().iter().filter(|vintage| uses(member, vintage)) {
            let title = member.holder.source(&vintage.release.source).map(|source| source.title.clone());
            let attribution = Some(vintage.release.attribution.clone()).filter(|text| !text.is_empty());
            for (text, list) in [(title, &mut titles), (attribution, &mut attributions)] {
                if let Some(text) = text.filter(|text| !list.contains(text)) {
                    list.push(text);
                }
            }
        }
    }
    if titles.is_empty() {
        return String::new();
    }
    let told = match titles.as_slice() {
        [newest, .., oldest] if titles.len() > FEW_RELEASES => {
            say!("series-sources-many", n = titles.len(), oldest = oldest.as_str(), newest = newest.as_str())
        }
        _ => say!("series-sources", titles = by_semicolons(&titles)),
    };
    std::iter::once(told).chain(attributions).collect::<Vec<_>>().join(" ")
}
