//! Outcomes of which only a direction was published, as lines of a list: a wall of fifty boxes that all say "fell" tells a reader less
//! than their names one after another. Nothing is left away: what was a small figure is an item of the list.

use std::collections::HashSet;

use crate::compare::phrases::{self, by_semicolons};
use crate::model::{Dataset, Direction, OutcomeId};
use crate::say;

use super::{Body, DirectionClaim, Figure, StripItem, StripLine, Tile, TileGroup, mark_style, words};

impl Figure {
    /// The same wall with such outcomes in a list below the small figures of their group, also in the alternative text. Other
    /// figures stay as they are.
    #[must_use]
    pub fn with_claims_listed(mut self) -> Self {
        let Body::Tiles(groups) = &mut self.body else { return self };
        for group in groups.iter_mut() {
            let claims: Vec<(DirectionClaim, StripItem)> = group
                .tiles
                .extract_if(.., |tile| tile.claim.is_some())
                .filter_map(|tile| Some((tile.claim.clone()?, item(tile))))
                .collect();
            group.listed = Direction::ALL.into_iter().filter_map(|way| line(way, &claims)).collect();
        }
        let lists: Vec<String> = groups.iter().filter(|group| !group.listed.is_empty()).map(spoken).collect();
        for list in lists {
            self.alt.push_str(&format!(" {list}"));
        }
        self.key = mark_style::key_of(&self.body, self.strips.as_ref());
        self
    }

    /// Takes small figures of official statistics of councils off the wall, whose strips show them; gives how many.
    pub fn leave_statistics_to_strips(&mut self, dataset: &Dataset) -> usize {
        let official: HashSet<&OutcomeId> =
            dataset.context.iter().filter(|outcome| outcome.statistic.is_some()).map(|outcome| &outcome.id).collect();
        let (Body::Tiles(groups), true) = (&mut self.body, self.strips.is_some() && !official.is_empty()) else {
            return 0;
        };
        let mut taken = 0;
        for group in groups.iter_mut() {
            let before = group.tiles.len();
            group.tiles.retain(|tile| !official.contains(&tile.outcome));
            taken += before - group.tiles.len();
        }
        groups.retain(|group| !group.tiles.is_empty() || !group.listed.is_empty());
        taken
    }
}

fn line(way: Direction, claims: &[(DirectionClaim, StripItem)]) -> Option<StripLine> {
    let items: Vec<StripItem> =
        claims.iter().filter(|(claim, _)| claim.direction == way).map(|(_, item)| item.clone()).collect();
    let lead = say!("claims-lead", words = words::sentence_case(phrases::direction(way)));
    (!items.is_empty()).then_some(StripLine { lead, items })
}

/// "North Yorkshire: looked-after children, since April 2015".
fn item(tile: Tile) -> StripItem {
    let time = tile.claim.map(|claim| claim.time).unwrap_or_default();
    let named = say!("claims-item", place = tile.title.as_str(), subject = tile.subtitle.as_str());
    let beside: Vec<String> = [time, tile.flag].into_iter().filter(|words| !words.is_empty()).collect();
    let text = if beside.is_empty() {
        named
    } else {
        say!("claims-item-beside", item = named, beside = phrases::by_commas(&beside))
    };
    StripItem { outcome: tile.outcome, text, owner: tile.owner, spoken: tile.spoken }
}

/// "Adult social care: Fell, no number: …; Rose, no number: …."
fn spoken(group: &TileGroup) -> String {
    let lines: Vec<String> = group.listed.iter().map(StripLine::text).collect();
    say!("claims-spoken", topic = group.heading.as_str(), lines = by_semicolons(&lines))
}
