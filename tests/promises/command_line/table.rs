//! `table`: one row an outcome, with the columns that scripts rely on.

use std::fs;

use serde_json::Value;

use super::{column, folder, rows, run, run_in, small};

/// The promised columns, in the promised order; more may follow.
const PROMISED: &str = "council, programme, indicator, unit, measure, polarity, role, form, before, before_bound, \
    before_period, after, after_bound, after_period, stated_change, stated_change_unit, change_bound, \
    computed_change_percent, per_month_before, per_month_after, interval_low, interval_high, interval_reason, benchmark, \
    source, locator, note, direction, before_high, after_high, stated_change_high, framework";

fn shipped() -> String {
    run(&["table", "--format", "csv"]).done().out
}

/// A row of the built-in dataset as pairs of column and cell, without the empty ones.
fn row(csv: &str, outcome: &str) -> Vec<(String, String)> {
    let (header, rows) = rows(csv);
    let id = header.iter().position(|column| column == "outcome_id").unwrap();
    let row = rows.into_iter().find(|row| row[id] == outcome).unwrap_or_else(|| panic!("no {outcome}"));
    header.into_iter().zip(row).filter(|(_, cell)| !cell.is_empty()).collect()
}

fn cells<'a>(row: &'a [(String, String)], names: &[&str]) -> Vec<&'a str> {
    let cell = |name: &&str| row.iter().find(|(column, _)| column == name).map_or("", |(_, cell)| cell.as_str());
    names.iter().map(cell).collect()
}

#[test]
fn the_columns_stand_in_the_promised_order() {
    let (header, rows) = rows(&shipped());
    let promised: Vec<&str> = PROMISED.split(", ").collect();
    assert_eq!(promised.len(), 32);
    assert_eq!(header[..32], promised);
    assert!(rows.len() >= 200);
    assert!(rows.iter().all(|row| row.len() == header.len()));
}

#[test]
fn barnsley_is_told_in_values_that_are_not_rounded() {
    let csv = shipped();
    let row = row(&csv, "barnsley-fostering-enquiries");
    let names = ["council", "indicator", "unit", "measure", "polarity", "role", "form"];
    let expected = ["Barnsley", "Fostering enquiries", "enquiries", "flow", "neither", "outcome", "pair"];
    assert_eq!(cells(&row, &names), expected);
    let names = ["before", "before_bound", "before_period", "after", "after_bound", "after_period"];
    let expected = ["52", "exactly", "2016-01-01/2016-12-31", "81", "exactly", "2017-04-01/2017-09-30"];
    assert_eq!(cells(&row, &names), expected);
    let names = ["stated_change", "stated_change_unit", "change_bound", "per_month_after", "interval_reason"];
    assert_eq!(cells(&row, &names), ["29", "enquiries", "exactly", "13.5", ""]);
    for (name, expected) in [
        ("computed_change_percent", 211.538_461_538),
        ("per_month_before", 4.333_333_333_333),
        ("interval_low", 117.240_423_900),
        ("interval_high", 350.232_012_642),
    ] {
        let value: f64 = cells(&row, &[name])[0].parse().unwrap();
        assert!((value - expected).abs() < 1e-8, "{name}: {value}");
    }
    let locator = "001_e682a3c00652990e.txt:408; 001_e682a3c00652990e.txt:418";
    assert_eq!(cells(&row, &["source", "locator"]), ["It takes a village to raise a child", locator]);
}

#[test]
fn r1_the_isle_of_wight_has_changes_with_bounds_and_no_levels() {
    let csv = shipped();
    let row = row(&csv, "isle-of-wight-admissions-residential-care");
    let names = ["form", "before", "before_bound", "after", "after_bound", "computed_change_percent", "before_high"];
    assert_eq!(cells(&row, &names), ["change", "", "", "", "", "", ""]);
    let names = ["before_period", "after_period", "stated_change", "stated_change_unit", "change_bound"];
    assert_eq!(cells(&row, &names), ["not stated", "since 2017-04-01", "-60", "%", "over"]);
    assert_eq!(cells(&row, &["interval_low", "interval_reason"]), ["", "The two levels were not published."]);
    assert_eq!(cells(&row, &["locator"]), ["000_4b9d5a0987982423.txt:229; 000_4b9d5a0987982423.txt:231"]);
}

#[test]
fn wolverhampton_has_a_length_and_grades_of_two_frameworks() {
    let csv = shipped();
    let numbers = row(&csv, "wolverhampton-looked-after");
    let names = ["before", "before_period", "after", "after_period", "per_month_before", "interval_low"];
    assert_eq!(cells(&numbers, &names), ["780", "not stated", "626", "18 months", "", ""]);
    let computed: f64 = cells(&numbers, &["computed_change_percent"])[0].parse().unwrap();
    assert!((computed + 19.743_589_743).abs() < 1e-8, "{computed}");
    let grades = row(&csv, "wolverhampton-ofsted");
    let names = ["form", "before", "before_period", "after", "after_period", "framework"];
    let frameworks = "Ofsted, before 2013 (implied); Ofsted single inspection framework (2013-2017) (implied)";
    assert_eq!(cells(&grades, &names), ["rating", "adequate", "2011", "good", "2017 (implied)", frameworks]);
    assert_eq!(cells(&grades, &["computed_change_percent", "stated_change"]), ["", ""]);
}

#[test]
fn ranges_have_two_ends_and_directions_a_word() {
    let csv = shipped();
    let neglect = row(&csv, "england-child-abuse-and-neglect");
    let names = ["stated_change", "stated_change_high", "change_bound"];
    assert_eq!(cells(&neglect, &names), ["33", "67", "between"]);
    let clinics = row(&csv, "norfolk-clinic-activity-target");
    assert_eq!(cells(&clinics, &["stated_change", "role"]), ["-6", "target"]);
    assert!(cells(&clinics, &["stated_change_high"])[0].starts_with('-'));
    let rotherham = row(&csv, "rotherham-looked-after-children");
    assert_eq!(cells(&rotherham, &["form", "direction", "stated_change", "before"]), ["direction", "rose", "", ""]);
}

