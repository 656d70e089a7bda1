//! A view as a short text of one line that a colleague pastes: `sidebyside-view 1: room=compare; concept=looked-after children`.
//!
//! A field at its default is left out, but for what a reader looks for first. Signs that part fields, and what a mail program might
//! change, are written as in web addresses (`%3B`). What can't be understood of a text is told and passed over, so that a text of a
//! newer version still opens as far as it can.

use std::fmt::Write;

use thiserror::Error;

use crate::say;

use super::{
    ChangedWords, CouncilId, CouncilKind, FigureKind, Form, IndicatorId, Order, SavedView, SeriesScale, ShownAs,
    SourceId, ViewRoom, WordingSlot,
};

/// What every text begins with, before its version.
pub const VIEW_TEXT: &str = "sidebyside-view";

/// The version of the texts that are written, and the newest that can be read.
const VERSION: u32 = 1;

/// The most bytes of a text that is read: far more than a view has.
const LONGEST: usize = 100_000;

/// Why a text is no view.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum ViewTextError {
    /// It does not say that it is one.
    #[error("{}", say!("view-text-none"))]
    NotAView,
    /// It is of a newer version.
    #[error("{}", say!("view-text-too-new", version = .0.as_str()))]
    TooNew(String),
    /// It is longer than any view.
    #[error("{}", say!("view-text-too-long"))]
    TooLong,
    /// It asks for nothing that is understood.
    #[error("{}", say!("view-text-empty"))]
    Empty,
}

/// A view that was read from a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastedView {
    /// The view, without an id.
    pub view: SavedView,
    /// What of the text was not understood, a sentence each without its full stop.
    pub skipped: Vec<String>,
}

/// Whether a text says that it is a view.
pub fn is_view_text(text: &str) -> bool {
    text.contains(VIEW_TEXT)
}

impl SavedView {
    /// The view as one line; its id is left out.
    pub fn to_text(&self) -> String {
        let mut line = format!("{VIEW_TEXT} {VERSION}: room={}", self.room.keyword());
        let mut put = |key: &str, value: &str| {
            if !value.is_empty() {
                // Writing to a String does not fail.
                let _ = write!(line, "; {key}={value}");
            }
        };
        let is_compared = self.room == ViewRoom::Compare;
        put("name", &escaped(&self.name));
        put("concept", &escaped(&self.concept));
        put("indicator", &self.indicator.as_ref().map_or_else(String::new, |id| escaped(id.as_str())));
        let councils: Vec<String> = self.councils.iter().map(|id| escaped(id.as_str())).collect();
        put("councils", &councils.join(","));
        if is_compared || self.kind != FigureKind::default() {
            put("kind", self.kind.keyword());
        }
        if is_compared || self.order != Order::default() {
            put("order", self.order.keyword());
        }
        if self.axis != SeriesScale::default() {
            put("axis", self.axis.keyword());
        }
        put("from", &escaped(&self.from));
        put("to", &escaped(&self.to));
        if self.shown_as != ShownAs::default() {
            put("shown-as", self.shown_as.keyword());
        }
        put("region", &escaped(&self.region));
        put("council-kind", self.council_kind.map_or("", CouncilKind::keyword));
        put("topic", &escaped(&self.topic));
        put("source", &self.source.as_ref().map_or_else(String::new, |id| escaped(id.as_str())));
        put("form", self.form.map_or("", Form::keyword));
        put("estimates", if self.shows_unreal { "shown" } else { "" });
        put("context", if self.shows_context { "shown" } else { "" });
        for ChangedWords { place, was, is } in &self.words.changed {
            put(place.keyword(), &format!("{}|{}", escaped(was), escaped(is)));
        }
        for note in &self.words.left_out {
            put("left-out", &escaped(note));
        }
        put("own-note", &escaped(&self.words.note));
        line
    }

