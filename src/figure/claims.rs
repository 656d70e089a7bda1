//! Outcomes of which only a direction was published, as lines of a list: a wall of fifty boxes that all say "fell" tells a reader less
//! than their names one after another. Nothing is left away: what was a small figure is an item of the list.

use crate::compare::phrases::{self, by_semicolons};
use crate::model::Direction;
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
