//! The commands: label, hint and shortcut in one table that feeds menus, keys and tooltips.

use egui::{Key, KeyboardShortcut, Modifiers};

use crate::help::{self, Place};

use super::{
    Action, AllStep, DeskAction, DeskQuestion, ExportStep, FigureFormat, LifeAction, Overlay, PaneStep, ReadStep, Room,
    Scheme, ZoomStep,
};

/// The menus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Menu {
    /// Datasets.
    File,
    /// Undo and redo.
    Edit,
    /// Rooms, pins, colours.
    View,
    /// Saving figures.
    Figure,
    /// Help and notices.
    Help,
}

impl Menu {
    /// Every menu, from left to right.
    pub const ALL: [Self; 5] = [Self::File, Self::Edit, Self::View, Self::Figure, Self::Help];

    /// Its name.
    pub fn title(self) -> &'static str {
        match self {
            Self::File => "File",
            Self::Edit => "Edit",
            Self::View => "View",
            Self::Figure => "Figure",
            Self::Help => "Help",
        }
    }
}

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
    Action::Read(ReadStep::Open(Place::page(page)))
}

/// Every command, in the order of the menus.
pub static COMMANDS: &[Command] = &[
    command(Action::NewDataset, Menu::File, "New", "Begin an empty dataset", ctrl(Key::N)),
    command(Action::AskToOpen, Menu::File, "Open…", "Open another dataset (a .ron file)", ctrl(Key::O)),
    command(Action::OpenBuiltIn, Menu::File, "Open the built-in dataset", "Go back to the five documents", None),
    command(
        Action::Life(LifeAction::Save),
        Menu::File,
        "Save",
        "Save the dataset to its file; the built-in one is saved as a file of your own",
        ctrl(Key::S),
    ),
    command(
        Action::Life(LifeAction::AskToSaveAs),
        Menu::File,
        "Save as…",
        "Save the dataset under another name, and go on with that file",
        ctrl_shift(Key::S),
    ),
    command(
        Action::AskToSaveCopy,
        Menu::File,
        "Save a copy…",
        "Save a copy under another name, and go on with this",
        None,
    ),
    command(
        Action::Life(LifeAction::Revert),
        Menu::File,
        "Revert to saved",
        "Open the file again as it was saved, without the unsaved edits",
        None,
    ),
    command(
        Action::AllCouncils(AllStep::Open),
        Menu::File,
        "Save figures of all councils…",
        "Fill a folder with a figure of each council, in the formats you tick",
        None,
    ),
    command(Action::Quit, Menu::File, "Quit", "Close the window", ctrl(Key::Q)),
    command(Action::Undo, Menu::Edit, "Undo", "Take the last edit of the dataset back", ctrl(Key::Z)),
    command(Action::Redo, Menu::Edit, "Redo", "Make the edit again (also: Ctrl+Y)", ctrl_shift(Key::Z)),
    command(
        Action::Desk(DeskAction::NextFinding),
        Menu::Edit,
        "Next finding",
        "Go to the next error or caution of the dataset",
        Some(KeyboardShortcut::new(Modifiers::NONE, Key::F8)),
    ),
    command(
        Action::Desk(DeskAction::Ask(DeskQuestion::CopyIn(String::new()))),
        Menu::Edit,
        "Copy from the built-in example…",
        "Copy a programme, an indicator or a council of the example into this dataset",
        None,
    ),
    command(Action::Show(Room::Overview), Menu::View, "Overview", "A wall of small figures, by topic", ctrl(Key::Num1)),
    command(Action::Show(Room::Compare), Menu::View, "Compare", "One concept, many councils", ctrl(Key::Num2)),
    command(Action::Show(Room::Council), Menu::View, "Council", "One council, all its outcomes", ctrl(Key::Num3)),
    command(Action::Show(Room::Table), Menu::View, "Table", "All outcomes as rows", ctrl(Key::Num4)),
    command(Action::Show(Room::Edit), Menu::View, "Edit", "Forms for every part of the dataset", ctrl(Key::Num5)),
    command(
        Action::TurnTable,
        Menu::View,
        "Figure or its table",
        "From the figure on screen to its table, and back",
        ctrl(Key::T),
    ),
    command(
        Action::FocusSearch,
        Menu::View,
        "Search",
        "Search councils, programmes, indicators and notes",
        ctrl(Key::F),
    ),
    command(
        Action::PreviousCouncil,
        Menu::View,
        "Previous council",
        "Go up the list (also: arrow up)",
        ctrl(Key::ArrowUp),
    ),
    command(
        Action::NextCouncil,
        Menu::View,
        "Next council",
        "Go down the list (also: arrow down)",
        ctrl(Key::ArrowDown),
    ),
    command(
        Action::PinCurrent,
        Menu::View,
        "Pin or unpin this council",
        "Tick the current council for comparison",
        ctrl(Key::P),
    ),
    command(Action::UnpinAll, Menu::View, "Unpin all", "Untick every council", None),
    command(
        Action::ToggleUnreal,
        Menu::View,
        "Estimates, targets and plans",
        "Show or hide what was not measured; it is hatched",
        None,
    ),
    command(
        Action::ToggleSuppression,
        Menu::View,
        "Suppress small counts",
        "For public papers: hide counts of 1 to 5, or another number, and what they could be worked out from",
        None,
    ),
    command(
        Action::Dress(Scheme::System),
        Menu::View,
        "Colours as the system says",
        "Light or dark as the desktop is; light where it does not tell",
        None,
    ),
    command(Action::Dress(Scheme::Light), Menu::View, "Light colours", "Dark ink on a light ground", None),
    command(Action::Dress(Scheme::Dark), Menu::View, "Dark colours", "Light ink on a dark ground", None),
    command(
        Action::Dress(Scheme::HighContrast),
        Menu::View,
        "High contrast",
        "White on black, with strong edges",
        None,
    ),
    command(Action::Zoom(ZoomStep::In), Menu::View, "Zoom in", "Make everything larger, up to 300%", ctrl(Key::Plus)),
    command(Action::Zoom(ZoomStep::Out), Menu::View, "Zoom out", "Make everything smaller, to 75%", ctrl(Key::Minus)),
    command(Action::Zoom(ZoomStep::Reset), Menu::View, "Zoom 100%", "Everything in its usual size", ctrl(Key::Num0)),
    command(
        Action::GoToPane(PaneStep::Next),
        Menu::View,
        "Next pane",
        "Go with the keyboard from menu to list, controls, figure, outcome and status bar",
        plain(Key::F6),
    ),
    command(
        Action::GoToPane(PaneStep::Previous),
        Menu::View,
        "Previous pane",
        "Go with the keyboard to the pane before",
        shift(Key::F6),
    ),
    command(
        Action::Export(ExportStep::Open(None)),
        Menu::Figure,
        "Save the figure…",
        "Choose format, size and words of the figure on screen, see how it will look, and save it",
        ctrl(Key::E),
    ),
    command(
        Action::Export(ExportStep::Open(Some(FigureFormat::Png))),
        Menu::Figure,
        "Save as PNG…",
        "Save the figure on screen as a picture",
        ctrl_shift(Key::E),
    ),
    command(
        Action::CopyPicture,
        Menu::Figure,
        "Copy as picture",
        "Copy the figure on screen, to paste it into a document",
        ctrl_shift(Key::C),
    ),
    command(
        Action::CopyTable,
        Menu::Figure,
        "Copy table as cells",
        "Copy the rows and columns of the table, to paste them into a spreadsheet",
        ctrl_shift(Key::T),
    ),
    command(
        Action::Export(ExportStep::Open(Some(FigureFormat::Pdf))),
        Menu::Figure,
        "Save as PDF…",
        "Save the figure on screen as a page whose words can be searched and read aloud",
        ctrl_shift(Key::P),
    ),
    command(
        Action::Export(ExportStep::Open(Some(FigureFormat::Xlsx))),
        Menu::Figure,
        "Save for Excel…",
        "Save the figures on screen as a workbook (XLSX) with a chart that can be edited",
        ctrl_shift(Key::L),
    ),
    command(
        Action::Lay(Overlay::Palette),
        Menu::Help,
        "Find anything…",
        "Every command, council, programme, indicator and page of the help by name, and notes by their words",
        ctrl(Key::K),
    ),
    command(read(help::CONTENTS), Menu::Help, "Help", "Every page of the help, and a search in them", plain(Key::F1)),
    command(read("tour"), Menu::Help, "Five-minute tour", "From the opening window to a figure in your report", None),
    command(read(help::KEYBOARD), Menu::Help, "Keyboard shortcuts", "Every key and what it does", None),
    command(read(help::RULES), Menu::Help, "Rules of comparison", "R1 to R15, and what each means for you", None),
    command(
        read(help::GLOSSARY),
        Menu::Help,
        "Glossary",
        "Terms of councils and statistics, in two sentences each",
        None,
    ),
    command(
        read("accessibility"),
        Menu::Help,
        "Accessibility statement",
        "What is met, how it was tested, and what is not",
        None,
    ),
    command(
        Action::Lay(Overlay::Notices),
        Menu::Help,
        "Notices",
        "What was done and what went wrong since the start",
        None,
    ),
];

/// The command that does this.
pub fn command_of(action: &Action) -> Option<&'static Command> {
    COMMANDS.iter().find(|c| &c.action == action)
}
