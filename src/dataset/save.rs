//! Saving: a dataset as readable RON, and the file in one step, so that a crash never leaves half of one.
//!
//! The writing is stable: the same dataset gives the same bytes, in the order of the model, with everything left out that the
//! format fills in by itself. Comments of a file that was loaded are not kept; [`super::Loaded`] says whether there were any.

use std::path::Path;

use super::layout::RonBlock;
use super::save_statistics;
use super::version::format_of;
use super::words::{
    AttributionWord, ComparedWithWord, CountedGroupWord, DirectionWord, FactWord, FigureKindWord, FormWord, KindWord,
    MeasureWord, MissingWord, NationWord, OrderWord, PolarityWord, RoleWord, RoomWord, SeriesScaleWord, ShownAsWord,
    SlotWord,
};
use crate::model::{
    Attribution, Benchmark, BenchmarkValue, Bound, Change, ChangedWords, ComparedWith, Council, CouncilId, Counted,
    CountedGroup, Dataset, FigureKind, Grade, Indicator, KnownLevel, Level, Number, Order, Outcome, OutcomeId,
    OwnWords, Period, PointValue, Polarity, Programme, Published, Role, SavedView, SeriesPoint, SeriesScale, ShownAs,
    Source, SourceRef, StatisticId,
};
use crate::progress::ProgressRange;
use crate::storage::{Backup, Overwrite, Saved, StorageError, Waited, save_as, write_watched};

/// How the lines of a file end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum LineEnds {
    /// With a line feed.
    #[default]
    Unix,
    /// With a carriage return and a line feed, as Windows editors and some version controls write them.
    Windows,
}

impl LineEnds {
    /// How the first line of a text ends.
    pub fn of(text: &str) -> Self {
        match text.split_once('\n') {
            Some((line, _)) if line.ends_with('\r') => Self::Windows,
            _ => Self::Unix,
        }
    }
}

/// Saves the dataset, whole or not at all. What it replaces is kept beside it as `NAME.ron.bak`.
///
/// # Errors
/// A [`StorageError`]; whatever stood there before is untouched then.
pub fn save_file(path: &Path, dataset: &Dataset, overwrite: Overwrite) -> Result<Saved, StorageError> {
    save_as(path, to_ron(dataset).as_bytes(), overwrite)
}

/// Saves the dataset as [`save_file`] does, and tells `stretch` how far it is.
///
/// # Errors
/// As [`save_file`], and [`StorageError::Stopped`].
pub fn save_file_watched(
    path: &Path,
    dataset: &Dataset,
    overwrite: Overwrite,
    stretch: ProgressRange<'_>,
) -> Result<Saved, StorageError> {
    let text = to_ron(dataset);
    let mut steps = Waited::new(stretch.part(0.3..1.0), text.len());
    write_watched(path, text.as_bytes(), overwrite.into(), Backup::Keep, &mut steps)
}

/// The dataset as the text of a file whose lines end like this.
pub fn to_ron_with(dataset: &Dataset, line_ends: LineEnds) -> String {
    let text = to_ron(dataset);
    match line_ends {
        LineEnds::Unix => text,
        // Line breaks within texts are written as \n, so that these are the ends of lines.
        LineEnds::Windows => text.replace('\n', "\r\n"),
    }
}

/// The dataset as the text of a file.
pub fn to_ron(dataset: &Dataset) -> String {
    let mut fields = Fields::new();
    fields.put("format", RonBlock::word(format_of(dataset).to_string()));
    fields.put("title", RonBlock::text(&dataset.title));
    fields.put("licence", RonBlock::text(&dataset.licence));
    fields.text("summary", &dataset.summary);
    fields.rows("sources", dataset.sources.iter().map(source));
    fields.rows("councils", dataset.councils.iter().map(council));
    fields.rows("indicators", dataset.indicators.iter().map(indicator));
    fields.rows("programmes", dataset.programmes.iter().map(programme));
    fields.rows("context", dataset.context.iter().map(|o| outcome(o, &[])));
    fields.rows("releases", dataset.releases.iter().map(save_statistics::release));
    fields.rows("statistics", dataset.statistics.iter().map(|own| save_statistics::statistic(own, dataset)));
    fields.rows("views", dataset.views.iter().map(saved_view));
    fields.into_block("(").tall().into_text()
}

