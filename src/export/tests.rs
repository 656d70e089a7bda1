//! What the export promises: every shape as it looks or a loud failure, text where egui put it, the same bytes every time.

use std::sync::Arc;

use egui::epaint::{
    BandPoint, BandShape, Brush, CircleShape, ClippedShape, CubicBezierShape, EllipseShape, Mesh, PathShape,
    PathStroke, QuadraticBezierShape, RectShape, TextureId,
};
use egui::{Color32, Context, FontFamily, FontId, Pos2, Rect, Shape, Stroke, StrokeKind, Vec2, pos2, vec2};

use crate::progress::Progress;

use super::headless::{HeadlessFrame, shapes_of};
use super::png::{pixels_of_shapes, png_from_shapes};
use super::svg::{svg_from_shapes, tree_from_shapes};
use super::svg_writer::{Markup, PREFIX, TextMode};
use super::{About, BOLD_FAMILY, ExportError, FontFaces, PageSheet};

const INK: Color32 = Color32::from_rgb(0x12, 0x43, 0x6d);

fn page() -> PageSheet {
    PageSheet::of(vec2(200.0, 100.0), Color32::WHITE)
}

fn about() -> About {
    About { title: "Enquiries & places".to_owned(), description: "Before: 4.3 a month.\nAfter: 13.5.".to_owned() }
}

fn on_page(shape: Shape) -> ClippedShape {
    ClippedShape::new(Rect::from_min_size(Pos2::ZERO, page().size), shape)
}

/// The markup of shapes before it is flattened.
fn markup(shapes: impl IntoIterator<Item = Shape>) -> String {
    let shapes: Vec<_> = shapes.into_iter().map(on_page).collect();
    Markup::of(&shapes, &page(), TextMode::Text, Progress::default().without_progress())
        .and_then(Markup::into_body)
        .unwrap()
}

/// The sentence a shape is refused with.
fn refusal(shape: impl Into<Shape>) -> String {
    let (shapes, fonts) = ([on_page(shape.into())], FontFaces::new());
    let sentence = svg_from_shapes(&shapes, &page(), &fonts, &about(), Progress::default().without_progress())
        .unwrap_err()
        .to_string();
    let painted = png_from_shapes(&shapes, &page(), &fonts, 1.0, &about(), Progress::default().without_progress())
        .unwrap_err()
        .to_string();
    assert_eq!(sentence, painted, "no writer takes what the other refuses");
    sentence
}

fn bold() -> FontFamily {
    FontFamily::Name(BOLD_FAMILY.into())
}

fn bring_fonts(context: &Context) {
    let mut fonts = egui::FontDefinitions::empty();
    for (family, name, data) in
        [(FontFamily::Proportional, "regular", notosans::REGULAR_TTF), (bold(), "heavy", notosans::BOLD_TTF)]
    {
        fonts.font_data.insert(name.to_owned(), Arc::new(egui::FontData::from_static(data)));
        fonts.families.insert(family, vec![name.to_owned()]);
    }
    fonts.families.insert(FontFamily::Monospace, vec!["regular".to_owned()]);
    context.set_fonts(fonts);
}

/// Draws some text on a page without a window.
fn drawn_text(text: &str, font: &FontId) -> HeadlessFrame {
    shapes_of(page().size, bring_fonts, |ui| {
        ui.painter().text(pos2(10.0, 20.0), egui::Align2::LEFT_TOP, text, font.clone(), INK);
        100.0
    })
}

#[test]
fn straight_shapes_are_written_at_their_coordinates() {
    let triangle = vec![pos2(0.0, 0.0), pos2(10.0, 0.0), pos2(5.0, 8.0)];
    let markup = markup([
        Shape::Noop,
        Shape::line_segment([pos2(1.0, 2.0), pos2(3.5, 4.0)], Stroke::new(1.5, INK)),
        PathShape::line(triangle.clone(), Stroke::new(1.0, INK)).into(),
        Shape::Vec(vec![PathShape::convex_polygon(triangle, INK.gamma_multiply(0.5), Stroke::NONE).into()]),
        Shape::line_segment([pos2(1.0, 2.0), pos2(3.0, 4.0)], Stroke::NONE),
    ]);
    // Half-transparent colours lose a step, because egui keeps them multiplied by their alpha.
    let expected = r##"<path d="M1 2L3.5 4" fill="none" stroke="#12436d" stroke-width="1.5" stroke-miterlimit="1.5"/>
<path d="M0 0L10 0L5 8" fill="none" stroke="#12436d" stroke-width="1" stroke-miterlimit="1.5"/>
<path d="M0 0L10 0L5 8Z" fill="#12446e" fill-opacity=".502"/>
"##;
    assert_eq!(markup, expected);
}

