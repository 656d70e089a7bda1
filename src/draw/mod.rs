//! Draws a [`Figure`]: the only place that knows how a figure looks.
//!
//! The same code draws for the window and for files. What differs is one argument, [`Interactivity`]: a live figure can be hovered,
//! clicked, focused and read by a screen reader; a still one emits the same shapes and nothing else.

mod bands;
mod dot_strips;
mod grid;
mod headings;
mod key;
mod labels;
mod marks;
mod panels;
mod periods;
mod plot;
pub mod roving;
mod row_marks;
mod rows;
mod series;
mod slopes;
mod strips;
mod text;
mod tile_bodies;
mod tiles;
mod trend;

use std::collections::BTreeSet;

use egui::accesskit::Role;
use egui::{Id, Pos2, Rect, Sense, Ui, UiBuilder, Vec2};

use crate::figure::pages::Item;
use crate::figure::{Body, Figure, KeyEntry, Owner};
use crate::model::{Order, OutcomeId};
use crate::say;
use crate::theme::{Tokens, Type, space};

pub use panels::RowLayout;
use roving::{TabStop, menu_asked, next_part, part, take_walks, tell_ui};
use text::TextStyle;

/// Whether a figure answers to the pointer, the keyboard and the screen reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Interactivity {
    /// In the window.
    Interactive,
    /// On paper.
    Static,
}

/// How much of a figure is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// With title, notes and source line.
    Whole,
    /// The body with what its marks mean; title and notes stand elsewhere on screen.
    BodyAndKey,
    /// The body alone.
    BodyOnly,
}

/// What a figure is drawn with.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'a> {
    /// The colours.
    pub tokens: &'a Tokens,
    /// Whether it answers.
    pub liveness: Interactivity,
    /// How much of it is drawn.
    pub extent: Extent,
    /// The outcome to emphasise, if any; always `None` on paper.
    pub selected: Option<&'a OutcomeId>,
    /// How rows are sorted, where a click on a heading sorts them anew; `None` where it does not.
    pub order: Option<Order>,
}

/// What came of drawing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DrawResponse {
    /// The height used, in points.
    pub height: f32,
    /// The outcome that was clicked, if any.
    pub clicked: Option<OutcomeId>,
    /// The outcome that the pointer is at, if any.
    pub hovered: Option<OutcomeId>,
    /// Where the menu opens that was asked for, if any: that of an outcome, or of the figure as a whole (`None`).
    pub menu: Option<(Option<OutcomeId>, Pos2)>,
    /// The band of small figures that was folded or opened by a click on its head, if any.
    pub folded: Option<String>,
    /// The order that was asked for by a click on a heading, if any.
    pub sorted: Option<Order>,
    /// The concept whose strip was clicked, if any.
    pub concept: Option<String>,
    /// What stands where, for parting a tall figure.
    pub measured: Measured,
}

/// What stands where in a figure that was drawn, in points.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Measured {
    /// What can't be parted, in drawing order.
    pub items: Vec<Item>,
    /// Height of what stands above the body: title, subtitle and key.
    pub head: f32,
    /// Height of the body.
    pub body: f32,
    /// How rows share the width.
    pub rows: Option<RowLayout>,
}

/// What the window wishes of a figure while it draws it; the default wishes nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wishes<'a> {
    /// The bands of small figures that are folded, by their headings; `None` where bands can't be folded.
    pub folded: Option<&'a BTreeSet<String>>,
    /// The band that comes into view.
    pub band: Option<&'a str>,
    /// The outcome that comes into view.
    pub outcome: Option<&'a OutcomeId>,
    /// The outcomes that light up as if the pointer were at them.
    pub lit: Option<&'a BTreeSet<OutcomeId>>,
}

/// Draws `figure` from the top left of the space that is left in `ui`, as wide as that space, as tall as it needs.
pub fn figure_ui(ui: &mut Ui, figure: &Figure, setting: Setting<'_>) -> DrawResponse {
    wished_ui(ui, figure, setting, Wishes::default())
}

