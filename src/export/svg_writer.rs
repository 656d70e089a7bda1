//! Shapes as SVG elements, in the order they are painted, with words as text or as outlines.
//!
//! What a shape consists of is decided in `canvas`; a file as a whole is put together in `svg`.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::fmt::Write as _;

use egui::epaint::ClippedShape;
use egui::{Pos2, Rect, Vec2};

use crate::progress::ProgressRange;

use super::canvas::{self, Canvas, GroupFrame, Ink, MITER_LIMIT, Paint, Rotation};
use super::glyph_path::{self, GlyphPath, decimal, number, push_decimal};
use super::page::escaped;
use super::text::GlyphRun;
use super::{ExportError, FontFaces, PageSheet};

/// Stands for the prefix of ids until the whole drawing is known; no text of a figure can hold this character.
pub(super) const PREFIX: char = '\u{1}';

/// How words are written.
#[derive(Clone, Copy, Debug)]
pub(super) enum TextMode<'f> {
    /// As text that names its face, for a reader that has it.
    Text,
    /// As the outlines of their letters, each distinct one written once and placed wherever it occurs.
    Outlines(&'f FontFaces),
}

/// The elements of one page as they are gathered.
pub(super) struct Markup<'f> {
    words: TextMode<'f>,
    /// The clip rectangles in use; their place is their number in the ids.
    clips: Vec<Rect>,
    /// The glyphs in use, by weight and number in the face, each with its place in the ids.
    glyphs: BTreeMap<(u16, u32), usize>,
    /// Their outlines, in the order of the ids.
    outlines: String,
    body: String,
}

impl<'f> Markup<'f> {
    /// The elements of all the shapes.
    ///
    /// # Errors
    /// The first shape that cannot be written.
    pub(super) fn of(
        shapes: &[ClippedShape],
        page: &PageSheet,
        words: TextMode<'f>,
        stretch: ProgressRange<'_>,
    ) -> Result<Self, ExportError> {
        let mut markup =
            Self { words, clips: Vec::new(), glyphs: BTreeMap::new(), outlines: String::new(), body: String::new() };
        canvas::put(&mut markup, shapes, page, stretch)?;
        Ok(markup)
    }

    /// The elements and the definitions they refer to. Ids begin with [`PREFIX`].
    pub(super) fn into_body(self) -> Result<String, ExportError> {
        let mut defs = self.outlines;
        for (index, clip) in self.clips.iter().enumerate() {
            defs.push_str(&format!("<clipPath id=\"{PREFIX}c{index}\"><path d=\""));
            glyph_path::rectangle(*clip, 0.into(), 0.0)?.push_data(&mut defs);
            defs.push_str("\"/></clipPath>\n");
        }
        Ok(if defs.is_empty() { self.body } else { format!("<defs>\n{defs}</defs>\n{}", self.body) })
    }

    /// Words as glyphs in the units of their face, scaled to their size. The words themselves stand beside them as a label.
    fn outlined(&mut self, run: &GlyphRun, ink: Ink, faces: &FontFaces) -> Result<(), ExportError> {
        let face = faces.shaping(run.weight)?;
        let scale = run.size / face.units_per_em();
        let (x, y, size, words) = (number(run.start.x)?, number(run.start.y)?, decimal(scale, 7)?, escaped(&run.text));
        let _ = write!(self.body, "<g transform=\"translate({x} {y}) scale({size})\"");
        self.ink("fill", ink);
        let _ = write!(self.body, " aria-label=\"{words}\">");
        for glyph in face.run(run).iter() {
            let next = self.glyphs.len();
            let index = match self.glyphs.entry((run.weight, glyph.id)) {
                Entry::Occupied(known) => *known.get(),
                Entry::Vacant(new) => {
                    let data = face.outline(glyph.id);
                    let _ = writeln!(self.outlines, "<path id=\"{PREFIX}{next}\" d=\"{data}\"/>");
                    *new.insert(next)
                }
            };
            let _ = write!(self.body, "<use xlink:href=\"#{PREFIX}{index}\"");
            for (name, at) in [("x", glyph.x), ("y", glyph.y)] {
                if at != 0 {
                    let _ = write!(self.body, " {name}=\"{at}\"");
                }
            }
            self.body.push_str("/>");
        }
        self.body.push_str("</g>\n");
        Ok(())
    }

