//! What people type and paste as the source prints it: each writing is understood, or asked about with what may have been meant.

use sidebyside::edit::new_parts;
use sidebyside::edit::typed::{CountedPhrase, TypedError, number, period, says_grades, statement};
use sidebyside::model::{Dataset, KnownLevel, Level, Measure, Number, Published};

fn counted(unit: &str) -> CountedPhrase {
    CountedPhrase::of(&new_parts::indicator(&Dataset::default(), "Fostering", unit, Measure::Flow))
}

/// What was understood, in the writing of files: `780 [2015] > 626 [2017]; fell 20%; over …`.
fn understood(typed: &str, unit: &str) -> String {
    let read = statement(typed, Some(&counted(unit))).unwrap_or_else(|error| panic!("{typed}: {error}"));
    written(&read.published)
}

fn written(published: &Published) -> String {
    let level = |level: &Level| {
        if level.period.is_stated() { format!("{} [{}]", level.number, level.period) } else { level.number.to_string() }
    };
    let mut said = match published {
        Published::Pair { before, after, .. } => format!("{} > {}", level(before), level(after)),
        Published::Change { level: Some(KnownLevel::After(known)), .. } => format!("? > {}", level(known)),
        Published::Change { level: Some(KnownLevel::Before(known)), .. } => format!("{} > ?", level(known)),
        Published::Change { .. } => String::from("? > ?"),
        Published::Single(single) => level(single),
        Published::Part { count, of, share, .. } => {
            let number = |n: &Option<Number>| n.as_ref().map_or("-".into(), ToString::to_string);
            format!("{} of {}, {}%", number(count), number(of), number(share))
        }
        other => format!("{other:?}"),
    };
    for change in published.stated() {
        said = format!("{said}; {change}");
    }
    if let Published::Pair { over, .. } | Published::Change { over, .. } = published
        && over.is_stated()
    {
        said = format!("{said}; over {over}");
    }
    said
}

fn asked(typed: &str, unit: &str) -> TypedError {
    let counted = counted(unit);
    let error = statement(typed, Some(&counted)).expect_err(typed);
    for choice in &error.choices {
        assert!(statement(choice, Some(&counted)).is_ok(), "{typed}: the choice {choice} is not understood");
    }
    error
}

#[test]
fn two_levels_are_understood_in_the_words_of_reports() {
    for (typed, meant) in [
        ("reduced from 780 to 626", "780 > 626"),
        ("dropped from 780 to 626", "780 > 626"),
        ("went from 780 to 626", "780 > 626"),
        ("declined from 780 to 626", "780 > 626"),
        ("was cut from 780 to 626", "780 > 626"),
        ("a fall from 780 to 626", "780 > 626"),
        ("grew from 52 to 81", "52 > 81"),
        ("has risen from 52 to 81", "52 > 81"),
        ("fell to 626 from 780", "780 > 626"),
        ("rose to 81 from 52", "52 > 81"),
        ("up to 81 from 52", "52 > 81"),
        ("fell to 626 in 2017 from 780 in 2015", "780 [2015] > 626 [2017]"),
        ("626, down from 780", "780 > 626"),
        ("626 (down from 780)", "780 > 626"),
        ("626 in 2017, down from 780 in 2015", "780 [2015] > 626 [2017]"),
        ("626 compared with 780", "780 > 626"),
        ("626, compared to 780 in 2015", "780 [2015] > 626"),
        ("from 780 (2015) to 626 (2017)", "780 [2015] > 626 [2017]"),
        ("780 in 2015 and 626 in 2017", "780 [2015] > 626 [2017]"),
        ("626 in 2017, 780 in 2015", "780 [2015] > 626 [2017]"),
        ("780 to 626, a 20% reduction", "780 > 626; fell 20%"),
        ("780 to 626 (\u{2013}19.7%)", "780 > 626; fell 19.7%"),
        ("780 to 626 \u{2013} a fall of 20%", "780 > 626; fell 20%"),
        ("fell 20% from 780 to 626", "780 > 626; fell 20%"),
        ("halved from 60 to 30", "60 > 30; fell 50%"),
        ("fell from 780 to 626 over 18 months", "780 > 626; over 18 months"),
        ("fell from 780\u{a0}to\u{202f}626", "780 > 626"),
        ("780 in Mar-15 to 626 at the end of March 2017", "780 [2015-03] > 626 [2017-03-31]"),
        ("780, falling to 626", "780 > 626"),
        ("780 down to 626", "780 > 626"),
        ("halved to 30", "? > 30; fell 50%"),
        ("626 (-19.7%)", "? > 626; fell 19.7%"),
        ("81, up 29", "? > 81; rose 29"),
        ("a 15% reduction", "? > ?; fell 15%"),
        ("\u{2013}15%", "? > ?; fell 15%"),
        ("an increase of 12% since 2015", "? > ?; rose 12%; over since 2015"),
        ("three times as many", "? > ?; rose 200%"),
        ("2.5 times as many", "? > ?; rose 150%"),
        ("three times as many as in 2015", "? > ?; rose 200%; over since 2015"),
        ("three times as many children as before", "? > ?; rose 200%"),
        ("half the number of children", "? > ?; fell 50%"),
        ("12% higher than in 2016/17", "? > ?; rose 12%; over since 2016/17"),
        ("52 in Apr\u{2013}Sep 17 to 81 in Apr\u{2013}Sep 18", "52 [2017-04/2017-09] > 81 [2018-04/2018-09]"),
        ("52 in 2015/16 Q1 to Q3 to 81 in 2016/17 Q1 to Q3", "52 [2015-04/2015-12] > 81 [2016-04/2016-12]"),
        ("45 (12%)", "45 of -, 12%"),
        ("64% (28 of 44)", "28 of 44, 64%"),
        ("28 of 44 (64%)", "28 of 44, 64%"),
        ("up to 12", "up to 12"),
    ] {
        assert_eq!(understood(typed, "children"), meant, "{typed}");
    }
}

