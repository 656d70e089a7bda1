//! What the state asks of the window: what is done at once, and what the next frame does while it draws.

use egui::{Context, ViewportCommand};

use crate::app::{Effect, FocusTarget, PaneStep, ScrollTarget, is_in_field};
use crate::edit::PartPath;
use crate::model::{OutcomeId, ProgrammeId};

/// What the frame that is drawn next does: where the keyboard goes, what comes into view, which column is measured.
#[derive(Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a request of its own")]
pub(super) struct Requests {
    /// The search field takes the cursor.
    pub search: bool,
    /// The keyboard goes to another pane, a step each.
    pub panes: Vec<PaneStep>,
    /// The menu opens, and has the keyboard.
    pub menu: bool,
    /// The current council comes into view.
    pub council: bool,
    /// This programme comes into view.
    pub programme: Option<ProgrammeId>,
    /// This topic of the Overview comes into view.
    pub topic: Option<String>,
    /// This outcome comes into view, in the figure.
    pub outcome: Option<OutcomeId>,
    /// The row of the part whose form is shown comes into view.
    pub outline_row: bool,
    /// This column of the table is made as wide as its content.
    pub fit: Option<usize>,
    /// This field of a part takes the cursor.
    pub field: Option<(PartPath, String)>,
}

impl Requests {
    /// Does what can be done at once, and keeps the rest for the next frame.
    pub fn take(&mut self, ctx: &Context, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Focus(FocusTarget::Search) => self.search = true,
                Effect::Focus(FocusTarget::Pane(step)) => self.panes.push(step),
                Effect::Focus(FocusTarget::Menu) => self.menu = true,
                Effect::Focus(FocusTarget::Field(place, field)) => self.field = Some((place, field)),
                Effect::Scroll(ScrollTarget::Council) => self.council = true,
                Effect::Scroll(ScrollTarget::Programme(programme)) => self.programme = Some(programme),
                Effect::Scroll(ScrollTarget::Topic(topic)) => self.topic = Some(topic),
                Effect::Scroll(ScrollTarget::Outcome(outcome)) => self.outcome = Some(outcome),
                Effect::Scroll(ScrollTarget::OutlineRow) => self.outline_row = true,
                Effect::FitColumn(column) => self.fit = Some(column),
                Effect::CopyText(text) => ctx.copy_text(text),
                Effect::CopyImage(image) => ctx.copy_image(image),
                Effect::Repaint => ctx.request_repaint(),
                Effect::RepaintAfter(seconds) => ctx.request_repaint_after_secs(seconds),
                Effect::SetSmallestSize(size) => ctx.send_viewport_cmd(ViewportCommand::MinInnerSize(size)),
                Effect::Resize(size) => ctx.send_viewport_cmd(ViewportCommand::InnerSize(size)),
                Effect::MoveTo(at) => ctx.send_viewport_cmd(ViewportCommand::OuterPosition(at)),
                Effect::FillScreen(fills) => ctx.send_viewport_cmd(ViewportCommand::Fullscreen(fills)),
                Effect::Close => ctx.send_viewport_cmd(ViewportCommand::Close),
            }
        }
    }

    /// Whether this field of a part takes the cursor.
    pub fn wants(&self, place: PartPath, field: &str) -> bool {
        // The field that adds to a list takes the cursor for what is in the list.
        let list = |field: &'_ str| field.strip_suffix(" add").unwrap_or(field).to_owned();
        self.field.as_ref().is_some_and(|(at, wanted)| *at == place && is_in_field(&list(wanted), &list(field)))
    }
}
