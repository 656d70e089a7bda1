//! Random datasets without errors, in every form.
//!
//! Every strategy is boxed: nested ones would otherwise fill the stack of a test's thread.

use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use sidebyside::model::{
    Attribution, Benchmark, BenchmarkValue, Change, ChangedWords, ComparedWith, Council, CouncilId, CouncilKind,
    Counted, CountedGroup, Dataset, Date, Direction, Fact, FigureKind, Form, Framework, Grade, Indicator, IndicatorId,
    KnownLevel, Level, Measure, Missing, Nation, Number, Order, Outcome, OutcomeId, OwnWords, Period, PointValue,
    Polarity, Programme, ProgrammeId, Published, Role, SavedView, SavedViewId, SeriesPoint, SeriesScale, ShownAs,
    Source, SourceId, SourceRef, ViewRoom, When, WordingSlot,
};

fn text() -> BoxedStrategy<String> {
    prop_oneof!["", "[a-z]{1,8}", ".{0,12}", "[\"'\\\\#/*()£é\u{301}\u{200b}\n\r\t\u{7f}]{0,8}"].boxed()
}

fn name() -> BoxedStrategy<String> {
    text().prop_map(|rest| format!("N{rest}")).boxed()
}

fn period() -> BoxedStrategy<Period> {
    let texts = [
        "not stated",
        "2015",
        "2016/17",
        "2017-09 (implied)",
        "2017-09-30",
        "2016-01-01/2016-12-31",
        "2009/10/2017/18",
        "since 2011",
        "18 months",
        "1 year before the programme",
        "not stated (implied)",
    ];
    select(texts.to_vec()).prop_map(|text| Period::parse(text).unwrap()).boxed()
}

fn date() -> BoxedStrategy<Date> {
    select(vec!["1974-04-01", "1974-04", "1974", "1974/75"])
        .prop_map(|text| match Period::parse(text).unwrap().when {
            When::At(date) => date,
            other => panic!("{other:?}"),
        })
        .boxed()
}

/// Zero or more, as every count is.
fn number() -> BoxedStrategy<Number> {
    let bound = select(vec!["", "about ", "over ", "at least ", "nearly ", "under ", "up to "]);
    let printed = (bound, 0_u64..2_000_000_000, 0_usize..5).prop_map(|(bound, n, decimals)| {
        let value = n as f64 / 10f64.powi(i32::try_from(decimals).unwrap());
        Number::parse(&format!("{bound}{value:.decimals$}")).unwrap()
    });
    let range = (0_u32..1000, 0_u32..1000)
        .prop_map(|(low, more)| Number::parse(&format!("between {low} and {}", low + more)).unwrap());
    // As many digits as a number may have.
    let plain = prop_oneof![
        (0_u64..1_000_000_000_000).prop_map(|n| n as f64 / 1000.0),
        Just(0.0),
        Just(999_999_999_999_999.0),
        Just(1e-14),
    ];
    prop_oneof![printed, range, plain.prop_map(|value| Number::exactly(value).unwrap())].boxed()
}

fn change() -> BoxedStrategy<Change> {
    (select(vec!["fell", "rose"]), number(), select(vec!["%", " pp", ""]))
        .prop_map(|(direction, by, unit)| Change::parse(&format!("{direction} {by}{unit}")))
        .prop_filter_map("hundreds of decimals can't be printed", Result::ok)
        .boxed()
}

fn level() -> BoxedStrategy<Level> {
    (number(), period()).prop_map(|(number, period)| Level { number, period }).boxed()
}

fn grade() -> BoxedStrategy<Grade> {
    let framework = prop_oneof![Just("not stated".to_owned()), text()];
    (name(), framework, text(), period(), text())
        .prop_map(|(grade, framework, judgement, date, body)| Grade {
            grade,
            framework: Framework::of_text(&framework),
            judgement,
            date,
            body,
        })
        .boxed()
}

fn direction() -> BoxedStrategy<Direction> {
    select(Direction::ALL.to_vec()).boxed()
}

fn points() -> BoxedStrategy<Vec<SeriesPoint>> {
    let missing = select(vec![
        Missing::NotPublished,
        Missing::Suppressed,
        Missing::NotApplicable,
        Missing::RoundsToZero,
        Missing::LowReliability,
    ]);
    let value = prop_oneof![number().prop_map(PointValue::Known), missing.prop_map(PointValue::Missing)];
    prop::collection::vec(value, 1..5)
        .prop_map(|values| {
            let dated = values.into_iter().zip(2010..);
            dated
                .map(|(value, year)| SeriesPoint { period: Period::parse(&year.to_string()).unwrap(), value })
                .collect()
        })
        .boxed()
}

