//! How tables lie, and what stands in them: each is read as it was published, and what is doubtful is told with its row.

use sidebyside::import::{Arrangement, ImportFindingKind, Profile};
use sidebyside::model::{Measure, Missing, Polarity};

use super::{import, import_with, periods, row, statistic, told};

const TIDY: &str = "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,\
old_la_code,la_name,new_la_code,sex,number,rate_per_10000
2023,Reporting year,National,E92000001,England,,,,,,Total,83760,70
2023,Reporting year,Local authority,E92000001,England,E12000003,Yorkshire and The Humber,383,Leeds,E08000035,Total,1535,91
2023,Reporting year,Local authority,E92000001,England,E12000003,Yorkshire and The Humber,383,Leeds,E08000035,Male,900,x
2024,Reporting year,National,E92000001,England,,,,,,Total,83630,70
2024,Reporting year,Local authority,E92000001,England,E12000003,Yorkshire and The Humber,383,Leeds,E08000035,Total,c,92
2024,Reporting year,Local authority,E92000001,England,E12000001,North East,840,Durham,E06000047,Total,1200,z
2024,Reporting year,School,E92000001,England,E12000001,North East,,,,Total,7,1
";

#[test]
fn a_tidy_table_keeps_its_totals_and_tells_what_it_leaves_out() {
    let draft = import("cla.csv", TIDY);
    assert_eq!(draft.tables[0].arrangement, Arrangement::Tidy);
    assert_eq!(row(&draft, "Number", "leeds"), "1535 c");
    assert_eq!(row(&draft, "Rate per 10,000", "county-durham"), "_ z");
    assert_eq!(periods(&draft, "Number"), ["2023", "2024"]);
    let left_out = told(&draft, ImportFindingKind::LeftOut).join("\n");
    assert!(left_out.contains("cla.csv:8: geographic_level: “School”"), "{left_out}");
    assert!(left_out.contains("sex: only “Total” was kept; 1 row of another value"), "{left_out}");
    assert!(told(&draft, ImportFindingKind::Matched)[0].contains("cla.csv:7: la_name: Durham: taken as County Durham"));
    let indicator = &draft.indicators[0];
    assert_eq!((indicator.polarity, indicator.measure), (Polarity::Neither, Measure::NotStated));
    assert!(told(&draft, ImportFindingKind::ToConfirm).iter().any(|finding| finding.contains("neither, until")));
}

#[test]
fn r14_a_symbol_is_a_reason_of_its_release() {
    let draft = import("cla.csv", TIDY);
    let (_, release) = statistic(&draft, "Number");
    let meaning = |text: &str| release.symbols[release.symbol(text).unwrap()].meaning;
    assert_eq!((meaning("c"), meaning("z")), (Missing::Suppressed, Missing::NotApplicable));
    let unknown = import("cla.csv", &TIDY.replace(",c,92", ",secret,92"));
    assert!(told(&unknown, ImportFindingKind::UnknownSymbol)[0].contains("cla.csv:6: “secret” in 1 cells"));
}

#[test]
fn a_filter_without_a_total_makes_an_indicator_of_each_value() {
    let text = "year,council,age,children\n2023,Leeds,0 to 4,10\n2023,Leeds,5 to 9,20\n2024,Leeds,0 to 4,11\n2024,Leeds,5 to 9,21\n";
    let draft = import("ages.csv", text);
    assert_eq!(row(&draft, "0 to 4, Children", "leeds"), "10 11");
    assert_eq!(row(&draft, "5 to 9, Children", "leeds"), "20 21");
}

