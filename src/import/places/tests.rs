//! Matching of places, by texts as tables print them.

use super::*;

fn find_one(texts: PlaceTexts<'_>) -> (Option<String>, Vec<ImportFindingKind>) {
    let mut findings = Findings::new("f.csv".to_owned());
    let mut places = PlaceList::default();
    let found = places.find(texts, &[], Some(2), "name", &mut findings);
    let name = found.map(|nth| format!("{} {}", places.list[nth].name, places.list[nth].gss.as_deref().unwrap_or("-")));
    (name, findings.into_list().into_iter().map(|finding| finding.kind).collect())
}

#[test]
fn a_place_is_matched_by_level_code_and_name_together() {
    use ImportFindingKind::{CodeOfAnother, Matched, UnknownPlace};
    let texts = |level, code, dfe, name| PlaceTexts { level, code, dfe, name };
    for (texts, expected, kinds) in [
        (texts("LA", "E08000035", "", "Leeds"), Some("Leeds E08000035"), vec![]),
        (texts("LA", "E06000047", "", "Durham"), Some("County Durham E06000047"), vec![Matched]),
        (texts("REGION", "E12000007", "", "INNER LONDON"), Some("Inner London E13000001"), vec![Matched]),
        (texts("REGION", "E12000007", "", "LONDON"), Some("London E12000007"), vec![]),
        (texts("Council type", "-", "", "Outer London"), Some("Outer London E13000002"), vec![]),
        (texts("LA", "", "373", ""), Some("Sheffield E08000039"), vec![]),
        (texts("LA", "E08000019", "", "Sheffield"), Some("Sheffield E08000039"), vec![]),
        (texts("", "", "", "Leeds City Council"), Some("Leeds E08000035"), vec![Matched]),
        (texts("LA", "E08000035", "", "Bradford"), None, vec![CodeOfAnother]),
        (texts("", "", "", "Glasgow City"), Some("Glasgow City S12000049"), vec![]),
        (texts("National", "E92000001", "", "England"), Some("England E92000001"), vec![]),
        (texts("", "", "", "Ledes"), None, vec![UnknownPlace]),
        (texts("LA", "E10000023", "", "North Yorkshire"), Some("North Yorkshire E06000065"), vec![Matched]),
        (texts("LA", "E10000009", "", "Dorset"), Some("Dorset E10000009"), vec![]),
        (texts("", "", "", "London"), Some("London E12000007"), vec![]),
        (texts("", "", "", "City of London"), Some("City of London E09000001"), vec![]),
        (texts("", "", "", "Bournemouth"), Some("Bournemouth E06000028"), vec![]),
        (texts("National", "", "921", "England"), Some("England E92000001"), vec![]),
        (texts("LA", "E10000006", "", "Cumbria"), Some("Cumbria E10000006"), vec![]),
    ] {
        let (name, found) = find_one(texts);
        assert_eq!((name.as_deref(), &found), (expected, &kinds), "{texts:?}");
    }
}

#[test]
fn a_profile_gives_a_name_another() {
    let mut findings = Findings::new("f.csv".to_owned());
    let mut places = PlaceList::default();
    let aliases = [("Our patch".to_owned(), "E08000035".to_owned())];
    let texts = PlaceTexts { name: "Our patch", ..PlaceTexts::default() };
    let found = places.find(texts, &aliases, None, "", &mut findings).unwrap();
    assert_eq!(places.list[found].name, "Leeds");
}
