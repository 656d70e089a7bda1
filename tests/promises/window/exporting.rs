//! The dialog that saves a figure: format, size, words, place; what is exported is what was seen.

use super::*;
use sidebyside::app::PreviewImage;
use sidebyside::export::Format;
use tempfile::TempDir;

pub(super) const PATH: &str = "Save as";

/// Replaces what a field holds.
pub(super) fn write(window: &mut Window, role: Role, field: &str, text: &str) {
    window.node(role, field).focus();
    window.press_with(Modifiers::COMMAND, Key::A);
    window.harness.event(egui::Event::Text(text.to_owned()));
    window.run();
}

fn write_path(window: &mut Window, path: &Path) {
    write(window, Role::TextInput, PATH, &path.display().to_string());
}

/// Unfolds a part of the dialog, where it is folded.
pub(super) fn unfold(window: &mut Window, part: &str) {
    let folded = format!("{part}, folded");
    if window.has(Role::DisclosureTriangle, &folded) {
        window.activate(Role::DisclosureTriangle, &folded);
    }
}

const WORDS: &str = "Words: title, notes, alternative text";
pub(super) const OPTIONS: &str = "Options: size by hand, colours, small counts";

/// A size by hand, as wide as this.
pub(super) fn write_width(window: &mut Window, width: &str) {
    unfold(window, OPTIONS);
    if !window.has(Role::TextInput, "Width") {
        window.activate(Role::CheckBox, "Set the size by hand");
    }
    write(window, Role::TextInput, "Width", width);
}

fn write_title(window: &mut Window, title: &str) {
    unfold(window, WORDS);
    write(window, Role::MultilineTextInput, "Title", title);
}

fn is_open(window: &Window) -> bool {
    window.has(Role::TextInput, PATH)
}

fn can_save(window: &Window) -> bool {
    !window.node(Role::Button, "Save").accesskit_node().is_disabled()
}

/// The dialog on the comparison of fostering enquiries.
fn open() -> Window {
    let mut window = Window::open();
    window.click(Role::Button, "Compare fostering enquiries");
    window.press_with(Modifiers::COMMAND, Key::E);
    assert!(is_open(&window));
    window
}

fn names_in(folder: &TempDir) -> Vec<String> {
    std::fs::read_dir(folder.path()).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect()
}

#[test]
fn each_format_is_saved_with_the_title_that_was_typed() {
    let folder = TempDir::new().unwrap();
    for format in Format::of_figures() {
        if !format.has_words() {
            // A table of values has no title.
            continue;
        }
        let start = format.signature();
        let format = format.ending().to_uppercase();
        let mut window = open();
        let title = "More people asked <script>about</script> fostering";
        window.click(Role::Button, &format!("Format: {format}"));
        write_title(&mut window, title);
        let path = folder.path().join("figure").with_extension(format.to_lowercase());
        write_path(&mut window, &path);
        window.press(Key::Enter);
        assert!(!is_open(&window), "{format}: {:?}", window.text());
        let bytes = std::fs::read(&path).unwrap();
        assert!(bytes.starts_with(start), "{format} begins with {:?}", &bytes[..8]);
        if format == "SVG" {
            let text = String::from_utf8_lossy(&bytes);
            assert!(text.contains("More people asked &lt;script&gt;about") && !text.contains("<script>"));
        }
        assert_eq!(window.names(Role::Figure), [title]);
        assert!(window.alerts()[0].starts_with(&format!("Saved {}", path.display())), "{:?}", window.alerts());
    }
    assert_eq!(names_in(&folder).len(), Format::of_figures().count() - 1, "{:?}", names_in(&folder));
}

#[test]
fn the_rows_of_the_figure_are_saved_as_csv_and_the_first_shown() {
    let folder = TempDir::new().unwrap();
    let mut window = open();
    window.click(Role::Button, "Format: CSV");
    assert!(!window.has(Role::MultilineTextInput, "Title"), "a table has no title");
    window.assert_says("Fostering enquiries");
    let path = folder.path().join("rows.csv");
    write_path(&mut window, &path);
    window.press(Key::Enter);
    let text = std::fs::read_to_string(path).unwrap();
    assert!(text.starts_with("council,programme,"));
    let figure = window.state().figure_on_screen();
    assert_eq!(text.trim_end().lines().count(), 1 + figure.drawn().len() + figure.left_out.len());
}

