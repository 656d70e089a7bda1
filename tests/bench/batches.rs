//! Every council's figures in one go: six indicators each, SVG and PNG of 800×450 points, on all cores.

use divan::Bencher;
use sidebyside::dataset::load_text;
use sidebyside::export::Format;
use sidebyside::export::batch::{Batch, council_items, run};
use sidebyside::export::figure::PageSize;
use sidebyside::export::table::ByteOrderMark;
use sidebyside::model::View;
use sidebyside::progress::Progress;
use sidebyside::storage::Overwrite;

use crate::councils;

#[divan::bench(args = [38, 152, 608], sample_count = 5)]
fn svg_and_png(bencher: Bencher, councils: usize) {
    let dataset = load_text(&councils::dataset(councils, 6)).unwrap().dataset;
    let folder = tempfile::tempdir().unwrap();
    bencher.bench_local(|| {
        let batch = Batch {
            dataset: &dataset,
            items: council_items(&dataset, &View::default()),
            formats: vec![Format::Svg, Format::Png],
            folder: folder.path().to_path_buf(),
            overwrite: Overwrite::Replace,
            sheet: PageSize { width: 800.0, least_height: 450.0, scale: 1.0 },
            mark: ByteOrderMark::Without,
        };
        let summary = run(&batch, &Progress::default(), |_| {}).unwrap();
        assert_eq!((summary.made.len(), summary.failed.len()), (2 * councils, 0));
    });
}