    /// Reads a text that [`Self::to_text`] wrote, wherever it stands in what was pasted: up to its first empty line, with lines that
    /// a mail program broke put together.
    ///
    /// # Errors
    /// A [`ViewTextError`] where it is no view.
    pub fn of_text(text: &str) -> Result<PastedView, ViewTextError> {
        if text.len() > LONGEST {
            return Err(ViewTextError::TooLong);
        }
        let (_, rest) = text.split_once(VIEW_TEXT).ok_or(ViewTextError::NotAView)?;
        let (version, fields) = rest.split_once(':').ok_or(ViewTextError::NotAView)?;
        let version = version.trim();
        match version.parse::<u32>() {
            Ok(VERSION) => {}
            Ok(newer) if newer > VERSION => return Err(ViewTextError::TooNew(version.to_owned())),
            Ok(_) | Err(_) => return Err(ViewTextError::NotAView),
        }
        let lines: Vec<&str> = fields.trim_start().lines().map(str::trim).take_while(|line| !line.is_empty()).collect();
        let mut pasted = PastedView { view: Self::default(), skipped: Vec::new() };
        let mut understood = 0;
        for field in lines.join(" ").split(';').map(str::trim).filter(|field| !field.is_empty()) {
            let (key, value) = field.split_once('=').unwrap_or((field, ""));
            if pasted.view.take(key.trim(), value.trim()).is_some() {
                understood += 1;
            } else {
                pasted.skipped.push(say!("view-text-skipped", field = field));
            }
        }
        if understood == 0 { Err(ViewTextError::Empty) } else { Ok(pasted) }
    }

    /// Takes one field of a text; `None` where it is not understood.
    fn take(&mut self, key: &str, value: &str) -> Option<()> {
        if value.is_empty() {
            return None;
        }
        match key {
            "room" => self.room = word(ViewRoom::ALL, ViewRoom::keyword, value)?,
            "shown-as" => self.shown_as = word(ShownAs::ALL, ShownAs::keyword, value)?,
            "kind" => self.kind = word(FigureKind::ALL, FigureKind::keyword, value)?,
            "axis" => self.axis = word(SeriesScale::ALL, SeriesScale::keyword, value)?,
            "order" => self.order = word(Order::ALL, Order::keyword, value)?,
            "council-kind" => self.council_kind = Some(word(CouncilKind::ALL, CouncilKind::keyword, value)?),
            "form" => self.form = Some(word(Form::ALL, Form::keyword, value)?),
            "estimates" => self.shows_unreal = word([true, false], |on| if on { "shown" } else { "hidden" }, value)?,
            "context" => self.shows_context = word([true, false], |on| if on { "shown" } else { "hidden" }, value)?,
            "name" => self.name = plain(value)?,
            "concept" => self.concept = plain(value)?,
            "from" => self.from = plain(value)?,
            "to" => self.to = plain(value)?,
            "region" => self.region = plain(value)?,
            "topic" => self.topic = plain(value)?,
            "indicator" => self.indicator = Some(IndicatorId::new(plain(value)?)),
            "source" => self.source = Some(SourceId::new(plain(value)?)),
            "councils" => {
                let named = value.split(',').map(str::trim).filter(|id| !id.is_empty());
                self.councils = named.map(|id| plain(id).map(CouncilId::new)).collect::<Option<_>>()?;
            }
            "left-out" => self.words.left_out.push(plain(value)?),
            "own-note" => self.words.note = plain(value)?,
            place => {
                let place = word(WordingSlot::ALL, WordingSlot::keyword, place)?;
                let (was, is) = value.split_once('|')?;
                self.words.changed.push(ChangedWords { place, was: plain(was.trim())?, is: plain(is.trim())? });
            }
        }
        Some(())
    }
}

/// The value that a word stands for.
fn word<T: Copy>(all: impl IntoIterator<Item = T>, keyword: impl Fn(T) -> &'static str, written: &str) -> Option<T> {
    all.into_iter().find(|value| keyword(*value).eq_ignore_ascii_case(written))
}

