//! Forms: each form of evidence, texts that are not understood, and words that say how a text was taken.

use super::editing::{Person, described, field, text_of};
use super::*;
use sidebyside::app::{Action, EditorAction};
use sidebyside::dataset::load_text;
use sidebyside::edit::PartPath;
use sidebyside::model::{Form, Measure, Outcome};

fn outcome(person: &Person) -> Outcome {
    person.window.state().document.original.programmes[0].outcomes[0].clone()
}

#[test]
fn the_line_as_published_fills_every_form_of_evidence() {
    let mut person = Person::begin();
    person.makes_a_dataset();
    for (typed, form, label, text) in [
        ("780 to 626", Form::Pair, "Level after", "626"),
        ("down by over 60 per cent", Form::Change, "Change", "fell over 60%"),
        ("28 of 44", Form::Part, "Of how many", "44"),
        ("508 in 2017", Form::Single, "Level", "508"),
        ("fell since 2011", Form::Direction, "Over what time", "since 2011"),
    ] {
        person.writes("Type it as published", typed);
        assert_eq!(outcome(&person).published.form(), form, "{typed}");
        assert_eq!(text_of(&person.window, label), text, "{typed}");
        assert!(described(&person.window, "Type it as published").contains("Understood"), "{typed}");
    }
}

#[test]
fn grades_are_typed_for_a_rating() {
    let mut person = Person::begin();
    person.makes_a_dataset();
    person.clicks("Edit Fostering enquiries");
    person.clicks("How it is counted: A grade");
    assert_eq!(person.window.state().document.original.indicators[0].measure, Measure::Rating);
    person.clicks("Edit Foster with us");
    person.window.activate(Role::Link, "Fostering enquiries, Leeds: before and after");
    person.writes("Type it as published", "Inadequate to Good");
    assert_eq!(outcome(&person).published.form(), Form::Rating);
    person.writes("Framework before", "single inspection framework");
    person.writes("Date of inspection after", "March 2018");
    assert!(load_text(&person.file()).is_ok());
}

#[test]
fn another_form_keeps_what_carries_over_and_asks_for_the_rest() {
    let mut person = Person::begin();
    person.makes_a_dataset();
    person.clicks("Form of the evidence: One number");
    assert_eq!(outcome(&person).published.form(), Form::Single);
    assert_eq!(text_of(&person.window, "Level"), "81", "the level after carries over");
    person.clicks("Form of the evidence: A change only");
    assert_eq!(outcome(&person).published.form(), Form::Single, "no change was published yet");
    person.window.assert_says("Not taken over yet");
    assert!(described(&person.window, "Change").contains("Write the change"));
    person.writes("Change", "up 29");
    assert_eq!(outcome(&person).published.form(), Form::Change);
    assert_eq!(text_of(&person.window, "Level"), "81");
    person.clicks("Form of the evidence: A series");
    person.writes("Values", "2015: 344\n2016/17: suppressed");
    assert_eq!(outcome(&person).published.form(), Form::Series);
    assert!(load_text(&person.file()).is_ok(), "{}", person.file());
}

#[test]
fn a_text_that_is_not_understood_stays_as_typed_with_its_fix() {
    let mut person = Person::begin();
    person.makes_a_dataset();
    let before = person.file();
    person.writes("When after", "2016/2017");
    assert_eq!(text_of(&person.window, "When after"), "2016/2017");
    let said = described(&person.window, "When after");
    assert!(said.contains("may mean several things") && said.contains("2016/17"), "{said}");
    assert_eq!(person.file(), before, "what is not understood is not in the dataset");
    assert!(field(&person.window, "When after").is_focused(), "the cursor stays");

    // Elsewhere and back: nothing typed is lost.
    person.clicks("Edit Leeds");
    person.clicks("Edit Foster with us");
    person.window.activate(Role::Link, "Fostering enquiries, Leeds: before and after");
    assert_eq!(text_of(&person.window, "When after"), "2016/2017");

    // Undo in the field takes the text back first, and no edit.
    let label = person.window.state().document.history.undo_label().map(str::to_owned);
    person.goes_into("When after");
    person.chord(Modifiers::COMMAND, Key::Z);
    assert_eq!(text_of(&person.window, "When after"), "April 2017 to September 2017");
    assert_eq!(person.window.state().document.history.undo_label().map(str::to_owned), label);

    // One of the meanings is a click away.
    person.writes("When after", "2016/2017");
    person.clicks("Write 2016/17");
    assert!(person.file().contains("2016/17"));
}

