//! Colours, type and spacing, for light and dark. The only file with raw colours in it.
//!
//! The colours of marks follow the accessible palette of the Government Analysis Function; dark has lighter tokens of its own,
//! because #12436D on a dark ground is 1.6:1. What a colour is for is said by its field; no other file names one.

use std::sync::Arc;

use egui::{Color32, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, Margin, Stroke, TextStyle, Vec2};

/// The family name of the bold face.
const BOLD: &str = "bold";

/// Light or dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Mode {
    /// Dark ink on a light ground; exports are always light.
    #[default]
    Light,
    /// Light ink on a dark ground.
    Dark,
}

/// The colours, each named by what it is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tokens {
    /// Light or dark.
    pub mode: Mode,
    /// Behind the cards.
    pub ground: Color32,
    /// Cards, panels and fields.
    pub surface: Color32,
    /// Thin rules between areas; carries no meaning.
    pub line: Color32,
    /// Edges of controls, at least 3:1 on surface.
    pub edge: Color32,
    /// Grid lines behind marks; carry no meaning of their own.
    pub grid: Color32,
    /// Text.
    pub ink: Color32,
    /// Quieter text, at least 4.5:1 on surface and on ground.
    pub quiet: Color32,
    /// Buttons that are on, links, focus.
    pub accent: Color32,
    /// Text on accent.
    pub on_accent: Color32,
    /// Behind what is selected.
    pub selected: Color32,
    /// Behind what is hovered, and small tags.
    pub hovered: Color32,
    /// The bar beside a caution.
    pub caution: Color32,
    /// Marks.
    pub mark: Color32,
    /// Marks of context.
    pub mark_muted: Color32,
}

impl Tokens {
    /// The tokens of a mode.
    pub fn of(mode: Mode) -> Self {
        match mode {
            Mode::Light => Self::light(),
            Mode::Dark => Self::dark(),
        }
    }

    /// Dark ink on light.
    pub fn light() -> Self {
        Self {
            mode: Mode::Light,
            ground: Color32::from_rgb(0xF3, 0xF5, 0xF8),
            surface: Color32::from_rgb(0xFF, 0xFF, 0xFF),
            line: Color32::from_rgb(0xD9, 0xDE, 0xE5),
            edge: Color32::from_rgb(0x83, 0x8D, 0x9A),
            grid: Color32::from_rgb(0xE3, 0xE7, 0xEC),
            ink: Color32::from_rgb(0x14, 0x1B, 0x23),
            quiet: Color32::from_rgb(0x4B, 0x57, 0x65),
            accent: Color32::from_rgb(0x12, 0x43, 0x6D),
            on_accent: Color32::from_rgb(0xFF, 0xFF, 0xFF),
            selected: Color32::from_rgb(0xDF, 0xE9, 0xF3),
            hovered: Color32::from_rgb(0xEB, 0xEF, 0xF4),
            caution: Color32::from_rgb(0xE0, 0x5A, 0x17),
            mark: Color32::from_rgb(0x12, 0x43, 0x6D),
            mark_muted: Color32::from_rgb(0x6B, 0x76, 0x83),
        }
    }

    /// Light ink on dark.
    pub fn dark() -> Self {
        Self {
            mode: Mode::Dark,
            ground: Color32::from_rgb(0x11, 0x15, 0x1A),
            surface: Color32::from_rgb(0x1A, 0x20, 0x28),
            line: Color32::from_rgb(0x2F, 0x38, 0x43),
            edge: Color32::from_rgb(0x76, 0x83, 0x92),
            grid: Color32::from_rgb(0x2A, 0x32, 0x3C),
            ink: Color32::from_rgb(0xEE, 0xF2, 0xF6),
            quiet: Color32::from_rgb(0xAA, 0xB5, 0xC1),
            accent: Color32::from_rgb(0x7C, 0xB8, 0xF2),
            on_accent: Color32::from_rgb(0x0C, 0x12, 0x18),
            selected: Color32::from_rgb(0x21, 0x36, 0x4C),
            hovered: Color32::from_rgb(0x26, 0x2E, 0x38),
            caution: Color32::from_rgb(0xF2, 0x8B, 0x4E),
            mark: Color32::from_rgb(0x6F, 0xB1, 0xEF),
            mark_muted: Color32::from_rgb(0x8F, 0x9B, 0xA8),
        }
    }
}

