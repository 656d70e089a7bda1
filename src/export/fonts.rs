//! The two faces the application brings, for laying text out without a window and for writing it as SVG: the same files that
//! the window uses.
//!
//! Fonts of the machine are never looked at, so that a figure is the same everywhere.

use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use egui::{Context, FontData, FontDefinitions, FontFamily, FontTweak};
use usvg::fontdb;

use crate::say;

use super::ExportError;
use super::glyphs::Glyphs;
use super::shaping::{Shaping, without_outlines};

/// The name of the egui font family that holds the bold face. The regular one is [`FontFamily::Proportional`].
pub const BOLD_FAMILY: &str = "bold";

/// CSS font-weights of the two.
const REGULAR_WEIGHT: u16 = 400;
const BOLD_WEIGHT: u16 = 700;

/// The family name inside both font files.
pub(super) const FACE_NAME: &str = "Noto Sans";

/// At most so many letters that are missing are named.
const MOST_NAMED: usize = 12;

/// Where words stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Medium {
    /// In the application's own faces.
    Drawing,
    /// In the faces of whatever program opens the file.
    Workbook,
}

/// The application's own faces, read once; cheap to clone, and shared between threads.
#[derive(Clone, Debug)]
pub struct FontFaces {
    faces: Arc<Faces>,
}

#[derive(Debug)]
struct Faces {
    /// As SVG with text is read with; made when it is first asked for, because only PDF needs it.
    database: OnceLock<Arc<fontdb::Database>>,
    regular: Option<Shaping>,
    bold: Option<Shaping>,
    /// Letters that were painted before.
    glyphs: Mutex<Glyphs>,
}

impl FontFaces {
    /// Reads the faces that are built into the program.
    pub fn new() -> Self {
        let (regular, bold) = (Shaping::of(notosans::REGULAR_TTF), Shaping::of(notosans::BOLD_TTF));
        Self { faces: Arc::new(Faces { database: OnceLock::new(), regular, bold, glyphs: Mutex::default() }) }
    }

    /// The face of a weight of [`weight_of`].
    ///
    /// # Errors
    /// Where the built-in file is damaged; a test makes sure that it is not.
    pub(super) fn shaping(&self, weight: u16) -> Result<&Shaping, ExportError> {
        let face = if weight == BOLD_WEIGHT { &self.faces.bold } else { &self.faces.regular };
        face.as_ref().ok_or_else(|| ExportError::shape(say!("export-shape-face-unreadable")))
    }

    /// What is to be said of letters that neither face has; `None` where they have all.
    pub(super) fn remark_on<'t>(&self, texts: impl Iterator<Item = &'t str>, medium: Medium) -> Option<String> {
        let face = self.faces.regular.as_ref()?;
        let mut lacking: Vec<char> = Vec::new();
        for letter in texts.flat_map(|text| face.lacking(text)) {
            if !lacking.contains(&letter) {
                lacking.push(letter);
            }
        }
        let count = lacking.len();
        let named: Vec<String> = lacking.into_iter().take(MOST_NAMED).map(String::from).collect();
        if named.is_empty() {
            return None;
        }
        let named_in_all = named.len();
        let letters = named.join(say!("list-comma"));
        let letters = match count - named_in_all {
            0 => letters,
            more => say!("export-letters-and-more", letters = letters, more = more),
        };
        Some(match medium {
            Medium::Drawing => say!("export-letters-missing", letters = letters, n = count),
            Medium::Workbook => say!("export-letters-missing-workbook", letters = letters),
        })
    }

    /// Letters that were painted before, held by one painter at a time; threads that paint at once have faces of their own.
    pub(super) fn glyphs(&self) -> MutexGuard<'_, Glyphs> {
        // Whoever panicked while holding the lock left whole letters.
        self.faces.glyphs.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The options an SVG with text is read with: these faces and no others.
    pub(super) fn options(&self) -> usvg::Options<'static> {
        let database = self.faces.database.get_or_init(|| {
            let mut database = fontdb::Database::new();
            for bytes in [notosans::REGULAR_TTF, notosans::BOLD_TTF] {
                database.load_font_source(fontdb::Source::Binary(Arc::new(bytes)));
            }
            Arc::new(database)
        });
        usvg::Options {
            font_family: FACE_NAME.to_owned(),
            languages: vec!["en-GB".to_owned(), "en".to_owned()],
            fontdb: Arc::clone(database),
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
        FontFamily::Proportional => Ok(REGULAR_WEIGHT),
        FontFamily::Name(name) if &**name == BOLD_FAMILY => Ok(BOLD_WEIGHT),
        other @ (FontFamily::Monospace | FontFamily::Name(_)) => {
            Err(ExportError::shape(say!("export-shape-font", family = other.to_string())))
        }
    }
}

/// Gives a context that lays out and never paints the two faces, with the widths of the window's and without their outlines.
pub fn install_for_layout(context: &Context) {
    static FACES: OnceLock<[Arc<FontData>; 2]> = OnceLock::new();
    let [regular, bold] = FACES.get_or_init(|| {
        [notosans::REGULAR_TTF, notosans::BOLD_TTF].map(|bytes| {
            let tweak = FontTweak { hinting: Some(false), ..FontTweak::default() };
            Arc::new(FontData::from_owned(without_outlines(bytes)).tweak(tweak))
        })
    });
    let mut fonts = FontDefinitions::empty();
    for (name, data, families) in [
        ("regular", regular, vec![FontFamily::Proportional, FontFamily::Monospace]),
        (BOLD_FAMILY, bold, vec![FontFamily::Name(BOLD_FAMILY.into())]),
    ] {
        fonts.font_data.insert(name.to_owned(), Arc::clone(data));
        for family in families {
            fonts.families.insert(family, vec![name.to_owned()]);
        }
    }
    context.set_fonts(fonts);
}
