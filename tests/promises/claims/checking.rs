//! Holds a dataset and its documents together, in both directions.

use std::collections::{BTreeMap, BTreeSet};

use sidebyside::model::{Dataset, Outcome};

use super::lists::{InWords, InWordsRow, LeftOut};
use super::outcome::{Claim, length, period_tokens, years};
use super::printed::{Printed, PrintedLine, short};
use super::token::{Token, grades};

/// What the outcomes that cite one line claim.
#[derive(Default)]
struct Claimed {
    figures: Vec<f64>,
    periods: BTreeSet<String>,
    grades: BTreeSet<String>,
}

impl Claimed {
    fn holds(&self, token: &Token) -> bool {
        match token {
            Token::Grade(grade) => self.grades.contains(&grade.to_lowercase()),
            Token::Numeral(text, values) => {
                values.iter().any(|value| self.figures.iter().any(|figure| same(*value, *figure)))
                    || self.periods.contains(text)
            }
        }
    }
}

/// Everything in which the dataset and what the documents print differ, and every row of the lists that is not needed.
pub fn faults(dataset: &Dataset, printed: &Printed, left_out: &LeftOut, in_words: &InWords) -> Vec<String> {
    let mut faults = unclaimed(dataset, printed, left_out);
    let mut needed = BTreeSet::new();
    for located in dataset.outcomes() {
        faults.extend(unfounded(dataset, located.outcome, printed, in_words, &mut needed));
    }
    for (index, row) in in_words.rows().iter().enumerate() {
        if !needed.contains(&index) {
            faults.push(format!("in_words.tsv: a row that is not needed: {row:?}"));
        }
    }
    faults
}

/// The numerals and grades that no outcome claims and no row leaves out, and the rows that are not needed.
fn unclaimed(dataset: &Dataset, printed: &Printed, left_out: &LeftOut) -> Vec<String> {
    let claimed = claimed(dataset);
    let mut needed = BTreeSet::new();
    let mut faults = Vec::new();
    for (at, printed) in &printed.0 {
        let (file, line) = at;
        for token in &printed.tokens {
            if claimed.get(at).is_some_and(|claim| claim.holds(token)) {
                continue;
            }
            let row = left_out
                .rows()
                .iter()
                .position(|row| row.file == *file && row.line == *line && row.token == token.text());
            match row {
                Some(row) => {
                    needed.insert(row);
                }
                None => faults.push(format!("{file}:{line}: nobody claims \"{}\"", token.text())),
            }
        }
    }
    for (index, row) in left_out.rows().iter().enumerate() {
        if !needed.contains(&index) {
            faults.push(format!("left_out.tsv: a row that is not needed: {row:?}"));
        }
    }
    faults
}

fn claimed(dataset: &Dataset) -> BTreeMap<(String, u32), Claimed> {
    let mut claimed: BTreeMap<(String, u32), Claimed> = BTreeMap::new();
    for located in dataset.outcomes() {
        let claim = Claim::of(located.outcome);
        for line in cited(dataset, located.outcome) {
            let of_line = claimed.entry(line).or_default();
            of_line.figures.extend(&claim.figures);
            of_line.periods.extend(claim.periods.iter().flat_map(period_tokens));
            of_line.grades.extend(claim.grades.iter().flat_map(|grade| grades(&grade.to_lowercase())));
        }
    }
    claimed
}

/// The lines that an outcome cites, as [`Printed`] names them.
pub fn cited(dataset: &Dataset, outcome: &Outcome) -> Vec<(String, u32)> {
    let references = outcome.sources.iter().filter_map(|reference| {
        let file = short(dataset.source(&reference.source)?.file.as_deref()?);
        Some(reference.lines.iter().map(move |&line| (file.to_owned(), line)))
    });
    references.flatten().collect()
}

/// What an outcome claims and none of its lines says.
fn unfounded(
    dataset: &Dataset,
    outcome: &Outcome,
    printed: &Printed,
    in_words: &InWords,
    needed: &mut BTreeSet<usize>,
) -> Vec<String> {
    let id = outcome.id.as_str();
    let mut faults = Vec::new();
    let mut lines: Vec<&PrintedLine> = Vec::new();
    for at in cited(dataset, outcome) {
        match printed.0.get(&at) {
            Some(line) => lines.push(line),
            None => faults.push(format!("{id}: there is nothing on {}:{}", at.0, at.1)),
        }
    }
    let printed: Vec<&Token> = lines.iter().flat_map(|line| &line.tokens).collect();
    let prints_value = |figure: f64| {
        printed
            .iter()
            .any(|token| matches!(token, Token::Numeral(_, values) if values.iter().any(|value| same(*value, figure))))
    };
    let prints_word = |word: &str| {
        printed.iter().any(|token| match token {
            Token::Numeral(text, _) => text == word || text.split('/').any(|part| part == word),
            Token::Grade(_) => false,
        })
    };
    let mut in_words_of = |number: f64| -> Option<&InWordsRow> {
        let of_number = |row: &&InWordsRow| row.outcome == id && same(row.number, number);
        let row = in_words.rows().iter().find(of_number)?;
        needed.extend(in_words.rows().iter().position(|other| std::ptr::eq(other, row)));
        Some(row)
    };
    let says = |row: &InWordsRow| lines.iter().any(|line| line.words.contains(&row.words));

    let claim = Claim::of(outcome);
    for &figure in &claim.figures {
        match in_words_of(figure) {
            Some(row) if !says(row) => faults.push(format!("{id}: its lines do not say \"{}\"", row.words)),
            None if !prints_value(figure) => faults.push(format!("{id}: {figure} stands on none of its lines")),
            _ => {}
        }
    }
    for word in claim.grades.iter().flat_map(|grade| grades(grade)) {
        let is_printed = |token: &&Token| matches!(token, Token::Grade(grade) if grade.eq_ignore_ascii_case(&word));
        if !printed.iter().any(is_printed) {
            faults.push(format!("{id}: the grade \"{word}\" stands on none of its lines"));
        }
    }
    for period in claim.periods.iter().filter(|period| !period.implied) {
        for year in years(period) {
            if !prints_word(&year) {
                faults.push(format!("{id}: \"{year}\" of \"{period}\" stands on none of its lines"));
            }
        }
        let Some(count) = length(period) else { continue };
        if prints_word(&count.to_string()) {
            continue;
        }
        match in_words_of(f64::from(count)) {
            Some(row) if says(row) => {}
            Some(row) => faults.push(format!("{id}: its lines do not say \"{}\"", row.words)),
            None => faults.push(format!("{id}: the length \"{period}\" stands on none of its lines")),
        }
    }
    faults
}

