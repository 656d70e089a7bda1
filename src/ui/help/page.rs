//! A page of the help: the way back and forward, the search, headings, paragraphs and lists with links. Keys scroll it.

use egui::accesskit::Live;
use egui::text::{LayoutJob, TextFormat};
use egui::{Align, Context, FocusDirection, Id, Key, Label, Modifiers, Response, RichText};
use egui::{ScrollArea, Sense, TextEdit, Ui, Vec2, vec2};

use crate::app::{Action, HelpStep, State, page_with_keys};
use crate::help::{self, Face, HelpAnchor, HelpPage, Hit, PageBlock, TextSpan};
use crate::say;
use crate::theme::{Tokens, Type, space};

use super::super::controls::{HeadingLevel, bold, heading, heading_label, quiet};

/// A line is no longer than this, in points, so that the eye finds the next one.
const LONGEST_LINE: f32 = 640.0;
/// Before the words of an item.
const INDENT: f32 = 16.0;
/// How far a press of an arrow key scrolls.
const LINE: f32 = 40.0;

/// What a page is drawn with.
struct PageContext<'a> {
    tokens: &'a Tokens,
    actions: &'a mut Vec<Action>,
}

/// Where the keyboard is led on a page, or among what was found.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Lead<'a> {
    /// Nowhere: it stays where it is.
    No,
    /// To the heading of the place, or the first result.
    There,
    /// To the result that leads to this place.
    Result(&'a HelpAnchor),
}

/// The help: controls above, the page or what was found below.
pub(super) fn reading_ui(ui: &mut Ui, state: &State, tokens: &Tokens, actions: &mut Vec<Action>) {
    let reading = &state.window.reading;
    let entered = controls_ui(ui, state, actions);
    ui.separator();
    let most = (ui.ctx().content_rect().height() - 190.0).max(90.0);
    let place = &reading.now;
    let keys = scroll_keys(ui, most);
    // A page that was come to anew begins at its top.
    let salt = ("help-page", reading.arrivals, reading.search.is_empty());
    ScrollArea::vertical().id_salt(salt).max_height(most).min_scrolled_height(most).auto_shrink([false, false]).show(
        ui,
        |ui| {
            ui.set_max_width((ui.available_width() - 12.0).min(LONGEST_LINE));
            if keys != 0.0 {
                ui.scroll_with_delta(vec2(0.0, keys));
            }
            let arrival = arrival(ui.ctx(), reading.arrivals);
            let mut reader = PageContext { tokens, actions };
            if !reading.search.trim().is_empty() {
                let lead = match (arrival, reading.came_back_from()) {
                    (Arrival::Here, Some(place)) => Lead::Result(place),
                    (Arrival::Here, None) => Lead::There,
                    _ if entered.is_some() => Lead::There,
                    _ => Lead::No,
                };
                let is_led = reader.found_ui(ui, &reading.search, lead);
                if let Some(field) = entered.filter(|_| !is_led) {
                    ui.memory_mut(|memory| memory.request_focus(field));
                }
                return;
            }
            if let Some(field) = entered {
                ui.memory_mut(|memory| memory.request_focus(field));
            }
            let Some(page) = help::page(place.page).map(page_with_keys) else { return };
            // Who opens the help at a page's beginning has its controls first: the search, the way to other pages.
            let lead = match arrival {
                Arrival::Opened if place.anchor.is_empty() => Lead::No,
                Arrival::Opened | Arrival::Here => Lead::There,
                Arrival::Before => Lead::No,
            };
            reader.page_ui(ui, &page, &place.anchor, lead);
        },
    );
}

/// When the place that is shown was come to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Arrival {
    /// It was shown in the frame before.
    Before,
    /// Just now, with the help.
    Opened,
    /// Just now, from elsewhere in the help.
    Here,
}

