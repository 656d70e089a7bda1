//! The two lists beside the documents: what is left out and why, and which figures are printed in words.

/// A numeral or a grade that no outcome claims.
#[derive(Clone, Debug)]
pub struct LeftOutRow {
    /// The first letters of the document's file name.
    pub file: String,
    /// The line, from 1.
    pub line: u32,
    /// The token as printed.
    pub token: String,
    /// Why no outcome claims it.
    pub reason: String,
}

/// All that is left out.
#[derive(Clone, Debug, Default)]
pub struct LeftOut(Vec<LeftOutRow>);

impl LeftOut {
    pub fn parse(text: &str) -> Self {
        Self(
            rows(text, "file\tline\ttoken\treason")
                .map(|cells| match cells.as_slice() {
                    [file, line, token, reason] => LeftOutRow {
                        file: (*file).to_owned(),
                        line: line.parse().unwrap(),
                        token: (*token).to_owned(),
                        reason: (*reason).to_owned(),
                    },
                    other => panic!("a row has other cells than file, line, token and reason: {other:?}"),
                })
                .collect(),
        )
    }

    pub fn rows(&self) -> &[LeftOutRow] {
        &self.0
    }
}

/// A figure of an outcome that its document prints in words.
#[derive(Clone, Debug)]
pub struct InWordsRow {
    /// The outcome's id.
    pub outcome: String,
    /// The figure, or the number of a length.
    pub number: f64,
    /// The words on a line that the outcome cites.
    pub words: String,
}

/// All figures that are printed in words.
#[derive(Clone, Debug, Default)]
pub struct InWords(Vec<InWordsRow>);

impl InWords {
    pub fn parse(text: &str) -> Self {
        Self(
            rows(text, "outcome\tnumber\twords")
                .map(|cells| match cells.as_slice() {
                    [outcome, number, words] => InWordsRow {
                        outcome: (*outcome).to_owned(),
                        number: number.replace(',', "").parse().unwrap(),
                        words: (*words).to_owned(),
                    },
                    other => panic!("a row has other cells than outcome, number and words: {other:?}"),
                })
                .collect(),
        )
    }

    pub fn rows(&self) -> &[InWordsRow] {
        &self.0
    }
}

/// The cells of each row below the header.
pub fn rows<'a>(text: &'a str, header: &str) -> impl Iterator<Item = Vec<&'a str>> {
    let mut lines = text.lines();
    assert_eq!(lines.next(), Some(header));
    lines.filter(|line| !line.is_empty()).map(|line| line.split('\t').collect())
}
