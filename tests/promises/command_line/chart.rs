//! `chart`: a figure as a file, the same bytes each time, and nothing overwritten unasked.

use std::fs;
use std::path::Path;

use sidebyside::export::Format;
use sidebyside::model::FigureKind;

use super::{column, folder, run, run_in};

/// One concept, drawn by every kind.
const FOSTERING: [&str; 4] = ["chart", "--indicator", "fostering-enquiries", "--kind"];

fn chart(folder: &Path, kind: &str, file: &str) -> Vec<u8> {
    let councils = ["--council", "Barnsley", "--council", "Hampshire"];
    let is_of_councils = FigureKind::ALL.into_iter().any(|it| it.keyword() == kind && it.councils().is_some());
    let councils = if is_of_councils { &councils[..] } else { &[] };
    let done = run_in(folder, &[&FOSTERING[..], &[kind, "--out", file], councils].concat()).done();
    assert_eq!(done.out.trim_end(), file);
    fs::read(folder.join(file)).unwrap()
}

/// Width and height of a PNG, from its header.
fn size_of_png(bytes: &[u8]) -> (u32, u32) {
    assert_eq!(&bytes[..8], b"\x89PNG\r\n\x1a\n");
    let number = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap());
    (number(16), number(20))
}

#[test]
fn every_kind_is_a_picture_with_a_title_and_a_description() {
    let folder = folder();
    // Grades are of another concept; they follow below.
    for kind in FigureKind::ALL.into_iter().filter(|kind| *kind != FigureKind::Rating).map(FigureKind::keyword) {
        let svg = String::from_utf8(chart(folder.path(), kind, &format!("{kind}.svg"))).unwrap();
        let parsed = usvg::Tree::from_str(&svg, &usvg::Options::default()).unwrap();
        assert!(parsed.size().width() >= 999.0, "{kind}");
        for part in ["role=\"img\"", "<title ", "<desc ", "aria-labelledby="] {
            assert!(svg.contains(part), "{kind} has no {part}");
        }
        let (_, title) = svg.split_once("<title ").unwrap();
        let title = title.split_once('>').unwrap().1.split_once("</title>").unwrap().0;
        assert!((2..=12).contains(&title.split_whitespace().count()), "{title}");
        assert!(svg.contains("Barnsley"), "{kind}");
    }
    let done = run_in(folder.path(), &["chart", "--council", "Rotherham", "--kind", "rating", "--out", "r.svg"]).done();
    assert_eq!(done.out.trim_end(), "r.svg");
    let svg = fs::read_to_string(folder.path().join("r.svg")).unwrap();
    assert!(svg.contains("inadequate") && svg.contains("good"));
}

#[test]
fn two_runs_give_the_same_bytes() {
    let folder = folder();
    for ending in Format::of_figures().map(Format::ending) {
        let first = chart(folder.path(), "both", &format!("first.{ending}"));
        assert_eq!(first, chart(folder.path(), "both", &format!("second.{ending}")), "{ending}");
    }
}

#[test]
fn width_height_and_scale_are_kept() {
    let folder = folder();
    let words = ["both", "--width", "700", "--height", "900", "--scale", "2", "--out", "figure.png"];
    run_in(folder.path(), &[&FOSTERING[..], &words].concat()).done();
    let (width, height) = size_of_png(&fs::read(folder.path().join("figure.png")).unwrap());
    assert_eq!((width, height), (1400, 1800));
}

#[test]
fn dots_an_inch_are_another_word_for_the_scale_and_never_both() {
    let folder = folder();
    let words = ["both", "--width", "640", "--dpi", "300", "--out", "figure.png"];
    run_in(folder.path(), &[&FOSTERING[..], &words].concat()).done();
    let bytes = fs::read(folder.path().join("figure.png")).unwrap();
    assert_eq!(size_of_png(&bytes).0, 2000);
    let reader = png::Decoder::new(std::io::Cursor::new(&bytes)).read_info().unwrap();
    assert_eq!(reader.info().pixel_dims.unwrap().xppu, 11811);
    let both = ["both", "--scale", "2", "--dpi", "300", "--out", "other.png"];
    let sentence = run_in(folder.path(), &[&FOSTERING[..], &both].concat()).stopped(2);
    assert!(sentence.contains("--dpi") && sentence.contains("--scale"), "{sentence}");
}

