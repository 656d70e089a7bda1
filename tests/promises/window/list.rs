//! The list of councils: search, filters, ticks, and what an empty list says.

use super::*;
use sidebyside::model::{CouncilKind, Dataset};

/// The number of outcomes shown.
fn shown(window: &Window) -> usize {
    window.state().figure_on_screen().drawn().len()
}

fn dataset(window: &Window) -> std::sync::Arc<Dataset> {
    window.state().document.dataset.clone()
}

/// Names of the councils of the dataset for which something holds, in alphabetical order.
fn names(window: &Window, holds: impl Fn(&sidebyside::model::Council) -> bool) -> Vec<String> {
    let mut names: Vec<String> = dataset(window).councils.iter().filter(|c| holds(c)).map(|c| c.name.clone()).collect();
    names.sort();
    names
}

fn sorted(mut names: Vec<String>) -> Vec<String> {
    names.sort();
    names
}

#[test]
fn the_window_opens_on_the_overview_of_the_built_in_dataset() {
    let mut window = Window::open();
    let data = dataset(&window);
    assert!(window.is_on(Role::Tab, "Room: Overview"));
    window.click(Role::Button, "Menu");
    window.assert_says("built-in dataset");
    window.assert_says(&format!("{} programmes", data.programmes.len()));
    window.assert_says(&format!("{} outcomes", data.outcomes().count()));
    let links = window.names(Role::Link);
    assert!(links.iter().any(|l| l.ends_with("cautions in the dataset")), "{links:?}");
    assert_eq!(window.listed().len(), data.councils.len(), "everybody is listed");
    assert!(shown(&window) > 90);
    assert!(window.alerts().is_empty(), "{:?}", window.alerts());
}

#[test]
fn the_list_narrows_with_each_letter_and_escape_brings_all_back() {
    let mut window = Window::open();
    let everybody = window.listed();
    let on_wall = shown(&window);
    window.type_into(SEARCH, "w");
    let with_w = window.listed();
    assert!(with_w.len() < everybody.len() && with_w.len() > 1);
    window.harness.event(egui::Event::Text("igan".to_owned()));
    window.run();
    assert_eq!(window.listed(), ["Wigan"]);
    assert_eq!(shown(&window), on_wall, "a search finds, and empties no figure");
    window.press(Key::Escape);
    assert_eq!(window.listed(), everybody);
    assert_eq!(shown(&window), on_wall);
}

#[test]
fn escape_clears_the_search_also_from_outside_the_field() {
    let mut window = Window::open();
    let everybody = window.listed();
    window.type_into(SEARCH, "leeds");
    window.click(Role::Tab, "Room: Compare");
    window.press(Key::Escape);
    assert_eq!(window.listed(), everybody);
    assert_eq!(window.node(Role::TextInput, SEARCH).value().unwrap_or_default(), "");
}

#[test]
fn a_council_is_found_by_code_alias_programme_and_indicator() {
    for (search, council) in
        [("E08000035", "Leeds"), ("signs of safety", "Wokingham"), ("fostering enquiries", "Barnsley")]
    {
        let mut window = Window::open();
        if !window.listed().iter().any(|name| name == council) {
            continue;
        }
        window.type_into(SEARCH, search);
        assert!(window.listed().iter().any(|name| name == council), "{search} gives {:?}", window.listed());
    }
}

#[test]
fn enter_in_the_search_goes_to_the_first_council_found() {
    let mut window = Window::open();
    window.type_into(SEARCH, "wolverhampton");
    window.press(Key::Enter);
    assert!(window.is_on(Role::Tab, "Room: Council"));
    window.assert_says("Wolverhampton");
    assert_eq!(window.state().views.council.as_ref().map(sidebyside::model::CouncilId::as_str), Some("wolverhampton"));
}

#[test]
fn the_shortcut_puts_the_cursor_into_the_search() {
    let mut window = Window::open();
    window.press_with(Modifiers::COMMAND, Key::F);
    assert!(window.node(Role::TextInput, SEARCH).is_focused());
    window.harness.event(egui::Event::Text("hull".to_owned()));
    window.run();
    assert_eq!(window.listed().first().map(String::as_str), Some("Hull"));
}

#[test]
fn a_region_and_a_kind_narrow_the_list_and_the_wall() {
    let mut window = Window::open();
    let on_wall = shown(&window);
    window.click(Role::DisclosureTriangle, "Filters, folded");
    window.choose("Filter by region", "West Midlands");
    assert_eq!(sorted(window.listed()), names(&window, |c| c.region == "West Midlands"));
    let in_region = shown(&window);
    assert!(in_region < on_wall && in_region > 0);
    window.assert_says("councils and bodies");
    window.choose("Filter by kind", CouncilKind::County.label());
    let both = names(&window, |c| c.region == "West Midlands" && c.kind == CouncilKind::County);
    assert_eq!(sorted(window.listed()), both);
    assert!(window.data().iter().all(|d| both.iter().any(|name| d.contains(name.as_str()))), "{:?}", window.data());
    window.click(Role::Button, "Clear search and filters");
    assert_eq!(window.listed().len(), dataset(&window).councils.len());
    assert_eq!(shown(&window), on_wall);
}

