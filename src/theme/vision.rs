//! Test of the tokens: the colours of one figure stay apart for people who see fewer colours.
//!
//! Simulation: Machado, Oliveira and Fernandes 2009, severity 1, in linear sRGB. Distance: CIE 1976 (L*a*b*, D65), where about 2
//! can just be told apart side by side.

use egui::Color32;

use super::{Mode, Tokens};

/// The least distance of two colours that mean different things in one figure.
const APART: f64 = 15.0;

type Matrix = [[f64; 3]; 3];

const SIGHTS: [(&str, Matrix); 4] = [
    ("all colours", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    (
        "protanopia",
        [[0.152_286, 1.052_583, -0.204_868], [0.114_503, 0.786_281, 0.099_216], [-0.003_882, -0.048_116, 1.051_998]],
    ),
    (
        "deuteranopia",
        [[0.367_322, 0.860_646, -0.227_968], [0.280_085, 0.672_501, 0.047_413], [-0.011_820, 0.042_940, 0.968_881]],
    ),
    (
        "tritanopia",
        [[1.255_528, -0.076_749, -0.178_779], [-0.078_411, 0.930_809, 0.147_602], [0.004_733, 0.691_367, 0.303_900]],
    ),
];

fn linear(value: u8) -> f64 {
    let c = f64::from(value) / 255.0;
    if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
}

fn times(matrix: &Matrix, vector: [f64; 3]) -> [f64; 3] {
    matrix.map(|row| row.iter().zip(vector).map(|(a, b)| a * b).sum::<f64>().clamp(0.0, 1.0))
}

fn lab(rgb: [f64; 3]) -> [f64; 3] {
    let to_xyz: Matrix = [
        [0.412_456_4, 0.357_576_1, 0.180_437_5],
        [0.212_672_9, 0.715_152_2, 0.072_175_0],
        [0.019_333_9, 0.119_192_0, 0.950_304_1],
    ];
    let white = [0.950_47, 1.0, 1.088_83];
    let mut f = [0.0; 3];
    for (axis, row) in to_xyz.iter().enumerate() {
        let t = row.iter().zip(rgb).map(|(a, b)| a * b).sum::<f64>() / white[axis];
        f[axis] = if t > 0.008_856 { t.cbrt() } else { 7.787 * t + 16.0 / 116.0 };
    }
    [116.0 * f[1] - 16.0, 500.0 * (f[0] - f[1]), 200.0 * (f[1] - f[2])]
}

fn distance(a: Color32, b: Color32, sight: &Matrix) -> f64 {
    let seen = |c: Color32| lab(times(sight, [linear(c.r()), linear(c.g()), linear(c.b())]));
    seen(a).iter().zip(seen(b)).map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt()
}

#[test]
fn colours_of_one_figure_stay_apart_under_every_sight() {
    for mode in Mode::ALL {
        let t = Tokens::of(mode);
        for (sight, matrix) in &SIGHTS {
            for (a, b) in [
                (t.mark, t.mark_muted),
                (t.mark, t.surface),
                (t.mark_muted, t.surface),
                (t.mark, t.caution),
                (t.accent, t.mark_other),
                (t.mark_other, t.surface),
            ] {
                let apart = distance(a, b, matrix);
                assert!(apart >= APART, "{mode:?}, {sight}: {a:?} and {b:?} are {apart:.1} apart");
            }
        }
    }
}

#[test]
fn the_distance_is_the_published_one() {
    let [lightness, a, b] = lab([1.0, 0.0, 0.0]);
    assert!((lightness - 53.24).abs() < 0.01 && (a - 80.09).abs() < 0.02 && (b - 67.20).abs() < 0.02);
}
