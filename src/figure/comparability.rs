//! The words of whether figures may be compared: the answer under a title, every reason, and the sentence one may write.
//!
//! What the answer is stands in [`crate::compare::comparability`]. The words name the weakest reason only; the others are told where
//! a reader asks why.

pub use crate::compare::comparability::Comparable;
use crate::compare::comparability::{Comparability, ComparabilityReason};
use crate::compare::phrases::{self, all_of, by_commas, by_semicolons};
use crate::compare::{Comparison, RatingChange};
use crate::model::{Direction, Level, Period, Published, TimeUnit, When};
use crate::say;

use super::{alt_text, words};

/// Of more places than this the number is told, and not the names.
const NAMED: usize = 3;

/// So many accounts are told in a sentence to copy; of more the directions are counted.
const ACCOUNTS: usize = 4;

/// The answer of a figure, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparabilityStrip {
    /// Whether they may be compared.
    pub answer: Comparable,
    /// All of it: "With care: both fell; since 2011 against one year. Say both fell, not which fell further."
    pub text: String,
    /// The weakest reason alone: "since 2011 against one year".
    pub reason: String,
    /// What one may say: a sentence.
    pub advice: String,
    /// A sentence for a paper, with names, figures and the weakest reason.
    pub sentence: String,
    /// Every reason as a sentence, the weakest first; none where the answer is yes.
    pub reasons: Vec<String>,
}

impl Comparable {
    /// "With care".
    pub fn label(self) -> &'static str {
        match self {
            Self::Yes => say!("comparability-yes"),
            Self::WithCare => say!("comparability-with-care"),
            Self::No => say!("comparability-no"),
        }
    }
}

impl ComparabilityStrip {
    /// Words an answer.
    pub fn of(comparability: &Comparability<'_, '_>) -> Self {
        let reasons: Vec<String> =
            comparability.reasons.iter().map(|reason| describe(*reason, comparability)).collect();
        let weakest = reasons.first().cloned().unwrap_or_else(|| say!("comparability-same").to_owned());
        let answer = comparability.answer();
        let finding = if answer == Comparable::No { None } else { finding(&comparability.asked) };
        let why = match finding {
            Some(finding) => {
                say!("comparability-finding-and-reason", finding = finding, reason = weakest.as_str())
            }
            None => weakest.clone(),
        };
        let advice = advice(comparability);
        let sentence = sentence(comparability, &weakest);
        let text = say!("comparability-strip", answer = answer.label(), why = why.as_str(), advice = advice.as_str());
        let reasons = reasons.iter().map(|reason| format!("{}.", words::sentence_case(reason))).collect();
        Self { answer, text, reason: weakest, advice, sentence, reasons }
    }

    /// The same for a single line, which may be cut at its end: what one may say stands before the reason.
    pub fn in_one_line(&self) -> String {
        let reason = words::sentence_case(&self.reason);
        say!("comparability-strip-line", answer = self.answer.label(), advice = self.advice.as_str(), reason = reason)
    }

    /// The answer, and the rest of its text behind it.
    pub fn parts(&self) -> (&str, &str) {
        match self.text.strip_prefix(self.answer.label()) {
            Some(rest) => (self.answer.label(), rest),
            None => ("", &self.text),
        }
    }
}

/// Which way an outcome went, as this strip tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Went {
    /// A number fell, rose or stayed.
    Moved(Direction),
    /// A grade went up or down its scale.
    Graded(Direction),
    /// Nobody can tell.
    Unclear,
}

impl Went {
    const ALL: [Self; 6] = [
        Self::Moved(Direction::Fell),
        Self::Graded(Direction::Rose),
        Self::Graded(Direction::Fell),
        Self::Moved(Direction::Rose),
        Self::Moved(Direction::Stable),
        Self::Unclear,
    ];

    fn of(comparison: &Comparison<'_>) -> Self {
        match (comparison.rating, comparison.movement.direction()) {
            (Some(RatingChange::Steps(steps)), _) => match steps.signum() {
                1 => Self::Graded(Direction::Rose),
                -1 => Self::Graded(Direction::Fell),
                _ => Self::Moved(Direction::Stable),
            },
            (
                Some(
                    RatingChange::FrameworkChanged
                    | RatingChange::FrameworkNotStated
                    | RatingChange::JudgementDiffers
                    | RatingChange::DatesTurnedRound
                    | RatingChange::UnknownScale,
                ),
                _,
            )
            | (None, None) => Self::Unclear,
            (None, Some(direction)) => Self::Moved(direction),
        }
    }

