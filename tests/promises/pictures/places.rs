//! Marks stand where the numbers are: read from the shapes of a drawing, and held against the axis that its ticks make.
//!
//! It loops over every kind of figure and over datasets that are hard to draw. The words of the same drawings are held by
//! [`super::labels`]: none leaves its page, its card or its panel, and none covers another or a mark.

use egui::epaint::ClippedShape;
use egui::{Color32, Pos2, Rect, Shape};
use sidebyside::figure::{
    Axis, Body, Cell, Column, Figure, MarkShape, PanelRole, Rows, SeriesMark, SlopeGroup, TileBody, figure,
};
use sidebyside::model::{FigureKind, Role, View};
use sidebyside::theme::Tokens;

use super::hard::{HARD, Hard};
use super::labels::{self, lines};

/// A mark may stand this far from its value, in points.
const OFF: f32 = 0.5;
/// A bar of nothing is this long, so that it can be seen.
const LEAST_BAR: f32 = 1.5;
const WIDTHS: [f32; 5] = [420.0, 560.0, 700.0, 1000.0, 1600.0];

/// Everything that was painted by one plot, in drawing order.
struct Plot {
    area: Rect,
    shapes: Vec<Shape>,
}

/// The plots of a drawing, in drawing order: what is cut off at the same edges belongs to one.
fn plots(shapes: &[ClippedShape], page: Rect) -> Vec<Plot> {
    let mut plots: Vec<Plot> = Vec::new();
    for clipped in shapes.iter().filter(|s| s.clip_rect.width() < page.width() - 39.0 || s.clip_rect.min.y > 20.0) {
        let mut flat = Vec::new();
        flatten(&clipped.shape, &mut flat);
        match plots.iter_mut().find(|plot| plot.area == clipped.clip_rect) {
            Some(plot) => plot.shapes.extend(flat),
            None => plots.push(Plot { area: clipped.clip_rect, shapes: flat }),
        }
    }
    plots
}

fn flatten(shape: &Shape, into: &mut Vec<Shape>) {
    match shape {
        Shape::Vec(inner) => inner.iter().for_each(|shape| flatten(shape, into)),
        Shape::Noop => {}
        other => into.push(other.clone()),
    }
}

/// What one plot shows.
#[derive(Default)]
struct Seen {
    /// Bars and parts of dashed outlines, with their edges.
    boxes: Vec<Rect>,
    /// The middles of dots, and of the tips of lines, arrows and diamonds.
    points: Vec<Pos2>,
    /// The middles of dots alone.
    dots: Vec<Pos2>,
    /// Lines in the colours of axes, in drawing order.
    rules: Vec<(Pos2, Pos2)>,
}

fn seen(plot: &Plot) -> Seen {
    let tokens = Tokens::light();
    let is_mark = |colour: Color32| [tokens.mark, tokens.mark_muted].contains(&colour);
    let mut seen = Seen::default();
    for shape in &plot.shapes {
        match shape {
            Shape::Rect(rect) if is_mark(rect.fill) || is_mark(rect.stroke.color) => {
                seen.boxes.push(rect.rect.expand(if is_mark(rect.fill) { 0.0 } else { rect.stroke.width / 2.0 }));
            }
            Shape::Circle(circle) if is_mark(circle.fill) => {
                seen.dots.push(circle.center);
                seen.points.push(circle.center);
            }
            Shape::LineSegment { points: [a, b], stroke } if is_mark(stroke.color) => {
                seen.points.extend([*a, *b]);
                seen.boxes.push(Rect::from_two_pos(*a, *b).expand(stroke.width / 2.0));
            }
            Shape::LineSegment { points: [a, b], .. } => seen.rules.push((*a, *b)),
            Shape::Path(path) if is_mark(path.fill) => seen.points.push(middle(&path.points)),
            Shape::Path(path) => {
                let colour = match path.stroke.color {
                    egui::epaint::ColorMode::Solid(colour) => colour,
                    egui::epaint::ColorMode::UV(_) => Color32::TRANSPARENT,
                };
                let (Some(first), Some(last)) = (path.points.first(), path.points.last()) else { continue };
                if is_mark(colour) {
                    seen.points.extend([*first, *last]);
                    seen.boxes.push(Rect::from_two_pos(*first, *last).expand(path.stroke.width / 2.0));
                } else {
                    seen.rules.push((*first, *last));
                }
            }
            _ => {}
        }
    }
    seen
}

