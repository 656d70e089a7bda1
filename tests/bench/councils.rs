//! Made-up datasets of any size for the benchmarks: "Council 001" and so on, every council with the same indicators.
//!
//! The figures follow a fixed rule, so that every run and every program beside this one draws the same ones. They are about no
//! council and stand in no dataset that ships.

use std::fmt::Write as _;

/// What is counted; nobody counts it.
const INDICATORS: [&str; 6] = [
    "Made-up enquiries",
    "Made-up visits",
    "Made-up applications",
    "Made-up places",
    "Made-up referrals",
    "Made-up assessments",
];

/// The level before and after of one council's indicator, both counted from 0; from 60 to 1,059.
pub fn levels(council: usize, indicator: usize) -> (usize, usize) {
    let before = 60 + (council * 7919 + indicator * 104_729) % 1000;
    let after = 60 + (council * 6151 + indicator * 49_157 + 311) % 1000;
    (before, after)
}

/// A council's name, counted from 0.
pub fn name(council: usize) -> String {
    format!("Council {:03}", council + 1)
}

/// A dataset in RON with so many councils, each with the first so many indicators, before and after.
pub fn dataset(councils: usize, indicators: usize) -> String {
    with_groups(councils, indicators, 0)
}

/// The same with a total of every ten councils for each indicator.
pub fn with_totals(councils: usize, indicators: usize) -> String {
    with_groups(councils, indicators, 10)
}

fn with_groups(councils: usize, indicators: usize, group: usize) -> String {
    let indicators = indicators.min(INDICATORS.len());
    let mut ron = String::from(
        "(\n    format: 1,\n    title: \"Made-up figures for measuring speed\",\n    licence: \"CC0-1.0\",\n    \
         sources: [(id: \"rule\", title: \"A fixed rule in tests/bench\")],\n    councils: [\n",
    );
    for council in 0..councils {
        let _ = writeln!(
            ron,
            "        (id: \"council-{0:03}\", name: \"Council {0:03}\", kind: unitary, nation: england),",
            council + 1
        );
    }
    let groups = councils.checked_div(group).unwrap_or(0);
    for number in 0..groups {
        let members = (number * group..(number + 1) * group).map(|council| format!("\"council-{:03}\"", council + 1));
        let members = members.collect::<Vec<_>>().join(", ");
        let _ = writeln!(
            ron,
            "        (id: \"group-{number}\", name: \"Group {number}\", kind: group, nation: england, members: [{members}]),"
        );
    }
    ron.push_str("    ],\n    indicators: [\n");
    for (index, name) in INDICATORS.iter().enumerate().take(indicators) {
        let _ = writeln!(
            ron,
            "        (id: \"made-up-{index}\", name: \"{name}\", concept: \"{name}\", topic: \"Made up\", unit: \"people\", \
             measure: stock),"
        );
    }
    ron.push_str("    ],\n    programmes: [\n");
    for council in 0..councils {
        let number = council + 1;
        let _ = write!(
            ron,
            "        (id: \"programme-{number:03}\", name: \"Made-up programme {number:03}\", places: [\"council-{number:03}\"], \
             topic: \"Made up\",\n            summary: \"A programme for measuring speed.\", sources: [(source: \"rule\", at: \
             \"council {number}\")],\n            outcomes: [\n"
        );
        for indicator in 0..indicators {
            let (before, after) = levels(council, indicator);
            let _ = writeln!(
                ron,
                "                (id: \"outcome-{number:03}-{indicator}\", indicator: \"made-up-{indicator}\", \
                 published: pair(before: (\"{before}\", \"2016-03-31\"), after: (\"{after}\", \"2018-03-31\")), \
                 sources: [(source: \"rule\", at: \"council {number}\")]),"
            );
        }
        ron.push_str("            ]),\n");
    }
    ron.push_str("    ],\n    context: [\n");
    for number in 0..groups {
        for indicator in 0..indicators {
            let members = (number * group..(number + 1) * group).map(|council| levels(council, indicator));
            let (before, after) = members.fold((0, 0), |all, one| (all.0 + one.0, all.1 + one.1));
            let _ = writeln!(
                ron,
                "        (id: \"total-{number}-{indicator}\", indicator: \"made-up-{indicator}\", places: [\"group-{number}\"], \
                 published: pair(before: (\"{before}\", \"2016-03-31\"), after: (\"{after}\", \"2018-03-31\")), \
                 sources: [(source: \"rule\", at: \"group {number}\")]),"
            );
        }
    }
    ron.push_str("    ],\n)\n");
    ron
}