    /// Words as text, for a reader that has the face.
    fn set(&mut self, run: &GlyphRun, ink: Ink) -> Result<(), ExportError> {
        let (x, y, size, weight) = (number(run.start.x)?, number(run.start.y)?, number(run.size)?, run.weight);
        let _ = write!(self.body, "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" font-weight=\"{weight}\"");
        if run.spacing != 0.0 {
            let _ = write!(self.body, " letter-spacing=\"{}\"", number(run.spacing)?);
        }
        self.ink("fill", ink);
        let _ = writeln!(self.body, " xml:space=\"preserve\">{}</text>", escaped(&run.text));
        Ok(())
    }

    /// Appends the attributes for fill and stroke.
    fn paint(&mut self, paint: Paint) {
        match paint.fill {
            Some(ink) => self.ink("fill", ink),
            None => self.body.push_str(" fill=\"none\""),
        }
        if let Some((ink, width)) = paint.stroke {
            self.ink("stroke", ink);
            self.body.push_str(" stroke-width=\"");
            push_decimal(&mut self.body, width, 2);
            let _ = write!(self.body, "\" stroke-miterlimit=\"{MITER_LIMIT}\"");
        }
    }

    /// Appends one colour as an attribute, with its opacity where it is not whole.
    fn ink(&mut self, name: &str, Ink { rgb: [r, g, b], alpha }: Ink) {
        let _ = write!(self.body, " {name}=\"#{r:02x}{g:02x}{b:02x}\"");
        if alpha < 255 {
            let _ = write!(self.body, " {name}-opacity=\"");
            push_decimal(&mut self.body, f32::from(alpha) / 255.0, 3);
            self.body.push('"');
        }
    }

    fn turn(&mut self, turn: Option<Rotation>) {
        if let Some(Rotation { degrees, about }) = turn {
            self.body.push_str(" transform=\"rotate(");
            for (value, after) in [(degrees, " "), (about.x, " "), (about.y, ")\"")] {
                push_decimal(&mut self.body, value, 2);
                self.body.push_str(after);
            }
        }
    }
}

impl Canvas for Markup<'_> {
    fn path(&mut self, outline: &GlyphPath, paint: Paint, turn: Option<Rotation>) -> Result<(), ExportError> {
        self.body.push_str("<path d=\"");
        outline.push_data(&mut self.body);
        self.body.push('"');
        self.paint(paint);
        self.turn(turn);
        self.body.push_str("/>\n");
        Ok(())
    }

    fn ellipse(&mut self, center: Pos2, radius: Vec2, paint: Paint, turn: Option<Rotation>) -> Result<(), ExportError> {
        let (x, y, rx, ry) = (number(center.x)?, number(center.y)?, number(radius.x)?, number(radius.y)?);
        let _ = if rx == ry {
            write!(self.body, "<circle cx=\"{x}\" cy=\"{y}\" r=\"{rx}\"")
        } else {
            write!(self.body, "<ellipse cx=\"{x}\" cy=\"{y}\" rx=\"{rx}\" ry=\"{ry}\"")
        };
        self.paint(paint);
        self.turn(turn);
        self.body.push_str("/>\n");
        Ok(())
    }

    fn letters(&mut self, run: &GlyphRun, ink: Ink) -> Result<(), ExportError> {
        match self.words {
            TextMode::Text => self.set(run, ink),
            TextMode::Outlines(faces) => self.outlined(run, ink, faces),
        }
    }

    fn within(
        &mut self,
        frame: GroupFrame,
        inner: &mut dyn FnMut(&mut Self) -> Result<(), ExportError>,
    ) -> Result<(), ExportError> {
        let before = std::mem::take(&mut self.body);
        let put = inner(self);
        let inside = std::mem::replace(&mut self.body, before);
        if inside.is_empty() {
            return put;
        }
        match frame {
            GroupFrame::Unseen => return put,
            GroupFrame::Clip(clip) => {
                let known = self.clips.iter().position(|c| *c == clip);
                let index = known.unwrap_or(self.clips.len());
                if known.is_none() {
                    self.clips.push(clip);
                }
                let _ = write!(self.body, "<g clip-path=\"url(#{PREFIX}c{index})\"");
            }
            GroupFrame::Turn(turn) => {
                self.body.push_str("<g");
                self.turn(Some(turn));
            }
        }
        self.body.extend([">\n", &inside, "</g>\n"]);
        put
    }
}
