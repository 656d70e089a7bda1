//! The toolkit's own look, made from the tokens: faces, controls, focus, scroll bars.

use std::sync::Arc;

use egui::{CornerRadius, FontData, FontDefinitions, FontFamily, Margin, Stroke, TextStyle, Vec2};

use super::type_scale::BOLD;
use super::{Mode, Tokens, Type, space};

/// Registers the two faces, and only them: the layout does not depend on the machine's fonts.
pub fn install_fonts(ctx: &egui::Context) {
    let mut fonts = FontDefinitions::empty();
    fonts.font_data.insert("regular".to_owned(), Arc::new(FontData::from_static(notosans::REGULAR_TTF)));
    fonts.font_data.insert(BOLD.to_owned(), Arc::new(FontData::from_static(notosans::BOLD_TTF)));
    fonts.families.insert(FontFamily::Proportional, vec!["regular".to_owned()]);
    fonts.families.insert(FontFamily::Monospace, vec!["regular".to_owned()]);
    fonts.families.insert(FontFamily::Name(BOLD.into()), vec![BOLD.to_owned()]);
    ctx.set_fonts(fonts);
}

/// Gives the toolkit this application's look.
pub fn install_style(ctx: &egui::Context, tokens: &Tokens) {
    let theme = match tokens.mode {
        Mode::Light => egui::Theme::Light,
        Mode::Dark | Mode::HighContrast => egui::Theme::Dark,
    };
    ctx.set_theme(theme);
    let mut style = (*ctx.style_of(theme)).clone();
    style.text_styles = [
        (TextStyle::Small, Type::Small.regular()),
        (TextStyle::Body, Type::Body.regular()),
        (TextStyle::Button, Type::Body.regular()),
        (TextStyle::Heading, Type::Heading.bold()),
        (TextStyle::Monospace, Type::Body.regular()),
    ]
    .into();
    style.spacing.item_spacing = Vec2::new(space::S, space::S);
    style.spacing.button_padding = Vec2::new(space::M, 5.0);
    style.spacing.interact_size = Vec2::new(40.0, 28.0);
    style.spacing.menu_margin = Margin::same(6);
    style.spacing.scroll = egui::style::ScrollStyle {
        bar_width: 8.0,
        floating_width: 7.0,
        floating_allocated_width: 10.0,
        foreground_color: true,
        dormant_background_opacity: 0.0,
        active_background_opacity: 0.1,
        interact_background_opacity: 0.15,
        dormant_handle_opacity: 0.45,
        active_handle_opacity: 0.6,
        interact_handle_opacity: 0.8,
        // Words that fade towards an edge look disabled and lose the contrast that is promised; the bar tells that there is more.
        fade: egui::style::ScrollFadeStyle { strength: 0.0, ..egui::style::ScrollFadeStyle::default() },
        ..egui::style::ScrollStyle::floating()
    };
    // Nothing moves by itself: neither controls nor scrolling.
    style.animation_time = 0.0;
    style.scroll_animation = egui::style::ScrollAnimation::none();
    let visuals = &mut style.visuals;
    *visuals = match tokens.mode {
        Mode::Light => egui::Visuals::light(),
        Mode::Dark | Mode::HighContrast => egui::Visuals::dark(),
    };
    visuals.override_text_color = None;
    visuals.panel_fill = tokens.surface;
    visuals.window_fill = tokens.surface;
    visuals.window_stroke = Stroke::new(1.0, tokens.line);
    visuals.window_corner_radius = CornerRadius::same(8);
    visuals.menu_corner_radius = CornerRadius::same(8);
    visuals.extreme_bg_color = tokens.surface;
    visuals.text_edit_bg_color = Some(tokens.surface);
    visuals.faint_bg_color = tokens.hovered;
    visuals.hyperlink_color = tokens.accent;
    visuals.warn_fg_color = tokens.ink;
    visuals.error_fg_color = tokens.ink;
    visuals.weak_text_color = Some(tokens.quiet);
    visuals.selection.bg_fill = tokens.selected;
    visuals.selection.stroke = Stroke::new(1.5, tokens.accent);
    visuals.striped = false;
    visuals.slider_trailing_fill = true;
    let widgets = &mut visuals.widgets;
    let rounded = CornerRadius::same(6);
    // What has the keyboard's focus looks as if it were pressed: its edge is twice as wide and of another colour.
    for (widget, fill, edge, width) in [
        (&mut widgets.noninteractive, tokens.surface, tokens.line, 1.0),
        (&mut widgets.inactive, tokens.surface, tokens.edge, 1.0),
        (&mut widgets.hovered, tokens.hovered, tokens.accent, 1.0),
        (&mut widgets.active, tokens.selected, tokens.accent, 2.0),
        (&mut widgets.open, tokens.hovered, tokens.accent, 1.0),
    ] {
        widget.bg_fill = fill;
        widget.weak_bg_fill = fill;
        widget.bg_stroke = Stroke::new(width, edge);
        widget.fg_stroke = Stroke::new(1.0, tokens.ink);
        widget.corner_radius = rounded;
        widget.expansion = 0.0;
    }
    ctx.set_style_of(theme, style);
}
