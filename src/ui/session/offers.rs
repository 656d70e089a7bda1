//! Edits that a crash left, with what would be restored.

use egui::{Context, Ui};

use crate::app::{Action, RecoveryOffer, SessionAction, State};
use crate::say;
use crate::theme::{Tokens, Type, space};

use super::super::controls::{bold, quiet};
use super::super::dialog::dialog_ui;

/// How many edits are named at each end of a long list.
const NAMED: usize = 4;

pub(super) fn show(ctx: &Context, state: &State, tokens: &Tokens) -> Vec<Action> {
    // A question about an offer stands in its place.
    if !state.session.shows_offers() {
        return Vec::new();
    }
    let mut actions = Vec::new();
    let shown = dialog_ui(ctx, say!("session-offers-title"), 560.0, |ui| {
        ui.label(say!("session-offers-meaning"));
        if state.session.offers.len() > 1 {
            ui.label(say!("session-offers-several"));
        }
        ui.add_space(space::S);
        for (at, offer) in state.session.offers.iter().enumerate() {
            if at > 0 {
                ui.separator();
            }
            offer_ui(ui, tokens, at, offer, &mut actions);
        }
        ui.add_space(space::S);
        ui.horizontal(|ui| {
            if ui.button(say!("session-offers-not-now")).clicked() {
                actions.push(Action::Session(SessionAction::NotNow));
            }
            ui.label(quiet(say!("session-offers-again"), tokens));
        });
    });
    if shown.wants_close && actions.is_empty() {
        actions.push(Action::Session(SessionAction::NotNow));
    }
    actions
}

fn offer_ui(ui: &mut Ui, tokens: &Tokens, at: usize, offer: &RecoveryOffer, actions: &mut Vec<Action>) {
    ui.label(bold(&offer.name, Type::Body));
    ui.label(&offer.words);
    if let Some(when) = &offer.when {
        ui.label(quiet(say!("session-offer-last-edit", when = when.as_str()), tokens));
    }
    for label in told(&offer.labels) {
        ui.label(quiet(say!("session-bullet", line = label), tokens));
    }
    ui.horizontal(|ui| {
        let restore = ui.button(say!("session-restore"));
        restore.widget_info(|| {
            egui::WidgetInfo::labeled(
                egui::accesskit::Role::Button,
                true,
                say!("session-restore-spoken", name = offer.name.as_str()),
            )
        });
        if at == 0 && ui.memory(|memory| memory.focused().is_none()) {
            restore.request_focus();
        }
        if restore.clicked() {
            actions.push(Action::Session(SessionAction::Restore(at)));
        }
        let discard = ui.button(say!("session-discard-ask"));
        discard.widget_info(|| {
            egui::WidgetInfo::labeled(
                egui::accesskit::Role::Button,
                true,
                say!("session-discard-ask-spoken", name = offer.name.as_str()),
            )
        });
        if discard.clicked() {
            actions.push(Action::Session(SessionAction::DiscardRecovery(at)));
        }
    });
}

/// The labels, without the middle of a long list.
fn told(labels: &[String]) -> Vec<String> {
    if labels.len() <= 2 * NAMED + 1 {
        return labels.to_vec();
    }
    let left = labels.len() - 2 * NAMED;
    let (first, last) = (labels.iter().take(NAMED), labels.iter().skip(labels.len() - NAMED));
    first.cloned().chain([say!("session-offer-more-edits", n = left)]).chain(last.cloned()).collect()
}

#[cfg(test)]
mod tests {
    use super::told;

    #[test]
    fn a_long_list_of_edits_is_told_by_its_ends_and_a_number() {
        let labels: Vec<String> = (1..=20).map(|n| n.to_string()).collect();
        assert_eq!(told(&labels), ["1", "2", "3", "4", "12 more", "17", "18", "19", "20"]);
        assert_eq!(told(&labels[..9]).len(), 9);
    }
}
