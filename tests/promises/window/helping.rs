//! The help: its pages hold together, F1 opens it, links and the search lead about in it, and "Why?" leads to it.

use super::*;
use sidebyside::app::{Action, COMMANDS, page_with_keys};
use sidebyside::compare::Rule;
use sidebyside::help::{self, HelpAnchor, PageBlock};

fn links(blocks: &[PageBlock]) -> Vec<HelpAnchor> {
    let runs = blocks.iter().flat_map(|block| match block {
        PageBlock::Paragraph(runs) | PageBlock::Item { runs, .. } => runs.as_slice(),
        PageBlock::Heading { .. } => &[],
    });
    runs.filter_map(|run| run.link.clone()).collect()
}

#[test]
fn every_link_of_the_help_leads_to_a_page_and_a_heading() {
    for page in help::pages() {
        assert!(!page.title.is_empty() && page.blocks.len() > 2, "{} is empty", page.name);
        let places = links(&page.blocks);
        for place in &places {
            let target = help::page(place.page).unwrap_or_else(|| panic!("{}: no page {}", page.name, place.page));
            let is_there = target.blocks.iter().any(|block| block.anchor() == Some(&place.anchor));
            assert!(place.anchor.is_empty() || is_there, "{}: {place:?} leads nowhere", page.name);
        }
        // What looks like a link in the file is one.
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("assets/help/{}.md", page.name));
        assert_eq!(std::fs::read_to_string(file).unwrap().matches("](").count(), places.len(), "{}", page.name);
    }
}

#[test]
fn the_contents_lead_to_every_page() {
    let contents = links(&help::page(help::CONTENTS).unwrap().blocks);
    for page in help::pages().iter().filter(|page| page.name != help::CONTENTS) {
        assert!(contents.contains(&HelpAnchor::page(page.name)), "{} is not in the contents", page.name);
    }
}

#[test]
fn every_file_of_the_help_is_a_page() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/help");
    for entry in std::fs::read_dir(folder).unwrap() {
        let name = entry.unwrap().file_name().to_string_lossy().trim_end_matches(".md").to_owned();
        assert!(help::page(&name).is_some(), "{name} is not built in");
    }
}

#[test]
fn every_command_is_told_of_in_the_page_of_keys() {
    let page = page_with_keys(help::page(help::KEYBOARD).unwrap());
    let items: Vec<String> = page.blocks.iter().map(PageBlock::text).collect();
    for command in COMMANDS.iter() {
        let name = command.label.trim_end_matches('…');
        assert!(items.iter().any(|item| item.contains(name) && item.contains(command.hint)), "{name}");
    }
}

#[test]
fn every_rule_says_what_it_means_for_the_reader() {
    let rules = &help::page(help::RULES).unwrap().blocks;
    for rule in Rule::ALL {
        let anchor = HelpAnchor::rule(rule.number()).anchor;
        let at = rules.iter().position(|block| block.anchor() == Some(&anchor)).unwrap_or_else(|| panic!("{rule}"));
        assert!(rules[at].text().starts_with(&format!("{rule} ")));
        assert!(rules[at + 2].text().starts_with("For you:"), "{rule}");
        let told = rules[at + 1].text() + &rules[at + 2].text();
        let words = told.to_lowercase();
        assert!(!words.contains("chance") && !words.contains("true change"), "{rule} (R12)");
    }
}

#[test]
fn every_term_of_the_glossary_is_told_in_two_sentences() {
    let blocks = &help::page(help::GLOSSARY).unwrap().blocks;
    let terms: Vec<&PageBlock> = blocks.iter().filter(|block| block.anchor().is_some()).collect();
    assert!(terms.len() > 30);
    assert!(terms.is_sorted_by_key(|term| term.text().to_lowercase()), "in the order of the alphabet");
    for term in terms {
        let told = help::meaning(&term.text()).unwrap();
        let sentences = told.matches(". ").count() + usize::from(told.ends_with('.'));
        assert_eq!(sentences, 2, "{}: {told}", term.text());
    }
}

