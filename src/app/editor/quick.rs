//! Quick entry: the form that takes one sentence, from any room.

use crate::edit::{EditOp, OutcomeParent, PartPath, QuickDefaults, QuickEntry, QuickGap};
use crate::model::OutcomeId;
use crate::say;

use crate::app::context::{Context, Request};
use crate::app::editor::{QuickForm, QuickNext, QuickStep};
use crate::app::{Editor, Effect, FocusTarget, Tab};

/// The part whose fields those of the form are named as: quick entry has no place in the dataset yet.
const PLACE: PartPath = PartPath::Facts;
/// How the names of its fields begin.
const FIELDS: &str = "quick.";

impl Editor {
    /// Asks for a sentence; `near` is what is proposed where it does not say. Where the form of a programme or an outcome is on screen,
    /// that programme is near as well.
    pub(in crate::app) fn open_quick(&mut self, near: QuickDefaults, room: Tab, cx: &mut Context<'_>) {
        #[expect(clippy::wildcard_enum_match_arm, reason = "the question is about programmes alone")]
        let programme = match self.place {
            PartPath::Programme(p) | PartPath::Outcome(OutcomeParent::Programme(p), _) if room == Tab::Edit => Some(p),
            _ => None,
        };
        let programme = programme.and_then(|p| cx.document.original.programmes.get(p)).map(|it| it.id.clone());
        self.begin_quick(QuickDefaults { programme, source: self.quick_source.clone(), ..near }, cx);
    }

    fn begin_quick(&mut self, near: QuickDefaults, cx: &mut Context<'_>) {
        self.drafts.drop_of(PLACE, FIELDS);
        self.set_quick(QuickEntry::begin(near), cx);
        lead_to("quick.sentence", cx);
    }

    fn set_quick(&mut self, entry: QuickEntry, cx: &Context<'_>) {
        let reading = entry.read(&cx.document.original);
        self.quick = Some(Box::new(QuickForm { entry, reading }));
    }

    /// Closes the form.
    pub(in crate::app) fn close_quick(&mut self) {
        self.quick = None;
        self.drafts.drop_of(PLACE, FIELDS);
    }

    pub(super) fn step_quick(&mut self, step: QuickStep, room: Tab, cx: &mut Context<'_>) {
        match step {
            QuickStep::Open => self.open_quick(QuickDefaults::default(), room, cx),
            QuickStep::Change(entry) => self.set_quick(*entry, cx),
            QuickStep::Choose(entry) => {
                self.set_quick(*entry, cx);
                let gap = self.quick.as_ref().and_then(|form| form.reading.gap);
                lead_to(gap.map_or("quick.add", field_of), cx);
            }
            QuickStep::Add(next) => self.add_quick(next, room, cx),
            QuickStep::Close => self.close_quick(),
        }
    }

    /// Adds the outcome, or leads to what it still needs.
    fn add_quick(&mut self, next: QuickNext, room: Tab, cx: &mut Context<'_>) {
        let Some(form) = self.quick.clone() else { return };
        // The dataset may have changed since it was read, as by a file that was read anew.
        let reading = form.entry.read(&cx.document.original);
        if let Some(gap) = reading.gap {
            cx.notices.announce(reading.told);
            lead_to(field_of(gap), cx);
            return;
        }
        let Some(edit) = reading.edit(&cx.document.original) else { return };
        let ops = edit.as_ref().map(|edit| edit.ops.clone()).unwrap_or_default();
        self.quick_source.clone_from(&reading.outcome.source);
        self.close_quick();
        self.try_edit(edit, cx);
        if self.copy_request.is_some() {
            // The form said that it goes into a copy.
            cx.request(Request::MakeCopy);
        }
        // After the copy was made, which is a document of its own and forgets what was told of the one before.
        cx.request(Request::Tell(say!("quick-entry-added", told = reading.told)));
        match (next, added(&ops)) {
            (QuickNext::Another, _) => {
                let source = self.quick_source.clone();
                self.begin_quick(QuickDefaults { source, ..form.entry.near }, cx);
            }
            (QuickNext::Form, Some((place, _))) => cx.request(Request::ShowPart(place)),
            (QuickNext::Show, Some((_, outcome))) if room != Tab::Edit => cx.request(Request::ShowOutcome(outcome)),
            (QuickNext::Show | QuickNext::Form, _) => {}
        }
    }
}

/// The field where something is asked for.
fn field_of(gap: QuickGap) -> &'static str {
    match gap {
        QuickGap::Sentence => "quick.sentence",
        QuickGap::Indicator => "quick.indicator",
        QuickGap::Council => "quick.council",
    }
}

fn lead_to(field: &str, cx: &mut Context<'_>) {
    cx.effects.push(Effect::Focus(FocusTarget::Field(PLACE, field.to_owned())));
}

/// The outcome that these steps put in, and where.
fn added(ops: &[EditOp]) -> Option<(PartPath, OutcomeId)> {
    ops.iter().rev().find_map(|op| match op {
        EditOp::Insert(place @ PartPath::Outcome(..), crate::edit::Part::Outcome(outcome)) => {
            Some((*place, outcome.id.clone()))
        }
        EditOp::Insert(..) | EditOp::Replace(..) | EditOp::Remove(_) | EditOp::Move(..) | EditOp::Tables(_) => None,
    })
}
