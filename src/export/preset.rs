//! What a figure is saved for, and what follows from it: its size as it comes out, its margin, and in which widths it is laid out.
//!
//! A figure is laid out anew for each of them, with type of one size to begin with, and comes out a little larger or smaller as a
//! whole: that decides how large the type is on paper or on a slide. So a narrow page is never a wide one that was shrunk.

use strum::{EnumCount, VariantArray};

use crate::say;
use crate::theme::Type;

use super::figure::{DOTS_PER_INCH, PageSize};
use super::page::LengthUnit;

/// Millimetres, and points of a printer, to the inch.
const MILLIMETRES: f32 = 25.4;
const PRINTERS_POINTS: f32 = 72.0;

/// Pixels a point for what is printed: 300 dots to the inch.
const PRINT: f32 = 300.0 / DOTS_PER_INCH;

/// How high a page of a PDF is on paper, in millimetres: A4 without its margins.
const TALLEST: f32 = 240.0;

/// The widths of a slide in which a figure is laid out, in points, those with the largest type first. Each is 16 × 9 in whole points.
const SLIDES: [f32; 9] = [640.0, 720.0, 800.0, 880.0, 960.0, 1056.0, 1152.0, 1280.0, 1440.0];

/// Type on a slide that can be read at the back of a room, in points of a printer on a slide 13.3 inches wide.
pub const LEGIBLE_ON_A_SLIDE: f32 = 12.0;

/// What a figure is saved for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumCount, VariantArray)]
pub enum Preset {
    /// As wide as the text of a page of a paper.
    Page,
    /// One of two beside each other on a page.
    Half,
    /// A slide of 16 to 9.
    Slide,
    /// A page on the web.
    Web,
}

/// Words of a preset, looked up when they are asked for.
type PresetWords = fn() -> &'static str;

/// What is known of one preset.
struct PresetFacts {
    /// Its word on the command line and in the settings.
    keyword: &'static str,
    label: PresetWords,
    note: PresetWords,
    /// What the line below the preview says of it.
    remark: PresetWords,
    /// Width as it comes out, in points.
    width: f32,
    /// The unit in which a drawing names its size.
    unit: LengthUnit,
    /// Pixels a point, for pictures.
    scale: f32,
    /// Space around the figure as it is laid out, in points.
    margin: f32,
    /// The widths in which it is laid out, in points, the one to try first coming first.
    widths: Vec<f32>,
    /// Height of every page, or of the pages of a PDF that has several, as a share of the width.
    pages: PagesOf,
}

/// How high pages are, each as a share of its width.
enum PagesOf {
    /// Each just as high.
    Slides(f32),
    /// As high as the figure needs; in a PDF no higher than this.
    Paper(f32),
}

/// A length in points of so many millimetres.
fn points(millimetres: f32) -> f32 {
    millimetres / MILLIMETRES * DOTS_PER_INCH
}

/// Points as millimetres on paper.
pub fn millimetres(points: f32) -> f32 {
    points / DOTS_PER_INCH * MILLIMETRES
}

/// The width in which a page is laid out that comes out `width` wide, both in points, with the smallest type of this size, in points of a
/// printer.
fn with_type(width: f32, smallest: f32) -> f32 {
    width * printers_points(Type::Small.size()) / smallest
}

/// Points of this application as points of a printer, 72 to the inch.
pub fn printers_points(points: f32) -> f32 {
    points / DOTS_PER_INCH * PRINTERS_POINTS
}

impl Preset {
    /// Every preset.
    pub const ALL: [Self; Self::COUNT] = every!();