#[test]
fn a_field_says_how_it_was_understood() {
    let mut person = Person::begin();
    person.makes_a_dataset();
    for (label, typed, words) in [
        ("Level before", "over 60", "Over 60, in enquiries"),
        ("Level before", "1,234", "1,234, in enquiries"),
        ("When after", "Apr–Sep 2017", "1 April to 30 September 2017, stated"),
        ("When before", "2016/17", "1 April 2016 to 31 March 2017, stated"),
    ] {
        person.writes(label, typed);
        assert!(described(&person.window, label).contains(words), "{typed}: {}", described(&person.window, label));
        assert_eq!(text_of(&person.window, label), typed, "a text stays as typed while the cursor is in it");
    }
}

#[test]
fn how_it_is_counted_is_told_in_a_plain_sentence() {
    let mut person = Person::begin();
    person.makes_a_dataset();
    for (unit, measure, told) in [
        ("enquiries", "Over a period", "Counted over a period, in enquiries."),
        ("children", "On a day", "Counted on a day, in children."),
        ("per 10,000 children", "A rate", "A rate per 10,000 children."),
        ("%", "A share", "A share, in per cent."),
        ("£", "An average", "An average, in £."),
        ("not stated", "Over a period", "Counted over a period; the unit is not stated."),
        ("grade", "A grade", "A grade given by an inspector."),
    ] {
        person.clicks("Edit Fostering enquiries");
        person.writes("Unit", unit);
        person.clicks(&format!("How it is counted: {measure}"));
        person.clicks("Edit Foster with us");
        person.window.activate(Role::Link, "Fostering enquiries, Leeds: before and after");
        person.window.assert_says(told);
        if unit == "%" {
            person.writes("Level before", "62");
            assert_eq!(described(&person.window, "Level before"), "62%", "the sign is told once");
        }
    }
}

#[test]
fn undo_inside_a_field_undoes_in_the_dataset_and_shows_it() {
    let mut person = Person::begin();
    person.makes_a_dataset();
    person.writes("Level after", "90");
    assert!(person.file().contains("90"));
    person.chord(Modifiers::COMMAND, Key::Z);
    assert_eq!(text_of(&person.window, "Level after"), "81");
    assert!(!person.file().contains("90"));
}

#[test]
fn a_known_council_fills_its_form_with_one_click() {
    let mut person = Person::begin();
    person.clicks("Add a council");
    person.types("barnsley");
    person.window.activate(Role::ListBoxOption, "Fill in Barnsley, E08000038");
    let council = person.window.state().document.original.councils[0].clone();
    assert_eq!((council.name.as_str(), council.id.as_str()), ("Barnsley", "barnsley"));
    assert_eq!(council.region, "Yorkshire and The Humber");
    assert_eq!(text_of(&person.window, "GSS code (the official code of the area)"), "E08000038");
    person.writes("GSS code (the official code of the area)", "E8");
    assert!(described(&person.window, "GSS code (the official code of the area)").contains("letter and eight digits"));
    assert_eq!(person.window.state().document.original.councils[0].gss.as_deref(), Some("E08000038"));
}

/// What a screen reader speaks of the list below a field while the cursor is in the field.
fn spoken_of_the_list(person: &Person, label: &str) -> Option<String> {
    let options = person.window.harness.query_all_by_role(Role::ListBoxOption);
    let active = field(&person.window, label).accesskit_node().data().active_descendant()?;
    let ids = options.map(|option| (option.accesskit_node().data().is_selected(), option));
    let chosen: Vec<_> = ids.filter(|(is_selected, _)| *is_selected == Some(true)).map(|(_, option)| option).collect();
    assert_eq!(chosen.len(), 1, "one is chosen, and {active:?} is it");
    chosen.first().and_then(name_of)
}

