//! Small datasets that are hard to draw: below zero, tiny rates, open ends, ranges, conflicts, long numbers, uneven series.
//!
//! Each is one indicator; the shapes are those in which figures were once seen to say something that the numbers do not.

use std::fmt::Write;

use sidebyside::dataset::load_text;
use sidebyside::model::Dataset;

/// An indicator, and what was published of it; further fields of an outcome may follow after a bar: `pair(…) | role: estimate`.
pub struct Hard {
    /// What is hard about it.
    pub name: &'static str,
    unit: &'static str,
    measure: &'static str,
    published: &'static [&'static str],
}

const YEARS: &str = "before: (#, \"2016-01-01/2016-12-31\"), after: (#, \"2017-01-01/2017-12-31\")";

/// A pair of levels over two whole years, with further fields of the pair after a semicolon: `-30 to -10; stated: […]`.
fn published(text: &str) -> String {
    let (levels, more) = text.split_once(';').unwrap_or((text, ""));
    let Some((before, after)) = levels.split_once(" to ").filter(|_| !levels.contains('(')) else {
        return text.to_owned();
    };
    let quoted = |level: &str| format!("\"{}\"", level.trim());
    let years = YEARS.replacen('#', &quoted(before), 1).replacen('#', &quoted(after), 1);
    if more.is_empty() { format!("pair({years})") } else { format!("pair({years}, {})", more.trim()) }
}

