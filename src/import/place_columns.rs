//! Where a row of a table says its place: the columns of codes and names, the finest level first.

use super::columns::{ColumnRole, ReadColumn};
use super::layout::Layout;
use super::places::PlaceLevel;

/// Where a row says its place.
pub(super) struct PlaceColumns {
    pub(super) level: PlaceLevel,
    pub(super) code: Option<usize>,
    pub(super) name: Option<usize>,
    pub(super) dfe: Option<usize>,
}

/// The words of a level, for columns that are of one level only.
pub(super) fn word_of(level: PlaceLevel) -> &'static str {
    match level {
        PlaceLevel::Nation => "country",
        PlaceLevel::Region => "region",
        PlaceLevel::Council => "local authority",
        PlaceLevel::Group => "group",
        PlaceLevel::Other | PlaceLevel::NotStated => "",
    }
}

/// The columns of a table that say a place.
pub(super) fn of(layout: &Layout) -> Vec<PlaceColumns> {
    let of = |role: ColumnRole| layout.columns.iter().filter(move |column: &&ReadColumn| column.role == role);
    let at =
        |role: ColumnRole, level: PlaceLevel| of(role).find(|column| column.level == level).map(|column| column.index);
    let mut places = Vec::new();
    for level in [PlaceLevel::Council, PlaceLevel::NotStated, PlaceLevel::Region, PlaceLevel::Nation] {
        // A second pair of columns, as for districts, is of the same level.
        let codes: Vec<usize> = of(ColumnRole::PlaceCode).filter(|c| c.level == level).map(|c| c.index).collect();
        let names: Vec<usize> = of(ColumnRole::PlaceName).filter(|c| c.level == level).map(|c| c.index).collect();
        let dfe = match level {
            PlaceLevel::Council => at(ColumnRole::DfeCode, PlaceLevel::NotStated),
            PlaceLevel::NotStated if places.is_empty() => at(ColumnRole::DfeCode, PlaceLevel::NotStated),
            PlaceLevel::NotStated | PlaceLevel::Region | PlaceLevel::Nation | PlaceLevel::Group | PlaceLevel::Other => {
                None
            }
        };
        let pairs = codes.len().max(names.len()).max(usize::from(dfe.is_some() && level == PlaceLevel::NotStated));
        for nth in 0..pairs {
            let dfe = if nth == 0 { dfe } else { None };
            places.push(PlaceColumns { level, code: codes.get(nth).copied(), name: names.get(nth).copied(), dfe });
        }
    }
    places
}
