//! A view that is kept in the dataset under a name: which room, whom, what, in which order and words.
//!
//! It holds what the reader chose, not what came of it, so that it goes on to fit a dataset that has grown. Whether small counts are
//! suppressed is no part of it: that is for whoever looks at it to choose, and must not come back on or off with a view.

use std::collections::HashSet;
use strum::{EnumCount, VariantArray};

use crate::say;

use super::{
    Council, CouncilId, CouncilKind, Dataset, FigureKind, Filter, Form, IndicatorId, Order, Role, SavedViewId,
    SeriesScale, SourceId, View,
};

/// The room that a kept view is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default, EnumCount, VariantArray)]
pub enum ViewRoom {
    /// Everything, by topic.
    Overview,
    /// One concept, many councils.
    #[default]
    Compare,
    /// A few councils as columns.
    SideBySide,
    /// One council.
    Council,
}

impl ViewRoom {
    /// Every room of which a view can be kept.
    pub const ALL: [Self; Self::COUNT] = every!();

    /// The word in a view's short text.
    pub fn keyword(self) -> &'static str {
        match self {
            Self::Overview => "overview",
            Self::Compare => "compare",
            Self::SideBySide => "side-by-side",
            Self::Council => "council",
        }
    }

    /// How many councils it has to name; `None` where any number will do, and none as well.
    pub fn councils(self) -> Option<std::ops::RangeInclusive<usize>> {
        match self {
            Self::Overview | Self::Compare => None,
            Self::SideBySide => FigureKind::SideBySide.councils(),
            Self::Council => Some(1..=1),
        }
    }
}

/// Whether a kept view shows a figure or its table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default, EnumCount, VariantArray)]
pub enum ShownAs {
    /// The figure.
    #[default]
    Figure,
    /// The same outcomes as rows.
    Table,
}

impl ShownAs {
    /// Both.
    pub const ALL: [Self; Self::COUNT] = every!();

    /// The word in a view's short text.
    pub fn keyword(self) -> &'static str {
        match self {
            Self::Figure => "figure",
            Self::Table => "table",
        }
    }
}

/// A place where words of a figure stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumCount, VariantArray)]
pub enum WordingSlot {
    /// The headline.
    Title,
    /// The line below it.
    Subtitle,
    /// A note of a rule.
    Note,
    /// The alternative text.
    Alt,
}

impl WordingSlot {
    /// Every place.
    pub const ALL: [Self; Self::COUNT] = every!();

    /// The word in a view's short text.
    pub fn keyword(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Subtitle => "subtitle",
            Self::Note => "note",
            Self::Alt => "alt",
        }
    }
}

/// Words that a reader wrote in place of others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangedWords {
    /// Where they stand.
    pub place: WordingSlot,
    /// The words in whose place they stand. Where the data say something else by now, the change lapses.
    pub was: String,
    /// The reader's words.
    pub is: String,
}

/// A reader's own words for a figure; by default none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnWords {
    /// Words that were changed.
    pub changed: Vec<ChangedWords>,
    /// Notes that were left out, as they were written.
    pub left_out: Vec<String>,
    /// The reader's own note; empty where there is none.
    pub note: String,
}

impl OwnWords {
    /// Whether no word is the reader's own.
    pub fn is_empty(&self) -> bool {
        self == &Self::default()
    }
}

/// A view that is kept under a name. What a room does not ask for stands at its default.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedView {
    /// Unique among the kept views.
    pub id: SavedViewId,
    /// What its reader calls it.
    pub name: String,
    /// The room.
    pub room: ViewRoom,
    /// Whether its figure is shown, or the table of that.
    pub shown_as: ShownAs,
    /// The councils it is about, in this order; everyone where it names none.
    pub councils: Vec<CouncilId>,
    /// The concept in Compare; empty in other rooms.
    pub concept: String,
    /// The one indicator of that concept; `None` where the rules choose (R2).
    pub indicator: Option<IndicatorId>,
    /// The kind of figure in Compare.
    pub kind: FigureKind,
    /// The order of rows in Compare.
    pub order: Order,
    /// What the axis of a trend counts.
    pub axis: SeriesScale,
    /// The first date of official statistics, as a period is written, or a year; empty for the latest two dates.
    pub from: String,
    /// The second date; empty where the first is.
    pub to: String,
    /// Councils of this region only; empty for all.
    pub region: String,
    /// Councils of this kind only; `None` for all.
    pub council_kind: Option<CouncilKind>,
    /// Outcomes of this topic only; empty for all. Compare does not ask for it.
    pub topic: String,
    /// Outcomes of this document only; `None` for all.
    pub source: Option<SourceId>,
    /// Outcomes of this form of evidence only; `None` for all.
    pub form: Option<Form>,
    /// Whether estimates, targets and plans are shown (R9).
    pub shows_unreal: bool,
    /// Whether the figure of the Overview shows context.
    pub shows_context: bool,
    /// The reader's own words for its figure.
    pub words: OwnWords,
}

