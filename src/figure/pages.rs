//! A figure too tall for one page as several: rows, lines of small figures and groups of slopes stay whole, and each stands on
//! exactly one page.
//!
//! Heights are given by the drawing, which measures them and draws each page as a figure of its own.

use super::{Body, DotStrips, Figure, Grid, GridRow, RowGroup, Rows, SlopeGroup, TileGroup, TrendLine};
use crate::say;

/// What can't be parted: a row, a line of small figures or a group of slopes, in drawing order.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Item {
    /// Outcomes in it.
    pub outcomes: usize,
    /// Height in points.
    pub height: f32,
    /// The group that it belongs to, counted from 0.
    pub group: usize,
    /// Height of its group's heading in points, which stands again on every page that the group is on.
    pub heading: f32,
}

/// What a page has room for besides items, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PageSpace {
    /// The first page, below title, key and heads.
    pub first: f32,
    /// Every other page.
    pub next: f32,
    /// What the notes take from the last page.
    pub notes: f32,
}

/// How many items stand on each page, in order; a page of 0 has the notes alone. An item taller than a page has one for itself.
pub fn plan(items: &[Item], room: PageSpace) -> Vec<usize> {
    let mut pages: Vec<usize> = Vec::new();
    let mut from = 0;
    loop {
        let rest = items.get(from..).unwrap_or_default();
        let space = if pages.is_empty() { room.first } else { room.next };
        let fits = |space: f32| {
            let mut used = 0.0;
            let mut group = None;
            let fitting = rest.iter().take_while(|item| {
                used += item.height + if group == Some(item.group) { 0.0 } else { item.heading };
                group = Some(item.group);
                used <= space
            });
            fitting.count()
        };
        if fits(space - room.notes) == rest.len() {
            pages.push(rest.len());
            return pages;
        }
        // What would fit but for the notes fills this page, and the notes stand on the next.
        let taken = fits(space).max(1).min(rest.len());
        pages.push(taken);
        from += taken;
    }
}

/// The figure as one figure a page. The first keeps title and subtitle, the others say that they continue; the last has the
/// notes, what was left out and the source.
pub fn split(figure: &Figure, items: &[Item], pages: &[usize]) -> Vec<Figure> {
    let all = names(&figure.body).len();
    let (mut item, mut outcome) = (0, 0);
    let mut figures = Vec::with_capacity(pages.len());
    for (index, count) in pages.iter().enumerate() {
        let here: usize = items.iter().skip(item).take(*count).map(|item| item.outcomes).sum();
        let mut page = Figure { body: part(&figure.body, outcome, here), ..figure.clone() };
        let (page_number, of) = (index + 1, pages.len());
        let span = match (names(&page.body).first(), names(&page.body).last()) {
            (Some(first), Some(last)) if here > 1 => {
                say!("page-span", here = here, all = all, first = *first, last = *last)
            }
            (Some(only), _) => say!("page-span-of-one", all = all, name = *only),
            _ => say!("page-notes-only").to_owned(),
        };
        if index > 0 {
            page.strips = None;
            page.title = continued(&figure.title, index + 1, pages.len());
            page.alt = say!("page-alt", title = figure.title.as_str(), page = page_number, of = of, span = span);
        } else {
            page.alt = say!("page-alt-of-first", alt = figure.alt.as_str(), page = page_number, of = of, span = span);
        }
        if index + 1 < pages.len() {
            (page.notes, page.left_out, page.source) = (Vec::new(), Vec::new(), String::new());
        }
        figures.push(page);
        item += count;
        outcome += here;
    }
    figures
}

/// The title of a page after the first.
pub fn continued(title: &str, page: usize, of: usize) -> String {
    say!("page-title", title = title, page = page, of = of)
}

