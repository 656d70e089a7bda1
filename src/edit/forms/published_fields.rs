//! What was published, as the texts of a form: from the model to fields, from fields to the model, and what carries over where
//! another form of evidence is chosen.
//!
//! A form that is not complete is no figure yet; its texts wait as they were typed. Nothing is made up to complete it (R1).

use std::collections::BTreeMap;

use super::Texts;
use super::meaning::too_long;
use crate::edit::typed::{self, CountedPhrase, NOT_STATED, TypedError};
use crate::model::{Change, Form, Grade, KnownLevel, Level, Number, Period, PeriodReading, Published, SeriesPoint};
use crate::say;

/// What is wrong with a field of the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum FieldFault {
    /// Nothing is typed, and something is asked for.
    Missing(&'static str),
    /// What is typed is not understood.
    Wrong(TypedError),
}

/// Faults by field.
pub(super) type Faults = BTreeMap<String, FieldFault>;

/// The parts of a grade.
pub(super) const GRADE: [&str; 5] = ["grade", "date", "framework", "judgement", "body"];

/// The texts of what was published of what is counted.
pub(super) fn texts(published: &Published, counted: &CountedPhrase) -> Texts {
    let mut texts = Texts::new();
    let mut put = |field: &str, text: String| {
        texts.insert(field.to_owned(), text);
    };
    let mut level = |prefix: &str, level: &Level| {
        put(&format!("{prefix}[0]"), typed::number_text(&level.number));
        put(&format!("{prefix}[1]"), period_field(&level.period));
    };
    match published {
        Published::Pair { before, after, stated, over } => {
            level("before", before);
            level("after", after);
            put("stated", typed::changes_text(stated, counted));
            put("over", period_field(over));
        }
        Published::Change { stated, over, level: known } => {
            match known {
                Some(KnownLevel::Before(known)) => {
                    level("level", known);
                    put("side", "before".to_owned());
                }
                Some(KnownLevel::After(known)) => {
                    level("level", known);
                    put("side", "after".to_owned());
                }
                None => put("side", String::new()),
            }
            put("stated", typed::changes_text(stated, counted));
            put("over", period_field(over));
        }
        Published::Direction { direction, over } => {
            put("direction", direction.keyword().to_owned());
            put("over", period_field(over));
        }
        Published::Rating { before, after } => {
            texts.extend(grade_texts("before.", before));
            texts.extend(grade_texts("after.", after));
        }
        Published::SingleGrade(grade) => texts.extend(grade_texts("", grade)),
        Published::Part { count, of, share, period } => {
            let number = |n: &Option<Number>| n.as_ref().map_or_else(String::new, typed::number_text);
            put("count", number(count));
            put("of", number(of));
            put("share", number(share));
            put("period", period_field(period));
        }
        Published::Single(single) => {
            put("level", typed::number_text(&single.number));
            put("period", period_field(&single.period));
        }
        // In memory only, in what is shown; forms read the dataset as it is.
        Published::Suppressed(_) => {}
        Published::Series { points, start } => {
            put("points", typed::points_text(points));
            put("start", start.as_ref().map_or_else(String::new, period_field));
        }
    }
    texts
}

/// A period as a field shows it; nothing where it was not stated.
pub(super) fn period_field(period: &Period) -> String {
    if *period == Period::not_stated() { String::new() } else { typed::period_text(period) }
}

fn grade_texts(prefix: &str, grade: &Grade) -> Texts {
    let framework = if grade.framework == NOT_STATED { String::new() } else { grade.framework.clone() };
    [
        ("grade", grade.grade.clone()),
        ("date", period_field(&grade.date)),
        ("framework", framework),
        ("judgement", grade.judgement.clone()),
        ("body", grade.body.clone()),
    ]
    .into_iter()
    .map(|(field, text)| ([prefix, field].concat(), text))
    .collect()
}

/// Reads the texts of a form, as figures of what is counted.
///
/// # Errors
/// The faults by field, where there are any.
pub(super) fn read(form: Form, counted: &CountedPhrase, texts: &Texts) -> Result<Published, Faults> {
    let mut reader = FormReader { texts, counted, faults: Faults::new() };
    let published = reader.published(form);
    match published {
        Some(published) if reader.faults.is_empty() => Ok(published),
        _ => Err(reader.faults),
    }
}