#[test]
fn a_size_out_of_range_is_refused() {
    let folder = folder();
    for (option, value) in [
        ("--width", "0"),
        ("--width", "100000"),
        ("--width", "NaN"),
        ("--width=-5", ""),
        ("--height", "0"),
        ("--height", "1e9"),
        ("--scale", "0"),
        ("--scale", "NaN"),
        ("--scale", "1000"),
        ("--dpi", "0"),
        ("--dpi", "NaN"),
        ("--dpi", "100000"),
    ] {
        let mut words = [&FOSTERING[..], &["both", "--out", "figure.png", option]].concat();
        if !value.is_empty() {
            words.push(value);
        }
        let sentence = run_in(folder.path(), &words).stopped(2);
        assert!(sentence.contains("; choose "), "{option} {value}: {sentence}");
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0, "nothing was left behind");
}

#[test]
fn a_file_that_is_there_stays_unless_replacing_is_asked_for() {
    let folder = folder();
    for name in ["figure.svg", "figure.png", "figure.csv"] {
        let path = folder.path().join(name);
        fs::write(&path, "mine").unwrap();
        let words = [&FOSTERING[..], &["both", "--out", name]].concat();
        let sentence = run_in(folder.path(), &words).stopped(1);
        assert!(sentence.starts_with(&format!("{name}: ")) && sentence.contains("--force"), "{sentence}");
        assert_eq!(fs::read_to_string(&path).unwrap(), "mine");
        run_in(folder.path(), &[&words[..], &["--force"]].concat()).done();
        assert_ne!(fs::read(&path).unwrap(), b"mine");
    }
}

