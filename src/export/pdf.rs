//! A drawing as PDF: vector, text that can be selected and searched, tagged for screen readers, PDF/UA-1 where the letters allow it.
//!
//! Each part of the page is drawn by itself, in reading order, so that a heading is a heading, a note is a paragraph and the
//! picture between them carries its alternative text. The file holds no date and no random number: the same parts give the
//! same bytes. Left out: what stands on which page, which is decided elsewhere. Bookmarks and the tags of contents are made in
//! [`super::pdf_headings`].

use std::num::NonZeroU16;

use egui::epaint::ClippedShape;
use egui::{Color32, Rect};
use krilla::configure::{Accessibility, Configuration, ConfigurationBuilder, ValidationError};
use krilla::error::KrillaError;
use krilla::geom::{Rect as PdfRect, Size, Transform};
use krilla::metadata::Metadata;
use krilla::page::PageSettings;
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, BBox, ContentTag, SpanTag, Tag, TagGroup, TagKind, TagTree};
use krilla::{Document, SerializeSettings};
use krilla_svg::{SurfaceExt as _, SvgSettings};

use crate::progress::ProgressRange;
use crate::say;
use crate::words::letters::is_unseen;

use super::canvas::bounds_of;
use super::page::printable;
use super::pdf_headings::{Bookmarks, Contents, link};
use super::svg::tree_from_shapes;
use super::{About, ExportError, FontFaces, PageSheet};

/// A point here is a CSS pixel, 1/96 inch; one of PDF is 1/72 inch.
pub(super) const PDF_POINTS: f32 = 72.0 / 96.0;

/// The longest side of a PDF page, in points of this application: 200 inches, where readers stop.
pub const LONGEST_SIDE: f32 = 19_200.0;

/// The share of making a PDF that is turning its pages into trees, and the share of the rest that is drawing these.
const PRESSING: f32 = 0.5;
const DRAWN: f32 = 0.8;

/// The language of everything that the application writes.
const LANGUAGE: &str = "en-GB";

/// One page.
#[derive(Clone, Debug)]
pub struct PdfPage {
    /// Its size and ground.
    pub page: PageSheet,
    /// What stands on it, in reading order.
    pub parts: Vec<TaggedPart>,
}

/// A part of the page with what it is to a screen reader. Parts stand in reading order.
#[derive(Clone, Debug)]
pub struct TaggedPart {
    /// What it is.
    pub role: PartRole,
    /// Its shapes.
    pub shapes: Vec<ClippedShape>,
}

/// What a part of the page is to a screen reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PartRole {
    /// The headline, with its words.
    Heading(String),
    /// A heading of this level below it, from 2 on, with its words.
    Subheading(u16, String),
    /// A paragraph, with its words: drawn over several lines, read as one.
    Paragraph(String),
    /// A picture, with its alternative text.
    Picture(String),
    /// A line of the contents, with what it names and the page that it leads to, counted from 0.
    Entry(String, usize),
    /// The number of the page, which a screen reader tells by itself.
    Folio,
}

impl PartRole {
    /// What it says; nothing of the number of a page.
    pub fn words(&self) -> &str {
        match self {
            Self::Heading(words)
            | Self::Subheading(_, words)
            | Self::Paragraph(words)
            | Self::Picture(words)
            | Self::Entry(words, _) => words,
            Self::Folio => "",
        }
    }
}

/// A finished PDF.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pdf {
    /// The file.
    pub bytes: Vec<u8>,
    /// What it claims to be.
    pub conformance: Conformance,
}

/// What a PDF claims to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Conformance {
    /// Checked by the writer against PDF/UA-1 as far as a program can, and marked as such.
    PdfUa1,
    /// Tagged with the same structure, but not marked as PDF/UA-1.
    Tagged {
        /// What stood in the way, in words: "the built-in face has no letter for “…”".
        why: String,
    },
}

impl Conformance {
    /// What the reader should be told; `None` where all is as it should be.
    pub fn remark(&self) -> Option<String> {
        match self {
            Self::PdfUa1 => None,
            Self::Tagged { why } => Some(say!("export-pdf-tagged", why = why.as_str())),
        }
    }
}

