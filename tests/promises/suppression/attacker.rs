//! An attacker: somebody who has what is printed after small counts were suppressed, knows how places, years, breakdowns, rates and
//! averages hang together, and tries to work out what is not printed.
//!
//! Levels and stated changes are read from the table that the command line prints; parts, series and sizes of groups, of which the table
//! tells less than the window, from what the window is made from.

mod made_up;
mod search;

use std::collections::BTreeMap;

use sidebyside::dataset::load_text;
use sidebyside::export::table::to_csv;
use sidebyside::figure::table::rows;
use sidebyside::model::{Dataset, Number, PointValue, Published, Reason, View};

use self::made_up::{COUNCILS, Key, MadeUp, PLACES, QUARTERS, SPANS, YEARS, made_up};
use self::search::{Known, may_be};

/// How many datasets are attacked.
const DATASETS: u64 = 200;

/// A hidden number: what it is, and the sum of unknowns that it is.
struct Hidden {
    said: String,
    sum: Vec<(f64, usize)>,
    value: i64,
    is_small: bool,
}

/// All that the attacker knows.
struct Attacker {
    unknowns: BTreeMap<Key, usize>,
    truth: Vec<i64>,
    known: Vec<Known>,
    hidden: Vec<Hidden>,
    up_to: i64,
}

/// A level as printed: of what, where and when, and between which values; `None` where it is suppressed.
struct Printed {
    outcome: String,
    thing: &'static str,
    councils: &'static [&'static str],
    time: String,
    number: Option<Number>,
}

fn thing(indicator: &str) -> &'static str {
    match indicator {
        "children" | "kids" => "children",
        "boys" => "boys",
        "girls" => "girls",
        "incidents" => "incidents",
        "closed" => "closed",
        "open" => "open",
        "rate" => "rate",
        "cost" => "cost",
        "each" => "each",
        "again" => "again",
        other => panic!("nothing is known of {other}"),
    }
}

fn councils(words: &str) -> &'static [&'static str] {
    PLACES.iter().find(|(_, name, _)| *name == words).map(|(.., councils)| *councils).unwrap()
}

/// The rows of the table as a reader has them: a map of columns each.
fn table(public: &Dataset) -> Vec<BTreeMap<String, String>> {
    let bytes = to_csv(&rows(public, &View::default())).unwrap();
    let mut reader = csv::Reader::from_reader(bytes.as_slice());
    let header = reader.headers().unwrap().clone();
    reader
        .records()
        .map(|record| header.iter().zip(record.unwrap().iter()).map(|(a, b)| (a.to_owned(), b.to_owned())).collect())
        .collect()
}

/// "over" and "60" as a number again.
fn number(value: &str, bound: &str) -> Number {
    let text = if matches!(bound, "" | "exactly") { value.to_owned() } else { format!("{bound} {value}") };
    Number::parse(&text).unwrap()
}

/// The whole numbers that words leave possible.
fn range(number: &Number) -> (f64, f64) {
    let possible = number.possible();
    match (number.decimals(), number.bound()) {
        (0, sidebyside::model::Bound::Exactly) => (number.value(), number.value()),
        (0, sidebyside::model::Bound::Over) => (number.value() + 1.0, f64::INFINITY),
        _ => (possible.low, possible.high),
    }
}

impl Attacker {
    fn new(made_up: &MadeUp, public: &Dataset) -> Self {
        let unknowns: BTreeMap<Key, usize> = made_up.truth.keys().copied().zip(0..).collect();
        let truth = made_up.truth.values().copied().collect();
        let up_to = i64::from(made_up.up_to);
        let mut attacker = Self { unknowns, truth, known: Vec::new(), hidden: Vec::new(), up_to };
        for council in COUNCILS.into_iter().filter(|_| made_up.tells_breakdown) {
            for year in YEARS {
                let sum = [("children", -1.0), ("boys", 1.0), ("girls", 1.0)];
                let sum = sum.map(|(thing, weight)| (weight, attacker.unknowns[&(thing, council, year)]));
                attacker.known.push(Known::new(sum.to_vec(), 0.0, 0.0));
            }
        }
        let printed = attacker.read(public);
        attacker.levels(&printed);
        attacker.quotients(&printed);
        attacker
    }

