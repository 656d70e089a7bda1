//! A series in a small figure: dated values at the distances of their dates, with gaps for missing ones.
//!
//! The first and the last value always have their words, the others where there is room; why values are missing is told below.

use std::sync::Arc;

use egui::{Align, Galley, Pos2, Rect, Stroke, Vec2};
use egui_plot::LineStyle;

use crate::figure::{Fill, SeriesMark};
use crate::model::OpenSide;
use crate::theme::Type;

use super::Drawing;
use super::marks::{ArrowDirection, DOT_RADIUS, Marks, STUB, WAY};

/// The dots keep this far from the edges.
const RIM: f32 = DOT_RADIUS + 2.0;
/// The height in which the values stand, and more where they go both ways.
const BAND: f32 = 46.0;
const BAND_BOTH_WAYS: f32 = 64.0;
/// Between a dot and its words.
const BESIDE: f32 = 3.0;
/// Up to so many dates have a second row.
const FEW: usize = 8;

/// A series laid out.
struct SeriesLayout {
    /// The words at each value and each date, in the order of the points.
    labels: Vec<Arc<Galley>>,
    dates: Vec<Arc<Galley>>,
    /// The dates that are told, how far from the left and in which row.
    dated: Vec<(usize, f32, usize)>,
    /// Where the points stand, in points from the left.
    places: Vec<f32>,
    missing: Arc<Galley>,
    /// What the words of values need above the highest and below the lowest.
    above: f32,
    below: f32,
    /// The lowest and the highest value, zero among them.
    ends: (f64, f64),
}

impl SeriesLayout {
    fn date_row(&self) -> f32 {
        self.dates.iter().map(|galley| galley.size().y).fold(0.0, f32::max)
    }

    fn dates_height(&self) -> f32 {
        let rows = self.dated.iter().map(|(.., row)| row + 1).max().unwrap_or(0);
        rows as f32 * self.date_row() + 2.0
    }

    fn missing_height(&self) -> f32 {
        if self.missing.text().is_empty() { 0.0 } else { self.missing.size().y }
    }
}

/// The first and the last point, or the first and the last that has a value.
fn outer(points: &[SeriesMark], with_value: bool) -> (Option<usize>, Option<usize>) {
    let counts = |point: &SeriesMark| !with_value || point.value.is_some();
    (points.iter().position(counts), points.iter().rposition(counts))
}

/// Where each point stands, as a part of the width: by its date, or evenly where a date is not known.
fn places(points: &[SeriesMark]) -> Vec<f32> {
    let dated: Option<Vec<f64>> = points.iter().map(|point| point.at).collect();
    if let Some(times) = dated {
        let (first, last) =
            times.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), at| (low.min(*at), high.max(*at)));
        if last > first {
            return times.iter().map(|at| ((at - first) / (last - first)) as f32).collect();
        }
    }
    let steps = points.len().saturating_sub(1);
    if steps == 0 {
        return vec![0.5; points.len()];
    }
    (0..points.len()).map(|index| index as f32 / steps as f32).collect()
}

impl Drawing<'_, '_> {
    fn series_plan(&self, points: &[SeriesMark], missing: &str, width: f32) -> SeriesLayout {
        let (pen, tokens) = (self.pen(), self.setting.tokens);
        // The words of the two ends never meet: each has half of the width.
        let half = width / 2.0 - 4.0;
        let label = |p: &SeriesMark| pen.fitted(&p.label, Type::Small.bold(), tokens.ink, half, Align::LEFT);
        let date = |p: &SeriesMark| pen.fitted(&p.caption, Type::Small.regular(), tokens.quiet, half, Align::LEFT);
        let labels: Vec<_> = points.iter().map(label).collect();
        let known = points.iter().filter_map(|p| Some([p.value?, p.high.or(p.value)?])).flatten();
        let ends = known.fold((0.0_f64, 0.0_f64), |(low, high), value| (low.min(value), high.max(value)));
        let (first, last) = outer(points, true);
        let told = [first, last].into_iter().flatten().filter_map(|index| labels.get(index));
        let tallest = told.map(|galley| galley.size().y).fold(0.0, f32::max);
        let arrow = |side: OpenSide| if points.iter().any(|p| p.open == side) { STUB } else { 0.0 };
        let dates: Vec<_> = points.iter().map(date).collect();
        let places: Vec<f32> = places(points).into_iter().map(|at| RIM + at * (width - 2.0 * RIM)).collect();
        SeriesLayout {
            dated: dated(points, &places, &dates, width),
            places,
            dates,
            missing: pen.fitted(missing, Type::Small.regular(), tokens.quiet, width, Align::LEFT),
            above: if first.is_some() { tallest + BESIDE + DOT_RADIUS + arrow(OpenSide::Above) } else { 0.0 },
            below: DOT_RADIUS + 2.0 + arrow(OpenSide::Below) + if ends.0 < 0.0 { tallest + BESIDE } else { 0.0 },
            labels,
            ends,
        }
    }

