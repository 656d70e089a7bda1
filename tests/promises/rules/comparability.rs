//! Under a title, before every note and in the alternative text stands whether the figures may be compared, why, and what one may
//! say (R3, R15).

use sidebyside::compare::Comparable;
use sidebyside::figure::comparability::ComparabilityStrip;
use sidebyside::figure::{Figure, figure};
use sidebyside::model::{CouncilId, Dataset, FigureKind, View};

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
