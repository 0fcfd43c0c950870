//! Dates for the clock times of a night.
//!
//! The last time is on the wake day. Each earlier one is the latest that is not after the next.
//! This covers bedtimes before and after midnight, and sleep by day.
//! Source: Consensus Sleep Diary (Carney 2012), keyed by the date of getting up.

use crate::time::Zone;
use crate::time::clock::{Fold, instant, is_ambiguous};
use chrono::{DateTime, Duration, NaiveDate, NaiveTime, Timelike as _, Utc};

/// A clock time resolved to an instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlacedTime {
    /// The instant.
    pub at: DateTime<Utc>,
    /// Whether the wall-clock time did not exist and was moved forward (start of daylight saving
    /// time).
    pub dst_shifted: bool,
}

/// A wall-clock time as answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClockTime {
    /// The time of day.
    pub time: NaiveTime,
    /// Its zone.
    pub zone: Zone,
    /// Whether the user marked the second of two occurrences (end of daylight saving time).
    pub second: bool,
}

/// Resolves the clock times of a night, in order, to instants. Unanswered ones stay `None`.
///
/// A wall-clock time that occurs twice is the first occurrence, unless the user marked the second
/// or only the second keeps the night in order.
pub fn place(clocks: &[Option<ClockTime>], wake_day: NaiveDate) -> Vec<Option<PlacedTime>> {
    let known = clocks.iter().flatten().count().min(8);
    let mut best: Option<(i64, u32, Vec<Option<PlacedTime>>)> = None;
    // Bit k set: the k-th known clock from the end is a second occurrence. Ties go to the lower
    // number, so "up" becomes the second before "bed" does.
    let from_the_end = clocks.iter().flatten().rev().take(known).enumerate();
    let required = from_the_end.fold(0, |bits, (k, clock)| bits | (u32::from(clock.second) << k));
    let is_ambiguous = has_ambiguous_clock(clocks, wake_day);
    for choice in (0..(1u32 << known)).filter(|choice| choice & required == required) {
        let placed = place_with(clocks, wake_day, choice);
        let span = span_days(&placed, clocks, wake_day);
        let seconds = choice.count_ones();
        if best
            .as_ref()
            .is_none_or(|(days, count, _)| (span, seconds) < (*days, *count))
        {
            best = Some((span, seconds, placed));
        }
        if !is_ambiguous {
            break;
        }
    }
    best.map_or_else(|| vec![None; clocks.len()], |(_, _, placed)| placed)
}

fn has_ambiguous_clock(clocks: &[Option<ClockTime>], wake_day: NaiveDate) -> bool {
    clocks.iter().flatten().any(|clock| {
        let shown = |back| (wake_day - Duration::days(back)).and_time(clock.time);
        (-1..3).any(|back| is_ambiguous(shown(back), clock.zone))
    })
}

/// Returns the number of days from the date the night begins to the wake day.
fn span_days(
    placed: &[Option<PlacedTime>],
    clocks: &[Option<ClockTime>],
    wake_day: NaiveDate,
) -> i64 {
    let both = placed.iter().flatten().zip(clocks.iter().flatten());
    both.map(|(p, clock)| (wake_day - p.at.with_timezone(&clock.zone).date_naive()).num_days())
        .next()
        .unwrap_or_default()
}

/// The next clock in the night: its instant, its local date, and its wall-clock time.
type Limit = (DateTime<Utc>, NaiveDate, ClockTime);

fn place_with(
    clocks: &[Option<ClockTime>],
    wake_day: NaiveDate,
    choice: u32,
) -> Vec<Option<PlacedTime>> {
    let mut next: Option<Limit> = None;
    let mut known = 0;
    let mut placed: Vec<Option<PlacedTime>> = clocks
        .iter()
        .enumerate()
        .rev()
        .map(|(index, clock)| {
            let clock = (*clock)?;
            let fold = if choice >> known & 1 == 1 {
                Fold::Second
            } else {
                Fold::First
            };
            known += 1;
            let (at, day, dst_shifted) = match next {
                None => {
                    let last = last_day(index, clocks.len(), clock.time, wake_day);
                    on(last, clock, fold)
                }
                Some(limit) => latest(in_zone(clock.zone, limit), clock, fold),
            };
            next = Some((at, day, clock));
            Some(PlacedTime { at, dst_shifted })
        })
        .collect();
    placed.reverse();
    placed
}

/// Converts the limit to the local date and time of another zone.
fn in_zone(zone: Zone, (at, day, clock): Limit) -> Limit {
    if clock.zone == zone {
        return (at, day, clock);
    }
    let local = at.with_timezone(&zone).naive_local();
    let time = local.time();
    (
        at,
        local.date(),
        ClockTime {
            time,
            zone,
            ..clock
        },
    )
}

