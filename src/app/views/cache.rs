//! What the pages were made from, so that a click makes anew only what it changes: in a dataset of thousands of outcomes a figure of
//! all of them takes longer than a person should wait for the choice of a council.

use crate::compare::Threshold;
use crate::compare::statistic_pairs::ChosenDates;
use crate::model::{CouncilId, FigureKind, View};

use crate::app::document::DataVersion;
use crate::app::{ColumnOrder, Document, Pages, Views, Wordings};

/// What each page was made from; `None` before it was made, and where it has to be made each time.
#[derive(Clone, Debug, Default)]
pub(in crate::app) struct PageCache {
    /// Concepts, and how many outcomes each council has.
    pub(in crate::app) lists: Option<CacheKey>,
    pub(in crate::app) overview: Option<CacheKey>,
    /// How many rows each kind draws in Compare.
    pub(in crate::app) kinds: Option<CacheKey>,
    pub(in crate::app) compare: Option<CacheKey>,
    pub(in crate::app) side_by_side: Option<CacheKey>,
    pub(in crate::app) council: Option<CacheKey>,
    pub(in crate::app) table: Option<CacheKey>,
}

/// All that a page depends on.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::app) struct CacheKey {
    data: DataVersion,
    up_to: Option<Threshold>,
    dates: ChosenDates,
    view: View,
    shape: PageKind,
    /// The reader's own council, which figures set apart.
    mine: Option<CouncilId>,
    /// Whether the list is narrowed to nobody, which a view can't say.
    fits_nobody: bool,
    has_reference: bool,
}

/// What is made of the outcomes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::app) enum PageKind {
    /// What lists are made of, whoever is listed.
    Lists,
    /// A figure.
    Figure(FigureKind),
    /// How many outcomes figures of each kind draw.
    Kinds,
    /// Rows, in the order of a column, upwards or downwards, with so many columns of dates.
    Rows(Option<(usize, ColumnOrder)>, usize),
}

impl Views {
    /// What a page is made from now. `None` while figures have an author's own words, which are looked up each time, and while the
    /// dataset that is shown is behind the edits.
    pub(in crate::app) fn cache_key(
        &self,
        document: &Document,
        wordings: &Wordings,
        view: &View,
        shape: PageKind,
    ) -> Option<CacheKey> {
        (wordings.is_empty() && !self.is_stale).then(|| CacheKey {
            data: document.version(),
            up_to: document.suppressed_up_to,
            dates: document.dates.clone(),
            view: view.clone(),
            shape,
            mine: self.my_council.clone(),
            fits_nobody: self.fits_nobody(),
            has_reference: self.has_reference(),
        })
    }

    /// Makes a page where it would be made from something else than it was.
    pub(in crate::app) fn rebuild_page<P>(
        &mut self,
        now: Option<CacheKey>,
        was: fn(&mut Pages) -> (&mut Option<CacheKey>, &mut P),
        make: impl FnOnce(&Self) -> P,
    ) {
        if now.is_some() && *was(&mut self.pages).0 == now {
            return;
        }
        let made = make(self);
        let (key, page) = was(&mut self.pages);
        (*key, *page) = (now, made);
    }
}
