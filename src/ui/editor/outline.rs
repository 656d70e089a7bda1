//! The left of the room: the parts of the dataset as an outline, or its findings.

use egui::accesskit::Role;
use egui::text::{LayoutJob, TextWrapping};
use egui::{
    Align2, Color32, FontId, Rect, ScrollArea, Sense, Stroke, StrokeKind, TextEdit, Ui, Vec2, WidgetInfo, pos2, vec2,
};

use crate::app::{Action, EditorAction, EditorList, Group, OutlineRow, SavedViewsStep};
use crate::edit::forms::describe_published;
use crate::edit::{OutcomeParent, Part, PartKind, PartPath};
use crate::model::{Dataset, Outcome, Unit};
use crate::say;
use crate::theme::Type;

use super::super::controls::{ToggleShape, choice, echo};
use super::super::shell::PanelContext;
use super::findings;

/// Height of a row, in points.
const ROW: f32 = 26.0;

/// Of a heading, in points: what its triangle takes, what lies between its words, and the button that adds, with its word or
/// with its sign alone.
const FOLD: f32 = 18.0;
const GAP: f32 = 5.0;
const ADDER: f32 = 46.0;
const SIGN: f32 = 24.0;
/// Below this width of a heading, in points, it has its sign alone.
const NARROW: f32 = 210.0;

/// Between a name and what tells it from others, in points.
const TELLING: f32 = 8.0;

pub(in super::super) fn outline_ui(ui: &mut Ui, scene: &mut PanelContext<'_>) {
    let editor = &scene.state.editor;
    let (list, found) = (editor.list, editor.findings.len());
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        for (which, label) in [
            (EditorList::Parts, say!("edit-room-parts").to_owned()),
            (EditorList::Findings, say!("edit-room-findings", n = found)),
        ] {
            if choice(ui, scene.tokens, ToggleShape::Tab, list == which, &label, &label).clicked() {
                scene.send(Action::Editor(EditorAction::ShowList(which)));
            }
        }
    });
    if list == EditorList::Findings {
        findings::findings_ui(ui, scene);
        return;
    }
    let mut search = scene.state.editor.search.clone();
    let field = TextEdit::singleline(&mut search).hint_text(say!("edit-room-search")).desired_width(f32::INFINITY);
    let response = ui.add(field);
    response.widget_info(|| {
        WidgetInfo::text_edit(true, &scene.state.editor.search, &search, say!("edit-room-search.spoken"))
    });
    let _ = ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(say!("edit-room-search.spoken")));
    if scene.requests.search {
        response.request_focus();
    }
    if search != scene.state.editor.search {
        scene.send(Action::Editor(EditorAction::Search(search)));
    }
    let dataset = scene.state.document.original.clone();
    let rows = scene.state.editor.rows.clone();
    let wanted = scene.requests.outline_row;
    let at = rows.iter().position(|row| *row == OutlineRow::Part(scene.state.editor.place));
    let mut area = ScrollArea::vertical().id_salt("outline").auto_shrink([false, false]);
    if let (true, Some(at)) = (wanted, at) {
        let offset = (at as f32 * ROW - ui.available_height() / 2.0).max(0.0);
        area = area.vertical_scroll_offset(offset);
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    area.show_rows(ui, ROW, rows.len(), |ui, range| {
        for row in rows.get(range).unwrap_or_default() {
            match row {
                OutlineRow::Heading(group) => heading_ui(ui, scene, &dataset, *group),
                OutlineRow::Part(place) => part_ui(ui, scene, &dataset, *place),
            }
        }
    });
}

fn count_of(dataset: &Dataset, group: Group) -> usize {
    match group {
        Group::Sources => dataset.sources.len(),
        Group::Councils => dataset.councils.len(),
        Group::Indicators => dataset.indicators.len(),
        Group::Programmes => dataset.programmes.len(),
        Group::Context => dataset.context.len(),
        Group::Views => dataset.views.len(),
    }
}