#[test]
fn curved_shapes_are_written_as_curves() {
    let [a, b, c, d] = [pos2(0.0, 0.0), pos2(10.0, 0.0), pos2(10.0, 10.0), pos2(0.0, 10.0)];
    let markup = markup([
        CircleShape { center: pos2(20.0, 30.0), radius: 4.0, fill: Color32::WHITE, stroke: Stroke::new(2.0, INK) }
            .into(),
        EllipseShape::filled(pos2(20.0, 30.0), vec2(4.0, 2.0), INK).with_angle(std::f32::consts::FRAC_PI_2).into(),
        QuadraticBezierShape::from_points_stroke([a, b, c], false, Color32::TRANSPARENT, Stroke::new(1.0, INK)).into(),
        CubicBezierShape::from_points_stroke([a, b, c, d], true, INK, Stroke::NONE).into(),
    ]);
    let expected = r##"<circle cx="20" cy="30" r="4" fill="#ffffff" stroke="#12436d" stroke-width="2" stroke-miterlimit="1.5"/>
<ellipse cx="20" cy="30" rx="4" ry="2" fill="#12436d" transform="rotate(90 20 30)"/>
<path d="M0 0Q10 0 10 10" fill="none" stroke="#12436d" stroke-width="1" stroke-miterlimit="1.5"/>
<path d="M0 0C10 0 10 10 0 10Z" fill="#12436d"/>
"##;
    assert_eq!(markup, expected);
}

#[test]
fn the_stroke_of_a_rectangle_stands_on_the_side_it_asks_for() {
    let rect = |kind| {
        let rect = Rect::from_min_max(pos2(10.0, 10.0), pos2(30.0, 20.0));
        Shape::from(RectShape::new(rect, 0.0, Color32::WHITE, Stroke::new(2.0, INK), kind))
    };
    let data: Vec<_> = [StrokeKind::Inside, StrokeKind::Middle, StrokeKind::Outside]
        .map(|kind| markup([rect(kind)]).split('"').nth(1).unwrap().to_owned())
        .into();
    assert_eq!(
        data,
        ["M11 11L29 11L29 19L11 19L11 11Z", "M10 10L30 10L30 20L10 20L10 10Z", "M9 9L31 9L31 21L9 21L9 9Z"]
    );
}

#[test]
fn round_corners_thin_bars_and_clear_strokes_keep_their_look() {
    let rect = Rect::from_min_max(pos2(10.0, 10.0), pos2(30.0, 20.0));
    let thin = Rect::from_min_max(pos2(10.0, 10.0), pos2(11.0, 20.0));
    let light = Stroke::new(2.0, INK.gamma_multiply(0.5));
    let markup = markup([
        RectShape::filled(rect, egui::CornerRadius { nw: 4, ..egui::CornerRadius::ZERO }, INK).into(),
        RectShape::new(thin, 0.0, Color32::WHITE, Stroke::new(2.0, INK), StrokeKind::Inside).into(),
        RectShape::new(rect, 0.0, Color32::WHITE, light, StrokeKind::Inside).into(),
    ]);
    let expected = r##"<path d="M14 10L30 10L30 20L10 20L10 14C10 11.79 11.79 10 14 10Z" fill="#12436d"/>
<path d="M10 10L11 10L11 20L10 20L10 10Z" fill="#12436d"/>
<path d="M12 12L28 12L28 18L12 18L12 12Z" fill="#ffffff"/>
<path d="M11 11L29 11L29 19L11 19L11 11Z" fill="none" stroke="#12446e" stroke-opacity=".502" stroke-width="2" stroke-miterlimit="1.5"/>
"##;
    assert_eq!(markup, expected);
}

