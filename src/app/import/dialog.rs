//! The dialog of an import: the files, what was said of them, what was made, and what stands in the way of going ahead.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use crate::import::{FilterKept, IndicatorProfile, Profile, ReleaseProfile, RoleProfile, ShownTable};
use crate::model::Indicator;
use crate::progress::Progress;
use crate::say;

use super::conflicts::{ConflictAnswer, ImportConflict, ImportPlan};
use super::reading::{ImportResult, ImportSource};
use super::steps::{ColumnChoice, ImportFact, ImportStep, IndicatorFact, MissingName, ProfileQuestion};
use crate::app::{ActiveTask, Cancellation};

/// The word of a profile that makes an indicator of every value of a filter.
const EACH: &str = "each";

/// What goes on in the background.
pub(super) struct ImportWork {
    pub(super) number: u64,
    pub(super) words: &'static str,
    pub(super) work: Arc<Progress>,
    /// Whether it makes what is shown.
    pub(super) is_reading: bool,
}

/// The conflicts, and what was answered so far.
pub struct ConflictStage {
    /// All of them.
    pub conflicts: Vec<ImportConflict>,
    /// The answers to the first of them.
    pub answers: Vec<ConflictAnswer>,
    /// Whether the next answer is for all that follow.
    pub for_all: bool,
    pub(super) plan: Arc<ImportPlan>,
}

/// The question for a profile.
pub struct ProfileDialog {
    /// For what.
    pub question: ProfileQuestion,
    /// The path as typed.
    pub path: String,
    /// Whether a file that is there may be replaced.
    pub replace: bool,
    /// What went wrong, in a sentence.
    pub fault: Option<String>,
}

/// The open dialog.
#[derive(Default)]
pub struct ImportDialog {
    /// The files that were read.
    pub files: Vec<ImportSource>,
    /// Files that could not be read, a sentence each.
    pub faults: Vec<String>,
    /// What was said of them.
    pub profile: Profile,
    /// The path that is being typed.
    pub path: String,
    /// What was made of the files last; `None` before the first time.
    pub result: Option<Arc<ImportResult>>,
    /// Which table is shown, by its number.
    pub table: usize,
    /// The row that was asked for last, and how often rows were asked for.
    pub row: Option<(u32, u64)>,
    /// Whether reading was stopped, so that what is shown may not be what was asked for.
    pub is_stopped: bool,
    /// Why what was typed can't be used, in a sentence.
    pub fault: Option<String>,
    /// Whether the desktop was found to have no file dialog.
    pub no_desktop_dialog: bool,
    /// The question for a profile, while it is asked.
    pub asking: Option<ProfileDialog>,
    /// What was done last with a profile, in a sentence.
    pub told: Option<String>,
    /// The conflicts, while they are asked about.
    pub stage: Option<ConflictStage>,
    pub(super) work: Option<ImportWork>,
    /// Files that were added and have not been read.
    pub(super) added: Vec<PathBuf>,
    /// Since when what is shown is older than what was said, in seconds.
    pub(super) stale_since: Option<f64>,
    /// The indicators as they are typed, by the name that the import gave them.
    typed: BTreeMap<String, IndicatorProfile>,
}

impl ImportDialog {
    /// Whether what is shown is older than what was said.
    pub fn is_stale(&self) -> bool {
        self.stale_since.is_some() || self.work.is_some() || self.is_stopped
    }

    /// What goes on, for whoever waits for it.
    pub fn busy(&self) -> Option<ActiveTask> {
        let work = self.work.as_ref()?;
        let share = work.work.share();
        Some(ActiveTask { words: work.words, share: (share > 0.0).then_some(share), stop: Cancellation::Can })
    }

    /// The table that is shown; `None` while there is none.
    pub fn shown(&self) -> Option<&ShownTable> {
        self.result.as_ref()?.draft.shown.get(self.table)
    }