fn numeric() -> BoxedStrategy<Published> {
    let known = prop_oneof![level().prop_map(KnownLevel::Before), level().prop_map(KnownLevel::After)];
    prop_oneof![
        (level(), level(), prop::collection::vec(change(), 0..3), period())
            .prop_map(|(before, after, stated, over)| Published::Pair { before, after, stated, over }),
        (prop::collection::vec(change(), 1..3), period(), option::of(known))
            .prop_map(|(stated, over, level)| Published::Change { stated, over, level }),
        (direction(), period()).prop_map(|(direction, over)| Published::Direction { direction, over }),
        (0_u32..50, 50_u32..99, option::of(0_u32..100), period()).prop_map(|(count, of, share, period)| {
            let number = |n: u32| Number::exactly(f64::from(n)).unwrap();
            Published::Part { count: Some(number(count)), of: Some(number(of)), share: share.map(number), period }
        }),
        level().prop_map(Published::Single),
        (points(), option::of(period())).prop_map(|(points, start)| Published::Series { points, start }),
    ]
    .boxed()
}

fn graded() -> BoxedStrategy<Published> {
    prop_oneof![
        (grade(), grade()).prop_map(|(before, after)| Published::Rating { before, after }),
        grade().prop_map(Published::SingleGrade),
    ]
    .boxed()
}

fn benchmark() -> BoxedStrategy<Benchmark> {
    let printable =
        number().prop_filter("hundreds of decimals can't be printed", |n| Number::parse(&n.to_string()) == Ok(*n));
    let value = prop_oneof![
        number().prop_map(BenchmarkValue::Level),
        change().prop_map(BenchmarkValue::Change),
        printable.prop_map(BenchmarkValue::UnsignedChange),
        direction().prop_map(BenchmarkValue::Direction),
    ];
    (text(), value, period()).prop_map(|(of, value, over)| Benchmark { of, value, over }).boxed()
}

fn counted() -> BoxedStrategy<Counted> {
    (select(CountedGroup::ALL.to_vec()), text(), option::of(number()), option::of(number()))
        .prop_map(|(group, who, before, after)| Counted { group, who, before, after })
        .boxed()
}

fn source_ref() -> BoxedStrategy<SourceRef> {
    (prop::collection::vec(1_u32..999, 0..3), text())
        .prop_map(|(lines, at)| SourceRef { source: SourceId::new("s"), lines, at })
        .boxed()
}

/// An outcome without an id; `graded` has grades, the others have figures.
fn outcome() -> BoxedStrategy<Outcome> {
    let published = prop_oneof![
        4 => numeric().prop_map(|published| ("i-flow", published)),
        1 => graded().prop_map(|published| ("i-rating", published)),
    ];
    let attribution = select(Attribution::ALL.to_vec());
    let compared = select(vec![
        ComparedWith::Itself,
        ComparedWith::StatedBenchmark,
        ComparedWith::MeasuredComparators,
        ComparedWith::NotApplicable,
    ]);
    let facts = vec![
        Fact::IndependentEvents,
        Fact::Sample,
        Fact::SamePeople,
        Fact::ChosenClients,
        Fact::OverlappingEvents,
        Fact::FullCount,
        Fact::PickedAtABadMoment,
    ];
    let places = select(vec![vec!["a"], vec!["b"], vec!["a", "b"]]);
    let words = (select(Role::ALL.to_vec()), attribution, compared, prop::sample::subsequence(facts, 0..=7));
    let rest = (
        option::of(benchmark()),
        counted(),
        prop::collection::vec(source_ref(), 1..3),
        prop::collection::vec(text(), 0..3),
    );
    (published, places, words, rest)
        .prop_map(
            |(
                (indicator, published),
                places,
                (role, attribution, compared_with, facts),
                (benchmark, counted, sources, notes),
            )| Outcome {
                id: OutcomeId::new(""),
                indicator: IndicatorId::new(indicator),
                places: places.into_iter().map(CouncilId::new).collect(),
                counted,
                role,
                attribution,
                published,
                benchmark,
                compared_with,
                facts,
                overlaps: vec![OutcomeId::new("context-0")],
                disagrees_with: vec![],
                sources,
                notes,
                withheld: None,
                statistic: None,
            },
        )
        .boxed()
}

fn council(id: &'static str) -> BoxedStrategy<Council> {
    let gss = option::of("[A-Z][0-9]{8}");
    let dates = (option::of(date()), option::of(Just(Date::Year(2023))));
    let ids = prop::sample::subsequence(vec![CouncilId::new("a"), CouncilId::new("b")], 0..=2);
    let words = (name(), prop::collection::vec(text(), 0..3), text(), text());
    (words, select(CouncilKind::ALL.to_vec()), select(Nation::ALL.to_vec()), gss, dates, ids)
        .prop_map(move |((name, aliases, region, note), kind, nation, gss, (from, until), ids)| Council {
            id: CouncilId::new(id),
            name,
            aliases,
            kind,
            region,
            nation,
            gss,
            from,
            until,
            successors: ids.clone(),
            members: ids,
            note,
        })
        .boxed()
}

