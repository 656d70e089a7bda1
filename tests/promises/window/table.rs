//! The table: all outcomes as rows, sorted by any column, filtered with the rest, copied as cells; the twin of each figure.

use super::*;
use sidebyside::app::{Action, Scope, Tab};
use sidebyside::figure::screen_table::COLUMNS;

fn column(name: &str) -> usize {
    COLUMNS.iter().position(|c| *c == name).unwrap()
}

fn first_cell(window: &Window, name: &str) -> String {
    let told = format!("{name}, row 1: ");
    let cells = window.names(Role::Cell);
    cells.iter().find_map(|c| c.strip_prefix(&told)).unwrap_or_else(|| panic!("{cells:#?}")).to_owned()
}

#[test]
fn the_table_holds_the_councils_in_scope() {
    let mut window = Window::open();
    window.press_with(Modifiers::COMMAND, Key::Num5);
    assert_eq!(window.state().views.room, Tab::Table);
    let all = window.state().views.pages.table.len();
    let pages = &window.state().views.pages;
    assert_eq!(all, pages.overview.drawn().len() + pages.hidden_context, "what the wall draws, and its context");
    window.activate(Role::CheckBox, "Tick Portsmouth");
    assert!(window.state().views.pages.table.len() < all && !window.state().views.pages.table.is_empty());
    assert_eq!(first_cell(&window, "Council"), "Portsmouth");
}

/// The words of a column, from the first row on.
fn cells(window: &Window, name: &str) -> Vec<String> {
    window.state().views.pages.table.iter().map(|line| line.cells[column(name)].text.clone()).collect()
}

/// The number that a cell begins with, or holds behind its bound.
fn number(cell: &str) -> f64 {
    let digits = cell.replace(',', "").replace('\u{2212}', "-");
    let from = digits.find(|c: char| c.is_ascii_digit()).unwrap();
    let to = digits[from..].find(|c: char| !c.is_ascii_digit() && c != '.').map_or(digits.len(), |at| from + at);
    let falls = digits[..from].ends_with('-') || cell.starts_with("down");
    let size: f64 = digits[from..to].parse().unwrap();
    if falls { -size } else { size }
}

#[test]
fn a_heading_sorts_up_then_down_with_the_unpublished_last() {
    let mut window = Window::open();
    window.press_with(Modifiers::COMMAND, Key::Num5);
    let of_children = |window: &Window| -> Vec<f64> {
        let is_one_number = |text: &&str| text.chars().all(|c| c.is_ascii_digit() || c == ',');
        let all = cells(window, "before");
        all.iter().filter_map(|cell| cell.strip_suffix(" children")).filter(is_one_number).map(number).collect()
    };
    window.click(Role::ColumnHeader, "Before");
    let up = of_children(&window);
    assert!(up.len() > 2 && up.is_sorted(), "{up:?}");
    window.click(Role::ColumnHeader, "Before, sorted upwards");
    let down = of_children(&window);
    assert!(down.iter().rev().is_sorted() && down.len() == up.len(), "{down:?}");
    assert_eq!(cells(&window, "before").last().unwrap(), "");
}

#[test]
fn r2_changes_are_sorted_within_one_unit_with_per_cent_first() {
    let mut window = Window::open();
    window.press_with(Modifiers::COMMAND, Key::Num5);
    for (heading, is_up) in [("Change", true), ("Change, sorted upwards", false)] {
        window.click(Role::ColumnHeader, heading);
        let all = cells(&window, "change");
        let first_of: Vec<String> = all.iter().map(|cell| cell.split(';').next().unwrap().to_owned()).collect();
        let percent = first_of.iter().take_while(|cell| cell.ends_with('%')).count();
        assert!(percent > 30, "{first_of:?}");
        assert!(!first_of[percent..].iter().any(|cell| cell.ends_with('%')), "per cent below others: {first_of:?}");
        let amounts: Vec<f64> = first_of[..percent].iter().map(|cell| number(cell)).collect();
        assert!(if is_up { amounts.is_sorted() } else { amounts.iter().rev().is_sorted() }, "{amounts:?}");
        assert!(first_of[percent..].iter().any(|cell| cell.ends_with(" children")), "{first_of:?}");
    }
}

#[test]
fn r4_a_change_stands_as_published_with_sign_unit_and_bound() {
    let mut window = Window::open();
    window.press_with(Modifiers::COMMAND, Key::Num5);
    let all = cells(&window, "change");
    for published in ["up over 150%", "\u{2212}26%", "+1,079 children"] {
        assert!(all.iter().any(|cell| cell == published), "{published}: {all:?}");
    }
    let copied = window.state().table_cells();
    assert!(copied.contains("\tup over 150%\t"), "{copied}");
    assert!(copied.lines().next().unwrap().contains("\tChange\t"), "{copied}");
}

