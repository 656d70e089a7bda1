//! Places of a table matched with those that are known: by level, code and name together, then by another name.
//!
//! London, Inner London and Outer London share a code in some tables and stay three places. What is matched by its code alone, or
//! under another name, is told; what nobody knows is left out and told with the nearest names.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::finding::{Findings, ImportFindingKind};
use super::naming::slug;
use crate::model::{
    Council, CouncilId, CouncilKind, KnownCouncil, Nation, known_by_gss, known_councils, name_key, nearest,
};
use crate::say;
use crate::words::letters::plain_text;

/// Places of statistics that are no councils: their names, codes and kinds. A group has no code of its own where none is given.
const OTHERS: [(&str, &str, CouncilKind); 19] = [
    ("England", "E92000001", CouncilKind::Nation),
    ("Wales", "W92000004", CouncilKind::Nation),
    ("Scotland", "S92000003", CouncilKind::Nation),
    ("Northern Ireland", "N92000002", CouncilKind::Nation),
    ("North East", "E12000001", CouncilKind::Region),
    ("North West", "E12000002", CouncilKind::Region),
    ("Yorkshire and The Humber", "E12000003", CouncilKind::Region),
    ("East Midlands", "E12000004", CouncilKind::Region),
    ("West Midlands", "E12000005", CouncilKind::Region),
    ("East of England", "E12000006", CouncilKind::Region),
    ("London", "E12000007", CouncilKind::Region),
    ("South East", "E12000008", CouncilKind::Region),
    ("South West", "E12000009", CouncilKind::Region),
    ("Inner London", "E13000001", CouncilKind::Group),
    ("Outer London", "E13000002", CouncilKind::Group),
    ("Shire Counties", "", CouncilKind::Group),
    ("Metropolitan Districts", "", CouncilKind::Group),
    ("Unitary Authorities", "", CouncilKind::Group),
    ("London Boroughs", "", CouncilKind::Group),
];

/// The region that a part of it lies in; empty where none is part of one.
fn region_of(name: &str) -> &'static str {
    match name {
        "Inner London" | "Outer London" => "London",
        _ => "",
    }
}

/// Councils whose successor of the same name has another area: Dorset gave Christchurch away.
const CHANGED_AREAS: [&str; 1] = ["E10000009"];

/// Other names of them.
const OTHER_NAMES: [(&str, &str); 8] = [
    ("Eastern", "East of England"),
    ("East", "East of England"),
    ("Yorkshire and Humber", "Yorkshire and The Humber"),
    ("Shire County", "Shire Counties"),
    ("County councils", "Shire Counties"),
    ("Metropolitan District", "Metropolitan Districts"),
    ("Unitary Authority", "Unitary Authorities"),
    ("London Borough", "London Boroughs"),
];

/// How many places that nobody knows are told with the nearest names.
const NEAREST_TOLD: usize = 50;

/// What a table says of a place; each is empty where it says nothing.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct PlaceTexts<'a> {
    /// "Local authority", "REGION".
    pub(super) level: &'a str,
    /// A GSS code.
    pub(super) code: &'a str,
    /// The three digits of the Department for Education.
    pub(super) dfe: &'a str,
    /// The name.
    pub(super) name: &'a str,
}

/// What kind of place a level is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PlaceLevel {
    /// A country.
    Nation,
    /// A region.
    Region,
    /// A council.
    Council,
    /// A group of councils.
    Group,
    /// Something that is no place here: a school, a ward.
    Other,
    /// Nothing was said.
    NotStated,
}

impl PlaceLevel {
    /// What a word of a table means.
    pub(super) fn of(text: &str) -> Self {
        let words = plain_text(text);
        match words.as_str() {
            "" => Self::NotStated,
            "national" | "country" | "nation" | "england" => Self::Nation,
            "regional" | "region" | "gor" | "government office region" => Self::Region,
            "council type" | "la type" | "group" | "type" => Self::Group,
            "local authority"
            | "la"
            | "council"
            | "utla"
            | "ltla"
            | "lad"
            | "authority"
            | "local authority district"
            | "upper tier local authority"
            | "county"
            | "unitary"
            | "district"
            | "county unitary" => Self::Council,
            _ => Self::Other,
        }
    }

    fn fits(self, kind: CouncilKind) -> bool {
        match self {
            Self::Nation => kind == CouncilKind::Nation,
            Self::Region => matches!(kind, CouncilKind::Region | CouncilKind::Group),
            Self::Council => kind.is_council(),
            Self::Group => matches!(kind, CouncilKind::Group | CouncilKind::Region),
            Self::Other => false,
            Self::NotStated => true,
        }
    }
}

