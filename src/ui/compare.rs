//! Compare: one concept, many councils, on a card.

use egui::{Margin, Stroke, Ui};

use crate::app::{Action, DatesAction, Tab};
use crate::compare::Rule;
use crate::figure::words::period;
use crate::figure::{Body, Figure, left_out_sentences};
use crate::help::HelpAnchor;
use crate::model::{FigureKind, Order, SeriesScale};
use crate::say;
use crate::theme::{Type, space};

use super::comparability::{WIDE, is_low, strip_ui};
use super::concept_picker::concept_ui;
use super::controls::{HeadingLevel, Indent, ToggleShape, bold, caution, choice, fold_ui, heading, quiet, selector};
use super::empty::ways_out_ui;
use super::help::read;
use super::rooms::figure_ui;
use super::shell::{Folding, PanelContext, reserves_side};

/// A figure is no wider than this, in points: further apart, a name and its mark are no longer read as one row.
const MOST_WIDTH: f32 = 1100.0;

pub(super) fn bar_ui(ui: &mut Ui, scene: &mut PanelContext<'_>) {
    let state = scene.state;
    if state.views.pages.offers.is_empty() {
        // Nothing can be chosen; the card below says what to do.
        return;
    }
    concept_ui(ui, scene);
    // None that draws nothing is offered; the one on screen may, where the scope was narrowed since it was chosen.
    let drawing = state.views.pages.kinds.iter().filter(|(kind, n)| *n > 0 || *kind == state.views.kind);
    let kinds: Vec<(FigureKind, String)> =
        drawing.map(|(kind, n)| (*kind, say!("compare-kind-rows", kind = kind.label(), n = *n))).collect();
    if let Some(kind) = selector(ui, say!("compare-kind"), 140.0, &state.views.kind, &kinds) {
        scene.send(Action::Draw(kind));
    }
    if is_low(ui.ctx()) && scene.folding == Folding::Open {
        // A line less above the figure, whose headings sort it.
        counted_as_ui(ui, scene);
        if state.views.kind == FigureKind::Trend {
            scale_ui(ui, scene);
        } else {
            dates_ui(ui, scene);
        }
        return;
    }
    if state.views.kind == FigureKind::Trend {
        // Time is its order.
        scale_ui(ui, scene);
        return;
    }
    let orders: Vec<(Order, String)> = Order::ALL.into_iter().map(|o| (o, o.label().to_owned())).collect();
    if let Some(order) = selector(ui, say!("compare-order"), 92.0, &state.views.order, &orders) {
        scene.send(Action::Sort(order));
    }
}

/// What the axis of a trend counts.
fn scale_ui(ui: &mut Ui, scene: &mut PanelContext<'_>) {
    let scales: Vec<(SeriesScale, String)> =
        SeriesScale::ALL.into_iter().map(|scale| (scale, scale.label().to_owned())).collect();
    if let Some(scale) = selector(ui, say!("compare-axis"), 120.0, &scene.state.views.scale, &scales) {
        scene.send(Action::Scale(scale));
    }
}

/// Whether the concept is counted in several ways, of which one has to be chosen.
fn has_several_ways(scene: &PanelContext<'_>) -> bool {
    scene.state.views.pages.indicators.len() > 1 && scene.state.views.kind.needs_one_concept()
}

/// The ways of counting in a box, where there is no room for a line of them.
fn counted_as_ui(ui: &mut Ui, scene: &mut PanelContext<'_>) {
    if !has_several_ways(scene) {
        return;
    }
    let views = &scene.state.views;
    let by_rules = if views.kind == FigureKind::Index { say!("compare-together") } else { say!("compare-by-rules") };
    let ways = views.pages.indicators.iter().map(|(id, name, n)| (Some(id.clone()), format!("{name} ({n})")));
    let ways: Vec<_> = std::iter::once((None, by_rules.to_owned())).chain(ways).collect();
    if let Some(indicator) = selector(ui, say!("compare-counting"), 100.0, &views.indicator, &ways) {
        scene.send(Action::CompareIndicator(indicator));
    }
}

