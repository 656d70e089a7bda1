//! Letters as outlines: words shaped to glyphs in the units of their face, and each glyph as path data or for the painter.
//!
//! Letters are shaped with the library that egui lays out with, from the same font files, so that words stand in a file as they were
//! measured. It knows nothing of elements, colours or places on a page.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use harfrust::{Direction, Script, ShapeOptions, ShapePlan, ShaperData, Tag, UnicodeBuffer, script};
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, GlyphId, MetadataProvider as _};

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use crate::words::letters::is_unseen;

use super::glyph_path::push_decimal;
use super::text::GlyphRun;

/// The most texts whose glyphs are remembered; then all are forgotten, so that memory stays within bounds.
const MOST_TEXTS: usize = 4096;

/// The number of the glyph that stands for a letter that the face does not have.
const NO_LETTER: u32 = 0;

/// One glyph of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct PlacedGlyph {
    /// Its number in the face.
    pub id: u32,
    /// Right of the run's start, in units of the face.
    pub x: i32,
    /// Below the baseline, in units of the face.
    pub y: i32,
}

/// The glyphs of a text with so much space between its letters.
type Shaped = HashMap<(String, i32), Arc<[PlacedGlyph]>>;

/// A face that shapes and draws; its units are [`Shaping::units_per_em`] to the size of the letters.
pub(super) struct Shaping {
    font: FontRef<'static>,
    data: ShaperData,
    units: u16,
    /// How to shape each script and direction that occurred; making a plan takes longer than shaping a word.
    plans: Mutex<Vec<(Script, Direction, ShapePlan)>>,
    /// The glyphs of texts that occurred, by the text and its spacing: a figure is written in several formats, and the figures
    /// of a batch share most of their words.
    shaped: Mutex<Shaped>,
}

impl std::fmt::Debug for Shaping {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Shaping").field("units", &self.units).finish_non_exhaustive()
    }
}

impl Shaping {
    /// Reads a face; `None` where the bytes are not one.
    pub(super) fn of(bytes: &'static [u8]) -> Option<Self> {
        let font = FontRef::new(bytes).ok()?;
        let units = font.metrics(Size::unscaled(), LocationRef::default()).units_per_em;
        let data = ShaperData::new(&font);
        let (plans, shaped) = (Mutex::default(), Mutex::default());
        (units > 0).then_some(Self { font, data, units, plans, shaped })
    }

    /// Units of the face to the em.
    pub(super) fn units_per_em(&self) -> f32 {
        f32::from(self.units)
    }

    /// The glyphs of a run, worked out once for equal texts.
    pub(super) fn run(&self, run: &GlyphRun) -> Arc<[PlacedGlyph]> {
        let spacing = (run.spacing * self.units_per_em() / run.size).round() as i32;
        let key = (run.text.clone(), spacing);
        // Whoever panicked while holding the lock left a whole map.
        let mut shaped = self.shaped.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = shaped.get(&key) {
            return Arc::clone(known);
        }
        if shaped.len() >= MOST_TEXTS {
            shaped.clear();
        }
        let glyphs: Arc<[PlacedGlyph]> = self.shape(&run.text, spacing).into();
        shaped.insert(key, Arc::clone(&glyphs));
        glyphs
    }

    /// The glyphs of a text in one line, from left to right, with `spacing` units more after each letter.
    ///
    /// A letter that the face does not have is its empty box, as in the window.
    pub(super) fn shape(&self, text: &str, spacing: i32) -> Vec<PlacedGlyph> {
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.guess_segment_properties();
        let (script, direction) = (buffer.script(), buffer.direction());
        let shaper = self.data.shaper(&self.font).build();
        // Whoever panicked while holding the lock left a list of whole plans.
        let mut plans = self.plans.lock().unwrap_or_else(PoisonError::into_inner);
        if !plans.iter().any(|(s, d, _)| (*s, *d) == (script, direction)) {
            let known = (script != script::UNKNOWN).then_some(script);
            plans.push((script, direction, ShapePlan::new(&shaper, direction, known, None, &[])));
        }
        let plan = plans.iter().find(|(s, d, _)| (*s, *d) == (script, direction)).map(|(_, _, plan)| plan);
        let shaped = shaper.shape(buffer, ShapeOptions::new().plan(plan));
        let mut glyphs = Vec::with_capacity(shaped.len());
        let (mut x, mut y, mut cluster) = (0, 0, None);
        for (info, at) in shaped.glyph_infos().iter().zip(shaped.glyph_positions()) {
            let is_new = cluster != Some(info.cluster);
            let letter = usize::try_from(info.cluster).ok().and_then(|at| text.get(at..)?.chars().next());
            // As it was laid out: a sign of several parts that the face does not have is one box, and a mark is none.
            if info.glyph_id == NO_LETTER && (!is_new || letter.is_some_and(is_combining_mark)) {
                continue;
            }
            if cluster.is_some() && is_new {
                x += spacing;
            }
            cluster = Some(info.cluster);
            glyphs.push(PlacedGlyph { id: info.glyph_id, x: x + at.x_offset, y: y - at.y_offset });
            x += at.x_advance;
            y -= at.y_advance;
        }
        glyphs
    }

