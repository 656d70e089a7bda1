//! A search of whole numbers: whether a sum of unknowns may be anything else than it is, given all that is known.
//!
//! It knows nothing of how small counts are suppressed: it narrows ranges and then tries values, nearest to the truth first, so that
//! it soon finds another answer where there is one, and goes through all where there is none.

use std::collections::BTreeSet;

/// No unknown is larger.
const MOST: i64 = 3_000;

/// Values tried before a search is given up; then the number counts as safe, because no reader tries more.
const MOST_TRIED: usize = 4_000;

/// So many of each unknown lie between two values.
#[derive(Clone, Debug)]
pub struct Known {
    pub sum: Vec<(f64, usize)>,
    pub low: f64,
    pub high: f64,
    /// Supposed of a hidden number, because it is hidden.
    pub is_supposed: bool,
}

impl Known {
    pub fn new(sum: Vec<(f64, usize)>, low: f64, high: f64) -> Self {
        Self { sum, low, high, is_supposed: false }
    }

    pub fn holds(&self, values: &[i64]) -> bool {
        let sum: f64 = self.sum.iter().map(|&(weight, unknown)| weight * values[unknown] as f64).sum();
        self.low - 1e-6 <= sum && sum <= self.high + 1e-6
    }
}

/// Whether the sum can lie between these values, whatever else is known.
pub fn may_be(known: &[Known], truth: &[i64], sum: &[(f64, usize)], low: f64, high: f64) -> bool {
    let asked = Known::new(sum.to_vec(), low, high);
    let mut near: Vec<Known> = vec![asked];
    let mut unknowns: BTreeSet<usize> = sum.iter().map(|&(_, unknown)| unknown).collect();
    let mut left: Vec<&Known> = known.iter().collect();
    loop {
        let (joined, others): (Vec<&Known>, Vec<&Known>) =
            left.iter().partition(|known| known.sum.iter().any(|(_, unknown)| unknowns.contains(unknown)));
        if joined.is_empty() {
            break;
        }
        unknowns.extend(joined.iter().flat_map(|known| known.sum.iter().map(|&(_, unknown)| unknown)));
        near.extend(joined.into_iter().cloned());
        left = others;
    }
    let ranges = vec![(0, MOST); truth.len()];
    let mut tried = 0;
    search(&near, truth, ranges, &unknowns, &mut tried)
}

fn search(
    known: &[Known],
    truth: &[i64],
    mut ranges: Vec<(i64, i64)>,
    asked: &BTreeSet<usize>,
    tried: &mut usize,
) -> bool {
    if !narrow(known, &mut ranges) {
        return false;
    }
    let width = |unknown: &usize| ranges[*unknown].1 - ranges[*unknown].0;
    let Some(next) = asked.iter().filter(|unknown| width(unknown) > 0).min_by_key(|unknown| width(unknown)).copied()
    else {
        return true;
    };
    let (low, high) = ranges[next];
    let start = truth[next].clamp(low, high);
    for away in 0..=high - low {
        let mut values = vec![start + away];
        if away > 0 {
            values.push(start - away);
        }
        for value in values.into_iter().filter(|value| (low..=high).contains(value)) {
            *tried += 1;
            if *tried > MOST_TRIED {
                return true;
            }
            let mut ranges = ranges.clone();
            ranges[next] = (value, value);
            if search(known, truth, ranges, asked, tried) {
                return true;
            }
        }
    }
    false
}

/// Narrows the ranges until nothing moves; gives whether any value is left to each.
fn narrow(known: &[Known], ranges: &mut [(i64, i64)]) -> bool {
    let mut moved = true;
    let mut rounds = 0;
    while moved && rounds < 60 {
        moved = false;
        rounds += 1;
        for Known { sum, low, high, .. } in known {
            let ends = |weight: f64, (low, high): (i64, i64)| {
                let (a, b) = (weight * low as f64, weight * high as f64);
                (a.min(b), a.max(b))
            };
            let all: Vec<(f64, f64)> = sum.iter().map(|&(weight, unknown)| ends(weight, ranges[unknown])).collect();
            let (least, most) = all.iter().fold((0.0, 0.0), |(a, b), (c, d)| (a + c, b + d));
            if least > high + 1e-6 || most < low - 1e-6 {
                return false;
            }
            for (&(weight, unknown), (own_least, own_most)) in sum.iter().zip(&all) {
                let (a, b) = ((low - (most - own_most)) / weight, (high - (least - own_least)) / weight);
                let (a, b) = (a.min(b), a.max(b));
                let range = &mut ranges[unknown];
                let new = (range.0.max((a - 1e-6).ceil() as i64), range.1.min((b + 1e-6).floor() as i64));
                if new.0 > new.1 {
                    return false;
                }
                if new != *range {
                    *range = new;
                    moved = true;
                }
            }
        }
    }
    true
}

#[test]
fn the_search_tells_what_is_pinned_down_from_what_is_not() {
    let sum = |unknowns: &[usize], value: f64| {
        Known::new(unknowns.iter().map(|&unknown| (1.0, unknown)).collect(), value, value)
    };
    let pairs = [sum(&[0, 1], 23.0), sum(&[0, 2], 43.0), sum(&[1, 2], 60.0)];
    let truth = [3, 20, 40];
    assert!(pairs.iter().all(|known| known.holds(&truth)));
    for (low, high) in [(0.0, 2.0), (4.0, 100.0)] {
        assert!(!may_be(&pairs, &truth, &[(1.0, 0)], low, high));
        assert!(may_be(&pairs[..2], &truth, &[(1.0, 0)], low, high));
    }
}
