//! A labelled field with what is wrong, or how it was understood, below it.
//!
//! The label is tied to the field for screen readers, and the message is the field's description. The text stays as it was typed;
//! the cursor never moves by itself.

use egui::accesskit::Invalid;
use egui::{Align, Id, Margin, TextEdit, Ui};

use crate::app::{Action, EditorAction};
use crate::edit::forms::{self, FieldMeaning};
use crate::edit::{Part, PartPath, PlacedFinding};
use crate::figure::words::sentence_case as sentence;
use crate::say;
use crate::theme::{Mode, Tokens, Type, space};

use super::super::controls::{HeadingLevel, bold, heading, quiet};
use super::super::keys::shares_undo;
use super::super::shell::PanelContext;
use super::choices::select_all;
use super::message::{Cursor, FieldMessage, Offered, message_ui};

/// A field of a form.
#[derive(Clone, Copy, Debug)]
pub(super) struct Field<'a> {
    /// The part.
    pub place: PartPath,
    /// The field, as findings name it.
    pub name: &'a str,
    /// Its label.
    pub label: &'a str,
    /// A sentence of help beside the label; may be empty.
    pub help: &'a str,
    /// What the empty field shows.
    pub hint: &'a str,
    /// Width in points.
    pub width: f32,
    /// Lines of text; one for a single line.
    pub rows: usize,
}

impl<'a> Field<'a> {
    /// A field of one line.
    pub fn line(place: PartPath, name: &'a str, label: &'a str, width: f32) -> Self {
        Self { place, name, label, help: "", hint: "", width, rows: 1 }
    }

    /// With what the empty field shows.
    pub fn hint(self, hint: &'a str) -> Self {
        Self { hint, ..self }
    }

    /// With a sentence of help.
    pub fn help(self, help: &'a str) -> Self {
        Self { help, ..self }
    }

    /// With several lines.
    pub fn rows(self, rows: usize) -> Self {
        Self { rows, ..self }
    }

    /// The id of its text field. The one that adds the first to a list and the one that adds more are one field, which keeps the
    /// cursor.
    pub fn id(&self) -> Id {
        let name = self.name.strip_suffix(" add").unwrap_or(self.name);
        Id::unique(("field", self.place.to_string(), name))
    }
}

/// What an empty field shows. In high contrast nothing is grey, so that a slant alone tells it from what was typed.
pub(super) fn hint(words: &str, tokens: &Tokens) -> egui::RichText {
    let words = egui::RichText::new(words);
    if tokens.mode == Mode::HighContrast { words.italics() } else { words }
}

