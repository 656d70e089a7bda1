//! One outcome in full, in words: what was published, what was computed and by which rule, and what a reader has to be told.

use crate::compare::gathering::with_overlaps_together;
use crate::compare::suppression::change_is_suppressed;
use crate::compare::{Caution, Comparison, Computed, Rule, Uncertainty};
use crate::model::{
    BenchmarkValue, Bound, Change, ChangeUnit, CountedGroup, Dataset, Grade, Indicator, KnownLevel, Measure, Period,
    Place, Polarity, Published, Role,
};

use super::{spoken, suppressed, words};

/// One outcome in full.
#[derive(Clone, Debug, PartialEq)]
pub struct Detail {
    /// Whose.
    pub place: String,
    /// What.
    pub indicator: String,
    /// The two ends and the change in large characters.
    pub figures: Vec<BigFigure>,
    /// Sections of text, in reading order.
    pub sections: Vec<Section>,
    /// What a reader has to be told.
    pub cautions: Vec<Caution>,
    /// The rules that were applied.
    pub rules: Vec<Rule>,
}

/// A number or grade that is the message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BigFigure {
    /// "before", "after", "change".
    pub caption: String,
    /// The number or grade.
    pub text: String,
    /// When, or how it was got.
    pub below: String,
}

/// A heading with its lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The heading.
    pub heading: &'static str,
    /// The lines, each a sentence or a short phrase.
    pub lines: Vec<String>,
}

/// Everything that can be said of one outcome.
pub fn detail(dataset: &Dataset, comparison: &Comparison<'_>) -> Detail {
    let outcome = comparison.located.outcome;
    let indicator = comparison.located.indicator;
    let mut sections = Vec::new();
    let mut add = |heading: &'static str, lines: Vec<String>| {
        let lines: Vec<String> = lines.into_iter().filter(|l| !l.is_empty()).collect();
        if !lines.is_empty() {
            sections.push(Section { heading, lines });
        }
    };
    add("What was published", published_lines(comparison));
    if outcome.role != Role::Outcome {
        add("What kind of statement", vec![role_sentence(outcome.role).to_owned()]);
    }
    add("Period", vec![words::sentence_case(&words::time_between(&outcome.published))]);
    if let Some(programme) = comparison.located.programme {
        let dates = if programme.dates.is_stated() {
            words::sentence_case(&words::period(&programme.dates))
        } else {
            String::new()
        };
        add("Programme", vec![programme.name.clone(), dates]);
    }
    add("Why suppressed", suppressed::lines(outcome));
    add("Who was counted", counted_lines(comparison));
    add("Computed", computed_lines(comparison));
    add("Benchmark", benchmark_lines(comparison));
    if comparison.located.programme.is_some() {
        add("Cause", vec![outcome.attribution.words().to_owned()]);
    }
    add(
        "What was it compared with?",
        vec![comparison.evidence.words().to_owned(), comparison.evidence.maryland_words()],
    );
    add("Interval", interval_lines(comparison));
    add("Indicator", indicator_lines(comparison));
    add("Notes", outcome.notes.clone());
    add("Source", source_lines(dataset, comparison));
    let cautions = with_overlaps_together(dataset, comparison.located.outcome, &comparison.cautions);
    let rules = rules(comparison, &cautions);
    Detail {
        place: comparison.place.clone(),
        indicator: indicator.name.clone(),
        figures: figures(comparison),
        sections,
        cautions,
        rules,
    }
}

fn big(caption: &str, text: String, below: String) -> BigFigure {
    BigFigure { caption: caption.to_owned(), text, below }
}

