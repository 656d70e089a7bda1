//! The commands: label, hint and shortcut in one table that feeds menus, keys and tooltips.

use std::sync::LazyLock;

use egui::{Key, KeyboardShortcut, Modifiers};

use crate::dataset::BuiltIn;
use crate::help::{self, HelpAnchor};
use crate::say;

use super::view_commands::view_commands;
use super::{
    Action, AllStep, BatchSubject, EditorAction, EditorQuestion, ExportStep, FigureFormat, HelpStep, ImportStep, Menu,
    Overlay, PaperStep, QuickStep, SavedViewsStep, SessionAction,
};

/// A command.
#[derive(Clone, Debug)]
pub struct Command {
    /// What it does.
    pub action: Action,
    /// Where it is listed.
    pub menu: Menu,
    /// Its name.
    pub label: &'static str,
    /// What it does, in a sentence.
    pub hint: &'static str,
    /// Its key, if any.
    pub shortcut: Option<KeyboardShortcut>,
}

#[allow(clippy::unnecessary_wraps, reason = "the table has commands without a key")]
pub(super) const fn ctrl(key: Key) -> Option<KeyboardShortcut> {
    Some(KeyboardShortcut::new(Modifiers::COMMAND, key))
}

#[allow(clippy::unnecessary_wraps, reason = "the table has commands without a key")]
pub(super) const fn ctrl_shift(key: Key) -> Option<KeyboardShortcut> {
    Some(KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), key))
}

#[allow(clippy::unnecessary_wraps, reason = "the table has commands without a key")]
pub(super) const fn plain(key: Key) -> Option<KeyboardShortcut> {
    Some(KeyboardShortcut::new(Modifiers::NONE, key))
}

#[allow(clippy::unnecessary_wraps, reason = "the table has commands without a key")]
pub(super) const fn shift(key: Key) -> Option<KeyboardShortcut> {
    Some(KeyboardShortcut::new(Modifiers::SHIFT, key))
}

pub(super) const fn command(
    action: Action,
    menu: Menu,
    label: &'static str,
    hint: &'static str,
    shortcut: Option<KeyboardShortcut>,
) -> Command {
    Command { action, menu, label, hint, shortcut }
}

const fn read(page: &'static str) -> Action {
    Action::Help(HelpStep::Open(HelpAnchor::page(page)))
}