impl Hard {
    /// The dataset, one council and one programme for each account.
    pub fn dataset(&self) -> Dataset {
        let (mut councils, mut programmes) = (String::new(), String::new());
        for (index, text) in self.published.iter().enumerate() {
            let (text, extras) = text.split_once(" | ").unwrap_or((text, ""));
            let names = ["Anyshire", "Otherton and Westbury upon the Hill", "Thirdton", "F", "North Fifthshire"];
            let name = format!("{} {index}", names[index % names.len()]);
            let _ = writeln!(
                councils,
                "(id: \"c{index}\", name: \"{name}\", kind: county, region: \"South West\", nation: england),"
            );
            let _ = writeln!(
                programmes,
                "(id: \"p{index}\", name: \"Programme {index}\", places: [\"c{index}\"], topic: \"Fostering\", dates: \"2017\",
                  sources: [(source: \"s\", at: \"page 1\")], outcomes: [(id: \"o{index}\", indicator: \"i\",
                  published: {}, {extras} {} sources: [(source: \"s\", at: \"page 2\")])]),",
                published(text),
                if extras.is_empty() { "" } else { "," },
            );
        }
        let text = format!(
            "(format: 1, title: \"Hard\", licence: \"CC0-1.0\", sources: [(id: \"s\", title: \"A report\")],
              councils: [{councils}],
              indicators: [(id: \"i\", name: \"Calls\", concept: \"calls\", topic: \"Fostering\", unit: \"{}\", measure: {})],
              programmes: [{programmes}])",
            self.unit, self.measure
        );
        match load_text(&text) {
            Ok(loaded) => loaded.dataset,
            Err(findings) => {
                panic!("{}: {}", self.name, findings.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
            }
        }
    }
}

/// All of them.
pub const HARD: &[Hard] = &[
    Hard {
        name: "money on both sides of zero",
        unit: "£",
        measure: "stock",
        published: &[
            "-3.5 to -1.25",
            "-30 to -40",
            "-5 to 10",
            "12 to -8",
            "0 to -4",
            "series(points: [(\"2015\", -344), (\"2016\", 12), (\"2017\", 321)])",
            "series(points: [(\"2015\", -5), (\"2016\", -9), (\"2017\", -3)])",
        ],
    },
    Hard { name: "all below zero", unit: "£", measure: "stock", published: &["-30 to -10", "-20 to -40", "0 to 0"] },
    Hard {
        name: "a deficit in millions",
        unit: "£",
        measure: "stock",
        published: &["-5000000 to -12000000", "2000000 to -1000000"],
    },
    Hard {
        name: "a factor in the unit",
        unit: "£000",
        measure: "stock",
        published: &["-450 to 1,250.5", "800 to 0.5"],
    },
    Hard {
        name: "a score below zero",
        unit: "Progress 8 score",
        measure: "average",
        published: &["-0.30 to 0.10", "-0.50 to -0.20"],
    },
    Hard { name: "tiny rates", unit: "per child", measure: "rate", published: &["0.012 to 0.034", "0.021 to 0.019"] },
    Hard { name: "small rates", unit: "per child", measure: "rate", published: &["0.12 to 0.18", "0.05 to 0.01"] },
    Hard {
        name: "tiny changes",
        unit: "children",
        measure: "stock",
        published: &["100000 to 100030", "100000 to 99990"],
    },
    Hard { name: "none and none", unit: "children", measure: "stock", published: &["0 to 0", "0 to 0"] },
    Hard {
        name: "small numbers",
        unit: "children",
        measure: "stock",
        published: &["5 to 5", "5 to 0", "0 to 5", "9 to over 9", "8 to over 12"],
    },
    Hard {
        name: "open ends",
        unit: "children",
        measure: "stock",
        published: &[
            "100 to over 60",
            "over 100 to 140",
            "under 60 to 60",
            "100 to up to 140",
            "at least 60 to at least 60",
            "about 60 to nearly 60",
            "60 to over 60",
            "60 to under 60",
            "100 to under 100; stated: [\"fell over 3%\"]",
        ],
    },
    Hard {
        name: "open ends below zero",
        unit: "£",
        measure: "stock",
        published: &["over -30 to -10", "-20 to under -40", "-5 to over -5", "0 to under 10", "-8 to up to 3"],
    },
    Hard {
        name: "ranges",
        unit: "children",
        measure: "stock",
        published: &[
            "60 to between 50 and 75",
            "between 52 and 60 to 70",
            "between 10 and 90 to between 20 and 30",
            "between 10 and 20 to between 30 and 40",
            "between 60 and 80 to 0",
            "50 to between 50 and 50",
            "change(stated: [\"fell between 33 and 67%\"], over: \"18 months\")",
            "change(stated: [\"rose between 5 and 140%\"], over: \"2 years\")",
        ],
    },
    Hard {
        name: "ranges around zero",
        unit: "£",
        measure: "stock",
        published: &[
            "between -50 and 50 to between -80 and -60",
            "-20 to between -30 and 10",
            "10 to between 5 and 30",
        ],
    },
    Hard {
        name: "ranges and open ends as averages a month",
        unit: "calls",
        measure: "flow",
        published: &[
            "pair(before: (\"over 60\", \"2016\"), after: (20, \"2017-01/2017-06\"))",
            "pair(before: (60, \"2016\"), after: (\"between 20 and 40\", \"2017-01/2017-06\"))",
            "pair(before: (\"between 30 and 90\", \"2016\"), after: (\"under 40\", \"2017-01/2017-06\")) | benchmark: Some((of: \"England\", is: level(\"over 100\"), over: \"2016\")), compared_with: stated_benchmark",
            "pair(before: (1, \"2014/2016\"), after: (1, \"2017/2018\"))",
        ],
    },
    Hard {
        name: "published against worked out",
        unit: "children",
        measure: "stock",
        published: &[
            "100 to 120; stated: [\"fell 5%\"]",
            "50 to 30; stated: [\"rose 10%\"]",
            "50 to 30; stated: [\"rose over 15%\"]",
            "100 to 101; stated: [\"fell between 10 and 20%\"]",
            "62420 to 83740; stated: [\"rose 26%\"]",
            "10 to 12; stated: [\"rose 29%\"]",
            "100 to 60; stated: [\"fell under 5%\"]",
        ],
    },
    Hard {
        name: "fifteen digits",
        unit: "£",
        measure: "stock",
        published: &[
            "123456789012345 to 123456789012399",
            "999999999999999 to 1",
            "between 123456789012 and 223456789012 to 5",
            "single(level: \"between 12,345,678 and 13,345,678\", period: \"2016/17\")",
            "series(points: [(\"2015\", 123456789012345), (\"2016\", -123456789012345), (\"2017\", \"over 123456789012345\")])",
            "change(stated: [\"rose 123456789012345\"], over: \"2 years\", level: Some(before(987654321098765, \"2016\")))",
            "pair(before: (123456789012.345, \"2015\"), after: (\"between 123456789012.345 and 223456789012.345\", \"2016\"))",
        ],
    },
    Hard {
        name: "tiny beside huge",
        unit: "children",
        measure: "stock",
        published: &["1 to 2", "900000 to 1000000", "3 to 4000000"],
    },
    Hard {
        name: "benchmarks",
        unit: "calls",
        measure: "flow",
        published: &[
            "pair(before: (60, \"2016-01/2016-06\"), after: (50, \"2017-01/2017-06\")) | benchmark: Some((of: \"England\", is: level(100), over: \"2017\")), compared_with: stated_benchmark",
            "pair(before: (60, \"2016-01/2016-06\"), after: (50, \"2017-01/2017-06\")) | benchmark: Some((of: \"England\", is: level(\"over 55\"), over: \"2017-01/2017-06\")), compared_with: stated_benchmark",
            "pair(before: (60, \"2016-01/2016-06\"), after: (50, \"2017-01/2017-06\")) | benchmark: Some((of: \"England\", is: level(83000), over: \"2017-01/2017-06\")), compared_with: stated_benchmark",
            "pair(before: (60, \"2016-01/2016-06\"), after: (50, \"2017-01/2017-06\")) | benchmark: Some((of: \"England\", is: change(\"fell over 3%\"), over: \"2016/2017\")), compared_with: stated_benchmark",
            "pair(before: (60, \"2016-01/2016-06\"), after: (50, \"2017-01/2017-06\")) | benchmark: Some((of: \"England\", is: change(\"rose 900%\"), over: \"2016/2017\")), compared_with: stated_benchmark",
        ],
    },
    Hard {
        name: "a benchmark below zero",
        unit: "£",
        measure: "stock",
        published: &[
            "-60 to 50 | benchmark: Some((of: \"England\", is: level(\"under -20\"), over: \"2017\")), compared_with: stated_benchmark",
            "-6 to 5 | benchmark: Some((of: \"England\", is: level(1), over: \"2017\")), compared_with: stated_benchmark",
        ],
    },
    Hard {
        name: "series",
        unit: "enquiries",
        measure: "flow",
        published: &[
            "series(points: [(\"2005/06\", \"over 60\"), (\"2006/07\", missing(suppressed)), (\"2007/08\", missing(not_published)), (\"2008/09\", \"between 10 and 20\"), (\"2009/10\", missing(low_reliability)), (\"2010/11\", missing(rounds_to_zero))])",
            "series(points: [(\"2005/06\", missing(suppressed)), (\"2006/07\", missing(suppressed)), (\"2007/08\", missing(suppressed)), (\"2008/09\", missing(suppressed)), (\"2009/10\", missing(suppressed))])",
            "series(points: [(\"1990/91\", 1234567), (\"1991/92\", 1235567), (\"1992/93\", 1236567), (\"1993/94\", 1237567), (\"1994/95\", 1238567), (\"1995/96\", 1239567), (\"1996/97\", 1240567), (\"1997/98\", 1241567), (\"1998/99\", 1242567), (\"1999/00\", 1243567), (\"2000/01\", 1244567), (\"2001/02\", 1245567), (\"2002/03\", 1246567), (\"2003/04\", 1247567), (\"2004/05\", 1248567)])",
            "series(points: [(\"2010\", 100), (\"2011\", 110), (\"2019\", 90)])",
            "series(points: [(\"2015\", 5), (\"2016\", 9), (\"2017\", 0), (\"2018\", missing(not_published)), (\"2019\", \"under 4\")])",
            "series(points: [(\"2016-01-01/2016-12-31\", 12), (\"2017-04-01/2017-09-30\", 40)])",
            "series(points: [(\"not stated\", 5), (\"not stated\", 7)])",
            "series(points: [(\"2015-01\", 1), (\"2015-02\", 800), (\"2015-03\", 2), (\"2015-04\", 700), (\"2015-05\", 3)]) | role: estimate",
        ],
    },
    Hard {
        name: "parts of a whole",
        unit: "calls",
        measure: "flow",
        published: &[
            "part(count: Some(\"over 28\"), of: Some(\"about 44\"), share: None, period: \"2017\")",
            "part(count: Some(28), of: Some(\"at least 44\"), share: None, period: \"2017\")",
            "part(count: Some(\"over 28\"), of: Some(\"over 44\"), share: None, period: \"2017\")",
            "part(count: Some(\"over 28\"), of: Some(\"under 44\"), share: None, period: \"2017\")",
            "part(count: None, of: Some(524), share: Some(\"over 80\"), period: \"2017\")",
            "part(count: Some(\"between 20 and 30\"), of: Some(44), share: None, period: \"2017\")",
            "part(count: Some(\"nearly 12,000\"), of: Some(\"about 24,000\"), share: Some(\"about 50\"), period: \"2016/17\")",
            "part(count: Some(0), of: Some(44), share: None, period: \"2017\") | role: target",
        ],
    },
    Hard {
        name: "shares",
        unit: "%",
        measure: "share",
        published: &[
            "60 to over 70",
            "60.12 to 60.15",
            "10 to between 5 and 20",
            "140 to -5",
            "under 10 to 3 | role: estimate",
        ],
    },
    Hard {
        name: "changes alone",
        unit: "children",
        measure: "stock",
        published: &[
            "change(stated: [\"fell 150%\"], over: \"2 years\")",
            "change(stated: [\"fell under 0.5%\"], over: \"2 years\")",
            "change(stated: [\"rose 1,079\"], over: \"2 years\", level: Some(after(5000, \"2017\")))",
            "change(stated: [\"rose between 1,079 and 20,790\"], over: \"2 years\")",
            "direction(fell, over: \"2 years\")",
            "direction(stable, over: \"2 years\") | role: plan",
            "change(stated: [\"rose over 0%\"], over: \"2 years\")",
            "change(stated: [\"fell 12%\", \"rose 5\"], over: \"2 years\")",
            "change(stated: [\"fell 12%\", \"fell between 15 and 20%\"], over: \"2 years\")",
        ],
    },
    Hard {
        name: "small samples",
        unit: "%",
        measure: "share",
        published: &[
            "25 to 50 | counted: (group: clients, before: Some(4), after: Some(8))",
            "25 to 50 | counted: (group: clients, before: Some(40), after: Some(80))",
        ],
    },
];

/// The dataset of that name.
pub fn named(name: &str) -> Dataset {
    HARD.iter().find(|hard| hard.name == name).unwrap_or_else(|| panic!("no {name}")).dataset()
}