#[test]
fn bands_and_meshes_of_one_colour_are_single_paths() {
    let band = BandShape::filled(vec![BandPoint::new(0.0, 1.0..=3.0), BandPoint::new(10.0, 2.0..=6.0)], INK);
    let mut mesh = Mesh::default();
    mesh.add_colored_rect(Rect::from_min_max(pos2(20.0, 20.0), pos2(30.0, 30.0)), INK);
    let markup = markup([band.into(), Shape::mesh(mesh)]);
    let expected = r##"<path d="M0 1L10 2L10 6L0 3Z" fill="#12436d"/>
<path d="M20 20L30 20L20 30ZM20 30L30 20L30 30Z" fill="#12436d"/>
"##;
    assert_eq!(markup, expected);
}

#[test]
fn what_cannot_be_written_as_it_looks_fails_and_is_named() {
    let rect = Rect::from_min_max(pos2(10.0, 10.0), pos2(30.0, 20.0));
    let mut colorful = Mesh::default();
    colorful.add_colored_rect(rect, INK);
    colorful.vertices[0].color = Color32::RED;
    assert!(refusal(colorful).contains("a mesh of several colours"));

    let mut image = Mesh::with_texture(TextureId::User(7));
    image.add_rect_with_uv(rect, rect, Color32::WHITE);
    assert!(refusal(image).contains("a mesh with a texture"));

    let brush = Brush { fill_texture_id: TextureId::User(7), uv: Rect::from_min_size(Pos2::ZERO, Vec2::splat(1.0)) };
    let textured = RectShape { brush: Some(Arc::new(brush)), ..RectShape::filled(rect, 0.0, INK) };
    assert!(refusal(textured).contains("a rectangle with a texture"));
    assert!(refusal(RectShape::filled(rect, 0.0, INK).with_blur_width(2.0)).contains("blurred"));

    let callback = egui::PaintCallback { rect, callback: Arc::new(()) };
    assert!(refusal(Shape::Callback(callback)).contains("graphics card"));

    let gradient = PathStroke::new_uv(1.0, |_, _| INK);
    assert!(refusal(PathShape::line(vec![pos2(0.0, 0.0), pos2(9.0, 9.0)], gradient)).contains("changes its colour"));

    let lost = Shape::line_segment([pos2(0.0, 0.0), pos2(f32::INFINITY, 9.0)], Stroke::new(1.0, INK));
    assert!(refusal(lost).contains("not a number"));
    assert!(refusal(Shape::circle_filled(pos2(9.0, f32::NAN), 4.0, INK)).contains("not a number"));
    assert!(
        refusal(Shape::circle_filled(pos2(9.0, 9.0), 4.0, Color32::from_rgb_additive(9, 9, 9))).contains("adds light")
    );
}

#[test]
fn text_in_a_face_that_is_not_in_the_file_fails() {
    let drawn = drawn_text("52", &FontId::monospace(12.0));
    let error =
        svg_from_shapes(&drawn.shapes, &page(), &FontFaces::new(), &about(), Progress::default().without_progress())
            .unwrap_err();
    assert!(matches!(&error, ExportError::Shape { what } if what.contains("Monospace")), "{error}");
}

#[test]
fn only_shapes_that_cross_their_clip_rectangle_are_clipped() {
    let clip = Rect::from_min_max(pos2(10.0, 10.0), pos2(50.0, 50.0));
    let circle = |x| ClippedShape::new(clip, Shape::circle_filled(pos2(x, 30.0), 5.0, INK));
    let shapes = [circle(30.0), circle(50.0), circle(12.0), circle(90.0)];
    let body = Markup::of(&shapes, &page(), TextMode::Text, Progress::default().without_progress())
        .and_then(Markup::into_body)
        .unwrap();
    let body = body.replace(PREFIX, "");
    let expected = r##"<defs>
<clipPath id="c0"><path d="M10 10L50 10L50 50L10 50L10 10Z"/></clipPath>
</defs>
<circle cx="30" cy="30" r="5" fill="#12436d"/>
<g clip-path="url(#c0)">
<circle cx="50" cy="30" r="5" fill="#12436d"/>
</g>
<g clip-path="url(#c0)">
<circle cx="12" cy="30" r="5" fill="#12436d"/>
</g>
"##;
    assert_eq!(body, expected);
}

