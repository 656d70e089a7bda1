//! Every way out: whatever a command, a format or a kind prints of a dataset, none of it holds a number that was taken out.
//!
//! What there is to try is asked of the program itself, and so a new kind, format or command is tried too, or stops the test until
//! it is. The same outputs of the dataset with all its numbers have to hold them, or nobody looked.

use std::path::Path;
use std::process::Command;

use clap::CommandFactory as _;
use sidebyside::cli::Arguments;
use sidebyside::compare::Comparison;
use sidebyside::dataset::load_text;
use sidebyside::export::batch::councils;
use sidebyside::export::booklet::{Binding, booklet};
use sidebyside::export::figure::PageSize;
use sidebyside::export::{FontFaces, Format};
use sidebyside::figure::council_page::council_page;
use sidebyside::figure::screen_table::lines;
use sidebyside::figure::table::rows;
use sidebyside::figure::{ChosenDates, datum, figure, with_pairs};
use sidebyside::model::{CouncilId, Dataset, FigureKind, View};
use sidebyside::progress::Progress;

use super::{detail_of, public, tokens, words_of_workbook};
use crate::exports::pdf;

/// Up to which count counts are small here.
pub const UP_TO: u8 = 97;

/// Numbers that nothing prints, and what follows from them. 764 is hidden because 811 less 764 are 47.
pub const SECRETS: [&str; 21] = [
    "83", "348", "80.7", "71", "546", "769", "41", "5.6", "67", "61", "621", "682", "73", "47", "764", "59", "43",
    "37", "53", "89", "79",
];

