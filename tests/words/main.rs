//! Promises about the words of the window: all of them come from the edition, so that another language can follow.
//!
//! The English words are put into Greek letters on their way from the edition, and the names of a dataset into Cyrillic ones. What
//! the window then still shows in Latin letters, or a figure paints on paper, was written in the code. This needs a process of its own,
//! because an edition is taken once for a run.

// A test that fails may say so by panicking, also in the functions that the test calls.
#![allow(clippy::expect_used)]
#![allow(clippy::wildcard_enum_match_arm, reason = "a test names the forms that it is about")]

mod disguise;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use egui::{Key, Modifiers, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT;
use sidebyside::app::{Action, COMMANDS, EditorAction, FileDialogs, State, Tab};
use sidebyside::dataset::{load_file, reference};
use sidebyside::edit::PartPath;
use sidebyside::export::figure::{PageSize, to_svg};
use sidebyside::export::{FontFaces, Format};
use sidebyside::figure::{Figure, figure};
use sidebyside::help::pages;
use sidebyside::model::{FigureKind, Role, View};
use sidebyside::ui::App;
use sidebyside::words::{Catalogue, ENGLISH, install};

/// What is the same in every language: keys, formats of files, the name of the application.
const SAME: &[&str] = &["Ctrl", "Shift", "Side", "by", "SVG", "PNG", "PDF", "XLSX", "CSV", "JSON", "RON", "ron", "GSS"];

/// The grammar of numbers, changes and periods, which datasets are written in and forms take: only the forms may show it.
/// Small words that periods have in their own words as well are left out.
const GRAMMAR: &[&str] = &[
    "about",
    "days",
    "exactly",
    "fell",
    "implied",
    "least",
    "month",
    "months",
    "nearly",
    "not",
    "over",
    "pp",
    "published",
    "rose",
    "share",
    "since",
    "stable",
    "stated",
    "suppressed",
    "under",
    "up",
    "week",
    "weeks",
    "year",
    "years",
];

/// Words that only forms show: the grammar, months as they are typed, and how a source is cited there.
fn is_typed(word: &str) -> bool {
    let months = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    GRAMMAR.contains(&word) || months.contains(&word) || ["line", "lines"].contains(&word)
}

/// Greek for Latin letters.
fn greek(text: &str) -> Cow<'_, str> {
    let letter = |letter: char| match letter {
        'a'..='z' => char::from_u32(u32::from('α') + (u32::from(letter) - u32::from('a')) % 17).unwrap_or('α'),
        'A'..='Z' => char::from_u32(u32::from('Α') + (u32::from(letter) - u32::from('A')) % 17).unwrap_or('Α'),
        other => other,
    };
    text.chars().map(letter).collect::<String>().into()
}

struct Window {
    harness: Harness<'static, App>,
    /// Texts with Latin letters, and where they were first seen.
    latin: BTreeMap<String, String>,
    fonts: FontFaces,
    /// Words of the dataset that can't be put into other letters: grades, and what a period says in its own words.
    of_data: BTreeSet<String>,
}

impl Window {
    fn open() -> Self {
        let harness = Harness::builder()
            .with_size(vec2(1366.0, 768.0))
            .with_theme(egui::Theme::Light)
            .with_max_steps(8)
            .build_eframe(|creation| App::new(&creation.egui_ctx, FileDialogs::Field));
        Self { harness, latin: BTreeMap::new(), fonts: FontFaces::new(), of_data: BTreeSet::new() }
    }

    fn state(&mut self) -> &mut State {
        &mut self.harness.state_mut().state
    }

    fn run(&mut self) {
        for _ in 0..5 {
            self.harness.run_ok();
            self.state().finish();
            self.harness.step();
            if self.state().busy().is_none() {
                break;
            }
        }
        self.harness.run();
    }

    fn act(&mut self, action: Action) {
        self.state().act(action);
        self.run();
    }

    /// Reads every name, value and description in the tree of the window.
    fn read(&mut self, place: &str) {
        self.run();
        let mut texts = vec![self.state().document.title().clone()];
        for node in self.harness.root().children_recursive() {
            let node = node.accesskit_node();
            let data = node.data();
            let all = [data.label(), data.value(), data.description(), data.tooltip(), data.placeholder()];
            texts.extend(all.into_iter().flatten().map(str::to_owned));
        }
        for text in texts {
            self.note(&text, place);
        }
    }

    /// Reads what a figure says on paper: every word that is painted, its title and its description.
    fn read_export(&mut self, figure: &Figure, place: &str) {
        let svg = to_svg(figure, PageSize::default(), &self.fonts).unwrap_or_else(|error| panic!("{error}"));
        let tree = usvg::roxmltree::Document::parse(&svg).unwrap_or_else(|error| panic!("{error}"));
        let mut painted = 0;
        for node in tree.descendants() {
            let label = node.attribute("aria-label");
            painted += usize::from(label.is_some());
            for text in label.into_iter().chain(node.text()) {
                self.note(text, place);
            }
        }
        assert!(painted > 0, "{place} has no words");
    }

    fn note(&mut self, text: &str, place: &str) {
        let in_a_form = self.state().views.room == Tab::Edit;
        let left = latin_words(text)
            .any(|word| !(SAME.contains(&word) || self.of_data.contains(word) || in_a_form && is_typed(word)));
        if left {
            self.latin.entry(text.to_owned()).or_insert_with(|| place.to_owned());
        }
    }
}