#[test]
fn text_is_one_run_on_its_baseline_so_that_ligatures_hold() {
    let drawn = drawn_text("Financial benefits", &FontId::new(16.0, bold()));
    let body = Markup::of(&drawn.shapes, &page(), TextMode::Text, Progress::default().without_progress())
        .and_then(Markup::into_body)
        .unwrap();
    // Noto Sans has an ascent of 1.069 em: the baseline is 17.1 below the top of the line, rounded to a quarter of a point.
    let expected = "<text x=\"10\" y=\"37\" font-size=\"16\" font-weight=\"700\" fill=\"#12436d\" \
                    xml:space=\"preserve\">Financial benefits</text>\n";
    assert_eq!(body, expected);
}

/// The text elements below a group.
fn texts(group: &usvg::Group) -> Vec<&usvg::Text> {
    let mut found = Vec::new();
    for node in group.children() {
        match node {
            usvg::Node::Text(text) => found.push(&**text),
            usvg::Node::Group(inner) => found.extend(texts(inner)),
            usvg::Node::Path(_) | usvg::Node::Image(_) => {}
        }
    }
    found
}

#[test]
fn the_shaper_sets_text_as_wide_as_egui_did() {
    for (text, family) in
        [("Five offices, AVAILABLE: £1,250 to 13.5% benefits", FontFamily::Proportional), ("Wychwood fi", bold())]
    {
        let drawn = drawn_text(text, &FontId::new(14.0, family));
        let [ClippedShape { shape: Shape::Text(shape), .. }] = drawn.shapes.as_slice() else { panic!("one text") };
        let width = shape.galley.rows[0].glyphs.last().unwrap().max_x();

        let tree = tree_from_shapes(
            &drawn.shapes,
            &PageSheet { size: vec2(600.0, 100.0), ..page() },
            &FontFaces::new(),
            Progress::default().without_progress(),
        )
        .unwrap();
        let set = texts(tree.root());
        let advance = set[0].bounding_box();
        assert!((advance.left() - 10.0).abs() < 0.3, "{text}: {advance:?}");
        assert!((advance.width() - width).abs() < 0.6, "{text}: {advance:?}, egui {width}");
    }
}

#[test]
fn a_run_ends_where_egui_places_the_next_letter_itself() {
    let drawn = drawn_text("12\u{2009}500 one\ttwo", &FontId::proportional(14.0));
    let body = Markup::of(&drawn.shapes, &page(), TextMode::Text, Progress::default().without_progress())
        .and_then(Markup::into_body)
        .unwrap();
    let words: Vec<_> = body.lines().filter_map(|line| line.split(['>', '<']).nth(2)).collect();
    assert_eq!(words, ["12", "500 one", "two"]);
}

#[test]
fn each_section_keeps_its_face_and_colour_over_wrapped_lines() {
    let drawn = shapes_of(page().size, bring_fonts, |ui| {
        let mut job = egui::text::LayoutJob::default();
        let format = |family, color| egui::TextFormat::simple(FontId::new(12.0, family), color);
        job.append("Leeds: ", 0.0, format(bold(), INK));
        job.append("fewer children in care\n& more at home", 0.0, format(FontFamily::Proportional, Color32::RED));
        job.wrap.max_width = 120.0;
        let galley = ui.painter().layout_job(job);
        ui.painter().galley(Pos2::ZERO, galley, INK);
        100.0
    });
    let body = Markup::of(&drawn.shapes, &page(), TextMode::Text, Progress::default().without_progress())
        .and_then(Markup::into_body)
        .unwrap();
    let runs: Vec<_> = body
        .lines()
        .map(|line| {
            let weight = line.split("font-weight=\"").nth(1).unwrap().split('"').next().unwrap();
            let fill = line.split("fill=\"").nth(1).unwrap().split('"').next().unwrap();
            (weight, fill, line.split(['>', '<']).nth(2).unwrap())
        })
        .collect();
    assert_eq!(
        runs,
        [
            ("700", "#12436d", "Leeds:"),
            ("400", "#ff0000", "fewer"),
            ("400", "#ff0000", "children in care"),
            ("400", "#ff0000", "&amp; more at home"),
        ]
    );
}

