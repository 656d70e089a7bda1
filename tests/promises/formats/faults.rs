//! Every fault is told with its line, its column, its field and its fix.

use sidebyside::dataset::load_text;

use super::datasets;

/// Each file of tests/data/invalid, and all that is told of it.
const FAULTS: &[(&str, &[&str])] = &[
    (
        "absent-council",
        &[
            r#"21:22: error: programmes[0].places[0]: there is no council with the id "anyshite"; did you mean "anyshire"? Otherwise add it to `councils`"#,
        ],
    ),
    (
        "absent-disagreement",
        &[
            r#"40:30: error: context[0].disagrees_with[0]: there is no outcome with the id "arrests"; add it to the outcomes, or name one that is there"#,
        ],
    ),
    (
        "absent-indicator",
        &[
            r#"36:24: error: context[0].indicator: there is no indicator with the id "applications"; add it to `indicators`, or name one that is there"#,
        ],
    ),
    (
        "absent-member",
        &[
            r#"11:68: error: councils[1].members[1]: there is no council with the id "newshire"; add it to `councils`, or name one that is there"#,
        ],
    ),
    (
        "absent-overlap",
        &[
            r#"40:24: error: context[0].overlaps[0]: there is no outcome with the id "arrests"; add it to the outcomes, or name one that is there"#,
        ],
    ),
    (
        "absent-source",
        &[
            r#"40:32: error: context[0].sources[0].source: there is no source with the id "poster"; add it to `sources`, or name one that is there"#,
        ],
    ),
    (
        "absent-successor",
        &[
            r#"11:59: error: councils[1].successors[0]: there is no council with the id "newshire"; add it to `councils`, or name one that is there"#,
        ],
    ),
    (
        "benchmark-without-percent",
        &[r#"40:65: error: context[0].benchmark.is[0]: "8.6" is not a change in per cent; write it like "8.6%""#],
    ),
    (
        "change-unreadable",
        &[
            r#"39:40: error: context[0].published.stated[0]: a change begins with "fell" or "rose", like "fell 15.5%" or "rose over 150%"; this is "10%""#,
        ],
    ),
    (
        "change-without-change",
        &[
            r#"39:39: error: context[0].published.stated: a change without any stated change; write `stated: ["fell 12%"]`, or publish a single level or a direction"#,
        ],
    ),
    (
        "context-without-places",
        &[
            r#"34:9: error: context[0].places: the outcome has no places; write `places: ["…"]`: a figure of no programme has no other place to go by"#,
        ],
    ),
    (
        "count-negative",
        &[
            "27:67: error: programmes[0].outcomes[0].published.after[0]: a count can't be below zero, and this is -60; write the level itself; a fall belongs in a change",
        ],
    ),
    (
        "date-unreadable",
        &[
            r#"11:53: error: councils[1].until: "since 2021" is not a date; write one like "2021-03-31", "2021-03" or "2021""#,
        ],
    ),
    ("field-twice", &["20:31: error: programmes[0]: the field `name` is written twice; keep one of the two"]),
    (
        "grade-empty",
        &[r#"39:47: error: context[0].published.before.grade: the grade is empty; write it as printed, like "good""#],
    ),
    (
        "gss-malformed",
        &[
            r#"10:80: error: councils[0].gss: "E1000009" is not a GSS code; write a capital letter and eight digits, like "E10000099", or leave `gss` out"#,
        ],
    ),
    (
        "id-empty",
        &[r#"19:17: error: programmes[0].id: the id of this programme is empty; write a short one like "anyshire""#],
    ),
    (
        "id-other-characters",
        &[
            r#"19:17: error: programmes[0].id: the id "The Campaign" has other characters than small letters, digits and hyphens; write it like "the-campaign""#,
        ],
    ),
    (
        "id-twice-council",
        &[
            r#"11:14: error: councils[1].id: the id "anyshire" already stands at councils[0].id; give this council an id of its own"#,
        ],
    ),
    (
        "id-twice-indicator",
        &[
            r#"15:14: error: indicators[1].id: the id "enquiries" already stands at indicators[0].id; give this indicator an id of its own"#,
        ],
    ),
    (
        "id-twice-outcome",
        &[
            r#"35:17: error: context[0].id: the id "more-enquiries" already stands at programmes[0].outcomes[0].id; give this outcome an id of its own"#,
        ],
    ),
    (
        "id-twice-programme",
        &[
            r#"20:17: error: programmes[1].id: the id "campaign" already stands at programmes[0].id; give this programme an id of its own"#,
        ],
    ),
    (
        "id-twice-source",
        &[
            r#"7:14: error: sources[1].id: the id "report" already stands at sources[0].id; give this source an id of its own"#,
        ],
    ),
    (
        "line-zero",
        &["28:57: error: programmes[0].outcomes[0].sources[0].lines: there is no line 0; count lines from 1"],
    ),
    (
        "missing-comma",
        &[
            "21:13: error: programmes[0]: a comma should stand here; look here and just before for a missing comma, quote or bracket",
        ],
    ),
    (
        "missing-field",
        &["18:9: error: programmes[0]: the field `name` is missing; write `name: …` between these brackets"],
    ),
    (
        "name-empty",
        &[
            "7:32: error: sources[1].title: the title of the source is empty; write it out",
            "10:32: error: councils[0].name: the name of the council is empty; write it out",
            "20:19: error: programmes[0].name: the name of the programme is empty; write it out",
        ],
    ),
    ("named-bracket", &["7:9: error: sources[1]: the word `Source` can't stand here; write its brackets ( ) alone"]),
    (
        "newer-version",
        &[
            "2:13: error: format: the file is written in format version 3, and this application reads up to version 2; open it with a newer version of Side by Side",
        ],
    ),
    (
        "no-some",
        &[
            "10:80: error: councils[0].gss: a field that may be empty is not written so; write Some(…) around its value, or None",
        ],
    ),
    ("no-version", &["1:1: error: the field `format` is missing; write `format: …` between these brackets"]),
    (
        "number-ends-reversed",
        &[
            r#"27:46: error: programmes[0].outcomes[0].published.before[0]: "between" needs the lower number first: "between 45 and 40"; put the lower number first"#,
        ],
    ),
    (
        "number-infinite",
        &[
            r#"27:67: error: programmes[0].outcomes[0].published.after[0]: a number must be finite, and "-inf" is not; leave the outcome out or give the published figure"#,
        ],
    ),
    (
        "number-is-a-list",
        &[
            r#"27:46: error: programmes[0].outcomes[0].published.before[0]: here should be a number like 52, or a text like "over 60", and there is a sequence; write it as data/README.md shows"#,
        ],
    ),
    (
        "number-nan",
        &[
            r#"27:46: error: programmes[0].outcomes[0].published.before[0]: a number must be finite, and "NaN" is not; leave the outcome out or give the published figure"#,
        ],
    ),
    (
        "number-nan-text",
        &[
            r#"27:46: error: programmes[0].outcomes[0].published.before[0]: a number must be finite, and "NaN" is not; leave the outcome out or give the published figure"#,
        ],
    ),
    (
        "number-too-long",
        &[
            r#"27:46: error: programmes[0].outcomes[0].published.before[0]: a number may have at most 15 digits, and "12345678901234567890…" has 32; check it against the source, or write it in a larger unit, such as thousands"#,
        ],
    ),
    (
        "number-unreadable",
        &[
            r#"27:46: error: programmes[0].outcomes[0].published.before[0]: "forty" is not a number; write one like 52, "over 60" or "between 33 and 67""#,
        ],
    ),
    (
        "numbers-with-grades",
        &[
            r#"39:24: error: context[0].published: "Enquiries" is not a rating, and a grade holds grades; write `measure: rating` at the indicator, or publish figures"#,
        ],
    ),
    ("open-comment", &["33:8: error: a comment is not closed; write */ at its end"]),
    (
        "open-quote",
        &[
            "21:23: error: programmes[0][0]: a comma should stand here; look here and just before for a missing comma, quote or bracket",
        ],
    ),
    (
        "outcome-without-sources",
        &[
            r#"24:17: error: programmes[0].outcomes[0].sources: the outcome has no sources; write where it is written: `sources: [(source: "…", at: "page 12")]`"#,
        ],
    ),
    (
        "overlap-with-itself",
        &["40:24: error: context[0].overlaps[0]: the outcome names itself; name the other outcome, or leave it out"],
    ),
    (
        "part-more-than-all",
        &["39:36: error: context[0].published.count: 45 of 44 is more than all; check which number is the whole"],
    ),
    (
        "part-of-nothing",
        &[
            "39:24: error: context[0].published: a part without a count or a share; write `count: Some(28), of: Some(44)`, or `share: Some(64)`",
        ],
    ),
    (
        "people-negative",
        &[
            "40:64: error: context[0].counted.after: a number of people or cases can't be below zero, and this is -1; write the level itself; a fall belongs in a change",
        ],
    ),
    (
        "period-end-before-start",
        &[
            r#"27:50: error: programmes[0].outcomes[0].published.before[1]: the period "2016-12/2016-01" ends before it starts; put the earlier date first"#,
        ],
    ),
    (
        "period-unreadable",
        &[
            r#"27:50: error: programmes[0].outcomes[0].published.before[1]: "last year" is not a period; write one like "2017", "2016/17", "2017-04/2017-09", "since 2011", "18 months" or "not stated""#,
        ],
    ),
    (
        "programme-without-places",
        &[
            r#"18:9: error: programmes[0].places: the programme has no places; write `places: ["…"]` with the ids of its councils"#,
        ],
    ),
    (
        "rating-with-numbers",
        &[
            r#"27:32: error: programmes[0].outcomes[0].published: "Inspection" is a rating, and a pair holds numbers; write `rating(…)` or `grade(…)`, or change the indicator's measure"#,
        ],
    ),
    (
        "series-empty",
        &[
            r#"39:39: error: context[0].published.points: a series without any points; write `points: [("2015", 344), …]`"#,
        ],
    ),
    (
        "series-out-of-order",
        &[
            "39:53: error: context[0].published.points[1]: the point 2016 stands after 2017; put the points in order of time",
        ],
    ),
    (
        "several",
        &[
            r#"10:80: error: councils[0].gss: "10000099" is not a GSS code; write a capital letter and eight digits, like "E10000099", or leave `gss` out"#,
            r#"19:17: error: programmes[0].id: the id "Campaign" has other characters than small letters, digits and hyphens; write it like "campaign""#,
            r#"27:46: error: programmes[0].outcomes[0].published.before[0]: "forty" is not a number; write one like 52, "over 60" or "between 33 and 67""#,
            r#"27:55: error: programmes[0].outcomes[0].published.before[1]: "soon" is not a period; write one like "2017", "2016/17", "2017-04/2017-09", "since 2011", "18 months" or "not stated""#,
            r#"37:22: error: context[0].places[0]: there is no council with the id "nowhere"; add it to `councils`, or name one that is there"#,
        ],
    ),
    (
        "share-over-hundred",
        &[
            "39:36: error: context[0].published.share: a share of 140 per cent is not between 0 and 100; write the share of the whole in per cent",
        ],
    ),
    (
        "trailing-text",
        &["44:1: error: something follows after the end of the dataset; remove it, or look for a bracket too many"],
    ),
    (
        "unknown-field",
        &[
            "20:13: error: programmes[0]: there is no field `nmae` here; did you mean `name`? The fields are `id`, `name`, `places`, `topic`, `dates`, `summary`, `claims`, `sources` or `outcomes`",
        ],
    ),
    (
        "unknown-form",
        &[
            "39:24: error: context[0].published: `both` is not a word that can stand here; write `pair`, `change`, `direction`, `rating`, `part`, `single`, `grade` or `series`",
        ],
    ),
    (
        "unknown-reason",
        &[
            "39:75: error: context[0].published.points[1][1]: `lost` is not a word that can stand here; write `not_published`, `suppressed`, `not_applicable`, `rounds_to_zero` or `low_reliability`",
        ],
    ),
    (
        "unknown-word",
        &[
            "14:116: error: indicators[0].measure: `flows` is not a word that can stand here; write `flow`, `stock`, `rate`, `average`, `share`, `rating` or `not_stated`",
        ],
    ),
    (
        "until-before-from",
        &[
            "11:79: error: councils[1].until: the body ends (1965) before it begins (1974-04-01); put the later date in `until`",
        ],
    ),
    ("version-zero", &["2:13: error: format: there is no format version 0; write format: 1"]),
    (
        "view-with-unknown-field",
        &[
            "54:13: error: views[1]: there is no field `estimate` here; did you mean `estimates`? The fields are `id`, `name`, `room`, `shown_as`, `councils`, `concept`, `indicator`, `kind`, `order`, `axis`, `from`, `to`, `region`, `council_kind`, `topic`, `source`, `form`, `estimates`, `context` or `words`",
        ],
    ),
    (
        "views-in-format-1",
        &[
            "43:12: error: views: `views` can't stand in a file of format version 1; write `format: 2` at the beginning, which older versions of Side by Side can't open, or take it out",
        ],
    ),
    ("wrong-type", &["3:12: error: title: here should be a text; put it between quotes"]),
];

/// All that is told of tests/data/valid/cautions.ron.
const CAUTIONS: &[&str] = &[
    r#"27:95: caution: programmes[0].outcomes[0].published.stated[0]: the source states "rose 26%", and the levels 62420 and 83740 give +34.2%; check the figures against the source; if they are printed so, leave them"#,
    r#"29:32: caution: programmes[0].outcomes[0].overlaps[0]: "more-enquiries" names "more-again" in `overlaps`, and "more-again" does not name it back; write `overlaps: ["more-enquiries"]` at "more-again" too"#,
    r#"35:38: caution: programmes[0].outcomes[1].disagrees_with[0]: "more-again" names "more-enquiries" in `disagrees_with`, and "more-enquiries" does not name it back; write `disagrees_with: ["more-again"]` at "more-enquiries" too"#,
    r#"35:38: caution: programmes[0].outcomes[1].disagrees_with[0]: "more-again" and "more-enquiries" are accounts of the same thing that disagree; readers see both; leave them unless one is wrong"#,
    r#"36:58: caution: programmes[0].outcomes[1].sources[0].lines: lines are cited of the source "leaflet", which names no `file`; add `file` to the source, or tell the place in words with `at`"#,
    r#"38:17: caution: programmes[0].outcomes[2]: "said-twice" has the same indicator, places and figures as "more-again", probably counted twice; keep one outcome with both sources, or say in `overlaps` that both count the same events"#,
    "54:69: caution: programmes[0].outcomes[4].published.after[1]: the level after (2016) is dated before the level before (2017); check which level came first",
    r#"55:38: caution: programmes[0].outcomes[4].disagrees_with[0]: "backwards" and "nearby" are accounts of the same thing that disagree; readers see both; leave them unless one is wrong"#,
];

#[test]
fn every_fault_is_told_at_its_line_and_column_with_its_fix() {
    let files = datasets("invalid");
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, FAULTS.iter().map(|(name, _)| *name).collect::<Vec<_>>());
    for ((name, text), (_, expected)) in files.iter().zip(FAULTS) {
        let findings = load_text(text).expect_err(name);
        let told: Vec<String> = findings.iter().map(ToString::to_string).collect();
        assert_eq!(told, *expected, "{name}");
    }
}

#[test]
fn r5_r11_what_a_reader_should_know_is_a_caution_and_loads() {
    let text = datasets("valid").into_iter().find(|(name, _)| name == "cautions").unwrap().1;
    let told: Vec<String> = load_text(&text).unwrap().cautions.iter().map(ToString::to_string).collect();
    assert_eq!(told, CAUTIONS);
}

#[test]
fn the_other_valid_datasets_have_no_cautions() {
    for (name, text) in datasets("valid").into_iter().filter(|(name, _)| name != "cautions") {
        assert_eq!(load_text(&text).unwrap().cautions, [], "{name}");
    }
}

#[test]
fn a_finding_with_its_file_in_front_is_what_check_prints() {
    let finding = load_text("(format: 3)").unwrap_err().remove(0);
    let expected = "old.ron:1:10: error: format: the file is written in format version 3, and this application reads up to version 2; \
                    open it with a newer version of Side by Side";
    assert_eq!(finding.in_file("old.ron").to_string(), expected);
}
