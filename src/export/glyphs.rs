//! Letters as coverage: how much of each pixel a glyph fills, at its size and its place within a pixel, painted once and then
//! copied. Most letters of a figure, and nearly all of a batch, were painted before.
//!
//! A glyph is placed on the nearest eighth of a pixel across and down, twice as finely as its edges are sampled; in the layout
//! baselines stand on quarters of a point anyway. Colours and clipping are left to the painter.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use skrifa::outline::OutlinePen;
use tiny_skia::{FillRule, Mask, Path, PathBuilder, Transform};

use super::shaping::Shaping;

/// Places within a pixel, in each direction.
const PHASES: i32 = 8;

/// The most bytes of coverage that are kept; then all of it is forgotten, so that memory stays within bounds.
const MOST_BYTES: usize = 8_000_000;

/// The size of the em in pixels from which letters are painted as paths: they are few, and their coverage is large.
pub(super) const LARGEST: f32 = 128.0;

/// How much of each pixel a glyph fills.
pub(super) struct Coverage {
    /// Columns from the pixel of its place to its leftmost one.
    pub left: i32,
    /// Rows from the pixel of its place to its topmost one.
    pub top: i32,
    /// Pixels in a row; the rows follow each other in `data`.
    pub columns: usize,
    /// 0 for a pixel that it leaves alone to 255 for one that it fills.
    pub data: Vec<u8>,
}

/// A glyph at a size and at a place within a pixel.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct GlyphKey {
    weight: u16,
    id: u32,
    /// The bits of the size of the em in pixels.
    size: u32,
    /// Eighths of a pixel, across and down.
    phase: (i32, i32),
}

/// The glyphs that were painted before.
#[derive(Default)]
pub(super) struct Glyphs {
    paths: HashMap<(u16, u32), Option<Path>>,
    /// `None` for a glyph that fills nothing, such as a space.
    painted: HashMap<GlyphKey, Option<Coverage>>,
    bytes: usize,
}

impl std::fmt::Debug for Glyphs {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Glyphs").field("painted", &self.painted.len()).finish_non_exhaustive()
    }
}

impl Glyphs {
    /// The coverage of a glyph whose origin is placed at `x` and `y`, with the em `size` pixels large, and the column and row
    /// of the pixel that its place is in. `None` where it fills nothing.
    pub(super) fn coverage(
        &mut self,
        face: &Shaping,
        weight: u16,
        id: u32,
        size: f32,
        (x, y): (f32, f32),
    ) -> Option<(i32, i32, &Coverage)> {
        let phases = |place: f32| (place * PHASES as f32).round() as i32;
        let (across, down) = (phases(x), phases(y));
        let phase = (across.rem_euclid(PHASES), down.rem_euclid(PHASES));
        let key = GlyphKey { weight, id, size: size.to_bits(), phase };
        if self.bytes > MOST_BYTES {
            self.painted.clear();
            self.bytes = 0;
        }
        let coverage = match self.painted.entry(key) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => {
                let path = self.paths.entry((weight, id)).or_insert_with(|| path_of(face, id));
                let painted = path.as_ref().and_then(|path| painted(path, size / face.units_per_em(), phase));
                self.bytes += size_of::<GlyphKey>() + painted.as_ref().map_or(0, |painted| painted.data.len());
                new.insert(painted)
            }
        };
        let (column, row) = (across.div_euclid(PHASES), down.div_euclid(PHASES));
        coverage.as_ref().map(|coverage| (column, row, coverage))
    }

    /// The outline of a glyph, y downwards, in units of the face; `None` where there is nothing to paint.
    pub(super) fn path(&mut self, face: &Shaping, weight: u16, id: u32) -> Option<&Path> {
        self.paths.entry((weight, id)).or_insert_with(|| path_of(face, id)).as_ref()
    }
}

