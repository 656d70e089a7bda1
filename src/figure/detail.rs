//! One outcome in full, in words: what was published, what was computed and by which rule, and what a reader has to be told.

use crate::compare::cautions::with_overlaps_together;
use crate::compare::phrases::{self, AmountUnit, by_commas};
use crate::compare::suppression::change_is_suppressed;
use crate::compare::{Caution, ChangeScale, Comparison, Computed, NoPercent, Rule, Uncertainty};
use crate::model::{
    Bound, Change, ChangeUnit, CountedGroup, Dataset, Direction, Framework, Grade, Indicator, KnownLevel, Level,
    Measure, NumberField, Period, Polarity, Published, Role, SourceRef, Unit, UnitKind,
};
use crate::say;

use super::{alt_text, beside_series, changes, outcome_text, statistics_notes, suppressed, words};

/// One outcome in full.
#[derive(Clone, Debug, PartialEq)]
pub struct Detail {
    /// Whose.
    pub place: String,
    /// What.
    pub indicator: String,
    /// The concept of that indicator, as the dataset names it.
    pub concept: String,
    /// All of it in a sentence, as it is spoken.
    pub sentence: String,
    /// Whether it sets two dates of official statistics beside each other, so that no form holds it.
    pub is_official: bool,
    /// Whether an official series stands beside it, which can be drawn.
    pub has_series: bool,
    /// The two ends and the change in large characters.
    pub figures: Vec<BigFigure>,
    /// Sections of text, in reading order.
    pub sections: Vec<DetailSection>,
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
pub struct DetailSection {
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
            sections.push(DetailSection { heading, lines });
        }
    };
    add(say!("detail-heading-published"), published_lines(comparison));
    if outcome.role != Role::Outcome {
        add(say!("detail-heading-statement"), vec![role_sentence(outcome.role).to_owned()]);
    }
    add(say!("detail-heading-period"), vec![words::sentence_case(&words::time_between(&outcome.published))]);
    let beside = beside_series::lines(dataset, comparison);
    let has_series = beside.len() > 1;
    add(say!("detail-heading-series"), beside);
    if let Some(programme) = comparison.located.programme {
        let dates = if programme.dates.is_stated() {
            words::sentence_case(&words::period(&programme.dates))
        } else {
            String::new()
        };
        add(say!("detail-heading-programme"), vec![programme.name.clone(), dates]);
    }
    add(say!("detail-heading-suppressed"), suppressed::lines(outcome));
    add(say!("detail-heading-counted"), counted_lines(comparison));
    add(say!("detail-heading-computed"), computed_lines(comparison));
    add(say!("detail-heading-benchmark"), benchmark_lines(comparison));
    if comparison.located.programme.is_some() {
        add(say!("detail-heading-cause"), vec![outcome.attribution.label().to_owned()]);
    }
    add(
        say!("detail-heading-compared-with"),
        vec![comparison.evidence.label().to_owned(), comparison.evidence.maryland_words()],
    );
    add(say!("detail-heading-interval"), interval_lines(comparison));
    add(say!("detail-heading-releases"), statistics_notes::every_date(dataset, comparison));
    add(say!("detail-heading-indicator"), indicator_lines(comparison));
    add(say!("detail-heading-notes"), outcome.notes.clone());
    add(say!("detail-heading-source"), source_lines(dataset, comparison));
    let cautions = with_overlaps_together(dataset, comparison.located.outcome, &comparison.cautions);
    let mut rules = rules(comparison, &cautions);
    if has_series {
        rules.extend([Rule::R19, Rule::R20]);
    }
    Detail {
        place: comparison.place.clone(),
        indicator: indicator.name.clone(),
        concept: indicator.concept.clone(),
        sentence: alt_text::datum(comparison),
        is_official: statistics_notes::is_official(comparison),
        has_series,
        figures: figures(comparison),
        sections,
        cautions,
        rules,
    }
}

/// What data say where a source does not tell; a word of the format and not of the window.
const NOT_STATED: &str = "not stated";

fn big(caption: &str, text: String, below: String) -> BigFigure {
    BigFigure { caption: caption.to_owned(), text, below }
}

