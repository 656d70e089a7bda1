//! An edition: all messages in one language, read from Fluent texts.

use std::borrow::Cow;
use std::collections::HashMap;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::FluentNumber;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::{Entry, Pattern};

macro_rules! texts {
    ($folder:literal: $($file:literal),+ $(,)?) => {
        &[$(($file, include_str!(concat!("../../assets/words/", $folder, "/", $file, ".ftl")))),+]
    };
}

/// The English of the United Kingdom: each file's name without its ending, and its text.
pub const ENGLISH: &[(&str, &str)] = texts!("en-GB":
    "account",
    "alt-text",
    "announcements",
    "app",
    "benchmark-form",
    "cautions",
    "claims-beside-series",
        "checks",
    "commands",
    "comparability",
    "compare",
    "computed",
    "context-menu",
    "council",
    "council-form",
    "dataset-form",
    "detail",
    "dialogs",
    "draw",
    "edit-room",
    "edits",
    "empty",
    "evidence",
    "export",
    "fields",
    "figures",
    "findings",
    "forms",
    "grid",
    "import",
    "import-window",
    "indicator-form",
    "intervals",
    "left-out",
    "lists",
    "loading",
    "model",
    "new-outcome",
    "notes",
    "numbers",
    "outcome-form",
    "paper",
    "periods",
    "programme-form",
    "published-form",
    "quick-entry",
    "ratings",
    "recovery",
    "rules",
    "save-figure",
    "saved-views",
    "scope",
    "search",
    "series-figures",
    "session",
    "source-form",
    "start",
    "statistics",
    "status",
    "storage",
    "strips",
    "summary",
    "suppressed",
    "suppression",
    "table",
    "tiles",
    "titles",
    "typed",
    "window",
    "wording",
    "workbook"
);

/// What is wrong with the texts of an edition: the file and a sentence for whoever translates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CatalogueFault {
    /// The file's name without its ending; empty for what concerns the whole edition.
    pub file: String,
    /// What is wrong there.
    pub what: String,
}

/// All messages in one language.
pub struct Catalogue {
    bundle: FluentBundle<FluentResource>,
    /// Messages with nothing to fill in, so that a frame of the window copies none of them.
    fixed: HashMap<String, String>,
}

impl Catalogue {
    /// The English edition.
    pub fn english() -> Self {
        Self::read("en-GB", ENGLISH, None).0
    }

    /// Reads an edition, and what is wrong with it: what can be read is kept, so that one slip in a file does not take the others along.
    ///
    /// The language is a BCP 47 tag, which decides on plurals; English where it can't be read. A transformation, if any, is made
    /// of every word that comes from the edition and of none that is filled in: tests find by it what does not come from there.
    pub fn read(
        language: &str,
        texts: &[(&str, &str)],
        transformation: Option<fn(&str) -> Cow<'_, str>>,
    ) -> (Self, Vec<CatalogueFault>) {
        let mut faults = Vec::new();
        let mut fault = |file: &str, what: String| faults.push(CatalogueFault { file: file.to_owned(), what });
        let tag = language.parse().ok();
        if tag.is_none() {
            fault("", format!("{language} is no language tag"));
        }
        let mut bundle = FluentBundle::new_concurrent(tag.into_iter().collect());
        // The marks around what is filled in are for languages written from right to left; a reader of a file would find them in it.
        bundle.set_use_isolating(false);
        bundle.set_transform(transformation);
        bundle.set_formatter(Some(|value, _| {
            let FluentValue::Number(number) = value else { return None };
            Some(grouped(number))
        }));
        let mut names = Vec::new();
        for (file, text) in texts {
            let resource = FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(readable, errors)| {
                for error in &errors {
                    fault(file, error.to_string());
                }
                readable
            });
            names.extend(names_in(&resource));
            if let Err(errors) = bundle.add_resource(resource) {
                for error in &errors {
                    fault(file, error.to_string());
                }
            }
        }
        let mut edition = Self { bundle, fixed: HashMap::new() };
        edition.fixed = names
            .into_iter()
            .filter_map(|name| Some((edition.whole(&name)?, name)))
            .map(|(words, name)| (name, words))
            .collect();
        (edition, faults)
    }

    /// A message with nothing to fill in; `None` where there is none, or where it has gaps.
    pub fn fixed(&self, name: &str) -> Option<&str> {
        self.fixed.get(name).map(String::as_str)
    }

    /// A message with what is filled in; `None` where there is no message of that name.
    pub fn filled(&self, name: &str, fillings: &FluentArgs<'_>) -> Option<String> {
        Some(self.bundle.format_pattern(self.pattern(name)?, Some(fillings), &mut Vec::new()).into_owned())
    }

    fn pattern(&self, name: &str) -> Option<&Pattern<&str>> {
        match name.split_once('.') {
            None => self.bundle.get_message(name)?.value(),
            Some((message, part)) => Some(self.bundle.get_message(message)?.get_attribute(part)?.value()),
        }
    }

    fn whole(&self, name: &str) -> Option<String> {
        let mut errors = Vec::new();
        let words = self.bundle.format_pattern(self.pattern(name)?, None, &mut errors);
        errors.is_empty().then(|| words.into_owned())
    }
}

