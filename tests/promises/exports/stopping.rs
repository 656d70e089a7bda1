//! Making a file can be stopped, and tells how far it is.

use sidebyside::export::figure::{Sheet, to_pixels};
use sidebyside::export::{Edition, ExportError, FontFaces, Format};
use sidebyside::model::{FigureKind, View};
use sidebyside::work::Work;

use super::{built_in, figure_of};

#[test]
fn every_format_tells_how_far_it_is_and_ends_where_it_is_stopped() {
    let dataset = built_in();
    let (view, fonts) = (View::default(), FontFaces::new());
    let figure = figure_of(&dataset, Some("looked-after children"), FigureKind::Both);
    for format in Format::ALL {
        let edition = || Edition::new(&dataset, &view, &figure, Sheet::default(), &fonts);
        let work = Work::default();
        edition().file(format, work.whole()).unwrap();
        assert!(work.share() > 0.999, "{format:?} ended at {}", work.share());
        work.stop();
        let stopped = edition().file(format, work.whole());
        assert!(matches!(stopped, Err(ExportError::Stopped(_))), "{format:?} was made all the same");
    }
    let work = Work::default();
    work.stop();
    let stopped = to_pixels(&figure, Sheet::default(), &fonts, work.whole());
    assert!(matches!(stopped, Err(ExportError::Stopped(_))), "it was painted all the same");
}