impl Default for SavedView {
    fn default() -> Self {
        Self {
            id: SavedViewId::new(""),
            name: String::new(),
            room: ViewRoom::default(),
            shown_as: ShownAs::default(),
            councils: Vec::new(),
            concept: String::new(),
            indicator: None,
            kind: FigureKind::default(),
            order: Order::default(),
            axis: SeriesScale::default(),
            from: String::new(),
            to: String::new(),
            region: String::new(),
            council_kind: None,
            topic: String::new(),
            source: None,
            form: None,
            shows_unreal: false,
            shows_context: false,
            words: OwnWords::default(),
        }
    }
}

/// A field of a kept view that names something of the dataset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ViewField {
    /// The council of this number, from 0.
    Council(usize),
    /// The concept.
    Concept,
    /// The indicator.
    Indicator,
    /// The region.
    Region,
    /// The topic.
    Topic,
    /// The document.
    Source,
}

impl ViewField {
    /// Its path in the view, as findings write it.
    pub fn path(self) -> String {
        match self {
            Self::Council(n) => format!("councils[{n}]"),
            Self::Concept => "concept".to_owned(),
            Self::Indicator => "indicator".to_owned(),
            Self::Region => "region".to_owned(),
            Self::Topic => "topic".to_owned(),
            Self::Source => "source".to_owned(),
        }
    }
}

/// Something that a kept view names and the dataset does not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AbsentName {
    /// Where it is named.
    pub field: ViewField,
    /// The name, as written.
    pub name: String,
}

impl AbsentName {
    /// What is not there, as a sentence without its full stop.
    pub fn sentence(&self) -> String {
        let name = self.name.as_str();
        match self.field {
            ViewField::Council(_) => say!("view-no-council", name = name),
            ViewField::Concept => say!("view-no-concept", name = name),
            ViewField::Indicator => say!("view-no-indicator", name = name),
            ViewField::Region => say!("view-no-region", name = name),
            ViewField::Topic => say!("view-no-topic", name = name),
            ViewField::Source => say!("view-no-source", name = name),
        }
    }
}

impl SavedView {
    /// The kind of figure that it shows.
    pub fn figure_kind(&self) -> FigureKind {
        match self.room {
            ViewRoom::Overview | ViewRoom::Council => FigureKind::Profile,
            ViewRoom::SideBySide => FigureKind::SideBySide,
            ViewRoom::Compare => self.kind,
        }
    }

    /// The same without context, which the figure of the Overview shows only where it was asked for, or where there is nothing else.
    fn without_context(&self, view: View, dataset: &Dataset) -> View {
        if self.shows_context || self.shown_as == ShownAs::Table {
            return view;
        }
        let others: Vec<Role> =
            Role::ALL.into_iter().filter(|role| view.roles.asks_for(role) && *role != Role::Context).collect();
        let without = View { roles: others.into(), ..view.clone() };
        if without.select(dataset).is_empty() { view } else { without }
    }

    /// What it asks for of a dataset: the same as the window asks for where the view is open.
    pub fn view(&self, dataset: &Dataset) -> View {
        let roles: Filter<Role> =
            Role::ALL.into_iter().filter(|role| self.shows_unreal || role.is_shown_by_default()).collect();
        let whole = View { roles, ..View::default() };
        let filtered = View {
            councils: self.scope(dataset),
            sources: self.source.clone().into(),
            forms: self.form.into(),
            ..whole.clone()
        };
        match self.room {
            ViewRoom::Overview => self.without_context(View { topics: self.topics(), ..filtered }, dataset),
            ViewRoom::Council => {
                View { councils: self.councils.first().cloned().into(), topics: self.topics(), ..filtered }
            }
            ViewRoom::SideBySide => {
                let most = FigureKind::SideBySide.councils().map_or(0, |many| *many.end());
                View { councils: self.councils.iter().take(most).cloned().collect(), ..whole }
            }
            ViewRoom::Compare => {
                let of_concept = dataset.indicators.iter().filter(|i| i.concept == self.concept);
                let indicators = match &self.indicator {
                    Some(chosen) => vec![chosen.clone()],
                    None => of_concept.map(|i| i.id.clone()).collect(),
                };
                let mut view = View { indicators: indicators.into(), order: self.order, scale: self.axis, ..filtered };
                if !self.councils.is_empty() {
                    // Context stays beside the councils that are named.
                    let context = dataset.councils.iter().filter(|c| !c.kind.is_council());
                    view.councils.add(context.map(|c| c.id.clone()));
                }
                view
            }
        }
    }

