//! Rows of values and rows of tables as text, both ways.

use super::*;

fn release() -> Release {
    let symbol = |text: &str, meaning| Symbol { text: text.to_owned(), meaning, note: String::new() };
    let mut release = Release::new(ReleaseId::new("cla-2018"), SourceId::new("dfe"));
    release.symbols = vec![symbol("x", Missing::Suppressed), symbol("..", Missing::NotPublished)];
    release
}

fn statistic(lines: &[(&str, &str)]) -> Statistic {
    let release = release();
    let periods: Vec<Period> = (2014..2019).map(|year| Period::parse(&year.to_string()).unwrap()).collect();
    let places = lines.iter().map(|(place, _)| CouncilId::new(*place)).collect();
    let values = lines.iter().flat_map(|(_, line)| parse_row(line, 5, &release).unwrap()).collect();
    let (id, indicator) = (StatisticId::new("cla"), IndicatorId::new("looked-after"));
    Statistic::new(id, indicator, release.id, periods, places, values)
}

#[test]
fn r14_a_row_of_values_is_read_and_printed_the_same() {
    let line = "1417 1448.50 x _ ..";
    let statistic = statistic(&[("leeds", line), ("york", "0 -3 5 6 7")]);
    assert_eq!(statistic.print_row(0, &release()), line);
    let reasons: Vec<_> =
        statistic.values_of(&CouncilId::new("leeds")).iter().map(|value| release().reason(*value)).collect();
    let published = Some(Missing::NotPublished);
    assert_eq!(reasons, [None, None, Some(Missing::Suppressed), published, published]);
    assert_eq!(statistic.counts(), (7, 2));
    assert!(statistic.values_of(&CouncilId::new("hull")).is_empty());
}

#[test]
fn a_row_with_other_values_or_symbols_is_refused() {
    assert_eq!(parse_row("1 2", 3, &release()), Err(RowError::Length(2, 3)));
    assert_eq!(parse_row("1 q 3", 3, &release()), Err(RowError::Unknown("q".to_owned())));
    assert_eq!(parse_row("1 1,234 3", 3, &release()), Err(RowError::Unknown("1,234".to_owned())));
}

#[test]
fn rows_of_a_table_are_short_and_read_back() {
    for (rows, text) in [
        (vec![7], "7"),
        (vec![2, 154, 306, 458], "2+152*3"),
        (vec![5, 5, 5], "5+0*2"),
        (vec![9, 5, 0, 3], "9 5 0 3"),
        (vec![1, 2, 9, 10, 11], "1 2 9+1*2"),
        (vec![], ""),
    ] {
        assert_eq!(print_table_rows(&rows), text);
        assert_eq!(parse_table_rows(text, 10), Some(rows), "{text}");
    }
    for text in ["a", "1+2", "1+x*2", "1+1*4000000000", "4000000000+4000000000*2"] {
        assert_eq!(parse_table_rows(text, 10), None, "{text}");
    }
}

#[test]
fn three_hundred_thousand_values_take_few_bytes() {
    let places: Vec<CouncilId> = (0..152).map(|nth| CouncilId::new(format!("council-{nth}"))).collect();
    let periods: Vec<Period> = (2001..2021).map(|year| Period::parse(&year.to_string()).unwrap()).collect();
    let one = Statistic::new(
        StatisticId::new("s"),
        IndicatorId::new("i"),
        ReleaseId::new("r"),
        periods,
        places,
        vec![StatisticValue::of_plain("1").unwrap(); 152 * 20],
    );
    let ids: usize = one.places.iter().map(|id| size_of::<CouncilId>() + id.as_str().len()).sum();
    let bytes = size_of_val(one.values.as_slice()) + ids + size_of_val(one.periods.as_slice()) + size_of::<Statistic>();
    assert!(bytes * 100 < 8 * 1024 * 1024, "{bytes} bytes for each of a hundred statistics");
}
