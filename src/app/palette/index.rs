//! What can be found by name: commands, pages of the help, terms of its glossary, concepts, indicators, councils, programmes, documents,
//! topics, regions, benchmarks, outcomes; and notes, by their words. What fits a text best is for [`super::matcher`].

use std::collections::{HashMap, HashSet};

use crate::edit::PartPath as PartPlace;
use crate::figure::words::{sentence_case, time_between};
use crate::help::{self, HelpAnchor};
use crate::model::{CouncilId, Dataset, Indicator, IndicatorId, Located, OutcomeId, Source, SourceId};
use crate::say;

use super::matcher::Match;
use crate::app::{Action, COMMANDS, Document, EditorAction, HelpStep, Overlay, SavedViewsStep, Tab};
use crate::words::search::{BEFORE, EXCERPT, WordStart, excerpt, holds_words, search_words, written_out};

/// Why a command can't be used now; `None` where it can.
type WhyNot<'a> = dyn Fn(&Action) -> Option<&'static str> + 'a;

/// What can be found, as the features have it.
pub(in crate::app) struct Findable<'a> {
    /// The open dataset.
    pub document: &'a Document,
    /// Concepts that can be compared, with the number of their outcomes.
    pub concepts: &'a [(String, usize)],
    /// Topics, each of which is a wall.
    pub topics: &'a [String],
    /// Regions, each of which is a wall.
    pub regions: &'a [String],
    /// Whether estimates, targets and plans are shown (R9).
    pub shows_unreal: bool,
    /// Whether what is shown is behind the edits.
    pub is_stale: bool,
    /// What was picked or looked at last, by name.
    pub recents: Vec<String>,
    /// Why a command can't be used now; `None` where it can.
    pub why_not: Box<WhyNot<'a>>,
}

/// Gathers what can be found. What is asked of all outcomes is asked once for all documents and indicators, and a council's name is
/// looked up at once.
pub(in crate::app) struct Gatherer<'a> {
    findable: &'a Findable<'a>,
    dataset: &'a Dataset,
    councils: HashMap<&'a CouncilId, &'a str>,
    /// The documents that outcomes which are shown are from.
    telling: HashSet<&'a SourceId>,
    /// The first outcome of each indicator.
    first: HashMap<&'a IndicatorId, &'a OutcomeId>,
}

impl<'a> Gatherer<'a> {
    pub(in crate::app) fn new(findable: &'a Findable<'a>) -> Self {
        let dataset: &Dataset = &findable.document.dataset;
        let mut councils = HashMap::with_capacity(dataset.councils.len());
        for council in &dataset.councils {
            councils.entry(&council.id).or_insert(council.name.as_str());
        }
        let (mut telling, mut first) = (HashSet::new(), HashMap::new());
        for located in dataset.outcomes() {
            first.entry(&located.indicator.id).or_insert(&located.outcome.id);
            if findable.shows(&located) {
                telling.extend(located.outcome.sources.iter().map(|cited| &cited.source));
            }
        }
        Self { findable, dataset, councils, telling, first }
    }

    /// Everything that has a name, in the order of the menus and the dataset.
    pub(in crate::app) fn names(&self) -> Vec<Match> {
        let mut all = self.commands();
        all.extend(help::pages().iter().map(|page| {
            let read = Action::Help(HelpStep::Open(HelpAnchor::page(page.name)));
            Match::place(say!("app-find-help", page = page.title.as_str()), say!("app-find-page"), vec![read])
        }));
        all.extend(help::terms().map(|term| {
            let read = Action::Help(HelpStep::Open(HelpAnchor::term(&term)));
            Match::place(term, say!("app-find-term"), vec![read])
        }));
        all.extend(self.findable.concepts.iter().map(|(concept, _)| {
            Match::place(sentence_case(concept), say!("app-find-compare"), vec![Action::Compare(concept.clone())])
        }));
        all.extend(self.indicators());
        all.extend(self.dataset.councils.iter().map(|council| {
            let kind = if council.kind.is_council() { say!("app-find-council") } else { say!("app-find-body") };
            let go = vec![Action::Show(Tab::Council), Action::GoTo(council.id.clone())];
            Match::place(council.name.clone(), kind, go)
        }));
        all.extend(self.dataset.programmes.iter().map(|programme| {
            let go = vec![Action::ShowProgramme(programme.id.clone())];
            Match::place(programme.name.clone(), say!("app-find-programme"), go)
        }));
        all.extend(
            self.dataset
                .sources
                .iter()
                .map(|source| Match::place(source.title.clone(), say!("app-find-source"), self.way_to_source(source))),
        );
        all.extend(self.dataset.views.iter().map(|view| {
            let name = say!("app-find-kept-view", name = view.name.as_str());
            let open = Action::SavedViews(SavedViewsStep::Open(view.id.clone()));
            Match::place(name, say!("app-find-view"), vec![open])
        }));
        all.extend(self.walls());
        all.extend(self.benchmarks());
        // What is only begun in the editor has no name yet.
        all.retain(|found| !found.name.trim().is_empty());
        all
    }

