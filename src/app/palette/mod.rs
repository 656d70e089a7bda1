//! The palette: everything that can be gone to or done, by name.

pub(in crate::app) mod index;
pub(in crate::app) mod matcher;
