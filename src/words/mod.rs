//! What the application says: every sentence, label and unit of the window in one place, by name.
//!
//! The words stand in `assets/words/en-GB/*.ftl`, in the format of [Project Fluent](https://projectfluent.org), built into the
//! program; an edition in another language is another folder. Code names a message and hands over what is filled in, by
//! [`say!`](crate::say); which words come out, in which order and in which plural, is the edition's. Numbers are written
//! by `figure::words` and `compare::phrases`, periods by `model::Period::in_words`, which take their own words from here as well.
//! Pages of the help are Markdown, in `assets/help`.

pub mod decimals;
mod edition;
pub mod letters;
pub mod search;

use std::sync::OnceLock;

use fluent_bundle::FluentArgs;
pub use fluent_bundle::FluentValue as Filling;
use fluent_bundle::types::{FluentNumber, FluentNumberOptions};

pub use edition::{Catalogue, CatalogueFault, ENGLISH};

static EDITION: OnceLock<Catalogue> = OnceLock::new();

/// Takes this edition for the rest of the run.
///
/// # Errors
///
/// The edition comes back when words were asked for already, because some of them are on screen by then.
pub fn install(edition: Catalogue) -> Result<(), Box<Catalogue>> {
    EDITION.set(edition).map_err(Box::new)
}

fn edition() -> &'static Catalogue {
    EDITION.get_or_init(Catalogue::english)
}

/// A message with nothing to fill in; its name where the edition has no such message. Written as `say!("name")`.
pub fn fixed(name: &'static str) -> &'static str {
    edition().fixed(name).unwrap_or(name)
}

/// A message with what is filled in; its name where the edition has no such message. Written as `say!("name", place = value)`.
pub fn filled<'a>(name: &'static str, fillings: impl IntoIterator<Item = (&'a str, Filling<'a>)>) -> String {
    let fillings: FluentArgs<'a> = fillings.into_iter().collect();
    edition().filled(name, &fillings).unwrap_or_else(|| name.to_owned())
}

/// Digits with commas between the thousands: "1234567" is "1,234,567". They hold nothing but digits.
pub fn thousands(digits: &str) -> String {
    let mut written = String::with_capacity(digits.len() + digits.len() / 3);
    for (nth, digit) in digits.chars().enumerate() {
        if nth > 0 && (digits.len() - nth).is_multiple_of(3) {
            written.push(',');
        }
        written.push(digit);
    }
    written
}

/// The number that a text tells, for a gap that chooses the plural: behind "over 1,234.0" it is that of 1234.0, with its decimal,
/// because languages ask for it. A range has two numbers and hands over no plural of either, so that the edition's usual form stands.
pub fn number_of(text: &str) -> Filling<'static> {
    let numbers = text.split_whitespace().filter(|word| word.ends_with(|c: char| c.is_ascii_digit()));
    let plain = |word: &str| word.replace(',', "").trim_start_matches(['+', '-', '\u{2212}']).to_owned();
    let told: Vec<String> = numbers.map(plain).collect();
    match told.as_slice() {
        [only] => only.parse::<f64>().map_or_else(
            |_| Filling::from(only.clone()),
            |value| {
                let decimals = only.split_once('.').map(|(_, decimals)| decimals.len());
                let options =
                    FluentNumberOptions { minimum_fraction_digits: decimals, ..FluentNumberOptions::default() };
                Filling::Number(FluentNumber::new(value, options))
            },
        ),
        _ => Filling::from(text.to_owned()),
    }
}

/// A text with its first letter small, to stand within a sentence.
pub fn within_a_sentence(text: &str) -> String {
    let mut letters = text.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_lowercase).collect();
    first + letters.as_str()
}

/// The words of a message by its name, with what is filled in where it has gaps.
///
/// `say!("show-all")` is a `&'static str`; `say!("hidden", small = 3, file = name)` is a `String`. What is filled in is a text or a
/// number: a whole number chooses the plural and is written with thousands commas; hand over any other number as text. The words
/// of a message's part, such as the hint of a command, are named after a dot: `say!("save.hint")`. Tests hold that every name exists
/// with exactly these gaps, and that every message is used.
#[macro_export]
macro_rules! say {
    ($name:literal) => {
        $crate::words::fixed($name)
    };
    ($name:literal, $($gap:ident = $filling:expr),+ $(,)?) => {
        $crate::words::filled($name, [$((stringify!($gap), $crate::words::Filling::from($filling))),+])
    };
}
