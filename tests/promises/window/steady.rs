//! Forms keep still and stay usable: no field moves while somebody types, whatever is said below it, and no length of text breaks
//! the window.

use super::editing::{Person, described, field, text_of};
use super::*;
use sidebyside::app::{Action, EditorAction, Tab};
use sidebyside::model::Measure;

#[test]
fn no_field_moves_while_somebody_types() {
    let mut person = Person::begin();
    person.makes_a_dataset();
    let watched = ["Level before", "When before", "Level after", "When after", "Over what time"];
    // Within a point: a field with the cursor in it is rounded otherwise.
    let at = |person: &Person| {
        watched.map(|label| {
            let rect = field(&person.window, label).rect();
            [rect.left(), rect.top()]
        })
    };
    let before = at(&person);
    let assert_still = |person: &Person, after: &str| {
        for (now, was) in at(person).iter().zip(&before) {
            let moved = (now[0] - was[0]).abs().max((now[1] - was[1]).abs());
            assert!(moved < 1.0, "moved by {moved} after {after}");
        }
    };
    for (label, typed) in [
        ("Level after", "-5 abc"),
        ("Level after", "soon, or a little later than soon, as far as anybody can tell from what was printed"),
        ("When after", "2016/2017"),
    ] {
        person.writes(label, typed);
        assert_still(&person, &format!("{typed:?} in {label}"));
        person.chord(Modifiers::COMMAND, Key::Z);
        assert_still(&person, &format!("{typed:?} in {label} was taken back"));
    }
    // A finding of the check likewise: the after of this is before its before.
    person.writes("When after", "2011");
    assert_still(&person, "a finding");
}

#[test]
fn a_message_that_does_not_fit_is_told_in_full_over_no_control() {
    let mut person = Person::begin();
    person.makes_a_dataset();
    person.clicks("Edit Fostering enquiries");
    person.writes("Name of the indicator", "Enquiries of people who would like to foster children and live nearby");
    person.goes_into("Unit");
    person.chord(Modifiers::COMMAND, Key::A);
    person.presses(Key::Backspace);
    let said = described(&person.window, "Unit");
    // The line below the field says it too, cut to its width.
    let told_in_full = |person: &Person| -> Option<Rect> {
        let labels = person.window.harness.query_all_by_role(Role::Label);
        let mut told = labels.filter(|node| name_of(node).as_deref() == Some(said.as_str())).map(|node| node.rect());
        told.rfind(|rect| rect.height() > 24.0)
    };
    let whole = told_in_full(&person).expect("the whole message, on several lines");
    let form = person.window.screen();
    for role in [Role::Button, Role::TextInput, Role::MultilineTextInput] {
        // What the form has scrolled away below its end is not drawn.
        let drawn = person.window.harness.query_all_by_role(role).filter(|node| node.rect().top() < whole.top());
        for node in drawn.filter(|node| form.contains_rect(node.rect())) {
            let overlap = node.rect().intersect(whole);
            let covers = overlap.width() > 1.0 && overlap.height() > 1.0;
            assert!(!covers, "{:?} at {:?} is covered by {whole:?}", name_of(&node), node.rect());
        }
    }
    let chip = person.window.node(Role::Button, "Unit: children").rect();
    assert!(chip.bottom() < whole.top(), "{chip:?} stands free of {whole:?}");
    // It goes with the cursor.
    person.goes_into("Concept");
    assert_eq!(told_in_full(&person), None);
}

#[test]
fn choosing_what_was_counted_moves_no_field_below_it() {
    let mut person = Person::begin();
    person.makes_a_dataset();
    person.clicks("Edit Foster with us");
    person.clicks("Add with the full form");
    let at = |person: &Person| field(&person.window, "Type it as published").rect().top();
    let before = at(&person);
    person.picks("What was counted", "Fostering enquiries");
    person.window.assert_says("Counted over a period, in enquiries.");
    assert!((at(&person) - before).abs() < 1.0, "from {before} to {}", at(&person));
}

