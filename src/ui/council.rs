//! Council: one council, what it published in a sentence, and its programmes two by two, each with its story and its small figures.

use egui::{Margin, Stroke, Ui};

use crate::app::{Action, EditorAction, PaperStep, Tab};
use crate::edit::PartPath;
use crate::figure::council_page::{Chapter, CouncilPage, StoryTone};
use crate::say;
use crate::theme::{Type, space};

use super::controls::{HeadingLevel, ToggleShape, bold, choice, heading, quiet};
use super::editor::quick_entry::begin_ui;
use super::empty::ways_out_ui;
use super::rooms::figure_ui;
use super::shell::PanelContext;

/// From this width on two programmes stand beside each other, in points.
const TWO_ABREAST: f32 = 760.0;
/// From this width on a programme's figures stand beside its story.
const BESIDE: f32 = 620.0;
/// Lines of text are no longer than this, so that eyes find back to the next one.
const MOST_TEXT: f32 = 720.0;

pub(super) fn bar_ui(ui: &mut Ui, scene: &mut PanelContext<'_>) {
    let listed = &scene.state.views.pages.listed;
    let now = scene.state.views.council.as_ref().and_then(|c| listed.iter().position(|l| l == c));
    let name = |index: Option<usize>| {
        let id = index.and_then(|i| listed.get(i))?;
        scene.state.document.dataset.council(id).map(|c| c.name.clone())
    };
    let before = name(now.and_then(|i| i.checked_sub(1)));
    let after = name(now.map(|i| i + 1));
    if before.is_none() {
        // So that the other button keeps its id, and with it the focus.
        ui.skip_ahead_auto_ids(1);
    }
    if let Some(before) = before
        && ui.button(say!("council-previous", name = before)).on_hover_text(say!("council-previous.hint")).clicked()
    {
        scene.send(Action::PreviousCouncil);
    }
    if let Some(after) = after
        && ui.button(say!("council-next", name = after)).on_hover_text(say!("council-next.hint")).clicked()
    {
        scene.send(Action::NextCouncil);
    }
    if scene.state.views.council.is_some() {
        let is_mine = scene.state.views.council == scene.state.views.my_council;
        let label = say!("council-mine");
        if choice(ui, scene.tokens, ToggleShape::Chip, is_mine, label, label)
            .on_hover_text(say!("command-my-council.hint"))
            .clicked()
        {
            scene.send(Action::ToggleMine);
        }
        beside_ui(ui, scene);
        begin_ui(ui, scene);
        if ui.button(say!("command-print")).on_hover_text(say!("command-print.hint")).clicked() {
            scene.send(Action::Paper(PaperStep::Print));
        }
    }
}

/// The council of the page beside the reader's own: both are ticked, and nobody else.
fn beside_ui(ui: &mut Ui, scene: &mut PanelContext<'_>) {
    let views = &scene.state.views;
    let (Some(council), Some(mine)) = (&views.council, &views.my_council) else { return };
    if council == mine
        || !ui.button(say!("council-beside-mine")).on_hover_text(say!("council-beside-mine.hint")).clicked()
    {
        return;
    }
    let pair = [mine, council];
    let out = views.pinned.iter().filter(|id| !pair.contains(id));
    let missing = pair.into_iter().filter(|id| !views.pinned.contains(id));
    let ticks: Vec<Action> = out.chain(missing).map(|id| Action::Pin(id.clone())).collect();
    for action in ticks {
        scene.send(action);
    }
    scene.send(Action::Show(Tab::SideBySide));
}

pub(super) fn council_ui(ui: &mut Ui, scene: &mut PanelContext<'_>) {
    let state = scene.state;
    let dataset = state.document.dataset.clone();
    let Some(council) = state.views.council.as_ref().and_then(|id| dataset.council(id)) else {
        ui.label(if dataset.councils.is_empty() { say!("council-none-in-dataset") } else { say!("council-choose") });
        ways_out_ui(ui, scene);
        return;
    };
    let page = &state.views.pages.council;
    head_ui(ui, scene, page, PartPath::of_council(&dataset, &council.id));
    if page.chapters.is_empty() {
        ui.label(say!("council-without-figures"));
    }
    let width = ui.available_width();
    let abreast = if page.chapters.len() > 1 && width >= TWO_ABREAST { 2 } else { 1 };
    let card = (width - space::M * (abreast - 1) as f32) / abreast as f32;
    // Chapters with as many small figures as official statistics have take the whole width.
    let (wide, narrow): (Vec<&Chapter>, Vec<&Chapter>) = page.chapters.iter().partition(|chapter| is_wide(chapter));
    for (nth, line) in narrow.chunks(abreast).enumerate() {
        line_ui(ui, scene, line, (council.id.as_str(), nth), card);
    }
    for chapter in wide {
        card_ui(ui, scene, chapter, 0.0);
        ui.add_space(space::XS);
    }
    if dataset.outcomes().next().is_none() {
        ways_out_ui(ui, scene);
    }
}

/// More small figures than this leave no room for words beside them.
const FEW_FIGURES: usize = 6;

fn is_wide(chapter: &Chapter) -> bool {
    chapter.figure.as_ref().is_some_and(|figure| figure.drawn().len() > FEW_FIGURES)
}

