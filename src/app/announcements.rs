//! What a screen reader is told of steps whose outcome is only seen: how many councils are left, who was pinned, how the table is
//! sorted. What has a notice of its own is left out, and so is what the focus tells. It reads several features, before and after the step.

use crate::figure::Body;
use crate::figure::words::period;
use crate::model::CouncilId;
use crate::say;

use super::{Action, ColumnOrder, State, Tab};

/// A step whose outcome is told once it was taken.
pub(super) enum Announcement {
    /// The list of councils was narrowed or widened.
    List,
    /// Councils were pinned or unpinned; these were pinned before.
    Pins(Vec<CouncilId>),
    /// The table was sorted.
    Sorting,
    /// Official statistics are compared at other dates.
    Dates,
    /// Nothing is told.
    Nothing,
}

impl Announcement {
    /// What will have to be told of this action.
    pub(super) fn of(action: &Action, state: &State) -> Self {
        #[expect(clippy::wildcard_enum_match_arm, reason = "the question is about these actions alone")]
        match action {
            Action::Search(_)
            | Action::FilterRegion(_)
            | Action::FilterKind(_)
            | Action::FilterTopic(_)
            | Action::FilterSource(_)
            | Action::FilterForm(_)
            | Action::ClearFilters => Self::List,
            Action::StepBack if state.views.filters.is_active() => Self::List,
            Action::Pin(_) | Action::PinCurrent | Action::UnpinAll => Self::Pins(state.views.pinned.clone()),
            Action::SortTable(_) => Self::Sorting,
            Action::Dates(_) => Self::Dates,
            _ => Self::Nothing,
        }
    }

    /// It in words, once the step was taken; `None` where nothing is told.
    pub(super) fn words(self, state: &State) -> Option<String> {
        match self {
            Self::List => Some(list_in_words(state)),
            Self::Pins(before) => pins_in_words(state, &before),
            Self::Sorting => Some(sorting_in_words(state)),
            Self::Dates => dates_in_words(state),
            Self::Nothing => None,
        }
    }
}

fn list_in_words(state: &State) -> String {
    let n = state.views.pages.listed.len();
    let is_empty = match state.views.room {
        Tab::Edit => false,
        Tab::Table => state.views.pages.table.is_empty(),
        Tab::Overview | Tab::Compare | Tab::SideBySide | Tab::Council => {
            matches!(state.figure_on_screen().body, Body::Empty(_))
        }
    };
    if is_empty { say!("announcement-list-nothing", n = n) } else { say!("announcement-list", n = n) }
}

/// `None` where the pins are as they were.
fn pins_in_words(state: &State, before: &[CouncilId]) -> Option<String> {
    let name =
        |id: &CouncilId| state.document.dataset.council(id).map_or("", |council| council.name.as_str()).to_owned();
    let n = state.views.pinned.len();
    if let Some(pinned) = state.views.pinned.iter().find(|id| !before.contains(id)) {
        return Some(say!("announcement-pinned", name = name(pinned), n = n));
    }
    let mut gone = before.iter().filter(|id| !state.views.pinned.contains(id));
    let unpinned = gone.next()?;
    Some(if gone.next().is_some() {
        say!("announcement-unpinned-all").to_owned()
    } else {
        say!("announcement-unpinned", name = name(unpinned), n = n)
    })
}

/// `None` where the concept has no statistics.
fn dates_in_words(state: &State) -> Option<String> {
    let offer = state.views.date_offer()?;
    let date = |at: usize| offer.dates.get(at).map(period);
    let n = state.views.pages.compare.drawn().len();
    Some(say!("announcement-dates", from = date(offer.from)?, to = date(offer.to)?, n = n))
}

fn sorting_in_words(state: &State) -> String {
    let column = |index: usize| state.table.heading(index);
    match state.table.sorted {
        Some((index, ColumnOrder::Up)) => say!("announcement-sorted.up", column = column(index)),
        Some((index, ColumnOrder::Down)) => say!("announcement-sorted.down", column = column(index)),
        None => say!("announcement-sorted.not").to_owned(),
    }
}
