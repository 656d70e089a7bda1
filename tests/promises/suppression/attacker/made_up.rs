//! Random datasets whose true numbers are known, with all that gives numbers away: totals of groups and of groups of groups, bodies
//! that were followed by others, breakdowns, quarters, rates, averages, shares, parts, changes, and each of it only sometimes.

use std::collections::BTreeMap;

/// Numbers that look random and are the same in every run.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0xD1B5_4A32_D192_ED03)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    pub fn from(&mut self, low: i64, high: i64) -> i64 {
        low + (self.next() % (high - low + 1).cast_unsigned()).cast_signed()
    }

    pub fn chance(&mut self, percent: u64) -> bool {
        self.next() % 100 < percent
    }

    fn count(&mut self, up_to: i64) -> i64 {
        match self.next() % 10 {
            0 => 0,
            1..=3 => self.from(1, up_to),
            4..=6 => self.from(up_to + 1, 20),
            _ => self.from(20, 90),
        }
    }
}

/// A count of one thing in one council at one time.
pub type Key = (&'static str, &'static str, &'static str);

/// A dataset in the writing of files, its true numbers, and up to which count they are small.
pub struct MadeUp {
    pub ron: String,
    pub truth: BTreeMap<Key, i64>,
    pub up_to: u8,
    /// Whether it shows that boys and girls are all children, because all three are told of one place and time.
    pub tells_breakdown: bool,
}

pub const COUNCILS: [&str; 5] = ["a", "b", "c", "d", "e"];
pub const YEARS: [&str; 2] = ["2016-03-31", "2017-03-31"];
pub const QUARTERS: [&str; 4] = ["2016-01/2016-03", "2016-04/2016-06", "2016-07/2016-09", "2016-10/2016-12"];
/// Places by the words of a table, with the councils behind them.
pub const PLACES: [(&str, &str, &[&str]); 11] = [
    ("\"e\"", "Eshire", &["e"]),
    ("\"a\"", "Ashire", &["a"]),
    ("\"b\"", "Bshire", &["b"]),
    ("\"c\"", "Cshire", &["c"]),
    ("\"d\"", "Dshire", &["d"]),
    ("\"g\"", "North", &["a", "b"]),
    ("\"h\"", "All but one", &["a", "b", "c"]),
    ("\"o\"", "Oldshire", &["c", "d"]),
    ("\"a\", \"c\"", "Ashire; Cshire", &["a", "c"]),
    ("\"b\", \"c\"", "Bshire; Cshire", &["b", "c"]),
    ("\"g\", \"o\"", "North; Oldshire", &["a", "b", "c", "d"]),
];
/// Spans of the quarters, with the quarters in them.
pub const SPANS: [(&str, &[usize]); 3] =
    [("2016", &[0, 1, 2, 3]), ("2016-01/2016-06", &[0, 1]), ("2016-01/2016-09", &[0, 1, 2])];

/// The dataset of this seed.
pub fn made_up(seed: u64) -> MadeUp {
    let mut dice = Dice::new(seed);
    let up_to = [3, 5, 5, 7][(dice.next() % 4) as usize];
    let mut truth: BTreeMap<Key, i64> = BTreeMap::new();
    let mut outcomes = String::new();
    let mut number = 0;
    let mut add = |indicator: &str, places: &str, more: &str, published: &str| {
        number += 1;
        outcomes.push_str(&format!(
            "(id: \"o{number}\", indicator: \"{indicator}\", places: [{places}], {more} published: {published}, sources: [(source: \"s\", at: \"page 1\")]),\n"
        ));
    };
    for council in COUNCILS {
        for year in YEARS {
            let (boys, girls) = (dice.count(up_to), dice.count(up_to));
            truth.insert(("boys", council, year), boys);
            truth.insert(("girls", council, year), girls);
            truth.insert(("children", council, year), boys + girls);
        }
        for quarter in QUARTERS {
            truth.insert(("incidents", council, quarter), dice.count(up_to));
        }
    }
    let of = |truth: &BTreeMap<Key, i64>, thing: &'static str, councils: &[&'static str], time: &'static str| -> i64 {
        councils.iter().map(|council| truth[&(thing, *council, time)]).sum()
    };
    let with_breakdown = dice.chance(60);
    // In the last council both are told of, so that they add up somewhere.
    let tells_breakdown = with_breakdown
        && YEARS.iter().any(|year| {
            let told = |thing| truth[&(thing, "e", *year)];
            told("boys") > 0 && told("girls") > 0
        });
    if with_breakdown {
        for thing in ["children", "boys", "girls"] {
            let (before, after) = (truth[&(thing, "e", YEARS[0])], truth[&(thing, "e", YEARS[1])]);
            add(
                thing,
                "\"e\"",
                "",
                &format!("pair(before: ({before}, \"{}\"), after: ({after}, \"{}\"))", YEARS[0], YEARS[1]),
            );
        }
    }
    for (places, _, councils) in PLACES.into_iter().filter(|(.., councils)| *councils != ["e"]) {
        let often = if councils.len() == 1 { 75 } else { 35 };
        let things: &[&str] =
            if with_breakdown && councils.len() == 1 { &["children", "boys", "girls"] } else { &["children"] };
        for &thing in things {
            let (before, after) = (of(&truth, thing, councils, YEARS[0]), of(&truth, thing, councils, YEARS[1]));
            if !dice.chance(often) {
                continue;
            }
            // The same thing under an indicator that a slip of writing made.
            let indicator = if thing == "children" && dice.chance(15) { "kids" } else { thing };
            match dice.next() % 6 {
                0 => add(indicator, places, "", &format!("single(level: {before}, period: \"{}\")", YEARS[0])),
                1 => add(indicator, places, "", &format!("single(level: {after}, period: \"{}\")", YEARS[1])),
                2 if before != after => {
                    let (word, by) = if after < before { ("fell", before - after) } else { ("rose", after - before) };
                    let (one, two) = (YEARS[0], YEARS[1]);
                    add(
                        indicator,
                        places,
                        "",
                        &format!(
                            "pair(before: ({before}, \"{one}\"), after: ({after}, \"{two}\"), stated: [\"{word} {by}\"])"
                        ),
                    );
                }
                3 => add(
                    indicator,
                    places,
                    "",
                    &format!(
                        "series(points: [(\"{}\", {before}), (\"{}\", {after})], start: None)",
                        YEARS[0], YEARS[1]
                    ),
                ),
                4 if before > 0 && before != after && thing == "children" => {
                    let percent = (after - before) as f64 / before as f64 * 100.0;
                    let word = if percent < 0.0 { "fell" } else { "rose" };
                    let level = if dice.chance(60) {
                        format!("Some(before({before}, \"{}\"))", YEARS[0])
                    } else {
                        "None".to_owned()
                    };
                    add(
                        indicator,
                        places,
                        "",
                        &format!(
                            "change(stated: [\"{word} {:.1}%\"], over: \"{}/{}\", level: {level})",
                            percent.abs(),
                            YEARS[0],
                            YEARS[1]
                        ),
                    );
                }
                _ => {
                    let (before, after) = if before > up_to + 3 && dice.chance(15) {
                        (format!("\"over {}\"", before - 2), format!("{after}"))
                    } else {
                        (format!("{before}"), format!("{after}"))
                    };
                    add(
                        indicator,
                        places,
                        "",
                        &format!("pair(before: ({before}, \"{}\"), after: ({after}, \"{}\"))", YEARS[0], YEARS[1]),
                    );
                }
            }
        }
        for quarter in QUARTERS {
            if dice.chance(often / 2) {
                let level = of(&truth, "incidents", councils, quarter);
                add("incidents", places, "", &format!("single(level: {level}, period: \"{quarter}\")"));
            }
        }
        for (span, quarters) in SPANS {
            if dice.chance(often / 2) {
                let level: i64 =
                    quarters.iter().map(|&quarter| of(&truth, "incidents", councils, QUARTERS[quarter])).sum();
                add("incidents", places, "", &format!("single(level: {level}, period: \"{span}\")"));
            }
        }
        if councils.len() == 1 && dice.chance(40) {
            let people = dice.from(4_000, 20_000) as f64;
            let rate = |year| of(&truth, "children", councils, year) as f64 / people * 10_000.0;
            let (before, after) = (rate(YEARS[0]), rate(YEARS[1]));
            add(
                "rate",
                places,
                "",
                &format!(
                    "pair(before: (\"{before:.1}\", \"{}\"), after: (\"{after:.1}\", \"{}\"))",
                    YEARS[0], YEARS[1]
                ),
            );
        }
        if councils.len() == 1 && dice.chance(40) {
            let each = dice.from(10, 900) * 100;
            let (before, after) =
                (of(&truth, "children", councils, YEARS[0]), of(&truth, "children", councils, YEARS[1]));
            add(
                "cost",
                places,
                "",
                &format!(
                    "pair(before: ({}, \"{}\"), after: ({}, \"{}\"))",
                    before * each,
                    YEARS[0],
                    after * each,
                    YEARS[1]
                ),
            );
            add(
                "each",
                places,
                "",
                &format!("pair(before: ({each}, \"{}\"), after: ({each}, \"{}\"))", YEARS[0], YEARS[1]),
            );
        }
        if councils.len() == 1 {
            let council = councils[0];
            let (closed, open) = (dice.count(up_to), dice.count(up_to));
            truth.insert(("closed", council, "2017"), closed);
            truth.insert(("open", council, "2017"), open);
            let all = closed + open;
            let share = |part: i64| format!("\"{:.1}\"", part as f64 / all.max(1) as f64 * 100.0);
            for (thing, part) in [("closed", closed), ("open", open)].into_iter().filter(|_| all > 0) {
                let (count, of, share) = match dice.next() % 7 {
                    0 => (format!("Some({part})"), format!("Some({all})"), "None".to_owned()),
                    1 => ("None".to_owned(), format!("Some({all})"), format!("Some({})", share(part))),
                    2 => (format!("Some({part})"), "None".to_owned(), format!("Some({})", share(part))),
                    3 => (format!("Some({part})"), format!("Some({all})"), format!("Some({})", share(part))),
                    _ => continue,
                };
                add(thing, places, "", &format!("part(count: {count}, of: {of}, share: {share}, period: \"2017\")"));
            }
            let (group, again) = (dice.from(10, 60), dice.count(up_to));
            if dice.chance(50) && again <= group {
                truth.insert(("again", council, "2017"), again);
                let share = again as f64 / group as f64 * 100.0;
                let more = format!(
                    "counted: (group: clients, who: \"families\", before: Some({group}), after: Some({group})), facts: [sample],"
                );
                add(
                    "again",
                    places,
                    &more,
                    &format!("pair(before: (\"50.0\", \"2016\"), after: (\"{share:.1}\", \"2017\"))"),
                );
            }
        }
    }
    let indicator = |id: &str, concept: &str, unit: &str, measure: &str| {
        format!(
            "(id: \"{id}\", name: \"{id}\", concept: \"{concept}\", topic: \"T\", unit: \"{unit}\", measure: {measure}),\n"
        )
    };
    let indicators: String = [
        indicator("children", "looked-after children", "children", "stock"),
        indicator("kids", "Looked after Children ", "Children", "stock"),
        indicator("boys", "looked-after children", "boys", "stock"),
        indicator("girls", "Looked-after children", "girls", "stock"),
        indicator("rate", "LOOKED-AFTER CHILDREN", "per 10,000 children", "rate"),
        indicator("cost", "looked-after children", "£", "stock"),
        indicator("each", "looked-after children", "£ per child", "average"),
        indicator("incidents", "incidents", "incidents in 3 months", "flow"),
        indicator("closed", "cases", "cases", "flow"),
        indicator("open", "cases", "cases", "flow"),
        indicator("again", "re-referred", "per cent of families", "share"),
    ]
    .concat();
    let ron = format!(
        "(format: 1, title: \"T\", licence: \"CC0\", sources: [(id: \"s\", title: \"Report\")], councils: [
          (id: \"a\", name: \"Ashire\", kind: unitary, nation: england),
          (id: \"b\", name: \"Bshire\", kind: unitary, nation: england),
          (id: \"c\", name: \"Cshire\", kind: unitary, nation: england),
          (id: \"d\", name: \"Dshire\", kind: unitary, nation: england),
          (id: \"e\", name: \"Eshire\", kind: unitary, nation: england),
          (id: \"g\", name: \"North\", kind: group, nation: england, members: [\"a\", \"b\"]),
          (id: \"h\", name: \"All but one\", kind: group, nation: england, members: [\"g\", \"c\"]),
          (id: \"o\", name: \"Oldshire\", kind: county, nation: england, successors: [\"c\", \"d\"]),
        ], indicators: [{indicators}], programmes: [(id: \"p\", name: \"Programme\", places: [\"a\"], topic: \"T\", summary: \"S.\",
        sources: [(source: \"s\", at: \"page 1\")], outcomes: [{outcomes}])])"
    );
    MadeUp { ron, truth, up_to: up_to as u8, tells_breakdown }
}
