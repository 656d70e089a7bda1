//! The panes of the window: named regions that F6 goes through and that a screen reader knows by name.

use egui::accesskit::Role;
use egui::{Id, Sense, Ui, UiBuilder};
use strum::{EnumCount, VariantArray};

use crate::app::Tab;
use crate::say;

use super::shell::PanelContext;

/// A pane, in reading order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumCount, VariantArray)]
pub(super) enum Pane {
    Menu,
    Councils,
    Controls,
    Figure,
    Outcome,
    Status,
    Notice,
}

impl Pane {
    /// Reading order.
    pub const ORDER: [Self; Self::COUNT] = every!();

    /// Its name, as it is spoken.
    pub fn label(self) -> &'static str {
        match self {
            Self::Menu => say!("window-pane-menu"),
            Self::Councils => say!("window-pane-councils"),
            Self::Controls => say!("window-pane-controls"),
            Self::Figure => say!("window-pane-figure"),
            Self::Outcome => say!("window-pane-outcome"),
            Self::Status => say!("window-pane-status"),
            Self::Notice => say!("window-pane-notice"),
        }
    }

    /// Its name while the dataset is edited.
    fn title_in_edit(self) -> &'static str {
        match self {
            Self::Councils => say!("window-pane-parts"),
            Self::Figure => say!("window-pane-form"),
            Self::Outcome => say!("window-pane-preview"),
            other @ (Self::Menu | Self::Controls | Self::Status | Self::Notice) => other.label(),
        }
    }

    fn role(self) -> Role {
        match self {
            Self::Menu => Role::Banner,
            Self::Councils => Role::Navigation,
            Self::Controls => Role::Toolbar,
            Self::Figure => Role::Main,
            Self::Outcome => Role::Complementary,
            Self::Status => Role::Status,
            Self::Notice => Role::Region,
        }
    }

    /// Its place in the focus order.
    pub fn id(self) -> Id {
        Id::unique(("pane", self))
    }
}

/// Shows a pane. It can have the keyboard focus itself, so that its name is spoken; Tab goes from there to its first control.
pub(super) fn pane_ui<'s, R>(
    ui: &mut Ui,
    scene: &mut PanelContext<'s>,
    pane: Pane,
    add: impl FnOnce(&mut Ui, &mut PanelContext<'s>) -> R,
) -> R {
    scene.panes.push(pane);
    // The panel around it would be a second group without a name.
    if let Some(panel) = ui.stack().iter().find(|around| around.is_panel_ui()) {
        let _ = ui.ctx().accesskit_node_builder(panel.unique_id, |node| node.set_role(Role::GenericContainer));
    }
    // It is no stop of the Tab key, so it takes part in focus only while it has it.
    let focused = ui.memory(|memory| memory.has_focus(pane.id()));
    let sense = if focused { Sense::focusable_noninteractive() } else { Sense::hover() };
    let title = if scene.state.views.room == Tab::Edit { pane.title_in_edit() } else { pane.label() };
    let builder =
        UiBuilder::new().scope_id(pane.id()).sense(sense).accessibility_role(pane.role()).accessibility_label(title);
    ui.scope_builder(builder, |ui| add(ui, scene)).inner
}
