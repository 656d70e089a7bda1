//! What several councils published, in short: nothing on it that the wall has not, on one axis of change in per cent, and words for
//! what has no place there.

use sidebyside::figure::{ConceptStrip, Figure, MarkShape, StripItem, Strips, figure};
use sidebyside::model::{CouncilId, FigureKind, Role, View};

use super::{made, shipped};

fn wall() -> Figure {
    figure(shipped(), &View::default(), FigureKind::Profile).unwrap()
}

fn strips(figure: &Figure) -> &Strips {
    figure.strips.as_ref().unwrap()
}

fn strip<'s>(strips: &'s Strips, concept: &str) -> &'s ConceptStrip {
    let found = strips.strips.iter().find(|strip| strip.concept == concept);
    found.unwrap_or_else(|| panic!("{concept} is not among {:?}", strips.strips))
}

fn labels(strip: &ConceptStrip) -> Vec<&str> {
    strip.marks.iter().map(|mark| mark.mark.label.as_str()).collect()
}

fn items(strip: &ConceptStrip) -> impl Iterator<Item = &StripItem> {
    strip.told.iter().chain(&strip.unnumbered).flat_map(|line| &line.items)
}

#[test]
fn r1_a_strip_says_what_was_published_and_what_computed() {
    let figure = wall();
    let children = strip(strips(&figure), "looked-after children");
    let labels = labels(children);
    for label in ["Leeds \u{2212}15.5%", "Brighton and Hove \u{2212}26%", "Wolverhampton \u{2212}19.7% computed"] {
        assert!(labels.contains(&label), "{label}: {labels:?}");
    }
    let said: Vec<String> = children.unnumbered.iter().map(|line| line.lead.clone()).collect();
    assert!(said.contains(&"Fell:".to_owned()) || said.contains(&"Rose:".to_owned()), "{said:?}");
    assert!(children.about.contains("with a figure"), "{}", children.about);
    let again = items(children).any(|item| item.text == "North Yorkshire (another account)");
    assert!(again, "its number is on the axis: {:?}", children.unnumbered);
}

#[test]
fn r2_marks_share_one_axis_of_change_and_the_rest_is_told() {
    let figure = wall();
    let strips = strips(&figure);
    for mark in strips.marks() {
        let (MarkShape::Change { to, .. } | MarkShape::Between { low: to, .. }) = mark.shape else {
            panic!("{mark:?}")
        };
        assert!((strips.axis.low..=strips.axis.high).contains(&to) && mark.label.contains('%'), "{mark:?}");
    }
    let fostering = strip(strips, "fostering enquiries");
    assert!(fostering.marks.is_empty(), "{fostering:?}");
    assert_eq!(fostering.told[0].lead, "Not on this axis:");
    let told: Vec<&str> = fostering.told[0].items.iter().map(|item| item.text.as_str()).collect();
    assert!(told.iter().any(|item| item.starts_with("Hampshire +300%")), "{told:?}");
}

#[test]
fn r9_strips_hold_only_outcomes_that_the_wall_has() {
    let figure = wall();
    let drawn = figure.drawn();
    for strip in &strips(&figure).strips {
        let outcomes = strip.marks.iter().map(|mark| &mark.outcome).chain(items(strip).map(|item| &item.outcome));
        for outcome in outcomes {
            let located = shipped().outcome(outcome).unwrap();
            assert_eq!(located.outcome.role, Role::Outcome, "{outcome:?}");
            assert_eq!(located.indicator.concept, strip.concept);
            assert!(drawn.contains(&outcome), "{outcome:?} stands in the wall as well");
        }
        assert!(figure.alt.contains(&strip.spoken), "who can't see it hears it: {}", strip.spoken);
    }
}

#[test]
fn r8_grades_are_words_and_one_council_alone_gets_no_strip() {
    let figure = wall();
    let grades: Vec<&str> = strips(&figure)
        .strips
        .iter()
        .flat_map(items)
        .map(|i| i.text.as_str())
        .filter(|t| t.contains(" to good"))
        .collect();
    assert!(grades.iter().any(|grade| grade.contains("framework changed")), "{grades:?}");
    let leeds = View { councils: vec![CouncilId::new("leeds")].into(), ..View::default() };
    let alone = sidebyside::figure::figure(shipped(), &leeds, FigureKind::Profile).unwrap();
    assert_eq!(alone.strips, None);
}

#[test]
fn r15_strips_stand_by_number_of_councils_and_r4_bounds_stay() {
    let change = |by: &str| format!("change(stated: [\"{by}\"], over: \"12 months\")");
    let dataset = made(&[
        ["a1", "a", "costs", &change("fell 90%"), "role: outcome"],
        ["a2", "b", "costs", &change("fell 80%"), "role: outcome"],
        ["b1", "a", "children", &change("fell over 5%"), "role: outcome"],
        ["b2", "b", "children", &change("rose 2%"), "role: outcome"],
        ["b3", "c", "children", &change("rose 150%"), "role: outcome"],
        ["b4", "d", "children", "direction(rose, over: \"1 year\")", "role: outcome"],
        ["c1", "a", "wait", &change("fell 5%"), "role: outcome"],
        ["c2", "b", "wait", &change("fell 5%"), "role: target"],
    ]);
    let figure = figure(&dataset, &View::default(), FigureKind::Profile).unwrap();
    let strips = strips(&figure);
    assert!(self::strips(&wall()).strips.is_sorted_by_key(|strip| strip.marks.is_empty()), "marks come first");
    let concepts: Vec<&str> = strips.strips.iter().map(|strip| strip.concept.as_str()).collect();
    assert_eq!(concepts, ["children", "costs"], "a target is no second figure");
    let children = strip(strips, "children");
    assert_eq!(labels(children), ["Anyshire down over 5%", "Bordshire +2%"]);
    assert_eq!(items(children).map(|item| item.text.as_str()).collect::<Vec<_>>(), ["Carshire +150%", "Doveshire"]);
    assert_eq!(children.about, "Four councils, three with a figure");
}
