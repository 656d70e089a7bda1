//! Everything that the window can be asked to do.

use std::path::PathBuf;

use crate::compare::Threshold;
use crate::dataset::BuiltIn;
use crate::edit::Edit;
use crate::model::{
    CouncilId, CouncilKind, FigureKind, Form, IndicatorId, Order, OutcomeId, ProgrammeId, SeriesScale, SourceId,
};
use crate::say;

use super::ColumnStep;
use super::FigureFormat;
use super::ImportStep;
use super::SavedViewsStep;
use super::SessionAction;
use super::{
    AllStep, CouncilScope, DatesAction, EditorAction, ExportStep, HelpStep, Overlay, OverviewStep, PaneStep, PaperStep,
    PointedAt, Scheme, Scope, SidePane, Tab, ZoomStep,
};

/// Something the window is asked to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Ask for a dataset to open.
    AskToOpen,
    /// Open this dataset.
    Open(PathBuf),
    /// Something about the open document and its file.
    Session(SessionAction),
    /// Open the built-in dataset.
    OpenBuiltIn(BuiltIn),
    /// Begin an empty dataset.
    NewDataset,
    /// Change the dataset.
    Edit(Box<Edit>),
    /// Something in the room Edit.
    Editor(EditorAction),
    /// Take the last edit back.
    Undo,
    /// Make the edit again that was taken back last.
    Redo,
    /// Ask whether to go on with a copy of the read-only example.
    AskToCopy,
    /// Go on with a copy of the read-only example.
    MakeCopy,
    /// Leave the example as it is.
    DropCopy,
    /// Ask where to save a copy of the dataset.
    AskToSaveCopy,
    /// Save the figure on screen, step by step.
    Export(ExportStep),
    /// Stop what is worked on.
    StopWork,
    /// Import tables of official statistics, step by step.
    Import(ImportStep),
    /// Save figures of all councils, step by step.
    AllCouncils(AllStep),
    /// Print, or save a booklet.
    Paper(PaperStep),
    /// Something with views that are kept.
    SavedViews(SavedViewsStep),
    /// A path was typed or chosen for a question.
    Answer(Question, PathBuf, Replace),
    /// The question was put aside.
    DropQuestion,
    /// Show another room.
    Show(Tab),
    /// Go to a council.
    GoTo(CouncilId),
    /// Go to the next council of the list.
    NextCouncil,
    /// Go to the previous council of the list.
    PreviousCouncil,
    /// Tick or untick a council for comparison.
    Pin(CouncilId),
    /// Tick or untick the current council.
    PinCurrent,
    /// Tick every council of the list from the current one to this one.
    TickTo(CouncilId),
    /// Untick all.
    UnpinAll,
    /// Compare one concept.
    Compare(String),
    /// Compare what an outcome counts, with that outcome selected.
    CompareOutcome(OutcomeId),
    /// Go to the form of an outcome.
    EditOutcome(OutcomeId),
    /// Compare one indicator of the concept; `None` leaves the choice to the rules.
    CompareIndicator(Option<IndicatorId>),
    /// Compare official statistics at other dates.
    Dates(DatesAction),
    /// Draw another kind of figure.
    Draw(FigureKind),
    /// Order rows otherwise.
    Sort(Order),
    /// Show all councils or only the ticked ones, in every room.
    HoldTo(CouncilScope),
    /// The current council is the reader's own, or is not any more.
    ToggleMine,
    /// Show or hide estimates, targets and plans.
    ToggleUnreal,
    /// Let the built-in official statistics stand beside the dataset, or take them away.
    ToggleReference,
    /// Count the axis of a trend in this.
    Scale(SeriesScale),
    /// Show or hide what the marks mean.
    ToggleKey,
    /// Suppress small counts, or show all numbers.
    ToggleSuppression,
    /// Up to which count they are suppressed.
    SuppressUpTo(Threshold),
    /// Select an outcome everywhere, or nothing.
    Select(Option<OutcomeId>),
    /// Select an outcome and bring it into view.
    ShowOutcome(OutcomeId),
    /// Fold, open or go to what stands in the Overview.
    Overview(OverviewStep),
    /// The pointer is at something else, or at nothing that lights up.
    PointAt(Option<PointedAt>),
    /// Search councils, programmes, indicators and notes.
    Search(String),
    /// Put the cursor into the search field.
    FocusSearch,
    /// Filter by region; `None` for all.
    FilterRegion(Option<String>),
    /// Filter by kind of council.
    FilterKind(Option<CouncilKind>),
    /// Filter by topic.
    FilterTopic(Option<String>),
    /// Filter by document.
    FilterSource(Option<SourceId>),
    /// Filter by form of evidence.
    FilterForm(Option<Form>),
    /// Take all filters away.
    ClearFilters,
    /// From a figure to its table, or back.
    TurnTable,
    /// Sort the table by a column; again for the other way, and again for the dataset's order.
    SortTable(usize),
    /// Show or hide a column of the table.
    ShowColumn(usize),
    /// Show or hide a column for each date of official statistics.
    ToggleDateColumns,
    /// Make a column wider or narrower.
    Column(ColumnStep),
    /// Fill the table otherwise.
    FillTable(Scope),
    /// Copy the table as cells.
    CopyTable,
    /// Copy the sentence that one may write of the figure in Compare.
    CopySentence(String),
    /// Copy the path of a file that was saved.
    CopyPath(String),
    /// Show a file that was saved in its folder, by the desktop.
    ShowInFolder(String),
    /// Copy the words of what the menu of the right mouse button belongs to.
    CopyWords(CopiedWords),
    /// Copy the figure on screen as a picture.
    CopyPicture,
    /// Light, dark, or as the system says.
    SetTheme(Scheme),
    /// Put a notice away, by its number.
    Dismiss(u64),
    /// Make everything larger or smaller.
    Zoom(ZoomStep),
    /// Lay something over the window.
    OpenOverlay(Overlay),
    /// Read the help.
    Help(HelpStep),
    /// Take away what lies over the window.
    CloseOverlay,
    /// Go to another pane with the keyboard.
    GoToPane(PaneStep),
    /// Give a pane beside the room another width, in points; 0 for the usual one.
    SizePane(SidePane, u16),
    /// Open the menu for the keyboard.
    OpenMenu,
    /// Show one figure alone and large, on the whole screen, or end that.
    Present,
    /// Open or close the list of councils where it lies behind a button.
    ToggleDrawer,
    /// Go to a programme, in the room of its first council.
    ShowProgramme(ProgrammeId),
    /// Something was picked in the palette: its name, and what to do.
    RunPaletteEntry(String, Vec<Action>),
    /// Look whether a file is at a path that is being typed.
    LookAtPath(PathBuf),
    /// Tell why the command of a key that was pressed can't be used now.
    TellWhyNot(&'static str),
    /// Copy the log of notices.
    CopyLog,
    /// Close what is open, or clear what is typed or selected.
    StepBack,
    /// Close the window.
    Quit,
}

