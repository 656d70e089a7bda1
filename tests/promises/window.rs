//! Promises about the window, kept with no display and no graphics card: what a screen reader finds is what the tests click.

mod access;
mod all_councils;
mod announcements;
mod columns;
mod comparing;
mod deleting;
mod editing;
mod empty_dataset;
mod exporting;
mod files;
mod finding;
mod focus;
mod folded;
mod forms;
mod handling;
mod helping;
mod importing;
mod in_front;
mod kept_views;
mod keyboard;
mod layout;
mod lengths;
mod lightness;
mod list;
mod looks;
mod new_outcome;
mod paper;
mod plain;
mod presets;
mod quick_entry;
mod rooms;
mod selection;
mod series;
mod session;
mod statistics;
mod steady;
mod suppression;
mod table;
mod typing;

use std::path::{Path, PathBuf};

use egui::accesskit::{Role, Toggled};
use egui::{Key, Modifiers, Rect, Vec2, vec2};
use egui_kittest::kittest::{NodeT, Queryable};
use egui_kittest::{Harness, Node};
use sidebyside::app::{FileDialogs, Menu, State};
use sidebyside::ui::App;

/// The name of the search field.
const SEARCH: &str = "Search councils, programmes, indicators and notes";

/// The size of a small laptop's screen, in points.
const LAPTOP: Vec2 = vec2(1366.0, 768.0);

/// The application in a window without a display. Every [`Window::run`] also checks that each input has a name and that each
/// letter can be drawn.
struct Window {
    harness: Harness<'static, App>,
}

impl Window {
    /// Opens the window on the built-in dataset.
    fn open() -> Self {
        Self::of_size(LAPTOP, 1.0)
    }

    /// Opens it in this size, in points, with so many pixels to the point.
    fn of_size(size: Vec2, pixels_per_point: f32) -> Self {
        let harness = Harness::builder()
            .with_size(size)
            .with_pixels_per_point(pixels_per_point)
            .with_theme(egui::Theme::Light)
            .with_max_steps(8)
            .build_eframe(|creation| App::new(&creation.egui_ctx, FileDialogs::Field));
        let mut window = Self { harness };
        // Not among the papers of whoever runs the tests: what stands there is nobody's business here.
        let folder = env!("CARGO_TARGET_TMPDIR");
        let memory = &mut window.harness.state_mut().state.settings;
        folder.clone_into(&mut memory.figure.folder);
        window.run();
        window
    }

    fn state(&self) -> &State {
        &self.harness.state().state
    }

    /// Runs until nothing moves any more and nothing is being read or written.
    fn run(&mut self) {
        // What comes of one piece of work may begin the next: a file is saved, and then another one is opened.
        for _ in 0..5 {
            self.harness.run_ok();
            self.harness.state_mut().state.finish();
            self.harness.step();
            if self.state().busy().is_none() {
                break;
            }
        }
        self.harness.run();
        assert_eq!(self.state().busy(), None, "work is still under way");
    }

    /// The only node of this role and name.
    #[track_caller]
    fn node<'w>(&'w self, role: Role, label: &'w str) -> Node<'w> {
        let mut found: Vec<_> = self.harness.query_all_by_role_and_label(role, label).collect();
        // The tree itself would be thousands of lines in the message of a test that fails.
        assert_eq!(found.len(), 1, "nodes of the role {role:?} named {label:?}; there are {:#?}", self.names(role));
        found.remove(0)
    }

    fn has(&self, role: Role, label: &str) -> bool {
        self.names(role).iter().any(|name| name == label)
    }

    /// The names of all nodes of a role; for text, the text.
    fn names(&self, role: Role) -> Vec<String> {
        self.harness.query_all_by_role(role).filter_map(|node| name_of(&node)).collect()
    }

    /// All text on screen, a line a node: headings, then the rest.
    fn text(&self) -> String {
        [self.names(Role::Heading), self.names(Role::Label)].concat().join("\n")
    }

    #[track_caller]
    fn assert_says(&self, words: &str) {
        let text = self.text();
        assert!(text.contains(words), "{words:?} is not on screen; there is:\n{text}");
    }

    /// Clicks with the pointer in the middle of the node, which has to be on screen.
    #[track_caller]
    fn click(&mut self, role: Role, label: &str) {
        let node = self.node(role, label);
        let screen = self.screen();
        assert!(screen.contains(node.rect().center()), "{label} is not on screen but at {:?}", node.rect());
        node.click();
        self.run();
    }

    /// Clicks as a screen reader does, wherever the node is.
    #[track_caller]
    fn activate(&mut self, role: Role, label: &str) {
        self.node(role, label).click_accesskit();
        self.run();
    }

    fn screen(&self) -> Rect {
        self.harness.input().screen_rect.unwrap_or_else(|| self.harness.ctx.content_rect())
    }

    fn press(&mut self, key: Key) {
        self.harness.key_press(key);
        self.run();
    }

    fn press_with(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.run();
    }

    /// Types into the field of this name, as a person does who clicks it first.
    fn type_into(&mut self, label: &str, text: &str) {
        self.click(Role::TextInput, label);
        self.harness.event(egui::Event::Text(text.to_owned()));
        self.run();
    }

    /// Opens one of the menus behind the button at the top.
    #[track_caller]
    fn open_menu(&mut self, menu: &str) {
        if self.has(Role::Button, "Menu") {
            self.click(Role::Button, "Menu");
            self.click(Role::MenuItem, menu);
        } else {
            // In a narrow window.
            self.click(Role::Button, menu);
        }
    }

