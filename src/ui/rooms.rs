//! The tabs of the rooms, the controls above the room on screen, and the room itself.

use std::fmt::Debug;
use std::hash::Hash;

use egui::accesskit::Role;
use egui::{FocusDirection, Key, Modifiers, ScrollArea, Ui};

use crate::app::{Action, Drawer, OverviewStep, PointedAt, State, Switch, Tab};
use crate::draw::{self, Extent, Interactivity, Setting, Wishes};
use crate::figure::{Body, Figure};
use crate::say;
use crate::theme::space;

use super::chips::chips_ui;
use super::comparability::is_low;
use super::context_menu::MenuTarget;
use super::controls::{ToggleShape, choice};
use super::dialog::paged_ui;
use super::focus::is_in;
use super::panes::{Pane, pane_ui};
use super::shell::{Folding, Height, PanelContext};
use super::status::work_ui;
use super::{compare, council, editor, overview, saved_views, side_by_side, table};

/// Rows and slopes are at least this wide, in points, and scroll sideways in less: below it marks would have no room.
/// Beside an outcome, a window of 1280 pixels at 125% has this much.
const LEAST_FIGURE: f32 = 420.0;
/// Below this width, in points, what Compare is asked stands below the ticked councils and not beside them.
const BESIDE_CHIPS: f32 = 1000.0;
/// How far a press of Shift and an arrow key scrolls sideways.
const SIDEWAYS: f32 = 80.0;

pub(super) fn room_ui(ui: &mut Ui, scene: &mut PanelContext<'_>) {
    if scene.height == Height::Low {
        // In a low window controls and figure scroll together.
        let height = ui.available_height();
        ScrollArea::vertical().id_salt(("low-room", scene.state.views.room)).auto_shrink([false, false]).show(
            ui,
            |ui| {
                ui.set_max_width(ui.available_width() - 10.0);
                let mut contents = |ui: &mut Ui| {
                    pane_ui(ui, scene, Pane::Controls, controls_ui);
                    pane_ui(ui, scene, Pane::Figure, body_ui);
                };
                if is_in(ui.ctx(), Pane::Figure) {
                    paged_ui(ui, height, contents);
                } else {
                    contents(ui);
                }
            },
        );
    } else {
        pane_ui(ui, scene, Pane::Controls, controls_ui);
        pane_ui(ui, scene, Pane::Figure, body_ui);
    }
}