struct FormReader<'t> {
    counted: &'t CountedPhrase,
    texts: &'t Texts,
    faults: Faults,
}

impl FormReader<'_> {
    fn text(&self, field: &str) -> &str {
        self.texts.get(field).map_or("", |text| text.trim())
    }

    fn wrong(&mut self, field: &str, error: TypedError) {
        self.faults.insert(field.to_owned(), FieldFault::Wrong(error));
    }

    /// A number that is asked for.
    fn number(&mut self, field: &str, asked: &'static str) -> Option<Number> {
        if self.text(field).is_empty() {
            self.faults.insert(field.to_owned(), FieldFault::Missing(asked));
            return None;
        }
        self.number_if_any(field, self.counted)
    }

    fn number_if_any(&mut self, field: &str, counted: &CountedPhrase) -> Option<Number> {
        let text = self.text(field);
        if text.is_empty() {
            return None;
        }
        match typed::number(text, counted) {
            Ok(read) => Some(read.number),
            Err(error) => {
                self.wrong(field, error);
                None
            }
        }
    }

    fn period(&mut self, field: &str) -> Period {
        match typed::period(self.text(field)) {
            // Who answered a question about its writing is not asked again.
            Ok(period) => period.in_clear(PeriodReading::Between),
            Err(error) => {
                self.wrong(field, error);
                Period::not_stated()
            }
        }
    }

    fn level(&mut self, prefix: &str, asked: &'static str) -> Option<Level> {
        let number = self.number(&format!("{prefix}[0]"), asked);
        let period = self.period(&format!("{prefix}[1]")).in_clear(PeriodReading::Counted);
        Some(Level { number: number?, period })
    }

    fn changes(&mut self) -> Vec<Change> {
        typed::changes(self.text("stated"), self.counted).unwrap_or_else(|error| {
            self.wrong("stated", error);
            Vec::new()
        })
    }

    fn grade(&mut self, prefix: &str, asked: &'static str) -> Option<Grade> {
        let field = [prefix, "grade"].concat();
        let date = self.period(&[prefix, "date"].concat());
        for part in GRADE {
            let name = format!("{prefix}{part}");
            if let Some(error) = too_long(self.text(&name), false) {
                self.wrong(&name, error);
            }
        }
        let or_not_stated = |text: &str| if text.is_empty() { NOT_STATED.to_owned() } else { text.to_owned() };
        let framework = or_not_stated(self.text(&[prefix, "framework"].concat()));
        let judgement = self.text(&[prefix, "judgement"].concat()).to_owned();
        let body = self.text(&[prefix, "body"].concat()).to_owned();
        let text = self.text(&field);
        if text.is_empty() {
            self.faults.insert(field, FieldFault::Missing(asked));
            return None;
        }
        match typed::grade(text) {
            Ok(grade) => Some(Grade { grade, framework, judgement, date, body }),
            Err(error) => {
                self.wrong(&field, error);
                None
            }
        }
    }

    fn published(&mut self, form: Form) -> Option<Published> {
        match form {
            Form::Pair => {
                let before = self.level("before", say!("published-form-asked-level.before"));
                let after = self.level("after", say!("published-form-asked-level.after"));
                let (stated, over) = (self.changes(), self.period("over"));
                Some(Published::Pair { before: before?, after: after?, stated, over })
            }
            Form::Change => {
                let (stated, over) = (self.changes(), self.period("over"));
                if stated.is_empty() && !self.faults.contains_key("stated") {
                    self.faults.insert("stated".to_owned(), FieldFault::Missing(say!("published-form-asked-change")));
                }
                let level = match self.text("side") {
                    "before" => {
                        Some(KnownLevel::Before(self.level("level", say!("published-form-asked-level.before"))?))
                    }
                    "after" => Some(KnownLevel::After(self.level("level", say!("published-form-asked-level.after"))?)),
                    _ => None,
                };
                Some(Published::Change { stated, over, level })
            }
            Form::Direction => {
                let over = self.period("over");
                let text = self.text("direction").to_owned();
                if text.is_empty() {
                    self.faults.insert("direction".to_owned(), FieldFault::Missing(say!("published-form-asked-way")));
                    return None;
                }
                match typed::direction(&text) {
                    Ok(direction) => Some(Published::Direction { direction, over }),
                    Err(error) => {
                        self.wrong("direction", error);
                        None
                    }
                }
            }
            Form::Rating => {
                let before = self.grade("before.", say!("published-form-asked-grade.before"));
                let after = self.grade("after.", say!("published-form-asked-grade.after"));
                Some(Published::Rating { before: before?, after: after? })
            }
            Form::Part => {
                let heads = self.counted.heads("");
                let (count, of) = (self.number_if_any("count", &heads), self.number_if_any("of", &heads));
                let (share, period) = (self.number_if_any("share", &CountedPhrase::share()), self.period("period"));
                if count.is_none() && share.is_none() && self.faults.is_empty() {
                    self.faults.insert("count".to_owned(), FieldFault::Missing(say!("published-form-asked-count")));
                }
                Some(Published::Part { count, of, share, period })
            }
            Form::Single if self.counted.is_graded() => {
                Some(Published::SingleGrade(self.grade("", say!("published-form-asked-grade"))?))
            }
            Form::Single => {
                let number = self.number("level", say!("published-form-asked-level"));
                let period = self.period("period");
                Some(Published::Single(Level { number: number?, period }))
            }
            Form::Series => {
                let points = self.points();
                let start = self.period("start");
                let start = start.is_stated().then_some(start);
                Some(Published::Series { points, start })
            }
        }
    }

    /// A point a line: `2015: 344`, `2016/17: suppressed`.
    fn points(&mut self) -> Vec<SeriesPoint> {
        let text = self.text("points").to_owned();
        if text.is_empty() {
            self.faults.insert("points".to_owned(), FieldFault::Missing(say!("published-form-asked-values")));
            return Vec::new();
        }
        typed::points(&text, self.counted).unwrap_or_else(|error| {
            self.wrong("points", error);
            Vec::new()
        })
    }
}

