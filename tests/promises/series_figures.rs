//! Trends and strips of dots: what official series say of councils, over time and beside every other council (R16, R18, R19, R20).

use sidebyside::dataset::{BuiltIn, load_builtin, reference};
use sidebyside::figure::{Body, ChosenDates, DotStrips, Figure, Fill, Trend, figure, with_pairs};
use sidebyside::model::{CouncilId, Dataset, FigureKind, Filter, IndicatorId, Reference, SeriesScale, View};

fn claims() -> Dataset {
    let mut dataset = load_builtin().unwrap().dataset;
    dataset.reference = Reference::lazy(reference);
    dataset
}

fn statistics() -> Dataset {
    with_pairs(&BuiltIn::Statistics.load().unwrap().dataset, &ChosenDates::default())
}

fn drawn(dataset: &Dataset, indicator: &str, councils: &[&str], kind: FigureKind, scale: SeriesScale) -> Figure {
    let councils: Vec<CouncilId> = councils.iter().map(|id| CouncilId::new(*id)).collect();
    let councils = if councils.is_empty() { Filter::All } else { councils.into() };
    let view = View { indicators: vec![IndicatorId::new(indicator)].into(), councils, scale, ..View::default() };
    figure(dataset, &view, kind).unwrap()
}

fn trend(figure: &Figure) -> &Trend {
    let Body::Trend(trend) = &figure.body else { panic!("{:?}", figure.body) };
    trend
}

fn strips(figure: &Figure) -> &DotStrips {
    let Body::DotStrips(strips) = &figure.body else { panic!("{:?}", figure.body) };
    strips
}

#[test]
fn r19_the_trend_of_a_claim_marks_its_two_dates() {
    let figure = drawn(&claims(), "looked-after-children", &["leeds"], FigureKind::Trend, SeriesScale::Level);
    let trend = trend(&figure);
    assert_eq!(figure.title, "Looked-after children: Leeds fell 14.4% (2011 to 2016)");
    assert_eq!(trend.lines.iter().map(|line| line.label.as_str()).collect::<Vec<_>>(), ["Leeds"]);
    let marked: Vec<_> = trend.lines[0].points.iter().filter_map(|p| Some((p.mark?, p.label.as_str()))).collect();
    assert_eq!(marked, [(Fill::Hollow, "1,448"), (Fill::Solid, "1,239")]);
    assert_eq!(trend.lines[0].points.len(), 15, "2010 to 2024");
    assert!(figure.notes[0].text.starts_with("Leeds published: fell by 15.5%, since 2011."), "{:?}", figure.notes);
    assert!(figure.source.contains("Contains public sector information"), "{}", figure.source);
    assert!(figure.alt.contains("31 March 2016 1,239"), "{}", figure.alt);
}

#[test]
fn r18_england_stands_beside_counts_on_an_index_only() {
    let names = |scale| {
        let figure = drawn(&claims(), "looked-after-children", &["leeds"], FigureKind::Trend, scale);
        trend(&figure).lines.iter().map(|line| line.label.clone()).collect::<Vec<_>>()
    };
    assert_eq!(names(SeriesScale::Level), ["Leeds"]);
    assert_eq!(names(SeriesScale::Index), ["Leeds", "England"]);
    assert_eq!(names(SeriesScale::Change), ["Leeds", "England"]);
    let figure = drawn(&claims(), "looked-after-children", &["leeds"], FigureKind::Trend, SeriesScale::Index);
    let at_base: Vec<_> = trend(&figure).lines.iter().map(|line| line.points[1].value.unwrap()).collect();
    assert_eq!(at_base, [100.0, 100.0], "the first date of the claim is 100");
}

#[test]
fn four_councils_share_an_axis_and_more_have_small_figures() {
    let dataset = statistics();
    let four = ["leeds", "bradford", "kirklees", "wakefield"];
    let figure = drawn(&dataset, "cla-rate", &four, FigureKind::Trend, SeriesScale::Level);
    assert_eq!(trend(&figure).lines.len(), 5, "England is context of a rate");
    assert!(figure.comparability.is_some(), "two dates of a statistic are compared as such");
    let five = drawn(&dataset, "cla-rate", &[&four[..], &["york"]].concat(), FigureKind::Trend, SeriesScale::Level);
    let Body::Tiles(groups) = &five.body else { panic!("{:?}", five.body) };
    assert_eq!(groups[0].tiles.len(), 5);
    let crowd = drawn(&dataset, "cla-rate", &[], FigureKind::Trend, SeriesScale::Level);
    let named: Vec<&str> =
        trend(&crowd).lines.iter().filter(|line| line.is_named).map(|line| line.label.as_str()).collect();
    assert_eq!((named.as_slice(), trend(&crowd).lines.len() > 150), (&["England"][..], true), "a crowd of thin lines");
    let mine = crowd.with_own(&dataset, &CouncilId::new("leeds"));
    let named = trend(&mine).lines.iter().filter(|line| line.is_named).map(|line| line.label.as_str());
    assert_eq!(named.collect::<Vec<_>>(), ["Leeds", "England"]);
}