/// Shows a bar.
type Show = fn(&mut Ui, &mut PanelContext<'_>);

/// A bar, by name: whether it has anything to say, and what shows it.
type Bar = (&'static str, bool, Show);

/// What comes and goes by itself. It stands below the room, where it moves nothing that somebody points at or types into.
fn coming(state: &State) -> [Bar; 3] {
    [
        ("run", state.batch.run.is_some(), super::batch::progress_ui),
        ("run-summary", state.batch.summary.is_some(), super::batch::summary_ui),
        ("file-bar", state.banner_view().is_some(), super::session::bar_ui),
    ]
}

/// What stands as long as somebody wants it.
fn standing(state: &State) -> [Bar; 1] {
    [("suppression", state.views.suppression.switch != Switch::Off, super::suppression::suppression_ui)]
}

fn shown_ui(ui: &mut Ui, scene: &mut PanelContext<'_>, bars: impl IntoIterator<Item = Bar>) {
    for (name, _, show) in bars.into_iter().filter(|(_, is_shown, _)| *is_shown) {
        steady_ui(ui, name, |ui| show(ui, scene));
    }
}

/// Whether a bar above the room has anything to say.
pub(super) fn has_bars(scene: &PanelContext<'_>) -> bool {
    let comes = scene.height == Height::Low && comes(scene);
    comes || standing(scene.state).iter().any(|(_, is_shown, _)| *is_shown)
}

/// What has to be said above the room, whatever is on screen below. In a low window that is all there is to say: its end is out of sight.
pub(super) fn bars_ui(ui: &mut Ui, scene: &mut PanelContext<'_>) {
    if scene.height == Height::Low {
        shown_ui(ui, scene, coming(scene.state));
        work_ui(ui, scene);
    }
    shown_ui(ui, scene, standing(scene.state));
}

/// What is going on and what has to be said, below the room; it leaves the room half of the window at least.
pub(super) fn coming_ui(ui: &mut Ui, scene: &mut PanelContext<'_>) {
    let most = ui.ctx().content_rect().height() / 2.0;
    ScrollArea::vertical()
        .id_salt("coming")
        .max_height(most)
        .min_scrolled_height(most)
        .auto_shrink([false, true])
        .show(ui, |ui| {
            shown_ui(ui, scene, coming(scene.state));
            work_ui(ui, scene);
        });
}

/// Whether anything goes on or has to be said below the room.
pub(super) fn comes(scene: &PanelContext<'_>) -> bool {
    scene.busy.is_some() || coming(scene.state).iter().any(|(_, is_shown, _)| *is_shown)
}

/// A part of the window whose controls keep their ids, and so the focus, whatever comes and goes before it: the toolkit counts
/// ids from the beginning of what they lie in.
pub(super) fn steady_ui<R>(ui: &mut Ui, name: impl Hash + Debug, add: impl FnOnce(&mut Ui) -> R) -> R {
    ui.scope_builder(egui::UiBuilder::new().scope_id(egui::Id::unique(("steady", name))), add).inner
}

/// What has to be said above the room, and its controls.
fn controls_ui(ui: &mut Ui, scene: &mut PanelContext<'_>) {
    bars_ui(ui, scene);
    steady_ui(ui, "controls", |ui| lines_ui(ui, scene));
    ui.add_space(2.0);
}

fn lines_ui(ui: &mut Ui, scene: &mut PanelContext<'_>) {
    if scene.folding == Folding::Folded {
        // The bar above has no room for the tabs.
        ui.horizontal_wrapped(|ui| tabs_ui(ui, scene));
        ui.horizontal_wrapped(|ui| {
            drawer_ui(ui, scene);
            chips_ui(ui, scene);
            bar_ui(ui, scene);
            saved_views::button_ui(ui, scene);
        });
    } else if scene.state.views.room == Tab::Compare
        && !scene.state.views.pinned.is_empty()
        && !is_low(ui.ctx())
        && ui.available_width() < BESIDE_CHIPS
    {
        // Two whole lines, rather than one whose last box stands alone in a second.
        ui.horizontal_wrapped(|ui| chips_ui(ui, scene));
        steady_ui(ui, "bar", |ui| {
            ui.horizontal_wrapped(|ui| {
                bar_ui(ui, scene);
                saved_views::button_ui(ui, scene);
            });
        });
    } else {
        ui.horizontal_wrapped(|ui| {
            chips_ui(ui, scene);
            bar_ui(ui, scene);
            saved_views::button_ui(ui, scene);
        });
    }
}

pub(super) fn tabs_ui(ui: &mut Ui, scene: &mut PanelContext<'_>) {
    let tabs = egui::UiBuilder::new().accessibility_role(Role::TabList).accessibility_label(say!("window-rooms"));
    ui.scope_builder(tabs, |ui| {
        for room in Tab::ALL {
            let on = scene.state.views.room == room;
            let spoken = say!("window-room-spoken", room = room.label());
            if choice(ui, scene.tokens, ToggleShape::Tab, on, room.label(), &spoken).clicked() {
                scene.send(Action::Show(room));
            }
        }
    });
}

/// The list of councils or of parts, where it has no room beside the figure.
fn drawer_ui(ui: &mut Ui, scene: &mut PanelContext<'_>) {
    let open = scene.state.window.drawer == Drawer::Open;
    let (shown, spoken) = match scene.state.views.room {
        Tab::Edit => (say!("form-drawer"), say!("form-drawer.spoken")),
        Tab::Overview | Tab::Compare | Tab::SideBySide | Tab::Council | Tab::Table => {
            (say!("window-drawer"), say!("window-drawer.spoken"))
        }
    };
    let drawer = choice(ui, scene.tokens, ToggleShape::Pill, open, shown, spoken);
    let _ = ui.ctx().accesskit_node_builder(drawer.id, |node| node.set_expanded(open));
    if drawer.clicked() {
        scene.send(Action::ToggleDrawer);
    }
}

/// The controls of the room on screen.
fn bar_ui(ui: &mut Ui, scene: &mut PanelContext<'_>) {
    match scene.state.views.room {
        Tab::Overview => overview::bar_ui(ui, scene),
        Tab::Compare => compare::bar_ui(ui, scene),
        Tab::SideBySide => side_by_side::bar_ui(ui, scene),
        Tab::Council => council::bar_ui(ui, scene),
        Tab::Table => table::bar_ui(ui, scene),
        Tab::Edit => editor::bar_ui(ui, scene),
    }
}

fn body_ui(ui: &mut Ui, scene: &mut PanelContext<'_>) {
    if scene.state.views.room == Tab::Table {
        table::table_ui(ui, scene);
        return;
    }
    if scene.state.views.room == Tab::Edit {
        editor::edit_ui(ui, scene);
        return;
    }
    let place = match scene.state.views.room {
        Tab::Compare => scene.state.views.concept.clone(),
        Tab::Council => scene.state.views.council.as_ref().map_or_else(String::new, ToString::to_string),
        Tab::Overview | Tab::SideBySide | Tab::Table | Tab::Edit => String::new(),
    };
    let place = (scene.state.views.room, place);
    let scene_is_low = scene.height == Height::Low;
    let mut contents = |ui: &mut Ui| {
        match scene.state.views.room {
            Tab::Overview => overview::overview_ui(ui, scene),
            Tab::Compare => compare::compare_ui(ui, scene),
            Tab::SideBySide => side_by_side::side_by_side_ui(ui, scene),
            Tab::Council | Tab::Table | Tab::Edit => council::council_ui(ui, scene),
        }
        ui.add_space(space::M);
    };
    if scene_is_low {
        contents(ui);
        return;
    }
    let height = ui.available_height();
    ScrollArea::vertical().id_salt(place).auto_shrink([false, false]).show(ui, |ui| {
        ui.set_max_width(ui.available_width() - 10.0);
        // Below the last link there may be more to read than is seen with it.
        if is_in(ui.ctx(), Pane::Figure) {
            paged_ui(ui, height, contents);
        } else {
            contents(ui);
        }
    });
}

/// Scrolls up or down to the datum that the keyboard has come to: what scrolls sideways keeps such wishes of its contents to itself.
pub(super) fn follow_focus(ui: &Ui) {
    let Some(id) = ui.memory(egui::Memory::focused) else { return };
    let before: Option<egui::Id> = ui.data(|data| data.get_temp(egui::Id::unique("figure-followed")));
    ui.data_mut(|data| data.insert_temp(egui::Id::unique("figure-followed"), id));
    if before == Some(id) || id == Pane::Figure.id() || !is_in(ui.ctx(), Pane::Figure) {
        return;
    }
    let Some(rect) = ui.ctx().viewport(|viewport| viewport.this_pass.widgets.get(id).map(|widget| widget.rect)) else {
        return;
    };
    ui.scroll_to_rect(egui::Rect::from_x_y_ranges(ui.max_rect().x_range(), rect.y_range()), None);
}

/// How far Shift and an arrow key scroll a figure that is wider than its room; they belong to it while the keyboard is in it.
fn sideways(ui: &Ui) -> f32 {
    if !is_in(ui.ctx(), Pane::Figure) || ui.ctx().text_edit_focused() {
        return 0.0;
    }
    let pressed = |key, by: f32| by * ui.ctx().input_mut(|i| i.count_and_consume_key(Modifiers::SHIFT, key)) as f32;
    let by = pressed(Key::ArrowLeft, SIDEWAYS) + pressed(Key::ArrowRight, -SIDEWAYS);
    if by != 0.0 {
        // The toolkit would take an arrow key for a step to the next control.
        ui.memory_mut(|memory| memory.move_focus(FocusDirection::None));
    }
    by
}

/// Draws a figure of the state, live; a click selects the outcome everywhere, a second one lets it go.
pub(super) fn figure_ui(ui: &mut Ui, scene: &mut PanelContext<'_>, figure: &Figure) {
    let state: &State = scene.state;
    let setting = Setting {
        tokens: scene.tokens,
        liveness: Interactivity::Interactive,
        extent: if state.window.shows_key { Extent::BodyAndKey } else { Extent::BodyOnly },
        selected: state.views.selected.as_ref(),
        order: (figure.kind == state.views.kind && matches!(figure.body, Body::Rows(_))).then_some(state.views.order),
    };
    let requests = scene.requests;
    let wishes = Wishes {
        folded: (state.views.room == Tab::Overview).then_some(&state.views.folded),
        band: requests.topic.as_deref(),
        outcome: requests.outcome.as_ref(),
        lit: Some(&state.views.pointing.outcomes),
    };
    let shares_axes = matches!(figure.body, Body::Rows(_) | Body::Slopes(_) | Body::Trend(_) | Body::DotStrips(_));
    let drawn = if shares_axes && ui.available_width() < LEAST_FIGURE {
        let sideways = sideways(ui);
        let drawn = ScrollArea::horizontal()
            .id_salt("figure-sideways")
            .show(ui, |ui| {
                if sideways != 0.0 {
                    ui.scroll_with_delta(egui::vec2(sideways, 0.0));
                }
                ui.set_width(LEAST_FIGURE);
                draw::wished_ui(ui, figure, setting, wishes)
            })
            .inner;
        follow_focus(ui);
        drawn
    } else {
        draw::wished_ui(ui, figure, setting, wishes)
    };
    if let Some(order) = drawn.sorted {
        scene.send(Action::Sort(order));
    }
    if let Some(topic) = drawn.folded {
        scene.send(Action::Overview(OverviewStep::Fold(topic)));
    }
    if let Some(concept) = drawn.concept {
        scene.send(Action::Compare(concept));
    }
    if let Some(outcome) = drawn.hovered {
        scene.pointed_at = Some(PointedAt::Outcome(outcome));
    }
    if let Some((outcome, at)) = drawn.menu {
        scene.menu = Some((outcome.map_or(MenuTarget::Figure, MenuTarget::Outcome), at));
    }
    if let Some(outcome) = drawn.clicked {
        let again = state.views.selected.as_ref() == Some(&outcome);
        scene.send(Action::Select((!again).then_some(outcome)));
    }
}