/// Notes what is shown, and tells whether it is new.
fn arrival(ctx: &Context, arrivals: u64) -> Arrival {
    let pass = ctx.cumulative_pass_nr();
    let (seen, last) = ctx.data_mut(|data| {
        let known = data.get_temp_mut_or(Id::unique("help-arrivals"), (0_u64, 0_u64));
        std::mem::replace(known, (arrivals, pass))
    });
    match (seen == arrivals, last + 1 >= pass) {
        (true, _) => Arrival::Before,
        (false, true) => Arrival::Here,
        (false, false) => Arrival::Opened,
    }
}

/// Gives the search field where Enter was pressed in it.
fn controls_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) -> Option<Id> {
    ui.horizontal_wrapped(|ui| {
        let contents = HelpStep::Open(HelpAnchor::page(help::CONTENTS));
        let steps = [
            (say!("dialog-help-back"), HelpStep::Back),
            (say!("dialog-help-forward"), HelpStep::Forward),
            (say!("dialog-help-contents"), contents),
        ];
        for (words, step) in steps {
            let action = Action::Help(step);
            if ui.add_enabled(state.why_not(&action).is_none(), egui::Button::new(words)).clicked() {
                actions.push(action);
            }
        }
        let mut search = state.window.reading.search.clone();
        let field = TextEdit::singleline(&mut search).hint_text(say!("dialog-help-search")).desired_width(230.0);
        let response = ui.add(field.margin(egui::Margin::symmetric(8, 5)));
        let _ = ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(say!("dialog-help-search")));
        if response.changed() {
            actions.push(Action::Help(HelpStep::Search(search)));
        }
        if ui.button(say!("dialog-close")).clicked() {
            actions.push(Action::CloseOverlay);
        }
        (response.lost_focus() && ui.input(|i| i.key_pressed(Key::Enter))).then_some(response.id)
    })
    .inner
}

/// How far the keys pressed scroll; nothing while they belong to the search field.
fn scroll_keys(ui: &Ui, page: f32) -> f32 {
    if ui.ctx().text_edit_focused() {
        return 0.0;
    }
    let whole = 1.0e6;
    let keys = [
        (Key::ArrowDown, -LINE),
        (Key::ArrowUp, LINE),
        (Key::PageDown, LINE - page),
        (Key::PageUp, page - LINE),
        (Key::End, -whole),
        (Key::Home, whole),
    ];
    let pressed =
        |(key, by): (Key, f32)| by * ui.ctx().input_mut(|i| i.count_and_consume_key(Modifiers::NONE, key)) as f32;
    let by: f32 = keys.into_iter().map(pressed).sum();
    if by != 0.0 {
        // The toolkit would take an arrow key for a step to the next control.
        ui.ctx().memory_mut(|memory| memory.move_focus(FocusDirection::None));
    }
    by
}