/// A place that is known.
#[derive(Clone, Copy, Debug)]
enum KnownPlace {
    Council(&'static KnownCouncil),
    Other(&'static (&'static str, &'static str, CouncilKind)),
}

impl KnownPlace {
    fn name(self) -> &'static str {
        match self {
            Self::Council(council) => council.name,
            Self::Other((name, _, _)) => name,
        }
    }

    fn gss(self) -> &'static str {
        match self {
            Self::Council(council) => council.gss,
            Self::Other((_, gss, _)) => gss,
        }
    }

    fn kind(self) -> CouncilKind {
        match self {
            Self::Council(council) => council.kind,
            Self::Other((_, _, kind)) => *kind,
        }
    }

    fn is(self, other: Self) -> bool {
        self.name() == other.name() && self.gss() == other.gss()
    }

    /// Whether this is its usual name; another name is told.
    fn is_called(self, name: &str) -> bool {
        plain_text(self.name()) == plain_text(name)
    }

    /// The council that took over the same area under the same name: its code is another, and the place the same (R17).
    fn heir(self) -> Option<Self> {
        let Self::Council(ended) = self else { return None };
        let [code] = ended.successors.as_slice() else { return None };
        let heir = known_councils().iter().find(|council| council.gss == *code && council.name == ended.name)?;
        // A county that lost a part, as Dorset did, leaves one of its districts to another.
        let is_whole = !CHANGED_AREAS.contains(&ended.gss);
        is_whole.then_some(Self::Council(heir))
    }

    fn has_ended(self) -> bool {
        matches!(self, Self::Council(council) if council.until.is_some())
    }
}

/// Every known place by what tells its name.
fn by_name() -> &'static HashMap<String, Vec<KnownPlace>> {
    static NAMES: LazyLock<HashMap<String, Vec<KnownPlace>>> = LazyLock::new(|| {
        let mut names: HashMap<String, Vec<KnownPlace>> = HashMap::new();
        let mut add = |name: &str, known: KnownPlace| {
            let list = names.entry(name_key(name)).or_default();
            if !list.iter().any(|other| other.is(known)) {
                list.push(known);
            }
        };
        for council in known_councils() {
            for name in council.names() {
                add(name, KnownPlace::Council(council));
            }
        }
        for other in &OTHERS {
            add(other.0, KnownPlace::Other(other));
        }
        for (alias, name) in OTHER_NAMES {
            for other in OTHERS.iter().filter(|other| other.0 == name) {
                add(alias, KnownPlace::Other(other));
            }
        }
        names
    });
    &NAMES
}

/// Whether a text is the name of a known place.
pub(super) fn is_name(text: &str) -> bool {
    text.len() > 2 && text.starts_with(char::is_alphabetic) && by_name().contains_key(&name_key(text))
}

/// Whether a text is written as a GSS code.
pub(super) fn is_code(text: &str) -> bool {
    text.len() == 9
        && text.starts_with(['E', 'W', 'S', 'N', 'K', 'e', 'w', 's', 'n'])
        && text.bytes().skip(1).all(|byte| byte.is_ascii_digit())
}

/// Why a place was not matched.
#[derive(Debug)]
enum NotMatched {
    /// Nobody knows it.
    Unknown,
    /// Its code is that of the first, its name that of the second.
    CodeOfAnother(KnownPlace, KnownPlace),
    /// Several have the name.
    Several(Vec<KnownPlace>),
}

/// How a place was matched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum MatchedBy {
    Plainly,
    ByCode,
    ByFormerCode,
    ByDfe,
    ByName,
}

fn by_code(code: &str) -> Option<KnownPlace> {
    let code = code.to_uppercase();
    let other = || OTHERS.iter().find(|(_, gss, _)| *gss == code).map(KnownPlace::Other);
    if code.is_empty() { None } else { known_by_gss(&code).map(KnownPlace::Council).or_else(other) }
}

/// Those of a name that fit the level, the ones that still exist first.
fn named(name: &str, level: PlaceLevel) -> Vec<KnownPlace> {
    let all = by_name().get(&name_key(name)).map(Vec::as_slice).unwrap_or_default();
    let mut fitting: Vec<KnownPlace> = all.iter().copied().filter(|known| level.fits(known.kind())).collect();
    // "London" is the region, although "City of London" has the same telling word, and Bournemouth is not what followed it.
    if fitting.iter().any(|known| known.is_called(name)) {
        fitting.retain(|known| known.is_called(name));
    }
    if fitting.iter().any(|known| !known.has_ended()) {
        fitting.retain(|known| !known.has_ended());
    }
    // A district of the same name is meant only where its level is said.
    if fitting.len() > 1 && fitting.iter().any(|known| known.kind() != CouncilKind::District) {
        fitting.retain(|known| known.kind() != CouncilKind::District);
    }
    fitting
}

