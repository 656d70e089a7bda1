//! The sheet a figure is drawn on, and the words that travel inside its file.

/// The sheet that the shapes stand on. Its top left corner is the origin of the shapes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PageSheet {
    /// Width and height in points (one point is one CSS pixel, 1/96 inch).
    pub size: egui::Vec2,
    /// The colour of the sheet; a wholly transparent one is not drawn.
    pub background: egui::Color32,
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