#[test]
fn what_may_mean_two_things_is_asked_with_both() {
    for (typed, choices) in [
        ("1,204\u{2013}986", vec!["1,204 to 986", "between 986 and 1,204"]),
        ("52-81", vec!["52 to 81", "between 52 and 81"]),
        ("626 from 780", vec!["780 to 626", "626 of 780"]),
        ("1 in 5", vec!["1 of 5"]),
        ("45 (12%) in 2016 to 60 (15%) in 2017", vec!["45 in 2016 to 60 in 2017"]),
        ("rose from 780 to 626", vec!["780 to 626", "626 to 780"]),
        ("reduced to 626", vec!["626"]),
        ("three times more", vec!["three times as many", "up 300%"]),
        (
            "52 in Q1 2017 to 81 in Q2 2017",
            vec!["52 in Jan\u{2013}Mar 2017 to 81 in Apr\u{2013}Jun 2017", "52 in Q1 2017/18 to 81 in Q2 2017/18"],
        ),
        (
            "52 in 2010-11 to 81 in 2016/17",
            vec!["52 in November 2010 to 81 in 2016/17", "52 in 2010/11 to 81 in 2016/17"],
        ),
        ("81 in FY17", vec!["81 in 2016/17", "81 in 2017/18"]),
    ] {
        assert_eq!(asked(typed, "children").choices, choices, "{typed}");
    }
    assert_eq!(asked("1 in 5", "%").choices, ["20%", "1 of 5"]);
    assert_eq!(asked("45 (12%) to 60 (15%)", "%").choices, ["45 to 60", "12% to 15%"]);
    assert!(asked("three times as many adults", "children").sentence.contains("\"adults\" would be lost"));
    assert!(number("1 in 5", &counted("%")).unwrap_err().sentence.contains("a part of a whole"));
    assert_eq!(
        asked("20% to 15% (down 5%)", "%").choices,
        ["20% to 15% (down 5% of it)", "20% to 15% (down 5 percentage points)"]
    );
    let error = asked("down by over 12% since 2015", "% of children");
    assert_eq!(error.choices, ["down by over 12% of it since 2015", "down by over 12 percentage points since 2015"]);
    let error = asked("up 12.5 pp", "children");
    assert!(error.sentence.contains("percentage points") && error.sentence.contains("children"), "{error}");
}

#[test]
fn a_sign_in_place_of_a_number_is_told_as_such() {
    for typed in ["c to 12", "* to 12", "n/a to 12", "[c] to 12", "12 to c", "suppressed in 2016 to 12", "- to 12"] {
        let error = asked(typed, "children");
        assert!(error.sentence.contains("was not published"), "{typed}: {error}");
        assert!(error.fix.contains("\"Series\"") && error.fix.contains("suppressed"), "{typed}: {error}");
    }
    assert_eq!(asked("c to 12", "children").choices, ["12"]);
    let error = number("c", &counted("children")).unwrap_err();
    assert!(error.sentence.contains("was not published"), "{error}");
}

