//! The official statistics that ship: what each release printed stands as it was printed. Each value was looked up in the published file;
//! the file and its row stand in the comment.

use sidebyside::compare::statistics::{StandingValue, Vintages};
use sidebyside::dataset::{BuiltIn, check, to_ron};
use sidebyside::model::{CouncilId, CouncilKind, Dataset, IndicatorId, Measure, Missing, Period, Polarity, Published};

fn shipped() -> Dataset {
    BuiltIn::Statistics.load().unwrap().dataset
}

/// What every release says of a place at a date, the newest first.
fn told<'a>(dataset: &'a Dataset, indicator: &str, place: &str, period: &str) -> Vec<StandingValue<'a>> {
    let indicator = dataset.indicator(&IndicatorId::new(indicator)).unwrap();
    let vintages = Vintages::of(dataset, indicator);
    vintages.releases_of(&CouncilId::new(place), &Period::parse(period).unwrap())
}

/// As it is printed, or the reason.
fn printed(value: &StandingValue<'_>) -> String {
    match value.value {
        Ok(number) => format!("{:.*}", usize::from(number.decimals()), number.value()),
        Err(reason) => reason.label().to_owned(),
    }
}

#[track_caller]
fn assert_told(dataset: &Dataset, indicator: &str, place: &str, period: &str, newest_first: &[&str]) {
    let told: Vec<String> = told(dataset, indicator, place, period).iter().map(printed).collect();
    assert_eq!(told, newest_first, "{indicator}, {place}, {period}");
}

/// A value of this file and row.
#[track_caller]
fn assert_stands(dataset: &Dataset, (indicator, place, period): (&str, &str, &str), value: &str, file: &str, row: u32) {
    let told = told(dataset, indicator, place, period);
    let of_file: Vec<_> = told.iter().filter(|value| value.vintage.release.file == file).collect();
    assert_eq!(of_file.len(), 1, "{indicator}, {place}, {period} in {file}");
    assert_eq!((printed(of_file[0]).as_str(), of_file[0].row), (value, Some(row)), "{indicator}, {place}, {period}");
}

#[test]
fn statistics_hold_every_council_with_its_region() {
    let dataset = shipped();
    let councils: Vec<_> = dataset.councils.iter().filter(|council| council.kind.is_council()).collect();
    assert_eq!(councils.len(), 158, "152 councils of 2018, and those that followed abolished ones");
    for council in councils {
        assert!(!council.region.is_empty() && council.gss.is_some(), "{}", council.id);
    }
    let of = |kind| dataset.councils.iter().filter(|council| council.kind == kind).count();
    assert_eq!((of(CouncilKind::Region), of(CouncilKind::Nation)), (9, 1));
}

#[test]
fn statistics_have_no_fault_and_no_caution() {
    assert!(BuiltIn::Statistics.load().unwrap().cautions.is_empty());
    assert!(check(&shipped()).is_empty());
    assert_eq!(to_ron(&shipped()), BuiltIn::Statistics.text(), "it is written as the application writes files");
}

#[test]
fn every_release_names_its_licence_and_boundaries() {
    let dataset = shipped();
    assert_eq!(dataset.releases.len(), 18);
    for release in &dataset.releases {
        assert_eq!(release.licence, "Open Government Licence v3.0", "{}", release.id);
        assert!(release.attribution.contains("Contains public sector information"), "{}", release.id);
        assert!(!release.boundaries.is_empty() && !release.address.is_empty(), "{}", release.id);
        let source = dataset.source(&release.source).unwrap();
        assert!(source.note.contains("Open Government Licence v3.0"), "the source line has no attribution");
    }
}