#[test]
fn letters_the_face_lacks_are_named_before_a_figure_is_saved() {
    let mut window = open();
    // As the application does; the harness would break down.
    window.harness.ctx.set_missing_glyph_policy(egui::MissingGlyphPolicy::Tofu);
    let is_told = |window: &Window| window.text().contains("The built-in face has no letter for");
    assert!(!is_told(&window));
    write_title(&mut window, "Ynys Môn \u{2705} \u{939}\u{93f}");
    window.assert_says("The built-in face has no letter for \u{2705}, \u{939}");
    write_title(&mut window, "Ynys Môn");
    assert!(!is_told(&window));
}

#[test]
fn the_ending_says_the_format_and_the_format_the_ending() {
    let mut window = open();
    write(&mut window, Role::TextInput, PATH, "papers/figure.pdf");
    assert!(window.is_on(Role::Button, "Format: PDF"));
    window.click(Role::Button, "Format: PNG");
    assert_eq!(window.node(Role::TextInput, PATH).value().as_deref(), Some("papers/figure.png"));
    write(&mut window, Role::TextInput, PATH, "figure.v2");
    window.assert_says("figure.v2.png");
}

#[test]
fn each_key_opens_the_dialog_with_its_format() {
    for (modifiers, key, format) in [
        (Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::E, "PNG"),
        (Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::P, "PDF"),
        (Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::L, "XLSX"),
    ] {
        let mut window = Window::open();
        window.press_with(modifiers, key);
        assert!(window.is_on(Role::Button, &format!("Format: {format}")));
        let typed = window.node(Role::TextInput, PATH).value().unwrap();
        assert!(typed.ends_with(&format!("overview-profile.{}", format.to_lowercase())), "{typed}");
    }
}

#[test]
fn a_width_that_is_none_is_told_at_the_field_and_save_waits() {
    let mut window = open();
    for width in ["0", "100000", "wide", "", "NaN"] {
        write_width(&mut window, width);
        window.assert_says("Write a width from 320 to 6000 points, such as 1000.");
        assert!(!can_save(&window), "{width}");
        window.press(Key::Enter);
        assert!(is_open(&window));
    }
    write_width(&mut window, "700");
    assert!(can_save(&window));
    window.assert_says("700 × ");
    window.assert_says("on paper 185 × ");
}

#[test]
fn a_picture_of_300_dots_an_inch_says_so_in_its_file() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("figure.png");
    let mut window = open();
    write_path(&mut window, &path);
    write_width(&mut window, "640");
    window.choose("Resolution of the picture", "300 dots an inch");
    window.assert_says("In pixels: 2,000 × ");
    window.node(Role::TextInput, PATH).focus();
    window.run();
    window.press(Key::Enter);
    let reader = png::Decoder::new(std::io::BufReader::new(std::fs::File::open(&path).unwrap())).read_info().unwrap();
    // 300 dots an inch are 11811 a metre.
    assert_eq!((reader.info().width, reader.info().pixel_dims.unwrap().xppu), (2000, 11811));
}

/// A file is in the way, which is heard, and the keyboard is where its replacement can be agreed to.
#[track_caller]
fn assert_leads_to_agreeing(window: &Window) {
    let told = window.node(Role::Label, "A file of that name is there already. Tick Replace, or choose another name.");
    assert_eq!(told.accesskit_node().live(), egui::accesskit::Live::Polite);
    assert!(window.node(Role::CheckBox, "Replace the file that is there").is_focused());
}

