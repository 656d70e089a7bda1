//! Who may use whom: arrows point one way.

use super::paths::{Named, modules_for_tests, paths};
use super::{assert_none, sources};

/// A module with the modules it may use, besides itself.
const MAY_USE: [(&str, &[&str]); 19] = [
    ("words", &[]),
    ("progress", &["words"]),
    ("model", &["words"]),
    ("help", &["words"]),
    ("storage", &["words", "progress"]),
    ("recovery", &["storage", "words"]),
    ("theme", &["words"]),
    ("compare", &["model", "words"]),
    ("import", &["model", "words", "progress"]),
    ("figure", &["compare", "model", "words"]),
    ("draw", &["figure", "theme", "model", "words"]),
    ("export", &["draw", "figure", "theme", "storage", "model", "words", "progress"]),
    ("dataset", &["model", "compare", "storage", "words", "progress"]),
    ("edit", &["dataset", "figure", "compare", "model", "words"]),
    (
        "app",
        &[
            "model", "compare", "import", "figure", "draw", "export", "dataset", "edit", "recovery", "storage",
            "theme", "help", "words", "progress",
        ],
    ),
    ("ui", &["app", "edit", "draw", "figure", "theme", "model", "compare", "help", "words"]),
    (
        "cli",
        &["model", "compare", "import", "figure", "draw", "export", "dataset", "storage", "theme", "words", "progress"],
    ),
    ("main", &["start", "app", "cli", "ui"]),
    ("start", &["theme", "words"]),
];

/// Modules that may name egui and what belongs to it.
const NAMES_EGUI: [&str; 7] = ["theme", "draw", "export", "app", "ui", "start", "main"];
const EGUI: [&str; 6] = ["egui", "eframe", "egui_plot", "epaint", "emath", "ecolor"];

/// Ways to write a colour down.
const RAW_COLOURS: [&str; 12] = [
    "from_rgb",
    "from_rgba_premultiplied",
    "from_rgba_unmultiplied",
    "from_gray",
    "from_black_alpha",
    "from_white_alpha",
    "from_hex",
    "WHITE",
    "BLACK",
    "RED",
    "GREEN",
    "BLUE",
];

/// The module of a file and the file's place below `src`: `src/draw/rows.rs` is in `draw`, at `draw::rows`.
fn module_and_place(file: &str) -> (String, Vec<String>) {
    let inner = file.strip_prefix("src/").unwrap_or(file).trim_end_matches(".rs");
    let mut place: Vec<String> = inner.split('/').map(str::to_owned).collect();
    let module = place[0].clone();
    if ["mod", "lib", "main"].contains(&place[place.len() - 1].as_str()) {
        place.pop();
    }
    (module, place)
}

/// What a file may not use, each with its sentence.
fn arrows(file: &str, text: &str) -> Vec<String> {
    let (module, place) = module_and_place(file);
    if module == "lib" {
        return Vec::new();
    }
    let mut faults = Vec::new();
    let Some((_, may_use)) = MAY_USE.iter().find(|(name, _)| *name == module) else {
        return vec![format!("{file}: the module {module} is not among the modules; say whom it may use")];
    };
    let code = paths(text, &place);
    for named in code.iter().filter(|named| !named.in_tests) {
        let parts: Vec<&str> = named.parts.iter().map(String::as_str).collect();
        let used = match parts.as_slice() {
            ["crate" | "sidebyside", used, ..] => used,
            [first, ..] if EGUI.contains(first) && !NAMES_EGUI.contains(&module.as_str()) => {
                faults.push(format!("{file} names {}", parts.join("::")));
                continue;
            }
            ["start", ..] if module == "main" => continue,
            _ => continue,
        };
        let is_room = MAY_USE.iter().any(|(name, _)| name == used);
        if is_room && *used != module && !may_use.contains(used) {
            faults.push(format!("{file} uses {}", parts.join("::")));
        }
    }
    faults.dedup();
    faults
}

/// Calls that end the program on a fault, outside tests.
fn abrupt(file: &str, text: &str) -> Vec<String> {
    let (_, place) = module_and_place(file);
    let ends = |named: &Named| {
        let parts: Vec<&str> = named.parts.iter().map(String::as_str).collect();
        matches!(
            parts.as_slice(),
            [".unwrap()" | ".expect()" | ".unwrap_err()" | ".expect_err()"]
                | ["todo" | "unimplemented" | "panic" | "unreachable" | "dbg", "!"]
        ) || matches!(parts.as_slice(), [.., "process", "exit" | "abort"])
    };
    let code = paths(text, &place);
    code.iter().filter(|n| !n.in_tests && ends(n)).map(|n| format!("{file}: {}", n.parts.join("::"))).collect()
}