/// The texts with which another form begins. A level is never worked out from a change, nor the other way round (R1).
pub(super) fn carried(from: &Texts, to: Form, is_graded: bool) -> Texts {
    let first = |fields: &[&str]| {
        fields.iter().filter_map(|field| from.get(*field)).find(|text| !text.is_empty()).cloned().unwrap_or_default()
    };
    let side = |side: &str| from.get("side").is_some_and(|text| text == side);
    let mut texts = Texts::new();
    let mut put = |field: &str, text: String| {
        texts.insert(field.to_owned(), text);
    };
    match to {
        Form::Pair => {
            let (level, period) = (first(&["level[0]", "level", "count"]), first(&["level[1]", "period"]));
            let is_before = side("before");
            for (prefix, is_this) in [("before", is_before), ("after", !is_before)] {
                let own = first(&[&format!("{prefix}[0]")]);
                let when = first(&[&format!("{prefix}[1]")]);
                put(&format!("{prefix}[0]"), if own.is_empty() && is_this { level.clone() } else { own });
                put(&format!("{prefix}[1]"), if when.is_empty() && is_this { period.clone() } else { when });
            }
            put("stated", first(&["stated"]));
            put("over", first(&["over"]));
        }
        Form::Change => {
            put("stated", first(&["stated"]));
            put("over", first(&["over", "period"]));
            let level = first(&["after[0]", "level"]);
            put("side", if level.is_empty() { first(&["side"]) } else { "after".to_owned() });
            put("level[0]", if level.is_empty() { first(&["level[0]"]) } else { level });
            put("level[1]", first(&["level[1]", "after[1]"]));
        }
        Form::Direction => {
            let stated = first(&["stated"]).to_lowercase();
            let word = ["fell", "rose"].into_iter().find(|word| stated.starts_with(word)).unwrap_or_default();
            let direction = first(&["direction"]);
            put("direction", if direction.is_empty() { word.to_owned() } else { direction });
            put("over", first(&["over", "after[1]", "period"]));
        }
        Form::Rating => {
            for field in GRADE {
                let (before, after) = (["before.", field].concat(), ["after.", field].concat());
                put(&before, first(&[&before]));
                put(&after, first(&[&after, field]));
            }
        }
        Form::Part => {
            put("count", first(&["count", "level", "level[0]", "after[0]"]));
            put("of", first(&["of"]));
            put("share", first(&["share"]));
            put("period", first(&["period", "after[1]", "over"]));
        }
        Form::Single if is_graded => {
            for field in GRADE {
                put(field, first(&[field, &["after.", field].concat()]));
            }
        }
        Form::Single => {
            put("level", first(&["level", "level[0]", "after[0]", "count"]));
            put("period", first(&["period", "level[1]", "after[1]", "over"]));
        }
        Form::Series => {
            let mut points = first(&["points"]);
            if points.is_empty() {
                let point = |prefix: &str| {
                    let (value, when) = (first(&[&format!("{prefix}[0]")]), first(&[&format!("{prefix}[1]")]));
                    (!value.is_empty()).then(|| format!("{when}: {value}"))
                };
                points = [point("before"), point("after")].into_iter().flatten().collect::<Vec<_>>().join("\n");
            }
            put("points", points);
            put("start", first(&["start"]));
        }
    }
    texts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::load_builtin;

    #[test]
    fn what_was_published_is_the_same_after_the_fields() {
        let dataset = load_builtin().unwrap().dataset;
        let mut forms = std::collections::HashSet::new();
        for located in dataset.outcomes() {
            let published = &located.outcome.published;
            let counted = CountedPhrase::of(located.indicator);
            let read = read(published.form(), &counted, &texts(published, &counted));
            assert_eq!(read.as_ref(), Ok(published), "{}", located.outcome.id);
            forms.insert(published.form());
        }
        assert!(forms.len() >= 6, "{forms:?}");
        let points = ["2015: 344", "2016/17: suppressed", "Apr\u{2013}Sep 2017: about 300"];
        let series: Texts = [("points".to_owned(), points.join("\n")), ("start".to_owned(), "2016".to_owned())].into();
        let made = read(Form::Series, &CountedPhrase::default(), &series).unwrap();
        assert_eq!(read(Form::Series, &CountedPhrase::default(), &texts(&made, &CountedPhrase::default())), Ok(made));
    }

    #[test]
    fn r1_another_form_keeps_what_carries_over_and_makes_nothing_up() {
        let pair = typed::statement("52 in 2016 to 81 in 2017 (up 29)", None).unwrap().published;
        let from = texts(&pair, &CountedPhrase::default());
        let single = read(Form::Single, &CountedPhrase::default(), &carried(&from, Form::Single, false)).unwrap();
        assert_eq!(texts(&single, &CountedPhrase::default())["level"], "81");
        let change = read(Form::Change, &CountedPhrase::default(), &carried(&from, Form::Change, false)).unwrap();
        assert_eq!((change.stated().len(), texts(&change, &CountedPhrase::default())["level[0]"].as_str()), (1, "81"));
        let back = carried(&texts(&change, &CountedPhrase::default()), Form::Pair, false);
        let faults = read(Form::Pair, &CountedPhrase::default(), &back).unwrap_err();
        assert_eq!(faults.keys().collect::<Vec<_>>(), ["before[0]"], "the level before is asked for, not worked out");
        let bare = typed::statement("780 to 626", None).unwrap().published;
        let faults = read(
            Form::Change,
            &CountedPhrase::default(),
            &carried(&texts(&bare, &CountedPhrase::default()), Form::Change, false),
        )
        .unwrap_err();
        assert_eq!(faults.keys().collect::<Vec<_>>(), ["stated"]);
    }

    #[test]
    fn a_wrong_text_is_told_at_its_field_a_missing_one_asked_for() {
        let texts: Texts = [("before[0]".to_owned(), "soon".to_owned())].into();
        let faults = read(Form::Pair, &CountedPhrase::default(), &texts).unwrap_err();
        assert!(matches!(faults["before[0]"], FieldFault::Wrong(_)));
        assert!(matches!(faults["after[0]"], FieldFault::Missing(_)));
    }
}
