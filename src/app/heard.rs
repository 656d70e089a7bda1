//! What a screen reader is told of steps whose outcome is only seen: how many councils are left, who was pinned, how the table is
//! sorted. What has a notice of its own is left out, and so is what the focus tells.

use crate::figure::Body;
use crate::figure::screen_table::{COLUMNS, heading};
use crate::model::CouncilId;
use crate::say;

use super::{Action, Room, State, Way};

/// A step whose outcome is told once it was taken.
pub(super) enum Told {
    /// The list of councils was narrowed or widened.
    List,
    /// Councils were pinned or unpinned; these were pinned before.
    Pins(Vec<CouncilId>),
    /// The table was sorted.
    Sorting,
    /// Nothing is told.
    Nothing,
}

impl Told {
    /// What will have to be told of this action.
    pub(super) fn of(action: &Action, state: &State) -> Self {
        match action {
            Action::Search(_)
            | Action::FilterRegion(_)
            | Action::FilterKind(_)
            | Action::FilterTopic(_)
            | Action::FilterSource(_)
            | Action::FilterForm(_)
            | Action::ClearFilters => Self::List,
            Action::StepBack if state.filters.is_active() => Self::List,
            Action::Pin(_) | Action::PinCurrent | Action::UnpinAll => Self::Pins(state.pinned.clone()),
            Action::SortTable(_) => Self::Sorting,
            _ => Self::Nothing,
        }
    }
}

impl State {
    /// Has a screen reader say this, even where it said the same before.
    pub(super) fn say_aloud(&mut self, mut words: String) {
        if words == self.access.said {
            // Words that do not change are not spoken; nobody hears a space.
            words.push(' ');
        }
        self.access.said = words;
    }

    pub(super) fn say_what_came_of(&mut self, told: Told) {
        match told {
            Told::List => self.say_aloud(self.list_in_words()),
            Told::Pins(before) => {
                if let Some(words) = self.pins_in_words(&before) {
                    self.say_aloud(words);
                }
            }
            Told::Sorting => self.say_aloud(self.sorting_in_words()),
            Told::Nothing => {}
        }
    }

    fn list_in_words(&self) -> String {
        let n = self.pages.listed.len();
        let is_empty = match self.room {
            Room::Edit => false,
            Room::Table => self.pages.table.is_empty(),
            _ => matches!(self.figure_on_screen().body, Body::Empty(_)),
        };
        if is_empty { say!("heard-list-nothing", n = n) } else { say!("heard-list", n = n) }
    }

    /// `None` where the pins are as they were.
    fn pins_in_words(&self, before: &[CouncilId]) -> Option<String> {
        let name =
            |id: &CouncilId| self.document.dataset.council(id).map_or("", |council| council.name.as_str()).to_owned();
        let n = self.pinned.len();
        if let Some(pinned) = self.pinned.iter().find(|id| !before.contains(id)) {
            return Some(say!("heard-pinned", name = name(pinned), n = n));
        }
        let mut gone = before.iter().filter(|id| !self.pinned.contains(id));
        let unpinned = gone.next()?;
        Some(if gone.next().is_some() {
            say!("heard-unpinned-all").to_owned()
        } else {
            say!("heard-unpinned", name = name(unpinned), n = n)
        })
    }

    fn sorting_in_words(&self) -> String {
        let column = |index: usize| COLUMNS.get(index).map_or("", |column| heading(column));
        match self.table.sorted {
            Some((index, Way::Up)) => say!("heard-sorted.up", column = column(index)),
            Some((index, Way::Down)) => say!("heard-sorted.down", column = column(index)),
            None => say!("heard-sorted.not").to_owned(),
        }
    }
}
