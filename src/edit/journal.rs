//! An edit as one line of text, so that it survives a crash and can be made again on the dataset it was made on.
//!
//! A line is JSON: its version, the label, and the small steps. A part stands in it in the words of the dataset file, as a dataset
//! with nothing else, so that an old journal is read by the same steps that bring an old file up to date.

use serde::{Deserialize, Serialize};

use crate::dataset::{load_draft, to_ron};
use crate::model::Dataset;
use crate::say;

use super::{Edit, EditError, EditOp, Facts, MergePolicy, OutcomeParent, Part, PartPath, TablesChange};

/// The version of the lines that are written. Lines of version 1 are read too; most of them do not say how they stand to the
/// step before.
pub const JOURNAL_VERSION: u32 = 2;
/// The oldest version of lines that are read.
const OLDEST: u32 = 1;

/// A line.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct JournalLine {
    v: u32,
    label: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    field: Option<String>,
    /// Whether it went on with the step before it; not all older journals say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    goes_on: Option<bool>,
    #[serde(rename = "swaps")]
    ops: Vec<JournalStep>,
}

/// A small step; places are paths, parts are texts of datasets.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
enum JournalStep {
    Replace { at: String, part: String },
    Insert { at: String, part: String },
    Remove { at: String },
    Move { from: String, to: String },
    Tables { at: [usize; 5], part: String },
}

/// The edit as one line, without a line break at its end, which does not say how it stands to the step before it.
pub fn to_journal_line(edit: &Edit) -> String {
    written(edit, None)
}

/// The edit as one line that says how it stands to the step before it, so that the same steps are made of it again.
pub fn to_journal_line_of(edit: &Edit, policy: MergePolicy) -> String {
    // An edit of no field is a step of its own anyway.
    written(edit, edit.field.is_some().then_some(policy == MergePolicy::GoesOn))
}

/// How an edit stood to the step before it; `None` where its line does not say, as in many older journals, or
/// where it is an edit of no field.
pub fn merge_policy_of(line: &str) -> Option<MergePolicy> {
    let line: JournalLine = serde_json::from_str(line).ok()?;
    line.goes_on.map(|goes_on| if goes_on { MergePolicy::GoesOn } else { MergePolicy::Begins })
}

fn written(edit: &Edit, goes_on: Option<bool>) -> String {
    let ops = edit.ops.iter().map(|op| match op {
        EditOp::Replace(at, part) => JournalStep::Replace { at: at.to_string(), part: text(part) },
        EditOp::Insert(at, part) => JournalStep::Insert { at: at.to_string(), part: text(part) },
        EditOp::Remove(at) => JournalStep::Remove { at: at.to_string() },
        EditOp::Move(from, to) => JournalStep::Move { from: from.to_string(), to: to.to_string() },
        EditOp::Tables(change) => JournalStep::Tables { at: change.begins(), part: to_ron(&change.alone()) },
    });
    let line = JournalLine {
        v: JOURNAL_VERSION,
        label: edit.label.clone(),
        field: edit.field.clone(),
        goes_on,
        ops: ops.collect(),
    };
    // Texts and lists always become JSON.
    serde_json::to_string(&line).unwrap_or_default()
}

/// Reads a line that [`to_journal_line`] wrote.
///
/// # Errors
/// [`EditError::Journal`] where the line is cut off, damaged, or of a newer version.
pub fn from_journal_line(line: &str) -> Result<Edit, EditError> {
    let wrong = |why: &str| EditError::Journal(why.to_owned());
    let version: serde_json::Value = serde_json::from_str(line).map_err(|e| wrong(&e.to_string()))?;
    match version.get("v").and_then(serde_json::Value::as_u64) {
        Some(v) if (u64::from(OLDEST)..=u64::from(JOURNAL_VERSION)).contains(&v) => {}
        Some(v) => {
            return Err(wrong(&say!(
                "edits-journal-too-new",
                version = v.to_string(),
                newest = JOURNAL_VERSION.to_string()
            )));
        }
        None => return Err(wrong(say!("edits-journal-no-version"))),
    }
    let line: JournalLine = serde_json::from_value(version).map_err(|e| wrong(&e.to_string()))?;
    let ops: Result<Vec<EditOp>, EditError> = line.ops.into_iter().map(op).collect();
    Ok(Edit { label: line.label, ops: ops?, field: line.field })
}

