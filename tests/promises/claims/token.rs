//! Numerals and words of grades in a line of text.

/// Words of Ofsted's grades, the longer ones first.
const GRADES: [&str; 5] = ["requires improvement", "outstanding", "inadequate", "adequate", "good"];

/// Words that multiply the number before them.
const MULTIPLIERS: [(&str, f64); 6] =
    [("million", 1e6), ("thousand", 1e3), ("billion", 1e9), ("bn", 1e9), ("m", 1e6), ("k", 1e3)];

/// A numeral or a grade in a text.
#[derive(Clone, Debug, PartialEq)]
pub enum Token {
    /// A numeral as printed, and the values it may stand for: 1.8 and 1,800,000 for "1.8 million". None for "2016/17" and for
    /// the mark of a footnote.
    Numeral(String, Vec<f64>),
    /// A grade as printed.
    Grade(String),
}

impl Token {
    /// As printed.
    pub fn text(&self) -> &str {
        match self {
            Self::Numeral(text, _) | Self::Grade(text) => text,
        }
    }
}

/// The numerals of a line, then its grades, each in order.
pub fn tokens(line: &str) -> Vec<Token> {
    let mut found = numerals(line);
    found.extend(grades(line).into_iter().map(Token::Grade));
    found
}

/// The words of grades in a text, as printed.
pub fn grades(text: &str) -> Vec<String> {
    let letters: Vec<char> = text.chars().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        let starts = at == 0 || !is_word(letters[at - 1]);
        let grade = GRADES.into_iter().find(|grade| {
            let end = at + grade.len();
            starts
                && end <= letters.len()
                && letters[at..end].iter().collect::<String>().eq_ignore_ascii_case(grade)
                && letters.get(end).is_none_or(|&next| !is_word(next))
        });
        match grade {
            Some(grade) => {
                found.push(letters[at..at + grade.len()].iter().collect());
                at += grade.len();
            }
            None => at += 1,
        }
    }
    found
}

fn numerals(line: &str) -> Vec<Token> {
    let letters: Vec<char> = line.chars().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        let start = at;
        if is_superscript(letters[at]) {
            while at < letters.len() && is_superscript(letters[at]) {
                at += 1;
            }
            found.push(Token::Numeral(letters[start..at].iter().collect(), Vec::new()));
        } else if letters[at].is_ascii_digit() {
            while at < letters.len()
                && (letters[at].is_ascii_digit()
                    || (matches!(letters[at], '.' | ',' | '/')
                        && letters.get(at + 1).is_some_and(char::is_ascii_digit)))
            {
                at += 1;
            }
            let text: String = letters[start..at].iter().collect();
            let values = values(&text, &letters[at..]);
            found.push(Token::Numeral(text, values));
        } else {
            at += 1;
        }
    }
    found
}

/// The plain value, and the one that the word behind it makes.
fn values(text: &str, rest: &[char]) -> Vec<f64> {
    let plain = text.replace(',', "");
    if plain.matches('.').count() > 1 || plain.contains('/') {
        return Vec::new();
    }
    let value: f64 = plain.parse().unwrap();
    let word: String = rest.iter().skip_while(|c| c.is_whitespace()).take_while(|c| is_word(**c)).collect();
    let by = MULTIPLIERS.into_iter().find(|(known, _)| word.eq_ignore_ascii_case(known));
    [Some(value), by.map(|(_, by)| value * by)].into_iter().flatten().collect()
}

fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

fn is_superscript(letter: char) -> bool {
    matches!(letter, '\u{2070}' | '\u{b9}' | '\u{b2}' | '\u{b3}' | '\u{2074}'..='\u{2079}')
}

#[test]
fn numerals_and_grades_are_found_as_printed() {
    let numeral = |text: &str, values: &[f64]| Token::Numeral(text.to_owned(), values.to_vec());
    let grade = |text: &str| Token::Grade(text.to_owned());
    for (line, expected) in [
        ("fell to £1.8m, 2016/17.", vec![numeral("1.8", &[1.8, 1_800_000.0]), numeral("2016/17", &[])]),
        ("1,234 of 44 more", vec![numeral("1,234", &[1234.0]), numeral("44", &[44.0])]),
        ("20 Million, by 2017.²", vec![numeral("20", &[20.0, 2e7]), numeral("2017", &[2017.0]), numeral("²", &[])]),
        ("from inadequate to Good", vec![grade("inadequate"), grade("Good")]),
        ("Requires improvement; goods, adequately", vec![grade("Requires improvement")]),
        ("Up2U", vec![numeral("2", &[2.0])]),
        ("", vec![]),
    ] {
        assert_eq!(tokens(line), expected, "{line}");
    }
}
