//! The parts of version 1 of the file format, as serde reads them: field for field what `data/README.md` describes. The file as a whole
//! is [`super::format_v2`]'s, which holds the same parts.
//!
//! These types hold texts and numbers as they were written; [`super::conversion`] turns them into the model and finds what is
//! wrong with them, so that all faults are told at once. Writing is not derived from them: [`super::save`] shapes it by hand.

use std::fmt;

use ron::value::RawValue;
use serde::Deserialize;
use serde::de::{Deserializer, Error, Visitor};

use crate::say;

use super::words::{
    AttributionWord, ComparedWithWord, CountedGroupWord, DirectionWord, FactWord, KindWord, MeasureWord, MissingWord,
    NationWord, PolarityWord, RoleWord,
};

/// What a field holds where the source does not say.
fn not_stated() -> String {
    String::from("not stated")
}

/// A document.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SourceFile {
    pub(super) id: String,
    pub(super) title: String,
    #[serde(default)]
    pub(super) publisher: String,
    #[serde(default = "not_stated")]
    pub(super) published: String,
    #[serde(default)]
    pub(super) file: Option<String>,
    #[serde(default)]
    pub(super) note: String,
}

/// A council or other body.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CouncilFile {
    pub(super) id: String,
    pub(super) name: String,
    #[serde(default)]
    pub(super) aliases: Vec<String>,
    pub(super) kind: KindWord,
    #[serde(default)]
    pub(super) region: String,
    pub(super) nation: NationWord,
    #[serde(default)]
    pub(super) gss: Option<String>,
    #[serde(default)]
    pub(super) from: Option<String>,
    #[serde(default)]
    pub(super) until: Option<String>,
    #[serde(default)]
    pub(super) successors: Vec<String>,
    #[serde(default)]
    pub(super) members: Vec<String>,
    #[serde(default)]
    pub(super) note: String,
}

fn neither() -> PolarityWord {
    PolarityWord::Neither
}

/// What is counted.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct IndicatorFile {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) concept: String,
    pub(super) topic: String,
    pub(super) unit: String,
    pub(super) measure: MeasureWord,
    #[serde(default = "neither")]
    pub(super) polarity: PolarityWord,
    #[serde(default)]
    pub(super) definition: String,
    /// Since format 2.
    #[serde(default)]
    pub(super) statistic: String,
}

/// What a council did.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ProgrammeFile {
    pub(super) id: String,
    pub(super) name: String,
    #[serde(default)]
    pub(super) places: Vec<String>,
    pub(super) topic: String,
    #[serde(default = "not_stated")]
    pub(super) dates: String,
    #[serde(default)]
    pub(super) summary: String,
    #[serde(default)]
    pub(super) claims: Vec<String>,
    #[serde(default)]
    pub(super) sources: Vec<SourceRefFile>,
    #[serde(default)]
    pub(super) outcomes: Vec<OutcomeFile>,
}

/// Where in a document something is written.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SourceRefFile {
    pub(super) source: String,
    #[serde(default)]
    pub(super) lines: Vec<u32>,
    #[serde(default)]
    pub(super) at: String,
}

fn outcome() -> RoleWord {
    RoleWord::Outcome
}

fn not_said() -> AttributionWord {
    AttributionWord::NotSaid
}

fn itself() -> ComparedWithWord {
    ComparedWithWord::Itself
}

/// One published account of what changed.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OutcomeFile {
    pub(super) id: String,
    pub(super) indicator: String,
    #[serde(default)]
    pub(super) places: Vec<String>,
    #[serde(default)]
    pub(super) counted: CountedFile,
    #[serde(default = "outcome")]
    pub(super) role: RoleWord,
    #[serde(default = "not_said")]
    pub(super) attribution: AttributionWord,
    pub(super) published: PublishedFile,
    #[serde(default)]
    pub(super) benchmark: Option<BenchmarkFile>,
    #[serde(default = "itself")]
    pub(super) compared_with: ComparedWithWord,
    #[serde(default)]
    pub(super) facts: Vec<FactWord>,
    #[serde(default)]
    pub(super) overlaps: Vec<String>,
    #[serde(default)]
    pub(super) disagrees_with: Vec<String>,
    #[serde(default)]
    pub(super) sources: Vec<SourceRefFile>,
    #[serde(default)]
    pub(super) notes: Vec<String>,
}

fn group_not_stated() -> CountedGroupWord {
    CountedGroupWord::NotStated
}

/// Who was counted.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CountedFile {
    #[serde(default = "group_not_stated")]
    pub(super) group: CountedGroupWord,
    #[serde(default)]
    pub(super) who: String,
    #[serde(default)]
    pub(super) before: Option<NumberFile>,
    #[serde(default)]
    pub(super) after: Option<NumberFile>,
}

