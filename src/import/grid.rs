//! A table as it stands in a file: rows of cells, with the number that each row has there.
//!
//! The text is kept once, and a cell is a place in it, so that a large table takes little more memory than its file.

/// Where a cell stands in the text.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct CellRange {
    pub(super) from: u32,
    pub(super) to: u32,
}

/// Rows of cells. A row that is blank is kept, so that the numbers of rows fit the file.
#[derive(Debug, Default)]
pub(super) struct CellGrid {
    text: String,
    cells: Vec<CellRange>,
    /// Where each row ends among the cells.
    ends: Vec<usize>,
}

impl CellGrid {
    /// A grid whose cells are places in this text; `ends` says where each row ends among them.
    pub(super) fn new(text: String, cells: Vec<CellRange>, ends: Vec<usize>) -> Self {
        Self { text, cells, ends }
    }

    /// How many rows it has.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The number of a row in the file, from 1.
    pub(super) fn number(row: usize) -> u32 {
        u32::try_from(row + 1).unwrap_or(u32::MAX)
    }

    fn ranges(&self, row: usize) -> &[CellRange] {
        let from = match row.checked_sub(1) {
            Some(above) => self.ends.get(above).copied().unwrap_or_default(),
            None => 0,
        };
        self.ends.get(row).and_then(|to| self.cells.get(from..*to)).unwrap_or_default()
    }

    /// How many cells a row has, blank ones at its end too.
    pub(super) fn width(&self, row: usize) -> usize {
        self.ranges(row).len()
    }

    /// The text of a cell without blanks around it; empty where there is none.
    pub(super) fn cell(&self, row: usize, column: usize) -> &str {
        self.ranges(row).get(column).map_or("", |range| self.at(*range))
    }

    fn at(&self, range: CellRange) -> &str {
        let text = self.text.get(range.from as usize..range.to as usize).unwrap_or_default();
        // Most cells have no blank at either end, which is seen without looking at letters.
        let is_plain = |byte: Option<&u8>| byte.is_none_or(|byte| (b'!'..=b'~').contains(byte));
        if is_plain(text.as_bytes().first()) && is_plain(text.as_bytes().last()) { text } else { text.trim() }
    }

    /// The cells of a row.
    pub(super) fn row(&self, row: usize) -> impl Iterator<Item = &str> {
        self.ranges(row).iter().map(|range| self.at(*range))
    }

    /// Whether two rows hold the same in these columns.
    pub(super) fn agree(&self, row: usize, other: usize, columns: &[usize]) -> bool {
        columns.iter().all(|column| self.cell(row, *column) == self.cell(other, *column))
    }

    /// Whether a row has more cells that hold something than this.
    pub(super) fn has_more_than(&self, row: usize, most: usize) -> bool {
        self.row(row).filter(|cell| !cell.is_empty()).nth(most).is_some()
    }

    /// How many cells of a row hold something.
    pub(super) fn filled(&self, row: usize) -> usize {
        self.row(row).filter(|cell| !cell.is_empty()).count()
    }

    /// Whether a row holds nothing.
    pub(super) fn is_blank(&self, row: usize) -> bool {
        self.row(row).all(str::is_empty)
    }
}

/// Puts a grid together from rows of texts, as the sheets of a workbook give them.
#[derive(Debug, Default)]
pub(super) struct GridBuilder {
    text: String,
    cells: Vec<CellRange>,
    ends: Vec<usize>,
}

impl GridBuilder {
    /// A cell behind the last one of the row.
    pub(super) fn cell(&mut self, text: &str) {
        let from = self.position();
        self.text.push_str(text);
        self.cells.push(CellRange { from, to: self.position() });
    }

    fn position(&self) -> u32 {
        u32::try_from(self.text.len()).unwrap_or(u32::MAX)
    }

    /// How many cells the row has that is being written.
    pub(super) fn width(&self) -> usize {
        self.cells.len() - self.ends.last().copied().unwrap_or_default()
    }

    /// How many rows are finished.
    pub(super) fn rows(&self) -> usize {
        self.ends.len()
    }

    /// The row is finished.
    pub(super) fn end_row(&mut self) {
        self.ends.push(self.cells.len());
    }

    pub(super) fn into_grid(self) -> CellGrid {
        CellGrid::new(self.text, self.cells, self.ends)
    }
}
