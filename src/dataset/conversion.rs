//! From the file types of the latest version to the model, gathering every number, date, period and change that can't be read.
//!
//! What can't be read is replaced by a harmless stand-in, so that the rest can still be checked; a dataset with such an error
//! never leaves [`super::load`]. Whether the parts agree with each other is [`super::validation`]'s.

use super::finding::Problem;
use super::format_v1::{
    BenchmarkFile, BenchmarkValueFile, CouncilFile, CountedFile, GradeFile, IndicatorFile, KnownLevelFile, LevelFile,
    NumberFile, OutcomeFile, PointValueFile, ProgrammeFile, PublishedFile, SourceFile, SourceRefFile,
};
use super::format_v2::{ChangedWordsFile, DatasetFile, OwnWordsFile, SavedViewFile};
use super::statistics_file;
use crate::model::{
    Benchmark, BenchmarkValue, Change, ChangedWords, Council, CouncilId, Counted, Dataset, Date, Direction,
    Explanation, Framework, Grade, Indicator, IndicatorId, KnownLevel, Level, Number, Outcome, OutcomeId, OwnWords,
    Period, PointValue, Programme, ProgrammeId, Published, SavedView, SavedViewId, SeriesPoint, Source, SourceId,
    SourceRef, StatisticId, When,
};
use crate::say;
use crate::words::letters::unseen_letter;

/// The model of a file, and what in it can't be read.
pub(super) fn to_model(file: DatasetFile) -> (Dataset, Vec<Problem>) {
    let mut reader = Reader { problems: Vec::new() };
    let (releases, statistics) = statistics_file::to_model(file.releases, file.statistics, &mut reader.problems);
    let dataset = Dataset {
        title: file.title,
        licence: file.licence,
        summary: file.summary,
        sources: each(file.sources, "sources", |path, source| reader.source(path, source)),
        councils: each(file.councils, "councils", |path, council| reader.council(path, council)),
        indicators: file.indicators.into_iter().map(indicator).collect(),
        programmes: each(file.programmes, "programmes", |path, programme| reader.programme(path, programme)),
        context: each(file.context, "context", |path, outcome| reader.outcome(path, outcome, &[])),
        releases,
        statistics,
        views: file.views.into_iter().map(saved_view).collect(),
        ..Dataset::default()
    };
    (dataset, reader.problems)
}

/// Converts each element of a list together with its path.
fn each<F, M>(list: Vec<F>, path: &str, mut convert: impl FnMut(&str, F) -> M) -> Vec<M> {
    list.into_iter().enumerate().map(|(nth, element)| convert(&format!("{path}[{nth}]"), element)).collect()
}

fn ids<T>(list: Vec<String>, id: fn(String) -> T) -> Vec<T> {
    list.into_iter().map(id).collect()
}

fn indicator(file: IndicatorFile) -> Indicator {
    Indicator {
        id: IndicatorId::new(file.id),
        name: file.name,
        concept: file.concept,
        topic: file.topic,
        unit: file.unit.into(),
        measure: file.measure.into(),
        polarity: file.polarity.into(),
        definition: file.definition,
        statistic: Some(file.statistic).filter(|id| !id.is_empty()).map(StatisticId::new),
    }
}

fn saved_view(file: SavedViewFile) -> SavedView {
    SavedView {
        id: SavedViewId::new(file.id),
        name: file.name,
        room: file.room.into(),
        shown_as: file.shown_as.into(),
        councils: ids(file.councils, CouncilId::new),
        concept: file.concept,
        indicator: file.indicator.map(IndicatorId::new),
        kind: file.kind.into(),
        order: file.order.into(),
        axis: file.axis.into(),
        from: file.from,
        to: file.to,
        region: file.region,
        council_kind: file.council_kind.map(Into::into),
        topic: file.topic,
        source: file.source.map(SourceId::new),
        form: file.form.map(Into::into),
        shows_unreal: file.estimates,
        shows_context: file.context,
        words: own_words(file.words),
    }
}

fn own_words(OwnWordsFile { changed, left_out, note }: OwnWordsFile) -> OwnWords {
    let convert = |ChangedWordsFile { place, was, is }: ChangedWordsFile| ChangedWords { place: place.into(), was, is };
    OwnWords { changed: changed.into_iter().map(convert).collect(), left_out, note }
}

fn source_refs(list: Vec<SourceRefFile>) -> Vec<SourceRef> {
    let convert =
        |file: SourceRefFile| SourceRef { source: SourceId::new(file.source), lines: file.lines, at: file.at };
    list.into_iter().map(convert).collect()
}

/// Stands for what can't be read: it has no figure that a check could stumble over.
fn stand_in() -> Published {
    Published::Direction { direction: Direction::Stable, over: Period::not_stated() }
}

/// A number that may not be read, as written.
fn unread(file: &NumberFile) -> String {
    match file {
        NumberFile::Plain(value) => value.to_string(),
        NumberFile::Text(text) => text.clone(),
    }
}

/// Reads texts and remembers those that can't be read.
struct Reader {
    problems: Vec<Problem>,
}

