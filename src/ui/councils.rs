//! The list of councils: search, filters, counts, ticks. Clicks and arrow keys go from council to council.

use egui::Id;
use egui::accesskit::{Role, Toggled};
use egui::{Align, Align2, Color32, Rect, ScrollArea, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2};

use crate::app::{Action, PointedAt, Tab};
use crate::draw::roving::{TabStop, part};
use crate::model::Council;
use crate::say;
use crate::theme::{Type, space};

use super::context_menu::MenuTarget;
use super::controls::{Indent, bold, echo_beside, fold_ui, quiet};
use super::filters::filters_ui;
use super::panes::Pane;
use super::shell::{Height, PanelContext};

const ROW: f32 = 27.0;
/// Height of the line that says what a council was found by, where it was not its name.
const FOUND_BY: f32 = 14.0;

pub(super) fn councils_ui(ui: &mut Ui, scene: &mut PanelContext<'_>) {
    if scene.height == Height::Low {
        ScrollArea::vertical().id_salt("councils-low").auto_shrink([false, false]).show(ui, |ui| parts_ui(ui, scene));
    } else {
        parts_ui(ui, scene);
    }
}

/// The list itself, without search and filters.
pub(super) fn list_id() -> Id {
    Id::unique("list-of-councils")
}

/// Where the focus of a council's row is.
fn row_id(council: &Council) -> Id {
    Id::unique(("council", council.id.as_str()))
}

fn parts_ui(ui: &mut Ui, scene: &mut PanelContext<'_>) {
    let scene_is_low = scene.height == Height::Low;
    search_ui(ui, scene);
    let filters = &scene.state.views.filters;
    let on = filters.count();
    let title = if on == 0 { say!("council-filters").to_owned() } else { say!("council-filters-on", n = on) };
    fold_ui(ui, &title, &title, "filters", Indent::Indented, |ui| filters_ui(ui, scene));
    // The button stands below the list, so that it pushes nothing down under the pointer.
    let narrowed = filters.is_active();
    let foot = if narrowed { 58.0 } else { 22.0 };
    let height = (ui.available_height() - foot).max(60.0);
    let list = egui::UiBuilder::new()
        .scope_id(list_id())
        .accessibility_role(Role::ListBox)
        .accessibility_label(say!("council-list-spoken"));
    let list_in = |ui: &mut Ui| {
        ui.scope_builder(list, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            list_ui(ui, scene);
        });
    };
    if scene_is_low {
        // The whole pane scrolls instead.
        list_in(ui);
    } else {
        ScrollArea::vertical().id_salt("council-list").max_height(height).auto_shrink([false, false]).show(ui, list_in);
    }
    if narrowed && ui.button(say!("council-list-clear")).clicked() {
        scene.send(Action::ClearFilters);
    }
    let bodies = scene.state.views.pages.listed.len();
    let pinned = scene.state.views.pinned.len();
    let words = if pinned == 0 {
        say!("council-list-count", n = bodies)
    } else {
        say!("council-list-count-pinned", n = bodies, pinned = pinned)
    };
    ui.label(quiet(words, scene.tokens));
}

fn search_ui(ui: &mut Ui, scene: &mut PanelContext<'_>) {
    let mut search = scene.state.views.filters.search.clone();
    let field = egui::TextEdit::singleline(&mut search)
        .hint_text(say!("council-search"))
        .desired_width(ui.available_width() - 4.0)
        .margin(egui::Margin::symmetric(8, 5));
    let response = ui.add(field);
    let _ = ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_label(say!("council-search.spoken"));
    });
    if scene.requests.search {
        response.request_focus();
    }
    if response.changed() {
        scene.send(Action::Search(search));
    }
    // Enter goes to the first council found.
    if response.lost_focus()
        && ui.input(|i| i.key_pressed(egui::Key::Enter))
        && let Some(first) = scene.state.views.pages.listed.first()
    {
        scene.send(Action::GoTo(first.clone()));
        // From there arrows go on.
        ui.memory_mut(|memory| memory.request_focus(Pane::Councils.id()));
    }
}

fn list_ui(ui: &mut Ui, scene: &mut PanelContext<'_>) {
    let state = scene.state;
    let dataset = &state.document.dataset;
    if state.views.pages.listed.is_empty() {
        ui.add_space(space::M);
        ui.label(if dataset.councils.is_empty() {
            say!("council-none-in-dataset")
        } else {
            say!("council-list-nothing-fits")
        });
        return;
    }
    let mut above = None;
    for id in &state.views.pages.listed {
        let Some(council) = dataset.council(id) else { continue };
        let part = if state.views.my_council.as_ref() == Some(id) {
            Some(say!("council-list-mine"))
        } else if !council.kind.is_council() {
            Some(say!("council-list-others"))
        } else if state.views.pages.by_region {
            Some(if council.region.is_empty() { say!("council-list-no-region") } else { council.region.as_str() })
        } else {
            // Where nothing stands before them the councils need no heading.
            above.map(|_| say!("council-list-councils"))
        };
        if let Some(part) = part.filter(|part| above != Some(*part)) {
            if above.is_some() || !council.kind.is_council() {
                ui.add_space(space::S);
            }
            ui.label(bold(part, Type::Small).color(scene.tokens.quiet));
            ui.add_space(2.0);
            above = Some(part);
        }
        row_ui(ui, scene, council);
    }
}