#[test]
fn a_file_that_is_there_stays_until_its_replacement_is_agreed() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("figure.svg");
    std::fs::write(&path, "precious").unwrap();
    let mut window = open();
    // Also where the ending is added by the dialog.
    for typed in [path.clone(), folder.path().join("figure")] {
        write_path(&mut window, &typed);
        assert!(can_save(&window), "what stands in the way is told when it is pressed");
        window.press(Key::Enter);
        assert_leads_to_agreeing(&window);
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "precious");
    }
    window.click(Role::CheckBox, "Replace the file that is there");
    write_path(&mut window, &path);
    window.click(Role::Button, "Save");
    assert_leads_to_agreeing(&window);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "precious", "agreement is for one name");
    window.click(Role::CheckBox, "Replace the file that is there");
    window.click(Role::Button, "Save");
    assert!(std::fs::read_to_string(&path).unwrap().starts_with("<svg"), "{:?}", window.text());
}

#[test]
fn a_file_that_appears_after_the_look_is_not_replaced() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("figure.svg");
    let mut window = open();
    write_path(&mut window, &path);
    std::fs::write(&path, "precious").unwrap();
    window.click(Role::Button, "Save");
    assert!(is_open(&window));
    assert_leads_to_agreeing(&window);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "precious");
}

#[test]
fn a_fault_stays_in_the_dialog_with_all_that_was_typed() {
    let folder = TempDir::new().unwrap();
    std::fs::write(folder.path().join("file"), "").unwrap();
    for place in ["nowhere/figure.svg", "file/figure.svg"] {
        let mut window = open();
        write_title(&mut window, "Kept");
        write_path(&mut window, &folder.path().join(place));
        window.assert_says("There is no such folder");
        window.click(Role::Button, "Save");
        window.assert_says("Not saved. ");
        assert_eq!(window.node(Role::MultilineTextInput, "Title").value().as_deref(), Some("Kept"));
        assert_eq!(window.state().busy(), None);
    }
    assert_eq!(names_in(&folder), ["file"]);
}

#[test]
fn cancel_and_escape_save_nothing_and_keep_what_was_typed() {
    for by_key in [false, true] {
        let mut window = open();
        let title = window.names(Role::Figure)[0].clone();
        write_title(&mut window, "Half a title");
        if by_key {
            window.press(Key::Escape);
        } else {
            window.click(Role::Button, "Cancel");
        }
        assert!(!is_open(&window) && window.alerts().is_empty());
        assert_eq!(window.names(Role::Figure), [title.as_str()], "the figure keeps its words");
        window.press_with(Modifiers::COMMAND, Key::E);
        unfold(&mut window, WORDS);
        assert_eq!(window.node(Role::MultilineTextInput, "Title").value().as_deref(), Some("Half a title"));
        window.click(Role::Button, "Back to the written one: Title");
        assert_eq!(window.node(Role::MultilineTextInput, "Title").value(), Some(title));
    }
}

#[test]
fn words_that_are_kept_stand_in_the_window_for_this_figure_only() {
    let mut window = open();
    write_title(&mut window, "Ours");
    window.click(Role::Button, "Keep the words");
    assert_eq!(window.names(Role::Figure), ["Ours"]);
    assert_eq!(window.state().figure_on_screen().title, "Ours");
    assert!(window.state().figure_on_screen().alt.starts_with("Ours. "));
    window.choose("Kind of figure", "Change");
    assert_ne!(window.names(Role::Figure), ["Ours"]);
    window.choose("Kind of figure", "Change and levels");
    assert_eq!(window.names(Role::Figure), ["Ours"]);
    assert_eq!(window.names(Role::Figure), ["Ours"], "the same figure of the same dataset");
}

#[test]
fn words_over_all_numbers_do_not_stand_over_suppressed_ones() {
    let mut window = open();
    write_title(&mut window, "From 22 to 1");
    window.click(Role::Button, "Keep the words");
    assert_eq!(window.state().figure_on_screen().title, "From 22 to 1");
    window.menu("View", "Suppress small counts");
    assert_ne!(window.state().figure_on_screen().title, "From 22 to 1");
    window.menu("View", "Suppress small counts");
    assert_eq!(window.state().figure_on_screen().title, "From 22 to 1", "they are kept for all numbers");
}

