//! The Overview: which topics are folded, whether context stands beside what councils did, and its wall of small figures.

use std::collections::BTreeSet;

use crate::compare::Rule;
use crate::figure::{Body, Figure, Note};
use crate::model::{Dataset, FigureKind, Role, View};
use crate::say;

use crate::app::context::Context;
use crate::app::{Effect, ScrollTarget, Views};

/// What can be done in the Overview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OverviewStep {
    /// Fold a topic, or open it.
    Fold(String),
    /// Fold all topics.
    FoldAll,
    /// Open all topics.
    OpenAll,
    /// Open a topic and bring it into view.
    GoTo(String),
    /// Show context, or hide it.
    ToggleContext,
}

/// Of more councils than this the wall has no small figures of official statistics: their strips show them all.
const FEW_COUNCILS: usize = 12;

impl Views {
    /// Takes a step.
    pub(in crate::app) fn step_overview(&mut self, step: OverviewStep, cx: &mut Context<'_>) {
        match step {
            OverviewStep::Fold(topic) => {
                if !self.folded.remove(&topic) {
                    self.folded.insert(topic);
                }
            }
            OverviewStep::FoldAll => self.folded.extend(self.pages.topics_of_wall().map(str::to_owned)),
            OverviewStep::OpenAll => self.folded = BTreeSet::new(),
            OverviewStep::GoTo(topic) => {
                self.folded.remove(&topic);
                cx.effects.push(Effect::Scroll(ScrollTarget::Topic(topic)));
            }
            OverviewStep::ToggleContext => self.shows_context = !self.shows_context,
        }
    }

    /// What the wall is made of, and how many context figures it leaves to a click. Where there is nothing else, context is shown.
    pub(in crate::app) fn wall_view(&self, dataset: &Dataset) -> (View, usize) {
        let view = self.overview_view();
        if self.shows_context || self.fits_nobody() {
            return (view, 0);
        }
        let selected = view.select(dataset);
        let context = selected.iter().filter(|located| located.outcome.role == Role::Context).count();
        if context == selected.len() {
            return (view, 0);
        }
        let roles: Vec<Role> =
            Role::ALL.into_iter().filter(|role| view.roles.asks_for(role) && *role != Role::Context).collect();
        (View { roles: roles.into(), ..view }, context)
    }

    /// The wall, with claims that give no number as lists, and a note of what is left to a click.
    pub(in crate::app) fn wall(&self, dataset: &Dataset, view: &View, hidden: usize) -> Figure {
        let mut figure = self.draw(dataset, view, FigureKind::Profile).with_claims_listed();
        let of_many = self.in_scope().is_none_or(|councils| councils.len() > FEW_COUNCILS);
        let folded_away = if of_many { figure.leave_statistics_to_strips(dataset) } else { 0 };
        if folded_away > 0 {
            let text = say!("overview-statistics-in-strips", n = folded_away);
            figure.alt.push_str(&format!(" {text}"));
            figure.notes.push(Note { rule: Rule::R2, text });
        }
        if hidden > 0 && !matches!(figure.body, Body::Empty(_)) {
            let text = say!("overview-context-hidden", n = hidden);
            figure.alt.push_str(&format!(" {text}"));
            figure.notes.push(Note { rule: Rule::R2, text });
        }
        figure
    }
}

impl super::pages::Pages {
    /// The topics of the Overview, in its order.
    pub fn topics_of_wall(&self) -> impl Iterator<Item = &str> {
        let groups = if let Body::Tiles(groups) = &self.overview.body { groups.as_slice() } else { &[] };
        groups.iter().map(|group| group.heading.as_str()).filter(|heading| !heading.is_empty())
    }
}