fn indicator(id: &'static str, measure: Measure) -> BoxedStrategy<Indicator> {
    let polarity = select(Polarity::ALL.to_vec());
    (name(), name(), text(), text(), polarity, text())
        .prop_map(move |(name, concept, topic, unit, polarity, definition)| Indicator {
            id: IndicatorId::new(id),
            name,
            concept,
            topic,
            unit: unit.into(),
            measure,
            polarity,
            definition,
            statistic: None,
        })
        .boxed()
}

fn programme() -> BoxedStrategy<Programme> {
    let texts = (name(), text(), text(), prop::collection::vec(text(), 0..3));
    (texts, period(), prop::collection::vec(source_ref(), 0..2), prop::collection::vec(outcome(), 0..4))
        .prop_map(|((name, topic, summary, claims), dates, sources, outcomes)| Programme {
            id: ProgrammeId::new(""),
            name,
            places: vec![CouncilId::new("a")],
            topic,
            dates,
            summary,
            claims,
            sources,
            outcomes,
        })
        .boxed()
}

fn source() -> BoxedStrategy<Source> {
    (name(), text(), period(), option::of(text()), text())
        .prop_map(|(title, publisher, published, file, note)| Source {
            id: SourceId::new("s"),
            title,
            publisher,
            published,
            file,
            note,
        })
        .boxed()
}

/// A kept view, which may name what no dataset has.
pub(crate) fn saved_view() -> BoxedStrategy<SavedView> {
    let council = prop_oneof!["a", "b", "[a-z-]{1,6}"].prop_map(CouncilId::new);
    let changed = (select(WordingSlot::ALL.to_vec()), name(), text());
    let changed = changed.prop_map(|(place, was, is)| ChangedWords { place, was, is });
    let words = (prop::collection::vec(changed, 0..3), prop::collection::vec(name(), 0..2), text());
    let words = words.prop_map(|(changed, left_out, note)| OwnWords { changed, left_out, note });
    let room = (select(ViewRoom::ALL.to_vec()), select(ShownAs::ALL.to_vec()));
    let kind =
        (select(FigureKind::ALL.to_vec()), select(Order::ALL.to_vec()), option::of(select(CouncilKind::ALL.to_vec())));
    let narrowed = (text(), text(), option::of("[a-z]{1,4}"), option::of(select(Form::ALL.to_vec())), any::<bool>());
    let whom = (prop::collection::vec(council, 0..4), text(), option::of("[a-z]{1,4}"));
    (name(), room, whom, kind, narrowed, words)
        .prop_map(
            |(name, (room, shown_as), (councils, concept, indicator), (kind, order, council_kind), narrowed, words)| {
                let (region, topic, source, form, shows_unreal) = narrowed;
                SavedView {
                    id: SavedViewId::new("v"),
                    name,
                    room,
                    shown_as,
                    councils,
                    concept,
                    indicator: indicator.map(IndicatorId::new),
                    kind,
                    order,
                    axis: if region.is_empty() { SeriesScale::Level } else { SeriesScale::Index },
                    from: region.clone(),
                    to: region.clone(),
                    region,
                    council_kind,
                    topic,
                    source: source.map(SourceId::new),
                    form,
                    shows_unreal,
                    shows_context: shows_unreal,
                    words,
                }
            },
        )
        .boxed()
}

/// A dataset without errors; cautions there may be.
pub(crate) fn dataset() -> BoxedStrategy<Dataset> {
    let lists = (
        source(),
        (council("a"), council("b")),
        (indicator("i-flow", Measure::Flow), indicator("i-rating", Measure::Rating)),
        prop::collection::vec(programme(), 0..3),
        prop::collection::vec(outcome(), 1..3),
        prop::collection::vec(saved_view(), 0..3),
    );
    (name(), text(), text(), lists)
        .prop_map(|(title, licence, summary, (source, councils, indicators, programmes, context, views))| {
            let mut dataset = Dataset {
                title,
                licence,
                summary,
                sources: vec![source],
                councils: vec![councils.0, councils.1],
                indicators: vec![indicators.0, indicators.1],
                programmes,
                context,
                views,
                ..Dataset::default()
            };
            for (p, programme) in dataset.programmes.iter_mut().enumerate() {
                programme.id = ProgrammeId::new(format!("p-{p}"));
                for (o, outcome) in programme.outcomes.iter_mut().enumerate() {
                    outcome.id = OutcomeId::new(format!("p-{p}-{o}"));
                }
            }
            for (n, view) in dataset.views.iter_mut().enumerate() {
                view.id = SavedViewId::new(format!("v-{n}"));
                // Nothing is named that is not there.
                view.councils.retain(|id| ["a", "b"].contains(&id.as_str()));
                view.indicator = view.indicator.take().map(|_| IndicatorId::new("i-flow"));
                view.source = view.source.take().map(|_| SourceId::new("s"));
            }
            for (o, outcome) in dataset.context.iter_mut().enumerate() {
                outcome.id = OutcomeId::new(format!("context-{o}"));
                outcome.overlaps.clear();
            }
            dataset
        })
        .boxed()
}
