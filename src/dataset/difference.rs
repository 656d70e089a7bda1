//! What differs between two datasets, part by part and field by field, in words: for the moment when somebody else has changed
//! the file that is open.
//!
//! Parts are matched by their ids and fields are compared as they are written in files, so that nothing that saving keeps can
//! differ unseen. It leaves out which of the two is right, and merging them.

use std::collections::HashMap;
use std::fmt;

use super::layout::RonBlock;
use super::save;
use crate::model::{Dataset, Outcome};
use crate::say;

/// How many characters of a value are told.
const TOLD: usize = 80;
/// How many of them stand before the first that differs, in a value that is longer.
const LEAD: usize = 20;

/// The kinds of part that a dataset has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PartType {
    /// The dataset itself: title, licence, summary.
    Dataset,
    /// A document.
    Source,
    /// A council or other body.
    Council,
    /// What is counted.
    Indicator,
    /// What a council did.
    Programme,
    /// What changed, of a programme or in the context.
    Outcome,
    /// A view that is kept.
    SavedView,
}

impl PartType {
    /// What one of them is called.
    pub fn label(self) -> &'static str {
        match self {
            Self::Dataset => "dataset",
            Self::Source => "source",
            Self::Council => "council",
            Self::Indicator => "indicator",
            Self::Programme => "programme",
            Self::Outcome => "outcome",
            Self::SavedView => "view",
        }
    }
}

/// A field that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldDifference {
    /// Its name in files; an outcome's programme is told as a field `programme`.
    pub field: &'static str,
    /// Its value in the first dataset as files write it; `None` where it is left out.
    pub mine: Option<String>,
    /// Its value in the second one.
    pub theirs: Option<String>,
}

/// How a part differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// It is only in the first dataset: made by me, or deleted by them.
    OnlyMine,
    /// It is only in the second one: made by them, or deleted by me.
    OnlyTheirs,
    /// It is in both, and these fields differ; never empty.
    Changed(Vec<FieldDifference>),
    /// The parts of this kind stand in another order.
    OtherOrder,
}

/// One part that differs. Its words are one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DifferenceLine {
    /// What kind of part it is.
    pub part: PartType,
    /// Its id; empty for the dataset itself, and for the order of a kind of part.
    pub id: String,
    /// What a reader knows it by: a title or a name; of an outcome, the indicator's name.
    pub name: String,
    /// How it differs.
    pub difference: Difference,
}

impl fmt::Display for DifferenceLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { part, id, name, difference } = self;
        let (part, name, id) = (*part, name.as_str(), id.as_str());
        if *difference == Difference::OtherOrder {
            return f.write_str(&match part {
                PartType::Outcome if !name.is_empty() => say!("difference-order-of-outcomes", holder = name),
                PartType::Dataset
                | PartType::Source
                | PartType::Council
                | PartType::Indicator
                | PartType::Programme
                | PartType::Outcome
                | PartType::SavedView => say!("difference-order", part = part.label()),
            });
        }
        let which = match part {
            PartType::Dataset => say!("difference-the-dataset").to_owned(),
            PartType::Source
            | PartType::Council
            | PartType::Indicator
            | PartType::Programme
            | PartType::Outcome
            | PartType::SavedView => {
                say!("difference-part", part = part.label(), name = name, id = id)
            }
        };
        f.write_str(&match difference {
            Difference::OnlyMine => say!("difference-only-mine", part = which),
            Difference::OnlyTheirs => say!("difference-only-theirs", part = which),
            Difference::OtherOrder => which,
            Difference::Changed(fields) => {
                let fields: Vec<String> = fields.iter().map(FieldDifference::describe).collect();
                say!("difference-changed", part = which, fields = fields.join(say!("list-semicolon")))
            }
        })
    }
}

impl FieldDifference {
    /// What a reader knows the field by.
    fn label(&self) -> String {
        // What was published, which is a bracket in files; of a document the field of this name is a text.
        match (self.field, self.mine.as_ref().or(self.theirs.as_ref())) {
            ("published", Some(value)) if !value.starts_with('"') => say!("difference-figures").to_owned(),
            _ => self.field.replace('_', " "),
        }
    }

    fn describe(&self) -> String {
        let (mine, theirs) = told(self.mine.as_deref(), self.theirs.as_deref());
        say!("difference-field", field = self.label(), mine = mine, theirs = theirs)
    }
}

