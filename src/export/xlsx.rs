//! stub
use crate::figure::{Figure, table::TableRow};
use super::ExportError;
pub fn of_figure(_r: &[TableRow], _f: &Figure) -> Result<Vec<u8>, ExportError> { Ok(vec![]) }