    /// "four fell".
    fn told(self, n: usize, who: &str) -> String {
        match self {
            Self::Moved(Direction::Fell) => say!("comparability-fell", who = who),
            Self::Moved(Direction::Rose) => say!("comparability-rose", who = who),
            Self::Moved(Direction::Stable) | Self::Graded(Direction::Stable) => say!("comparability-stable", who = who),
            Self::Graded(Direction::Rose) => say!("comparability-went-up", who = who),
            Self::Graded(Direction::Fell) => say!("comparability-went-down", who = who),
            Self::Unclear => say!("comparability-open", n = n, who = who),
        }
    }
}

/// The way that all of them went; `None` where they went different ways or one is unclear.
fn common(asked: &[&Comparison<'_>]) -> Option<Went> {
    let (first, rest) = asked.split_first()?;
    let went = Went::of(first);
    (went != Went::Unclear && rest.iter().all(|c| Went::of(c) == went)).then_some(went)
}

/// "both fell", "Leeds fell, Salford rose", "four fell, one stayed the same"; `None` where nothing can be told of any.
fn finding(asked: &[&Comparison<'_>]) -> Option<String> {
    let n = asked.len();
    if let Some(went) = common(asked) {
        let count = words::count(n);
        return Some(match (went, n) {
            (Went::Moved(Direction::Fell), 2) => say!("comparability-both-fell").to_owned(),
            (Went::Moved(Direction::Rose), 2) => say!("comparability-both-rose").to_owned(),
            (Went::Moved(Direction::Stable) | Went::Graded(Direction::Stable), 2) => {
                say!("comparability-both-stable").to_owned()
            }
            (Went::Graded(Direction::Rose), 2) => say!("comparability-both-went-up").to_owned(),
            (Went::Graded(Direction::Fell), 2) => say!("comparability-both-went-down").to_owned(),
            (Went::Moved(Direction::Fell), _) => say!("comparability-all-fell", count = count),
            (Went::Moved(Direction::Rose), _) => say!("comparability-all-rose", count = count),
            (Went::Moved(Direction::Stable) | Went::Graded(Direction::Stable), _) => {
                say!("comparability-all-stable", count = count)
            }
            (Went::Graded(Direction::Rose), _) => say!("comparability-all-went-up", count = count),
            (Went::Graded(Direction::Fell), _) => say!("comparability-all-went-down", count = count),
            (Went::Unclear, _) => return None,
        });
    }
    if let [one, other] = asked
        && one.place != other.place
    {
        let parts = [one, other].map(|c| Went::of(c).told(1, &c.place));
        return (Went::of(one) != Went::Unclear || Went::of(other) != Went::Unclear).then(|| by_commas(&parts));
    }
    // A title counts places: where one of them has several outcomes, it is said what is counted here.
    let mut places: Vec<&str> = asked.iter().map(|c| c.place.as_str()).collect();
    places.sort_unstable();
    places.dedup();
    let mut says_outcomes = places.len() < n;
    let parts: Vec<String> = Went::ALL
        .into_iter()
        .filter_map(|went| {
            let n = asked.iter().filter(|c| Went::of(c) == went).count();
            let count = words::count(n);
            // Once is enough, with the first number that is more than one.
            let who = if n > 1 && std::mem::take(&mut says_outcomes) {
                say!("comparability-outcomes", count = count)
            } else {
                count
            };
            (n > 0).then(|| went.told(n, &who))
        })
        .collect();
    let told = asked.iter().any(|c| Went::of(c) != Went::Unclear);
    told.then(|| by_commas(&parts))
}

/// A reason as a clause.
fn describe(reason: ComparabilityReason, comparability: &Comparability<'_, '_>) -> String {
    let asked = &comparability.asked;
    let named = || named(&comparability.who(reason));
    match reason {
        ComparabilityReason::FewerThanTwo => match asked.first() {
            Some(only) => say!("comparability-one-place", place = only.place.as_str()),
            None => say!("comparability-no-place").to_owned(),
        },
        ComparabilityReason::Concepts => say!("comparability-concepts").to_owned(),
        ComparabilityReason::Units => say!("comparability-units").to_owned(),
        ComparabilityReason::Bases => say!("comparability-bases").to_owned(),
        ComparabilityReason::Scales if asked.iter().any(|c| c.rating.is_some()) => {
            say!("comparability-grades").to_owned()
        }
        ComparabilityReason::Scales => say!("comparability-scales").to_owned(),
        ComparabilityReason::Forms => say!("comparability-forms").to_owned(),
        ComparabilityReason::Definitions => say!("comparability-definitions").to_owned(),
        ComparabilityReason::Lengths | ComparabilityReason::LengthsNotStated => lengths(asked),
        ComparabilityReason::Dates => match asked.as_slice() {
            [one, other] => two_times(one, other),
            _ => say!("comparability-dates").to_owned(),
        },
        ComparabilityReason::DatesNotStated => say!("comparability-dates-not-stated", who = named()),
        ComparabilityReason::Bounds => say!("comparability-bounds", who = named()),
        ComparabilityReason::Directions => say!("comparability-directions", who = named()),
        ComparabilityReason::Clients => say!("comparability-clients", who = named()),
        ComparabilityReason::PartOfYear => say!("comparability-part-of-year", who = named()),
        ComparabilityReason::SmallNumbers => say!("comparability-small-numbers", who = named()),
        ComparabilityReason::Conflicts => say!("comparability-conflicts", who = named()),
        ComparabilityReason::Suppressed => say!("comparability-suppressed", who = named()),
        ComparabilityReason::NotOutcomes => say!("comparability-not-outcomes", who = named()),
    }
}

/// "Leeds and Salford", "four places".
fn named(who: &[&Comparison<'_>]) -> String {
    let mut places: Vec<String> = Vec::new();
    for comparison in who {
        if !places.contains(&comparison.place) {
            places.push(comparison.place.clone());
        }
    }
    if places.len() > NAMED {
        return say!("comparability-who", n = places.len(), count = words::count(places.len()));
    }
    all_of(&places).unwrap_or_default()
}

/// "since 2011 against one year": what is said since a date stands first, and what is not stated last. Where the places went different
/// ways, which are told in their order, each time has its place.
fn two_times(one: &Comparison<'_>, other: &Comparison<'_>) -> String {
    let order = |c: &Comparison<'_>| match (is_since(c), c.duration_months) {
        (true, _) => 0,
        (false, Some(_)) => 1,
        (false, None) => 2,
    };
    let times = [time(one), time(other)];
    if is_since(one) && is_since(other) {
        let [one, other] = times;
        return if one == other {
            say!("comparability-both-the-same-since", since = one)
        } else {
            say!("comparability-both-since", one = one, other = other)
        };
    }
    if order(one) == 2 && order(other) == 2 && times[0] == times[1] {
        return say!("comparability-no-lengths").to_owned();
    }
    let [first, last] = times;
    if common(&[one, other]).is_none() && one.place != other.place {
        let (place, elsewhere) = (one.place.as_str(), other.place.as_str());
        return say!("comparability-times-of-places", one = first, place = place, other = last, elsewhere = elsewhere);
    }
    let (first, last) = if order(one) <= order(other) { (first, last) } else { (last, first) };
    say!("comparability-two-times", one = first, other = last)
}

/// Whether its time is told as beginning at a date, with no end.
fn is_since(comparison: &Comparison<'_>) -> bool {
    let over = match &comparison.located.outcome.published {
        Published::Pair { over, .. } | Published::Change { over, .. } | Published::Direction { over, .. } => over,
        Published::Part { period, .. } => period,
        Published::Single(single) => &single.period,
        Published::SingleGrade(grade) => &grade.date,
        Published::Suppressed(remains) => &remains.over,
        Published::Rating { .. } | Published::Series { .. } => return false,
    };
    matches!(over.when, When::Since(_))
}

/// "since 2011 against one year", "over periods from one year to five years, and two of a length not stated".
fn lengths(asked: &[&Comparison<'_>]) -> String {
    if let [one, other] = asked {
        return two_times(one, other);
    }
    let mut known: Vec<f64> = asked.iter().filter_map(|c| c.duration_months).collect();
    known.sort_by(f64::total_cmp);
    let unknown = asked.len() - known.len();
    let (Some(&shortest), Some(&longest)) = (known.first(), known.last()) else {
        return say!("comparability-no-lengths").to_owned();
    };
    let count = words::count(unknown);
    let is_one = crate::compare::months::equal_lengths(shortest, longest);
    match (is_one, unknown) {
        (true, _) => say!("comparability-length-of-some", length = length(shortest), count = count),
        (false, 0) => say!("comparability-lengths", shortest = length(shortest), longest = length(longest)),
        (false, _) => {
            let lengths = say!("comparability-lengths", shortest = length(shortest), longest = length(longest));
            say!("comparability-lengths-and-more", lengths = lengths, count = count)
        }
    }
}

/// A length in months as people say it: "18 months", "five years".
fn length(months: f64) -> String {
    let years = months / 12.0;
    if (years - years.round()).abs() < 0.05 && years >= 1.0 {
        return in_units(TimeUnit::Years, years.round() as usize);
    }
    in_units(TimeUnit::Months, months.round() as usize)
}

fn in_units(unit: TimeUnit, n: usize) -> String {
    let count = words::count(n);
    match unit {
        TimeUnit::Days => say!("comparability-days", n = n, count = count),
        TimeUnit::Weeks => say!("comparability-weeks", n = n, count = count),
        TimeUnit::Months => say!("comparability-months", n = n, count = count),
        TimeUnit::Years => say!("comparability-years", n = n, count = count),
    }
}

/// When an outcome was, in a few words: "one year", "since 2011", "2015 to 2017".
fn time(comparison: &Comparison<'_>) -> String {
    let published = &comparison.located.outcome.published;
    let over = match published {
        Published::Pair { over, .. } | Published::Change { over, .. } | Published::Direction { over, .. } => Some(over),
        Published::Part { period, .. } => Some(period),
        Published::Single(single) => Some(&single.period),
        Published::SingleGrade(grade) => Some(&grade.date),
        Published::Suppressed(remains) => Some(&remains.over),
        Published::Rating { .. } | Published::Series { .. } => None,
    };
    match over.map(|over| &over.when) {
        Some(When::Length { count, unit, .. }) => in_units(*unit, usize::from(*count)),
        Some(when @ (When::At(_) | When::Span(_) | When::Since(_))) => {
            Period { when: when.clone(), implied: false }.label()
        }
        Some(When::NotStated) | None => match (published, comparison.duration_months) {
            // Two counts over a time each would be told with another "against".
            (Published::Pair { before, after, .. }, Some(months)) if lasts(before) || lasts(after) => length(months),
            (_, Some(_)) => words::time_between(published),
            (_, None) => say!("comparability-no-period").to_owned(),
        },
    }
}

/// Whether a level was counted over a time, and not on a date.
fn lasts(level: &Level) -> bool {
    match level.period.when {
        When::Span(_) | When::Length { .. } | When::Since(_) => true,
        When::At(_) | When::NotStated => false,
    }
}

/// What one may say, from the weakest reason.
fn advice(comparability: &Comparability<'_, '_>) -> String {
    let asked = &comparability.asked;
    let directions = || {
        let count = words::count(asked.len());
        match (common(asked), asked.len()) {
            (Some(Went::Moved(Direction::Fell)), 2) => say!("comparability-say-both-fell").to_owned(),
            (Some(Went::Moved(Direction::Rose)), 2) => say!("comparability-say-both-rose").to_owned(),
            (Some(Went::Moved(Direction::Stable)), 2) => say!("comparability-say-both-stable").to_owned(),
            (Some(Went::Moved(Direction::Fell)), _) => say!("comparability-say-all-fell", count = count),
            (Some(Went::Moved(Direction::Rose)), _) => say!("comparability-say-all-rose", count = count),
            (Some(Went::Moved(Direction::Stable)), _) => say!("comparability-say-all-stable", count = count),
            (Some(Went::Graded(_)), _) => say!("comparability-say-which-went").to_owned(),
            (Some(Went::Unclear) | None, _) => say!("comparability-say-directions").to_owned(),
        }
    };
    let Some(weakest) = comparability.reasons.first() else {
        return match common(asked) {
            Some(Went::Moved(Direction::Fell)) => say!("comparability-say-fell-further").to_owned(),
            Some(Went::Moved(Direction::Rose)) => say!("comparability-say-rose-further").to_owned(),
            Some(Went::Moved(Direction::Stable)) => directions(),
            Some(Went::Graded(_)) => say!("comparability-say-which-went").to_owned(),
            Some(Went::Unclear) | None => say!("comparability-say-each").to_owned(),
        };
    };
    match weakest {
        ComparabilityReason::FewerThanTwo => match asked.first() {
            Some(only) => say!("comparability-say-one-alone", place = only.place.as_str()),
            None => say!("comparability-say-each-alone").to_owned(),
        },
        ComparabilityReason::Concepts
        | ComparabilityReason::Units
        | ComparabilityReason::Bases
        | ComparabilityReason::Scales
        | ComparabilityReason::Forms => say!("comparability-say-each-alone").to_owned(),
        ComparabilityReason::Definitions
        | ComparabilityReason::Lengths
        | ComparabilityReason::LengthsNotStated
        | ComparabilityReason::Dates
        | ComparabilityReason::DatesNotStated
        | ComparabilityReason::Directions
        | ComparabilityReason::PartOfYear => directions(),
        ComparabilityReason::Bounds => say!("comparability-say-bounds").to_owned(),
        ComparabilityReason::Clients => say!("comparability-say-clients").to_owned(),
        ComparabilityReason::SmallNumbers => say!("comparability-say-counts").to_owned(),
        ComparabilityReason::Conflicts => say!("comparability-say-both-numbers").to_owned(),
        ComparabilityReason::Suppressed => say!("comparability-say-suppressed").to_owned(),
        ComparabilityReason::NotOutcomes => say!("comparability-say-not-outcomes").to_owned(),
    }
}

/// A sentence for a paper: what each published, and the weakest reason.
fn sentence(comparability: &Comparability<'_, '_>, reason: &str) -> String {
    let asked = &comparability.asked;
    let mut concepts: Vec<String> = Vec::new();
    for comparison in asked {
        let concept = words::sentence_case(&comparison.located.indicator.concept);
        if !concepts.contains(&concept) {
            concepts.push(concept);
        }
    }
    let what = all_of(&concepts).unwrap_or_default();
    let few = asked.len() <= ACCOUNTS;
    let counted = if few { None } else { finding(asked) };
    let accounts = counted.unwrap_or_else(|| by_semicolons(&asked.iter().map(|c| account(c)).collect::<Vec<_>>()));
    match comparability.answer() {
        Comparable::Yes => say!("comparability-sentence-yes", what = what, accounts = accounts, reason = reason),
        Comparable::WithCare => {
            say!("comparability-sentence-with-care", what = what, accounts = accounts, reason = reason)
        }
        Comparable::No => say!("comparability-sentence-no", what = what, accounts = accounts, reason = reason),
    }
}

/// "Leeds fell by 15.5% (since 2011)"; what tells its dates itself needs no time behind it.
fn account(comparison: &Comparison<'_>) -> String {
    let (published, place) = (&comparison.located.outcome.published, comparison.place.as_str());
    let finding = match published {
        Published::Direction { direction, .. } => {
            say!("comparability-of-direction", direction = phrases::direction(*direction))
        }
        Published::Pair { .. }
        | Published::Change { .. }
        | Published::Rating { .. }
        | Published::Part { .. }
        | Published::Single(_)
        | Published::SingleGrade(_)
        | Published::Series { .. }
        | Published::Suppressed(_) => alt_text::finding(comparison),
    };
    match published {
        Published::Change { .. } | Published::Direction { .. } | Published::Part { .. } | Published::Single(_) => {
            say!("comparability-account-when", place = place, finding = finding, when = time(comparison))
        }
        Published::Pair { .. }
        | Published::Rating { .. }
        | Published::SingleGrade(_)
        | Published::Series { .. }
        | Published::Suppressed(_) => say!("comparability-account", place = place, finding = finding),
    }
}