/// Colours written down outside the theme, where each has a name that says what it is for.
fn colours(file: &str, text: &str) -> Vec<String> {
    let (module, place) = module_and_place(file);
    if module == "theme" {
        return Vec::new();
    }
    let is_raw = |named: &Named| match named.parts.as_slice() {
        [.., of, last] => ["Color32", "Rgba", "Hsva"].contains(&of.as_str()) && RAW_COLOURS.contains(&last.as_str()),
        _ => false,
    };
    let code = paths(text, &place);
    code.iter().filter(|n| !n.in_tests && is_raw(n)).map(|n| format!("{file}: {}", n.parts.join("::"))).collect()
}

/// All sources but those that are compiled for tests only.
pub fn sources_in_use() -> Vec<(String, String)> {
    let sources = sources();
    let for_tests: Vec<_> =
        sources.iter().flat_map(|(file, text)| modules_for_tests(text, &module_and_place(file).1)).collect();
    sources.into_iter().filter(|(file, _)| !for_tests.contains(&module_and_place(file).1)).collect()
}

/// The faults of all sources but those that are compiled for tests only.
fn in_all_sources(check: fn(&str, &str) -> Vec<String>) -> Vec<String> {
    sources_in_use().iter().flat_map(|(file, text)| check(file, text)).collect()
}

#[test]
fn arrows_between_rooms_point_one_way() {
    assert_none(&in_all_sources(arrows));
}

#[test]
fn every_room_has_its_rule_and_every_rule_its_room() {
    let mut modules: Vec<String> =
        sources().iter().map(|(file, _)| module_and_place(file).0).filter(|r| r != "lib").collect();
    modules.sort();
    modules.dedup();
    let mut ruled: Vec<&str> = MAY_USE.iter().map(|(module, _)| *module).collect();
    ruled.sort_unstable();
    assert_eq!(modules, ruled);
}

#[test]
fn nothing_outside_tests_ends_the_program_on_a_fault() {
    assert_none(&in_all_sources(abrupt));
}

#[test]
fn colours_are_named_in_the_theme_only() {
    assert_none(&in_all_sources(colours));
}

#[test]
fn planted_arrows_are_seen_in_every_way_of_writing_them() {
    for (file, text, seen) in [
        ("src/model/x.rs", "use crate::compare::Comparison;", true),
        ("src/compare/x.rs", "use crate::{figure::Figure, model::View};", true),
        ("src/figure/x.rs", "fn f(view: &crate::ui::App) {}", true),
        ("src/figure/x.rs", "fn f() { crate::draw::figure_ui() }", true),
        ("src/figure/x.rs", "fn f() -> Vec<String> { vec![crate::draw::name()] }", true),
        ("src/figure/x.rs", "use super::super::draw::Setting;", true),
        ("src/figure/mod.rs", "pub use super::draw::Setting;", true),
        ("src/figure/x.rs", "mod inner { use super::super::super::theme::Tokens; }", true),
        ("src/dataset/x.rs", "type C = egui::Color32;", true),
        ("src/compare/x.rs", "use egui::Ui as Nothing;", true),
        ("src/export/x.rs", "use crate::app::State;", true),
        ("src/cli/x.rs", "use crate::ui::App;", true),
        ("src/cli.rs", "use sidebyside::app::State;", true),
        ("src/ui/x.rs", "use crate::start::open_window;", true),
        ("src/attic/x.rs", "", true),
        ("src/compare/x.rs", "use crate::model::*; use super::Rule; use std::fmt;", false),
        ("src/compare/x.rs", "#[cfg(test)] mod tests { use crate::dataset::load_text; }", false),
        ("src/ui/x.rs", "use crate::app::State; fn f(ui: &mut egui::Ui) {}", false),
        ("src/figure/x.rs", "use super::words; fn f() { self::g() }", false),
    ] {
        assert_eq!(!arrows(file, text).is_empty(), seen, "{file}: {text} gives {:?}", arrows(file, text));
    }
}

#[test]
fn planted_unwraps_and_colours_are_seen() {
    for text in [
        "fn f() { None::<u8>.unwrap(); }",
        "fn f() { g(h().expect(\"it\")) }",
        concat!("fn f() { to", "do!() }"),
        "fn f() { std::process::exit(1) }",
        "fn f() -> String { format!(\"{}\", g().unwrap()) }",
    ] {
        assert_eq!(abrupt("src/model/x.rs", text).len(), 1, "{text}");
    }
    assert!(abrupt("src/model/x.rs", "#[test] fn f() { g().unwrap() }").is_empty());
    assert!(abrupt("src/model/x.rs", "fn f() { g().unwrap_or_default() }").is_empty());
    assert_eq!(colours("src/draw/x.rs", "const C: Color32 = Color32::from_rgb(1, 2, 3);").len(), 1);
    assert_eq!(colours("src/draw/x.rs", "fn f() -> egui::Color32 { egui::Color32::WHITE }").len(), 1);
    assert!(colours("src/draw/x.rs", "const C: Color32 = Color32::TRANSPARENT;").is_empty());
    assert!(colours("src/theme.rs", "const C: Color32 = Color32::from_rgb(1, 2, 3);").is_empty());
}
