//! The glossary as the page tells it: a heading a term, then what it means.

use super::{Block, GLOSSARY, markdown, page};

/// What a term means; `None` where the glossary does not have it.
pub fn meaning(term: &str) -> Option<String> {
    let wanted = markdown::anchor(term);
    let mut blocks = page(GLOSSARY)?.blocks.iter();
    blocks.find(|block| block.anchor() == Some(&wanted))?;
    blocks.next().map(Block::text)
}
