//! What may be chosen in the forms: values with their words and what each means.

use super::BenchmarkKind;
use crate::model::{Attribution, ComparedWith, CountedGroup, Direction, Fact, Form, Measure, Polarity, Role};
use crate::say;

/// One of a few: its value, its word, and what it means, which may be empty.
pub type FormOption<T> = (T, &'static str, &'static str);

/// Forms of evidence, with what each asks for.
pub fn forms_of_evidence() -> [FormOption<Form>; 7] {
    [
        (Form::Pair, say!("published-form-pair"), say!("published-form-pair.hint")),
        (Form::Change, say!("published-form-change"), say!("published-form-change.hint")),
        (Form::Direction, say!("published-form-direction"), say!("published-form-direction.hint")),
        (Form::Rating, say!("published-form-rating"), say!("published-form-rating.hint")),
        (Form::Part, say!("published-form-part"), say!("published-form-part.hint")),
        (Form::Single, say!("published-form-single"), say!("published-form-single.hint")),
        (Form::Series, say!("published-form-series"), say!("published-form-series.hint")),
    ]
}

/// Ways in which something went.
pub fn directions() -> [FormOption<Direction>; 3] {
    [
        (Direction::Fell, say!("published-form-way-fell"), ""),
        (Direction::Rose, say!("published-form-way-rose"), ""),
        (Direction::Stable, say!("published-form-way-stable"), ""),
    ]
}

/// Which level accompanies a change, by the text that stands for it.
pub fn sides() -> [FormOption<&'static str>; 3] {
    [
        ("", say!("published-form-side-none"), ""),
        ("before", say!("published-form-side-before"), say!("published-form-side-before.hint")),
        ("after", say!("published-form-side-after"), say!("published-form-side-after.hint")),
    ]
}

/// Kinds of benchmark.
pub fn benchmark_kinds() -> [FormOption<BenchmarkKind>; 5] {
    [
        (BenchmarkKind::None, say!("benchmark-form-none"), say!("benchmark-form-none.hint")),
        (BenchmarkKind::Level, say!("benchmark-form-level"), say!("benchmark-form-level.hint")),
        (BenchmarkKind::Change, say!("benchmark-form-change"), say!("benchmark-form-change.hint")),
        (BenchmarkKind::Unsigned, say!("benchmark-form-unsigned"), say!("benchmark-form-unsigned.hint")),
        (BenchmarkKind::Direction, say!("benchmark-form-direction"), say!("benchmark-form-direction.hint")),
    ]
}

/// Who was counted.
pub fn groups() -> [FormOption<CountedGroup>; 4] {
    [
        (CountedGroup::WholeCouncil, say!("outcome-form-whole-council"), say!("outcome-form-whole-council.hint")),
        (CountedGroup::Clients, say!("outcome-form-clients"), say!("outcome-form-clients.hint")),
        (CountedGroup::Sample, say!("outcome-form-sample"), say!("outcome-form-sample.hint")),
        (CountedGroup::NotStated, say!("outcome-form-group-not-stated"), say!("outcome-form-group-not-stated.hint")),
    ]
}

/// What figures are: outcomes, estimates, targets, plans, context.
pub fn roles() -> [FormOption<Role>; 5] {
    [
        (Role::Outcome, say!("outcome-form-role-outcome"), say!("outcome-form-role-outcome.hint")),
        (Role::Estimate, say!("outcome-form-role-estimate"), say!("outcome-form-role-estimate.hint")),
        (Role::Target, say!("outcome-form-role-target"), say!("outcome-form-role-target.hint")),
        (Role::Plan, say!("outcome-form-role-plan"), say!("outcome-form-role-plan.hint")),
        (Role::Context, say!("outcome-form-role-context"), say!("outcome-form-role-context.hint")),
    ]
}

/// What a source says of the cause.
pub fn attributions() -> [FormOption<Attribution>; 3] {
    [
        (Attribution::CausedBy, say!("outcome-form-caused-by"), say!("outcome-form-caused-by.hint")),
        (Attribution::Alongside, say!("outcome-form-alongside"), say!("outcome-form-alongside.hint")),
        (Attribution::NotSaid, say!("outcome-form-not-said"), say!("outcome-form-not-said.hint")),
    ]
}

/// What a source compares with.
pub fn comparisons() -> [FormOption<ComparedWith>; 4] {
    [
        (ComparedWith::Itself, say!("outcome-form-itself"), say!("outcome-form-itself.hint")),
        (
            ComparedWith::StatedBenchmark,
            say!("outcome-form-stated-benchmark"),
            say!("outcome-form-stated-benchmark.hint"),
        ),
        (ComparedWith::MeasuredComparators, say!("outcome-form-comparators"), say!("outcome-form-comparators.hint")),
        (ComparedWith::NotApplicable, say!("outcome-form-nothing"), say!("outcome-form-nothing.hint")),
    ]
}

/// What is known about how sure a figure is.
pub fn uncertainty_facts() -> [FormOption<Fact>; 7] {
    [
        (Fact::FullCount, say!("outcome-form-full-count"), say!("outcome-form-full-count.hint")),
        (Fact::Sample, say!("outcome-form-known-sample"), say!("outcome-form-known-sample.hint")),
        (Fact::IndependentEvents, say!("outcome-form-separate-events"), say!("outcome-form-separate-events.hint")),
        (Fact::SamePeople, say!("outcome-form-same-people"), say!("outcome-form-same-people.hint")),
        (Fact::ChosenClients, say!("outcome-form-chosen-clients"), say!("outcome-form-chosen-clients.hint")),
        (
            Fact::OverlappingEvents,
            say!("outcome-form-overlapping-events"),
            say!("outcome-form-overlapping-events.hint"),
        ),
        (Fact::PickedAtABadMoment, say!("outcome-form-bad-moment"), say!("outcome-form-bad-moment.hint")),
    ]
}

/// Measures.
pub fn measures() -> [FormOption<Measure>; 7] {
    [
        (Measure::Flow, say!("indicator-form-flow"), say!("indicator-form-flow.hint")),
        (Measure::Stock, say!("indicator-form-stock"), say!("indicator-form-stock.hint")),
        (Measure::Rate, say!("indicator-form-rate"), say!("indicator-form-rate.hint")),
        (Measure::Average, say!("indicator-form-average"), say!("indicator-form-average.hint")),
        (Measure::Share, say!("indicator-form-share"), say!("indicator-form-share.hint")),
        (Measure::Rating, say!("indicator-form-rating"), say!("indicator-form-rating.hint")),
        (Measure::NotStated, say!("indicator-form-measure-not-stated"), say!("indicator-form-measure-not-stated.hint")),
    ]
}

/// Polarities.
pub fn polarities() -> [FormOption<Polarity>; 3] {
    [
        (Polarity::Neither, say!("indicator-form-neither"), say!("indicator-form-neither.hint")),
        (Polarity::LowerIsBetter, say!("indicator-form-lower"), say!("indicator-form-lower.hint")),
        (Polarity::HigherIsBetter, say!("indicator-form-higher"), say!("indicator-form-higher.hint")),
    ]
}