/// The names of all messages and of their parts.
fn names_in(resource: &FluentResource) -> Vec<String> {
    let mut names = Vec::new();
    for entry in resource.entries() {
        if let Entry::Message(message) = entry {
            let name = message.id.name;
            names.extend(message.value.is_some().then(|| name.to_owned()));
            names.extend(message.attributes.iter().map(|part| format!("{name}.{}", part.id.name)));
        }
    }
    names
}

/// A number with commas between the thousands.
fn grouped(number: &FluentNumber) -> String {
    let plain = number.as_string();
    let (whole, fraction) = plain.split_once('.').map_or((plain.as_ref(), None), |(whole, rest)| (whole, Some(rest)));
    let digits = whole.trim_start_matches('-');
    let sign = if digits.len() < whole.len() { "\u{2212}" } else { "" };
    let mut text = format!("{sign}{}", super::thousands(digits));
    if let Some(rest) = fraction {
        text.extend([".", rest]);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    const WELSH: &str = "cŵn = { $n ->\n    [zero] dim cŵn\n    [one] un ci\n    [two] dau gi\n    [few] tri chi\n    [many] chwe chi\n   *[other] { $n } ci\n }\n";

    fn said(edition: &Catalogue, name: &str, n: usize) -> Option<String> {
        edition.filled(name, &FluentArgs::from_iter([("n", n)]))
    }

    #[test]
    fn the_english_edition_reads_without_a_fault() {
        assert_eq!(Catalogue::read("en-GB", ENGLISH, None).1, []);
    }

    #[test]
    fn an_edition_chooses_the_plurals_of_its_language() {
        let (welsh, faults) = Catalogue::read("cy", &[("animals", &WELSH.replace("cŵn =", "dogs ="))], None);
        assert_eq!(faults, []);
        let all = [0, 1, 2, 3, 6, 7].map(|n| said(&welsh, "dogs", n).unwrap_or_default());
        assert_eq!(all, ["dim cŵn", "un ci", "dau gi", "tri chi", "chwe chi", "7 ci"]);
    }

    #[test]
    fn a_number_in_a_text_chooses_the_plural_of_its_language() {
        let (welsh, _) = Catalogue::read("cy", &[("animals", &WELSH.replace("cŵn =", "dogs ="))], None);
        let said = |text: &str| {
            let fillings = FluentArgs::from_iter([("n", super::super::number_of(text))]);
            welsh.filled("dogs", &fillings).unwrap_or_default()
        };
        assert_eq!(["over 2", "3", "\u{2212}6"].map(said), ["dau gi", "tri chi", "chwe chi"]);
        assert!(said("5").ends_with("5 ci") && said("1,002").ends_with(" ci"), "no plural of two for five");
        let (english, _) =
            Catalogue::read("en-GB", &[("t", "t = { $n ->\n    [one] one\n   *[other] other\n }\n")], None);
        let said = |text: &str| {
            english.filled("t", &FluentArgs::from_iter([("n", super::super::number_of(text))])).unwrap_or_default()
        };
        assert_eq!(["1", "over 1", "1.0", "2", "between 0 and 1"].map(said), ["one", "one", "other", "other", "other"]);
    }

    #[test]
    fn a_slip_in_one_message_is_told_and_the_others_stay() {
        let (edition, faults) =
            Catalogue::read("en-GB", &[("window", "open = Open\nbad { = x\nsave = Save\nopen = Again\n")], None);
        assert_eq!(edition.fixed("save"), Some("Save"));
        assert_eq!(edition.fixed("open"), Some("Open"));
        assert_eq!(faults.iter().map(|f| f.file.as_str()).collect::<Vec<_>>(), ["window", "window"]);
    }

    #[test]
    fn numbers_have_thousands_commas_and_gaps_no_marks_around() {
        let (edition, _) = Catalogue::read("en-GB", &[("t", "shown = { $n } in { $file }")], None);
        let fillings =
            FluentArgs::from_iter([("n", FluentValue::from(1_234_567)), ("file", FluentValue::from("a.ron"))]);
        assert_eq!(edition.filled("shown", &fillings).as_deref(), Some("1,234,567 in a.ron"));
        assert_eq!(edition.fixed("shown"), None, "a message with gaps is not whole");
    }

    #[test]
    fn a_message_that_is_not_there_is_none() {
        let (edition, _) = Catalogue::read("en-GB", &[("t", "open = Open\n    .hint = Open a file\n")], None);
        assert_eq!(edition.fixed("open.hint"), Some("Open a file"));
        assert_eq!((edition.fixed("shut"), edition.fixed("open.key"), said(&edition, "shut", 1)), (None, None, None));
    }
}
