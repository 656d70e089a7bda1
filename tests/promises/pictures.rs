//! Promises about figures that are looked at: their words, their labels, and the files they become.
//!
//! Snapshots and pictures are expectations that a person changed on purpose; no run of the tests rewrites them.

mod ends;
mod files;
pub mod generated;
pub mod hard;
mod labels;
mod places;
mod words;
