//! Random edits on random and on the built-in datasets: undo all and redo all give the same bytes, and so does the journal.

use proptest::prelude::*;
use sidebyside::dataset::{Finding, check as findings, load_draft, load_text, to_ron};
use sidebyside::edit::{
    Edit, EditError, History, OutcomeParent, Part, PartKind, PartPath, copy_into, from_journal_line, propose_id,
    quick_fixes, to_journal_line,
};
use sidebyside::model::{CouncilId, Dataset, IndicatorId, OutcomeId, ProgrammeId, SavedViewId, SourceId};

use super::{built_in, unknown};
use crate::generation;

/// What to do, with numbers that choose among what there is at that moment.
#[derive(Clone, Debug)]
enum Doing {
    Rename(usize, String),
    Reword(usize, String),
    Delete(usize),
    Move(usize, usize),
    Duplicate(usize),
    Copy(usize),
    QuickFix(usize),
    Seal,
    Undo,
    Redo,
    Save,
}

fn doing() -> impl Strategy<Value = Doing> {
    let n = || 0_usize..10_000;
    let id = "[a-c]{0,2}";
    prop_oneof![
        2 => (n(), id).prop_map(|(at, id)| Doing::Rename(at, id)),
        6 => (n(), ".{0,6}").prop_map(|(at, words)| Doing::Reword(at, words)),
        2 => n().prop_map(Doing::Delete),
        2 => (n(), n()).prop_map(|(from, to)| Doing::Move(from, to)),
        2 => n().prop_map(Doing::Duplicate),
        1 => n().prop_map(Doing::Copy),
        1 => n().prop_map(Doing::QuickFix),
        1 => Just(Doing::Seal),
        2 => Just(Doing::Undo),
        1 => Just(Doing::Redo),
        1 => Just(Doing::Save),
    ]
}

fn chosen(dataset: &Dataset, n: usize) -> PartPath {
    let places = PartPath::all(dataset);
    places[n % places.len()]
}

fn with_id(mut part: Part, id: &str) -> Part {
    match &mut part {
        Part::Facts(_) => {}
        Part::Source(it) => it.id = SourceId::new(id),
        Part::Council(it) => it.id = CouncilId::new(id),
        Part::Indicator(it) => it.id = IndicatorId::new(id),
        Part::Programme(it) => it.id = ProgrammeId::new(id),
        Part::Outcome(it) => it.id = OutcomeId::new(id),
        Part::SavedView(it) => it.id = SavedViewId::new(id),
    }
    part
}

fn reworded(mut part: Part, words: &str) -> (Part, &'static str) {
    let words = words.to_owned();
    let field = match &mut part {
        Part::Facts(facts) => {
            facts.title = words;
            "title"
        }
        Part::Source(it) => {
            it.title = words;
            "title"
        }
        Part::Council(it) => {
            it.name = words;
            "name"
        }
        Part::Indicator(it) => {
            it.definition = words;
            "definition"
        }
        Part::Programme(it) => {
            it.places.push(CouncilId::new(words));
            "places"
        }
        Part::Outcome(it) => {
            it.notes.push(words);
            "notes"
        }
        Part::SavedView(it) => {
            it.words.note = words;
            "words"
        }
    };
    (part, field)
}

