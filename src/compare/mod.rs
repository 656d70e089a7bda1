//! The honest arithmetic between two published figures: what may be compared, how, and what to tell the reader.
//!
//! Pure functions over [`crate::model`]: no input or output, no egui, and no words of layout. [`Comparison::of`] gathers
//! everything about one outcome; [`one_axis`] decides which of them may share an axis; [`sort`] puts them in order. Each
//! file opens with its definition, the source of its formula, and what it does with NaN and zero.

pub mod agreement;
pub mod axes;
pub mod benchmark;
pub mod bound;
pub mod caution;
pub mod cautions;
pub mod change;
pub mod claim;
mod claim_dates;
pub mod comparability;
pub mod comparison;
pub mod computed;
pub mod dataset_index;
pub mod evidence;
pub mod flow;
pub mod interval;
pub mod ladder;
pub mod left_out;
pub mod months;
pub mod movement;
pub mod order;
pub mod ordinary;
pub mod phrases;
pub mod rating;
pub mod reconciliation;
pub mod series_index;
mod singular;
pub mod statistic_pairs;
pub mod statistics;
pub mod suppression;
pub mod timing;
pub mod uncertainty;

#[cfg(test)]
pub(crate) mod examples;

pub use axes::{AxisNeed, Selection, one_axis};
pub use benchmark::BenchmarkStanding;
pub use caution::{Caution, Rule};
pub use comparability::{Comparability, ComparabilityReason, Comparable};
pub use comparison::{Comparison, ComputedChange, ShownChange};
pub use computed::{ChangeScale, Computed, NoPercent};
pub use dataset_index::DatasetIndex;
pub use evidence::Evidence;
pub use flow::{LengthNotKnown, LevelScale, PerMonth};
pub use left_out::{LeftOut, LeftOutReason};
pub use movement::{Movement, OpenReason};
pub use order::{periods_differ, ranking_caution, sort};
pub use rating::RatingChange;
pub use reconciliation::Reconciliation;
pub use suppression::{Threshold, ThresholdError, withhold};
pub use timing::Timing;
pub use uncertainty::{Refusal, Uncertainty};
