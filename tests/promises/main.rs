//! What is promised to a user, a module a topic.

// A test that fails may say so by panicking, also in the functions that the tests share.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::wildcard_enum_match_arm)]

mod beside_series;
mod claims;
mod command_line;
mod editing;
mod exports;
mod formats;
mod generation;
mod house;
mod import;
mod kinds;
mod pictures;
mod rules;
mod same_drawing;
mod saving;
mod series_figures;
mod shipped;
mod shipped_statistics;
mod suppression;
mod window;

use sidebyside::model::{CouncilId, Dataset, FigureKind, View};

/// What asks for everything that a kind can draw: for one that sets a few councils beside one another those with most outcomes.
fn view_for(dataset: &Dataset, kind: FigureKind) -> View {
    let Some(many) = kind.councils() else { return View::default() };
    let told = |id: &CouncilId| dataset.outcomes().filter(|l| l.outcome.places.contains(id)).count();
    let mut councils: Vec<CouncilId> = dataset.councils.iter().map(|council| council.id.clone()).collect();
    councils.sort_by_key(|id| std::cmp::Reverse(told(id)));
    councils.truncate(*many.end());
    View { councils: councils.into(), ..View::default() }
}