/// Draws `figure` as [`figure_ui`], with what is wished of it.
pub fn wished_ui<'s>(ui: &mut Ui, figure: &Figure, setting: Setting<'s>, wishes: Wishes<'s>) -> DrawResponse {
    laid_out_ui(ui, figure, None, (setting, wishes))
}

/// A figure is never drawn narrower than this, in points: the pane beside a form in a window 1024 points wide.
const NARROWEST: f32 = 208.0;

/// Draws `figure` as [`figure_ui`], its rows laid out as those of the figure that it is a page of.
pub fn page_ui(ui: &mut Ui, figure: &Figure, rows: Option<&RowLayout>, setting: Setting<'_>) -> DrawResponse {
    laid_out_ui(ui, figure, rows, (setting, Wishes::default()))
}

fn laid_out_ui<'s>(
    ui: &mut Ui,
    figure: &Figure,
    rows: Option<&RowLayout>,
    (setting, wishes): (Setting<'s>, Wishes<'s>),
) -> DrawResponse {
    let origin = ui.cursor().min;
    let width = ui.available_width().max(NARROWEST);
    let id = ui.scope_id().with("figure");
    let mut asked = None;
    if setting.liveness == Interactivity::Interactive {
        // The figure as a whole is what is seen of it; its data may reach further and scroll sideways.
        let seen = width.min(ui.clip_rect().width());
        asked = walk_ui(ui, figure, setting, id, Rect::from_min_size(origin, Vec2::new(seen, 1.0)));
    }
    let builder =
        UiBuilder::new().id_salt("figure-body").max_rect(Rect::from_min_size(origin, Vec2::new(width, f32::INFINITY)));
    let builder =
        if setting.liveness == Interactivity::Interactive { builder.accessibility_parent(id) } else { builder };
    let mut child = ui.new_child(builder);
    let measured = Measured { rows: rows.cloned(), ..Measured::default() };
    let mut drawing = Drawing {
        ui: &mut child,
        setting,
        wishes,
        id,
        clicked: None,
        hovered: None,
        menu: None,
        folded: None,
        sorted: None,
        concept: None,
        covered: 0.0,
        measured,
        walked: ReadingOrder::default(),
    };
    let bottom = drawing.whole(figure, origin, width);
    let Drawing { clicked, hovered, menu, folded, sorted, concept, mut walked, measured, .. } = drawing;
    let height = bottom - origin.y;
    walked.height = height;
    if setting.liveness == Interactivity::Interactive {
        ui.data_mut(|data| data.insert_temp(id, walked));
    }
    let whole = Rect::from_min_size(origin, Vec2::new(width, height));
    ui.allocate_rect(whole, Sense::hover());
    if setting.liveness == Interactivity::Interactive
        && ui.input(|input| input.pointer.secondary_clicked())
        && ui.rect_contains_pointer(whole)
    {
        asked = ui.input(|input| input.pointer.interact_pos());
    }
    let menu = menu.or(asked.map(|at| (None, at)));
    DrawResponse { height, clicked, hovered, menu, folded, sorted, concept, measured }
}

/// The data of a figure as they were drawn in the last frame, in reading order: what the arrow keys walk through.
#[derive(Clone, Debug, Default)]
struct ReadingOrder {
    height: f32,
    outcomes: Vec<OutcomeId>,
    rects: Vec<Rect>,
}

