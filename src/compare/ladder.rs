//! The ladders of grades that inspectorates use: which framework a name means, its grades from worst to best, and when it
//! was used.
//!
//! One table holds what is known for sure; everything else is an unknown scale. The words of its name identify a framework,
//! with the inspectorate and, where one name served several ladders in turn, the inspection's date. A name that speaks of
//! another inspectorate is never put on this one's ladder. Sources: the inspectorates' own handbooks. [`super::rating`]
//! counts the steps.

use jiff::civil;

use crate::model::{Framework, Grade, Inspectorate, holds_words, plain_words, says_something};

/// One ladder, and its time of use.
#[derive(Debug)]
pub struct RatingLadder {
    by: Inspectorate,
    /// Words of its name, as plain words, any of which is enough; empty where the inspectorate's own name is enough.
    named: &'static [&'static str],
    /// The first month of use; `None` where that is not certain.
    from: Option<Month>,
    /// The last month; `None` while in use, or where that is not certain.
    until: Option<Month>,
    /// From worst to best, in plain writing.
    grades: &'static [&'static str],
}

/// Year and month.
type Month = (i16, i8);

const ADEQUATE: &[&str] = &["inadequate", "adequate", "good", "outstanding"];
const IMPROVEMENT: &[&str] = &["inadequate", "requires improvement", "good", "outstanding"];
const CONSTABULARY: &[&str] = &["inadequate", "requires improvement", "adequate", "good", "outstanding"];
const ESTYN: &[&str] = &["unsatisfactory", "adequate", "good", "excellent"];
const WALES: &[&str] = &["poor", "needs improvement", "good", "excellent"];
const SCOTLAND: &[&str] = &["unsatisfactory", "weak", "adequate", "good", "very good", "excellent"];

/// Names of the framework of children's services.
const ILACS: &[&str] = &["ilacs", "inspecting local authority childrens services"];
const SINGLE: &[&str] = &["sif", "single inspection"];
const UNTIL_2013: &[&str] = &[
    "before 2013",
    "until 2013",
    "to 2013",
    "pre 2013",
    "2009 2012",
    "2009 2013",
    "safeguarding and looked after children",
];
const SOCIAL_CARE: &[&str] = &["social care common inspection framework", "sccif"];

/// Every known ladder. If two are named, the first one counts, unless they took turns under one name.
#[rustfmt::skip]
static LADDERS: [RatingLadder; 17] = [
    ladder(Inspectorate::Ofsted, ILACS, Some((2018, 1)), None, IMPROVEMENT),
    ladder(Inspectorate::Ofsted, SINGLE, Some((2013, 11)), Some((2018, 2)), IMPROVEMENT),
    ladder(Inspectorate::Ofsted, SOCIAL_CARE, Some((2017, 4)), None, IMPROVEMENT),
    ladder(Inspectorate::Ofsted, &["common inspection framework"], Some((2015, 9)), Some((2019, 8)), IMPROVEMENT),
    ladder(Inspectorate::Ofsted, &["education inspection framework", "eif"], Some((2019, 9)), None, IMPROVEMENT),
    ladder(Inspectorate::Ofsted, UNTIL_2013, None, Some((2013, 10)), ADEQUATE),
    ladder(Inspectorate::Cqc, &["single assessment framework"], Some((2023, 11)), None, IMPROVEMENT),
    ladder(Inspectorate::Cqc, &[], Some((2014, 1)), None, IMPROVEMENT),
    ladder(Inspectorate::Hmicfrs, &["fire"], Some((2018, 1)), Some((2022, 12)), IMPROVEMENT),
    ladder(Inspectorate::Hmicfrs, &["fire"], Some((2023, 1)), None, CONSTABULARY),
    ladder(Inspectorate::Hmicfrs, &[], Some((2014, 1)), Some((2020, 12)), IMPROVEMENT),
    ladder(Inspectorate::Hmicfrs, &[], Some((2021, 1)), None, CONSTABULARY),
    ladder(Inspectorate::Probation, &[], Some((2018, 1)), None, IMPROVEMENT),
    ladder(Inspectorate::Estyn, &[], Some((2010, 9)), Some((2017, 8)), ESTYN),
    ladder(Inspectorate::Estyn, &[], Some((2017, 9)), Some((2022, 8)), ESTYN),
    ladder(Inspectorate::Wales, &["ciw", "care inspectorate wales"], Some((2025, 4)), None, WALES),
    ladder(Inspectorate::Scotland, &[], Some((2011, 4)), None, SCOTLAND),
];

