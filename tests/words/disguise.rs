//! A dataset whose names, units and notes hold no Latin letter.

use std::path::Path;

use sidebyside::dataset::to_ron;
use sidebyside::model::{
    CouncilId, Dataset, Framework, IndicatorId, Outcome, OutcomeId, ProgrammeId, Published, SourceId, SourceRef,
};

/// Puts what people wrote into Cyrillic letters and saves the dataset.
pub fn save(mut dataset: Dataset, path: &Path) -> std::io::Result<()> {
    for text in [&mut dataset.title, &mut dataset.licence, &mut dataset.summary] {
        cyrillic(text);
    }
    for source in &mut dataset.sources {
        source.id = SourceId::new(digits(source.id.as_str()));
        for text in [&mut source.title, &mut source.publisher, &mut source.note].into_iter().chain(&mut source.file) {
            cyrillic(text);
        }
    }
    for council in &mut dataset.councils {
        let texts = [&mut council.name, &mut council.region, &mut council.note];
        texts.into_iter().chain(&mut council.aliases).for_each(cyrillic);
        council.gss = None;
        council.id = CouncilId::new(digits(council.id.as_str()));
        councils(&mut council.successors);
        councils(&mut council.members);
    }
    for indicator in &mut dataset.indicators {
        indicator.id = IndicatorId::new(digits(indicator.id.as_str()));
        let texts = [&mut indicator.name, &mut indicator.concept, &mut indicator.topic, &mut indicator.definition];
        texts.into_iter().for_each(cyrillic);
        if !["£", "%", "€"].contains(&indicator.unit.as_str()) {
            let mut unit = indicator.unit.to_string();
            cyrillic(&mut unit);
            indicator.unit = unit.into();
        }
    }
    for programme in &mut dataset.programmes {
        let texts = [&mut programme.name, &mut programme.topic, &mut programme.summary];
        texts.into_iter().chain(&mut programme.claims).for_each(cyrillic);
        programme.id = ProgrammeId::new(digits(programme.id.as_str()));
        councils(&mut programme.places);
        sources(&mut programme.sources);
        programme.outcomes.iter_mut().for_each(outcome);
    }
    dataset.context.iter_mut().for_each(outcome);
    std::fs::write(path, to_ron(&dataset))
}

fn outcome(outcome: &mut Outcome) {
    outcome.id = OutcomeId::new(digits(outcome.id.as_str()));
    outcome.indicator = IndicatorId::new(digits(outcome.indicator.as_str()));
    councils(&mut outcome.places);
    for other in outcome.overlaps.iter_mut().chain(&mut outcome.disagrees_with) {
        *other = OutcomeId::new(digits(other.as_str()));
    }
    outcome.notes.iter_mut().chain([&mut outcome.counted.who]).for_each(cyrillic);
    sources(&mut outcome.sources);
    if let Some(benchmark) = &mut outcome.benchmark {
        cyrillic(&mut benchmark.of);
    }
    match &mut outcome.published {
        Published::Rating { before, after } => [before, after].into_iter().for_each(grade),
        Published::SingleGrade(only) => grade(only),
        _ => {}
    }
}

fn grade(grade: &mut sidebyside::model::Grade) {
    let mut framework = Framework::text(grade.framework.as_ref()).to_owned();
    [&mut framework, &mut grade.judgement, &mut grade.body].into_iter().for_each(cyrillic);
    grade.framework = Framework::of_text(&framework);
}

fn sources(sources: &mut [SourceRef]) {
    for source in sources {
        cyrillic(&mut source.at);
        source.source = SourceId::new(digits(source.source.as_str()));
    }
}

fn councils(ids: &mut [CouncilId]) {
    for id in ids {
        *id = CouncilId::new(digits(id.as_str()));
    }
}

/// An id of digits and hyphens.
fn digits(id: &str) -> String {
    id.bytes()
        .map(
            |byte| {
                if byte.is_ascii_lowercase() { (byte - b'a' + 10).to_string() } else { char::from(byte).to_string() }
            },
        )
        .collect()
}

/// Cyrillic for Latin letters.
fn cyrillic(text: &mut String) {
    let letter = |letter: char| match letter {
        'a'..='z' => char::from_u32(u32::from('а') + u32::from(letter) - u32::from('a')).unwrap_or('а'),
        'A'..='Z' => char::from_u32(u32::from('А') + u32::from(letter) - u32::from('A')).unwrap_or('А'),
        other => other,
    };
    *text = text.chars().map(letter).collect();
}
