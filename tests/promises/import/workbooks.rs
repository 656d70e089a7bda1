//! Workbooks: each sheet is a table, dates are dates, and what is no table is told.

use std::io::Write;

use rust_xlsxwriter::{Format, Workbook};
use sidebyside::import::{ImportFindingKind, Profile};
use zip::write::SimpleFileOptions;

use super::{import_with, periods, row, told};

#[test]
fn a_sheet_is_read_with_its_dates_and_its_own_row_numbers() {
    let mut workbook = Workbook::new();
    let cover = workbook.add_worksheet().set_name("Cover").unwrap();
    cover.write(0, 0, "Figures").unwrap();
    let sheet = workbook.add_worksheet().set_name("Table").unwrap();
    let month = Format::new().set_num_format("mmm-yy");
    sheet.write(2, 0, "Council").unwrap();
    for (column, (year, number)) in [(2019, 0.1 + 0.2), (2020, 1234.0)].into_iter().enumerate() {
        let date = rust_xlsxwriter::ExcelDateTime::from_ymd(year, 3, 31).unwrap();
        sheet.write_with_format(2, 1 + column as u16, &date, &month).unwrap();
        sheet.write(3, 1 + column as u16, number).unwrap();
        sheet.write(5, 1 + column as u16, "x").unwrap();
    }
    sheet.write(3, 0, "Leeds").unwrap();
    sheet.write(5, 0, "York").unwrap();
    let bytes = workbook.save_to_buffer().unwrap();
    let draft = import_with(&[("figures.xlsx", &bytes)], &Profile::default());
    let name = draft.indicators[0].name.clone();
    assert_eq!(periods(&draft, &name), ["2019-03-31", "2020-03-31"]);
    assert_eq!(row(&draft, &name, "leeds"), "0.3 1234");
    assert_eq!(draft.statistics[0].rows_at(1), [6, 6], "the blank row above counts");
    assert!(told(&draft, ImportFindingKind::NotUnderstood)[0].starts_with("figures.xlsx (Cover):"));
}

#[test]
fn a_workbook_that_unpacks_to_too_much_is_refused() {
    let mut package = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    package.start_file("xl/workbook.xml", SimpleFileOptions::default()).unwrap();
    let zeros = vec![0u8; 1 << 20];
    for _ in 0..513 {
        package.write_all(&zeros).unwrap();
    }
    let bytes = package.finish().unwrap().into_inner();
    let draft = import_with(&[("bomb.xlsx", &bytes)], &Profile::default());
    assert!(draft.is_empty());
    assert!(
        told(&draft, ImportFindingKind::Unreadable)[0].contains("bomb.xlsx unpacks to more than"),
        "{:?}",
        draft.findings
    );
}
