//! Whole statements of an outcome as people type them: `52 in 2016 to 81 in Apr–Sep 2017`, `down 15.5% since 2015`, `28 of 44`.

use super::change::{of_it_or_points, read_change, read_direction};
use super::counted::ChangeFault;
use super::grade::KNOWN_GRADES;
use super::number::{TypedNumber, TypedUnit, read, too_many_digits};
use super::pair::pair;
use super::phrases::{AGAIN, IN_A_PERIOD, UP_TO};
use super::{CountedPhrase, TypedError, doubt, ends, period, tidy};
use crate::model::{Change, Direction, Grade, KnownLevel, LONGEST_NAME, Level, Period, PeriodReading, Published};
use crate::say;

/// What was typed, as what was published, with what a form should look at.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// What was published.
    pub published: Published,
    /// The units that were typed, to be held against the indicator's.
    pub(super) units: Vec<TypedUnit>,
    /// The unit of the change that was typed.
    pub(super) of_change: Option<TypedUnit>,
    /// The way that its words say it went, to be held against its levels.
    pub(super) said: Option<Direction>,
    /// What a person should know of how it was taken, a sentence each.
    pub remarks: Vec<String>,
}

impl Statement {
    /// The unit that was typed with its levels, as an indicator has it; `None` where none was.
    pub fn unit_of_levels(&self) -> Option<String> {
        self.units.iter().find_map(|unit| match unit {
            TypedUnit::None => None,
            TypedUnit::Percent => Some("%".to_owned()),
            TypedUnit::Points => Some("pp".to_owned()),
            TypedUnit::Pounds => Some("£".to_owned()),
            TypedUnit::Per(words) | TypedUnit::Words(words) => Some(words.clone()),
        })
    }

    /// Without units, a change or a remark.
    fn plain(published: Published) -> Self {
        Self { published, units: Vec::new(), of_change: None, said: None, remarks: Vec::new() }
    }
}

/// The text as it is read.
fn prepared(text: &str) -> String {
    let tidied = tidy(text).replace("->", " to ").replace('→', " to ");
    let tidied = tidied.split_whitespace().collect::<Vec<_>>().join(" ");
    tidied.trim_end_matches('.').to_owned()
}

/// Whether a text tells grades that inspectors give.
pub fn says_grades(text: &str) -> bool {
    graded(&prepared(text)).is_some()
}

/// Reads a statement of what is counted, which tells grades from figures and which units may be typed. Without it every unit is
/// let through, because nobody knows yet what is counted. The whole text is taken, or none of it; one that may mean two things is
/// asked about.
///
/// # Errors
/// A [`TypedError`] with examples, with what may have been meant, or with the unit or words that would be lost.
pub fn statement(text: &str, counted: Option<&CountedPhrase>) -> Result<Statement, TypedError> {
    let tidied = prepared(text);
    if tidied.chars().count() <= LONGEST_NAME
        && let Some(error) = doubt::of_one_reading(text, &tidied, counted)
    {
        return Err(error);
    }
    read_statement(text, counted)
}

