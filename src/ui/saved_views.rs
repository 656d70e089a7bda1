//! Kept views: their entries in the menu and above the room, and the dialogs that keep one, show all of them, and take a pasted one.

use egui::accesskit::{HasPopup, Role};
use egui::{Context, Key, Response, TextEdit, Ui};

use crate::app::{Action, EditorAction, SavedViewsDialog, SavedViewsStep, State, Tab, is_view_name_taken};
use crate::edit::{PartPath, forms};
use crate::model::{SavedView, VIEW_TEXT};
use crate::say;
use crate::theme::{Tokens, space};

use super::controls::{begin_marked, caution, quiet};
use super::dialog::dialog_ui;
use super::menu::TICK_ROOM;
use super::shell::PanelContext;

/// The width of the dialogs, in points.
const WIDTH: f32 = 560.0;
const LIST_WIDTH: f32 = 720.0;

/// The kept views, below the commands of their menu.
pub(super) fn entries_ui(ui: &mut Ui, scene: &mut PanelContext<'_>) {
    let dataset = scene.state.document.dataset.clone();
    if !dataset.views.is_empty() {
        ui.separator();
    }
    for view in &dataset.views {
        let entry = ui.button(format!("{TICK_ROOM}{}", view.name));
        let _ = ui.ctx().accesskit_node_builder(entry.id, |node| {
            node.set_role(Role::MenuItem);
            node.set_label(say!("saved-views-entry", name = view.name.as_str()));
        });
        if entry.on_hover_text(view.in_words(&dataset)).clicked() {
            scene.send(Action::SavedViews(SavedViewsStep::Open(view.id.clone())));
            ui.close();
        }
    }
}

/// The kept views above the room; nothing where there are none, and where the dataset is edited.
pub(super) fn button_ui(ui: &mut Ui, scene: &mut PanelContext<'_>) {
    let count = scene.state.document.dataset.views.len();
    if count == 0 || scene.state.views.room == Tab::Edit {
        return;
    }
    let label = say!("saved-views-button", n = count);
    let button = ui.menu_button(&label, |ui| {
        for command in [SavedViewsStep::AskToKeep, SavedViewsStep::ShowAll] {
            if let Some(command) = crate::app::command_of(&Action::SavedViews(command)) {
                super::menu::entry_ui(ui, scene, command);
            }
        }
        entries_ui(ui, scene);
    });
    let is_open = button.inner.is_some();
    let _ = ui.ctx().accesskit_node_builder(button.response.id, |node| {
        node.set_has_popup(HasPopup::Menu);
        node.set_expanded(is_open);
    });
}

/// What is typed in the dialogs.
#[derive(Default)]
pub(super) struct SavedViewsWindow {
    /// The dialog that was shown in the last frame.
    shown: Option<SavedViewsDialog>,
    text: String,
    /// Why the text that was pasted last is no view.
    refused: Option<String>,
    /// The view that is being renamed, by its number.
    renaming: Option<usize>,
    /// Whether the field for its name was only just asked for.
    begins: bool,
}

impl SavedViewsWindow {
    /// Shows the dialog that is open; gives what was asked for.
    pub fn show(&mut self, ctx: &Context, state: &State, tokens: &Tokens) -> Vec<Action> {
        let fresh = self.shown != state.saved_views.dialog;
        if fresh {
            *self = Self { shown: state.saved_views.dialog.clone(), ..Self::default() };
        }
        let mut actions = Vec::new();
        let wants_close = match &state.saved_views.dialog {
            None => return Vec::new(),
            Some(SavedViewsDialog::Keep(suggested)) => {
                if fresh {
                    self.text.clone_from(suggested);
                }
                let title = say!("saved-views-keep");
                dialog_ui(ctx, title, WIDTH, |ui| self.keep_ui(ui, state, tokens, fresh, &mut actions)).wants_close
            }
            Some(SavedViewsDialog::Paste) => {
                let title = say!("saved-views-paste");
                dialog_ui(ctx, title, WIDTH, |ui| self.paste_ui(ui, tokens, fresh, &mut actions)).wants_close
            }
            Some(SavedViewsDialog::All) => {
                let title = say!("saved-views-all");
                dialog_ui(ctx, title, LIST_WIDTH, |ui| self.all_ui(ui, state, tokens, &mut actions)).wants_close
            }
        };
        if wants_close && actions.is_empty() {
            actions.push(Action::SavedViews(SavedViewsStep::Close));
        }
        actions
    }

    /// A field with its label; tells whether Enter was pressed in it.
    fn field_ui(&mut self, ui: &mut Ui, label: &str) -> (Response, bool) {
        let label = ui.label(label);
        let response = ui.add(TextEdit::singleline(&mut self.text).desired_width(f32::INFINITY)).labelled_by(label.id);
        let entered = response.lost_focus() && ui.input(|i| i.key_pressed(Key::Enter));
        (response, entered)
    }

    fn keep_ui(&mut self, ui: &mut Ui, state: &State, tokens: &Tokens, fresh: bool, actions: &mut Vec<Action>) {
        let (field, entered) = self.field_ui(ui, say!("saved-views-name"));
        if fresh {
            begin_marked(&field, &self.text);
        }
        let is_named = !self.text.trim().is_empty();
        if is_view_name_taken(&state.document.original, &self.text) {
            caution(ui, tokens, say!("saved-views-replaces"));
        }
        ui.label(quiet(say!("saved-views-keep-about"), tokens));
        ui.add_space(space::S);
        ui.horizontal(|ui| {
            let keep = ui.add_enabled(is_named, egui::Button::new(say!("saved-views-keep-now"))).clicked();
            if (keep || entered) && is_named {
                actions.push(Action::SavedViews(SavedViewsStep::Keep(self.text.clone())));
            }
            if ui.button(say!("dialog-cancel")).clicked() {
                actions.push(Action::SavedViews(SavedViewsStep::Close));
            }
        });
    }

