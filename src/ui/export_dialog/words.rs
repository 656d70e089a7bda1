//! The words of the figure: title, subtitle, notes, alternative text, each with the way back to the written one.

use egui::{Align, Layout, Ui};

use crate::app::FigureFormat;
use crate::figure::wording::{Place, TITLE_WORDS};
use crate::theme::{Type, space};

use super::super::controls::{bold, caution, quiet};
use super::{Desk, Lines};

impl Desk<'_> {
    pub(super) fn words_ui(&mut self, ui: &mut Ui) {
        if self.draft.format == FigureFormat::Csv {
            return;
        }
        ui.add_space(space::XS);
        ui.label(bold("Words", Type::Body));
        let written = &self.dialog.written;
        let (title, subtitle, alt) = (written.title.clone(), written.subtitle.clone(), written.alt.clone());
        let notes: Vec<String> = written.notes.iter().map(|note| note.text.clone()).collect();
        self.passage_ui(ui, "Title", Place::Title, &title);
        self.title_remarks_ui(ui, &title);
        if !subtitle.is_empty() {
            self.passage_ui(ui, "Subtitle", Place::Subtitle, &subtitle);
        }
        for (number, note) in (1..).zip(&notes) {
            self.note_ui(ui, number, note);
        }
        let label = ui.label("Note of your own").id;
        let mut own = self.draft.wording.own_note().to_owned();
        if self.field(ui, &mut own, label, f32::INFINITY, Lines::Wrapped).changed() {
            self.draft.wording.put_own_note(&own);
        }
        self.passage_ui(ui, "Alternative text", Place::Alt, &alt);
        ui.label(quiet(
            "Read aloud to people who can't see the figure. What was left out, and the source, always stay; the source line \
             tells when the subtitle or a note was changed.",
            self.tokens,
        ));
        egui::CollapsingHeader::new("Why?").id_salt("why the words stay").show_unindented(ui, |ui| {
            ui.label(
                "Subtitle and notes say which rules of comparison were applied, so the figure tells when they are yours. A reader \
                 of your paper then knows which words come from the data, and that nothing which was left out went missing.",
            );
        });
    }

    /// A label, a field with the words, and the way back where they are others than the written ones.
    fn passage_ui(&mut self, ui: &mut Ui, name: &str, place: Place, written: &str) {
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
        let title = self.draft.wording.words(Place::Title, written).to_owned();
        let count = title.split_whitespace().count();
        let told = if count == 1 { "1 word".to_owned() } else { format!("{count} words") };
        if count > TITLE_WORDS {
            caution(ui, self.tokens, &format!("{told}: more than {TITLE_WORDS} are hard to take in at a glance."));
        } else if count == 0 {
            caution(ui, self.tokens, "A figure needs a title, so the written one stays.");
        } else {
            ui.label(quiet(format!("{told} of at most {TITLE_WORDS}"), self.tokens));
        }
        let font = Type::Body.regular();
        let missing = |c: &char| !c.is_whitespace() && !ui.ctx().fonts_mut(|fonts| fonts.has_glyph(&font, *c));
        let without: String = title.chars().filter(missing).collect();
        if !without.is_empty() {
            caution(
                ui,
                self.tokens,
                "The typeface of figures lacks a letter of this title; a box stands in its place.",
            );
        }
    }

    fn note_ui(&mut self, ui: &mut Ui, number: usize, note: &str) {
        let name = format!("Note {number}");
        let mut shown = !self.draft.wording.hides(note);
        let mut back = false;
        let changed = self.draft.wording.changes(Place::Note, note);
        let label = ui
            .horizontal(|ui| {
                ui.spacing_mut().interact_size.y = 22.0;
                let label = ui.label(&name).id;
                if changed {
                    back = back_ui(ui, &name);
                }
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    if ui.checkbox(&mut shown, format!("Show note {number}")).changed() {
                        self.draft.wording.hide(note, !shown);
                    }
                });
                label
            })
            .inner;
        if shown {
            let mut text = self.draft.wording.words(Place::Note, note).to_owned();
            if self.field(ui, &mut text, label, f32::INFINITY, Lines::Wrapped).changed() {
                self.draft.wording.put(Place::Note, note, &text);
            }
        }
        if back {
            self.draft.wording.take_back(Place::Note, note);
        }
    }
}

/// The way back; its name says back to what.
fn back_ui(ui: &mut Ui, name: &str) -> bool {
    let response = ui.small_button("Back to the written one");
    let spoken = format!("Back to the written one: {name}");
    response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Button, true, &spoken));
    response.clicked()
}
