//! The words around a number: what each of them leaves possible (R4), and how it is written and told.

use strum::{EnumCount, VariantArray};

use crate::say;

/// What the words around a number say of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumCount, VariantArray)]
pub enum Bound {
    /// Printed as it is: the value is known to half of its last printed digit.
    Exactly,
    /// "about", "around", "roughly".
    About,
    /// "over", "more than": the value lies above.
    Over,
    /// "at least": the value is this or more.
    AtLeast,
    /// "nearly", "almost", "just under".
    Nearly,
    /// "under", "less than": the value lies below.
    Under,
    /// "up to": the value is this or less.
    UpTo,
    /// "between one third and two thirds".
    Between,
}

/// Where the values end that a bound leaves possible, on one side of the printed number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// Half of the last printed digit away: it was rounded there.
    HalfDigit,
    /// One unit of the last digit that is not zero away. "About" and "nearly" say no amount; this is the application's convention.
    LastUnit,
    /// At the printed number, which is possible itself.
    Printed,
    /// At the printed number, which is not possible itself.
    Beyond,
    /// Nowhere: by an amount that nobody stated.
    Open,
    /// At the second number of a range, which is possible itself.
    Second,
}

/// All that differs between bounds.
struct BoundFacts {
    keyword: &'static str,
    low: End,
    high: End,
    /// A number with its bound, as people read it; a range has two numbers, and is told elsewhere.
    phrase: fn(&str) -> String,
    /// The bound alone, as people read it.
    label: fn() -> &'static str,
}

impl Bound {
    /// Every bound, in the order of the enum.
    pub const ALL: [Self; Self::COUNT] = every!();

    fn facts(self) -> BoundFacts {
        match self {
            Self::Exactly => BoundFacts {
                keyword: "exactly",
                low: End::HalfDigit,
                high: End::HalfDigit,
                phrase: str::to_owned,
                label: || say!("number-exactly.bound"),
            },
            Self::About => BoundFacts {
                keyword: "about",
                low: End::LastUnit,
                high: End::LastUnit,
                phrase: |number| say!("number-about", number = number),
                label: || say!("number-about.bound"),
            },
            Self::Over => BoundFacts {
                keyword: "over",
                low: End::Beyond,
                high: End::Open,
                phrase: |number| say!("number-over", number = number),
                label: || say!("number-over.bound"),
            },
            Self::AtLeast => BoundFacts {
                keyword: "at least",
                low: End::Printed,
                high: End::Open,
                phrase: |number| say!("number-at-least", number = number),
                label: || say!("number-at-least.bound"),
            },
            Self::Nearly => BoundFacts {
                keyword: "nearly",
                low: End::LastUnit,
                high: End::Beyond,
                phrase: |number| say!("number-nearly", number = number),
                label: || say!("number-nearly.bound"),
            },
            Self::Under => BoundFacts {
                keyword: "under",
                low: End::Open,
                high: End::Beyond,
                phrase: |number| say!("number-under", number = number),
                label: || say!("number-under.bound"),
            },
            Self::UpTo => BoundFacts {
                keyword: "up to",
                low: End::Open,
                high: End::Printed,
                phrase: |number| say!("number-up-to", number = number),
                label: || say!("number-up-to.bound"),
            },
            Self::Between => BoundFacts {
                keyword: "between",
                low: End::Printed,
                high: End::Second,
                phrase: str::to_owned,
                label: || say!("number-between.bound"),
            },
        }
    }

    /// The word used in files and tables; "exactly" is written only where the bound itself is the subject.
    pub fn keyword(self) -> &'static str {
        self.facts().keyword
    }

    /// The word on screen.
    pub fn label(self) -> &'static str {
        (self.facts().label)()
    }

    /// A written number in words with this bound; of a range the number alone, because it has two.
    pub fn phrase(self, number: &str) -> String {
        (self.facts().phrase)(number)
    }

    /// Where the possible values begin.
    pub fn low(self) -> End {
        self.facts().low
    }

    /// Where the possible values end.
    pub fn high(self) -> End {
        self.facts().high
    }

    /// Whether the value lies above the printed number and is never it: "over 60" is not 60, "at least 60" may be.
    pub fn leaves_out_low(self) -> bool {
        self.low() == End::Beyond
    }

    /// Whether the value lies below the printed number and is never it, as for "under 60" and "nearly 60".
    pub fn leaves_out_high(self) -> bool {
        self.high() == End::Beyond
    }

    /// On which side of the printed number the value may lie by an amount nobody stated.
    pub fn side(self) -> OpenSide {
        match (self.low(), self.high()) {
            (End::Open, _) => OpenSide::Below,
            (_, End::Open) => OpenSide::Above,
            _ => OpenSide::Neither,
        }
    }

    /// Whether the words say that the number is near, without saying how near it is.
    pub fn is_approximate(self) -> bool {
        self.low() == End::LastUnit
    }
}

/// The side of a number that its words leave open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OpenSide {
    /// Neither: the number is exact, near, or a range.
    Neither,
    /// Towards higher values: "over", "at least".
    Above,
    /// Towards lower values: "under", "up to".
    Below,
}

impl OpenSide {
    /// The same side of a number whose sign is turned round.
    #[must_use]
    pub fn turned(self) -> Self {
        match self {
            Self::Neither => Self::Neither,
            Self::Above => Self::Below,
            Self::Below => Self::Above,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r4_each_bound_is_open_on_the_side_that_its_words_say() {
        let by_hand = [
            ("exactly", OpenSide::Neither),
            ("about", OpenSide::Neither),
            ("over", OpenSide::Above),
            ("at least", OpenSide::Above),
            ("nearly", OpenSide::Neither),
            ("under", OpenSide::Below),
            ("up to", OpenSide::Below),
            ("between", OpenSide::Neither),
        ];
        for (keyword, side) in by_hand {
            let bound = Bound::ALL.into_iter().find(|bound| bound.keyword() == keyword).unwrap();
            assert_eq!(bound.side(), side, "{keyword}");
        }
    }
}
