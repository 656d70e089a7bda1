//! How large a figure becomes, as it is typed: width, least height and resolution, each with its sentence where it is off.

use crate::export::Preset;
use crate::export::figure::{DOTS_PER_INCH, PageSize, WIDTHS};
pub use crate::export::millimetres;
use crate::export::png::MOST_MEGAPIXELS;
use strum::{EnumCount, VariantArray};

use super::FigureFormat;
use crate::app::settings::Choices;
use crate::say;

/// The word for a size by hand, where a preset could stand.
const BY_HAND: &str = "by-hand";

/// The highest page that can be asked for, in points.
const HIGHEST: f32 = 20_000.0;

/// The narrowest and the widest picture that can be asked for, in pixels.
const PIXELS: std::ops::RangeInclusive<f32> = 100.0..=20_000.0;

/// The resolution of a picture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, EnumCount, VariantArray)]
pub enum Density {
    /// A pixel a point, 96 to the inch.
    Once,
    /// Two pixels a point, 192 to the inch.
    #[default]
    Twice,
    /// 300 dots to the inch, as printers ask for.
    Print,
    /// As many as make a width in pixels.
    Pixels,
}

impl Density {
    /// Every resolution.
    pub const ALL: [Self; Self::COUNT] = every!();

    /// The words on screen.
    pub fn label(self) -> &'static str {
        match self {
            Self::Once => say!("save-figure-density-once"),
            Self::Twice => say!("save-figure-density-twice"),
            Self::Print => say!("save-figure-density-print"),
            Self::Pixels => say!("save-figure-density-pixels"),
        }
    }

    fn keyword(self) -> &'static str {
        match self {
            Self::Once => "1x",
            Self::Twice => "2x",
            Self::Print => "300dpi",
            Self::Pixels => "pixels",
        }
    }
}

/// A size as it is typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sizing {
    /// What the figure is for, which says all of its size; `None` for the size that follows.
    pub preset: Option<Preset>,
    /// Width of the page in points.
    pub width: String,
    /// Least height of the page in points; empty for as tall as it needs.
    pub height: String,
    /// The resolution of pictures.
    pub density: Density,
    /// Width of pictures in pixels; counts for [`Density::Pixels`] only.
    pub pixels: String,
}

impl Default for Sizing {
    fn default() -> Self {
        let width = PageSize::default().width.to_string();
        Self { preset: None, width, height: String::new(), density: Density::default(), pixels: "1600".to_owned() }
    }
}

/// What is off about a size, a sentence a field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SizeFaults {
    /// About the width.
    pub width: Option<String>,
    /// About the height.
    pub height: Option<String>,
    /// About the width in pixels.
    pub pixels: Option<String>,
}

impl SizeFaults {
    /// The first sentence, if any.
    pub fn first(&self) -> Option<&str> {
        [&self.width, &self.height, &self.pixels].into_iter().find_map(|fault| fault.as_deref())
    }
}

impl Sizing {
    /// The sheet that is asked for in this format.
    ///
    /// # Errors
    /// A sentence for each field that is off. Tables have no size, and none of their fields is looked at.
    pub fn sheet(&self, format: FigureFormat) -> Result<PageSize, SizeFaults> {
        if !format.has_size() {
            return Ok(PageSize::default());
        }
        if let Some(preset) = self.preset {
            return Ok(preset.page());
        }
        let width =
            number(&self.width, &WIDTHS).map_err(|(least, most)| say!("save-figure-width", least = least, most = most));
        let height = match self.height.trim() {
            "" => Ok(0.0),
            text => number(text, &(1.0..=HIGHEST))
                .map_err(|(least, most)| say!("save-figure-height", least = least, most = most)),
        };
        let pixels = match self.density {
            Density::Pixels if format.has_pixels() => number(&self.pixels, &PIXELS)
                .map(Some)
                .map_err(|(least, most)| say!("save-figure-pixels", least = least, most = most)),
            Density::Once | Density::Twice | Density::Print | Density::Pixels => Ok(None),
        };
        match (width, height, pixels) {
            (Ok(width), Ok(least_height), Ok(pixels)) => {
                let scale = match self.density {
                    Density::Once => 1.0,
                    Density::Twice => 2.0,
                    Density::Print => 300.0 / DOTS_PER_INCH,
                    Density::Pixels => pixels.map_or(1.0, |pixels| pixels.round() / width),
                };
                Ok(PageSize { width, least_height, scale, preset: None })
            }
            (width, height, pixels) => {
                Err(SizeFaults { width: width.err(), height: height.err(), pixels: pixels.err() })
            }
        }
    }

