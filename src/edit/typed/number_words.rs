//! The words around numbers: bounds before and behind, fractions, small numbers, powers of ten. How they are read is
//! [`super::number`]'s.

use crate::model::Bound;

/// Words in front of a number; where one begins like another, the longer stands first.
pub(super) const BEFORE: [(&str, Bound); 46] = [
    ("exactly", Bound::Exactly),
    ("approximately", Bound::About),
    ("approx.", Bound::About),
    ("approx", Bound::About),
    ("around", Bound::About),
    ("about", Bound::About),
    ("roughly", Bound::About),
    ("circa", Bound::About),
    ("some", Bound::About),
    ("close to", Bound::About),
    ("c.", Bound::About),
    ("~", Bound::About),
    ("just over", Bound::Over),
    ("well over", Bound::Over),
    ("over", Bound::Over),
    ("no more than", Bound::UpTo),
    ("not more than", Bound::UpTo),
    ("no fewer than", Bound::AtLeast),
    ("no less than", Bound::AtLeast),
    ("not less than", Bound::AtLeast),
    ("not fewer than", Bound::AtLeast),
    ("more than", Bound::Over),
    ("greater than", Bound::Over),
    ("above", Bound::Over),
    ("exceeding", Bound::Over),
    ("in excess of", Bound::Over),
    ("upwards of", Bound::Over),
    (">=", Bound::AtLeast),
    ("≥", Bound::AtLeast),
    (">", Bound::Over),
    ("at least", Bound::AtLeast),
    ("a minimum of", Bound::AtLeast),
    ("minimum", Bound::AtLeast),
    ("nearly", Bound::Nearly),
    ("almost", Bound::Nearly),
    ("just under", Bound::Nearly),
    ("under", Bound::Under),
    ("less than", Bound::Under),
    ("fewer than", Bound::Under),
    ("below", Bound::Under),
    ("up to", Bound::UpTo),
    ("at most", Bound::UpTo),
    ("a maximum of", Bound::UpTo),
    ("<=", Bound::UpTo),
    ("≤", Bound::UpTo),
    ("<", Bound::Under),
];

/// Words behind a number.
pub(super) const BEHIND: [(&str, Bound); 7] = [
    (" or more", Bound::AtLeast),
    (" or over", Bound::AtLeast),
    (" and over", Bound::AtLeast),
    (" or fewer", Bound::UpTo),
    (" or less", Bound::UpTo),
    (" or under", Bound::UpTo),
    ("+", Bound::AtLeast),
];

/// Fractions in whole per cent, as reports round them.
pub(super) const FRACTIONS: [(&str, &str); 17] = [
    ("half", "50"),
    ("a half", "50"),
    ("one half", "50"),
    ("a third", "33"),
    ("one third", "33"),
    ("two thirds", "67"),
    ("a quarter", "25"),
    ("one quarter", "25"),
    ("three quarters", "75"),
    ("a fifth", "20"),
    ("one fifth", "20"),
    ("two fifths", "40"),
    ("three fifths", "60"),
    ("four fifths", "80"),
    ("a tenth", "10"),
    ("one tenth", "10"),
    ("nine tenths", "90"),
];

/// Small numbers in words.
pub(super) const WORDS: [&str; 13] =
    ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/// Words for powers of ten.
pub(super) const SCALES: [(&str, usize); 9] = [
    ("thousand", 3),
    ("million", 6),
    ("billion", 9),
    ("bn", 9),
    ("mn", 6),
    ("m", 6),
    ("k", 3),
    ("hundred", 2),
    ("b", 9),
];

/// The digits of [`WORDS`].
pub(super) const SMALL: [&str; 13] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"];