/// Two values, in short, from a little before the first character that differs.
fn told(mine: Option<&str>, theirs: Option<&str>) -> (String, String) {
    let alike = match (mine, theirs) {
        (Some(mine), Some(theirs)) => mine.chars().zip(theirs.chars()).take_while(|(a, b)| a == b).count(),
        _ => 0,
    };
    let short = |value: Option<&str>| {
        let Some(value) = value else { return say!("difference-not-written").to_owned() };
        let from = if value.chars().count() > TOLD { alike.saturating_sub(LEAD) } else { 0 };
        let piece: String = value.chars().skip(from).take(TOLD).collect();
        let before = if from > 0 { say!("difference-cut") } else { "" };
        let after = if value.chars().count() > from + TOLD { say!("difference-cut") } else { "" };
        format!("{before}{piece}{after}")
    };
    (short(mine), short(theirs))
}

/// A part as it is compared.
struct Written<'a> {
    id: &'a str,
    name: String,
    /// The programme of an outcome; empty for everything else.
    holder: &'a str,
    block: RonBlock,
}

/// What differs between two datasets; empty exactly where they are the same.
pub fn difference(mine: &Dataset, theirs: &Dataset) -> Vec<DifferenceLine> {
    let mut lines = Vec::new();
    let facts = |dataset: &Dataset| {
        let text = |text: &String| (!text.is_empty()).then(|| RonBlock::text(text).flat());
        [("title", text(&dataset.title)), ("licence", text(&dataset.licence)), ("summary", text(&dataset.summary))]
    };
    let changed: Vec<FieldDifference> = facts(mine)
        .into_iter()
        .zip(facts(theirs))
        .filter(|((_, mine), (_, theirs))| mine != theirs)
        .map(|((field, mine), (_, theirs))| FieldDifference { field, mine, theirs })
        .collect();
    if !changed.is_empty() {
        let difference = Difference::Changed(changed);
        lines.push(DifferenceLine { part: PartType::Dataset, id: String::new(), name: String::new(), difference });
    }
    for (part, of) in [
        (PartType::Source, sources as fn(&Dataset) -> Vec<Written<'_>>),
        (PartType::Council, councils),
        (PartType::Indicator, indicators),
        (PartType::Programme, programmes),
        (PartType::Outcome, outcomes),
        (PartType::SavedView, views),
    ] {
        compare(part, &of(mine), &of(theirs), &mut lines);
    }
    if lines.is_empty() && mine != theirs {
        // Several parts with one id, which a dataset under way may have, can differ in their order alone.
        let difference = Difference::OtherOrder;
        lines.push(DifferenceLine { part: PartType::Dataset, id: String::new(), name: String::new(), difference });
    }
    lines
}

/// A part's id and how many with that id came before.
type PartKey<'a> = (&'a str, usize);

/// Each part by its id and how many with that id came before.
fn numbered<'a, 'b>(parts: &'b [Written<'a>]) -> Vec<(PartKey<'a>, &'b Written<'a>)> {
    let mut seen: HashMap<&str, usize> = HashMap::new();
    let mut numbered = Vec::with_capacity(parts.len());
    for part in parts {
        let nth = seen.entry(part.id).or_default();
        numbered.push(((part.id, *nth), part));
        *nth += 1;
    }
    numbered
}

fn compare(part: PartType, mine: &[Written<'_>], theirs: &[Written<'_>], lines: &mut Vec<DifferenceLine>) {
    let (mine, theirs) = (numbered(mine), numbered(theirs));
    let in_theirs: HashMap<_, _> = theirs.iter().copied().collect();
    let in_mine: HashMap<_, _> = mine.iter().copied().collect();
    let line = |written: &Written<'_>, difference| DifferenceLine {
        part,
        id: written.id.to_owned(),
        name: written.name.clone(),
        difference,
    };
    for (key, written) in &mine {
        match in_theirs.get(key) {
            None => lines.push(line(written, Difference::OnlyMine)),
            Some(other) => {
                let changed = fields(written, other);
                if !changed.is_empty() {
                    lines.push(line(written, Difference::Changed(changed)));
                }
            }
        }
    }
    let added = theirs.iter().filter(|(key, _)| !in_mine.contains_key(key));
    lines.extend(added.map(|(_, written)| line(written, Difference::OnlyTheirs)));

    // Of the parts that both have in the same place, whether they come in the same order there.
    let (mine_order, theirs_order) = (order(&mine, &in_theirs), order(&theirs, &in_mine));
    let theirs_by_holder: HashMap<_, _> = theirs_order.into_iter().collect();
    for (holder, ids) in mine_order {
        if theirs_by_holder.get(holder).is_some_and(|others| *others != ids) {
            let difference = Difference::OtherOrder;
            lines.push(DifferenceLine { part, id: String::new(), name: holder.to_owned(), difference });
        }
    }
}

