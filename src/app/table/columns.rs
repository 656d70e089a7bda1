//! How wide the columns of the table are. Pointer, keyboard and screen reader all change the same widths, which are kept by the
//! column's name.
//!
//! How wide the content of a column is, only who draws it can measure: see [`Effect::FitColumn`].

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::figure::screen_table::{COLUMNS, ScreenColumn};
use crate::say;

use super::TableSetting;
use crate::app::Effect;
use crate::app::context::Context;

/// The narrowest column, in points: less would hide what there is to take hold of.
pub const LEAST_WIDTH: u16 = 44;
/// The widest column, in points. A note of many sentences would push all others off the window.
pub const MOST_WIDTH: u16 = 640;
/// Between two columns, in points.
pub const COLUMN_GAP: u16 = 8;
/// How much wider or narrower a press of a key makes a column, in points.
const STEP: u16 = 20;

/// What is done with the columns of the table. Columns are named by their index into [`COLUMNS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnStep {
    /// The keyboard, or a click, came to this column; the steps that name none are about it.
    At(usize),
    /// So many points wide, as the pointer draws it; held to [`LEAST_WIDTH`] and [`MOST_WIDTH`].
    To(usize, u16),
    /// A step wider.
    Wider,
    /// A step narrower.
    Narrower,
    /// As wide as its content.
    Fit,
    /// This one as wide as its content, which was measured to be so many points.
    Fitted(usize, u16),
    /// All as wide as they usually are.
    Usual,
    /// The table has so many points across; what is left over goes to columns of words.
    Across(u16),
}

/// What is remembered of the table from one time to the next; columns by their names.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ColumnSettings {
    /// The columns shown; none stands for the usual ones.
    pub columns: Vec<String>,
    /// The widths that were chosen, in points; whatever number the file holds, so that one that is out of range damages nothing. A
    /// column is held to [`LEAST_WIDTH`] and [`MOST_WIDTH`] when it gets its width.
    pub widths: BTreeMap<String, i64>,
}

impl ColumnSettings {
    /// What two windows chose since `before`, column by column: mine where this window changed it, else theirs.
    pub(in crate::app) fn merged(before: &Self, mine: &Self, theirs: &Self) -> Self {
        let pick = |changed: bool, mine: bool, theirs: bool| if changed { mine } else { theirs };
        let names: BTreeSet<&String> = mine.widths.keys().chain(theirs.widths.keys()).collect();
        let width = |name: &String| {
            let side = if before.widths.get(name) == mine.widths.get(name) { theirs } else { mine };
            Some((name.clone(), *side.widths.get(name)?))
        };
        let widths = names.into_iter().filter_map(width).collect();
        let shown = [before, mine, theirs].map(Self::shown);
        let [was, is, others] = &shown;
        let all: BTreeSet<&String> = is.iter().chain(others).collect();
        let merged = all.into_iter().filter(|name| {
            let (was, is, others) = (was.contains(*name), is.contains(*name), others.contains(*name));
            pick(was != is, is, others)
        });
        Self { columns: told_in_order(merged.cloned().collect()), widths }
    }

    /// The columns shown, by their names.
    fn shown(&self) -> BTreeSet<String> {
        if self.columns.is_empty() { usual_columns() } else { self.columns.iter().cloned().collect() }
    }
}

fn usual_columns() -> BTreeSet<String> {
    let columns = TableSetting::default().columns;
    columns.iter().filter_map(|index| COLUMNS.get(*index)).map(|name| (*name).to_owned()).collect()
}

/// The columns in the order of the table, with those of a newer version behind them; none where they are the usual ones.
fn told_in_order(shown: BTreeSet<String>) -> Vec<String> {
    if shown == usual_columns() {
        return Vec::new();
    }
    let mut columns: Vec<String> = shown.into_iter().collect();
    columns.sort_by_key(|name| COLUMNS.iter().position(|column| column == name).unwrap_or(COLUMNS.len()));
    columns
}

/// How a column is until somebody changes it.
pub(super) struct UsualColumn {
    /// Whether it is shown.
    pub shown: bool,
    /// How wide it is, in points.
    pub width: u16,
}

/// How this column usually is.
pub(super) fn usual(column: ScreenColumn) -> UsualColumn {
    let shown = |width| UsualColumn { shown: true, width };
    let hidden = |width| UsualColumn { shown: false, width };
    match column {
        ScreenColumn::Indicator | ScreenColumn::Period => shown(180),
        ScreenColumn::Council => shown(150),
        ScreenColumn::Change => shown(170),
        ScreenColumn::Before | ScreenColumn::After | ScreenColumn::Level => shown(108),
        // The cells that are filled show it.
        ScreenColumn::Form => hidden(126),
        ScreenColumn::Programme
        | ScreenColumn::IntervalReason
        | ScreenColumn::Note
        | ScreenColumn::Source
        | ScreenColumn::Locator => hidden(190),
        ScreenColumn::BeforePeriod
        | ScreenColumn::AfterPeriod
        | ScreenColumn::LevelPeriod
        | ScreenColumn::Benchmark
        | ScreenColumn::Framework
        | ScreenColumn::OutcomeId
        | ScreenColumn::Measure
        | ScreenColumn::Interval => hidden(150),
        ScreenColumn::PerMonthBefore | ScreenColumn::PerMonthAfter | ScreenColumn::ComputedChangePercent => hidden(116),
        ScreenColumn::Unit | ScreenColumn::Polarity | ScreenColumn::Role => hidden(86),
    }
}

