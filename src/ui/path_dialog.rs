//! A field for a path, where the desktop offers no file dialog.

use std::path::PathBuf;

use egui::{Context, Key};

use crate::app::{Action, Question, Replace, State, file_holds_all, holds_all};
use crate::say;
use crate::theme::{Tokens, space};

use super::controls::{caution, quiet};
use super::dialog::dialog_ui;

/// What has been typed so far.
#[derive(Default)]
pub(super) struct PathDialog {
    asked: Option<Question>,
    path: String,
    replace: bool,
    /// The path that was asked for last whether something is there. It is looked up elsewhere, once for each text, because a
    /// network drive may take its time; until the answer nothing is replaced, and saving looks again.
    looked: Option<PathBuf>,
    /// Whether it was pressed to save over a file that is there, without agreeing to that.
    is_refused: bool,
    /// Whether the keyboard should go to where that can be agreed to.
    leads_to_agreeing: bool,
}

impl PathDialog {
    /// Shows the field while a question is open; gives what was answered.
    pub fn show(&mut self, ctx: &Context, state: &State, tokens: &Tokens) -> Vec<Action> {
        let Some(question) = state.question else {
            self.asked = None;
            return Vec::new();
        };
        let fresh = self.asked != Some(question);
        if fresh {
            self.asked = Some(question);
            self.replace = false;
            self.path = suggestion(question, state);
            self.looked = None;
            self.is_refused = false;
        }
        let mut actions = Vec::new();
        let shown = dialog_ui(ctx, question.title(), 520.0, |ui| {
            let label = ui.label(say!("path-label"));
            let field = egui::TextEdit::singleline(&mut self.path).desired_width(f32::INFINITY);
            let response = ui.add(field).labelled_by(label.id);
            if fresh {
                response.request_focus();
            }
            let path = PathBuf::from(self.path.trim());
            let is_new = question != Question::Open && self.looked.as_ref() != Some(&path);
            if is_new {
                self.looked = Some(path.clone());
                // What was agreed to was the file of the other name.
                (self.replace, self.is_refused) = (false, false);
                actions.push(Action::LookAtPath(path.clone()));
            }
            // What an earlier look at it found says nothing of now.
            let exists = question != Question::Open && !is_new && state.is_there(&path) == Some(true);
            if exists {
                let agree = ui.checkbox(&mut self.replace, say!("path-replace"));
                if std::mem::take(&mut self.leads_to_agreeing) {
                    agree.request_focus();
                }
            }
            if exists && self.is_refused && !self.replace {
                caution(ui, tokens, say!("path-there"));
            }
            if state.suppression.threshold().is_some() {
                match question {
                    Question::SaveCopy => drop(ui.label(holds_all())),
                    Question::SaveAs => drop(ui.label(file_holds_all())),
                    Question::Open | Question::SaveFigure(_) | Question::FolderOfAll => {}
                }
            }
            ui.label(quiet(say!("path-why-typed"), tokens));
            ui.add_space(space::S);
            let entered = response.lost_focus() && ui.input(|i| i.key_pressed(Key::Enter));
            ui.horizontal(|ui| {
                // It never waits for a disk: whether a file is there is asked when it is pressed.
                let has_path = !self.path.trim().is_empty();
                let go = ui.add_enabled(has_path, egui::Button::new(question.verb())).clicked();
                let wants_to_go = (go || entered) && has_path;
                if wants_to_go && exists && !self.replace {
                    (self.is_refused, self.leads_to_agreeing) = (true, true);
                    ui.request_repaint();
                } else if wants_to_go {
                    let replace = if self.replace { Replace::Agreed } else { Replace::NotAsked };
                    actions.push(Action::Answer(question, path, replace));
                }
                if ui.button(say!("path-cancel")).clicked() {
                    actions.push(Action::DropQuestion);
                }
            });
        });
        if shown.wants_close {
            actions.push(Action::DropQuestion);
        }
        actions
    }
}

fn suggestion(question: Question, state: &State) -> String {
    let folder = state.suggested_path().and_then(|p| p.parent().map(PathBuf::from)).unwrap_or_default();
    let name = match question {
        // The last two are asked from dialogs of their own.
        Question::Open | Question::SaveFigure(_) | Question::FolderOfAll => return String::new(),
        Question::SaveCopy => say!("path-name-of-copy").to_owned(),
        Question::SaveAs => own_name(state),
    };
    folder.join(name).display().to_string()
}

/// The file's own name, or one made of the dataset's title.
fn own_name(state: &State) -> String {
    if let Some(name) = state.suggested_path().as_ref().and_then(|path| path.file_name()) {
        return name.to_string_lossy().into_owned();
    }
    let words = state.document.original.title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let title: Vec<String> = words.take(6).map(str::to_lowercase).collect();
    if title.is_empty() { say!("path-name-of-dataset").to_owned() } else { title.join("-") + ".ron" }
}