    /// What a column of the table that is shown is taken for.
    pub fn choice_of(&self, table: &ShownTable, column: usize) -> ColumnChoice {
        let Some(column) = table.columns.get(column) else { return ColumnChoice::Label };
        // What was chosen is shown at once; once it was read again, what came of it.
        let is_old = self.is_stale();
        let said = self.profile.columns.get(&column.heading).copied().filter(|_| is_old);
        let role = said.or(column.role);
        let filter = table.filters.iter().find(|filter| filter.heading == column.heading);
        let kept = self.profile.filters.get(&column.heading).map(String::as_str).filter(|_| is_old);
        let is_each = kept.map_or(filter.is_some_and(|filter| filter.kept == FilterKept::Each), |kept| kept == EACH);
        match role {
            None => ColumnChoice::Label,
            Some(RoleProfile::Filter) if is_each => ColumnChoice::WhichIndicator,
            Some(role) => ColumnChoice::Role(role),
        }
    }

    /// What is known of a fact as it was typed; empty where nothing was.
    pub fn fact(&self, fact: ImportFact) -> &str {
        match fact {
            ImportFact::Title => &self.profile.title,
            ImportFact::Publication => &self.profile.release.title,
            ImportFact::Publisher => &self.profile.release.publisher,
            ImportFact::Released => &self.profile.release.released,
            ImportFact::Licence => &self.profile.release.licence,
            ImportFact::Place => &self.profile.place,
        }
    }

    /// The period that was typed for a file; empty where none was.
    pub fn period_of(&self, file: &str) -> &str {
        self.profile.releases.get(file).map_or("", |release| release.period.as_str())
    }

    /// What was typed of an indicator, or else what it is.
    pub fn indicator_text(&self, indicator: &Indicator, fact: IndicatorFact) -> String {
        let from = self.origin(indicator);
        let typed = self.typed.get(from).or_else(|| self.profile.indicators.iter().find(|known| known.from == from));
        let (said, own) = match fact {
            IndicatorFact::Name => (typed.map(|typed| &typed.name), indicator.name.clone()),
            IndicatorFact::Unit => (typed.map(|typed| &typed.unit), indicator.unit.as_str().to_owned()),
            IndicatorFact::Measure => (typed.map(|typed| &typed.measure), indicator.measure.keyword().to_owned()),
            // It is empty until a person has said it, whatever stands in the draft.
            IndicatorFact::Polarity => (typed.map(|typed| &typed.polarity), String::new()),
        };
        said.filter(|said| !said.is_empty()).cloned().unwrap_or(own)
    }

    /// The name that the import gave an indicator.
    pub fn origin<'a>(&'a self, indicator: &'a Indicator) -> &'a str {
        let origins = self.result.as_ref().map(|result| &result.draft.origins);
        origins.and_then(|origins| origins.get(&indicator.id)).map_or(indicator.name.as_str(), String::as_str)
    }

    /// What stands in the way of making anything, as a sentence.
    pub fn obstacle(&self) -> Option<String> {
        if self.stale_since.is_some() || self.work.is_some() {
            return Some(say!("import-window-being-read").to_owned());
        }
        if self.is_stopped {
            return Some(say!("import-window-was-stopped").to_owned());
        }
        let Some(result) = &self.result else { return Some(say!("import-window-no-files").to_owned()) };
        if result.draft.is_empty() {
            return Some(say!("import-window-nothing").to_owned());
        }
        self.fault.clone().or_else(|| result.errors.first().cloned())
    }

    /// Takes up what was said of the tables; tells whether it has to be read again.
    pub(super) fn say(&mut self, step: ImportStep) -> bool {
        let profile = &mut self.profile;
        #[expect(clippy::wildcard_enum_match_arm, reason = "only these steps say something of the tables")]
        match step {
            ImportStep::SetColumn(heading, choice) => set_column(profile, heading, choice),
            ImportStep::SetFilter(heading, kept) => match kept {
                FilterKept::One(value) => drop(profile.filters.insert(heading, value)),
                FilterKept::Each => drop(profile.filters.insert(heading, EACH.to_owned())),
                FilterKept::All => drop(profile.filters.remove(&heading)),
            },
            ImportStep::SetSheet(sheet) => profile.sheet = sheet,
            ImportStep::SetPeriod(file, period) => {
                let release = profile.releases.entry(file.clone()).or_default();
                release.period = period;
                if *release == ReleaseProfile::default() {
                    profile.releases.remove(&file);
                }
            }
            ImportStep::SetFact(fact, text) => match fact {
                ImportFact::Title => profile.title = text,
                ImportFact::Publication => profile.release.title = text,
                ImportFact::Publisher => profile.release.publisher = text,
                ImportFact::Released => profile.release.released = text,
                ImportFact::Licence => profile.release.licence = text,
                ImportFact::Place => profile.place = text,
            },
            ImportStep::SetIndicator(from, fact, text) => self.set_indicator(&from, fact, text),
            ImportStep::Rename(was, is) => rename(profile, was, is),
            _ => return false,
        }
        true
    }

