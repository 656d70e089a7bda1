//! Lists that parts name: places and cited documents. What is missing is made where it is chosen.

use egui::Ui;

use crate::app::{Action, EditorAction, cite};
use crate::edit::{Edit, EditError, Part, PartPath, facts, new_parts};
use crate::model::{Council, CouncilId, Dataset, IndicatorId, Measure, Source, SourceId, SourceRef, same_name};
use crate::say;
use crate::theme::space;

use super::super::controls::{name_fold, quiet};
use super::super::shell::PanelContext;
use super::choices::{Choice, chips_ui, chooser_ui, fits, whole};
use super::field::{Field, FieldMeaning, findings_ui, label_ui, text_ui};
use super::forms::too_long;
use super::indicator_form::NOT_STATED;

/// A list of councils: whose, in the words of its field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CouncilList {
    /// Where figures are from.
    Places,
    /// Whose programme it is.
    Councils,
    /// Which councils followed one.
    Successors,
    /// Which councils a group has.
    Members,
}

impl CouncilList {
    /// Its label.
    pub fn label(self) -> &'static str {
        match self {
            Self::Places => say!("fields-places"),
            Self::Councils => say!("fields-councils"),
            Self::Successors => say!("fields-successors"),
            Self::Members => say!("fields-members"),
        }
    }

    /// The label of the field that adds one more.
    pub fn add(self) -> &'static str {
        match self {
            Self::Places => say!("fields-places.add"),
            Self::Councils => say!("fields-councils.add"),
            Self::Successors => say!("fields-successors.add"),
            Self::Members => say!("fields-members.add"),
        }
    }

    /// What takes the council of this name out.
    pub fn take_out(self, name: &str) -> String {
        match self {
            Self::Places => say!("fields-places.out", name = name),
            Self::Councils => say!("fields-councils.out", name = name),
            Self::Successors => say!("fields-successors.out", name = name),
            Self::Members => say!("fields-members.out", name = name),
        }
    }
}

/// A council that may be chosen.
#[derive(Clone, Debug)]
pub(super) enum CouncilOffer {
    /// It is in the dataset.
    There(CouncilId),
    /// It would be made.
    New(Box<Council>),
}

/// The councils that fit a text: those of the dataset, then known ones, then one of this name.
pub(super) fn council_offers(dataset: &Dataset, text: &str, chosen: &[CouncilId]) -> Vec<Choice<CouncilOffer>> {
    let there = dataset.councils.iter().filter(|c| !chosen.contains(&c.id));
    let fitting = there.filter(|c| fits(&c.name, text) || c.aliases.iter().any(|alias| fits(alias, text)));
    let mut offers: Vec<Choice<CouncilOffer>> = fitting
        .map(|c| Choice {
            value: CouncilOffer::There(c.id.clone()),
            name: c.name.clone(),
            hint: c.kind.label().to_owned(),
        })
        .collect();
    // The one that is meant comes first.
    offers.sort_by_key(|offer| !same_name(&offer.name, text));
    for known in facts::suggest(text) {
        if dataset.councils.iter().any(|c| c.gss.as_deref() == Some(known.gss)) {
            continue;
        }
        let council = Box::new(known.council(dataset));
        offers.push(Choice {
            value: CouncilOffer::New(council),
            name: known.name.to_owned(),
            hint: say!("fields-council.new", hint = known.hint()),
        });
    }
    let name = text.trim();
    if is_a_name(name) && !offers.iter().any(|offer| same_name(&offer.name, name)) {
        let council = Box::new(new_parts::council(dataset, name));
        let hint = say!("fields-council.unknown").to_owned();
        offers.push(Choice { value: CouncilOffer::New(council), name: name.to_owned(), hint });
    }
    offers
}

/// Chips of councils with a field to add one. `change` makes the edit of the part from the new list.
pub(super) fn councils_ui(
    ui: &mut Ui,
    scene: &mut PanelContext<'_>,
    field: &Field<'_>,
    list: CouncilList,
    places: &[CouncilId],
    change: impl Fn(&Dataset, Vec<CouncilId>) -> Result<Edit, EditError>,
) {
    let dataset = scene.state.document.original.clone();
    ui.vertical(|ui| {
        ui.set_max_width(field.width);
        ui.spacing_mut().item_spacing.y = 4.0;
        if !places.is_empty() {
            label_ui(ui, scene.tokens, &Field { help: "", ..*field });
            let names: Vec<String> = places
                .iter()
                .map(|id| dataset.council(id).map_or(id.as_str(), |c| c.name.as_str()).to_owned())
                .collect();
            if let Some(out) = chips_ui(ui, scene, |name| list.take_out(name), &names) {
                let mut left = places.to_vec();
                left.remove(out);
                send(scene, change(&dataset, left));
            }
            findings_ui(ui, scene, field.place, field.name);
        }
        let name = if places.is_empty() { field.name.to_owned() } else { [field.name, " add"].concat() };
        let label = if places.is_empty() { field.label } else { list.add() };
        let adder = Field { name: &name, label, hint: say!("fields-council.hint"), ..*field };
        if let Some(picked) = chooser_ui(ui, scene, &adder, "", |text| council_offers(&dataset, text, places)) {
            send(scene, with_council(&dataset, picked, places, change));
            // The cursor stays, for the next one.
            scene.send(Action::Editor(EditorAction::Cursor(field.place, format!("{} add", field.name))));
        }
    });
}