#[test]
fn the_file_needs_no_font_and_says_what_it_shows() {
    let drawn = drawn_text("benefits", &FontId::proportional(14.0));
    let svg =
        svg_from_shapes(&drawn.shapes, &page(), &FontFaces::new(), &about(), Progress::default().without_progress())
            .unwrap();
    assert!(!svg.contains("<text") && !svg.contains("font-family"), "{svg}");
    assert!(svg.contains(" role=\"img\"") && svg.contains("viewBox=\"0 0 200 100\""), "{svg}");
    assert!(svg.contains("title\">Enquiries &amp; places</title>"), "{svg}");
    assert!(svg.contains("desc\">Before: 4.3 a month.\nAfter: 13.5.</desc>"), "{svg}");
    let label = svg.split("aria-labelledby=\"").nth(1).unwrap().split('"').next().unwrap();
    for id in label.split(' ') {
        assert!(svg.contains(&format!(" id=\"{id}\"")), "{id} is in the file");
    }
    assert!(usvg::Tree::from_str(&svg, &usvg::Options::default()).unwrap().root().has_children());
}

#[test]
fn the_same_shapes_give_the_same_bytes() {
    let files = || {
        let drawn = drawn_text("benefits and places", &FontId::proportional(14.0));
        let svg = svg_from_shapes(
            &drawn.shapes,
            &page(),
            &FontFaces::new(),
            &about(),
            Progress::default().without_progress(),
        )
        .unwrap();
        let png = png_from_shapes(
            &drawn.shapes,
            &page(),
            &FontFaces::new(),
            2.0,
            &about(),
            Progress::default().without_progress(),
        )
        .unwrap();
        (svg, png)
    };
    assert_eq!(files(), files());
}

#[test]
fn an_empty_figure_is_still_a_whole_file() {
    let svg = svg_from_shapes(
        &[],
        &PageSheet { background: Color32::TRANSPARENT, ..page() },
        &FontFaces::new(),
        &about(),
        Progress::default().without_progress(),
    );
    let tree = usvg::Tree::from_str(&svg.unwrap(), &usvg::Options::default()).unwrap();
    assert_eq!(tree.size().to_int_size().dimensions(), (200, 100));
}

#[test]
fn a_png_says_how_large_it_is_and_what_it_shows() {
    let shapes = [on_page(Shape::circle_filled(pos2(9.0, 9.0), 4.0, INK))];
    let bytes =
        png_from_shapes(&shapes, &page(), &FontFaces::new(), 2.0, &about(), Progress::default().without_progress())
            .unwrap();
    let reader = png::Decoder::new(std::io::Cursor::new(&bytes)).read_info().unwrap();
    let info = reader.info();
    assert_eq!((info.width, info.height, info.color_type), (400, 200, png::ColorType::Indexed));
    let density = info.pixel_dims.unwrap();
    // 192 dots per inch.
    assert_eq!((density.xppu, density.yppu, density.unit), (7559, 7559, png::Unit::Meter));
    let texts: Vec<_> = info.utf8_text.iter().map(|chunk| (chunk.keyword.clone(), chunk.get_text().unwrap())).collect();
    assert_eq!(texts, [("Title".to_owned(), about().title), ("Description".to_owned(), about().description)]);
}

#[test]
fn pictures_without_size_or_beyond_measure_are_refused_in_words() {
    let sentence = |scale| {
        png_from_shapes(&[], &page(), &FontFaces::new(), scale, &about(), Progress::default().without_progress())
            .unwrap_err()
            .to_string()
    };
    assert!(sentence(100.0).contains("20000 × 10000 pixels") && sentence(100.0).contains("64 million"));
    assert!(sentence(0.0).contains("scale 0") && sentence(f32::NAN).contains("scale"));
    assert!(sentence(0.001).contains("cannot be made"));
    let flat = PageSheet { size: vec2(200.0, 0.0), ..page() };
    assert!(
        svg_from_shapes(&[], &flat, &FontFaces::new(), &about(), Progress::default().without_progress())
            .unwrap_err()
            .to_string()
            .contains("200 × 0")
    );
}

#[test]
fn a_figure_that_needs_more_height_is_drawn_on_a_higher_page() {
    let drawn = shapes_of(vec2(300.0, 100.0), bring_fonts, |ui| {
        for line in 0..20 {
            ui.label(format!("Line {line}"));
        }
        ui.min_rect().height()
    });
    assert!(drawn.height > 200.0, "{}", drawn.height);
    let page = PageSheet { size: vec2(300.0, drawn.height), ..page() };
    let body = Markup::of(&drawn.shapes, &page, TextMode::Text, Progress::default().without_progress())
        .and_then(Markup::into_body)
        .unwrap();
    assert!(body.contains("Line 19"), "{body}");
}