/// Names that only Ofsted uses, and so need no inspectorate beside them.
const OFSTEDS_OWN: [&str; 5] =
    ["ilacs", "sif", "single inspection framework", "sccif", "social care common inspection framework"];

/// What some handbooks add to a grade without making it another one.
const ADDED: [&str; 3] = [" to be good", " and needs improvement", " and needs urgent improvement"];

const fn ladder(
    by: Inspectorate,
    named: &'static [&'static str],
    from: Option<Month>,
    until: Option<Month>,
    grades: &'static [&'static str],
) -> RatingLadder {
    RatingLadder { by, named, from, until, grades }
}

impl RatingLadder {
    /// The ladder of a grade; `None` where it is not known for sure.
    pub fn of(grade: &Grade) -> Option<&'static Self> {
        let name = framework_words(grade);
        let by = inspectorate(grade, &name)?;
        let own = || LADDERS.iter().filter(move |ladder| ladder.by == by);
        let mut fitting: Vec<&Self> =
            own().filter(|ladder| ladder.named.iter().any(|words| holds_words(&name, words))).collect();
        if fitting.is_empty() {
            fitting = own().filter(|ladder| ladder.named.is_empty() && ladder.was_in_use(grade)).collect();
        }
        match fitting.as_slice() {
            [] => None,
            [only] => Some(only),
            [first, second, ..] if first.named != second.named => Some(first),
            several => match years_in(&name) {
                Some((Some(year), _)) => several
                    .iter()
                    .find(|ladder| ladder.from.is_some_and(|(from, _)| from == year))
                    .or_else(|| several.iter().find(|ladder| ladder.was_in_use_in(year)))
                    .copied(),
                Some((None, _)) | None => several.iter().find(|ladder| ladder.held_all_of(grade)).copied(),
            },
        }
    }

    /// The grades from worst to best.
    pub fn grades(&self) -> &'static [&'static str] {
        self.grades
    }

    /// The place of a grade as printed, 0 for the worst; `None` where the ladder lacks it.
    pub fn place(&self, grade: &str) -> Option<usize> {
        let grade = plain_words(grade);
        let short = ADDED.iter().find_map(|words| grade.strip_suffix(words)).unwrap_or(&grade);
        let short = if short == "ri" { "requires improvement" } else { short };
        self.grades.iter().position(|step| *step == short)
    }

    /// The first and the last day of its use.
    fn days(&self) -> (civil::Date, civil::Date) {
        let day = |(year, month)| civil::Date::new(year, month, 1);
        let from = self.from.and_then(|month| day(month).ok()).unwrap_or(civil::Date::MIN);
        let until = self.until.and_then(|month| day(month).ok()).map_or(civil::Date::MAX, civil::Date::last_of_month);
        (from, until)
    }

    /// Whether it may have been in use on the grade's date.
    fn was_in_use(&self, grade: &Grade) -> bool {
        let (from, until) = self.days();
        grade.date.days().is_none_or(|(first, last)| first <= until && from <= last) || years_in_name(grade)
    }

    /// Whether it was in use on every day that the grade may date from.
    fn held_all_of(&self, grade: &Grade) -> bool {
        let (from, until) = self.days();
        grade.date.days().is_some_and(|(first, last)| from <= first && last <= until)
    }

    /// Whether it was in use all through a year.
    fn was_in_use_in(&self, year: i16) -> bool {
        let (from, until) = self.days();
        from.year() <= year && year < until.year()
    }
}

fn years_in_name(grade: &Grade) -> bool {
    years_in(&framework_words(grade)).is_some()
}

/// The inspectorate that the framework (whose plain name is `name`) and the body point to; `None` where they name different
/// ones, or neither is known.
fn inspectorate(grade: &Grade, name: &str) -> Option<Inspectorate> {
    let body = plain_words(&grade.body);
    match (grade.framework.as_ref().and_then(Framework::inspectorate), Inspectorate::named_in(&body)) {
        (Some(one), Some(other)) => (one == other).then_some(one),
        (Some(one), None) | (None, Some(one)) => Some(one),
        (None, None) => (!says_something(&body) && OFSTEDS_OWN.iter().any(|own| holds_words(name, own)))
            .then_some(Inspectorate::Ofsted),
    }
}

