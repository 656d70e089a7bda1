//! Units in the spellings that sources use.

use super::*;

const POUNDS: UnitKind = UnitKind::Money(Money { sign: Some('£'), scale: MoneyScale::Whole });

fn scaled(scale: MoneyScale) -> UnitKind {
    UnitKind::Money(Money { sign: Some('£'), scale })
}

#[test]
fn r6_what_is_counted_is_asked_of_the_head_of_the_unit() {
    for text in [
        "children",
        "children under 5 years",
        "young people aged 16 to 18 years",
        "children per year",
        "people waiting over 28 days",
        "babies under 4 weeks",
        "pupils at grade 5",
        "index offences",
        "incidents in 12 months",
        "children (percentage of all looked after)",
        "enquiries a month",
        "families earning under £20,000",
        "hundreds of visits",
        "place orders",
        "day centre users",
        "second homes",
        "year 6 pupils",
        "years 7 to 9 pupils",
        "month-old babies",
        "grade 5 pupils",
        "Grade II listed buildings",
        "rating appeals",
        "points of contact",
        "index children",
        "score cards",
        "mile walkers",
        "£5 vouchers",
        "per week",
        "per calendar month",
        "children per school year",
        "incidents per 12 months",
        "incidents per six months",
        "children per term",
        "children (per 10,000 in brackets)",
        "people 65 years and over",
        "full-time equivalents",
        "not stated",
        "",
    ] {
        assert!(Unit::new(text).is_counted(), "{text}: {:?}", Unit::new(text).kind());
    }
}

#[test]
fn amounts_are_read_in_every_spelling() {
    for (text, kind) in [
        ("%", UnitKind::Percent),
        ("% of children", UnitKind::Percent),
        ("per cent", UnitKind::Percent),
        ("Per cent of pupils", UnitKind::Percent),
        ("percent", UnitKind::Percent),
        ("percentage", UnitKind::Percent),
        ("pct of children", UnitKind::Percent),
        ("per 100 children", UnitKind::Rate),
        ("pp", UnitKind::Points),
        ("percentage points", UnitKind::Points),
        ("per cent points", UnitKind::Points),
        ("£", POUNDS),
        ("£ per week", POUNDS),
        ("pounds", POUNDS),
        ("£m", scaled(MoneyScale::Millions)),
        ("£ million", scaled(MoneyScale::Millions)),
        ("million pounds", scaled(MoneyScale::Millions)),
        ("£m a year", scaled(MoneyScale::Millions)),
        ("£000", scaled(MoneyScale::Thousands)),
        ("£000s", scaled(MoneyScale::Thousands)),
        ("£'000", scaled(MoneyScale::Thousands)),
        ("£k", scaled(MoneyScale::Thousands)),
        ("£bn", scaled(MoneyScale::Billions)),
        ("pence", UnitKind::Money(Money { sign: None, scale: MoneyScale::Hundredths })),
        ("€", UnitKind::Money(Money { sign: Some('€'), scale: MoneyScale::Whole })),
        ("months", UnitKind::Time),
        ("days in care", UnitKind::Time),
        ("days lost", UnitKind::Time),
        ("weeks waited", UnitKind::Time),
        ("working days", UnitKind::Time),
        ("working days lost", UnitKind::Time),
        ("hours (mean)", UnitKind::Time),
        ("day", UnitKind::Time),
        ("hours of support", UnitKind::Time),
        ("tonnes", UnitKind::Measured),
        ("square metres", UnitKind::Measured),
        ("per 10,000 children", UnitKind::Rate),
        ("per child", UnitKind::Rate),
        ("children per 10,000", UnitKind::Rate),
        ("pupils per school", UnitKind::Rate),
        ("visits per head", UnitKind::Rate),
        ("grade", UnitKind::Grade),
        ("index", UnitKind::Scale),
        ("index (2010 = 100)", UnitKind::Scale),
        ("score", UnitKind::Scale),
        ("score out of 100", UnitKind::Scale),
        ("points", UnitKind::Scale),
        ("index points", UnitKind::Scale),
        ("£ (2016 prices)", POUNDS),
        ("£ at 2016 prices", POUNDS),
        ("not stated", UnitKind::NotStated),
    ] {
        assert_eq!(Unit::new(text).kind(), kind, "{text}");
    }
}

#[test]
fn r3_a_unit_may_be_an_average_over_time_already() {
    for (text, per_time) in [
        ("enquiries a month", true),
        ("children per year", true),
        ("£ per week", true),
        ("visits/week", true),
        ("monthly calls", true),
        ("incidents in 12 months", false),
        ("children", false),
        ("per 10,000 children", false),
    ] {
        assert_eq!(Unit::new(text).is_per_time(), per_time, "{text}");
    }
}