/// The fields of a block, without those that hold their default.
pub(super) struct Fields(Vec<(&'static str, RonBlock)>);

impl Fields {
    pub(super) fn new() -> Self {
        Self(Vec::new())
    }

    pub(super) fn put(&mut self, name: &'static str, block: RonBlock) {
        self.0.push((name, block));
    }

    /// A text that is empty by default.
    pub(super) fn text(&mut self, name: &'static str, text: &str) {
        if !text.is_empty() {
            self.put(name, RonBlock::text(text));
        }
    }

    /// A period that is not stated by default.
    pub(super) fn period(&mut self, name: &'static str, period: &Period) {
        if *period != Period::not_stated() {
            self.put(name, RonBlock::text(&period.to_string()));
        }
    }

    /// A word, unless it is the default one.
    pub(super) fn word<T: PartialEq>(
        &mut self,
        name: &'static str,
        value: T,
        default: &T,
        word: impl Fn(T) -> &'static str,
    ) {
        if value != *default {
            self.put(name, RonBlock::word(word(value)));
        }
    }

    /// `Some(…)`, or nothing.
    pub(super) fn some(&mut self, name: &'static str, block: Option<RonBlock>) {
        if let Some(block) = block {
            self.put(name, RonBlock::tuple("Some(", [block]));
        }
    }

    /// A list that is empty by default, on one line where it fits.
    pub(super) fn list(&mut self, name: &'static str, items: impl ExactSizeIterator<Item = RonBlock>) {
        if items.len() > 0 {
            self.put(name, RonBlock::list(items));
        }
    }

    /// A list that is empty by default, one element a line.
    pub(super) fn rows(&mut self, name: &'static str, items: impl ExactSizeIterator<Item = RonBlock>) {
        if items.len() > 0 {
            self.put(name, RonBlock::list(items).tall());
        }
    }

    pub(super) fn texts(&mut self, name: &'static str, texts: &[String]) {
        self.list(name, texts.iter().map(|text| RonBlock::text(text)));
    }

    pub(super) fn places(&mut self, name: &'static str, ids: &[CouncilId]) {
        self.list(name, ids.iter().map(|id| RonBlock::text(id.as_str())));
    }

    pub(super) fn into_block(self, open: &str) -> RonBlock {
        RonBlock::fields(open, self.0)
    }
}

pub(super) fn source(source: &Source) -> RonBlock {
    let mut fields = Fields::new();
    fields.put("id", RonBlock::text(source.id.as_str()));
    fields.put("title", RonBlock::text(&source.title));
    fields.text("publisher", &source.publisher);
    fields.period("published", &source.published);
    fields.some("file", source.file.as_deref().map(RonBlock::text));
    fields.text("note", &source.note);
    fields.into_block("(")
}

pub(super) fn council(council: &Council) -> RonBlock {
    let mut fields = Fields::new();
    fields.put("id", RonBlock::text(council.id.as_str()));
    fields.put("name", RonBlock::text(&council.name));
    fields.texts("aliases", &council.aliases);
    fields.put("kind", RonBlock::word(KindWord::of(council.kind)));
    fields.text("region", &council.region);
    fields.put("nation", RonBlock::word(NationWord::of(council.nation)));
    fields.some("gss", council.gss.as_deref().map(RonBlock::text));
    fields.some("from", council.from.map(|date| RonBlock::text(&date.to_string())));
    fields.some("until", council.until.map(|date| RonBlock::text(&date.to_string())));
    fields.places("successors", &council.successors);
    fields.places("members", &council.members);
    fields.text("note", &council.note);
    fields.into_block("(")
}

pub(super) fn indicator(indicator: &Indicator) -> RonBlock {
    let mut fields = Fields::new();
    fields.put("id", RonBlock::text(indicator.id.as_str()));
    fields.put("name", RonBlock::text(&indicator.name));
    fields.put("concept", RonBlock::text(&indicator.concept));
    fields.put("topic", RonBlock::text(&indicator.topic));
    fields.put("unit", RonBlock::text(indicator.unit.as_str()));
    fields.put("measure", RonBlock::word(MeasureWord::of(indicator.measure)));
    fields.word("polarity", indicator.polarity, &Polarity::Neither, PolarityWord::of);
    fields.text("definition", &indicator.definition);
    fields.text("statistic", indicator.statistic.as_ref().map_or("", StatisticId::as_str));
    fields.into_block("(")
}

pub(super) fn programme(programme: &Programme) -> RonBlock {
    let mut fields = Fields::new();
    fields.put("id", RonBlock::text(programme.id.as_str()));
    fields.put("name", RonBlock::text(&programme.name));
    fields.places("places", &programme.places);
    fields.put("topic", RonBlock::text(&programme.topic));
    fields.period("dates", &programme.dates);
    fields.text("summary", &programme.summary);
    fields.texts("claims", &programme.claims);
    fields.list("sources", programme.sources.iter().map(source_ref));
    fields.rows("outcomes", programme.outcomes.iter().map(|o| outcome(o, &programme.places)));
    fields.into_block("(").tall()
}

/// A view that is kept.
pub(super) fn saved_view(view: &SavedView) -> RonBlock {
    let mut fields = Fields::new();
    fields.put("id", RonBlock::text(view.id.as_str()));
    fields.put("name", RonBlock::text(&view.name));
    fields.put("room", RonBlock::word(RoomWord::of(view.room)));
    fields.word("shown_as", view.shown_as, &ShownAs::Figure, ShownAsWord::of);
    fields.text("concept", &view.concept);
    fields.some("indicator", view.indicator.as_ref().map(|id| RonBlock::text(id.as_str())));
    fields.places("councils", &view.councils);
    fields.word("kind", view.kind, &FigureKind::Both, FigureKindWord::of);
    fields.word("order", view.order, &Order::Period, OrderWord::of);
    fields.word("axis", view.axis, &SeriesScale::Level, SeriesScaleWord::of);
    fields.text("from", &view.from);
    fields.text("to", &view.to);
    fields.text("region", &view.region);
    fields.some("council_kind", view.council_kind.map(|kind| RonBlock::word(KindWord::of(kind))));
    fields.text("topic", &view.topic);
    fields.some("source", view.source.as_ref().map(|id| RonBlock::text(id.as_str())));
    fields.some("form", view.form.map(|form| RonBlock::word(FormWord::of(form))));
    if view.shows_unreal {
        fields.put("estimates", RonBlock::word("true"));
    }
    if view.shows_context {
        fields.put("context", RonBlock::word("true"));
    }
    if !view.words.is_empty() {
        fields.put("words", own_words(&view.words));
    }
    fields.into_block("(")
}

fn own_words(words: &OwnWords) -> RonBlock {
    let changed = |ChangedWords { place, was, is }: &ChangedWords| {
        let mut fields = Fields::new();
        fields.put("place", RonBlock::word(SlotWord::of(*place)));
        fields.put("was", RonBlock::text(was));
        fields.put("is", RonBlock::text(is));
        fields.into_block("(")
    };
    let mut fields = Fields::new();
    fields.list("changed", words.changed.iter().map(changed));
    fields.texts("left_out", &words.left_out);
    fields.text("note", &words.note);
    fields.into_block("(")
}

fn source_ref(reference: &SourceRef) -> RonBlock {
    let mut fields = Fields::new();
    fields.put("source", RonBlock::text(reference.source.as_str()));
    fields.list("lines", reference.lines.iter().map(|line| RonBlock::word(line.to_string())));
    fields.text("at", &reference.at);
    fields.into_block("(")
}

/// An outcome; its places are written where they are not those of its programme.
pub(super) fn outcome(outcome: &Outcome, inherited: &[CouncilId]) -> RonBlock {
    let outcomes = |ids: &[OutcomeId]| ids.iter().map(|id| RonBlock::text(id.as_str())).collect::<Vec<_>>();
    let mut fields = Fields::new();
    fields.put("id", RonBlock::text(outcome.id.as_str()));
    fields.put("indicator", RonBlock::text(outcome.indicator.as_str()));
    if outcome.places != inherited {
        fields.places("places", &outcome.places);
    }
    if let Some(counted) = counted(&outcome.counted) {
        fields.put("counted", counted);
    }
    fields.word("role", outcome.role, &Role::Outcome, RoleWord::of);
    fields.put("published", published(&outcome.published));
    fields.word("attribution", outcome.attribution, &Attribution::NotSaid, AttributionWord::of);
    if let Some(stated) = &outcome.benchmark {
        fields.put("benchmark", benchmark(stated));
    }
    fields.word("compared_with", outcome.compared_with, &ComparedWith::Itself, ComparedWithWord::of);
    fields.list("facts", outcome.facts.iter().map(|&fact| RonBlock::word(FactWord::of(fact))));
    fields.list("overlaps", outcomes(&outcome.overlaps).into_iter());
    fields.list("disagrees_with", outcomes(&outcome.disagrees_with).into_iter());
    fields.list("sources", outcome.sources.iter().map(source_ref));
    fields.texts("notes", &outcome.notes);
    fields.into_block("(").tall()
}

/// `None` where nothing is said of who was counted.
fn counted(counted: &Counted) -> Option<RonBlock> {
    let mut fields = Fields::new();
    fields.word("group", counted.group, &CountedGroup::NotStated, CountedGroupWord::of);
    fields.text("who", &counted.who);
    fields.some("before", counted.before.as_ref().map(number));
    fields.some("after", counted.after.as_ref().map(number));
    (!fields.0.is_empty()).then(|| fields.into_block("("))
}

fn benchmark(benchmark: &Benchmark) -> RonBlock {
    let is = match &benchmark.value {
        BenchmarkValue::Level(level) => RonBlock::tuple("level(", [number(level)]),
        BenchmarkValue::Change(change) => RonBlock::tuple("change(", [RonBlock::text(&change.to_string())]),
        BenchmarkValue::UnsignedChange(by) => RonBlock::tuple("unsigned_change(", [RonBlock::text(&format!("{by}%"))]),
        BenchmarkValue::Direction(way) => RonBlock::tuple("direction(", [RonBlock::word(DirectionWord::of(*way))]),
    };
    let mut fields = Fields::new();
    fields.put("of", RonBlock::text(&benchmark.of));
    fields.put("is", is);
    fields.period("over", &benchmark.over);
    fields.into_block("Some((")
}

fn published(published: &Published) -> RonBlock {
    let changes = |stated: &[Change]| stated.iter().map(|c| RonBlock::text(&c.to_string())).collect::<Vec<_>>();
    let mut fields = Fields::new();
    match published {
        Published::Pair { before, after, stated, over } => {
            fields.put("before", level("(", before));
            fields.put("after", level("(", after));
            fields.list("stated", changes(stated).into_iter());
            fields.period("over", over);
            fields.into_block("pair(").tall()
        }
        Published::Change { stated, over, level: known } => {
            fields.list("stated", changes(stated).into_iter());
            fields.period("over", over);
            fields.some(
                "level",
                known.as_ref().map(|known| match known {
                    KnownLevel::Before(known) => level("before(", known),
                    KnownLevel::After(known) => level("after(", known),
                }),
            );
            fields.into_block("change(")
        }
        Published::Direction { direction, over } => {
            fields.put("", RonBlock::word(DirectionWord::of(*direction)));
            fields.put("over", RonBlock::text(&over.to_string()));
            fields.into_block("direction(")
        }
        Published::Rating { before, after } => {
            fields.put("before", grade("(", before));
            fields.put("after", grade("(", after));
            fields.into_block("rating(").tall()
        }
        Published::Part { count, of, share, period } => {
            fields.some("count", count.as_ref().map(number));
            fields.some("of", of.as_ref().map(number));
            fields.some("share", share.as_ref().map(number));
            fields.period("period", period);
            fields.into_block("part(")
        }
        Published::Single(Level { number: level, period }) => {
            fields.put("level", number(level));
            fields.period("period", period);
            fields.into_block("single(")
        }
        Published::SingleGrade(single) => grade("grade((", single),
        Published::Series { points, start } => {
            fields.put("points", RonBlock::list(points.iter().map(point)));
            fields.some("start", start.as_ref().map(|start| RonBlock::text(&start.to_string())));
            fields.into_block("series(")
        }
        // The original dataset is what is saved. Should what is left ever get here, its numbers are not in it, and the loader
        // refuses the word.
        Published::Suppressed(_) => RonBlock::word("suppressed"),
    }
}

fn level(open: &str, level: &Level) -> RonBlock {
    RonBlock::tuple(open, [number(&level.number), RonBlock::text(&level.period.to_string())])
}

fn grade(open: &str, grade: &Grade) -> RonBlock {
    let mut fields = Fields::new();
    fields.put("grade", RonBlock::text(&grade.grade));
    if let Some(framework) = &grade.framework {
        fields.put("framework", RonBlock::text(framework.as_str()));
    }
    fields.text("judgement", &grade.judgement);
    fields.period("date", &grade.date);
    fields.text("body", &grade.body);
    fields.into_block(open)
}

fn point(point: &SeriesPoint) -> RonBlock {
    let value = match &point.value {
        PointValue::Known(known) => number(known),
        PointValue::Missing(reason) => RonBlock::tuple("missing(", [RonBlock::word(MissingWord::of(*reason))]),
    };
    RonBlock::tuple("(", [RonBlock::text(&point.period.to_string()), value])
}

/// A plain number where reading it back gives the same one, and a text where its bound or its printed decimals would be lost.
fn number(number: &Number) -> RonBlock {
    let value = number.value();
    let is_plain = number.bound() == Bound::Exactly && Number::exactly(value).as_ref() == Ok(number);
    if is_plain { RonBlock::word(number.to_string()) } else { RonBlock::text(&number.to_string()) }
}
