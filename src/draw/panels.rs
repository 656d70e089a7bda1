//! Panels: how rows share their width among them, and the scale of each.

use crate::figure::{Axis, Cell, MarkShape, Panel, PanelRole, Row, Rows};
use crate::theme::{Type, space};

use super::Drawing;
use super::labels::{LabelRoom, LabelSide, Scale};
use super::row_marks::{GAP, INSET, TextRole, ladder_width};

/// Where labels do not fit on one line, none takes more than the first of these shares of its panel in which all fit.
const LABEL_SHARES: [f32; 3] = [0.42, 0.34, 0.27];
/// In less than this, as on half a page, each panel keeps the room of its longest word.
const NARROW: f32 = 340.0;
/// No panel is narrower.
const LEAST_PANEL: f32 = 60.0;
/// Words wrap where marks would have less than this beside them on one line.
const LEAST_MARKED: f32 = 30.0;
/// Marks are given at least this much beside their words.
const LEAST_MARKS: f32 = 56.0;
/// Words that wrap leave the axis this much, where narrower ones can.
const LEAST_SPAN: f32 = 40.0;
/// Words in a panel without marks are given at least this much.
const LEAST_WORDS: f32 = 120.0;
/// Words of a period ask for at least the first of these, and for no more than the second.
const PERIOD_WORDS: [f32; 2] = [104.0, 150.0];
/// In less than this a panel of periods has no room.
const LEAST_PERIOD: f32 = 84.0;

/// A panel's place on the page.
pub(super) struct PanelRect<'f> {
    pub panel: &'f Panel,
    pub left: f32,
    pub scale: Option<Scale>,
    pub width: f32,
    /// The width at which labels wrap; without end where all fit on one line.
    pub most: f32,
    pub ladder_words: LadderWords,
}

/// How rows share the width of a figure: the same on all its pages, so that they can be laid side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct RowLayout {
    /// Where the names of the rows stand.
    pub(super) names: Names,
    /// The panels' places, from left to right.
    pub(super) panels: Vec<PanelLayout>,
}

/// Where the names of rows stand, and in which width they wrap, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Names {
    /// In a column to the left of the panels.
    Beside(f32),
    /// Above the marks of their row, so that narrow panels have the whole width.
    Above(f32),
}

impl Names {
    pub fn width(self) -> f32 {
        match self {
            Self::Beside(width) | Self::Above(width) => width,
        }
    }
}

/// A panel's place, from the left edge of the figure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct PanelLayout {
    pub left: f32,
    pub scale: Option<Scale>,
    pub width: f32,
    pub most: f32,
    pub ladder_words: LadderWords,
}

impl RowLayout {
    /// The layout of panels that were placed in a figure whose left edge is at `left`.
    pub(super) fn of(names: Names, panels: &[PanelRect<'_>], left: f32) -> Self {
        let layout = |&PanelRect { left: at, scale, width, most, ladder_words, .. }: &PanelRect<'_>| PanelLayout {
            left: at - left,
            scale,
            width,
            most,
            ladder_words,
        };
        Self { names, panels: panels.iter().map(layout).collect() }
    }

    /// The panels of rows at these places.
    pub(super) fn placed<'f>(&self, rows: &'f Rows, left: f32) -> Vec<PanelRect<'f>> {
        let places = rows.panels.iter().zip(&self.panels);
        let placed = |(panel, &PanelLayout { left: at, scale, width, most, ladder_words })| PanelRect {
            panel,
            left: left + at,
            scale,
            width,
            most,
            ladder_words,
        };
        places.map(placed).collect()
    }
}

/// Where the words of a ladder stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LadderWords {
    Beside,
    /// Where the panel is too narrow for both.
    Below,
}

impl PanelRect<'_> {
    /// Where marks begin, in points from the left edge.
    pub fn base(&self) -> f32 {
        match (self.scale, &self.panel.axis) {
            (Some(scale), Some(axis)) => scale.points(axis.base.clamp(scale.low, scale.high)),
            _ => 0.0,
        }
    }

    /// The lowest value of its axis.
    pub fn axis_low(&self) -> f64 {
        self.panel.axis.as_ref().map_or(0.0, |axis| axis.low)
    }

    /// The highest value of its axis.
    pub fn axis_high(&self) -> f64 {
        self.panel.axis.as_ref().map_or(0.0, |axis| axis.high)
    }
}

/// What a panel asks for.
#[derive(Clone, Copy, Debug)]
struct PanelRequest {
    /// Its share where there is enough for all.
    weight: f32,
    /// In less its words would break anywhere.
    least: f32,
    /// In this all its words stand on one line beside their marks.
    need: f32,
}

