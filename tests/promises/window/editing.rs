//! Editing in the window: a dataset made from nothing, undo and redo, deletion, findings, and the read-only example.

use super::*;
use sidebyside::app::{Action, ExportStep, Tab};
use sidebyside::dataset::{load_text, to_ron};
use sidebyside::edit;

/// A person at the window who counts what she does: a key or a chord, a click, a text typed.
pub(super) struct Person {
    pub window: Window,
    pub actions: usize,
}

impl Person {
    pub fn at(window: Window) -> Self {
        Self { window, actions: 0 }
    }

    /// A new dataset, with the cursor in its title.
    pub fn begin() -> Self {
        let mut person = Self::at(Window::open());
        person.chord(Modifiers::COMMAND, Key::N);
        person
    }

    /// Types where the cursor is; what is selected is replaced.
    pub fn types(&mut self, text: &str) {
        self.actions += 1;
        self.window.harness.event(egui::Event::Text(text.to_owned()));
        self.window.run();
    }

    pub fn presses(&mut self, key: Key) {
        self.actions += 1;
        self.window.press(key);
    }

    pub fn chord(&mut self, modifiers: Modifiers, key: Key) {
        self.actions += 1;
        self.window.press_with(modifiers, key);
    }

    /// Goes into a field, marks what is there and types.
    #[track_caller]
    pub fn writes(&mut self, label: &str, text: &str) {
        self.actions += 2;
        self.goes_into(label);
        self.window.press_with(Modifiers::COMMAND, Key::A);
        self.types(text);
    }

    #[track_caller]
    pub fn goes_into(&mut self, label: &str) {
        field(&self.window, label).focus();
        self.window.run();
    }

    /// Goes into a field that searches, types and takes the first that fits.
    #[track_caller]
    pub fn picks(&mut self, label: &str, text: &str) {
        self.writes(label, text);
        self.presses(Key::Enter);
    }

    #[track_caller]
    pub fn clicks(&mut self, label: &str) {
        self.actions += 1;
        self.window.activate(Role::Button, label);
    }

    pub fn file(&self) -> String {
        to_ron(&self.window.state().document.original)
    }

    /// A programme of Leeds with a new indicator and one outcome.
    pub fn makes_a_dataset(&mut self) {
        self.types("Fostering in Leeds");
        self.writes("Licence of the data", "CC0-1.0");
        self.clicks("Add a programme");
        self.types("Foster with us");
        self.picks("Councils", "leeds");
        self.writes("Topic", "Children in care");
        self.picks("Source", "Annual report 2017");
        self.clicks("Add with the full form");
        self.types("Fostering enquiries");
        self.presses(Key::Enter);
        self.writes("Unit", "enquiries");
        self.clicks("How it is counted: Over a period");
        self.writes("Type it as published", "52 in 2016 to 81 in April to September 2017");
        self.writes("Page, line or place", "page 12");
        self.clicks("Add the outcome");
    }
}

/// The field of this name, of one line or of several.
#[track_caller]
pub(super) fn field<'w>(window: &'w Window, label: &'w str) -> Node<'w> {
    let lines = window.harness.query_all_by_role_and_label(Role::MultilineTextInput, label).last();
    lines.unwrap_or_else(|| window.node(Role::TextInput, label))
}

/// What the field holds, as it is shown.
#[track_caller]
pub(super) fn text_of(window: &Window, label: &str) -> String {
    field(window, label).accesskit_node().value().unwrap_or_default()
}

#[track_caller]
pub(super) fn described(window: &Window, label: &str) -> String {
    field(window, label).accesskit_node().description().unwrap_or_default()
}