impl Reader {
    fn source(&mut self, path: &str, file: SourceFile) -> Source {
        Source {
            id: SourceId::new(file.id),
            title: file.title,
            publisher: file.publisher,
            published: self.period_or_not_stated(&format!("{path}.published"), &file.published),
            file: file.file,
            note: file.note,
        }
    }

    fn council(&mut self, path: &str, file: CouncilFile) -> Council {
        Council {
            id: CouncilId::new(file.id),
            name: file.name,
            aliases: file.aliases,
            kind: file.kind.into(),
            region: file.region,
            nation: file.nation.into(),
            gss: file.gss,
            from: file.from.and_then(|date| self.date(&format!("{path}.from"), &date)),
            until: file.until.and_then(|date| self.date(&format!("{path}.until"), &date)),
            successors: ids(file.successors, CouncilId::new),
            members: ids(file.members, CouncilId::new),
            note: file.note,
        }
    }

    fn programme(&mut self, path: &str, file: ProgrammeFile) -> Programme {
        let places = ids(file.places, CouncilId::new);
        let outcomes =
            each(file.outcomes, &format!("{path}.outcomes"), |path, outcome| self.outcome(path, outcome, &places));
        Programme {
            id: ProgrammeId::new(file.id),
            name: file.name,
            topic: file.topic,
            dates: self.period_or_not_stated(&format!("{path}.dates"), &file.dates),
            summary: file.summary,
            claims: file.claims,
            sources: source_refs(file.sources),
            outcomes,
            places,
        }
    }

    fn outcome(&mut self, path: &str, file: OutcomeFile, places: &[CouncilId]) -> Outcome {
        let own = ids(file.places, CouncilId::new);
        Outcome {
            id: OutcomeId::new(file.id),
            indicator: IndicatorId::new(file.indicator),
            places: if own.is_empty() { places.to_vec() } else { own },
            counted: self.counted(&format!("{path}.counted"), file.counted),
            role: file.role.into(),
            attribution: file.attribution.into(),
            published: self.published(&format!("{path}.published"), file.published).unwrap_or_else(stand_in),
            benchmark: file.benchmark.and_then(|benchmark| self.benchmark(&format!("{path}.benchmark"), benchmark)),
            compared_with: file.compared_with.into(),
            facts: file.facts.into_iter().map(Into::into).collect(),
            overlaps: ids(file.overlaps, OutcomeId::new),
            disagrees_with: ids(file.disagrees_with, OutcomeId::new),
            sources: source_refs(file.sources),
            notes: file.notes,
            withheld: None,
            statistic: None,
        }
    }

    fn counted(&mut self, path: &str, file: CountedFile) -> Counted {
        Counted {
            group: file.group.into(),
            who: file.who,
            before: file.before.and_then(|number| self.number(&format!("{path}.before"), &number)),
            after: file.after.and_then(|number| self.number(&format!("{path}.after"), &number)),
        }
    }

    fn benchmark(&mut self, path: &str, file: BenchmarkFile) -> Option<Benchmark> {
        let at = format!("{path}.is[0]");
        let value = match file.is {
            BenchmarkValueFile::Level(number) => self.number(&at, &number).map(BenchmarkValue::Level),
            BenchmarkValueFile::Change(text) => self.change(&at, &text).map(BenchmarkValue::Change),
            BenchmarkValueFile::UnsignedChange(text) => self.percent(&at, &text).map(BenchmarkValue::UnsignedChange),
            BenchmarkValueFile::Direction(word) => Some(BenchmarkValue::Direction(word.into())),
        };
        let over = self.period(&format!("{path}.over"), &file.over);
        Some(Benchmark { of: file.of, value: value?, over: over? })
    }

