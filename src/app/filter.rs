//! The filters of the council list; the wall and the comparison follow them.

use crate::model::{Council, CouncilId, CouncilKind, Dataset, Form, Located, Role, SourceId, View};

/// What the list is narrowed to. `None` and an empty text narrow nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filters {
    /// Words to find in names of councils, programmes and indicators.
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
            topics: self.topic.iter().cloned().collect(),
            sources: self.source.iter().cloned().collect(),
            forms: self.form.into_iter().collect(),
            ..View::default()
        }
    }

    /// Whether the list is narrowed by anything that is told of a place.
    pub fn narrows_places(&self) -> bool {
        !self.search.trim().is_empty() || self.region.is_some() || self.kind.is_some()
    }

    /// The councils and bodies that fit, councils first, each part by name. Only outcomes of these roles count.
    pub fn councils(&self, dataset: &Dataset, roles: &[Role]) -> Vec<CouncilId> {
        let words: Vec<String> = self.search.split_whitespace().map(str::to_lowercase).collect();
        let by_outcome = self.topic.is_some() || self.source.is_some() || self.form.is_some();
        let view = View { roles: roles.to_vec(), ..self.outcome_view() };
        let outcomes: Vec<Located<'_>> = if by_outcome { view.select(dataset) } else { Vec::new() };
        let mut fitting: Vec<&Council> = dataset
            .councils
            .iter()
            .filter(|c| self.region.as_ref().is_none_or(|r| &c.region == r))
            .filter(|c| self.kind.is_none_or(|k| c.kind == k))
            .filter(|c| words.is_empty() || contains_all(&searched_text(dataset, c), &words))
            .filter(|c| {
                !by_outcome || outcomes.iter().any(|o| o.outcome.places.contains(&c.id)) || self.tells_of(dataset, c)
            })
            .collect();
        fitting.sort_by(|a, b| (!a.kind.is_council(), &a.name).cmp(&(!b.kind.is_council(), &b.name)));
        fitting.into_iter().map(|c| c.id.clone()).collect()
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

fn contains_all(text: &str, words: &[String]) -> bool {
    words.iter().all(|word| text.contains(word.as_str()))
}

/// What a council is found by: its names, region and code, and its programmes and indicators.
fn searched_text(dataset: &Dataset, council: &Council) -> String {
    let mut text = format!("{} {} {} ", council.name, council.aliases.join(" "), council.region);
    text.push_str(council.gss.as_deref().unwrap_or(""));
    for programme in dataset.programmes.iter().filter(|p| p.places.contains(&council.id)) {
        text.push(' ');
        text.push_str(&programme.name);
        text.push(' ');
        text.push_str(&programme.topic);
    }
    for located in dataset.outcomes().filter(|l| l.outcome.places.contains(&council.id)) {
        text.push(' ');
        text.push_str(&located.indicator.name);
        text.push(' ');
        text.push_str(&located.indicator.topic);
    }
    text.to_lowercase().replace('&', "and")
}