#[test]
fn a_note_that_is_left_out_is_told_in_the_source_line() {
    let mut window = open();
    let notes = window.state().figure_on_screen().notes.len();
    assert!(notes > 0);
    unfold(&mut window, WORDS);
    window.activate(Role::CheckBox, "Show note 1");
    write(&mut window, Role::MultilineTextInput, "Note of your own", "For the committee.\nOn 3 May.");
    window.click(Role::Button, "Keep the words");
    let figure = window.state().figure_on_screen();
    assert_eq!(figure.notes.len(), notes - 1);
    assert!(figure.source.contains("Left out by the author: "), "{}", figure.source);
    assert_eq!(figure.author_note, "Author's note: For the committee. On 3 May.");
}

#[test]
fn more_than_twelve_words_are_a_caution_and_no_fault() {
    let mut window = open();
    write_title(&mut window, &"word ".repeat(13));
    window.assert_says("13 words: more than 12");
    assert!(can_save(&window));
    write_title(&mut window, &"x".repeat(5000));
    assert_eq!(window.node(Role::MultilineTextInput, "Title").value().map(|title| title.len()), Some(300));
}

#[test]
fn the_preview_is_the_real_picture_and_follows_what_is_asked() {
    let mut window = open();
    let page = |window: &Window| match &window.state().export.dialog.as_ref().unwrap().preview.shown {
        PreviewImage::Picture { number, page, .. } => (*number, *page),
        _ => panic!("no picture"),
    };
    let is = |length: f32, expected: f32| (length - expected).abs() < 0.01;
    write_width(&mut window, "1000");
    let (first, wide) = page(&window);
    assert!(is(wide.x, 1000.0), "{wide:?}");
    write_width(&mut window, "600");
    let (second, narrow) = page(&window);
    assert!(is(narrow.x, 600.0) && narrow.y >= wide.y && first != second, "{narrow:?} after {wide:?}");
    let picture = window.node(Role::Image, "The figure as it will be saved").rect();
    let drawn = picture.width() / picture.height();
    assert!((drawn - narrow.x / narrow.y).abs() < 0.02, "{picture:?} is not as wide for its height as {narrow:?}");
}

#[test]
fn a_figure_of_nothing_is_saved_as_an_honest_empty_one() {
    let folder = TempDir::new().unwrap();
    let mut window = Window::open();
    window.narrow_to_nobody();
    for name in ["empty.svg", "empty.csv", "empty.xlsx"] {
        window.press_with(Modifiers::COMMAND, Key::E);
        write_path(&mut window, &folder.path().join(name));
        window.press(Key::Enter);
        assert!(!is_open(&window), "{name}: {}", window.text());
    }
    let rows = std::fs::read_to_string(folder.path().join("empty.csv")).unwrap();
    assert_eq!(rows.lines().count(), 1, "a figure of nothing has no rows");
}

#[test]
fn focus_comes_to_the_path_and_goes_back_to_where_it_was() {
    let mut window = Window::open();
    window.node(Role::TextInput, SEARCH).focus();
    window.run();
    window.press_with(Modifiers::COMMAND, Key::E);
    assert!(window.node(Role::TextInput, PATH).accesskit_node().is_focused());
    window.press(Key::Escape);
    assert!(window.node(Role::TextInput, SEARCH).accesskit_node().is_focused());
}

#[test]
fn tab_reaches_every_control() {
    let mut window = open();
    unfold(&mut window, WORDS);
    unfold(&mut window, OPTIONS);
    window.activate(Role::CheckBox, "Set the size by hand");
    let mut reached = Vec::new();
    for _ in 0..48 {
        window.press(Key::Tab);
        let focused =
            window.harness.query_all(egui_kittest::kittest::By::new()).find(|n| n.accesskit_node().is_focused());
        reached.extend(focused.and_then(|node| name_of(&node)));
    }
    for name in [
        "Page width: 160 mm wide, in a paper",
        "Slide: 16:9, large type",
        "Preview: 100%, as large as it comes out",
        "Format: PDF",
        "Width",
        "Least height",
        "Title",
        "Subtitle",
        "Alternative text",
        PATH,
        "Another folder…",
        "Copy",
        "Save",
        "Cancel",
    ] {
        assert!(reached.iter().any(|reached| reached == name), "{name} is not among {reached:?}");
    }
}