#[test]
fn a_plot_comes_out_whole() {
    let drawn = shapes_of(page().size, bring_fonts, |ui| {
        egui_plot::Plot::new("plot").show(ui, |plot| {
            plot.bar_chart(egui_plot::BarChart::new("before", vec![egui_plot::Bar::new(1.0, 52.0)]));
            plot.line(egui_plot::Line::new("trend", vec![[0.0, 10.0], [1.0, 40.0], [2.0, 30.0]]).fill(0.0));
            plot.points(egui_plot::Points::new("points", vec![[0.0, 10.0], [1.0, 40.0]]).radius(4.0));
        });
        100.0
    });
    let svg =
        svg_from_shapes(&drawn.shapes, &page(), &FontFaces::new(), &about(), Progress::default().without_progress())
            .unwrap();
    assert!(svg.matches("<path").count() > 10, "{svg}");
}

#[test]
fn shapes_figures_seldom_have_are_painted_as_their_svg_is_read() {
    let clip = Rect::from_min_max(pos2(20.0, 12.5), pos2(120.25, 70.0));
    let rect = Rect::from_min_max(pos2(100.0, 40.0), pos2(160.0, 80.0));
    let [a, b, c, d] = [pos2(5.0, 5.0), pos2(60.0, 0.0), pos2(60.0, 60.0), pos2(0.0, 90.0)];
    let light = INK.gamma_multiply(0.4);
    let band = vec![BandPoint::new(0.0, 1.0..=30.0), BandPoint::new(90.0, 20.0..=60.0)];
    let mut mesh = Mesh::default();
    mesh.add_colored_rect(Rect::from_min_max(pos2(150.0, 5.0), pos2(190.0, 30.0)), light);
    let mut drawn = drawn_text("Turned and cut off", &FontId::proportional(30.0)).shapes;
    for clipped in &mut drawn {
        clipped.clip_rect = clip;
        if let Shape::Text(text) = &mut clipped.shape {
            text.angle = 0.3;
        }
    }
    let upright = drawn_text("Cut off", &FontId::proportional(30.0)).shapes;
    drawn.extend(upright.into_iter().map(|clipped| ClippedShape { clip_rect: clip, ..clipped }));
    drawn.push(ClippedShape::new(clip, Shape::circle_filled(pos2(118.0, 66.0), 12.0, light)));
    let corners = egui::CornerRadius { nw: 9, ..egui::CornerRadius::ZERO };
    let turned = RectShape::new(rect, corners, light, Stroke::new(5.0, light), StrokeKind::Outside);
    drawn.extend(
        [
            CubicBezierShape::from_points_stroke([a, b, c, d], true, light, Stroke::new(3.0, INK)).into(),
            QuadraticBezierShape::from_points_stroke([d, c, a], false, light, Stroke::new(0.5, INK)).into(),
            EllipseShape::filled(pos2(150.0, 60.0), vec2(40.0, 12.0), light).with_angle(0.7).into(),
            BandShape::filled(band, light).into(),
            Shape::mesh(mesh),
            RectShape { angle: 0.4, ..turned }.into(),
            PathShape::line(vec![a, c, b], Stroke::new(4.0, INK)).into(),
        ]
        .map(on_page),
    );
    let fonts = FontFaces::new();
    for scale in [1.0, 2.0] {
        let (_, direct) =
            pixels_of_shapes(&drawn, &page(), &fonts, scale, Progress::default().without_progress()).unwrap();
        let svg = svg_from_shapes(&drawn, &page(), &fonts, &about(), Progress::default().without_progress()).unwrap();
        let tree = usvg::Tree::from_str(&svg, &usvg::Options::default()).unwrap();
        let size = tree.size().to_int_size().scale_by(scale).unwrap();
        let mut read = tiny_skia::Pixmap::new(size.width(), size.height()).unwrap();
        resvg::render(&tree, tiny_skia::Transform::from_scale(scale, scale), &mut read.as_mut());
        let far = direct.iter().zip(read.data()).filter(|(a, b)| a.abs_diff(**b) > 64).count();
        let sum: u64 = direct.iter().zip(read.data()).map(|(a, b)| u64::from(a.abs_diff(*b))).sum();
        assert!(far == 0 && sum < direct.len() as u64 / 4, "{far} are far off, {sum} in all, of {}", direct.len());
    }
}
