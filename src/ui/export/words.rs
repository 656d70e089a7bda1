//! The words of the figure: title, subtitle, notes, alternative text, each with the way back to the written one.

use egui::{Align, Layout, Ui};

use crate::figure::wording::{TITLE_WORDS, WordingSlot};
use crate::say;
use crate::theme::Type;

use super::super::controls::{Indent, caution, fold_ui, quiet};
use super::{ExportForm, Lines};

impl ExportForm<'_> {
    pub(super) fn words_ui(&mut self, ui: &mut Ui) {
        if !self.draft.format.has_words() {
            return;
        }
        let (words, spoken) = (say!("dialog-save-words"), say!("dialog-save-words.spoken"));
        fold_ui(ui, words, spoken, "words-of-the-figure", Indent::Flush, |ui| self.passages_ui(ui));
    }

    fn passages_ui(&mut self, ui: &mut Ui) {
        let written = &self.dialog.written;
        let (title, subtitle, alt) = (written.title.clone(), written.subtitle.clone(), written.alt.clone());
        let notes: Vec<String> = written.notes.iter().map(|note| note.text.clone()).collect();
        self.passage_ui(ui, say!("dialog-save-title"), WordingSlot::Title, &title);
        self.title_remarks_ui(ui, &title);
        if !subtitle.is_empty() {
            self.passage_ui(ui, say!("dialog-save-subtitle"), WordingSlot::Subtitle, &subtitle);
        }
        for (number, note) in (1..).zip(&notes) {
            self.note_ui(ui, number, note);
        }
        let label = ui.label(say!("dialog-save-own-note")).id;
        let mut own = self.draft.wording.own_note().to_owned();
        if self.field(ui, &mut own, label, f32::INFINITY, Lines::Wrapped).changed() {
            self.draft.wording.put_own_note(&own);
        }
        self.passage_ui(ui, say!("dialog-save-alternative"), WordingSlot::Alt, &alt);
        ui.label(quiet(say!("dialog-save-alternative-meaning"), self.tokens));
        let (words, spoken) = (say!("dialog-save-why"), say!("dialog-save-why.spoken"));
        fold_ui(ui, words, spoken, "why-the-words-stay", Indent::Flush, |ui| {
            ui.label(say!("dialog-save-why-meaning"));
        });
    }

    /// A label, a field with the words, and the way back where they are others than the written ones.
    fn passage_ui(&mut self, ui: &mut Ui, name: &str, place: WordingSlot, written: &str) {
        let mut back = false;
        let changed = self.draft.wording.changes(place, written);
        let label = ui
            .horizontal(|ui| {
                ui.spacing_mut().interact_size.y = 22.0;
                let label = ui.label(name).id;
                if changed {
                    back = back_ui(ui, name);
                }
                label
            })
            .inner;
        let mut text = self.draft.wording.words(place, written).to_owned();
        if self.field(ui, &mut text, label, f32::INFINITY, Lines::Wrapped).changed() {
            self.draft.wording.put(place, written, &text);
        }
        if back {
            self.draft.wording.take_back(place, written);
        }
    }

    fn title_remarks_ui(&mut self, ui: &mut Ui, written: &str) {
        let title = self.draft.wording.words(WordingSlot::Title, written).to_owned();
        let count = title.split_whitespace().count();
        if count > TITLE_WORDS {
            caution(ui, self.tokens, &say!("dialog-save-title-long", n = count, most = TITLE_WORDS));
        } else if count == 0 {
            caution(ui, self.tokens, say!("dialog-save-title-empty"));
        } else {
            ui.label(quiet(say!("dialog-save-title-count", n = count, most = TITLE_WORDS), self.tokens));
        }
        let font = Type::Body.regular();
        let missing = |c: &char| !c.is_whitespace() && !ui.ctx().fonts_mut(|fonts| fonts.has_glyph(&font, *c));
        let without: String = title.chars().filter(missing).collect();
        if !without.is_empty() {
            caution(ui, self.tokens, say!("dialog-save-title-letter"));
        }
    }

    fn note_ui(&mut self, ui: &mut Ui, number: usize, note: &str) {
        let name = say!("dialog-save-note", number = number);
        let mut shown = !self.draft.wording.hides(note);
        let mut back = false;
        let changed = self.draft.wording.changes(WordingSlot::Note, note);
        let label = ui
            .horizontal(|ui| {
                ui.spacing_mut().interact_size.y = 22.0;
                let label = ui.label(&name).id;
                if changed {
                    back = back_ui(ui, &name);
                }
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    if ui.checkbox(&mut shown, say!("dialog-save-note-show", number = number)).changed() {
                        self.draft.wording.hide(note, !shown);
                    }
                });
                label
            })
            .inner;
        if shown {
            let mut text = self.draft.wording.words(WordingSlot::Note, note).to_owned();
            if self.field(ui, &mut text, label, f32::INFINITY, Lines::Wrapped).changed() {
                self.draft.wording.put(WordingSlot::Note, note, &text);
            }
        }
        if back {
            self.draft.wording.take_back(WordingSlot::Note, note);
        }
    }
}

/// The way back; its name says back to what.
fn back_ui(ui: &mut Ui, name: &str) -> bool {
    let response = ui.small_button(say!("dialog-save-back"));
    let spoken = say!("dialog-save-back-spoken", name = name);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Button, true, &spoken));
    response.clicked()
}