    fn commands(&self) -> Vec<Match> {
        let commands =
            COMMANDS.iter().filter(|command| !matches!(command.action, Action::OpenOverlay(Overlay::Palette)));
        commands
            .map(|command| Match {
                name: command.label.trim_end_matches('…').to_owned(),
                kind: say!("app-find-command"),
                actions: vec![command.action.clone()],
                shortcut: command.shortcut,
                why_not: (self.findable.why_not)(&command.action),
            })
            .collect()
    }

    /// Indicators that are not called as their concept is, or whose concept is not compared.
    fn indicators(&self) -> impl Iterator<Item = Match> {
        let compared: HashSet<&str> = self.findable.concepts.iter().map(|(concept, _)| concept.as_str()).collect();
        let is_told = |i: &Indicator| compared.contains(i.concept.as_str()) && i.name.eq_ignore_ascii_case(&i.concept);
        let others: Vec<&Indicator> = self.dataset.indicators.iter().filter(|i| !is_told(i)).collect();
        others.into_iter().map(move |indicator| {
            let actions = if compared.contains(indicator.concept.as_str()) {
                let only = Action::CompareIndicator(Some(indicator.id.clone()));
                vec![Action::Compare(indicator.concept.clone()), only]
            } else {
                // Nothing to compare: its first outcome is shown instead.
                let first = self.first.get(&indicator.id).map(|id| (*id).clone());
                vec![Action::Show(Tab::Overview), Action::Select(first)]
            };
            Match::place(indicator.name.clone(), say!("app-find-indicator"), actions)
        })
    }

    /// Topics and regions, each of which is a wall.
    fn walls(&self) -> impl Iterator<Item = Match> {
        let wall = |name: &String, kind, filter: Action| {
            let go = vec![Action::ClearFilters, filter, Action::Show(Tab::Overview)];
            Match::place(name.clone(), kind, go)
        };
        let topic = move |name: &String| wall(name, say!("app-find-topic"), Action::FilterTopic(Some(name.clone())));
        let region = move |name: &String| wall(name, say!("app-find-region"), Action::FilterRegion(Some(name.clone())));
        self.findable.topics.iter().map(topic).chain(self.findable.regions.iter().map(region))
    }

    fn benchmarks(&self) -> impl Iterator<Item = Match> {
        self.dataset.outcomes().filter(|located| self.findable.shows(located)).filter_map(|located| {
            let of = sentence_case(&located.outcome.benchmark.as_ref()?.of);
            let name = say!("app-find-in", about = of, words = self.outcome_in_words(&located));
            Some(Match::place(name, say!("app-find-benchmark"), way_to_outcome(&located)))
        })
    }