#[test]
fn years_across_become_periods_and_other_columns_are_told() {
    let text = "New_geog_code,geog_l,geog_c,geog_n,CLA_Mar2017,CLA_Mar2018,CLA_2017,CLA_2018,CLA_male\n\
        E92000001,NATIONAL,999,ENGLAND,72590,75420,102660,104100,42320\n\
        E12000007,REGION,H,LONDON,9880,9890,1,2,3\n\
        E12000007,REGION,H,INNER LONDON,4230,4260,1,2,3\n\
        E08000035,LA,383,Leeds,1252,1271,x,1700,700\n";
    let draft = import("CLA2018.csv", text);
    assert_eq!(draft.tables[0].arrangement, Arrangement::YearsAcross);
    assert_eq!(
        (row(&draft, "CLA, March", "leeds"), row(&draft, "CLA", "leeds")),
        ("1252 1271".into(), "x 1700".into())
    );
    assert_eq!(periods(&draft, "CLA, March"), ["2017-03", "2018-03"]);
    assert_eq!(row(&draft, "CLA, March", "inner-london"), "4230 4260");
    assert_eq!(row(&draft, "CLA, March", "london"), "9880 9890");
    assert!(told(&draft, ImportFindingKind::LeftOut)[0].contains("1 columns say no year (CLA_male"));
    let (_, release) = statistic(&draft, "CLA");
    assert_eq!(release.symbols[0].meaning, Missing::Suppressed, "x was printed for what was held back until 2018");
}

#[test]
fn councils_across_with_two_rows_of_headings_and_blank_columns() {
    let text = ",,,England,,North East,Durham,Leeds,Bath and North East Somerset\n\
        Topic,Sub-topic,Data,,,,SC043795,SC054507,SC041205\n\
        Carers,Recruitment,Number of initial enquiries,\"127,850\",,\"2,280\",535,295,..\n\
        ,,,,,,,,\n\
        ,Ethnicity - carers,White,62485,,3790,645,365,215\n\
        ,Ethnicity - children,White,\"41,860\",,2770,525,265,195\n\
        ,~ These data were collected apart until 2016,,,,,,,\n";
    let draft = import("fostering_2018_to_2019.csv", text);
    assert_eq!(draft.tables[0].arrangement, Arrangement::PlacesAcross);
    assert_eq!(row(&draft, "Number of initial enquiries", "england"), "127850");
    assert_eq!(row(&draft, "Number of initial enquiries", "bath-and-north-east-somerset"), "..");
    assert_eq!(row(&draft, "Ethnicity - carers: White", "leeds"), "365");
    assert_eq!(row(&draft, "Ethnicity - children: White", "leeds"), "265");
    assert_eq!(periods(&draft, "Number of initial enquiries"), ["2018/19"]);
    assert!(told(&draft, ImportFindingKind::Period)[0].contains("only in the name of the file"));
    let (statistic, release) = statistic(&draft, "Ethnicity - children: White");
    assert_eq!(statistic.rows_at(0), [6], "a blank row counts");
    assert_eq!(release.footnotes, ["~ These data were collected apart until 2016"]);
}

#[test]
fn titles_above_notes_below_and_a_heading_again_are_no_data() {
    let text = "Table 3: enquiries\nPublished by the council,,\n\nCouncil,2016/17,2017/18\nLeeds,\"1,234\",(45)\nCouncil,2016/17,2017/18\nYork,12,£7\n\n* as counted in March,,\n";
    let draft = import("table.csv", text);
    assert_eq!(draft.tables[0].header, 4);
    let name = &draft.indicators[0].name;
    assert_eq!((row(&draft, name, "leeds"), row(&draft, name, "york")), ("1234 -45".into(), "12 7".into()));
    let left_out = told(&draft, ImportFindingKind::LeftOut).join("\n");
    assert!(left_out.contains("table.csv:6: the headings stand here again"), "{left_out}");
    assert!(left_out.contains("table.csv:9: only words stand here"), "{left_out}");
}

#[test]
fn doubles_conflicts_and_outliers_are_told_with_their_rows() {
    let text = "year,council,places\n2019,Leeds,100\n2020,Leeds,110\n2021,Leeds,12000\n2022,Leeds,115\n2019,York,5\n2019,York,5\n2019,Hull,6\n2019,Hull,7\n";
    let draft = import("d.csv", text);
    let one = |kind| told(&draft, kind).join("\n");
    assert!(one(ImportFindingKind::Duplicate).contains("d.csv:7: Places: York, 2019: 5 stands in row 6 as well"));
    let conflict = one(ImportFindingKind::Conflict);
    assert!(conflict.contains("d.csv:9: Places: Kingston upon Hull, 2019: 6 in row 8 and 7 here"), "{conflict}");
    assert!(one(ImportFindingKind::OutOfProportion).contains("d.csv:4"), "{:?}", draft.findings);
    assert_eq!(row(&draft, "Places", "kingston-upon-hull"), "6 _ _ _", "the first was kept");
}

