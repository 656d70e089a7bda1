//! Further ways through the list of councils by keyboard: to its ends, a page, and to a first letter.
//!
//! One step up or down is in [`super::keys`], because it belongs to the list also while nothing has the focus.

use egui::{Context, Event, FocusDirection, Key, Modifiers};

use crate::app::{Action, State};
use crate::words::letters::folded_letter;

/// Councils on a page.
const PAGE: usize = 10;

/// What Shift and the arrow keys tick: the current council and the one that they lead to. Call it only while the keyboard is in the list.
pub(super) fn ticks(ctx: &Context, state: &State) -> Vec<Action> {
    let listed = &state.views.pages.listed;
    let mut now = state.views.council.as_ref().and_then(|council| listed.iter().position(|l| l == council));
    let mut actions = Vec::new();
    for (key, by) in [(Key::ArrowDown, 1), (Key::ArrowUp, -1)] {
        for _ in 0..ctx.input_mut(|i| i.count_and_consume_key(Modifiers::SHIFT, key)) {
            let Some(next) = now.map_or(Some(0), |now| now.checked_add_signed(by)) else { break };
            let Some(council) = listed.get(next) else { break };
            ctx.memory_mut(|memory| memory.move_focus(FocusDirection::None));
            actions.extend([Action::TickTo(council.clone()), Action::GoTo(council.clone())]);
            now = Some(next);
        }
    }
    actions
}

/// The council that the keys pressed lead to, if any. Call it only while the keyboard is in the list.
pub(super) fn action(ctx: &Context, state: &State) -> Option<Action> {
    let listed = &state.views.pages.listed;
    let last = listed.len().checked_sub(1)?;
    let now = state.views.council.as_ref().and_then(|council| listed.iter().position(|l| l == council));
    let here = now.unwrap_or(0);
    let keys = [
        (Key::Home, 0),
        (Key::End, last),
        (Key::PageUp, here.saturating_sub(PAGE)),
        (Key::PageDown, (here + PAGE).min(last)),
    ];
    let mut next = None;
    for (key, to) in keys {
        if ctx.input_mut(|i| i.count_and_consume_key(Modifiers::NONE, key)) > 0 {
            ctx.memory_mut(|memory| memory.move_focus(FocusDirection::None));
            next = Some(to);
        }
    }
    if let Some(letter) = letter(ctx) {
        let begins = |index: &usize| {
            let council = listed.get(*index).and_then(|id| state.document.dataset.council(id));
            council.is_some_and(|c| c.name.chars().next().is_some_and(|first| is_same(first, letter)))
        };
        // The next one with this letter; after the last of them the first again.
        let after = now.map_or(0, |now| now + 1);
        next = (after..=last).chain(0..after.min(last + 1)).find(begins).or(next);
    }
    next.and_then(|index| listed.get(index)).cloned().map(Action::GoTo)
}

/// The letter that was typed.
fn letter(ctx: &Context) -> Option<char> {
    #[expect(clippy::wildcard_enum_match_arm, reason = "the events are those of the toolkit")]
    ctx.input(|input| {
        input.events.iter().find_map(|event| match event {
            Event::Text(text) => text.chars().next().filter(|letter| letter.is_alphabetic()),
            _ => None,
        })
    })
}

fn is_same(a: char, b: char) -> bool {
    folded_letter(a).eq(folded_letter(b))
}