/// The middle between the ends of a polygon: where the marker of that shape stands.
fn middle(points: &[Pos2]) -> Pos2 {
    Rect::from_points(points).center()
}

/// A line through two places on an axis.
#[derive(Clone, Copy)]
struct Line {
    at: f64,
    here: f32,
    per_unit: f64,
}

impl Line {
    /// The line through the first and the last of these; `None` of fewer than two different values.
    fn through(places: &[(f64, f32)]) -> Option<Self> {
        let first = places.iter().min_by(|a, b| a.0.total_cmp(&b.0))?;
        let last = places.iter().max_by(|a, b| a.0.total_cmp(&b.0))?;
        let span = last.0 - first.0;
        (span > 0.0).then(|| Self { at: first.0, here: first.1, per_unit: f64::from(last.1 - first.1) / span })
    }

    fn place(self, value: f64) -> f32 {
        self.here + ((value - self.at) * self.per_unit) as f32
    }
}

/// The scale of a panel by the lines of its ticks: the base line was put down first, then the others.
fn scale(axis: &Axis, seen: &Seen, area: Rect) -> Result<Option<Line>, String> {
    let upright = |(a, b): &&(Pos2, Pos2)| (a.x - b.x).abs() < 0.01 && (a.y - b.y).abs() > area.height() - 2.0;
    let lines: Vec<f32> = seen.rules.iter().filter(upright).map(|(a, _)| a.x).collect();
    let is_base = |at: f64| (at - axis.base).abs() < f64::EPSILON;
    let (base, others): (Vec<_>, Vec<_>) = axis.ticks.iter().map(|tick| tick.at).partition(|at| is_base(*at));
    let ticks: Vec<f64> = base.into_iter().chain(others).collect();
    if lines.len() != ticks.len() {
        return Err(format!("{} lines of {} ticks", lines.len(), ticks.len()));
    }
    let places: Vec<(f64, f32)> = ticks.into_iter().zip(lines).collect();
    let Some(line) = Line::through(&places) else { return Ok(None) };
    match places.iter().find(|(at, x)| (line.place(*at) - x).abs() > OFF) {
        Some((at, x)) => Err(format!("the tick of {at} stands at {x}")),
        None => Ok(Some(line)),
    }
}

/// Every value at which a mark of a row must be seen, and whether it is the end of a bar.
fn values(shape: &MarkShape) -> Vec<f64> {
    match *shape {
        MarkShape::Bar { to, high, .. } | MarkShape::Change { to, high, .. } => {
            std::iter::once(to).chain(high).collect()
        }
        MarkShape::Dot { at, high, .. } => std::iter::once(at).chain(high).collect(),
        MarkShape::Between { low, high } => vec![low, high],
        MarkShape::Benchmark { at, .. } => vec![at],
        MarkShape::Period { from, to } => from.into_iter().chain(to).collect(),
        MarkShape::Way { .. } | MarkShape::DirectionOnly(_) | MarkShape::Step { .. } => Vec::new(),
    }
}

