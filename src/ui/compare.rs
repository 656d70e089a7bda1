//! Compare: one concept, many councils, on a card.

use egui::{Margin, Stroke, Ui};

use crate::app::{Action, CompareScope};
use crate::draw::Extent;
use crate::figure::Body;
use crate::figure::words::sentence_case;
use crate::model::{FigureKind, Order};
use crate::say;

use super::controls::{ToggleShape, choice, quiet, selector};
use super::empty::ways_out_ui;
use super::rooms::figure_ui;
use super::shell::PanelContext;
use super::why::notes_why_ui;

pub(super) fn bar_ui(ui: &mut Ui, scene: &mut PanelContext<'_>) {
    let state = scene.state;
    let concepts: Vec<(String, String)> =
        state.views.pages.concepts.iter().map(|(c, n)| (c.clone(), format!("{} ({n})", sentence_case(c)))).collect();
    if concepts.is_empty() {
        // Nothing can be chosen; the card below says what to do.
        return;
    }
    if let Some(concept) = selector(ui, say!("compare-concept"), 186.0, &state.views.concept, &concepts) {
        scene.send(Action::Compare(concept));
    }
    let kinds: Vec<(FigureKind, String)> = FigureKind::ALL.into_iter().map(|k| (k, k.label().to_owned())).collect();
    if let Some(kind) = selector(ui, say!("compare-kind"), 160.0, &state.views.kind, &kinds) {
        scene.send(Action::Draw(kind));
    }
    let orders: Vec<(Order, String)> = Order::ALL.into_iter().map(|o| (o, o.label().to_owned())).collect();
    if let Some(order) = selector(ui, say!("compare-order"), 92.0, &state.views.order, &orders) {
        scene.send(Action::Sort(order));
    }
    if !state.views.pinned.is_empty() {
        let on = state.views.compare_scope == CompareScope::Pinned;
        let label = say!("compare-pinned", n = state.views.pinned.len());
        if choice(ui, scene.tokens, ToggleShape::Chip, on, &label, &label).clicked() {
            scene.send(Action::CompareWhom(if on { CompareScope::All } else { CompareScope::Pinned }));
        }
    }
}

/// One concept may be counted in several ways, which never share an axis; each is one click away.
fn indicators_ui(ui: &mut Ui, scene: &mut PanelContext<'_>) {
    let state = scene.state;
    if state.views.pages.indicators.len() < 2 || !state.views.kind.needs_one_concept() {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(6.0, 6.0);
        ui.label(quiet(say!("compare-counted-as"), scene.tokens));
        let drawn = state.views.pages.compare.drawn();
        let on_axis = drawn.first().and_then(|id| state.document.dataset.outcome(id)).map(|l| l.indicator.id.clone());
        // On an index axis all of them may stand together.
        let together = state.views.kind == FigureKind::Index;
        let on_axis = on_axis.filter(|_| !together);
        if together {
            let on = state.views.indicator.is_none();
            let (label, spoken) = (say!("compare-together"), say!("compare-together.spoken"));
            if choice(ui, scene.tokens, ToggleShape::Chip, on, label, spoken).clicked() {
                scene.send(Action::CompareIndicator(None));
            }
        }
        for (id, name, n) in &state.views.pages.indicators {
            let on = state.views.indicator.as_ref().or(on_axis.as_ref()) == Some(id);
            let label = format!("{name} ({n})");
            let spoken = say!("compare-count-as-spoken", indicator = name.as_str());
            if choice(ui, scene.tokens, ToggleShape::Chip, on, &label, &spoken).clicked() {
                scene.send(Action::CompareIndicator(Some(id.clone())));
            }
        }
    });
    ui.add_space(4.0);
}

pub(super) fn compare_ui(ui: &mut Ui, scene: &mut PanelContext<'_>) {
    let tokens = scene.tokens;
    indicators_ui(ui, scene);
    egui::Frame::new()
        .fill(tokens.surface)
        .stroke(Stroke::new(1.0, tokens.line))
        .corner_radius(8)
        .inner_margin(Margin::same(16))
        .show(ui, |ui| {
            ui.set_min_width(ui.available_width());
            let figure = &scene.state.views.pages.compare;
            figure_ui(ui, scene, figure, Extent::Whole);
            notes_why_ui(ui, scene, figure);
            if matches!(figure.body, Body::Empty(_)) {
                ways_out_ui(ui, scene);
            }
        });
}