fn figures(comparison: &Comparison<'_>) -> Vec<BigFigure> {
    let unit = comparison.located.indicator.unit.as_str();
    match &comparison.located.outcome.published {
        Published::Pair { before, after, .. } => {
            let mut figures = vec![
                big("before", words::level(&before.number, unit), String::new()),
                big("after", words::level(&after.number, unit), String::new()),
            ];
            // Small counts lead, and the percentage stands below them (R6).
            if super::levels::counts_are_small(comparison)
                && let Some(difference) = comparison.difference
            {
                let sign = if difference > 0.0 { "+" } else { "" };
                let percent = spoken::computed(comparison).unwrap_or_default();
                figures.push(big("difference", format!("{sign}{}", words::amount(difference, 0, unit)), percent));
            } else if let Some(percent) = spoken::computed(comparison) {
                let below = if comparison.per_month.is_some() { "by the month" } else { "" };
                figures.push(big("computed", percent, below.to_owned()));
            }
            figures
        }
        Published::Change { stated, level, .. } => {
            let mut figures = Vec::new();
            match level {
                Some(KnownLevel::Before(known)) => {
                    figures.push(big("before", words::level(&known.number, unit), String::new()));
                }
                Some(KnownLevel::After(known)) => {
                    figures.push(big("after", words::level(&known.number, unit), String::new()));
                }
                None => {}
            }
            figures.extend(stated.iter().map(|change| big("stated", words::change(change, unit), String::new())));
            figures
        }
        Published::Direction { direction, .. } => {
            vec![big("direction", direction.word().to_owned(), "no figure published".to_owned())]
        }
        Published::Rating { before, after } => vec![
            big("before", before.grade.clone(), words::period(&before.date)),
            big("after", after.grade.clone(), words::period(&after.date)),
        ],
        Published::Part { .. } => vec![big("part", spoken::part(&comparison.located.outcome.published), String::new())],
        Published::Single(level) => vec![big("level", words::level(&level.number, unit), String::new())],
        Published::SingleGrade(grade) => vec![big("grade", grade.grade.clone(), words::period(&grade.date))],
        Published::Series { points, .. } => vec![big("values", words::count(points.len()), String::new())],
        Published::Suppressed(remains) => suppressed::big_figures(comparison.located.outcome, remains, unit),
    }
}

fn published_lines(comparison: &Comparison<'_>) -> Vec<String> {
    let unit = comparison.located.indicator.unit.as_str();
    let told = |text: String| counted_in(&text, unit);
    let when = |period: &Period| date_or_period(comparison, period);
    match &comparison.located.outcome.published {
        Published::Pair { before, after, stated, .. } => {
            let mut lines = vec![
                format!("Before: {}, {}.", told(words::level(&before.number, unit)), when(&before.period)),
                format!("After: {}, {}.", told(words::level(&after.number, unit)), when(&after.period)),
            ];
            lines.extend(stated.iter().map(|c| format!("The source also says it {}.", stated_in(c, unit))));
            lines
        }
        Published::Change { stated, level, .. } => {
            let mut lines: Vec<String> =
                stated.iter().map(|c| format!("{}.", words::sentence_case(&stated_in(c, unit)))).collect();
            lines.push(match level {
                None => "Neither level was published, so none is drawn.".to_owned(),
                Some(KnownLevel::Before(known)) => format!(
                    "Before: {}, {}. The level after was not published.",
                    told(words::level(&known.number, unit)),
                    when(&known.period)
                ),
                Some(KnownLevel::After(known)) => format!(
                    "After: {}, {}. The level before was not published.",
                    told(words::level(&known.number, unit)),
                    when(&known.period)
                ),
            });
            lines
        }
        Published::Direction { direction, .. } => {
            vec![format!(
                "Only that it {}; no figure.",
                if direction.sign() == 0.0 { "stayed the same" } else { direction.word() }
            )]
        }
        Published::Rating { before, after } => vec![grade_line("Before", before), grade_line("After", after)],
        Published::SingleGrade(grade) => vec![grade_line("Grade", grade)],
        Published::Part { .. } => {
            vec![format!("{}.", words::sentence_case(&spoken::part(&comparison.located.outcome.published)))]
        }
        Published::Single(level) => {
            vec![format!("{}, with nothing to compare it with.", told(words::level(&level.number, unit)))]
        }
        Published::Series { points, .. } => points
            .iter()
            .map(|point| {
                let value = match point.value {
                    crate::model::PointValue::Known(number) => words::level(&number, unit),
                    crate::model::PointValue::Missing(reason) => reason.word().to_owned(),
                };
                format!("{}: {value}", words::period(&point.period))
            })
            .collect(),
        Published::Suppressed(remains) => {
            suppressed::published_lines(comparison.located.outcome, remains, unit, |level| {
                format!("{}, {}", told(words::level(&level.number, unit)), when(&level.period))
            })
        }
    }
}

fn grade_line(which: &str, grade: &Grade) -> String {
    format!(
        "{which}: {} ({}), {}; {}{}.",
        grade.grade,
        if grade.judgement == "not stated" { "judgement not stated" } else { &grade.judgement },
        if grade.date.is_stated() { words::period(&grade.date) } else { "date not stated".to_owned() },
        if grade.framework.starts_with(&grade.body) { String::new() } else { format!("{}, ", grade.body) },
        if grade.framework == "not stated" { "framework not stated" } else { &grade.framework }
    )
}

fn role_sentence(role: Role) -> &'static str {
    match role {
        Role::Outcome => "",
        Role::Estimate => "An estimate: somebody reckons so; it was not counted.",
        Role::Target => "A target: what was aimed at, not what happened.",
        Role::Plan => "A plan: what was intended, not what happened.",
        Role::Context => "Context: it is not told as the result of a programme.",
    }
}