impl Action {
    /// Whether it shows, copies or saves what the other tabs hold, or chooses by it where to go, so that they have to hold the last
    /// edits.
    pub(super) fn reads_pages(&self) -> bool {
        match self {
            Self::Export(_)
            | Self::AllCouncils(_)
            | Self::Paper(_)
            | Self::SavedViews(_)
            | Self::Show(_)
            | Self::GoTo(_)
            | Self::Compare(_)
            | Self::CompareOutcome(_)
            | Self::Present
            | Self::TurnTable
            | Self::CopyTable
            | Self::CopyPicture
            | Self::ShowProgramme(_) => true,
            Self::AskToOpen
            | Self::Open(_)
            | Self::Session(_)
            | Self::OpenBuiltIn(_)
            | Self::NewDataset
            | Self::Edit(_)
            | Self::Editor(_)
            | Self::Undo
            | Self::Redo
            | Self::AskToCopy
            | Self::MakeCopy
            | Self::DropCopy
            | Self::AskToSaveCopy
            | Self::StopWork
            | Self::Import(_)
            | Self::Answer(..)
            | Self::DropQuestion
            | Self::NextCouncil
            | Self::PreviousCouncil
            | Self::Pin(_)
            | Self::PinCurrent
            | Self::TickTo(_)
            | Self::EditOutcome(_)
            | Self::UnpinAll
            | Self::CompareIndicator(_)
            | Self::Dates(_)
            | Self::Draw(_)
            | Self::Sort(_)
            | Self::HoldTo(_)
            | Self::ToggleMine
            | Self::ToggleUnreal
            | Self::ToggleReference
            | Self::Scale(_)
            | Self::ToggleKey
            | Self::CopySentence(_)
            | Self::CopyPath(_)
            | Self::ShowInFolder(_)
            | Self::CopyWords(_)
            | Self::ToggleSuppression
            | Self::SuppressUpTo(_)
            | Self::Select(_)
            | Self::ShowOutcome(_)
            | Self::Overview(_)
            | Self::PointAt(_)
            | Self::Search(_)
            | Self::FocusSearch
            | Self::FilterRegion(_)
            | Self::FilterKind(_)
            | Self::FilterTopic(_)
            | Self::FilterSource(_)
            | Self::FilterForm(_)
            | Self::ClearFilters
            | Self::SortTable(_)
            | Self::ShowColumn(_)
            | Self::ToggleDateColumns
            | Self::Column(_)
            | Self::FillTable(_)
            | Self::SetTheme(_)
            | Self::Dismiss(_)
            | Self::Zoom(_)
            | Self::OpenOverlay(_)
            | Self::Help(_)
            | Self::CloseOverlay
            | Self::GoToPane(_)
            | Self::SizePane(..)
            | Self::OpenMenu
            | Self::ToggleDrawer
            | Self::RunPaletteEntry(..)
            | Self::LookAtPath(_)
            | Self::TellWhyNot(_)
            | Self::CopyLog
            | Self::StepBack
            | Self::Quit => false,
        }
    }
}

