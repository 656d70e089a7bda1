//! The menu of what is pointed at: a council, an outcome or a cell of the table. It opens by the right mouse button, and by Shift and
//! F10 or the menu key for what has the keyboard.

use egui::accesskit::Role;
use egui::{Align, Button, Context, Id, LayerId, Layout, Popup, PopupKind, Pos2, SetOpenCommand, Ui};

use crate::app::{Action, CopiedWords, EditorAction, ExportStep, QuickStep, State, Tab};
use crate::model::{CouncilId, OutcomeId};
use crate::say;

/// What a menu belongs to.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum MenuTarget {
    /// A council, in the list or among the chips.
    Council(CouncilId),
    /// An outcome, by its mark in a figure.
    Outcome(OutcomeId),
    /// The figure on screen.
    Figure,
    /// A cell of the table: the outcome of its row, and what the cell says.
    Cell(OutcomeId, String),
}

/// The menu that is open, if any.
#[derive(Default)]
pub(super) struct ContextMenu {
    open: Option<(MenuTarget, Pos2)>,
    /// What had the keyboard, which has it again afterwards.
    before: Option<Id>,
}

impl ContextMenu {
    /// Shows the menu that is open, or the one that was asked for in this frame.
    pub fn show(&mut self, ctx: &Context, state: &State, asked: Option<(MenuTarget, Pos2)>) -> Vec<Action> {
        let opens = asked.is_some();
        if opens {
            self.open = asked;
            self.before = ctx.memory(egui::Memory::focused);
        }
        let Some((target, at)) = &self.open else { return Vec::new() };
        let mut actions = Vec::new();
        let id = Id::unique("context-menu");
        let shown = Popup::new(id, ctx.clone(), *at, LayerId::background())
            .kind(PopupKind::Menu)
            .layout(Layout::top_down_justified(Align::Min))
            .style(egui::containers::menu::menu_style)
            .open_memory(opens.then_some(SetOpenCommand::Bool(true)))
            .accessible_name(say!("context-menu"))
            .show(|ui| entries_ui(ui, state, target, opens, &mut actions));
        if shown.is_none() || !Popup::is_id_open(ctx, id) {
            self.open = None;
            if let Some(before) = self.before.take() {
                ctx.memory_mut(|memory| memory.request_focus(before));
            }
            ctx.request_repaint();
        }
        actions
    }
}

fn entries_ui(ui: &mut Ui, state: &State, target: &MenuTarget, opens: bool, actions: &mut Vec<Action>) {
    for (number, group) in groups(state, target).into_iter().filter(|group| !group.is_empty()).enumerate() {
        if number > 0 {
            ui.separator();
        }
        for (at, (label, does)) in group.into_iter().enumerate() {
            let entry = ui.add(Button::new(label).wrap_mode(egui::TextWrapMode::Extend));
            let _ = ui.ctx().accesskit_node_builder(entry.id, |node| node.set_role(Role::MenuItem));
            if opens && number + at == 0 {
                entry.request_focus();
            }
            if entry.clicked() {
                actions.extend(does);
                ui.close();
            }
        }
    }
}

/// An entry: its name and what it does.
type MenuEntry = (String, Vec<Action>);

/// The entries, in groups between which a line is drawn.
fn groups(state: &State, target: &MenuTarget) -> Vec<Vec<MenuEntry>> {
    match target {
        MenuTarget::Council(council) => of_council(state, council),
        MenuTarget::Figure => of_figure(state),
        MenuTarget::Cell(outcome, text) if !text.is_empty() => {
            of_outcome(state, outcome, CopiedWords::Cell(text.clone()))
        }
        MenuTarget::Outcome(outcome) | MenuTarget::Cell(outcome, _) => {
            of_outcome(state, outcome, CopiedWords::Value(outcome.clone()))
        }
    }
}

fn entry(label: impl Into<String>, does: Action) -> MenuEntry {
    (label.into(), vec![does])
}

fn of_council(state: &State, council: &CouncilId) -> Vec<Vec<MenuEntry>> {
    vec![
        vec![(say!("context-go-to").to_owned(), go_to(council))],
        ticks(state, std::slice::from_ref(council)),
        vec![(say!("command-add-an-outcome").to_owned(), adds_outcome(council))],
        vec![entry(say!("context-copy-name"), Action::CopyWords(CopiedWords::Name(council.clone())))],
    ]
}

fn of_figure(state: &State) -> Vec<Vec<MenuEntry>> {
    let strip = state.figure_on_screen().comparability.as_ref();
    let sentence = strip.map(|strip| entry(say!("comparability-copy"), Action::CopySentence(strip.sentence.clone())));
    vec![
        sentence.into_iter().chain([entry(say!("context-copy-picture"), Action::CopyPicture)]).collect(),
        vec![
            entry(say!("context-save-figure"), Action::Export(ExportStep::Open(None))),
            entry(say!("context-show-table"), Action::TurnTable),
            entry(say!("command-present"), Action::Present),
        ],
    ]
}

fn of_outcome(state: &State, outcome: &OutcomeId, value: CopiedWords) -> Vec<Vec<MenuEntry>> {
    let dataset = &state.document.dataset;
    let Some(located) = dataset.outcome(outcome) else { return Vec::new() };
    let places = &located.outcome.places;
    let mut copies = vec![
        entry(say!("context-copy-value"), Action::CopyWords(value)),
        entry(say!("context-copy-statement"), Action::CopyWords(CopiedWords::Statement(outcome.clone()))),
    ];
    let mut goes = vec![entry(say!("context-compare"), Action::CompareOutcome(outcome.clone()))];
    if state.views.room != Tab::Table {
        copies.push(entry(say!("context-copy-picture"), Action::CopyPicture));
        copies.push(entry(say!("context-save-figure"), Action::Export(ExportStep::Open(None))));
    }
    if state.views.room != Tab::Council {
        let councils = places.iter().filter_map(|place| dataset.council(place));
        goes.extend(
            councils.map(|council| (say!("context-go-to-council", name = council.name.as_str()), go_to(&council.id))),
        );
    }
    if located.outcome.statistic.is_none() {
        goes.push(entry(say!("context-edit"), Action::EditOutcome(outcome.clone())));
    }
    vec![copies, goes, ticks(state, places)]
}

/// To the page of a council.
fn go_to(council: &CouncilId) -> Vec<Action> {
    vec![Action::Show(Tab::Council), Action::GoTo(council.clone())]
}

/// Asks for an outcome of a council, on its page.
fn adds_outcome(council: &CouncilId) -> Vec<Action> {
    let mut actions = go_to(council);
    actions.push(Action::Editor(EditorAction::Quick(QuickStep::Open)));
    actions
}

/// Ticking and unticking of councils.
fn ticks(state: &State, councils: &[CouncilId]) -> Vec<MenuEntry> {
    let named = councils.iter().filter_map(|id| state.document.dataset.council(id));
    named
        .map(|council| {
            let name = council.name.as_str();
            let is_ticked = state.views.pinned.contains(&council.id);
            let label =
                if is_ticked { say!("scope-untick", name = name) } else { say!("council-pin-spoken", name = name) };
            entry(label, Action::Pin(council.id.clone()))
        })
        .collect()
}