    /// Opens a menu and picks an entry, whose name may be followed by its shortcut.
    #[track_caller]
    fn menu(&mut self, menu: &str, entry: &str) {
        self.open_menu(menu);
        let below = if self.has(Role::Button, "Menu") { "Menu" } else { menu };
        let below = self.node(Role::Button, below).rect().bottom();
        let is_menu = |node: &Node<'_>| {
            node.accesskit_node().has_popup().is_some()
                && Menu::ALL.iter().any(|m| name_of(node).as_deref() == Some(m.label()))
        };
        let fits = |name: String| {
            name.strip_prefix(entry)
                .is_some_and(|keys| keys.is_empty() || keys.starts_with("Ctrl") || keys.starts_with(' '))
        };
        let entries = [Role::MenuItem, Role::MenuItemCheckBox, Role::MenuItemRadio];
        let found = entries
            .into_iter()
            .flat_map(|role| self.harness.query_all_by_role(role))
            .find(|node| !is_menu(node) && node.rect().top() >= below && name_of(node).is_some_and(fits));
        // As a screen reader does it: in a low window a menu scrolls.
        found.unwrap_or_else(|| panic!("{menu} has no {entry}: {:#?}", self.names(Role::MenuItem))).click_accesskit();
        self.run();
    }

    /// Opens a box of choices and picks one.
    #[track_caller]
    fn choose(&mut self, selector: &str, choice: &str) {
        let name = self.selector(selector);
        self.click(Role::ComboBox, &name);
        self.choice(selector, choice).scroll_to_me();
        self.run();
        self.choice(selector, choice).click();
        self.run();
    }

    /// The whole name of a box of choices, which says the chosen one after what it chooses.
    #[track_caller]
    fn selector(&self, what: &str) -> String {
        let says =
            |name: &String| name.strip_prefix(what).is_some_and(|rest| rest.is_empty() || rest.starts_with(": "));
        let names = self.names(Role::ComboBox);
        names.iter().find(|name| says(name)).unwrap_or_else(|| panic!("no box {what}: {names:#?}")).clone()
    }

    /// What a box of choices says is chosen.
    #[track_caller]
    fn chosen(&self, selector: &str) -> String {
        let name = self.selector(selector);
        name.strip_prefix(&format!("{selector}: ")).unwrap_or_default().to_owned()
    }

    /// What a screen reader is told when words change in a place that is always there.
    fn heard(&self) -> Vec<String> {
        let is_heard = |node: &Node<'_>| node.accesskit_node().live() == egui::accesskit::Live::Polite;
        let nodes = self.harness.query_all_by_role(Role::Status).filter(is_heard);
        nodes.filter_map(|node| name_of(&node)).filter(|words| !words.trim().is_empty()).collect()
    }

    #[track_caller]
    fn choice<'w>(&'w self, selector: &str, choice: &'w str) -> Node<'w> {
        // A kind of figure says besides how many rows it draws.
        let is_it = |node: &Node<'_>| {
            name_of(node).is_some_and(|name| name == choice || name.starts_with(&format!("{choice} (")))
        };
        let found = self.harness.query_all_by_role(Role::ListBoxOption).rfind(is_it);
        found.unwrap_or_else(|| panic!("{selector} offers no {choice}: {:#?}", self.names(Role::ListBoxOption)))
    }

    /// Lets a file fall onto the window.
    fn drop_file(&mut self, path: &Path) {
        self.harness.input_mut().dropped_files.push(std::sync::Arc::new(Dropped(path.to_path_buf())));
        self.run();
    }

    /// The councils and bodies that the list shows, by name.
    fn listed(&self) -> Vec<String> {
        let pins = self.names(Role::CheckBox);
        pins.iter().filter_map(|name| name.strip_prefix("Tick ")).map(str::to_owned).collect()
    }

    /// Narrows by a filter that nobody fits.
    fn narrow_to_nobody(&mut self) {
        let nowhere = Some("nowhere".to_owned());
        self.harness.state_mut().state.act(sidebyside::app::Action::FilterRegion(nowhere));
        self.run();
    }

    /// The name of the row of a council, with its number of outcomes.
    fn row(&self, council: &str) -> String {
        let start = format!("{council}, ");
        let mut rows =
            self.names(Role::ListBoxOption).into_iter().filter(|n| n.starts_with(&start) && n.contains(" outcome"));
        rows.next().unwrap_or_else(|| panic!("no row of {council}"))
    }

    fn go_to(&mut self, council: &str) {
        let row = self.row(council);
        self.activate(Role::ListBoxOption, &row);
    }

    /// Whether a node of this role and name is on or chosen.
    #[track_caller]
    fn is_on(&self, role: Role, label: &str) -> bool {
        let node = self.node(role, label);
        let node = node.accesskit_node();
        node.toggled() == Some(Toggled::True) || node.is_selected() == Some(true)
    }

    /// The rows and small figures that are drawn, in words.
    fn data(&self) -> Vec<String> {
        self.names(Role::ListItem)
    }

    /// The only datum whose words begin like this.
    #[track_caller]
    fn datum(&self, start: &str) -> String {
        let found: Vec<String> = self.data().into_iter().filter(|d| d.starts_with(start)).collect();
        assert_eq!(found.len(), 1, "data that begin with {start:?}: {found:?} of {:#?}", self.data());
        found[0].clone()
    }

    fn alerts(&self) -> Vec<String> {
        self.names(Role::Alert)
    }
}

fn name_of(node: &Node<'_>) -> Option<String> {
    let node = node.accesskit_node();
    node.label().or_else(|| node.value())
}

/// A file that falls onto the window.
#[derive(Debug)]
struct Dropped(PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}

/// A dataset for tests.
pub(crate) fn test_data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name)
}
