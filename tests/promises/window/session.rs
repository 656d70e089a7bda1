//! The life of a document in the window: nothing is lost without a question, a save that fails loses nothing, changes by others
//! are told, and a crash takes nothing that was journalled.

mod changes;
mod imported;
mod notices;
mod questions;
mod recovery;
mod remembering;
mod saves;
mod windows;

use super::*;
use sidebyside::app::{Action, Answer, EditorAction, Question, Replace, SessionAction};
use sidebyside::dataset::DatasetName;
use sidebyside::dataset::load_file;
use sidebyside::edit::{Edit, PartPath};
use tempfile::TempDir;

/// The name of the field in which a path is typed.
const PATH: &str = "Path of the file:";

/// A folder for datasets, and one for the application's own data.
struct Desk {
    files: TempDir,
    data: TempDir,
}

impl Desk {
    fn new() -> Self {
        Self { files: TempDir::new().unwrap(), data: TempDir::new().unwrap() }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.files.path().canonicalize().unwrap().join(name)
    }

    /// A small dataset without comments, under this name.
    fn file(&self, name: &str) -> PathBuf {
        let path = self.path(name);
        std::fs::copy(test_data("valid/small.ron"), &path).unwrap();
        path
    }

    /// A window that keeps its data in the folder, as the real one does.
    fn start(&self, named: Option<&Path>) -> Window {
        let (data, named) = (self.data.path().to_path_buf(), named.map(|path| DatasetName::File(path.to_path_buf())));
        let harness =
            Harness::builder().with_size(LAPTOP).with_theme(egui::Theme::Light).with_max_steps(8).build_eframe(
                move |creation| {
                    let mut app = App::new(&creation.egui_ctx, FileDialogs::Field);
                    app.state.remember_in(&data);
                    app.state.begin(named.as_ref());
                    app
                },
            );
        let mut window = Window { harness };
        window.run();
        window
    }

    /// A window on a small dataset with one unsaved edit.
    fn edited(&self) -> (Window, PathBuf) {
        let path = self.file("mine.ron");
        let mut window = self.start(Some(&path));
        window.retitle("Ours");
        (window, path)
    }

    /// How many journals there are.
    fn journals(&self) -> usize {
        let Ok(entries) = std::fs::read_dir(self.data.path().join("recovery")) else { return 0 };
        entries.filter(|entry| entry.as_ref().unwrap().path().extension().is_some_and(|e| e == "journal")).count()
    }
}

/// The title that a file holds.
fn title_in(path: &Path) -> String {
    load_file(path).unwrap().dataset.title
}

impl Window {
    /// Edits the dataset's title, as one step.
    fn retitle(&mut self, title: &str) {
        let state = &mut self.harness.state_mut().state;
        let edit = Edit::facts(&state.document.original, "title", |facts| title.clone_into(&mut facts.title)).unwrap();
        state.act(Action::Edit(Box::new(edit)));
        state.document.history.end_merge();
        self.run();
    }

    fn do_this(&mut self, action: Action) {
        self.harness.state_mut().state.act(action);
        self.run();
        self.run();
    }

    /// Looks whether others changed the file, as the window does every two seconds.
    fn look(&mut self) {
        self.do_this(Action::Session(SessionAction::LookAtFile));
    }

    fn write_path(&mut self, path: &Path) {
        self.node(Role::TextInput, PATH).focus();
        self.press_with(Modifiers::COMMAND, Key::A);
        self.harness.event(egui::Event::Text(path.display().to_string()));
        self.run();
    }

    fn save(&mut self) {
        self.press_with(Modifiers::COMMAND, Key::S);
        // A save that finds another file there reads it.
        self.run();
    }

    fn title(&self) -> String {
        self.state().document.original.title.clone()
    }

    fn is_unsaved(&self) -> bool {
        self.state().document.history.is_modified()
    }

    /// Asks the window to close as the desktop does; tells whether it would.
    fn close(&mut self) -> bool {
        let root = egui::ViewportId::ROOT;
        let viewport = self.harness.input_mut().viewports.entry(root).or_default();
        viewport.events.push(egui::ViewportEvent::Close);
        self.harness.step();
        let was_cancelled = self.harness.output().viewport_output[&root]
            .commands
            .iter()
            .any(|command| matches!(command, egui::ViewportCommand::CancelClose));
        self.harness.input_mut().viewports.entry(root).or_default().events.clear();
        self.run();
        !was_cancelled
    }

    /// Closes the window in good order.
    fn end(mut self) {
        eframe::App::on_exit(self.harness.state_mut(), None);
    }

    /// What the bar about the file says, with its buttons.
    fn bar(&self) -> String {
        let view = self.state().banner_view();
        view.map_or_else(String::new, |view| {
            format!("{} {:?} {} {:?}", view.sentence, view.lines, view.more, view.buttons)
        })
    }
}
