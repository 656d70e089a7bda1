//! Datasets made in code, with long names and every kind of mark, as large as a test wants them.

use std::fmt::Write;

use sidebyside::dataset::load_text;
use sidebyside::figure::{Figure, figure};
use sidebyside::model::{Dataset, FigureKind, Filter, Role, View};

/// Long and short names of councils; further ones are numbered.
const NAMES: [&str; 12] = [
    "Bournemouth, Christchurch and Poole",
    "Kensington and Chelsea",
    "King's Lynn and West Norfolk",
    "Wyre",
    "Blackburn with Darwen",
    "Bath and North East Somerset",
    "Redcar and Cleveland",
    "East Riding of Yorkshire",
    "Cheshire West and Chester",
    "Leeds",
    "North Northamptonshire",
    "Windsor and Maidenhead",
];

/// Grades in order of the scale.
const GRADES: [&str; 4] = ["inadequate", "requires improvement", "good", "outstanding"];

fn name(index: usize) -> String {
    let name = NAMES[index % NAMES.len()];
    match index / NAMES.len() {
        0 => name.to_owned(),
        round => format!("{name} {}", round + 1),
    }
}

/// What one council published: the forms take turns, the sizes differ by orders of magnitude.
fn numbers(index: usize) -> String {
    let before = 12 + (index * 7919) % 1400;
    let after = 3 + (index * 104_729) % 1600;
    match index % 7 {
        0 => format!("pair(before: ({before}, \"2015\"), after: ({after}, \"2017\"))"),
        1 => "change(stated: [\"fell 15.5%\"], over: \"since 2011\")".to_owned(),
        2 => format!(
            "pair(before: ({before}, \"2015\"), after: (\"over {after}\", \"2017\"), stated: [\"rose over 3%\"])"
        ),
        3 => "direction(fell, over: \"5 years to 2017\")".to_owned(),
        4 => format!(
            "change(stated: [\"rose over 130%\"], over: \"2 years\", level: Some(after({after}, \"2017-09-30\")))"
        ),
        5 => "change(stated: [\"fell between 33 and 67%\"], over: \"18 months\")".to_owned(),
        _ => "pair(before: (22, \"2015\"), after: (1, \"2016\"))".to_owned(),
    }
}

/// Whose figures they are, and one of a kind that a reader has to be told about.
fn extras(index: usize) -> &'static str {
    match index % 7 {
        0 => {
            "benchmark: Some((of: \"national average\", is: level(410), over: \"2017\")), compared_with: stated_benchmark,"
        }
        1 => {
            "benchmark: Some((of: \"statistical neighbours\", is: change(\"rose 8.6%\"), over: \"since 2011\")), compared_with: stated_benchmark,"
        }
        2 if index.is_multiple_of(2) => "role: estimate,",
        _ => "",
    }
}

/// A dataset of so many councils, each with one outcome in numbers and one in grades, and England beside them.
pub fn dataset(councils: usize) -> Dataset {
    let mut bodies = String::new();
    let mut programmes = String::new();
    for index in 0..councils {
        let name = name(index);
        let _ = writeln!(
            bodies,
            "(id: \"c{index}\", name: \"{name}\", kind: unitary, region: \"South West\", nation: england),"
        );
        let grade = |shift: usize| GRADES[(index + shift) % GRADES.len()];
        let framework =
            if index % 3 == 0 { "Ofsted ILACS (from 2018)" } else { "Ofsted single inspection framework (2013-2017)" };
        let _ = writeln!(
            programmes,
            "(id: \"p{index}\", name: \"Programme of {name}\", places: [\"c{index}\"], topic: \"Children in care and protection\",
              dates: \"2016\", sources: [(source: \"s\", at: \"page 1\")], outcomes: [
              (id: \"o{index}\", indicator: \"children\", published: {}, {} sources: [(source: \"s\", at: \"page 2\")]),
              (id: \"g{index}\", indicator: \"grade\", published: rating(
                before: (grade: \"{}\", framework: \"Ofsted single inspection framework (2013-2017)\", judgement: \"overall effectiveness\", date: \"2014\", body: \"Ofsted\"),
                after: (grade: \"{}\", framework: \"{framework}\", judgement: \"overall effectiveness\", date: \"2018-05\", body: \"Ofsted\")),
                sources: [(source: \"s\", at: \"page 3\")]),
            ]),",
            numbers(index),
            extras(index),
            grade(0),
            if index % 5 == 3 { "requires improvement to be good" } else { grade(1) },
        );
    }
    let text = format!(
        "(format: 1, title: \"Generated\", licence: \"CC0-1.0\",
          sources: [(id: \"s\", title: \"A report of every council\")],
          councils: [{bodies} (id: \"england\", name: \"England\", kind: nation, nation: england)],
          indicators: [
            (id: \"children\", name: \"Children on child protection plans\", concept: \"child protection plans\",
             topic: \"Children in care and protection\", unit: \"children\", measure: stock),
            (id: \"grade\", name: \"Ofsted: overall effectiveness\", concept: \"Ofsted rating\", topic: \"Inspection ratings\",
             unit: \"grade\", measure: rating, polarity: higher_is_better),
          ],
          programmes: [{programmes}],
          context: [(id: \"england-children\", places: [\"england\"], indicator: \"children\", role: context,
            published: change(stated: [\"rose 17%\"], over: \"2009/10 to 2017/18\"), sources: [(source: \"s\", at: \"page 4\")])],
        )"
    );
    let text = text.replace("over: \"2009/10 to 2017/18\"", "over: \"2009/2017\"");
    match load_text(&text) {
        Ok(loaded) => loaded.dataset,
        Err(findings) => panic!("{}", findings.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")),
    }
}

/// A figure of a kind, with estimates shown.
pub fn figure_of(dataset: &Dataset, kind: FigureKind) -> Figure {
    let concept = match kind {
        FigureKind::Rating => "grade",
        _ => "children",
    };
    let indicators = match kind {
        FigureKind::Profile | FigureKind::SideBySide => Filter::All,
        _ => dataset.indicators.iter().filter(|i| i.id.as_str() == concept).map(|i| i.id.clone()).collect(),
    };
    figure(
        dataset,
        &View { indicators, roles: Role::ALL.into_iter().collect(), ..crate::view_for(dataset, kind) },
        kind,
    )
    .unwrap()
}
