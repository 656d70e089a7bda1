//! What a field shows for a value is read back as that value, and whatever is typed is read or refused.

use proptest::prelude::*;
use sidebyside::edit::new_parts;
use sidebyside::edit::typed::{
    CountedPhrase, change, direction, grade, grades, number, number_text, period, period_text, points, points_text,
    statement,
};
use sidebyside::model::{Change, Dataset, Measure, Missing, Number, Period, PointValue, Published, SeriesPoint};

use super::built_in;

fn printed() -> impl Strategy<Value = Number> {
    printed_from(-1_000_000_000)
}

fn printed_from(least: i64) -> impl Strategy<Value = Number> {
    let bound = prop::sample::select(vec!["", "about ", "over ", "at least ", "nearly ", "under ", "up to "]);
    let one = (bound, least..2_000_000_000, 0_usize..5).prop_map(|(bound, n, decimals)| {
        let value = n as f64 / 10f64.powi(i32::try_from(decimals).unwrap());
        Number::parse(&format!("{bound}{value:.decimals$}")).unwrap()
    });
    let range = (0_u32..100_000, 0_u32..100_000, 0_usize..3).prop_map(|(low, more, decimals)| {
        let text = |n: u32| format!("{:.decimals$}", f64::from(n));
        Number::parse(&format!("between {} and {}", text(low), text(low + more))).unwrap()
    });
    prop_oneof![one, range]
}

fn dates() -> impl Strategy<Value = String> {
    prop_oneof![
        (1990_i32..2030).prop_map(|y| y.to_string()),
        (1990_i32..2030).prop_map(|y| format!("{y}/{:02}", (y + 1) % 100)),
        (1990_i32..2030, 1..13).prop_map(|(y, m)| format!("{y}-{m:02}")),
        (1990_i32..2030, 1..13, 1..29).prop_map(|(y, m, d)| format!("{y}-{m:02}-{d:02}")),
    ]
}

fn periods() -> impl Strategy<Value = Period> {
    let body = prop_oneof![
        dates(),
        (dates(), dates()).prop_map(|(a, b)| format!("{a}/{b}")),
        dates().prop_map(|a| format!("since {a}")),
        (1_u16..40, prop::sample::select(vec!["days", "weeks", "months", "years"]))
            .prop_map(|(n, u)| format!("{n} {u}")),
        (1_u16..40).prop_map(|n| format!("{n} months before the Programme")),
        Just("not stated".to_owned()),
    ];
    (body, prop::sample::select(vec!["", " (implied)"]))
        .prop_filter_map("ends before it starts", |(body, end)| Period::parse(&format!("{body}{end}")).ok())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_number_is_read_back_as_it_is_shown(value in printed()) {
        for text in [number_text(&value), value.to_string()] {
            let read = number(&text, &CountedPhrase::default()).map_err(|e| TestCaseError::fail(e.to_string()))?;
            prop_assert_eq!(read.number, value, "{}", text);
            prop_assert_eq!(read.remark, None);
        }
    }

    #[test]
    fn a_change_is_read_back_as_it_is_shown(value in printed_from(0), way in 0_usize..2, unit in 0_usize..3) {
        let text = format!("{} {value}{}", ["fell", "rose"][way], ["%", " pp", ""][unit]);
        let parsed = Change::parse(&text).unwrap();
        prop_assert_eq!(change(&text, &CountedPhrase::default()).map_err(|e| TestCaseError::fail(e.to_string()))?, parsed);
    }

    #[test]
    fn a_period_is_read_back_as_it_is_shown(value in periods()) {
        let text = period_text(&value);
        let read = period(&text).map_err(|e| TestCaseError::fail(e.to_string()))?;
        prop_assert_eq!(read, value, "{}", text);
    }

    #[test]
    fn a_series_is_read_back_as_it_is_shown(values in prop::collection::vec((periods(), value()), 1..5)) {
        let all: Vec<SeriesPoint> =
            values.into_iter().map(|(period, value)| SeriesPoint { period, value }).collect();
        let text = points_text(&all);
        prop_assert_eq!(points(&text, &CountedPhrase::default()).map_err(|e| TestCaseError::fail(format!("{e}\n{text}")))?, all);
    }

    #[test]
    fn what_the_file_holds_is_never_read_as_something_else(value in periods()) {
        if let Ok(read) = period(&value.to_string()) {
            prop_assert_eq!(read, value);
        }
    }

    #[test]
    fn whatever_is_typed_is_read_or_refused(text in ".{0,40}") {
        all(&text);
    }

    #[test]
    fn whatever_is_nearly_right_is_read_or_refused(
        words in prop::collection::vec(prop::sample::select(vec![
            "over", "£", "1.8", "m", "%", "per", "10,000", "28", "of", "44", "to", "between", "and", "fell", "by", "up",
            "doubled", "in", "2016", "2016/17", "-", "–", "Apr", "Sep", "2017", "since", "Q1", "(", ")", ",", "half",
            "a", "third", "good", "é", "01/04/2016", "18", "months", "+", "more", "pp", "\u{a0}", "..", "--", "99999999999",
        ]), 0..9),
        glue in prop::sample::select(vec!["", " "]),
    ) {
        all(&words.join(glue));
    }
}