/// Writes the pages as a PDF.
///
/// Where the drawing breaks a rule of PDF/UA-1 that krilla checks (a letter that the built-in face does not have), the file is
/// written without that mark and [`Pdf::conformance`] says why.
///
/// # Errors
/// A page without size or longer than [`LONGEST_SIDE`], and shapes that can't be written as they look.
pub fn pdf_from_leaves(
    leaves: &[PdfPage],
    fonts: &FontFaces,
    about: &About,
    stretch: ProgressRange<'_>,
) -> Result<Pdf, ExportError> {
    let pressing = stretch.part(0.0..PRESSING);
    let pressed = leaves.iter().enumerate().map(|(nth, leaf)| {
        let leaf = Rendered::of(leaf, fonts, pressing.step(nth, leaves.len()))?;
        pressing.report(nth + 1, leaves.len())?;
        Ok(leaf)
    });
    let leaves = pressed.collect::<Result<Vec<_>, ExportError>>()?;
    let sheet = PdfWriter { leaves, about, stretch: stretch.part(PRESSING..1.0) };
    let accessible = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1).finish();
    match accessible.map_err(|error| ExportError::Pdf { why: format!("{error:?}") }).and_then(|c| sheet.write(c))? {
        Ok(bytes) => Ok(Pdf { bytes, conformance: Conformance::PdfUa1 }),
        Err(KrillaError::Validation(broken)) => {
            let reasons = reasons(broken.iter().map(|(error, _)| error));
            let bytes = sheet.write(Configuration::default())?.map_err(|error| refused(&error))?;
            Ok(Pdf { bytes, conformance: Conformance::Tagged { why: reasons.join(say!("list-semicolon")) } })
        }
        Err(error) => Err(refused(&error)),
    }
}

fn refused(error: &KrillaError) -> ExportError {
    ExportError::Pdf { why: error.to_string() }
}

/// The rules of PDF/UA-1 that were broken, in words, each once; letters that are missing are named together.
fn reasons<'e>(broken: impl Iterator<Item = &'e ValidationError>) -> Vec<String> {
    let (mut letters, mut reasons): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
    for error in broken {
        #[expect(clippy::wildcard_enum_match_arm, reason = "the rules are those of the PDF writer")]
        let (list, words) = match error {
            ValidationError::ContainsNotDefGlyph(_, _, text) if text.chars().all(is_unseen) => continue,
            ValidationError::ContainsNotDefGlyph(_, _, text) => (&mut letters, quoted(text)),
            other => (&mut reasons, reason(other)),
        };
        if !list.contains(&words) {
            list.push(words);
        }
    }
    if !letters.is_empty() {
        reasons.push(say!("export-pdf-no-letter", letters = letters.join(say!("list-comma"))));
    }
    reasons
}

fn quoted(letter: &str) -> String {
    format!("\u{201c}{letter}\u{201d}")
}

/// A rule of PDF/UA-1 that was broken, in words.
fn reason(error: &ValidationError) -> String {
    #[expect(clippy::wildcard_enum_match_arm, reason = "the rules are those of the PDF writer")]
    match error {
        ValidationError::ContainsNotDefGlyph(_, _, text) => say!("export-pdf-no-letter", letters = quoted(text)),
        ValidationError::NoCodepointMapping(..) | ValidationError::InvalidCodepointMapping(..) => {
            say!("export-pdf-no-character").to_owned()
        }
        ValidationError::MissingAltText(_) => say!("export-pdf-no-alternative").to_owned(),
        ValidationError::NoDocumentTitle | ValidationError::MissingHeadingTitle => {
            say!("export-pdf-no-title").to_owned()
        }
        other => say!("export-pdf-other", what = format!("{other:?}")),
    }
}

/// A page whose parts have become trees.
struct Rendered<'a> {
    ground: usvg::Tree,
    trees: Vec<(&'a TaggedPart, usvg::Tree)>,
    page: PageSheet,
}

impl<'a> Rendered<'a> {
    fn of(leaf: &'a PdfPage, fonts: &FontFaces, stretch: ProgressRange<'_>) -> Result<Self, ExportError> {
        let page = leaf.page;
        let longest = page.comes_out().max_elem();
        if longest > LONGEST_SIDE {
            return Err(ExportError::PageTooLong { length: longest, limit: LONGEST_SIDE });
        }
        let bare = PageSheet { background: Color32::TRANSPARENT, ..page };
        let ground = tree_from_shapes(&[], &page, fonts, stretch.part(0.0..0.0))?;
        // Nearly all of the shapes stand in one part, the picture; reading them back as a tree takes longer than writing them.
        let quiet = stretch.part(0.0..0.0);
        let trees = leaf.parts.iter().map(|part| Ok((part, tree_from_shapes(&part.shapes, &bare, fonts, quiet)?)));
        Ok(Self { ground, trees: trees.collect::<Result<_, ExportError>>()?, page })
    }
}

/// All that one writing needs.
struct PdfWriter<'a> {
    leaves: Vec<Rendered<'a>>,
    about: &'a About,
    stretch: ProgressRange<'a>,
}