#[test]
fn f1_opens_the_contents_and_escape_closes_them() {
    let mut window = Window::open();
    window.press(Key::F1);
    assert!(window.has(Role::Dialog, "Help"));
    let heading = window.node(Role::Heading, "Help");
    assert_eq!(heading.accesskit_node().data().level(), Some(1));
    window.press(Key::Escape);
    assert!(!window.has(Role::Dialog, "Help"));
}

#[test]
fn links_lead_to_pages_and_back_and_forward_along_the_way() {
    let mut window = Window::open();
    window.press(Key::F1);
    assert!(window.node(Role::Button, "← Back").accesskit_node().is_disabled());
    window.activate(Role::Link, "Five-minute tour");
    assert!(window.has(Role::Heading, "Minute 2: compare"));
    window.activate(Role::Link, "the marks");
    assert!(window.has(Role::Heading, "The marks"));
    window.click(Role::Button, "← Back");
    assert!(window.has(Role::Heading, "Minute 2: compare"));
    window.click(Role::Button, "Forward →");
    assert!(window.has(Role::Heading, "The marks"));
    window.click(Role::Button, "Contents");
    assert!(window.has(Role::Heading, "Begin here"));
}

#[test]
fn what_is_typed_into_the_help_is_found_and_gone_to() {
    let mut window = Window::open();
    window.press(Key::F1);
    window.type_into("Search the help", "independent events");
    let name = "The rules of comparison: R12 Uncertainty, or the reason why not";
    window.activate(Role::Link, name);
    let heading = window.node(Role::Heading, "R12 Uncertainty, or the reason why not");
    assert!(window.screen().contains(heading.rect().center()), "scrolled into view: {:?}", heading.rect());
    window.type_into("Search the help", "zzzz");
    window.assert_says("Nothing in the help holds \"zzzz\".");
}

#[test]
fn enter_leads_from_the_helps_search_to_a_result_and_back() {
    let mut window = Window::open();
    window.press(Key::F1);
    window.type_into("Search the help", "independent events");
    let first = window.names(Role::Link).into_iter().find(|name| name.contains(':')).unwrap();
    window.press(Key::Enter);
    assert!(window.node(Role::Link, &first).is_focused(), "the first result");
    let name = "The rules of comparison: R12 Uncertainty, or the reason why not";
    window.node(Role::Link, name).focus();
    window.press(Key::Enter);
    let heading = window.node(Role::Heading, "R12 Uncertainty, or the reason why not");
    assert!(heading.is_focused(), "the keyboard is where the page was opened");
    assert!(window.screen().contains(heading.rect().center()));
    window.click(Role::Button, "← Back");
    let field = window.node(Role::TextInput, "Search the help").accesskit_node().value();
    assert_eq!(field.as_deref(), Some("independent events"));
    assert!(window.node(Role::Link, name).is_focused(), "where it was left");
    window.click(Role::Button, "Forward →");
    assert!(window.node(Role::Heading, "R12 Uncertainty, or the reason why not").is_focused());
    window.type_into("Search the help", "zzzz");
    window.press(Key::Enter);
    assert!(window.node(Role::TextInput, "Search the help").is_focused(), "there is nothing to go to");
}

#[test]
fn terms_of_the_glossary_are_in_the_palette() {
    let window = Window::open();
    let found = window.state().find("interval", 1).remove(0);
    assert_eq!((found.name.as_str(), found.kind), ("Interval", "Term of the glossary"));
    assert_eq!(found.actions, [Action::Help(sidebyside::app::HelpStep::Open(HelpAnchor::term("Interval")))]);
}

#[test]
fn every_page_of_the_help_is_in_the_palette() {
    let window = Window::open();
    for page in help::pages() {
        let name = format!("Help: {}", page.title);
        assert!(window.state().find(&name, 5).iter().any(|found| found.name == name), "{name}");
    }
}