#[test]
fn the_same_thing_has_the_concept_of_the_claims() {
    let (statistics, claims) = (shipped(), BuiltIn::Claims.load().unwrap().dataset);
    for (id, claim, measure) in [
        ("cla-number", "looked-after-children", Measure::Stock),
        ("cin-number", "children-in-need", Measure::Stock),
        ("cin-rate", "children-in-need-rate", Measure::Rate),
        ("cpp-number", "child-protection-plans", Measure::Stock),
        ("referrals-number", "referrals-to-childrens-services", Measure::Flow),
        ("fostering-enquiries", "fostering-enquiries", Measure::Flow),
        ("fostering-applications-received", "foster-care-applications", Measure::Flow),
        ("admissions-65-and-over", "permanent-admissions-care-homes-rate", Measure::Rate),
        ("ofsted-overall", "ofsted-overall", Measure::Rating),
    ] {
        let own = statistics.indicator(&IndicatorId::new(id)).unwrap();
        let claim = claims.indicator(&IndicatorId::new(claim)).unwrap();
        assert_eq!((&own.concept, &own.topic, own.polarity), (&claim.concept, &claim.topic, claim.polarity), "{id}");
        assert_eq!(own.measure, measure, "{id}");
    }
    let others = statistics.indicators.iter().filter(|indicator| indicator.id.as_str() != "ofsted-overall");
    assert!(others.into_iter().all(|indicator| indicator.polarity == Polarity::Neither));
}

#[test]
fn own_and_revised_values_can_both_be_seen() {
    let dataset = shipped();
    for (place, period, newest_first) in [
        ("leeds", "2011-03-31", &["1448"][..]),
        ("leeds", "2016-03-31", &["1239", "1226"]),
        ("leeds", "2017-03-31", &["1252", "1253"]),
        ("leeds", "2018-03-31", &["1271"]),
        ("staffordshire", "2012-03-31", &["876"]),
        ("staffordshire", "2017-03-31", &["994", "994"]),
        ("wolverhampton", "2014-03-31", &["772", "769"]),
        ("wolverhampton", "2015-03-31", &["778", "778"]),
        ("wolverhampton", "2016-03-31", &["654", "653"]),
        ("wolverhampton", "2017-03-31", &["638", "639"]),
        ("brighton-and-hove", "2017-03-31", &["456", "454"]),
        ("brighton-and-hove", "2018-03-31", &["418"]),
        ("north-yorkshire", "2013-03-31", &["488"]),
        ("north-yorkshire", "2014-03-31", &["460", "460"]),
        ("north-yorkshire", "2015-03-31", &["446", "446"]),
        ("north-yorkshire", "2016-03-31", &["411", "411"]),
        ("north-yorkshire", "2017-03-31", &["424", "423"]),
        ("rotherham", "2016-03-31", &["431", "431"]),
        ("rotherham", "2017-03-31", &["485", "487"]),
        ("rotherham", "2018-03-31", &["619"]),
        ("salford", "2016-03-31", &["554", "555"]),
        ("salford", "2017-03-31", &["519", "519"]),
        ("salford", "2018-03-31", &["572"]),
        ("england", "2015-03-31", &["69470", "69540"]),
        ("england", "2023-03-31", &["83760", "83840"]),
        ("england", "2024-03-31", &["83630"]),
    ] {
        assert_told(&dataset, "cla-number", place, period, newest_first);
    }
}