/// The same, of a text that has one reading.
pub(super) fn read_statement(text: &str, counted: Option<&CountedPhrase>) -> Result<Statement, TypedError> {
    let tidied = prepared(text);
    let tidied = tidied.as_str();
    if tidied.is_empty() {
        return Err(TypedError::new(say!("typed-nothing-yet"), say!("typed-statement-examples")));
    }
    if counted.is_some_and(CountedPhrase::is_graded)
        && let Some(published) = graded(tidied)
    {
        return Ok(Statement::plain(published));
    }
    if tidied.chars().count() > LONGEST_NAME {
        return Err(TypedError::new(say!("typed-too-long"), say!("typed-statement-examples")));
    }
    let figure = |text: &str| {
        pair(text).or_else(|| part(text)).or_else(|| changed(text)).or_else(|| single(text)).or_else(|| went(text))
    };
    // "Enquiries up by 60%" says of enquiries what "up by 60%" says.
    let without_lead = counted.and_then(|counted| counted.without_lead(tidied));
    let found = figure(tidied).or_else(|| figure(without_lead.as_deref()?));
    let found = found.ok_or_else(|| {
        let is_none =
            || TypedError::new(say!("typed-not-understood", typed = text.trim()), say!("typed-statement-examples"));
        if counted.is_some() && graded(tidied).is_some() {
            return TypedError::new(say!("typed-grades-of-no-grade"), say!("typed-grades-of-no-grade.fix"));
        }
        let asked = doubt::of_no_reading(text, tidied, counted);
        let asked = asked.or_else(|| doubt::of_no_reading(text, without_lead.as_deref()?, counted));
        asked.or_else(|| too_many_digits(tidied)).unwrap_or_else(is_none)
    })?;
    if let Some(error) = doubt::contradiction(text, &found.published, found.said) {
        return Err(error);
    }
    if let Some(counted) = counted {
        let of_part = counted.heads("");
        let of_levels = if matches!(found.published, Published::Part { .. }) { &of_part } else { counted };
        found.units.iter().try_for_each(|unit| of_levels.check(text, unit, None))?;
        match found.of_change.as_ref().and_then(|unit| counted.check_change(unit)) {
            Some(ChangeFault::OfItOrPoints) => {
                // The change stands behind two levels, and in front of one.
                let is_behind = matches!(found.published, Published::Pair { .. });
                let at = if is_behind { tidied.rfind('%') } else { tidied.find('%') };
                return Err(of_it_or_points(text, tidied, at));
            }
            Some(ChangeFault::Other(TypedUnit::Points)) => {
                let sentence = say!(
                    "typed-unit-is-another",
                    typed = text.trim(),
                    written = say!("typed-unit-points"),
                    unit = counted.unit().as_str()
                );
                return Err(TypedError::new(sentence, say!("typed-unit-fix")));
            }
            Some(ChangeFault::Other(unit)) => counted.check(text, &unit, None)?,
            None => {}
        }
        if counted.is_dated() {
            return Ok(Statement { published: ends::dated(found.published), ..found });
        }
    }
    Ok(found)
}

/// `inadequate to good`, `inadequate in 2014 to good (Ofsted, 2018)`, `good`. Only grades that inspectors give: any word can be a
/// grade of some scale, and is taken as one in the field for it, but not out of a sentence.
fn graded(text: &str) -> Option<Published> {
    let behind = text.strip_suffix(')').and_then(|text| text.rsplit_once(" (")).or_else(|| text.split_once(", "));
    let (said, aside) = behind.unwrap_or((text, ""));
    let aside = Aside::read(aside)?;
    let grade = |word: &str, date: &Period| {
        let (word, own) = with_period(word).into_iter().find_map(|(head, date)| Some((known_grade(head)?, date)))?;
        if own.is_stated() && date.is_stated() {
            return None;
        }
        Some(Grade {
            grade: word,
            framework: None,
            judgement: String::new(),
            date: if own.is_stated() { own } else { date.clone() },
            body: aside.body.clone(),
        })
    };
    let said = said.strip_prefix("from ").unwrap_or(said);
    for (at, sign) in said.match_indices(" to ") {
        let (Some(before), Some(after)) = (said.get(..at), said.get(at + sign.len()..)) else { continue };
        if let (Some(before), Some(after)) = (grade(before, &aside.from), grade(after, &aside.to)) {
            return Some(Published::Rating { before, after });
        }
    }
    if aside.from.is_stated() {
        return None;
    }
    grade(said, &aside.to).map(Published::SingleGrade)
}

/// What stands behind grades: `Ofsted, 2014 to 2018`.
struct Aside {
    body: String,
    from: Period,
    to: Period,
}

impl Aside {
    /// Reads it; `None` where a part of it would be lost.
    fn read(text: &str) -> Option<Self> {
        const BODIES: [&str; 6] = ["Ofsted", "CQC", "Estyn", "CIW", "CSCI", "HMICFRS"];
        let mut aside = Self { body: String::new(), from: Period::not_stated(), to: Period::not_stated() };
        for part in text.split(", ").flat_map(|part| part.split("; ")).filter(|part| !part.is_empty()) {
            let two = part.split_once(" to ").and_then(|(from, to)| Some((period(from).ok()?, period(to).ok()?)));
            if let Some(body) = BODIES.into_iter().find(|body| body.eq_ignore_ascii_case(part)) {
                body.clone_into(&mut aside.body);
            } else if let Some((from, to)) = two.filter(|_| !aside.to.is_stated()) {
                (aside.from, aside.to) = (from, to);
            } else if let Some(to) = period(part).ok().filter(|_| !aside.to.is_stated()) {
                aside.to = to;
            } else {
                return None;
            }
        }
        Some(aside)
    }
}