/// The figure as one stop of the Tab key; arrows go from there to its data and from datum to datum.
///
/// Gives where the menu of the figure opens, where it was asked for by keyboard.
fn walk_ui(ui: &Ui, figure: &Figure, setting: Setting<'_>, id: Id, line: Rect) -> Option<Pos2> {
    let walked: ReadingOrder = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let rect = Rect::from_min_size(line.min, Vec2::new(line.width(), walked.height.max(1.0)));
    let response = ui.interact(rect, id, Sense::focusable_noninteractive());
    response.widget_info(|| egui::WidgetInfo::labeled(Role::Figure, true, &figure.title));
    // The name says the title already.
    let about =
        figure.alt.strip_prefix(&figure.title).map_or(figure.alt.as_str(), |rest| rest.trim_start_matches(['.', ' ']));
    let many = walked.outcomes.len();
    let hint = match many {
        0 => String::new(),
        _ => say!("draw-walk", n = many),
    };
    let _ = ui.ctx().accesskit_node_builder(id, |node| node.set_description(format!("{about} {hint}")));
    if response.gained_focus() {
        ui.scroll_to_rect(Rect::from_min_size(rect.min, Vec2::new(1.0, 40.0)), None);
    }
    let focused = ui.memory(egui::Memory::focused);
    let datum = |outcome: &OutcomeId| id.with(outcome.as_str());
    let mut now = walked.outcomes.iter().position(|outcome| Some(datum(outcome)) == focused);
    let menu = menu_asked(&response);
    if now.is_none() && !response.has_focus() && !roving::is_around(ui) {
        return menu;
    }
    if response.has_focus() && many > 0 {
        tell_ui(ui, line, &hint, setting.tokens);
    }
    let mut goes = false;
    for step in take_walks(ui) {
        // Into the figure: to the selected datum if it is here.
        let selected = walked.outcomes.iter().position(|outcome| setting.selected == Some(outcome));
        let entry = if now.is_none() && step != roving::Walk::End { selected } else { None };
        if let Some(next) = entry.or_else(|| next_part(&walked.rects, now, step)) {
            (now, goes) = (Some(next), true);
        }
    }
    if goes && let Some(outcome) = now.and_then(|index| walked.outcomes.get(index)) {
        ui.memory_mut(|memory| memory.request_focus(datum(outcome)));
    }
    menu
}

/// Thickness of the bar beside what is the reader's own council's.
const OWN_BAR: f32 = 3.0;

/// The face of a council's name: bold, but for those beside the reader's own.
fn name_font(owner: Owner, size: Type) -> egui::FontId {
    match owner {
        Owner::Anyone | Owner::Own => size.bold(),
        Owner::Other => size.regular(),
    }
}

/// A figure being drawn.
pub(crate) struct Drawing<'u, 's> {
    ui: &'u mut Ui,
    setting: Setting<'s>,
    wishes: Wishes<'s>,
    id: Id,
    clicked: Option<OutcomeId>,
    hovered: Option<OutcomeId>,
    menu: Option<(Option<OutcomeId>, Pos2)>,
    folded: Option<String>,
    sorted: Option<Order>,
    /// The height of headings that stay in view, over the data.
    covered: f32,
    concept: Option<String>,
    measured: Measured,
    walked: ReadingOrder,
}

impl Drawing<'_, '_> {
    fn whole(&mut self, figure: &Figure, origin: Pos2, width: f32) -> f32 {
        let tokens = self.setting.tokens;
        let reading = self.reading_width(width);
        let mut y = origin.y;
        if self.setting.extent == Extent::Whole {
            y = self.paragraph(Pos2::new(origin.x, y), &figure.title, Type::Title.bold(), tokens.ink, reading) + 2.0;
            if !figure.subtitle.is_empty() {
                let at = Pos2::new(origin.x, y);
                y = self.paragraph(at, &figure.subtitle, Type::Body.regular(), tokens.quiet, reading);
            }
            y += space::S;
        }
        let has_key = self.setting.extent != Extent::BodyOnly && !matches!(figure.body, Body::Empty(_));
        if has_key && !figure.key.is_empty() {
            y = self.key(Pos2::new(origin.x, y), &self.explained(figure, origin.x, width), reading) + space::S;
        }
        if let Some(strips) = &figure.strips {
            y = self.strips(strips, Pos2::new(origin.x, y), width);
        }
        let top = y;
        y = match &figure.body {
            Body::Rows(rows) => self.rows(rows, Pos2::new(origin.x, y), width),
            Body::Tiles(groups) => self.tiles(groups, Pos2::new(origin.x, y), width),
            Body::Slopes(groups) => self.slopes(groups, Pos2::new(origin.x, y), width),
            Body::Grid(grid) => self.grid(grid, Pos2::new(origin.x, y), width),
            Body::Trend(trend) => self.trend(trend, Pos2::new(origin.x, y), width),
            Body::DotStrips(strips) => self.dot_strips(strips, Pos2::new(origin.x, y), width),
            Body::Empty(sentence) => {
                let at = Pos2::new(origin.x, y + space::L);
                self.paragraph(at, sentence, Type::Body.regular(), tokens.ink, width) + space::L
            }
        };
        self.measured.head = top - origin.y;
        self.measured.body = y - top;
        if self.setting.extent == Extent::Whole {
            y = self.foot(figure, Pos2::new(origin.x, y + space::M), reading);
        }
        y
    }