/// Returns the date of the last known clock: the wake day. It is the evening before if only the
/// first half of the night is answered and the time is noon or later.
fn last_day(index: usize, of: usize, time: NaiveTime, wake_day: NaiveDate) -> NaiveDate {
    let beginning = index < of / 2;
    if beginning && time.hour() >= 12 {
        wake_day - Duration::days(1)
    } else {
        wake_day
    }
}

fn on(day: NaiveDate, clock: ClockTime, fold: Fold) -> (DateTime<Utc>, NaiveDate, bool) {
    let local = day.and_time(clock.time);
    let at = instant(local, clock.zone, fold);
    (
        at,
        day,
        at.with_timezone(&clock.zone).naive_local() != local,
    )
}

/// Returns the latest instant with that wall-clock time that is not after the limit.
fn latest(
    (limit, day, next): Limit,
    clock: ClockTime,
    fold: Fold,
) -> (DateTime<Utc>, NaiveDate, bool) {
    let (at, same, dst_shifted) = on(day, clock, fold);
    if at <= limit {
        return (at, same, dst_shifted);
    }
    if dst_shifted && clock.time <= next.time {
        // The time falls in the daylight saving gap but is in wall-clock order: cap it at the
        // limit.
        return (limit, same, true);
    }
    on(day - Duration::days(1), clock, fold)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place_night(clocks: [&str; 4], day: (i32, u32, u32), zone: &str) -> Vec<String> {
        let zone = crate::time::zone::embedded_zone(zone);
        let read = |typed: &&str| {
            Some(ClockTime {
                time: crate::time::clock::parse_clock(typed)?,
                zone,
                second: crate::time::clock::is_second(typed),
            })
        };
        let clocks: Vec<_> = clocks.iter().map(read).collect();
        let day = NaiveDate::from_ymd_opt(day.0, day.1, day.2).unwrap_or_default();
        place(&clocks, day)
            .into_iter()
            .map(|p| {
                p.map_or("unknown".into(), |p| {
                    p.at.with_timezone(&zone).format("%d %H:%M%z").to_string()
                })
            })
            .collect()
    }

    #[test]
    fn autumn_time_is_second_only_if_order_requires_it() {
        let got = place_night(
            ["23:00", "23:10", "02:30", "02:10"],
            (2026, 10, 25),
            "Europe/Berlin",
        );
        assert_eq!(
            got,
            [
                "24 23:00+0200",
                "24 23:10+0200",
                "25 02:30+0200",
                "25 02:10+0100"
            ],
            "up after woke"
        );
        let got = place_night(
            ["02:30", "02:30", "07:00", "07:00"],
            (2026, 10, 25),
            "Europe/Berlin",
        );
        assert_eq!(got[0], "25 02:30+0200", "into bed is the first 02:30");
    }

    #[test]
    fn marked_autumn_time_is_the_second_one() {
        let got = place_night(
            ["02:30 (2)", "02:30", "07:00", "07:00"],
            (2026, 10, 25),
            "Europe/Berlin",
        );
        assert_eq!(
            got,
            [
                "25 02:30+0100",
                "25 02:30+0100",
                "25 07:00+0100",
                "25 07:00+0100"
            ],
            "what follows it is no earlier"
        );
        let got = place_night(
            ["02:30 (2)", "02:30 (2)", "07:00", "07:00"],
            (2026, 10, 26),
            "Europe/Berlin",
        );
        assert_eq!(got[0], "26 02:30+0100", "on another night there is but one");
    }

    #[test]
    fn spring_gap_times_keep_their_order() {
        let got = place_night(
            ["23:00", "23:00", "02:30", "03:10"],
            (2026, 3, 29),
            "Europe/Berlin",
        );
        assert_eq!(
            got[2], "29 03:10+0200",
            "02:30 did not exist; it is no later than getting up"
        );
        let got = place_night(
            ["23:00", "23:00", "02:30", "07:10"],
            (2026, 3, 29),
            "Europe/Berlin",
        );
        assert_eq!(got[2], "29 03:30+0200", "moved forward by the gap");
    }

    #[test]
    fn unanswered_clock_time_stays_unknown() {
        let got = place_night(["23:00", "-", "-", "07:00"], (2026, 2, 10), "Europe/Berlin");
        assert_eq!(
            got,
            ["09 23:00+0100", "unknown", "unknown", "10 07:00+0100"],
            "the others still find their dates"
        );
    }
}
