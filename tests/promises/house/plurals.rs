//! A message that tells how many says it in the singular as well: "1 rating" and "2 ratings".

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

use super::{assert_none, files};

/// Gaps that are filled with a count, by name.
const COUNTS: [&str; 13] = [
    "n",
    "of",
    "found",
    "edits",
    "errors",
    "cautions",
    "outcomes",
    "programmes",
    "rows",
    "texts",
    "begun",
    "out",
    "shown",
];

/// Messages whose count is never one: a part with several findings, the pixels of a picture, the first of many rows.
const NEVER_ONE: [&str; 3] = ["edit-room-part.errors", "dialog-save-first-rows", "save-figure-too-large"];

/// The counts that stand before a word in the plural with no selector around them that gives the singular.
fn plurals_alone(pattern: &Pattern<&str>) -> Vec<String> {
    let mut found = Vec::new();
    for (nth, element) in pattern.elements.iter().enumerate() {
        let PatternElement::Placeable { expression } = element else { continue };
        match expression {
            Expression::Inline(InlineExpression::VariableReference { id }) if COUNTS.contains(&id.name) => {
                let Some(PatternElement::TextElement { value }) = pattern.elements.get(nth + 1) else { continue };
                let word = value.strip_prefix(' ').and_then(|rest| rest.split(|c: char| !c.is_alphabetic()).next());
                let is_plural = word.is_some_and(|word| word.len() > 2 && word.ends_with('s') && word != "series");
                if is_plural {
                    found.push(format!("${} {}", id.name, word.unwrap_or_default()));
                }
            }
            Expression::Inline(_) => {}
            Expression::Select { selector, variants } => {
                let has_one =
                    matches!(selector, InlineExpression::VariableReference { id } if COUNTS.contains(&id.name));
                if !has_one {
                    found.extend(variants.iter().flat_map(|variant| plurals_alone(&variant.value)));
                }
            }
        }
    }
    found
}

fn faults(file: &str, text: &str) -> Vec<String> {
    let resource = fluent_syntax::parser::parse(text).unwrap_or_else(|(_, e)| panic!("{file}: {e:?}"));
    let mut faults = Vec::new();
    for entry in &resource.body {
        let Entry::Message(message) = entry else { continue };
        let parts =
            message.attributes.iter().map(|part| (format!("{}.{}", message.id.name, part.id.name), &part.value));
        let all = message.value.iter().map(|value| (message.id.name.to_owned(), value)).chain(parts);
        for (name, pattern) in all.filter(|(name, _)| !NEVER_ONE.contains(&name.as_str())) {
            faults.extend(plurals_alone(pattern).into_iter().map(|what| format!("{file}: {name}: {what}")));
        }
    }
    faults
}

#[test]
fn every_count_before_a_plural_has_its_singular() {
    let all: Vec<String> =
        files("assets/words/en-GB", "ftl").iter().flat_map(|(file, text)| faults(file, text)).collect();
    assert_none(&all);
}

#[test]
fn a_planted_plural_without_its_singular_is_seen() {
    let planted = "one = { $n } ratings\ntwo = { $n ->\n    [one] 1 rating\n   *[other] { $n } ratings\n }\nthree = { $n } more\n";
    assert_eq!(faults("planted.ftl", planted), ["planted.ftl: one: $n ratings"]);
}