fn op(step: JournalStep) -> Result<EditOp, EditError> {
    Ok(match step {
        JournalStep::Replace { at, part } => {
            let at = place(&at)?;
            EditOp::Replace(at, read(at, &part)?)
        }
        JournalStep::Insert { at, part } => {
            let at = place(&at)?;
            EditOp::Insert(at, read(at, &part)?)
        }
        JournalStep::Remove { at } => EditOp::Remove(place(&at)?),
        JournalStep::Move { from, to } => EditOp::Move(place(&from)?, place(&to)?),
        JournalStep::Tables { at, part } => {
            let alone = load_draft(&part).map_err(|findings| {
                EditError::Journal(findings.first().map_or_else(String::new, ToString::to_string))
            })?;
            EditOp::Tables(Box::new(TablesChange::of_parts(at, alone.dataset)))
        }
    })
}

fn place(path: &str) -> Result<PartPath, EditError> {
    let (place, field) = PartPath::of_path(path);
    if field.is_empty() { Ok(place) } else { Err(EditError::Journal(say!("edits-journal-no-place", path = path))) }
}

/// A dataset with nothing but this part.
fn text(part: &Part) -> String {
    let mut alone = Dataset::default();
    match part.clone() {
        Part::Facts(Facts { title, licence, summary }) => {
            alone = Dataset { title, licence, summary, ..Dataset::default() };
        }
        Part::Source(source) => alone.sources.push(source),
        Part::Council(council) => alone.councils.push(*council),
        Part::Indicator(indicator) => alone.indicators.push(indicator),
        Part::Programme(programme) => alone.programmes.push(*programme),
        Part::Outcome(outcome) => alone.context.push(*outcome),
        Part::SavedView(view) => alone.views.push(*view),
    }
    to_ron(&alone)
}

fn read(at: PartPath, text: &str) -> Result<Part, EditError> {
    let wrong = |why: String| EditError::Journal(why);
    let alone = load_draft(text)
        .map_err(|findings| wrong(findings.first().map_or_else(String::new, ToString::to_string)))?
        .dataset;
    let part = match at {
        PartPath::Facts => Part::at(&alone, PartPath::Facts),
        PartPath::Source(_) => Part::at(&alone, PartPath::Source(0)),
        PartPath::Council(_) => Part::at(&alone, PartPath::Council(0)),
        PartPath::Indicator(_) => Part::at(&alone, PartPath::Indicator(0)),
        PartPath::Programme(_) => alone.programmes.into_iter().next().map(Into::into),
        PartPath::Outcome(..) => Part::at(&alone, PartPath::Outcome(OutcomeParent::Context, 0)),
        PartPath::SavedView(_) => Part::at(&alone, PartPath::SavedView(0)),
    };
    part.ok_or_else(|| wrong(say!("edits-journal-no-part", path = at.to_string())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_cut_off_damaged_or_newer_is_refused_with_its_reason() {
        let facts = Facts { title: "A \"title\"\nof two lines".to_owned(), ..Facts::default() };
        let edit = Edit::new("Change the title", vec![EditOp::Replace(PartPath::Facts, facts.into())]);
        let line = to_journal_line(&edit);
        assert!(!line.contains('\n'));
        assert_eq!(from_journal_line(&line).unwrap(), edit);
        for end in 0..line.len() {
            assert!(from_journal_line(line.get(..end).unwrap_or_default()).is_err(), "{end}");
        }
        let newer = line.replace("\"v\":2", "\"v\":3");
        assert!(from_journal_line(&newer).unwrap_err().to_string().contains("version 3"));
        assert_eq!(from_journal_line(&line.replace("\"v\":2", "\"v\":1")).unwrap(), edit);
        assert!(from_journal_line(&line.replace("format: 1", "format: 9")).is_err());
        assert!(from_journal_line(r#"{"v":1,"label":"","swaps":[{"remove":{"at":"attic[1]"}}]}"#).is_err());
        assert!(from_journal_line(r#"{"v":1,"label":"","swaps":[{"replace":{"at":"councils[1]","part":"(format: 1, title: \"\", licence: \"\")"}}]}"#).is_err());
    }
}