/// How wide the column of a date is, in points.
const DATE_WIDTH: u16 = 112;

/// How wide the column at this place usually is, in points; behind all others stand dates.
fn usual_width(index: usize) -> u16 {
    ScreenColumn::ALL.get(index).map_or(DATE_WIDTH, |column| usual(*column).width)
}

/// Whether a column takes what is left over of the table's width: it holds words of any length.
fn takes_spare(index: usize) -> bool {
    // The one with the councils stands still while the others scroll; it grows by hand only.
    ScreenColumn::ALL.get(index).is_some_and(|column| *column != ScreenColumn::Council && !column.is_of_numbers())
}

impl TableSetting {
    /// How wide a column is, in points.
    pub fn width(&self, index: usize) -> u16 {
        self.widths.get(&index).copied().unwrap_or_else(|| usual_width(index).saturating_add(self.spare(index)))
    }

    /// What this column, whose width nobody chose, has of the width that is left over.
    fn spare(&self, index: usize) -> u16 {
        let is_elastic = |index: &&usize| takes_spare(**index) && !self.widths.contains_key(*index);
        let elastic: Vec<&usize> = self.columns.iter().filter(is_elastic).collect();
        let Some(place) = elastic.iter().position(|elastic| **elastic == index) else { return 0 };
        let needed = |index: &usize| {
            let width = self.widths.get(index).copied().unwrap_or_else(|| usual_width(*index));
            usize::from(width) + usize::from(COLUMN_GAP)
        };
        let left = usize::from(self.across).saturating_sub(self.shown().iter().map(needed).sum());
        // What does not part evenly goes to the first of them.
        let share = left / elastic.len() + usize::from(place < left % elastic.len());
        u16::try_from(share).map_or(0, |share| share.min(MOST_WIDTH.saturating_sub(usual_width(index))))
    }

    /// The column that is made wider or narrower: where the keyboard is, or was last; `None` where that is not on screen.
    pub fn current(&self) -> Option<usize> {
        self.at.filter(|at| self.shown().contains(at))
    }

    /// What stands over the current column; `None` where there is none.
    pub fn current_heading(&self) -> Option<String> {
        self.current().map(|index| self.heading(index))
    }

    fn set_width(&mut self, index: usize, width: u16) {
        let width = width.clamp(LEAST_WIDTH, MOST_WIDTH);
        if width == usual_width(index) && !takes_spare(index) {
            self.widths.remove(&index);
        } else if index < COLUMNS.len() + self.dates.len() {
            self.widths.insert(index, width);
        }
    }

    /// Carries out what is done with columns. No figure and no row depends on it.
    pub(in crate::app) fn size_columns(&mut self, step: ColumnStep, cx: &mut Context<'_>) {
        match (step, self.current()) {
            (ColumnStep::At(index), _) => self.at = Some(index),
            (ColumnStep::Across(width), _) => self.across = width,
            (ColumnStep::To(index, width), _) => {
                self.said = None;
                // What stands left of it stays where it is, or the line would run away from the pointer.
                for left in
                    self.columns.clone().into_iter().take_while(|left| *left != index).filter(|i| takes_spare(*i))
                {
                    self.set_width(left, self.width(left));
                }
                self.set_width(index, width);
            }
            (ColumnStep::Fitted(index, width), _) => {
                self.set_width(index, width);
                self.said = Some(told(self, index));
            }
            (ColumnStep::Usual, _) => {
                self.widths.clear();
                self.said = Some(say!("app-columns-usual").to_owned());
            }
            (ColumnStep::Fit, now) => cx.effects.extend(now.map(Effect::FitColumn)),
            (ColumnStep::Wider, Some(index)) => {
                self.set_width(index, self.width(index).saturating_add(STEP));
                self.said = Some(told(self, index));
            }
            (ColumnStep::Narrower, Some(index)) => {
                self.set_width(index, self.width(index).saturating_sub(STEP));
                self.said = Some(told(self, index));
            }
            (ColumnStep::Wider | ColumnStep::Narrower, None) => {}
        }
    }