#[test]
fn commands_wait_while_the_dialog_is_open() {
    let mut window = open();
    window.press_with(Modifiers::COMMAND, Key::Num1);
    assert!(is_open(&window) && window.state().views.room == sidebyside::app::Tab::Compare);
}

#[test]
fn a_dataset_that_is_dropped_on_the_window_closes_the_dialog() {
    let mut window = open();
    window.drop_file(&test_data("valid/small.ron"));
    assert!(!is_open(&window));
    assert_eq!(window.state().document.title(), "small.ron");
}

#[test]
fn zooming_works_in_a_dialog_and_enter_leaves_the_cursor_there() {
    let mut window = open();
    assert_eq!(window.state().window.zoom.percent(), 100);
    window.press_with(Modifiers::COMMAND, Key::Plus);
    assert!(window.state().window.zoom.percent() > 100 && is_open(&window));
    window.press_with(Modifiers::COMMAND, Key::Num0);
    window.press_with(Modifiers::COMMAND, Key::F);
    assert!(is_open(&window), "what belongs to the window below stays there");
    write(&mut window, Role::TextInput, PATH, "papers/");
    window.press(Key::Enter);
    assert!(is_open(&window), "nothing can be saved to no file");
    assert!(window.node(Role::TextInput, PATH).is_focused());
}

#[test]
fn a_preset_is_one_of_four_and_the_last_one_is_remembered() {
    let folder = TempDir::new().unwrap();
    let mut window = open();
    let page = "Page width: 160 mm wide, in a paper";
    let slide = "Slide: 16:9, large type";
    assert!(window.is_on(Role::RadioButton, page) && !window.is_on(Role::RadioButton, slide));
    window.assert_says("160 × ");
    window.assert_says("smallest type 8.5 pt.");
    window.click(Role::RadioButton, slide);
    assert!(window.is_on(Role::RadioButton, slide) && !window.is_on(Role::RadioButton, page));
    window.assert_says("16:9");
    write_path(&mut window, &folder.path().join("figure.svg"));
    window.press(Key::Enter);
    let text = std::fs::read_to_string(folder.path().join("figure.svg")).unwrap();
    assert!(text.contains(" width=\"1280\" height=\"720\""), "{}", &text[..200]);
    window.press_with(Modifiers::COMMAND, Key::E);
    assert!(window.is_on(Role::RadioButton, slide), "the last one is remembered");
}

#[test]
fn a_size_by_hand_takes_the_place_of_the_presets_and_back() {
    let mut window = open();
    let page = "Page width: 160 mm wide, in a paper";
    write_width(&mut window, "700");
    assert!(!window.is_on(Role::RadioButton, page));
    window.assert_says("700 × ");
    window.click(Role::RadioButton, page);
    assert!(window.is_on(Role::RadioButton, page) && !window.has(Role::TextInput, "Width"));
}

#[test]
fn copy_copies_what_would_be_saved_and_leaves_the_dialog_open() {
    let mut window = open();
    window.click(Role::Button, "Copy");
    assert!(is_open(&window));
    window.assert_says("Copied");
    window.click(Role::Button, "Format: CSV");
    assert!(window.node(Role::Button, "Copy").accesskit_node().is_disabled(), "a table is no picture");
}

#[test]
fn the_preview_keeps_its_place_whatever_it_shows() {
    let mut window = open();
    let save = |window: &Window| window.node(Role::Button, "Save").rect();
    let before = save(&window);
    for name in ["Half page: 78 mm wide, two side by side", "Web: 700 pixels wide"] {
        window.click(Role::RadioButton, name);
        assert_eq!(save(&window), before, "{name}");
    }
    window.click(Role::Button, "Preview: 100%, as large as it comes out");
    assert_eq!(save(&window), before);
    window.click(Role::Button, "Format: CSV");
    assert_eq!(save(&window), before);
}
