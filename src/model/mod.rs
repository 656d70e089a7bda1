//! The words of the field as pure values: what a council, an indicator, a programme and an outcome are.
//!
//! No input or output, no file format, no egui. The types make a dishonest chart impossible to build: an outcome that was
//! published as a change alone has no level that could be drawn.

mod bound;
mod council;
mod dataset;
mod explanation;
mod filter;
mod framework;
mod id;
mod indicator;
mod known_council;
mod months;
mod names;
mod number;
mod outcome;
mod period;
mod period_words;
mod published;
mod readings;
mod reference;
mod saved_view;
mod saved_view_text;
mod statistic;
mod statistic_value;
mod unit;
mod view;
mod withheld;

pub use bound::{Bound, End, OpenSide};
pub use council::{Council, CouncilKind, Nation};
pub use dataset::{Dataset, Located, Programme, Source, SourceRef};
pub use explanation::Explanation;
pub use filter::Filter;
pub use framework::{Framework, Inspectorate, holds_words, plain_words, says_something};
pub use id::{CouncilId, IndicatorId, OutcomeId, ProgrammeId, ReleaseId, SavedViewId, SourceId, StatisticId};
pub use indicator::{Indicator, Measure, Polarity};
pub use known_council::{KnownCouncil, known_by_gss, known_councils, known_regions};
pub use months::{month_of_name, name_of_month};
pub use names::{LONGEST_NAME, name_key, nearest, same_name};
pub use number::{Interval, MOST_DIGITS, Number, NumberError};
pub use outcome::{Attribution, Benchmark, BenchmarkValue, ComparedWith, Counted, CountedGroup, Fact, Outcome, Role};
pub use period::{Date, Period, PeriodError, Span, TimeUnit, When};
pub use published::{
    Change, ChangeError, ChangeUnit, Direction, Form, Grade, KnownLevel, Level, Missing, PointValue, Published,
    SeriesPoint,
};
pub use readings::{PeriodReading, Readings};
pub use reference::Reference;
pub use saved_view::{AbsentName, ChangedWords, OwnWords, SavedView, ShownAs, ViewField, ViewRoom, WordingSlot};
pub use saved_view_text::{PastedView, VIEW_TEXT, ViewTextError, is_view_text};
pub use statistic::{
    Break, NOTHING, Release, RowError, Statistic, Symbol, TableRows, parse_row, parse_table_rows, print_table_rows,
};
pub use statistic_value::{MOST_SYMBOLS, StatisticValue, ValueKind};
pub use unit::{Money, MoneyScale, Unit, UnitKind};
pub use view::{FigureKind, Order, SeriesScale, View};
pub use withheld::{NumberField, Reason, Remains, Remnant, Withheld};