fn find(texts: PlaceTexts<'_>) -> Result<(KnownPlace, MatchedBy), NotMatched> {
    let level = PlaceLevel::of(texts.level);
    // They may carry the code of London, or none.
    let part_of_london = OTHERS.iter().find(|(name, _, kind)| {
        *kind == CouncilKind::Group && !texts.name.is_empty() && plain_text(texts.name) == plain_text(name)
    });
    if let Some(part) = part_of_london {
        return Ok((KnownPlace::Other(part), MatchedBy::Plainly));
    }
    let of_name = || if texts.name.is_empty() { Vec::new() } else { named(texts.name, level) };
    if let Some(known) = by_code(texts.code) {
        if let Some(heir) = known.heir().filter(|heir| texts.name.is_empty() || heir.is_called(texts.name)) {
            return Ok((heir, MatchedBy::ByFormerCode));
        }
        if texts.name.is_empty() || is_code(texts.name) || known.is_called(texts.name) {
            return Ok((known, MatchedBy::Plainly));
        }
        let same = by_name().get(&name_key(texts.name)).map(Vec::as_slice).unwrap_or_default();
        return match same.first() {
            Some(other) if !same.iter().any(|named| named.is(known) || known.name() == named.name()) => {
                Err(NotMatched::CodeOfAnother(known, *other))
            }
            Some(_) | None => Ok((known, MatchedBy::ByCode)),
        };
    }
    let is_council = matches!(level, PlaceLevel::Council | PlaceLevel::NotStated);
    let is_other = OTHERS.iter().any(|(name, ..)| plain_text(name) == plain_text(texts.name));
    if !texts.dfe.is_empty() && is_council && !is_other {
        let mut all: Vec<KnownPlace> =
            known_councils().iter().filter(|council| council.dfe == texts.dfe).map(KnownPlace::Council).collect();
        if all.iter().any(|known| !known.has_ended()) {
            all.retain(|known| !known.has_ended());
        }
        if let Some(known) = all.first() {
            let is_called = texts.name.is_empty() || known.is_called(texts.name);
            return Ok((*known, if is_called { MatchedBy::Plainly } else { MatchedBy::ByDfe }));
        }
    }
    let found = of_name();
    match found.as_slice() {
        [] => Err(NotMatched::Unknown),
        [only] if only.is_called(texts.name) => Ok((*only, MatchedBy::Plainly)),
        [only] => Ok((*only, MatchedBy::ByName)),
        _ => Err(NotMatched::Several(found)),
    }
}

/// The places of one import, each once.
#[derive(Debug, Default)]
pub(super) struct PlaceList {
    /// In the order in which they were met.
    pub(super) list: Vec<Council>,
    by_texts: HashMap<String, Option<usize>>,
    not_known: usize,
}

impl PlaceList {
    /// A list that begins with these places.
    pub(super) fn of(list: Vec<Council>) -> Self {
        Self { list, ..Self::default() }
    }

    /// The place that a row means; `None` where it is left out, which was told.
    ///
    /// `aliases` are names that the profile gives another name or code.
    pub(super) fn find(
        &mut self,
        texts: PlaceTexts<'_>,
        aliases: &[(String, String)],
        row: Option<u32>,
        column: &str,
        findings: &mut Findings,
    ) -> Option<usize> {
        let key = [texts.level, texts.code, texts.dfe, texts.name].join("\u{1f}");
        if let Some(known) = self.by_texts.get(&key) {
            return *known;
        }
        let alias =
            aliases.iter().find(|(from, _)| from == texts.name || from == texts.code).map(|(_, to)| to.as_str());
        let asked = match alias {
            Some(to) if is_code(to) => PlaceTexts { code: to, name: "", ..texts },
            Some(to) => PlaceTexts { name: to, code: "", dfe: "", ..texts },
            None => texts,
        };
        let found = match find(asked) {
            Ok((known, how)) => {
                Self::tell(texts, known, how, row, column, findings);
                Some(self.place(known))
            }
            Err(why) => {
                self.tell_unmatched(texts, &why, row, column, findings);
                None
            }
        };
        self.by_texts.insert(key, found);
        found
    }

