//! The words that stand in files for the model's enums, in one table for reading and writing.
//!
//! They belong to the format; the words on screen are the model's own and may change without it.

use serde::Deserialize;

use crate::model::{
    Attribution, ComparedWith, CouncilKind, CountedGroup, Direction, Fact, FigureKind, Form, Measure, Missing, Nation,
    Order, Polarity, Role, SeriesScale, ShownAs, ViewRoom, WordingSlot,
};

/// A file enum that reads the given words, becomes the model's enum, and names the word of each of its values.
macro_rules! words {
    ($($name:ident for $model:ident { $($variant:ident = $word:literal),* $(,)? })*) => {
        $(
            #[doc = concat!("The words in files for [`", stringify!($model), "`].")]
            #[derive(Clone, Copy, Debug, Deserialize)]
            pub(super) enum $name {
                $(#[serde(rename = $word)] $variant,)*
            }

            impl From<$name> for $model {
                fn from(word: $name) -> Self {
                    match word { $($name::$variant => Self::$variant,)* }
                }
            }

            impl $name {
                /// The word that is written for this value.
                pub(super) fn of(value: $model) -> &'static str {
                    match value { $($model::$variant => $word,)* }
                }
            }
        )*
    };
}

words! {
    KindWord for CouncilKind {
        County = "county",
        Unitary = "unitary",
        Metropolitan = "metropolitan",
        LondonBorough = "london_borough",
        District = "district",
        Nation = "nation",
        Region = "region",
        Group = "group",
        Trust = "trust",
        Service = "service",
    }
    NationWord for Nation {
        England = "england",
        Wales = "wales",
        Scotland = "scotland",
        NorthernIreland = "northern_ireland",
        UnitedKingdom = "united_kingdom",
    }
    MeasureWord for Measure {
        Flow = "flow",
        Stock = "stock",
        Rate = "rate",
        Average = "average",
        Share = "share",
        Rating = "rating",
        NotStated = "not_stated",
    }
    PolarityWord for Polarity {
        LowerIsBetter = "lower_is_better",
        HigherIsBetter = "higher_is_better",
        Neither = "neither",
    }
    RoleWord for Role {
        Outcome = "outcome",
        Estimate = "estimate",
        Target = "target",
        Plan = "plan",
        Context = "context",
    }
    AttributionWord for Attribution {
        CausedBy = "caused_by",
        Alongside = "alongside",
        NotSaid = "not_said",
    }
    CountedGroupWord for CountedGroup {
        WholeCouncil = "whole_council",
        Clients = "clients",
        Sample = "sample",
        NotStated = "not_stated",
    }
    FactWord for Fact {
        IndependentEvents = "independent_events",
        Sample = "sample",
        SamePeople = "same_people",
        ChosenClients = "chosen_clients",
        OverlappingEvents = "overlapping_events",
        FullCount = "full_count",
        PickedAtABadMoment = "picked_at_a_bad_moment",
    }
    ComparedWithWord for ComparedWith {
        Itself = "itself",
        StatedBenchmark = "stated_benchmark",
        MeasuredComparators = "measured_comparators",
        NotApplicable = "not_applicable",
    }
    DirectionWord for Direction {
        Fell = "fell",
        Rose = "rose",
        Stable = "stable",
    }
    MissingWord for Missing {
        NotPublished = "not_published",
        Suppressed = "suppressed",
        NotApplicable = "not_applicable",
        RoundsToZero = "rounds_to_zero",
        LowReliability = "low_reliability",
    }
    RoomWord for ViewRoom {
        Overview = "overview",
        Compare = "compare",
        SideBySide = "side_by_side",
        Council = "council",
    }
    ShownAsWord for ShownAs {
        Figure = "figure",
        Table = "table",
    }
    FigureKindWord for FigureKind {
        Both = "both",
        Paired = "paired",
        Change = "change",
        Dumbbell = "dumbbell",
        Slope = "slope",
        Index = "index",
        Rating = "rating",
        Profile = "profile",
        SideBySide = "side_by_side",
        Trend = "trend",
        Strip = "strip",
    }
    OrderWord for Order {
        Period = "period",
        Name = "name",
        Change = "change",
    }
    SeriesScaleWord for SeriesScale {
        Level = "level",
        Index = "index",
        Change = "change",
    }
    FormWord for Form {
        Pair = "pair",
        Change = "change",
        Direction = "direction",
        Rating = "rating",
        Part = "part",
        Single = "single",
        Series = "series",
    }
    SlotWord for WordingSlot {
        Title = "title",
        Subtitle = "subtitle",
        Note = "note",
        Alt = "alt",
    }
}