    /// All that differs between presets.
    fn facts(self) -> PresetFacts {
        match self {
            Self::Page => PresetFacts {
                keyword: "page",
                label: || say!("save-figure-preset-page"),
                note: || say!("save-figure-preset-page.note"),
                remark: || say!("save-figure-preset-page.remark"),
                width: points(160.0),
                unit: LengthUnit::Millimetres,
                scale: PRINT,
                margin: 10.0,
                widths: vec![with_type(points(160.0), 8.5)],
                pages: PagesOf::Paper(TALLEST / 160.0),
            },
            Self::Half => PresetFacts {
                keyword: "half",
                label: || say!("save-figure-preset-half"),
                note: || say!("save-figure-preset-half.note"),
                remark: || say!("save-figure-preset-half.remark"),
                width: points(78.0),
                unit: LengthUnit::Millimetres,
                scale: PRINT,
                margin: 9.0,
                widths: vec![with_type(points(78.0), 8.1)],
                pages: PagesOf::Paper(TALLEST / 78.0),
            },
            Self::Slide => PresetFacts {
                keyword: "slide",
                label: || say!("save-figure-preset-slide"),
                note: || say!("save-figure-preset-slide.note"),
                remark: || say!("save-figure-preset-slide.remark"),
                width: 1280.0,
                unit: LengthUnit::Pixels,
                scale: 2.0,
                margin: 20.0,
                widths: SLIDES.to_vec(),
                pages: PagesOf::Slides(9.0 / 16.0),
            },
            Self::Web => PresetFacts {
                keyword: "web",
                label: || say!("save-figure-preset-web"),
                note: || say!("save-figure-preset-web.note"),
                remark: || say!("save-figure-preset-web.remark"),
                width: 700.0,
                unit: LengthUnit::Pixels,
                scale: 2.0,
                margin: 12.0,
                widths: vec![700.0],
                pages: PagesOf::Paper(TALLEST / 160.0),
            },
        }
    }

    /// Its word on the command line and in the settings.
    pub fn keyword(self) -> &'static str {
        self.facts().keyword
    }

    /// The preset of a word; `None` for any other word.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|preset| preset.keyword() == word)
    }

    /// What it is called.
    pub fn label(self) -> &'static str {
        (self.facts().label)()
    }

    /// What it is, in a few words.
    pub fn note(self) -> &'static str {
        (self.facts().note)()
    }

    /// What was done to the figure for it, as a sentence.
    pub fn remark(self) -> &'static str {
        (self.facts().remark)()
    }

    /// Width as it comes out, in points.
    pub fn width(self) -> f32 {
        self.facts().width
    }

    /// The page that is tried first.
    pub fn page(self) -> PageSize {
        let facts = self.facts();
        let width = facts.widths.first().copied().unwrap_or(facts.width);
        self.in_width(width, PageSize { scale: facts.scale, preset: Some(self), ..PageSize::USUAL })
    }

    /// The pages that are tried after each other, of the scale and the least height of `page`: those with the largest type first.
    pub(super) fn pages(self, page: PageSize) -> Vec<PageSize> {
        self.facts().widths.into_iter().map(|width| self.in_width(width, page)).collect()
    }

    fn in_width(self, width: f32, page: PageSize) -> PageSize {
        // The least height stays that of what comes out.
        let least_height = self.slide_height(width).unwrap_or(page.least_height * width / page.width);
        PageSize { width, least_height, preset: Some(self), ..page }
    }

    /// Space around the figure as it is laid out, in points.
    pub(super) fn margin(self) -> f32 {
        self.facts().margin
    }

    /// The unit in which a drawing names its size.
    pub(super) fn unit(self) -> LengthUnit {
        self.facts().unit
    }

    /// Whether every page has the proportions of a slide.
    pub fn is_slide(self) -> bool {
        self.slide_height(1.0).is_some()
    }

    /// The height beyond which it stands on no page of a paper or on no slide, in points as it comes out; without end on the web.
    pub fn tallest(self) -> f32 {
        match self {
            Self::Page | Self::Half | Self::Slide => self.page_height(self.width()) + 1.0,
            Self::Web => f32::INFINITY,
        }
    }

    /// The height of a slide that is laid out in this width, both in points; `None` where pages are as high as they need to be.
    fn slide_height(self, width: f32) -> Option<f32> {
        match self.facts().pages {
            PagesOf::Slides(share) => Some((width * share).round()),
            PagesOf::Paper(_) => None,
        }
    }

    /// The height of the pages of a PDF that is laid out in this width, both in points.
    pub(super) fn page_height(self, width: f32) -> f32 {
        match self.facts().pages {
            PagesOf::Slides(share) => (width * share).round(),
            PagesOf::Paper(share) => (width * share).floor(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_slide_is_sixteen_to_nine_in_whole_points() {
        for page in Preset::Slide.pages(Preset::Slide.page()) {
            assert!((page.width * 9.0 - page.least_height * 16.0).abs() < 1e-3, "{page:?}");
        }
    }

    #[test]
    fn a_word_leads_back_to_its_preset() {
        for preset in Preset::ALL {
            assert_eq!(Preset::of_word(preset.keyword()), Some(preset));
        }
        assert_eq!(Preset::of_word("poster"), None);
    }
}
