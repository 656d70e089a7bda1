//! From a table to a dataset, to its file and back: every value, symbol and row stays.

use sidebyside::dataset::{load_text, to_ron};
use sidebyside::import::Profile;

use super::import;

const TABLE: &str = "year,council,children,rate per 10,000\n";

fn dataset() -> sidebyside::model::Dataset {
    let mut text = TABLE.replace("10,000", "10000");
    for year in 2015..2020 {
        text += &format!(
            "{year},Leeds,{},{}.50\n{year},York,x,..\n{year},England,{},7\n",
            year - 700,
            year - 2000,
            year * 40
        );
    }
    import("figures.csv", &text).into_dataset(&Profile::default())
}

#[test]
fn statistics_are_written_as_format_2_and_read_back_the_same() {
    let dataset = dataset();
    let text = to_ron(&dataset);
    assert!(text.starts_with("(\n    format: 2,"), "{}", &text[..60]);
    assert!(text.contains(r#"("leeds", "1315 1316 1317 1318 1319", "2+3*4")"#), "{text}");
    let loaded = load_text(&text).unwrap();
    assert_eq!(loaded.dataset, dataset);
    assert_eq!(to_ron(&loaded.dataset), text);
}

#[test]
fn a_dataset_without_them_is_written_as_before() {
    let mut dataset = sidebyside::dataset::load_builtin().unwrap().dataset;
    assert!(to_ron(&dataset).starts_with("(\n    format: 2,"), "its indicators are linked to official statistics");
    dataset.indicators.iter_mut().for_each(|indicator| indicator.statistic = None);
    let text = to_ron(&dataset);
    assert!(text.starts_with("(\n    format: 1,"));
}

#[test]
fn a_fault_in_statistics_is_told_with_its_line() {
    let text = to_ron(&dataset());
    let line_of = |part: &str| text.lines().position(|line| line.contains(part)).unwrap() + 1;
    for (from, to, said, at) in [
        (
            "\"1315 1316 1317 1318 1319\"",
            "\"1315 1316\"",
            "the row has 2 values, and the statistic has 5 periods",
            "1315 1316",
        ),
        (
            "\"1315 1316 1317 1318 1319\"",
            "\"1315 q 1317 1318 1319\"",
            "\"q\" is neither a plain number nor a symbol",
            "1315 1316",
        ),
        ("(\"york\", \"x x", "(\"yorc\", \"x x", "there is no council or body \"yorc\"", "(\"york\", \"x x"),
        ("\"2+3*4\"", "\"2+3*9\"", "does not name a row of the table for each of the 5 periods", "1315 1316"),
        (
            "periods: [\"2015\", \"2016\"",
            "periods: [\"2016\", \"2015\"",
            "does not come after the one before",
            "periods: [",
        ),
    ] {
        let broken = text.replacen(from, to, 1);
        assert_ne!(broken, text, "{from}");
        let findings = load_text(&broken).unwrap_err();
        let finding = findings.iter().find(|finding| finding.sentence.contains(said));
        let finding = finding.unwrap_or_else(|| panic!("{said}: {findings:?}"));
        assert_eq!(finding.line, line_of(at), "{said}");
    }
}
