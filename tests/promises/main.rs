//! What is promised to a user, a module a topic.

// A test that fails may say so by panicking, also in the functions that the tests share.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::wildcard_enum_match_arm)]

mod claims;
mod command_line;
mod editing;
mod exports;
mod formats;
mod generation;
mod house;
mod kinds;
mod pictures;
mod rules;
mod same_drawing;
mod saving;
mod shipped;
mod suppression;
mod window;