/// The words of at least two Latin letters, without the names of folders of this machine, of files, and the word that begins a view.
fn latin_words(text: &str) -> impl Iterator<Item = &str> {
    let is_file = |word: &&str| Format::of_path(std::path::Path::new(word)).is_some();
    let is_view = |word: &&str| word.contains("sidebyside-view");
    let words = text.split_whitespace().filter(|word| !word.contains(std::path::MAIN_SEPARATOR));
    let words = words.filter(move |word| !is_file(word) && !is_view(word));
    words
        .flat_map(|word| word.split(|letter: char| !letter.is_alphanumeric()))
        .filter(|word| word.chars().filter(char::is_ascii_alphabetic).count() > 1)
}

#[test]
fn all_words_of_the_window_come_from_the_edition() {
    let (edition, faults) = Catalogue::read("en-GB", ENGLISH, Some(greek));
    assert_eq!(faults, []);
    assert!(install(edition).is_ok(), "no words were asked for before");
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = Window::open();
    // The statistics that stand beside a dataset are data as well, of which the window says a title and the names of series.
    let beside = reference().expect("the built-in statistics are whole");
    let linked = beside.indicators.iter().map(|indicator| indicator.name.as_str());
    let said = linked.chain([beside.title.as_str()]).flat_map(latin_words);
    window.of_data.extend(said.map(str::to_owned));
    for file in ["data/programmes.ron", "tests/data/valid/every-form.ron"] {
        let loaded =
            load_file(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).expect("the dataset is valid");
        let path = folder.path().join("1.ron");
        disguise::save(loaded.dataset, &path).expect("the file is written");
        let text = std::fs::read_to_string(&path).expect("the file is there");
        // Every second piece stands between quotation marks.
        let said = text.split('"').skip(1).step_by(2).flat_map(latin_words);
        window.of_data.extend(said.filter(|word| !GRAMMAR.contains(word)).map(str::to_owned));
        window.act(Action::Open(path));
        rooms(&mut window);
        exports(&mut window);
    }
    // The help stands in pages of its own, which the palette lists by title.
    let titles: Vec<&str> = pages().iter().map(|page| page.title.as_str()).collect();
    window.of_data.extend(titles.iter().flat_map(|title| latin_words(title)).map(str::to_owned));
    commands(&mut window);
    let left: Vec<String> = window.latin.iter().map(|(text, place)| format!("{place}: {text}")).collect();
    assert!(left.is_empty(), "{} texts:\n{}", left.len(), left.join("\n"));
}

/// Every room, every kind of figure, every outcome in full, every form.
fn rooms(window: &mut Window) {
    window.read("first");
    let dataset = window.state().document.original.clone();
    for room in Tab::ALL {
        window.act(Action::Show(room));
        window.read(&format!("{room:?}"));
    }
    let concepts: BTreeSet<_> = dataset.indicators.iter().map(|i| i.concept.clone()).collect();
    for concept in concepts.into_iter().take(12) {
        window.act(Action::Compare(concept.clone()));
        for kind in FigureKind::ALL {
            window.act(Action::Draw(kind));
            window.read(&format!("{concept} {kind:?}"));
        }
    }
    let outcomes: Vec<_> = dataset.outcomes().map(|located| located.outcome.id.clone()).collect();
    for id in outcomes.into_iter().step_by(5) {
        window.act(Action::Select(Some(id.clone())));
        window.read(&format!("{id:?}"));
    }
    window.act(Action::Select(None));
    let places = PartPath::all(&dataset);
    for place in places.into_iter().step_by(7) {
        window.act(Action::Editor(EditorAction::GoTo(place)));
        window.read(&format!("{place:?}"));
    }
}

/// Every kind of figure on paper, with estimates, targets and plans: of each concept, or of the whole dataset.
fn exports(window: &mut Window) {
    window.act(Action::Show(Tab::Overview));
    let dataset = window.state().document.original.clone();
    let all = View { roles: Role::ALL.into_iter().collect(), ..View::default() };
    let concepts: BTreeSet<_> = dataset.indicators.iter().map(|i| i.concept.as_str()).collect();
    let of_concept = |concept: &&str| {
        let indicators = dataset.indicators.iter().filter(|i| i.concept == **concept).map(|i| i.id.clone()).collect();
        View { indicators, ..all.clone() }
    };
    for kind in FigureKind::ALL {
        let views =
            if kind.needs_one_concept() { concepts.iter().map(of_concept).collect() } else { vec![all.clone()] };
        for view in views {
            let figure = figure(&dataset, &view, kind).unwrap_or_else(|error| panic!("{error:?}"));
            window.read_export(&figure, &format!("{} {kind:?} on paper", figure.title));
        }
    }
}

/// Every command of the menus, one after the other. The example to copy from is not disguised.
fn commands(window: &mut Window) {
    for command in COMMANDS.iter().filter(|command| {
        !matches!(
            command.action,
            Action::Quit | Action::OpenBuiltIn(_) | Action::Help(_) | Action::Editor(EditorAction::Ask(_))
        )
    }) {
        window.act(command.action.clone());
        window.read(&format!("{:?}", command.action));
        window.harness.key_press_modifiers(Modifiers::NONE, Key::Escape);
        window.act(Action::CloseOverlay);
    }
}
