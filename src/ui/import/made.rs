//! What will be made of the tables: indicators, periods, places and filters, and what a person says of them.

use egui::Ui;

use crate::app::{
    FilterKept, FilterUse, ImportFact, ImportFindingKind, ImportResult, ImportStep, IndicatorFact, MissingName,
    RoleProfile,
};
use crate::edit::forms;
use crate::model::Indicator;
use crate::say;
use crate::theme::{Type, space};

use super::ImportForm;
use crate::ui::controls::{HeadingLevel, Indent, bold, caution, fold_ui, heading, quiet, selector_ui};

/// The height of an indicator that is not in sight, in points, as long as it was not drawn.
const INDICATOR: f32 = 60.0;
/// How many names are told in a line.
const NAMES: usize = 40;

impl ImportForm<'_> {
    pub(super) fn made_ui(&mut self, ui: &mut Ui, result: &ImportResult) {
        let draft = &result.draft;
        heading(ui, bold(say!("import-window-made"), Type::Body), HeadingLevel::Second);
        let (numbers, symbols) = result.counts;
        ui.label(say!(
            "import-window-summary",
            statistics = draft.statistics.len(),
            indicators = draft.indicators.len(),
            places = draft.places.len(),
            numbers = numbers,
            symbols = symbols
        ));
        self.missing_ui(ui, result);
        self.gaps_ui(ui);
        if !draft.indicators.is_empty() {
            Self::section_ui(ui, say!("import-window-indicators"));
            ui.label(quiet(say!("import-window-indicators-hint"), self.tokens));
            self.indicators_ui(ui, &draft.indicators);
        }
        if !result.periods.is_empty() {
            Self::section_ui(ui, say!("import-window-periods"));
            let names = listed(&result.periods);
            ui.label(say!("import-window-periods-found", n = result.periods.len(), names = names));
        }
        self.places_ui(ui, result);
        self.filters_ui(ui);
        self.facts_ui(ui);
    }

    fn section_ui(ui: &mut Ui, words: &str) {
        ui.add_space(space::XS);
        heading(ui, bold(words, Type::Small), HeadingLevel::Third);
    }

    /// What the profile names and no table has is asked about, not guessed.
    fn missing_ui(&mut self, ui: &mut Ui, result: &ImportResult) {
        if result.missing.is_empty() {
            return;
        }
        caution(ui, self.tokens, say!("import-window-missing"));
        for name in &result.missing {
            let mut choices = vec![
                (None, say!("import-window-please-choose").to_owned()),
                (Some(None), say!("import-window-not-there").to_owned()),
            ];
            let (label, known) = match name {
                MissingName::Column(name) => {
                    let mut headings: Vec<String> = Vec::new();
                    for column in result.draft.shown.iter().flat_map(|table| &table.columns) {
                        let is_named = self.dialog.profile.columns.contains_key(&column.heading);
                        if !column.heading.is_empty() && !is_named && !headings.contains(&column.heading) {
                            headings.push(column.heading.clone());
                        }
                    }
                    (say!("import-window-missing-column", name = name.as_str()), headings)
                }
                MissingName::Indicator(name) => {
                    let profile = &self.dialog.profile;
                    let is_free = |origin: &&String| !profile.indicators.iter().any(|known| known.from == **origin);
                    let names: Vec<String> = result.draft.origins.values().filter(is_free).cloned().collect();
                    (say!("import-window-missing-indicator", name = name.as_str()), names)
                }
            };
            choices.extend(known.into_iter().map(|name| (Some(Some(name.clone())), name)));
            ui.horizontal_wrapped(|ui| {
                ui.label(&label);
                if let Some(Some(is)) = choose_ui(ui, &label, 220.0, &None, &choices) {
                    self.steps.push(ImportStep::Rename(name.clone(), is));
                }
            });
        }
    }

    /// The period and the place of a table that says none itself.
    fn gaps_ui(&mut self, ui: &mut Ui) {
        let Some(table) = self.dialog.shown() else { return };
        let is_period = |role: Option<RoleProfile>| role == Some(RoleProfile::Period);
        let (file, columns) = (table.file.clone(), &table.columns);
        if columns.iter().all(|column| column.role != Some(RoleProfile::Value)) {
            // A cover, or notes.
            return;
        }
        let has_place = columns.iter().any(|column| column.is_place || column.role.is_some_and(is_place));
        if columns.iter().all(|column| column.period.is_none() && !is_period(column.role)) {
            let label = say!("import-window-period-of", file = file.as_str());
            let current = self.dialog.period_of(&file).to_owned();
            ui.horizontal_wrapped(|ui| {
                if let Some(text) = self.labelled_ui(ui, "period", &label, &current, 110.0) {
                    self.steps.push(ImportStep::SetPeriod(file, text));
                }
            });
        }
        if !has_place {
            let current = self.dialog.fact(ImportFact::Place).to_owned();
            ui.horizontal_wrapped(|ui| {
                if let Some(text) = self.labelled_ui(ui, "place", ImportFact::Place.label(), &current, 180.0) {
                    self.steps.push(ImportStep::SetFact(ImportFact::Place, text));
                }
            });
        }
    }

    fn indicators_ui(&mut self, ui: &mut Ui, indicators: &[Indicator]) {
        let in_sight = ui.clip_rect().expand(2.0 * INDICATOR);
        for indicator in indicators {
            let place = egui::Rect::from_min_size(ui.cursor().min, egui::vec2(ui.available_width(), INDICATOR));
            if in_sight.intersects(place) {
                self.indicator_ui(ui, indicator);
            } else {
                ui.allocate_rect(place, egui::Sense::hover());
            }
        }
    }

    fn indicator_ui(&mut self, ui: &mut Ui, indicator: &Indicator) {
        let from = self.dialog.origin(indicator).to_owned();
        let set = |fact: IndicatorFact, text: String| ImportStep::SetIndicator(from.clone(), fact, text);
        let text = |form: &Self, fact: IndicatorFact| form.dialog.indicator_text(indicator, fact);
        let name = say!("import-window-name-of", name = from.as_str());
        let current = text(self, IndicatorFact::Name);
        if let Some(text) = self.text_ui(ui, (&from, "name"), &current, f32::INFINITY, &name) {
            self.steps.push(set(IndicatorFact::Name, text));
        }
        ui.horizontal_wrapped(|ui| {
            let name = say!("import-window-unit-of", name = from.as_str());
            let current = text(self, IndicatorFact::Unit);
            if let Some(text) = self.text_ui(ui, (&from, "unit"), &current, 110.0, &name) {
                self.steps.push(set(IndicatorFact::Unit, text));
            }
            let name = say!("import-window-measure-of", name = from.as_str());
            let choices: Vec<(String, String)> = forms::measures()
                .into_iter()
                .map(|(measure, words, _)| (measure.keyword().to_owned(), words.to_owned()))
                .collect();
            let picked = choose_ui(ui, &name, 150.0, &text(self, IndicatorFact::Measure), &choices);
            self.steps.extend(picked.map(|word| set(IndicatorFact::Measure, word)));
            let name = say!("import-window-polarity-of", name = from.as_str());
            let known = forms::polarities().into_iter();
            let known = known.map(|(polarity, words, _)| (polarity.keyword().to_owned(), words.to_owned()));
            let open = (String::new(), say!("import-window-not-confirmed").to_owned());
            let choices: Vec<(String, String)> = [open].into_iter().chain(known).collect();
            let picked = choose_ui(ui, &name, 170.0, &text(self, IndicatorFact::Polarity), &choices);
            self.steps.extend(picked.map(|word| set(IndicatorFact::Polarity, word)));
        });
    }

    fn places_ui(&self, ui: &mut Ui, result: &ImportResult) {
        let is_unmatched = |kind: ImportFindingKind| {
            matches!(kind, ImportFindingKind::UnknownPlace | ImportFindingKind::CodeOfAnother)
        };
        let unmatched: Vec<&str> = result
            .draft
            .findings
            .iter()
            .filter(|finding| is_unmatched(finding.kind))
            .map(|finding| finding.sentence.as_str())
            .collect();
        if result.places.is_empty() && unmatched.is_empty() {
            return;
        }
        Self::section_ui(ui, say!("import-window-places"));
        let counts: Vec<String> = result
            .places
            .iter()
            .map(|(kind, n)| say!("import-window-places-found", kind = kind.label(), n = *n))
            .collect();
        ui.label(counts.join("; "));
        if !unmatched.is_empty() {
            ui.label(quiet(say!("import-window-not-matched"), self.tokens));
            for sentence in unmatched {
                ui.label(quiet(sentence, self.tokens));
            }
        }
    }

    fn filters_ui(&mut self, ui: &mut Ui) {
        let Some(table) = self.dialog.shown() else { return };
        let filters: Vec<FilterUse> = table.filters.iter().filter(|filter| filter.values.len() > 1).cloned().collect();
        if filters.is_empty() {
            return;
        }
        Self::section_ui(ui, say!("import-window-filters"));
        for filter in filters {
            let name = say!("import-window-keep-of", filter = filter.heading.as_str());
            let mut choices: Vec<(FilterKept, String)> =
                filter.values.iter().map(|value| (FilterKept::One(value.clone()), value.clone())).collect();
            choices.push((FilterKept::Each, say!("import-window-each").to_owned()));
            choices.push((FilterKept::All, say!("import-window-keep-understood").to_owned()));
            ui.horizontal_wrapped(|ui| {
                ui.label(&name);
                if let Some(kept) = choose_ui(ui, &name, 240.0, &filter.kept, &choices) {
                    self.steps.push(ImportStep::SetFilter(filter.heading.clone(), kept));
                }
            });
        }
    }

    /// What the tables don't say of the publication.
    fn facts_ui(&mut self, ui: &mut Ui) {
        ui.add_space(space::XS);
        let words = say!("import-window-facts");
        fold_ui(ui, words, words, "import-facts", Indent::Flush, |ui| {
            for fact in ImportFact::OF_PUBLICATION {
                let current = self.dialog.fact(fact).to_owned();
                if let Some(text) = self.labelled_ui(ui, fact.label(), fact.label(), &current, f32::INFINITY) {
                    self.steps.push(ImportStep::SetFact(fact, text));
                }
            }
        });
    }
}

/// A box of choices that comes into sight with the keyboard; gives what was chosen anew.
fn choose_ui<T: Clone + PartialEq>(
    ui: &mut Ui,
    name: &str,
    width: f32,
    chosen: &T,
    choices: &[(T, String)],
) -> Option<T> {
    let (picked, response) = selector_ui(ui, name, width, chosen, choices);
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    picked
}

/// Whether a column of this role says the place of its rows.
fn is_place(role: RoleProfile) -> bool {
    !matches!(
        role,
        RoleProfile::Level
            | RoleProfile::Period
            | RoleProfile::PeriodKind
            | RoleProfile::Filter
            | RoleProfile::Value
            | RoleProfile::LeaveOut
    )
}

/// The first of some names, as a list.
fn listed(names: &[String]) -> String {
    let shown = names.iter().take(NAMES).cloned().collect::<Vec<_>>().join(", ");
    if names.len() > NAMES { shown + " …" } else { shown }
}
