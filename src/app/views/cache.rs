//! What the pages were made from, so that a click makes anew only what it changes: in a dataset of thousands of outcomes a figure of
//! all of them takes longer than a person should wait for the choice of a council.

use crate::compare::Threshold;
use crate::model::{FigureKind, View};

use crate::app::document::DataVersion;
use crate::app::table::ColumnOrder;
use crate::app::{Pages, State};

/// What each page was made from; `None` before it was made, and where it has to be made each time.
#[derive(Clone, Debug, Default)]
pub(in crate::app) struct PageCache {
    /// Concepts, and how many outcomes each council has.
    pub(in crate::app) lists: Option<CacheKey>,
    pub(in crate::app) overview: Option<CacheKey>,
    pub(in crate::app) compare: Option<CacheKey>,
    pub(in crate::app) council: Option<CacheKey>,
    pub(in crate::app) table: Option<CacheKey>,
}

/// All that a page depends on.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::app) struct CacheKey {
    data: DataVersion,
    up_to: Option<Threshold>,
    view: View,
    shape: PageKind,
    /// Whether the list is narrowed to nobody, which a view can't say.
    fits_nobody: bool,
}

/// What is made of the outcomes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::app) enum PageKind {
    /// What lists are made of, whoever is listed.
    Lists,
    /// A figure.
    Figure(FigureKind),
    /// Rows, in the order of a column.
    Rows(Option<(usize, ColumnOrder)>),
}

impl State {
    /// What a page is made from now. `None` while figures have an author's own words, which are looked up each time, and while the
    /// dataset that is shown is behind the edits.
    pub(in crate::app) fn cache_key(&self, view: &View, shape: PageKind) -> Option<CacheKey> {
        (self.export.wordings.is_empty() && !self.views.is_stale).then(|| CacheKey {
            data: self.document.version(),
            up_to: self.document.suppressed_up_to,
            view: view.clone(),
            shape,
            fits_nobody: self.views.filters.narrows_places() && self.views.pages.listed.is_empty(),
        })
    }
}

/// Makes a page where it would be made from something else than it was.
pub(in crate::app) fn rebuild<P>(
    state: &mut State,
    now: Option<CacheKey>,
    was: fn(&mut Pages) -> (&mut Option<CacheKey>, &mut P),
    make: impl FnOnce(&State) -> P,
) {
    if now.is_some() && *was(&mut state.views.pages).0 == now {
        return;
    }
    let page = make(state);
    let (origin, place) = was(&mut state.views.pages);
    (*origin, *place) = (now, page);
}