/// So many outcomes of a body, from one on.
fn part(body: &Body, from: usize, count: usize) -> Body {
    if count == 0 {
        return Body::Empty(String::new());
    }
    match body {
        Body::Rows(rows) => {
            let groups = parts(&rows.groups, |group| &group.rows, from, count);
            let groups = groups.map(|(group, rows)| RowGroup { heading: group.heading.clone(), rows });
            Body::Rows(Rows { panels: rows.panels.clone(), groups: groups.collect() })
        }
        Body::Tiles(groups) => {
            let mut start = 0;
            let groups = groups.iter().filter_map(|group| {
                let (first, listed) = (start, group.listed().count());
                let list = first + group.tiles.len();
                start = list + listed;
                let (low, high) = (from.max(first), (from + count).min(list));
                let tiles = if low < high { group.tiles.get(low - first..high - first) } else { None };
                // A list stands on one page.
                let has_list = listed > 0 && (from..from + count).contains(&list);
                (tiles.is_some() || has_list).then(|| TileGroup {
                    tiles: tiles.unwrap_or_default().to_vec(),
                    listed: if has_list { group.listed.clone() } else { Vec::new() },
                    ..bare(group)
                })
            });
            Body::Tiles(groups.collect())
        }
        Body::Slopes(groups) => {
            let groups = parts(groups, |group| &group.lines, from, count);
            Body::Slopes(groups.map(|(group, lines)| SlopeGroup { lines, ..group.clone() }).collect())
        }
        Body::Grid(grid) => {
            let mut start = 0;
            let rows = grid.rows.iter().filter(|row| {
                let at = start;
                start += row.cells.iter().map(|cell| cell.tiles.len()).sum::<usize>();
                (from..from + count).contains(&at)
            });
            Body::Grid(Grid { columns: grid.columns.clone(), rows: rows.cloned().collect() })
        }
        Body::Trend(trend) => Body::Trend(trend.clone()),
        Body::DotStrips(all) => {
            let mut start = 0;
            let strips = all.strips.iter().filter(|strip| {
                let at = start;
                start += strip.selected();
                (from..from + count).contains(&at)
            });
            Body::DotStrips(DotStrips {
                title: all.title.clone(),
                axis: all.axis.clone(),
                strips: strips.cloned().collect(),
            })
        }
        Body::Empty(sentence) => Body::Empty(sentence.clone()),
    }
}

fn bare(group: &TileGroup) -> TileGroup {
    TileGroup {
        heading: group.heading.clone(),
        aside: group.aside.clone(),
        tiles: Vec::new(),
        listed: Vec::new(),
        max_columns: group.max_columns,
        frame: group.frame,
    }
}

/// The groups that have members among `count` from `from` on, counted through all groups, each with those members.
fn parts<'g, G, T: Clone + 'g>(
    groups: &'g [G],
    members: impl Fn(&'g G) -> &'g Vec<T>,
    from: usize,
    count: usize,
) -> impl Iterator<Item = (&'g G, Vec<T>)> {
    let mut start = 0;
    groups.iter().filter_map(move |group| {
        let own = members(group);
        let (low, high) = (from.max(start), (from + count).min(start + own.len()));
        let part = if low < high { own.get(low - start..high - start) } else { None };
        start += own.len();
        part.map(|part| (group, part.to_vec()))
    })
}

/// Whose the outcomes are.
fn names(body: &Body) -> Vec<&str> {
    match body {
        Body::Rows(rows) => rows.groups.iter().flat_map(|g| g.rows.iter().map(|r| r.label.as_str())).collect(),
        Body::Tiles(groups) => groups.iter().flat_map(TileGroup::names).collect(),
        Body::Slopes(groups) => groups.iter().flat_map(|g| g.lines.iter().map(|l| l.label.as_str())).collect(),
        Body::Grid(grid) => {
            let named = |row: &'_ GridRow| row.cells.iter().map(|cell| cell.tiles.len()).sum::<usize>();
            grid.rows.iter().flat_map(|row| std::iter::repeat_n(row.title.as_str(), named(row))).collect()
        }
        Body::Trend(trend) => {
            let named = |line: &'_ TrendLine| line.outcomes.len();
            trend.lines.iter().flat_map(|line| std::iter::repeat_n(line.label.as_str(), named(line))).collect()
        }
        Body::DotStrips(strips) => strips.selected().map(|dot| dot.label.as_str()).collect(),
        Body::Empty(_) => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(heights: &[f32]) -> Vec<Item> {
        heights.iter().map(|&height| Item { outcomes: 1, height, group: 0, heading: 0.0 }).collect()
    }

    const ROOM: PageSpace = PageSpace { first: 100.0, next: 120.0, notes: 30.0 };

    #[test]
    fn one_page_is_enough_where_all_fits_with_the_notes() {
        assert_eq!(plan(&rows(&[30.0, 40.0]), ROOM), [2]);
        assert_eq!(plan(&[], ROOM), [0]);
    }

    #[test]
    fn pages_are_filled_and_the_notes_stand_on_the_last() {
        assert_eq!(plan(&rows(&[40.0, 40.0, 40.0, 40.0, 40.0, 40.0, 40.0]), ROOM), [2, 3, 2]);
        // All rows fit, but not with the notes.
        assert_eq!(plan(&rows(&[50.0, 50.0]), ROOM), [2, 0]);
    }

    #[test]
    fn an_item_taller_than_a_page_has_one_for_itself() {
        assert_eq!(plan(&rows(&[10.0, 500.0, 10.0]), ROOM), [1, 1, 1]);
    }

    #[test]
    fn a_heading_stands_again_on_every_page_of_its_group() {
        let items = [0, 0, 0, 1].map(|group| Item { outcomes: 1, height: 40.0, group, heading: 30.0 });
        assert_eq!(plan(&items, ROOM), [1, 2, 1]);
    }
}
