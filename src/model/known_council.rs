//! Councils of the United Kingdom with their codes, kinds and regions, as they are built in.
//!
//! The table is `assets/councils.tsv`; where it comes from stands in `assets/NOTICES.md`. It leaves out combined authorities,
//! and bodies that have no GSS code.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::{CouncilKind, Date, Nation, Period, When};

/// The table as it is built in.
const TABLE: &str = include_str!("../../assets/councils.tsv");

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
    /// The three digits that the Department for Education gives it, which its successor may keep; empty where it has none.
    pub dfe: &'static str,
}

impl KnownCouncil {
    /// Its name and every other name and earlier code.
    pub fn names(&self) -> impl Iterator<Item = &'static str> + '_ {
        std::iter::once(self.name).chain(self.aliases.iter().copied())
    }
}

/// Every council of the table, in order of name.
pub fn known_councils() -> &'static [KnownCouncil] {
    static COUNCILS: LazyLock<Vec<KnownCouncil>> = LazyLock::new(|| TABLE.lines().skip(1).filter_map(row).collect());
    &COUNCILS
}

/// The regions of England, in order of name.
pub fn known_regions() -> &'static [&'static str] {
    static REGIONS: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
        let named: BTreeSet<&str> = known_councils().iter().map(|council| council.region).collect();
        named.into_iter().filter(|region| !region.is_empty()).collect()
    });
    &REGIONS
}

/// The council with this GSS code, or with this one earlier.
pub fn known_by_gss(code: &str) -> Option<&'static KnownCouncil> {
    let earlier = || known_councils().iter().find(|council| council.aliases.contains(&code));
    known_councils().iter().find(|council| council.gss == code).or_else(earlier)
}

/// A row of the table; a test makes sure that every row is read.
fn row(line: &'static str) -> Option<KnownCouncil> {
    let mut cells = line.split('\t');
    let mut cell = || cells.next();
    let (name, gss, kind, region, nation) = (cell()?, cell()?, cell()?, cell()?, cell()?);
    let (from, until, successors, aliases, dfe) = (cell()?, cell()?, cell()?, cell()?, cell()?);
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
        dfe,
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
        assert_eq!(known_councils().len(), TABLE.lines().count() - 1);
        let codes: HashSet<&str> = known_councils().iter().map(|c| c.gss).collect();
        assert_eq!(codes.len(), known_councils().len());
        for council in known_councils() {
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
            let is_dfe = council.dfe.len() == 3 && council.dfe.bytes().all(|b| b.is_ascii_digit());
            assert!(council.dfe.is_empty() || is_dfe, "{} {}", council.name, council.dfe);
            assert!(council.successors.iter().all(|code| codes.contains(code)), "{}", council.name);
            assert_eq!(council.until.is_some(), !council.successors.is_empty(), "{}", council.name);
        }
    }
}
