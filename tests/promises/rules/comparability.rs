//! Under a title, before every note and in the alternative text stands whether the figures may be compared, why, and what one may
//! say (R3, R15).

use sidebyside::compare::Comparable;
use sidebyside::figure::comparability::ComparabilityStrip;
use sidebyside::figure::{Figure, figure};
use sidebyside::model::{CouncilId, Dataset, FigureKind, Period, Published, View};

use super::shipped;

/// Looked-after children in these councils.
fn of(dataset: &Dataset, councils: &[&str], kind: FigureKind) -> Figure {
    let indicators = dataset.indicators.iter().filter(|i| i.name == "Looked-after children");
    let view = View {
        councils: councils.iter().map(|id| CouncilId::new(*id)).collect::<Vec<_>>().into(),
        indicators: indicators.map(|i| i.id.clone()).collect::<Vec<_>>().into(),
        ..View::default()
    };
    figure(dataset, &view, kind).unwrap()
}

fn strip(figure: &Figure) -> &ComparabilityStrip {
    figure.comparability.as_ref().unwrap_or_else(|| panic!("{} has no answer", figure.title))
}

#[test]
fn leeds_and_brighton_are_compared_with_care() {
    let dataset = shipped();
    for kind in [FigureKind::Both, FigureKind::Change, FigureKind::Index] {
        let figure = of(dataset, &["leeds", "brighton-and-hove"], kind);
        let strip = strip(&figure);
        assert_eq!(
            strip.text, "With care: both fell; since 2011 against one year. Say both fell, not which fell further.",
            "{kind:?}"
        );
        assert_eq!(strip.answer, Comparable::WithCare);
        assert_eq!(
            strip.sentence,
            "Looked-after children: Leeds fell by 15.5% (since 2011); Brighton and Hove fell by 26% (one year). \
             Don’t rank the sizes: since 2011 against one year."
        );
    }
}

/// Leeds and Brighton, both down, over these times; what the strip says of them.
fn over_times(leeds: &str, brighton: &str, order: [&str; 2]) -> String {
    let mut dataset = shipped().clone();
    let times = [("leeds", leeds), ("brighton-and-hove", brighton)];
    for outcome in dataset.programmes.iter_mut().flat_map(|programme| &mut programme.outcomes) {
        let time = times.iter().find(|(council, _)| outcome.places.as_slice() == [CouncilId::new(*council)]);
        if let (Published::Change { over, .. }, Some((_, time))) = (&mut outcome.published, time) {
            *over = Period::parse(time).unwrap();
        }
    }
    strip(&of(&dataset, &order, FigureKind::Both)).reason.clone()
}

#[test]
fn two_times_are_told_as_people_say_them_whichever_comes_first() {
    let (one, other) = (["leeds", "brighton-and-hove"], ["brighton-and-hove", "leeds"]);
    for (leeds, brighton, expected) in [
        ("since 2011", "1 year", "since 2011 against one year"),
        ("since 2011", "not stated", "since 2011 against a period not stated"),
        ("5 years", "not stated", "five years against a period not stated"),
        ("since 2011", "since 2011", "both since 2011, with no end stated"),
        ("not stated", "not stated", "over periods whose lengths are not stated"),
        ("2015", "since 2011", "since 2011 against 2015"),
    ] {
        for order in [one, other] {
            assert_eq!(over_times(leeds, brighton, order), expected, "{leeds}, {brighton}, {order:?}");
        }
    }
    assert_eq!(over_times("since 2011", "since 2015", one), "one since 2011, the other since 2015");
    assert_eq!(over_times("18 months", "5 years", one), "18 months against five years");
}