#[test]
fn a_dataset_typed_from_nothing_loads_without_findings() {
    let mut person = Person::begin();
    let empty = person.file();
    person.makes_a_dataset();
    assert!(person.actions <= 40, "it took {} actions", person.actions);
    let text = person.file();
    let loaded = load_text(&text).unwrap_or_else(|findings| panic!("{findings:#?}\n{text}"));
    assert_eq!(loaded.cautions, [], "{text}");
    let outcome = loaded.dataset.outcomes().next().unwrap();
    assert_eq!(outcome.programme.unwrap().id.as_str(), "leeds-foster-with-us");
    assert_eq!(outcome.indicator.id.as_str(), "fostering-enquiries");
    assert_eq!(loaded.dataset.councils[0].gss.as_deref(), Some("E08000035"));
    assert_eq!(outcome.outcome.sources[0].at, "page 12");
    assert!(person.window.state().document.title().contains("unsaved"));

    // Undo all, redo all: the same bytes.
    let mut steps = 0;
    while person.window.state().document.history.undo_label().is_some() {
        person.chord(Modifiers::COMMAND, Key::Z);
        steps += 1;
        assert!(steps < 60, "undo comes to an end");
    }
    assert_eq!(person.file(), empty);
    while person.window.state().document.history.redo_label().is_some() {
        person.chord(Modifiers::COMMAND, Key::Y);
    }
    assert_eq!(person.file(), text);
    assert!(
        steps < person.actions,
        "one step for each thing that was meant: {steps} steps, {} actions",
        person.actions
    );
}

#[test]
fn a_typed_text_is_one_step_that_the_menu_names() {
    let mut person = Person::begin();
    for letter in ["F", "o", "s", "t", "e", "r"] {
        person.types(letter);
    }
    person.presses(Key::Tab);
    person.window.open_menu("Edit");
    let entries = person.window.names(Role::MenuItem);
    assert!(entries.iter().any(|e| e.starts_with("Undo: change the title of the dataset")), "{entries:#?}");
    person.window.press(Key::Escape);
    person.chord(Modifiers::COMMAND, Key::Z);
    assert_eq!(person.window.state().document.original.title, "Untitled dataset");
    assert!(!person.window.state().document.history.is_modified());
    person.chord(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::Z);
    assert_eq!(person.window.state().document.original.title, "Foster");
}

#[test]
fn a_new_dataset_goes_by_its_title_until_it_has_a_file() {
    let mut person = Person::begin();
    assert_eq!(person.window.state().document.title(), "Untitled dataset");
    person.types("Fostering in Leeds");
    assert_eq!(person.window.state().document.title(), "Fostering in Leeds (unsaved edits)");
    person.chord(Modifiers::COMMAND, Key::N);
    person.window.assert_says("Save the edits of Fostering in Leeds?");
    person.presses(Key::Escape);
    person.writes("Title", " ");
    assert_eq!(person.window.state().document.title(), "Untitled dataset (unsaved edits)");
}

#[test]
fn a_search_field_keeps_its_own_undo() {
    let mut person = Person::begin();
    person.types("Foster");
    person.window.type_into("Search the contents of the dataset", "lee");
    person.chord(Modifiers::COMMAND, Key::Z);
    assert_eq!(person.window.state().document.original.title, "Foster", "the dataset's undo is not meant here");
}

#[test]
fn an_edit_of_the_example_offers_a_copy_and_goes_on_in_it() {
    let mut window = Window::open();
    let example = to_ron(&window.state().document.original);
    let edit = edit::Edit::facts(&window.state().document.original, "title", |facts| facts.title = "Mine".to_owned());
    window.harness.state_mut().state.act(Action::Edit(Box::new(edit.unwrap())));
    window.run();
    window.assert_says("Make a copy to edit?");
    assert_eq!(to_ron(&window.state().document.original), example, "the example stays");
    window.click(Role::Button, "Make a copy to edit");
    assert_eq!(window.state().document.original.title, "Mine");
    assert_eq!(window.state().document.title(), "copy of the built-in dataset (unsaved edits)");
    assert!(!window.state().document.is_read_only);
}

#[test]
fn deleting_says_what_goes_with_it_and_is_one_step() {
    let mut person = Person::begin();
    person.makes_a_dataset();
    let whole = person.file();
    person.clicks("Edit Fostering enquiries");
    person.clicks("Delete…");
    person.window.assert_says("Delete Fostering enquiries?");
    person.window.assert_says("1 outcome goes with it.");
    person.clicks("Cancel");
    assert_eq!(person.file(), whole);
    person.clicks("Delete…");
    person.clicks("Delete");
    let dataset = person.window.state().document.original.clone();
    assert!(dataset.indicators.is_empty() && dataset.programmes[0].outcomes.is_empty());
    person.chord(Modifiers::COMMAND, Key::Z);
    assert_eq!(person.file(), whole);
}

