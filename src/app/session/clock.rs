//! Times of the day as people say them, in the time zone of this machine.

use std::time::SystemTime;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::model::Date;
use crate::say;

/// "at 14:32" for a time of today, "on 3 May 2026 at 14:32" for another. `None` where the time is out of range.
pub(super) fn told(time: SystemTime) -> Option<String> {
    told_on(time, SystemTime::now(), &TimeZone::system())
}

fn told_on(time: SystemTime, now: SystemTime, zone: &TimeZone) -> Option<String> {
    let there = |time: SystemTime| Some(Timestamp::try_from(time).ok()?.to_zoned(zone.clone()));
    let (time, now) = (there(time)?, there(now)?);
    let hour = time.strftime("%H:%M").to_string();
    Some(if time.date() == now.date() {
        say!("session-moment-today", time = hour)
    } else {
        say!("session-moment-before", date = Date::Day(time.date()).label(), time = hour)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::{Duration, UNIX_EPOCH};

    #[test]
    fn a_time_of_today_is_an_hour_and_another_has_its_date() {
        let noon = UNIX_EPOCH + Duration::from_mins(12 * 60 + 34);
        let told = |now| told_on(noon, now, &TimeZone::UTC).unwrap();
        assert_eq!(told(noon), "at 12:34");
        assert_eq!(told(noon + Duration::from_hours(24)), "on 1 January 1970 at 12:34");
    }
}