/// Shows the field. Gives the text where it was typed into, or where one of the offered meanings was picked.
pub(super) fn field_ui(
    ui: &mut Ui,
    scene: &mut PanelContext<'_>,
    field: &Field<'_>,
    current: &str,
    read: impl Fn(&str) -> FieldMeaning,
) -> Option<String> {
    let editor = &scene.state.editor;
    let draft = editor.drafts.get(field.place, field.name);
    let held = draft.map_or(current, |draft| draft.text.as_str());
    let mut text = held.to_owned();
    let mut typed = None;
    ui.vertical(|ui| {
        ui.set_max_width(field.width);
        ui.set_min_width(field.width);
        ui.spacing_mut().item_spacing.y = 3.0;
        let label = name_ui(ui, field);
        let edit = if field.rows > 1 {
            TextEdit::multiline(&mut text).desired_rows(field.rows)
        } else {
            TextEdit::singleline(&mut text)
        };
        let edit = edit.id(field.id()).desired_width(field.width).hint_text(hint(field.hint, scene.tokens));
        let response = ui.add(edit).labelled_by(label);
        if response.has_focus() && has_shared_undo(scene, field.place) {
            shares_undo(ui.ctx(), response.id);
        }
        if response.gained_focus() {
            scene.send(Action::Editor(EditorAction::Enter(field.place, field.name.to_owned())));
        }
        if response.lost_focus() {
            scene.send(Action::Editor(EditorAction::Leave(field.place, field.name.to_owned())));
        }
        if scene.requests.wants(field.place, field.name) {
            response.request_focus();
            select_all(ui, response.id, &text);
            response.scroll_to_me(Some(Align::Center));
        }
        if text != held {
            typed = Some(text.clone());
        }
        let reading = read(&text);
        let cursor = if response.has_focus() { Cursor::Inside } else { Cursor::Elsewhere };
        let is_told = scene.state.editor.tells_what_is_wrong(field.place, field.name, cursor == Cursor::Inside);
        let is_wrong = matches!(reading, FieldMeaning::Wrong(_)) && is_told || has_error(scene, field);
        let mut described = vec![field.help.to_owned()];
        match &reading {
            // A text that may mean two things is asked about at once; one that is not understood may not be whole yet.
            FieldMeaning::Wrong(error) if !is_told && error.choices.is_empty() => {
                described.push(told(&error.sentence, &error.fix));
                let message = FieldMessage::Plain(field.help.to_owned());
                message_ui(ui, scene, field, &message, &Offered::Nothing, cursor);
            }
            FieldMeaning::Wrong(error) => {
                let said = told(&error.sentence, &error.fix);
                described.push(said.clone());
                let picked = message_ui(ui, scene, field, &FieldMessage::Warning(said), &Offered::Texts(error), cursor);
                typed = picked.or(typed.take());
            }
            FieldMeaning::Either(words, choices) => {
                described.push(sentence(words));
                let message = FieldMessage::Plain(words.clone());
                let picked = message_ui(ui, scene, field, &message, &Offered::Texts(choices), cursor);
                typed = picked.or(typed.take());
            }
            FieldMeaning::Fine(words) | FieldMeaning::Missing(words) => {
                described.push(sentence(words));
                let plain = if words.is_empty() { field.help } else { words.as_str() };
                described.extend(finding_ui(ui, scene, field, plain, cursor));
            }
        }
        described.retain(|words| !words.is_empty());
        let _ = ui.ctx().accesskit_node_builder(response.id, |node| {
            if !described.is_empty() {
                node.set_description(described.join(" "));
            }
            if is_wrong {
                node.set_invalid(Invalid::True);
            }
        });
    });
    typed
}

/// A field whose text alone says what it means, as [`forms::meaning`] tells.
pub(super) fn text_ui(ui: &mut Ui, scene: &mut PanelContext<'_>, field: &Field<'_>) {
    let dataset = &scene.state.document.original;
    let current = forms::shown(dataset, field.place, field.name);
    let read = |text: &str| forms::meaning(dataset, field.place, field.name, text);
    if let Some(text) = field_ui(ui, scene, field, &current, read) {
        scene.send(Action::Editor(EditorAction::Type(field.place, field.name.to_owned(), text)));
    }
}

/// The label above a field; gives its id.
pub(super) fn name_ui(ui: &mut Ui, field: &Field<'_>) -> Id {
    ui.label(bold(field.label, Type::Small)).id
}

/// The label above a list or a row of choices, with the help below it; gives the label's id.
pub(super) fn label_ui(ui: &mut Ui, tokens: &Tokens, field: &Field<'_>) -> Id {
    let id = name_ui(ui, field);
    if !field.help.is_empty() {
        ui.label(quiet(field.help, tokens));
    }
    id
}

/// The line below a field: the first finding about it with its fixes, or these words where there is none. Gives what all findings
/// say.
pub(super) fn finding_ui(
    ui: &mut Ui,
    scene: &mut PanelContext<'_>,
    field: &Field<'_>,
    plain: &str,
    cursor: Cursor,
) -> Vec<String> {
    let state = scene.state;
    let found: Vec<(usize, String)> = if state.editor.tells_what_is_wrong(field.place, field.name, false) {
        state.editor.findings_at(field.place, field.name).map(|(nth, finding)| (nth, told_of(finding))).collect()
    } else {
        Vec::new()
    };
    let (message, offered) = match found.as_slice() {
        [] => (FieldMessage::Plain(plain.to_owned()), Offered::Nothing),
        [(nth, first), more @ ..] => {
            let fixes =
                if state.document.is_read_only { &[] } else { state.editor.fixes_of(&state.document.original, *nth) };
            let words = if more.is_empty() {
                first.clone()
            } else {
                say!("fields-and-more", first = first.as_str(), n = more.len())
            };
            (FieldMessage::Warning(words), Offered::Fixes(fixes))
        }
    };
    message_ui(ui, scene, field, &message, &offered, cursor);
    found.into_iter().map(|(_, words)| words).collect()
}

