//! The patient's day.
//!
//! Owns which day an instant belongs to and how a wall clock becomes an instant. Must not know the
//! computer's clock or zone.

use chrono::{DateTime, Duration, NaiveDate, NaiveDateTime, NaiveTime, TimeZone, Utc};
use chrono_tz::Tz;

/// Minutes after midnight at which the patient's day begins unless they say otherwise: 04:00.
pub const STARTS: u32 = 240;

/// The patient's day of an instant: before `starts` (minutes after midnight) it is still the day before.
///
/// ```
/// use chrono::{NaiveDate, TimeZone, Utc};
/// let night = Utc.with_ymd_and_hms(2026, 11, 23, 23, 20, 0).unwrap(); // 00:20 in Berlin
/// let day = daymark_care::day::patients_day(night, chrono_tz::Europe::Berlin, 240);
/// assert_eq!(day, NaiveDate::from_ymd_opt(2026, 11, 23).unwrap());
/// ```
pub fn patients_day(now: DateTime<Utc>, zone: Tz, starts: u32) -> NaiveDate {
    let local = now.with_timezone(&zone).naive_local();
    (local - Duration::minutes(i64::from(starts))).date()
}

/// Which of two instants a wall clock means that the autumn change shows twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Occurrence {
    /// The first, still on summer time.
    First,
    /// The second.
    Second,
}

/// The instant of a wall clock. One that the spring change skips is moved forward by the gap.
pub fn instant(local: NaiveDateTime, zone: Tz, which: Occurrence) -> DateTime<Utc> {
    match zone.from_local_datetime(&local) {
        chrono::LocalResult::Single(one) => one.to_utc(),
        chrono::LocalResult::Ambiguous(first, second) => match which {
            Occurrence::First => first.to_utc(),
            Occurrence::Second => second.to_utc(),
        },
        chrono::LocalResult::None => after_gap(local, zone),
    }
}

/// Whether the wall clock occurs twice in that zone.
pub fn twice(local: NaiveDateTime, zone: Tz) -> bool {
    matches!(
        zone.from_local_datetime(&local),
        chrono::LocalResult::Ambiguous(..)
    )
}

/// A skipped wall clock read with the offset that held before the gap: 02:30 becomes 03:30.
fn after_gap(local: NaiveDateTime, zone: Tz) -> DateTime<Utc> {
    let before = local - Duration::hours(26);
    let offset = local_offset(zone, before);
    (local - Duration::seconds(i64::from(offset))).and_utc()
}

/// Seconds east of UTC at a wall clock (the first one where there are two).
fn local_offset(zone: Tz, local: NaiveDateTime) -> i32 {
    use chrono::Offset;
    zone.offset_from_local_datetime(&local)
        .earliest()
        .map_or_else(|| zone.offset_from_utc_datetime(&local).fix(), |o| o.fix())
        .local_minus_utc()
}

/// Seconds east of UTC at an instant.
pub fn offset_at(zone: Tz, at: DateTime<Utc>) -> i32 {
    use chrono::Offset;
    zone.offset_from_utc_datetime(&at.naive_utc())
        .fix()
        .local_minus_utc()
}

/// What follows a wall clock that is the second of the two the autumn change shows: "02:30 (2)".
pub const SECOND: &str = "(2)";

/// Whether a typed clock says that it is the second of two.
pub fn is_second(typed: &str) -> bool {
    typed.trim_end().ends_with(SECOND)
}

/// Whether an instant is the second of two that its wall clock shows.
pub fn shown_second(at: DateTime<Utc>, zone: Tz) -> bool {
    let local = at.with_timezone(&zone).naive_local();
    matches!(zone.from_local_datetime(&local), chrono::LocalResult::Ambiguous(_, second) if second.to_utc() == at)
}

/// An instant as its clock is typed, so that it is read as the same instant again.
pub fn typed(at: DateTime<Utc>, zone: Tz) -> String {
    let clock = at.with_timezone(&zone).format("%H:%M");
    if shown_second(at, zone) {
        format!("{clock} {SECOND}")
    } else {
        clock.to_string()
    }
}

/// Reads HH:MM (24 h) or h:mm am/pm, also as Spanish writes it (a. m.).
pub fn read_clock(text: &str) -> Option<NaiveTime> {
    let mut text = text.trim().to_ascii_lowercase();
    if is_second(&text) {
        text.truncate(text.len() - SECOND.len());
    }
    text = text.trim_end().to_owned();
    for (written, half) in [
        ("a. m.", "am"),
        ("a.m.", "am"),
        ("p. m.", "pm"),
        ("p.m.", "pm"),
    ] {
        text = text.replace(written, half);
    }
    let (clock, half) = match text.strip_suffix("am").or_else(|| text.strip_suffix("pm")) {
        Some(clock) => (clock.trim_end(), Some(text.ends_with("pm"))),
        None => (text.as_str(), None),
    };
    let (hour, minute) = clock.split_once([':', '.'])?;
    if hour.is_empty() || hour.len() > 2 || minute.len() != 2 {
        return None;
    }
    let (hour, minute): (u32, u32) = (hour.parse().ok()?, minute.parse().ok()?);
    let hour = match half {
        None => hour,
        Some(_) if !(1..=12).contains(&hour) => return None,
        Some(afternoon) => hour % 12 + if afternoon { 12 } else { 0 },
    };
    NaiveTime::from_hms_opt(hour, minute, 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clocks_are_read_as_people_type_them() {
        let read = |text| read_clock(text).map(|t| t.format("%H:%M").to_string());
        let cases = [
            ("7:10", "07:10"),
            ("07:10", "07:10"),
            ("11:30 pm", "23:30"),
            ("12:05am", "00:05"),
            ("11:30 p. m.", "23:30"),
            ("7.05 a.m.", "07:05"),
        ];
        for (typed, meant) in cases {
            assert_eq!(read(typed).as_deref(), Some(meant), "{typed}");
        }
        for wrong in [
            "24:00", "7", "7:5", "13:00 pm", "0:30 am", "", "a:bc", "１2:00",
        ] {
            assert_eq!(read(wrong), None, "{wrong} is no time of day");
        }
    }

    #[test]
    fn a_skipped_clock_moves_forward_by_the_gap() {
        let local = |y, m, d, h, min| {
            NaiveDate::from_ymd_opt(y, m, d)
                .and_then(|d| d.and_hms_opt(h, min, 0))
                .unwrap_or_default()
        };
        let at = |l, zone: Tz| {
            instant(l, zone, Occurrence::First)
                .with_timezone(&zone)
                .format("%H:%M")
                .to_string()
        };
        assert_eq!(
            at(local(2026, 3, 29, 2, 30), Tz::Europe__Berlin),
            "03:30",
            "one hour"
        );
        assert_eq!(
            at(local(2026, 10, 4, 2, 10), Tz::Australia__Lord_Howe),
            "02:40",
            "half an hour"
        );
    }
}