fn heading_ui(ui: &mut Ui, scene: &mut PanelContext<'_>, dataset: &Dataset, group: Group) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width() - 4.0, ROW), Sense::hover());
    let tokens = scene.tokens;
    let folded = scene.state.editor.folded.contains(&group) && scene.state.editor.search.is_empty();
    let count = count_of(dataset, group);
    let title = group.label();
    let ink = tokens.ink;
    let counted = ui.painter().layout_no_wrap(format!("({count})"), Type::Body.bold(), ink);
    let whole = ui.painter().layout_no_wrap(title.to_owned(), Type::Body.bold(), ink).size().x;
    // In a narrow list the word gives way to the names: its sign says enough, and is spoken in full.
    let beside = FOLD + GAP + counted.size().x + GAP;
    let (adding, adder) = if rect.width() < NARROW { ("+", SIGN) } else { (say!("edit-room-add"), ADDER) };
    let adder = Rect::from_min_max(pos2(rect.right() - adder, rect.top() + 2.0), rect.max - vec2(0.0, 2.0));
    let name = Rect::from_min_max(rect.min, pos2(adder.left() - 2.0, rect.bottom()));
    let response = ui.interact(name, ui.scope_id().with(("fold", group)), Sense::click());
    let spoken = if folded {
        say!("edit-room-group.folded", group = group.label(), n = count)
    } else {
        say!("edit-room-group.shown", group = group.label(), n = count)
    };
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &spoken));
    if response.clicked() {
        scene.send(Action::Editor(EditorAction::Fold(group)));
    }
    let add = ui.interact(adder, ui.scope_id().with(("add", group)), Sense::click());
    let spoken = say!("edit-room-add.spoken", group = group.label());
    add.widget_info(|| WidgetInfo::labeled(Role::Button, true, &spoken));
    if add.clicked() {
        scene.send(match group {
            Group::Sources => Action::Editor(EditorAction::Add(PartKind::Source)),
            Group::Councils => Action::Editor(EditorAction::Add(PartKind::Council)),
            Group::Indicators => Action::Editor(EditorAction::Add(PartKind::Indicator)),
            Group::Programmes => Action::Editor(EditorAction::Add(PartKind::Programme)),
            Group::Context => Action::Editor(EditorAction::Begin(OutcomeParent::Context)),
            // Here nothing is looked at that could be kept; a colleague's view can be opened, and kept where it is shown.
            Group::Views => Action::SavedViews(SavedViewsStep::AskToPaste),
        });
    }
    let add = add.on_hover_text(spoken);
    let room = name.width() - beside;
    let response = if whole > room { echo(response, &format!("{title} ({count})")) } else { response };
    let mut job = LayoutJob::simple_singleline(title.to_owned(), Type::Body.bold(), ink);
    job.wrap = TextWrapping::truncate_at_width(room);
    let named = ui.painter().layout_job(job);
    let painter = ui.painter();
    for (response, rect) in [(&response, name), (&add, adder)] {
        if response.hovered() {
            painter.rect_filled(rect, 5.0, tokens.hovered);
        }
        if response.has_focus() {
            painter.rect_stroke(rect.shrink(1.0), 5.0, Stroke::new(2.0, tokens.accent), StrokeKind::Inside);
        }
    }
    // A triangle that points down where the list is shown, and right where it is folded.
    let at = pos2(name.left() + 8.0, name.center().y);
    let turn = |v: Vec2| if folded { vec2(v.y, v.x) } else { v };
    let corners = [vec2(-4.0, -2.0), vec2(4.0, -2.0), vec2(0.0, 3.0)].map(|v| at + turn(v));
    painter.add(egui::Shape::convex_polygon(corners.to_vec(), tokens.quiet, Stroke::NONE));
    let mut at = pos2(name.left() + FOLD, name.center().y - named.size().y / 2.0);
    painter.galley(at, named.clone(), ink);
    at.x += named.size().x + GAP;
    painter.galley(at, counted, ink);
    painter.text(adder.center(), Align2::CENTER_CENTER, adding, Type::Small.regular(), tokens.accent);
}

/// Its name as the outline shows it: an outcome under its programme goes by its indicator.
fn name_of(dataset: &Dataset, place: PartPath) -> String {
    Part::at(dataset, place).map_or_else(String::new, |part| super::name_of(dataset, &part))
}

/// What tells an outcome from others of its list that have its name: what was published, in words. `None` where none has.
pub(super) fn telling(dataset: &Dataset, place: PartPath) -> Option<String> {
    let PartPath::Outcome(home, at) = place else { return None };
    let outcomes = match home {
        OutcomeParent::Context => &dataset.context,
        OutcomeParent::Programme(p) => &dataset.programmes.get(p)?.outcomes,
    };
    let outcome = outcomes.get(at)?;
    let is_alike = |other: &Outcome| other.indicator == outcome.indicator && other.places == outcome.places;
    let others = outcomes.iter().enumerate().filter(|(nth, other)| *nth != at && is_alike(other));
    (others.count() > 0)
        .then(|| describe_published(&outcome.published, &Unit::NUMBER))
        .filter(|words| !words.is_empty())
}