#[test]
fn parts_are_duplicated_and_moved() {
    let mut person = Person::begin();
    person.makes_a_dataset();
    person.clicks("Edit Fostering enquiries");
    person.clicks("Duplicate");
    let ids = |person: &Person| -> Vec<String> {
        person.window.state().document.original.indicators.iter().map(|i| i.id.to_string()).collect()
    };
    assert_eq!(ids(&person), ["fostering-enquiries", "fostering-enquiries-2"]);
    person.clicks("Move up");
    assert_eq!(ids(&person), ["fostering-enquiries-2", "fostering-enquiries"]);
    let before = person.file();
    person.clicks("Move up");
    assert_eq!(person.file(), before, "nothing is above the first");
    assert_eq!(person.window.state().editor.place, edit::PartPath::Indicator(0), "the form follows the part");
}

#[test]
fn findings_are_those_of_the_check_and_lead_to_their_fields() {
    let mut person = Person::begin();
    person.makes_a_dataset();
    person.clicks("Edit Foster with us");
    person.writes("Name of the programme", " ");
    person.clicks("Edit Fostering enquiries, Leeds");
    person.clicks("Take Annual report 2017 out of the sources");
    let told: Vec<String> = person.window.state().editor.findings.iter().map(|f| f.finding.sentence.clone()).collect();
    let checked: Vec<String> = match load_text(&person.file()) {
        Err(findings) => findings.into_iter().map(|f| f.sentence).collect(),
        Ok(loaded) => loaded.cautions.into_iter().map(|f| f.sentence).collect(),
    };
    let sorted = |mut list: Vec<String>| {
        list.sort();
        list
    };
    assert!(!told.is_empty());
    assert_eq!(sorted(told), sorted(checked));
    // F8 goes to the next, which is about the programme's name, with the cursor in the field.
    person.presses(Key::F8);
    assert_eq!(person.window.state().editor.place, edit::PartPath::Programme(0));
    assert!(field(&person.window, "Name of the programme").is_focused());
    assert!(described(&person.window, "Name of the programme").contains("name of the programme is empty"));
}

#[test]
fn the_keyboard_alone_goes_through_the_parts() {
    let mut person = Person::begin();
    person.makes_a_dataset();
    person.window.press_with(Modifiers::COMMAND, Key::Num6);
    person.window.node(Role::Button, "Edit Fostering enquiries, Leeds").focus();
    person.window.run();
    let here = person.window.state().editor.place;
    person.presses(Key::ArrowUp);
    assert_ne!(person.window.state().editor.place, here);
    person.presses(Key::ArrowDown);
    assert_eq!(person.window.state().editor.place, here);
}

#[test]
fn a_programme_is_copied_from_the_example_with_what_it_names() {
    let mut person = Person::begin();
    person.window.menu("Edit", "Copy from the built-in example…");
    person.types("mockingbird");
    let offers: Vec<String> =
        person.window.names(Role::Button).into_iter().filter(|name| name.starts_with("Copy ")).collect();
    let offer = offers.first().expect("the example has the programme").clone();
    person.clicks(&offer);
    let dataset = person.window.state().document.original.clone();
    assert!(!dataset.programmes.is_empty() || !dataset.context.is_empty());
    assert!(load_text(&person.file()).is_ok(), "{}", person.file());
}

#[test]
fn what_is_suppressed_in_figures_stays_whole_in_the_dataset() {
    let mut person = Person::begin();
    person.makes_a_dataset();
    person.window.harness.state_mut().state.act(Action::ToggleSuppression);
    person.window.run();
    person.writes("Level before", "3");
    let document = &person.window.state().document;
    assert!(to_ron(&document.original).contains("(3, \"2016\")") || to_ron(&document.original).contains('3'));
    person.window.press_with(Modifiers::COMMAND, Key::Num5);
    let shown = person.window.state().document.dataset.clone();
    assert_ne!(*shown, *person.window.state().document.original, "the figures hold what is left");
}

#[test]
fn the_figure_beside_a_form_follows_the_suppression_at_once() {
    let mut window = Window::open();
    let incidents = sidebyside::model::OutcomeId::new("portsmouth-up2u-incidents");
    let state = &mut window.harness.state_mut().state;
    state.act(Action::Select(Some(incidents)));
    state.act(Action::Show(Tab::Edit));
    assert!(format!("{:?}", state.figure_on_screen()).contains("22 (12 months before"), "the pair is shown");
    state.act(Action::ToggleSuppression);
    let shown = format!("{:?}", state.figure_on_screen());
    assert!(shown.contains("suppressed") && !shown.contains("to 1 ("), "{shown}");
}

