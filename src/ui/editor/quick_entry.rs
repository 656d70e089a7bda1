//! Quick entry: a form with one field for the sentence as it is printed. Below it, in a place that is always kept, stands what it is taken
//! for; then what belongs to it, as it was recognised or is proposed, each to be chosen otherwise. Nothing moves while somebody types.

use egui::{Align, Context, Key, Layout, Modifiers, Sense, TextEdit, Ui, UiBuilder, vec2};

use crate::app::{Action, EditorAction, QuickForm, QuickNext, QuickStep, State};
use crate::edit::forms::{CouncilOffer, council_offers, indicator_offers, source_offers};
use crate::edit::{PartPath, QuickChoice, QuickEntry, QuickGap, home_offers};
use crate::say;
use crate::theme::{Tokens, Type, space};

use super::super::controls::{bold, live_ui};
use super::super::dialog::dialog_ui;
use super::super::requests::Requests;
use super::super::shell::PanelContext;
use super::choices::{chooser_ui, pair_ui, whole};
use super::field::{Field, hint};

/// The part whose fields those of the form are named as.
const PLACE: PartPath = PartPath::Facts;
/// The width of the form, in points.
const WIDTH: f32 = 680.0;
/// The height of the place for what is read, in points: four lines.
const READ: f32 = 76.0;
/// The height of the place for what may have been meant.
const MEANT: f32 = 24.0;

/// Shows the form while it is open; gives what was asked for.
pub(in super::super) fn show(ctx: &Context, state: &State, tokens: &Tokens, requests: &Requests) -> Vec<Action> {
    let Some(form) = &state.editor.quick else { return Vec::new() };
    let mut scene = PanelContext::of_dialog(ctx, state, tokens, requests);
    let shown = dialog_ui(ctx, say!("quick-entry"), WIDTH, |ui| form_ui(ui, &mut scene, form));
    if shown.wants_close && scene.actions.is_empty() {
        scene.send(step(QuickStep::Close));
    }
    scene.actions
}

fn step(step: QuickStep) -> Action {
    Action::Editor(EditorAction::Quick(step))
}

fn form_ui(ui: &mut Ui, scene: &mut PanelContext<'_>, form: &QuickForm) {
    if ui.ctx().input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter)) {
        scene.send(step(QuickStep::Add(QuickNext::Another)));
    }
    sentence_ui(ui, scene, form);
    read_ui(ui, scene, form);
    let chosen = parts_ui(ui, scene, form);
    if chosen != form.entry {
        scene.send(step(QuickStep::Choose(Box::new(chosen))));
    }
    buttons_ui(ui, scene, form);
}

fn sentence_ui(ui: &mut Ui, scene: &mut PanelContext<'_>, form: &QuickForm) {
    let field = Field::line(PLACE, "quick.sentence", say!("quick-entry-sentence"), whole(ui));
    let label = ui.label(bold(field.label, Type::Small)).id;
    let mut text = form.entry.sentence.clone();
    let edit = TextEdit::singleline(&mut text).id(field.id()).desired_width(f32::INFINITY);
    let edit = edit.hint_text(hint(say!("quick-entry-sentence.hint"), scene.tokens));
    let response = ui.add(edit).labelled_by(label);
    if scene.requests.wants(PLACE, field.name) {
        response.request_focus();
    }
    let _ = ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(form.reading.told.as_str()));
    if text != form.entry.sentence {
        scene.send(step(QuickStep::Change(Box::new(QuickEntry { sentence: text, ..form.entry.clone() }))));
    }
    if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter) && !input.modifiers.command) {
        scene.send(step(QuickStep::Add(QuickNext::Show)));
    }
}

/// What the sentence is taken for, in a place whose height stays.
fn read_ui(ui: &mut Ui, scene: &mut PanelContext<'_>, form: &QuickForm) {
    let tokens = scene.tokens;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), READ), Sense::hover());
    ui.painter().rect_filled(rect, 4.0, tokens.hovered);
    let has_text = !form.entry.sentence.trim().is_empty();
    let bar = if form.reading.is_whole() { tokens.accent } else { tokens.caution };
    if has_text {
        let line = egui::Rect::from_min_max(rect.min, egui::pos2(rect.left() + 4.0, rect.bottom()));
        ui.painter().rect_filled(line, 2.0, bar);
    }
    let inner = UiBuilder::new().max_rect(rect.shrink2(vec2(12.0, 5.0))).layout(Layout::top_down(Align::Min));
    // A part of its own, so that its words take no other room than what is kept for them.
    let mut place = ui.new_child(inner.id_salt("read"));
    place.set_clip_rect(rect.intersect(ui.clip_rect()));
    let told = egui::RichText::new(&form.reading.told).font(Type::Body.regular());
    place.add(egui::Label::new(told).wrap()).on_hover_text(&form.reading.told);
    live_ui(ui, "quick-entry", if has_text { &form.reading.told } else { "" });
    let (line, _) = ui.allocate_exact_size(vec2(ui.available_width(), MEANT), Sense::hover());
    let meant = UiBuilder::new().max_rect(line).layout(Layout::left_to_right(Align::Center));
    let mut place = ui.new_child(meant.id_salt("meant"));
    for meaning in &form.reading.meant {
        if place.small_button(say!("fields-write", text = meaning.figure.as_str())).clicked() {
            let entry = QuickEntry { sentence: meaning.sentence.clone(), ..form.entry.clone() };
            scene.send(step(QuickStep::Change(Box::new(entry))));
            scene.send(Action::Editor(EditorAction::Cursor(PLACE, "quick.sentence".to_owned())));
        }
    }
}