#[test]
fn keys_scroll_a_page() {
    let mut window = Window::open();
    window.press(Key::F1);
    window.activate(Role::Link, "Glossary");
    let top = |window: &Window| window.node(Role::Heading, "Attribution").rect().top();
    let before = top(&window);
    window.press(Key::PageDown);
    assert!(top(&window) < before - 100.0, "a page further");
    window.press(Key::Home);
    assert!((top(&window) - before).abs() < 1.0, "back at the top");
    window.press(Key::ArrowDown);
    assert!(top(&window) < before, "a line further");
}

#[test]
fn why_and_the_rules_applied_lead_to_the_rules_page() {
    let mut window = Window::open();
    window.press_with(Modifiers::COMMAND, Key::Num2);
    let datum = window.data()[0].clone();
    window.activate(Role::ListItem, &datum);
    window.activate(Role::Button, "uncertainty, or why not: the rule, in the help");
    assert!(window.has(Role::Heading, "R12 Uncertainty, or the reason why not"));
    window.press(Key::Escape);
    window.activate(Role::Button, "What is meant by interval? Glossary");
    assert!(window.has(Role::Heading, "Interval"));
    assert_eq!(window.state().window.reading.now, HelpAnchor::term("Interval"));
}

#[test]
fn the_notes_of_a_figure_say_why() {
    let mut window = Window::open();
    window.press_with(Modifiers::COMMAND, Key::Num2);
    let figure = window.state().views.pages.compare.clone();
    // The strip above the figure says the first of them.
    let notes = &figure.notes[1..];
    let n = notes.len() + sidebyside::figure::left_out_sentences(&figure.left_out).len();
    window.activate(Role::DisclosureTriangle, &format!("{n} notes, folded"));
    for note in notes {
        window.assert_says(&note.text);
    }
    window.activate(Role::Link, "Why note 1");
    window.assert_says("The rules of comparison");
}

#[test]
fn the_list_and_the_palette_find_notes_and_say_so() {
    let mut window = Window::open();
    let dataset = window.state().document.dataset.clone();
    let programme = dataset.programmes.iter().find(|p| p.summary.split_whitespace().count() > 8).unwrap();
    let words: Vec<&str> = programme.summary.split_whitespace().take(6).collect();
    let typed = words.join(" ");
    window.type_into(SEARCH, &typed);
    let place = dataset.council(&programme.places[0]).unwrap().name.clone();
    let row = window.row(&place);
    assert!(row.contains("Found by Summary: ") && row.contains(words[0]), "{row}");
    let found = window.state().find(&typed, 20).into_iter().find(|found| found.kind == "Summary").unwrap();
    assert!(found.name.starts_with(&programme.name), "{}", found.name);
    let (note, located) = dataset.outcomes().find_map(|l| Some((l.outcome.notes.first()?, l))).unwrap();
    let found = window.state().find(note, 20).into_iter().find(|found| found.kind == "Note").unwrap();
    for action in found.actions {
        window.harness.state_mut().state.act(action);
    }
    assert_eq!(window.state().views.selected.as_ref(), Some(&located.outcome.id));
}

#[test]
fn who_types_a_councils_name_finds_it_before_mentions_of_it() {
    let mut window = Window::open();
    window.type_into(SEARCH, "leeds");
    assert_eq!(window.listed(), ["Leeds"]);
    assert!(!window.row("Leeds").contains("Found by"));
}

#[test]
fn an_empty_dataset_says_in_every_room_what_to_do() {
    let mut window = Window::open();
    let empty = std::env::temp_dir().join(format!("sidebyside-empty-{}.ron", std::process::id()));
    let text = "(format: 1, title: \"Nothing yet\", licence: \"\", sources: [], councils: [], indicators: [], programmes: [], context: [])";
    std::fs::write(&empty, text).unwrap();
    window.drop_file(&empty);
    std::fs::remove_file(&empty).unwrap();
    window.assert_says("This dataset has no councils yet.");
    for room in ["Overview", "Compare", "Council", "Table"] {
        window.click(Role::Tab, &format!("Room: {room}"));
        let words = format!("{}\n{}", window.text(), window.state().figure_on_screen().alt);
        assert!(words.contains("yet. Open another with File, Open…"), "{room}: {words}");
    }
}
