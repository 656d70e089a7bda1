//! The commands: label, hint and shortcut in one table that feeds menus, keys and tooltips.

use std::sync::LazyLock;

use egui::{Key, KeyboardShortcut, Modifiers};

use crate::help::{self, HelpAnchor};
use crate::say;

use super::{
    Action, AllStep, BatchSubject, ColumnStep, CouncilScope, EditorAction, EditorQuestion, ExportStep, FigureFormat,
    HelpStep, Menu, Overlay, PaneStep, PaperStep, QuickStep, SavedViewsStep, Scheme, SessionAction, Tab, ZoomStep,
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
const fn ctrl(key: Key) -> Option<KeyboardShortcut> {
    Some(KeyboardShortcut::new(Modifiers::COMMAND, key))
}

#[allow(clippy::unnecessary_wraps, reason = "the table has commands without a key")]
const fn ctrl_shift(key: Key) -> Option<KeyboardShortcut> {
    Some(KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), key))
}

#[allow(clippy::unnecessary_wraps, reason = "the table has commands without a key")]
const fn plain(key: Key) -> Option<KeyboardShortcut> {
    Some(KeyboardShortcut::new(Modifiers::NONE, key))
}

#[allow(clippy::unnecessary_wraps, reason = "the table has commands without a key")]
const fn shift(key: Key) -> Option<KeyboardShortcut> {
    Some(KeyboardShortcut::new(Modifiers::SHIFT, key))
}

