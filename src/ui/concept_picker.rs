//! The picker of what Compare shows: a field and a list in two parts, what several councils published and what one only. The cursor stays
//! in the field; arrows choose, Enter takes, Escape closes.

use egui::accesskit::Role;
use egui::{
    Align, Id, Key, Modifiers, Popup, PopupCloseBehavior, RectAlign, ScrollArea, Sense, TextEdit, Ui, WidgetInfo, vec2,
};

use crate::app::{Action, ConceptOffer};
use crate::figure::words::sentence_case;
use crate::say;
use crate::theme::{Type, space};

use super::controls::{bold, opens, quiet};
use super::shell::PanelContext;

const ROW: f32 = 24.0;
const WIDTH: f32 = 340.0;
/// The most letters that are looked for; nothing has a longer name.
const LONGEST: usize = 100;

/// What was typed, which of the offers fit it, and the chosen one among these.
#[derive(Clone, Default)]
struct Picker {
    typed: String,
    found: Vec<usize>,
    chosen: usize,
}

impl Picker {
    fn find(&mut self, offers: &[ConceptOffer]) {
        self.found = offers.iter().enumerate().filter(|(_, offer)| offer.fits(&self.typed)).map(|(at, _)| at).collect();
        self.chosen = 0;
    }
}

pub(super) fn concept_ui(ui: &mut Ui, scene: &mut PanelContext<'_>) {
    let state = scene.state;
    let offers = &state.views.pages.offers;
    let shown =
        offers.iter().find(|offer| offer.concept == state.views.concept).map_or("", |offer| offer.label.as_str());
    let mut job = egui::text::LayoutJob::single_section(
        sentence_case(&state.views.concept),
        egui::text::TextFormat::simple(Type::Body.bold(), scene.tokens.ink),
    );
    job.wrap = egui::text::TextWrapping::truncate_at_width(166.0);
    let words = ui.painter().layout_job(job);
    let (rect, response) = ui.allocate_exact_size(vec2(words.size().x + 36.0, 26.0), Sense::click());
    let name = say!("alt-chosen", name = say!("compare-concept"), chosen = shown);
    response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, &name));
    let is_open = Popup::is_id_open(ui.ctx(), Popup::default_response_id(&response));
    let _ = ui.ctx().accesskit_node_builder(response.id, |node| node.set_expanded(is_open));
    let tokens = scene.tokens;
    let fill = if response.hovered() { tokens.hovered } else { tokens.surface };
    let edge = egui::Stroke::new(1.0, if response.has_focus() { tokens.accent } else { tokens.edge });
    ui.painter().rect(rect, 4.0, fill, edge, egui::StrokeKind::Inside);
    ui.painter().galley(egui::pos2(rect.left() + 10.0, rect.center().y - words.size().y / 2.0), words, tokens.ink);
    let tip = egui::pos2(rect.right() - 14.0, rect.center().y + 3.0);
    let triangle = vec![tip, tip + vec2(-4.0, -5.0), tip + vec2(4.0, -5.0)];
    ui.painter().add(egui::Shape::convex_polygon(triangle, tokens.ink, egui::Stroke::NONE));
    let picked = Popup::from_toggle_button_response(&response)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .align(RectAlign::BOTTOM_START)
        .width(WIDTH)
        .show(|ui| picker_ui(ui, scene, offers));
    let Some(picked) = picked else { return };
    if let Some(concept) = picked.inner {
        Popup::close_id(ui.ctx(), Popup::default_response_id(&response));
        response.request_focus();
        scene.send(Action::Compare(concept));
    } else if ui.input(|i| i.key_pressed(Key::Escape)) {
        response.request_focus();
    }
}