fn counted_lines(comparison: &Comparison<'_>) -> Vec<String> {
    let counted = &comparison.located.outcome.counted;
    let mut lines = Vec::new();
    if counted.group != CountedGroup::NotStated || counted.who.is_empty() {
        let group = counted.group.words();
        lines.push(if counted.who.is_empty() { format!("{group}.") } else { format!("{group}: {}.", counted.who) });
    } else {
        lines.push(format!("{}.", words::sentence_case(&counted.who)));
    }
    if comparison.located.outcome.withheld.as_ref().is_some_and(|withheld| withheld.holds(&Place::GroupSize)) {
        lines.push("Number counted: suppressed.".to_owned());
        return lines;
    }
    match (&counted.before, &counted.after) {
        (None, None) => {}
        (before, after) => {
            let told = |n: &Option<crate::model::Number>| {
                n.as_ref().map_or_else(|| "not stated".to_owned(), |n| words::level(n, ""))
            };
            lines.push(format!("Number counted: {} before, {} after.", told(before), told(after)));
        }
    }
    lines
}

fn computed_lines(comparison: &Comparison<'_>) -> Vec<String> {
    let unit = comparison.located.indicator.unit.as_str();
    let mut lines = Vec::new();
    if let Some(averages) = comparison.per_month {
        lines.push(format!(
            "Average a month: {} before, {} after (rule R3).",
            words::computed(averages.before),
            words::computed(averages.after)
        ));
    }
    if let Some(difference) = comparison.difference {
        let sign = if difference > 0.0 { "+" } else { "" };
        let decimals = usize::from(difference.fract().abs() > 1e-9);
        let bound = match comparison.computed_bound {
            Bound::Exactly | Bound::Between => String::new(),
            bound => format!("{} ", bound.word()),
        };
        let amount = if unit == "%" {
            format!("{} percentage points", words::plain(difference, decimals))
        } else {
            counted_in(&words::amount(difference, decimals, unit), unit)
        };
        lines.push(format!("Difference: {bound}{sign}{amount}."));
    }
    match comparison.percent {
        Computed::Value(_) => {
            if let Some(percent) = spoken::computed(comparison) {
                let from = if comparison.per_month.is_some() { "monthly averages" } else { "levels" };
                lines.push(format!("Change: {percent}, computed from the two {from}."));
            }
        }
        Computed::None(reason) => {
            let published = &comparison.located.outcome.published;
            if matches!(published, Published::Pair { .. } | Published::Change { .. }) || change_is_suppressed(published)
            {
                lines.push(reason.sentence());
            }
        }
    }
    if let Some(rating) = comparison.rating {
        lines.push(format!("{}.", words::sentence_case(&spoken::rating_words(rating))));
    }
    lines
}

/// A number with its unit, the unit in the singular after 1: "1 incident", "626 children", "£1.8m".
fn counted_in(number: &str, unit: &str) -> String {
    let unit = plain_unit(unit);
    let one_word = !unit.contains(' ') && !unit.ends_with("ss");
    match unit.strip_suffix('s') {
        Some(single) if number == "1" && one_word => format!("1 {single}"),
        _ => format!("{number} {unit}").trim().to_owned(),
    }
}

/// A stated change with the unit it is counted in.
fn stated_in(change: &Change, unit: &str) -> String {
    let phrase = words::change_phrase(change, unit);
    if change.unit == ChangeUnit::Unit { counted_in(&phrase, unit) } else { phrase }
}

/// A flow is counted over a period, everything else at a date.
fn date_or_period(comparison: &Comparison<'_>, period: &Period) -> String {
    if !period.is_stated() && comparison.located.indicator.measure != Measure::Flow {
        return "date not stated".to_owned();
    }
    words::period(period)
}

/// Signs of money and per cent stand at the number already.
fn plain_unit(unit: &str) -> &str {
    if unit.starts_with(['£', '€']) || matches!(unit, "%" | "not stated") { "" } else { unit }
}

fn benchmark_lines(comparison: &Comparison<'_>) -> Vec<String> {
    if suppressed::holds_benchmark(comparison.located.outcome) {
        return vec!["The benchmark is suppressed.".to_owned()];
    }
    let Some(benchmark) = &comparison.located.outcome.benchmark else { return Vec::new() };
    let unit = comparison.located.indicator.unit.as_str();
    let value = match &benchmark.value {
        BenchmarkValue::Level(number) => words::level(number, unit),
        BenchmarkValue::Change(change) => words::change_phrase(change, unit),
        BenchmarkValue::UnsignedChange(number) => format!("{}, sign not stated", words::level(number, "%")),
        BenchmarkValue::Direction(direction) => direction.word().to_owned(),
    };
    let mut lines =
        vec![format!("{}: {value}, {}.", words::sentence_case(&benchmark.of), words::period(&benchmark.over))];
    if let crate::compare::BenchmarkStanding::InWords(reason) = comparison.benchmark {
        lines.push(reason.to_owned());
    }
    lines
}

