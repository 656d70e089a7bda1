//! The sheet a figure is drawn on, and the words that travel inside its file.

/// The sheet that the shapes stand on. Its top left corner is the origin of the shapes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PageSheet {
    /// Width and height in points (one point is one CSS pixel, 1/96 inch).
    pub size: egui::Vec2,
    /// The colour of the sheet; a wholly transparent one is not drawn.
    pub background: egui::Color32,
    /// How many times as large it comes out, with all that stands on it; above 0.
    pub zoom: f32,
    /// The unit in which a drawing names its size.
    pub unit: LengthUnit,
}

/// The unit in which a drawing names its size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LengthUnit {
    /// Of CSS, 96 to the inch.
    Pixels,
    /// For paper: programs that take a pixel for another length than 1/96 inch keep the size as well.
    Millimetres,
}

impl PageSheet {
    /// The sheet that comes out as it was laid out.
    pub fn of(size: egui::Vec2, background: egui::Color32) -> Self {
        Self { size, background, zoom: 1.0, unit: LengthUnit::Pixels }
    }

    /// Width and height as they come out, in points.
    pub fn comes_out(&self) -> egui::Vec2 {
        self.size * self.zoom
    }
}

/// What a file says about itself to people who cannot see the picture, and to catalogues.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// The figure's headline; one line.
    pub title: String,
    /// The alternative text made from the figure's data; may have several lines.
    pub description: String,
}

/// The text without the characters that neither XML nor PNG text may hold (controls other than tab and line feed).
pub(super) fn printable(text: &str) -> String {
    let allowed = |c: &char| match *c {
        '\t' | '\n' => true,
        '\u{fffe}' | '\u{ffff}' => false,
        other => !other.is_control(),
    };
    text.chars().filter(allowed).collect()
}

/// The text as it stands between XML tags or within double quotes.
pub(super) fn escaped(text: &str) -> String {
    printable(text).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_in_a_title_is_told_as_text() {
        assert_eq!(escaped("A & B <\"c\">"), "A &amp; B &lt;&quot;c&quot;&gt;");
    }

    #[test]
    fn characters_that_would_break_the_file_are_left_out() {
        assert_eq!(escaped("one\u{0}two\u{1b}[0m\nthree"), "onetwo[0m\nthree");
    }
}