#[test]
fn periods_are_understood_in_the_writings_of_reports() {
    for (typed, written) in [
        ("FY16/17", "2016/17"),
        ("FY2016/17", "2016/17"),
        ("FY 2016/2017", "2016/17"),
        ("16/17", "2016/17"),
        ("99/00", "1999/00"),
        ("2016/17 Q3", "2016-10/2016-12"),
        ("Q3 16/17", "2016-10/2016-12"),
        ("H1 2016/17", "2016-04/2016-09"),
        ("third quarter of 2016/17", "2016-10/2016-12"),
        ("31/03/17", "2017-03-31"),
        ("31-Mar-17", "2017-03-31"),
        ("31 Mar 17", "2017-03-31"),
        ("31-03-2017", "2017-03-31"),
        ("31.03.17", "2017-03-31"),
        ("Mar-17", "2017-03"),
        ("Mar '17", "2017-03"),
        ("Apr\u{2013}Sep 17", "2017-04/2017-09"),
        ("April to Sept 17", "2017-04/2017-09"),
        ("April 2016/March 2017", "2016-04/2017-03"),
        ("2016/17 Q1 to Q3", "2016-04/2016-12"),
        ("Q1-Q3 2016/17", "2016-04/2016-12"),
        ("Q1 & Q2 2016/17", "2016-04/2016-09"),
        ("Q2 2015/16 to Q1 2016/17", "2015-07/2016-06"),
        ("Q1 2016/2017", "2016-04/2016-06"),
        ("Q1 2011-12", "2011-04/2011-06"),
        ("since Q1 2016/17", "since 2016-04"),
        ("end of March 2017", "2017-03-31"),
        ("the end of 2016/17", "2017-03-31"),
        ("start of April 2016", "2016-04-01"),
        ("Y/E March 2017", "1 year to March 2017"),
        ("FYE Mar-17", "1 year to Mar-17"),
        ("ye 31/03/17", "1 year to 31/03/17"),
        ("3 yrs", "3 years"),
        ("18 mths", "18 months"),
        ("18mths", "18 months"),
        ("academic year 2016/17", "2016-09/2017-08"),
        ("2016/17 school year", "2016-09/2017-08"),
        ("2016/17\u{a0}to 2018/19", "2016/17/2018/19"),
    ] {
        let read = period(typed).unwrap_or_else(|error| panic!("{typed}: {error}"));
        assert_eq!(read.to_string(), written, "{typed}");
    }
    for (typed, choices) in [
        ("FY17", vec!["2016/17", "2017/18"]),
        ("FY2017", vec!["2016/17", "2017/18"]),
        ("financial year 2017", vec!["2016/17", "2017/18"]),
        ("Q1 2017", vec!["Jan\u{2013}Mar 2017", "Q1 2017/18"]),
        ("H2 2017", vec!["Jul\u{2013}Dec 2017", "H2 2017/18"]),
        ("March 17", vec!["March 2017"]),
        ("Apr 16 to Mar 17", vec!["Apr 2016 to Mar 2017"]),
        ("Oct 16-Mar 17", vec!["Oct 2016-Mar 2017"]),
        ("year to Mar 17", vec!["year to Mar 2017"]),
        ("in 2010-11", vec!["November 2010", "2010/11"]),
        ("Q1-Q3 2017", vec!["Jan\u{2013}Sep 2017", "Q1 2017/18\u{2013}Q3 2017/18"]),
        ("Q3 2016 to Q2 2017", vec!["Jul 2016\u{2013}Jun 2017", "Q3 2016/17\u{2013}Q2 2017/18"]),
        ("since Q1 2017", vec!["since Jan 2017", "since Q1 2017/18"]),
        ("Q1 17", vec!["Jan\u{2013}Mar 2017", "Q1 2017/18"]),
    ] {
        let error = period(typed).expect_err(typed);
        assert_eq!(error.choices, choices, "{typed}");
        assert!(choices.iter().all(|choice| period(choice).is_ok()), "{typed}");
    }
}

#[test]
fn who_chose_one_meaning_is_not_asked_again_in_the_file() {
    for (typed, before) in [
        ("52 in November 2010 to 81 in 2016/17", "52 [2010-11-01/2010-11-30] > 81 [2016/17]"),
        ("52 in 2010/11 to 81 in 2016/17", "52 [2010/11] > 81 [2016/17]"),
    ] {
        assert_eq!(understood(typed, "children"), before);
    }
}

#[test]
fn grades_are_known_as_such_whatever_is_counted() {
    assert!(says_grades("Requires improvement to Good") && says_grades("Inadequate to Good (Ofsted, 2014 to 2018)"));
    assert!(!says_grades("780 to 626") && !says_grades("soon"));
}
