//! Official files as they were published, where they stand at `../shared/statistics` or where `SIDEBYSIDE_STATISTICS` points: each is
//! imported, and five values of each are held against the file, read in another way.

use std::fs;
use std::path::PathBuf;

use sidebyside::import::{ImportDraft, ImportFindingKind, Profile};

use super::{import_with, told};

/// The folder of the files; `None` where they are not at hand.
fn folder() -> Option<PathBuf> {
    let beside = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/statistics");
    let folder = std::env::var_os("SIDEBYSIDE_STATISTICS").map_or(beside, PathBuf::from);
    folder.is_dir().then_some(folder)
}

/// A file imported, with its rows and cells as the csv crate reads them.
fn imported(path: &str) -> Option<(ImportDraft, Vec<Vec<String>>)> {
    let bytes = fs::read(folder()?.join(path)).unwrap();
    let name = path.rsplit('/').next().unwrap();
    let draft = import_with(&[(name, &bytes)], &Profile::default());
    let text: String = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => error.into_bytes().into_iter().map(char::from).collect(),
    };
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let rows = reader.records().map(|record| record.unwrap().iter().map(|cell| cell.trim().to_owned()).collect());
    Some((draft, rows.collect()))
}

/// A value as the import has it, with its row in the file.
fn value(draft: &ImportDraft, indicator: &str, place: &str, period: &str) -> (String, usize) {
    let found =
        draft.indicators.iter().find(|known| known.name == indicator).unwrap_or_else(|| panic!("no {indicator}"));
    let statistic = draft.statistics.iter().find(|statistic| statistic.indicator == found.id).unwrap();
    let release = draft.releases.iter().find(|release| release.id == statistic.release).unwrap();
    let row =
        statistic.places().iter().position(|known| known.as_str() == place).unwrap_or_else(|| panic!("no {place}"));
    let nth = statistic.periods().iter().position(|known| known.to_string() == period);
    let nth = nth.unwrap_or_else(|| panic!("no {period} among {:?}", statistic.periods()));
    let words = statistic.print_row(row, release);
    (words.split(' ').nth(nth).unwrap().to_owned(), statistic.rows_at(row)[nth] as usize)
}

/// Each value stands in the row that the import names, in the column with this heading.
#[track_caller]
fn hold(path: &str, heading: &str, values: &[(&str, &str, &str, &str)]) {
    let Some((draft, rows)) = imported(path) else { return };
    for (indicator, place, period, expected) in values {
        let (text, row) = value(&draft, indicator, place, period);
        assert_eq!(&text, expected, "{indicator}, {place}, {period}");
        let heading = heading.replace("YEAR", period.get(..4).unwrap());
        let column = rows[0].iter().position(|own| *own == heading).unwrap_or_else(|| panic!("no column {heading}"));
        assert_eq!(rows[row - 1][column], *expected, "{path}:{row}");
    }
}

#[test]
fn looked_after_children_of_two_releases() {
    let name = "Children looked after at 31 March each year, Number";
    hold(
        "children/cla_number_and_rate_per_10k_children_2024vintage.csv",
        "number",
        &[
            (name, "england", "2024-03-31", "83630"),
            (name, "england", "2023-03-31", "83760"),
            (name, "inner-london", "2020-03-31", "4280"),
            (name, "north-tyneside", "2024-03-31", "351"),
            (name, "city-of-london", "2020-03-31", "24"),
        ],
    );
    hold(
        "children/cla_number_and_rate_per_10k_children_2023vintage.csv",
        "number",
        &[(name, "england", "2023-03-31", "83840")],
    );
}

#[test]
fn looked_after_children_with_years_across() {
    hold(
        "children/looked-after-2010-to-2018/CLA2018.csv",
        "CLA_MarYEAR",
        &[
            ("CLA, March", "england", "2015-03", "69470"),
            ("CLA, March", "leeds", "2016-03", "1239"),
            ("CLA, March", "leeds", "2018-03", "1271"),
            ("CLA, March", "wolverhampton", "2015-03", "778"),
            ("CLA, March", "brighton-and-hove", "2018-03", "418"),
        ],
    );
    hold(
        "children/looked-after-2010-to-2018/SFR21_CLA.csv",
        "CLA_MarYEAR",
        &[("CLA, March", "leeds", "2011-03", "1448"), ("CLA, March", "england", "2011-03", "65520")],
    );
    hold(
        "children/looked-after-2010-to-2018/SFR27_2010_March.csv",
        "MarTotal_YEAR",
        &[("MarTotal", "england", "2010", "64400"), ("MarTotal", "cheshire-east", "2010", "430")],
    );
}