    fn sum(&self, thing: &'static str, councils: &[&'static str], time: &str) -> Option<Vec<(f64, usize)>> {
        let times: Vec<&'static str> = if thing == "incidents" {
            match SPANS.iter().find(|(span, _)| *span == time) {
                Some((_, quarters)) => quarters.iter().map(|&quarter| QUARTERS[quarter]).collect(),
                None => vec![QUARTERS.into_iter().find(|quarter| *quarter == time)?],
            }
        } else {
            vec![YEARS.into_iter().chain(["2017"]).find(|year| *year == time)?]
        };
        let all = councils.iter().flat_map(|council| times.iter().map(move |time| (thing, *council, *time)));
        all.map(|key| Some((1.0, *self.unknowns.get(&key)?))).collect()
    }

    fn value(&self, sum: &[(f64, usize)]) -> i64 {
        sum.iter().map(|&(weight, unknown)| weight as i64 * self.truth[unknown]).sum()
    }

    /// What the table and the window print.
    fn read(&mut self, public: &Dataset) -> Vec<Printed> {
        let mut printed = Vec::new();
        for row in table(public) {
            let cell = |name: &str| row[name].as_str();
            let (thing, councils) = (thing(cell("indicator")), councils(cell("council")));
            if matches!(cell("form"), "part" | "series") {
                continue;
            }
            for side in ["before", "after"] {
                let (value, bound, time) =
                    (cell(side), cell(&format!("{side}_bound")), cell(&format!("{side}_period")));
                if value.is_empty() {
                    continue;
                }
                let number = (value != "suppressed").then(|| number(value, bound));
                let outcome = format!("{} {side}", cell("outcome_id"));
                printed.push(Printed { outcome, thing, councils, time: time.to_owned(), number });
            }
            self.change(thing, councils, &row);
        }
        for located in public.outcomes() {
            let outcome = located.outcome;
            let (thing, councils) = (thing(outcome.indicator.as_str()), councils(&public.names(&outcome.places, "; ")));
            let id = outcome.id.as_str();
            match &outcome.published {
                Published::Series { points, .. } => {
                    for point in points {
                        let number = match point.value {
                            PointValue::Known(number) => Some(number),
                            PointValue::Missing(_) => None,
                        };
                        let (outcome, time) = (format!("{id} {}", point.period), point.period.to_string());
                        printed.push(Printed { outcome, thing, councils, time, number });
                    }
                }
                Published::Part { count, of, share, .. } => {
                    self.part(thing, councils, *of, *share);
                    if let Some(number) = count {
                        let (outcome, time, number) = (id.to_owned(), "2017".to_owned(), Some(*number));
                        printed.push(Printed { outcome, thing, councils, time, number });
                    }
                }
                Published::Suppressed(remains) if thing == "closed" || thing == "open" => {
                    let time = "2017".to_owned();
                    printed.push(Printed { outcome: id.to_owned(), thing, councils, time, number: None });
                    self.part(thing, councils, remains.whole, None);
                }
                Published::Pair { after, .. } if thing == "again" => {
                    if let (Some(size), Some(sum)) =
                        (outcome.counted.after.or(outcome.counted.before), self.sum(thing, councils, "2017"))
                    {
                        let (low, high) = range(&after.number);
                        let people = size.value() / 100.0;
                        self.known.push(Known::new(sum, low * people, high * people));
                    }
                }
                _ => {}
            }
        }
        printed
    }

    /// A part and the other part make the whole; a share is a part of it.
    fn part(&mut self, thing: &'static str, councils: &[&'static str], whole: Option<Number>, share: Option<Number>) {
        let (Some(closed), Some(open)) = (self.sum("closed", councils, "2017"), self.sum("open", councils, "2017"))
        else {
            return;
        };
        let part = if thing == "closed" { closed[0].1 } else { open[0].1 };
        let all = [closed[0].1, open[0].1];
        if let Some(whole) = whole {
            self.known.push(Known::new(all.map(|n| (1.0, n)).to_vec(), whole.value(), whole.value()));
        }
        if let Some(share) = share {
            let (low, high) = range(&share);
            let less = |percent: f64| all.map(|n| (if n == part { 100.0 - percent } else { -percent }, n)).to_vec();
            self.known.push(Known::new(less(low), 0.0, f64::INFINITY));
            self.known.push(Known::new(less(high), f64::NEG_INFINITY, 0.0));
        }
    }

    /// A stated change of the children leads from the one year to the other.
    fn change(&mut self, thing: &'static str, councils: &[&'static str], row: &BTreeMap<String, String>) {
        let by = row["stated_change"].as_str();
        if by.is_empty() || by == "suppressed" {
            return;
        }
        let (Some(before), Some(after)) = (self.sum(thing, councils, YEARS[0]), self.sum(thing, councils, YEARS[1]))
        else {
            return;
        };
        let weighted = |weight: f64| {
            after
                .iter()
                .copied()
                .chain(before.iter().map(|&(one, unknown)| (-weight * one, unknown)))
                .collect::<Vec<_>>()
        };
        let by: f64 = by.parse().unwrap();
        if row["stated_change_unit"] == "%" {
            let (low, high) = (1.0 + (by - 0.0501) / 100.0, 1.0 + (by + 0.0501) / 100.0);
            self.known.push(Known::new(weighted(low), 0.0, f64::INFINITY));
            self.known.push(Known::new(weighted(high), f64::NEG_INFINITY, 0.0));
        } else {
            self.known.push(Known::new(weighted(1.0), by, by));
        }
    }

    /// Levels that are printed, and what is supposed of those that are not.
    fn levels(&mut self, printed: &[Printed]) {
        for level in printed.iter().filter(|level| !matches!(level.thing, "rate" | "cost" | "each" | "again")) {
            let Some(sum) = self.sum(level.thing, level.councils, &level.time) else { continue };
            if let Some(number) = &level.number {
                let (low, high) = range(number);
                self.known.push(Known::new(sum, low, high));
                continue;
            }
            let value = self.value(&sum);
            let is_small = (1..=self.up_to).contains(&value);
            // Figures say how many small counts are hidden and how many others, and so the attacker is told which is which.
            let (low, high) = if is_small {
                (1, self.up_to)
            } else if value > 0 {
                (self.up_to + 1, i64::MAX)
            } else {
                (0, i64::MAX)
            };
            let is_part = matches!(level.thing, "closed" | "open");
            // A part may be hidden for its rest.
            let low = if is_part && !is_small { 0 } else { low };
            let high = if high == i64::MAX { f64::INFINITY } else { high as f64 };
            self.known.push(Known { is_supposed: true, ..Known::new(sum.clone(), low as f64, high) });
            self.hidden.push(Hidden { said: level.outcome.clone(), sum, value, is_small });
        }
    }

    /// Two rates and a count tell the other count; a total and an average tell a count.
    fn quotients(&mut self, printed: &[Printed]) {
        let told = |thing: &str, council: &str, year: &str| {
            let level = printed.iter().find(|p| p.thing == thing && p.councils == [council] && p.time == year);
            level.and_then(|level| level.number)
        };
        for council in COUNCILS {
            let rates = YEARS.map(|year| told("rate", council, year));
            let children = YEARS.map(|year| self.unknowns[&("children", council, year)]);
            if let [Some(one), Some(two)] = rates {
                // The table leaves a zero behind the point out; all rates have one decimal.
                let rounded = |rate: Number| ((rate.value() - 0.0501).max(0.0), rate.value() + 0.0501);
                let ((one_low, one_high), (two_low, two_high)) = (rounded(one), rounded(two));
                let sum = |first: f64, second: f64| vec![(second, children[0]), (-first, children[1])];
                self.known.push(Known::new(sum(one_high, two_low), f64::NEG_INFINITY, 0.0));
                self.known.push(Known::new(sum(one_low, two_high), 0.0, f64::INFINITY));
            }
            for (year, unknown) in YEARS.into_iter().zip(children) {
                if let (Some(total), Some(each)) = (told("cost", council, year), told("each", council, year)) {
                    let sum = vec![(each.value(), unknown)];
                    self.known.push(Known::new(sum, total.value() - 0.5, total.value() + 0.5));
                }
            }
        }
    }

    /// Hidden numbers that can be nothing else, and small counts that nobody printed and that can only be small.
    fn found(&self) -> Vec<String> {
        for known in &self.known {
            assert!(known.holds(&self.truth), "the attacker takes something for true that is not: {known:?}");
        }
        let mut found = Vec::new();
        for hidden in &self.hidden {
            let value = hidden.value as f64;
            let other = |low: f64, high: f64| may_be(&self.known, &self.truth, &hidden.sum, low, high);
            if !(other(value + 1.0, f64::INFINITY) || (value >= 1.0 && other(0.0, value - 1.0))) {
                found.push(format!(
                    "{} can only be {value}{}",
                    hidden.said,
                    if hidden.is_small { " (small)" } else { "" }
                ));
            }
        }
        // That a number is hidden says by itself that it may be small, and so only what is shown counts here.
        let shown: Vec<Known> = self.known.iter().filter(|known| !known.is_supposed).cloned().collect();
        let is_marked = |unknown| self.hidden.iter().any(|hidden| hidden.sum == [(1.0, unknown)]);
        for (key, &unknown) in &self.unknowns {
            let value = self.truth[unknown];
            if !(1..=self.up_to).contains(&value) || is_marked(unknown) {
                continue;
            }
            if !may_be(&shown, &self.truth, &[(1.0, unknown)], self.up_to as f64 + 1.0, f64::INFINITY) {
                found.push(format!("{key:?}, which nobody printed, can only be small ({value})"));
            }
        }
        found
    }
}

