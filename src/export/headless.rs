//! Runs egui with no window and no graphics card, and hands out the shapes it would have painted.
//!
//! Everything that could differ between machines or runs is fixed: the time, the size, the scale, the theme, no pointer, no
//! animation. It does not know what is drawn.

use egui::epaint::ClippedShape;
use egui::{Context, Pos2, RawInput, Rect, Theme, Ui, Vec2, ViewportId, ViewportInfo};

/// Pixels to the point while laying out. Text is placed on whole pixels, so more of them place it more exactly.
pub const PIXELS_PER_POINT: f32 = 4.0;

/// The time of every pass, in seconds; any fixed value past zero will do.
const TIME: f64 = 1.0;

/// The largest side in pixels of the texture for letters; never uploaded, and only as much of it is made as is needed.
const TEXTURE_SIDE: usize = 8192;

/// What one run without a window gave.
#[derive(Clone)]
pub struct HeadlessFrame {
    /// The shapes in painting order, with their clip rectangles.
    pub shapes: Vec<ClippedShape>,
    /// The height that the drawing says it used, in points.
    pub height: f32,
    /// The context it was drawn in, for asking about what was laid out.
    pub context: Context,
}

/// Draws into a fresh egui context of this size in points, and returns what would have been painted.
///
/// `setup` brings fonts and style; the light theme is chosen after it. `draw` fills the page's only [`Ui`], which has no margin,
/// and returns the height it used. It is called twice, the second time on a page that is high enough, and what it paints
/// then is what counts; it is called once more only where it needs still more height then.
pub fn shapes_of(size: Vec2, setup: impl FnOnce(&Context), mut draw: impl FnMut(&mut Ui) -> f32) -> HeadlessFrame {
    let context = Context::default();
    setup(&context);
    context.set_theme(Theme::Light);
    context.all_styles_mut(|style| style.animation_time = 0.0);
    // The warning is painted over the figure, and only in debug builds.
    context.options_mut(|options| options.warn_on_id_clash = false);

    let mut size = size;
    let (_, mut height) = pass(&context, size, &mut draw);
    let mut shapes = Vec::new();
    for _ in 0..2 {
        size.y = size.y.max(height.ceil());
        (shapes, height) = pass(&context, size, &mut draw);
        if height <= size.y {
            break;
        }
    }
    HeadlessFrame { shapes, height, context }
}

fn pass(context: &Context, size: Vec2, draw: &mut impl FnMut(&mut Ui) -> f32) -> (Vec<ClippedShape>, f32) {
    let mut height = 0.0;
    let mut output = context.run_ui(input(size), |ui| height = draw(ui));
    // Nothing uploads the textures, and egui insists on knowing that.
    output.textures_delta.clear();
    (output.shapes, height)
}

fn input(size: Vec2) -> RawInput {
    let viewport = ViewportInfo { native_pixels_per_point: Some(PIXELS_PER_POINT), ..ViewportInfo::default() };
    RawInput {
        viewports: std::iter::once((ViewportId::ROOT, viewport)).collect(),
        screen_rect: Some(Rect::from_min_size(Pos2::ZERO, size)),
        max_texture_side: Some(TEXTURE_SIDE),
        time: Some(TIME),
        focused: false,
        ..RawInput::default()
    }
}