impl Default for CountedFile {
    fn default() -> Self {
        Self { group: group_not_stated(), who: String::new(), before: None, after: None }
    }
}

/// A stated benchmark.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct BenchmarkFile {
    pub(super) of: String,
    pub(super) is: BenchmarkValueFile,
    #[serde(default = "not_stated")]
    pub(super) over: String,
}

/// A benchmark's figure.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum BenchmarkValueFile {
    Level(NumberFile),
    Change(String),
    UnsignedChange(String),
    Direction(DirectionWord),
}

/// A level and its period, written `(40, "2016")`.
pub(super) type LevelFile = (NumberFile, String);

/// The one level beside a change, written `after(81, "2017-09")`.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum KnownLevelFile {
    Before(NumberFile, String),
    After(NumberFile, String),
}

/// A grade on its scale.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct GradeFile {
    pub(super) grade: String,
    #[serde(default = "not_stated")]
    pub(super) framework: String,
    #[serde(default)]
    pub(super) judgement: String,
    #[serde(default = "not_stated")]
    pub(super) date: String,
    #[serde(default)]
    pub(super) body: String,
}

/// What was published.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub(super) enum PublishedFile {
    Pair {
        before: LevelFile,
        after: LevelFile,
        #[serde(default)]
        stated: Vec<String>,
        #[serde(default = "not_stated")]
        over: String,
    },
    Change {
        #[serde(default)]
        stated: Vec<String>,
        #[serde(default = "not_stated")]
        over: String,
        #[serde(default)]
        level: Option<KnownLevelFile>,
    },
    /// Written `direction(fell, over: "…")`; the name `over` is blanked out before RON reads it, see [`super::positions`].
    Direction(DirectionWord, String),
    Rating {
        before: GradeFile,
        after: GradeFile,
    },
    Part {
        #[serde(default)]
        count: Option<NumberFile>,
        #[serde(default)]
        of: Option<NumberFile>,
        #[serde(default)]
        share: Option<NumberFile>,
        #[serde(default = "not_stated")]
        period: String,
    },
    Single {
        level: NumberFile,
        #[serde(default = "not_stated")]
        period: String,
    },
    Grade(GradeFile),
    Series {
        points: Vec<(String, PointValueFile)>,
        #[serde(default)]
        start: Option<String>,
    },
}

/// A number as written: plain, or as a text with its bound and decimals.
#[derive(Clone, Debug)]
pub(super) enum NumberFile {
    Plain(f64),
    Text(String),
}

impl<'de> Deserialize<'de> for NumberFile {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct PlainOrText;

        impl Visitor<'_> for PlainOrText {
            type Value = NumberFile;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(say!("syntax-expected-number"))
            }

            fn visit_i64<E: Error>(self, value: i64) -> Result<NumberFile, E> {
                Ok(NumberFile::Plain(value as f64))
            }

            fn visit_u64<E: Error>(self, value: u64) -> Result<NumberFile, E> {
                Ok(NumberFile::Plain(value as f64))
            }

            fn visit_f64<E: Error>(self, value: f64) -> Result<NumberFile, E> {
                Ok(NumberFile::Plain(value))
            }

            fn visit_str<E: Error>(self, value: &str) -> Result<NumberFile, E> {
                Ok(NumberFile::Text(value.to_owned()))
            }
        }

        deserializer.deserialize_any(PlainOrText)
    }
}

/// A value of a series: a number, or `missing(suppressed)`.
#[derive(Clone, Debug)]
pub(super) enum PointValueFile {
    Known(NumberFile),
    Missing(MissingWord),
}

impl<'de> Deserialize<'de> for PointValueFile {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(rename_all = "snake_case")]
        enum MissingFile {
            Missing(MissingWord),
        }

        // RON does not tell a visitor the name of a variant it did not ask for, so that the value is looked at as text first.
        let raw = Box::<RawValue>::deserialize(deserializer)?.trim_boxed();
        let is_word = raw.get_ron().starts_with(|c: char| c.is_alphabetic()) && !raw.get_ron().starts_with("r\"");
        let wrong = |error: ron::error::SpannedError| Error::custom(super::syntax::through_serde(&error.code));
        match raw.get_ron() {
            "NaN" | "inf" => raw.into_rust().map(Self::Known).map_err(wrong),
            _ if is_word && !raw.get_ron().starts_with("r#\"") => {
                let MissingFile::Missing(reason) = raw.into_rust().map_err(wrong)?;
                Ok(Self::Missing(reason))
            }
            _ => raw.into_rust().map(Self::Known).map_err(wrong),
        }
    }
}
