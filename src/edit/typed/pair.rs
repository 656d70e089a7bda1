//! Two levels in one line, whichever comes first: `780 to 626`, `fell to 626 from 780`, `626, down from 780`, `780 in 2015, 626 in 2017`.

use super::change::read_change;
use super::number::TypedUnit;
use super::phrases::COMPARED;
use super::statement::{Statement, level, remarks, with_change, with_period};
use crate::model::{Change, Direction, Level, Period, PeriodReading, Published, When};
use crate::say;

/// Words that may stand in front of "from 780 to 626" and "to 626 from 780", and the way they say it went.
const MOVEMENT: [(&str, Option<Direction>); 46] = [
    ("a", None),
    ("an", None),
    ("the", None),
    ("has", None),
    ("have", None),
    ("had", None),
    ("was", None),
    ("were", None),
    ("been", None),
    ("went", None),
    ("gone", None),
    ("going", None),
    ("moved", None),
    ("changed", None),
    ("change", None),
    ("improved", None),
    ("worsened", None),
    ("fell", Some(Direction::Fell)),
    ("fallen", Some(Direction::Fell)),
    ("falling", Some(Direction::Fell)),
    ("fall", Some(Direction::Fell)),
    ("down", Some(Direction::Fell)),
    ("decreased", Some(Direction::Fell)),
    ("decrease", Some(Direction::Fell)),
    ("reduced", Some(Direction::Fell)),
    ("reduction", Some(Direction::Fell)),
    ("reducing", Some(Direction::Fell)),
    ("dropped", Some(Direction::Fell)),
    ("drop", Some(Direction::Fell)),
    ("declined", Some(Direction::Fell)),
    ("decline", Some(Direction::Fell)),
    ("cut", Some(Direction::Fell)),
    ("lowered", Some(Direction::Fell)),
    ("rose", Some(Direction::Rose)),
    ("risen", Some(Direction::Rose)),
    ("rising", Some(Direction::Rose)),
    ("rise", Some(Direction::Rose)),
    ("up", Some(Direction::Rose)),
    ("increased", Some(Direction::Rose)),
    ("increase", Some(Direction::Rose)),
    ("increasing", Some(Direction::Rose)),
    ("grew", Some(Direction::Rose)),
    ("grown", Some(Direction::Rose)),
    ("growing", Some(Direction::Rose)),
    ("climbed", Some(Direction::Rose)),
    ("raised", Some(Direction::Rose)),
];

/// Which of the two levels stands first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum LevelOrder {
    BeforeFirst,
    AfterFirst,
    /// As their own periods say, which both have.
    ByPeriods,
}

/// A way to part a text into two levels.
struct Split<'a> {
    first: &'a str,
    last: &'a str,
    order: LevelOrder,
    said: Option<Direction>,
    stated: Option<(Change, TypedUnit)>,
    is_compared: bool,
}

/// Words of movement.
struct MovementWords {
    /// The way they say it went; "moved" says none.
    said: Option<Direction>,
}

/// What words of movement say; `None` where another word is among them.
fn movement(words: &str) -> Option<MovementWords> {
    words.split_whitespace().try_fold(MovementWords { said: None }, |before, word| {
        let (_, direction) = MOVEMENT.iter().find(|(known, _)| *known == word)?;
        Some(MovementWords { said: direction.or(before.said) })
    })
}

/// A text without the words of movement at its end.
fn without_movement(text: &str) -> &str {
    let mut rest = text;
    while let Some((before, _)) = rest.rsplit_once(' ').filter(|(_, word)| movement(word).is_some()) {
        rest = before;
    }
    rest
}

/// The level that words of movement lead to: `626` of `reduced to 626`.
pub(super) fn end_of_movement(text: &str) -> Option<&str> {
    let (words, end) = text.split_once(" to ")?;
    movement(words).filter(|moved| moved.said.is_some() && level(end).is_some()).map(|_| end)
}

/// Reads two levels, with a change in brackets, behind a comma, or in front.
pub(super) fn pair(text: &str) -> Option<Statement> {
    let unbracketed = without_brackets(text);
    let texts = [Some(text), unbracketed.as_deref()];
    texts.into_iter().flatten().find_map(|text| {
        with_change(text).into_iter().find_map(|(levels, behind)| {
            with_period(levels).into_iter().find_map(|(whole, over)| {
                ways(whole).into_iter().find_map(|way| made(way, behind.clone(), over.clone()))
            })
        })
    })
}

/// `626 (down from 780)` as `626, down from 780`.
fn without_brackets(text: &str) -> Option<String> {
    let (head, inner) = text.strip_suffix(')')?.split_once(" (")?;
    let (words, _) = inner.split_once("from ")?;
    movement(words).map(|_| format!("{head}, {inner}"))
}

