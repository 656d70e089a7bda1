//! What the rooms show: lists, counts and figures, worked out when something changed and never while drawing.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::compare::Comparison;
use crate::compare::statistic_pairs::DateOffer;
use crate::figure::council_page::{CouncilPage, council_page};
use crate::figure::detail::{Detail, detail};
use crate::figure::screen_table::ScreenRow;
use crate::figure::{self, Body, Figure};
use crate::model::{
    Council, CouncilId, CouncilKind, Dataset, FigureKind, Filter, Form, IndicatorId, Order, OutcomeId, Published, Role,
    View,
};
use crate::say;

use crate::app::views::cache::{PageCache, PageKind};
use crate::app::views::offers;
use crate::app::{ConceptOffer, CouncilScope, Document, Filters, FoundBy, Tab, Views, Wordings};

/// Concepts that are offered on the opening screen where the dataset has them.
const FAVOURED: [&str; 3] = ["looked-after children", "fostering enquiries", "admissions to care homes"];

/// What the rooms show.
#[derive(Clone, Debug, Default)]
pub struct Pages {
    /// Councils and bodies that fit the search and the filters, in list order.
    pub listed: Vec<CouncilId>,
    /// Those that fit the filters, whatever is searched for.
    fitting: Vec<CouncilId>,
    /// Whether the list stands by region.
    pub by_region: bool,
    /// What each of them was found by.
    pub found_by: HashMap<CouncilId, FoundBy>,
    /// How many outcomes each has.
    pub counts: HashMap<CouncilId, usize>,
    /// The wall.
    pub overview: Figure,
    /// The comparison.
    pub compare: Figure,
    /// The first few of the ticked councils, side by side.
    pub side_by_side: Figure,
    /// Two councils that have figures of most of the same concepts; `None` where no two share any.
    pub pair: Option<[CouncilId; 2]>,
    /// The current council's page.
    pub council: CouncilPage,
    /// The rows of the table.
    pub table: Vec<ScreenRow>,
    /// The selected outcome in full.
    pub detail: Option<Detail>,
    /// What is said of the council that was looked for in Compare and has no row there.
    pub missing: Option<String>,
    /// The outcomes before and after the selected one, in the order of the room; `None` at its ends and where none is selected.
    pub beside: [Option<OutcomeId>; 2],
    /// How many context figures the Overview does not show.
    pub hidden_context: usize,
    /// The kinds of figure in Compare, with how many outcomes each draws of the concept.
    pub kinds: Vec<(FigureKind, usize)>,
    /// Concepts that can be compared, by topic.
    pub offers: Vec<ConceptOffer>,
    /// Concepts that can be compared, those with most outcomes first.
    pub concepts: Vec<(String, usize)>,
    /// The dates of the concept's official statistics; `None` where it has none.
    pub dates: Option<DateOffer>,
    /// The indicators of the concept being compared, with their number of outcomes.
    pub indicators: Vec<(IndicatorId, String, usize)>,
    /// How many small counts are suppressed, and how many other figures with them.
    pub suppressed: (usize, usize),
    /// What was taken for an amount and not for a small count, while these are suppressed.
    pub amounts: Vec<String>,
    /// Concepts offered on the opening screen.
    pub favoured: Vec<String>,
    /// How many outcomes of each form the dataset has; forms it has not are left out.
    pub forms: Vec<(Form, usize)>,
    /// Regions, topics, in alphabetical order.
    pub regions: Vec<String>,
    /// Topics of indicators and programmes, in alphabetical order.
    pub topics: Vec<String>,
    pub(in crate::app) made: PageCache,
}

impl Views {
    /// After another dataset was opened: everything starts afresh.
    pub(in crate::app) fn reset(&mut self, dataset: &Dataset) {
        self.filters = Filters::default();
        self.council = None;
        self.pinned.clear();
        self.council_scope = CouncilScope::All;
        self.selected = None;
        self.room = Tab::Overview;
        self.is_stale = false;
        self.list_choices(dataset);
        self.choose_concept(dataset);
    }

