//! Room for labels: stretches an axis until every label beside a mark fits into the panel.

/// On which side of its place a label stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
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
    pub side: Side,
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
        for _ in 0..40 {
            let per_point = (fit_high - fit_low) / f64::from(width.max(1.0));
            let (mut next_low, mut next_high) = (low, high);
            for label in labels {
                let room = f64::from(label.points) * per_point;
                match label.side {
                    Side::Left => next_low = next_low.min(label.at - room),
                    Side::Right => next_high = next_high.max(label.at + room),
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

    /// Points from the left edge.
    pub fn points(self, value: f64) -> f32 {
        ((value - self.low) / (self.high - self.low)) as f32 * self.width
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_label_fits_into_the_panel() {
        let labels = [
            LabelRoom { at: 100.0, points: 80.0, side: Side::Right },
            LabelRoom { at: -40.0, points: 60.0, side: Side::Left },
        ];
        let scale = Scale::fitting(-50.0, 100.0, 400.0, &labels);
        assert!(scale.points(100.0) + 80.0 <= 400.5);
        assert!(scale.points(-40.0) - 60.0 >= -0.5);
    }

    #[test]
    fn labels_too_wide_for_the_panel_do_not_run_away() {
        let labels = [LabelRoom { at: 1.0, points: 900.0, side: Side::Right }];
        let scale = Scale::fitting(0.0, 1.0, 100.0, &labels);
        assert!(scale.high.is_finite() && scale.high <= 7.0);
    }
}