fn ways(whole: &str) -> Vec<Split<'_>> {
    let mut ways = Vec::new();
    let plain = |first, last, order| Split { first, last, order, said: None, stated: None, is_compared: false };
    let parts = |text: &'_ str, sign: &str| -> Vec<usize> { text.match_indices(sign).map(|(at, _)| at).collect() };
    // A change or words of movement, and "from A to B" or "to B from A".
    for (lead, sign, order) in [("from ", " to ", LevelOrder::BeforeFirst), ("to ", " from ", LevelOrder::AfterFirst)] {
        for at in parts(whole, lead) {
            let (Some(words), Some(rest)) = (whole.get(..at), whole.get(at + lead.len()..)) else { continue };
            if !(words.is_empty() || words.ends_with(' ')) || (words.is_empty() && order == LevelOrder::AfterFirst) {
                continue;
            }
            let words = words.trim_end_matches([' ', ',']);
            let moved = movement(words);
            let stated = if words.is_empty() { None } else { read_change(words) };
            if moved.is_none() && stated.is_none() {
                continue;
            }
            let said = moved.and_then(|moved| moved.said);
            for at in parts(rest, sign) {
                if let (Some(first), Some(last)) = (rest.get(..at), rest.get(at + sign.len()..)) {
                    ways.push(Split { said, stated: stated.clone(), ..plain(first, last, order) });
                }
            }
        }
    }
    for at in parts(whole, " to ") {
        if let (Some(left), Some(last)) = (whole.get(..at), whole.get(at + 4..)) {
            // "780, falling to 626".
            let first = without_movement(left);
            let said = movement(left.get(first.len()..).unwrap_or_default()).and_then(|moved| moved.said);
            ways.push(Split { said, ..plain(first.trim_end_matches(','), last, LevelOrder::BeforeFirst) });
        }
    }
    for at in parts(whole, " from ") {
        let (Some(left), Some(last)) = (whole.get(..at), whole.get(at + 6..)) else { continue };
        let first = without_movement(left);
        let said = movement(left.get(first.len()..).unwrap_or_default()).and_then(|moved| moved.said);
        if first.ends_with(',') || said.is_some() {
            ways.push(Split { said, ..plain(first.trim_end_matches(','), last, LevelOrder::AfterFirst) });
        }
    }
    for sign in COMPARED {
        for at in parts(whole, sign) {
            if let (Some(first), Some(last)) = (whole.get(..at), whole.get(at + sign.len()..)) {
                ways.push(Split {
                    is_compared: true,
                    ..plain(first.trim_end_matches(','), last, LevelOrder::AfterFirst)
                });
            }
        }
    }
    for sign in [", ", "; ", " and "] {
        for at in parts(whole, sign) {
            if let (Some(first), Some(last)) = (whole.get(..at), whole.get(at + sign.len()..)) {
                ways.push(plain(first, last, LevelOrder::ByPeriods));
            }
        }
    }
    ways
}

fn made(way: Split<'_>, behind: Option<(Change, TypedUnit)>, over: Period) -> Option<Statement> {
    let (first, of_first) = level(way.first)?;
    let (last, mut of_last) = level(way.last)?;
    let differ = first.unit != last.unit && first.unit != TypedUnit::None && last.unit != TypedUnit::None;
    if differ || first.unit == TypedUnit::Points || (way.stated.is_some() && behind.is_some()) {
        return None;
    }
    // A date at the end is that of the level it stands behind, and so is a span where the other has a period of its own; any other
    // time is what lay between the two.
    let over = match over.when {
        When::At(_) if !of_last.is_stated() => {
            of_last = over;
            Period::not_stated()
        }
        When::Span(_) if of_first.is_stated() && !of_last.is_stated() => {
            of_last = over;
            Period::not_stated()
        }
        When::At(_) | When::Span(_) | When::Since(_) | When::Length { .. } | When::NotStated => over,
    };
    let is_before_first = match way.order {
        LevelOrder::BeforeFirst => true,
        LevelOrder::AfterFirst => false,
        LevelOrder::ByPeriods => {
            let ((_, one), (other, _)) = (of_first.days()?, of_last.days()?);
            if one < other { true } else { (of_last.days()?.1 < of_first.days()?.0).then_some(false)? }
        }
    };
    let mut remarks = remarks(&[&first, &last]);
    if way.is_compared {
        remarks.push(say!("typed-compared").to_owned());
    }
    let units = vec![first.unit, last.unit];
    let level = |number, period: Period| Level { number, period: period.in_clear(PeriodReading::Counted) };
    let (one, other) = (level(first.number, of_first), level(last.number, of_last));
    let (before, after) = if is_before_first { (one, other) } else { (other, one) };
    let (stated, of_change) = way.stated.or(behind).map_or((None, None), |(change, unit)| (Some(change), Some(unit)));
    let published = Published::Pair {
        before,
        after,
        stated: stated.into_iter().collect(),
        over: over.in_clear(PeriodReading::Between),
    };
    Some(Statement { published, units, of_change, said: way.said, remarks })
}