fn faults_of_rows(rows: &Rows, drawn: &Drawn) -> Vec<String> {
    let mut faults = Vec::new();
    let with_axis = rows.panels.iter().enumerate().filter(|(_, panel)| panel.axis.is_some());
    for (index, panel) in with_axis {
        let Some(axis) = &panel.axis else { continue };
        let labels: Vec<&str> = axis.ticks.iter().map(|tick| tick.label.as_str()).collect();
        for (at, label) in labels.iter().enumerate() {
            if labels.iter().skip(at + 1).any(|other| other == label) {
                faults.push(format!("{} has the tick {label:?} twice: {labels:?}", panel.title));
            }
            if ["\u{2212}0", "\u{2212}0%", "\u{2212}£0"].contains(label) {
                faults.push(format!("{} has the tick {label:?}", panel.title));
            }
        }
        let below = axis.ticks.iter().any(|tick| tick.at < 0.0);
        if axis.low < 0.0 && !below && panel.side_words.is_none() {
            faults.push(format!("{} goes to {} and has no tick below zero: {labels:?}", panel.title, axis.low));
        }
        let Some(plot) = drawn.panels.get(index) else {
            // Where there is no room for it, periods are told below the names.
            if panel.role == PanelRole::Periods {
                let cells = rows.groups.iter().flat_map(|group| &group.rows).filter_map(|row| row.cells.get(index));
                let missing =
                    cells.map(Cell::words).filter(|when| !drawn.words.iter().any(|(told, _)| told.ends_with(when)));
                faults.extend(missing.map(|when| format!("{when:?} is told nowhere")));
                continue;
            }
            faults.push(format!("{} was not found", panel.title));
            continue;
        };
        let seen = seen(plot);
        let line = match scale(axis, &seen, plot.area) {
            Ok(Some(line)) => line,
            Ok(None) => continue,
            Err(fault) => {
                faults.push(format!("{}: {fault}", panel.title));
                continue;
            }
        };
        for row in rows.groups.iter().flat_map(|group| &group.rows) {
            for mark in row.cells.get(index).iter().flat_map(|cell| &cell.marks) {
                let words = drawn.words(&mark.label, plot.area);
                if !mark.label.is_empty() && words.is_empty() {
                    faults.push(format!("{:?} is not written in its panel {:?}", mark.label, plot.area));
                }
                for value in values(&mark.shape) {
                    let x = line.place(value);
                    if !words.iter().any(|near| is_seen(&mark.shape, x, line.place(axis.base), *near, &seen)) {
                        faults.push(format!("{}: {:?} has no mark at {value} ({x:.1})", row.label, mark.label));
                    }
                }
            }
        }
    }
    faults
}

/// Whether a mark of this shape is seen at `x`, near its words.
fn is_seen(shape: &MarkShape, x: f32, base: f32, words: Rect, seen: &Seen) -> bool {
    let near = words.y_range().expand(14.0);
    let at = |found: f32| (found - x).abs() <= OFF;
    match shape {
        MarkShape::Bar { .. } => seen.boxes.iter().any(|bar| {
            let is_short = (x - base).abs() < LEAST_BAR && bar.width() <= LEAST_BAR + OFF;
            near.contains(bar.center().y) && (at(bar.left()) || at(bar.right()) || is_short)
        }),
        // The shortest period is 3 points long.
        MarkShape::Period { .. } => seen.boxes.iter().any(|bar| {
            let near = words.y_range().expand(14.0).contains(bar.center().y);
            near && (at(bar.left()) || at(bar.right()) || bar.width() <= 3.0 + OFF && bar.x_range().contains(x))
        }),
        _ => seen.points.iter().any(|point| near.contains(point.y) && at(point.x)),
    }
}

/// Upright bars of one small figure: as tall for their values as each other, and on the right side of the zero line.
fn faults_of_columns(columns: &[Column], seen: &Seen) -> Vec<String> {
    let Some(zero) = seen.rules.iter().find(|(a, b)| (a.y - b.y).abs() < 0.01).map(|(a, _)| a.y) else {
        return vec!["there is no zero line".to_owned()];
    };
    let ends: Vec<f64> = columns.iter().flat_map(|c| std::iter::once(c.value).chain(c.high)).collect();
    let farthest = ends.iter().copied().fold(0.0, |far: f64, end| if end.abs() > far.abs() { end } else { far });
    let edges = || seen.boxes.iter().flat_map(|bar| [bar.top(), bar.bottom()]);
    if farthest == 0.0 {
        return Vec::new();
    }
    // The bar that reaches farthest on its side makes the scale.
    let reach = edges().map(|y| zero - y).filter(|up| (*up > 0.0) == (farthest > 0.0));
    let reach = reach.fold(0.0, |far: f32, up| if up.abs() > far.abs() { up } else { far });
    if reach.abs() < 20.0 {
        return vec![format!("{farthest} is only {reach} tall")];
    }
    let missing = ends.iter().filter(|end| {
        let y = zero - reach * (**end / farthest) as f32;
        !edges().any(|edge| (edge - y).abs() <= OFF) && (y - zero).abs() > LEAST_BAR
    });
    missing.map(|end| format!("no bar ends at {end}")).collect()
}

