//! What a screen reader is told of steps whose outcome is only seen: how many councils are left, who was pinned, how the table is
//! sorted. What has a notice of its own is left out, and so is what the focus tells.

use crate::figure::Body;
use crate::figure::screen_table::{COLUMNS, heading};
use crate::model::CouncilId;
use crate::say;

use crate::app::{Action, ColumnOrder, State, Tab};

/// A step whose outcome is told once it was taken.
pub(in crate::app) enum Announcement {
    /// The list of councils was narrowed or widened.
    List,
    /// Councils were pinned or unpinned; these were pinned before.
    Pins(Vec<CouncilId>),
    /// The table was sorted.
    Sorting,
    /// Nothing is told.
    Nothing,
}

impl Announcement {
    /// What will have to be told of this action.
    pub(in crate::app) fn of(action: &Action, state: &State) -> Self {
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
            _ => Self::Nothing,
        }
    }
}

impl State {
    pub(in crate::app) fn announce_result(&mut self, told: Announcement) {
        match told {
            Announcement::List => self.notices.announce(self.list_in_words()),
            Announcement::Pins(before) => {
                if let Some(words) = self.pins_in_words(&before) {
                    self.notices.announce(words);
                }
            }
            Announcement::Sorting => self.notices.announce(self.sorting_in_words()),
            Announcement::Nothing => {}
        }
    }

    fn list_in_words(&self) -> String {
        let n = self.views.pages.listed.len();
        let is_empty = match self.views.room {
            Tab::Edit => false,
            Tab::Table => self.views.pages.table.is_empty(),
            Tab::Overview | Tab::Compare | Tab::Council => matches!(self.figure_on_screen().body, Body::Empty(_)),
        };
        if is_empty { say!("announcement-list-nothing", n = n) } else { say!("announcement-list", n = n) }
    }

    /// `None` where the pins are as they were.
    fn pins_in_words(&self, before: &[CouncilId]) -> Option<String> {
        let name =
            |id: &CouncilId| self.document.dataset.council(id).map_or("", |council| council.name.as_str()).to_owned();
        let n = self.views.pinned.len();
        if let Some(pinned) = self.views.pinned.iter().find(|id| !before.contains(id)) {
            return Some(say!("announcement-pinned", name = name(pinned), n = n));
        }
        let mut gone = before.iter().filter(|id| !self.views.pinned.contains(id));
        let unpinned = gone.next()?;
        Some(if gone.next().is_some() {
            say!("announcement-unpinned-all").to_owned()
        } else {
            say!("announcement-unpinned", name = name(unpinned), n = n)
        })
    }

    fn sorting_in_words(&self) -> String {
        let column = |index: usize| COLUMNS.get(index).map_or("", |column| heading(column));
        match self.table.sorted {
            Some((index, ColumnOrder::Up)) => say!("announcement-sorted.up", column = column(index)),
            Some((index, ColumnOrder::Down)) => say!("announcement-sorted.down", column = column(index)),
            None => say!("announcement-sorted.not").to_owned(),
        }
    }
}
