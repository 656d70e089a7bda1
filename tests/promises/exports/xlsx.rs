//! What a spreadsheet finds in a workbook: text as text, numbers as numbers, a chart of the figure's values, the notes.

use std::collections::HashMap;
use std::io::{Cursor, Read as _};

use sidebyside::cli::{ExitStatus, Invocation, fits_terminal, parse, run};
use sidebyside::export::table::{to_csv, to_json};
use sidebyside::export::xlsx::{of_figure, of_table};
use sidebyside::figure::table::{COLUMNS, Value, rows, rows_of_figure};
use sidebyside::figure::{Body, Figure, figure};
use sidebyside::model::{CouncilId, Dataset, FigureKind, IndicatorId, View};
use usvg::roxmltree::Document;

use super::{built_in, figure_of, mischief};
use crate::pictures::hard;

/// A workbook's parts by name.
struct Book(HashMap<String, String>);

/// A cell: what kind it is, and what stands in it.
#[derive(Clone, Debug, PartialEq)]
enum Cell {
    Text(String),
    Number(f64),
}

impl Book {
    fn open(bytes: Vec<u8>) -> Self {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut parts = HashMap::new();
        for index in 0..archive.len() {
            let mut file = archive.by_index(index).unwrap();
            let name = file.name().unwrap().into_owned();
            let mut text = String::new();
            file.read_to_string(&mut text).unwrap();
            parts.insert(name, text);
        }
        Self(parts)
    }

    fn of(dataset: &Dataset, figure: &Figure) -> Self {
        Self::open(of_figure(&rows_of_figure(dataset, figure), figure).unwrap())
    }