    pub(super) fn series_height(&self, points: &[SeriesMark], missing: &str, width: f32) -> f32 {
        let plan = self.series_plan(points, missing, width);
        let band = if plan.ends.0 < 0.0 && plan.ends.1 > 0.0 { BAND_BOTH_WAYS } else { BAND };
        plan.above + band + plan.below + plan.dates_height() + plan.missing_height()
    }

    pub(super) fn series(&self, points: &[SeriesMark], missing: &str, rect: Rect, marks: &mut Marks<'_>) {
        let tokens = self.setting.tokens;
        let plan = self.series_plan(points, missing, rect.width());
        let (low, high) = plan.ends;
        let span = if high > low { high - low } else { 1.0 };
        let band = rect.height() - plan.missing_height() - plan.dates_height();
        let (top, foot) = (plan.above, band - plan.below);
        let down = |value: f64| foot - ((value - low) / span) as f32 * (foot - top);
        let up = |down: f32| rect.height() - down;
        let places = &plan.places;
        let zero = down(0.0);
        let line = [[0.0, up(zero)], [rect.width(), up(zero)]];
        marks.path(&line, Stroke::new(1.0, tokens.edge), LineStyle::Solid);
        let mut taken = Vec::new();
        let placed: Vec<(&SeriesMark, f32)> = points.iter().zip(places.iter().copied()).collect();
        for pair in placed.windows(2) {
            if let [(a, from), (b, to)] = pair {
                join(marks, (a, *from), (b, *to), |value| up(down(value)));
            }
        }
        for (point, x) in &placed {
            let Some(value) = point.value else {
                // A gap, marked on the zero line.
                let tick = [[*x, up(zero) - 3.0], [*x, up(zero) + 3.0]];
                marks.path(&tick, Stroke::new(1.5, tokens.edge), LineStyle::Solid);
                continue;
            };
            taken.push(point_mark(marks, point, *x, (down(value), point.high.map(down)), rect.height()));
        }
        self.values_in_words(
            points,
            places,
            &plan,
            (Rect::from_min_size(rect.min, Vec2::new(rect.width(), band)), &down),
            &mut taken,
        );
        self.dates_in_words(&plan, rect.min + Vec2::new(0.0, band + 2.0));
        let at = Pos2::new(rect.left(), rect.bottom() - plan.missing_height());
        self.ui.painter().galley(at, plan.missing.clone(), tokens.quiet);
    }

    /// The words at the values: the first and the last always, the others where they touch nothing.
    fn values_in_words(
        &self,
        points: &[SeriesMark],
        places: &[f32],
        plan: &SeriesLayout,
        (rect, down): (Rect, &dyn Fn(f64) -> f32),
        taken: &mut Vec<Rect>,
    ) {
        let (first, last) = outer(points, true);
        let must: Vec<usize> = [first, last.filter(|_| last != first)].into_iter().flatten().collect();
        let others = (0..points.len()).filter(|index| !must.contains(index));
        for (index, must) in must.iter().map(|index| (*index, true)).chain(others.map(|index| (index, false))) {
            let (Some(point), Some(x), Some(galley)) = (points.get(index), places.get(index), plan.labels.get(index))
            else {
                continue;
            };
            let Some(value) = point.value else { continue };
            let size = galley.size();
            let left = (x - size.x / 2.0).min(rect.width() - size.x).max(0.0);
            let arrow = |side: OpenSide| if point.open == side { STUB } else { 0.0 };
            let above = down(point.high.unwrap_or(value)) - DOT_RADIUS - BESIDE - arrow(OpenSide::Above) - size.y;
            let below = down(value) + DOT_RADIUS + BESIDE + arrow(OpenSide::Below);
            let beside = if value < 0.0 { [below, above] } else { [above, below] };
            // What must be told finds a place further off where none is beside its dot.
            let further = (0..(rect.height() / 3.0) as usize).map(|step| step as f32 * 3.0).filter(|_| must);
            let place = |top: f32| Rect::from_min_size(Pos2::new(left, top), size);
            let free = |label: &Rect| {
                let inside = label.min.y >= -1.0 && label.max.y <= rect.height() + 1.0;
                inside && taken.iter().all(|other| !other.expand2(Vec2::new(3.0, 1.0)).intersect(*label).is_positive())
            };
            let found = beside.into_iter().chain(further).map(place).find(free);
            let Some(label) = found.or_else(|| must.then(|| place(above.max(0.0)))) else { continue };
            taken.push(label);
            self.ui.painter().galley(rect.min + label.min.to_vec2(), galley.clone(), self.setting.tokens.ink);
        }
    }

