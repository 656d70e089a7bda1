//! When two concepts, indicators or units are written differently and mean the same: without regard to capitals, accents,
//! punctuation, blanks, characters that nobody sees, and "&" for "and". Every word counts, and so do the signs of units, unlike in the names of councils.

/// The words of a text in one writing.
///
/// ```
/// use sidebyside::model::concept_key;
/// assert_eq!(concept_key("Looked-after  Children "), concept_key("looked after children"));
/// assert_ne!(concept_key("council tax"), concept_key("tax"));
/// ```
pub fn concept_key(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    for chr in text.chars().filter(|chr| !is_unseen(*chr)) {
        for chr in chr.to_lowercase() {
            match chr {
                '&' => key.push_str(" and "),
                '£' | '€' | '$' | '%' => {
                    key.push(' ');
                    key.push(chr);
                    key.push(' ');
                }
                '\'' | '\u{2019}' | '.' => {}
                _ if chr.is_alphanumeric() => key.push_str(plain(chr).encode_utf8(&mut [0; 4])),
                _ => key.push(' '),
            }
        }
    }
    key.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Accents on their own, soft hyphens, and marks of width nothing.
fn is_unseen(chr: char) -> bool {
    matches!(chr, '\u{ad}' | '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}

/// The letter without its accent.
fn plain(chr: char) -> char {
    match chr {
        'à'..='å' | 'ā' | 'ă' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'è'..='ë' | 'ē' | 'ė' | 'ę' => 'e',
        'ì'..='ï' | 'ī' => 'i',
        'ñ' | 'ń' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => 'o',
        'ù'..='ü' | 'ū' | 'ű' => 'u',
        'ý' | 'ÿ' | 'ŷ' => 'y',
        'ŵ' => 'w',
        'š' | 'ś' => 's',
        'ž' | 'ź' | 'ż' => 'z',
        _ => chr,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r2_a_concept_is_one_however_it_is_written() {
        for text in [
            "looked-after children",
            "Looked-after Children ",
            "LOOKED AFTER CHILDREN",
            " looked\u{a0}after  children",
            "looked\u{2011}after children",
            "looked-after chi\u{ad}ldren\u{200b}",
            "loo\u{301}ked-after children",
            "lóoked after children.",
        ] {
            assert_eq!(concept_key(text), "looked after children", "{text}");
        }
        assert_eq!(concept_key("Health & care"), concept_key("health and care"));
        assert_eq!(concept_key("£per week"), concept_key("£ per Week"));
        assert_ne!(concept_key("£"), concept_key("%"));
        assert_ne!(concept_key("children in need"), concept_key("children in care"));
    }
}