    fn set_indicator(&mut self, from: &str, fact: IndicatorFact, text: String) {
        let list = &mut self.profile.indicators;
        let at = list.iter().position(|known| known.from == from).unwrap_or_else(|| {
            list.push(IndicatorProfile { from: from.to_owned(), ..IndicatorProfile::default() });
            list.len() - 1
        });
        let Some(known) = list.get_mut(at) else { return };
        match fact {
            IndicatorFact::Name => known.name = text,
            IndicatorFact::Unit => known.unit = text,
            IndicatorFact::Measure => known.measure = text,
            IndicatorFact::Polarity => known.polarity = text,
        }
    }

    /// What was understood and changed, as a profile for the next release: the roles of columns too, so that one that is called
    /// otherwise then is asked about.
    pub(super) fn whole_profile(&self) -> Profile {
        let mut profile = self.profile.clone();
        let Some(result) = &self.result else { return profile };
        for table in &result.draft.shown {
            let is_understood = |table: &ShownTable| !table.filters.is_empty() || table.header.is_some();
            if !is_understood(table) {
                continue;
            }
            for column in table.columns.iter().filter(|column| !column.heading.is_empty()) {
                let Some(role) = column.role.filter(|_| !column.is_place && column.period.is_none()) else { continue };
                // A heading that stands twice, or is another thing in another table, can't be said by its words alone.
                let is_single = |other: &&ShownTable| {
                    other.columns.iter().filter(|known| known.heading == column.heading).count() <= 1
                };
                if result.draft.shown.iter().all(|table| is_single(&table)) {
                    profile.columns.entry(column.heading.clone()).or_insert(role);
                }
            }
            for filter in &table.filters {
                let kept = match &filter.kept {
                    FilterKept::One(value) => value.clone(),
                    FilterKept::Each => EACH.to_owned(),
                    FilterKept::All => continue,
                };
                profile.filters.entry(filter.heading.clone()).or_insert(kept);
            }
        }
        for indicator in &result.draft.indicators {
            let from = self.origin(indicator);
            if !profile.indicators.iter().any(|known| known.from == from) {
                profile.indicators.push(IndicatorProfile {
                    from: from.to_owned(),
                    unit: indicator.unit.as_str().to_owned(),
                    measure: indicator.measure.keyword().to_owned(),
                    ..IndicatorProfile::default()
                });
            }
        }
        profile
    }
}

fn set_column(profile: &mut Profile, heading: String, choice: ColumnChoice) {
    profile.filters.remove(&heading);
    match choice {
        ColumnChoice::Understood | ColumnChoice::Label => drop(profile.columns.remove(&heading)),
        ColumnChoice::Role(role) => drop(profile.columns.insert(heading, role)),
        ColumnChoice::WhichIndicator => {
            profile.filters.insert(heading.clone(), EACH.to_owned());
            profile.columns.insert(heading, RoleProfile::Filter);
        }
    }
}

fn rename(profile: &mut Profile, was: MissingName, is: Option<String>) {
    match was {
        MissingName::Column(was) => {
            let (role, kept) = (profile.columns.remove(&was), profile.filters.remove(&was));
            if let Some(is) = is {
                if let Some(role) = role {
                    profile.columns.insert(is.clone(), role);
                }
                if let Some(kept) = kept {
                    profile.filters.insert(is, kept);
                }
            }
        }
        MissingName::Indicator(was) => {
            let at = profile.indicators.iter().position(|known| known.from == was);
            match (at, is) {
                (Some(at), None) => drop(profile.indicators.remove(at)),
                (Some(_), Some(is)) => {
                    profile.indicators.retain(|known| known.from != is);
                    let named = profile.indicators.iter_mut().find(|known| known.from == was);
                    if let Some(known) = named {
                        // It keeps the name that it had, so that it stays the same indicator.
                        if known.name.is_empty() {
                            known.name = std::mem::take(&mut known.from);
                        }
                        known.from = is;
                    }
                }
                (None, _) => {}
            }
        }
    }
}
