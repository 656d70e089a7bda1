//! Notes below a figure: where a rule was applied, what was left out and why, and where the figures come from.

use std::collections::HashSet;

use crate::compare::phrases::by_semicolons;
use crate::compare::{Caution, Comparison, LeftOut, LevelScale, NoPercent, Rule, ShownChange, periods_differ};
use crate::model::{Bound, Dataset, Level, OpenSide, Order, Role};
use crate::say;

use super::assembly::Drawn;
use super::statistics_notes::attributions;
use super::{LeftOutRow, Note, words};

/// More names than this are counted instead of listed.
const NAMED: usize = 10;

/// So many notes of a rule are told in full; of more the places are named.
const TOLD: usize = 3;

/// What was left out, one row an outcome.
pub fn left_out_rows(left_out: &[LeftOut<'_>]) -> Vec<LeftOutRow> {
    left_out.iter().map(|left| left_out_row(&left.comparison, left.reason.describe())).collect()
}

/// One outcome that was left out, and why.
pub fn left_out_row(comparison: &Comparison<'_>, reason: String) -> LeftOutRow {
    LeftOutRow {
        outcome: comparison.located.outcome.id.clone(),
        name: say!(
            "left-out-name",
            place = comparison.place.as_str(),
            indicator = super::alt_text::lower_first(&comparison.located.indicator.name),
        ),
        reason,
    }
}

/// "Left out: Staffordshire, looked-after rate. Its unit is …" – one sentence a reason.
pub fn left_out_sentences(left_out: &[LeftOutRow]) -> Vec<String> {
    let reasons = grouped(left_out.iter().map(|row| (row.reason.as_str(), row.name.as_str())));
    let sentence = |(reason, names): (&str, Vec<&str>)| {
        // Two outcomes of one name are told once, with their number.
        let counted = grouped(names.into_iter().map(|name| (name, ())));
        let once = |(name, all): (&str, Vec<()>)| match all.len() {
            1 => name.to_owned(),
            n => say!("left-out-several", name = name, n = n),
        };
        let names: Vec<String> = counted.into_iter().map(once).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        say!("left-out-sentence", names = named(&names), reason = reason)
    };
    reasons.into_iter().map(sentence).collect()
}

/// Members under what they have in common, both in the order given.
pub fn grouped<K: PartialEq, M>(members: impl IntoIterator<Item = (K, M)>) -> Vec<(K, Vec<M>)> {
    let mut groups: Vec<(K, Vec<M>)> = Vec::new();
    for (key, member) in members {
        match groups.iter_mut().find(|(known, _)| *known == key) {
            Some((_, members)) => members.push(member),
            None => groups.push((key, vec![member])),
        }
    }
    groups
}

/// The names, or the first few and how many more.
pub fn named(names: &[&str]) -> String {
    if names.len() <= NAMED {
        return by_semicolons(names);
    }
    let shown = by_semicolons(names.get(..NAMED - 1).unwrap_or(names));
    say!("list-and-more", items = shown, more = words::count(names.len() - NAMED + 1))
}

/// Notes of the rules that a figure of rows applied: one a rule, the outcomes named.
pub fn of_rules(comparisons: &[Comparison<'_>], extra: Vec<Note>) -> Vec<Note> {
    let mut notes = extra;
    for rule in [Rule::R3, Rule::R5, Rule::R6, Rule::R8, Rule::R10, Rule::R11] {
        let told = comparisons.iter().flat_map(|comparison| {
            let cautions = comparison.cautions.iter().filter(|c| c.rule == rule && !is_told(&notes, c, comparison));
            cautions.map(|caution| (caution.text.as_str(), comparison.place.as_str()))
        });
        let mut texts = grouped(told);
        for (_, places) in &mut texts {
            let mut seen = HashSet::new();
            places.retain(|place| seen.insert(*place));
        }
        if rule == Rule::R11 && texts.len() > 1 {
            let text = say!("note-counted-twice");
            notes.push(Note { rule, text: text.to_owned() });
            continue;
        }
        let more = if texts.len() > TOLD + 1 { texts.split_off(TOLD) } else { Vec::new() };
        for (text, places) in texts {
            notes.push(Note { rule, text: say!("note-of-places", places = named(&places), note = text) });
        }
        let others: Vec<&str> = more.into_iter().flat_map(|(_, places)| places).collect();
        if !others.is_empty() {
            let text =
                say!("note-and-more", n = others.len(), count = words::count(others.len()), places = named(&others));
            notes.push(Note { rule, text });
        }
    }
    notes
}

/// Whether the figure's own note on averages says it already: each row has its averages beside its mark.
fn is_told(notes: &[Note], caution: &Caution, comparison: &Comparison<'_>) -> bool {
    caution.is_told_with_averages && comparison.per_month.is_some() && notes.iter().any(|note| note.rule == Rule::R3)
}

/// Two levels without a percentage, each with the reason, where changes are drawn.
pub fn of_no_percentage(drawn: &[Comparison<'_>]) -> Vec<Note> {
    let told = drawn.iter().filter(|c| c.before().is_some() && c.after().is_some()).filter_map(|comparison| {
        // What a caution says already is not said twice.
        match comparison.change.reason()? {
            reason @ (NoPercent::NegativeBase | NoPercent::LevelsBounded) => {
                Some((reason.describe(), comparison.place.as_str()))
            }
            NoPercent::LevelNotPublished
            | NoPercent::NotAComparison
            | NoPercent::Grades
            | NoPercent::ZeroBase
            | NoPercent::LengthNotKnown
            | NoPercent::LengthsDiffer
            | NoPercent::Suppressed
            | NoPercent::Range { .. } => None,
        }
    });
    let note = |(reason, places): (String, Vec<&str>)| Note {
        rule: Rule::R6,
        text: say!("note-of-places", places = named(&places), note = reason),
    };
    grouped(told).into_iter().map(note).collect()
}

/// What holds of a whole axis: periods that differ, averages a month, open ends of changes.
pub fn of_axis(drawn: &Drawn<'_>) -> Vec<Note> {
    let mut own: Vec<Note> = Vec::new();
    // Rows that are not in the order of their sizes rank nobody, and the answer above them says how their times differ.
    if drawn.view.order == Order::Change && periods_differ(&drawn.comparisons) {
        own.push(Note { rule: Rule::R15, text: say!("note-ranked").to_owned() });
    }
    if drawn.scale == LevelScale::AverageAMonth {
        own.push(averages());
    }
    let is_open = |c: &Comparison<'_>| matches!(c.shown_change(), ShownChange::Stated(s) if s.by.bound().side() != OpenSide::Neither);
    if drawn.comparisons.iter().any(is_open) {
        own.push(open_ends());
    }
    own
}

/// The note on open ends, where a level's words leave one end open and it is not told already (R4).
pub fn of_open_levels(drawn: &[Comparison<'_>], notes: &mut Vec<Note>) {
    let told = notes.iter().any(|n| n.rule == Rule::R4);
    if !told && levels_of(drawn).any(|level| level.number.bound().side() != OpenSide::Neither) {
        notes.push(open_ends());
    }
}

/// The notes on open ends and on ranges, where the marks of levels have them (R4).
pub fn of_levels(drawn: &[Comparison<'_>], notes: &mut Vec<Note>) {
    of_open_levels(drawn, notes);
    if levels_of(drawn).any(|level| level.number.bound() == Bound::Between) {
        notes.push(Note { rule: Rule::R4, text: say!("note-range").to_owned() });
    }
}

fn levels_of<'a>(drawn: &[Comparison<'a>]) -> impl Iterator<Item = &'a Level> {
    drawn.iter().flat_map(|c| [c.before(), c.after()]).flatten()
}

/// The note on averages a month (R3).
pub fn averages() -> Note {
    let text = say!("note-averages");
    Note { rule: Rule::R3, text: text.to_owned() }
}

fn open_ends() -> Note {
    let text = say!("note-open-ends");
    Note { rule: Rule::R4, text: text.to_owned() }
}

/// "Source: …", with the attributions of official statistics and a word for estimates, targets and plans where they are shown.
pub fn source_line(dataset: &Dataset, comparisons: &[Comparison<'_>]) -> String {
    let mut titles: Vec<String> = Vec::new();
    for comparison in comparisons {
        for reference in &comparison.located.outcome.sources {
            let title = dataset.source_titles(std::slice::from_ref(reference));
            if !titles.contains(&title) {
                titles.push(title);
            }
        }
    }
    if titles.is_empty() {
        return String::new();
    }
    let unreal =
        comparisons.iter().any(|c| matches!(c.located.outcome.role, Role::Estimate | Role::Target | Role::Plan));
    let mut line = vec![say!("note-sources", n = titles.len(), sources = by_semicolons(&titles))];
    line.extend(attributions(dataset, comparisons));
    if unreal {
        line.push(say!("note-unreal-is-hatched").to_owned());
    }
    line.join(" ")
}
