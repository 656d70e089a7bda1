//! What fields are called in the labels of edits.

/// Fields as findings write them, without indices, and their words.
const FIELDS: [(&str, &str); 58] = [
    ("title", "title"),
    ("licence", "licence"),
    ("summary", "summary"),
    ("id", "id"),
    ("publisher", "publisher"),
    ("published", "figures"),
    ("file", "file name"),
    ("note", "note"),
    ("name", "name"),
    ("aliases", "other names"),
    ("kind", "kind"),
    ("region", "region"),
    ("nation", "nation"),
    ("gss", "GSS code"),
    ("from", "beginning"),
    ("until", "end"),
    ("successors", "successors"),
    ("members", "members"),
    ("concept", "concept"),
    ("topic", "topic"),
    ("unit", "unit"),
    ("measure", "measure"),
    ("polarity", "polarity"),
    ("definition", "definition"),
    ("places", "places"),
    ("dates", "dates"),
    ("claims", "claims"),
    ("sources", "sources"),
    ("indicator", "indicator"),
    ("counted", "people counted"),
    ("counted.group", "group counted"),
    ("counted.who", "people counted"),
    ("counted.before", "number counted before"),
    ("counted.after", "number counted after"),
    ("role", "role"),
    ("attribution", "attribution"),
    ("benchmark", "benchmark"),
    ("compared_with", "comparison"),
    ("facts", "facts about uncertainty"),
    ("overlaps", "overlaps"),
    ("disagrees_with", "disagreements"),
    ("notes", "notes"),
    ("published.before", "level before"),
    ("published.before.0", "level before"),
    ("published.before.1", "period before"),
    ("published.after", "level after"),
    ("published.after.0", "level after"),
    ("published.after.1", "period after"),
    ("published.stated", "stated change"),
    ("published.over", "period"),
    ("published.level", "level"),
    ("published.count", "count"),
    ("published.of", "whole"),
    ("published.share", "share"),
    ("published.period", "period"),
    ("published.points", "points"),
    ("published.start", "start"),
    ("benchmark.over", "period of the benchmark"),
];

/// The words of a field such as `published.after[0]`; `None` where there are none for it or for what holds it.
pub(super) fn field_words(field: &str) -> Option<&'static str> {
    let dotted = field.replace('[', ".").replace(']', "");
    let mut name = dotted.as_str();
    loop {
        if let Some((_, words)) = FIELDS.iter().find(|(known, _)| *known == name) {
            return Some(words);
        }
        name = name.rsplit_once('.')?.0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_called_by_its_own_words_or_by_those_of_its_holder() {
        for (field, words) in [
            ("published.after[0]", Some("level after")),
            ("published.after[1]", Some("period after")),
            ("published.points[3][1]", Some("points")),
            ("published", Some("figures")),
            ("places[2]", Some("places")),
            ("title", Some("title")),
            ("", None),
            ("nothing", None),
        ] {
            assert_eq!(field_words(field), words, "{field}");
        }
    }
}
