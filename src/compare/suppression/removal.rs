//! The dataset without its hidden numbers: the rest keeps its form, periods and place.

use std::collections::HashMap;

use crate::model::{
    Dataset, Form, KnownLevel, Level, Missing, NumberField, Outcome, OutcomeId, Period, PointValue, Published, Reason,
    Remains, Remnant, SavedView, SavedViewId, SourceRef, When, Withheld,
};
use crate::say;

use super::cells::{Cells, NumberSlot};
use super::{Threshold, instead_of_words, words};

/// What one outcome hides.
#[derive(Clone, Debug, Default)]
struct Hidden {
    slots: Vec<(NumberSlot, Reason)>,
    /// Whether to search its words for numbers.
    words: bool,
}

impl Hidden {
    fn has(&self, slot: NumberSlot) -> bool {
        self.slots.iter().any(|(hidden, _)| *hidden == slot)
    }
}

/// The dataset without what is hidden.
pub fn without_hidden(dataset: &Dataset, cells: &Cells<'_>, threshold: Threshold) -> Dataset {
    let hidden = hidden(cells);
    let mut public = dataset.clone();
    let mut take = |outcome: &mut Outcome| {
        if let Some(hidden) = hidden.get(&outcome.id) {
            take_out(outcome, hidden, threshold);
        }
    };
    for programme in &mut public.programmes {
        programme.outcomes.iter_mut().for_each(&mut take);
        if programme.outcomes.iter().any(has_numbers_withheld) {
            withhold_words(&mut programme.summary);
            withhold_lines(&mut programme.claims);
            withhold_anchor(&mut programme.dates);
            withhold_locators(&mut programme.sources);
        }
    }
    public.context.iter_mut().for_each(take);
    if !hidden.is_empty() {
        withhold_in_views(&mut public.views);
    }
    public
}

/// Names and words of kept views are the reader's, and may hold any number. A view whose name holds one is renamed to its
/// place in the list, and so are its files.
fn withhold_in_views(views: &mut [SavedView]) {
    for (n, view) in (1_usize..).zip(views) {
        if words::hold_a_number(&view.name) || words::hold_a_number(&view.id.as_str().replace('-', " ")) {
            view.name = say!("suppressed-view", n = n);
            view.id = SavedViewId::new(format!("view-{n}"));
        }
        view.words.changed.retain(|changed| !words::hold_a_number(&changed.was) && !words::hold_a_number(&changed.is));
        view.words.left_out.retain(|note| !words::hold_a_number(note));
        withhold_words(&mut view.words.note);
    }
}

fn has_numbers_withheld(outcome: &Outcome) -> bool {
    outcome.withheld.as_ref().is_some_and(|withheld| !withheld.numbers.is_empty())
}

/// What is hidden, by outcome. Words are searched in outcomes with hidden numbers, in those that name them or that they
/// name, and in all their programmes.
fn hidden(cells: &Cells<'_>) -> HashMap<OutcomeId, Hidden> {
    let mut found: Vec<Hidden> = vec![Hidden::default(); cells.outcomes.len()];
    for cell in &cells.all {
        if let (Some(reason), Some(hidden)) = (cell.hidden, found.get_mut(cell.outcome)) {
            hidden.slots.push((cell.slot, reason));
        }
    }
    let touched: Vec<bool> = found.iter().map(|hidden| !hidden.slots.is_empty()).collect();
    let is_touched = |index: usize| touched.get(index).copied().unwrap_or(false);
    let programmes: Vec<&str> = (cells.outcomes.iter().enumerate())
        .filter(|(index, _)| is_touched(*index))
        .filter_map(|(_, located)| located.programme.map(|p| p.id.as_str()))
        .collect();
    let linked = cells.linked();
    for (index, (located, hidden)) in cells.outcomes.iter().zip(&mut found).enumerate() {
        let by_link = linked.get(index).is_some_and(|links| links.iter().any(|&other| is_touched(other)));
        let by_programme = located.programme.is_some_and(|p| programmes.contains(&p.id.as_str()));
        hidden.words = is_touched(index) || by_link || by_programme;
    }
    let of_outcome = cells.outcomes.iter().zip(found).filter(|(_, hidden)| hidden.words);
    let mut by_id: HashMap<OutcomeId, Hidden> = HashMap::new();
    for (located, hidden) in of_outcome {
        // During editing two outcomes may share an id; what is hidden in one is hidden in both.
        let all = by_id.entry(located.outcome.id.clone()).or_default();
        all.slots.extend(hidden.slots);
        all.words |= hidden.words;
    }
    by_id
}