    fn published(&mut self, path: &str, file: PublishedFile) -> Option<Published> {
        let at = |name: &str| format!("{path}.{name}");
        match file {
            PublishedFile::Pair { before, after, stated, over } => {
                let before = self.level(&at("before"), before);
                let after = self.level(&at("after"), after);
                let stated = self.changes(&at("stated"), &stated);
                let over = self.period(&at("over"), &over);
                Some(Published::Pair { before: before?, after: after?, stated: stated?, over: over? })
            }
            PublishedFile::Change { stated, over, level } => {
                let stated = self.changes(&at("stated"), &stated);
                let over = self.period(&at("over"), &over);
                let level = match level {
                    Some(level) => self.known_level(&at("level"), level).map(Some),
                    None => Some(None),
                };
                Some(Published::Change { stated: stated?, over: over?, level: level? })
            }
            PublishedFile::Direction(direction, over) => {
                let over = self.period(&at("over"), &over)?;
                Some(Published::Direction { direction: direction.into(), over })
            }
            PublishedFile::Rating { before, after } => {
                let before = self.grade(&at("before"), before);
                let after = self.grade(&at("after"), after);
                Some(Published::Rating { before: before?, after: after? })
            }
            PublishedFile::Part { count, of, share, period } => {
                let before = self.problems.len();
                let count = count.and_then(|number| self.number(&at("count"), &number));
                let of = of.and_then(|number| self.number(&at("of"), &number));
                let share = share.and_then(|number| self.number(&at("share"), &number));
                let period = self.period(&at("period"), &period)?;
                (self.problems.len() == before).then_some(Published::Part { count, of, share, period })
            }
            PublishedFile::Single { level, period } => {
                let number = self.number(&at("level"), &level);
                let period = self.period(&at("period"), &period);
                Some(Published::Single(Level { number: number?, period: period? }))
            }
            PublishedFile::Grade(grade) => self.grade(path, grade).map(Published::SingleGrade),
            PublishedFile::Series { points, start } => {
                let before = self.problems.len();
                let points = each(points, &at("points"), |path, (period, value)| {
                    let period = self.period(&format!("{path}[0]"), &period);
                    let value = match value {
                        PointValueFile::Known(number) => {
                            self.number(&format!("{path}[1]"), &number).map(PointValue::Known)
                        }
                        PointValueFile::Missing(reason) => Some(PointValue::Missing(reason.into())),
                    };
                    Some(SeriesPoint { period: period?, value: value? })
                });
                let start = start.and_then(|start| self.period(&at("start"), &start));
                let points = points.into_iter().flatten().collect();
                (self.problems.len() == before).then_some(Published::Series { points, start })
            }
        }
    }

    fn level(&mut self, path: &str, (number, period): LevelFile) -> Option<Level> {
        let number = self.number(&format!("{path}[0]"), &number);
        let period = self.period(&format!("{path}[1]"), &period);
        Some(Level { number: number?, period: period? })
    }

    fn known_level(&mut self, path: &str, file: KnownLevelFile) -> Option<KnownLevel> {
        match file {
            KnownLevelFile::Before(number, period) => self.level(path, (number, period)).map(KnownLevel::Before),
            KnownLevelFile::After(number, period) => self.level(path, (number, period)).map(KnownLevel::After),
        }
    }

    fn grade(&mut self, path: &str, file: GradeFile) -> Option<Grade> {
        let GradeFile { grade, framework, judgement, date, body } = file;
        let date = self.period(&format!("{path}.date"), &date)?;
        Some(Grade { grade, framework: Framework::of_text(&framework), judgement, date, body })
    }

    fn number(&mut self, path: &str, file: &NumberFile) -> Option<Number> {
        let read = match file {
            NumberFile::Plain(value) => Number::exactly(*value),
            NumberFile::Text(text) => Number::parse(text),
        };
        self.read(path, &unread(file), read, say!("check-range-turned-round.fix"))
    }

    /// A change in per cent without a direction: `8.6%`.
    fn percent(&mut self, path: &str, text: &str) -> Option<Number> {
        let Some(amount) = text.trim().strip_suffix('%') else {
            let sentence = say!("check-no-percent", text = text);
            self.problems.push(Problem::error(path, sentence, say!("check-no-percent.fix")));
            return None;
        };
        self.read(path, text, Number::parse(amount), say!("check-range-turned-round.fix"))
    }

    fn change(&mut self, path: &str, text: &str) -> Option<Change> {
        self.read(path, text, Change::parse(text), say!("check-unreadable-change.fix"))
    }

    /// `None` where any of them can't be read.
    fn changes(&mut self, path: &str, texts: &[String]) -> Option<Vec<Change>> {
        let read: Vec<Option<Change>> =
            texts.iter().enumerate().map(|(nth, text)| self.change(&format!("{path}[{nth}]"), text)).collect();
        read.into_iter().collect()
    }

    fn period(&mut self, path: &str, text: &str) -> Option<Period> {
        self.read(path, text, Period::parse(text), say!("syntax-as-shown"))
    }

    fn period_or_not_stated(&mut self, path: &str, text: &str) -> Period {
        self.period(path, text).unwrap_or_else(Period::not_stated)
    }

    fn date(&mut self, path: &str, text: &str) -> Option<Date> {
        if let Ok(Period { when: When::At(date), implied: false }) = Period::parse(text) {
            return Some(date);
        }
        let sentence = say!("check-no-date", text = text);
        self.problems.push(Problem::error(path, sentence, say!("check-no-date.fix")));
        None
    }

    /// The value, or `None` and a problem, whose fix is `fix` where the error has none of its own.
    /// A character that nobody sees in the text as written is named, because the error can't show it.
    fn read<T, E>(&mut self, path: &str, text: &str, read: Result<T, E>, fix: &str) -> Option<T>
    where
        for<'a> Explanation: From<&'a E>,
    {
        let error = match read {
            Ok(value) => return Some(value),
            Err(error) => error,
        };
        let told = Explanation::from(&error);
        let fix = match (told.fix, unseen_letter(text)) {
            (Some(_), Some(letter)) => say!("check-unseen-letter.fix", letter = letter),
            (Some(own), None) => own,
            (None, _) => fix.to_owned(),
        };
        self.problems.push(Problem::error(path, told.sentence, fix));
        None
    }
}