fn interval_lines(comparison: &Comparison<'_>) -> Vec<String> {
    match &comparison.uncertainty {
        Uncertainty::Interval { low_percent, high_percent, method } => vec![
            format!(
                "95% interval of the change: {} to {}.",
                words::percent(*low_percent),
                words::percent(*high_percent)
            ),
            format!("Method: {method}."),
        ],
        Uncertainty::Points { low_points, high_points, method } => vec![
            format!(
                "95% interval of the difference: {} to {} percentage points.",
                words::computed(*low_points),
                words::computed(*high_points)
            ),
            format!("Method: {method}."),
        ],
        Uncertainty::Refused(reasons) => {
            let mut lines = vec!["None.".to_owned()];
            lines.extend(reasons.iter().map(|r| r.sentence().to_owned()));
            lines
        }
    }
}

fn indicator_lines(comparison: &Comparison<'_>) -> Vec<String> {
    let indicator = comparison.located.indicator;
    let polarity = match indicator.polarity {
        Polarity::Neither => "Neither a rise nor a fall is taken as better.".to_owned(),
        Polarity::HigherIsBetter if indicator.measure == Measure::Rating => "A higher grade is better.".to_owned(),
        other => format!("{}.", words::sentence_case(other.word())),
    };
    vec![named_with_unit(indicator), indicator.definition.clone(), polarity]
}

/// The name, the unit where the name does not say it, and how it is measured, as far as the source tells.
fn named_with_unit(indicator: &Indicator) -> String {
    let unstated = indicator.unit == "not stated";
    let says_unit = indicator.name.to_lowercase().contains(&indicator.unit.to_lowercase());
    let name = if unstated || says_unit || indicator.unit == "grade" {
        indicator.name.clone()
    } else {
        format!("{} ({})", indicator.name, indicator.unit)
    };
    match (unstated, indicator.measure) {
        (true, Measure::NotStated) => format!("{name}: neither unit nor measure is stated."),
        (true, measure) => format!("{name}, {}; the unit is not stated.", measure.meaning()),
        (false, measure) => format!("{name}, {}.", measure.meaning()),
    }
}

fn source_lines(dataset: &Dataset, comparison: &Comparison<'_>) -> Vec<String> {
    comparison
        .located
        .outcome
        .sources
        .iter()
        .map(|reference| {
            let title = dataset.source_titles(std::slice::from_ref(reference));
            let place = if reference.lines.is_empty() {
                reference.at.clone()
            } else {
                let lines: Vec<String> = reference.lines.iter().map(ToString::to_string).collect();
                format!("{} {}", if lines.len() == 1 { "line" } else { "lines" }, lines.join(", "))
            };
            if place.is_empty() { title } else { format!("{title}, {place}") }
        })
        .collect()
}

/// The bounds of every published number.
fn bounds<'c>(comparison: &'c Comparison<'_>) -> impl Iterator<Item = Bound> + 'c {
    let levels = [comparison.before(), comparison.after()].into_iter().flatten().map(|level| level.number.bound());
    let of_part = match &comparison.located.outcome.published {
        Published::Part { count, of, share, .. } => vec![*count, *of, *share],
        Published::Single(level) => vec![Some(level.number)],
        _ => Vec::new(),
    };
    let stated = comparison.stated.iter().map(|change| change.by.bound());
    levels.chain(stated).chain(of_part.into_iter().flatten().map(|number| number.bound()))
}

fn rules(comparison: &Comparison<'_>, cautions: &[Caution]) -> Vec<Rule> {
    let mut rules: Vec<Rule> = cautions.iter().map(|c| c.rule).collect();
    let published = &comparison.located.outcome.published;
    if matches!(published, Published::Change { .. } | Published::Direction { .. }) {
        rules.push(Rule::R1);
    }
    if comparison.per_month.is_some() {
        rules.push(Rule::R3);
    }
    if bounds(comparison).any(|bound| bound != Bound::Exactly) {
        rules.push(Rule::R4);
    }
    if comparison.located.indicator.polarity == Polarity::Neither {
        rules.push(Rule::R7);
    }
    if matches!(published, Published::Rating { .. }) {
        rules.push(Rule::R8);
    }
    rules.extend([Rule::R12, Rule::R13]);
    rules.sort_unstable();
    rules.dedup();
    rules
}