#[test]
fn arrow_keys_choose_a_known_council_and_enter_takes_it() {
    let council = |person: &Person| person.window.state().document.original.councils[0].clone();
    let mut person = Person::begin();
    person.clicks("Add a council");
    person.types("barns");
    // Nothing is chosen, so what is typed is taken as it is.
    assert_eq!(spoken_of_the_list(&person, "Name"), None);
    person.presses(Key::Enter);
    assert_eq!((council(&person).name.as_str(), council(&person).gss), ("barns", None));
    person.goes_into("Name");
    person.presses(Key::ArrowDown);
    assert_eq!(spoken_of_the_list(&person, "Name").as_deref(), Some("Fill in Barnsley, E08000038"));
    // The cursor stays in the field, and another text begins anew.
    person.chord(Modifiers::NONE, Key::End);
    person.types("l");
    assert_eq!(text_of(&person.window, "Name"), "barnsl");
    assert_eq!(spoken_of_the_list(&person, "Name"), None);
    person.presses(Key::ArrowDown);
    // Up again chooses none.
    person.presses(Key::ArrowUp);
    assert_eq!(spoken_of_the_list(&person, "Name"), None);
    person.presses(Key::ArrowDown);
    person.presses(Key::Enter);
    assert_eq!(text_of(&person.window, "Name"), "Barnsley");
    assert_eq!(council(&person).gss.as_deref(), Some("E08000038"));
}

#[test]
fn where_nothing_is_offered_the_arrow_keys_are_the_fields_own() {
    let mut person = Person::begin();
    person.clicks("Add a council");
    person.types("Nowhereshire");
    assert_eq!(spoken_of_the_list(&person, "Name"), None);
    person.presses(Key::ArrowUp);
    person.types("x");
    person.presses(Key::ArrowDown);
    person.types("y");
    assert_eq!(
        text_of(&person.window, "Name"),
        "xNowhereshirey",
        "Up is to the beginning of the line, Down to its end"
    );
}

#[test]
fn arrows_choose_among_what_a_field_finds_and_enter_takes_it() {
    let mut person = Person::begin();
    person.clicks("Add a programme");
    person.writes("Councils", "north");
    let first = spoken_of_the_list(&person, "Councils").expect("the first is chosen");
    person.presses(Key::ArrowDown);
    let second = spoken_of_the_list(&person, "Councils").expect("the second is chosen");
    assert_ne!(first, second);
    person.presses(Key::Enter);
    let name = person.window.state().document.original.councils[0].name.clone();
    assert_eq!(second, format!("Choose {name}"));
}

#[test]
fn a_benchmark_facts_and_notes_are_written() {
    let mut person = Person::begin();
    person.makes_a_dataset();
    person.clicks("Benchmark: A change");
    person.writes("Its figure", "up 3%");
    person.writes("Whose figure it is", "national average");
    person.window.activate(Role::CheckBox, "The same people before and after");
    person.clicks("What it is: Estimate");
    person.clicks("Was it the programme?: Reported alongside");
    person.clicks("Who was counted: The programme's clients");
    person.writes("How many before", "44");
    person.writes("Notes", "Counted by the council.\nTwo of three wards.");
    let made = outcome(&person);
    let benchmark = made.benchmark.clone().expect("a benchmark");
    assert_eq!(benchmark.of, "national average");
    assert_eq!(made.notes.len(), 2);
    assert!(made.has(sidebyside::model::Fact::SamePeople));
    assert_eq!(made.role, sidebyside::model::Role::Estimate);
    let read = load_text(&person.file()).map(|loaded| loaded.dataset);
    assert_eq!(read.as_ref().map(|d| d.programmes[0].outcomes[0].clone()), Ok(outcome(&person)));
}

#[test]
fn forms_fit_a_small_laptop() {
    let mut person = Person::begin();
    person.makes_a_dataset();
    let screen = person.window.screen();
    for name in ["Edit Leeds", "Edit Fostering enquiries", "Edit Foster with us", "Edit Annual report 2017"] {
        person.clicks(name);
        for node in person.window.harness.query_all_by_role(Role::TextInput) {
            let rect = node.rect();
            assert!(rect.right() <= screen.right() && rect.width() > 60.0, "{name}: {:?} at {rect:?}", name_of(&node));
        }
    }
}