/// A grade that inspectors of councils' services give or gave.
fn known_grade(text: &str) -> Option<String> {
    KNOWN_GRADES.contains(&text).then(|| text.to_owned())
}

/// A text and the period at its end, which is not stated where there is none. Every way to part them is tried, the longest period
/// first.
pub(super) fn with_period(text: &str) -> Vec<(&str, Period)> {
    let mut ways: Vec<(usize, &str, Period)> = Vec::new();
    for (sign, lead) in IN_A_PERIOD {
        for (at, found) in text.match_indices(sign) {
            let (Some(head), Some(tail)) = (text.get(..at), text.get(at + found.len()..)) else { continue };
            let tail = if sign == " (" { tail.strip_suffix(')').unwrap_or(tail) } else { tail };
            if head.trim().is_empty() || tail.trim().is_empty() {
                continue;
            }
            if let Ok(period) = period(&format!("{lead}{tail}")) {
                ways.push((at, head.trim_end_matches(','), period));
            }
        }
    }
    ways.sort_by_key(|(at, _, _)| *at);
    let mut ways: Vec<(&str, Period)> = ways.into_iter().map(|(_, head, period)| (head, period)).collect();
    ways.push((text, Period::not_stated()));
    ways
}

pub(super) fn level(text: &str) -> Option<(TypedNumber, Period)> {
    with_period(text).into_iter().find_map(|(head, period)| Some((read(head)?, period)))
}

pub(super) fn remarks(numbers: &[&TypedNumber]) -> Vec<String> {
    numbers.iter().filter_map(|typed| typed.remark.clone()).collect()
}

/// A text and the change in brackets or behind a comma at its end.
pub(super) fn with_change(text: &str) -> Vec<(&str, Option<(Change, TypedUnit)>)> {
    let mut ways = Vec::new();
    let signs = [" (", ", ", " \u{2013} ", "; "];
    for (at, sign) in signs.iter().flat_map(|sign| text.match_indices(sign)) {
        let (Some(head), Some(tail)) = (text.get(..at), text.get(at + sign.len()..)) else { continue };
        let tail = if sign == " (" { tail.strip_suffix(')') } else { Some(tail) };
        let said = tail.map(|tail| AGAIN.iter().find_map(|lead| tail.strip_prefix(lead)).unwrap_or(tail));
        if let Some(change) = said.and_then(read_change) {
            ways.push((head, Some(change)));
        }
    }
    ways.push((text, None));
    ways
}

/// `28 of 44`, `28 out of 44 (64%)`, `64% (28 of 44)`, `45 (12%)`.
fn part(text: &str) -> Option<Statement> {
    with_period(text).into_iter().find_map(|(whole, period)| {
        let (counts, share) = match whole.strip_suffix(')').and_then(|whole| whole.split_once(" (")) {
            Some((first, last)) => {
                let share = |text: &str| {
                    read(text).filter(|typed| typed.unit == TypedUnit::Percent && typed.number.value() >= 0.0)
                };
                match (share(first), share(last)) {
                    (None, Some(share)) => (first, Some(share.number)),
                    (Some(share), None) => (last, Some(share.number)),
                    (None, None) | (Some(_), Some(_)) => return None,
                }
            }
            None => (whole, None),
        };
        let parted = counts.split_once(" out of ").or_else(|| counts.split_once(" of "));
        let (count, of) = if let Some((count, of)) = parted {
            (read(count)?, Some(read(of.strip_prefix("the ").unwrap_or(of))?))
        } else {
            share.as_ref()?;
            (read(counts)?, None)
        };
        let is_count = |typed: &TypedNumber| matches!(typed.unit, TypedUnit::None | TypedUnit::Words(_));
        if !is_count(&count) || !of.as_ref().is_none_or(is_count) {
            return None;
        }
        let mut remarks = remarks(&std::iter::once(&count).chain(&of).collect::<Vec<_>>());
        if of.is_none() {
            remarks.push(say!("typed-share-of-a-whole").to_owned());
        }
        let units = std::iter::once(count.unit).chain(of.as_ref().map(|of| of.unit.clone())).collect();
        let of = of.map(|of| of.number);
        let period = period.in_clear(PeriodReading::Counted);
        let published = Published::Part { count: Some(count.number), of, share, period };
        Some(Statement { units, remarks, ..Statement::plain(published) })
    })
}

