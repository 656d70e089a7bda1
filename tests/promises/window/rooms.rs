//! Going about: rooms by tabs and keys, councils by clicks and arrows, concepts, kinds, orders, colours.

use super::*;
use sidebyside::app::{Action, Tab};
use sidebyside::model::{FigureKind, Order};
use sidebyside::theme::Mode;

/// The name of the figure on screen; in the room of a council there is one a programme.
fn figures(window: &Window) -> Vec<String> {
    window.names(Role::Figure)
}

/// Which room's tab is on.
fn room(window: &Window) -> Vec<&'static str> {
    ["Overview", "Compare", "Council"].into_iter().filter(|r| window.is_on(Role::Tab, &format!("Room: {r}"))).collect()
}

#[test]
fn tabs_and_keys_lead_to_the_same_rooms() {
    let mut window = Window::open();
    for (name, key) in [("Compare", Key::Num2), ("Council", Key::Num4), ("Overview", Key::Num1)] {
        window.click(Role::Tab, &format!("Room: {name}"));
        assert_eq!(room(&window), [name]);
        let by_tab = (figures(&window), window.text());
        let other = if name == "Overview" { "Room: Compare" } else { "Room: Overview" };
        window.click(Role::Tab, other);
        assert_ne!(room(&window), [name]);
        window.press_with(Modifiers::COMMAND, key);
        assert_eq!(room(&window), [name]);
        assert_eq!((figures(&window), window.text()), by_tab);
    }
}

#[test]
fn a_click_on_a_council_opens_its_room() {
    let mut window = Window::open();
    let row = window.row("Brighton and Hove");
    window.click(Role::ListBoxOption, &row);
    assert_eq!(room(&window), ["Council"]);
    assert!(window.is_on(Role::ListBoxOption, &row), "its row is marked");
    window.assert_says("Brighton and Hove");
    window.assert_says("South East");
    let data = window.data();
    assert!(!data.is_empty() && data.iter().all(|d| d.contains("Brighton and Hove")), "{data:?}");
}

#[test]
fn a_council_without_figures_says_so() {
    let mut window = Window::open();
    let dataset = window.state().document.dataset.clone();
    let told = |id: &sidebyside::model::CouncilId| {
        dataset.outcomes().any(|l| l.outcome.places.contains(id))
            || dataset.programmes.iter().any(|p| p.places.contains(id))
    };
    for council in dataset.councils.iter().filter(|c| !told(&c.id)) {
        window.go_to(&council.name);
        window.assert_says("No programme and no figure of this body is in the dataset");
    }
    let no_figure = dataset.programmes.iter().find(|p| p.outcomes.is_empty()).expect("a programme without a figure");
    let council = dataset.council(&no_figure.places[0]).unwrap();
    window.go_to(&council.name);
    window.assert_says(&no_figure.name);
    window.assert_says("No figure was published for this programme.");
}

#[test]
fn arrows_go_from_council_to_council_and_everything_follows() {
    let mut window = Window::open();
    let listed = window.listed();
    window.go_to(&listed[3]);
    for (key, expected) in [(Key::ArrowDown, 4), (Key::ArrowDown, 5), (Key::ArrowUp, 4)] {
        window.press(key);
        let name = &listed[expected];
        let row = window.row(name);
        assert!(window.is_on(Role::ListBoxOption, &row), "{name} is the current one");
        assert_eq!(window.state().views.council.as_ref().map(|c| c.as_str().to_owned()), Some(id_of(&window, name)));
        assert!(window.harness.get_all_by_role_and_label(Role::Heading, name).count() >= 1, "{name} heads the room");
        assert!(window.data().iter().all(|d| d.contains(name.as_str())), "{name}: {:?}", window.data());
    }
}

fn id_of(window: &Window, name: &str) -> String {
    let dataset = &window.state().document.dataset;
    dataset.councils.iter().find(|c| c.name == name).unwrap().id.as_str().to_owned()
}