    /// The letters of a text that the face does not have, each once, in the order of the text. Marks and characters that nobody sees
    /// are none.
    pub(super) fn lacking(&self, text: &str) -> Vec<char> {
        let letters = self.font.charmap();
        let has = |c: char| letters.map(c).is_some();
        let is_shown = |c: &char| {
            let is_selector = matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}');
            !(c.is_whitespace() || c.is_control() || is_unseen(*c) || is_combining_mark(*c) || is_selector)
        };
        // A letter with its accent is put together of both where the face has no such letter.
        let can_be_made = |c: char| std::iter::once(c).nfd().count() > 1 && std::iter::once(c).nfd().all(has);
        let mut lacking: Vec<char> = text.chars().filter(is_shown).filter(|&c| !has(c) && !can_be_made(c)).collect();
        let mut known = std::collections::HashSet::new();
        lacking.retain(|c| known.insert(*c));
        lacking
    }

    /// The outline of a glyph as path data, y downwards, in units of the face; empty for white space.
    pub(super) fn outline(&self, id: u32) -> String {
        let mut pen = Path::default();
        self.draw(id, &mut pen);
        pen.data
    }

    /// Draws the outline of a glyph with a pen, y upwards, in units of the face; nothing for white space.
    pub(super) fn draw(&self, id: u32, pen: &mut impl OutlinePen) {
        if let Some(glyph) = self.font.outline_glyphs().get(GlyphId::new(id)) {
            // A glyph whose outline is damaged is drawn as far as it goes; the built-in faces have none.
            let _ = glyph.draw(DrawSettings::unhinted(Size::unscaled(), LocationRef::default()), pen);
        }
    }
}

/// Collects an outline as path data with steps relative to the point before, which are the shortest to write.
#[derive(Default)]
struct Path {
    data: String,
    at: (f32, f32),
    /// Where the contour began, and where the pen is again when it closes.
    start: (f32, f32),
    /// The letter of the command before, which need not be repeated.
    command: char,
}

impl Path {
    fn command(&mut self, letter: char, points: &[(f32, f32)]) {
        let repeated = self.command == letter && letter != 'm';
        if !repeated {
            self.data.push(letter);
        }
        let mut first = !repeated;
        for (x, y) in points {
            for step in [x - self.at.0, -(y - self.at.1)] {
                let start = self.data.len();
                push_decimal(&mut self.data, step, 2);
                // A minus sign parts two numbers as well as a space does.
                if !first && !self.data.get(start..).is_some_and(|number| number.starts_with('-')) {
                    self.data.insert(start, ' ');
                }
                first = false;
            }
        }
        if let Some(last) = points.last() {
            self.at = *last;
        }
        self.command = letter;
    }
}

impl OutlinePen for Path {
    fn move_to(&mut self, x: f32, y: f32) {
        self.command('m', &[(x, y)]);
        self.start = self.at;
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.command('l', &[(x, y)]);
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.command('q', &[(cx, cy), (x, y)]);
    }

    fn curve_to(&mut self, cx0: f32, cy0: f32, cx1: f32, cy1: f32, x: f32, y: f32) {
        self.command('c', &[(cx0, cy0), (cx1, cy1), (x, y)]);
    }

    fn close(&mut self) {
        self.data.push('z');
        self.command = 'z';
        self.at = self.start;
    }
}

