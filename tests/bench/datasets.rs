//! A dataset of 5,000 outcomes: reading with all its checks, saving, and its table as CSV and XLSX. One of 20,000: suppressing small counts.

use divan::Bencher;
use sidebyside::compare::{Threshold, withhold};
use sidebyside::dataset::{load_text, to_ron};
use sidebyside::export::table::to_csv;
use sidebyside::export::xlsx;
use sidebyside::figure::table;
use sidebyside::model::{Dataset, View};

use crate::councils;

fn text() -> String {
    councils::dataset(1000, 5)
}

fn dataset() -> Dataset {
    load_text(&text()).unwrap().dataset
}

#[divan::bench(sample_count = 10)]
fn reading_and_checking(bencher: Bencher) {
    let text = text();
    bencher.bench(|| load_text(&text));
}

#[divan::bench(sample_count = 10)]
fn as_text_for_saving(bencher: Bencher) {
    let dataset = dataset();
    bencher.bench(|| to_ron(&dataset));
}

#[divan::bench(sample_count = 10)]
fn rows_of_the_table(bencher: Bencher) {
    let dataset = dataset();
    bencher.bench(|| table::rows(&dataset, &View::default()));
}

#[divan::bench(sample_count = 10)]
fn table_as_csv(bencher: Bencher) {
    let rows = table::rows(&dataset(), &View::default());
    bencher.bench(|| to_csv(&rows));
}

#[divan::bench(sample_count = 10)]
fn table_as_a_workbook(bencher: Bencher) {
    let rows = table::rows(&dataset(), &View::default());
    bencher.bench(|| xlsx::of_table(&rows, None));
}

/// Every ten councils have totals as well.
#[divan::bench(sample_count = 5)]
fn suppressing_small_counts_of_20_000_outcomes(bencher: Bencher) {
    let dataset = load_text(&councils::with_totals(4000, 5)).unwrap().dataset;
    bencher.bench(|| withhold(&dataset, Threshold::new(Threshold::MOST).unwrap()));
}
