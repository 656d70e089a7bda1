//! Official series in the window: the second built-in dataset, what stands beside an outcome, and its two figures (R18, R19, R20).

use super::*;
use sidebyside::app::{Action, Tab};
use sidebyside::figure::Body;
use sidebyside::model::{CouncilId, FigureKind, OutcomeId, StatisticId};

fn leeds() -> Window {
    let mut window = Window::open();
    window.click(Role::Tab, "Room: Compare");
    window.harness.state_mut().state.act(Action::CompareOutcome(OutcomeId::new("leeds-children-in-care")));
    window.run();
    window
}

#[test]
fn the_menu_opens_the_statistics_of_every_council() {
    let mut window = Window::open();
    window.menu("File", "Built-in dataset: official statistics");
    let state = window.state();
    assert_eq!(state.document.title(), "built-in official statistics");
    assert!(state.document.is_read_only && state.document.path.is_none());
    assert!(state.document.dataset.councils.len() > 150);
    window.menu("File", "Built-in dataset: programmes and claims");
    assert_eq!(window.state().document.title(), "built-in dataset");
}

#[test]
fn r18_ticked_councils_have_their_region_and_england_there() {
    let mut window = Window::open();
    window.menu("File", "Built-in dataset: official statistics");
    for action in [Action::Show(Tab::Compare), Action::Pin(CouncilId::new("leeds"))] {
        window.harness.state_mut().state.act(action);
    }
    window.run();
    let Body::Rows(rows) = &window.state().views.pages.compare.body else { panic!("no rows") };
    let context: Vec<&str> = rows.groups[1].rows.iter().map(|row| row.label.as_str()).collect();
    assert_eq!(context, ["England", "Yorkshire and The Humber"]);
}

#[test]
fn r19_the_pane_tells_of_the_series_and_leads_to_its_figures() {
    let mut window = leeds();
    window.assert_says("Leeds fell 14.4% (2011 to 2016); England rose 7.4%; of the 40 nearest in size 16 fell.");
    window.activate(Role::Button, "Show over time");
    assert_eq!(window.state().views.kind, FigureKind::Trend);
    assert!(matches!(&window.state().views.pages.compare.body, Body::Trend(trend) if trend.lines.len() == 1));
    window.choose("Axis", "Index, the first date is 100");
    assert!(matches!(&window.state().views.pages.compare.body, Body::Trend(trend) if trend.lines.len() == 2));
    window.activate(Role::Button, "Beside every council");
    assert!(matches!(&window.state().views.pages.compare.body, Body::DotStrips(strips) if strips.strips.len() == 1));
}

#[test]
fn r19_the_series_beside_the_dataset_can_be_turned_off() {
    let mut window = leeds();
    window.menu("View", "Official statistics beside the dataset");
    let detail = window.state().views.pages.detail.as_ref().unwrap();
    assert!(!detail.has_series, "{:?}", detail.sections);
    window.menu("View", "Official statistics beside the dataset");
    assert!(window.state().views.pages.detail.as_ref().unwrap().has_series);
}

#[test]
fn the_series_beside_a_dataset_is_no_part_of_it() {
    let mut window = Window::open();
    let before = window.state().document.original.clone();
    window.menu("View", "Official statistics beside the dataset");
    let document = &window.state().document;
    assert!(*document.original == *before && !document.history.is_modified());
    let link = before.indicators.iter().find_map(|indicator| indicator.statistic.clone());
    assert_eq!(link, Some(StatisticId::new("cpp-number")), "the link itself is");
}
