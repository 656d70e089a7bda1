//! Compare: one concept, many councils, on a card.

use egui::{Margin, Stroke, Ui};

use crate::app::Action;
use crate::compare::Rule;
use crate::figure::words::sentence_case;
use crate::figure::{Body, Figure, left_out_sentences};
use crate::help::HelpAnchor;
use crate::model::{FigureKind, Order};
use crate::say;
use crate::theme::{Type, space};

use super::comparability::{WIDE, strip_ui};
use super::controls::{HeadingLevel, Indent, ToggleShape, bold, choice, fold_ui, heading, quiet, selector};
use super::empty::ways_out_ui;
use super::help::read;
use super::rooms::figure_ui;
use super::shell::PanelContext;

/// A figure is no wider than this, in points: further apart, a name and its mark are no longer read as one row.
const MOST_WIDTH: f32 = 1100.0;

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
    ui.set_max_width(ui.available_width().min(MOST_WIDTH));
    indicators_ui(ui, scene);
    card_ui(ui, scene, &scene.state.views.pages.compare);
}

/// A figure on a card: its title, whether it may be compared, the figure, its notes.
pub(super) fn card_ui(ui: &mut Ui, scene: &mut PanelContext<'_>, figure: &Figure) {
    let tokens = scene.tokens;
    egui::Frame::new()
        .fill(tokens.surface)
        .stroke(Stroke::new(1.0, tokens.line))
        .corner_radius(8)
        .inner_margin(Margin::same(16))
        .show(ui, |ui| {
            ui.set_min_width(ui.available_width());
            head_ui(ui, scene, figure);
            figure_ui(ui, scene, figure);
            foot_ui(ui, scene, figure);
            if matches!(figure.body, Body::Empty(_)) {
                ways_out_ui(ui, scene);
            }
        });
}

/// The title, what is counted, and whether it may be compared.
fn head_ui(ui: &mut Ui, scene: &mut PanelContext<'_>, figure: &Figure) {
    heading(ui, bold(&figure.title, Type::Title), HeadingLevel::First);
    // The headings of the columns say the same, and where there is little room the figure comes first.
    if !figure.subtitle.is_empty() && ui.available_width() >= WIDE {
        ui.label(quiet(&figure.subtitle, scene.tokens));
    }
    if let Some(strip) = &figure.comparability {
        strip_ui(ui, scene, strip);
    }
}

/// The notes behind their number, each with the way to its rule, and the sources.
fn foot_ui(ui: &mut Ui, scene: &mut PanelContext<'_>, figure: &Figure) {
    ui.add_space(space::S);
    // The strip says the first of them already.
    let notes = figure.notes.get(usize::from(figure.comparability.is_some())..).unwrap_or_default();
    let left_out = left_out_sentences(&figure.left_out);
    let n = notes.len() + left_out.len() + usize::from(!figure.author_note.is_empty());
    if n > 0 {
        let words = say!("compare-notes", n = n);
        fold_ui(ui, &words, &words, "notes", Indent::Flush, |ui| {
            let told = notes.iter().map(|note| (note.text.as_str(), Some(note.rule)));
            let authors = (!figure.author_note.is_empty()).then_some((figure.author_note.as_str(), None));
            let left_out = left_out.iter().map(|sentence| (sentence.as_str(), Some(Rule::R2)));
            for (number, (text, rule)) in told.chain(authors).chain(left_out).enumerate() {
                note_ui(ui, scene, number + 1, text, rule);
            }
        });
    }
    if !figure.source.is_empty() {
        ui.label(quiet(&figure.source, scene.tokens));
    }
}

fn note_ui(ui: &mut Ui, scene: &mut PanelContext<'_>, number: usize, text: &str, rule: Option<Rule>) {
    ui.horizontal_wrapped(|ui| {
        ui.label(text);
        let Some(rule) = rule else { return };
        let link = ui.link(say!("compare-note-why"));
        let spoken = say!("compare-note-why.spoken", n = number);
        link.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Link, true, &spoken));
        if link.clicked() {
            scene.send(read(HelpAnchor::rule(rule.number())));
        }
    });
}
