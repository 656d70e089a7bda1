//! "Why?" beside cautions and notes, and the question marks that explain a term: two sentences here, the whole in the help.

use std::sync::LazyLock;

use egui::accesskit::Role;
use egui::{RichText, Ui, WidgetInfo};

use crate::app::Action;
use crate::compare::Rule;
use crate::help::{self, HelpAnchor};
use crate::say;
use crate::theme::{Tokens, Type};

use super::controls::{HeadingLevel, Indent, bold, fold_ui, heading, quiet};
use super::help::read;
use super::shell::PanelContext;

/// A term that a question mark explains.
#[derive(Clone, Copy, Debug)]
pub(super) struct Term {
    /// As the glossary of the help spells it.
    word: &'static str,
    /// As it stands within a sentence.
    within: &'static str,
}

/// Headings of the outcome in full, with the terms of the glossary that belong to each.
pub(super) static TERMS: LazyLock<Vec<(&str, Vec<Term>)>> = LazyLock::new(|| {
    let term = |word, within| Term { word, within };
    vec![
        (say!("detail-heading-published"), vec![term(say!("compare-term-form"), say!("compare-term-form.within"))]),
        (say!("detail-heading-statement"), vec![term(say!("compare-term-role"), say!("compare-term-role.within"))]),
        (say!("detail-heading-period"), vec![term(say!("compare-term-period"), say!("compare-term-period.within"))]),
        (say!("detail-heading-series"), vec![term(say!("compare-term-series"), say!("compare-term-series.within"))]),
        (
            say!("detail-heading-programme"),
            vec![term(say!("compare-term-programme"), say!("compare-term-programme.within"))],
        ),
        (
            say!("detail-heading-suppressed"),
            vec![term(say!("compare-term-suppression"), say!("compare-term-suppression.within"))],
        ),
        (say!("detail-heading-counted"), vec![term(say!("compare-term-counted"), say!("compare-term-counted.within"))]),
        (
            say!("detail-heading-computed"),
            vec![term(say!("compare-term-computed"), say!("compare-term-computed.within"))],
        ),
        (
            say!("detail-heading-benchmark"),
            vec![term(say!("compare-term-benchmark"), say!("compare-term-benchmark.within"))],
        ),
        (
            say!("detail-heading-cause"),
            vec![term(say!("compare-term-attribution"), say!("compare-term-attribution.within"))],
        ),
        (
            say!("detail-heading-compared-with"),
            vec![term(say!("compare-term-maryland"), say!("compare-term-maryland.within"))],
        ),
        (
            say!("detail-heading-interval"),
            vec![term(say!("compare-term-interval"), say!("compare-term-interval.within"))],
        ),
        (
            say!("detail-heading-indicator"),
            vec![
                term(say!("compare-term-measure"), say!("compare-term-measure.within")),
                term(say!("compare-term-polarity"), say!("compare-term-polarity.within")),
            ],
        ),
        (say!("detail-heading-source"), vec![term(say!("compare-term-locator"), say!("compare-term-locator.within"))]),
    ]
});

/// What was done and what it means for the reader, folded away, with the way to the rule's part of the help. `about` is the
/// sentence above it, which tells two of one rule apart.
pub(super) fn why_ui(ui: &mut Ui, scene: &mut PanelContext<'_>, rule: Rule, about: &str) {
    let spoken = say!("compare-why.spoken", about = about);
    fold_ui(ui, say!("compare-why"), &spoken, ("why", rule.number(), about), Indent::Flush, |ui| {
        ui.label(rule.why());
        if let Some(action) = rule_link_ui(ui, rule) {
            scene.send(action);
        }
    });
}

/// The way to a rule's part of the help.
fn rule_link_ui(ui: &mut Ui, rule: Rule) -> Option<Action> {
    let link = ui.link(RichText::new(say!("compare-why-help")).underline());
    link.clicked().then(|| read(HelpAnchor::rule(rule.number())))
}

/// A heading of the outcome in full, and a question mark for each term that belongs to it.
pub(super) fn heading_ui(ui: &mut Ui, scene: &mut PanelContext<'_>, words: &str) {
    let terms = TERMS.iter().find(|(heading, _)| *heading == words).map_or(&[][..], |(_, terms)| terms);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().interact_size.y = 0.0;
        heading(ui, bold(words, Type::Body), HeadingLevel::Second);
        for term in terms {
            let shown = if terms.len() > 1 {
                say!("compare-term-asked", term = term.within)
            } else {
                say!("compare-term-mark").to_owned()
            };
            if term_ui(ui, scene.tokens, *term, &shown) {
                scene.send(read(HelpAnchor::term(term.word)));
            }
        }
    });
}

/// A small button that explains a term under the pointer and leads to the glossary.
fn term_ui(ui: &mut Ui, tokens: &Tokens, term: Term, shown: &str) -> bool {
    let button = egui::Button::new(quiet(shown, tokens)).corner_radius(9).min_size(egui::vec2(24.0, 24.0));
    let response = ui
        .scope(|ui| {
            ui.spacing_mut().button_padding = egui::vec2(6.0, 1.0);
            ui.add(button)
        })
        .inner;
    let spoken = say!("compare-term-spoken", term = term.within);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &spoken));
    let meaning = help::meaning(term.word).unwrap_or_default();
    response.on_hover_text(meaning).clicked()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_term_of_the_outcome_stands_in_the_glossary() {
        for term in TERMS.iter().flat_map(|(_, terms)| terms).map(|term| term.word) {
            let meaning = help::meaning(term).unwrap_or_else(|| panic!("{term} is not in the glossary"));
            assert!(meaning.ends_with('.'), "{term}: {meaning}");
            assert!(!HelpAnchor::term(term).anchor.is_empty(), "{term} has no place");
        }
    }

    #[test]
    fn every_rule_has_its_part_of_the_help() {
        for rule in Rule::ALL {
            assert!(!HelpAnchor::rule(rule.number()).anchor.is_empty(), "{rule} has no place");
        }
    }
}
