//! The reader's own council in a figure: its marks have the accent's colour and its name is bold, those of others step back. Never by
//! colour alone: the name, the spoken words and the alternative text say it as well.
//!
//! It is done to a finished figure, so that nothing is compared otherwise for it. A figure of the command line is nobody's own.

use std::collections::HashSet;

use crate::model::{CouncilId, Dataset, OutcomeId};
use crate::say;

use super::{Body, Figure, KeyEntry, Mark, MarkStyle, Owner, StripItem, TileBody, Tone};

impl Figure {
    /// The same figure with `mine` set apart; as it is where it has nothing of that council, or nothing of any other.
    #[must_use]
    pub fn with_own(mut self, dataset: &Dataset, mine: &CouncilId) -> Self {
        let Some(council) = dataset.council(mine) else { return self };
        let outcomes = dataset.outcomes().filter(|located| located.outcome.places.contains(mine));
        let own: HashSet<&OutcomeId> = outcomes.map(|located| &located.outcome.id).collect();
        let drawn = self.drawn();
        let others = drawn.iter().filter(|outcome| !own.contains(*outcome)).count();
        if others == 0 || others == drawn.len() {
            return self;
        }
        let owner = |outcome: &OutcomeId| if own.contains(outcome) { Owner::Own } else { Owner::Other };
        if let Some(strips) = &mut self.strips {
            strips.about = say!("own-strips", about = strips.about.as_str(), name = council.name.as_str());
            for strip in &mut strips.strips {
                for mark in &mut strip.marks {
                    mark.owner = owner(&mark.outcome);
                    repaint(&mut mark.mark.look, mark.owner);
                    tell(&mut mark.spoken, mark.owner);
                }
                for line in strip.told.iter_mut().chain(&mut strip.unnumbered) {
                    for item in &mut line.items {
                        let owner = owner(&item.outcome);
                        set_item(item, owner);
                    }
                }
            }
        }
        match &mut self.body {
            Body::Rows(rows) => {
                for row in rows.groups.iter_mut().flat_map(|group| &mut group.rows) {
                    row.owner = owner(&row.outcome);
                    row.cells.iter_mut().for_each(|cell| repaint_all(&mut cell.marks, row.owner));
                    tell(&mut row.spoken, row.owner);
                }
            }
            Body::Tiles(groups) => {
                for group in groups {
                    for tile in &mut group.tiles {
                        tile.owner = owner(&tile.outcome);
                        repaint_body(&mut tile.body, tile.owner);
                        tell(&mut tile.spoken, tile.owner);
                    }
                    for item in group.listed.iter_mut().flat_map(|line| &mut line.items) {
                        let owner = owner(&item.outcome);
                        set_item(item, owner);
                    }
                }
            }
            Body::Slopes(groups) => {
                for line in groups.iter_mut().flat_map(|group| &mut group.lines) {
                    line.owner = owner(&line.outcome);
                    repaint(&mut line.before.look, line.owner);
                    repaint(&mut line.after.look, line.owner);
                    tell(&mut line.spoken, line.owner);
                }
            }
            Body::Grid(grid) => {
                for column in &mut grid.columns {
                    column.owner = if column.name == council.name { Owner::Own } else { Owner::Other };
                }
                let owners: Vec<Owner> = grid.columns.iter().map(|column| column.owner).collect();
                for row in &mut grid.rows {
                    // There whose it is the column says: an outcome of several councils stands in each of theirs.
                    for (cell, owner) in row.cells.iter_mut().zip(&owners) {
                        for tile in &mut cell.tiles {
                            tile.owner = *owner;
                            repaint_body(&mut tile.body, *owner);
                            tell(&mut tile.spoken, *owner);
                        }
                    }
                }
            }
            Body::Trend(trend) => {
                for line in &mut trend.lines {
                    if let Some(outcome) = line.outcomes.first() {
                        line.owner = owner(outcome);
                        if line.owner == Owner::Own {
                            (line.look.tone, line.is_named) = (Tone::Own, true);
                        }
                        repaint(&mut line.look, line.owner);
                        tell(&mut line.spoken, line.owner);
                    }
                }
            }
            Body::DotStrips(strips) => {
                for dot in strips.strips.iter_mut().flat_map(|strip| &mut strip.dots) {
                    dot.owner = owner(&dot.outcome);
                    if dot.owner == Owner::Own {
                        dot.look.tone = Tone::Own;
                    }
                    repaint(&mut dot.look, dot.owner);
                    tell(&mut dot.spoken, dot.owner);
                }
            }
            Body::Empty(_) => {}
        }
        self.key.push(KeyEntry::Own);
        self.alt.push_str(&format!(" {}", say!("own-alt", name = council.name.as_str())));
        self
    }
}

fn set_item(item: &mut StripItem, owner: Owner) {
    item.owner = owner;
    tell(&mut item.spoken, owner);
}

fn tell(spoken: &mut String, owner: Owner) {
    if owner == Owner::Own {
        spoken.push_str(&format!(" {}", say!("own-spoken")));
    }
}

/// Context keeps its own tone, whoever's it is.
fn repaint(look: &mut MarkStyle, owner: Owner) {
    if look.tone == Tone::Main {
        look.tone = match owner {
            Owner::Anyone => Tone::Main,
            Owner::Own => Tone::Own,
            Owner::Other => Tone::Other,
        };
    }
}

fn repaint_all(marks: &mut [Mark], owner: Owner) {
    for mark in marks {
        repaint(&mut mark.look, owner);
    }
}

fn repaint_body(body: &mut TileBody, owner: Owner) {
    match body {
        TileBody::Columns(columns) => columns.iter_mut().for_each(|column| repaint(&mut column.look, owner)),
        TileBody::Change { mark, .. } => repaint(&mut mark.look, owner),
        TileBody::Ladders { ladders, .. } => ladders.iter_mut().for_each(|ladder| repaint(&mut ladder.look, owner)),
        TileBody::Part { look, .. } => repaint(look, owner),
        TileBody::Series { points, .. } => points.iter_mut().for_each(|point| repaint(&mut point.look, owner)),
        TileBody::Number { .. } => {}
    }
}
