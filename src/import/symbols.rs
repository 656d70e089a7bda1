//! The symbols that tables print in place of numbers, and what each is taken for where nobody says it.

use crate::model::{Missing, Symbol};

/// Symbols with their usual meaning, by which publishers use them: the Department for Education, NHS England, Ofsted, the Government
/// Statistical Service. `x` has two: see [`meaning_of`].
const USUAL: [(&str, Missing); 30] = [
    ("x", Missing::NotPublished),
    ("z", Missing::NotApplicable),
    ("c", Missing::Suppressed),
    ("k", Missing::RoundsToZero),
    ("low", Missing::RoundsToZero),
    ("u", Missing::LowReliability),
    (":", Missing::NotPublished),
    ("~", Missing::RoundsToZero),
    ("..", Missing::Suppressed),
    (".", Missing::NotApplicable),
    ("...", Missing::NotPublished),
    ("-", Missing::RoundsToZero),
    ("\u{2013}", Missing::RoundsToZero),
    ("*", Missing::Suppressed),
    ("#", Missing::Suppressed),
    ("n/a", Missing::NotApplicable),
    ("na", Missing::NotApplicable),
    ("n.a.", Missing::NotApplicable),
    ("[x]", Missing::NotPublished),
    ("[z]", Missing::NotApplicable),
    ("[c]", Missing::Suppressed),
    ("[k]", Missing::RoundsToZero),
    ("[low]", Missing::RoundsToZero),
    ("[u]", Missing::LowReliability),
    ("supp", Missing::Suppressed),
    ("suppressed", Missing::Suppressed),
    ("null", Missing::NotPublished),
    ("missing", Missing::NotPublished),
    ("#n/a", Missing::NotPublished),
    ("dnr", Missing::NotPublished),
];

/// The last year in which the Department for Education printed `x` for what it held back.
const X_HELD_BACK_UNTIL: i16 = 2018;

/// What a symbol usually means; `None` where nobody knows it. The newest year of the table decides on `x`, which was printed for
/// figures held back in releases to 2018 and for figures not available since.
pub(super) fn meaning_of(text: &str, newest_year: Option<i16>) -> Option<Missing> {
    let small = text.to_lowercase();
    if small == "x" && newest_year.is_some_and(|year| year <= X_HELD_BACK_UNTIL) {
        return Some(Missing::Suppressed);
    }
    if small.starts_with('<') && small.trim_start_matches(['<', '=', ' ']).bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(Missing::Suppressed);
    }
    USUAL.iter().find(|(usual, _)| *usual == small).map(|(_, meaning)| *meaning)
}

/// Whether a text is a symbol that is known, for looking what a column holds.
pub(super) fn is_known(text: &str) -> bool {
    text.len() <= 10 && meaning_of(text, None).is_some()
}

/// How a symbol is used in a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct SymbolUse {
    /// How often it stands in the values.
    pub(super) count: usize,
    /// Whether anybody said what it means.
    pub(super) is_known: bool,
    /// The first row it stands in.
    pub(super) first_row: u32,
}

/// The symbols of one table while it is read.
#[derive(Debug, Default)]
pub(super) struct SymbolList {
    list: Vec<(Symbol, SymbolUse)>,
}

impl SymbolList {
    /// The place of a symbol, which is added with its meaning where it is new.
    pub(super) fn place(&mut self, text: &str, row: u32, meaning: impl FnOnce() -> Option<Missing>) -> usize {
        let is_it = |(symbol, _): &(Symbol, SymbolUse)| symbol.text == text || symbol.text == joined(text);
        let nth = self.list.iter().position(is_it).unwrap_or_else(|| {
            let meaning = meaning();
            let told = SymbolUse { count: 0, is_known: meaning.is_some(), first_row: row };
            let meaning = meaning.unwrap_or(Missing::NotPublished);
            self.list.push((Symbol { text: joined(text), meaning, note: String::new() }, told));
            self.list.len() - 1
        });
        if let Some((_, told)) = self.list.get_mut(nth) {
            told.count += 1;
        }
        nth
    }

    /// Each with how it is used.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&Symbol, SymbolUse)> {
        self.list.iter().map(|(symbol, told)| (symbol, *told))
    }
}

/// A symbol in one word, as rows of values need it: blanks become underscores.
fn joined(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join("_")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r14_a_symbol_is_a_reason_and_its_release_decides() {
        for (text, newest, meaning) in [
            ("x", Some(2018), Some(Missing::Suppressed)),
            ("x", Some(2024), Some(Missing::NotPublished)),
            ("x", None, Some(Missing::NotPublished)),
            ("Z", None, Some(Missing::NotApplicable)),
            ("..", None, Some(Missing::Suppressed)),
            ("<5", None, Some(Missing::Suppressed)),
            ("low", None, Some(Missing::RoundsToZero)),
            ("q", None, None),
            ("Leeds", None, None),
        ] {
            assert_eq!(meaning_of(text, newest), meaning, "{text}");
        }
    }
}