/// Shares `width` among panels by weight, but gives each what it needs as long as there is enough for all, and else as much
/// above the least as there is.
fn shares(panels: &[PanelRequest], width: f32) -> Vec<f32> {
    let needed: f32 = panels.iter().map(|p| p.need).sum();
    let least: f32 = panels.iter().map(|p| p.least).sum();
    if least >= width {
        return panels.iter().map(|p| p.least * width / least).collect();
    }
    if needed >= width {
        let part = (width - least) / (needed - least);
        return panels.iter().map(|p| p.least + (p.need - p.least) * part).collect();
    }
    let mut given: Vec<Option<f32>> = vec![None; panels.len()];
    loop {
        let free = || panels.iter().zip(&given).filter(|(_, given)| given.is_none()).map(|(panel, _)| panel);
        let weight: f32 = free().map(|panel| panel.weight).sum();
        let rest = width - given.iter().flatten().sum::<f32>();
        let share = |panel: &PanelRequest| rest * panel.weight / weight.max(0.01);
        // Who needs more than the share gets that, and the others share the rest anew.
        let short = panels.iter().zip(&given).position(|(panel, given)| given.is_none() && panel.need > share(panel));
        match short.and_then(|index| Some((given.get_mut(index)?, panels.get(index)?))) {
            Some((given, panel)) => *given = Some(panel.need),
            None => {
                return panels.iter().zip(&given).map(|(panel, given)| given.unwrap_or_else(|| share(panel))).collect();
            }
        }
    }
}

impl Drawing<'_, '_> {
    /// The panels of rows from `left` on, and whether all their words have room.
    pub(super) fn place_panels<'f>(&self, rows: &'f Rows, left: f32, width: f32) -> (Vec<PanelRect<'f>>, bool) {
        let gaps = space::L * rows.panels.len().saturating_sub(1) as f32;
        let asks: Vec<PanelRequest> =
            rows.panels.iter().enumerate().map(|(i, panel)| self.ask(rows, i, panel, width)).collect();
        let mut x = left;
        let (mut placed, mut all_fit) = (Vec::new(), true);
        for ((index, panel), width) in rows.panels.iter().enumerate().zip(shares(&asks, width - gaps)) {
            all_fit &= width >= LEAST_PANEL.max(self.heading_need(panel));
            let width = width.max(LEAST_PANEL);
            if panel.role == PanelRole::Periods {
                all_fit &= width >= self.longest_word_of_periods(rows, index).max(LEAST_PERIOD);
                let scale = panel.axis.as_ref().map(|axis| scale_of_time(axis, width));
                placed.push(PanelRect { panel, left: x, scale, width, most: width, ladder_words: LadderWords::Below });
                x += width + space::L;
                continue;
            }
            let scaled = panel.axis.as_ref().map(|axis| {
                let (scale, fits) = self.scale(rows, index, width, axis, f32::INFINITY);
                let span = |scale: Scale| scale.points(axis.high) - scale.points(axis.low);
                if fits && span(scale) >= LEAST_MARKED {
                    return (scale, f32::INFINITY);
                }
                let longest = cells(rows, index).map(|cell| self.longest_word(cell)).fold(0.0, f32::max);
                let [wide, middle, narrow] = LABEL_SHARES.map(|share| width * share);
                // Where the longest word asks for more than any of these, it gets it.
                let wrapped = [wide, middle, narrow, longest.ceil()].map(|most| {
                    let (scale, fits) = self.scale(rows, index, width, axis, most);
                    // No word is broken where there is another way.
                    (scale, most, fits && longest <= most)
                });
                let [first, ..] = wrapped;
                // Marks can be told apart before words take fewer lines.
                let spacious = wrapped.into_iter().find(|(scale, _, fits)| *fits && span(*scale) >= LEAST_SPAN);
                let fitting = || wrapped.into_iter().find(|(_, _, fits)| *fits);
                let (scale, most, fits) = spacious.or_else(fitting).unwrap_or(first);
                all_fit &= fits;
                (scale, most)
            });
            let (scale, most) = scaled.map_or((None, f32::INFINITY), |(scale, most)| (Some(scale), most));
            if panel.axis.is_none() {
                all_fit &= self.longest_word_of(rows, index) <= width;
            }
            let beside = cells(rows, index).all(|cell| self.ladder_need(cell) <= width);
            let ladder_words = if beside { LadderWords::Beside } else { LadderWords::Below };
            placed.push(PanelRect { panel, left: x, scale, width, most, ladder_words });
            x += width + space::L;
        }
        (placed, all_fit)
    }

    /// The scale of a panel on which its labels fit, and whether they do.
    fn scale(&self, rows: &Rows, index: usize, width: f32, axis: &Axis, most: f32) -> (Scale, bool) {
        let mut labels = Vec::new();
        for cell in cells(rows, index) {
            self.label_rooms(cell, axis, most, width, &mut labels);
        }
        labels.push(LabelRoom { at: axis.high, points: INSET, side: LabelSide::Right });
        // Levels start at the panel's edge: nothing stands left of zero.
        if axis.low < axis.base || labels.iter().any(|l| l.side == LabelSide::Left) {
            labels.push(LabelRoom { at: axis.low, points: INSET, side: LabelSide::Left });
        }
        let scale = Scale::fitting(axis.low, axis.high, width, &labels);
        (scale, scale.holds(&labels))
    }

    /// The width of the longest word beside the marks of a cell.
    fn longest_word(&self, cell: &Cell) -> f32 {
        let words = cell.marks.iter().flat_map(|mark| {
            let font = TextRole::of(mark).font();
            mark.label.split_whitespace().map(move |word| self.pen().width(word, font.clone()))
        });
        words.fold(0.0, f32::max)
    }

    /// The width of the longest word in a panel without an axis: of its grades and of its words.
    fn longest_word_of(&self, rows: &Rows, index: usize) -> f32 {
        let words = |cell: &Cell| {
            cell.text.split_whitespace().map(|word| self.pen().width(word, Type::Small.regular())).fold(0.0, f32::max)
        };
        let grades = |cell: &Cell| {
            let grades = cell.marks.iter().flat_map(|mark| mark.label.split_whitespace());
            grades.map(|word| self.pen().width(word, Type::Body.bold())).fold(0.0, f32::max)
        };
        cells(rows, index).map(|cell| words(cell).max(grades(cell))).fold(0.0, f32::max)
    }

    fn longest_word_of_periods(&self, rows: &Rows, index: usize) -> f32 {
        let words = cells(rows, index).flat_map(|cell| cell.words().split_whitespace());
        words.map(|word| self.pen().width(word, Type::Small.regular())).fold(0.0, f32::max)
    }

    /// What a panel asks for of the width that all of them have.
    fn ask(&self, rows: &Rows, index: usize, panel: &Panel, width: f32) -> PanelRequest {
        let weight = panel.weight;
        if panel.role == PanelRole::Periods {
            let [least, most] = PERIOD_WORDS;
            let least = least.max(self.longest_word_of_periods(rows, index));
            let words = cells(rows, index).map(|cell| self.pen().width(cell.words(), Type::Small.regular()));
            return PanelRequest { weight, least, need: words.fold(least, f32::max).min(most.max(least)) };
        }
        let Some(axis) = &panel.axis else {
            let need = cells(rows, index).map(|cell| self.ladder_need(cell)).fold(LEAST_WORDS, f32::max);
            let grades =
                cells(rows, index).flat_map(|c| &c.marks).map(|m| self.pen().width(&m.label, Type::Body.bold()));
            return PanelRequest { weight, least: grades.fold(LEAST_WORDS, f32::max).min(need), need };
        };
        let mut labels = Vec::new();
        for cell in cells(rows, index) {
            self.label_rooms(cell, axis, f32::INFINITY, f32::INFINITY, &mut labels);
        }
        let widest = |side: LabelSide| labels.iter().filter(|l| l.side == side).map(|l| l.points).fold(0.0, f32::max);
        let need = widest(LabelSide::Left) + widest(LabelSide::Right) + LEAST_MARKS;
        let need = need.max(self.heading_need(panel));
        if width >= NARROW {
            return PanelRequest { weight, least: need, need };
        }
        // Words wrap before they break.
        let longest = cells(rows, index).map(|cell| self.longest_word(cell)).fold(0.0, f32::max);
        let least = (longest + LEAST_MARKS).max(self.heading_need(panel)).min(need);
        PanelRequest { weight, least, need }
    }

    /// The width of a ladder with its words beside it.
    fn ladder_need(&self, cell: &Cell) -> f32 {
        let widths = cell.marks.iter().filter_map(|mark| {
            let MarkShape::Step { of, .. } = mark.shape else { return None };
            Some(ladder_width(of) + GAP + self.pen().width(&mark.label, Type::Body.bold()))
        });
        widths.fold(0.0, f32::max)
    }
}

