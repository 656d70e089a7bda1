//! A field for a path, where the desktop offers no file dialog.

use std::path::{Path, PathBuf};

use egui::{Context, Key, Response, Ui};

use crate::app::{Action, Question, Replace, State, file_holds_all, holds_all, typed_path};
use crate::say;
use crate::theme::{Tokens, space};

use super::controls::{begin_at_stem, caution, quiet, tick};
use super::dialog::dialog_ui;

/// What has been typed so far.
#[derive(Default)]
pub(super) struct PathDialog {
    /// The number of the asking that is shown.
    asked: Option<u64>,
    path: String,
    replace: bool,
    /// The file that was asked for last whether it is there. It is looked up elsewhere, once for each name, because a network
    /// drive may take its time; a save that finds a file nobody agreed to replace asks again.
    looked: Option<PathBuf>,
    /// Whether it was pressed to save over a file that is there, without agreeing to that.
    is_refused: bool,
    /// Whether the keyboard should go to where that can be agreed to.
    leads_to_agreeing: bool,
}

impl PathDialog {
    /// Shows the field while a question is open; gives what was answered.
    pub fn show(&mut self, ctx: &Context, state: &State, tokens: &Tokens) -> Vec<Action> {
        let Some(question) = state.session.question else {
            self.asked = None;
            return Vec::new();
        };
        let fresh = self.asked != Some(state.session.asking_number());
        if fresh {
            self.begin(question, state);
        }
        let mut actions = Vec::new();
        let shown = dialog_ui(ctx, question.label(), 520.0, |ui| {
            let field = self.field_ui(ui, fresh);
            let file = question.file_of(typed_path(&self.path));
            let exists = question != Question::Open && self.look(&file, state, &mut actions);
            let entered = exists && self.agreeing_ui(ui, &file, tokens);
            if state.document.suppressed_up_to.is_some() {
                match question {
                    Question::SaveCopy => drop(ui.label(holds_all())),
                    Question::SaveAs => drop(ui.label(file_holds_all())),
                    Question::Open | Question::SaveFigure(_) | Question::SavePdf | Question::FolderOfAll => {}
                }
            }
            if state.asks_in_fields() {
                ui.label(quiet(say!("path-why-typed"), tokens));
            }
            ui.add_space(space::S);
            let entered = entered || field.lost_focus() && ui.input(|i| i.key_pressed(Key::Enter));
            ui.horizontal(|ui| {
                // It never waits for a disk: whether a file is there is asked when it is pressed.
                let has_path = !self.path.trim().is_empty();
                let go = ui.add_enabled(has_path, egui::Button::new(question.verb())).clicked();
                if (go || entered) && has_path {
                    actions.extend(self.go_ahead(question, file, exists));
                    ui.request_repaint();
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

    /// A question is asked: for the first time, or again at the file that stands in the way.
    fn begin(&mut self, question: Question, state: &State) {
        let taken = state.session.taken_name();
        let path = taken.map_or_else(|| suggestion(question, state), |taken| taken.display().to_string());
        *self = Self {
            asked: Some(state.session.asking_number()),
            path,
            replace: false,
            looked: taken.map(Path::to_path_buf),
            is_refused: taken.is_some(),
            leads_to_agreeing: taken.is_some(),
        };
    }

    fn field_ui(&mut self, ui: &mut Ui, fresh: bool) -> Response {
        let label = ui.label(say!("path-label"));
        let field = egui::TextEdit::singleline(&mut self.path).desired_width(f32::INFINITY);
        let response = ui.add(field).labelled_by(label.id);
        if fresh && !self.leads_to_agreeing {
            begin_at_stem(&response, &self.path);
        }
        response
    }

    /// Whether this file is there, as far as it is known; another name than before is looked up.
    fn look(&mut self, file: &Path, state: &State, actions: &mut Vec<Action>) -> bool {
        if self.looked.as_deref() == Some(file) {
            return state.session.is_there(file) == Some(true);
        }
        self.looked = Some(file.to_owned());
        // What was agreed to was the file of the other name, and what an earlier look at this one found says nothing of now.
        (self.replace, self.is_refused) = (false, false);
        actions.push(Action::LookAtPath(file.to_owned()));
        false
    }

    /// Where it can be agreed to that the file is replaced; tells whether Enter was pressed there.
    fn agreeing_ui(&mut self, ui: &mut Ui, file: &Path, tokens: &Tokens) -> bool {
        let (agree, entered) = tick(ui, &mut self.replace, say!("path-replace"));
        if std::mem::take(&mut self.leads_to_agreeing) {
            agree.request_focus();
        }
        if self.is_refused && !self.replace {
            let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            caution(ui, tokens, &say!("path-there", name = name));
        }
        entered
    }

    /// The button was pressed: gives the answer, or leads to where it can be agreed to that a file is replaced.
    fn go_ahead(&mut self, question: Question, file: PathBuf, exists: bool) -> Option<Action> {
        if exists && !self.replace {
            (self.is_refused, self.leads_to_agreeing) = (true, true);
            return None;
        }
        let replace = if self.replace { Replace::Agreed } else { Replace::NotAsked };
        Some(Action::Answer(question, file, replace))
    }
}

fn suggestion(question: Question, state: &State) -> String {
    let name = match question {
        // With its separator at the end, so that the name is typed behind it.
        Question::Open => String::new(),
        // They are asked from dialogs of their own.
        Question::SaveFigure(_) | Question::FolderOfAll => return String::new(),
        Question::SaveCopy => say!("path-name-of-copy").to_owned(),
        Question::SaveAs => own_name(state),
        Question::SavePdf => Path::new(&own_name(state)).with_extension(question.ending()).display().to_string(),
    };
    state.suggested_folder().join(name).display().to_string()
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