    fn dates_in_words(&self, plan: &SeriesLayout, at: Pos2) {
        for (index, left, row) in &plan.dated {
            let Some(galley) = plan.dates.get(*index) else { continue };
            let corner = at + Vec2::new(*left, *row as f32 * plan.date_row());
            self.ui.painter().galley(corner, galley.clone(), self.setting.tokens.quiet);
        }
    }
}

/// Which dates are told, how far from the left and in which row: the first and the last always, the others where they touch
/// none. Few points have a second row, so that each is dated.
fn dated(points: &[SeriesMark], places: &[f32], dates: &[Arc<Galley>], width: f32) -> Vec<(usize, f32, usize)> {
    let (first, last) = outer(points, false);
    let must: Vec<usize> = [first, last.filter(|_| last != first)].into_iter().flatten().collect();
    let others = (0..points.len()).filter(|index| !must.contains(index));
    let rows = if points.len() > FEW { 1 } else { 2 };
    let mut taken: Vec<(f32, f32, usize)> = Vec::new();
    let mut told = Vec::new();
    for index in must.iter().copied().chain(others) {
        let (Some(x), Some(galley)) = (places.get(index), dates.get(index)) else { continue };
        let wide = galley.size().x;
        let left = (x - wide / 2.0).min(width - wide).max(0.0);
        let free = |row: &usize| {
            let in_row = taken.iter().filter(|(.., other)| other == row);
            in_row.clone().all(|(from, to, _)| left + wide + 6.0 <= *from || left >= to + 6.0)
        };
        let Some(row) = (0..rows).find(free) else { continue };
        taken.push((left, left + wide, row));
        told.push((index, left, row));
    }
    told
}

/// The line from one value to the next; of a range from both its ends, because what was counted lies between the two.
fn join(marks: &mut Marks<'_>, (a, from): (&SeriesMark, f32), (b, to): (&SeriesMark, f32), up: impl Fn(f64) -> f32) {
    let (Some(a_low), Some(b_low)) = (a.value, b.value) else { return };
    // What was not measured is never joined like what was (R9).
    let unreal = a.look.fill == Fill::Hatched || b.look.fill == Fill::Hatched;
    let is_range = a.high.is_some() || b.high.is_some();
    let style = match (unreal, is_range) {
        (true, _) => LineStyle::Dashed { length: 5.0 },
        (false, true) => LineStyle::Dashed { length: 3.0 },
        (false, false) => LineStyle::Solid,
    };
    let mut lines = vec![(a_low, b_low)];
    if is_range {
        lines.push((a.high.unwrap_or(a_low), b.high.unwrap_or(b_low)));
    }
    let colour = marks.colour(a.look.tone);
    for (start, end) in lines {
        marks.path(&[[from, up(start)], [to, up(end)]], Stroke::new(2.0, colour), style);
    }
}

/// A dot, or two for a range, with the arrow of a bound; gives the room it takes, downwards. `(low, high)` are its ends downwards
/// from the top of the drawing, whose height is `height`.
fn point_mark(marks: &mut Marks<'_>, point: &SeriesMark, x: f32, (low, high): (f32, Option<f32>), height: f32) -> Rect {
    let colour = marks.colour(point.look.tone);
    let mut room = Rect::from_center_size(Pos2::new(x, low), Vec2::splat(2.0 * DOT_RADIUS));
    if let Some(high) = high {
        let line = [[x, height - low], [x, height - high]];
        marks.path(&line, Stroke::new(WAY, colour), LineStyle::Dashed { length: 4.0 });
        marks.dot(x, height - high, point.look);
        room = room.union(Rect::from_center_size(Pos2::new(x, high), Vec2::splat(2.0 * DOT_RADIUS)));
    }
    marks.dot(x, height - low, point.look);
    let away = DOT_RADIUS + STUB / 2.0;
    match point.open {
        OpenSide::Neither => {}
        OpenSide::Above => {
            marks.arrow(x, height - low + away, ArrowDirection::Up, colour);
            room.min.y -= STUB;
        }
        OpenSide::Below => {
            marks.arrow(x, height - low - away, ArrowDirection::Down, colour);
            room.max.y += STUB;
        }
    }
    room
}
