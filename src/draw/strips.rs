//! What several councils published: a strip a concept, with marks on one axis of change, and words for what has no place on it.

use egui::accesskit::Role;
use egui::{Align, Align2, CursorIcon, FontId, Pos2, Rect, Sense, Stroke, Vec2};

use crate::figure::{Axis, ConceptStrip, Fill, MarkOutline, MarkStyle, Owner, StripItem, StripLine, StripMark, Strips};
use crate::model::{OpenSide, OutcomeId};
use crate::say;
use crate::theme::{Type, space};

use super::marks::{ArrowDirection, DOT_RADIUS, Marks, STUB};
use super::plot::still_plot;
use super::roving::{TabStop, part, tell_ui};
use super::{Drawing, Interactivity};

/// From this width on names, axis and words stand beside each other.
const WIDE: f32 = 700.0;
/// Strips are no wider than this: further apart, a name and its marks are no longer read as one row.
const MOST_WIDTH: f32 = 1200.0;
/// Shares of the width that names and words take then.
const NAMES: f32 = 0.24;
const BESIDE: f32 = 0.26;
/// Marks stay this far from the edges of the axis, so that their words have room.
const INSET: f32 = 40.0;
/// Height of a line of words around the marks.
const LANE: f32 = 18.0;
/// Up to so many marks have three lines to write on; more have five.
const FEW: usize = 3;
/// More marks than this are small, and stand one above the other.
const MANY: usize = 40;
/// Radius of a small mark.
const SMALL: f32 = 3.0;
const PADDING: f32 = 8.0;
/// Between items of a line.
const APART: f32 = 12.0;

/// Where words of an outcome stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ItemStanding {
    /// In a strip, whose data stand below again.
    Echo,
    /// In a list, where they stand alone.
    Datum,
}

/// The face of the words of an outcome.
fn item_font(owner: Owner) -> FontId {
    match owner {
        Owner::Own => Type::Small.bold(),
        Owner::Anyone | Owner::Other => Type::Small.regular(),
    }
}

/// Left edges and widths of the columns.
#[derive(Clone, Copy)]
struct StripColumns {
    names: (f32, f32),
    axis: (f32, f32),
    beside: (f32, f32),
    is_wide: bool,
}

impl StripColumns {
    fn of(left: f32, width: f32) -> Self {
        if width < WIDE {
            return Self { names: (left, width), axis: (left, width), beside: (left, width), is_wide: false };
        }
        let (names, beside) = (width * NAMES, width * BESIDE);
        Self {
            names: (left, names - PADDING),
            axis: (left + names, width - names - beside - PADDING),
            beside: (left + width - beside, beside),
            is_wide: true,
        }
    }

    fn at(&self, value: f64, axis: &Axis) -> f32 {
        let share = ((value - axis.low) / (axis.high - axis.low).max(f64::EPSILON)) as f32;
        self.axis.0 + INSET + share * (self.axis.1 - 2.0 * INSET)
    }
}

impl Drawing<'_, '_> {
    /// Draws strips under their heading; gives the y where they end.
    pub(super) fn strips(&mut self, strips: &Strips, origin: Pos2, width: f32) -> f32 {
        let tokens = self.setting.tokens;
        let width = width.min(MOST_WIDTH);
        let columns = StripColumns::of(origin.x, width);
        let mut y = self.paragraph(origin, &strips.title, Type::Heading.bold(), tokens.ink, width);
        self.heading(Rect::from_min_max(origin, Pos2::new(origin.x + width, y)), usize::MAX, &strips.title);
        let small = Type::Small.regular();
        y = self.paragraph(Pos2::new(origin.x, y), &strips.about, small.clone(), tokens.quiet, width) + space::XS;
        let has_axis = strips.strips.iter().any(|strip| !strip.marks.is_empty());
        let pen = self.pen();
        if has_axis {
            for tick in &strips.axis.ticks {
                let at = Pos2::new(columns.at(tick.at, &strips.axis), y);
                pen.line(at, Align2::CENTER_TOP, &tick.label, small.clone(), tokens.quiet);
            }
        }
        let has_words = strips.strips.iter().any(|strip| !strip.unnumbered.is_empty());
        if columns.is_wide && has_words {
            let at = Pos2::new(columns.beside.0, y);
            pen.line(at, Align2::LEFT_TOP, &strips.beside, Type::Small.bold(), tokens.quiet);
        }
        y += LANE;
        for (number, strip) in strips.strips.iter().enumerate() {
            y = self.strip(strip, (number, strips), columns, Pos2::new(origin.x, y), width);
        }
        self.ui.painter().hline(origin.x..=origin.x + width, y, Stroke::new(1.0, tokens.line));
        y + space::L
    }