    /// What it names and the dataset does not have, in the order of its fields.
    pub fn absent(&self, dataset: &Dataset) -> Vec<AbsentName> {
        let mut absent = Vec::new();
        let mut look = |is_there: bool, field: ViewField, name: &str| {
            if !is_there && !name.is_empty() {
                absent.push(AbsentName { field, name: name.to_owned() });
            }
        };
        let councils: HashSet<&CouncilId> = dataset.councils.iter().map(|c| &c.id).collect();
        for (n, id) in self.councils.iter().enumerate() {
            look(councils.contains(id), ViewField::Council(n), id.as_str());
        }
        let has_concept = dataset.indicators.iter().any(|i| i.concept == self.concept);
        look(has_concept, ViewField::Concept, &self.concept);
        if let Some(id) = &self.indicator {
            look(dataset.indicator(id).is_some(), ViewField::Indicator, id.as_str());
        }
        look(dataset.councils.iter().any(|c| c.region == self.region), ViewField::Region, &self.region);
        let has_topic = dataset.indicators.iter().any(|i| i.topic == self.topic)
            || dataset.programmes.iter().any(|p| p.topic == self.topic);
        look(has_topic, ViewField::Topic, &self.topic);
        if let Some(id) = &self.source {
            look(dataset.source(id).is_some(), ViewField::Source, id.as_str());
        }
        absent
    }

    /// The view without what the dataset does not have.
    #[must_use]
    pub fn with_what_is_there(mut self, dataset: &Dataset) -> Self {
        let absent = self.absent(dataset);
        self.councils.retain(|id| dataset.council(id).is_some());
        for AbsentName { field, .. } in absent {
            match field {
                ViewField::Council(_) => {}
                ViewField::Concept => self.concept.clear(),
                ViewField::Indicator => self.indicator = None,
                ViewField::Region => self.region.clear(),
                ViewField::Topic => self.topic.clear(),
                ViewField::Source => self.source = None,
            }
        }
        self
    }

    /// What it shows, in a line of words.
    pub fn in_words(&self, dataset: &Dataset) -> String {
        let councils = dataset.names(&self.councils, say!("list-comma"));
        let mut words = vec![match self.room {
            ViewRoom::Overview => say!("view-words-overview").to_owned(),
            ViewRoom::Compare => say!("view-words-compare", concept = self.concept.as_str()),
            ViewRoom::SideBySide => say!("view-words-side-by-side").to_owned(),
            ViewRoom::Council => say!("view-words-council").to_owned(),
        }];
        let indicator = self.indicator.as_ref().and_then(|id| dataset.indicator(id));
        words.extend(indicator.map(|indicator| indicator.name.clone()));
        words.extend(Some(councils).filter(|councils| !councils.is_empty()));
        if self.room == ViewRoom::Compare {
            words.push(self.kind.label().to_owned());
            words.push(self.order.label().to_owned());
        }
        if self.kind == FigureKind::Trend {
            words.push(self.axis.label().to_owned());
        }
        if !self.from.is_empty() {
            words.push(say!("view-words-dates", from = self.from.as_str(), to = self.to.as_str()));
        }
        words.extend([&self.region, &self.topic].into_iter().filter(|text| !text.is_empty()).cloned());
        words.extend(self.council_kind.map(|kind| kind.label().to_owned()));
        let source = self.source.as_ref().and_then(|id| dataset.source(id));
        words.extend(source.map(|source| source.title.clone()));
        words.extend(self.form.map(|form| form.label().to_owned()));
        words.extend(self.shows_unreal.then(|| say!("view-words-unreal").to_owned()));
        words.extend(self.shows_context.then(|| say!("view-words-context").to_owned()));
        words.extend((self.shown_as == ShownAs::Table).then(|| say!("view-words-table").to_owned()));
        words.extend((!self.words.is_empty()).then(|| say!("view-words-own").to_owned()));
        words.join(say!("list-semicolon"))
    }

    fn topics(&self) -> Filter<String> {
        Filter::of_named(Some(self.topic.clone()).filter(|topic| !topic.is_empty()).into_iter().collect())
    }

    /// Whom it is about, as far as region and kind let them through.
    fn scope(&self, dataset: &Dataset) -> Filter<CouncilId> {
        let fits = |council: &&Council| {
            (self.region.is_empty() || council.region == self.region)
                && self.council_kind.is_none_or(|kind| council.kind == kind)
        };
        let narrows = !self.region.is_empty() || self.council_kind.is_some();
        match (self.councils.is_empty(), narrows) {
            (true, false) => Filter::All,
            (true, true) => dataset.councils.iter().filter(fits).map(|c| c.id.clone()).collect(),
            (false, false) => self.councils.clone().into(),
            (false, true) => {
                let fitting: HashSet<&CouncilId> = dataset.councils.iter().filter(fits).map(|c| &c.id).collect();
                self.councils.iter().filter(|id| fitting.contains(id)).cloned().collect()
            }
        }
    }
}
