//! Words stand in one place: the code names messages of `assets/words`, and writes none itself.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement};
use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

use super::modules::sources_in_use;
use super::{assert_none, files, sources};

/// Sources that say nothing to a reader of the window: the command line, whose words are a promise to scripts, and what is written for
/// programs only.
const NOT_READ: &[&str] = &[
    "src/cli/",
    "src/export/glyphs.rs",
    "src/export/shaping.rs",
    "src/export/svg_writer.rs",
    "src/export/png.rs",
    "src/export/svg.rs",
    "src/words/",
];

/// Texts in the code that no reader ever sees, or that are the same in every language.
const NO_WORDS: &[&str] = &[
    // The grammar of the file, which people may type as well.
    "not stated",
    "since {date}",
    "at least",
    "up to",
    "between {:.places$} and {:.places$}",
    "not published",
    "not applicable",
    "rounds to zero",
    "low reliability",
    // Words that authors write, which are looked for.
    "academic year",
    "school year",
    // Licences that are looked for in what a publisher says.
    "open government licence",
    // Formats of files.
    "EncryptedPackage",
    "General",
    "Noto Sans",
    "Side by Side",
    // Names of files, anchors in a page, and texts that are remembered.
    "council-{name}",
    "figure.{}",
    "view-{n}",
    "{VIEW_TEXT} {VERSION}: room={}",
    "menu-{}",
    "{}-{number}.journal",
    "{:032x}.lock",
    "{now}-{process}-{number}.lock",
    "high contrast",
    "{} add",
    "… ",
    " …",
    // A command of the PowerShell.
    "Start-Process -FilePath '{quoted}' -Verb Print -WindowStyle Hidden -ErrorAction Stop",
    // Cells of saved tables, which are the same in every language.
    "lower is better",
    "higher is better",
    "percentage points",
    // What the operating system ends its sentences with.
    " (os error ",
    // Concepts of the built-in dataset.
    "looked-after children",
    "fostering enquiries",
    "admissions to care homes",
    // The record of a panic, whose hook may ask for nothing that could break down as well.
    "{now} sidebyside {}\n{panic}\n{backtrace}\n\n",
    "Side by Side has broken down; a record that helps to fix it is in {}",
    "Side by Side has broken down; its record could not be written ({fault}): {}",
    // Words that data are recognised by, whatever the language of the window.
    "Ofsted",
    "Estyn",
    "up to ",
    "requires improvement",
    "one to one",
    "one another",
    "no one",
    "at once",
    // Names of plots.
    "key-{entry:?}",
    "strip-{number}",
    "panel-{index}",
    "slopes-{index}",
    "dot-strip-{number}",
    "tile-{}",
    // The form of files.
    "<!doctype html",
    "Some",
    "Some(",
    "Some((",
    "NaN",
    // What figures are told apart by.
    "{} from {}",
    // What ids are made of.
    "{} county",
    // Words that can be typed for a figure, whatever the language of the window.
    "down {tidied}",
    "people persons children families clients cases",
    "per cent",
    "requires improvement to be good",
    "requires improvement to ",
    "be good to ",
    " percentage points ",
    " percentage point ",
    " per cent ",
    " per cent. ",
    " out of ",
    "between {low} and {high}",
    "between {high} and {low}",
    "between {} and {}",
    "since {}",
    "{words} (implied)",
    "as at ",
    "year ending ",
    "year to ",
    "year ended ",
    "from the ",
    "financial year ",
    "not available",
    "fell from ",
    "rose from ",
    "down from ",
    "up from ",
    "increased from ",
    "decreased from ",
];

/// Sources that hold words that can be typed for a figure, whatever the language of the window, and nothing else.
const TYPED: [&str; 4] = [
    "src/edit/typed/change_words.rs",
    "src/edit/typed/number_words.rs",
    "src/edit/typed/phrases.rs",
    "src/edit/typed/printed.rs",
];

/// Sources that hold words that data are recognised by, whatever the language of the window, and nothing else.
const RECOGNISED: [&str; 9] = [
    "src/compare/ladder.rs",
    "src/compare/suppression/words.rs",
    "src/import/columns.rs",
    "src/import/filters.rs",
    "src/import/naming.rs",
    "src/import/period_text.rs",
    "src/import/place_columns.rs",
    "src/import/places.rs",
    "src/model/framework.rs",
];

/// Macros whose texts are for programmers.
const FOR_PROGRAMMERS: [&str; 8] =
    ["include_str", "include_bytes", "concat", "env", "assert", "assert_eq", "debug_assert", "debug_assert_eq"];

