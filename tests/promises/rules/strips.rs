//! What several councils published, in short: nothing on it that the wall has not, on one axis of change in per cent, and words for
//! what has no place there.

use sidebyside::figure::{
    Body, ConceptStrip, Figure, KeyEntry, MarkShape, Owner, StripItem, StripMark, Strips, Tone, figure,
};
use sidebyside::model::{CouncilId, Direction, FigureKind, Published, Role, View};

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
    for label in ["Leeds \u{2212}15.5%", "Brighton and Hove \u{2212}26%", "Wolverhampton \u{2212}19.7% worked out"] {
        assert!(labels.contains(&label), "{label}: {labels:?}");
    }
    let said: Vec<String> = children.unnumbered.iter().map(|line| line.lead.clone()).collect();
    assert!(said.contains(&"Fell:".to_owned()) || said.contains(&"Rose:".to_owned()), "{said:?}");
    assert!(children.about.contains("with a figure"), "{}", children.about);
    let again = items(children).any(|item| item.text == "North Yorkshire (a second outcome)");
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
    assert_eq!(fostering.told[0].lead, "Beyond this axis, or in another unit:");
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

#[test]
fn r2_claims_without_a_number_stand_in_a_list_and_none_is_lost() {
    let whole = wall();
    let listed = wall().with_claims_listed();
    let sorted = |figure: &Figure| {
        let mut drawn: Vec<String> = figure.drawn().into_iter().map(ToString::to_string).collect();
        drawn.sort();
        drawn
    };
    assert_eq!(sorted(&whole), sorted(&listed), "drawn and listed are what was drawn before");
    let Body::Tiles(groups) = &listed.body else { panic!("no small figures") };
    for group in groups {
        for tile in &group.tiles {
            let outcome = shipped().outcome(&tile.outcome).unwrap().outcome;
            assert!(!matches!(outcome.published, Published::Direction { .. }), "{} is in the list", tile.title);
        }
        for line in &group.listed {
            for item in &line.items {
                let outcome = shipped().outcome(&item.outcome).unwrap().outcome;
                let Published::Direction { direction, .. } = outcome.published else { panic!("{item:?} has a number") };
                let lead = match direction {
                    Direction::Fell => "Fell, no number:",
                    Direction::Rose => "Rose, no number:",
                    Direction::Stable => "Stable, no number:",
                };
                assert_eq!(line.lead, lead, "{item:?}");
                assert!(listed.alt.contains(&item.text), "who can't see it hears {}", item.text);
            }
        }
    }
    assert!(groups.iter().any(|group| !group.listed.is_empty()));
}

#[test]
fn r9_no_estimate_and_no_suppressed_count_stands_in_a_list() {
    let dataset = made(&[
        ["a1", "a", "costs", "direction(fell, over: \"1 year\")", "role: estimate"],
        ["b1", "b", "costs", "direction(fell, over: \"1 year\")", "role: outcome"],
        ["c1", "c", "children", "pair(before: (3, \"2015\"), after: (12, \"2016\"))", "role: outcome"],
    ]);
    let dataset = sidebyside::compare::withhold(&dataset, sidebyside::compare::Threshold::default());
    let figure = figure(&dataset, &View::default(), FigureKind::Profile).unwrap().with_claims_listed();
    let Body::Tiles(groups) = &figure.body else { panic!("no small figures") };
    let listed: Vec<&str> =
        groups.iter().flat_map(sidebyside::figure::TileGroup::listed).map(|item| item.outcome.as_str()).collect();
    assert_eq!(listed, ["b1"]);
}

#[test]
fn my_council_is_set_apart_in_every_kind_not_by_colour_alone() {
    let mine = CouncilId::new("leeds");
    let places: Vec<CouncilId> = ["leeds", "brighton-and-hove"].map(CouncilId::new).into();
    let concept = |c: &str| shipped().indicators.iter().filter(|i| i.concept == c).map(|i| i.id.clone()).collect();
    let children: Vec<_> = concept("looked-after children");
    let mut seen = 0;
    for kind in FigureKind::ALL {
        let view = match kind {
            FigureKind::SideBySide => View { councils: places.clone().into(), ..View::default() },
            FigureKind::Profile => View::default(),
            _ => View { indicators: children.clone().into(), ..View::default() },
        };
        let plain = figure(shipped(), &view, kind).unwrap();
        let set_apart = plain.clone().with_own(shipped(), &mine);
        let is_mine =
            |id: &&sidebyside::model::OutcomeId| shipped().outcome(id).unwrap().outcome.places.contains(&mine);
        let drawn = plain.drawn();
        let own = drawn.iter().copied().filter(|id| is_mine(id)).count();
        assert_eq!(drawn, set_apart.drawn(), "{kind:?}: nothing is compared otherwise");
        if own == 0 || own == drawn.len() {
            assert_eq!(plain, set_apart, "{kind:?}: nobody is set apart from nobody");
            continue;
        }
        seen += 1;
        assert!(set_apart.alt.ends_with("Leeds is set apart by colour and a bold name."), "{kind:?}");
        assert!(set_apart.key.contains(&KeyEntry::Own), "{kind:?}");
        match &set_apart.body {
            Body::Rows(rows) => {
                for row in rows.groups.iter().flat_map(|group| &group.rows) {
                    assert_eq!(row.owner == Owner::Own, is_mine(&&row.outcome), "{kind:?} {}", row.label);
                    assert_eq!(row.spoken.ends_with("This is my council."), row.owner == Owner::Own);
                    for mark in row.cells.iter().flat_map(|cell| &cell.marks) {
                        assert_ne!(mark.look.tone, Tone::Main, "{kind:?} {}", row.label);
                        assert_eq!(
                            mark.look.tone == Tone::Own,
                            row.owner == Owner::Own && mark.look.tone != Tone::Muted
                        );
                    }
                }
            }
            Body::Tiles(groups) => {
                for tile in groups.iter().flat_map(|group| &group.tiles) {
                    assert_eq!(tile.owner == Owner::Own, is_mine(&&tile.outcome), "{}", tile.title);
                }
            }
            Body::Grid(grid) => {
                let owners: Vec<Owner> = grid.columns.iter().map(|column| column.owner).collect();
                assert_eq!(owners, [Owner::Own, Owner::Other]);
            }
            Body::Slopes(_) | Body::Trend(_) | Body::DotStrips(_) | Body::Empty(_) => panic!("{kind:?}"),
        }
    }
    assert!(seen >= 4, "{seen} kinds");
    assert!(set_of_strips(&mine).iter().any(|mark| mark.owner == Owner::Own));
}

fn set_of_strips(mine: &CouncilId) -> Vec<StripMark> {
    let figure = wall().with_own(shipped(), mine);
    strips(&figure).strips.iter().flat_map(|strip| strip.marks.clone()).collect()
}
