//! Tests of quick entry: what sentences are taken for, what is asked, and that all of it is one step.

use super::*;
use crate::dataset::load_builtin;
use crate::edit::{OutcomeParent, Part};

fn builtin() -> Dataset {
    load_builtin().unwrap().dataset
}

fn read(dataset: &Dataset, sentence: &str) -> QuickReading {
    QuickEntry { sentence: sentence.to_owned(), ..QuickEntry::default() }.read(dataset)
}

/// What is counted, whose it is and what was published, as one text.
fn told(dataset: &Dataset, sentence: &str) -> String {
    let reading = read(dataset, sentence);
    let gap = reading.gap.map_or(String::new(), |gap| format!(" [{gap:?}: {}]", reading.told));
    let outcome = reading.outcome.outcome(dataset);
    let published = outcome.map(|outcome| describe_published(&outcome.published, &"".into())).unwrap_or_default();
    format!("{} | {} | {published}{gap}", reading.indicator(dataset), reading.councils(dataset))
}

#[test]
fn a_printed_sentence_is_read_whoever_stands_first() {
    let dataset = builtin();
    let one = "Looked-after children | Wolverhampton | 780 (2014) before, 626 (2016) after";
    for sentence in [
        "Looked-after children down from 780 to 626, Wolverhampton, 2014 to 2016",
        "Wolverhampton: looked-after children down from 780 to 626 (2014 to 2016)",
        "Children looked after fell from 780 to 626 in Wolverhampton between 2014 and 2016.",
        "CLA down from 780 to 626, wolverhampton city council, 2014 to 2016",
        "Wolverhampton\u{2019}s number of looked-after children fell from 780 in 2014 to 626 in 2016",
        "Between 2014 and 2016, looked-after children in Wolverhampton fell from 780 to 626",
    ] {
        assert_eq!(told(&dataset, sentence), one, "{sentence}");
    }
    for (sentence, expected) in [
        ("LAC down 15.5%, Leeds", "Looked-after children | Leeds | it fell by 15.5%, and no level is drawn"),
        ("Fostering enquiries up from 52 to 81, Gateshead", "Fostering enquiries | Gateshead | 52 before, 81 after"),
        ("Calls answered up from 52 to 81 calls, Leeds", "Calls answered | Leeds | 52 before, 81 after"),
    ] {
        assert_eq!(told(&dataset, sentence), expected, "{sentence}");
    }
}

#[test]
fn what_is_missing_is_asked_for_and_nothing_is_made_up() {
    let dataset = builtin();
    for (sentence, gap) in [
        ("", QuickGap::Sentence),
        ("780 to 626", QuickGap::Indicator),
        ("Looked-after children, Leeds", QuickGap::Sentence),
        ("Looked-after children down from 780 to 626", QuickGap::Council),
    ] {
        let reading = read(&dataset, sentence);
        assert_eq!(reading.gap, Some(gap), "{sentence}: {}", reading.told);
        assert!(reading.edit(&dataset).is_none() && !reading.told.is_empty(), "{sentence}");
    }
    let near = QuickDefaults { council: Some(CouncilId::new("leeds")), ..QuickDefaults::default() };
    let sentence = "Looked-after children down from 780 to 626".to_owned();
    let reading = QuickEntry { sentence, ..QuickEntry::begin(near) }.read(&dataset);
    assert_eq!((reading.gap, reading.councils(&dataset)), (None, "Leeds".to_owned()));
    let outcome = reading.outcome.outcome(&dataset).unwrap();
    let crate::model::Published::Pair { before, after, over, .. } = outcome.published else { panic!("a pair") };
    assert!(!before.period.is_stated() && !after.period.is_stated() && !over.is_stated(), "R1");
}

#[test]
fn all_that_an_entry_needs_is_one_step_that_goes_back() {
    let dataset = builtin();
    let reading = read(&dataset, "Calls answered up from 52 to 81 calls, Gateshead, 2014 to 2016");
    assert_eq!(reading.home(&dataset), "Outcomes of Gateshead");
    let mut changed = dataset.clone();
    let back = reading.edit(&dataset).unwrap().unwrap().apply(&mut changed).unwrap();
    let programme = changed.programmes.last().unwrap();
    let outcome = &programme.outcomes[0];
    assert_eq!((programme.name.as_str(), &programme.places), ("Outcomes of Gateshead", &outcome.places));
    assert_eq!(changed.council(&outcome.places[0]).map(|council| council.name.as_str()), Some("Gateshead"));
    assert_eq!(changed.source_titles(&outcome.sources), "Own figures");
    assert_eq!(changed.indicator(&outcome.indicator).map(|indicator| indicator.unit.as_str()), Some("calls"));
    assert!(Part::at(&changed, OutcomeParent::Programme(changed.programmes.len() - 1).end(&changed)).is_none());
    // The next one of the council stands beside it, from the same document.
    let next = read(&changed, "Calls answered down from 81 to 60 calls, Gateshead");
    assert_eq!((next.home(&changed), next.outcome.makes_source()), ("Outcomes of Gateshead", false));
    assert!(next.outcome.made.programme.is_none());
    back.apply(&mut changed).unwrap();
    assert_eq!(changed, dataset);
}

#[test]
fn r11_a_figure_that_is_there_already_is_told() {
    let dataset = builtin();
    let reading = read(&dataset, "Calls answered up from 52 to 81 calls, Leeds");
    let mut changed = dataset.clone();
    reading.edit(&dataset).unwrap().unwrap().apply(&mut changed).unwrap();
    let again = read(&changed, "Calls answered up from 52 to 81 calls, Leeds");
    assert!(again.told.contains("already") && !reading.told.contains("already"), "{}", again.told);
}
