//! The rows of the outline, and the small figure of the outcome on screen: worked out when the dataset, the part or the search
//! changed, never while drawing.

use std::borrow::Cow;

use crate::compare::suppression::outcome_alone;
use crate::compare::{Comparison, Threshold};
use crate::edit::{OutcomeParent, Part, PartPath, unused};
use crate::figure;
use crate::figure::detail::detail;
use crate::model::{Dataset, FigureKind, View};
use crate::words::search::matches_search;

use crate::app::context::Context;
use crate::app::editor::{Group, OutlineRow};
use crate::app::{Document, Editor};

/// With more parts than this the long lists are folded on opening.
const MANY: usize = 80;

impl Editor {
    /// After another dataset was opened: nothing is typed, and long lists are folded.
    pub(in crate::app) fn reset(&mut self, document: &Document) {
        *self = Self::default();
        let dataset = &document.original;
        let lists = [dataset.sources.len(), dataset.councils.len(), dataset.indicators.len()];
        if lists.iter().sum::<usize>() > MANY {
            self.folded.extend([Group::Sources, Group::Councils, Group::Indicators]);
        }
        self.refresh(document);
    }

    /// What is asked for where the figure of the outcome on screen is saved: its programme, its indicator and its places.
    pub(in crate::app) fn view(&self, dataset: &Dataset) -> Option<View> {
        let PartPath::Outcome(home, at) = self.place else { return None };
        let (programme, outcome) = match home {
            OutcomeParent::Context => (None, dataset.context.get(at)?),
            OutcomeParent::Programme(p) => {
                let programme = dataset.programmes.get(p)?;
                (Some(programme.id.clone()), programme.outcomes.get(at)?)
            }
        };
        Some(View {
            councils: outcome.places.clone().into(),
            indicators: vec![outcome.indicator.clone()].into(),
            programmes: programme.into(),
            ..View::default()
        })
    }

    /// Works out what the room shows.
    pub(in crate::app) fn refresh(&mut self, document: &Document) {
        let dataset = &document.original;
        if Part::at(dataset, self.place).is_none() {
            self.place = PartPath::Facts;
        }
        self.rows = self.outline(dataset);
        self.unused = unused(dataset);
        let up_to = document.suppressed_up_to;
        let now = self.outcome_on_screen(dataset, up_to).and_then(|alone| preview(&alone)).map(Box::new);
        let before = self.preview.take().or(self.preview_before.take());
        self.preview_before = before.filter(|_| now.is_none() && self.plan.is_some());
        self.preview = now;
    }

    /// A dataset with the outcome on screen alone, or with the one that is planned; `None` while there is none. Its figure can be copied
    /// and saved like any other.
    pub(in crate::app) fn outcome_on_screen(&self, original: &Dataset, up_to: Option<Threshold>) -> Option<Dataset> {
        let (dataset, place) = match &self.plan {
            None => (Cow::Borrowed(original), self.place),
            Some(plan) => {
                let outcome = plan.outcome(original)?;
                let mut dataset = plan.with_its_parts(original).into_owned();
                let outcomes = match plan.home {
                    OutcomeParent::Context => &mut dataset.context,
                    OutcomeParent::Programme(p) => &mut dataset.programmes.get_mut(p)?.outcomes,
                };
                outcomes.push(outcome);
                let place = PartPath::Outcome(plan.home, outcomes.len() - 1);
                (Cow::Owned(dataset), place)
            }
        };
        let PartPath::Outcome(home, at) = place else { return None };
        let programme = match home {
            OutcomeParent::Context => None,
            OutcomeParent::Programme(p) => Some(p),
        };
        outcome_alone(&dataset, programme, at, up_to)
    }

    fn outline(&self, dataset: &Dataset) -> Vec<OutlineRow> {
        let search = self.search.trim();
        let mut rows = Vec::new();
        if search.is_empty() {
            rows.push(OutlineRow::Part(PartPath::Facts));
        }
        for group in Group::ALL {
            let parts = self.parts_of(dataset, group, search);
            // Views are kept elsewhere: where there are none there is nothing to do here.
            if parts.is_empty() && (!search.is_empty() || group == Group::Views) {
                continue;
            }
            rows.push(OutlineRow::Heading(group));
            if !search.is_empty() || !self.folded.contains(&group) {
                rows.extend(parts.into_iter().map(OutlineRow::Part));
            }
        }
        rows
    }

    /// The parts of a list that fit the search. Without one, the outcomes of a programme show while it or one of them is open.
    fn parts_of(&self, dataset: &Dataset, group: Group, search: &str) -> Vec<PartPath> {
        let named = |place: PartPath| {
            search.is_empty()
                || Part::at(dataset, place).is_some_and(|part| matches_search(&part.name(dataset), search))
        };
        let all = |count: usize, place: &dyn Fn(usize) -> PartPath| -> Vec<PartPath> {
            (0..count).map(place).filter(|place| named(*place)).collect()
        };
        match group {
            Group::Sources => all(dataset.sources.len(), &PartPath::Source),
            Group::Councils => all(dataset.councils.len(), &PartPath::Council),
            Group::Indicators => all(dataset.indicators.len(), &PartPath::Indicator),
            Group::Context => all(dataset.context.len(), &|at| PartPath::Outcome(OutcomeParent::Context, at)),
            Group::Views => all(dataset.views.len(), &PartPath::SavedView),
            Group::Programmes => {
                let open = match (self.place, &self.plan) {
                    (_, Some(plan)) => Some(plan.home),
                    (PartPath::Programme(p), None) => Some(OutcomeParent::Programme(p)),
                    (PartPath::Outcome(home, _), None) => Some(home),
                    _ => None,
                };
                let mut places = Vec::new();
                for (p, programme) in dataset.programmes.iter().enumerate() {
                    let home = OutcomeParent::Programme(p);
                    let shows_all = search.is_empty() && open == Some(home);
                    let searched = !search.is_empty();
                    let outcomes: Vec<PartPath> = (0..programme.outcomes.len())
                        .map(|o| PartPath::Outcome(home, o))
                        .filter(|place| shows_all || (searched && named(*place)))
                        .collect();
                    if named(PartPath::Programme(p)) || !outcomes.is_empty() {
                        places.push(PartPath::Programme(p));
                        places.extend(outcomes);
                    }
                }
                places
            }
        }
    }

    /// The part above or below in the outline.
    pub(in crate::app) fn step_in_outline(&mut self, by: isize, cx: &mut Context<'_>) {
        let parts: Vec<PartPath> = self
            .rows
            .iter()
            .filter_map(|row| match row {
                OutlineRow::Part(place) => Some(*place),
                OutlineRow::Heading(_) => None,
            })
            .collect();
        let now = parts.iter().position(|place| *place == self.place);
        let next = now.map_or(0, |now| now.saturating_add_signed(by).min(parts.len().saturating_sub(1)));
        if let Some(place) = parts.get(next) {
            self.go_to_part(*place, None, cx);
        }
    }
}

/// The outcome of a dataset that has only this one, as a small figure and in full.
fn preview(alone: &Dataset) -> Option<(figure::Figure, figure::detail::Detail)> {
    let full = detail(alone, &Comparison::of(alone, alone.outcomes().next()?));
    let mut figure = figure::figure(alone, &View::default(), FigureKind::Profile).ok()?;
    if let figure::Body::Tiles(groups) = &mut figure.body {
        // One outcome needs no heading of its own.
        for group in groups {
            group.heading.clear();
            group.aside.clear();
        }
    }
    Some((figure, full))
}
