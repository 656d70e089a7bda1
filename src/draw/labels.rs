//! Room for labels: stretches an axis until every label beside a mark fits into the panel.

/// On which side of its place a label stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LabelSide {
    Left,
    Right,
}

/// A label beside a place on the axis.
#[derive(Clone, Copy, Debug)]
pub(super) struct LabelRoom {
    /// The place, in the axis's unit.
    pub at: f64,
    /// Points it needs from there, the gap included.
    pub points: f32,
    /// To which side.
    pub side: LabelSide,
}

/// A linear scale from the axis's unit to points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Scale {
    /// The value at the left edge.
    pub low: f64,
    /// The value at the right edge.
    pub high: f64,
    /// Points from edge to edge.
    pub width: f32,
}

impl Scale {
    /// The narrowest scale from `low` to `high` or wider in which all labels fit into `width` points.
    pub fn fitting(low: f64, high: f64, width: f32, labels: &[LabelRoom]) -> Self {
        let high = if high > low { high } else { low + 1.0 };
        let (mut fit_low, mut fit_high) = (low, high);
        // Each round stretches the axis to the labels at the last round's scale; it settles quickly where labels take
        // less than the whole width together, and the cap keeps it from running away where they do not.
        for _ in 0..120 {
            let per_point = (fit_high - fit_low) / f64::from(width.max(1.0));
            let (mut next_low, mut next_high) = (low, high);
            for label in labels {
                let room = f64::from(label.points) * per_point;
                match label.side {
                    LabelSide::Left => next_low = next_low.min(label.at - room),
                    LabelSide::Right => next_high = next_high.max(label.at + room),
                }
            }
            let cap = (high - low) * 6.0;
            next_low = next_low.max(low - cap);
            next_high = next_high.min(high + cap);
            let moved = (next_low - fit_low).abs() + (next_high - fit_high).abs();
            (fit_low, fit_high) = (next_low, next_high);
            if moved < (high - low) * 1e-4 {
                break;
            }
        }
        Self { low: fit_low, high: fit_high, width }
    }

    /// Whether every label has its room.
    pub fn holds(self, labels: &[LabelRoom]) -> bool {
        labels.iter().all(|label| match label.side {
            LabelSide::Left => self.points(label.at) - label.points >= -0.5,
            LabelSide::Right => self.points(label.at) + label.points <= self.width + 0.5,
        })
    }

    /// Points from the left edge.
    pub fn points(self, value: f64) -> f32 {
        ((value - self.low) / (self.high - self.low)) as f32 * self.width
    }
}

/// A label that would like to stand at a height.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wish {
    /// Where its middle would like to be.
    pub middle: f32,
    /// How tall it is, the gap to its neighbour included.
    pub height: f32,
}

/// Labels one below the other that would overlap.
struct Pile {
    first: usize,
    count: usize,
    height: f32,
    /// Sum over its labels of where each would like the pile's top to be.
    tops: f32,
}

impl Pile {
    fn top(&self, low: f32, high: f32) -> f32 {
        (self.tops / self.count as f32).min(high - self.height).max(low)
    }
}

/// Pushes labels apart with the least movement: the middle of each, in the order given, between `low` and `high`.
///
/// Give them in order of their wishes, from `low` to `high`, and enough room for all; where the room is too small they run on
/// past `high` and still do not overlap.
pub(super) fn apart(wishes: &[Wish], low: f32, high: f32) -> Vec<f32> {
    let mut piles: Vec<Pile> = Vec::new();
    for (index, wish) in wishes.iter().enumerate() {
        let top = wish.middle - wish.height / 2.0;
        let mut pile = Pile { first: index, count: 1, height: wish.height, tops: top };
        // A pile that touches the one above it becomes one with it.
        while let Some(above) = piles.pop_if(|above| above.top(low, high) + above.height > pile.top(low, high)) {
            let tops = above.tops + pile.tops - above.height * pile.count as f32;
            pile =
                Pile { first: above.first, count: above.count + pile.count, height: above.height + pile.height, tops };
        }
        piles.push(pile);
    }
    let mut middles = Vec::with_capacity(wishes.len());
    for pile in &piles {
        let mut y = pile.top(low, high);
        for wish in wishes.iter().skip(pile.first).take(pile.count) {
            middles.push(y + wish.height / 2.0);
            y += wish.height;
        }
    }
    middles
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wishes(middles: &[f32]) -> Vec<Wish> {
        middles.iter().map(|&middle| Wish { middle, height: 10.0 }).collect()
    }

    #[test]
    fn labels_with_room_stay_and_others_move_as_little_as_can_be() {
        assert_eq!(apart(&wishes(&[20.0, 50.0, 80.0]), 0.0, 100.0), [20.0, 50.0, 80.0]);
        assert_eq!(apart(&wishes(&[50.0, 50.0]), 0.0, 100.0), [45.0, 55.0]);
        assert_eq!(apart(&wishes(&[0.0, 1.0, 99.0]), 0.0, 100.0), [5.0, 15.0, 95.0]);
        assert_eq!(apart(&wishes(&[96.0, 97.0, 98.0]), 0.0, 100.0), [75.0, 85.0, 95.0]);
    }

    #[test]
    fn labels_never_overlap_whatever_they_wish() {
        let middles: Vec<f32> = (0..60_u32).map(|i| ((i * i * 7) % 611) as f32).collect();
        let mut sorted = middles;
        sorted.sort_by(f32::total_cmp);
        let placed = apart(&wishes(&sorted), 0.0, 620.0);
        assert_eq!(placed.len(), 60);
        assert!(placed.windows(2).all(|pair| pair[1] - pair[0] >= 9.99), "{placed:?}");
        assert!(placed.iter().all(|&y| (4.99..=615.01).contains(&y)), "{placed:?}");
    }

    #[test]
    fn every_label_fits_into_the_panel() {
        let labels = [
            LabelRoom { at: 100.0, points: 80.0, side: LabelSide::Right },
            LabelRoom { at: -40.0, points: 60.0, side: LabelSide::Left },
        ];
        let scale = Scale::fitting(-50.0, 100.0, 400.0, &labels);
        assert!(scale.points(100.0) + 80.0 <= 400.5);
        assert!(scale.points(-40.0) - 60.0 >= -0.5);
    }

    #[test]
    fn labels_too_wide_for_the_panel_do_not_run_away() {
        let labels = [LabelRoom { at: 1.0, points: 900.0, side: LabelSide::Right }];
        let scale = Scale::fitting(0.0, 1.0, 100.0, &labels);
        assert!(scale.high.is_finite() && scale.high <= 7.0);
    }
}