#[test]
fn r16_a_missing_value_is_a_gap_in_the_line() {
    let figure = drawn(&statistics(), "cin-number", &["hackney"], FigureKind::Trend, SeriesScale::Level);
    let gaps: Vec<_> = trend(&figure).lines[0].points.iter().filter(|point| point.value.is_none()).collect();
    assert!(gaps.iter().any(|point| point.date == "31 March 2021"), "{gaps:?}");
    assert!(gaps.iter().all(|point| !point.label.is_empty()), "its reason is told");
}

#[test]
fn r20_a_strip_names_the_council_in_hand_among_all_the_others() {
    let figure = drawn(&claims(), "looked-after-children", &["leeds"], FigureKind::Strip, SeriesScale::Level);
    let [strip] = strips(&figure).strips.as_slice() else { panic!("{:?}", figure.body) };
    assert_eq!(strip.dots.len(), 151, "City of London has too few to print in 2011");
    let named: Vec<&str> = strip.dots.iter().filter(|dot| dot.is_named).map(|dot| dot.label.as_str()).collect();
    assert_eq!(named, ["Leeds −14.4%"]);
    assert_eq!(strip.nation.as_ref().unwrap().label, "England +7.4%");
    assert!(strip.about.contains("54 fell and 97 rose"), "{}", strip.about);
    let (low, high) = strip.usual.unwrap();
    assert!((low + 10.0).abs() < 1.0 && (high - 37.0).abs() < 1.0, "{low} to {high}");
    let [lower, middle, upper] = strip.quarters.unwrap();
    assert!(lower < middle && middle < upper);
    assert!(strip.dots.windows(2).all(|pair| pair[0].at <= pair[1].at), "the keyboard goes from left to right");
    assert_eq!(figure.drawn().len(), 1);
}

#[test]
fn claims_of_several_times_have_a_strip_each() {
    let figure = drawn(&claims(), "looked-after-children", &[], FigureKind::Strip, SeriesScale::Level);
    let abouts: Vec<&str> = strips(&figure).strips.iter().map(|strip| strip.about.as_str()).collect();
    assert!(abouts.len() >= 6 && abouts.iter().any(|about| about.starts_with("31 March 2011 to 31 March 2016")));
    let view = View { indicators: vec![IndicatorId::new("looked-after-children")].into(), ..View::default() };
    let dataset = claims();
    let selected = view.select(&dataset).len();
    assert_eq!(figure.drawn().len() + figure.left_out.len(), selected, "nothing is lost");
}

#[test]
fn every_council_of_statistics_is_a_dot_of_its_own() {
    let figure = drawn(&statistics(), "cla-number", &[], FigureKind::Strip, SeriesScale::Level);
    let [strip] = strips(&figure).strips.as_slice() else { panic!() };
    assert!(strip.dots.len() >= 150 && strip.dots.iter().all(|dot| dot.is_selected && !dot.is_named));
    let own = figure.with_own(&statistics(), &CouncilId::new("leeds"));
    let [strip] = strips(&own).strips.as_slice() else { panic!() };
    let mine = strip.dots.iter().filter(|dot| dot.owner == sidebyside::figure::Owner::Own).count();
    assert_eq!(mine, 1);
}

#[test]
fn without_a_series_the_figure_says_so_and_leaves_all_out() {
    for kind in [FigureKind::Trend, FigureKind::Strip] {
        let figure = drawn(&claims(), "fostering-website-traffic", &[], kind, SeriesScale::Level);
        assert!(matches!(&figure.body, Body::Empty(why) if why.contains("official series")), "{:?}", figure.body);
        assert!(figure.drawn().is_empty() && !figure.left_out.is_empty());
    }
}