fn take_out(outcome: &mut Outcome, hidden: &Hidden, threshold: Threshold) {
    let mut words = withhold_anchors(&mut outcome.published);
    words |= withhold_locators(&mut outcome.sources);
    let numbers = places(&outcome.published, hidden);
    if let Some(remains) = remains(&outcome.published, hidden) {
        outcome.published = remains;
    }
    if hidden.has(NumberSlot::GroupBefore) {
        outcome.counted.before = None;
    }
    if hidden.has(NumberSlot::GroupAfter) {
        outcome.counted.after = None;
    }
    words |= withhold_words(&mut outcome.counted.who);
    words |= withhold_lines(&mut outcome.notes);
    if hidden.has(NumberSlot::Benchmark) {
        outcome.benchmark = None;
    } else if let Some(benchmark) = &mut outcome.benchmark {
        words |= withhold_anchor(&mut benchmark.over);
        if words::hold_a_number(&benchmark.of) {
            say!("suppressed-benchmark-words-withheld").clone_into(&mut benchmark.of);
            words = true;
        }
    }
    if words || !numbers.is_empty() {
        outcome.withheld = Some(Withheld { up_to: threshold.up_to(), numbers, words });
    }
}

/// Each hidden number by its name for the reader; a count and its share are one.
fn places(published: &Published, hidden: &Hidden) -> Vec<(NumberField, Reason)> {
    let mut found: Vec<(NumberField, Reason)> = Vec::new();
    for &(slot, reason) in &hidden.slots {
        let place = match slot {
            NumberSlot::Before => NumberField::Before,
            NumberSlot::After => NumberField::After,
            NumberSlot::Stated => NumberField::Stated,
            NumberSlot::Count | NumberSlot::Share => NumberField::Count,
            NumberSlot::Whole => NumberField::Whole,
            NumberSlot::GroupBefore | NumberSlot::GroupAfter => NumberField::GroupSize,
            NumberSlot::Benchmark => NumberField::Benchmark,
            NumberSlot::Point(index) => {
                let Published::Series { points, .. } = published else { continue };
                let Some(point) = points.get(index) else { continue };
                NumberField::Point(point.period.clone())
            }
        };
        let is_group = place == NumberField::GroupSize;
        if is_group || !found.iter().any(|(known, _)| *known == place) {
            found.push((place, reason));
        }
    }
    found
}

/// What remains of the published figures; `None` where nothing is hidden.
fn remains(published: &Published, hidden: &Hidden) -> Option<Published> {
    let end = |level: &Level, slot: NumberSlot| {
        if hidden.has(slot) { Remnant::Suppressed(level.period.clone()) } else { Remnant::Known(level.clone()) }
    };
    let left = |form: Form, before: Remnant, after: Remnant| Remains {
        form,
        before,
        after,
        whole: None,
        over: Period::not_stated(),
    };
    let never = || Remnant::NotPublished;
    Some(Published::Suppressed(match published {
        // The change that two shown levels state is their difference anyway, and is never hidden alone.
        Published::Pair { before, after, over, .. }
            if hidden.has(NumberSlot::Before) || hidden.has(NumberSlot::After) =>
        {
            let ends = (end(before, NumberSlot::Before), end(after, NumberSlot::After));
            Remains { over: over.clone(), ..left(Form::Pair, ends.0, ends.1) }
        }
        Published::Change { over, level, .. } if hidden.has(NumberSlot::Stated) => {
            let (before, after) = match level {
                Some(KnownLevel::Before(level)) => (end(level, NumberSlot::Before), never()),
                Some(KnownLevel::After(level)) => (never(), end(level, NumberSlot::After)),
                None => (never(), never()),
            };
            Remains { over: over.clone(), ..left(Form::Change, before, after) }
        }
        Published::Single(level) if hidden.has(NumberSlot::After) => {
            left(Form::Single, never(), end(level, NumberSlot::After))
        }
        Published::Part { of, period, .. }
            if [NumberSlot::Count, NumberSlot::Share, NumberSlot::Whole].into_iter().any(|slot| hidden.has(slot)) =>
        {
            let whole = of.filter(|_| !hidden.has(NumberSlot::Whole));
            Remains { whole, ..left(Form::Part, never(), Remnant::Suppressed(period.clone())) }
        }
        Published::Series { points, start } => {
            let mut points = points.clone();
            for (index, point) in points.iter_mut().enumerate() {
                if hidden.has(NumberSlot::Point(index)) {
                    point.value = PointValue::Missing(Missing::Suppressed);
                }
            }
            return Some(Published::Series { points, start: start.clone() });
        }
        Published::Pair { .. }
        | Published::Change { .. }
        | Published::Direction { .. }
        | Published::Rating { .. }
        | Published::Part { .. }
        | Published::Single(_)
        | Published::SingleGrade(_)
        | Published::Suppressed(_) => return None,
    }))
}

