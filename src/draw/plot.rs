//! A plot that stays as it is: no panning, no zooming, no axes of its own, bounds to the pixel.
//!
//! `egui_plot` draws the marks. Its axis labels vanish when they do not fit, so that the labels are this application's own.

use std::ops::RangeInclusive;

use egui::{Rect, Sense, Ui, UiBuilder, Vec2};
use egui_plot::{Plot, PlotBounds, PlotItem};

/// Draws `items` in `rect`, whose edges stand at `x` and `y`.
pub(super) fn still_plot(
    ui: &mut Ui,
    rect: Rect,
    salt: &str,
    x: RangeInclusive<f64>,
    y: RangeInclusive<f64>,
    items: Vec<Box<dyn PlotItem>>,
) {
    let bounds = PlotBounds::from_min_max([*x.start(), *y.start()], [*x.end(), *y.end()]);
    let mut child = ui.new_child(UiBuilder::new().id_salt(salt).max_rect(rect));
    Plot::new(salt)
        .width(rect.width())
        .height(rect.height())
        .min_size(Vec2::ZERO)
        .set_margin_fraction(Vec2::ZERO)
        .default_x_bounds(*x.start(), *x.end())
        .default_y_bounds(*y.start(), *y.end())
        .auto_bounds(false)
        .show_axes(false)
        .show_grid(false)
        .show_background(false)
        .show_x(false)
        .show_y(false)
        .show_crosshair(false)
        .allow_zoom(false)
        .allow_drag(false)
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .allow_axis_zoom_drag(false)
        .allow_double_click_reset(false)
        .sense(Sense::hover())
        .show(&mut child, |plot| {
            plot.set_plot_bounds(bounds);
            for item in items {
                plot.add_item(item);
            }
        });
}