#[test]
fn arrows_stop_at_the_ends_of_the_list_and_keep_the_row_in_view() {
    let mut window = Window::open();
    let listed = window.listed();
    window.go_to(&listed[0]);
    window.press(Key::ArrowUp);
    assert!(window.is_on(Role::ListBoxOption, &window.row(&listed[0])));
    window.go_to(&listed[listed.len() - 2]);
    for _ in 0..3 {
        window.press(Key::ArrowDown);
    }
    let last = window.row(listed.last().unwrap());
    assert!(window.is_on(Role::ListBoxOption, &last));
    let (row, screen) = (window.node(Role::ListBoxOption, &last).rect(), window.screen());
    assert!(screen.contains_rect(row), "the last row is scrolled into view: {row:?} in {screen:?}");
}

#[test]
fn arrows_in_the_search_field_do_not_move_the_list() {
    let mut window = Window::open();
    window.go_to("Leeds");
    window.type_into(SEARCH, "l");
    window.press(Key::ArrowDown);
    assert!(window.is_on(Role::ListBoxOption, &window.row("Leeds")));
}

#[test]
fn three_concepts_are_one_click_away() {
    for concept in ["looked-after children", "fostering enquiries", "admissions to care homes"] {
        let mut window = Window::open();
        window.click(Role::Button, &format!("Compare {concept}"));
        assert_eq!(room(&window), ["Compare"]);
        let name = sidebyside::figure::words::sentence_case(concept);
        let title = &figures(&window)[0];
        assert!(title.starts_with(&name), "{title:?} is about {concept}");
        assert!(!window.data().is_empty());
        let shown = window.chosen("Concept to compare");
        assert!(shown.starts_with(&name), "the selector says {shown:?}");
    }
}

#[test]
fn another_concept_can_be_chosen() {
    let mut window = Window::open();
    window.click(Role::Tab, "Room: Compare");
    let (concept, n) =
        window.state().views.pages.concepts.iter().find(|(c, _)| c.contains("protection")).unwrap().clone();
    window.choose("Concept to compare", &format!("{} ({n})", sidebyside::figure::words::sentence_case(&concept)));
    assert_eq!(window.state().views.concept, concept);
    assert!(figures(&window)[0].to_lowercase().contains(&concept), "{:?}", figures(&window));
}

#[test]
fn grades_are_drawn_as_grades_without_asking() {
    let mut window = Window::open();
    window.click(Role::Tab, "Room: Compare");
    let concepts = window.state().views.pages.concepts.clone();
    let (concept, n) = concepts.iter().find(|(c, _)| c.contains("Ofsted")).expect("ratings are among the concepts");
    window.choose("Concept to compare", &format!("{} ({n})", sidebyside::figure::words::sentence_case(concept)));
    assert_eq!(window.state().views.kind, FigureKind::Rating);
    assert!(window.data().iter().any(|d| d.contains("good")), "{:?}", window.data());
    window.choose("Concept to compare", &label(&concepts, "looked-after children"));
    assert_eq!(window.state().views.kind, FigureKind::Both, "numbers are not drawn as grades");
}

fn label(concepts: &[(String, usize)], concept: &str) -> String {
    let (name, n) = concepts.iter().find(|(c, _)| c == concept).unwrap();
    format!("{} ({n})", sidebyside::figure::words::sentence_case(name))
}

#[test]
fn every_kind_that_draws_something_is_offered_with_its_rows() {
    let mut window = Window::open();
    window.click(Role::Tab, "Room: Compare");
    let kinds = window.state().views.pages.kinds.clone();
    assert_eq!(kinds.len(), FigureKind::ALL.len());
    for (kind, n) in kinds {
        if n == 0 {
            let box_of_kinds = window.selector("Kind of figure");
            window.click(Role::ComboBox, &box_of_kinds);
            let offered = window.names(Role::ListBoxOption);
            assert!(
                !offered.iter().any(|name| name.starts_with(&format!("{} (", kind.label()))),
                "{kind:?}: {offered:?}"
            );
            window.press(Key::Escape);
            continue;
        }
        window.choose("Kind of figure", kind.label());
        let figure = window.state().figure_on_screen();
        assert_eq!((figure.kind, figure.drawn().len()), (kind, n), "as many as it said");
        assert_eq!(window.chosen("Kind of figure"), format!("{} ({n})", kind.label()));
        assert_eq!(window.names(Role::Figure).len(), 1);
    }
}

