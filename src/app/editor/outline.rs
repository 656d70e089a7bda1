//! The rows of the outline, and the small figure of the outcome on screen: worked out when the dataset, the part or the search
//! changed, never while drawing.

use crate::compare::{Comparison, Threshold, withhold};
use crate::edit::{OutcomeParent, Part, PartPath, unused};
use crate::figure;
use crate::figure::detail::detail;
use crate::model::{Dataset, FigureKind, Outcome, Programme, View, matches_search};

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
            councils: outcome.places.clone(),
            indicators: vec![outcome.indicator.clone()],
            programmes: programme.into_iter().collect(),
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
        self.preview = match &self.plan {
            Some(plan) => plan
                .outcome(dataset)
                .and_then(|outcome| preview_of(&plan.with_its_parts(dataset), plan.home, &outcome, up_to)),
            None => preview(dataset, self.place, up_to),
        }
        .map(Box::new);
    }

    fn outline(&self, dataset: &Dataset) -> Vec<OutlineRow> {
        let search = self.search.trim();
        let mut rows = Vec::new();
        if search.is_empty() {
            rows.push(OutlineRow::Part(PartPath::Facts));
        }
        for group in Group::ALL {
            let parts = self.parts_of(dataset, group, search);
            if parts.is_empty() && !search.is_empty() {
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

/// The outcome at this place as a small figure and in full.
fn preview(
    dataset: &Dataset,
    place: PartPath,
    up_to: Option<Threshold>,
) -> Option<(figure::Figure, figure::detail::Detail)> {
    let PartPath::Outcome(home, at) = place else { return None };
    let outcome = match home {
        OutcomeParent::Context => dataset.context.get(at)?,
        OutcomeParent::Programme(p) => dataset.programmes.get(p)?.outcomes.get(at)?,
    };
    preview_of(dataset, home, outcome, up_to)
}

fn preview_of(
    dataset: &Dataset,
    home: OutcomeParent,
    outcome: &Outcome,
    up_to: Option<Threshold>,
) -> Option<(figure::Figure, figure::detail::Detail)> {
    let programme = match home {
        OutcomeParent::Context => None,
        OutcomeParent::Programme(p) => Some(dataset.programmes.get(p)?),
    };
    // This figure can be copied like any other; what gives a small count away may stand in any other outcome.
    let shown = match up_to {
        Some(threshold) => among_all(dataset, home, outcome, threshold)?,
        None => outcome.clone(),
    };
    let alone = alone(dataset, &shown, programme);
    let located = alone.outcomes().next()?;
    let full = detail(&alone, &Comparison::of(&alone, located));
    let mut figure = figure::figure(&alone, &View::default(), FigureKind::Profile).ok()?;
    if let figure::Body::Tiles(groups) = &mut figure.body {
        // One outcome needs no heading of its own.
        for group in groups {
            group.heading.clear();
            group.aside.clear();
        }
    }
    Some((figure, full))
}

/// The outcome as it is shown among all others of the dataset, of which it is one or becomes one.
fn among_all(dataset: &Dataset, home: OutcomeParent, outcome: &Outcome, threshold: Threshold) -> Option<Outcome> {
    let mut all = dataset.clone();
    let siblings = outcomes_at(&mut all, home)?;
    let at = siblings.iter().position(|sibling| sibling == outcome).unwrap_or_else(|| {
        siblings.push(outcome.clone());
        siblings.len() - 1
    });
    let mut withheld = withhold(&all, threshold);
    let siblings = outcomes_at(&mut withheld, home)?;
    (at < siblings.len()).then(|| siblings.swap_remove(at))
}

fn outcomes_at(dataset: &mut Dataset, home: OutcomeParent) -> Option<&mut Vec<Outcome>> {
    match home {
        OutcomeParent::Context => Some(&mut dataset.context),
        OutcomeParent::Programme(p) => dataset.programmes.get_mut(p).map(|programme| &mut programme.outcomes),
    }
}

/// A dataset with this outcome, and what it names.
fn alone(dataset: &Dataset, outcome: &Outcome, programme: Option<&Programme>) -> Dataset {
    let mut alone = Dataset {
        sources: dataset.sources.iter().filter(|s| outcome.sources.iter().any(|r| r.source == s.id)).cloned().collect(),
        councils: dataset.councils.iter().filter(|c| outcome.places.contains(&c.id)).cloned().collect(),
        indicators: dataset.indicators.iter().filter(|i| i.id == outcome.indicator).cloned().collect(),
        ..Dataset::default()
    };
    match programme {
        None => alone.context.push(outcome.clone()),
        Some(programme) => alone.programmes.push(Programme {
            id: programme.id.clone(),
            name: programme.name.clone(),
            places: programme.places.clone(),
            topic: programme.topic.clone(),
            dates: programme.dates.clone(),
            summary: String::new(),
            claims: Vec::new(),
            sources: Vec::new(),
            outcomes: vec![outcome.clone()],
        }),
    }
    alone
}