#[test]
fn r5_one_column_has_every_change_and_says_if_worked_out() {
    let mut window = Window::open();
    window.press_with(Modifiers::COMMAND, Key::Num5);
    assert!(!window.state().table.columns.contains(&column("computed_change_percent")), "it is one more column");
    let (change, computed) = (cells(&window, "change"), cells(&window, "computed_change_percent"));
    let mut worked_out = 0;
    for (change, computed) in change.iter().zip(&computed).filter(|(_, computed)| !computed.is_empty()) {
        worked_out += usize::from(*change == format!("worked out {computed}"));
        assert!(!change.is_empty(), "a reader of {computed} finds a change in the column of changes");
    }
    assert!(worked_out > 10, "{change:?}");
    assert!(!computed.iter().any(|cell| change.contains(cell) && !cell.is_empty()), "none is passed off as published");
    let homeless = change.iter().find(|cell| cell.starts_with("+26%")).unwrap();
    assert_eq!(homeless, "+26%; worked out +34.2%", "both stay where they can't both be right");
    let copied = window.state().table_cells();
    assert!(copied.contains("worked out +34.2%"), "{copied}");
}

#[test]
fn r2_sorted_numbers_stand_below_the_name_of_their_unit() {
    let mut window = Window::open();
    window.press_with(Modifiers::COMMAND, Key::Num5);
    let headings = |window: &Window| -> Vec<String> {
        window.state().views.pages.table.iter().filter_map(|row| row.heading.clone()).collect()
    };
    assert_eq!(headings(&window), Vec::<String>::new(), "nothing is sorted");
    window.click(Role::ColumnHeader, "Change");
    let units = headings(&window);
    assert_eq!(units[0], "%");
    assert_eq!(units.iter().filter(|unit| *unit == "children").count(), 1, "one place each: {units:?}");
    assert_eq!(units[units.len() - 2..], ["in words", "not published"]);
    let changes = cells(&window, "change");
    let mut unit = String::new();
    for (row, change) in window.state().views.pages.table.iter().zip(&changes) {
        unit = row.heading.clone().unwrap_or(unit);
        let first = change.split(';').next().unwrap();
        match unit.as_str() {
            "in words" => assert!(!first.chars().any(|c| c.is_ascii_digit()), "{first}"),
            "not published" => assert_eq!(first, ""),
            "percentage points" => assert!(first.contains("point"), "{first}"),
            "%" => assert!(first.ends_with('%'), "{first}"),
            _ => assert!(!first.ends_with('%') && first.chars().any(|c| c.is_ascii_digit()), "{first} in {unit}"),
        }
    }
    assert!(window.names(Role::Label).contains(&"%".to_owned()), "it is read above its rows");
    window.click(Role::ColumnHeader, "Council");
    assert_eq!(headings(&window), Vec::<String>::new(), "names have no unit");
}

#[test]
fn the_council_stays_in_view_while_the_rest_scrolls_sideways() {
    let mut window = Window::open();
    window.press_with(Modifiers::COMMAND, Key::Num5);
    for name in ["programme", "source", "note", "locator"] {
        window.harness.state_mut().state.act(Action::ShowColumn(column(name)));
    }
    window.run();
    let cell = |window: &Window, name: &str| {
        let told = format!("{name}, row 1: ");
        window.names(Role::Cell).into_iter().find(|cell| cell.starts_with(&told)).unwrap()
    };
    let council = cell(&window, "Council");
    let place = |window: &Window| window.node(Role::Cell, &council).rect();
    let heading = |window: &Window| window.node(Role::ColumnHeader, "Council").rect();
    let (before, above) = (place(&window), heading(&window));
    window.node(Role::Cell, &council).focus();
    window.run();
    window.press(Key::End);
    let last = window.harness.root().children_recursive().find(Node::is_focused).unwrap();
    assert!(name_of(&last).unwrap().starts_with("Note, row 1"), "{:?}", name_of(&last));
    assert!(window.screen().contains_rect(last.rect()), "the table scrolled to it");
    assert_eq!((place(&window), heading(&window)), (before, above));
    // A cell that scrolled away is brought out from under it.
    window.press(Key::Home);
    window.press(Key::ArrowRight);
    let second = window.harness.root().children_recursive().find(Node::is_focused).unwrap();
    assert!(second.rect().left() >= before.right(), "{:?} beside {before:?}", second.rect());
    // What stands still can be clicked where it stands.
    window.press(Key::End);
    window.click(Role::ColumnHeader, "Council");
    assert_eq!(window.state().table.sorted.map(|(column, _)| column), Some(column("council")));
}