/// The list with one more, which is made where it is new, as one step.
fn with_council(
    dataset: &Dataset,
    picked: CouncilOffer,
    places: &[CouncilId],
    change: impl Fn(&Dataset, Vec<CouncilId>) -> Result<Edit, EditError>,
) -> Result<Edit, EditError> {
    let mut places = places.to_vec();
    match picked {
        CouncilOffer::There(id) => {
            places.push(id);
            change(dataset, places)
        }
        CouncilOffer::New(council) => {
            places.push(council.id.clone());
            let add = Edit::add(dataset, PartPath::Council(dataset.councils.len()), *council)?;
            let mut edit = change(dataset, places)?;
            edit.swaps.splice(0..0, add.swaps);
            edit.field = None;
            Ok(edit)
        }
    }
}

/// Sends an edit, where it can be made.
pub(super) fn send(scene: &mut PanelContext<'_>, edit: Result<Edit, EditError>) {
    if let Ok(mut edit) = edit {
        // A choice is a step of its own.
        edit.field = None;
        scene.send(Action::Edit(Box::new(edit)));
    }
}

/// The documents that fit a text, and a new one of this title. `None` stands for the new one.
pub(super) fn source_offers(dataset: &Dataset, text: &str) -> Vec<Choice<Option<SourceId>>> {
    let mut offers: Vec<Choice<Option<SourceId>>> = dataset
        .sources
        .iter()
        .filter(|s| fits(&s.title, text))
        .map(|s| Choice { value: Some(s.id.clone()), name: s.title.clone(), hint: s.publisher.clone() })
        .collect();
    let title = text.trim();
    if is_a_name(title) && !offers.iter().any(|offer| offer.name.eq_ignore_ascii_case(title)) {
        offers.push(Choice { value: None, name: title.to_owned(), hint: say!("fields-source.new").to_owned() });
    }
    offers
}

/// Cited documents, each with the place in it.
pub(super) fn citations_ui(
    ui: &mut Ui,
    scene: &mut PanelContext<'_>,
    place: PartPath,
    cited: &[SourceRef],
    change: impl Fn(&Dataset, Vec<SourceRef>, &str) -> Result<Edit, EditError>,
) {
    let dataset = scene.state.document.original.clone();
    let width = whole(ui);
    for (nth, reference) in cited.iter().enumerate() {
        let source = dataset.source(&reference.source);
        let title = source.map_or(reference.source.as_str(), |s| s.title.as_str());
        ui.horizontal_wrapped(|ui| {
            ui.label(title);
            let button = ui.small_button(say!("fields-source.out"));
            let spoken = say!("fields-source.out-spoken", title = title);
            button.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Button, true, &spoken));
            if button.clicked() {
                let mut left = cited.to_vec();
                left.remove(nth);
                send(scene, change(&dataset, left, "sources"));
            }
        });
        let name = ["sources[", &nth.to_string(), "]"].concat();
        let label =
            if cited.len() == 1 { say!("fields-locator").to_owned() } else { say!("fields-locator.of", title = title) };
        let field = Field::line(place, &name, &label, width).hint(say!("fields-locator.hint"));
        let current = if reference.lines.is_empty() {
            reference.at.clone()
        } else {
            let lines: Vec<String> = reference.lines.iter().map(ToString::to_string).collect();
            // What `cite` reads, whatever the language.
            let word = if lines.len() == 1 { "line" } else { "lines" };
            format!("{word} {}", lines.join(", "))
        };
        text_ui(ui, scene, &field, &current, FieldMeaning::any, |dataset, text| {
            let mut list = cited.to_vec();
            if let (Some(at), Some(source)) = (list.get_mut(nth), dataset.source(&reference.source)) {
                *at = cite(source, &text);
            }
            change(dataset, list, &name)
        });
    }
    let name = if cited.is_empty() { "sources" } else { "sources-more" };
    let label = if cited.is_empty() { say!("fields-source") } else { say!("fields-source.add") };
    let field = Field::line(place, name, label, width).hint(say!("fields-source.hint"));
    let text = scene.state.editor.drafts.get(place, name).map_or_else(String::new, |draft| draft.text.clone());
    if let Some(picked) = chooser_ui(ui, scene, &field, "", |text| source_offers(&dataset, text)) {
        send(scene, with_source(&dataset, picked, text.trim(), cited, change));
        // What comes next is the place in it.
        scene.send(Action::Editor(EditorAction::Cursor(place, format!("sources[{}]", cited.len()))));
    }
    ui.add_space(space::XS);
}