/// The name of the framework in plain writing; empty where none is stated.
fn framework_words(grade: &Grade) -> String {
    grade.framework.as_ref().map(|framework| plain_words(framework.as_str())).unwrap_or_default()
}

/// The years of use in a framework's name: "2013-2017", "from 2018", "until 2013". An end is `None` where the name does not
/// give it, the whole is `None` where it gives neither.
fn years_in(plain: &str) -> Option<(Option<i16>, Option<i16>)> {
    let words: Vec<&str> = plain.split(' ').collect();
    let year = |word: &str| (word.len() == 4).then(|| word.parse::<i16>().ok()).flatten().filter(|y| *y >= 1900);
    let pair = |two: &[&str]| match two {
        [from, until] => match (year(from), year(until)) {
            (Some(from), Some(until)) if from <= until => Some((Some(from), Some(until))),
            (None, Some(from)) if matches!(*two.first()?, "from" | "since") => Some((Some(from), None)),
            (None, Some(until)) if matches!(*two.first()?, "until" | "to" | "before" | "pre") => {
                Some((None, Some(until)))
            }
            _ => None,
        },
        _ => None,
    };
    words.windows(2).find_map(pair)
}

/// How an inspection relates to its framework's time of use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InUse {
    /// The inspection may well have been under the framework.
    Perhaps,
    /// The inspection was before the framework began.
    NotYet,
    /// The inspection was after the framework ended.
    NoLonger,
}