/// The steps of the type scale, in points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Type {
    /// Title of a figure.
    Title,
    /// Heading of a section or a card.
    Heading,
    /// Running text and controls.
    Body,
    /// Periods, captions, axis labels; the smallest.
    Small,
    /// A number that is the message.
    Number,
}

impl Type {
    /// Size in points.
    pub fn size(self) -> f32 {
        match self {
            Self::Title => 18.0,
            Self::Heading => 14.5,
            Self::Body => 13.5,
            Self::Small => 12.0,
            Self::Number => 24.0,
        }
    }

    /// The regular face at this size.
    pub fn regular(self) -> FontId {
        FontId::new(self.size(), FontFamily::Proportional)
    }

    /// The bold face at this size.
    pub fn bold(self) -> FontId {
        FontId::new(self.size(), FontFamily::Name(BOLD.into()))
    }
}

/// The steps of the spacing scale, in points.
pub mod space {
    /// Between a word and its mark.
    pub const XS: f32 = 4.0;
    /// Between neighbours.
    pub const S: f32 = 8.0;
    /// Inside cards.
    pub const M: f32 = 12.0;
    /// Between cards and sections.
    pub const L: f32 = 18.0;
}

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
        Mode::Dark => egui::Theme::Dark,
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
        ..egui::style::ScrollStyle::floating()
    };
    style.animation_time = 0.0;
    let visuals = &mut style.visuals;
    *visuals = match tokens.mode {
        Mode::Light => egui::Visuals::light(),
        Mode::Dark => egui::Visuals::dark(),
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
    for (widget, fill, edge, ink) in [
        (&mut widgets.noninteractive, tokens.surface, tokens.line, tokens.ink),
        (&mut widgets.inactive, tokens.surface, tokens.edge, tokens.ink),
        (&mut widgets.hovered, tokens.hovered, tokens.accent, tokens.ink),
        (&mut widgets.active, tokens.selected, tokens.accent, tokens.ink),
        (&mut widgets.open, tokens.hovered, tokens.accent, tokens.ink),
    ] {
        widget.bg_fill = fill;
        widget.weak_bg_fill = fill;
        widget.bg_stroke = Stroke::new(1.0, edge);
        widget.fg_stroke = Stroke::new(1.0, ink);
        widget.corner_radius = rounded;
        widget.expansion = 0.0;
    }
    ctx.set_style_of(theme, style);
}

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
    use super::*;

    #[test]
    fn text_is_at_least_4_5_to_1_and_marks_and_controls_3_to_1() {
        for mode in [Mode::Light, Mode::Dark] {
            let t = Tokens::of(mode);
            for ground in [t.ground, t.surface, t.selected, t.hovered] {
                for text in [t.ink, t.quiet] {
                    assert!(contrast(text, ground) >= 4.5, "{mode:?} text {text:?} on {ground:?}");
                }
            }
            assert!(contrast(t.on_accent, t.accent) >= 4.5, "{mode:?} text on accent");
            assert!(contrast(t.accent, t.surface) >= 4.5, "{mode:?} links");
            for mark in [t.mark, t.mark_muted, t.edge, t.accent, t.caution] {
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
    fn contrast_is_the_published_formula() {
        assert!((contrast(Color32::BLACK, Color32::WHITE) - 21.0).abs() < 1e-9);
        // #12436D on a dark ground is 1.6:1, the reason why dark has its own tokens.
        assert!(contrast(Color32::from_rgb(0x12, 0x43, 0x6D), Color32::from_rgb(0x12, 0x16, 0x1B)) < 2.0);
    }
}
