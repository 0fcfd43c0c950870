//! Wall-clock times: parsing, formatting, and the instants they mean.

use super::zone::Zone;
use chrono::{DateTime, Duration, NaiveDateTime, NaiveTime, TimeZone, Utc};

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
pub fn instant(local: NaiveDateTime, zone: Zone, fold: Fold) -> DateTime<Utc> {
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
pub fn is_ambiguous(local: NaiveDateTime, zone: Zone) -> bool {
    matches!(
        zone.from_local_datetime(&local),
        chrono::LocalResult::Ambiguous(..)
    )
}

/// Reads a skipped wall-clock time with the offset in force before the gap: 02:30 becomes 03:30.
fn shift_over_gap(local: NaiveDateTime, zone: Zone) -> DateTime<Utc> {
    let before = local - Duration::hours(26);
    let offset = local_offset(zone, before);
    (local - Duration::seconds(i64::from(offset))).and_utc()
}

/// Returns the UTC offset at a wall-clock time, in seconds east; the first if there are two.
fn local_offset(zone: Zone, local: NaiveDateTime) -> i32 {
    use chrono::Offset;
    zone.offset_from_local_datetime(&local)
        .earliest()
        .map_or_else(|| zone.offset_from_utc_datetime(&local).fix(), |o| o.fix())
        .local_minus_utc()
}

/// Returns the UTC offset at an instant, in seconds east.
pub fn offset_at(zone: Zone, at: DateTime<Utc>) -> i32 {
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

/// Returns whether a wall-clock time occurs twice in that zone and this UTC offset (seconds east) is
/// that of the second.
pub fn is_second_offset(local: NaiveDateTime, offset: i32, zone: Zone) -> bool {
    use chrono::Offset;
    matches!(zone.from_local_datetime(&local), chrono::LocalResult::Ambiguous(_, second) if second.offset().fix().local_minus_utc() == offset)
}

/// Parses a time of day as people write it: 23:10, 11:10 pm (also a. m. and p. m.), 2310, 23h10,
/// 23:10 h, 11pm, 7, noon. 24:00 is midnight. Ignores the `SECOND_SUFFIX` suffix.
pub fn parse_clock(text: &str) -> Option<NaiveTime> {
    let mut text = text.trim().to_lowercase();
    if is_second(&text) {
        text.truncate(text.len() - SECOND_SUFFIX.len());
    }
    match text.trim_end() {
        "noon" | "midday" | "mediodía" | "mediodia" => return NaiveTime::from_hms_opt(12, 0, 0),
        "midnight" | "medianoche" => return Some(NaiveTime::MIN),
        _ => {}
    }
    let text: String = text.split_whitespace().collect();
    let (clock, half) = split_half(&text);
    let clock = clock.strip_suffix('h').unwrap_or(clock);
    let (hour, minute) = split_clock(clock)?;
    let digits = |part: &str, most: usize| {
        let right = (1..=most).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        right.then(|| part.parse::<u32>().ok()).flatten()
    };
    let hour = digits(hour, 2)?;
    let minute = digits(minute, 2).filter(|_| minute.len() == 2)?;
    let hour = match half {
        None if (hour, minute) == (24, 0) => 0,
        None => hour,
        Some(_) if !(1..=12).contains(&hour) => return None,
        Some(afternoon) => hour % 12 + if afternoon { 12 } else { 0 },
    };
    NaiveTime::from_hms_opt(hour, minute, 0)
}

/// Splits "11:10pm" into the time and whether it is in the afternoon.
fn split_half(text: &str) -> (&str, Option<bool>) {
    let written = [("a.m.", false), ("am", false), ("p.m.", true), ("pm", true)];
    let found = written.iter().find_map(|(suffix, afternoon)| {
        let clock = text.strip_suffix(suffix)?;
        Some((clock, Some(*afternoon)))
    });
    found.unwrap_or((text, None))
}

/// Splits a time into hour and minute: at its mark, or its last two of three or four digits. An
/// hour alone has no minutes.
fn split_clock(clock: &str) -> Option<(&str, &str)> {
    if let Some(split) = clock.split_once([':', '.', 'h']) {
        return Some(split);
    }
    match clock.len() {
        1 | 2 => Some((clock, "00")),
        3 | 4 => clock.split_at_checked(clock.len() - 2),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::zone::embedded_zone;

    #[test]
    fn times_are_read_as_people_write_them() {
        let read = |text| parse_clock(text).map(|time| time.format("%H:%M").to_string());
        let cases = [
            ("23:30", "23:30"),
            ("23.30", "23:30"),
            ("2330", "23:30"),
            ("730", "07:30"),
            ("23h30", "23:30"),
            ("23:30 h", "23:30"),
            ("11pm", "23:00"),
            ("11:30 p. m.", "23:30"),
            ("12 a.m.", "00:00"),
            ("7", "07:00"),
            ("24:00", "00:00"),
            ("noon", "12:00"),
            ("medianoche", "00:00"),
            ("02:30 (2)", "02:30"),
        ];
        for (text, time) in cases {
            assert_eq!(read(text).as_deref(), Some(time), "{text}");
        }
        for text in [
            "",
            "25:00",
            "24:01",
            "13pm",
            "7:5",
            "23:60",
            "12345",
            "half past",
            "-1:00",
            "+7",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
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
        for invalid in ["7:5", "13:00 pm", "0:30 am", "", "a:bc", "１2:00"] {
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
        let at = |l, name: &str| {
            let zone = embedded_zone(name);
            instant(l, zone, Fold::First)
                .with_timezone(&zone)
                .format("%H:%M")
                .to_string()
        };
        assert_eq!(
            at(local(2026, 3, 29, 2, 30), "Europe/Berlin"),
            "03:30",
            "one hour"
        );
        assert_eq!(
            at(local(2026, 10, 4, 2, 10), "Australia/Lord_Howe"),
            "02:40",
            "half an hour"
        );
    }
}
