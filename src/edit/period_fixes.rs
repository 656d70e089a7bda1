//! Fixes of a period whose writing has two meanings: one button for each, so that a person says which was meant.

use crate::dataset::{Fault, academic_year, months_of_financial_year};
use crate::model::{Dataset, Period};
use crate::say;

use super::quick_fixes::offer;
use super::{Edit, Part, PlacedFinding, QuickFix};

/// The fixes of a finding about a period; none where it is about something else.
pub(super) fn period_fixes(dataset: &Dataset, placed: &PlacedFinding) -> Vec<QuickFix> {
    let PlacedFinding { place, field, finding, .. } = placed;
    let Some(mut part) = Part::at(dataset, *place) else { return Vec::new() };
    let Some((timing, period)) = at(&mut part, field).map(|(timing, period)| (timing, period.clone())) else {
        return Vec::new();
    };
    let choices: Vec<Period> = match finding.fault {
        Fault::TwoReadings => period.readings(timing).map(|both| vec![both.other, both.here]).unwrap_or_default(),
        Fault::OtherYear => academic_year(&period).into_iter().chain(months_of_financial_year(&period)).collect(),
        Fault::AsSaid
        | Fault::Unknown { .. }
        | Fault::IdTwice { .. }
        | Fault::NoPlaces
        | Fault::NoSources
        | Fault::LinesWithoutFile { .. }
        | Fault::NoCode { .. }
        | Fault::EndsFirst
        | Fault::OneSided { .. }
        | Fault::Disagreement { .. }
        | Fault::Twin { .. }
        | Fault::NoChange
        | Fault::NoCount
        | Fault::NoPoints
        | Fault::NumbersForGrades { .. }
        | Fault::GradesForNumbers { .. } => Vec::new(),
    };
    let fixes = choices.into_iter().filter_map(|choice| {
        let mut fixed = part.clone();
        let (_, period) = at(&mut fixed, field)?;
        period.clone_from(&choice);
        offer(say!("edits-fix-write-period", period = choice.to_string()), Edit::change(dataset, *place, fixed, field))
    });
    fixes.collect()
}

/// The period in this field of a part, and what it says.
fn at<'p>(part: &'p mut Part, field: &str) -> Option<(crate::model::PeriodReading, &'p mut Period)> {
    use crate::model::PeriodReading::Between;
    match part {
        Part::Outcome(outcome) => {
            let found = outcome.periods_mut().into_iter().find(|(name, _, _)| name == field);
            found.map(|(_, timing, period)| (timing, period))
        }
        Part::Programme(programme) if field == "dates" => Some((Between, &mut programme.dates)),
        Part::Source(source) if field == "published" => Some((Between, &mut source.published)),
        Part::Programme(_)
        | Part::Source(_)
        | Part::Facts(_)
        | Part::Council(_)
        | Part::Indicator(_)
        | Part::SavedView(_) => None,
    }
}