    /// After an edit: what is on screen stays, as far as it is still there.
    pub(in crate::app) fn keep_what_exists(&mut self, dataset: &Dataset) {
        self.list_choices(dataset);
        self.council = self.council.take().filter(|id| dataset.council(id).is_some());
        self.pinned.retain(|id| dataset.council(id).is_some());
        if self.pinned.is_empty() {
            self.council_scope = CouncilScope::All;
        }
        self.indicator = self.indicator.take().filter(|id| dataset.indicator(id).is_some());
        self.drop_lost_filters(dataset);
        if !self.pages.concepts.iter().any(|(concept, _)| concept == &self.concept) {
            self.choose_concept(dataset);
        }
    }

    /// A filter whose choice is gone from the dataset would narrow everything to nothing, with nothing to be read in its box.
    fn drop_lost_filters(&mut self, dataset: &Dataset) {
        let (pages, filters) = (&self.pages, &mut self.filters);
        filters.region = filters.region.take().filter(|region| pages.regions.contains(region));
        filters.kind = filters.kind.take().filter(|kind| dataset.councils.iter().any(|c| c.kind == *kind));
        filters.topic = filters.topic.take().filter(|topic| pages.topics.contains(topic));
        filters.source = filters.source.take().filter(|id| dataset.sources.iter().any(|s| &s.id == id));
        filters.form = filters.form.take().filter(|form| pages.forms.iter().any(|(f, _)| f == form));
    }

    /// What filters and the opening screen offer.
    fn list_choices(&mut self, dataset: &Dataset) {
        self.pages.concepts = concepts(dataset, &self.roles());
        self.pages.favoured = favoured(&self.pages.concepts);
        self.pages.forms = forms(dataset);
        self.pages.regions = sorted(dataset.councils.iter().map(|c| c.region.clone()));
        let of_indicators = dataset.indicators.iter().map(|i| i.topic.clone());
        self.pages.topics = sorted(of_indicators.chain(dataset.programmes.iter().map(|p| p.topic.clone())));
    }

    fn choose_concept(&mut self, dataset: &Dataset) {
        self.indicator = None;
        self.concept = self
            .pages
            .favoured
            .first()
            .cloned()
            .or_else(|| self.pages.concepts.first().map(|(c, _)| c.clone()))
            .unwrap_or_default();
        self.choose_kind(dataset);
    }

    /// Works out what the tabs show, but for the rows of the table.
    pub(in crate::app) fn rebuild(&mut self, document: &Document, wordings: &Wordings) {
        let dataset: &Dataset = &document.dataset;
        let roles = self.roles();
        self.pages.fitting =
            self.filters.councils(dataset, &roles).into_iter().map(|council| council.id.clone()).collect();
        let mut found = self.filters.found(dataset, &roles);
        self.pages.by_region = self.filters.search.trim().is_empty() && is_read_by_region(dataset);
        let regions: HashMap<&CouncilId, &str> = if self.pages.by_region {
            dataset.councils.iter().filter(|c| c.kind.is_council()).map(|c| (&c.id, c.region.as_str())).collect()
        } else {
            HashMap::new()
        };
        // A stable sort: the others keep their order. Bodies have no region here and stay behind the councils.
        found.sort_by_key(|(council, _)| {
            let region = regions.get(council).copied();
            (self.my_council.as_ref() != Some(council), self.pages.by_region && region.is_none(), region)
        });
        self.pages.listed = found.iter().map(|(council, _)| council.clone()).collect();
        self.pages.found_by = found.into_iter().collect();
        let view = View { roles: roles.clone().into(), ..View::default() };
        let lists = self.cache_key(document, wordings, &view, PageKind::Lists);
        if lists.is_none() || self.pages.made.lists != lists {
            self.pages.counts = counts(dataset, &roles);
            self.pages.concepts = concepts(dataset, &roles);
            self.pages.pair = pair(dataset, &roles);
            self.pages.offers = offers::offers(dataset, &roles, &self.pages.concepts);
            self.pages.made.lists = lists;
        }
        let worded =
            |views: &Self, view: &View, kind| wordings.applied(document, view, kind, views.draw(dataset, view, kind));
        let (view, hidden) = self.wall_view(dataset);
        self.pages.hidden_context = hidden;
        let key = self.cache_key(document, wordings, &view, PageKind::Figure(FigureKind::Profile));
        self.rebuild_page(
            key,
            |p| (&mut p.made.overview, &mut p.overview),
            |views| wordings.applied(document, &view, FigureKind::Profile, views.wall(dataset, &view, hidden)),
        );
        self.pages.dates = DateOffer::of(dataset, &self.concept, &self.dates);
        self.pages.indicators = indicators_of(dataset, &self.concept, &roles);
        let view = self.compare_view(dataset);
        let key = self.cache_key(document, wordings, &view, PageKind::Figure(self.kind));
        self.rebuild_page(key, |p| (&mut p.made.compare, &mut p.compare), |views| worded(views, &view, views.kind));
        let key =
            self.cache_key(document, wordings, &View { order: Order::default(), ..view.clone() }, PageKind::Kinds);
        self.rebuild_page(key, |p| (&mut p.made.kinds, &mut p.kinds), |views| views.drawable(dataset, &view));
        self.pages.missing = self.missing_in_words(dataset);
        let view = self.side_by_side_view();
        let kind = FigureKind::SideBySide;
        let key = self.cache_key(document, wordings, &view, PageKind::Figure(kind));
        self.rebuild_page(key, |p| (&mut p.made.side_by_side, &mut p.side_by_side), |views| worded(views, &view, kind));
        let view = self.council_view();
        let key = self.cache_key(document, wordings, &view, PageKind::Figure(FigureKind::Profile));
        self.rebuild_page(
            key,
            |p| (&mut p.made.council, &mut p.council),
            |_| {
                let page = council_page(dataset, &view);
                CouncilPage { figure: wordings.applied(document, &view, FigureKind::Profile, page.figure), ..page }
            },
        );
        let selected = self.selected.as_ref().and_then(|id| dataset.outcome(id));
        self.pages.detail = selected.map(|located| detail(dataset, &Comparison::of(dataset, located)));
        if self.pages.detail.is_none() {
            self.selected = None;
        }
    }