/// Its name, and right of it what tells it from others of that name, both cut where the row is too narrow for them.
fn named_ui(ui: &Ui, name: String, telling: Option<String>, room: Rect, font: FontId, ink: Color32, quiet: Color32) {
    let painter = ui.painter();
    let cut = |text: String, font: FontId, ink: Color32, width: f32| {
        let mut job = LayoutJob::single_section(text, egui::text::TextFormat::simple(font, ink));
        job.wrap = TextWrapping::truncate_at_width(width);
        let galley = painter.layout_job(job);
        let at = Align2::LEFT_CENTER.anchor_size(pos2(room.left(), room.center().y), galley.size()).min;
        (galley, at)
    };
    let Some(telling) = telling else {
        let (galley, at) = cut(name, font, ink, room.width());
        painter.galley(at, galley, ink);
        return;
    };
    // The name is the same in several rows, so that what tells them apart has the larger half.
    let whole = painter.layout_no_wrap(name.clone(), font.clone(), ink).size().x;
    let wanted = painter.layout_no_wrap(telling.clone(), Type::Small.regular(), quiet).size().x;
    let left = whole.min((room.width() - TELLING - wanted).max(room.width() * 0.4));
    let (galley, at) = cut(name, font, ink, left);
    let (told, mut beside) = cut(telling, Type::Small.regular(), quiet, room.width() - galley.size().x - TELLING);
    beside.x += galley.size().x + TELLING;
    painter.galley(at, galley, ink);
    painter.galley(beside, told, quiet);
}

fn part_ui(ui: &mut Ui, scene: &mut PanelContext<'_>, dataset: &Dataset, place: PartPath) {
    let tokens = scene.tokens;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width() - 4.0, ROW), Sense::hover());
    let response = ui.interact(rect, ui.scope_id().with(("part", place)), Sense::click());
    let current = scene.state.editor.place == place && scene.state.editor.plan.is_none();
    // A part that is being filled in for the first time has not gone wrong yet.
    let findings = || scene.state.editor.findings_of(place).filter(|_| !scene.state.editor.is_new(place));
    let (found, errors) = (findings().count(), findings().filter(|f| f.finding.is_error()).count());
    let name = name_of(dataset, place);
    let telling = telling(dataset, place);
    let whole = match &telling {
        Some(telling) => say!("edit-room-part.alike", name = name.as_str(), told = telling.as_str()),
        None => name.clone(),
    };
    let indent = match place {
        PartPath::Facts => 6.0,
        PartPath::Outcome(OutcomeParent::Programme(_), _) => 34.0,
        PartPath::Source(_)
        | PartPath::Council(_)
        | PartPath::Indicator(_)
        | PartPath::Programme(_)
        | PartPath::Outcome(..)
        | PartPath::SavedView(_) => 18.0,
    };
    let words = match (errors, found) {
        (_, 0) => whole,
        (0, n) => say!("edit-room-part.cautions", name = whole.as_str(), n = n),
        (_, 1) => say!("edit-room-part.error", name = whole.as_str()),
        (errors, n) => say!("edit-room-part.errors", name = whole.as_str(), n = n, errors = errors),
    };
    let spoken = say!("edit-room-part", name = words.as_str());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, current, &spoken));
    if response.clicked() {
        scene.send(Action::Editor(EditorAction::GoTo(place)));
    }
    if current && scene.list_has_focus && scene.requests.outline_row {
        // The keyboard walks along.
        response.request_focus();
    }
    let response = response.on_hover_text(words);
    let painter = ui.painter();
    if current || response.hovered() {
        painter.rect_filled(rect, 5.0, if current { tokens.selected } else { tokens.hovered });
    }
    if response.has_focus() {
        painter.rect_stroke(rect.shrink(1.0), 5.0, Stroke::new(2.0, tokens.accent), StrokeKind::Inside);
    }
    let mut right = rect.right() - 6.0;
    if found > 0 {
        let galley = painter.layout_no_wrap(found.to_string(), Type::Small.bold(), tokens.ink);
        let badge = Rect::from_min_max(
            pos2(right - galley.size().x - 14.0, rect.top() + 4.0),
            pos2(right, rect.bottom() - 4.0),
        );
        // Errors are filled, cautions outlined: not by colour alone.
        let fill = if errors > 0 { tokens.hovered } else { Color32::TRANSPARENT };
        let width = if errors > 0 { 2.0 } else { 1.0 };
        painter.rect(badge, 9.0, fill, Stroke::new(width, tokens.caution), StrokeKind::Inside);
        painter.galley(badge.center() - galley.size() / 2.0, galley, tokens.ink);
        right = badge.left() - 4.0;
    }
    let font = if current { Type::Body.bold() } else { Type::Body.regular() };
    let ink =
        if matches!(place, PartPath::Outcome(OutcomeParent::Programme(_), _)) { tokens.quiet } else { tokens.ink };
    let room = Rect::from_min_max(rect.min + vec2(indent, 0.0), pos2(right, rect.bottom()));
    named_ui(ui, name, telling, room, font, ink, tokens.quiet);
}