#[test]
fn numbers_stand_on_the_right_in_figures_of_one_width() {
    let mut window = Window::open();
    window.press_with(Modifiers::COMMAND, Key::Num5);
    let right = |window: &Window, role, name: &str| window.node(role, name).rect().right();
    for name in ["Before", "Change"] {
        let told = format!("{name}, row 1: ");
        let cell = window.names(Role::Cell).into_iter().find(|cell| cell.starts_with(&told)).unwrap();
        assert!((right(&window, Role::ColumnHeader, name) - right(&window, Role::Cell, &cell)).abs() < 8.0, "{name}");
    }
    let font = sidebyside::theme::Type::Body.regular();
    let widths: Vec<f32> =
        window.harness.ctx.fonts_mut(|fonts| ('0'..='9').map(|figure| fonts.glyph_width(&font, figure)).collect());
    assert!(widths.iter().all(|width| (width - widths[0]).abs() < 0.01), "{widths:?}");
}

/// Levels, changes and parts of every form, with every bound and several units.
const EVERY_BOUND: &str = r#"(
    format: 1, title: "Try", licence: "CC0-1.0",
    sources: [(id: "s", title: "Report", publisher: "A council", published: "2018")],
    councils: [(id: "a", name: "Anyshire", kind: county, region: "South West", nation: england)],
    indicators: [
        (id: "cases", name: "Cases", concept: "cases", topic: "T", unit: "cases", measure: stock),
        (id: "share", name: "Share", concept: "share", topic: "T", unit: "%", measure: share),
        (id: "cost", name: "Cost", concept: "cost", topic: "T", unit: "£m", measure: stock),
        (id: "rate", name: "Rate", concept: "rate", topic: "T", unit: "per 10,000 children", measure: rate),
        (id: "calls", name: "Calls", concept: "calls", topic: "T", unit: "calls", measure: flow),
    ],
    programmes: [(id: "p", name: "P", places: ["a"], topic: "T", dates: "2017", summary: "", sources: [(source: "s", at: "1")],
        outcomes: [OUTCOMES])],
)"#;

#[test]
fn r4_no_cell_holds_a_bare_number_that_has_a_unit_or_bound() {
    let numbers =
        ["60", "about 60", "over 60", "at least 60", "nearly 60", "under 60", "up to 60", "between 60 and 70"];
    let mut outcomes = Vec::new();
    let mut add = |indicator: &str, published: String| {
        let id = format!("o{}", outcomes.len());
        outcomes.push(format!(
            "(id: \"{id}\", indicator: \"{indicator}\", published: {published}, sources: [(source: \"s\", at: \"1\")])"
        ));
    };
    for indicator in ["cases", "share", "cost", "rate"] {
        for number in numbers {
            add(indicator, format!("pair(before: (\"{number}\", \"2015\"), after: (\"{number}\", \"2017\"))"));
            add(indicator, format!("single(level: \"{number}\", period: \"2017\")"));
            add(indicator, format!("change(stated: [\"rose {number}%\", \"rose {number}\"], over: \"2 years\")"));
            add(
                indicator,
                format!(
                    "change(stated: [\"fell {number}\"], over: \"2 years\", level: Some(before(\"{number}\", \"2015\")))"
                ),
            );
            add(indicator, format!("series(points: [(\"2015\", \"{number}\"), (\"2017\", \"{number}\")])"));
        }
    }
    add("cases", "part(count: Some(\"over 28\"), of: Some(44), share: None, period: \"2017\")".to_owned());
    let year = "2016-01-01/2016-12-31";
    add("calls", format!("pair(before: (52, \"{year}\"), after: (\"over 81\", \"2017-04-01/2017-09-30\"))"));
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("every-bound.ron");
    std::fs::write(&path, EVERY_BOUND.replace("OUTCOMES", &outcomes.join(","))).unwrap();
    let mut window = Window::open();
    window.harness.state_mut().state.act(Action::Open(path));
    window.run();
    window.press_with(Modifiers::COMMAND, Key::Num5);
    assert_eq!(window.state().views.pages.table.len(), outcomes.len(), "{:?}", window.alerts());
    for index in 0..COLUMNS.len() {
        if !window.state().table.columns.contains(&index) {
            window.harness.state_mut().state.act(Action::ShowColumn(index));
        }
    }
    window.run();
    // What is printed alike stands in the order of what its bound leaves open.
    for (name, from, to) in [
        ("level", ["nearly 60 cases", "under 60 cases", "up to 60 cases"], ["over 60 cases", "at least 60 cases"]),
        (
            "change",
            ["down over 60 cases", "down at least 60 cases", ""],
            ["down under 60 cases", "down up to 60 cases"],
        ),
    ] {
        window.harness.state_mut().state.act(Action::SortTable(column(name)));
        let sorted = cells(&window, name);
        let at = |wanted: &str| {
            sorted.iter().position(|cell| cell == wanted).unwrap_or_else(|| panic!("{wanted}: {sorted:?}"))
        };
        for (low, high) in
            from.iter().filter(|low| !low.is_empty()).flat_map(|low| to.iter().map(move |high| (low, high)))
        {
            assert!(at(low) < at(high), "{low} before {high}: {sorted:?}");
        }
    }
    // A year is a date, and a page is a place.
    let not_amounts = ["period", "before_period", "after_period", "level_period", "locator"];
    let copied = window.state().table_cells();
    let shown: Vec<String> = COLUMNS.iter().map(|name| cells(&window, name)).collect::<Vec<_>>().concat();
    let is_bare = |text: &str| {
        let digits = text.trim_start_matches(['\'', '+', '\u{2212}', '-']);
        !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit() || c == ',' || c == '.')
    };
    for (name, cell) in COLUMNS.iter().flat_map(|name| cells(&window, name).into_iter().map(move |cell| (name, cell))) {
        assert!(!is_bare(&cell) || not_amounts.contains(name), "{name}: {cell}");
    }
    let locators = ["1".to_owned(), "2017".to_owned(), "2015".to_owned()];
    for cell in copied.lines().flat_map(|line| line.split('\t')) {
        assert!(!is_bare(cell) || locators.contains(&cell.to_owned()), "copied: {cell}");
    }
    for whole in [
        "over 60 cases",
        "under 60%",
        "at least £60m",
        "between 60 and 70 cases",
        "nearly 60 per 10,000 children",
        "+60%; +60 cases",
        "down over 60 cases",
        "up between £60m and £70m",
        "over 28 of 44 cases",
        "4.3 calls a month",
    ] {
        let stands = |cell: &String| cell == whole || cell.split("; ").any(|part| part == whole);
        assert!(shown.iter().any(stands), "{whole}: {shown:#?}");
    }
}