    fn strip(
        &mut self,
        strip: &ConceptStrip,
        (number, strips): (usize, &Strips),
        columns: StripColumns,
        origin: Pos2,
        width: f32,
    ) -> f32 {
        let tokens = self.setting.tokens;
        let id = self.id.with(("strip", number));
        self.ui.painter().hline(origin.x..=origin.x + width, origin.y, Stroke::new(1.0, tokens.line));
        let height: f32 = self.ui.data(|data| data.get_temp(id)).unwrap_or_default();
        let whole = Rect::from_min_size(origin, Vec2::new(width, height));
        let is_live = self.setting.liveness == Interactivity::Interactive;
        if is_live {
            // Below the marks, which answer for themselves.
            let row = self.ui.interact(whole, id.with("row"), Sense::CLICK).on_hover_cursor(CursorIcon::PointingHand);
            if row.hovered() {
                self.ui.painter().rect_filled(whole.shrink(1.0), 4.0, tokens.hovered);
            }
            if row.clicked() {
                self.concept = Some(strip.concept.clone());
            }
        }
        let top = origin.y + PADDING;
        let mut names = self.paragraph(
            Pos2::new(columns.names.0, top),
            &strip.title,
            Type::Body.bold(),
            tokens.ink,
            columns.names.1,
        );
        let title =
            Rect::from_min_max(Pos2::new(columns.names.0, top), Pos2::new(columns.names.0 + columns.names.1, names));
        names = self.paragraph(
            Pos2::new(columns.names.0, names),
            &strip.about,
            Type::Small.regular(),
            tokens.quiet,
            columns.names.1,
        );
        if is_live {
            self.strip_button(strip, id, title);
        }
        let mut y = if columns.is_wide { top } else { names + space::XS };
        if !strip.marks.is_empty() {
            y = self.strip_marks(strip, (number, &strips.axis), columns, y);
        }
        for line in &strip.told {
            y = self.strip_line(line, columns.axis, y, ItemStanding::Echo);
        }
        let mut beside = if columns.is_wide { top } else { y };
        for line in &strip.unnumbered {
            beside = self.strip_line(line, columns.beside, beside, ItemStanding::Echo);
        }
        let bottom = names.max(y).max(beside) + PADDING;
        if is_live {
            self.ui.data_mut(|data| data.insert_temp(id, bottom - origin.y));
        }
        bottom
    }

    /// The name of a strip leads to the concept in Compare.
    fn strip_button(&mut self, strip: &ConceptStrip, id: egui::Id, rect: Rect) {
        let response = part(self.ui, rect, id, TabStop::Tab);
        let name = say!("compare-favoured-spoken", concept = strip.concept.as_str());
        response.widget_info(|| egui::WidgetInfo::labeled(Role::Button, true, &name));
        let _ = self.ui.ctx().accesskit_node_builder(id, |node| node.set_description(strip.spoken.as_str()));
        if response.has_focus() {
            tell_ui(self.ui, rect, &strip.spoken, self.setting.tokens);
        }
        if response.clicked() {
            self.concept = Some(strip.concept.clone());
        }
    }