#[test]
fn looked_after_children_stand_as_printed() {
    let dataset = shipped();
    // SFR27_2010_March.csv: rows 2, 30, 74, 90, 145, column MarTotal_2010; and so on: CLA_Mar of the year.
    for (file, year, rows) in [
        ("SFR27_2010_March.csv", 2010, [("64400", 2), ("1008", 30), ("1417", 74), ("573", 90), ("449", 145)]),
        ("SFR21_CLA.csv", 2011, [("65520", 2), ("845", 32), ("1448", 76), ("622", 91), ("473", 150)]),
        ("SFR20_CLA2012.csv", 2012, [("67050", 2), ("746", 32), ("1475", 76), ("616", 91), ("478", 150)]),
        ("SFR36_CLA2013.csv", 2013, [("68110", 2), ("735", 32), ("1373", 76), ("651", 91), ("463", 150)]),
        ("SFR36_CLA2014.csv", 2014, [("68840", 2), ("789", 32), ("1339", 76), ("641", 91), ("443", 150)]),
        ("SFR34_CLA2015.csv", 2015, [("69540", 2), ("803", 32), ("1245", 76), ("663", 91), ("438", 150)]),
        ("SFR41_CLA2016.csv", 2016, [("70440", 2), ("800", 32), ("1226", 76), ("646", 91), ("429", 150)]),
        ("SFR50_CLA2017.csv", 2017, [("72670", 2), ("785", 32), ("1253", 76), ("694", 92), ("414", 151)]),
    ] {
        let places = ["england", "croydon", "leeds", "kingston-upon-hull", "cornwall"];
        for (place, (value, row)) in places.into_iter().zip(rows) {
            assert_stands(&dataset, ("cla-number", place, &format!("{year}-03-31")), value, file, row);
        }
    }
    // CLA2018.csv: row 2, columns CLA_Mar2014 and CLA_Rate2018; row 76, CLA_Mar2016 and CLA_Rate2014; row 53, CLA_Mar2017.
    let file = "CLA2018.csv";
    assert_stands(&dataset, ("cla-number", "england", "2014-03-31"), "68810", file, 2);
    assert_stands(&dataset, ("cla-rate", "england", "2018-03-31"), "64", file, 2);
    assert_stands(&dataset, ("cla-number", "leeds", "2016-03-31"), "1239", file, 76);
    assert_stands(&dataset, ("cla-rate", "leeds", "2014-03-31"), "86", file, 76);
    assert_stands(&dataset, ("cla-number", "wolverhampton", "2017-03-31"), "638", file, 53);
    let file = "cla_number_and_rate_per_10k_children_2023vintage.csv";
    assert_stands(&dataset, ("cla-number", "london", "2023-03-31"), "9710", file, 24);
    assert_stands(&dataset, ("cla-rate", "leeds", "2023-03-31"), "84", file, 180);
    assert_stands(&dataset, ("cla-number", "cumbria", "2022-03-31"), "734", file, 642);
    assert_stands(&dataset, ("cla-number", "croydon", "2021-03-31"), "680", file, 1473);
    assert_stands(&dataset, ("cla-rate", "city-of-london", "2020-03-31"), "343", file, 1920);
    let file = "cla_number_and_rate_per_10k_children_2024vintage.csv";
    assert_stands(&dataset, ("cla-number", "london", "2024-03-31"), "9640", file, 24);
    assert_stands(&dataset, ("cla-number", "leeds", "2024-03-31"), "1549", file, 189);
    assert_stands(&dataset, ("cla-rate", "leeds", "2024-03-31"), "89", file, 189);
    assert_stands(&dataset, ("cla-rate", "croydon", "2021-03-31"), "75", file, 1965);
    assert_stands(&dataset, ("cla-number", "city-of-london", "2020-03-31"), "24", file, 2409);
}

#[test]
fn children_in_need_stand_as_printed() {
    let dataset = shipped();
    // Columns At31_episodes and At31_episodes_rate; x is not available here.
    let file = "b1_children_in_need_2013_to_2024.csv";
    assert_stands(&dataset, ("cin-number", "england", "2024-03-31"), "399460", file, 2);
    assert_stands(&dataset, ("cin-number", "hackney", "2021-03-31"), Missing::NotPublished.label(), file, 627);
    assert_stands(&dataset, ("cin-rate", "croydon", "2019-03-31"), "494.9", file, 971);
    assert_stands(&dataset, ("cin-number", "london", "2016-03-31"), "69340", file, 1320);
    assert_stands(&dataset, ("cin-number", "leeds", "2013-03-31"), "6474", file, 1859);
    // Columns Referrals, Referrals_rate, Re_referrals and Re_referrals_percent.
    let file = "c1_children_in_need_referrals_and_rereferrals_2013_to_2024.csv";
    assert_stands(&dataset, ("referrals-number", "england", "2023/24"), "621880", file, 2);
    assert_stands(&dataset, ("re-referrals-share", "england", "2023/24"), "22.4", file, 2);
    assert_stands(&dataset, ("re-referrals-number", "croydon", "2018/19"), "1194", file, 971);
    assert_stands(&dataset, ("referrals-rate", "london", "2015/16"), "501.9", file, 1320);
    assert_stands(&dataset, ("referrals-number", "leeds", "2012/13"), "10832", file, 1859);
    // Column CPP_At31.
    let file = "d5_child_protection_plans_at_31_march_2013_to_2024.csv";
    assert_stands(&dataset, ("cpp-number", "england", "2024-03-31"), "49900", file, 2);
    assert_stands(&dataset, ("cpp-number", "hackney", "2021-03-31"), Missing::NotPublished.label(), file, 627);
    assert_stands(&dataset, ("cpp-number", "croydon", "2019-03-31"), "695", file, 971);
    assert_stands(&dataset, ("cpp-number", "london", "2016-03-31"), "7410", file, 1320);
    assert_stands(&dataset, ("cpp-number", "leeds", "2013-03-31"), "983", file, 1859);
}