/// Dots of a series: one for each value, at its height and its time.
fn faults_of_series(points: &[SeriesMark], seen: &Seen) -> Vec<String> {
    let values = |p: &SeriesMark| p.value.into_iter().chain(p.high).collect::<Vec<_>>();
    let expected: usize = points.iter().map(|p| values(p).len()).sum();
    // Hatched dots are dots as well.
    let mut dots = seen.dots.clone();
    dots.dedup();
    if dots.len() != expected {
        return vec![format!("{} dots of {expected} values", dots.len())];
    }
    // The far end of a range is put down first.
    let told = points.iter().flat_map(|p| values(p).into_iter().rev().map(|value| (p.at, value)));
    let told: Vec<(Option<f64>, f64, Pos2)> = told.zip(dots).map(|((at, value), dot)| (at, value, dot)).collect();
    let mut faults = Vec::new();
    let heights: Vec<(f64, f32)> = told.iter().map(|(_, value, dot)| (*value, dot.y)).collect();
    let times: Vec<(f64, f32)> = told.iter().filter_map(|(at, _, dot)| Some(((*at)?, dot.x))).collect();
    for (what, places) in [("value", heights), ("time", times)] {
        let Some(line) = Line::through(&places) else { continue };
        let wrong = places.iter().filter(|(at, here)| (line.place(*at) - here).abs() > OFF);
        faults.extend(wrong.map(|(at, here)| format!("the {what} {at} stands at {here}")));
    }
    faults
}

fn faults_of_tile(body: &TileBody, plot: &Plot) -> Vec<String> {
    let seen = seen(plot);
    match body {
        TileBody::Columns(columns) => faults_of_columns(columns, &seen),
        TileBody::Series { points, .. } => faults_of_series(points, &seen),
        TileBody::Change { mark, reach: Some(reach), .. } => {
            let zero = plot.area.center().x;
            let side = plot.area.width() / 2.0 - 10.0;
            let at = |value: f64| zero + side * (value / reach) as f32;
            let missing = values(&mark.shape)
                .into_iter()
                .filter(|value| !seen.points.iter().any(|point| (point.x - at(*value)).abs() <= OFF));
            missing.map(|value| format!("no change ends at {value}")).collect()
        }
        TileBody::Part { share, high, .. } => {
            let Some(whole) = seen.boxes.iter().map(Rect::width).reduce(f32::max).filter(|_| share.is_some()) else {
                return Vec::new();
            };
            let ends = share.iter().chain(high);
            let missing = ends.filter(|end| {
                let x = plot.area.left() + whole * **end as f32;
                !seen.boxes.iter().any(|bar| (bar.right() - x).abs() <= OFF)
            });
            missing.map(|end| format!("no bar ends at {end} of the whole")).collect()
        }
        TileBody::Change { reach: None, .. } | TileBody::Ladders { .. } | TileBody::Number { .. } => Vec::new(),
    }
}

fn faults_of_slopes(group: &SlopeGroup, plot: &Plot) -> Vec<String> {
    let seen = seen(plot);
    let upright: Vec<_> =
        seen.rules.iter().filter(|(a, b)| (a.x - b.x).abs() < 0.01 && (a.y - b.y).abs() > 100.0).collect();
    let [(a, b), (c, _)] = upright[..] else { return vec![format!("{} upright axes", upright.len())] };
    let (top, foot) = (a.y.min(b.y), a.y.max(b.y));
    let Some(line) = Line::through(&[(group.axis.low, foot), (group.axis.high, top)]) else { return Vec::new() };
    let mut faults = Vec::new();
    if !seen.rules.iter().any(|(a, b)| (a.y - b.y).abs() < 0.01 && (a.y - line.place(0.0)).abs() <= OFF) {
        faults.push("there is no line at zero".to_owned());
    }
    for told in &group.lines {
        for (end, x) in [(&told.before, a.x), (&told.after, c.x)] {
            for value in std::iter::once(end.at).chain(end.high) {
                let y = line.place(value);
                if !seen.dots.iter().any(|dot| (dot.x - x).abs() <= OFF && (dot.y - y).abs() <= OFF) {
                    faults.push(format!("{}: no dot at {value}", told.label));
                }
            }
        }
    }
    faults
}

