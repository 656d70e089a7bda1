//! Side by Side lays the before and after of council programmes side by side, honestly.
//!
//! One straight way through the house: a RON file becomes a [`model::Dataset`]; a [`model::View`] says what is asked for;
//! [`compare`] does the honest arithmetic; [`figure`] makes a chart as plain data; [`draw`] draws it once, for the window and,
//! through [`export`], for SVG and PNG files. See ARCHITECTURE.md for the map and the rules of who may use whom.

// A test may panic at any other form.
#![cfg_attr(test, allow(clippy::wildcard_enum_match_arm))]

/// All variants of the enum that it stands in, in their order, from the list that strum keeps, so that none can be forgotten.
macro_rules! every {
    () => {
        match Self::VARIANTS.first_chunk() {
            Some(all) => *all,
            None => unreachable!(),
        }
    };
}

pub mod app;
pub mod cli;
pub mod compare;
pub mod dataset;
pub mod draw;
pub mod edit;
pub mod export;
pub mod figure;
pub mod help;
pub mod import;
pub mod model;
pub mod progress;
pub mod recovery;
pub mod storage;
pub mod theme;
pub mod ui;
pub mod words;