impl PageContext<'_> {
    /// A page; `to` is the anchor of the place on it, empty for its beginning.
    fn page_ui(&mut self, ui: &mut Ui, page: &HelpPage, to: &str, lead: Lead<'_>) {
        ui.spacing_mut().item_spacing.y = space::S;
        // A line is as high as its letters and no higher, so that a link stands on the line of the words around it.
        ui.spacing_mut().interact_size.y = 0.0;
        if to.is_empty() {
            place_heading(ui, &page.title, Type::Title, HeadingLevel::First, lead);
        } else {
            heading(ui, bold(&page.title, Type::Title), HeadingLevel::First);
        }
        for block in &page.blocks {
            match block {
                PageBlock::Heading { level, text, anchor } => {
                    ui.add_space(if *level == 2 { space::S } else { space::XS });
                    let level = if *level == 2 { HeadingLevel::Second } else { HeadingLevel::Third };
                    if anchor == to && !to.is_empty() {
                        place_heading(ui, text, Type::Heading, level, lead);
                    } else {
                        heading(ui, bold(text, Type::Heading), level);
                    }
                }
                PageBlock::Paragraph(runs) => self.runs_ui(ui, runs),
                PageBlock::Item { depth, number, runs } => self.item_ui(ui, *depth, *number, runs),
            }
        }
        ui.add_space(space::L);
    }

    fn item_ui(&mut self, ui: &mut Ui, depth: u8, number: Option<u64>, runs: &[TextSpan]) {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            ui.add_space(INDENT * f32::from(depth.saturating_sub(1)));
            let (rect, _) = ui.allocate_exact_size(Vec2::new(INDENT, 18.0), Sense::hover());
            if let Some(number) = number {
                let font = Type::Body.regular();
                let at = egui::pos2(rect.left(), rect.top());
                ui.painter().text(at, egui::Align2::LEFT_TOP, format!("{number}."), font, self.tokens.ink);
            } else {
                ui.painter().circle_filled(egui::pos2(rect.left() + 5.0, rect.top() + 9.5), 2.0, self.tokens.ink);
            }
            ui.vertical(|ui| self.runs_ui(ui, runs));
        });
    }

    /// Words with links between them. What lies between two links is one text, so that it is read in one go.
    fn runs_ui(&mut self, ui: &mut Ui, runs: &[TextSpan]) {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            for part in runs.chunk_by(|a, b| a.link.is_none() && b.link.is_none()) {
                let Some(first) = part.first() else { continue };
                if let Some(place) = &first.link {
                    self.link_ui(ui, &first.text, place.clone());
                    continue;
                }
                let mut job = LayoutJob::default();
                for run in part {
                    let font = if run.face == Face::Bold { Type::Body.bold() } else { Type::Body.regular() };
                    job.append(&run.text, 0.0, TextFormat::simple(font, self.tokens.ink));
                }
                ui.add(Label::new(job).wrap());
            }
        });
    }

    fn link_ui(&mut self, ui: &mut Ui, words: &str, place: HelpAnchor) -> Response {
        // Underlined always: a colour alone would not tell a link.
        let link = ui.link(RichText::new(words).underline());
        if link.gained_focus() {
            link.scroll_to_me(None);
        }
        if link.clicked() {
            self.actions.push(Action::Help(HelpStep::Open(place)));
        }
        link
    }

    /// What was found; tells whether the keyboard was led to a result.
    fn found_ui(&mut self, ui: &mut Ui, search: &str, lead: Lead<'_>) -> bool {
        let pages: Vec<HelpPage> = help::pages().iter().map(page_with_keys).collect();
        let hits: Vec<Hit> = help::find(&pages, search);
        let words = match hits.len() {
            _ if search.trim().chars().count() < 2 => say!("dialog-help-two-letters").to_owned(),
            0 => say!("dialog-help-nothing", search = search.trim()),
            n => say!("dialog-help-found", n = n),
        };
        let told = ui.label(quiet(words, self.tokens));
        let _ = ui.ctx().accesskit_node_builder(told.id, |node| node.set_live(Live::Polite));
        let leads_to = match lead {
            Lead::No => None,
            Lead::There => Some(0),
            Lead::Result(place) => Some(hits.iter().position(|hit| hit.place == *place).unwrap_or(0)),
        };
        let mut is_led = false;
        for (index, hit) in hits.into_iter().enumerate() {
            ui.add_space(space::XS);
            let link = self.link_ui(ui, &hit.title, hit.place);
            if leads_to == Some(index) {
                link.request_focus();
                is_led = true;
            }
            ui.add(Label::new(quiet(hit.excerpt, self.tokens)).wrap());
        }
        is_led
    }
}

/// The heading of the place that is read: the keyboard comes to it, so that a screen reader begins to read there and Tab goes on from
/// there.
fn place_heading(ui: &mut Ui, words: &str, size: Type, level: HeadingLevel, lead: Lead<'_>) {
    let label = Label::new(bold(words, size)).sense(Sense::focusable_noninteractive());
    let response = heading_label(ui, label, words, level);
    if lead == Lead::There {
        response.scroll_to_me(Some(Align::TOP));
        response.request_focus();
    }
}

/// Asks for a place of the help.
pub(in crate::ui) fn read(place: HelpAnchor) -> Action {
    Action::Help(HelpStep::Open(place))
}
