//! Councils of the United Kingdom that are offered while a name is typed, with their codes, kinds and regions.
//!
//! The table itself is the model's.

use crate::model::{Council, CouncilId, CouncilKind, Dataset, same_name};
pub use crate::model::{KnownCouncil, known_by_gss as by_gss, known_councils as councils, known_regions as regions};
use crate::words::letters::plain_text;

use crate::say;

use super::{PartKind, propose_id};

/// How many councils are suggested at most.
const SUGGESTIONS: usize = 8;
/// How alike two names must be to be near, on the scale of Jaro and Winkler from 0 to 1.
const NEAR: f64 = 0.88;

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

#[cfg(test)]
mod tests {
    use super::*;

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