fn attack(made_up: &MadeUp, public: &Dataset) -> Vec<String> {
    Attacker::new(made_up, public).found()
}

fn original(made_up: &MadeUp) -> Dataset {
    load_text(&made_up.ron).unwrap_or_else(|error| panic!("{error:?}\n{}", made_up.ron)).dataset
}

#[test]
fn an_attacker_works_out_no_hidden_number() {
    let mut leaks = Vec::new();
    let mut hidden = 0;
    for seed in 0..DATASETS {
        let made_up = made_up(seed);
        let public = super::public(&original(&made_up), made_up.up_to);
        let attacker = Attacker::new(&made_up, &public);
        hidden += attacker.hidden.len();
        leaks.extend(attacker.found().into_iter().map(|leak| format!("{seed}, up to {}: {leak}", made_up.up_to)));
    }
    assert!(hidden > 1_000, "only {hidden} numbers were hidden");
    assert!(leaks.is_empty(), "{hidden} hidden, {} leaks:\n{}", leaks.len(), leaks.join("\n"));
}

#[test]
fn an_attacker_finds_what_is_put_back() {
    let (mut planted, mut found) = (0, 0);
    for seed in 0..30 {
        let made_up = made_up(seed);
        let original = original(&made_up);
        let mut public = super::public(&original, made_up.up_to);
        // Whatever was hidden only for the sake of others stands there again.
        let programme = &mut public.programmes[0];
        let is_secondary = |outcome: &sidebyside::model::Outcome| {
            outcome.withheld.as_ref().is_some_and(|w| w.count(Reason::Primary) == 0 && !w.numbers.is_empty())
        };
        for (shown, known) in programme.outcomes.iter_mut().zip(&original.programmes[0].outcomes) {
            if is_secondary(shown) {
                *shown = known.clone();
                planted += 1;
            }
        }
        found += usize::from(!attack(&made_up, &public).is_empty());
    }
    assert!(planted > 30 && found > 15, "{planted} planted, found in {found} datasets of 30");
}