#[test]
fn the_words_of_the_command_are_checked_first() {
    let folder = folder();
    for (words, told) in [
        (&["chart", "--kind", "both", "--out", "figure.gif"][..], "figure.gif: the ending says no format"),
        (&["chart", "--kind", "both", "--out", "figure"], "figure: the ending says no format"),
        (&["chart", "--kind", "pie", "--out", "figure.svg"], "'pie'"),
        (&["chart", "--kind", "both"], "--out"),
        (&["chart", "--out", "figure.svg"], "--kind"),
        (&["chart", "small.txt", "--kind", "both", "--out", "figure.svg"], "small.txt"),
        (&["chart", "--kind", "both", "--out", "figure.svg", "--colour", "red"], "--colour"),
    ] {
        let refused = run_in(folder.path(), words);
        assert_eq!((refused.code, refused.out.as_str()), (2, ""), "{words:?}");
        assert!(refused.err.contains(told), "{words:?}: {}", refused.err);
    }
    let sentence = run_in(folder.path(), &["chart", "missing.ron", "--kind", "both", "--out", "figure.svg"]).stopped(1);
    assert!(sentence.starts_with("missing.ron: there is no such file"), "{sentence}");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn r2_several_concepts_are_listed_where_one_is_needed() {
    let folder = folder();
    for kind in FigureKind::ALL.into_iter().filter(|kind| kind.needs_one_concept()).map(FigureKind::keyword) {
        let words = ["chart", "--council", "Isle of Wight", "--kind", kind, "--out", "figure.svg"];
        let sentence = run_in(folder.path(), &words).stopped(2);
        for part in [kind, "admissions to care homes; delayed transfers of care", "--indicator"] {
            assert!(sentence.contains(part), "{sentence}");
        }
    }
    assert!(!folder.path().join("figure.svg").exists());
}

#[test]
fn nothing_to_draw_is_an_honest_empty_figure() {
    let folder = folder();
    let words = ["chart", "--council", "Camden", "--role", "target", "--kind", "both", "--out", "figure.svg"];
    let run = run_in(folder.path(), &words);
    assert_eq!((run.code, run.out.trim_end()), (0, "figure.svg"));
    assert!(run.err.starts_with("the figure is empty: ") && run.err.trim_end().lines().count() == 1, "{}", run.err);
    let svg = fs::read_to_string(folder.path().join("figure.svg")).unwrap();
    assert!(svg.contains("Nothing"), "{svg}");
}

#[test]
fn r9_a_chart_has_outcomes_and_context_unless_a_role_is_asked() {
    let folder = folder();
    let words = ["chart", "--council", "Norfolk", "--kind", "profile", "--out", "norfolk.csv"];
    run_in(folder.path(), &words).done();
    let roles = column(&fs::read_to_string(folder.path().join("norfolk.csv")).unwrap(), "role");
    assert!(!roles.is_empty() && roles.iter().all(|role| role == "outcome" || role == "context"), "{roles:?}");
    let all = column(&run(&["table", "--council", "Norfolk", "--format", "csv"]).done().out, "role");
    assert!(all.iter().any(|role| role == "target"), "the test needs a target");
    run_in(folder.path(), &[&words[..], &["--role", "target", "--force"]].concat()).done();
    let roles = column(&fs::read_to_string(folder.path().join("norfolk.csv")).unwrap(), "role");
    assert!(!roles.is_empty() && roles.iter().all(|role| role == "target"), "{roles:?}");
}

#[test]
fn a_preset_sets_size_and_resolution() {
    let folder = folder();
    for (preset, (width, height)) in
        [("page", (1890, None)), ("half", (921, None)), ("slide", (2560, Some(1440))), ("web", (1400, None))]
    {
        let words = ["both", "--preset", preset, "--out", "figure.png", "--force"];
        run_in(folder.path(), &[&FOSTERING[..], &words].concat()).done();
        let size = size_of_png(&fs::read(folder.path().join("figure.png")).unwrap());
        assert_eq!(size.0, width, "{preset}");
        assert!(height.is_none_or(|height| height == size.1), "{preset}: {size:?}");
    }
    // A least height and another resolution go with a preset of a page.
    let words = ["both", "--preset", "page", "--height", "900", "--dpi", "96", "--out", "tall.png"];
    run_in(folder.path(), &[&FOSTERING[..], &words].concat()).done();
    let (width, height) = size_of_png(&fs::read(folder.path().join("tall.png")).unwrap());
    assert_eq!(width, 605);
    assert!((900..=901).contains(&height), "{height}");
}

#[test]
fn a_preset_takes_no_other_size_and_rows_have_none() {
    let folder = folder();
    for words in [&["--preset", "page", "--width", "700"][..], &["--preset", "slide", "--height", "700"]] {
        let words = [&FOSTERING[..], &["both", "--out", "figure.svg"], words].concat();
        let sentence = run_in(folder.path(), &words).stopped(2);
        assert!(sentence.contains("--preset") && sentence.contains(words[words.len() - 2]), "{sentence}");
    }
    let sentence = run_in(folder.path(), &[&FOSTERING[..], &["both", "--preset", "poster", "--out", "f.svg"]].concat());
    assert_eq!(sentence.code, 2);
    for word in ["page", "half", "slide", "web"] {
        assert!(sentence.err.contains(word), "{}", sentence.err);
    }
    let run = run_in(folder.path(), &[&FOSTERING[..], &["both", "--preset", "page", "--out", "rows.csv"]].concat());
    assert_eq!((run.code, run.out.trim_end()), (0, "rows.csv"));
    assert!(run.err.contains("--preset is for figures with a size"), "{}", run.err);
}

#[test]
fn what_no_slide_holds_says_what_to_do() {
    let folder = folder();
    let words = ["chart", "--indicator", "looked-after children", "--kind", "both", "--preset", "slide", "--out"];
    let sentence = run_in(folder.path(), &[&words[..], &["figure.png"]].concat()).stopped(2);
    assert!(sentence.contains("save it as PDF"), "{sentence}");
    run_in(folder.path(), &[&words[..], &["figure.pdf"]].concat()).done();
}