#[test]
fn several_councils_are_joined_each_locator_is_file_and_line() {
    let csv = shipped();
    assert!(column(&csv, "council").iter().any(|cell| cell.split("; ").count() >= 3));
    let dataset = sidebyside::dataset::load_builtin().unwrap().dataset;
    let documents: Vec<&str> = dataset.sources.iter().filter_map(|source| source.file.as_deref()).collect();
    for locator in column(&csv, "locator") {
        for part in locator.split("; ") {
            let (file, line) = part.rsplit_once(':').unwrap();
            assert!(documents.contains(&file), "{part}");
            assert!(line.parse::<u32>().is_ok_and(|line| line > 0), "{part}");
        }
    }
}

#[test]
fn a_pair_or_a_change_has_an_interval_or_the_reason_why_not() {
    let (header, rows) = rows(&shipped());
    let at = |name: &str| header.iter().position(|column| column == name).unwrap();
    for row in rows {
        let has_interval = !row[at("interval_low")].is_empty() && !row[at("interval_high")].is_empty();
        let has_reason = !row[at("interval_reason")].is_empty();
        let needs_one = matches!(row[at("form")].as_str(), "pair" | "change");
        assert_eq!(has_interval || has_reason, needs_one, "{row:?}");
        assert!(!(has_interval && has_reason), "{row:?}");
    }
}

#[test]
fn periods_print_as_promised() {
    let is_date = |text: &str| {
        let digits = text.len() >= 4 && text.bytes().take(4).all(|b| b.is_ascii_digit());
        digits && text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'-' | b'/'))
    };
    for name in ["before_period", "after_period"] {
        for cell in column(&shipped(), name) {
            let plain = cell.strip_suffix(" (implied)").unwrap_or(&cell);
            let starts_with_length =
                plain.split_once(' ').is_some_and(|(count, rest)| count.parse::<u16>().is_ok() && !rest.is_empty());
            let fits = plain.is_empty()
                || plain == "not stated"
                || is_date(plain)
                || plain.strip_prefix("since ").is_some_and(is_date)
                || starts_with_length;
            assert!(fits, "{name}: {cell}");
        }
    }
}

#[test]
fn text_that_a_spreadsheet_would_run_is_made_safe() {
    let folder = folder();
    for formula in ["=HYPERLINK(1)", "+1", "-1", "@SUM(1)"] {
        let text = small()
            .replace("name: \"Campaign\"", &format!("name: \"{formula}\""))
            .replace("lines: [12])]", "lines: [12])], notes: [\"a \\\"quoted\\\", note\\nin two lines\"]");
        fs::write(folder.path().join("formula.ron"), text).unwrap();
        let csv = run_in(folder.path(), &["table", "formula.ron", "--format", "csv"]).done().out;
        let programmes = column(&csv, "programme");
        assert_eq!(programmes[0], format!("'{formula}"));
        assert_eq!(column(&csv, "note")[0], "a \"quoted\", note\nin two lines");
        assert_eq!(column(&csv, "stated_change"), ["50", "10"], "numbers stay numbers");
        assert_eq!(column(&csv, "locator"), ["report.txt:12", "page 2"]);
    }
}

#[test]
fn json_holds_the_same_rows_with_numbers_as_numbers() {
    let csv = run(&["table", "--council", "Barnsley", "--format", "csv"]).done().out;
    let json = run(&["table", "--council", "Barnsley", "--format", "json"]).done().out;
    let json: Vec<serde_json::Map<String, Value>> = serde_json::from_str(&json).unwrap();
    let (header, rows) = rows(&csv);
    assert_eq!(json.len(), rows.len());
    for (object, row) in json.iter().zip(rows) {
        assert_eq!(object.len(), header.len());
        for (name, cell) in header.iter().zip(row) {
            match &object[name] {
                Value::Null => assert_eq!(cell, "", "{name}"),
                Value::String(text) => assert_eq!(&cell, text, "{name}"),
                Value::Number(number) => assert_eq!(cell.parse::<f64>().ok(), number.as_f64(), "{name}"),
                other => panic!("{name}: {other}"),
            }
        }
    }
    assert_eq!(json[0]["per_month_after"], Value::from(13.5));
    assert_eq!(json[0]["after"], Value::from(81));
}

#[test]
fn a_file_is_written_whole_and_never_replaced_unasked() {
    let folder = folder();
    let words = ["table", "--council", "Leeds", "--format", "csv", "--out", "leeds.csv"];
    assert_eq!(run_in(folder.path(), &words).done().out, "");
    let written = fs::read_to_string(folder.path().join("leeds.csv")).unwrap();
    assert_eq!(written, run(&words[..5]).done().out);
    fs::write(folder.path().join("leeds.csv"), "mine").unwrap();
    let sentence = run_in(folder.path(), &words).stopped(1);
    assert!(sentence.starts_with("leeds.csv: ") && sentence.contains("--force"), "{sentence}");
    assert_eq!(fs::read_to_string(folder.path().join("leeds.csv")).unwrap(), "mine");
    run_in(folder.path(), &[&words[..], &["--force"]].concat()).done();
    assert_eq!(fs::read_to_string(folder.path().join("leeds.csv")).unwrap(), written);
    let sentence = run_in(folder.path(), &["table", "--format", "csv", "--out", "papers/all.csv"]).stopped(1);
    assert!(sentence.starts_with("papers: there is no such folder"), "{sentence}");
}
