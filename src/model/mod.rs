//! The words of the field as pure values: what a council, an indicator, a programme and an outcome are.
//!
//! No input or output, no file format, no egui. The types make a dishonest chart impossible to build: an outcome that was
//! published as a change alone has no level that could be drawn.

mod concepts;
mod council;
mod dataset;
mod id;
mod indicator;
mod months;
mod names;
mod number;
mod outcome;
mod period;
mod period_words;
mod published;
mod readings;
mod text;
mod unit;
mod view;
mod withheld;

pub use concepts::concept_key;
pub use council::{Council, CouncilKind, Nation};
pub use dataset::{Dataset, Located, Programme, Source, SourceRef};
pub use id::{CouncilId, IndicatorId, OutcomeId, ProgrammeId, SourceId};
pub use indicator::{Indicator, Measure, Polarity};
pub use months::{month_of_name, name_of_month};
pub use names::{LONGEST_NAME, nearest, same_name};
pub use number::{Bound, Interval, MOST_DIGITS, Number, NumberError, OpenSide};
pub use outcome::{Attribution, Benchmark, BenchmarkValue, ComparedWith, Counted, CountedGroup, Fact, Outcome, Role};
pub use period::{Date, Period, PeriodError, Span, TimeUnit, When};
pub use published::{
    Change, ChangeError, ChangeUnit, Direction, Form, Grade, KnownLevel, Level, Missing, PointValue, Published,
    SeriesPoint,
};
pub use readings::{PeriodReading, Readings};
pub use text::{
    folded, folded_letter, is_unseen, matches_search, name_of_letter, slug, unseen_letter, with_plain_spaces,
};
pub use unit::{Money, MoneyScale, Unit, UnitKind};
pub use view::{FigureKind, Order, View};
pub use withheld::{NumberField, Reason, Remains, Remnant, Withheld};