/// A message that the code asks for, with the names of what it fills in.
#[derive(Debug)]
struct Asked {
    at: String,
    name: String,
    gaps: BTreeSet<String>,
}

/// What a file says: the messages that it asks for, and the texts that it writes itself.
#[derive(Default)]
struct Said {
    asked: Vec<Asked>,
    written: Vec<(String, String)>,
}

impl Said {
    fn read(&mut self, file: &str, stream: TokenStream) {
        let mut before: Vec<String> = Vec::new();
        for tree in stream {
            match &tree {
                TokenTree::Group(group) => self.group(file, group, &mut before),
                TokenTree::Literal(literal) => {
                    if let Ok(syn::Lit::Str(text)) = syn::parse_str::<syn::Lit>(&literal.to_string())
                        && is_words(&text.value())
                        && !is_path(&text.value())
                    {
                        self.written.push((file.to_owned(), text.value()));
                    }
                    before.clear();
                }
                TokenTree::Ident(ident) => before.push(ident.to_string()),
                TokenTree::Punct(punct) => match punct.as_char() {
                    '!' | '#' => before.push(punct.to_string()),
                    _ => before.clear(),
                },
            }
        }
    }

    /// What stands between brackets, unless it is an attribute, for tests, or for programmers.
    fn group(&mut self, file: &str, group: &Group, before: &mut Vec<String>) {
        let last: Vec<&str> = before.iter().rev().take(2).rev().map(String::as_str).collect();
        match last.as_slice() {
            [.., "#"] | ["#", "!"] if group.delimiter() == Delimiter::Bracket => {
                let inner = group.stream().to_string().replace(' ', "");
                before.clear();
                // What an error says is for readers; other attributes are for the compiler.
                if inner.starts_with("error(") {
                    self.read(file, group.stream());
                }
                before.extend((inner == "cfg(test)").then(|| "#[cfg(test)]".to_owned()));
                return;
            }
            ["say", "!"] => self.asked.push(asked(file, group)),
            [name, "!"] if FOR_PROGRAMMERS.contains(name) => return before.clear(),
            _ => {}
        }
        let for_tests = before.first().is_some_and(|first| first == "#[cfg(test)]");
        before.clear();
        if !for_tests {
            self.read(file, group.stream());
        }
    }
}

/// What `say!(…)` asks for.
fn asked(file: &str, group: &Group) -> Asked {
    let trees: Vec<TokenTree> = group.stream().into_iter().collect();
    let name = trees.first().and_then(|tree| syn::parse_str::<syn::LitStr>(&tree.to_string()).ok());
    let mut gaps = BTreeSet::new();
    for three in trees.windows(3) {
        if let [TokenTree::Punct(comma), TokenTree::Ident(gap), TokenTree::Punct(is)] = three
            && comma.as_char() == ','
            && is.as_char() == '='
        {
            gaps.insert(gap.to_string());
        }
    }
    Asked { at: file.to_owned(), name: name.map(|name| name.value()).unwrap_or_default(), gaps }
}

/// Whether a reader would take this for words: several of them, or one that begins like a sentence. What stands in `{…}` of a format
/// does not count.
fn is_words(text: &str) -> bool {
    let mut depth = 0;
    let plain: String = text
        .chars()
        .filter(|letter| {
            depth += i32::from(*letter == '{') - i32::from(*letter == '}');
            depth == 0 && *letter != '}'
        })
        .collect();
    let words: Vec<&str> = plain.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).collect();
    let begins_large = plain.starts_with(char::is_uppercase) && plain.chars().nth(1).is_some_and(char::is_lowercase);
    let in_a_sentence =
        text.contains('{') && words.iter().any(|word| word.chars().filter(|c| c.is_alphabetic()).count() > 2);
    words.len() > 1 || begins_large || in_a_sentence || plain.contains('…')
}

/// Whether it is the path of a part or of a field in a file, such as `programmes[{n}].places`.
fn is_path(text: &str) -> bool {
    let may_stand = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || "_{}[].".contains(letter);
    text.chars().all(may_stand) && text.contains(['.', '['])
}

fn said(file: &str, text: &str) -> Said {
    let mut said = Said::default();
    said.read(file, text.parse().expect("the file is Rust"));
    said
}