#[test]
fn mixed_years_unknown_places_and_ragged_rows_are_told() {
    let text = "year,council,places\n2019,Leeds,100\n2019/20,Leeds,110\n2016/18,Leeds,1\n2019,Ledes,3\n2019,Glasgow City,4\n2019,York,5,6\n";
    let draft = import("m.csv", text);
    let one = |kind| told(&draft, kind).join("\n");
    assert!(one(ImportFindingKind::MixedYears).contains("2 kinds of year"));
    assert!(one(ImportFindingKind::Period).contains("m.csv:4: year: “2016/18” is no period"));
    assert!(
        one(ImportFindingKind::UnknownPlace)
            .contains("m.csv:5: council: “Ledes” is no place that is known (the nearest are Leeds")
    );
    assert!(one(ImportFindingKind::Ragged).contains("m.csv:7: the row has 4 cells, the headings have 3"));
    assert!(draft.places.iter().any(|place| place.name == "Glasgow City"));
}

#[test]
fn councils_with_nothing_but_z_are_left_out_and_named() {
    let text = "year,new_la_code,la_name,number\n2023,E08000035,Leeds,5\n2023,E10000021,Northamptonshire,z\n";
    let draft = import("z.csv", text);
    assert!(told(&draft, ImportFindingKind::LeftOut)[0].contains("left out: Northamptonshire"));
    assert_eq!(draft.places.len(), 1);
}

#[test]
fn parts_of_one_and_pounds_in_millions_are_read_as_meant() {
    let text = "year,council,percent of children,spending\n2019,Leeds,0.79,£1.2m\n2020,Leeds,0.805,£1.35m\n";
    let draft = import("s.csv", text);
    assert_eq!(row(&draft, "Percent of children", "leeds"), "79 80.5");
    assert_eq!(row(&draft, "Spending", "leeds"), "1.2 1.35");
    assert_eq!(draft.indicators[1].unit.as_str(), "£m");
    assert!(told(&draft, ImportFindingKind::Writing)[0].contains("parts of one"));
}

#[test]
fn a_profile_says_what_the_table_does_not() {
    let profile = Profile::parse(
        r#"(title: "Looked after", release: (title: "CLA 2018", released: "2018-11-15", licence: "Open Government Licence v3.0"),
            symbols: {"x": "low reliability"}, places: {"Our Leeds": "E08000035"}, only: true,
            indicators: [(from: "CLA, March", id: "cla", name: "Looked-after children", unit: "children", measure: "stock", day: "03-31")])"#,
    )
    .unwrap();
    let text = "geog_n,CLA_Mar2017,CLA_Mar2018,CLA_2018\nOur Leeds,x,1271,1700\nYork,200,210,300\n";
    let draft = import_with(&[("CLA2018.csv", text.as_bytes())], &profile);
    assert_eq!(row(&draft, "Looked-after children", "leeds"), "x 1271");
    assert_eq!(periods(&draft, "Looked-after children"), ["2017-03-31", "2018-03-31"]);
    assert_eq!(draft.releases[0].symbols[0].meaning, Missing::LowReliability);
    assert_eq!(draft.statistics.len(), 1);
    assert!(
        told(&draft, ImportFindingKind::LeftOut).iter().any(|finding| finding.contains("does not name this indicator"))
    );
    let renamed = import_with(&[("CLA2018.csv", text.replace("CLA_Mar", "CLA_M_").as_bytes())], &profile);
    assert!(renamed.findings.iter().any(|finding| finding.sentence.contains("was it renamed?")));
}