/// The tag by which layout reads a face and by which painting finds its outlines.
const OUTLINES: Tag = Tag::new(b"glyf");

/// A copy of a font file in which nothing finds the outlines, for laying out without painting: each glyph that is laid out
/// would otherwise be hinted and painted into a picture that nobody looks at. Widths, kerning and ligatures stay.
pub(super) fn without_outlines(bytes: &[u8]) -> Vec<u8> {
    let mut copy = bytes.to_vec();
    // The directory of a font file: 12 bytes, then 16 a table, which begin with the table's tag.
    let tables = copy.get(4..6).and_then(|n| n.try_into().ok()).map_or(0, u16::from_be_bytes);
    for entry in copy.get_mut(12..).unwrap_or_default().chunks_exact_mut(16).take(usize::from(tables)) {
        if let Some(tag) = entry.get_mut(..4)
            && *tag == OUTLINES.to_be_bytes()
        {
            tag.copy_from_slice(b"none");
        }
    }
    copy
}

#[cfg(test)]
mod tests {
    use super::*;

    fn regular() -> Shaping {
        Shaping::of(notosans::REGULAR_TTF).unwrap()
    }

    #[test]
    fn words_are_kerned_and_each_glyph_has_its_outline() {
        let face = regular();
        let glyphs = face.shape("AVa", 0);
        assert_eq!(glyphs.len(), 3);
        let apart: i32 = ["A", "V"].map(|letter| face.shape(&format!("{letter}a"), 0)[1].x).iter().sum();
        assert!(glyphs[2].x < apart, "A and V stand closer together than by themselves");
        assert!(face.outline(glyphs[0].id).starts_with('m') && face.outline(glyphs[0].id).ends_with('z'));
        assert!(face.outline(face.shape(" ", 0)[0].id).is_empty());
    }

    #[test]
    fn the_contours_of_a_letter_stand_where_the_face_has_them() {
        let face = regular();
        let id = face.shape("i", 0)[0].id;
        let svg = format!("<svg xmlns=\"http://www.w3.org/2000/svg\"><path d=\"{}\"/></svg>", face.outline(id));
        let tree = usvg::Tree::from_str(&svg, &usvg::Options::default()).unwrap();
        let drawn = tree.root().bounding_box();
        let bounds =
            face.font.glyph_metrics(Size::unscaled(), LocationRef::default()).bounds(GlyphId::new(id)).unwrap();
        // The dot of the i is a contour of its own, above its stem; in a face y goes upwards.
        for (is, should) in [
            (drawn.left(), bounds.x_min),
            (drawn.right(), bounds.x_max),
            (-drawn.bottom(), bounds.y_min),
            (-drawn.top(), bounds.y_max),
        ] {
            assert!((is - should).abs() < 0.01, "{is} {should}");
        }
    }

    #[test]
    fn spacing_stands_between_letters_only() {
        let face = regular();
        let (plain, spaced) = (face.shape("52", 0), face.shape("52", 100));
        assert_eq!((spaced[0].x, spaced[1].x), (plain[0].x, plain[1].x + 100));
    }

    #[test]
    fn a_sign_of_several_parts_that_the_face_lacks_is_one_box() {
        let face = regular();
        let family = "\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467}";
        let boxes = |text: &str| face.shape(text, 0).iter().filter(|glyph| glyph.id == NO_LETTER).count();
        assert_eq!((boxes(family), boxes("\u{2705}"), boxes("\u{939}\u{93f}"), boxes("a")), (1, 1, 1, 0));
        assert_eq!(face.lacking("A\u{2705}b \u{2705}\u{939}\u{93f}\u{200d}"), ['\u{2705}', '\u{939}']);
        assert!(face.lacking("Ynys Mo\u{302}n, £ – Ŵyl Łódź").is_empty());
    }

    #[test]
    fn a_face_without_outlines_keeps_its_widths() {
        let hidden: &'static [u8] = without_outlines(notosans::REGULAR_TTF).leak();
        let hidden = Shaping::of(hidden).unwrap();
        let text = "Financial benefits, £1,250: AV";
        assert_eq!(hidden.shape(text, 0), regular().shape(text, 0));
        assert!(hidden.outline(hidden.shape("A", 0)[0].id).is_empty());
    }
}