#[test]
fn fostering_stands_as_printed() {
    let dataset = shipped();
    // Rows 79, 85, 86 and 57.
    let file = "Fostering_in_England_2017-18_dataset.csv";
    assert_stands(&dataset, ("fostering-enquiries", "england", "2017/18"), "117335", file, 79);
    assert_stands(&dataset, ("fostering-enquiries", "county-durham", "2017/18"), "330", file, 79);
    assert_stands(&dataset, ("fostering-applications-in-hand", "leeds", "2017/18"), "50", file, 85);
    assert_stands(&dataset, ("fostering-family-approved", "surrey", "2017/18"), "45", file, 86);
    assert_stands(&dataset, ("fostering-households", "bedford", "2018-03-31"), "80", file, 57);
    // Rows 99, 101, 109, 108 and 72.
    let file = "Local_authority_level_fostering_data_2018_to_2019.csv";
    assert_stands(&dataset, ("fostering-enquiries", "england", "2018/19"), "127850", file, 99);
    assert_stands(&dataset, ("fostering-applications-received", "leeds", "2018/19"), "30", file, 101);
    assert_stands(&dataset, ("fostering-family-approved", "county-durham", "2018/19"), "90", file, 109);
    assert_stands(&dataset, ("fostering-approved", "surrey", "2018/19"), "70", file, 108);
    assert_stands(&dataset, ("fostering-households", "bedford", "2019-03-31"), "90", file, 72);
}

#[test]
fn admissions_and_population_stand_as_printed() {
    let dataset = shipped();
    let file = "ascof_2A_admissions_2017-18_to_2022-23.csv";
    assert_stands(&dataset, ("admissions-18-64", "cumbria", "2017/18"), "13.2", file, 2);
    assert_stands(&dataset, ("admissions-65-and-over", "cumbria", "2017/18"), "607.4", file, 3);
    assert_stands(&dataset, ("admissions-18-64", "east-of-england", "2017/18"), "14.1", file, 306);
    assert_stands(&dataset, ("admissions-65-and-over", "county-durham", "2019/20"), "717.1", file, 693);
    assert_stands(&dataset, ("admissions-65-and-over", "england", "2022/23"), "560.8", file, 1969);
    let file = "ons_mid-year_population_estimates_2012_to_2024.csv";
    assert_stands(&dataset, ("population-0-17", "england", "2024-06-30"), "12183016", file, 2);
    assert_stands(&dataset, ("population-0-17", "croydon", "2019-06-30"), "91658", file, 972);
    assert_stands(
        &dataset,
        ("population-0-17", "dorset-county", "2018-06-30"),
        Missing::NotPublished.label(),
        file,
        1106,
    );
    assert_stands(&dataset, ("population-0-17", "london", "2016-06-30"), "1927705", file, 1321);
    assert_stands(&dataset, ("population-0-17", "leeds", "2012-06-30"), "156568", file, 2024);
}

#[test]
fn each_inspection_has_framework_grade_and_date() {
    let dataset = shipped();
    let grades = |id: &str| {
        let outcome = dataset.context.iter().find(|outcome| outcome.id.as_str() == id).unwrap();
        match &outcome.published {
            Published::Rating { before, after } => vec![before, after],
            Published::SingleGrade(grade) => vec![grade],
            other => panic!("{other:?}"),
        }
        .into_iter()
        .map(|grade| format!("{}, {}", grade.grade, grade.date))
        .collect::<Vec<_>>()
    };
    // ILACS_inspections_2018-2024: rows 74, 6, 13, 151 and 160; the day of the latest one from Inspections_31_March_2024.
    assert_eq!(grades("leeds-ofsted"), ["outstanding, not stated", "outstanding, 2022-02-21"]);
    assert_eq!(grades("barnet-ofsted"), ["good, 2019-05-13"]);
    assert_eq!(grades("blackpool-ofsted"), ["inadequate, not stated", "requires improvement to be good, 2022-12-05"]);
    assert_eq!(grades("brighton-and-hove-ofsted"), ["good, not stated", "outstanding, 2024-03-11"]);
    assert_eq!(grades("bournemouth-ofsted"), ["requires improvement to be good, not stated"]);
    assert_eq!(dataset.context.len(), 154);
}