impl PdfWriter<'_> {
    /// The bytes, or what krilla has against them.
    fn write(&self, configuration: Configuration) -> Result<Result<Vec<u8>, KrillaError>, ExportError> {
        let mut document = Document::new_with(SerializeSettings { configuration, ..SerializeSettings::default() });
        let title = one_line(&self.about.title);
        let mut tags = TagTree::new().with_lang(Some(LANGUAGE.to_owned()));
        let mut bookmarks = Bookmarks::default();
        let mut contents = Contents::default();
        for (number, leaf) in self.leaves.iter().enumerate() {
            self.stretch.part(0.0..DRAWN).report(number, self.leaves.len())?;
            let scale = PDF_POINTS * leaf.page.zoom;
            let (width, height) = (leaf.page.size.x * scale, leaf.page.size.y * scale);
            let Some(settings) = PageSettings::from_wh(width, height) else { continue };
            let mut page = document.start_page_with(settings);
            let mut surface = page.surface();
            surface.push_transform(&Transform::from_scale(scale, scale));
            let area = PdfRect::from_xywh(0.0, 0.0, width, height);
            surface.start_tagged(ContentTag::Artifact(Artifact::new(ArtifactType::Background, area)));
            draw(&mut surface, &leaf.ground);
            surface.end_tagged();
            let mut drawn = Vec::with_capacity(leaf.trees.len());
            for (part, tree) in &leaf.trees {
                let content = match part.role {
                    PartRole::Picture(_) => ContentTag::Other,
                    PartRole::Folio => ContentTag::Artifact(Artifact::with_kind(ArtifactType::PageNumber)),
                    PartRole::Heading(_) | PartRole::Subheading(..) | PartRole::Paragraph(_) | PartRole::Entry(..) => {
                        ContentTag::Span(SpanTag::empty())
                    }
                };
                drawn.push((part, surface.start_tagged(content)));
                draw(&mut surface, tree);
                surface.end_tagged();
            }
            surface.pop();
            surface.finish();
            for (part, content) in drawn {
                if let PartRole::Entry(words, to) = &part.role {
                    let area = place_of(part, leaf.page).filter(|_| *to < self.leaves.len());
                    let link = area.map(|area| page.add_tagged_annotation(link(area, *to, words)));
                    contents.add(one_line(words), content, link);
                    continue;
                }
                contents.end(&mut tags);
                let Some(tag) = tag(part, number, leaf.page) else { continue };
                let mut group = TagGroup::new(tag);
                group.push(content);
                tags.push(group);
                bookmarks.take(part, number, place_of(part, leaf.page).map_or(0.0, |area| area.top()));
            }
        }
        contents.end(&mut tags);
        let outline = bookmarks.into_outline(&title);
        document.set_outline(outline);
        document.set_tag_tree(tags);
        document.set_metadata(
            Metadata::new()
                .title(title)
                .description(printable(&self.about.description))
                .language(LANGUAGE.to_owned())
                .creator("Side by Side".to_owned()),
        );
        self.stretch.report(1, 1)?;
        Ok(document.finish())
    }
}

/// A part's tag on a page, counted from 0; `None` of what a screen reader does not come to, and of what is tagged with its neighbours.
fn tag(part: &TaggedPart, number: usize, page: PageSheet) -> Option<TagKind> {
    let heading = |level, words: &String| {
        let words = one_line(words);
        Tag::Hn(level, Some(words.clone())).with_actual_text(Some(words)).into()
    };
    match &part.role {
        PartRole::Heading(words) => Some(heading(NonZeroU16::MIN, words)),
        PartRole::Subheading(level, words) => Some(heading(NonZeroU16::new(*level).unwrap_or(NonZeroU16::MIN), words)),
        // The lines of a paragraph have no space between them; read as one string, their words stay apart.
        PartRole::Paragraph(words) => Some(Tag::P.with_actual_text(Some(printable(words))).into()),
        PartRole::Picture(alt) => {
            let area = place_of(part, page);
            Some(Tag::Figure(Some(printable(alt))).with_bbox(area.map(|area| BBox::new(number, area))).into())
        }
        PartRole::Entry(..) | PartRole::Folio => None,
    }
}

/// Where a part stands on its page, in points of PDF from the upper left corner; `None` where nothing of it is seen.
fn place_of(part: &TaggedPart, page: PageSheet) -> Option<PdfRect> {
    let area = part
        .shapes
        .iter()
        .fold(Rect::NOTHING, |area, clipped| area.union(bounds_of(&clipped.shape).intersect(clipped.clip_rect)));
    let area = area.intersect(Rect::from_min_size(egui::Pos2::ZERO, page.size));
    if !area.is_positive() {
        return None;
    }
    let scale = PDF_POINTS * page.zoom;
    let (at, size) = (area.min * scale, area.size() * scale);
    PdfRect::from_xywh(at.x, at.y, size.x, size.y)
}

fn draw(surface: &mut Surface<'_>, tree: &usvg::Tree) {
    let size = tree.size();
    if let Some(size) = Size::from_wh(size.width(), size.height()) {
        // krilla-svg always draws: `None` stands for nothing in this release.
        let _ = surface.draw_svg(tree, size, SvgSettings::default());
    }
}

/// Titles stand in one line, in a window's frame and in an outline.
pub(super) fn one_line(text: &str) -> String {
    printable(text).split_whitespace().collect::<Vec<_>>().join(" ")
}