    /// Whether only the ticked councils are shown.
    pub fn holds_to_ticked(&self) -> bool {
        self.council_scope == CouncilScope::Ticked && !self.pinned.is_empty()
    }

    /// The councils that every room is about; `None` where it is everyone.
    pub(in crate::app) fn in_scope(&self) -> Option<Vec<CouncilId>> {
        let narrows = self.filters.narrows_places();
        if self.holds_to_ticked() {
            let fits = |id: &&CouncilId| !narrows || self.pages.fitting.contains(id);
            return Some(self.pinned.iter().filter(fits).cloned().collect());
        }
        narrows.then(|| self.pages.fitting.clone())
    }

    /// Whether there is nobody to show, which asks for nothing; an empty list in a view would ask for everything.
    pub(in crate::app) fn fits_nobody(&self) -> bool {
        self.in_scope().is_some_and(|councils| councils.is_empty())
    }

    /// Whom and what every room is about, in words. `view` is what it asks for.
    pub(in crate::app) fn in_words(&self, dataset: &Dataset, view: &View) -> String {
        let ticked = self.holds_to_ticked().then_some(self.pinned.len());
        self.filters.describe(dataset, view, ticked)
    }

    /// Grades are drawn as grades, numbers as numbers.
    pub(in crate::app) fn choose_kind(&mut self, dataset: &Dataset) {
        let grades = dataset.outcomes().filter(|l| l.indicator.concept == self.concept).all(|l| {
            matches!(l.outcome.published, Published::Rating { .. } | Published::SingleGrade(_) | Published::Part { .. })
        });
        if grades {
            self.kind = FigureKind::Rating;
        } else if self.kind == FigureKind::Rating {
            self.kind = FigureKind::Both;
        }
        let kinds = self.drawable(dataset, &self.compare_view(dataset));
        let draws = |kind: FigureKind| kinds.iter().any(|(known, n)| *known == kind && *n > 0);
        if !draws(self.kind) {
            let instead =
                [FigureKind::Both, FigureKind::Rating, FigureKind::Profile].into_iter().find(|kind| draws(*kind));
            self.kind = instead.unwrap_or(self.kind);
        }
    }

    /// The kinds of figure that Compare offers, with how many outcomes each draws; nothing where nobody fits.
    fn drawable(&self, dataset: &Dataset, view: &View) -> Vec<(FigureKind, usize)> {
        if self.fits_nobody() { Vec::new() } else { figure::drawable(dataset, view) }
    }