#[test]
fn every_order_can_be_chosen_and_moves_the_rows_only() {
    let mut window = Window::open();
    window.click(Role::Button, "Compare looked-after children");
    let by_period = window.data();
    window.choose("Order of rows", Order::Change.label());
    let by_size = window.data();
    assert_ne!(by_period, by_size);
    let sorted = |mut data: Vec<String>| {
        data.sort();
        data
    };
    assert_eq!(sorted(by_period.clone()), sorted(by_size));
    window.choose("Order of rows", Order::Name.label());
    let own: Vec<String> = window.data().into_iter().filter(|d| !d.ends_with("context.")).collect();
    let places: Vec<&str> = own.iter().filter_map(|d| d.split(',').next()).collect();
    assert!(places.is_sorted(), "{places:?}");
    window.choose("Order of rows", Order::Period.label());
    assert_eq!(window.data(), by_period);
}

#[test]
fn a_heading_sorts_and_stays_in_view_while_rows_scroll() {
    let mut window = Window::of_size(vec2(1100.0, 620.0), 1.0);
    window.click(Role::Button, "Compare looked-after children");
    for (heading, order) in [("Change (%)", Order::Change), ("Council", Order::Name), ("Period", Order::Period)] {
        window.click(Role::Button, &format!("{heading}: sort by it"));
        assert_eq!(window.state().views.order, order);
        assert!(window.has(Role::Button, &format!("{heading}: sorted by it")), "{heading}");
    }
    let figure = window.names(Role::Figure).remove(0);
    window.node(Role::Figure, &figure).focus();
    window.press(Key::End);
    let first = window.names(Role::ListItem).remove(0);
    let (heading, row) =
        (window.node(Role::Button, "Period: sorted by it").rect(), window.node(Role::ListItem, &first).rect());
    assert!(window.screen().contains_rect(heading) && row.top() < heading.top(), "{heading:?} over {row:?}");
}

#[test]
fn estimates_targets_and_plans_are_hidden_until_asked_for() {
    let mut window = Window::open();
    let before = window.state().figure_on_screen().drawn().len();
    window.menu("View", "Estimates, targets and plans");
    assert!(window.state().figure_on_screen().drawn().len() > before);
    window.menu("View", "Estimates, targets and plans");
    assert_eq!(window.state().figure_on_screen().drawn().len(), before);
}

#[test]
fn the_dark_colours_are_one_menu_entry_away_and_so_are_light() {
    let mut window = Window::open();
    assert_eq!(window.state().mode(None), Mode::Light);
    let ground = |window: &Window| window.harness.ctx.style_of(window.harness.ctx.theme()).visuals.panel_fill;
    let light = ground(&window);
    window.menu("View", "Dark colours");
    assert_eq!(window.harness.ctx.theme(), egui::Theme::Dark);
    let dark = ground(&window);
    assert!(sidebyside::theme::contrast(light, dark) > 8.0, "{light:?} and {dark:?}");
    window.menu("View", "Light colours");
    assert_eq!(ground(&window), light);
}

#[test]
fn arrow_keys_that_come_together_are_a_step_each() {
    let mut window = Window::open();
    window.press_with(Modifiers::COMMAND, Key::Num4);
    let listed = window.state().views.pages.listed.clone();
    assert_eq!(window.state().views.council.as_ref(), listed.first());
    // A held key or a slow frame brings several presses at once.
    for pressed in [true, true, true] {
        window.harness.input_mut().events.push(egui::Event::Key {
            key: Key::ArrowDown,
            physical_key: None,
            pressed,
            repeat: false,
            modifiers: Modifiers::NONE,
        });
    }
    window.run();
    assert_eq!(window.state().views.council.as_ref(), listed.get(3));
}

#[test]
fn no_council_is_lent_the_praise_of_a_programmes_other_council() {
    let mut window = Window::open();
    let dataset = window.state().document.dataset.clone();
    let mut lent = 0;
    for programme in &dataset.programmes {
        let with: Vec<_> = programme.outcomes.iter().flat_map(|outcome| &outcome.places).collect();
        let councils = programme.places.iter().filter_map(|id| dataset.council(id));
        for council in councils.filter(|council| council.kind.is_council() && !with.is_empty()) {
            let is_lent = !with.contains(&&council.id);
            let go = Action::GoTo(council.id.clone());
            window.harness.state_mut().state.act(Action::Show(Tab::Council));
            window.harness.state_mut().state.act(go);
            window.run();
            let text = window.text();
            for claim in &programme.claims {
                assert_eq!(text.contains(claim.as_str()), !is_lent, "{}: {claim}", council.name);
            }
            assert_eq!(text.contains(&format!("no figure for {}", council.name)), is_lent, "{}", council.name);
            lent += usize::from(is_lent);
        }
    }
    assert_eq!(lent, 4, "the councils to which one programme was extended");
    let council = dataset.councils.iter().find(|council| council.name == "Hertfordshire").unwrap();
    let go = Action::GoTo(council.id.clone());
    window.harness.state_mut().state.act(go);
    window.run();
    window.assert_says("Also claimed of Hertfordshire: The rating is said to put Hertfordshire in the best quarter");
}