fn same(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-9 * b.abs().max(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claims::Documents;

    const DATASET: &str = r#"(format: 1, title: "T", licence: "CC0-1.0",
        sources: [(id: "s", title: "S", file: Some("000_report.txt"))],
        councils: [(id: "a", name: "Anyshire", kind: county, nation: england)],
        indicators: [
            (id: "i", name: "Enquiries", concept: "enquiries", topic: "T", unit: "enquiries", measure: flow),
            (id: "r", name: "Ofsted", concept: "Ofsted", topic: "T", unit: "grade", measure: rating),
        ],
        programmes: [],
        context: [
            (id: "enquiries", places: ["a"], indicator: "i", sources: [(source: "s", lines: [1, 2])],
                published: pair(before: (52, "2016"), after: (9, "6 months to 2017"))),
            (id: "ofsted", places: ["a"], indicator: "r", sources: [(source: "s", lines: [3])],
                published: grade((grade: "good", date: "2017"))),
        ])"#;
    const REPORT: &str = "52 enquiries in 2016 on page 7\nand nine in the 6 months to 2017\nOfsted said good in 2017";

    fn found(dataset: &str, report: &str, left_out: &str, in_words: &str) -> Vec<String> {
        let dataset = sidebyside::dataset::load_text(dataset).unwrap().dataset;
        let documents = Documents::from([("000_report.txt".to_owned(), report.lines().map(str::to_owned).collect())]);
        let left_out = LeftOut::parse(&format!("file\tline\ttoken\treason\n{left_out}"));
        let in_words = InWords::parse(&format!("outcome\tnumber\twords\n{in_words}"));
        let printed = Printed::of(&dataset, &documents, &in_words);
        assert_eq!(Printed::parse(&printed.to_text()), printed, "what is kept is what was read");
        faults(&dataset, &printed, &left_out, &in_words)
    }

    const LEFT_OUT: &str = "000\t1\t7\ta page number\n";
    const IN_WORDS: &str = "enquiries\t9\tnine in\n";

    #[test]
    fn what_agrees_has_no_fault() {
        assert_eq!(found(DATASET, REPORT, LEFT_OUT, IN_WORDS), [""; 0]);
    }

    #[test]
    fn every_way_to_differ_is_a_fault() {
        let dataset = |from: &str, to: &str| found(&DATASET.replace(from, to), REPORT, LEFT_OUT, IN_WORDS);
        let report = |from: &str, to: &str| found(DATASET, &REPORT.replace(from, to), LEFT_OUT, IN_WORDS);
        for (what, faults, expected) in [
            ("a figure nobody claims", report("on page 7", "on page 7, 31 calls"), "nobody claims \"31\""),
            (
                "a grade nobody claims",
                report("said good", "said good, once inadequate"),
                "nobody claims \"inadequate\"",
            ),
            ("a row nobody needs", report("on page 7", ""), "left_out.tsv: a row that is not needed"),
            ("a figure on no line", dataset("(52,", "(53,"), "enquiries: 53 stands on none"),
            ("words on no line", report("nine in", "some in"), "do not say \"nine in\""),
            ("words nobody needs", dataset("(9,", "(6,"), "in_words.tsv: a row that is not needed"),
            ("a year on no line", dataset("\"2016\"", "\"2015\""), "\"2015\" of \"2015\" stands on none"),
            ("a length on no line", dataset("6 months to", "8 months to"), "the length \"8 months to 2017\""),
            (
                "a grade on no line",
                dataset("grade: \"good\"", "grade: \"inadequate\""),
                "\"inadequate\" stands on none",
            ),
            ("a line that is empty", dataset("[1, 2]", "[1, 2, 4]"), "nothing on 000:4"),
        ] {
            assert!(faults.iter().any(|fault| fault.contains(expected)), "{what}: {faults:?}");
        }
    }
}
