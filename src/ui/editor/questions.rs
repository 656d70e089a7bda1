//! Questions in front of the form: whether to delete with what goes with it, and what to copy from the built-in example.

use egui::{Context, Id, ScrollArea, TextEdit};

use crate::app::{Action, BuiltIn, Document, EditorAction, EditorQuestion, State};
use crate::compare::phrases;
use crate::edit::{Part, PartPath, PastedOutcomes, copyable};
use crate::say;
use crate::theme::{Tokens, Type, space};

use super::super::controls::{bold, caution, quiet};
use super::super::dialog::dialog_ui;
use super::outline::telling;

/// How many names of what goes are listed.
const NAMED: usize = 8;

/// What stands around the offers of the example, in points.
const AROUND_OFFERS: f32 = 250.0;

/// Shows the question while it is open; gives what was answered.
pub(in super::super) fn show(ctx: &Context, state: &State, tokens: &Tokens) -> Vec<Action> {
    let Some(question) = &state.editor.question else { return Vec::new() };
    let mut actions = Vec::new();
    let title = match question {
        EditorQuestion::Delete(place) => {
            let name = Part::at(&state.document.original, *place).map(|part| part.name(&state.document.original));
            say!("edit-room-delete-title", name = name.unwrap_or_default())
        }
        EditorQuestion::CopyIn(_) | EditorQuestion::Review(_) => question.label().to_owned(),
    };
    let width = if matches!(question, EditorQuestion::Review(_)) { 760.0 } else { 540.0 };
    let shown = dialog_ui(ctx, &title, width, |ui| match question {
        EditorQuestion::Delete(place) => delete_ui(ui, state, tokens, *place, &mut actions),
        EditorQuestion::CopyIn(search) => copy_ui(ui, state, tokens, search, &mut actions),
        EditorQuestion::Review(pasted) => review_ui(ui, tokens, pasted, &mut actions),
    });
    if shown.wants_close && actions.is_empty() {
        actions.push(Action::Editor(EditorAction::DropQuestion));
    }
    actions
}

fn delete_ui(ui: &mut egui::Ui, state: &State, tokens: &Tokens, place: PartPath, actions: &mut Vec<Action>) {
    let dataset = &state.document.original;
    // Outcomes of one name are told apart by what was published.
    let name = |place: PartPath| {
        let name = Part::at(dataset, place).map_or_else(String::new, |part| part.name(dataset));
        match telling(dataset, place) {
            Some(told) => say!("edit-room-part.alike", name = name.as_str(), told = told.as_str()),
            None => name,
        }
    };
    let effects = state.editor.effects(dataset);
    if effects.is_empty() {
        ui.label(say!("edit-room-delete-nothing"));
    } else {
        ui.label(effects.describe());
        let names = |places: &[PartPath]| {
            let mut names: Vec<String> = places.iter().take(NAMED).map(|place| name(*place)).collect();
            if places.len() > NAMED {
                names.push(say!("edit-room-delete-more", n = places.len() - NAMED));
            }
            phrases::by_semicolons(&names)
        };
        if !effects.goes.is_empty() {
            ui.label(quiet(say!("edit-room-delete-goes", names = names(&effects.goes)), tokens));
        }
        if !effects.stops_naming.is_empty() {
            ui.label(quiet(say!("edit-room-delete-stops", names = names(&effects.stops_naming)), tokens));
        }
    }
    ui.label(quiet(say!("edit-room-delete-undo"), tokens));
    ui.add_space(space::S);
    ui.horizontal(|ui| {
        // The one that loses nothing comes first, and has the keyboard when the question opens.
        if ui.button(say!("edit-room-delete-cancel")).clicked() {
            actions.push(Action::Editor(EditorAction::DropQuestion));
        }
        if ui.button(say!("edit-room-delete-do")).clicked() {
            actions.push(Action::Editor(EditorAction::Delete(place)));
        }
    });
}