#[test]
fn one_level_is_neither_before_nor_after() {
    let mut window = Window::open();
    window.press_with(Modifiers::COMMAND, Key::Num5);
    let (levels, before, after) = (cells(&window, "level"), cells(&window, "before"), cells(&window, "after"));
    let forms = cells(&window, "form");
    let mut seen = 0;
    for row in 0..forms.len() {
        if ["one number", "part of a whole"].contains(&forms[row].as_str()) {
            seen += 1;
            assert!(!levels[row].is_empty() && before[row].is_empty() && after[row].is_empty(), "row {row}");
        } else {
            assert_eq!(levels[row], "", "row {row}, {}", forms[row]);
        }
    }
    assert!(seen > 10, "{forms:?}");
    assert!(levels.iter().any(|level| level == "inadequate"), "Leeds in 2010: {levels:?}");
}

#[test]
fn a_row_selected_is_selected_everywhere() {
    let mut window = Window::open();
    window.press_with(Modifiers::COMMAND, Key::Num5);
    let cell = window.names(Role::Cell).into_iter().find(|c| c.starts_with("Indicator, row 3: ")).unwrap();
    window.click(Role::Cell, &cell);
    let third = window.state().views.pages.table[2].outcome.clone();
    assert_eq!(window.state().views.selected, Some(third));
    window.assert_says("What was published");
}

#[test]
fn every_figure_has_its_table_one_key_away_and_back() {
    let mut window = Window::open();
    window.activate(Role::Button, "Compare looked-after children");
    window.press_with(Modifiers::COMMAND, Key::T);
    assert_eq!((window.state().views.room, window.state().table.scope), (Tab::Table, Scope::Concept));
    let indicators = cells(&window, "indicator");
    let is_of_it = |name: &String| name.contains("ooked-after") || name.contains("hildren in care");
    assert!(indicators.iter().all(is_of_it), "{indicators:?}");
    window.press_with(Modifiers::COMMAND, Key::T);
    assert_eq!(window.state().views.room, Tab::Compare);
}

#[test]
fn columns_are_chosen_and_one_always_stays() {
    let mut window = Window::open();
    let state = &mut window.harness.state_mut().state;
    state.act(Action::ShowColumn(column("locator")));
    assert!(state.table.columns.contains(&column("locator")));
    for index in 0..COLUMNS.len() {
        if state.table.columns.contains(&index) {
            state.act(Action::ShowColumn(index));
        }
    }
    assert_eq!(state.table.columns.len(), 1);
}

#[test]
fn copied_cells_have_a_heading_a_row_each_and_nothing_that_runs() {
    let window = Window::open();
    let cells = window.state().table_cells();
    let lines: Vec<&str> = cells.lines().collect();
    assert_eq!(lines.len(), window.state().views.pages.table.len() + 1);
    let columns = window.state().table.columns.len();
    assert!(lines.iter().all(|line| line.split('\t').count() == columns));
    assert!(lines[0].starts_with("Council\tIndicator\t"), "{}", lines[0]);
}
