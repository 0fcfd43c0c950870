//! Wall-clock times: parsing, formatting, and the instants they mean.

use chrono::{DateTime, Duration, NaiveDateTime, NaiveTime, TimeZone, Utc};
use chrono_tz::Tz;

/// Which of two instants a wall-clock time means that occurs twice (end of daylight saving time).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fold {
    /// The first, in summer time.
    First,
    /// The second.
    Second,
}

/// Returns the instant of a wall-clock time. A time skipped at the start of daylight saving time is
/// moved forward by the gap. `fold` applies only to a time that occurs twice.
pub fn instant(local: NaiveDateTime, zone: Tz, fold: Fold) -> DateTime<Utc> {
    match zone.from_local_datetime(&local) {
        chrono::LocalResult::Single(one) => one.to_utc(),
        chrono::LocalResult::Ambiguous(first, second) => match fold {
            Fold::First => first.to_utc(),
            Fold::Second => second.to_utc(),
        },
        chrono::LocalResult::None => shift_over_gap(local, zone),
    }
}

/// Returns whether the wall-clock time occurs twice in that zone.
pub fn is_ambiguous(local: NaiveDateTime, zone: Tz) -> bool {
    matches!(
        zone.from_local_datetime(&local),
        chrono::LocalResult::Ambiguous(..)
    )
}

/// Reads a skipped wall-clock time with the offset in force before the gap: 02:30 becomes 03:30.
fn shift_over_gap(local: NaiveDateTime, zone: Tz) -> DateTime<Utc> {
    let before = local - Duration::hours(26);
    let offset = local_offset(zone, before);
    (local - Duration::seconds(i64::from(offset))).and_utc()
}

/// Returns the UTC offset at a wall-clock time, in seconds east; the first if there are two.
fn local_offset(zone: Tz, local: NaiveDateTime) -> i32 {
    use chrono::Offset;
    zone.offset_from_local_datetime(&local)
        .earliest()
        .map_or_else(|| zone.offset_from_utc_datetime(&local).fix(), |o| o.fix())
        .local_minus_utc()
}

/// Returns the UTC offset at an instant, in seconds east.
pub fn offset_at(zone: Tz, at: DateTime<Utc>) -> i32 {
    use chrono::Offset;
    zone.offset_from_utc_datetime(&at.naive_utc())
        .fix()
        .local_minus_utc()
}

/// Suffix of a wall-clock time that means the second of two occurrences: "02:30 (2)".
pub const SECOND_SUFFIX: &str = "(2)";

/// Returns whether a typed time has the `SECOND_SUFFIX` suffix.
pub fn is_second(format_clock: &str) -> bool {
    format_clock.trim_end().ends_with(SECOND_SUFFIX)
}

/// Returns whether an instant is the second occurrence of its wall-clock time.
pub fn is_second_occurrence(at: DateTime<Utc>, zone: Tz) -> bool {
    let local = at.with_timezone(&zone).naive_local();
    matches!(zone.from_local_datetime(&local), chrono::LocalResult::Ambiguous(_, second) if second.to_utc() == at)
}

/// Formats an instant as it is typed (HH:MM, with `SECOND_SUFFIX` if needed), so that it parses to the
/// same instant.
pub fn format_clock(at: DateTime<Utc>, zone: Tz) -> String {
    let clock = at.with_timezone(&zone).format("%H:%M");
    if is_second_occurrence(at, zone) {
        format!("{clock} {SECOND_SUFFIX}")
    } else {
        clock.to_string()
    }
}

/// Parses HH:MM (24 h) or h:mm am/pm, also in the Spanish form (a. m.). Ignores the `SECOND_SUFFIX`
/// suffix.
pub fn parse_clock(text: &str) -> Option<NaiveTime> {
    let mut text = text.trim().to_ascii_lowercase();
    if is_second(&text) {
        text.truncate(text.len() - SECOND_SUFFIX.len());
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
    use chrono::NaiveDate;

    #[test]
    fn common_clock_formats_are_parsed() {
        let read = |text| parse_clock(text).map(|t| t.format("%H:%M").to_string());
        let cases = [
            ("7:10", "07:10"),
            ("07:10", "07:10"),
            ("11:30 pm", "23:30"),
            ("12:05am", "00:05"),
            ("11:30 p. m.", "23:30"),
            ("7.05 a.m.", "07:05"),
        ];
        for (format_clock, expected) in cases {
            assert_eq!(
                read(format_clock).as_deref(),
                Some(expected),
                "{format_clock}"
            );
        }
        for invalid in [
            "24:00", "7", "7:5", "13:00 pm", "0:30 am", "", "a:bc", "１2:00",
        ] {
            assert_eq!(read(invalid), None, "{invalid} is no time of day");
        }
    }

    #[test]
    fn skipped_clock_time_moves_forward_by_the_gap() {
        let local = |y, m, d, h, min| {
            NaiveDate::from_ymd_opt(y, m, d)
                .and_then(|d| d.and_hms_opt(h, min, 0))
                .unwrap_or_default()
        };
        let at = |l, zone: Tz| {
            instant(l, zone, Fold::First)
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
