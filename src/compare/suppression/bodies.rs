//! The councils behind a figure, one by one: the members of a group, of a group of groups, and of a body's predecessors.
//!
//! A county that was split is its successors; a district that districts formed is these. It knows only what the dataset
//! says, and assumes that the named predecessors are all.

use std::collections::{BTreeSet, HashMap};

use crate::model::{Council, CouncilId, Dataset};

/// A dataset's bodies, with their parts.
pub struct Bodies<'a> {
    by_id: HashMap<&'a CouncilId, &'a Council>,
    /// The predecessors of each body.
    followed: HashMap<&'a CouncilId, Vec<&'a Council>>,
    known: HashMap<CouncilId, BTreeSet<CouncilId>>,
}

impl<'a> Bodies<'a> {
    /// The bodies of this dataset.
    pub fn of(dataset: &'a Dataset) -> Self {
        let mut by_id = HashMap::with_capacity(dataset.councils.len());
        let mut followed: HashMap<_, Vec<_>> = HashMap::new();
        for council in &dataset.councils {
            by_id.entry(&council.id).or_insert(council);
            if let [one] = council.successors.as_slice() {
                followed.entry(one).or_default().push(council);
            }
        }
        Self { by_id, followed, known: HashMap::new() }
    }

    /// The councils behind these places.
    pub fn behind(&mut self, places: &[CouncilId]) -> BTreeSet<CouncilId> {
        let mut all = BTreeSet::new();
        for id in places {
            if !self.known.contains_key(id) {
                let parts = self.parts(id, &mut BTreeSet::new());
                self.known.insert(id.clone(), parts);
            }
            all.extend(self.known.get(id).into_iter().flatten().cloned());
        }
        all
    }

    fn parts(&self, id: &CouncilId, passed: &mut BTreeSet<CouncilId>) -> BTreeSet<CouncilId> {
        let alone = || BTreeSet::from([id.clone()]);
        let Some(council) = self.by_id.get(id) else { return alone() };
        // A group that contains itself, directly or not, counts as one.
        if !passed.insert(id.clone()) {
            return alone();
        }
        let came_from = self.followed.get(id).map(Vec::as_slice).unwrap_or_default();
        let parts: BTreeSet<CouncilId> = if !council.members.is_empty() {
            council.members.iter().flat_map(|member| self.parts(member, passed)).collect()
        } else if council.successors.len() > 1 {
            council.successors.iter().flat_map(|follower| self.parts(follower, passed)).collect()
        } else {
            match came_from {
                [] => alone(),
                // The same body under another name, unless it grew.
                [one] if one.kind == council.kind => self.parts(&one.id, passed),
                [one] => self.parts(&one.id, passed).into_iter().chain(alone()).collect(),
                several => several.iter().flat_map(|one| self.parts(&one.id, passed)).collect(),
            }
        };
        passed.remove(id);
        parts
    }
}
