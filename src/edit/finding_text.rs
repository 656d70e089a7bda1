//! A finding in the words of the forms: fields go by their labels, parts by their names, and a fix is something to do in the form.
//!
//! It leaves out what the command line says, whose words are those of the file.

use std::borrow::Cow;

use crate::dataset::{Fault, Finding};
use crate::model::{CouncilId, Dataset, IndicatorId, OutcomeId, ProgrammeId, SavedViewId, SourceId};
use crate::say;

use super::{Part, PartPath};

/// A finding as a form tells it.
pub(super) struct FindingText {
    /// What is wrong, without a full stop.
    pub sentence: String,
    /// What to do, without a full stop.
    pub fix: String,
}

/// The finding about this field of the part at this place.
pub(super) fn describe(dataset: &Dataset, finding: &Finding, place: PartPath, field: &str) -> FindingText {
    let label = label(place, field);
    let outcome = |id: &str| name(dataset, PartPath::of_outcome(dataset, &OutcomeId::new(id)), id);
    let tell = |sentence: Cow<'static, str>, fix: Cow<'static, str>| FindingText {
        sentence: sentence.into_owned(),
        fix: fix.into_owned(),
    };
    let as_said = || FindingText { sentence: finding.sentence.clone(), fix: finding.fix.clone() };
    match &finding.fault {
        Fault::AsSaid | Fault::TwoReadings | Fault::OtherYear => as_said(),
        Fault::Unknown { id, near } => FindingText {
            sentence: say!("finding-unknown", id = id.as_str()).to_string(),
            fix: fix_of_unknown(dataset, field, near.as_deref(), label),
        },
        Fault::IdTwice { id } => {
            let other = name(dataset, first(dataset, place, id), id);
            tell(say!("finding-id-twice", id = id.as_str(), other = other).into(), say!("finding-id-twice-fix").into())
        }
        Fault::NoPlaces if matches!(place, PartPath::Programme(_)) => {
            tell(say!("finding-no-places-of-programme").into(), say!("finding-no-places-of-programme-fix").into())
        }
        Fault::NoPlaces => tell(say!("finding-no-places").into(), say!("finding-no-places-fix").into()),
        Fault::NoSources => tell(say!("finding-no-sources").into(), say!("finding-no-sources-fix").into()),
        Fault::LinesWithoutFile { source } => {
            let source = name(dataset, PartPath::of_source(dataset, &SourceId::new(source)), source);
            tell(
                say!("finding-lines-without-file", source = source).into(),
                say!("finding-lines-without-file-fix").into(),
            )
        }
        Fault::NoCode { code } => {
            tell(say!("finding-no-code", code = code.as_str()).into(), say!("finding-no-code-fix").into())
        }
        Fault::EndsFirst => FindingText { fix: say!("finding-ends-first-fix").to_owned(), ..as_said() },
        Fault::OneSided { other } => tell(
            say!("finding-one-sided", other = outcome(other), field = label).into(),
            say!("finding-one-sided-fix").into(),
        ),
        Fault::Disagreement { other } => {
            FindingText { sentence: say!("finding-disagreement", other = outcome(other)).to_string(), ..as_said() }
        }
        Fault::Twin { other } => tell(
            say!("finding-twin", other = outcome(other)).into(),
            say!("finding-twin-fix", field = say!("finding-field-overlaps")).into(),
        ),
        Fault::NoChange => tell(say!("finding-no-change").into(), say!("finding-no-change-fix").into()),
        Fault::NoCount => tell(say!("finding-no-count").into(), say!("finding-no-count-fix").into()),
        Fault::NoPoints => tell(say!("finding-no-points").into(), say!("finding-no-points-fix").into()),
        Fault::NumbersForGrades { indicator } => tell(
            say!("finding-numbers-for-grades", indicator = indicator.as_str()).into(),
            say!("finding-numbers-for-grades-fix").into(),
        ),
        Fault::GradesForNumbers { indicator } => tell(
            say!("finding-grades-for-numbers", indicator = indicator.as_str()).into(),
            say!("finding-grades-for-numbers-fix").into(),
        ),
    }
}

fn fix_of_unknown(dataset: &Dataset, field: &str, near: Option<&str>, label: &'static str) -> String {
    let list = field.split(['[', '.']).next().unwrap_or_default();
    let place = |id: &str| match list {
        "sources" => PartPath::of_source(dataset, &SourceId::new(id)),
        "indicator" => PartPath::of_indicator(dataset, &IndicatorId::new(id)),
        "overlaps" | "disagrees_with" => PartPath::of_outcome(dataset, &OutcomeId::new(id)),
        _ => PartPath::of_council(dataset, &CouncilId::new(id)),
    };
    let near = near.map(|id| name(dataset, place(id), id));
    match (list, near) {
        ("sources", Some(near)) => say!("finding-unknown-source-near", near = near).to_string(),
        ("sources", None) => say!("finding-unknown-source-far").to_owned(),
        ("indicator", Some(near)) => say!("finding-unknown-indicator-near", near = near).to_string(),
        ("indicator", None) => say!("finding-unknown-indicator-far").to_owned(),
        (_, Some(near)) => say!("finding-unknown-near", field = label, near = near).to_string(),
        (_, None) => say!("finding-unknown-far", field = label).to_string(),
    }
}

/// The label of a field that names others.
fn label(place: PartPath, field: &str) -> &'static str {
    match field.split(['[', '.']).next().unwrap_or_default() {
        "successors" => say!("finding-field-successors"),
        "members" => say!("finding-field-members"),
        "overlaps" => say!("finding-field-overlaps"),
        "disagrees_with" => say!("finding-field-disagrees"),
        _ if matches!(place, PartPath::Programme(_) | PartPath::SavedView(_)) => say!("finding-field-councils"),
        _ => say!("finding-field-places"),
    }
}

/// The name of the part at this place; its id where there is none.
fn name(dataset: &Dataset, place: Option<PartPath>, id: &str) -> String {
    let part = place.and_then(|place| Part::at(dataset, place));
    part.map(|part| part.name(dataset)).filter(|name| !name.trim().is_empty()).unwrap_or_else(|| id.to_owned())
}

/// The first part of the same kind with this id.
fn first(dataset: &Dataset, place: PartPath, id: &str) -> Option<PartPath> {
    match place {
        PartPath::Facts => None,
        PartPath::Source(_) => PartPath::of_source(dataset, &SourceId::new(id)),
        PartPath::Council(_) => PartPath::of_council(dataset, &CouncilId::new(id)),
        PartPath::Indicator(_) => PartPath::of_indicator(dataset, &IndicatorId::new(id)),
        PartPath::Programme(_) => PartPath::of_programme(dataset, &ProgrammeId::new(id)),
        PartPath::Outcome(..) => PartPath::of_outcome(dataset, &OutcomeId::new(id)),
        PartPath::SavedView(_) => PartPath::of_view(dataset, &SavedViewId::new(id)),
    }
}
