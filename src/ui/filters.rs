//! The filters above the list: region, kind, topic, document, form of evidence.

use egui::Ui;

use crate::app::Action;
use crate::model::{CouncilKind, SourceId};
use crate::say;

use super::controls::selector;
use super::shell::PanelContext;

pub(super) fn filters_ui(ui: &mut Ui, scene: &mut PanelContext<'_>) {
    let state = scene.state;
    let filters = &state.views.filters;
    let dataset = &state.document.dataset;
    let width = ui.available_width() - 4.0;

    let regions =
        any(say!("council-filter-region.all"), state.views.pages.regions.iter().map(|r| (r.clone(), r.clone())));
    if let Some(region) = selector(ui, say!("council-filter-region"), width, &filters.region, &regions) {
        scene.send(Action::FilterRegion(region));
    }
    let present = CouncilKind::ALL.into_iter().filter(|k| dataset.councils.iter().any(|c| c.kind == *k));
    let kinds = any(say!("council-filter-kind.all"), present.map(|k| (k, k.label().to_owned())));
    if let Some(kind) = selector(ui, say!("council-filter-kind"), width, &filters.kind, &kinds) {
        scene.send(Action::FilterKind(kind));
    }
    let topics = any(say!("council-filter-topic.all"), state.views.pages.topics.iter().map(|t| (t.clone(), t.clone())));
    if let Some(topic) = selector(ui, say!("council-filter-topic"), width, &filters.topic, &topics) {
        scene.send(Action::FilterTopic(topic));
    }
    let sources: Vec<(SourceId, String)> = dataset.sources.iter().map(|s| (s.id.clone(), s.title.clone())).collect();
    let sources = any(say!("council-filter-document.all"), sources.into_iter());
    if let Some(source) = selector(ui, say!("council-filter-document"), width, &filters.source, &sources) {
        scene.send(Action::FilterSource(source));
    }
    let forms =
        any(say!("council-filter-form.all"), state.views.pages.forms.iter().map(|(f, _)| (*f, f.label().to_owned())));
    if let Some(form) = selector(ui, say!("council-filter-form"), width, &filters.form, &forms) {
        scene.send(Action::FilterForm(form));
    }
}

fn any<T>(all: &str, choices: impl Iterator<Item = (T, String)>) -> Vec<(Option<T>, String)> {
    std::iter::once((None, all.to_owned())).chain(choices.map(|(value, label)| (Some(value), label))).collect()
}
