//! What is left of the words around two levels ("over", "about") when a change is computed from them (R4).
//!
//! Definition: a change grows with the level after and shrinks as the level before grows. So "over" on the level after is
//! "over" on the change, and "over" on the level before is "under" on it. "About" and "nearly" leave "about". Two open ends, and
//! any range, leave no single bound: there is then no percentage. The bound belongs to the signed number: "over −25%" means above −25%.
//! Nothing is rounded here, and zero needs no case of its own: a level after of exactly zero is a change of exactly −100%.

use crate::model::{Bound, Number};

/// The bound of the change from `before` to `after`; `None` where the two together leave no single one.
///
/// ```
/// use sidebyside::{compare::bound::bound_of_change, model::{Bound, Number}};
/// let number = |text| Number::parse(text).unwrap();
/// assert_eq!(bound_of_change(&number("71,800"), &number("over 170,000")), Some(Bound::Over));
/// assert_eq!(bound_of_change(&number("over 60"), &number("under 30")), None);
/// ```
pub fn bound_of_change(before: &Number, after: &Number) -> Option<Bound> {
    match (before.bound(), after.bound()) {
        (Bound::Between, _) | (_, Bound::Between) => None,
        (Bound::Exactly, bound) => Some(softened(bound)),
        (bound, Bound::Exactly) => Some(turned(bound)),
        (before, after) if before.is_approximate() && after.is_approximate() => Some(Bound::About),
        _ => None,
    }
}

fn softened(bound: Bound) -> Bound {
    if bound == Bound::Nearly { Bound::About } else { bound }
}

/// The bound that a bound on the base leaves on the change.
fn turned(bound: Bound) -> Bound {
    match softened(bound) {
        Bound::Over => Bound::Under,
        Bound::AtLeast => Bound::UpTo,
        Bound::Under => Bound::Over,
        Bound::UpTo => Bound::AtLeast,
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r4_the_bound_of_a_level_survives_in_the_change() {
        for (before, after, bound) in [
            ("50", "75", Some(Bound::Exactly)),
            ("50", "over 75", Some(Bound::Over)),
            ("50", "at least 75", Some(Bound::AtLeast)),
            ("50", "up to 75", Some(Bound::UpTo)),
            ("50", "nearly 75", Some(Bound::About)),
            ("over 50", "75", Some(Bound::Under)),
            ("at least 50", "75", Some(Bound::UpTo)),
            ("under 50", "75", Some(Bound::Over)),
            ("up to 50", "75", Some(Bound::AtLeast)),
            ("about 50", "75", Some(Bound::About)),
            ("about 50", "nearly 75", Some(Bound::About)),
            ("about 50", "over 75", None),
            ("under 50", "over 75", None),
            ("50", "between 60 and 75", None),
        ] {
            let number = |text| Number::parse(text).unwrap();
            assert_eq!(bound_of_change(&number(before), &number(after)), bound, "{before} to {after}");
        }
    }
}
