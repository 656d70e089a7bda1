//! Official statistics in the window: two dates of each place as a pair, chosen and stepped; the list by region; the years between; and
//! what is not edited.

use super::*;
use sidebyside::app::{Action, Tab};
use sidebyside::model::{CouncilId, Order};

const FROM: &str = "First date of official statistics";
const TO: &str = "Second date of official statistics";

/// So many councils in two regions, with England, and their counts at four dates; the first council's first value is suppressed.
fn file(councils: usize, name: &str) -> PathBuf {
    let (mut places, mut rows) = (String::new(), String::new());
    for n in 0..councils {
        let region = if n % 2 == 0 { "North" } else { "South" };
        places += &format!(
            "(id: \"c{n:03}\", name: \"Council {n:03}\", kind: unitary, region: \"{region}\", nation: england),"
        );
        let first = if n == 0 { "x".to_owned() } else { (100 + n).to_string() };
        rows += &format!("(\"c{n:03}\", \"{first} {} {} {}\"),", 110 + n, 150 + n, 120 + n);
    }
    let text = format!(
        "(format: 2, title: \"Made up\", licence: \"OGL v3.0\", sources: [(id: \"table\", title: \"Table of counts\")],
          councils: [{places} (id: \"england\", name: \"England\", kind: nation, nation: england)],
          indicators: [(id: \"lac\", name: \"Children\", concept: \"children\", topic: \"Care\", unit: \"children\", measure: stock)],
          programmes: [],
          releases: [
            (id: \"r1\", source: \"table\", released: \"2016-09\", licence: \"Open Government Licence v3.0\"),
            (id: \"r2\", source: \"table\", released: \"2018-11\", licence: \"Open Government Licence v3.0\",
             boundaries: \"Councils of April 2018.\", symbols: [(text: \"x\", meaning: suppressed)])],
          statistics: [
            (id: \"old\", indicator: \"lac\", release: \"r1\", periods: [\"2016-03-31\"], rows: [(\"england\", \"69000\")]),
            (id: \"new\", indicator: \"lac\", release: \"r2\",
             periods: [\"2015-03-31\", \"2016-03-31\", \"2017-03-31\", \"2018-03-31\"],
             rows: [{rows} (\"england\", \"60000 70000 71000 72000\")])])"
    );
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, text).unwrap();
    path
}

fn open(councils: usize, name: &str) -> Window {
    let mut window = Window::open();
    window.harness.state_mut().state.act(Action::Open(file(councils, name)));
    window.run();
    window
}

fn compare(councils: usize, name: &str) -> Window {
    let mut window = open(councils, name);
    window.press_with(Modifiers::COMMAND, Key::Num2);
    window
}

#[test]
fn compare_opens_on_the_latest_two_dates_and_any_two_are_chosen() {
    let mut window = compare(3, "statistics-choose.ron");
    assert_eq!((window.chosen(FROM).as_str(), window.chosen(TO).as_str()), ("31 March 2017", "31 March 2018"));
    assert!(window.datum("Council 001").contains("151 (31 March 2017) to 121 (31 March 2018)"), "{:?}", window.data());
    window.choose(FROM, "31 March 2016");
    window.choose(TO, "31 March 2017");
    assert!(window.datum("Council 001").contains("111 (31 March 2016) to 151 (31 March 2017)"), "{:?}", window.data());
    assert!(window.datum("England").contains("70,000"), "R16: the newest release stands; {:?}", window.data());
    assert_eq!(
        window.state().views.pages.compare.comparability.as_ref().map(|c| c.text.starts_with("Yes")),
        Some(true)
    );
}

#[test]
fn keys_step_the_dates_and_say_which_they_are() {
    let mut window = compare(3, "statistics-step.ron");
    window.go_to("Council 001");
    let selected = window.state().views.selected.clone();
    assert!(selected.is_some());
    window.press_with(Modifiers::COMMAND, Key::OpenBracket);
    assert_eq!(window.chosen(FROM), "31 March 2016");
    assert!(
        window.heard().iter().any(|words| words == "From 31 March 2016 to 31 March 2018, 4 rows"),
        "{:?}",
        window.heard()
    );
    assert_eq!(window.state().views.selected, selected, "who is looked at stays looked at");
    window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::OpenBracket);
    assert_eq!((window.chosen(FROM).as_str(), window.chosen(TO).as_str()), ("31 March 2016", "31 March 2017"));
    window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::OpenBracket);
    assert_eq!(window.chosen(TO), "31 March 2017", "the first date stays before the second");
    window.menu("View", "The latest two dates");
    assert_eq!((window.chosen(FROM).as_str(), window.chosen(TO).as_str()), ("31 March 2017", "31 March 2018"));
}

#[test]
fn r14_a_suppressed_end_is_left_out_with_its_reason() {
    let mut window = compare(3, "statistics-gap.ron");
    window.choose(FROM, "31 March 2015");
    let figure = &window.state().views.pages.compare;
    assert!(figure.left_out.iter().any(|row| row.name.starts_with("Council 000")), "{:?}", figure.left_out);
    let told = figure.notes.iter().any(|note| note.text == "Council 000: 31 March 2015: suppressed.");
    assert!(told, "{:?}", figure.notes);
}

#[test]
fn r16_a_revision_stands_beside_the_value_that_replaced_it() {
    let mut window = compare(3, "statistics-revision.ron");
    window.go_to("England");
    window.assert_says("31 March 2016: 70,000 (69,000 as released in September 2016)");
    let notes: Vec<&str> = window.state().views.pages.compare.notes.iter().map(|note| note.text.as_str()).collect();
    assert!(notes.contains(&"Official statistics as released in November 2018."), "{notes:?}");
    assert!(notes.contains(&"Councils of April 2018."), "R17: {notes:?}");
}

#[test]
fn many_councils_are_listed_and_compared_by_region() {
    let mut window = compare(70, "statistics-regions.ron");
    let listed = window.listed();
    assert_eq!(
        (listed[0].as_str(), listed[34].as_str(), listed[35].as_str()),
        ("Council 000", "Council 068", "Council 001")
    );
    assert_eq!(listed.last().map(String::as_str), Some("England"));
    let headings = |window: &Window| match &window.state().views.pages.compare.body {
        sidebyside::figure::Body::Rows(rows) => {
            rows.groups.iter().map(|group| group.heading.clone()).collect::<Vec<_>>()
        }
        other => panic!("{other:?}"),
    };
    assert_eq!(headings(&window), ["North", "South", "England and regions"]);
    window.harness.state_mut().state.act(Action::Sort(Order::Change));
    window.run();
    assert_eq!(headings(&window), ["", "England and regions"], "who asks for an order of all rows gets one");
}

#[test]
fn of_many_rows_the_tree_has_those_on_screen() {
    let mut window = compare(70, "statistics-many.ron");
    let shown = window.data().len();
    assert!(shown > 5 && shown < 40, "{shown}");
    let row = window.datum("Council 000");
    let node = window.node(Role::ListItem, &row);
    assert_eq!(node.accesskit_node().size_of_set(), Some(71));
    // The keyboard still comes to every row.
    window.go_to("Council 069");
    assert!(window.datum("Council 069").contains("189"), "{:?}", window.data());
}

#[test]
fn a_page_of_a_council_shows_the_years_between() {
    let mut window = compare(3, "statistics-page.ron");
    window.choose(FROM, "31 March 2015");
    window.go_to("Council 001");
    window.press_with(Modifiers::COMMAND, Key::Num4);
    window.assert_says("Official statistics");
    let chapter = &window.state().views.pages.council.chapters[0];
    let sidebyside::figure::Body::Tiles(groups) = &chapter.figure.as_ref().unwrap().body else { panic!() };
    let sidebyside::figure::TileBody::Series { points, .. } = &groups[0].tiles[0].body else { panic!() };
    let labels: Vec<&str> = points.iter().map(|point| point.label.as_str()).collect();
    assert_eq!(labels, ["101", "111", "151", "121"]);
}

#[test]
fn statistics_are_not_edited_and_not_saved_as_outcomes() {
    let mut window = compare(3, "statistics-saved.ron");
    window.go_to("Council 001");
    assert!(!window.has(Role::Button, "Edit…"), "{:?}", window.names(Role::Button));
    let state = window.state();
    assert!(state.document.dataset.context.len() > 3);
    assert!(state.document.original.context.is_empty());
    assert!(!sidebyside::dataset::to_ron(&state.document.original).contains("Council 001-"));
}

#[test]
fn a_kept_view_holds_its_dates() {
    let mut window = compare(3, "statistics-view.ron");
    window.choose(FROM, "31 March 2015");
    window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::K);
    window.click(Role::Button, "Keep");
    let view = window.state().document.original.views[0].clone();
    assert_eq!((view.from.as_str(), view.to.as_str()), ("2015-03-31", "2018-03-31"));
    window.menu("View", "The latest two dates");
    window.menu("Kept views", &format!("Open the view {}", view.name));
    assert_eq!(window.chosen(FROM), "31 March 2015");
    let again = sidebyside::model::SavedView::of_text(&view.to_text()).unwrap().view;
    assert_eq!((again.from, again.to), (view.from, view.to));
}

#[test]
fn the_overview_leaves_many_councils_to_their_strips() {
    let mut window = open(20, "statistics-overview.ron");
    let tiles = |window: &Window| match &window.state().views.pages.overview.body {
        sidebyside::figure::Body::Tiles(groups) => groups.iter().map(|group| group.tiles.len()).sum::<usize>(),
        other => panic!("{other:?}"),
    };
    assert_eq!(window.state().views.room, Tab::Overview);
    assert_eq!(tiles(&window), 0);
    let strips = window.state().views.pages.overview.strips.as_ref().unwrap();
    assert_eq!(strips.strips[0].marks.len(), 20);
    for n in 0..2 {
        window.harness.state_mut().state.act(Action::Pin(CouncilId::new(format!("c{n:03}"))));
    }
    window.run();
    assert_eq!(tiles(&window), 2, "of few councils in hand each has its small figure");
}

#[test]
fn the_table_has_a_column_for_every_date_where_asked() {
    let mut window = compare(3, "statistics-dates.ron");
    window.press_with(Modifiers::COMMAND, Key::T);
    window.click(Role::Button, "Columns");
    window.activate(Role::CheckBox, "A column for every date");
    window.press(Key::Escape);
    assert!(window.has(Role::ColumnHeader, "31 March 2015"), "{:?}", window.names(Role::ColumnHeader));
    let cells = window.state().table_cells();
    let lines: Vec<&str> = cells.lines().collect();
    assert!(lines[0].ends_with("31 March 2015\t31 March 2016\t31 March 2017\t31 March 2018"), "{}", lines[0]);
    assert!(cells.contains("suppressed\t110 children\t150 children\t120 children"), "{cells}");
    assert!(cells.contains("60,000 children\t70,000 children\t71,000 children\t72,000 children"), "{cells}");
}