/// `down 15.5% since 2015`, `fell over 60% to 81 in 2017`, `up 29 from 52`, `626 (-19.7%)`.
fn changed(text: &str) -> Option<Statement> {
    let made = |(change, unit): (Change, TypedUnit), over: Period, level: Option<(TypedNumber, KnownLevel)>| {
        let (number, level) = level.map_or((None, None), |(number, level)| (Some(number), Some(level)));
        let remarks = remarks(&number.iter().collect::<Vec<_>>());
        let over = over.in_clear(PeriodReading::Between);
        let published = Published::Change { stated: vec![change], over, level };
        let units = number.map(|number| number.unit).into_iter().collect();
        Some(Statement { units, of_change: Some(unit), remarks, ..Statement::plain(published) })
    };
    let known = |text: &str, as_known: fn(Level) -> KnownLevel| {
        let (number, period) = level(text)?;
        let level = Level { number: number.number, period: period.in_clear(PeriodReading::Counted) };
        Some((number, as_known(level)))
    };
    for (head, over) in with_period(text) {
        if let Some(change) = read_change(head) {
            return made(change, over, None);
        }
    }
    for (sign, as_known) in [(" to ", KnownLevel::After as fn(Level) -> KnownLevel), (" from ", KnownLevel::Before)] {
        for (at, found) in text.match_indices(sign) {
            let (Some(first), Some(last)) = (text.get(..at), text.get(at + found.len()..)) else { continue };
            if let (Some(change), Some(level)) = (read_change(first), known(last, as_known)) {
                return made(change, Period::not_stated(), Some(level));
            }
        }
    }
    with_change(text)
        .into_iter()
        .find_map(|(head, change)| made(change?, Period::not_stated(), Some(known(head, KnownLevel::After)?)))
}

fn single(text: &str) -> Option<Statement> {
    let (number, period) = level(text).filter(|(number, _)| number.unit != TypedUnit::Points)?;
    let mut remarks = remarks(&[&number]);
    if text.starts_with(UP_TO) {
        remarks.push(say!("typed-up-to").to_owned());
    }
    let published = Published::Single(Level { number: number.number, period: period.in_clear(PeriodReading::Counted) });
    Some(Statement { units: vec![number.unit], remarks, ..Statement::plain(published) })
}

