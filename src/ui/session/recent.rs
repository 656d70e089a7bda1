//! Open recent, below Open in the menu.

use egui::accesskit::{HasPopup, Role};
use egui::{Id, Ui};

use crate::app::{Action, Recent, SessionAction};
use crate::say;

use super::super::controls::quiet;
use super::super::menu::TICK_ROOM;
use super::super::shell::PanelContext;

pub(in super::super) fn recent_ui(ui: &mut Ui, scene: &mut PanelContext<'_>) {
    let files = scene.state.recent_files();
    let shown = Id::unique("recent-shown");
    let menu = ui.add_enabled_ui(!files.is_empty(), |ui| {
        ui.menu_button(format!("{TICK_ROOM}{}", say!("session-recent")), |ui| {
            for recent in &files {
                recent_file_ui(ui, scene, recent);
            }
        })
    });
    let is_open = menu.inner.inner.is_some();
    let _ = ui.ctx().accesskit_node_builder(menu.inner.response.id, |node| {
        node.set_role(Role::MenuItem);
        node.set_label(say!("session-recent"));
        node.set_has_popup(HasPopup::Menu);
        node.set_expanded(is_open);
    });
    let was_open = ui.data_mut(|data| data.get_temp::<bool>(shown).unwrap_or_default());
    if is_open && !was_open {
        scene.send(Action::Session(SessionAction::LookAtRecent));
    }
    ui.data_mut(|data| data.insert_temp(shown, is_open));
}

fn recent_file_ui(ui: &mut Ui, scene: &mut PanelContext<'_>, recent: &Recent) {
    let name = recent.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let folder = recent.path.parent().map(|folder| folder.display().to_string()).unwrap_or_default();
    let is_gone = recent.is_there == Some(false);
    let beside = if is_gone { say!("session-recent-gone").to_owned() } else { shortened(&folder) };
    let button = egui::Button::new(&name).right_text(quiet(beside, scene.tokens));
    let response = ui.add_enabled(!is_gone, button);
    response.widget_info(|| {
        let spoken = if is_gone {
            say!("session-recent-gone-spoken", name = name.as_str())
        } else {
            say!("session-recent-spoken", name = name.as_str(), folder = folder.as_str())
        };
        egui::WidgetInfo::labeled(Role::Button, !is_gone, spoken)
    });
    let _ = ui.ctx().accesskit_node_builder(response.id, |node| node.set_role(Role::MenuItem));
    let response = response.on_hover_text(recent.path.display().to_string());
    if response.on_disabled_hover_text(recent.path.display().to_string()).clicked() {
        scene.send(Action::Open(recent.path.clone()));
        ui.close();
    }
}

/// The end of a long folder, which tells more than its beginning.
fn shortened(folder: &str) -> String {
    const LONGEST: usize = 40;
    let length = folder.chars().count();
    if length <= LONGEST {
        return folder.to_owned();
    }
    let end: String = folder.chars().skip(length - LONGEST).collect();
    say!("session-recent-end-of-folder", end = end)
}