/// Programmes beside each other, each as high as the highest.
fn line_ui(ui: &mut Ui, scene: &mut PanelContext<'_>, line: &[&Chapter], name: (&str, usize), width: f32) {
    let id = ui.scope_id().with(("programme-line", name));
    // How high the highest was in the last frame, and how wide they were.
    let known: (f32, f32) = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let least = if (known.0 - width).abs() < 0.1 { known.1 } else { 0.0 };
    let mut highest = 0.0_f32;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::M;
        for chapter in line {
            if chapter.programme.is_some() && scene.requests.programme == chapter.programme {
                ui.scroll_to_cursor(Some(egui::Align::TOP));
            }
            let name = chapter.programme.as_ref().map_or("context", |programme| programme.as_str());
            let card = egui::UiBuilder::new().id_salt(name).layout(egui::Layout::top_down(egui::Align::LEFT));
            let height = ui.scope_builder(card, |ui| {
                ui.set_width(width);
                card_ui(ui, scene, chapter, least)
            });
            highest = highest.max(height.inner);
        }
    });
    ui.add_space(space::XS);
    if (known.0 - width).abs() >= 0.1 || (known.1 - highest).abs() >= 0.1 {
        ui.data_mut(|data| data.insert_temp(id, (width, highest)));
        if line.len() > 1 {
            ui.ctx().request_discard("programme-heights");
            ui.ctx().request_repaint();
        }
    }
}

/// A programme: its story, and its small figures beside it where there is room for both, or below it. Gives the height it needs.
fn card_ui(ui: &mut Ui, scene: &mut PanelContext<'_>, chapter: &Chapter, least: f32) -> f32 {
    let tokens = scene.tokens;
    let frame = egui::Frame::new()
        .fill(tokens.surface)
        .stroke(Stroke::new(1.0, tokens.line))
        .corner_radius(8)
        .inner_margin(Margin::same(14));
    let shown = frame.show(ui, |ui| {
        let width = ui.available_width();
        ui.set_min_size(egui::vec2(width, least));
        let inside = ui.scope(|ui| {
            ui.set_width(width);
            let Some(figure) = &chapter.figure else {
                story_ui(ui, scene, chapter, width);
                return;
            };
            if width >= BESIDE && !is_wide(chapter) {
                let text = (width * 0.4).min(MOST_TEXT);
                ui.horizontal_top(|ui| {
                    ui.vertical(|ui| story_ui(ui, scene, chapter, text));
                    ui.add_space(space::M);
                    ui.vertical(|ui| figure_ui(ui, scene, figure));
                });
            } else {
                story_ui(ui, scene, chapter, width);
                ui.add_space(space::S);
                figure_ui(ui, scene, figure);
            }
        });
        inside.response.rect.height()
    });
    shown.inner
}

fn head_ui(ui: &mut Ui, scene: &mut PanelContext<'_>, page: &CouncilPage, form: Option<PartPath>) {
    // A long name wraps, so that whatever stands below it keeps to the width of the room.
    ui.horizontal_wrapped(|ui| {
        heading(ui, bold(&page.name, Type::Title), HeadingLevel::First);
        ui.label(quiet(&page.facts, scene.tokens));
        edit_link_ui(ui, scene, form, &page.name);
    });
    ui.scope(|ui| {
        ui.set_max_width(ui.available_width().min(MOST_TEXT));
        if !page.note.is_empty() {
            ui.label(quiet(&page.note, scene.tokens));
        }
        ui.label(&page.summary);
    });
    ui.add_space(space::S);
}

/// Leads to the form of a part.
fn edit_link_ui(ui: &mut Ui, scene: &mut PanelContext<'_>, place: Option<PartPath>, name: &str) {
    let Some(place) = place else { return };
    let link = ui.link(quiet(say!("council-edit"), scene.tokens));
    let spoken = say!("council-edit.spoken", name = name);
    link.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Link, true, &spoken));
    if link.on_hover_text(say!("council-edit.hint")).clicked() {
        scene.send(Action::Editor(EditorAction::GoTo(place)));
    }
}

fn story_ui(ui: &mut Ui, scene: &mut PanelContext<'_>, chapter: &Chapter, width: f32) {
    let tokens = scene.tokens;
    ui.scope(|ui| {
        ui.set_max_width(width.min(MOST_TEXT));
        ui.spacing_mut().item_spacing.y = 4.0;
        ui.horizontal_wrapped(|ui| {
            heading(ui, bold(&chapter.heading, Type::Heading), HeadingLevel::Second);
            let dataset = &scene.state.document.dataset;
            let form = chapter.programme.as_ref().and_then(|id| PartPath::of_programme(dataset, id));
            edit_link_ui(ui, scene, form, &chapter.heading);
        });
        if !chapter.facts.is_empty() {
            ui.label(quiet(&chapter.facts, tokens));
        }
        for line in &chapter.told {
            match line.tone {
                StoryTone::Plain => ui.label(&line.words),
                StoryTone::Strong => ui.label(bold(&line.words, Type::Body)),
                StoryTone::Quiet => ui.label(quiet(&line.words, tokens)),
            };
        }
    });
}