/// A line of time with its ends inside the panel.
fn scale_of_time(axis: &Axis, width: f32) -> Scale {
    let aside = (axis.high - axis.low) / f64::from((width - 2.0 * INSET).max(1.0)) * f64::from(INSET);
    Scale { low: axis.low - aside, high: axis.high + aside, width }
}

/// The cells of one panel.
fn cells(rows: &Rows, index: usize) -> impl Iterator<Item = &Cell> {
    rows.groups.iter().flat_map(|g| &g.rows).filter_map(move |row: &Row| row.cells.get(index))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ask(weight: f32, least: f32, need: f32) -> PanelRequest {
        PanelRequest { weight, least, need }
    }

    #[test]
    fn each_panel_gets_what_it_needs_and_the_rest_by_weight() {
        assert_eq!(shares(&[ask(1.0, 50.0, 50.0), ask(1.0, 50.0, 50.0)], 400.0), [200.0, 200.0]);
        assert_eq!(shares(&[ask(1.0, 50.0, 300.0), ask(1.0, 50.0, 50.0)], 400.0), [300.0, 100.0]);
        assert_eq!(shares(&[ask(1.0, 10.0, 10.0), ask(3.0, 50.0, 350.0)], 400.0), [50.0, 350.0]);
    }

    #[test]
    fn panels_that_need_too_much_get_their_least_and_share_the_rest() {
        assert_eq!(shares(&[ask(1.0, 100.0, 500.0), ask(1.0, 100.0, 100.0)], 400.0), [300.0, 100.0]);
        assert_eq!(shares(&[ask(1.0, 600.0, 600.0), ask(1.0, 200.0, 200.0)], 400.0), [300.0, 100.0]);
    }
}
