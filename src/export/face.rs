//! The two faces the application brings, for reading text in an SVG: the same files that egui lays the text out with.
//!
//! Fonts of the machine are never looked at, so that a figure is the same everywhere.

use std::sync::Arc;

use egui::FontFamily;
use usvg::fontdb;

use super::ExportError;

/// The name of the egui font family that holds the bold face. The regular one is [`FontFamily::Proportional`].
pub const BOLD_FAMILY: &str = "bold";

/// The family name inside both font files.
pub(super) const FACE_NAME: &str = "Noto Sans";

/// The application's own faces as a font database; cheap to clone.
#[derive(Clone, Debug)]
pub struct FontFaces {
    database: Arc<fontdb::Database>,
}

impl FontFaces {
    /// Reads the faces that are built into the program.
    pub fn new() -> Self {
        let mut database = fontdb::Database::new();
        database.load_font_data(notosans::REGULAR_TTF.to_vec());
        database.load_font_data(notosans::BOLD_TTF.to_vec());
        Self { database: Arc::new(database) }
    }

    /// The options an SVG with text is read with: these faces and no others.
    pub(super) fn options(&self) -> usvg::Options<'static> {
        usvg::Options {
            font_family: FACE_NAME.to_owned(),
            languages: vec!["en-GB".to_owned(), "en".to_owned()],
            fontdb: Arc::clone(&self.database),
            ..usvg::Options::default()
        }
    }
}

impl Default for FontFaces {
    fn default() -> Self {
        Self::new()
    }
}

/// The weight (CSS font-weight) that stands for an egui family.
///
/// # Errors
/// Any family but the two of the application, because its face would not be in the file.
pub(super) fn weight_of(family: &FontFamily) -> Result<u16, ExportError> {
    match family {
        FontFamily::Proportional => Ok(400),
        FontFamily::Name(name) if &**name == BOLD_FAMILY => Ok(700),
        other => Err(ExportError::shape(format!("text in the font family “{other}”"))),
    }
}