    /// What the key explains: no mark of a column that has no room.
    fn explained(&self, figure: &Figure, left: f32, width: f32) -> Vec<KeyEntry> {
        let has_periods = match &figure.body {
            Body::Rows(rows) => self.has_room_for_periods(rows, left, width),
            Body::Tiles(_) | Body::Slopes(_) | Body::Grid(_) | Body::Trend(_) | Body::DotStrips(_) | Body::Empty(_) => {
                true
            }
        };
        figure.key.iter().copied().filter(|entry| has_periods || *entry != KeyEntry::OpenPeriod).collect()
    }

    /// The width of title, key and notes: in the window what is seen of the figure, so that words are read without scrolling
    /// sideways.
    fn reading_width(&self, width: f32) -> f32 {
        match self.setting.liveness {
            Interactivity::Interactive => width.min(self.ui.clip_rect().width()).max(NARROWEST),
            Interactivity::Static => width,
        }
    }

    /// Notes, what was left out, and the source line.
    fn foot(&mut self, figure: &Figure, origin: Pos2, width: f32) -> f32 {
        let quiet = self.setting.tokens.quiet;
        let mut y = origin.y;
        let left_out = crate::figure::left_out_sentences(&figure.left_out);
        let notes = figure.notes.iter().map(|note| &note.text);
        let by_author = Some(&figure.author_note).filter(|note| !note.is_empty());
        for sentence in notes.chain(by_author).chain(&left_out) {
            let at = Pos2::new(origin.x, y);
            y = self.paragraph(at, sentence, Type::Small.regular(), quiet, width) + 2.0;
        }
        if !figure.source.is_empty() {
            let at = Pos2::new(origin.x, y);
            y = self.paragraph(at, &figure.source, Type::Small.regular(), quiet, width);
        }
        y
    }

    /// Makes `rect` a datum that can be hovered, clicked, focused and read; gives the rectangle behind it when it should be
    /// emphasised.
    fn datum(&mut self, rect: Rect, outcome: &OutcomeId, spoken: &str) {
        if self.setting.liveness == Interactivity::Static {
            return;
        }
        let id = self.datum_id(outcome);
        let selected = self.setting.selected == Some(outcome);
        self.walked.outcomes.push(outcome.clone());
        self.walked.rects.push(rect);
        let response = part(self.ui, rect, id, TabStop::Arrows);
        response.widget_info(|| egui::WidgetInfo::labeled(Role::ListItem, true, spoken));
        let _ = self.ui.ctx().accesskit_node_builder(id, |node| node.set_selected(selected));
        if response.gained_focus() && self.covered > 0.0 && rect.width() <= self.ui.clip_rect().width() {
            // Not only into view, but out from under the headings.
            self.ui.scroll_to_rect(rect.with_min_y(rect.top() - self.covered), None);
        }
        if self.wishes.outcome == Some(outcome) {
            let seen = self.ui.clip_rect().x_range();
            self.ui.scroll_to_rect(Rect::from_x_y_ranges(seen, rect.top() - self.covered..=rect.bottom()), None);
        }
        if response.has_focus() {
            tell_ui(self.ui, rect, spoken, self.setting.tokens);
        }
        self.answer(response, outcome, spoken);
    }