/// Does at the window what a key, a menu or the palette would.
fn acts(person: &mut Person, action: Action) {
    person.window.harness.state_mut().state.act(action);
    person.window.run();
}

#[test]
fn what_is_copied_from_the_desk_holds_the_last_edits() {
    let mut person = Person::begin();
    person.makes_a_dataset();
    assert_eq!(person.window.state().why_not(&Action::CopyTable), None);
    acts(&mut person, Action::CopyTable);
    assert!(person.window.state().table_cells().contains("Fostering enquiries"));
}

#[test]
fn every_way_out_of_the_desk_shows_the_last_edits() {
    let mut person = Person::begin();
    person.makes_a_dataset();
    acts(&mut person, Action::ToggleSuppression);
    let programme = person.window.state().document.original.programmes[0].id.clone();
    let leeds = person.window.state().document.original.councils[0].id.clone();
    let concept = person.window.state().document.original.indicators[0].concept.clone();
    let ways = [
        Action::Compare(concept),
        Action::ShowProgramme(programme),
        Action::GoTo(leeds),
        Action::TurnTable,
        Action::RunPaletteEntry("Table".to_owned(), vec![Action::TurnTable]),
    ];
    for (nth, way) in ways.into_iter().enumerate() {
        let level = format!("70{nth}");
        person.window.press_with(Modifiers::COMMAND, Key::Num6);
        person.writes("Level after", &level);
        acts(&mut person, way.clone());
        assert_ne!(person.window.state().views.room, Tab::Edit, "{way:?}");
        let shown = format!("{:?}", person.window.state().views.pages.table);
        assert!(shown.contains(&level), "{way:?} shows old figures: {shown}");
    }
}

#[test]
fn the_figure_saved_at_the_desk_is_the_one_beside_the_form() {
    let mut person = Person::begin();
    person.makes_a_dataset();
    let open = Action::Export(ExportStep::Open(None));
    let assert_as_seen = |person: &mut Person| {
        acts(person, open.clone());
        let state = person.window.state();
        let (seen, _) = state.editor.preview.as_deref().expect("a figure beside the form");
        assert_eq!(format!("{:?}", state.export.dialog.as_ref().expect("the dialog").written), format!("{seen:?}"));
        acts(person, Action::Export(ExportStep::Close));
    };
    // Another outcome of the same programme, indicator and place.
    person.clicks("Duplicate");
    person.writes("Level after", "97");
    assert_as_seen(&mut person);
    person.clicks("Add with the full form");
    acts(&mut person, open.clone());
    assert!(person.window.state().export.dialog.is_none(), "the sheet has no figure yet");
    assert!(person.window.state().why_not(&open).is_some());
    assert!(person.window.state().why_not(&Action::CopyPicture).is_some());
    person.picks("What was counted", "Fostering");
    person.writes("Type it as published", "780 to 626");
    assert_as_seen(&mut person);
}

#[test]
fn parts_that_nothing_names_are_listed_and_removed_by_one_press() {
    let mut person = Person::begin();
    person.makes_a_dataset();
    let before = person.file();
    let unused = |person: &Person| -> Vec<String> {
        let buttons = person.window.names(Role::Button).into_iter();
        buttons.filter(|name| name.starts_with("Remove ")).collect()
    };
    person.clicks("Add to Indicators");
    person.types("ed: overall effectiveness");
    person.clicks("Add to Sources");
    person.types("Annual reprot");
    person.clicks("Add to Councils and bodies");
    person.types("Kent");
    let findings = person.window.names(Role::Tab).into_iter().chain(person.window.names(Role::Button));
    let findings = findings.into_iter().find(|name| name.starts_with("Checks (")).unwrap();
    let role = if person.window.has(Role::Tab, &findings) { Role::Tab } else { Role::Button };
    person.window.activate(role, &findings);
    assert_eq!(unused(&person), ["Remove Annual reprot", "Remove Kent", "Remove ed: overall effectiveness"]);
    for name in unused(&person) {
        person.clicks(&name);
    }
    assert_eq!(unused(&person), [""; 0]);
    assert_eq!(person.file(), before);
}