    fn roles(&self) -> Vec<Role> {
        Role::ALL.into_iter().filter(|role| self.shows_unreal || role.is_shown_by_default()).collect()
    }

    pub(in crate::app) fn draw(&self, dataset: &Dataset, view: &View, kind: FigureKind) -> Figure {
        if self.fits_nobody() {
            return nothing_fits(kind);
        }
        if let Some(sentence) = nothing_to_show(dataset, view) {
            let title = say!("app-page-nothing-yet").to_owned();
            return Figure {
                kind,
                title,
                alt: sentence.to_owned(),
                body: Body::Empty(sentence.to_owned()),
                ..Figure::default()
            };
        }
        match figure::figure(dataset, view, kind) {
            Ok(figure) => match &self.my_council {
                Some(mine) => figure.with_own(dataset, mine),
                None => figure,
            },
            Err(several) => Figure {
                kind,
                title: say!("app-page-choose-concept").to_owned(),
                body: Body::Empty(several.to_string()),
                ..Figure::default()
            },
        }
    }

    pub(in crate::app) fn overview_view(&self) -> View {
        View {
            councils: self.in_scope().map_or(Filter::All, Filter::These),
            roles: self.roles().into(),
            ..self.filters.outcome_view()
        }
    }

    pub(in crate::app) fn compare_view(&self, dataset: &Dataset) -> View {
        let indicators: Vec<IndicatorId> = match &self.indicator {
            Some(chosen) => vec![chosen.clone()],
            None => dataset.indicators.iter().filter(|i| i.concept == self.concept).map(|i| i.id.clone()).collect(),
        };
        let mut view = View {
            indicators: indicators.into(),
            roles: self.roles().into(),
            order: self.order,
            scale: self.scale,
            ..self.filters.outcome_view()
        };
        view.topics = Filter::All;
        view.councils = self.in_scope().map_or(Filter::All, Filter::These);
        if self.holds_to_ticked() {
            // Context stays beside the ticked councils; of regions, and of what lies in one, only their own.
            let own: Vec<&str> =
                self.pinned.iter().filter_map(|id| dataset.council(id)).map(|c| c.region.as_str()).collect();
            let is_context = |c: &&Council| {
                let region = if c.kind == CouncilKind::Region { &c.name } else { &c.region };
                !c.kind.is_council() && (region.is_empty() || own.contains(&region.as_str()))
            };
            view.councils.add(dataset.councils.iter().filter(is_context).map(|c| c.id.clone()));
        }
        view
    }

    /// The ticked councils, as many as stand side by side, in the order of ticking.
    pub(in crate::app) fn side_by_side_view(&self) -> View {
        let most = FigureKind::SideBySide.councils().map_or(0, |many| *many.end());
        let councils: Vec<CouncilId> = self.pinned.iter().take(most).cloned().collect();
        View { councils: councils.into(), roles: self.roles().into(), ..View::default() }
    }

    pub(in crate::app) fn council_view(&self) -> View {
        View { councils: self.council.clone().into(), roles: self.roles().into(), ..View::default() }
    }
}

/// What to do where the dataset itself has nothing to show; `None` where it has.
fn nothing_to_show(dataset: &Dataset, view: &View) -> Option<&'static str> {
    let mut roles = dataset.outcomes().map(|located| located.outcome.role).peekable();
    if roles.peek().is_none() {
        return Some(say!("app-page-no-outcomes"));
    }
    let hidden = roles.all(|role| !view.roles.asks_for(&role));
    hidden.then_some(say!("app-page-only-unreal"))
}

fn nothing_fits(kind: FigureKind) -> Figure {
    Figure {
        kind,
        title: say!("app-page-nothing-fits").to_owned(),
        body: Body::Empty(say!("app-page-clear-filters").to_owned()),
        ..Figure::default()
    }
}

