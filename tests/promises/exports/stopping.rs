//! Making a file can be stopped, and tells how far it is.

use sidebyside::export::figure::{PageSize, to_pixels};
use sidebyside::export::{ExportError, FigureExport, FileContent, FontFaces, Format};
use sidebyside::model::{FigureKind, View};
use sidebyside::progress::Progress;

use super::{built_in, figure_of};

#[test]
fn every_format_tells_how_far_it_is_and_ends_where_stopped() {
    let dataset = built_in();
    let (view, fonts) = (View::default(), FontFaces::new());
    let figure = figure_of(&dataset, Some("looked-after children"), FigureKind::Both);
    for format in Format::of_figures() {
        let edition = || FigureExport::new(&dataset, &view, &figure, PageSize::default(), &fonts);
        let work = Progress::default();
        edition().file(format, work.whole()).unwrap();
        assert!(work.share() > 0.999, "{format:?} ended at {}", work.share());
        work.stop();
        let stopped = edition().file(format, work.whole());
        assert!(matches!(stopped, Err(ExportError::Stopped(_))), "{format:?} was made all the same");
    }
    let work = Progress::default();
    work.stop();
    let stopped = to_pixels(&figure, PageSize::default(), &fonts, work.whole());
    assert!(matches!(stopped, Err(ExportError::Stopped(_))), "it was painted all the same");
}

#[test]
fn every_format_ends_near_where_it_is_stopped_on_its_way() {
    let mut dataset = built_in();
    // Several pages of small figures.
    dataset.programmes.truncate(60);
    let (view, fonts) = (View::default(), FontFaces::new());
    let figure = figure_of(&dataset, None, FigureKind::Profile);
    // Where it is stopped, and how much more may be done by then: a call into a library is not stopped within.
    let drawn = ([0.1, 0.3, 0.5, 0.7].as_slice(), 0.11);
    for format in Format::of_figures() {
        let (limits, more) = match format.content() {
            FileContent::Drawing | FileContent::Picture => drawn,
            FileContent::Rows => ([0.1].as_slice(), 0.5),
            FileContent::Workbook => ([0.1].as_slice(), 0.34),
        };
        for limit in limits {
            let work = Progress::up_to(*limit);
            let made =
                FigureExport::new(&dataset, &view, &figure, PageSize::default(), &fonts).file(format, work.whole());
            assert!(
                matches!(made, Err(ExportError::Stopped(_))),
                "{format:?} stopped at {limit} was made all the same"
            );
            assert!(work.share() <= limit + more, "{format:?} stopped at {limit} went on to {}", work.share());
        }
    }
}