    /// What was remembered; the defaults where it says nothing.
    pub fn of(choices: &Choices) -> Self {
        let usual = Self::default();
        let or = |text: &str, usual: String| if text.trim().is_empty() { usual } else { text.to_owned() };
        Self {
            preset: Preset::of_word(&choices.preset),
            width: or(&choices.width, usual.width),
            height: choices.height.clone(),
            density: Density::ALL.into_iter().find(|d| d.keyword() == choices.density).unwrap_or_default(),
            pixels: or(&choices.pixels, usual.pixels),
        }
    }

    /// Puts it among what is remembered.
    pub fn keep(&self, choices: &mut Choices) {
        self.preset.map_or(BY_HAND, Preset::keyword).clone_into(&mut choices.preset);
        self.width.trim().clone_into(&mut choices.width);
        self.height.trim().clone_into(&mut choices.height);
        self.density.keyword().clone_into(&mut choices.density);
        self.pixels.trim().clone_into(&mut choices.pixels);
    }
}

/// Columns and rows of a picture of a page at this scale.
///
/// # Errors
/// A sentence where there are more pixels than a picture may have.
pub fn pixels(page: egui::Vec2, scale: f32) -> Result<[u64; 2], String> {
    let whole = |length: f32| (length * scale).round() as u64;
    let size = [whole(page.x), whole(page.y)];
    let [columns, rows] = size;
    if columns.saturating_mul(rows) > MOST_MEGAPIXELS * 1_000_000 {
        let most = MOST_MEGAPIXELS;
        return Err(say!(
            "save-figure-too-large",
            columns = columns.to_string(),
            rows = rows.to_string(),
            most = most.to_string()
        ));
    }
    Ok(size)
}

/// The number as typed; the least and the most, as text, where it is none between them.
fn number(text: &str, range: &std::ops::RangeInclusive<f32>) -> Result<f32, (String, String)> {
    let number = text.trim().parse::<f32>().ok().filter(|number| range.contains(number));
    number.ok_or_else(|| (range.start().to_string(), range.end().to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of_width(width: &str) -> Sizing {
        Sizing { width: width.to_owned(), ..Sizing::default() }
    }

    #[track_caller]
    fn assert_near(number: f32, expected: f32) {
        assert!((number - expected).abs() < 1e-4, "{number} for {expected}");
    }

    #[test]
    fn a_width_that_is_none_is_a_sentence() {
        for width in ["0", "100000", "", "abc", "NaN", "inf", "-5", "1e9", "1,000", "🏛"] {
            let faults = of_width(width).sheet(FigureFormat::Svg).unwrap_err();
            assert_eq!(
                faults.width.as_deref(),
                Some("Write a width from 320 to 6000 points, such as 1000."),
                "{width}"
            );
            assert!(of_width(width).sheet(FigureFormat::Csv).is_ok(), "a table has no width");
        }
        assert_near(of_width(" 700 ").sheet(FigureFormat::Svg).unwrap().width, 700.0);
    }

    #[test]
    fn an_empty_height_is_as_tall_as_the_figure_needs() {
        assert_near(Sizing::default().sheet(FigureFormat::Pdf).unwrap().least_height, 0.0);
        let low = Sizing { height: "0".to_owned(), ..Sizing::default() };
        assert!(low.sheet(FigureFormat::Pdf).unwrap_err().height.is_some());
    }

    #[test]
    fn three_hundred_dots_an_inch_and_a_width_in_pixels_are_scales() {
        let print = Sizing { density: Density::Print, ..Sizing::default() };
        assert_near(print.sheet(FigureFormat::Png).unwrap().scale, 3.125);
        let wide = Sizing { density: Density::Pixels, pixels: "1601".to_owned(), ..of_width("777") };
        let sheet = wide.sheet(FigureFormat::Png).unwrap();
        assert_eq!(pixels(egui::vec2(777.0, 400.0), sheet.scale).unwrap()[0], 1601);
        let none = Sizing { pixels: "0".to_owned(), ..wide };
        assert!(none.sheet(FigureFormat::Png).unwrap_err().pixels.is_some());
        assert!(none.sheet(FigureFormat::Svg).is_ok(), "a drawing has no pixels");
    }

    #[test]
    fn a_page_of_96_points_is_an_inch() {
        assert_near(millimetres(96.0), 25.4);
    }

    #[test]
    fn too_many_pixels_are_told_before_they_are_painted() {
        assert!(pixels(egui::vec2(6000.0, 6000.0), 3.125).unwrap_err().contains("18750 × 18750"));
    }

    #[test]
    fn what_is_remembered_comes_back_and_nonsense_is_the_default() {
        let sizing = Sizing { density: Density::Print, height: "500".to_owned(), ..of_width("640") };
        let mut choices = Choices::default();
        sizing.keep(&mut choices);
        assert_eq!(Sizing::of(&choices), sizing);
        let other = Choices { density: "huge".to_owned(), ..Choices::default() };
        assert_eq!(Sizing::of(&other), Sizing::default());
    }
}