#[test]
fn a_topic_a_document_and_a_form_narrow_the_list_and_the_wall() {
    let everything = Window::open();
    let (everybody, on_wall) = (everything.listed().len(), shown(&everything));
    let source = dataset(&everything).sources[0].title.clone();
    for (selector, choice) in [
        ("Filter by topic", "Fostering and adoption"),
        ("Filter by document", source.as_str()),
        ("Filter by form of evidence", sidebyside::model::Form::Pair.label()),
    ] {
        let mut window = Window::open();
        window.click(Role::DisclosureTriangle, "Filters, folded");
        window.choose(selector, choice);
        let (listed, drawn) = (window.listed().len(), shown(&window));
        assert!(listed > 0 && listed < everybody, "{selector}: {listed} of {everybody} listed");
        assert!(drawn > 0 && drawn < on_wall, "{selector}: {drawn} of {on_wall} shown");
        assert!(window.has(Role::DisclosureTriangle, "Filters (1 on)"), "the heading says how many filters are on");
        window.press(Key::Escape);
        assert_eq!(shown(&window), on_wall, "Escape takes {selector} away");
    }
}

#[test]
fn only_outcomes_of_the_form_asked_for_stay_on_the_wall() {
    let mut window = Window::open();
    window.click(Role::DisclosureTriangle, "Filters, folded");
    window.choose("Filter by form of evidence", sidebyside::model::Form::Pair.label());
    let data = dataset(&window);
    let drawn = window.state().figure_on_screen().drawn();
    assert!(!drawn.is_empty());
    assert!(drawn.iter().all(|id| data.outcome(id).unwrap().outcome.published.form() == sidebyside::model::Form::Pair));
}

#[test]
fn several_names_with_commas_and_short_forms_are_found() {
    let mut window = Window::open();
    window.type_into(SEARCH, "Leeds, Brighton");
    assert_eq!(window.listed(), ["Brighton and Hove", "Leeds"]);
    for short in ["CLA", "lac"] {
        window.press(Key::Escape);
        window.type_into(SEARCH, short);
        let listed = window.listed();
        assert!(
            ["Leeds", "Wolverhampton"].iter().all(|name| listed.contains(&(*name).to_owned())),
            "{short}: {listed:?}"
        );
        assert!(!listed.iter().any(|name| name == "Blackpool"), "its name holds {short} by chance: {listed:?}");
    }
}

#[test]
fn when_nobody_fits_list_and_room_say_so_and_how_to_get_back() {
    let mut window = Window::open();
    window.type_into(SEARCH, "zzzz");
    assert!(window.listed().is_empty() && !window.data().is_empty());
    window.assert_says("No council fits. Press Escape to clear the search and the filters.");
    window.narrow_to_nobody();
    assert!(window.data().is_empty(), "nothing is drawn: {:?}", window.data());
    let figure = window.state().figure_on_screen();
    assert!(matches!(&figure.body, sidebyside::figure::Body::Empty(sentence) if sentence.contains("Clear")));
    window.click(Role::Tab, "Room: Compare");
    assert!(window.data().is_empty(), "nothing is drawn in Compare either: {:?}", window.data());
    window.press(Key::Escape);
    assert!(!window.listed().is_empty() && !window.data().is_empty());
}

#[test]
fn ticked_councils_are_the_scope_of_compare_with_context_beside() {
    let mut window = Window::open();
    assert!(!window.is_on(Role::CheckBox, "Tick Brighton and Hove"));
    window.click(Role::CheckBox, "Tick Brighton and Hove");
    window.activate(Role::CheckBox, "Tick Wolverhampton");
    assert!(window.is_on(Role::CheckBox, "Tick Brighton and Hove"));
    assert!(!window.is_on(Role::CheckBox, "Tick Leeds"));
    window.assert_says("2 ticked");
    window.click(Role::Button, "Compare looked-after children");
    let data = window.data();
    assert!(
        data.iter().any(|d| d.starts_with("Brighton and Hove,"))
            && data.iter().any(|d| d.starts_with("Wolverhampton,"))
    );
    let others = data.iter().filter(|d| !d.starts_with("Brighton and Hove,") && !d.starts_with("Wolverhampton,"));
    assert!(
        others.clone().all(|d| d.ends_with("context.")),
        "only context beside them: {:?}",
        others.collect::<Vec<_>>()
    );

    window.click(Role::Button, "All councils");
    assert!(window.data().iter().any(|d| d.starts_with("Leeds,")), "everybody again: {:?}", window.data());
    window.click(Role::Button, "Only these 2");
    assert!(!window.data().iter().any(|d| d.starts_with("Leeds,")));

    window.click(Role::Button, "Untick Wolverhampton");
    assert!(!window.is_on(Role::CheckBox, "Tick Wolverhampton"), "the cross of a chip unticks");
    assert!(!window.data().iter().any(|d| d.starts_with("Wolverhampton,")));
    window.menu("View", "Untick all");
    assert!(!window.is_on(Role::CheckBox, "Tick Brighton and Hove"));
    assert!(window.data().iter().any(|d| d.starts_with("Leeds,")));
}