    /// A datum of a long list: what is not on screen is neither asked about nor given to a screen reader, but the keyboard comes to it,
    /// and whoever is on screen says of how many it is one.
    fn datum_of_many(&mut self, rect: Rect, outcome: &OutcomeId, spoken: &str, number: usize) {
        let id = self.datum_id(outcome);
        let is_wanted = self.wishes.outcome == Some(outcome) || self.ui.memory(|memory| memory.has_focus(id));
        if self.setting.liveness == Interactivity::Interactive && !is_wanted && !self.ui.is_rect_visible(rect) {
            self.walked.outcomes.push(outcome.clone());
            self.walked.rects.push(rect);
            return;
        }
        let place = self.walked.outcomes.len();
        self.datum(rect, outcome, spoken);
        let _ = self.ui.ctx().accesskit_node_builder(id, |node| {
            node.set_position_in_set(place + 1);
            node.set_size_of_set(number);
        });
    }

    /// A heading within the figure, for a screen reader that goes from heading to heading.
    fn heading(&self, rect: Rect, number: usize, words: &str) {
        if self.setting.liveness == Interactivity::Static {
            return;
        }
        let response = self.ui.interact(rect, self.id.with(("heading", number)), Sense::hover());
        response.widget_info(|| egui::WidgetInfo::labeled(Role::Heading, true, words));
        let _ = self.ui.ctx().accesskit_node_builder(response.id, |node| node.set_level(2));
    }

    /// Makes a second place of a datum answer to the pointer; the keyboard and the screen reader have it once already.
    fn also_datum(&mut self, rect: Rect, outcome: &OutcomeId, spoken: &str) {
        if self.setting.liveness == Interactivity::Static {
            return;
        }
        let response = self.ui.interact(rect, self.datum_id(outcome).with("also"), Sense::CLICK);
        self.answer(response, outcome, spoken);
    }

    /// The same for a place that has words of its own.
    fn also_datum_at(&mut self, rect: Rect, outcome: &OutcomeId, told: &str) {
        if self.setting.liveness == Interactivity::Static {
            return;
        }
        let id = self.datum_id(outcome).with((rect.center().x.to_bits(), rect.center().y.to_bits()));
        let response = self.ui.interact(rect, id, Sense::CLICK);
        self.answer(response, outcome, told);
    }

    /// Takes a click, and tells the datum under the pointer.
    fn answer(&mut self, response: egui::Response, outcome: &OutcomeId, spoken: &str) {
        if response.clicked() {
            self.clicked = Some(outcome.clone());
        }
        if let Some(at) = menu_asked(&response) {
            self.menu = Some((Some(outcome.clone()), at));
        }
        if response.hovered() {
            self.hovered = Some(outcome.clone());
            // Not as a description: the name says it already.
            response.on_hover_cursor(egui::CursorIcon::PointingHand).on_hover_ui(|ui| {
                ui.set_max_width(ui.spacing().tooltip_width);
                ui.label(spoken);
            });
        }
    }

    fn datum_id(&self, outcome: &OutcomeId) -> Id {
        self.id.with(outcome.as_str())
    }

    /// The fill behind a datum: that of the selected or the hovered one, or none.
    fn emphasis(&self, outcome: &OutcomeId) -> Option<egui::Color32> {
        if self.setting.liveness == Interactivity::Static {
            return None;
        }
        if self.setting.selected == Some(outcome) {
            return Some(self.setting.tokens.selected);
        }
        let hovered = self.ui.ctx().read_response(self.datum_id(outcome)).is_some_and(|r| r.hovered());
        let lit = self.wishes.lit.is_some_and(|lit| lit.contains(outcome));
        (hovered || lit).then_some(self.setting.tokens.hovered)
    }

    fn pen(&self) -> TextStyle<'_> {
        TextStyle { painter: self.ui.painter() }
    }

    /// Wrapped text; gives the y where it ends.
    fn paragraph(&self, at: Pos2, words: &str, font: egui::FontId, colour: egui::Color32, width: f32) -> f32 {
        self.pen().paragraph(at, words, font, colour, width)
    }
}