    fn tell(
        texts: PlaceTexts<'_>,
        known: KnownPlace,
        how: MatchedBy,
        row: Option<u32>,
        column: &str,
        findings: &mut Findings,
    ) {
        let sentence = || match how {
            MatchedBy::Plainly => String::new(),
            MatchedBy::ByCode => {
                say!("import-place-by-code", name = texts.name, known = known.name(), code = texts.code)
            }
            MatchedBy::ByFormerCode => {
                say!("import-place-by-former-code", known = known.name(), code = texts.code, own = known.gss())
            }
            MatchedBy::ByDfe => say!("import-place-by-dfe", name = texts.name, known = known.name(), code = texts.dfe),
            MatchedBy::ByName => {
                say!("import-place-by-name", name = texts.name, known = known.name(), code = known.gss())
            }
        };
        if how != MatchedBy::Plainly {
            findings.add(ImportFindingKind::Matched, row, column, sentence);
        }
        if texts.code == "E12000007" && known.kind() == CouncilKind::Group {
            findings.add(ImportFindingKind::Matched, row, column, || {
                say!("import-part-of-london", name = known.name(), code = texts.code)
            });
        }
    }

    fn tell_unmatched(
        &mut self,
        texts: PlaceTexts<'_>,
        why: &NotMatched,
        row: Option<u32>,
        column: &str,
        findings: &mut Findings,
    ) {
        let shown = [texts.name, texts.code, texts.dfe].into_iter().find(|text| !text.is_empty()).unwrap_or_default();
        match why {
            NotMatched::CodeOfAnother(of_code, of_name) => {
                findings.add(ImportFindingKind::CodeOfAnother, row, column, || {
                    say!(
                        "import-code-of-another",
                        code = texts.code,
                        known = of_code.name(),
                        name = texts.name,
                        other = of_name.gss()
                    )
                });
            }
            NotMatched::Several(several) => findings.add(ImportFindingKind::UnknownPlace, row, column, || {
                let names = several.iter().map(|known| format!("{} ({})", known.name(), known.gss()));
                say!("import-several-places", name = shown, several = names.collect::<Vec<_>>().join(", "))
            }),
            NotMatched::Unknown => {
                self.not_known += 1;
                let is_told = self.not_known <= NEAREST_TOLD && !texts.name.is_empty();
                findings.add(ImportFindingKind::UnknownPlace, row, column, || {
                    let names = known_councils().iter().map(|council| council.name);
                    let near = if is_told { nearest(texts.name, names) } else { Vec::new() };
                    if near.is_empty() {
                        say!("import-unknown-place", name = shown)
                    } else {
                        say!("import-unknown-place-near", name = shown, near = near.join(", "))
                    }
                });
            }
        }
    }

    /// The place of a known one in the list.
    fn place(&mut self, known: KnownPlace) -> usize {
        let gss = Some(known.gss()).filter(|gss| !gss.is_empty());
        let is_it = |council: &Council| council.gss.as_deref() == gss && council.name == known.name();
        if let Some(nth) = self.list.iter().position(is_it) {
            return nth;
        }
        let stem = slug(known.name());
        let is_taken = |id: &str| self.list.iter().any(|council| council.id.as_str() == id);
        let is_county = known.kind() == CouncilKind::County
            && by_name().get(&name_key(known.name())).is_some_and(|all| all.len() > 1);
        let stem = if is_county { format!("{stem}-county") } else { stem };
        let id = if is_taken(&stem) { format!("{stem}-{}", known.gss().to_lowercase()) } else { stem };
        self.list.push(council(known, CouncilId::new(id)));
        self.list.len() - 1
    }
}

fn council(known: KnownPlace, id: CouncilId) -> Council {
    let texts = |list: &[&str]| list.iter().map(|&text| text.to_owned()).collect();
    let nation_of = |gss: &str| match gss.chars().next() {
        Some('W') => Nation::Wales,
        Some('S') => Nation::Scotland,
        Some('N') => Nation::NorthernIreland,
        Some(_) | None => Nation::England,
    };
    let (aliases, region, nation, from, until) = match known {
        KnownPlace::Council(council) => {
            (texts(&council.aliases), council.region, council.nation, council.from, council.until)
        }
        KnownPlace::Other((name, gss, _)) => (Vec::new(), region_of(name), nation_of(gss), None, None),
    };
    Council {
        id,
        name: known.name().to_owned(),
        aliases,
        kind: known.kind(),
        region: region.to_owned(),
        nation,
        gss: Some(known.gss().to_owned()).filter(|gss| !gss.is_empty()),
        from,
        until,
        successors: Vec::new(),
        members: Vec::new(),
        note: String::new(),
    }
}

#[cfg(test)]
mod tests;