/// A value as it stands in a text: without signs that part fields, and without spaces that could get lost.
fn escaped(value: &str) -> String {
    let mut written = String::with_capacity(value.len());
    let mut letters = value.chars().peekable();
    let mut before = ' ';
    while let Some(letter) = letters.next() {
        let is_lost = letter.is_whitespace() && (letter != ' ' || before == ' ' || letters.peek().is_none());
        let parts = matches!(letter, '%' | ';' | ',' | '|') || letter.is_control();
        if is_lost || parts {
            let mut bytes = [0; 4];
            for byte in letter.encode_utf8(&mut bytes).bytes() {
                let _ = write!(written, "%{byte:02X}");
            }
            // A space after one that was written out is not lost.
            before = '%';
        } else {
            written.push(letter);
            before = letter;
        }
    }
    written
}

/// What [`escaped`] was made from; a per cent sign without two digits behind it is itself. `None` where it is no text.
fn plain(written: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(written.len());
    let mut rest = written.as_bytes();
    while let [first, after @ ..] = rest {
        let code = match rest {
            [b'%', high, low, ..] => digit(*high).zip(digit(*low)),
            _ => None,
        };
        bytes.push(code.map_or(*first, |(high, low)| high * 16 + low));
        rest = if code.is_some() { after.get(2..).unwrap_or_default() } else { after };
    }
    String::from_utf8(bytes).ok()
}

/// What a digit of base 16 is worth.
fn digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|value| u8::try_from(value).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_view_reads_as_a_line_and_leaves_defaults_out() {
        let view = SavedView {
            concept: "looked-after children".to_owned(),
            councils: vec![CouncilId::new("leeds"), CouncilId::new("brighton-and-hove")],
            ..SavedView::default()
        };
        let line = "sidebyside-view 1: room=compare; concept=looked-after children; councils=leeds,brighton-and-hove; \
                    kind=both; order=period";
        assert_eq!(view.to_text(), line);
        assert_eq!(SavedView::of_text(line), Ok(PastedView { view, skipped: vec![] }));
    }

    #[test]
    fn a_text_that_mail_broke_and_quoted_is_put_together() {
        let mail = "Look at this:\n\nsidebyside-view 1: room=compare; concept=looked-after\nchildren;\ncouncils=leeds\n\nBest; Ann";
        let pasted = SavedView::of_text(mail).unwrap();
        assert_eq!((pasted.view.concept.as_str(), pasted.view.councils.len()), ("looked-after children", 1));
        assert_eq!(pasted.skipped, Vec::<String>::new());
    }

    #[test]
    fn what_is_not_understood_is_told_and_passed_over() {
        let pasted = SavedView::of_text("sidebyside-view 1: room=attic; concept=a; colour=red; councils=b%ff").unwrap();
        assert_eq!((pasted.view.concept.as_str(), pasted.skipped.len()), ("a", 3), "{:?}", pasted.skipped);
        for (text, error) in [
            ("", ViewTextError::NotAView),
            ("sidebyside-view", ViewTextError::NotAView),
            ("sidebyside-view x: room=compare", ViewTextError::NotAView),
            ("sidebyside-view 2: room=compare", ViewTextError::TooNew("2".to_owned())),
            ("sidebyside-view 1:", ViewTextError::Empty),
            ("sidebyside-view 1: rubbish", ViewTextError::Empty),
            (&"x".repeat(LONGEST + 1), ViewTextError::TooLong),
        ] {
            assert_eq!(SavedView::of_text(text), Err(error), "{text:.40}");
        }
    }

    #[test]
    fn signs_that_part_fields_and_spaces_survive() {
        for value in ["50%", "100%;a|b,c", "  two  spaces ", "\u{a0}x\u{2028}", "ô 🏛", "%41", "a=b", "\n\t"] {
            let view = SavedView { name: value.to_owned(), ..SavedView::default() };
            assert_eq!(SavedView::of_text(&view.to_text()).unwrap().view, view, "{value:?} in {}", view.to_text());
        }
    }
}