/// A dataset in which everything is hidden that can be: levels, changes, parts, shares, points of a series, benchmarks, and words.
pub fn with_secrets() -> String {
    let outcome = |place: &str, id: &str, published: &str, more: &str| {
        format!(
            "(id: \"{id}\", indicator: \"lac\", places: [{place}], published: {published}, {more} sources: [(source: \"doc\", at: \"page\")]),"
        )
    };
    let single = |number: u32| format!("single(level: {number}, period: \"2016-03-31\")");
    let outcomes = [
        outcome(
            "\"p0\"",
            "pair",
            "pair(before: (431, \"2015-03-31\"), after: (83, \"2016-03-31\"), stated: [\"fell 348\"])",
            "notes: [\"It was 83.\", \"A fall of 80.7%.\"], counted: (group: clients, who: \"53 families\"),",
        ),
        outcome("\"p1\"", "rise", "pair(before: (71, \"2015-03-31\"), after: (617, \"2016-03-31\"))", ""),
        outcome(
            "\"p2\"",
            "part",
            "part(count: Some(41), of: Some(733), share: Some(\"5.6\"), period: \"2016-03-31\")",
            "",
        ),
        outcome("\"p3\"", "anchor", "single(level: 67, period: \"12 months after the last of 43 incidents\")", ""),
        outcome(
            "\"p4\"",
            "change",
            "change(stated: [\"fell 621\"], over: \"2015/2016\", level: Some(after(61, \"2016-03-31\")))",
            "benchmark: Some((of: \"England\", is: change(\"fell 59\"), over: \"2016\")),",
        ),
        outcome(
            "\"p5\"",
            "series",
            "series(points: [(\"2014-03-31\", 503), (\"2015-03-31\", 73), (\"2016-03-31\", 509)], start: None)",
            "",
        ),
        outcome("\"p6\"", "small", &single(47), ""),
        outcome("\"p7\"", "rest", &single(764), ""),
        outcome("\"p6\", \"p7\"", "total", &single(811), ""),
        outcome("\"p8\"", "locator", &single(79), "").replace("at: \"page\"", "at: \"page 12: only 37 incidents\""),
        // So that no kind is empty.
        outcome("\"p9\"", "shown", "pair(before: (523, \"2015-03-31\"), after: (634, \"2016-03-31\"))", ""),
    ]
    .concat();
    let councils: Vec<String> = (0..10)
        .zip(["Ash", "Beech", "Cedar", "Dogwood", "Elm", "Fir", "Gorse", "Hazel", "Ivy", "Juniper"])
        .map(|(nth, name)| format!("(id: \"p{nth}\", name: \"{name}\", kind: unitary, nation: england),"))
        .collect();
    let councils = councils.concat();
    format!(
        "(format: 1, title: \"Made up\", licence: \"CC0\", sources: [(id: \"doc\", title: \"Report\")], councils: [{councils}],
          indicators: [(id: \"lac\", name: \"Children\", concept: \"children\", topic: \"Care\", unit: \"children\", measure: stock)],
          programmes: [(id: \"p\", name: \"Programme\", places: [\"p0\"], topic: \"Care\", summary: \"For 89 families.\",
            claims: [\"So many as 89.\"], sources: [(source: \"doc\", at: \"page\")], outcomes: [{outcomes}])])"
    )
}

/// The same with a statistic of one's own, in which two counts are small.
pub fn with_secret_statistics() -> String {
    let text = with_secrets().replacen("format: 1", "format: 2", 1);
    let whole = text.strip_suffix(')').unwrap();
    format!(
        "{whole}, releases: [(id: \"own\", source: \"doc\", released: \"2018\")],
          statistics: [(id: \"own-children\", indicator: \"lac\", release: \"own\", periods: [\"2016-03-31\", \"2017-03-31\"],
            rows: [(\"p0\", \"523 83\"), (\"p1\", \"71 617\")])])"
    )
}

/// The secrets that a text holds.
pub fn secrets_in(text: &str) -> Vec<&'static str> {
    let tokens = tokens(&text.replace(',', ""));
    let split = tokens_of_cells(text);
    SECRETS.into_iter().filter(|secret| tokens.iter().chain(&split).any(|token| token == secret)).collect()
}

/// The same where commas part cells.
fn tokens_of_cells(text: &str) -> Vec<String> {
    tokens(&text.replace(',', " "))
}

/// All that a reader finds in a file of this format.
fn said(format: Format, bytes: Vec<u8>) -> String {
    match format {
        Format::Svg => words_of_drawing(&String::from_utf8(bytes).unwrap()),
        Format::Png => words_of_picture(&bytes),
        Format::Pdf => pdf::words_and_descriptions(&bytes),
        Format::Csv | Format::Json => String::from_utf8(bytes).unwrap(),
        Format::Xlsx => words_of_workbook(bytes),
    }
}

/// The words of a drawing, and what it says of itself.
fn words_of_drawing(svg: &str) -> String {
    let document = usvg::roxmltree::Document::parse(svg).unwrap();
    let texts = document.descendants().filter(usvg::roxmltree::Node::is_text).filter_map(|node| node.text());
    let labels = document.descendants().filter_map(|node| node.attribute("aria-label"));
    texts.chain(labels).collect::<Vec<_>>().join("\n")
}

/// The chunks of text in a picture.
fn words_of_picture(png: &[u8]) -> String {
    let mut left = &png[8..];
    let mut found = String::new();
    while let [a, b, c, d, rest @ ..] = left {
        let length = u32::from_be_bytes([*a, *b, *c, *d]) as usize;
        let (kind, data) = rest.split_at(4);
        if matches!(kind, b"tEXt" | b"iTXt") {
            found.push_str(&String::from_utf8_lossy(&data[..length]).replace('\0', "\n"));
            found.push('\n');
        }
        left = &data[length + 4..];
    }
    found
}

/// Whether a kind prints numbers of these outcomes; grades are all that one of the others shows, and changes in per cent the other.
fn prints_numbers(kind: FigureKind) -> bool {
    kind != FigureKind::Rating && kind != FigureKind::Strip
}

#[track_caller]
fn holds_none(name: &str, plain: &str, public: &str) {
    assert!(
        !secrets_in(plain).is_empty(),
        "{name}: nobody looked, for nothing is found where nothing is hidden: {plain}"
    );
    let found = secrets_in(public);
    assert!(found.is_empty(), "{name} holds {found:?}: {public}");
}

fn plain() -> Dataset {
    load_text(&with_secrets()).unwrap_or_else(|faults| panic!("{faults:?}")).dataset
}

#[test]
fn every_kind_in_every_format_holds_none() {
    let (outcomes, fonts) = (plain(), FontFaces::new());
    let statistics = load_text(&with_secret_statistics()).unwrap_or_else(|faults| panic!("{faults:?}")).dataset;
    for kind in FigureKind::ALL {
        let at_latest = |dataset: Dataset| with_pairs(&dataset, &ChosenDates::default());
        let [plain, public] = if kind.draws_series() {
            [statistics.clone(), public(&statistics, UP_TO)].map(at_latest)
        } else {
            [outcomes.clone(), public(&outcomes, UP_TO)]
        };
        let view = crate::view_for(&plain, kind);
        let drawn = [&plain, &public].map(|dataset| figure(dataset, &view, kind).unwrap());
        for format in Format::of_figures() {
            let [plain, public] = [(&plain, &drawn[0]), (&public, &drawn[1])].map(|(dataset, figure)| {
                let file = format.file(dataset, &view, figure, PageSize::default(), &fonts).unwrap();
                said(format, file.bytes)
            });
            let name = format!("{kind:?} as {format:?}");
            // The numbers on a page of a PDF stand without spaces between them, and so not all can be looked for.
            if prints_numbers(kind) && format != Format::Pdf {
                holds_none(&name, &plain, &public);
            } else {
                assert_eq!(secrets_in(&public), [""; 0], "{name}");
            }
        }
        let [plain, public] = drawn.map(|figure| format!("{figure:?}"));
        if prints_numbers(kind) {
            holds_none(&format!("what {kind:?} is drawn from"), &plain, &public);
        }
    }
}

#[test]
fn a_booklet_and_the_page_that_is_printed_hold_none() {
    let (plain, fonts) = (plain(), FontFaces::new());
    let public = public(&plain, UP_TO);
    let councils = councils(&plain, &View::default());
    for binding in [Binding::Booklet, Binding::Pages] {
        let [plain, public] = [&plain, &public].map(|dataset| {
            let work = Progress::default();
            let made =
                booklet(dataset, &View::default(), (&councils, binding), &fonts, work.without_progress()).unwrap();
            let pages = council_page_words(dataset, &councils);
            // Page numbers and those of the contents are no numbers of the data, and pages are told one by one.
            format!("{pages}\n{}", pdf::descriptions(&made.bytes))
        });
        holds_none(&format!("{binding:?}"), &plain, &public);
    }
}

/// All that is told of these councils on their pages.
fn council_page_words(dataset: &Dataset, councils: &[CouncilId]) -> String {
    let page = |id: &CouncilId| {
        let page = council_page(dataset, &View { councils: vec![id.clone()].into(), ..View::default() });
        format!("{}\n{}\n{:?}", page.summary, page.facts, page.chapters)
    };
    councils.iter().map(page).collect()
}

#[test]
fn what_is_spoken_and_shown_beside_a_figure_holds_none() {
    let plain = plain();
    let public = public(&plain, UP_TO);
    let [before, after] = [&plain, &public].map(|dataset| {
        let mut said: Vec<(String, String)> = Vec::new();
        for located in dataset.outcomes() {
            let id = located.outcome.id.as_str();
            said.push((format!("the datum of {id}"), datum(&Comparison::of(dataset, located))));
            said.push((format!("the panel of {id}"), format!("{:?}", detail_of(dataset, id))));
        }
        for line in lines(dataset, &View::default()) {
            let cells: Vec<&str> = line.cells.iter().map(|cell| cell.text.as_str()).collect();
            said.push((format!("the line of {}", line.outcome), format!("{}\n{}", cells.join("\n"), line.spoken)));
        }
        let programme = &dataset.programmes[0];
        said.push(("the programme".to_owned(), format!("{}\n{:?}", programme.summary, programme.claims)));
        said.push(("the rows".to_owned(), format!("{:?}", rows(dataset, &View::default()))));
        said
    });
    for ((name, plain), (_, public)) in before.iter().zip(&after) {
        // What stays tells nothing alone.
        if name.ends_with(" total") || name.ends_with(" shown") {
            assert_eq!(secrets_in(public), [""; 0], "{name}: {public}");
        } else {
            holds_none(name, plain, public);
        }
    }
}

/// Runs the program, and gives all that it said and wrote.
fn all_of_a_run(folder: &Path, words: &[String]) -> String {
    let run = Command::new(env!("CARGO_BIN_EXE_sidebyside")).args(words).current_dir(folder).output().unwrap();
    let err = String::from_utf8(run.stderr).unwrap();
    assert!(run.status.success(), "{words:?}: {err}");
    let out = run.stdout;
    let mut all = if out.starts_with(b"PK") { words_of_workbook(out) } else { String::from_utf8(out).unwrap() };
    all.push_str(&err);
    let mut folders = vec![folder.join("out")];
    while let Some(path) = folders.pop() {
        if path.is_dir() {
            folders.extend(std::fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
        } else if let Some(format) = Format::of_path(&path) {
            all.push('\n');
            all.push_str(&said(format, std::fs::read(&path).unwrap()));
        }
    }
    all
}

#[test]
fn every_command_that_suppresses_holds_none() {
    let program = Arguments::command();
    let words = |command: &clap::Command, option: &str| -> Vec<String> {
        let of = command.get_arguments().find(|argument| argument.get_id() == option).unwrap();
        of.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect()
    };
    let suppresses = |command: &&clap::Command| command.get_arguments().any(|argument| argument.get_id() == "suppress");
    let mut tried = 0;
    for command in program.get_subcommands().filter(suppresses) {
        let runs: Vec<Vec<String>> = match command.get_name() {
            "table" => {
                let formats = words(command, "format").into_iter();
                let outcomes = formats.map(|format| vec!["--format".to_owned(), format]);
                outcomes.chain([["--statistics", "--format", "csv"].map(str::to_owned).to_vec()]).collect()
            }
            "series" | "claims" => {
                words(command, "format").into_iter().map(|format| vec!["--format".to_owned(), format]).collect()
            }
            "chart" => {
                let kinds = words(command, "kind");
                let ways = kinds.iter().zip(Format::of_figures().cycle());
                let run = |(kind, format): (&String, Format)| {
                    let out = format!("out/figure.{}", format.ending());
                    let few = ["--council", "p0", "--council", "p1", "--council", "p4"];
                    let needs_few = FigureKind::ALL.iter().any(|it| it.keyword() == kind && it.councils().is_some());
                    let councils = if needs_few { &few[..] } else { &[] };
                    [&["--kind", kind, "--out", &out], councils].concat().into_iter().map(str::to_owned).collect()
                };
                ways.map(run).collect()
            }
            "export" => {
                let formats = Format::of_figures().map(Format::ending).collect::<Vec<_>>().join(",");
                let figures = ["--out", "out", "--format", &formats].map(str::to_owned).to_vec();
                vec![figures, ["--booklet", "--out", "out/booklet.pdf"].map(str::to_owned).to_vec()]
            }
            other => panic!("nobody tries what {other} prints"),
        };
        for run in runs {
            let [plain, public] = [None, Some(UP_TO)].map(|up_to| {
                let folder = tempfile::tempdir().unwrap();
                std::fs::create_dir(folder.path().join("out")).unwrap();
                let of_series = FigureKind::ALL.into_iter().filter(|kind| kind.draws_series()).map(FigureKind::keyword);
                let of_series: Vec<&str> = of_series.chain(["--statistics"]).collect();
                let of_statistics =
                    command.get_name() == "series" || run.iter().any(|word| of_series.contains(&word.as_str()));
                let text = if of_statistics { with_secret_statistics() } else { with_secrets() };
                std::fs::write(folder.path().join("made-up.ron"), text).unwrap();
                let mut words = vec![command.get_name().to_owned(), "made-up.ron".to_owned()];
                words.extend(run.clone());
                words.extend(up_to.into_iter().flat_map(|up_to| ["--suppress".to_owned(), up_to.to_string()]));
                all_of_a_run(folder.path(), &words)
            });
            tried += 1;
            let name = format!("{} {}", command.get_name(), run.join(" "));
            if FigureKind::ALL
                .into_iter()
                .any(|kind| !prints_numbers(kind) && run.iter().any(|it| it == kind.keyword()))
            {
                assert_eq!(secrets_in(&public), [""; 0], "{name}");
            } else {
                holds_none(&name, &plain, &public);
            }
        }
    }
    assert!(tried > 11, "only {tried} runs");
}