/// The edit, or `None` where there is nothing to do.
fn edit(dataset: &Dataset, doing: &Doing, other: &Dataset) -> Option<Result<Edit, EditError>> {
    match doing {
        Doing::Rename(n, id) => {
            let place = chosen(dataset, *n);
            Some(Edit::change(dataset, place, with_id(Part::at(dataset, place)?, id), "id"))
        }
        Doing::Reword(n, words) => {
            let place = chosen(dataset, *n);
            let (part, field) = reworded(Part::at(dataset, place)?, words);
            Some(Edit::change(dataset, place, part, field))
        }
        Doing::Delete(n) => Some(Edit::delete(dataset, chosen(dataset, *n))),
        Doing::Move(from, to) => Some(Edit::shift(dataset, chosen(dataset, *from), chosen(dataset, *to))),
        Doing::Duplicate(n) => {
            let place = chosen(dataset, *n);
            let kind = match place {
                PartPath::Facts => return None,
                PartPath::Source(_) => PartKind::Source,
                PartPath::Council(_) => PartKind::Council,
                PartPath::Indicator(_) => PartKind::Indicator,
                PartPath::Programme(_) => PartKind::Programme,
                PartPath::Outcome(..) => PartKind::Outcome,
                PartPath::SavedView(_) => PartKind::SavedView,
            };
            let part = Part::at(dataset, place)?;
            let id = propose_id(dataset, kind, &part.name(dataset));
            Some(Edit::add(dataset, place, with_id(part, &id)))
        }
        Doing::Copy(n) => Some(copy_into(dataset, other, chosen(other, *n))),
        Doing::QuickFix(n) => {
            let all = sidebyside::edit::check(dataset);
            let placed = all.get(n % all.len().max(1))?;
            Some(Ok(quick_fixes(dataset, placed).into_iter().next()?.edit))
        }
        Doing::Seal | Doing::Undo | Doing::Redo | Doing::Save => None,
    }
}

/// Does it all, and gives the lines of the journal.
fn work(dataset: &mut Dataset, history: &mut History, doings: &[Doing], other: &Dataset) -> Vec<String> {
    let mut journal = Vec::new();
    for doing in doings {
        match doing {
            Doing::Seal => history.end_merge(),
            Doing::Save => history.mark_saved(),
            Doing::Undo => journal.extend(history.undo(dataset).unwrap().iter().map(to_journal_line)),
            Doing::Redo => journal.extend(history.redo(dataset).unwrap().iter().map(to_journal_line)),
            _ => {
                let Some(Ok(edit)) = edit(dataset, doing, other) else { continue };
                let line = to_journal_line(&edit);
                let before = dataset.clone();
                let unknown_before = unknown(dataset);
                match history.commit(dataset, edit) {
                    Ok(()) => journal.push(line),
                    Err(_) => assert_eq!(*dataset, before, "what can't be done changes nothing"),
                }
                if let Doing::Delete(_) = doing {
                    let new: Vec<String> =
                        unknown(dataset).into_iter().filter(|told| !unknown_before.contains(told)).collect();
                    assert_eq!(new, Vec::<String>::new(), "{doing:?}");
                }
            }
        }
    }
    journal
}