/// Concepts with at least one comparison of two times, those with most outcomes first.
fn concepts(dataset: &Dataset, roles: &[Role]) -> Vec<(String, usize)> {
    let mut found: HashMap<String, (usize, bool)> = HashMap::new();
    for located in dataset.outcomes().filter(|l| roles.contains(&l.outcome.role)) {
        let entry = found.entry(located.indicator.concept.clone()).or_default();
        entry.0 += 1;
        let compares = !matches!(located.outcome.published.form(), Form::Part | Form::Single | Form::Series);
        entry.1 |= compares;
    }
    let mut concepts: Vec<(String, usize)> =
        found.into_iter().filter(|(_, (_, compares))| *compares).map(|(c, (n, _))| (c, n)).collect();
    concepts.sort_by_key(|(concept, n)| (std::cmp::Reverse(*n), concept.to_lowercase()));
    concepts
}

/// The two councils that share most concepts; `None` where no two share any.
fn pair(dataset: &Dataset, roles: &[Role]) -> Option<[CouncilId; 2]> {
    let mut told: BTreeMap<&CouncilId, BTreeSet<&str>> = BTreeMap::new();
    for located in dataset.outcomes().filter(|l| roles.contains(&l.outcome.role)) {
        for place in &located.outcome.places {
            if dataset.council(place).is_some_and(|council| council.kind.is_council()) {
                told.entry(place).or_default().insert(located.indicator.concept.as_str());
            }
        }
    }
    let told: Vec<_> = told.into_iter().collect();
    let mut best: (usize, Option<[CouncilId; 2]>) = (0, None);
    for (at, (one, concepts)) in told.iter().enumerate() {
        for (other, others) in told.iter().skip(at + 1) {
            let shared = concepts.intersection(others).count();
            if shared > best.0 {
                best = (shared, Some([(*one).clone(), (*other).clone()]));
            }
        }
    }
    best.1
}

fn indicators_of(dataset: &Dataset, concept: &str, roles: &[Role]) -> Vec<(IndicatorId, String, usize)> {
    let mut counts: HashMap<&IndicatorId, usize> = HashMap::new();
    for located in dataset.outcomes().filter(|l| l.indicator.concept == concept && roles.contains(&l.outcome.role)) {
        *counts.entry(&located.indicator.id).or_default() += 1;
    }
    let of_concept = dataset.indicators.iter().filter(|i| i.concept == concept);
    of_concept.filter_map(|i| Some((i.id.clone(), i.name.clone(), counts.remove(&i.id)?))).collect()
}

/// The favoured concepts that the dataset has, filled up with those that have most outcomes.
fn favoured(concepts: &[(String, usize)]) -> Vec<String> {
    let has = |name: &str| concepts.iter().any(|(c, _)| c.eq_ignore_ascii_case(name));
    let mut chosen: Vec<String> = FAVOURED.iter().filter(|f| has(f)).map(|f| (*f).to_owned()).collect();
    let mut rest: Vec<&(String, usize)> = concepts.iter().filter(|(c, _)| !chosen.contains(c)).collect();
    rest.sort_by_key(|(concept, n)| (std::cmp::Reverse(*n), concept.clone()));
    chosen.extend(rest.into_iter().map(|(c, _)| c.clone()).take(FAVOURED.len().saturating_sub(chosen.len())));
    chosen
}

fn forms(dataset: &Dataset) -> Vec<(Form, usize)> {
    let count = |form: Form| dataset.outcomes().filter(|l| l.outcome.published.form() == form).count();
    Form::ALL.into_iter().map(|form| (form, count(form))).filter(|(_, n)| *n > 0).collect()
}

/// More councils than this are read by region, where the dataset has regions.
const READ_IN_ONE: usize = 60;

fn is_read_by_region(dataset: &Dataset) -> bool {
    let mut councils = dataset.councils.iter().filter(|c| c.kind.is_council());
    councils.clone().count() > READ_IN_ONE && councils.any(|c| !c.region.is_empty())
}

fn counts(dataset: &Dataset, roles: &[Role]) -> HashMap<CouncilId, usize> {
    let mut counts = HashMap::new();
    for located in dataset.outcomes().filter(|l| roles.contains(&l.outcome.role)) {
        for place in &located.outcome.places {
            *counts.entry(place.clone()).or_default() += 1;
        }
    }
    counts
}

fn sorted(words: impl Iterator<Item = String>) -> Vec<String> {
    let mut words: Vec<String> = words.filter(|w| !w.is_empty()).collect();
    words.sort_unstable();
    words.dedup();
    words
}
