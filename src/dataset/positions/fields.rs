//! Finding the fields that a step from an older version of the format renames, fills in or rewrites.

use std::ops::Range;

use super::{PathSegment, Positions};

/// A field as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::dataset) struct Field {
    /// Where its name stands.
    pub(in crate::dataset) name: Range<usize>,
    /// Where its value stands, without `Some(` and `)`.
    pub(in crate::dataset) value: Range<usize>,
}

impl Positions<'_> {
    /// The fields of this name whose holders have this path with every index taken for any (`programmes[].outcomes[]`; empty
    /// for the whole file), in the order of the text.
    pub(in crate::dataset) fn fields(&self, holder: &str, name: &str) -> Vec<Field> {
        let wanted: Vec<Option<PathSegment<'_>>> = holder
            .split('.')
            .filter(|part| !part.is_empty())
            .flat_map(|part| match part.strip_suffix("[]") {
                Some(list) => vec![Some(PathSegment::Name(list)), None],
                None => vec![Some(PathSegment::Name(part))],
            })
            .collect();
        let named = self.nodes.iter().skip(1).filter(|node| node.key == PathSegment::Name(name));
        named
            .filter(|node| self.is_at(node.parent, &wanted))
            .map(|node| Field { name: self.name_before(node.span.start, name), value: node.span.clone() })
            .collect()
    }

    /// Whether the path of a node is this one, where `None` is any index.
    fn is_at(&self, mut at: usize, wanted: &[Option<PathSegment<'_>>]) -> bool {
        for key in wanted.iter().rev() {
            match self.nodes.get(at).filter(|_| at > 0) {
                Some(node) if key.is_none_or(|key| key == node.key) => at = node.parent,
                _ => return false,
            }
        }
        at == 0
    }

    /// Where the name of a value stands that starts here: before its colon.
    fn name_before(&self, value: usize, name: &str) -> Range<usize> {
        let start = self.text.get(..value).and_then(|before| before.rfind(name)).unwrap_or(value);
        start..(start + name.len()).min(value)
    }
}