fn promises(base: &Dataset, doings: &[Doing], other: &Dataset) {
    let mut dataset = base.clone();
    let mut history = History::new();
    let journal = work(&mut dataset, &mut history, doings, other);
    let edited = to_ron(&dataset);

    while history.undo(&mut dataset).unwrap().is_some() {}
    assert_eq!(to_ron(&dataset), to_ron(base), "undo all gives the same bytes");
    assert_eq!(dataset, *base);

    let mut undone = dataset.clone();
    while history.redo(&mut undone).unwrap().is_some() {}
    while history.undo(&mut undone).unwrap().is_some() {}
    assert_eq!(undone, *base);

    // Redo leads to what was there after the last thing done, and beyond it to what was undone at the end.
    let mut replayed = base.clone();
    for line in &journal {
        from_journal_line(line).unwrap().apply(&mut replayed).unwrap();
    }
    assert_eq!(to_ron(&replayed), edited, "the journal gives the same bytes");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn undo_and_journal_give_the_same_bytes_of_a_random_dataset(
        base in generation::dataset(),
        other in generation::dataset(),
        doings in prop::collection::vec(doing(), 0..24),
    ) {
        promises(&base, &doings, &other);
    }

    #[test]
    fn redo_all_gives_the_same_bytes(
        base in generation::dataset(),
        doings in prop::collection::vec(doing(), 0..24),
    ) {
        let mut dataset = base.clone();
        let mut history = History::new();
        let only_edits: Vec<Doing> =
            doings.into_iter().filter(|d| !matches!(d, Doing::Undo | Doing::Redo | Doing::Save)).collect();
        work(&mut dataset, &mut history, &only_edits, &base);
        let edited = to_ron(&dataset);
        let state = history.state();
        let mut steps = 0;
        while history.undo(&mut dataset).unwrap().is_some() { steps += 1; }
        prop_assert!(!history.is_modified());
        for _ in 0..steps { prop_assert!(history.redo(&mut dataset).unwrap().is_some()); }
        prop_assert!(history.redo(&mut dataset).unwrap().is_none());
        prop_assert_eq!(to_ron(&dataset), edited);
        prop_assert_eq!(history.state(), state);
        prop_assert_eq!(history.is_modified(), steps > 0);
    }

    #[test]
    fn an_edit_and_its_way_back_cancel(base in generation::dataset(), doing in doing()) {
        let Some(Ok(edit)) = edit(&base, &doing, &base) else { return Ok(()) };
        let mut dataset = base.clone();
        let Ok(back) = edit.clone().apply(&mut dataset) else {
            prop_assert_eq!(dataset, base);
            return Ok(());
        };
        let edited = dataset.clone();
        let again = back.apply(&mut dataset).unwrap();
        prop_assert_eq!(&dataset, &base);
        again.apply(&mut dataset).unwrap();
        prop_assert_eq!(dataset, edited);
    }

    #[test]
    fn the_check_in_memory_is_that_of_the_file_whatever_was_edited(
        base in generation::dataset(),
        doings in prop::collection::vec(doing(), 0..12),
    ) {
        let mut dataset = base.clone();
        work(&mut dataset, &mut History::new(), &doings, &base);
        let written = to_ron(&dataset);
        let reread = load_draft(&written).map_err(|f| TestCaseError::fail(format!("{f:#?}\n{written}")))?.dataset;
        let told = |all: Vec<Finding>| {
            let mut told: Vec<_> = all.into_iter().map(|f| (f.path, f.severity, f.sentence, f.fix)).collect();
            told.sort();
            told
        };
        let of_file = load_text(&written).map_or_else(|all| all, |loaded| loaded.cautions);
        prop_assert_eq!(told(findings(&dataset)), told(of_file));
        prop_assert_eq!(to_ron(&reread), written);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn undo_and_journal_give_the_same_bytes_of_the_built_in_dataset(
        doings in prop::collection::vec(doing(), 1..16),
    ) {
        let base = built_in();
        promises(&base, &doings, &base);
    }
}

#[test]
fn every_built_in_part_can_be_changed_moved_and_deleted() {
    let base = built_in();
    for place in PartPath::all(&base).into_iter().step_by(3) {
        let part = Part::at(&base, place).unwrap();
        let edits = [
            Edit::change(&base, place, with_id(part.clone(), "quite-new"), "id"),
            Edit::delete(&base, place),
            copy_into(&Dataset { title: "Mine".to_owned(), ..Dataset::default() }, &base, place),
        ];
        for (nth, edit) in edits.into_iter().enumerate() {
            let Ok(edit) = edit else {
                assert_eq!(place, PartPath::Facts);
                continue;
            };
            let mut dataset =
                if nth == 2 { Dataset { title: "Mine".to_owned(), ..Dataset::default() } } else { base.clone() };
            let before = dataset.clone();
            let back = edit.apply(&mut dataset).unwrap();
            assert_eq!(unknown(&dataset), Vec::<String>::new(), "{place:?} {nth}");
            back.apply(&mut dataset).unwrap();
            assert_eq!(dataset, before, "{place:?} {nth}");
        }
    }
    let first = PartPath::Outcome(OutcomeParent::Programme(0), 0);
    assert!(Part::at(&base, first).is_some());
}