#[test]
fn what_is_told_in_full_is_not_told_cut_as_well() {
    let mut person = Person::begin();
    person.makes_a_dataset();
    person.clicks("Edit Fostering enquiries");
    person.writes("Name of the indicator", "Enquiries of people who would like to foster children and live nearby");
    person.goes_into("Unit");
    person.chord(Modifiers::COMMAND, Key::A);
    person.presses(Key::Backspace);
    let said = described(&person.window, "Unit");
    let labels = person.window.harness.query_all_by_role(Role::Label);
    assert_eq!(labels.filter(|node| name_of(node).as_deref() == Some(said.as_str())).count(), 1, "{said}");
    person.window.assert_says("Told in full below the form.");
}

#[test]
fn a_text_of_ten_thousand_characters_is_refused_and_kept() {
    let long = "Fostering ".repeat(1000);
    let mut person = Person::begin();
    person.makes_a_dataset();
    let before = person.file();
    for (part, label) in [
        ("Edit Foster with us", "Name of the programme"),
        ("Edit Leeds", "Name"),
        ("Edit Fostering enquiries", "Name of the indicator"),
        ("Edit Annual report 2017", "Title"),
    ] {
        person.clicks(part);
        person.writes(label, &long);
        assert_eq!(text_of(&person.window, label), long, "{label}");
        let said = described(&person.window, label);
        assert!(said.contains("has 10000 characters, and at most 500"), "{label}: {said}");
        assert_eq!(person.file(), before, "{label}");
    }
    for room in Tab::ALL {
        person.window.harness.state_mut().state.act(Action::Show(room));
        person.window.run();
        let screen = person.window.harness.ctx.content_rect();
        assert!(screen.width() < 3000.0, "{room:?}");
    }
}

#[test]
fn the_button_that_adds_an_outcome_is_in_sight_and_says_its_use() {
    let mut person = Person::begin();
    person.makes_a_dataset();
    person.window.harness.set_size(vec2(1024.0, 640.0));
    person.window.run();
    person.clicks("Add with the full form");
    let bottom = |person: &Person| person.window.node(Role::Button, "Add the outcome").rect().bottom();
    assert!(bottom(&person) < 640.0, "{}", bottom(&person));
    person.window.assert_says("Choose first what was counted.");
    person.picks("What was counted", "Fostering");
    person.window.assert_says("Type first what was published.");
    person.writes("Type it as published", "soon");
    person.window.assert_says("What is typed as published is not understood yet.");
}

#[test]
fn tab_goes_from_the_unit_to_the_next_field() {
    let mut person = Person::begin();
    person.makes_a_dataset();
    person.clicks("Add with the full form");
    person.picks("What was counted", "Approved carers");
    person.clicks("How it is counted: Over a period");
    person.writes("Unit", "carers");
    person.presses(Key::Tab);
    assert_eq!(text_of(&person.window, "Unit"), "carers", "its block stays");
    let mut all = person.window.harness.query_all_by(|_| true);
    let focused = all.find(Node::is_focused).map(|n| n.accesskit_node().label());
    assert!(format!("{focused:?}").contains("How it is counted"), "{focused:?}");
}

#[test]
fn a_wrong_choice_of_how_it_is_counted_can_be_chosen_anew() {
    let mut person = Person::begin();
    person.makes_a_dataset();
    let counted = |person: &Person| {
        let state = person.window.state();
        // What a new outcome counts is written only when the outcome is added.
        let of_plan = state.editor.plan.as_ref().and_then(|plan| plan.made.indicator.clone());
        let indicator = of_plan.unwrap_or_else(|| state.document.original.indicators.last().unwrap().clone());
        (indicator.unit, indicator.measure)
    };
    // In the sheet of a new outcome, and then in the form of one that is there.
    person.clicks("Add with the full form");
    person.picks("What was counted", "Approved carers");
    person.clicks("Unit: children");
    person.clicks("How it is counted: A share");
    person.clicks("Unit: people");
    person.clicks("How it is counted: On a day");
    assert_eq!(counted(&person), ("people".into(), Measure::Stock));
    assert_eq!(text_of(&person.window, "Unit"), "people");
    person.clicks("Cancel");
    person.clicks("Edit Foster with us");
    person.window.activate(Role::Link, "Fostering enquiries, Leeds: before and after");
    person.picks("What was counted", "Children waiting");
    person.clicks("Unit: days");
    person.clicks("How it is counted: A grade");
    person.clicks("How it is counted: Over a period");
    person.clicks("Unit: children");
    assert_eq!(counted(&person), ("children".into(), Measure::Flow));
    // Once another part was opened it is one line again.
    person.clicks("Edit Leeds");
    person.clicks("Edit Foster with us");
    person.window.activate(Role::Link, "Children waiting, Leeds: before and after");
    assert!(!person.window.has(Role::Button, "How it is counted: A grade"));
}

