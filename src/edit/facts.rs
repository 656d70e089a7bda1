//! Councils of the United Kingdom that are offered while a name is typed, with their codes, kinds and regions.
//!
//! The table is `assets/councils.tsv`; where it comes from stands in `assets/NOTICES.md`. It leaves out combined authorities,
//! and bodies that have no GSS code.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::model::{Council, CouncilId, CouncilKind, Dataset, Date, Nation, Period, When, same_name};
use crate::words::letters::plain_text;

use crate::say;

use super::{PartKind, propose_id};

/// The table as it is built in.
const TABLE: &str = include_str!("../../assets/councils.tsv");

/// How many councils are suggested at most.
const SUGGESTIONS: usize = 8;
/// How alike two names must be to be near, on the scale of Jaro and Winkler from 0 to 1.
const NEAR: f64 = 0.88;

/// A council of the table.
#[derive(Clone, Debug, PartialEq)]
pub struct KnownCouncil {
    /// The short usual name; a county and the unitary council that followed it may share it.
    pub name: &'static str,
    /// Its GSS code, which no other council of the table has.
    pub gss: &'static str,
    /// What kind of council it is.
    pub kind: CouncilKind,
    /// The region of England; empty elsewhere.
    pub region: &'static str,
    /// Its nation.
    pub nation: Nation,
    /// When it began; `None` where that was before 2009 or is not in the table.
    pub from: Option<Date>,
    /// When it ended; `None` while it exists.
    pub until: Option<Date>,
    /// The codes of the councils that followed it.
    pub successors: Vec<&'static str>,
    /// Other names and earlier codes it is found by.
    pub aliases: Vec<&'static str>,
}

impl KnownCouncil {
    /// A new council for the dataset, with a free id. Successors are named where the dataset has them.
    pub fn council(&self, dataset: &Dataset) -> Council {
        let follows = |code: &&str| dataset.councils.iter().find(|c| c.gss.as_deref() == Some(*code));
        // A county that a unitary council of the same name followed leaves the plain id to it.
        let has_namesake = councils().iter().any(|other| other.name == self.name && other.gss != self.gss);
        let is_county = self.kind == CouncilKind::County;
        let name = if is_county && has_namesake { format!("{} county", self.name) } else { self.name.to_owned() };
        Council {
            id: CouncilId::new(propose_id(dataset, PartKind::Council, &name)),
            name: self.name.to_owned(),
            aliases: self.aliases.iter().map(|&alias| alias.to_owned()).collect(),
            kind: self.kind,
            region: self.region.to_owned(),
            nation: self.nation,
            gss: Some(self.gss.to_owned()),
            from: self.from,
            until: self.until,
            successors: self.successors.iter().filter_map(follows).map(|c| c.id.clone()).collect(),
            members: Vec::new(),
            note: String::new(),
        }
    }

    /// What tells it from others in a list: "Unitary authority, North East, E06000047", with its end where it has ended.
    pub fn hint(&self) -> String {
        let place = if self.region.is_empty() { self.nation.label() } else { self.region };
        let kind = self.kind.label();
        match self.until {
            Some(until) => {
                say!(
                    "edits-known-council-ended",
                    kind = kind,
                    place = place,
                    code = self.gss,
                    until = until.to_string()
                )
            }
            None => say!("edits-known-council", kind = kind, place = place, code = self.gss),
        }
    }

    fn names(&self) -> impl Iterator<Item = &'static str> + '_ {
        std::iter::once(self.name).chain(self.aliases.iter().copied())
    }
}

/// Every council of the table, in order of name.
pub fn councils() -> &'static [KnownCouncil] {
    static COUNCILS: LazyLock<Vec<KnownCouncil>> = LazyLock::new(|| TABLE.lines().skip(1).filter_map(row).collect());
    &COUNCILS
}

/// The regions of England, in order of name.
pub fn regions() -> &'static [&'static str] {
    static REGIONS: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
        let named: BTreeSet<&str> = councils().iter().map(|council| council.region).collect();
        named.into_iter().filter(|region| !region.is_empty()).collect()
    });
    &REGIONS
}

/// The council with this GSS code, or with this one earlier.
pub fn by_gss(code: &str) -> Option<&'static KnownCouncil> {
    let earlier = || councils().iter().find(|council| council.aliases.contains(&code));
    councils().iter().find(|council| council.gss == code).or_else(earlier)
}

/// The councils that a text may mean, the likeliest first, at most eight: those of this name or code, those whose name or another
/// name begins with it, those with a word that does, and those with a near name. Nothing for an empty text.
pub fn suggest(text: &str) -> Vec<&'static KnownCouncil> {
    let asked = plain_text(text);
    if asked.is_empty() {
        return Vec::new();
    }
    let mut rated: Vec<(u32, bool, &KnownCouncil)> = councils()
        .iter()
        .filter_map(|council| Some((distance(council, text, &asked)?, council.until.is_some(), council)))
        .collect();
    rated.sort_by_key(|(distance, has_ended, council)| (*distance, *has_ended, council.name));
    rated.into_iter().take(SUGGESTIONS).map(|(_, _, council)| council).collect()
}

