//! Where pages end: blocks stand below one another, none is cut, and a heading never ends a page.

/// What a block takes of a page, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct BlockExtent {
    /// Left free above it, where it does not begin a page.
    pub above: f32,
    /// Its own height.
    pub height: f32,
    /// Whether it stands on the page of the block that follows.
    pub keeps_with_next: bool,
}

/// How many blocks stand on each page, in order. What stands together goes to the next page together, unless it is taller than a
/// page; a block taller than a page has one for itself.
pub(super) fn pages(blocks: &[BlockExtent], room: f32) -> Vec<usize> {
    let mut pages = Vec::new();
    let (mut here, mut down, mut rest) = (0, 0.0, blocks);
    while !rest.is_empty() {
        let chain = rest.iter().position(|block| !block.keeps_with_next).map_or(rest.len(), |last| last + 1);
        // Alone on a page even this may not fit, and then it is parted after its first block.
        let count = if height(rest.get(..chain).unwrap_or(rest), 0) <= room { chain } else { 1 };
        let (taken, left) = rest.split_at(count.min(rest.len()));
        if here > 0 && down + height(taken, here) > room {
            pages.push(here);
            (here, down) = (0, 0.0);
        }
        down += height(taken, here);
        here += taken.len();
        rest = left;
    }
    if here > 0 {
        pages.push(here);
    }
    pages
}

/// The height of blocks that follow `before` others on their page.
fn height(blocks: &[BlockExtent], before: usize) -> f32 {
    let of = |(nth, block): (usize, &BlockExtent)| block.height + if nth + before == 0 { 0.0 } else { block.above };
    blocks.iter().enumerate().map(of).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block(height: f32) -> BlockExtent {
        BlockExtent { above: 10.0, height, keeps_with_next: false }
    }

    fn heading() -> BlockExtent {
        BlockExtent { keeps_with_next: true, ..block(20.0) }
    }

    #[test]
    fn pages_are_filled_and_nothing_is_cut() {
        assert_eq!(pages(&[block(40.0), block(50.0), block(10.0)], 100.0), [2, 1]);
        assert_eq!(pages(&[], 100.0), [0; 0]);
    }

    #[test]
    fn no_space_is_left_above_what_begins_a_page() {
        assert_eq!(pages(&[block(100.0), block(100.0)], 100.0), [1, 1]);
    }

    #[test]
    fn a_heading_never_ends_a_page() {
        assert_eq!(pages(&[block(60.0), heading(), block(20.0)], 100.0), [1, 2]);
        assert_eq!(pages(&[block(60.0), heading(), heading(), block(10.0), block(10.0)], 100.0), [1, 4]);
    }

    #[test]
    fn what_is_taller_than_a_page_has_one_for_itself() {
        assert_eq!(pages(&[block(10.0), block(500.0), block(10.0)], 100.0), [1, 1, 1]);
        assert_eq!(pages(&[heading(), block(500.0)], 100.0), [1, 1]);
    }
}