fn went(text: &str) -> Option<Statement> {
    with_period(text).into_iter().find_map(|(head, over)| {
        let over = over.in_clear(PeriodReading::Between);
        Some(Statement::plain(Published::Direction { direction: read_direction(head)?, over }))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::new_parts;
    use crate::model::{Dataset, Direction, Form, Measure};

    fn graded() -> CountedPhrase {
        CountedPhrase::of(&new_parts::indicator(&Dataset::default(), "Inspection", "grade", Measure::Rating))
    }

    fn published(typed: &str) -> Published {
        statement(typed, None).unwrap_or_else(|e| panic!("{typed}: {e}")).published
    }

    #[test]
    fn two_levels_keep_their_periods_and_the_stated_change() {
        let typed = "52 in 2016 to 81 in Apr\u{2013}Sep 2017 (up 29)";
        let Published::Pair { before, after, stated, over } = published(typed) else { panic!("{typed}") };
        assert_eq!((before.number.to_string(), before.period.to_string()), ("52".into(), "2016".into()));
        assert_eq!((after.number.to_string(), after.period.to_string()), ("81".into(), "2017-04/2017-09".into()));
        assert_eq!(stated.iter().map(ToString::to_string).collect::<Vec<_>>(), ["rose 29"]);
        assert!(!over.is_stated());

        let Published::Pair { before, after, over, .. } = published("from 780 to 626 over 18 months") else {
            panic!("a pair")
        };
        assert_eq!((before.number.value(), after.number.value()), (780.0, 626.0));
        assert_eq!((after.period.is_stated(), over.to_string().as_str()), (false, "18 months"));
        let Published::Pair { after, over, .. } = published("780 to 626 in 2017") else { panic!("a pair") };
        assert_eq!((after.period.to_string().as_str(), over.is_stated()), ("2017", false));
    }

    #[test]
    fn other_forms_are_told_apart() {
        for (typed, form) in [
            ("780 to 626", Form::Pair),
            ("over 60% to 81%", Form::Pair),
            ("28 of 44", Form::Part),
            ("28 out of 44 cases in 2017", Form::Part),
            ("28 of 44 (64%)", Form::Part),
            ("down 15.5% since 2015", Form::Change),
            ("fell over 60% to 81 in 2017", Form::Change),
            ("up 29 from 52", Form::Change),
            ("doubled between 2015 and 2017", Form::Change),
            ("fell since 2011", Form::Direction),
            ("stable", Form::Direction),
            ("508 in 2017", Form::Single),
            ("up to 12", Form::Single),
        ] {
            assert_eq!(published(typed).form(), form, "{typed}");
        }
        let rating = statement("Inadequate to Good", Some(&graded())).unwrap().published;
        assert_eq!(rating.form(), Form::Rating);
        for (typed, form) in
            [("Good", Form::Single), ("rose since 2015", Form::Direction), ("two of three", Form::Part)]
        {
            assert_eq!(statement(typed, Some(&graded())).unwrap().published.form(), form, "{typed}");
        }
        let Published::Direction { direction, over } = published("fell since 2011") else { panic!("a direction") };
        assert_eq!((direction, over.to_string().as_str()), (Direction::Fell, "since 2011"));
    }

    #[test]
    fn grades_keep_who_gave_them_and_when_and_no_other_word_is_one() {
        let Published::Rating { before, after } =
            statement("Inadequate to Good (Ofsted, 2014 to 2018)", Some(&graded())).unwrap().published
        else {
            panic!("two grades")
        };
        assert_eq!((before.grade.as_str(), before.date.to_string().as_str()), ("inadequate", "2014"));
        assert_eq!((after.grade.as_str(), after.date.to_string().as_str()), ("good", "2018"));
        assert_eq!((before.body.as_str(), after.body.as_str()), ("Ofsted", "Ofsted"));
        let typed = "requires improvement in 2014 to good in May 2018";
        let Published::Rating { before, after } = statement(typed, Some(&graded())).unwrap().published else {
            panic!("two grades")
        };
        assert_eq!((before.grade.as_str(), before.date.to_string().as_str()), ("requires improvement", "2014"));
        assert_eq!((after.date.to_string().as_str(), after.body.as_str()), ("2018-05", ""));
        for typed in ["Annual", "Inadequate to Good (inspectors said)", "good (2014 to 2018)", "inadequate to annual"] {
            assert!(statement(typed, Some(&graded())).is_err(), "{typed}");
        }
    }

    #[test]
    fn the_name_of_what_is_counted_may_stand_in_front() {
        let enquiries = new_parts::indicator(&Dataset::default(), "Fostering enquiries", "enquiries", Measure::Flow);
        let counted = CountedPhrase::of(&enquiries);
        for typed in [
            "enquiries up by over 60 per cent since 2016",
            "The number of fostering enquiries rose over 60% since 2016",
        ] {
            let Published::Change { stated, over, .. } = statement(typed, Some(&counted)).unwrap().published else {
                panic!("{typed}: a change")
            };
            assert_eq!((stated[0].to_string().as_str(), over.to_string().as_str()), ("rose over 60%", "since 2016"));
        }
        let error = statement("Inadequate to Good", Some(&counted)).unwrap_err();
        assert!(error.fix.contains("A grade"), "{error}");
        assert!(statement("complaints up by over 60 per cent", Some(&counted)).is_err());
    }

    #[test]
    fn what_is_not_understood_gets_examples() {
        for typed in ["", "soon", "Inadequate to Good", "52 to soon", "28 of", "5% to 6 pp", "rose to 81"] {
            assert!(statement(typed, None).unwrap_err().fix.contains("28 of 44"), "{typed}");
        }
    }
}