/// The gaps of each message and of each of its parts, by name, and the names that messages themselves refer to.
fn messages() -> (BTreeMap<String, BTreeSet<String>>, BTreeSet<String>) {
    let (mut messages, mut referred) = (BTreeMap::new(), BTreeSet::new());
    for (file, text) in files("assets/words/en-GB", "ftl") {
        let resource = fluent_syntax::parser::parse(text.as_str()).unwrap_or_else(|(_, e)| panic!("{file}: {e:?}"));
        for entry in resource.body {
            let Entry::Message(message) = entry else { continue };
            let parts =
                message.attributes.iter().map(|part| (format!("{}.{}", message.id.name, part.id.name), &part.value));
            let all = message.value.iter().map(|value| (message.id.name.to_owned(), value)).chain(parts);
            for (name, pattern) in all {
                let mut gaps = BTreeSet::new();
                in_pattern(pattern, &mut gaps, &mut referred);
                assert!(messages.insert(name.clone(), gaps).is_none(), "{file}: {name} is there twice");
            }
        }
    }
    (messages, referred)
}

fn in_pattern(pattern: &Pattern<&str>, gaps: &mut BTreeSet<String>, referred: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            in_expression(expression, gaps, referred);
        }
    }
}

fn in_expression(expression: &Expression<&str>, gaps: &mut BTreeSet<String>, referred: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => in_inline(inline, gaps, referred),
        Expression::Select { selector, variants } => {
            in_inline(selector, gaps, referred);
            for variant in variants {
                in_pattern(&variant.value, gaps, referred);
            }
        }
    }
}

fn in_inline(inline: &InlineExpression<&str>, gaps: &mut BTreeSet<String>, referred: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => drop(gaps.insert(id.name.to_owned())),
        InlineExpression::Placeable { expression } => in_expression(expression, gaps, referred),
        InlineExpression::MessageReference { id, attribute } => {
            let part = attribute.as_ref().map(|part| format!(".{}", part.name)).unwrap_or_default();
            referred.insert(format!("{}{part}", id.name));
        }
        InlineExpression::FunctionReference { arguments: CallArguments { positional, .. }, .. } => {
            for argument in positional {
                in_inline(argument, gaps, referred);
            }
        }
        _ => {}
    }
}

fn all_asked() -> Vec<Asked> {
    sources()
        .iter()
        .filter(|(file, _)| !["src/words/mod.rs", "src/words/edition.rs"].contains(&file.as_str()))
        .flat_map(|(file, text)| said(file, text).asked)
        .collect()
}

#[test]
fn every_message_asked_for_is_there_with_exactly_its_gaps() {
    let (messages, _) = messages();
    let mut faults = Vec::new();
    for asked in all_asked() {
        match messages.get(&asked.name) {
            None => faults.push(format!("{}: there is no message {:?}", asked.at, asked.name)),
            Some(gaps) if *gaps != asked.gaps => {
                faults.push(format!("{}: {} has the gaps {gaps:?} and gets {:?}", asked.at, asked.name, asked.gaps));
            }
            Some(_) => {}
        }
    }
    assert_none(&faults);
}

#[test]
fn every_message_is_used() {
    let (messages, mut used) = messages();
    used.extend(all_asked().into_iter().map(|asked| asked.name));
    assert_none(&messages.into_keys().filter(|name| !used.contains(name)).collect::<Vec<_>>());
}

#[test]
fn the_code_writes_no_words_itself() {
    let mut faults = Vec::new();
    let is_read = |file: &str| {
        !NOT_READ.iter().any(|start| file.starts_with(start)) && !TYPED.contains(&file) && !RECOGNISED.contains(&file)
    };
    for (file, text) in sources_in_use().iter().filter(|(file, _)| is_read(file)) {
        let written = said(file, text).written.into_iter().filter(|(_, text)| !NO_WORDS.contains(&text.as_str()));
        faults.extend(written.map(|(at, text)| format!("{at}: {text:?}")));
    }
    assert_none(&faults);
}

#[test]
fn words_in_code_are_found_and_what_is_no_word_is_not() {
    let planted = r#"
        #[doc = "Words for programmers"]
        #[error("told by an error: {0}")]
        fn f(ui: &mut Ui) {
            ui.label("Open");
            ui.label(format!("{n} outcomes"));
            assert!(true, "Never on screen");
            ui.push_id("list-of-councils", |ui| ui.label(say!("open", file = "x", n = 2)));
            let pair = format!("{a}, {b}");
            let path = format!("{path}.places[{n}]");
        }
        #[cfg(test)]
        mod tests { const T: &str = "Only in tests"; }
        const LAST: &str = "two words";
    "#;
    let said = said("planted.rs", planted);
    assert_eq!(
        said.written.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>(),
        ["told by an error: {0}", "Open", "{n} outcomes", "two words"]
    );
    assert_eq!(said.asked.len(), 1);
    assert_eq!((said.asked[0].name.as_str(), said.asked[0].gaps.len()), ("open", 2));
}