    /// The marks of a strip and their words; gives the y where they end.
    fn strip_marks(
        &mut self,
        strip: &ConceptStrip,
        (number, axis): (usize, &Axis),
        columns: StripColumns,
        top: f32,
    ) -> f32 {
        let tokens = self.setting.tokens;
        let lanes = if strip.marks.len() > FEW { 5.0 } else { 3.0 };
        let rect = Rect::from_min_size(Pos2::new(columns.axis.0, top), Vec2::new(columns.axis.1, lanes * LANE));
        for tick in &axis.ticks {
            let colour = if tick.at.total_cmp(&axis.base).is_eq() { tokens.edge } else { tokens.grid };
            self.ui.painter().vline(columns.at(tick.at, axis), rect.y_range(), Stroke::new(1.0, colour));
        }
        let mut marks = Marks::new(tokens);
        let mut placed: Vec<(Rect, &StripMark)> = Vec::new();
        let radius = if strip.marks.len() > MANY { SMALL } else { DOT_RADIUS };
        for mark in &strip.marks {
            placed.push((mark_rect(mark, (axis, columns), (rect.center().y, radius), &placed), mark));
        }
        for (place, mark) in &placed {
            draw_mark(mark, (axis, columns), (rect.bottom() - place.center().y, radius), &mut marks);
        }
        let (x, y) = (0.0..=f64::from(rect.width()), 0.0..=f64::from(rect.height()));
        let salt = format!("strip-{number}");
        still_plot(self.ui, rect, &salt, x, y, marks.items);
        // The line of no change does not run through words.
        let base = columns.at(axis.base, axis);
        let base = Rect::from_x_y_ranges(base..=base + 1.0, rect.y_range());
        let mut taken: Vec<Rect> = placed.iter().map(|(place, _)| *place).chain([base]).collect();
        for (place, mark) in &placed {
            let font = item_font(mark.owner);
            let size = Vec2::new(self.pen().width(&mark.mark.label, font.clone()), LANE - 2.0);
            let mut answers = *place;
            if let Some(label) = free_place(*place, size, rect, &taken) {
                self.pen().line(label.center(), Align2::CENTER_CENTER, &mark.mark.label, font.clone(), tokens.ink);
                taken.push(label);
                answers = answers.union(label);
            }
            self.strip_datum(answers, &mark.outcome, &mark.spoken);
        }
        rect.bottom()
    }

    /// A line of words whose items answer each for its outcome; gives the y where it ends.
    pub(super) fn strip_line(
        &mut self,
        line: &StripLine,
        (left, width): (f32, f32),
        top: f32,
        answering: ItemStanding,
    ) -> f32 {
        let tokens = self.setting.tokens;
        let bold = Type::Small.bold();
        let mut at = Pos2::new(left, top);
        if !line.lead.is_empty() {
            at.x = self.pen().line(at, Align2::LEFT_TOP, &line.lead, bold, tokens.quiet).right() + APART / 2.0;
        }
        for item in &line.items {
            at = self.strip_item(item, at, (left, width), answering);
        }
        at.y + LANE
    }

    fn strip_item(
        &mut self,
        item: &StripItem,
        mut at: Pos2,
        (left, width): (f32, f32),
        standing: ItemStanding,
    ) -> Pos2 {
        let tokens = self.setting.tokens;
        let font = item_font(item.owner);
        let wide = self.pen().width(&item.text, font.clone());
        if at.x > left && at.x + wide > left + width {
            at = Pos2::new(left, at.y + LANE);
        }
        let words = self.pen().wrapped(&item.text, font, tokens.ink, width.max(1.0), Align::LEFT);
        let rect = Rect::from_min_size(at, words.size());
        let below = rect.bottom();
        if let Some(fill) = self.emphasis(&item.outcome) {
            self.ui.painter().rect_filled(rect.expand2(Vec2::new(3.0, 1.0)), 3.0, fill);
        }
        self.ui.painter().galley(at, words, tokens.ink);
        match standing {
            ItemStanding::Echo => self.strip_datum(rect, &item.outcome, &item.spoken),
            ItemStanding::Datum => self.datum(rect, &item.outcome, &item.spoken),
        }
        // Words of several lines have the rest of their last line to themselves.
        if wide > width { Pos2::new(left, below) } else { Pos2::new(at.x + wide + APART, at.y) }
    }

