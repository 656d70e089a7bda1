//! Releases and statistics as RON: a place and its values are one line, so that a file differs by council.

use super::layout::RonBlock;
use super::save::Fields;
use super::words::MissingWord;
use crate::model::{Break, Dataset, Release, Statistic, Symbol, print_table_rows};

/// A release.
pub(super) fn release(release: &Release) -> RonBlock {
    let mut fields = Fields::new();
    fields.put("id", RonBlock::text(release.id.as_str()));
    fields.put("source", RonBlock::text(release.source.as_str()));
    fields.period("released", &release.released);
    fields.text("licence", &release.licence);
    fields.text("attribution", &release.attribution);
    fields.text("address", &release.address);
    fields.text("file", &release.file);
    fields.text("boundaries", &release.boundaries);
    fields.text("rounding", &release.rounding);
    fields.text("suppression", &release.suppression);
    fields.list("symbols", release.symbols.iter().map(symbol));
    fields.texts("footnotes", &release.footnotes);
    fields.into_block("(")
}

fn symbol(symbol: &Symbol) -> RonBlock {
    let mut fields = Fields::new();
    fields.put("text", RonBlock::text(&symbol.text));
    fields.put("meaning", RonBlock::word(MissingWord::of(symbol.meaning)));
    fields.text("note", &symbol.note);
    fields.into_block("(")
}

/// A statistic; the dataset tells its symbols.
pub(super) fn statistic(statistic: &Statistic, dataset: &Dataset) -> RonBlock {
    let mut fields = Fields::new();
    fields.put("id", RonBlock::text(statistic.id.as_str()));
    fields.put("indicator", RonBlock::text(statistic.indicator.as_str()));
    fields.put("release", RonBlock::text(statistic.release.as_str()));
    let periods = statistic.periods().iter().map(|period| RonBlock::text(&period.to_string()));
    fields.put("periods", RonBlock::list(periods));
    fields.list("breaks", statistic.breaks.iter().map(break_of));
    fields.texts("footnotes", &statistic.footnotes);
    let unknown = Release::new(statistic.release.clone(), crate::model::SourceId::new(""));
    let release = dataset.release(&statistic.release).unwrap_or(&unknown);
    let rows = statistic.places().iter().enumerate().map(|(nth, place)| {
        let mut parts = vec![RonBlock::text(place.as_str()), RonBlock::text(&statistic.print_row(nth, release))];
        let rows = statistic.rows_at(nth);
        let is_one = rows.first().is_some_and(|first| rows.iter().all(|row| row == first));
        let shown = rows.get(..if is_one { 1 } else { rows.len() }).unwrap_or_default();
        if !shown.is_empty() {
            parts.push(RonBlock::text(&print_table_rows(shown)));
        }
        RonBlock::tuple("(", parts)
    });
    fields.put("rows", RonBlock::list(rows).tall());
    fields.into_block("(").tall()
}

fn break_of(own: &Break) -> RonBlock {
    let mut fields = Fields::new();
    fields.put("at", RonBlock::text(&own.at.to_string()));
    fields.put("why", RonBlock::text(&own.why));
    fields.into_block("(")
}