fn figures(comparison: &Comparison<'_>) -> Vec<BigFigure> {
    let unit = &comparison.located.indicator.unit;
    match &comparison.located.outcome.published {
        Published::Pair { before, after, .. } => {
            let mut figures = vec![
                big(say!("detail-big-before"), words::level(&before.number, unit), String::new()),
                big(say!("detail-big-after"), words::level(&after.number, unit), String::new()),
            ];
            // Small counts lead, and the percentage stands below them (R6).
            if super::levels::counts_are_small(comparison)
                && let Some(difference) = changes::difference(comparison)
            {
                let percent = changes::computed(comparison).unwrap_or_default();
                figures.push(big(say!("detail-big-difference"), difference, percent));
            } else if let Some(percent) = changes::computed(comparison) {
                let below = if comparison.per_month.is_some() { say!("detail-by-the-month") } else { "" };
                figures.push(big(say!("detail-big-computed"), percent, below.to_owned()));
            }
            figures
        }
        Published::Change { stated, level, .. } => {
            let mut figures = Vec::new();
            match level {
                Some(KnownLevel::Before(known)) => {
                    figures.push(big(say!("detail-big-before"), words::level(&known.number, unit), String::new()));
                }
                Some(KnownLevel::After(known)) => {
                    figures.push(big(say!("detail-big-after"), words::level(&known.number, unit), String::new()));
                }
                None => {}
            }
            figures.extend(
                stated.iter().map(|change| big(say!("detail-big-stated"), words::change(change, unit), String::new())),
            );
            figures
        }
        Published::Direction { direction, .. } => {
            vec![big(
                say!("detail-big-direction"),
                phrases::direction(*direction).to_owned(),
                say!("detail-no-figure").to_owned(),
            )]
        }
        Published::Rating { before, after } => vec![
            big(say!("detail-big-before"), before.grade.clone(), words::period(&before.date)),
            big(say!("detail-big-after"), after.grade.clone(), words::period(&after.date)),
        ],
        Published::Part { .. } => {
            vec![big(say!("detail-big-part"), alt_text::part(&comparison.located.outcome.published), String::new())]
        }
        Published::Single(level) => {
            vec![big(say!("detail-big-level"), words::level(&level.number, unit), String::new())]
        }
        Published::SingleGrade(grade) => {
            vec![big(say!("detail-big-grade"), grade.grade.clone(), words::period(&grade.date))]
        }
        Published::Series { points, .. } => {
            vec![big(say!("detail-big-values"), words::count(points.len()), String::new())]
        }
        Published::Suppressed(remains) => suppressed::big_figures(comparison.located.outcome, remains, unit),
    }
}

fn published_lines(comparison: &Comparison<'_>) -> Vec<String> {
    let unit = &comparison.located.indicator.unit;
    let told = |level: &Level| {
        let figure = counted_in(&words::level(&level.number, unit), unit);
        // A time that was stated for both levels stands by itself; beside it nobody says that the time is not stated.
        if !level.period.is_stated() && spans_both(&comparison.located.outcome.published) {
            return figure;
        }
        say!("detail-when", figure = figure, when = date_or_period(comparison, &level.period))
    };
    match &comparison.located.outcome.published {
        Published::Pair { before, after, stated, .. } => {
            let mut lines = vec![say!("detail-before", told = told(before)), say!("detail-after", told = told(after))];
            lines.extend(stated.iter().map(|c| say!("detail-also-stated", change = stated_in(c, unit))));
            lines
        }
        Published::Change { stated, level, .. } => {
            let mut lines: Vec<String> = stated.iter().map(|c| sentence(&stated_in(c, unit))).collect();
            lines.push(match level {
                None => say!("detail-neither-level").to_owned(),
                Some(KnownLevel::Before(known)) => say!("detail-before-only", told = told(known)),
                Some(KnownLevel::After(known)) => say!("detail-after-only", told = told(known)),
            });
            lines
        }
        Published::Direction { direction, .. } => {
            let only = match direction {
                Direction::Fell => say!("detail-only-fell"),
                Direction::Rose => say!("detail-only-rose"),
                Direction::Stable => say!("detail-only-stable"),
            };
            vec![only.to_owned()]
        }
        Published::Rating { before, after } => vec![
            say!("detail-before", told = grade_in_words(before)),
            say!("detail-after", told = grade_in_words(after)),
        ],
        Published::SingleGrade(grade) => vec![say!("detail-grade", told = grade_in_words(grade))],
        Published::Part { .. } => {
            vec![sentence(&alt_text::part(&comparison.located.outcome.published))]
        }
        Published::Single(level) => {
            vec![say!("detail-single", figure = counted_in(&words::level(&level.number, unit), unit))]
        }
        Published::Series { points, .. } => points
            .iter()
            .map(|point| {
                let value = match point.value {
                    crate::model::PointValue::Known(number) => words::level(&number, unit),
                    crate::model::PointValue::Missing(reason) => phrases::missing(reason).to_owned(),
                };
                say!("detail-point", when = words::period(&point.period), value = value)
            })
            .collect(),
        Published::Suppressed(remains) => suppressed::published_lines(comparison.located.outcome, remains, unit, told),
    }
}

fn sentence(words: &str) -> String {
    say!("detail-sentence", words = words::sentence_case(words))
}