    /// The wall below has the datum for the keyboard and the screen reader.
    fn strip_datum(&mut self, rect: Rect, outcome: &OutcomeId, spoken: &str) {
        if self.setting.liveness == Interactivity::Interactive {
            let response = self.ui.interact(rect, self.datum_id(outcome).with("strip"), Sense::CLICK);
            self.answer(response, outcome, spoken);
        }
    }
}

/// What a mark takes at this height, with its arrow; one that would lie on another steps below or above it.
fn mark_rect(
    mark: &StripMark,
    (axis, columns): (&Axis, StripColumns),
    (middle, radius): (f32, f32),
    others: &[(Rect, &StripMark)],
) -> Rect {
    let (low, high, open) = mark_ends(mark);
    let mut rect = Rect::from_min_max(
        Pos2::new(columns.at(low, axis) - radius, middle - radius),
        Pos2::new(columns.at(high, axis) + radius, middle + radius),
    );
    match open {
        OpenSide::Above => rect.max.x += STUB,
        OpenSide::Below => rect.min.x -= STUB,
        OpenSide::Neither => {}
    }
    let step = 2.0 * radius + 1.0;
    let most = if radius < DOT_RADIUS { 4 } else { 1 };
    let mut free = (0..=most).flat_map(|n| [n as f32 * step, n as f32 * -step]);
    let at = |by: f32| rect.translate(Vec2::new(0.0, by));
    free.find(|by| !others.iter().any(|(other, _)| other.intersects(at(*by)))).map_or(rect, at)
}

fn mark_ends(mark: &StripMark) -> (f64, f64, OpenSide) {
    mark.mark.shape.change_ends().unwrap_or((0.0, 0.0, OpenSide::Neither))
}

fn draw_mark(
    mark: &StripMark,
    (axis, columns): (&Axis, StripColumns),
    (up, radius): (f32, f32),
    marks: &mut Marks<'_>,
) {
    let at = |value: f64| columns.at(value, axis) - columns.axis.0;
    let (low, high, open) = mark_ends(mark);
    let look = mark.mark.look;
    if high > low {
        marks.range_of_dots(at(low), at(high), up, MarkStyle { fill: Fill::Hollow, ..look });
        marks.dot(at(low), up, MarkStyle { fill: Fill::Hollow, ..look });
        return;
    }
    if radius < DOT_RADIUS
        && open == OpenSide::Neither
        && look.outline == MarkOutline::Plain
        && look.fill == Fill::Solid
    {
        let colour = marks.colour(look.tone);
        marks.small_dots(&[[at(low), up]], radius, colour);
        return;
    }
    marks.dot(at(low), up, look);
    let colour = marks.colour(look.tone);
    match open {
        OpenSide::Above => marks.arrow(at(high) + DOT_RADIUS + STUB / 2.0, up, ArrowDirection::Right, colour),
        OpenSide::Below => marks.arrow(at(low) - DOT_RADIUS - STUB / 2.0, up, ArrowDirection::Left, colour),
        OpenSide::Neither => {}
    }
}

/// Where words of this size stand beside a mark without touching anything; `None` where there is no room.
fn free_place(mark: Rect, size: Vec2, within: Rect, taken: &[Rect]) -> Option<Rect> {
    let middle = mark.center();
    let row = |lane: f32| middle.y + lane * LANE;
    let centred =
        middle.x.clamp(within.left() + size.x / 2.0, (within.right() - size.x / 2.0).max(within.left() + size.x / 2.0));
    let beside =
        [Pos2::new(mark.right() + 4.0 + size.x / 2.0, row(0.0)), Pos2::new(mark.left() - 4.0 - size.x / 2.0, row(0.0))];
    let around = [-1.0, 1.0, -2.0, 2.0].map(|lane| Pos2::new(centred, row(lane)));
    let places = beside.into_iter().chain(around).map(|centre| Rect::from_center_size(centre, size));
    places.into_iter().find(|place| {
        within.contains_rect(*place) && !taken.iter().any(|other| other.expand2(Vec2::new(3.0, 0.0)).intersects(*place))
    })
}
