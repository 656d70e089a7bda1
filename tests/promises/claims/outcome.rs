//! What an outcome claims: its figures, its grades and its periods.

use sidebyside::model::{
    BenchmarkValue, Change, Date, Grade, KnownLevel, Level, Number, Outcome, Period, PointValue, Published, When,
};

/// All that an outcome claims.
#[derive(Debug, Default)]
pub struct Claim {
    /// Figures, without a sign; both ends of a range.
    pub figures: Vec<f64>,
    /// When, where stated.
    pub periods: Vec<Period>,
    /// Grades as they stand in the dataset.
    pub grades: Vec<String>,
}

impl Claim {
    pub fn of(outcome: &Outcome) -> Self {
        let mut claim = Self::default();
        claim.published(&outcome.published);
        if let Some(benchmark) = &outcome.benchmark {
            match &benchmark.value {
                BenchmarkValue::Level(number) | BenchmarkValue::UnsignedChange(number) => claim.figure(number),
                BenchmarkValue::Change(change) => claim.figure(&change.by),
                BenchmarkValue::Direction(_) => {}
            }
            claim.period(&benchmark.over);
        }
        for number in [&outcome.counted.before, &outcome.counted.after].into_iter().flatten() {
            claim.figure(number);
        }
        claim
    }

    fn published(&mut self, published: &Published) {
        match published {
            Published::Pair { before, after, stated, over } => {
                self.level(before);
                self.level(after);
                self.changes(stated);
                self.period(over);
            }
            Published::Change { stated, over, level } => {
                self.changes(stated);
                self.period(over);
                if let Some(KnownLevel::Before(level) | KnownLevel::After(level)) = level {
                    self.level(level);
                }
            }
            Published::Direction { over, .. } => self.period(over),
            Published::Rating { before, after } => {
                self.grade(before);
                self.grade(after);
            }
            Published::Part { count, of, share, period } => {
                for number in [count, of, share].into_iter().flatten() {
                    self.figure(number);
                }
                self.period(period);
            }
            Published::Single(level) => self.level(level),
            Published::SingleGrade(grade) => self.grade(grade),
            Published::Suppressed(_) => panic!("no file holds what is left after suppression"),
            Published::Series { points, start } => {
                for point in points {
                    self.period(&point.period);
                    match &point.value {
                        PointValue::Known(number) => self.figure(number),
                        PointValue::Missing(_) => {}
                    }
                }
                if let Some(start) = start {
                    self.period(start);
                }
            }
        }
    }

    fn figure(&mut self, number: &Number) {
        self.figures.push(number.value());
        self.figures.extend(number.range_high());
    }

    fn changes(&mut self, stated: &[Change]) {
        for change in stated {
            self.figure(&change.by);
        }
    }

    fn level(&mut self, level: &Level) {
        self.figure(&level.number);
        self.period(&level.period);
    }

    fn grade(&mut self, grade: &Grade) {
        self.grades.push(grade.grade.clone());
        self.period(&grade.date);
    }

    fn period(&mut self, period: &Period) {
        if period.is_stated() {
            self.periods.push(period.clone());
        }
    }
}

/// Years and financial years that a period names, also in the words that anchor a length.
pub fn years(period: &Period) -> Vec<String> {
    dates(period).into_iter().map(year).collect()
}

/// All that a period may stand for in a text: its years, the days of its months, the number of its length.
pub fn period_tokens(period: &Period) -> Vec<String> {
    let mut tokens = years(period);
    tokens.extend(dates(period).into_iter().filter_map(|date| match date {
        Date::Day(day) => Some(day.day().to_string()),
        _ => None,
    }));
    tokens.extend(length(period).map(|count| count.to_string()));
    tokens
}

/// The number of a length.
pub fn length(period: &Period) -> Option<u16> {
    match &period.when {
        When::Length { count, .. } => Some(*count),
        _ => None,
    }
}

fn dates(period: &Period) -> Vec<Date> {
    match &period.when {
        When::At(date) | When::Since(date) => vec![*date],
        When::Span(span) => vec![span.from, span.to],
        When::Length { anchor, .. } => anchor
            .split_whitespace()
            .filter_map(|word| match Period::parse(word).ok()?.when {
                When::At(date) => Some(date),
                _ => None,
            })
            .collect(),
        When::NotStated => Vec::new(),
    }
}

fn year(date: Date) -> String {
    match date {
        Date::Year(_) | Date::FinancialYear(_) => date.to_string(),
        Date::Month(year, _) => year.to_string(),
        Date::Day(day) => day.year().to_string(),
    }
}
