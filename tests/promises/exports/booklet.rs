//! A booklet of councils: contents that lead somewhere, bookmarks, a page or more each, sources; tagged, and the same bytes each time.

use sidebyside::dataset::load_text;
use sidebyside::export::FontFaces;
use sidebyside::export::batch::councils;
use sidebyside::export::booklet::{Binding, booklet};
use sidebyside::export::pdf::{Conformance, Pdf};
use sidebyside::figure::council_page::council_page;
use sidebyside::model::{CouncilId, Dataset, Role, View};
use sidebyside::progress::Progress;

use super::built_in;
use super::pdf::{objects, pages};

fn view() -> View {
    View { roles: vec![Role::Outcome, Role::Context].into(), ..View::default() }
}

fn bound(dataset: &Dataset, ids: &[&str], binding: Binding) -> Pdf {
    let ids: Vec<CouncilId> = ids.iter().map(|id| CouncilId::new(*id)).collect();
    let work = Progress::default();
    booklet(dataset, &view(), (&ids, binding), &FontFaces::new(), work.without_progress()).unwrap()
}

#[test]
fn each_council_begins_on_the_page_that_the_contents_name() {
    let dataset = built_in();
    let ids = ["hertfordshire", "leeds", "staffordshire"];
    let pdf = bound(&dataset, &ids, Binding::Booklet);
    let pages = pages(&pdf.bytes);
    let contents = &pages[0];
    assert!(contents.contains(&dataset.title) && contents.contains("Contents"), "{contents}");
    let of = pages.len();
    for name in ["Hertfordshire", "Leeds", "Staffordshire", "Sources"] {
        let begins = pages.iter().skip(1).position(|page| page.starts_with(name)).unwrap() + 2;
        assert!(contents.contains(&format!("{name}{begins}")), "{name} on {begins}: {contents}");
        assert!(pages[begins - 1].contains(&format!("page {begins} of {of}")), "{}", pages[begins - 1]);
    }
}

#[test]
fn what_the_room_shows_of_a_council_stands_on_its_pages() {
    let dataset = built_in();
    for (binding, level) in [(Binding::Booklet, "/S/H2/"), (Binding::Pages, "/S/H1/")] {
        let pdf = bound(&dataset, &["staffordshire"], binding);
        let said = pages(&pdf.bytes).concat();
        let page = council_page(&dataset, &View { councils: vec![CouncilId::new("staffordshire")].into(), ..view() });
        // Lines are drawn without the spaces between them.
        let said = said.replace([' ', '\n'], "");
        let told = page.chapters.iter().flat_map(|chapter| chapter.told.iter().map(|line| &line.words));
        let headings = page.chapters.iter().map(|chapter| &chapter.heading);
        let notes = page.figure.notes.iter().map(|note| &note.text);
        for words in told.chain(headings).chain(notes).chain([&page.summary, &page.facts, &page.figure.source]) {
            assert!(said.contains(&words.replace(' ', "")), "{words} in {said}");
        }
        let all = objects(&pdf.bytes).into_values().collect::<Vec<_>>().join("\n");
        assert!(all.contains(level) && all.contains("/T(Staffordshire)"), "its name is a heading");
        let lines = page.chapters.iter().filter(|chapter| chapter.figure.is_some()).count();
        assert!(all.matches("/S/Figure").count() >= lines, "its figures are pictures with words");
    }
}

#[test]
fn a_booklet_has_bookmarks_and_links_and_is_always_the_same() {
    let dataset = built_in();
    let ids = ["leeds", "staffordshire"];
    let pdf = bound(&dataset, &ids, Binding::Booklet);
    assert_eq!(pdf.conformance, Conformance::PdfUa1);
    assert_eq!(pdf, bound(&dataset, &ids, Binding::Booklet));
    let all = objects(&pdf.bytes).into_values().collect::<Vec<_>>().join("\n");
    for wanted in ["/Type/Outlines", "/Title(Leeds)", "/Title(Staffordshire)", "/Title(Sources)", "/S/TOC/", "/S/TOCI/"]
    {
        assert!(all.contains(wanted), "{wanted}");
    }
    // Two councils and the sources.
    assert_eq!(all.matches("/Subtype/Link").count(), 3);
    assert!(!String::from_utf8_lossy(&pdf.bytes).contains("CreationDate"));
}

#[test]
fn claims_are_those_of_the_council_that_has_the_figures() {
    let dataset = built_in();
    let programme = dataset.programmes.iter().find(|programme| programme.told_of().is_some()).unwrap();
    let owners = programme.told_of().unwrap();
    let lent = programme.places.iter().find(|place| !owners.contains(place)).unwrap();
    let told = |id: &CouncilId| {
        let page = council_page(&dataset, &View { councils: vec![id.clone()].into(), ..view() });
        let of_it = page.chapters.into_iter().find(|c| c.programme.as_ref() == Some(&programme.id)).unwrap();
        of_it.told.into_iter().map(|line| line.words).collect::<Vec<_>>().join("\n")
    };
    let name = dataset.names(&owners, ", ");
    let claim = &programme.claims[0];
    assert!(told(&owners[0]).contains(&format!("Also claimed of {name}: {claim}")), "{}", told(&owners[0]));
    assert!(!told(lent).contains(claim), "{}", told(lent));
}

#[test]
fn a_story_longer_than_a_page_goes_over_pages_and_no_page_grows() {
    let long: Vec<String> = (0..400).map(|nth| format!("Sentence s{nth}e of a long story.")).collect();
    let text = format!(
        r#"(format: 1, title: "Long", licence: "CC0", sources: [(id: "doc", title: "Report")],
            councils: [(id: "a", name: "Ash", kind: unitary, nation: england)],
            indicators: [(id: "i", name: "Children", concept: "children", topic: "Care", unit: "children", measure: stock)],
            programmes: [(id: "p", name: "Programme", places: ["a"], topic: "Care", summary: "{}",
                sources: [(source: "doc", at: "page 1")],
                outcomes: [(id: "o", indicator: "i", published: single(level: 47, period: "2016"), sources: [(source: "doc", at: "p")])])])"#,
        long.join(" ")
    );
    let dataset = load_text(&text).unwrap_or_else(|faults| panic!("{faults:?}")).dataset;
    let pdf = bound(&dataset, &["a"], Binding::Booklet);
    let pages = pages(&pdf.bytes);
    assert!(pages.len() > 4, "{} pages", pages.len());
    let said = pages.concat().replace([' ', '\n'], "");
    for nth in 0..400 {
        assert!(said.contains(&format!("s{nth}e")), "sentence {nth} is lost");
    }
    let all = objects(&pdf.bytes).into_values().collect::<Vec<_>>().join("\n");
    assert_eq!(all.matches("/MediaBox[0 0 595.275 841.89]").count(), pages.len(), "every page is A4");
    assert_eq!(councils(&dataset, &view()).len(), 1);
}