/// Every command, in the order of the menus.
pub static COMMANDS: LazyLock<Vec<Command>> = LazyLock::new(|| {
    let before = vec![
        command(Action::NewDataset, Menu::File, say!("command-new"), say!("command-new.hint"), ctrl(Key::N)),
        command(Action::AskToOpen, Menu::File, say!("command-open"), say!("command-open.hint"), ctrl(Key::O)),
        command(
            Action::OpenBuiltIn(BuiltIn::Claims),
            Menu::File,
            say!("command-open-the-built-in-dataset"),
            say!("command-open-the-built-in-dataset.hint"),
            None,
        ),
        command(
            Action::OpenBuiltIn(BuiltIn::Statistics),
            Menu::File,
            say!("command-open-the-built-in-statistics"),
            say!("command-open-the-built-in-statistics.hint"),
            None,
        ),
        command(
            Action::Import(ImportStep::Open),
            Menu::File,
            say!("command-import"),
            say!("command-import.hint"),
            ctrl(Key::I),
        ),
        command(
            Action::Session(SessionAction::Save),
            Menu::File,
            say!("command-save"),
            say!("command-save.hint"),
            ctrl(Key::S),
        ),
        command(
            Action::Session(SessionAction::AskToSaveAs),
            Menu::File,
            say!("command-save-as"),
            say!("command-save-as.hint"),
            ctrl_shift(Key::S),
        ),
        command(Action::AskToSaveCopy, Menu::File, say!("command-save-a-copy"), say!("command-save-a-copy.hint"), None),
        command(
            Action::Session(SessionAction::Revert),
            Menu::File,
            say!("command-revert-to-saved"),
            say!("command-revert-to-saved.hint"),
            None,
        ),
        command(
            Action::AllCouncils(AllStep::Open(BatchSubject::Councils)),
            Menu::File,
            say!("command-save-figures-of-all-councils"),
            say!("command-save-figures-of-all-councils.hint"),
            None,
        ),
        command(
            Action::Paper(PaperStep::Booklet),
            Menu::File,
            say!("command-booklet"),
            say!("command-booklet.hint"),
            None,
        ),
        command(
            Action::Paper(PaperStep::Print),
            Menu::File,
            say!("command-print"),
            say!("command-print.hint"),
            ctrl(Key::P),
        ),
        command(
            Action::StopWork,
            Menu::File,
            say!("command-stop-work"),
            say!("command-stop-work.hint"),
            Some(KeyboardShortcut::new(Modifiers::COMMAND, Key::Period)),
        ),
        command(Action::Quit, Menu::File, say!("command-quit"), say!("command-quit.hint"), ctrl(Key::Q)),
        command(Action::Undo, Menu::Edit, say!("command-undo"), say!("command-undo.hint"), ctrl(Key::Z)),
        command(Action::Redo, Menu::Edit, say!("command-redo"), say!("command-redo.hint"), ctrl_shift(Key::Z)),
        command(
            Action::Editor(EditorAction::Quick(QuickStep::Open)),
            Menu::Edit,
            say!("command-add-an-outcome"),
            say!("command-add-an-outcome.hint"),
            ctrl_shift(Key::A),
        ),
        command(
            Action::Editor(EditorAction::NextFinding),
            Menu::Edit,
            say!("command-next-finding"),
            say!("command-next-finding.hint"),
            Some(KeyboardShortcut::new(Modifiers::NONE, Key::F8)),
        ),
        command(
            Action::Editor(EditorAction::Ask(EditorQuestion::CopyIn(String::new()))),
            Menu::Edit,
            say!("command-copy-from-the-built-in-example"),
            say!("command-copy-from-the-built-in-example.hint"),
            None,
        ),
        command(
            Action::AskToCopy,
            Menu::Edit,
            say!("command-make-a-copy-to-edit"),
            say!("command-make-a-copy-to-edit.hint"),
            None,
        ),
    ];
    let after = vec![
        command(
            Action::SavedViews(SavedViewsStep::AskToKeep),
            Menu::Kept,
            say!("command-keep-this-view"),
            say!("command-keep-this-view.hint"),
            ctrl_shift(Key::K),
        ),
        command(
            Action::SavedViews(SavedViewsStep::ShowAll),
            Menu::Kept,
            say!("command-kept-views"),
            say!("command-kept-views.hint"),
            None,
        ),
        command(
            Action::SavedViews(SavedViewsStep::Previous),
            Menu::Kept,
            say!("command-previous-view"),
            say!("command-previous-view.hint"),
            ctrl(Key::PageUp),
        ),
        command(
            Action::SavedViews(SavedViewsStep::Next),
            Menu::Kept,
            say!("command-next-view"),
            say!("command-next-view.hint"),
            ctrl(Key::PageDown),
        ),
        command(
            Action::AllCouncils(AllStep::Open(BatchSubject::Views)),
            Menu::Kept,
            say!("command-save-figures-of-all-views"),
            say!("command-save-figures-of-all-views.hint"),
            None,
        ),
        command(
            Action::SavedViews(SavedViewsStep::Copy),
            Menu::Kept,
            say!("command-copy-view-as-text"),
            say!("command-copy-view-as-text.hint"),
            None,
        ),
        command(
            Action::SavedViews(SavedViewsStep::AskToPaste),
            Menu::Kept,
            say!("command-paste-a-view"),
            say!("command-paste-a-view.hint"),
            None,
        ),
        command(
            Action::Export(ExportStep::Open(None)),
            Menu::Figure,
            say!("command-save-the-figure"),
            say!("command-save-the-figure.hint"),
            ctrl(Key::E),
        ),
        command(
            Action::Export(ExportStep::Open(Some(FigureFormat::Png))),
            Menu::Figure,
            say!("command-save-as-png"),
            say!("command-save-as-png.hint"),
            ctrl_shift(Key::E),
        ),
        command(
            Action::CopyPicture,
            Menu::Figure,
            say!("command-copy-as-picture"),
            say!("command-copy-as-picture.hint"),
            ctrl_shift(Key::C),
        ),
        command(
            Action::CopyTable,
            Menu::Figure,
            say!("command-copy-table-as-cells"),
            say!("command-copy-table-as-cells.hint"),
            ctrl_shift(Key::T),
        ),
        command(
            Action::Export(ExportStep::Open(Some(FigureFormat::Pdf))),
            Menu::Figure,
            say!("command-save-as-pdf"),
            say!("command-save-as-pdf.hint"),
            ctrl_shift(Key::P),
        ),
        command(
            Action::Export(ExportStep::Open(Some(FigureFormat::Xlsx))),
            Menu::Figure,
            say!("command-save-for-excel"),
            say!("command-save-for-excel.hint"),
            ctrl_shift(Key::L),
        ),
        command(
            Action::OpenOverlay(Overlay::Palette),
            Menu::Help,
            say!("command-find-anything"),
            say!("command-find-anything.hint"),
            ctrl(Key::K),
        ),
        command(read(help::CONTENTS), Menu::Help, say!("command-help"), say!("command-help.hint"), plain(Key::F1)),
        command(
            read("tour"),
            Menu::Help,
            say!("command-five-minute-tour"),
            say!("command-five-minute-tour.hint"),
            None,
        ),
        command(
            read(help::KEYBOARD),
            Menu::Help,
            say!("command-keyboard-shortcuts"),
            say!("command-keyboard-shortcuts.hint"),
            None,
        ),
        command(
            read(help::RULES),
            Menu::Help,
            say!("command-rules-of-comparison"),
            say!("command-rules-of-comparison.hint"),
            None,
        ),
        command(read(help::GLOSSARY), Menu::Help, say!("command-glossary"), say!("command-glossary.hint"), None),
        command(
            read("accessibility"),
            Menu::Help,
            say!("command-accessibility-statement"),
            say!("command-accessibility-statement.hint"),
            None,
        ),
        command(
            Action::OpenOverlay(Overlay::Notices),
            Menu::Help,
            say!("command-notices"),
            say!("command-notices.hint"),
            None,
        ),
    ];
    [before, view_commands(), after].concat()
});

/// The command that does this.
pub fn command_of(action: &Action) -> Option<&'static Command> {
    COMMANDS.iter().find(|c| &c.action == action)
}
