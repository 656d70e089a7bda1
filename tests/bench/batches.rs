//! Every council's figures in one go: six indicators each, SVG and PNG of 800×450 points, on all cores.

use divan::Bencher;
use sidebyside::dataset::load_text;
use sidebyside::export::Format;
use sidebyside::export::batch::{Batch, run};
use sidebyside::export::figure::Sheet;
use sidebyside::export::table::Mark;
use sidebyside::model::View;
use sidebyside::storage::Overwrite;
use sidebyside::work::Work;

use crate::councils;

#[divan::bench(args = [38, 152, 608], sample_count = 5)]
fn svg_and_png(bencher: Bencher, councils: usize) {
    let dataset = load_text(&councils::dataset(councils, 6)).unwrap().dataset;
    let folder = tempfile::tempdir().unwrap();
    bencher.bench_local(|| {
        let batch = Batch {
            dataset: &dataset,
            view: View::default(),
            formats: vec![Format::Svg, Format::Png],
            folder: folder.path().to_path_buf(),
            overwrite: Overwrite::Replace,
            sheet: Sheet { width: 800.0, least_height: 450.0, scale: 1.0 },
            mark: Mark::Without,
        };
        let summary = run(&batch, &Work::default(), |_| {}).unwrap();
        assert_eq!((summary.made.len(), summary.failed.len()), (2 * councils, 0));
    });
}