fn grade_in_words(grade: &Grade) -> String {
    let stated = |text: &str, otherwise: &'static str| {
        if text.is_empty() || text == NOT_STATED { otherwise.to_owned() } else { text.to_owned() }
    };
    let date_not_stated = || say!("detail-date-not-stated").to_owned();
    let name = Framework::text(grade.framework.as_ref());
    let framework = stated(name, say!("detail-framework-not-stated"));
    say!(
        "detail-grade-in-words",
        grade = grade.grade.as_str(),
        judgement = stated(&grade.judgement, say!("detail-judgement-not-stated")),
        when = if grade.date.is_stated() { words::period(&grade.date) } else { date_not_stated() },
        framework = if name.starts_with(&grade.body) {
            framework
        } else {
            say!("detail-body-and-framework", body = grade.body.as_str(), framework = framework)
        },
    )
}

fn role_sentence(role: Role) -> &'static str {
    match role {
        Role::Outcome => "",
        Role::Estimate => say!("detail-role-estimate"),
        Role::Target => say!("detail-role-target"),
        Role::Plan => say!("detail-role-plan"),
        Role::Context => say!("detail-role-context"),
    }
}

fn counted_lines(comparison: &Comparison<'_>) -> Vec<String> {
    let counted = &comparison.located.outcome.counted;
    let mut lines = Vec::new();
    if counted.group != CountedGroup::NotStated || counted.who.is_empty() {
        let group = counted.group.label();
        lines.push(if counted.who.is_empty() {
            sentence(group)
        } else {
            say!("detail-group", group = group, who = counted.who.as_str())
        });
    } else {
        lines.push(sentence(&counted.who));
    }
    if comparison.located.outcome.withheld.as_ref().is_some_and(|withheld| withheld.holds(&NumberField::GroupSize)) {
        lines.push(say!("detail-number-suppressed").to_owned());
        return lines;
    }
    match (&counted.before, &counted.after) {
        (None, None) => {}
        (before, after) => {
            let told = |n: &Option<crate::model::Number>| {
                n.as_ref().map_or_else(|| say!("detail-not-stated").to_owned(), |n| words::level(n, &Unit::NUMBER))
            };
            lines.push(say!("detail-number-counted", before = told(before), after = told(after)));
        }
    }
    lines
}

fn computed_lines(comparison: &Comparison<'_>) -> Vec<String> {
    let unit = &comparison.located.indicator.unit;
    let mut lines = Vec::new();
    if let Some((before, after)) = changes::averages(comparison) {
        lines.push(say!("detail-averages", before = before, after = after));
    }
    // Of a share the difference is the change, which the next line tells.
    if comparison.change_scale == ChangeScale::Percent
        && let Some(difference) = changes::difference(comparison)
    {
        let difference = counted_in(&difference, unit);
        lines.push(say!("detail-difference", difference = difference));
    }
    match comparison.change {
        Computed::Value(_) => {
            if let Some(percent) = changes::computed(comparison) {
                lines.push(if comparison.per_month.is_some() {
                    say!("detail-change-of-averages", percent = percent)
                } else {
                    say!("detail-change-of-levels", percent = percent)
                });
            }
        }
        Computed::None(NoPercent::Range { .. }) => {
            lines.extend(changes::computed(comparison).map(|change| say!("detail-change-range", change = change)));
        }
        Computed::None(reason) => {
            let published = &comparison.located.outcome.published;
            if matches!(published, Published::Pair { .. } | Published::Change { .. }) || change_is_suppressed(published)
            {
                lines.push(reason.describe());
            }
        }
    }
    if let Some(rating) = comparison.rating {
        lines.push(sentence(&alt_text::rating_words(rating)));
    }
    lines
}

/// A number with its unit: "1 incident", "626 children", "£1.8m".
fn counted_in(number: &str, unit: &Unit) -> String {
    AmountUnit::Named(plain_unit(unit)).amount(number)
}

/// A stated change with the unit it is counted in.
fn stated_in(change: &Change, unit: &Unit) -> String {
    let phrase = words::change_phrase(change, unit);
    if change.unit == ChangeUnit::Unit { counted_in(&phrase, unit) } else { phrase }
}

/// Whether one time was stated for the way from before to after.
fn spans_both(published: &Published) -> bool {
    matches!(published, Published::Pair { over, .. } | Published::Change { over, .. } if over.is_stated())
}

/// A flow is counted over a period, everything else at a date.
fn date_or_period(comparison: &Comparison<'_>, period: &Period) -> String {
    if !period.is_stated() && comparison.located.indicator.measure != Measure::Flow {
        return say!("detail-date-not-stated").to_owned();
    }
    words::period(period)
}

/// Signs of money and per cent stand at the number already.
fn plain_unit(unit: &Unit) -> &str {
    if unit.is_written_with_the_number() || unit.is_not_stated() { "" } else { unit.as_str() }
}

