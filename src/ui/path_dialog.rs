//! A field for a path, where the desktop offers no file dialog.

use std::path::{Path, PathBuf};

use egui::{Context, Key};

use crate::app::{Action, FILE_HOLDS_ALL, Question, Replace, State, holds_all};
use crate::theme::{Tokens, space};

use super::controls::quiet;
use super::dialog::dialog_ui;

/// What has been typed so far.
#[derive(Default)]
pub(super) struct PathDialog {
    asked: Option<Question>,
    path: String,
    replace: bool,
    /// The path that was looked up last, and whether something was there. Looking may take its time on a network drive, so it
    /// is done once for each text; a file that comes meanwhile is not replaced, since saving looks again.
    looked: Option<(PathBuf, bool)>,
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
        }
        let mut actions = Vec::new();
        let shown = dialog_ui(ctx, question.title(), 520.0, |ui| {
            let label = ui.label("Path of the file:");
            let field = egui::TextEdit::singleline(&mut self.path).desired_width(f32::INFINITY);
            let response = ui.add(field).labelled_by(label.id);
            if fresh {
                response.request_focus();
            }
            let path = PathBuf::from(self.path.trim());
            let exists = question != Question::Open && self.exists(&path);
            if exists {
                ui.checkbox(&mut self.replace, "Replace the file that is there");
            }
            if state.suppression.threshold().is_some() {
                match question {
                    Question::SaveCopy => drop(ui.label(holds_all())),
                    Question::SaveAs => drop(ui.label(FILE_HOLDS_ALL)),
                    Question::Open | Question::SaveFigure(_) | Question::FolderOfAll => {}
                }
            }
            ui.label(quiet("This desktop offers no file dialog, so the path is typed here.", tokens));
            ui.add_space(space::S);
            let blocked = self.path.trim().is_empty() || (exists && !self.replace);
            let entered = response.lost_focus() && ui.input(|i| i.key_pressed(Key::Enter));
            ui.horizontal(|ui| {
                let go = ui.add_enabled(!blocked, egui::Button::new(question.verb())).clicked();
                if (go || entered) && !blocked {
                    let replace = if self.replace { Replace::Agreed } else { Replace::NotAsked };
                    actions.push(Action::Answer(question, path, replace));
                }
                if ui.button("Cancel").clicked() {
                    actions.push(Action::DropQuestion);
                }
            });
        });
        if shown.wants_close && actions.is_empty() {
            actions.push(Action::DropQuestion);
        }
        actions
    }

    /// Whether something is at this path, as it was when the path was typed.
    fn exists(&mut self, path: &Path) -> bool {
        match &self.looked {
            Some((looked, exists)) if looked == path => *exists,
            _ => {
                let exists = !path.as_os_str().is_empty() && path.exists();
                self.looked = Some((path.to_path_buf(), exists));
                exists
            }
        }
    }
}

fn suggestion(question: Question, state: &State) -> String {
    let folder = state.document.path.as_ref().and_then(|p| p.parent().map(PathBuf::from)).unwrap_or_default();
    let name = match question {
        // The last two are asked from dialogs of their own.
        Question::Open | Question::SaveFigure(_) | Question::FolderOfAll => return String::new(),
        Question::SaveCopy => "copy.ron".to_owned(),
        Question::SaveAs => own_name(state),
    };
    folder.join(name).display().to_string()
}

/// The file's own name, or one made of the dataset's title.
fn own_name(state: &State) -> String {
    if let Some(name) = state.document.path.as_ref().and_then(|path| path.file_name()) {
        return name.to_string_lossy().into_owned();
    }
    let words = state.document.original.title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let title: Vec<String> = words.take(6).map(str::to_lowercase).collect();
    if title.is_empty() { "dataset.ron".to_owned() } else { format!("{}.ron", title.join("-")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_looked_up_once_for_each_text() {
        let folder = tempfile::tempdir().unwrap();
        let (path, other) = (folder.path().join("a.ron"), folder.path().join("b.ron"));
        let mut dialog = PathDialog::default();
        assert!(!dialog.exists(&path));
        std::fs::write(&path, "").unwrap();
        assert!(!dialog.exists(&path), "it was not looked up again");
        assert!(!dialog.exists(&other));
        assert!(dialog.exists(&path), "another text was typed in between");
    }
}