/// Whether the framework was in use when the grade was given: by what is known of it, else by the years in its name.
pub fn in_use(grade: &Grade) -> InUse {
    let Some((first, last)) = grade.date.days() else { return InUse::Perhaps };
    let name = framework_words(grade);
    let (from, until) = match (RatingLadder::of(grade), years_in(&name)) {
        (Some(ladder), _) if !ladder.named.is_empty() => ladder.days(),
        (_, Some((from, until))) => {
            let day = |year, month, day| civil::Date::new(year, month, day).ok();
            (
                from.and_then(|year| day(year, 1, 1)).unwrap_or(civil::Date::MIN),
                until.and_then(|year| day(year, 12, 31)).unwrap_or(civil::Date::MAX),
            )
        }
        _ => return InUse::Perhaps,
    };
    if last < from {
        InUse::NotYet
    } else if first > until {
        InUse::NoLonger
    } else {
        InUse::Perhaps
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Period;

    fn grade(grade: &str, framework: &str, body: &str, date: &str) -> Grade {
        Grade {
            grade: grade.to_owned(),
            framework: Framework::of_text(framework),
            judgement: "overall effectiveness".to_owned(),
            date: Period::parse(date).unwrap(),
            body: body.to_owned(),
        }
    }

    #[test]
    fn r8_each_inspectorate_has_its_own_ladder() {
        for (framework, body, date, grades) in [
            ("Ofsted ILACS (from 2018)", "Ofsted", "2018", Some(IMPROVEMENT)),
            ("Single inspection framework", "not stated", "2015", Some(IMPROVEMENT)),
            ("Ofsted's single inspection of children's services", "Ofsted", "2015", Some(IMPROVEMENT)),
            ("Ofsted, before 2013 (implied)", "Ofsted", "2010", Some(ADEQUATE)),
            ("before 2013", "not stated", "2010", None),
            ("before 2013", "Ofsted", "2010", Some(ADEQUATE)),
            ("Ofsted framework from 2013", "Ofsted", "2015", None),
            ("CSSIW single inspection of Wales", "Care Inspectorate Wales", "2014", None),
            ("Single inspection framework", "CSSIW", "2014", None),
            ("Single inspection framework", "A panel of peers", "2014", None),
            ("Ofsted single inspection framework", "CQC", "2014", None),
            ("CQC", "CQC", "2018", Some(IMPROVEMENT)),
            ("Care Quality Commission", "CQC", "not stated", Some(IMPROVEMENT)),
            ("CQC", "CQC", "2011", None),
            ("HMICFRS PEEL", "HMICFRS", "2018", Some(IMPROVEMENT)),
            ("HMICFRS PEEL", "HMICFRS", "2022", Some(CONSTABULARY)),
            ("HMICFRS PEEL 2023-2025", "HMICFRS", "not stated", Some(CONSTABULARY)),
            ("HMICFRS PEEL", "HMICFRS", "not stated", None),
            ("HMICFRS fire and rescue", "HMICFRS", "2022", Some(IMPROVEMENT)),
            ("HMICFRS fire and rescue", "HMICFRS", "2024", Some(CONSTABULARY)),
            ("Estyn (from 2010)", "Estyn", "2017", Some(ESTYN)),
            ("Estyn", "Estyn", "2017", None),
            ("Estyn", "Estyn", "2008", None),
            ("Care Inspectorate", "Care Inspectorate", "2016", Some(SCOTLAND)),
            ("CIW ratings", "Care Inspectorate Wales", "2025-06", Some(WALES)),
            ("not stated", "not stated", "2015", None),
        ] {
            let found = RatingLadder::of(&grade("good", framework, body, date)).map(RatingLadder::grades);
            assert_eq!(found, grades, "{framework}, {body}, {date}");
        }
    }

    #[test]
    fn r8_a_grade_is_on_its_ladder_however_it_is_written() {
        let sif = RatingLadder::of(&grade("good", "Ofsted SIF", "Ofsted", "2015")).unwrap();
        for (written, place) in [
            ("requires improvement", Some(1)),
            ("Requires Improvement to be good", Some(1)),
            ("requires improvement (to be good)", Some(1)),
            ("requires improvement to be good (implied)", Some(1)),
            ("RI", Some(1)),
            ("requires-improvement", Some(1)),
            (" Outstanding ", Some(3)),
            ("adequate", None),
            ("good or outstanding", None),
        ] {
            assert_eq!(sif.place(written), place, "{written}");
        }
        let estyn = RatingLadder::of(&grade("good", "Estyn", "Estyn", "2019")).unwrap();
        assert_eq!(estyn.place("Adequate and needs improvement"), Some(1));
        let scotland = RatingLadder::of(&grade("good", "Care Inspectorate", "not stated", "2019")).unwrap();
        assert_eq!((scotland.place("very good"), scotland.place("outstanding")), (Some(4), None));
    }

    #[test]
    fn r8_a_year_in_a_name_is_an_end_only_where_a_word_says_so() {
        for (name, years) in [
            ("Framework until 2013", Some((None, Some(2013)))),
            ("Framework since 2018", Some((Some(2018), None))),
            ("Framework 2013-2017", Some((Some(2013), Some(2017)))),
            ("Framework 2017-2013", None),
            ("Framework 2013", None),
            ("Framework of 2013", None),
        ] {
            assert_eq!(years_in(&plain_words(name)), years, "{name}");
        }
    }

    #[test]
    fn r8_an_inspection_lies_in_the_time_of_its_framework() {
        for (framework, body, date, expected) in [
            ("Ofsted ILACS (from 2018)", "Ofsted", "2017", InUse::NotYet),
            ("Ofsted ILACS", "Ofsted", "2018-01", InUse::Perhaps),
            ("Ofsted single inspection framework (2013-2017)", "Ofsted", "2013-10", InUse::NotYet),
            ("Ofsted single inspection framework (2013-2017)", "Ofsted", "2013", InUse::Perhaps),
            ("Ofsted single inspection framework (2013-2017)", "Ofsted", "2019", InUse::NoLonger),
            ("Ofsted before 2013", "Ofsted", "2014", InUse::NoLonger),
            ("Ofsted before 2013", "Ofsted", "2010", InUse::Perhaps),
            ("Estyn (from 2010)", "Estyn", "2008", InUse::NotYet),
            ("A scheme (2010-2012)", "A council", "2013-01", InUse::NoLonger),
            ("A scheme", "A council", "2013", InUse::Perhaps),
            ("Ofsted ILACS", "Ofsted", "not stated", InUse::Perhaps),
        ] {
            assert_eq!(in_use(&grade("good", framework, body, date)), expected, "{framework}, {date}");
        }
    }
}