/// Words that are copied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CopiedWords {
    /// What an outcome published, with its unit and bounds, and when.
    Value(OutcomeId),
    /// A sentence about an outcome, with the document that it stands in.
    Statement(OutcomeId),
    /// What a cell of the table says.
    Cell(String),
    /// The name of a council.
    Name(CouncilId),
}

/// Whether a file that is there may be replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Replace {
    /// The desktop's dialog asked already, or the box was ticked.
    Agreed,
    /// Nobody asked.
    NotAsked,
}

/// A question whose answer is a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// Which dataset to open.
    Open,
    /// Where to save a copy of the dataset.
    SaveCopy,
    /// Where to save the dataset, which is its file from then on.
    SaveAs,
    /// Where to save the figure on screen; asked by the desktop only, from its own dialog.
    SaveFigure(FigureFormat),
    /// Where to save pages as a PDF.
    SavePdf,
    /// Which folder to fill with figures of all councils; asked by the desktop only, from its own dialog.
    FolderOfAll,
}

impl Question {
    /// The title of the dialog.
    pub fn label(self) -> &'static str {
        match self {
            Self::Open => say!("app-ask-open"),
            Self::SaveCopy => say!("app-ask-save-copy"),
            Self::SaveAs => say!("app-ask-save-as"),
            Self::SaveFigure(_) => say!("app-ask-save-figure"),
            Self::SavePdf => say!("app-ask-save-pdf"),
            Self::FolderOfAll => say!("app-ask-folder"),
        }
    }

    /// The name of the button that goes ahead.
    pub fn verb(self) -> &'static str {
        match self {
            Self::Open => say!("app-ask-verb-open"),
            Self::SaveCopy | Self::SaveAs | Self::SaveFigure(_) | Self::SavePdf | Self::FolderOfAll => {
                say!("app-ask-verb-save")
            }
        }
    }

    /// The file that a path means as it was typed: a name without an ending gets the right one, and may then be that of another
    /// file.
    pub fn file_of(self, typed: PathBuf) -> PathBuf {
        match self {
            Self::Open | Self::FolderOfAll => typed,
            _ if typed.extension().is_some() || typed.file_name().is_none() => typed,
            Self::SaveCopy | Self::SaveAs | Self::SaveFigure(_) | Self::SavePdf => typed.with_extension(self.ending()),
        }
    }

    /// The ending of the file.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Open | Self::SaveCopy | Self::SaveAs => "ron",
            Self::SaveFigure(format) => format.ending(),
            Self::SavePdf => "pdf",
            Self::FolderOfAll => "",
        }
    }
}
