//! The glossary as the page tells it: a heading a term, then what it means.

use super::{GLOSSARY, PageBlock, markdown, page};

/// Every term, in the order of the page.
pub fn terms() -> impl Iterator<Item = String> {
    let blocks = page(GLOSSARY).map_or(&[][..], |page| &page.blocks);
    blocks.iter().filter(|block| block.anchor().is_some()).map(PageBlock::text)
}

/// What a term means; `None` where the glossary does not have it.
pub fn meaning(term: &str) -> Option<String> {
    let wanted = markdown::anchor(term);
    let mut blocks = page(GLOSSARY)?.blocks.iter();
    blocks.find(|block| block.anchor() == Some(&wanted))?;
    blocks.next().map(PageBlock::text)
}
