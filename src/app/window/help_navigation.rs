//! Which place of the help is read, the way there and back, and the pages with the keys filled in.
//!
//! What the pages say stands in [`crate::help`]; only the list of commands is added here, because the help knows no commands.

use egui::ModifierNames;

use crate::help::{self, Face, HelpAnchor, HelpPage, KEYBOARD, PageBlock, TextSpan};
use crate::say;

use crate::app::{COMMANDS, Menu};

/// How many places are remembered for the way back.
const REMEMBERED: usize = 50;

/// A step in the help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HelpStep {
    /// Go to a place.
    Open(HelpAnchor),
    /// To the place before.
    Back,
    /// To the place from which one went back.
    Forward,
    /// Find words.
    Search(String),
}

/// Where one has been in the help.
#[derive(Clone, Debug, PartialEq, Eq)]
struct HelpVisit {
    place: HelpAnchor,
    /// The words whose results stood in place of it; empty where it was read itself.
    search: String,
}

/// Which place of the help is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HelpNavigation {
    /// The place.
    pub now: HelpAnchor,
    /// The words to find; while there are any, what was found stands in place of the page.
    pub search: String,
    /// Goes up with every place come to, so that the window scrolls there once.
    pub arrivals: u64,
    back: Vec<HelpVisit>,
    forward: Vec<HelpVisit>,
}

impl Default for HelpNavigation {
    fn default() -> Self {
        Self {
            now: HelpAnchor::page(help::CONTENTS),
            search: String::new(),
            arrivals: 0,
            back: Vec::new(),
            forward: Vec::new(),
        }
    }
}

impl HelpNavigation {
    /// Whether there is a place to go back to.
    pub fn can_go_back(&self) -> bool {
        !self.back.is_empty()
    }

    /// Whether there is a place to go forward to.
    pub fn can_go_forward(&self) -> bool {
        !self.forward.is_empty()
    }

    pub(in crate::app) fn take(&mut self, step: HelpStep) {
        let here = HelpVisit { place: self.now.clone(), search: self.search.trim().to_owned() };
        let stop = match step {
            HelpStep::Search(words) => {
                self.search = words;
                return;
            }
            HelpStep::Open(place) => {
                let stop = HelpVisit { place, search: String::new() };
                if stop != here {
                    self.forward.clear();
                    self.back.push(here);
                    if self.back.len() > REMEMBERED {
                        self.back.remove(0);
                    }
                }
                stop
            }
            HelpStep::Back => {
                let Some(stop) = self.back.pop() else { return };
                self.forward.push(here);
                stop
            }
            HelpStep::Forward => {
                let Some(stop) = self.forward.pop() else { return };
                self.back.push(here);
                stop
            }
        };
        (self.now, self.search) = (stop.place, stop.search);
        self.arrivals += 1;
    }

    /// The place from which one went back to where one is; `None` where one did not.
    pub fn came_back_from(&self) -> Option<&HelpAnchor> {
        self.forward.last().map(|stop| &stop.place)
    }
}

/// A page of the help; the page of keys goes on with every command and its key.
pub fn page_with_keys(page: &HelpPage) -> HelpPage {
    let mut page = page.clone();
    if page.name == KEYBOARD {
        // The last words speak of what follows here.
        page.blocks.pop();
        page.blocks.extend(Menu::ALL.into_iter().flat_map(commands_of));
    }
    page
}

fn commands_of(menu: Menu) -> Vec<PageBlock> {
    let anchor = format!("menu-{}", menu.label().to_lowercase().replace(' ', "-"));
    let mut blocks = vec![PageBlock::Heading { level: 2, text: say!("app-keys-of-menu", menu = menu.label()), anchor }];
    for command in COMMANDS.iter().filter(|command| command.menu == menu) {
        let keys = command.shortcut.map(|s| s.format(&ModifierNames::NAMES, cfg!(target_os = "macos")));
        let name = command.label.trim_end_matches('…');
        let bold = keys.map_or_else(|| name.to_owned(), |keys| say!("app-keys-command", keys = keys, command = name));
        let run = |text: String, face| TextSpan { text, face, link: None };
        let runs = vec![run(bold, Face::Bold), run(say!("app-keys-hint", hint = command.hint), Face::Plain)];
        blocks.push(PageBlock::Item { depth: 1, number: None, runs });
    }
    blocks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn back_and_forward_lead_along_the_way_that_was_gone() {
        let mut reading = HelpNavigation::default();
        for page in ["tour", "marks", "rules"] {
            reading.take(HelpStep::Open(HelpAnchor::page(page)));
        }
        reading.take(HelpStep::Back);
        reading.take(HelpStep::Back);
        assert_eq!(reading.now.page, "tour");
        reading.take(HelpStep::Forward);
        assert_eq!(reading.now.page, "marks");
        reading.take(HelpStep::Open(HelpAnchor::page("table")));
        assert!(!reading.can_go_forward(), "a new way ends the old one");
        reading.take(HelpStep::Open(HelpAnchor::page("table")));
        reading.take(HelpStep::Back);
        assert_eq!(reading.now.page, "marks", "the same place twice is one step");
    }

    #[test]
    fn back_from_a_result_leads_to_the_results() {
        let mut reading = HelpNavigation::default();
        reading.take(HelpStep::Search("interval".to_owned()));
        reading.take(HelpStep::Open(HelpAnchor::term("Interval")));
        reading.take(HelpStep::Back);
        assert_eq!(
            (reading.search.as_str(), reading.came_back_from()),
            ("interval", Some(&HelpAnchor::term("Interval")))
        );
        reading.take(HelpStep::Forward);
        assert_eq!((reading.search.as_str(), &reading.now), ("", &HelpAnchor::term("Interval")));
    }

    #[test]
    fn going_somewhere_ends_the_search() {
        let mut reading = HelpNavigation::default();
        reading.take(HelpStep::Search("interval".to_owned()));
        reading.take(HelpStep::Open(HelpAnchor::term("Interval")));
        assert_eq!((reading.search.as_str(), reading.now.anchor.as_str()), ("", "interval"));
    }
}