fn benchmark_lines(comparison: &Comparison<'_>) -> Vec<String> {
    if suppressed::holds_benchmark(comparison.located.outcome) {
        return vec![say!("detail-benchmark-suppressed").to_owned()];
    }
    let Some(benchmark) = &comparison.located.outcome.benchmark else { return Vec::new() };
    let value = outcome_text::benchmark_value(&benchmark.value, &comparison.located.indicator.unit);
    let (of, when) = (words::sentence_case(&benchmark.of), words::period(&benchmark.over));
    let mut lines = vec![say!("detail-benchmark", benchmark = of, value = value, when = when)];
    if let crate::compare::BenchmarkStanding::InWords(reason) = comparison.benchmark {
        lines.push(reason.to_owned());
    }
    lines
}

fn interval_lines(comparison: &Comparison<'_>) -> Vec<String> {
    match &comparison.uncertainty {
        Uncertainty::Interval { low_percent, high_percent, method } => vec![
            say!("detail-interval", low = words::percent(*low_percent), high = words::percent(*high_percent)),
            say!("detail-method", method = *method),
        ],
        Uncertainty::Points { low_points, high_points, method } => vec![
            say!("detail-interval-points", low = words::computed(*low_points), high = words::computed(*high_points)),
            say!("detail-method", method = *method),
        ],
        Uncertainty::Level { low_percent, high_percent, method } => vec![
            say!("detail-interval-share", low = words::plain(*low_percent, 1), high = words::plain(*high_percent, 1)),
            say!("detail-method", method = *method),
        ],
        Uncertainty::Refused(reasons) => {
            let mut lines = vec![say!("detail-no-interval").to_owned()];
            lines.extend(reasons.iter().map(|r| r.describe().to_owned()));
            lines
        }
    }
}

fn indicator_lines(comparison: &Comparison<'_>) -> Vec<String> {
    let indicator = comparison.located.indicator;
    let polarity = match indicator.polarity {
        Polarity::Neither => say!("detail-polarity-neither"),
        Polarity::HigherIsBetter if indicator.measure == Measure::Rating => say!("detail-polarity-higher-grade"),
        Polarity::HigherIsBetter => say!("detail-polarity-higher"),
        Polarity::LowerIsBetter => say!("detail-polarity-lower"),
    };
    vec![named_with_unit(indicator), indicator.definition.clone(), polarity.to_owned()]
}

/// The name, the unit where the name does not say it, and how it is measured, as far as the source tells.
fn named_with_unit(indicator: &Indicator) -> String {
    let unstated = indicator.unit.is_not_stated();
    let name = if unstated || words::names_unit(indicator) || indicator.unit.kind() == UnitKind::Grade {
        indicator.name.clone()
    } else {
        say!("index-indicator", name = indicator.name.as_str(), unit = indicator.unit.as_str())
    };
    match (unstated, indicator.measure) {
        (true, Measure::NotStated) => say!("detail-indicator-unstated", name = name),
        (true, measure) => say!("detail-indicator-without-unit", name = name, measure = measure.describe()),
        (false, measure) => say!("detail-indicator", name = name, measure = measure.describe()),
    }
}

fn source_lines(dataset: &Dataset, comparison: &Comparison<'_>) -> Vec<String> {
    comparison.located.outcome.sources.iter().map(|reference| source_in_words(dataset, reference)).collect()
}

/// A document by its title, with the place in it: "Annual report, lines 12, 15".
pub fn source_in_words(dataset: &Dataset, reference: &SourceRef) -> String {
    let title = dataset.source_titles(std::slice::from_ref(reference));
    let lines: Vec<String> = reference.lines.iter().map(ToString::to_string).collect();
    let lines = (!lines.is_empty()).then(|| say!("detail-lines", n = lines.len(), lines = by_commas(&lines)));
    let place: Vec<String> = lines.into_iter().chain(Some(reference.at.clone()).filter(|at| !at.is_empty())).collect();
    if place.is_empty() { title } else { say!("detail-source", title = title, place = by_commas(&place)) }
}

/// The bounds of every published number.
fn bounds<'c>(comparison: &'c Comparison<'_>) -> impl Iterator<Item = Bound> + 'c {
    let levels = [comparison.before(), comparison.after()].into_iter().flatten().map(|level| level.number.bound());
    let of_part = match &comparison.located.outcome.published {
        Published::Part { count, of, share, .. } => vec![*count, *of, *share],
        Published::Single(level) => vec![Some(level.number)],
        Published::Pair { .. }
        | Published::Change { .. }
        | Published::Direction { .. }
        | Published::Rating { .. }
        | Published::SingleGrade(_)
        | Published::Series { .. }
        | Published::Suppressed(_) => Vec::new(),
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