/// What belongs to the sentence, as it is recognised or proposed; gives the entry with what was chosen.
fn parts_ui(ui: &mut Ui, scene: &mut PanelContext<'_>, form: &QuickForm) -> QuickEntry {
    let dataset = scene.state.document.original.clone();
    let (reading, mut entry) = (&form.reading, form.entry.clone());
    let typed = |scene: &PanelContext<'_>, field: &str| scene.state.editor.drafts.text(PLACE, field).to_owned();
    let asked = |gap: QuickGap| if reading.gap == Some(gap) { say!("quick-entry-asked") } else { "" };
    pair_ui(ui, |ui, width| {
        let field = Field::line(PLACE, "quick.indicator", say!("quick-entry-indicator"), width);
        let field = field.help(asked(QuickGap::Indicator));
        let name = typed(scene, field.name);
        let shown = reading.indicator(&dataset);
        let picked = chooser_ui(ui, scene, &field, shown, |text| indicator_offers(&dataset, text));
        if let Some(picked) = picked {
            entry.indicator = Some(picked.map_or(QuickChoice::New(name.trim().to_owned()), QuickChoice::There));
        }
        let field = Field::line(PLACE, "quick.council", say!("quick-entry-council"), width);
        let field = field.help(asked(QuickGap::Council));
        let shown = reading.councils(&dataset);
        let picked = chooser_ui(ui, scene, &field, &shown, |text| council_offers(&dataset, text, &[]));
        match picked {
            Some(CouncilOffer::There(id)) => entry.council = dataset.council(&id).cloned(),
            Some(CouncilOffer::New(council)) => entry.council = Some(*council),
            None => {}
        }
    });
    pair_ui(ui, |ui, width| {
        let field = Field::line(PLACE, "quick.home", say!("quick-entry-programme"), width);
        let places = reading.outcome.places.clone();
        let shown = if places.is_empty() { "" } else { reading.home(&dataset) };
        let picked = chooser_ui(ui, scene, &field, shown, |text| home_offers(&dataset, &places, text));
        entry.home = picked.or(entry.home.take());
        let field = Field::line(PLACE, "quick.source", say!("quick-entry-source"), width);
        let title = typed(scene, field.name);
        let shown = reading.outcome.source_in(&dataset).map_or("", |source| source.title.as_str());
        let picked = chooser_ui(ui, scene, &field, shown, |text| source_offers(&dataset, text));
        if let Some(picked) = picked {
            entry.source = Some(picked.map_or(QuickChoice::New(title.trim().to_owned()), QuickChoice::There));
        }
    });
    entry
}

fn buttons_ui(ui: &mut Ui, scene: &mut PanelContext<'_>, form: &QuickForm) {
    if scene.state.document.is_read_only {
        ui.label(say!("quick-entry-example"));
        ui.add_space(space::XS);
    }
    ui.horizontal(|ui| {
        let is_whole = form.reading.is_whole();
        let add = ui.add_enabled(is_whole, egui::Button::new(say!("quick-entry-add")));
        if scene.requests.wants(PLACE, "quick.add") {
            add.request_focus();
        }
        if add.on_hover_text(say!("quick-entry-add.hint")).clicked() {
            scene.send(step(QuickStep::Add(QuickNext::Show)));
        }
        let open = ui.add_enabled(is_whole, egui::Button::new(say!("quick-entry-add-and-open")));
        if open.on_hover_text(say!("quick-entry-add-and-open.hint")).clicked() {
            scene.send(step(QuickStep::Add(QuickNext::Form)));
        }
        if ui.button(say!("dialog-cancel")).clicked() {
            scene.send(step(QuickStep::Close));
        }
    });
}

/// A button that asks for a sentence, wherever an outcome may be missed.
pub(in super::super) fn begin_ui(ui: &mut Ui, scene: &mut PanelContext<'_>) {
    let button = ui.button(say!("command-add-an-outcome")).on_hover_text(say!("command-add-an-outcome.hint"));
    if button.clicked() {
        scene.send(step(QuickStep::Open));
    }
}
