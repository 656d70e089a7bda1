//! The framework of an inspection by its name, and who inspects.
//!
//! Which ladder of grades a framework has is a rule of comparison, and is left to `compare::ladder`.

use crate::words::letters::{folded, plain_text};

/// How files and tables write that no framework is stated.
const NOT_STATED: &str = "not stated";

/// The framework under which a grade was given. Where none is stated there is none: `Option<Framework>`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Framework {
    name: String,
    by: Option<Inspectorate>,
}

impl Framework {
    /// The framework that a file or a form names; `None` for "not stated".
    pub fn of_text(name: &str) -> Option<Self> {
        let by = Inspectorate::named_in(&plain_words(name));
        (name != NOT_STATED).then(|| Self { name: name.to_owned(), by })
    }

    /// How files and tables write a framework, or that none is stated.
    pub fn text(framework: Option<&Self>) -> &str {
        framework.map_or(NOT_STATED, Self::as_str)
    }

    /// Its name, as published.
    pub fn as_str(&self) -> &str {
        &self.name
    }

    /// Whose it is, as its name tells; `None` where the name holds no inspectorate that is known here.
    pub fn inspectorate(&self) -> Option<Inspectorate> {
        self.by
    }

    /// Whether its name tells one framework from another: "unknown", as some files say, does not.
    pub fn tells(&self) -> bool {
        says_something(&plain_words(&self.name))
    }
}

/// Who inspects.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Inspectorate {
    /// Ofsted, England.
    Ofsted,
    /// The Care Quality Commission, England.
    Cqc,
    /// HM Inspectorate of Constabulary and Fire & Rescue Services, England and Wales.
    Hmicfrs,
    /// HM Inspectorate of Probation, England and Wales.
    Probation,
    /// Estyn, Wales.
    Estyn,
    /// Care Inspectorate Wales, until 2018 CSSIW.
    Wales,
    /// The Care Inspectorate, Scotland.
    Scotland,
}

/// The words that name an inspectorate, in plain writing; the longer name before one that it holds.
const INSPECTORATES: [(&str, Inspectorate); 19] = [
    ("ofsted", Inspectorate::Ofsted),
    ("office for standards in education", Inspectorate::Ofsted),
    ("cqc", Inspectorate::Cqc),
    ("care quality commission", Inspectorate::Cqc),
    ("hmicfrs", Inspectorate::Hmicfrs),
    ("hmic", Inspectorate::Hmicfrs),
    ("inspectorate of constabulary", Inspectorate::Hmicfrs),
    ("hmip", Inspectorate::Probation),
    ("hmi probation", Inspectorate::Probation),
    ("inspectorate of probation", Inspectorate::Probation),
    ("estyn", Inspectorate::Estyn),
    ("cssiw", Inspectorate::Wales),
    ("csiw", Inspectorate::Wales),
    ("ciw", Inspectorate::Wales),
    ("care inspectorate wales", Inspectorate::Wales),
    ("care and social services inspectorate wales", Inspectorate::Wales),
    ("arolygiaeth gofal cymru", Inspectorate::Wales),
    ("care inspectorate scotland", Inspectorate::Scotland),
    ("care inspectorate", Inspectorate::Scotland),
];

impl Inspectorate {
    /// The inspectorate whose name stands in a text in plain writing; `None` where it is not known here.
    pub fn named_in(plain: &str) -> Option<Self> {
        INSPECTORATES.iter().find(|(words, _)| holds_words(plain, words)).map(|(_, inspectorate)| *inspectorate)
    }
}

/// A name or a grade in one writing, without "(implied)".
pub fn plain_words(text: &str) -> String {
    plain_text(&folded(text).replace("(implied)", " "))
}

/// Whether a plain text holds these words as whole words.
pub fn holds_words(plain: &str, words: &str) -> bool {
    format!(" {plain} ").contains(&format!(" {words} "))
}

/// Whether a plain text says anything.
pub fn says_something(plain: &str) -> bool {
    !matches!(plain, "" | "not stated" | "not known" | "unknown")
}
