//! The palette: everything that can be gone to or done, by name; and what was picked and looked at last.

pub(in crate::app) mod index;
pub(in crate::app) mod matcher;

use crate::model::{CouncilId, Dataset};

/// How many things the palette remembers.
const REMEMBERED: usize = 8;
/// How many councils that were looked at it remembers.
const VISITED: usize = 5;

/// What was picked and looked at last.
#[derive(Clone, Debug, Default)]
pub struct PaletteMemory {
    /// The names of what was picked, newest first.
    picked: Vec<String>,
    /// The councils that were looked at, the last one first.
    visited: Vec<CouncilId>,
}

impl PaletteMemory {
    /// Remembers what was picked.
    pub(super) fn remember(&mut self, name: String) {
        self.picked.retain(|known| *known != name);
        self.picked.insert(0, name);
        self.picked.truncate(REMEMBERED);
    }

    /// Remembers that a council was looked at.
    pub(super) fn remember_visit(&mut self, council: &CouncilId) {
        self.visited.retain(|known| known != council);
        self.visited.insert(0, council.clone());
        self.visited.truncate(VISITED);
    }

    /// What was picked last, and then the councils that were looked at last, by their names.
    pub(super) fn recents(&self, dataset: &Dataset) -> Vec<String> {
        let visited = self.visited.iter().filter_map(|id| dataset.council(id));
        self.picked.iter().cloned().chain(visited.map(|council| council.name.clone())).collect()
    }
}
