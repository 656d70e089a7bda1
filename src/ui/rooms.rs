//! The tabs above the room, and the room itself.

use egui::{ScrollArea, Ui};

use crate::app::{Action, Room, State};
use crate::draw::{self, Extent, Liveness, Setting};
use crate::figure::Figure;
use crate::theme::space;

use super::controls::{Shape, choice};
use super::shell::Scene;
use super::{compare, council, edit, overview, table};

pub(super) fn room_ui(ui: &mut Ui, scene: &mut Scene<'_>) {
    ui.horizontal_wrapped(|ui| {
        for room in Room::ALL {
            let on = scene.state.room == room;
            if choice(ui, scene.tokens, Shape::Tab, on, room.title(), &format!("Room: {}", room.title())).clicked() {
                scene.send(Action::Show(room));
            }
        }
        ui.add_space(space::M);
        match scene.state.room {
            Room::Overview => overview::bar_ui(ui, scene),
            Room::Compare => compare::bar_ui(ui, scene),
            Room::Council => council::bar_ui(ui, scene),
            Room::Table => table::bar_ui(ui, scene),
            Room::Edit => edit::bar_ui(ui, scene),
        }
    });
    ui.add_space(2.0);
    if scene.state.room == Room::Table {
        table::table_ui(ui, scene);
        return;
    }
    if scene.state.room == Room::Edit {
        edit::edit_ui(ui, scene);
        return;
    }
    let place = match scene.state.room {
        Room::Overview => "overview".to_owned(),
        Room::Compare => format!("compare-{}", scene.state.concept),
        Room::Council => format!("council-{}", scene.state.council.as_ref().map_or("", |c| c.as_str())),
        Room::Table | Room::Edit => "table".to_owned(),
    };
    ScrollArea::vertical().id_salt(place).auto_shrink([false, false]).show(ui, |ui| {
        ui.set_max_width(ui.available_width() - 10.0);
        match scene.state.room {
            Room::Overview => overview::overview_ui(ui, scene),
            Room::Compare => compare::compare_ui(ui, scene),
            Room::Council | Room::Table | Room::Edit => council::council_ui(ui, scene),
        }
        ui.add_space(space::M);
    });
}

/// Draws a figure of the state, live; a click selects the outcome everywhere, a second one lets it go.
pub(super) fn figure_ui(ui: &mut Ui, scene: &mut Scene<'_>, figure: &Figure, extent: Extent) {
    let state: &State = scene.state;
    let setting = Setting { tokens: scene.tokens, liveness: Liveness::Live, extent, selected: state.selected.as_ref() };
    if let Some(outcome) = draw::figure_ui(ui, figure, setting).clicked {
        let again = state.selected.as_ref() == Some(&outcome);
        scene.send(Action::Select((!again).then_some(outcome)));
    }
}
