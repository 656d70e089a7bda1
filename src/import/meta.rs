//! The companion of a table, `NAME.meta.csv`: what its publisher says of each column.

use super::finding::{ImportFinding, ImportFindingKind};
use super::{ImportFile, delimited, encoding};
use crate::progress::Progress;
use crate::say;

/// The ending of a companion.
const ENDING: &str = ".meta.csv";

/// Whether a file is a companion by its name.
pub(super) fn is_meta(name: &str) -> bool {
    name.to_lowercase().ends_with(ENDING)
}

/// Whether `meta` is the companion of the table `name`.
pub(super) fn is_meta_of(meta: &str, name: &str) -> bool {
    let (meta, name) = (meta.to_lowercase(), name.to_lowercase());
    meta.strip_suffix(ENDING).is_some_and(|stem| name.strip_suffix(".csv") == Some(stem))
}

/// What a companion says of a column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct MetaColumn {
    pub(super) name: String,
    pub(super) is_filter: bool,
    pub(super) label: String,
    /// The unit as the publisher writes it: "", "%", "pp", "£", "£m".
    pub(super) unit: String,
    /// The column that groups the values of this filter; empty where none does.
    pub(super) grouped_by: String,
    /// The value to be kept where there is no total; empty where none is named.
    pub(super) default: String,
}

/// What a companion says; empty where there is none.
pub(super) type Meta = Vec<MetaColumn>;

/// Reads a companion. One that can't be read is a finding, and the table is read without it.
pub(super) fn read(file: &ImportFile<'_>) -> (Meta, Vec<ImportFinding>) {
    let not_read = |why: String| {
        let kind = ImportFindingKind::NotUnderstood;
        (Vec::new(), vec![ImportFinding::of_file(kind, &file.name, say!("import-meta-unread", why = why))])
    };
    let (text, mut findings) = match encoding::decode(&file.name, &file.bytes) {
        Ok(decoded) => decoded,
        Err(error) => return not_read(error.to_string()),
    };
    let has_tabs = text.lines().next().is_some_and(|line| line.contains('\t'));
    let grid = match delimited::read(&file.name, text, Progress::default().without_progress()) {
        Ok(grid) => grid,
        Err(error) => return not_read(error.to_string()),
    };
    if has_tabs {
        let kind = ImportFindingKind::NotUnderstood;
        findings.push(ImportFinding::of_file(kind, &file.name, say!("import-meta-tabs").to_owned()));
    }
    let headings: Vec<String> = grid.row(0).map(str::to_lowercase).collect();
    let column = |name: &str| headings.iter().position(|heading| heading == name);
    let Some(names) = column("col_name") else { return not_read(say!("import-meta-headings").to_owned()) };
    let cell = |row: usize, name: &str| column(name).map_or("", |column| grid.cell(row, column)).to_owned();
    let rows = (1..grid.len()).filter(|row| !grid.is_blank(*row));
    let meta = rows.map(|row| MetaColumn {
        name: grid.cell(row, names).to_owned(),
        is_filter: cell(row, "col_type").eq_ignore_ascii_case("filter"),
        label: cell(row, "label"),
        unit: cell(row, "indicator_unit"),
        grouped_by: cell(row, "filter_grouping_column"),
        default: cell(row, "filter_default"),
    });
    (meta.collect(), findings)
}

/// What a companion says of this column.
pub(super) fn of<'a>(meta: &'a [MetaColumn], heading: &str) -> Option<&'a MetaColumn> {
    meta.iter().find(|column| column.name.eq_ignore_ascii_case(heading))
}