/// A drawing, taken apart.
struct Drawn {
    panels: Vec<Plot>,
    words: Vec<(String, Rect)>,
}

impl Drawn {
    fn of(figure: &Figure, width: f32) -> Self {
        let shapes = labels::with_letters(figure, width);
        let page = Rect::from_min_size(Pos2::ZERO, egui::vec2(width, f32::INFINITY));
        let swatches = figure.key.len();
        // The swatches of the key are plots as well, and come first.
        let panels = plots(&shapes, page).into_iter().skip(swatches).collect();
        let mut words = Vec::new();
        for clipped in &shapes {
            let mut flat = Vec::new();
            flatten(&clipped.shape, &mut flat);
            for shape in flat {
                let Shape::Text(text) = shape else { continue };
                let rects = lines(&text, clipped.clip_rect).into_iter().map(|line| line.rect);
                if let Some(rect) = rects.reduce(Rect::union) {
                    words.push((text.galley.text().to_owned(), rect));
                }
            }
        }
        Self { panels, words }
    }

    /// Where these words stand within an area.
    fn words(&self, words: &str, area: Rect) -> Vec<Rect> {
        let within = |rect: &&Rect| area.expand(2.0).contains_rect(**rect);
        self.words.iter().filter(|(told, _)| told == words).map(|(_, rect)| rect).filter(within).copied().collect()
    }
}

fn faults(figure: &Figure, width: f32) -> Vec<String> {
    let drawn = Drawn::of(figure, width);
    match &figure.body {
        Body::Rows(rows) => faults_of_rows(rows, &drawn),
        Body::Slopes(groups) => {
            let groups = groups.iter().zip(&drawn.panels);
            groups.flat_map(|(group, plot)| faults_of_slopes(group, plot)).collect()
        }
        Body::Tiles(groups) => {
            let tiles = groups.iter().flat_map(|group| &group.tiles).filter(|tile| draws(&tile.body));
            let told = tiles.zip(&drawn.panels).flat_map(|(tile, plot)| {
                let faults = faults_of_tile(&tile.body, plot);
                faults.into_iter().map(|fault| format!("{}: {fault}", tile.title)).collect::<Vec<_>>()
            });
            told.collect()
        }
        Body::Grid(grid) => {
            let tiles = grid.tiles().filter(|tile| draws(&tile.body)).zip(&drawn.panels);
            tiles.flat_map(|(tile, plot)| faults_of_tile(&tile.body, plot)).collect()
        }
        Body::Trend(_) | Body::DotStrips(_) | Body::Empty(_) => Vec::new(),
    }
}

/// Whether anything but words stands in a small figure, so that its plot is found.
fn draws(body: &TileBody) -> bool {
    match body {
        TileBody::Number { .. } | TileBody::Change { reach: None, .. } => false,
        TileBody::Part { share, .. } => share.is_some(),
        TileBody::Columns(_) | TileBody::Change { .. } | TileBody::Ladders { .. } | TileBody::Series { .. } => true,
    }
}

fn figures(hard: &Hard) -> Vec<(String, Figure)> {
    let dataset = hard.dataset();
    let view = View { roles: Role::ALL.into_iter().collect(), ..View::default() };
    // Strips stand above the wall and repeat it; what is measured here is the wall.
    let drawn = |kind| Figure { strips: None, ..figure(&dataset, &view, kind).unwrap() };
    let of = |kind: FigureKind| (format!("{} of {}", kind.keyword(), hard.name), drawn(kind));
    FigureKind::ALL.into_iter().map(of).collect()
}

#[test]
fn marks_stand_where_the_numbers_are_in_every_kind() {
    let mut all = Vec::new();
    for (name, figure) in HARD.iter().flat_map(figures) {
        for width in WIDTHS {
            all.extend(faults(&figure, width).into_iter().map(|fault| format!("{name} at {width}: {fault}")));
        }
    }
    assert!(all.is_empty(), "{} faults:\n{}", all.len(), all.join("\n"));
}

#[test]
fn words_are_legible_in_every_kind_of_what_is_hard_to_draw() {
    let figures: Vec<_> = HARD.iter().flat_map(figures).collect();
    labels::assert_legible(&figures, &WIDTHS);
}