#[test]
fn topics_of_the_overview_fold_and_are_gone_to_by_keyboard() {
    let mut window = Window::open();
    let heads = |window: &Window| window.names(Role::DisclosureTriangle);
    let topics: Vec<String> = window.state().views.pages.topics_of_wall().map(str::to_owned).collect();
    assert!(topics.len() > 2, "{topics:?}");
    let first = heads(&window).into_iter().find(|name| name.starts_with(&topics[0])).unwrap();
    let all = window.data().len();
    window.node(Role::DisclosureTriangle, &first).focus();
    window.press(Key::Enter);
    assert!(window.has(Role::DisclosureTriangle, &format!("{first}, folded")), "{:?}", heads(&window));
    assert!(window.data().len() < all);
    window.press_with(Modifiers::COMMAND, Key::Num2);
    window.press_with(Modifiers::COMMAND, Key::Num1);
    assert!(window.has(Role::DisclosureTriangle, &format!("{first}, folded")), "it stays folded");
    let drawn = window.state().figure_on_screen().drawn().len();
    assert_eq!(drawn, all, "what is saved has all of it");
    window.click(Role::Button, "Fold all");
    assert!(window.data().is_empty(), "{:?}", window.data());
    let last = topics.last().unwrap().clone();
    window.click(Role::Button, "Go to a topic");
    window.activate(Role::Button, &last);
    let head = heads(&window).into_iter().find(|name| name.starts_with(&last)).unwrap();
    assert!(!head.ends_with("folded"), "{head}");
    let node = window.node(Role::DisclosureTriangle, &head);
    assert!(node.is_focused() && window.screen().contains_rect(node.rect()), "{:?}", node.rect());
}

#[test]
fn the_head_of_a_topic_stays_in_view_while_its_cards_scroll() {
    let mut window = Window::open();
    let topic = window.state().views.pages.topics_of_wall().next().unwrap().to_owned();
    let figure = window.names(Role::Figure).remove(0);
    window.node(Role::Figure, &figure).focus();
    for _ in 0..4 {
        window.press(Key::ArrowDown);
    }
    let head = window.names(Role::DisclosureTriangle).into_iter().find(|name| name.starts_with(&topic)).unwrap();
    let rect = window.node(Role::DisclosureTriangle, &head).rect();
    let focused = window.harness.ctx.memory(egui::Memory::focused).unwrap();
    let datum = window.harness.ctx.read_response(focused).unwrap().rect;
    assert!(window.screen().contains_rect(rect) && rect.bottom() <= datum.top() + 1.0, "{rect:?} over {datum:?}");
}

#[test]
fn context_is_one_click_away_and_counted() {
    let mut window = Window::open();
    let dataset = window.state().document.dataset.clone();
    let of_role = |role| dataset.outcomes().filter(|l| l.outcome.role == role).count();
    let context = of_role(sidebyside::model::Role::Context);
    let drawn = window.state().figure_on_screen().drawn().len();
    assert_eq!(drawn, of_role(sidebyside::model::Role::Outcome), "what councils did");
    let note = format!("{context} context figures, such as England's, are not shown here.");
    assert!(window.state().figure_on_screen().notes.iter().any(|told| told.text == note));
    window.click(Role::Button, &format!("Show context ({context})"));
    let figure = window.state().figure_on_screen();
    assert_eq!(figure.drawn().len(), drawn + context);
    assert!(!figure.notes.iter().any(|told| told.text.contains("not shown here")));
    window.click(Role::Button, "Hide context");
    assert_eq!(window.state().figure_on_screen().drawn().len(), drawn);
}