/// How far a council is from what was asked for; `None` where it is not meant.
fn distance(council: &KnownCouncil, text: &str, asked: &str) -> Option<u32> {
    if council.gss.eq_ignore_ascii_case(text.trim()) || council.names().any(|name| same_name(name, text)) {
        return Some(0);
    }
    let name = plain_text(council.name);
    if name.starts_with(asked) {
        return Some(1);
    }
    let has_word = |name: &str| name.match_indices(asked).any(|(at, _)| at == 0 || name[..at].ends_with(' '));
    if has_word(&name) {
        return Some(2);
    }
    let mut others = council.aliases.iter().map(|alias| plain_text(alias));
    if others.any(|alias| has_word(&alias)) || plain_text(council.gss).starts_with(asked) {
        return Some(3);
    }
    let likeness = strsim::jaro_winkler(asked, &name);
    // The nearest first: 0.99 is 101, 0.88 is 112.
    (asked.chars().count() > 3 && likeness > NEAR).then(|| 200 - (likeness * 100.0) as u32)
}

/// A row of the table; a test makes sure that every row is read.
fn row(line: &'static str) -> Option<KnownCouncil> {
    let mut cells = line.split('\t');
    let mut cell = || cells.next();
    let (name, gss, kind, region, nation) = (cell()?, cell()?, cell()?, cell()?, cell()?);
    let (from, until, successors, aliases) = (cell()?, cell()?, cell()?, cell()?);
    let list = |cell: &'static str| cell.split(';').filter(|part| !part.is_empty()).collect();
    Some(KnownCouncil {
        name,
        gss,
        kind: match kind {
            "county" => CouncilKind::County,
            "unitary" => CouncilKind::Unitary,
            "metropolitan" => CouncilKind::Metropolitan,
            "london_borough" => CouncilKind::LondonBorough,
            "district" => CouncilKind::District,
            _ => return None,
        },
        region,
        nation: match nation {
            "england" => Nation::England,
            "wales" => Nation::Wales,
            "scotland" => Nation::Scotland,
            "northern_ireland" => Nation::NorthernIreland,
            _ => return None,
        },
        from: date(from)?,
        until: date(until)?,
        successors: list(successors),
        aliases: list(aliases),
    })
}

/// A date, or `Some(None)` for an empty cell.
#[allow(clippy::option_option, reason = "an empty cell is something else than a cell that can't be read")]
fn date(cell: &str) -> Option<Option<Date>> {
    if cell.is_empty() {
        return Some(None);
    }
    match Period::parse(cell).ok()?.when {
        When::At(date) => Some(Some(date)),
        When::Span(_) | When::Since(_) | When::Length { .. } | When::NotStated => None,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_row_is_read_with_codes_well_formed_unique_and_known() {
        assert_eq!(councils().len(), TABLE.lines().count() - 1);
        let codes: HashSet<&str> = councils().iter().map(|c| c.gss).collect();
        assert_eq!(codes.len(), councils().len());
        for council in councils() {
            let (letter, digits) = council.gss.split_at(1);
            let nation = match council.nation {
                Nation::England => "E",
                Nation::Wales => "W",
                Nation::Scotland => "S",
                _ => "N",
            };
            assert_eq!(letter, nation, "{}", council.name);
            assert!(digits.len() == 8 && digits.bytes().all(|b| b.is_ascii_digit()), "{}", council.gss);
            let series = match (council.nation, council.kind) {
                (Nation::England, CouncilKind::Unitary) => "E06",
                (Nation::England, CouncilKind::District) => "E07",
                (Nation::England, CouncilKind::Metropolitan) => "E08",
                (Nation::England, CouncilKind::LondonBorough) => "E09",
                (Nation::England, _) => "E10",
                (Nation::Wales, _) => "W06",
                (Nation::Scotland, _) => "S12",
                _ => "N09",
            };
            assert!(council.gss.starts_with(series), "{} {}", council.name, council.gss);
            assert_eq!(council.region.is_empty(), council.nation != Nation::England, "{}", council.name);
            assert!(council.successors.iter().all(|code| codes.contains(code)), "{}", council.name);
            assert_eq!(council.until.is_some(), !council.successors.is_empty(), "{}", council.name);
        }
    }

    #[test]
    fn a_council_is_suggested_by_beginning_alias_code_or_near_name() {
        for (typed, first) in [
            ("barns", "Barnsley"),
            ("Hull", "Kingston upon Hull"),
            ("E06000047", "County Durham"),
            ("Portsmuoth", "Portsmouth"),
            ("brighton & h", "Brighton and Hove"),
            ("caerd", "Cardiff"),
            ("leeds city council", "Leeds"),
            ("St. Helens", "St. Helens"),
            ("york", "York"),
            ("E08000016", "Barnsley"),
        ] {
            let names: Vec<&str> = suggest(typed).iter().map(|c| c.name).collect();
            assert_eq!(names.first(), Some(&first), "{typed}: {names:?}");
        }
        assert!(suggest("  ").is_empty() && suggest("qqqq").is_empty());
        let north_yorkshire: Vec<bool> = suggest("North Yorkshire").iter().take(2).map(|c| c.until.is_none()).collect();
        assert_eq!(north_yorkshire, [true, false], "the council of today comes first");
    }
}