/// Replaces words that hold a number by a sentence. Returns whether it did.
fn withhold_words(text: &mut String) -> bool {
    let holds = words::hold_a_number(text);
    if holds {
        instead_of_words().clone_into(text);
    }
    holds
}

/// Replaces all lines that hold a number by one sentence. Returns whether it did.
fn withhold_lines(lines: &mut Vec<String>) -> bool {
    let before = lines.len();
    lines.retain(|line| !words::hold_a_number(line));
    let withheld = lines.len() < before;
    if withheld {
        lines.push(instead_of_words().to_owned());
    }
    withheld
}

/// Replaces a period's anchor if it holds a number. Returns whether it did.
fn withhold_anchor(period: &mut Period) -> bool {
    let When::Length { anchor, .. } = &mut period.when else { return false };
    let holds = words::hold_a_number(anchor);
    if holds {
        say!("suppressed-anchor").clone_into(anchor);
    }
    holds
}

/// The same for every published period.
fn withhold_anchors(published: &mut Published) -> bool {
    let all = |periods: Vec<&mut Period>| {
        periods.into_iter().filter_map(|period| withhold_anchor(period).then_some(())).count() > 0
    };
    match published {
        Published::Pair { before, after, over, .. } => all(vec![&mut before.period, &mut after.period, over]),
        Published::Change { over, level, .. } => {
            let known = match level {
                Some(KnownLevel::Before(level) | KnownLevel::After(level)) => Some(&mut level.period),
                None => None,
            };
            all(std::iter::once(over).chain(known).collect())
        }
        Published::Direction { over, .. } => withhold_anchor(over),
        Published::Rating { before, after } => all(vec![&mut before.date, &mut after.date]),
        Published::Part { period, .. } => withhold_anchor(period),
        Published::Single(level) => withhold_anchor(&mut level.period),
        Published::SingleGrade(grade) => withhold_anchor(&mut grade.date),
        Published::Series { points, start } => {
            all(points.iter_mut().map(|point| &mut point.period).chain(start.as_mut()).collect())
        }
        // A suppressed number has nothing left to replace.
        Published::Suppressed(_) => false,
    }
}

/// Replaces words for a place in a document, if they hold another number. Returns whether it did.
fn withhold_locators(references: &mut [SourceRef]) -> bool {
    let mut withheld = false;
    for reference in references.iter_mut().filter(|reference| words::locator_holds_a_number(&reference.at)) {
        say!("suppressed-locator").clone_into(&mut reference.at);
        withheld = true;
    }
    withheld
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Change;

    #[test]
    fn r14_a_hidden_change_keeps_its_time() {
        let stated = vec![Change::parse("fell 3").unwrap()];
        let published = Published::Change { stated, over: Period::parse("since 2015").unwrap(), level: None };
        let hidden = Hidden { slots: vec![(NumberSlot::Stated, Reason::Primary)], words: false };
        let Some(Published::Suppressed(left)) = remains(&published, &hidden) else { panic!("nothing is hidden") };
        assert_eq!((left.form, left.over.to_string().as_str()), (Form::Change, "since 2015"));
    }

    #[test]
    fn r14_withheld_words_leave_a_sentence_that_says_why() {
        let (mut words, mut plain) = ("Six of them stayed.".to_owned(), "All of them stayed.".to_owned());
        assert!(withhold_words(&mut words) && !withhold_words(&mut plain));
        assert!(words.contains("withheld") && words.contains("suppressed"), "{words}");
        assert_eq!(plain, "All of them stayed.");
    }
}
