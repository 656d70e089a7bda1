//! National size: official statistics of 152 councils, 20 years and 100 indicators, 304,000 values. Importing them, opening the dataset,
//! and what the window works out between a click and the next frame.

use std::borrow::Cow;
use std::fmt::Write as _;

use divan::Bencher;
use sidebyside::app::{Action, DatesAction, FileDialogs, FrameInput, State, Tab};
use sidebyside::compare::statistic_pairs::DateStep;
use sidebyside::dataset::{load_text, to_ron};
use sidebyside::import::{ImportFile, Profile, read};
use sidebyside::model::CouncilId;
use sidebyside::progress::Progress;

const COUNCILS: usize = 152;
const YEARS: usize = 20;
const INDICATORS: usize = 100;

/// The names and codes of councils as the application knows them, so that an import finds each.
fn councils() -> Vec<(&'static str, &'static str)> {
    let known = include_str!("../../assets/councils.tsv").lines().filter_map(|line| {
        let mut cells = line.split('\t');
        let gss = cells.clone().find(|cell| cell.starts_with("E0") || cell.starts_with("E1"))?;
        let name = cells.next()?;
        Some((name, gss))
    });
    known.take(COUNCILS).collect()
}

fn value(council: usize, year: usize, indicator: usize) -> usize {
    100 + council * 7 + year * 3 + indicator * 11 + (council * year + indicator) % 17
}

/// The table as its publisher writes it: a row for each council, year and indicator, in the columns of Explore Education Statistics.
pub fn csv() -> String {
    let mut text = String::from(
        "time_period,time_identifier,geographic_level,country_code,country_name,new_la_code,la_name,category,number\n",
    );
    for indicator in 0..INDICATORS {
        for year in 0..YEARS {
            for (council, (name, gss)) in councils().into_iter().enumerate() {
                let number = value(council, year, indicator);
                let _ = writeln!(
                    text,
                    "{},Calendar year,Local authority,E92000001,England,{gss},\"{name}\",Indicator number {indicator:03} of a long table,{number}",
                    2005 + year
                );
            }
        }
    }
    text
}

/// The same as a dataset.
pub fn dataset() -> String {
    let file = ImportFile { name: "national.csv".to_owned(), bytes: Cow::Owned(csv().into_bytes()) };
    let draft = read(&[file], &Profile::default(), Progress::default().whole()).unwrap();
    to_ron(&draft.into_dataset(&Profile::default()))
}

/// The bare reading that an import is measured against: the table kept as rows of texts.
#[divan::bench(sample_count = 5)]
fn a_plain_loop_over_the_table(bencher: Bencher) {
    let text = csv();
    bencher.bench(|| {
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        reader.records().filter_map(Result::ok).collect::<Vec<_>>().len()
    });
}

#[divan::bench(sample_count = 5)]
fn importing_the_table(bencher: Bencher) {
    let text = csv();
    bencher.bench(|| {
        let file = ImportFile { name: "national.csv".to_owned(), bytes: Cow::Borrowed(text.as_bytes()) };
        read(&[file], &Profile::default(), Progress::default().whole()).unwrap()
    });
}

#[divan::bench(sample_count = 5)]
fn opening_the_dataset(bencher: Bencher) {
    let text = dataset();
    bencher.bench(|| load_text(&text));
}

/// The window's state with the dataset open in this room.
fn open(room: Tab) -> (State, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("national.ron");
    std::fs::write(&path, dataset()).unwrap();
    let mut state = State::new(FileDialogs::Field);
    state.act(Action::Open(path));
    state.finish();
    state.collect(FrameInput::default());
    state.act(Action::Show(room));
    assert_eq!(state.document.dataset.statistics.len(), INDICATORS);
    (state, folder)
}

/// Going through the list, a council a click.
#[divan::bench(args = [Tab::Overview, Tab::Compare, Tab::Council], sample_count = 10)]
fn choosing_a_council(bencher: Bencher, room: Tab) {
    let (mut state, _folder) = open(room);
    let councils: Vec<CouncilId> = state.document.dataset.councils.iter().map(|council| council.id.clone()).collect();
    let mut next = councils.iter().cycle();
    bencher.bench_local(|| {
        if let Some(council) = next.next() {
            state.act(Action::GoTo(council.clone()));
            state.act(Action::Show(room));
        }
    });
}

/// Stepping the first date there and back.
#[divan::bench(sample_count = 10)]
fn choosing_dates(bencher: Bencher) {
    let (mut state, _folder) = open(Tab::Compare);
    let mut steps = [DateStep::FromEarlier, DateStep::FromLater].into_iter().cycle();
    bencher.bench_local(|| {
        if let Some(step) = steps.next() {
            state.act(Action::Dates(DatesAction::Step(step)));
        }
    });
}

/// Another concept, of the 100.
#[divan::bench(sample_count = 10)]
fn choosing_a_concept(bencher: Bencher) {
    let (mut state, _folder) = open(Tab::Compare);
    let concepts: Vec<String> = state.views.pages.offers.iter().map(|offer| offer.concept.clone()).collect();
    let mut next = concepts.iter().cycle();
    bencher.bench_local(|| {
        if let Some(concept) = next.next() {
            state.act(Action::Compare(concept.clone()));
        }
    });
}

/// Typing into the search field, a letter or one taken back.
#[divan::bench(sample_count = 10)]
fn searching(bencher: Bencher) {
    let (mut state, _folder) = open(Tab::Compare);
    let mut words = ["Bar", "Ba"].into_iter().cycle();
    bencher.bench_local(|| state.act(Action::Search(words.next().unwrap_or_default().to_owned())));
}