/// Whether a finding about the field is an error.
pub(super) fn has_error(scene: &PanelContext<'_>, field: &Field<'_>) -> bool {
    let editor = &scene.state.editor;
    editor.tells_what_is_wrong(field.place, field.name, false)
        && editor.findings_at(field.place, field.name).any(|(_, found)| found.finding.is_error())
}

/// Ties what is found about a field to what has the keyboard when a finding leads to it, after these words.
pub(super) fn describe(ui: &Ui, scene: &PanelContext<'_>, field: &Field<'_>, id: Id, words: &str) {
    // The field that adds to a list is where a finding about the list leads.
    let name = field.name.strip_suffix(" add").unwrap_or(field.name);
    let is_told = scene.state.editor.tells_what_is_wrong(field.place, name, false);
    let found = scene.state.editor.findings_at(field.place, name).filter(|_| is_told);
    let found = found.map(|(_, finding)| told_of(finding));
    let described: Vec<String> =
        std::iter::once(words.to_owned()).chain(found).filter(|words| !words.is_empty()).collect();
    let is_wrong = has_error(scene, field);
    let _ = ui.ctx().accesskit_node_builder(id, |node| {
        if !described.is_empty() {
            node.set_description(described.join(" "));
        }
        if is_wrong {
            node.set_invalid(Invalid::True);
        }
    });
}

/// Whether the fields of a part take part in the dataset's undo. What is typed for an outcome that is being made is not in the
/// dataset, and a step of the dataset would be another one: those fields have their own.
pub(super) fn has_shared_undo(scene: &PanelContext<'_>, place: PartPath) -> bool {
    Part::at(&scene.state.document.original, place).is_some()
}

/// The findings about a field, each with its fixes; gives what they say.
pub(super) fn findings_ui(ui: &mut Ui, scene: &mut PanelContext<'_>, place: PartPath, name: &str) -> Vec<String> {
    let state = scene.state;
    let mut said = Vec::new();
    for (nth, finding) in state.editor.findings_at(place, name) {
        let words = told_of(finding);
        warning_ui(ui, scene.tokens, |ui| {
            ui.label(&words);
            fixes_ui(ui, scene, nth);
        });
        said.push(words);
    }
    said
}

/// The quick fixes of the finding of this number, a button each.
pub(super) fn fixes_ui(ui: &mut Ui, scene: &mut PanelContext<'_>, nth: usize) {
    let state = scene.state;
    if state.document.is_read_only {
        return;
    }
    for fix in state.editor.fixes_of(&state.document.original, nth) {
        if ui.small_button(&fix.label).clicked() {
            scene.send(Action::Edit(Box::new(fix.edit.clone())));
        }
    }
}

/// A message that matters, with a bar beside it.
pub(super) fn warning_ui(ui: &mut Ui, tokens: &Tokens, content: impl FnOnce(&mut Ui)) {
    let frame = egui::Frame::new().fill(tokens.hovered).corner_radius(4).inner_margin(Margin {
        left: 10,
        right: 6,
        top: 4,
        bottom: 4,
    });
    let shown = frame.show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 3.0;
        content(ui);
    });
    let rect = shown.response.rect;
    let bar = egui::Rect::from_min_max(rect.min, egui::pos2(rect.left() + 4.0, rect.bottom()));
    ui.painter().rect_filled(bar, 2.0, tokens.caution);
}

/// A heading with a sentence, and what belongs under it.
pub(super) fn section_ui(ui: &mut Ui, tokens: &Tokens, title: &str, about: &str, content: impl FnOnce(&mut Ui)) {
    egui::Frame::new()
        .fill(tokens.surface)
        .stroke(egui::Stroke::new(1.0, tokens.line))
        .corner_radius(8)
        .inner_margin(Margin::same(14))
        .show(ui, |ui| {
            ui.set_min_width(ui.available_width());
            heading(ui, bold(title, Type::Heading), HeadingLevel::Second);
            if !about.is_empty() {
                ui.label(quiet(about, tokens));
            }
            ui.add_space(space::XS);
            content(ui);
        });
    ui.add_space(space::XS);
}

/// What is wrong and how to fix it, as one sentence.
fn told(wrong: &str, fix: &str) -> String {
    sentence(&say!("fields-wrong", sentence = wrong, fix = fix))
}

/// What a finding says, as one sentence.
pub(super) fn told_of(finding: &PlacedFinding) -> String {
    told(&finding.sentence, &finding.fix)
}
