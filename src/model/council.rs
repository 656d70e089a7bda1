//! Councils and the other bodies whose figures are compared.

use crate::say;
use strum::{EnumCount, VariantArray};

use super::{CouncilId, Date};

/// What kind of body it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, EnumCount, VariantArray)]
pub enum CouncilKind {
    /// A county council.
    County,
    /// A unitary authority.
    Unitary,
    /// A metropolitan borough or city.
    Metropolitan,
    /// A London borough.
    LondonBorough,
    /// A district, borough or city below a county.
    District,
    /// A region of England, not a council.
    Region,
    /// A country, not a council.
    Nation,
    /// A group of councils told as one, not a council.
    Group,
    /// A trust that runs services for a council.
    Trust,
    /// A national or regional service, not a council.
    Service,
}

impl CouncilKind {
    /// Every kind, councils first.
    pub const ALL: [Self; Self::COUNT] = every!();

    /// The word in files and in a view's short text.
    pub fn keyword(self) -> &'static str {
        match self {
            Self::County => "county",
            Self::Unitary => "unitary",
            Self::Metropolitan => "metropolitan",
            Self::LondonBorough => "london_borough",
            Self::District => "district",
            Self::Region => "region",
            Self::Nation => "nation",
            Self::Group => "group",
            Self::Trust => "trust",
            Self::Service => "service",
        }
    }

    /// The words on screen.
    pub fn label(self) -> &'static str {
        match self {
            Self::County => say!("model-kind-county"),
            Self::Unitary => say!("model-kind-unitary"),
            Self::Metropolitan => say!("model-kind-metropolitan"),
            Self::LondonBorough => say!("model-kind-london-borough"),
            Self::District => say!("model-kind-district"),
            Self::Region => say!("model-kind-region"),
            Self::Nation => say!("model-kind-nation"),
            Self::Group => say!("model-kind-group"),
            Self::Trust => say!("model-kind-trust"),
            Self::Service => say!("model-kind-service"),
        }
    }

    /// Whether it is a council at all; the rest are context.
    pub fn is_council(self) -> bool {
        !matches!(self, Self::Region | Self::Nation | Self::Group | Self::Trust | Self::Service)
    }
}

/// The nation it belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, EnumCount, VariantArray)]
pub enum Nation {
    /// England.
    England,
    /// Wales.
    Wales,
    /// Scotland.
    Scotland,
    /// Northern Ireland.
    NorthernIreland,
    /// More than one of them.
    UnitedKingdom,
}

impl Nation {
    /// Every one.
    pub const ALL: [Self; Self::COUNT] = every!();

    /// Its name.
    pub fn label(self) -> &'static str {
        match self {
            Self::England => say!("model-nation-england"),
            Self::Wales => say!("model-nation-wales"),
            Self::Scotland => say!("model-nation-scotland"),
            Self::NorthernIreland => say!("model-nation-northern-ireland"),
            Self::UnitedKingdom => say!("model-nation-united-kingdom"),
        }
    }
}

/// A council or other body.
#[derive(Clone, Debug, PartialEq)]
pub struct Council {
    /// Unique among the councils.
    pub id: CouncilId,
    /// The short usual name.
    pub name: String,
    /// Other names it is found by.
    pub aliases: Vec<String>,
    /// What kind of body it is.
    pub kind: CouncilKind,
    /// ONS region; empty where there is none.
    pub region: String,
    /// The nation it belongs to.
    pub nation: Nation,
    /// GSS code; `None` where there is none. A code names a boundary, not a body.
    pub gss: Option<String>,
    /// When the body began; `None` where that does not matter here.
    pub from: Option<Date>,
    /// When the body ended; `None` while it exists.
    pub until: Option<Date>,
    /// The bodies that followed it.
    pub successors: Vec<CouncilId>,
    /// The members of a group, where they are known.
    pub members: Vec<CouncilId>,
    /// What a reader should know; may be empty.
    pub note: String,
}