#[test]
fn an_outcome_without_a_council_has_no_leading_colon() {
    let mut person = Person::begin();
    person.makes_a_dataset();
    person.clicks("Take Leeds out of places");
    person.window.assert_says("No council yet: Fostering enquiries");
}

#[test]
fn the_menu_counts_what_the_dataset_holds_now() {
    let mut person = Person::begin();
    person.makes_a_dataset();
    person.window.click(Role::Button, "Menu");
    person.window.assert_says("1 outcome");
}

#[test]
fn an_outcome_that_was_added_says_how_it_was_understood() {
    let mut person = Person::begin();
    person.makes_a_dataset();
    let said = described(&person.window, "Type it as published");
    assert!(said.contains("Understood so far: 52") && said.contains("81"), "{said}");
}

#[test]
fn outcomes_of_one_name_are_told_apart_in_the_outline() {
    let mut person = Person::begin();
    person.makes_a_dataset();
    let rows = |person: &Person| -> Vec<String> {
        person
            .window
            .names(Role::Button)
            .into_iter()
            .filter(|name| name.starts_with("Edit Fostering enquiries, Leeds"))
            .collect()
    };
    assert_eq!(rows(&person), ["Edit Fostering enquiries, Leeds"], "alone it needs no more than its name");
    person.clicks("Add with the full form");
    person.picks("What was counted", "Fostering");
    person.writes("Type it as published", "down by over 60 per cent");
    person.clicks("Add the outcome");
    let rows = rows(&person);
    assert!(rows.iter().any(|row| row.contains(": 52") && row.contains("81")), "{rows:?}");
    assert!(rows.iter().any(|row| row.contains("over 60%")), "{rows:?}");
}

#[test]
fn the_units_offered_stay_while_one_is_typed() {
    let mut person = Person::begin();
    person.makes_a_dataset();
    person.clicks("Edit Fostering enquiries");
    let below = |person: &Person| field(&person.window, "Concept").rect().top();
    person.writes("Unit", "");
    let before = below(&person);
    person.writes("Unit", "e");
    assert!((below(&person) - before).abs() < 1.0, "{} was {before}", below(&person));
}

#[test]
fn no_notice_and_no_preview_moves_a_form() {
    let mut person = Person::begin();
    person.makes_a_dataset();
    let at = |person: &Person, label: &str| field(&person.window, label).rect();
    person.clicks("Edit Foster with us");
    person.writes("Topic", "Children");
    let before = at(&person, "Name of the programme");
    // Something is told, and goes with the next edit.
    person.window.harness.state_mut().state.act(Action::Editor(EditorAction::NextFinding));
    person.window.run();
    assert!(!person.window.alerts().is_empty());
    assert_eq!(at(&person, "Name of the programme"), before, "told");
    person.writes("Topic", "C");
    assert_eq!(at(&person, "Name of the programme"), before, "typed");
    // A figure that can be read, and then cannot.
    person.clicks("Add with the full form");
    person.picks("What was counted", "Fostering enquiries");
    let before = at(&person, "Type it as published");
    for typed in ["12.5 ", "12.5 p", "52 in 2016", "52 in 2016 to"] {
        person.writes("Type it as published", typed);
        let now = at(&person, "Type it as published");
        assert!((now.width() - before.width()).abs() < 1.0 && (now.min - before.min).length() < 1.0, "{typed}: {now}");
    }
}
