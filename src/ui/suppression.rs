//! The strip above every room while small counts are suppressed: what is hidden, up to which count, and the way back.

use egui::{Margin, Stroke, Ui};

use crate::app::{Action, Switch};
use crate::compare::Threshold;
use crate::compare::suppression::not_taken_for_counts;
use crate::help::HelpAnchor;
use crate::say;
use crate::theme::Type;

use super::controls::{bold, quiet};
use super::help::read;
use super::shell::PanelContext;

/// How many amounts are named in the strip; all of them stand under the pointer.
const NAMES: usize = 2;

/// The longest sentence of amounts, in characters, before they are only counted.
const LONGEST: usize = 110;

pub(super) fn suppression_ui(ui: &mut Ui, scene: &mut PanelContext<'_>) {
    let state = scene.state;
    if state.views.suppression.switch == Switch::Off {
        return;
    }
    let tokens = scene.tokens;
    let frame = egui::Frame::new()
        .fill(tokens.selected)
        .stroke(Stroke::new(1.0, tokens.edge))
        .corner_radius(6)
        .inner_margin(Margin::symmetric(10, 3))
        .outer_margin(Margin { left: 0, right: 10, top: 0, bottom: 6 });
    frame.show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        ui.horizontal_wrapped(|ui| {
            let name = ui.label(bold(say!("suppression-up-to"), Type::Body));
            let mut up_to = state.views.suppression.up_to.up_to();
            let range = Threshold::LEAST..=Threshold::MOST;
            let field = ui.add(egui::DragValue::new(&mut up_to).range(range).speed(0.1)).labelled_by(name.id);
            if let Ok(threshold) = Threshold::new(up_to)
                && field.on_hover_text(say!("suppression-up-to.hint")).changed()
            {
                scene.send(Action::SuppressUpTo(threshold));
            }
            let (small, others) = state.views.pages.suppressed;
            let words = say!("suppression-hidden", small = small, others = others);
            ui.label(quiet(words, tokens)).on_hover_text(say!("suppression-hidden.hint", others = others));
            let amounts = &state.views.pages.amounts;
            let short = not_taken_for_counts(amounts, NAMES).filter(|words| words.chars().count() <= LONGEST);
            if let Some(words) = short.or_else(|| not_taken_for_counts(amounts, 0)) {
                ui.label(quiet(words, tokens)).on_hover_text(amounts.join("\n"));
            }
            if ui.button(say!("suppression-why")).on_hover_text(say!("suppression-why.hint")).clicked() {
                scene.send(read(HelpAnchor::page("small-counts")));
            }
            if ui.button(say!("suppression-off")).clicked() {
                scene.send(Action::ToggleSuppression);
            }
        });
    });
}

#[cfg(test)]
mod tests {
    use crate::say;

    #[test]
    fn the_strip_leaves_out_what_there_is_none_of() {
        for (small, others, words) in [
            (11usize, 0usize, "11 small counts hidden"),
            (1, 0, "1 small count hidden"),
            (0, 1, "1 other figure hidden"),
            (1, 2, "1 small count and 2 other figures hidden"),
            (0, 0, "0 small counts hidden"),
        ] {
            assert_eq!(say!("suppression-hidden", small = small, others = others), words);
        }
        assert_eq!(say!("suppression-hidden.hint", others = 0usize), "In the whole dataset.");
        assert!(say!("suppression-hidden.hint", others = 2usize).contains("could be worked out"));
    }
}
