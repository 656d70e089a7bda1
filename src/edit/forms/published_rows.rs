//! The fields that a form of evidence needs and no others, as rows, with their labels and what they show while they are empty.

use super::PublishedForm;
use super::published_fields::GRADE;
use crate::model::Form;
use crate::say;

/// A field of a form of evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormField {
    /// Its name, as findings have it but for the leading `published.`.
    pub name: String,
    /// Its label.
    pub label: &'static str,
    /// What it shows while it is empty.
    pub hint: &'static str,
}

/// Fields below each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormColumn {
    /// The words above them, if any.
    pub heading: Option<&'static str>,
    /// The fields.
    pub fields: Vec<FormField>,
}

/// What stands beside each other in a form of evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FormRow {
    /// Columns: two, or one that has the whole width.
    Columns(Vec<FormColumn>),
    /// A field.
    Whole(FormField),
    /// A field of several lines.
    Lines(FormField),
    /// The choice of the level that accompanies a change.
    Side,
    /// The choice of the way something went.
    Way,
}

/// Which of the grades: the one before, the one after, or the only one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum GradeSlot {
    Before,
    After,
    Only,
}

impl GradeSlot {
    /// Its heading, and its fields.
    fn column(self) -> FormColumn {
        let (heading, prefix) = match self {
            Self::Before => (Some(say!("published-form-before")), "before."),
            Self::After => (Some(say!("published-form-after")), "after."),
            Self::Only => (None, ""),
        };
        let field = |part: &str| {
            let (label, hint) = self.labels(part);
            FormField { name: [prefix, part].concat(), label, hint }
        };
        FormColumn { heading, fields: GRADE.map(field).into() }
    }

    /// The label of a part of the grade, and what it shows while it is empty.
    fn labels(self, part: &str) -> (&'static str, &'static str) {
        let (only, before, after, hint) = match part {
            "grade" => (
                say!("published-form-grade"),
                say!("published-form-grade.before"),
                say!("published-form-grade.after"),
                say!("published-form-grade.hint"),
            ),
            "date" => (
                say!("published-form-inspected"),
                say!("published-form-inspected.before"),
                say!("published-form-inspected.after"),
                say!("published-form-inspected.hint"),
            ),
            "framework" => (
                say!("published-form-framework"),
                say!("published-form-framework.before"),
                say!("published-form-framework.after"),
                say!("published-form-framework.hint"),
            ),
            "judgement" => (
                say!("published-form-judgement"),
                say!("published-form-judgement.before"),
                say!("published-form-judgement.after"),
                say!("published-form-judgement.hint"),
            ),
            _ => (
                say!("published-form-body"),
                say!("published-form-body.before"),
                say!("published-form-body.after"),
                say!("published-form-body.hint"),
            ),
        };
        let label = match self {
            Self::Before => before,
            Self::After => after,
            Self::Only => only,
        };
        (label, hint)
    }
}

impl PublishedForm {
    /// The fields that this form needs and no others, from top to bottom.
    pub fn rows(&self) -> Vec<FormRow> {
        let field = |name: &str, label, hint| FormField { name: name.to_owned(), label, hint };
        let alone = |field: FormField| FormColumn { heading: None, fields: vec![field] };
        let two = |one: FormField, other: FormField| FormRow::Columns(vec![alone(one), alone(other)]);
        let over = |hint| field("over", say!("published-form-over"), hint);
        let stated = |label| {
            two(field("stated", label, say!("published-form-stated.hint")), over(say!("published-form-over.hint")))
        };
        let level = |prefix: &str, labels: [&'static str; 2], hints: [&'static str; 2]| {
            let [level, when] = labels;
            let name = |nth| format!("{prefix}[{nth}]");
            [field(&name(0), level, hints[0]), field(&name(1), when, hints[1])]
        };
        let (number, when) = (say!("published-form-level"), say!("published-form-when"));
        match self.form() {
            Form::Pair => {
                let hints = [say!("published-form-level.hint"), say!("published-form-when.hint")];
                let column = |prefix, labels| FormColumn { heading: None, fields: level(prefix, labels, hints).into() };
                let before = [say!("published-form-level.before"), say!("published-form-when.before")];
                let after = [say!("published-form-level.after"), say!("published-form-when.after")];
                vec![
                    FormRow::Columns(vec![column("before", before), column("after", after)]),
                    stated(say!("published-form-stated.beside")),
                ]
            }
            Form::Change => {
                let mut rows = vec![stated(say!("published-form-stated")), FormRow::Side];
                if !self.text("side").is_empty() {
                    let [level, when] = level("level", [number, when], ["81", "2017"]);
                    rows.push(two(level, when));
                }
                rows
            }
            Form::Direction => vec![FormRow::Way, FormRow::Whole(over(say!("published-form-way.over-hint")))],
            Form::Rating => {
                vec![FormRow::Columns(vec![GradeSlot::Before.column(), GradeSlot::After.column()])]
            }
            Form::Part => vec![
                two(field("count", say!("published-form-count"), "28"), field("of", say!("published-form-of"), "44")),
                two(field("share", say!("published-form-share"), "64"), field("period", when, "2017")),
            ],
            Form::Single if self.is_graded() => vec![FormRow::Columns(vec![GradeSlot::Only.column()])],
            Form::Single => vec![two(field("level", number, "508"), field("period", when, "2017"))],
            Form::Series => vec![
                FormRow::Lines(field("points", say!("published-form-values"), "2015: 344")),
                FormRow::Whole(field("start", say!("published-form-start"), say!("published-form-start.hint"))),
            ],
        }
    }
}