fn copy_ui(ui: &mut egui::Ui, state: &State, tokens: &Tokens, search: &str, actions: &mut Vec<Action>) {
    ui.label(quiet(say!("edit-room-example"), tokens));
    let example = example(ui.ctx());
    let mut text = search.to_owned();
    let label = ui.label(bold(say!("edit-room-example-search"), Type::Small));
    ui.add(TextEdit::singleline(&mut text).desired_width(f32::INFINITY)).labelled_by(label.id);
    if text != search {
        actions.push(Action::Editor(EditorAction::Ask(EditorQuestion::CopyIn(text.clone()))));
    }
    if state.document.is_read_only {
        ui.label(say!("edit-room-example-read-only"));
    }
    // What can't be copied is still there to be read.
    ui.visuals_mut().disabled_alpha = 0.9;
    let offers = copyable(&example, &text);
    // Search and Close stay on screen with at least some of the list between them.
    let most = (ui.ctx().content_rect().height() - AROUND_OFFERS).clamp(2.0 * ui.spacing().interact_size.y, 320.0);
    ui.spacing_mut().item_spacing.y = 0.0;
    ScrollArea::vertical()
        .id_salt("copy-in")
        .max_height(most)
        .min_scrolled_height(most)
        .auto_shrink([false, false])
        .show_rows(ui, ui.spacing().interact_size.y, offers.len(), |ui, range| {
            for (place, name) in offers.get(range).unwrap_or_default() {
                let button = egui::Button::new(name).frame_when_inactive(false).truncate();
                let response = ui.add_enabled(!state.document.is_read_only, button);
                response.widget_info(|| {
                    egui::WidgetInfo::labeled(
                        egui::accesskit::Role::Button,
                        true,
                        say!("edit-room-example-copy", name = name.as_str()),
                    )
                });
                if response.clicked() {
                    actions.push(Action::Editor(EditorAction::CopyIn(*place)));
                }
            }
        });
    ui.add_space(space::S);
    if ui.button(say!("edit-room-example-close")).clicked() {
        actions.push(Action::Editor(EditorAction::DropQuestion));
    }
}

/// Lines that were pasted, each with how it was understood and a tick.
fn review_ui(ui: &mut egui::Ui, tokens: &Tokens, pasted: &PastedOutcomes, actions: &mut Vec<Action>) {
    let mut next = pasted.clone();
    ui.label(quiet(say!("pasted-lines-about"), tokens));
    let most = (ui.ctx().content_rect().height() - AROUND_OFFERS).max(2.0 * ui.spacing().interact_size.y);
    ScrollArea::vertical().id_salt("pasted-lines").max_height(most).auto_shrink([false, true]).show(ui, |ui| {
        for line in &mut next.lines {
            ui.add_enabled(line.is_understood, egui::Checkbox::new(&mut line.is_taken, line.text.as_str()));
            ui.indent(("told", line.text.as_str()), |ui| {
                if line.is_understood {
                    ui.label(quiet(&line.told, tokens));
                } else {
                    caution(ui, tokens, &line.told);
                }
            });
        }
        if pasted.left_out > 0 {
            ui.label(say!("pasted-lines-left-out", n = pasted.left_out));
        }
    });
    if next != *pasted {
        actions.push(Action::Editor(EditorAction::Ask(EditorQuestion::Review(Box::new(next.clone())))));
    }
    ui.add_space(space::S);
    ui.horizontal(|ui| {
        let add = egui::Button::new(say!("pasted-lines-add", n = next.taken()));
        if ui.add_enabled(next.taken() > 0, add).clicked() {
            actions.push(Action::Editor(EditorAction::AddReviewed));
        }
        if ui.button(say!("dialog-cancel")).clicked() {
            actions.push(Action::Editor(EditorAction::DropQuestion));
        }
    });
}

/// The example, read once while the window is open.
fn example(ctx: &Context) -> std::sync::Arc<crate::model::Dataset> {
    let id = Id::unique("built-in-example");
    if let Some(example) = ctx.data(|data| data.get_temp(id)) {
        return example;
    }
    let example = Document::built_in(BuiltIn::Claims).dataset;
    ctx.data_mut(|data| data.insert_temp(id, example.clone()));
    example
}