fn value() -> impl Strategy<Value = PointValue> {
    let missing = vec![
        Missing::NotPublished,
        Missing::Suppressed,
        Missing::NotApplicable,
        Missing::RoundsToZero,
        Missing::LowReliability,
    ];
    prop_oneof![printed().prop_map(PointValue::Known), prop::sample::select(missing).prop_map(PointValue::Missing)]
}

fn all(text: &str) {
    let _ = points(text, &CountedPhrase::default());
    let _ = (
        number(text, &CountedPhrase::default()),
        change(text, &CountedPhrase::default()),
        direction(text),
        period(text),
        grade(text),
        grades(text),
    );
    for measure in [None, Some(Measure::Flow), Some(Measure::Rating)] {
        let counted = measure
            .map(|m| CountedPhrase::of(&new_parts::indicator(&Dataset::default(), "Looked after", "children", m)));
        if let Err(error) = statement(text, counted.as_ref()) {
            assert!(!error.sentence.is_empty() && !error.fix.is_empty());
        }
    }
}

#[test]
fn every_number_and_period_of_the_built_in_dataset_is_read_back() {
    let dataset = built_in();
    let mut levels = Vec::new();
    for located in dataset.outcomes() {
        for stated in located.outcome.published.stated() {
            assert_eq!(change(&stated.to_string(), &CountedPhrase::default()), Ok(*stated));
        }
        match &located.outcome.published {
            Published::Pair { before, after, over, .. } => {
                levels.extend([before, after]);
                assert_eq!(period(&period_text(over)).as_ref(), Ok(over));
            }
            Published::Single(level) => levels.push(level),
            _ => {}
        }
    }
    assert!(levels.len() > 50);
    for level in levels {
        assert_eq!(
            number(&number_text(&level.number), &CountedPhrase::default()).map(|read| read.number),
            Ok(level.number)
        );
        assert_eq!(period(&period_text(&level.period)).as_ref(), Ok(&level.period));
    }
}

/// Texts that are understood, as people write them.
const UNDERSTOOD: [&str; 14] = [
    "-5",
    "1,234.50",
    "over 60",
    "seven",
    "between 33 and 67",
    "fell by 22",
    "up 3 percentage points",
    "doubled",
    "780 to 626",
    "52 in 2016 to 81 in 2017",
    "28 of 44",
    "down 15.5% since 2015",
    "fell over 60% to 81",
    "2016/17",
];

proptest! {
    /// Nothing typed is dropped in silence: with a word more that says nothing to the indicator, no reader takes the text.
    #[test]
    fn a_text_is_taken_whole_or_not_at_all(text in prop::sample::select(UNDERSTOOD.to_vec()), word in "(z|q|x)[a-z]{3,8}", front in any::<bool>()) {
        let children = CountedPhrase::of(&new_parts::indicator(&Dataset::default(), "Looked after", "children", Measure::Stock));
        let whole = if front { format!("{word} {text}") } else { format!("{text} {word}") };
        prop_assert!(number(&whole, &children).is_err(), "number {whole}");
        prop_assert!(change(&whole, &children).is_err(), "change {whole}");
        prop_assert!(points(&format!("2015: {whole}"), &children).is_err(), "points {whole}");
        prop_assert!(statement(&whole, Some(&children)).is_err(), "statement {whole}");
        prop_assert!(period(&whole).is_err(), "period {whole}: {:?}", period(&whole));
        prop_assert!(direction(&whole).is_err(), "direction {whole}");
    }
}