    /// Outcomes that are shown, by their places and indicator; with their time where several are called alike.
    pub(in crate::app) fn outcomes(&self) -> Vec<Match> {
        let shown = self.dataset.outcomes().filter(|located| self.findable.shows(located));
        let named: Vec<_> = shown.map(|located| (self.outcome_in_words(&located), located)).collect();
        let mut times = HashMap::with_capacity(named.len());
        for (name, _) in &named {
            *times.entry(name.as_str()).or_insert(0_usize) += 1;
        }
        let found = |(name, located): &(String, Located<'_>)| {
            let words = if times.get(name.as_str()).is_some_and(|times| *times > 1) {
                let time = time_between(&located.outcome.published);
                say!("app-find-outcome-of-time", outcome = name.as_str(), time = time)
            } else {
                name.clone()
            };
            Match::place(words, say!("app-find-an-outcome"), way_to_outcome(located))
        };
        named.iter().map(found).collect()
    }

    /// Notes and summaries that hold every word typed; none for fewer than three letters, which would be almost all.
    pub(in crate::app) fn notes(&self, typed: &str) -> Vec<Match> {
        if typed.trim().chars().count() < 3 && written_out(typed).is_none() {
            return Vec::new();
        }
        let wanted = search_words(written_out(typed).as_deref().unwrap_or(typed));
        let fits = |text: &&String| holds_words(text, &wanted, WordStart::OfAWord);
        let told = |about: &str, text: &str| {
            say!("app-find-in", about = about, words = excerpt(text, &wanted, BEFORE, EXCERPT))
        };
        let Dataset { programmes, sources, councils, .. } = self.dataset;
        let of_programmes = programmes.iter().filter_map(|programme| {
            let text = std::iter::once(&programme.summary).chain(&programme.claims).find(fits)?;
            let go = vec![Action::ShowProgramme(programme.id.clone())];
            Some(Match::place(told(&programme.name, text), say!("app-find-summary"), go))
        });
        let of_outcomes = self.dataset.outcomes().filter_map(|located| {
            let note = located.outcome.notes.iter().find(fits)?;
            let name = told(&self.outcome_in_words(&located), note);
            Some(Match::place(name, say!("app-find-note"), way_to_outcome(&located)))
        });
        let of_sources = sources.iter().filter(|source| fits(&&source.note)).map(|source| {
            let name = told(&source.title, &source.note);
            Match::place(name, say!("app-find-source-note"), self.way_to_source(source))
        });
        let of_councils = councils.iter().filter(|council| fits(&&council.note)).map(|council| {
            let go = vec![Action::Show(Tab::Council), Action::GoTo(council.id.clone())];
            Match::place(told(&council.name, &council.note), say!("app-find-council-note"), go)
        });
        of_programmes.chain(of_outcomes).chain(of_sources).chain(of_councils).collect()
    }

    /// The places and the indicator of an outcome, by which a reader knows it.
    fn outcome_in_words(&self, located: &Located<'_>) -> String {
        let places = located.outcome.places.iter();
        let places: Vec<&str> = places.map(|id| self.councils.get(id).copied().unwrap_or(id.as_str())).collect();
        say!("app-find-outcome", places = places.join(say!("list-comma")), indicator = located.indicator.name.as_str())
    }

    /// To the wall of what a document tells; to its form where it tells nothing that is shown.
    fn way_to_source(&self, source: &Source) -> Vec<Action> {
        if self.telling.contains(&source.id) {
            let only = Action::FilterSource(Some(source.id.clone()));
            return vec![Action::ClearFilters, only, Action::Show(Tab::Overview)];
        }
        let form =
            PartPlace::of_source(self.dataset, &source.id).map(|place| Action::Editor(EditorAction::GoTo(place)));
        std::iter::once(Action::Show(Tab::Edit)).chain(form).collect()
    }
}

impl Findable<'_> {
    /// Whether the figures show an outcome: estimates, targets and plans are hidden until they are asked for (R9).
    fn shows(&self, located: &Located<'_>) -> bool {
        self.shows_unreal || located.outcome.role.is_shown_by_default()
    }
}

/// To an outcome in full, in the room of its first place.
fn way_to_outcome(located: &Located<'_>) -> Vec<Action> {
    let mut go = vec![Action::Show(Tab::Council)];
    go.extend(located.outcome.places.first().map(|council| Action::GoTo(council.clone())));
    go.push(Action::Select(Some(located.outcome.id.clone())));
    go
}