/// What stands in each holder, in order, without what stands elsewhere in the other dataset.
fn order<'a>(
    side: &[(PartKey<'a>, &Written<'a>)],
    other: &HashMap<PartKey<'_>, &Written<'_>>,
) -> Vec<(&'a str, Vec<PartKey<'a>>)> {
    let mut places: HashMap<&str, usize> = HashMap::new();
    let mut by_holder: Vec<(&str, Vec<PartKey<'a>>)> = Vec::new();
    for (key, written) in side {
        if other.get(key).is_some_and(|other| other.holder == written.holder) {
            let place = *places.entry(written.holder).or_insert(by_holder.len());
            match by_holder.get_mut(place) {
                Some((_, keys)) => keys.push(*key),
                None => by_holder.push((written.holder, vec![*key])),
            }
        }
    }
    by_holder
}

/// The fields of one part that differ.
fn fields(mine: &Written<'_>, theirs: &Written<'_>) -> Vec<FieldDifference> {
    let mut changed = Vec::new();
    if mine.holder != theirs.holder {
        changed.push(FieldDifference {
            field: "programme",
            mine: Some(mine.holder.to_owned()),
            theirs: Some(theirs.holder.to_owned()),
        });
    }
    let value = |block: &RonBlock, field: &str| {
        block.parts().iter().find(|(name, _)| *name == field).map(|(_, value)| value.flat())
    };
    let mut names: Vec<&'static str> = mine.block.parts().iter().map(|(name, _)| *name).collect();
    names.extend(theirs.block.parts().iter().map(|(name, _)| *name).filter(|name| value(&mine.block, name).is_none()));
    for field in names {
        let (mine, theirs) = (value(&mine.block, field), value(&theirs.block, field));
        if mine != theirs {
            changed.push(FieldDifference { field, mine, theirs });
        }
    }
    changed
}

fn sources(dataset: &Dataset) -> Vec<Written<'_>> {
    let written = dataset.sources.iter();
    written.map(|s| Written { id: s.id.as_str(), name: s.title.clone(), holder: "", block: save::source(s) }).collect()
}

fn councils(dataset: &Dataset) -> Vec<Written<'_>> {
    let written = dataset.councils.iter();
    written.map(|c| Written { id: c.id.as_str(), name: c.name.clone(), holder: "", block: save::council(c) }).collect()
}

fn indicators(dataset: &Dataset) -> Vec<Written<'_>> {
    let written = dataset.indicators.iter();
    written
        .map(|i| Written { id: i.id.as_str(), name: i.name.clone(), holder: "", block: save::indicator(i) })
        .collect()
}

fn programmes(dataset: &Dataset) -> Vec<Written<'_>> {
    let written = dataset.programmes.iter().map(|programme| {
        // Its outcomes are parts of their own.
        let alone = crate::model::Programme { outcomes: Vec::new(), ..programme.clone() };
        Written { id: programme.id.as_str(), name: programme.name.clone(), holder: "", block: save::programme(&alone) }
    });
    written.collect()
}

fn views(dataset: &Dataset) -> Vec<Written<'_>> {
    let written = dataset.views.iter();
    written
        .map(|v| Written { id: v.id.as_str(), name: v.name.clone(), holder: "", block: save::saved_view(v) })
        .collect()
}

fn outcomes(dataset: &Dataset) -> Vec<Written<'_>> {
    let written = |outcome: &'_ Outcome| {
        let name = dataset.indicator(&outcome.indicator).map_or(outcome.indicator.as_str(), |i| i.name.as_str());
        // Its places are written always, so that a change of the programme's places is not taken for one of the outcome.
        (name.to_owned(), save::outcome(outcome, &[]))
    };
    let of_programmes =
        dataset.programmes.iter().flat_map(|p| p.outcomes.iter().map(move |outcome| (p.id.as_str(), outcome)));
    let all = of_programmes.chain(dataset.context.iter().map(|outcome| (say!("difference-the-context"), outcome)));
    all.map(|(holder, outcome)| {
        let (name, block) = written(outcome);
        Written { id: outcome.id.as_str(), name, holder, block }
    })
    .collect()
}