    /// What is to be remembered of the table, with what a newer version remembered of columns that this one does not have.
    pub(in crate::app) fn to_settings(&self, before: &ColumnSettings) -> ColumnSettings {
        let name = |index: &usize| COLUMNS.get(*index).map(|name| (*name).to_owned());
        let is_newer = |name: &String| ScreenColumn::of_name(name).is_none();
        let widths = self.widths.iter().filter_map(|(index, width)| Some((name(index)?, i64::from(*width))));
        let newer = before.widths.iter().filter(|(name, _)| is_newer(name)).map(|(name, width)| (name.clone(), *width));
        let shown = self.columns.iter().filter_map(name);
        ColumnSettings {
            columns: told_in_order(shown.chain(before.columns.iter().filter(|name| is_newer(name)).cloned()).collect()),
            widths: widths.chain(newer).collect(),
        }
    }

    /// Puts on what was remembered of the table, as far as this version has it.
    pub(in crate::app) fn put_on(&mut self, settings: &ColumnSettings) {
        // What an older version showed in several columns stands in one now.
        let index = |name: &String| ScreenColumn::of_name(name).map(ScreenColumn::index);
        let mut columns: Vec<usize> = settings.columns.iter().filter_map(index).collect();
        columns.sort_unstable();
        columns.dedup();
        if !columns.is_empty() {
            self.columns = columns;
        }
        for (name, width) in &settings.widths {
            let held = u16::try_from((*width).clamp(i64::from(LEAST_WIDTH), i64::from(MOST_WIDTH)));
            if let (Some(index), Ok(width)) = (index(name), held) {
                self.set_width(index, width);
            }
        }
    }
}

/// How wide a column is now, in a sentence.
fn told(table: &TableSetting, index: usize) -> String {
    let column = table.heading(index);
    let points = table.width(index);
    match points {
        LEAST_WIDTH => say!("app-column-narrowest", column = column.as_str(), n = usize::from(points)),
        MOST_WIDTH => say!("app-column-widest", column = column.as_str(), n = usize::from(points)),
        _ => say!("app-column-width", column = column.as_str(), n = usize::from(points)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::{Action, FileDialogs, State};

    #[test]
    fn what_is_remembered_of_columns_is_read_tolerantly() {
        let mut table = TableSetting::default();
        let names = ["after", "colour", "council", "after"];
        let settings = ColumnSettings {
            columns: names.map(str::to_owned).to_vec(),
            widths: [("after", 300), ("colour", 90), ("council", 9)].map(|(name, n)| (name.to_owned(), n)).into(),
        };
        table.put_on(&settings);
        let shown: Vec<&str> = table.columns.iter().filter_map(|index| COLUMNS.get(*index)).copied().collect();
        assert_eq!(shown, ["council", "after"]);
        let widths: Vec<u16> = table.columns.iter().map(|index| table.width(*index)).collect();
        assert_eq!(widths, [LEAST_WIDTH, 300]);
        let kept = table.to_settings(&settings);
        assert_eq!(kept.columns, ["council", "after", "colour"], "a newer version's column is not forgotten");
        assert_eq!(kept.widths.get("colour"), Some(&90));
    }

    #[test]
    fn what_was_said_of_a_width_is_said_until_anything_else_is_done() {
        let mut state = State::new(FileDialogs::Field);
        for other in [Action::Undo, Action::CopyTable, Action::CopyPicture, Action::StepBack, Action::ToggleUnreal] {
            state.act(Action::Column(ColumnStep::At(0)));
            state.act(Action::Column(ColumnStep::Wider));
            assert!(state.table.said.is_some());
            state.act(other.clone());
            assert_eq!(state.table.said, None, "after {other:?}");
        }
    }

    #[test]
    fn two_windows_keep_each_others_columns_and_widths() {
        let memory = |columns: &[&str], widths: &[(&str, i64)]| ColumnSettings {
            columns: columns.iter().map(|name| (*name).to_owned()).collect(),
            widths: widths.iter().map(|(name, width)| ((*name).to_owned(), *width)).collect(),
        };
        let before = memory(&["council", "after", "colour"], &[("after", 300), ("unit", 90), ("colour", 80)]);
        // One made a column wider and took one off, the other set one back to its usual width and showed one more.
        let mine = memory(&["council", "colour"], &[("after", 320), ("unit", 90), ("colour", 80)]);
        let theirs =
            memory(&["council", "after", "note", "colour"], &[("after", 300), ("council", 200), ("colour", 80)]);
        let both = memory(&["council", "note", "colour"], &[("after", 320), ("council", 200), ("colour", 80)]);
        assert_eq!(ColumnSettings::merged(&before, &mine, &theirs), both);
        // The usual columns are columns like any others.
        let usual: Vec<String> = usual_columns().into_iter().collect();
        let with_note = told_in_order(usual.iter().cloned().chain(["note".to_owned()]).collect());
        let without = told_in_order(usual.iter().filter(|name| *name != "level").cloned().collect());
        let [with_note, without] =
            [with_note, without].map(|columns| ColumnSettings { columns, ..ColumnSettings::default() });
        let merged = ColumnSettings::merged(&ColumnSettings::default(), &with_note, &without);
        assert!(merged.columns.iter().any(|name| name == "note") && !merged.columns.iter().any(|name| name == "level"));
        assert_eq!(merged.columns.len(), usual.len());
    }
}
