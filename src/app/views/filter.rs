//! The filters of the council list; the wall and the comparison follow them.

use std::collections::HashSet;

use crate::model::{Council, CouncilId, CouncilKind, Dataset, Form, Located, Role, SourceId, View};
use crate::say;

use crate::app::views::search::{self, FoundBy, OutcomesByPlace};

/// What the list is narrowed to. `None` and an empty text narrow nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filters {
    /// Words to find in councils, programmes, indicators and notes.
    pub search: String,
    /// A region.
    pub region: Option<String>,
    /// A kind of council.
    pub kind: Option<CouncilKind>,
    /// A topic.
    pub topic: Option<String>,
    /// A document.
    pub source: Option<SourceId>,
    /// A form of evidence.
    pub form: Option<Form>,
}

impl Filters {
    /// Whether anything is narrowed.
    pub fn is_active(&self) -> bool {
        self != &Self::default()
    }

    /// How many filters besides the search are on.
    pub fn count(&self) -> usize {
        [self.region.is_some(), self.kind.is_some(), self.topic.is_some(), self.source.is_some(), self.form.is_some()]
            .into_iter()
            .filter(|on| *on)
            .count()
    }

    /// The view of outcomes that topic, document and form ask for; places are asked for separately.
    pub fn outcome_view(&self) -> View {
        View {
            topics: self.topic.clone().into(),
            sources: self.source.clone().into(),
            forms: self.form.into(),
            ..View::default()
        }
    }

    /// How many councils are ticked, where only they are shown, and which of the filters are on, in words; all of them apply. `view` is
    /// what they ask for.
    pub fn describe(&self, dataset: &Dataset, view: &View, ticked: Option<usize>) -> String {
        let mut on: Vec<String> = ticked.map(|n| say!("save-all-ticked", n = n)).into_iter().collect();
        on.extend(self.region.iter().map(|region| say!("save-all-region", region = region.as_str())));
        on.extend(self.kind.iter().map(|kind| say!("save-all-kind", kind = kind.label())));
        on.extend(self.topic.iter().map(|topic| say!("save-all-topic", topic = topic.as_str())));
        let sources = &dataset.sources;
        let source = self.source.as_ref().and_then(|id| sources.iter().find(|source| &source.id == id));
        on.extend(source.map(|source| say!("save-all-document", document = source.title.as_str())));
        on.extend(self.form.map(|form| say!("save-all-form", form = form.label().to_lowercase())));
        let hidden = Role::ALL.iter().any(|role| !view.roles.asks_for(role));
        let unreal = if hidden { say!("save-all-unreal-hidden") } else { say!("save-all-unreal-shown") };
        if on.is_empty() {
            say!("save-all-not-narrowed", unreal = unreal)
        } else {
            say!("save-all-narrowed", filters = on.join(say!("list-comma")), unreal = unreal)
        }
    }

    /// Whether places are narrowed by anything but their outcomes.
    pub fn narrows_places(&self) -> bool {
        self.region.is_some() || self.kind.is_some()
    }

    /// The councils and bodies that fit the filters, in the dataset's order. Only outcomes of these roles count.
    pub fn councils<'d>(&self, dataset: &'d Dataset, roles: &[Role]) -> Vec<&'d Council> {
        let by_outcome = self.topic.is_some() || self.source.is_some() || self.form.is_some();
        let view = View { roles: roles.to_vec().into(), ..self.outcome_view() };
        let outcomes: Vec<Located<'_>> = if by_outcome { view.select(dataset) } else { Vec::new() };
        let with_outcomes: HashSet<&CouncilId> = outcomes.iter().flat_map(|located| &located.outcome.places).collect();
        let fits = |c: &&Council| {
            self.region.as_ref().is_none_or(|r| &c.region == r)
                && self.kind.is_none_or(|k| c.kind == k)
                && (!by_outcome || with_outcomes.contains(&c.id) || self.tells_of(dataset, c))
        };
        dataset.councils.iter().filter(fits).collect()
    }

    /// Those of them that are searched for, councils first, each part by what they were found by and then by name. What stands between
    /// commas is searched for by itself.
    pub fn found(&self, dataset: &Dataset, roles: &[Role]) -> Vec<(CouncilId, FoundBy)> {
        let fitting = self.councils(dataset, roles);
        let mut typed: Vec<&str> = self.search.split(',').filter(|typed| !typed.trim().is_empty()).collect();
        let told = if typed.is_empty() { OutcomesByPlace::default() } else { OutcomesByPlace::of(dataset) };
        if typed.is_empty() {
            // Nothing typed finds everyone.
            typed.push("");
        }
        let mut found: Vec<_> = typed.iter().flat_map(|typed| search::found(&told, &fitting, typed)).collect();
        found.sort_by_key(|(c, found)| (!c.kind.is_council(), found.rank(), &c.name));
        // Whoever is found twice stands where the better find is.
        let mut known = HashSet::new();
        found.retain(|(council, _)| known.insert(&council.id));
        found.into_iter().map(|(c, found)| (c.id.clone(), found)).collect()
    }

    /// A programme without a figure still belongs to its topic and document, but has no form of evidence.
    fn tells_of(&self, dataset: &Dataset, council: &Council) -> bool {
        self.form.is_none()
            && dataset.programmes.iter().any(|p| {
                p.outcomes.is_empty()
                    && p.places.contains(&council.id)
                    && self.topic.as_ref().is_none_or(|t| &p.topic == t)
                    && self.source.as_ref().is_none_or(|s| p.sources.iter().any(|r| &r.source == s))
            })
    }
}