#[test]
fn undo_in_the_sheet_of_a_new_outcome_is_the_sheets_own() {
    let mut person = Person::begin();
    person.makes_a_dataset();
    person.clicks("Edit Foster with us");
    person.clicks("Add with the full form");
    let before = person.file();
    person.writes("Page, line or place", "page 3");
    person.writes("Type it as published", "780 to 626");
    person.chord(Modifiers::COMMAND, Key::Z);
    assert_eq!(person.file(), before, "no step of the dataset was meant");
    assert_eq!(text_of(&person.window, "Type it as published"), "");
    assert_eq!(text_of(&person.window, "Page, line or place"), "page 3");

    // From the menu it is the dataset's, and the sheet stays until its programme goes.
    let undo = |person: &mut Person| {
        person.window.harness.state_mut().state.act(Action::Undo);
        person.window.run();
    };
    undo(&mut person);
    assert_ne!(person.file(), before);
    assert_eq!(text_of(&person.window, "Page, line or place"), "page 3");
    while !person.window.state().document.original.programmes.is_empty() {
        undo(&mut person);
    }
    assert!(person.window.state().editor.plan.is_none());
}

#[test]
fn a_new_outcome_that_was_left_is_there_again() {
    let mut person = Person::begin();
    person.makes_a_dataset();
    person.clicks("Edit Foster with us");
    person.clicks("Add with the full form");
    person.writes("Type it as published", "780 to 626");
    person.clicks("Edit Leeds");
    person.clicks("Edit Foster with us");
    person.clicks("Add with the full form");
    assert_eq!(text_of(&person.window, "Type it as published"), "780 to 626");
    person.clicks("Cancel");
    person.clicks("Add with the full form");
    assert_eq!(text_of(&person.window, "Type it as published"), "", "what was cancelled is gone");
}

#[test]
fn a_text_whose_edit_can_not_be_made_stays_as_typed() {
    let mut person = Person::begin();
    person.makes_a_dataset();
    let state = &mut person.window.harness.state_mut().state;
    let (place, field) = (PartPath::Council(99), "name".to_owned());
    state.act(Action::Editor(EditorAction::Type(place, field.clone(), "One".to_owned())));
    state.act(Action::Editor(EditorAction::Leave(place, field)));
    assert_eq!(state.editor.drafts.get(place, "name").map(|draft| draft.text.as_str()), Some("One"));
    assert_eq!(state.editor.drafts.waiting(), 1);
}

#[test]
fn a_text_whose_edit_waits_for_a_copy_is_taken_with_it() {
    let mut person = Person::at(Window::open());
    let state = &mut person.window.harness.state_mut().state;
    let typed = EditorAction::Type(PartPath::Facts, "title".to_owned(), "Mine".to_owned());
    state.act(Action::Editor(typed.clone()));
    state.act(Action::DropCopy);
    assert_eq!(state.editor.drafts.waiting(), 1, "the dataset does not hold it");
    state.act(Action::Editor(typed));
    state.act(Action::MakeCopy);
    assert_eq!((state.document.original.title.as_str(), state.editor.drafts.waiting()), ("Mine", 0));
}

#[test]
fn what_is_typed_behind_a_number_is_told_and_stays_on_leaving() {
    let mut person = Person::begin();
    person.makes_a_dataset();
    let before = person.file();
    person.writes("Level after", "-5 abc");
    person.presses(Key::Tab);
    assert_eq!(text_of(&person.window, "Level after"), "-5 abc");
    let said = described(&person.window, "Level after");
    assert!(said.contains("\"abc\" would be lost"), "{said}");
    assert_eq!(person.file(), before);
    person.clicks("Write -5");
    assert_eq!(text_of(&person.window, "Level after"), "-5");
    person.writes("Level after", "81 enquiries");
    assert!(person.file().contains("81"), "the indicator's own unit may be typed with it");
}