/// The two dates at which official statistics are compared; nothing where the concept has none.
fn dates_ui(ui: &mut Ui, scene: &mut PanelContext<'_>) {
    let Some(offer) = scene.state.views.date_offer() else { return };
    let choices = |range: std::ops::Range<usize>| -> Vec<(usize, String)> {
        range.filter_map(|nth| Some((nth, period(offer.dates.get(nth)?)))).collect()
    };
    // Whatever is offered leaves the first date before the second.
    let (earlier, later) = (choices(0..offer.to.max(1)), choices(offer.from + 1..offer.dates.len()));
    ui.label(quiet(say!("compare-dates-from"), scene.tokens));
    let from = selector(ui, say!("compare-dates-from.spoken"), 122.0, &offer.from, &earlier);
    ui.label(quiet(say!("compare-dates-to"), scene.tokens));
    let to = selector(ui, say!("compare-dates-to.spoken"), 122.0, &offer.to, &later);
    let (from, to) = match (from, to) {
        (None, None) => return,
        (from, to) => (offer.dates.get(from.unwrap_or(offer.from)), offer.dates.get(to.unwrap_or(offer.to))),
    };
    if let (Some(from), Some(to)) = (from, to) {
        scene.send(Action::Dates(DatesAction::Choose(from.clone(), to.clone())));
    }
}

/// What a concept of official statistics is compared by: two dates, and the ways in which it is counted.
fn choices_ui(ui: &mut Ui, scene: &mut PanelContext<'_>) {
    if is_low(ui.ctx()) && scene.folding == Folding::Open {
        return;
    }
    let has_dates = scene.state.views.date_offer().is_some();
    if !has_dates && !has_several_ways(scene) {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(6.0, 6.0);
        if has_dates {
            dates_ui(ui, scene);
            ui.add_space(space::M);
        }
        indicators_ui(ui, scene);
    });
    ui.add_space(4.0);
}

/// One concept may be counted in several ways, which never share an axis; each is one click away.
fn indicators_ui(ui: &mut Ui, scene: &mut PanelContext<'_>) {
    let state = scene.state;
    if !has_several_ways(scene) {
        return;
    }
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
}

pub(super) fn compare_ui(ui: &mut Ui, scene: &mut PanelContext<'_>) {
    ui.set_max_width(ui.available_width().min(MOST_WIDTH));
    // Where the pane of an outcome is always there, that says it.
    if scene.folding == Folding::Folded || !reserves_side(ui.ctx()) {
        missing_ui(ui, scene);
    }
    choices_ui(ui, scene);
    card_ui(ui, scene, &scene.state.views.pages.compare);
}

/// That the council that was looked for has no row here, with the way to its page.
pub(super) fn missing_ui(ui: &mut Ui, scene: &mut PanelContext<'_>) {
    let state = scene.state;
    let Some(sentence) = &state.views.pages.missing else { return };
    caution(ui, scene.tokens, sentence);
    let Some(council) = state.views.missing.as_ref().and_then(|id| state.document.dataset.council(id)) else { return };
    if ui.button(say!("compare-missing-open", place = council.name.as_str())).clicked() {
        scene.send(Action::Show(Tab::Council));
    }
    ui.add_space(space::S);
}

/// A figure on a card: its title, whether it may be compared, the figure, its notes.
pub(super) fn card_ui(ui: &mut Ui, scene: &mut PanelContext<'_>, figure: &Figure) {
    let tokens = scene.tokens;
    egui::Frame::new()
        .fill(tokens.surface)
        .stroke(Stroke::new(1.0, tokens.line))
        .corner_radius(8)
        .inner_margin(if is_low(ui.ctx()) { Margin::symmetric(16, 6) } else { Margin::same(16) })
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
    if !figure.subtitle.is_empty() && ui.available_width() >= WIDE && !is_low(ui.ctx()) {
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