#[test]
fn every_other_table_with_its_values() {
    hold(
        "children/d5_child_protection_plans_at_31_march_2013_to_2024.csv",
        "CPP_At31",
        &[
            ("Child Protection Plans by length of time, CPP At31", "england", "2024-03-31", "49900"),
            ("Child Protection Plans by length of time, CPP At31", "sutton", "2013-03-31", "157"),
        ],
    );
    hold(
        "children/b1_children_in_need_2013_to_2024.csv",
        "At31_episodes",
        &[("Children in Need, At31 episodes", "england", "2024-03-31", "399460")],
    );
    hold(
        "children/c1_children_in_need_referrals_and_rereferrals_2013_to_2024.csv",
        "Referrals",
        &[("Referrals and Re-referrals, Referrals", "waltham-forest", "2013", "3394")],
    );
    hold(
        "admissions/ascof_2A_admissions_2017-18_to_2022-23.csv",
        "Measure_Value",
        &[
            (
                "Long-term support needs of older adults (aged 65 and over) met by admission to residential and nursing care homes, per 100,000 population",
                "unitary-authorities",
                "2022/23",
                "579.7",
            ),
            (
                "Long-term support needs of younger adults (aged 18-64) met by admission to residential and nursing care homes, per 100,000 population",
                "inner-london",
                "2017/18",
                "10.2",
            ),
        ],
    );
    hold(
        "reference/ons_mid-year_population_estimates_2012_to_2024.csv",
        "population_estimate",
        &[("Children aged 0 to 17 years, Population estimate", "england", "2024", "12183016")],
    );
}

#[test]
fn fostering_with_councils_across() {
    let Some((draft, _)) = imported("fostering/Local_authority_level_fostering_data_2018_to_2019.csv") else { return };
    let initial =
        draft.indicators.iter().find(|indicator| indicator.name.starts_with("Number of initial enquiries")).unwrap();
    assert_eq!(value(&draft, &initial.name, "england", "2018/19").0, "127850");
    assert!(told(&draft, ImportFindingKind::Encoding)[0].contains("windows-1252"));
    let (draft, _) = imported("fostering/Fostering_in_England_2017-18_dataset.csv").unwrap();
    let initial =
        draft.indicators.iter().find(|indicator| indicator.name.starts_with("Number of initial enquiries")).unwrap();
    assert_eq!(value(&draft, &initial.name, "england", "2017/18"), ("117335".to_owned(), 79));
    assert_eq!(value(&draft, &initial.name, "hartlepool", "2017/18").0, "..");
}

#[test]
fn what_the_publishers_own_screening_refuses_is_named() {
    let Some(folder) = folder() else { return };
    for (name, kind, said) in [
        ("fail_data_empty_cols", ImportFindingKind::LeftOut, "old_la_code: nothing stands in this column"),
        ("fail_duplicate_rows", ImportFindingKind::Duplicate, "stands in row"),
        ("fail_file_separator", ImportFindingKind::NotUnderstood, "tabs where commas belong"),
        ("fail_roundedzero_symbols", ImportFindingKind::Symbol, ":7: “~” in 3 cells"),
        ("fail_rows_to_cols", ImportFindingKind::ToConfirm, "columns of values for"),
        ("fail_time_period_six", ImportFindingKind::Period, "“201720” is not two years in a row"),
        ("fail_utf8", ImportFindingKind::Encoding, "fail_utf8.meta.csv: the file is not in UTF-8"),
    ] {
        let mut files = Vec::new();
        for ending in ["csv", "meta.csv"] {
            let file = format!("{name}.{ending}");
            if let Ok(bytes) = fs::read(folder.join("ees-examples").join(&file)) {
                files.push((file, bytes));
            }
        }
        let files: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
        let draft = import_with(&files, &Profile::default());
        let found = told(&draft, kind);
        assert!(found.iter().any(|finding| finding.contains(said)), "{name}: {:?}", draft.findings);
    }
}
