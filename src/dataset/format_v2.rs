//! Version 2 of the file format: everything that version 1 has, and the lists that came since. Parts that did not change are those of
//! [`super::format_v1`].
//!
//! A list or field that is new is added here, and to [`super::version`], which says from which version on it may be written; a dataset
//! without it is still written as version 1.

use serde::Deserialize;

use super::format_v1::{CouncilFile, IndicatorFile, OutcomeFile, ProgrammeFile, SourceFile};
use super::statistics_file::{ReleaseFile, StatisticFile};
use super::words::{FigureKindWord, FormWord, KindWord, OrderWord, RoomWord, SeriesScaleWord, ShownAsWord, SlotWord};

/// The whole file.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DatasetFile {
    /// The version; read by [`super::version`] before this type is chosen.
    #[serde(rename = "format")]
    _format: u32,
    pub(super) title: String,
    pub(super) licence: String,
    #[serde(default)]
    pub(super) summary: String,
    #[serde(default)]
    pub(super) sources: Vec<SourceFile>,
    #[serde(default)]
    pub(super) councils: Vec<CouncilFile>,
    #[serde(default)]
    pub(super) indicators: Vec<IndicatorFile>,
    #[serde(default)]
    pub(super) programmes: Vec<ProgrammeFile>,
    #[serde(default)]
    pub(super) context: Vec<OutcomeFile>,
    #[serde(default)]
    pub(super) releases: Vec<ReleaseFile>,
    #[serde(default)]
    pub(super) statistics: Vec<StatisticFile>,
    #[serde(default)]
    pub(super) views: Vec<SavedViewFile>,
}

fn both() -> FigureKindWord {
    FigureKindWord::Both
}

fn period() -> OrderWord {
    OrderWord::Period
}

fn level() -> SeriesScaleWord {
    SeriesScaleWord::Level
}

fn as_figure() -> ShownAsWord {
    ShownAsWord::Figure
}

/// A view that is kept.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SavedViewFile {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) room: RoomWord,
    #[serde(default = "as_figure")]
    pub(super) shown_as: ShownAsWord,
    #[serde(default)]
    pub(super) councils: Vec<String>,
    #[serde(default)]
    pub(super) concept: String,
    #[serde(default)]
    pub(super) indicator: Option<String>,
    #[serde(default = "both")]
    pub(super) kind: FigureKindWord,
    #[serde(default = "period")]
    pub(super) order: OrderWord,
    #[serde(default = "level")]
    pub(super) axis: SeriesScaleWord,
    #[serde(default)]
    pub(super) from: String,
    #[serde(default)]
    pub(super) to: String,
    #[serde(default)]
    pub(super) region: String,
    #[serde(default)]
    pub(super) council_kind: Option<KindWord>,
    #[serde(default)]
    pub(super) topic: String,
    #[serde(default)]
    pub(super) source: Option<String>,
    #[serde(default)]
    pub(super) form: Option<FormWord>,
    #[serde(default)]
    pub(super) estimates: bool,
    #[serde(default)]
    pub(super) context: bool,
    #[serde(default)]
    pub(super) words: OwnWordsFile,
}

/// A reader's own words for the figure of a view.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OwnWordsFile {
    #[serde(default)]
    pub(super) changed: Vec<ChangedWordsFile>,
    #[serde(default)]
    pub(super) left_out: Vec<String>,
    #[serde(default)]
    pub(super) note: String,
}

/// Words in place of others.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ChangedWordsFile {
    pub(super) place: SlotWord,
    pub(super) was: String,
    pub(super) is: String,
}
