//! What the window works out between a click and the next frame, in a dataset of 5,000 outcomes of 1,000 councils.

use divan::Bencher;
use sidebyside::app::{Action, FileDialogs, FrameInput, State, Tab};
use sidebyside::model::CouncilId;

use crate::councils;

/// The window's state with the dataset open in this room.
fn open(room: Tab) -> (State, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("many.ron");
    std::fs::write(&path, councils::dataset(1000, 5)).unwrap();
    let mut state = State::new(FileDialogs::Field);
    state.act(Action::Open(path));
    state.finish();
    state.collect(FrameInput::default());
    state.act(Action::Show(room));
    assert_eq!(state.document.dataset.councils.len(), 1000);
    (state, folder)
}

/// Going through the list, a council a click.
#[divan::bench(args = [Tab::Overview, Tab::Compare, Tab::Council], sample_count = 20)]
fn choosing_a_council(bencher: Bencher, room: Tab) {
    let (mut state, _folder) = open(room);
    let councils: Vec<CouncilId> = state.document.dataset.councils.iter().map(|council| council.id.clone()).collect();
    let mut next = councils.iter().cycle();
    bencher.bench_local(|| {
        if let Some(council) = next.next() {
            state.act(Action::Pin(council.clone()));
            state.act(Action::Show(room));
        }
    });
}

/// Typing into the search field, a letter or one taken back.
#[divan::bench(sample_count = 10)]
fn searching(bencher: Bencher) {
    let (mut state, _folder) = open(Tab::Overview);
    let mut words = ["Council 00", "Council 0"].into_iter().cycle();
    bencher.bench_local(|| state.act(Action::Search(words.next().unwrap_or_default().to_owned())));
}
