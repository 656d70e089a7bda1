//! How the edit of a field is told, by what the field is called.

use crate::say;

/// The label of an edit of a field such as `published.after[0]` of a part, by the field's own words or by those of what holds it.
pub(super) fn change_label(field: &str, part: &str) -> String {
    let dotted = field.replace('[', ".").replace(']', "");
    let mut name = dotted.as_str();
    loop {
        if let Some(label) = label(name, part) {
            return label;
        }
        match name.rsplit_once('.') {
            Some((holder, _)) => name = holder,
            None => return say!("edits-change", part = part),
        }
    }
}

/// The label for a field as findings write it, without indices; `None` where there are no words for it.
fn label(name: &str, part: &str) -> Option<String> {
    Some(match name {
        "title" => say!("edits-change-title", part = part),
        "licence" => say!("edits-change-licence", part = part),
        "summary" => say!("edits-change-summary", part = part),
        "id" => say!("edits-change-id", part = part),
        "publisher" => say!("edits-change-publisher", part = part),
        "published" => say!("edits-change-figures", part = part),
        "file" => say!("edits-change-file-name", part = part),
        "note" => say!("edits-change-note", part = part),
        "name" => say!("edits-change-name", part = part),
        "aliases" => say!("edits-change-other-names", part = part),
        "kind" => say!("edits-change-kind", part = part),
        "region" => say!("edits-change-region", part = part),
        "nation" => say!("edits-change-nation", part = part),
        "gss" => say!("edits-change-gss-code", part = part),
        "from" => say!("edits-change-beginning", part = part),
        "until" => say!("edits-change-end", part = part),
        "successors" => say!("edits-change-successors", part = part),
        "members" => say!("edits-change-members", part = part),
        "concept" => say!("edits-change-concept", part = part),
        "topic" => say!("edits-change-topic", part = part),
        "unit" => say!("edits-change-unit", part = part),
        "measure" => say!("edits-change-measure", part = part),
        "polarity" => say!("edits-change-polarity", part = part),
        "definition" => say!("edits-change-definition", part = part),
        "statistic" => say!("edits-change-series", part = part),
        "places" => say!("edits-change-places", part = part),
        "dates" => say!("edits-change-dates", part = part),
        "claims" => say!("edits-change-claims", part = part),
        "sources" => say!("edits-change-sources", part = part),
        "indicator" => say!("edits-change-indicator", part = part),
        "counted" | "counted.who" => say!("edits-change-people-counted", part = part),
        "counted.group" => say!("edits-change-group-counted", part = part),
        "counted.before" => say!("edits-change-number-counted-before", part = part),
        "counted.after" => say!("edits-change-number-counted-after", part = part),
        "role" => say!("edits-change-role", part = part),
        "attribution" => say!("edits-change-attribution", part = part),
        "benchmark" => say!("edits-change-benchmark", part = part),
        "compared_with" => say!("edits-change-comparison", part = part),
        "facts" => say!("edits-change-facts-about-uncertainty", part = part),
        "overlaps" => say!("edits-change-overlaps", part = part),
        "disagrees_with" => say!("edits-change-disagreements", part = part),
        "notes" => say!("edits-change-notes", part = part),
        "published.before" | "published.before.0" => say!("edits-change-level-before", part = part),
        "published.before.1" => say!("edits-change-period-before", part = part),
        "published.after" | "published.after.0" => say!("edits-change-level-after", part = part),
        "published.after.1" => say!("edits-change-period-after", part = part),
        "published.stated" => say!("edits-change-stated-change", part = part),
        "published.over" | "published.period" => say!("edits-change-period", part = part),
        "published.level" => say!("edits-change-level", part = part),
        "published.count" => say!("edits-change-count", part = part),
        "published.of" => say!("edits-change-whole", part = part),
        "published.share" => say!("edits-change-share", part = part),
        "published.points" => say!("edits-change-points", part = part),
        "published.start" => say!("edits-change-start", part = part),
        "benchmark.over" => say!("edits-change-period-of-the-benchmark", part = part),
        _ => return None,
    })
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
            let label = words.map_or("Change Leeds".to_owned(), |words| format!("Change the {words} of Leeds"));
            assert_eq!(change_label(field, "Leeds"), label, "{field}");
        }
    }
}