/// Paints a glyph by itself, as many pixels wide and high as it needs.
fn painted(path: &Path, scale: f32, (across, down): (i32, i32)) -> Option<Coverage> {
    let phase = |eighths: i32| eighths as f32 / PHASES as f32;
    let placed = Transform::from_row(scale, 0.0, 0.0, scale, phase(across), phase(down));
    let path = path.clone().transform(placed)?;
    let bounds = path.bounds();
    let (left, top) = (bounds.left().floor(), bounds.top().floor());
    let (columns, rows) = ((bounds.right().ceil() - left) as u32, (bounds.bottom().ceil() - top) as u32);
    let mut mask = Mask::new(columns, rows)?;
    mask.fill_path(&path, FillRule::Winding, true, Transform::from_translate(-left, -top));
    Some(Coverage { left: left as i32, top: top as i32, columns: usize::try_from(columns).ok()?, data: mask.take() })
}

fn path_of(face: &Shaping, id: u32) -> Option<Path> {
    let mut pen = OutlineBuilder(PathBuilder::new());
    face.draw(id, &mut pen);
    pen.0.finish()
}

/// Collects an outline; in a face y goes upwards, on a page downwards.
struct OutlineBuilder(PathBuilder);

impl OutlinePen for OutlineBuilder {
    fn move_to(&mut self, x: f32, y: f32) {
        self.0.move_to(x, -y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.0.line_to(x, -y);
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.0.quad_to(cx, -cy, x, -y);
    }

    fn curve_to(&mut self, cx0: f32, cy0: f32, cx1: f32, cy1: f32, x: f32, y: f32) {
        self.0.cubic_to(cx0, -cy0, cx1, -cy1, x, -y);
    }

    fn close(&mut self) {
        self.0.close();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Where a letter's ink has its middle, and how much of it there is, in pixels.
    fn ink(glyphs: &mut Glyphs, letter: &str, at: (f32, f32)) -> (f32, f32, f32) {
        let face = Shaping::of(notosans::REGULAR_TTF).unwrap();
        let id = face.shape(letter, 0)[0].id;
        let (column, row, coverage) = glyphs.coverage(&face, 400, id, 16.0, at).unwrap();
        let (mut x, mut y, mut sum) = (0.0, 0.0, 0.0);
        for (nth, value) in coverage.data.iter().enumerate() {
            let value = f32::from(*value) / 255.0;
            x += value * ((nth % coverage.columns) as f32 + 0.5 + (coverage.left + column) as f32);
            y += value * ((nth / coverage.columns) as f32 + 0.5 + (coverage.top + row) as f32);
            sum += value;
        }
        (x / sum, y / sum, sum)
    }

    #[test]
    fn a_letter_moves_with_its_place_and_keeps_its_ink() {
        let mut glyphs = Glyphs::default();
        let (x, y, sum) = ink(&mut glyphs, "n", (40.0, 30.0));
        for (across, down) in [(0.25, 0.0), (0.5, 0.75), (7.0, -50.25), (-60.75, 0.5)] {
            let moved = ink(&mut glyphs, "n", (40.0 + across, 30.0 + down));
            assert!((moved.0 - x - across).abs() < 0.05 && (moved.1 - y - down).abs() < 0.05, "{moved:?}");
            assert!((moved.2 - sum).abs() < 0.02 * sum, "{} and {sum}", moved.2);
        }
    }

    #[test]
    fn a_letter_is_painted_once_for_each_place_within_a_pixel() {
        let mut glyphs = Glyphs::default();
        for place in 0..40 {
            ink(&mut glyphs, "n", (place as f32 * 0.25, 7.0));
        }
        assert_eq!((glyphs.painted.len(), glyphs.paths.len()), (4, 1));
    }

    #[test]
    fn white_space_fills_nothing() {
        let face = Shaping::of(notosans::REGULAR_TTF).unwrap();
        let id = face.shape(" ", 0)[0].id;
        assert!(Glyphs::default().coverage(&face, 400, id, 16.0, (1.0, 1.0)).is_none());
    }
}