    fn sheet_names(&self) -> Vec<String> {
        let book = Document::parse(&self.0["xl/workbook.xml"]).unwrap();
        let sheets = book
            .descendants()
            .filter(|n| n.has_tag_name(("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "sheet")));
        sheets.map(|sheet| sheet.attribute("name").unwrap().to_owned()).collect()
    }

    fn part_of(&self, sheet: &str) -> &str {
        let place = self.sheet_names().iter().position(|name| name == sheet).unwrap();
        &self.0[&format!("xl/worksheets/sheet{}.xml", place + 1)]
    }

    /// The cells of a sheet by their reference.
    fn cells(&self, sheet: &str) -> HashMap<String, Cell> {
        let strings = Document::parse(&self.0["xl/sharedStrings.xml"]).unwrap();
        let items = strings.root_element().children().filter(usvg::roxmltree::Node::is_element);
        let texts: Vec<String> = items
            .map(|item| item.descendants().filter(|n| n.tag_name().name() == "t").filter_map(|n| n.text()).collect())
            .collect();
        let part = self.part_of(sheet);
        assert!(!part.contains("<f>"), "no cell is a formula");
        let sheet = Document::parse(part).unwrap();
        let cells = sheet.descendants().filter(|n| n.tag_name().name() == "c");
        cells
            .filter_map(|cell| {
                let value = cell.children().find(|n| n.tag_name().name() == "v")?.text()?;
                let held = match cell.attribute("t") {
                    Some("s") => Cell::Text(texts[value.parse::<usize>().unwrap()].clone()),
                    _ => Cell::Number(value.parse().unwrap()),
                };
                Some((cell.attribute("r").unwrap().to_owned(), held))
            })
            .collect()
    }

    fn charts(&self) -> Vec<&String> {
        let mut names: Vec<&String> = self.0.keys().filter(|name| name.starts_with("xl/charts/chart")).collect();
        names.sort();
        names.into_iter().map(|name| &self.0[name]).collect()
    }
}

fn text(words: &str) -> Cell {
    Cell::Text(words.to_owned())
}

#[test]
fn the_sheet_of_figures_has_the_columns_of_the_csv_and_a_filter() {
    let dataset = built_in();
    let book = Book::open(of_table(&rows(&dataset, &View::default()), None).unwrap());
    let cells = book.cells("Figures");
    assert_eq!((&cells["A1"], &cells["B1"], &cells["AI1"]), (&text(COLUMNS[0]), &text(COLUMNS[1]), &text(COLUMNS[34])));
    let part = book.part_of("Figures");
    assert!(part.contains("state=\"frozen\"") && part.contains("ySplit=\"1\""));
    let last = dataset.outcomes().count() + 1;
    assert!(part.contains(&format!("<autoFilter ref=\"A1:AP{last}\"/>")));
    assert_eq!(book.sheet_names(), ["Figures", "Notes"]);
}

#[test]
fn text_is_text_whatever_it_begins_with_and_numbers_are_numbers() {
    let dataset = mischief();
    let book = Book::of(&dataset, &figure_of(&dataset, None, FigureKind::Both));
    let cells = book.cells("Figures");
    let all: Vec<&Cell> = cells.values().collect();
    for words in ["+SUM(1;2)", "@Programme", "=1+1", "=page(1)", "-2"] {
        assert!(all.contains(&&text(words)), "“{words}” stands as it is");
    }
    let before = COLUMNS.iter().position(|c| *c == "before").unwrap();
    let bound = COLUMNS.iter().position(|c| *c == "before_bound").unwrap();
    assert_eq!((before, bound), (8, 9));
    let leeds = (2..5).find(|row| cells[&format!("A{row}")] == text("Leeds")).unwrap();
    let level = (&cells[&format!("I{leeds}")], &cells[&format!("J{leeds}")]);
    assert_eq!(level, (&Cell::Number(780.0), &text("over")));
    // A text that is typed again stays a text.
    assert!(book.0["xl/styles.xml"].contains("quotePrefix=\"1\""));
}

/// Whether a text stands in a cell that stays text when it is typed again.
fn is_marked(words: &str) -> bool {
    let mut row = vec![Value::Empty; COLUMNS.len()];
    row[0] = Value::Text(words.to_owned());
    let book = Book::open(of_table(&[row], None).unwrap());
    let sheet = Document::parse(book.part_of("Figures")).unwrap();
    let cell = sheet.descendants().find(|n| n.attribute("r") == Some("A2")).unwrap();
    let style: usize = cell.attribute("s").unwrap().parse().unwrap();
    let styles = Document::parse(&book.0["xl/styles.xml"]).unwrap();
    let looks = styles.descendants().find(|n| n.tag_name().name() == "cellXfs").unwrap();
    let look = looks.children().filter(usvg::roxmltree::Node::is_element).nth(style).unwrap();
    look.attribute("quotePrefix") == Some("1")
}

#[test]
fn whatever_begins_a_formula_is_marked_as_text() {
    for start in ["=1", "+1", "-1", "@sum", "\t=1", "\r=1"] {
        assert!(is_marked(start), "{start:?}");
    }
    assert!(!is_marked("1 = 1") && !is_marked("Leeds"));
}

#[test]
fn published_numbers_keep_their_printed_decimals_in_every_table() {
    let of = |name: &str| rows(&hard::named(name), &View::default());
    let csv = String::from_utf8(to_csv(&of("a score below zero")).unwrap()).unwrap();
    assert!(csv.contains(",-0.30,exactly,") && csv.contains(",0.10,exactly,"), "{csv}");
    let json = String::from_utf8(to_json(&of("a score below zero")).unwrap()).unwrap();
    assert!(json.contains("\"before\": -0.30,") && json.contains("\"after\": 0.10,"), "{json}");
    let parsed: Vec<serde_json::Map<String, serde_json::Value>> = serde_json::from_str(&json).unwrap();
    assert_eq!((parsed.len(), parsed[0]["before"].as_f64()), (2, Some(-0.3)));
    let book = Book::open(of_table(&of("tiny rates"), None).unwrap());
    assert!(book.0["xl/styles.xml"].contains("formatCode=\"0.000\""), "{}", book.0["xl/styles.xml"]);
    assert!(book.cells(&book.sheet_names()[0]).values().any(|cell| *cell == Cell::Number(0.012)));
}

#[test]
fn the_chart_holds_before_and_after_in_the_order_of_the_figure() {
    let dataset = built_in();
    let two = View {
        councils: ["wolverhampton", "leeds"].map(CouncilId::new).into_iter().collect(),
        indicators: vec![IndicatorId::new("looked-after-children")].into(),
        ..View::default()
    };
    let figure = figure(&dataset, &two, FigureKind::Both).unwrap();
    let book = Book::of(&dataset, &figure);
    assert_eq!(book.sheet_names(), ["Figures", "Chart", "Chart data", "Notes"]);
    let Body::Rows(drawn) = &figure.body else { panic!("rows") };
    let labels: Vec<&str> = drawn.groups.iter().flat_map(|g| g.rows.iter().map(|r| r.label.as_str())).collect();
    let cells = book.cells("Chart data");
    for (at, label) in labels.iter().enumerate() {
        assert_eq!(cells[&format!("B{}", at + 6)], text(label));
    }
    assert_eq!((&cells["E5"], &cells["F5"], &cells["G5"]), (&text("Before"), &text("After"), &text("Change")));
    let [levels, changes] = book.charts()[..] else { panic!("a chart of levels and one of changes") };
    let last = labels.len() + 5;
    for range in ["$E$5", "$F$5", &format!("$E$6:$E${last}"), &format!("$F$6:$F${last}"), &format!("$A$6:$A${last}")] {
        assert!(levels.contains(&format!("<c:f>'Chart data'!{range}</c:f>")), "{range}");
    }
    assert!(levels.contains("<c:v>Before</c:v>") && levels.contains("<c:v>After</c:v>"));
    assert!(changes.contains(&format!("<c:f>'Chart data'!$G$6:$G${last}</c:f>")) && changes.contains("Change (%)"));
    // The values of Wolverhampton, the only place with both levels, and of nobody else.
    assert_eq!(levels.matches("<c:v>780</c:v>").count(), 1);
    assert!(changes.contains("−19.7% worked out"), "what is computed is marked as such");
}

#[test]
fn r4_a_bound_stands_on_its_bar_in_the_chart() {
    let dataset = mischief();
    let book = Book::of(&dataset, &figure_of(&dataset, None, FigureKind::Both));
    let [levels, changes] = book.charts()[..] else { panic!("two charts") };
    assert!(levels.contains("<a:t>over 780</a:t>"), "{levels}");
    assert!(changes.contains("<a:t>down over 60%</a:t>"), "{changes}");
    // A target is hatched (R9).
    assert!(changes.contains("wdUpDiag"), "{changes}");
}

#[test]
fn grades_get_a_sentence_and_no_chart() {
    let dataset = built_in();
    let book = Book::of(&dataset, &figure_of(&dataset, None, FigureKind::Rating));
    assert!(book.charts().is_empty());
    let cells = book.cells("Chart data");
    assert!(matches!(&cells["A3"], Cell::Text(words) if words.contains("steps on the scale")));
    assert!(cells.values().any(|cell| *cell == text("inadequate")));
}

#[test]
fn each_small_figure_has_its_own_chart_as_none_share_an_axis() {
    let dataset = built_in();
    let portsmouth = dataset.councils.iter().find(|c| c.name == "Portsmouth").unwrap().id.clone();
    let view = View { councils: vec![portsmouth].into(), ..View::default() };
    let figure = figure(&dataset, &view, FigureKind::Profile).unwrap();
    let book = Book::of(&dataset, &figure);
    let charts = book.charts();
    assert!(charts.len() > 2, "{}", charts.len());
    assert!(charts.iter().all(|chart| chart.matches("<c:ser>").count() == 1));
}

#[test]
fn the_notes_hold_every_rule_with_its_reason_and_omitted_row() {
    let dataset = built_in();
    let figure = figure_of(&dataset, Some("looked-after children"), FigureKind::Both);
    let book = Book::of(&dataset, &figure);
    let cells = book.cells("Notes");
    let all: Vec<&Cell> = cells.values().collect();
    assert!(all.contains(&&text(&figure.alt)) && all.contains(&&text(&figure.source)));
    for note in &figure.notes {
        assert!(all.contains(&&text(&note.text)) && all.contains(&&text(note.rule.why())), "{note:?}");
        assert!(all.contains(&&text(&format!("R{}: {}", note.rule.number(), note.rule.label()))));
    }
    assert!(!figure.left_out.is_empty());
    for left in &figure.left_out {
        assert!(all.contains(&&text(&left.name)) && all.contains(&&text(&left.reason)), "{left:?}");
    }
}

#[test]
fn the_same_figure_gives_the_same_bytes() {
    let dataset = built_in();
    for kind in FigureKind::ALL.into_iter().filter(|kind| !kind.needs_one_concept()) {
        let figure = figure_of(&dataset, None, kind);
        let rows = rows_of_figure(&dataset, &figure);
        assert_eq!(of_figure(&rows, &figure).unwrap(), of_figure(&rows, &figure).unwrap(), "{kind:?}");
        let date = &Book::of(&dataset, &figure).0["docProps/core.xml"];
        assert!(date.contains("2000-01-01T00:00:00Z"), "{date}");
    }
}

#[test]
fn an_empty_figure_is_a_workbook_that_says_why() {
    let figure = Figure {
        title: "=Nothing to draw".to_owned(),
        body: Body::Empty("Nothing is selected.".to_owned()),
        ..Figure::default()
    };
    let book = Book::open(of_figure(&[], &figure).unwrap());
    assert_eq!(book.sheet_names(), ["Figures", "Chart data", "Notes"]);
    assert_eq!(book.cells("Chart data")["A3"], text("Nothing is selected."));
    assert_eq!(book.cells("Figures").len(), COLUMNS.len(), "the headings are there");
}

#[test]
fn drawn_and_left_out_stand_as_rows_exactly_once() {
    let dataset = built_in();
    let figure = figure_of(&dataset, Some("looked-after children"), FigureKind::Both);
    let listed = rows_of_figure(&dataset, &figure);
    assert_eq!(listed.len(), figure.drawn().len() + figure.left_out.len());
}

#[test]
fn a_workbook_is_not_written_to_a_terminal_but_to_a_pipe() {
    let command = |words: &str| {
        let words = words.split(' ').map(std::ffi::OsString::from);
        let Invocation::Command(command) = parse(words).unwrap() else { panic!("a command") };
        command
    };
    let piped = command("sidebyside table --council Portsmouth --format xlsx");
    let stop = fits_terminal(&piped).unwrap_err();
    assert_eq!(stop.ending, ExitStatus::Misworded);
    assert!(stop.sentence.contains("--out"), "{}", stop.sentence);
    let mut out = Vec::new();
    run(&piped, &mut out, &mut Vec::new()).unwrap();
    assert!(!Book::open(out).cells("Figures").is_empty());
    assert!(fits_terminal(&command("sidebyside table --format xlsx --out a.xlsx")).is_ok());
    assert!(fits_terminal(&command("sidebyside table --format csv")).is_ok());
}

#[test]
fn every_part_of_a_workbook_is_well_formed_whatever_its_texts() {
    // Control characters, a line break of a slide, what XML forbids, and what ends an attribute.
    let hard = "A\u{b}ny\u{1}\u{fffe}\u{85} & \"<shire>\" ]]>\u{feff}";
    let mut dataset = built_in();
    for council in &mut dataset.councils {
        council.name = format!("{hard} {}", council.name);
    }
    for indicator in &mut dataset.indicators {
        indicator.name = format!("{} {hard}", indicator.name);
    }
    for programme in &mut dataset.programmes {
        programme.name.push_str(hard);
        for outcome in &mut programme.outcomes {
            outcome.notes.push(hard.to_owned());
        }
    }
    let mut books: Vec<(String, Book)> = FigureKind::ALL
        .into_iter()
        .map(|kind| {
            let concept = if kind == FigureKind::Rating { "Ofsted rating" } else { "looked-after children" };
            let concept = (kind.needs_one_concept() || kind == FigureKind::Rating).then_some(concept);
            let figure = figure_of(&dataset, concept, kind);
            (format!("{kind:?}"), Book::of(&dataset, &figure))
        })
        .collect();
    books.push(("table".to_owned(), Book::open(of_table(&rows(&dataset, &View::default()), Some(hard)).unwrap())));
    for (kind, book) in books {
        assert!(book.0.len() > 8, "{kind}");
        for (part, text) in &book.0 {
            assert!(Document::parse(text).is_ok(), "{kind}: {part}: {:?}", Document::parse(text).err());
        }
    }
}

#[test]
fn charts_of_levels_below_zero_do_not_begin_at_zero() {
    for kind in [FigureKind::Both, FigureKind::Dumbbell, FigureKind::Slope, FigureKind::Profile] {
        for (name, begins) in [("all below zero", false), ("money on both sides of zero", false), ("small rates", true)]
        {
            let dataset = hard::named(name);
            let book = Book::of(&dataset, &figure_of(&dataset, None, kind));
            let levels = book.charts()[0];
            assert_eq!(levels.contains("<c:min val=\"0\"/>"), begins, "{kind:?} of {name}");
        }
    }
}

#[test]
fn r4_a_range_has_both_ends_in_the_data_and_a_whisker() {
    let dataset = hard::named("ranges");
    let book = Book::of(&dataset, &figure_of(&dataset, None, FigureKind::Both));
    let cells = book.cells("Chart data");
    assert_eq!((&cells["N5"], &cells["P5"]), (&text("After, upper end"), &text("After, from lower to upper end")));
    let row = (6..20).find(|row| cells.get(&format!("J{row}")) == Some(&text("between 50 and 75"))).unwrap();
    let ends = ["F", "N", "P"].map(|column| cells[&format!("{column}{row}")].clone());
    assert_eq!(ends, [50.0, 75.0, 25.0].map(Cell::Number));
    assert!(book.charts()[0].contains("<c:errBars>") && book.charts()[0].contains("$P$6"), "{}", book.charts()[0]);
    // "Between 10 and 90" reaches farther than any value, and a spreadsheet lays its axis out by the values alone.
    assert!(book.charts()[0].contains("<c:max val=\"120\"/>"), "{}", book.charts()[0]);
    let Cell::Text(remark) = &cells[&format!("L{row}")] else { panic!("no remark") };
    assert!(remark.contains("between \u{2212}16.7% and +25.0% worked out"), "{remark}");
    assert!(!cells.contains_key(&format!("G{row}")), "no bar ends where nobody knows the change");
}

/// The series of a chart whose values stand in this column of its data, as written.
fn series_of<'a>(chart: &'a str, column: &str) -> &'a str {
    let values = format!("<c:val><c:numRef><c:f>'Chart data'!${column}$");
    chart.split("<c:ser>").find(|series| series.contains(&values)).unwrap_or_else(|| panic!("no {column} in {chart}"))
}

#[test]
fn r4_a_range_of_changes_has_a_whisker_to_its_far_end() {
    let dataset = hard::named("ranges");
    let book = Book::of(&dataset, &figure_of(&dataset, None, FigureKind::Both));
    let cells = book.cells("Chart data");
    let of = |words: &str| {
        let row = (6..20).find(|row| cells.get(&format!("K{row}")) == Some(&text(words))).unwrap();
        ["G", "H", "Q", "R"].map(|column| cells.get(&format!("{column}{row}")).cloned())
    };
    let number = |number: f64| Some(Cell::Number(number));
    assert_eq!(of("down between 33% and 67%"), [number(-33.0), number(-67.0), number(0.0), number(34.0)]);
    assert_eq!(of("up between 5% and 140%"), [number(5.0), number(140.0), number(135.0), number(0.0)]);
    let changes = book.charts()[1].clone();
    let bars = series_of(&changes, "G");
    assert!(bars.contains("<c:errBarType val=\"both\"/>") && bars.contains("$Q$6") && bars.contains("$R$6"), "{bars}");
    let book = Book::of(&dataset, &figure_of(&dataset, None, FigureKind::Profile));
    let bar = series_of(book.charts()[6], "D");
    assert!(bar.contains("<c:errBarType val=\"both\"/>") && bar.contains("$K$"), "a small figure likewise: {bar}");
    // F's computed change reaches from 50% to 300%, and the deepest fall is 100%.
    assert!(changes.contains("<c:min val=\"-150\"/>") && changes.contains("<c:max val=\"350\"/>"), "{changes}");
}

#[test]
fn r4_the_label_of_a_range_stands_beyond_its_whisker() {
    let dataset = hard::named("ranges");
    for (kind, chart, bars, ends, label) in [
        (FigureKind::Both, 0, "F", "N", "between 50 and 75"),
        (FigureKind::Both, 1, "G", "H", "down between 33% and 67%"),
        (FigureKind::Profile, 0, "D", "I", "between 50 and 75"),
        (FigureKind::Profile, 6, "D", "I", "down between 33% and 67%"),
    ] {
        let book = Book::of(&dataset, &figure_of(&dataset, None, kind));
        let [bars, ends] = [bars, ends].map(|column| series_of(book.charts()[chart], column));
        assert!(!bars.contains(label) && ends.contains(&format!("<a:t>{label}</a:t>")), "{kind:?}: {bars} {ends}");
        assert!(ends.contains("<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"), "nobody sees it: {ends}");
    }
}