fn row_ui(ui: &mut Ui, scene: &mut PanelContext<'_>, council: &Council) {
    let state = scene.state;
    let tokens = scene.tokens;
    let current = state.views.council.as_ref() == Some(&council.id)
        && (state.views.room != Tab::Overview || state.views.selected.is_some());
    let pinned = state.views.pinned.contains(&council.id);
    let count = state.views.pages.counts.get(&council.id).copied().unwrap_or(0);
    let found_by = state.views.pages.found_by.get(&council.id).and_then(|found| found.label());
    let height = if found_by.is_some() { ROW + FOUND_BY } else { ROW };
    let (whole, _) = ui.allocate_exact_size(Vec2::new(ui.available_width() - 4.0, height), Sense::hover());
    let rect = Rect::from_min_size(whole.min, vec2(whole.width(), ROW));

    let tick = Rect::from_min_size(rect.min, vec2(28.0, ROW));
    let first = state.views.council.as_ref().is_none_or(|c| !state.views.pages.listed.contains(c))
        && state.views.pages.listed.first() == Some(&council.id);
    let is_current = state.views.council.as_ref() == Some(&council.id);
    // Tab comes to the list once, at the current council; arrows go on from there.
    let stop = if is_current || first { TabStop::Tab } else { TabStop::Arrows };
    let tick_response = part(ui, tick, Id::unique(("pin", council.id.as_str())), stop);
    let pin = say!("council-pin-spoken", name = council.name.as_str());
    tick_response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, pinned, &pin));
    let _ = ui.ctx().accesskit_node_builder(tick_response.id, |node| {
        node.set_toggled(if pinned { Toggled::True } else { Toggled::False });
    });
    if tick_response.clicked() {
        scene.send(Action::Pin(council.id.clone()));
    }

    let name = Rect::from_min_max(pos2(tick.right(), rect.top()), whole.max);
    let response = part(ui, name, row_id(council), stop);
    let is_mine = state.views.my_council.as_ref() == Some(&council.id);
    let spoken = match found_by {
        None if is_mine => say!("council-row-mine-spoken", name = council.name.as_str(), n = count),
        None => say!("council-row-spoken", name = council.name.as_str(), n = count),
        Some(found) => say!("council-row-found-spoken", name = council.name.as_str(), n = count, found = found),
    };
    response.widget_info(|| WidgetInfo::labeled(Role::ListBoxOption, true, &spoken));
    let _ = ui.ctx().accesskit_node_builder(response.id, |node| node.set_selected(current));
    if is_current && scene.requests.council && scene.list_has_focus {
        response.request_focus();
    }
    if response.clicked() {
        let held = ui.input(|input| input.modifiers);
        scene.send(if held.command {
            Action::Pin(council.id.clone())
        } else if held.shift {
            Action::TickTo(council.id.clone())
        } else {
            Action::GoTo(council.id.clone())
        });
    }
    if response.hovered() || tick_response.hovered() {
        scene.pointed_at = Some(PointedAt::Council(council.id.clone()));
    }
    scene.offer_menu(&response, || MenuTarget::Council(council.id.clone()));
    scene.offer_menu(&tick_response, || MenuTarget::Council(council.id.clone()));
    echo_beside(&response, whole, &spoken);
    echo_beside(&tick_response, whole, &say!("council-pin-hint", name = council.name.as_str()));
    if current && scene.requests.council {
        ui.scroll_to_rect(whole, Some(Align::Center));
    }
    if !ui.is_rect_visible(whole) {
        return;
    }
    let painter = ui.painter();
    let fill = if current {
        tokens.selected
    } else if response.hovered() || tick_response.hovered() || state.views.pointing.councils.contains(&council.id) {
        tokens.hovered
    } else {
        Color32::TRANSPARENT
    };
    painter.rect_filled(whole, 5.0, fill);
    if let Some(found) = found_by {
        let text = egui::text::TextFormat::simple(Type::Small.regular(), tokens.quiet);
        let mut job = egui::text::LayoutJob::single_section(found.to_owned(), text);
        job.wrap = egui::text::TextWrapping::truncate_at_width(whole.right() - name.left() - 8.0);
        let galley = painter.layout_job(job);
        painter.galley(pos2(name.left() + 2.0, rect.bottom() - 5.0), galley, tokens.quiet);
    }
    let square = Rect::from_center_size(tick.center(), Vec2::splat(13.0));
    painter.rect(
        square,
        3.0,
        if pinned { tokens.accent } else { tokens.surface },
        Stroke::new(1.0, if pinned { tokens.accent } else { tokens.edge }),
        StrokeKind::Inside,
    );
    if pinned {
        let stroke = Stroke::new(1.75, tokens.on_accent);
        let (a, b, c) = (vec2(-3.2, 0.2), vec2(-0.8, 2.6), vec2(3.4, -2.6));
        painter.line_segment([square.center() + a, square.center() + b], stroke);
        painter.line_segment([square.center() + b, square.center() + c], stroke);
    }
    let font = if current { Type::Body.bold() } else { Type::Body.regular() };
    let badge = if count == 0 { "–".to_owned() } else { count.to_string() };
    let galley = painter.layout_no_wrap(badge, Type::Small.regular(), tokens.quiet);
    let badge_rect = Rect::from_center_size(
        pos2(rect.right() - 18.0, rect.center().y),
        vec2(galley.size().x.max(10.0) + 12.0, 18.0),
    );
    painter.rect_filled(badge_rect, 9.0, if current { tokens.surface } else { tokens.hovered });
    painter.galley(badge_rect.center() - galley.size() / 2.0, galley, tokens.quiet);
    let room = badge_rect.left() - name.left() - 6.0;
    let mut job =
        egui::text::LayoutJob::single_section(council.name.clone(), egui::text::TextFormat::simple(font, tokens.ink));
    job.wrap = egui::text::TextWrapping::truncate_at_width(room);
    let galley = painter.layout_job(job);
    let at = Align2::LEFT_CENTER.anchor_size(pos2(name.left() + 2.0, rect.center().y), galley.size()).min;
    painter.galley(at, galley, tokens.ink);
}