    fn paste_ui(&mut self, ui: &mut Ui, tokens: &Tokens, fresh: bool, actions: &mut Vec<Action>) {
        let (field, entered) = self.field_ui(ui, say!("saved-views-text"));
        if fresh {
            field.request_focus();
        }
        if field.changed() {
            self.refused = None;
        }
        if let Some(why) = &self.refused {
            caution(ui, tokens, why);
        }
        ui.label(quiet(say!("saved-views-paste-about", begins = VIEW_TEXT), tokens));
        ui.add_space(space::S);
        ui.horizontal(|ui| {
            let is_typed = !self.text.trim().is_empty();
            let open = ui.add_enabled(is_typed, egui::Button::new(say!("saved-views-open"))).clicked();
            if (open || entered) && is_typed {
                match SavedView::of_text(&self.text) {
                    Ok(_) => actions.push(Action::SavedViews(SavedViewsStep::Paste(self.text.clone()))),
                    Err(error) => {
                        self.refused = Some(error.to_string());
                        field.request_focus();
                    }
                }
            }
            if ui.button(say!("dialog-cancel")).clicked() {
                actions.push(Action::SavedViews(SavedViewsStep::Close));
            }
        });
    }

    fn all_ui(&mut self, ui: &mut Ui, state: &State, tokens: &Tokens, actions: &mut Vec<Action>) {
        let dataset = state.document.dataset.clone();
        if dataset.views.is_empty() {
            ui.label(say!("saved-views-none"));
        }
        for (nth, view) in dataset.views.iter().enumerate() {
            ui.push_id(nth, |ui| self.view_ui(ui, state, tokens, nth, view, actions));
            ui.add_space(space::XS);
        }
        ui.add_space(space::S);
        if ui.button(say!("saved-views-close")).clicked() {
            actions.push(Action::SavedViews(SavedViewsStep::Close));
        }
    }

    /// One of the kept views: its name opens it, and below it stands what it shows and what can be done with it.
    fn view_ui(
        &mut self,
        ui: &mut Ui,
        state: &State,
        tokens: &Tokens,
        nth: usize,
        view: &SavedView,
        actions: &mut Vec<Action>,
    ) {
        let dataset = &state.document.dataset;
        let (name, place) = (view.name.as_str(), PartPath::SavedView(nth));
        if self.renaming == Some(nth) {
            self.rename_ui(ui, state, place, actions);
        } else {
            let open = ui.add(egui::Button::new(egui::RichText::new(name).strong()).truncate());
            named(&open, ui, &say!("saved-views-entry", name = name));
            if open.clicked() {
                actions.push(Action::SavedViews(SavedViewsStep::Close));
                actions.push(Action::SavedViews(SavedViewsStep::Open(view.id.clone())));
            }
        }
        ui.label(quiet(view.in_words(dataset), tokens));
        ui.horizontal_wrapped(|ui| {
            let mut act = |label: &str, spoken: String, is_possible: bool| -> bool {
                let button = ui.add_enabled(is_possible, egui::Button::new(label).small());
                named(&button, ui, &spoken);
                button.clicked()
            };
            if act(say!("saved-views-copy"), say!("saved-views-copy.spoken", name = name), true) {
                actions.push(Action::SavedViews(SavedViewsStep::CopyKept(view.id.clone())));
            }
            let can_change = !state.document.is_read_only;
            if act(say!("saved-views-rename"), say!("saved-views-rename.spoken", name = name), can_change) {
                (self.renaming, self.text, self.begins) = (Some(nth), name.to_owned(), true);
            }
            if act(say!("saved-views-up"), say!("saved-views-up.spoken", name = name), can_change && nth > 0) {
                actions.push(Action::Editor(EditorAction::MoveUp(place)));
            }
            let is_last = nth + 1 == dataset.views.len();
            if act(say!("saved-views-down"), say!("saved-views-down.spoken", name = name), can_change && !is_last) {
                actions.push(Action::Editor(EditorAction::MoveDown(place)));
            }
            if act(say!("saved-views-delete"), say!("saved-views-delete.spoken", name = name), can_change) {
                self.renaming = None;
                actions.push(Action::Editor(EditorAction::Delete(place)));
            }
        });
    }

    fn rename_ui(&mut self, ui: &mut Ui, state: &State, place: PartPath, actions: &mut Vec<Action>) {
        let (field, entered) = self.field_ui(ui, say!("saved-views-name"));
        if std::mem::take(&mut self.begins) {
            begin_marked(&field, &self.text);
        }
        let is_named = !self.text.trim().is_empty();
        ui.horizontal(|ui| {
            let go = ui.add_enabled(is_named, egui::Button::new(say!("saved-views-rename-now"))).clicked();
            let gives_up = ui.button(say!("dialog-cancel")).clicked();
            if (go || entered) && is_named {
                let edit = forms::edit(&state.document.original, place, "name", self.text.trim());
                // A new name is a step of its own.
                actions.extend(edit.map(|edit| Action::Edit(Box::new(crate::edit::Edit { field: None, ..edit }))));
            }
            if gives_up || ((go || entered) && is_named) {
                self.renaming = None;
            }
        });
    }
}

/// What a screen reader calls a control that has a short label.
fn named(response: &Response, ui: &Ui, spoken: &str) {
    let _ = ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(spoken));
}