fn with_source(
    dataset: &Dataset,
    picked: Option<SourceId>,
    title: &str,
    cited: &[SourceRef],
    change: impl Fn(&Dataset, Vec<SourceRef>, &str) -> Result<Edit, EditError>,
) -> Result<Edit, EditError> {
    let mut list = cited.to_vec();
    let (id, add) = if let Some(id) = picked {
        (id, None)
    } else {
        let source: Source = new_parts::source(dataset, title);
        let id = source.id.clone();
        (id, Some(Edit::add(dataset, PartPath::Source(dataset.sources.len()), source)?))
    };
    list.push(SourceRef { source: id, lines: Vec::new(), at: String::new() });
    let mut edit = change(dataset, list, "sources")?;
    if let Some(add) = add {
        edit.swaps.splice(0..0, add.swaps);
    }
    Ok(edit)
}

/// The indicators that fit a text, and a new one of this name. `None` stands for the new one.
pub(super) fn indicator_offers(dataset: &Dataset, text: &str) -> Vec<Choice<Option<IndicatorId>>> {
    let mut offers: Vec<Choice<Option<IndicatorId>>> = dataset
        .indicators
        .iter()
        .filter(|i| fits(&format!("{} {} {}", i.name, i.concept, i.unit), text))
        .map(|i| Choice {
            value: Some(i.id.clone()),
            name: i.name.clone(),
            hint: match i.unit.as_str() {
                // A grade is its own unit.
                "" | NOT_STATED => i.measure.describe().to_owned(),
                _ if i.measure == Measure::Rating => i.measure.describe().to_owned(),
                unit => say!("fields-indicator.hint", unit = unit, measure = i.measure.describe()),
            },
        })
        .collect();
    offers.sort_by_key(|offer| !offer.name.eq_ignore_ascii_case(text.trim()));
    let name = text.trim();
    if is_a_name(name) && !offers.iter().any(|offer| offer.name.eq_ignore_ascii_case(name)) {
        offers.push(Choice { value: None, name: name.to_owned(), hint: say!("fields-indicator.new").to_owned() });
    }
    offers
}

/// Whether something new can be called this.
fn is_a_name(text: &str) -> bool {
    !text.is_empty() && too_long(text, 1).is_none()
}

/// A new indicator of this name, with the edit that adds it.
///
/// # Errors
/// As [`Edit::add`].
pub(super) fn new_indicator(dataset: &Dataset, name: &str) -> Result<(IndicatorId, Edit), EditError> {
    let made = new_parts::indicator(dataset, name, "", Measure::NotStated);
    let id = made.id.clone();
    Ok((id, Edit::add(dataset, PartPath::Indicator(dataset.indicators.len()), made)?))
}

/// A list of texts as lines of one field.
pub(super) fn lines_ui(
    ui: &mut Ui,
    scene: &mut PanelContext<'_>,
    field: &Field<'_>,
    lines: &[String],
    edit: impl FnOnce(&Dataset, Vec<String>) -> Result<Edit, EditError>,
) {
    text_ui(ui, scene, field, &lines.join("\n"), FieldMeaning::any, |dataset, text| {
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect();
        edit(dataset, lines)
    });
}

/// The fold with the id, which opens where a finding leads to it.
pub(super) fn advanced_ui(
    ui: &mut Ui,
    scene: &mut PanelContext<'_>,
    place: PartPath,
    more: impl FnOnce(&mut Ui, &mut PanelContext<'_>),
) {
    let wanted = ["id", "overlaps", "disagrees_with"].iter().any(|field| scene.requests.wants(place, field));
    let fold = egui::CollapsingHeader::new(say!("fields-advanced")).id_salt(("advanced", place.to_string()));
    let fold = if wanted { fold.open(Some(true)) } else { fold };
    let shown = fold.show_unindented(ui, |ui| {
        id_ui(ui, scene, place);
        more(ui, scene);
    });
    name_fold(ui, &shown.header_response, say!("fields-advanced"));
}

fn id_ui(ui: &mut Ui, scene: &mut PanelContext<'_>, place: PartPath) {
    let dataset = scene.state.document.original.clone();
    let Some(id) = Part::at(&dataset, place).and_then(|part| part.id()) else { return };
    let field = Field::line(place, "id", say!("fields-id"), whole(ui)).help(say!("fields-id.help"));
    let read = |text: &str| {
        let is_good =
            !text.is_empty() && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        if !is_good {
            return FieldMeaning::Wrong(super::forms::wrong(say!("fields-id.wrong"), say!("fields-id.mend")));
        }
        match changed_id(&dataset, place, text) {
            Ok(_) => FieldMeaning::Fine(String::new()),
            Err(error) => FieldMeaning::Wrong(super::forms::wrong(error.to_string(), say!("fields-id.mend-other"))),
        }
    };
    text_ui(ui, scene, &field, id.as_str(), read, |dataset, text| changed_id(dataset, place, &text));
    ui.label(quiet(say!("fields-id.followed"), scene.tokens));
}

fn changed_id(dataset: &Dataset, place: PartPath, id: &str) -> Result<Edit, EditError> {
    let part = Part::at(dataset, place).ok_or_else(|| EditError::NoSuchPlace(place.to_string()))?;
    Edit::change(dataset, place, super::forms::with_id(part, id), "id")
}