fn picker_ui(ui: &mut Ui, scene: &PanelContext<'_>, offers: &[ConceptOffer]) -> Option<String> {
    let id = Id::unique("concept-picker");
    let is_fresh = opens(ui);
    let mut picker: Picker =
        if is_fresh { Picker::default() } else { ui.data(|data| data.get_temp(id)).unwrap_or_default() };
    if is_fresh {
        picker.find(offers);
        let current = |at: &usize| offers.get(*at).is_some_and(|offer| offer.concept == scene.state.views.concept);
        picker.chosen = picker.found.iter().position(current).unwrap_or(0);
    }
    // Before the field sees them.
    let mut moved = is_fresh;
    for (key, by) in [(Key::ArrowDown, 1), (Key::ArrowUp, -1), (Key::PageDown, 8), (Key::PageUp, -8)] {
        let presses = ui.input_mut(|i| i.count_and_consume_key(Modifiers::NONE, key));
        picker.chosen = picker.chosen.saturating_add_signed(by * presses.cast_signed());
        moved |= presses > 0;
    }
    picker.chosen = picker.chosen.min(picker.found.len().saturating_sub(1));
    // Enter may be what opened it.
    let entered = !is_fresh && ui.input_mut(|i| i.consume_key(Modifiers::NONE, Key::Enter));
    ui.set_width(WIDTH);
    let field = TextEdit::singleline(&mut picker.typed)
        .hint_text(say!("compare-search"))
        .char_limit(LONGEST)
        .desired_width(f32::INFINITY)
        .margin(egui::Margin::symmetric(8, 5));
    let response = ui.add(field);
    if is_fresh {
        response.request_focus();
    }
    if response.changed() {
        picker.find(offers);
        moved = true;
    }
    let chosen = picker.found.get(picker.chosen).and_then(|at| offers.get(*at));
    let _ = ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_label(say!("compare-search"));
        if let Some(offer) = chosen {
            node.set_active_descendant(row_id(&offer.concept).accesskit_id());
        }
    });
    let mut picked = if entered { chosen.map(|offer| offer.concept.clone()) } else { None };
    let most = (ui.ctx().content_rect().height() - ui.cursor().top() - 24.0).clamp(90.0, 460.0);
    // As high for one line as for many, so that it keeps still while somebody types.
    let area = ScrollArea::vertical().id_salt("concepts").max_height(most).min_scrolled_height(most);
    area.auto_shrink(false).show(ui, |ui| {
        if picker.found.is_empty() {
            ui.label(say!("compare-nothing-found", typed = picker.typed.trim()));
        }
        let list =
            egui::UiBuilder::new().accessibility_role(Role::ListBox).accessibility_label(say!("compare-concept"));
        ui.scope_builder(list, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let clicked = list_ui(ui, scene, offers, &picker, moved);
            picked = picked.take().or(clicked);
        });
    });
    ui.data_mut(|data| data.insert_temp(id, picker));
    picked
}

/// The offers that fit, under the headings of the two parts and of topics.
fn list_ui(
    ui: &mut Ui,
    scene: &PanelContext<'_>,
    offers: &[ConceptOffer],
    picker: &Picker,
    moved: bool,
) -> Option<String> {
    let mut picked = None;
    let mut above: Option<&ConceptOffer> = None;
    for (number, offer) in picker.found.iter().filter_map(|at| offers.get(*at)).enumerate() {
        let is_new_part = above.is_none_or(|above| above.is_of_several() != offer.is_of_several());
        if is_new_part {
            let of_part = picker.found.iter().filter_map(|at| offers.get(*at));
            let n = of_part.filter(|other| other.is_of_several() == offer.is_of_several()).count();
            if number > 0 {
                ui.add_space(space::S);
            }
            let words =
                if offer.is_of_several() { say!("compare-several", n = n) } else { say!("compare-one-only", n = n) };
            ui.label(bold(words, Type::Body));
        }
        if is_new_part || above.is_some_and(|above| above.topic != offer.topic) {
            ui.add_space(space::XS);
            ui.label(quiet(&offer.topic, scene.tokens));
        }
        above = Some(offer);
        if row_ui(ui, scene, offer, number == picker.chosen, moved) {
            picked = Some(offer.concept.clone());
        }
    }
    picked
}

fn row_ui(ui: &mut Ui, scene: &PanelContext<'_>, offer: &ConceptOffer, is_chosen: bool, moved: bool) -> bool {
    let tokens = scene.tokens;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    let response = ui.interact(rect, row_id(&offer.concept), Sense::CLICK);
    response.widget_info(|| WidgetInfo::labeled(Role::ListBoxOption, true, &offer.label));
    let is_current = offer.concept == scene.state.views.concept;
    let _ = ui.ctx().accesskit_node_builder(response.id, |node| node.set_selected(is_current));
    if is_chosen && moved {
        ui.scroll_to_rect(rect, if is_current { Some(Align::Center) } else { None });
    }
    if ui.is_rect_visible(rect) {
        let fill = if is_chosen { tokens.selected } else { tokens.hovered };
        if is_chosen || response.hovered() {
            ui.painter().rect_filled(rect, 4.0, fill);
        }
        if is_chosen {
            // Not by the ground's colour alone.
            ui.painter().rect_filled(egui::Rect::from_min_size(rect.min, vec2(3.0, ROW)), 1.0, tokens.accent);
        }
        let face = if is_current { Type::Body.bold() } else { Type::Body.regular() };
        let mut job = egui::text::LayoutJob::single_section(
            offer.label.clone(),
            egui::text::TextFormat::simple(face, tokens.ink),
        );
        job.wrap = egui::text::TextWrapping::truncate_at_width(rect.width() - 16.0);
        let words = ui.painter().layout_job(job);
        ui.painter().galley(egui::pos2(rect.left() + 12.0, rect.center().y - words.size().y / 2.0), words, tokens.ink);
    }
    response.clicked()
}

fn row_id(concept: &str) -> Id {
    Id::unique(("concept", concept))
}
