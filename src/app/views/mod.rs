//! What is looked at: the tab, the filters, the councils, the concept, the outcome; and what the tabs show of it.

pub(in crate::app) mod beside;
pub(in crate::app) mod cache;
pub(in crate::app) mod dates;
pub(in crate::app) mod filter;
pub(in crate::app) mod kept;
pub(in crate::app) mod navigate;
pub(in crate::app) mod offers;
pub(in crate::app) mod overview;
pub(in crate::app) mod pages;
pub(in crate::app) mod pointing;
pub(in crate::app) mod search;
pub(in crate::app) mod snapshot;
pub(in crate::app) mod suppression;

use std::collections::BTreeSet;

use crate::compare::statistic_pairs::ChosenDates;
use crate::model::{CouncilId, FigureKind, IndicatorId, Order, OutcomeId, SeriesScale};

use crate::app::{CouncilScope, Filters, Pages, Pointing, Suppression, Switch, Tab};

/// What is looked at.
pub struct Views {
    /// The tab on screen.
    pub room: Tab,
    /// What the list is narrowed to.
    pub filters: Filters,
    /// The current council.
    pub council: Option<CouncilId>,
    /// Councils that are ticked: the reader's own first, then in the order of ticking.
    pub pinned: Vec<CouncilId>,
    /// The concept being compared.
    pub concept: String,
    /// The indicator of that concept that the reader chose; `None` while the rules choose (R2).
    pub indicator: Option<IndicatorId>,
    /// The kind of figure in Compare.
    pub kind: FigureKind,
    /// The order of rows in Compare.
    pub order: Order,
    /// The dates at which official statistics are compared.
    pub dates: ChosenDates,
    /// The reader's own council; `None` where none was chosen or the dataset does not have it.
    pub my_council: Option<CouncilId>,
    /// Whom every room is about.
    pub council_scope: CouncilScope,
    /// Whether estimates, targets and plans are shown (R9).
    pub shows_unreal: bool,
    /// Whether the Overview shows context: figures of England, of whole counties and the like.
    pub shows_context: bool,
    /// The topics of the Overview that are folded. They stay so for topics of the same name in another dataset.
    pub folded: BTreeSet<String>,
    /// The council that was looked for in Compare and has no row there; `None` where none was, or it has.
    pub missing: Option<CouncilId>,
    /// Whether small counts are suppressed.
    pub suppression: Suppression,
    /// The selected outcome.
    pub selected: Option<OutcomeId>,
    /// What the axis of a trend counts.
    pub scale: SeriesScale,
    /// Whether the built-in official statistics stand beside the dataset (R19).
    pub reference: Switch,
    /// What lights up in the list and the figure, because the pointer is at its like.
    pub pointing: Pointing,
    /// What the tabs show, worked out when something changed.
    pub pages: Pages,
    /// Whether the other tabs show the dataset as it was before the last edits in the editor.
    pub(in crate::app) is_stale: bool,
}

impl Default for Views {
    fn default() -> Self {
        Self {
            room: Tab::Overview,
            filters: Filters::default(),
            council: None,
            pinned: Vec::new(),
            my_council: None,
            concept: String::new(),
            indicator: None,
            kind: FigureKind::Both,
            order: Order::Period,
            scale: SeriesScale::default(),
            dates: ChosenDates::default(),
            council_scope: CouncilScope::All,
            shows_unreal: false,
            shows_context: false,
            folded: BTreeSet::new(),
            missing: None,
            suppression: Suppression::default(),
            selected: None,
            reference: Switch::On,
            pointing: Pointing::default(),
            pages: Pages::default(),
            is_stale: false,
        }
    }
}
