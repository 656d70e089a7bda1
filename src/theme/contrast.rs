//! Contrast of two colours, by WCAG 2.2 (relative luminance of sRGB), and the tests that hold the tokens to it.

use egui::Color32;

/// Contrast of two colours by WCAG 2.2, from 1 to 21.
pub fn contrast(a: Color32, b: Color32) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// Relative luminance by WCAG 2.2.
fn luminance(colour: Color32) -> f64 {
    let channel = |value: u8| {
        let c = f64::from(value) / 255.0;
        if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(colour.r()) + 0.7152 * channel(colour.g()) + 0.0722 * channel(colour.b())
}

#[cfg(test)]
mod tests {
    use super::super::{Mode, Tokens};
    use super::*;

    #[test]
    fn text_is_at_least_4_5_to_1_and_marks_and_controls_3_to_1() {
        for mode in Mode::ALL {
            let t = Tokens::of(mode);
            for ground in [t.ground, t.surface, t.selected, t.hovered] {
                for text in [t.ink, t.quiet] {
                    assert!(contrast(text, ground) >= 4.5, "{mode:?} text {text:?} on {ground:?}");
                }
            }
            assert!(contrast(t.on_accent, t.accent) >= 4.5, "{mode:?} text on accent");
            assert!(contrast(t.accent, t.surface) >= 4.5, "{mode:?} links");
            for mark in [t.mark, t.mark_muted, t.mark_other, t.edge, t.accent, t.caution] {
                for ground in [t.surface, t.ground, t.selected] {
                    let need = if mark == t.edge && ground == t.selected { 2.5 } else { 3.0 };
                    assert!(
                        contrast(mark, ground) >= need,
                        "{mode:?} mark {mark:?} on {ground:?}: {}",
                        contrast(mark, ground)
                    );
                }
            }
        }
    }

    #[test]
    fn high_contrast_has_text_at_7_to_1_all_else_at_4_5_to_1() {
        let t = Tokens::high_contrast();
        for ground in [t.ground, t.surface, t.selected, t.hovered] {
            for text in [t.ink, t.quiet] {
                assert!(contrast(text, ground) >= 7.0, "text {text:?} on {ground:?}: {}", contrast(text, ground));
            }
            for mark in [t.mark, t.mark_muted, t.mark_other, t.edge, t.accent, t.caution] {
                assert!(contrast(mark, ground) >= 4.5, "{mark:?} on {ground:?}: {}", contrast(mark, ground));
            }
        }
        assert!(contrast(t.on_accent, t.accent) >= 7.0);
    }

    #[test]
    fn contrast_is_the_published_formula() {
        assert!((contrast(Color32::BLACK, Color32::WHITE) - 21.0).abs() < 1e-9);
        // #12436D on a dark ground is 1.6:1, the reason why dark has its own tokens.
        assert!(contrast(Color32::from_rgb(0x12, 0x43, 0x6D), Color32::from_rgb(0x12, 0x16, 0x1B)) < 2.0);
    }
}