const fn command(
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
    vec![
        command(Action::NewDataset, Menu::File, say!("command-new"), say!("command-new.hint"), ctrl(Key::N)),
        command(Action::AskToOpen, Menu::File, say!("command-open"), say!("command-open.hint"), ctrl(Key::O)),
        command(
            Action::OpenBuiltIn,
            Menu::File,
            say!("command-open-the-built-in-dataset"),
            say!("command-open-the-built-in-dataset.hint"),
            None,
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
        command(
            Action::Show(Tab::Overview),
            Menu::View,
            say!("command-overview"),
            say!("command-overview.hint"),
            ctrl(Key::Num1),
        ),
        command(
            Action::Show(Tab::Compare),
            Menu::View,
            say!("command-compare"),
            say!("command-compare.hint"),
            ctrl(Key::Num2),
        ),
        command(
            Action::Show(Tab::SideBySide),
            Menu::View,
            say!("command-side-by-side"),
            say!("command-side-by-side.hint"),
            ctrl(Key::Num3),
        ),
        command(
            Action::Show(Tab::Council),
            Menu::View,
            say!("command-council"),
            say!("command-council.hint"),
            ctrl(Key::Num4),
        ),
        command(
            Action::Show(Tab::Table),
            Menu::View,
            say!("command-table"),
            say!("command-table.hint"),
            ctrl(Key::Num5),
        ),
        command(Action::Show(Tab::Edit), Menu::View, say!("command-edit"), say!("command-edit.hint"), ctrl(Key::Num6)),
        command(
            Action::TurnTable,
            Menu::View,
            say!("command-figure-or-its-table"),
            say!("command-figure-or-its-table.hint"),
            ctrl(Key::T),
        ),
        command(
            Action::Column(ColumnStep::Wider),
            Menu::View,
            say!("command-column-wider"),
            say!("command-column-wider.hint"),
            ctrl_shift(Key::ArrowRight),
        ),
        command(
            Action::Column(ColumnStep::Narrower),
            Menu::View,
            say!("command-column-narrower"),
            say!("command-column-narrower.hint"),
            ctrl_shift(Key::ArrowLeft),
        ),
        command(
            Action::Column(ColumnStep::Fit),
            Menu::View,
            say!("command-column-fit"),
            say!("command-column-fit.hint"),
            ctrl_shift(Key::ArrowUp),
        ),
        command(
            Action::Column(ColumnStep::Usual),
            Menu::View,
            say!("command-columns-usual"),
            say!("command-columns-usual.hint"),
            ctrl_shift(Key::Home),
        ),
        command(Action::FocusSearch, Menu::View, say!("command-search"), say!("command-search.hint"), ctrl(Key::F)),
        command(
            Action::PreviousCouncil,
            Menu::View,
            say!("command-previous-council"),
            say!("command-previous-council.hint"),
            ctrl(Key::ArrowUp),
        ),
        command(
            Action::NextCouncil,
            Menu::View,
            say!("command-next-council"),
            say!("command-next-council.hint"),
            ctrl(Key::ArrowDown),
        ),
        command(
            Action::PinCurrent,
            Menu::View,
            say!("command-pin-or-unpin-this-council"),
            say!("command-pin-or-unpin-this-council.hint"),
            ctrl(Key::D),
        ),
        command(Action::ToggleMine, Menu::View, say!("command-my-council"), say!("command-my-council.hint"), None),
        command(
            Action::HoldTo(CouncilScope::Ticked),
            Menu::View,
            say!("command-only-ticked"),
            say!("command-only-ticked.hint"),
            None,
        ),
        command(
            Action::HoldTo(CouncilScope::All),
            Menu::View,
            say!("command-all-councils"),
            say!("command-all-councils.hint"),
            None,
        ),
        command(Action::UnpinAll, Menu::View, say!("command-unpin-all"), say!("command-unpin-all.hint"), None),
        command(
            Action::ToggleUnreal,
            Menu::View,
            say!("command-estimates-targets-and-plans"),
            say!("command-estimates-targets-and-plans.hint"),
            None,
        ),
        command(Action::ToggleKey, Menu::View, say!("command-key"), say!("command-key.hint"), None),
        command(
            Action::ToggleSuppression,
            Menu::View,
            say!("command-suppress-small-counts"),
            say!("command-suppress-small-counts.hint"),
            None,
        ),
        command(
            Action::SetTheme(Scheme::System),
            Menu::View,
            say!("command-colours-as-the-system-says"),
            say!("command-colours-as-the-system-says.hint"),
            None,
        ),
        command(
            Action::SetTheme(Scheme::Light),
            Menu::View,
            say!("command-light-colours"),
            say!("command-light-colours.hint"),
            None,
        ),
        command(
            Action::SetTheme(Scheme::Dark),
            Menu::View,
            say!("command-dark-colours"),
            say!("command-dark-colours.hint"),
            None,
        ),
        command(
            Action::SetTheme(Scheme::HighContrast),
            Menu::View,
            say!("command-high-contrast"),
            say!("command-high-contrast.hint"),
            None,
        ),
        command(
            Action::Zoom(ZoomStep::In),
            Menu::View,
            say!("command-zoom-in"),
            say!("command-zoom-in.hint"),
            ctrl(Key::Plus),
        ),
        command(
            Action::Zoom(ZoomStep::Out),
            Menu::View,
            say!("command-zoom-out"),
            say!("command-zoom-out.hint"),
            ctrl(Key::Minus),
        ),
        command(
            Action::Zoom(ZoomStep::Reset),
            Menu::View,
            say!("command-zoom-reset"),
            say!("command-zoom-reset.hint"),
            ctrl(Key::Num0),
        ),
        command(Action::Present, Menu::View, say!("command-present"), say!("command-present.hint"), plain(Key::F11)),
        command(
            Action::OpenMenu,
            Menu::View,
            say!("command-open-menu"),
            say!("command-open-menu.hint"),
            plain(Key::F10),
        ),
        command(
            Action::GoToPane(PaneStep::Next),
            Menu::View,
            say!("command-next-pane"),
            say!("command-next-pane.hint"),
            plain(Key::F6),
        ),
        command(
            Action::GoToPane(PaneStep::Previous),
            Menu::View,
            say!("command-previous-pane"),
            say!("command-previous-pane.hint"),
            shift(Key::F6),
        ),
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
    ]
});

/// The command that does this.
pub fn command_of(action: &Action) -> Option<&'static Command> {
    COMMANDS.iter().find(|c| &c.action == action)
}