#[test]
fn one_scope_holds_in_every_room_and_file() {
    let mut window = Window::open();
    window.activate(Role::CheckBox, "Tick Wolverhampton");
    window.activate(Role::CheckBox, "Tick Leeds");
    let only = ["leeds", "wolverhampton"];
    let places = |window: &Window, outcomes: &[sidebyside::model::OutcomeId]| {
        let data = dataset(window);
        let of = outcomes.iter().flat_map(|id| data.outcome(id).unwrap().outcome.places.clone());
        sorted(
            of.map(|place| place.as_str().to_owned()).collect::<std::collections::HashSet<_>>().into_iter().collect(),
        )
    };
    let drawn: Vec<_> = window.state().figure_on_screen().drawn().into_iter().cloned().collect();
    assert_eq!(places(&window, &drawn), only, "the wall, and what is saved of it");
    window.press_with(Modifiers::COMMAND, Key::Num4);
    let rows: Vec<_> = window.state().views.pages.table.iter().map(|row| row.outcome.clone()).collect();
    assert_eq!(places(&window, &rows), only, "the table");
    assert_eq!(window.state().table_cells().lines().count(), rows.len() + 1, "and what is copied of it");
    window.menu("File", "Save figures of all councils…");
    window.assert_says("only the 2 councils you ticked");
    window.press(Key::Escape);
    for room in ["Overview", "Compare", "Council", "Table"] {
        window.click(Role::Tab, &format!("Room: {room}"));
        let chip = |name| window.node(Role::Button, name).rect().left();
        assert!(chip("Untick Wolverhampton") < chip("Untick Leeds"), "{room}: in the order of ticking");
    }
    window.click(Role::Button, "Clear");
    assert!(window.state().views.pinned.is_empty());
}

#[test]
fn my_council_is_first_in_list_and_chips_and_remembered() {
    let folder = tempfile::TempDir::new().unwrap();
    let mut window = Window::open();
    window.harness.state_mut().state.remember_in(folder.path());
    window.activate(Role::CheckBox, "Tick Barnsley");
    window.go_to("Wolverhampton");
    window.click(Role::Button, "My council");
    assert_eq!(window.listed().first().map(String::as_str), Some("Wolverhampton"));
    assert!(window.row("Wolverhampton").contains("my council"));
    let chip = |name| window.node(Role::Button, name).rect().left();
    assert!(chip("Untick Wolverhampton") < chip("Untick Barnsley"));
    window.harness.state_mut().state.close();
    let mut later = Window::open();
    later.harness.state_mut().state.remember_in(folder.path());
    later.run();
    assert_eq!(later.listed().first().map(String::as_str), Some("Wolverhampton"));
    assert!(later.has(Role::Button, "Go to Wolverhampton, my council"));
    assert!(!later.state().views.holds_to_ticked(), "one in hand hides nobody");
}

#[test]
fn ctrl_d_ticks_the_current_council() {
    let mut window = Window::open();
    window.go_to("Leeds");
    window.press_with(Modifiers::COMMAND, Key::D);
    assert!(window.is_on(Role::CheckBox, "Tick Leeds"));
    window.press_with(Modifiers::COMMAND, Key::D);
    assert!(!window.is_on(Role::CheckBox, "Tick Leeds"));
}

#[test]
fn words_under_the_pointer_stand_beside_the_list_and_cover_none() {
    let mut window = Window::open();
    let row = window.row("Camden");
    let at = window.node(Role::ListBoxOption, &row).rect();
    for (pointer, words) in [(at.center(), row.clone()), (at.left_center() - vec2(14.0, 0.0), "Tick ".to_owned())] {
        window.harness.hover_at(egui::pos2(2.0, 2.0));
        window.run();
        window.harness.hover_at(pointer);
        for _ in 0..8 {
            window.harness.step();
        }
        let told = window
            .harness
            .query_all_by_role(Role::Label)
            .find(|label| name_of(label).is_some_and(|name| name.starts_with(&words)) && label.rect().width() > 0.0);
        let told = told.unwrap_or_else(|| panic!("{words} is not told; there is {}", window.text())).rect();
        assert!(told.left() > at.right(), "{told:?} lies over the list, whose lines end at {}", at.right());
    }
}
