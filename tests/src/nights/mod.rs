//! Nights across every clock change of 2026 in four zones, against a reference that uses another
//! library (jiff).
//!
//! The reference tries every assignment of clock times to dates: each time on the wake day or the
//! day before, and both occurrences of a time that the autumn change repeats. Among the assignments
//! in order, it takes the night that begins on the latest date, then the one with the fewest second
//! occurrences (Carney 2012; a second occurrence only where the order requires it).

mod reference;

use crate::common::{self, draft, n, t};
use jiff::civil::{Date, DateTime};
use jiff::tz::{AmbiguousOffset, TimeZone};
use jiff::{ToSpan, Zoned};
use reference::ZONES;
use reference::changes;
use reference::reference;
use reference::travelled;

#[test]
fn nights_across_clock_changes_match_reference() {
    let folder = tempfile::tempdir().unwrap();
    let mut compared = 0;
    for name in ZONES {
        let zone = TimeZone::get(name).unwrap();
        let days = changes(&zone);
        assert_eq!(days.len(), 2, "{name} changes its clock twice in 2026");
        let open = common::session(
            &folder.path().join(name.replace('/', "-")),
            &format!("2026-12-30T12:00:00Z {name}"),
        );
        for change in days {
            for day in [
                change.yesterday().unwrap(),
                change,
                change.tomorrow().unwrap(),
            ] {
                for clocks in [
                    ["22:00", "22:30", "06:30", "07:00"],
                    ["23:15", "23:50", "05:05", "05:30"],
                    ["21:00", "23:59", "03:59", "04:10"],
                    ["00:30", "00:45", "07:40", "08:00"],
                    ["08:00", "08:20", "15:00", "15:20"],
                ] {
                    compare(&open, day, clocks, &zone);
                    compared += 1;
                }
            }
        }
    }
    assert_eq!(compared, 4 * 2 * 3 * 5, "every night was compared");
}

/// Returns three wall-clock times that a change skips or repeats: the first, a middle and the last
/// minute.
fn odd_clocks(change: Date, zone: &TimeZone) -> [DateTime; 3] {
    let noon = change.yesterday().unwrap().at(12, 0, 0, 0);
    let minutes = (0..24 * 60).map(|minute| noon.checked_add(minute.minutes()).unwrap());
    let unusual = |at: &DateTime| {
        let offset = zone.to_ambiguous_timestamp(*at).offset();
        !matches!(offset, AmbiguousOffset::Unambiguous { .. })
    };
    let all: Vec<DateTime> = minutes.filter(unusual).collect();
    [all[0], all[all.len() / 2], all[all.len() - 1]]
}

/// Places each of the four times, and all of them, inside the gap or overlap. Includes cases where
/// only the second occurrence keeps the order.
#[test]
fn nights_inside_gaps_and_overlaps_match_reference() {
    let folder = tempfile::tempdir().unwrap();
    let (mut compared, mut refused) = (0, 0);
    for name in ZONES {
        let zone = TimeZone::get(name).unwrap();
        let open = common::session(
            &folder.path().join(name.replace('/', "-")),
            &format!("2026-12-30T12:00:00Z {name}"),
        );
        for change in changes(&zone) {
            let [first, middle, last] =
                odd_clocks(change, &zone).map(|at| at.strftime("%H:%M").to_string());
            let (first, middle, last) = (first.as_str(), middle.as_str(), last.as_str());
            // The gap or overlap may lie before midnight: a night that ends in it belongs to the
            // day before.
            for day in [
                change.yesterday().unwrap(),
                change,
                change.tomorrow().unwrap(),
            ] {
                for clocks in [
                    [middle, "06:00", "06:30", "07:00"],
                    [first, middle, "06:30", "07:00"],
                    [middle, first, "06:30", "07:00"],
                    [last, first, "06:30", "07:00"],
                    ["20:00", "20:30", middle, last],
                    ["20:00", "20:30", last, middle],
                    ["20:00", middle, "06:30", "07:00"],
                    [first, middle, last, "07:00"],
                    [middle, middle, middle, last],
                    [last, last, first, middle],
                    ["20:00", "20:30", first, first],
                ] {
                    if against(&open, day, clocks, &zone) {
                        compared += 1;
                    } else {
                        refused += 1;
                    }
                }
            }
        }
    }
    assert_eq!(compared + refused, 4 * 2 * 3 * 11, "every night was tried");
    assert!(
        compared >= 150,
        "and most can be: {compared}, refused by both {refused}"
    );
}

/// Covers nights that begin in one zone and end in another, on the days around a change in either.
#[test]
fn nights_between_two_zones_match_reference() {
    let folder = tempfile::tempdir().unwrap();
    let open = common::session(folder.path(), "2026-12-30T12:00:00Z Europe/Berlin");
    let here = open.entry_context().unwrap();
    let definition = open.definition("sleep").unwrap();
    let (mut compared, mut refused) = (0, 0);
    for (from, to) in [
        ("America/New_York", "Europe/Berlin"),
        ("Europe/Berlin", "America/New_York"),
        ("America/Los_Angeles", "Asia/Tokyo"),
        ("Asia/Tokyo", "America/Los_Angeles"),
        ("Pacific/Auckland", "Pacific/Honolulu"),
        ("Australia/Lord_Howe", "America/Santiago"),
    ] {
        let zones = [from, to].map(|name| TimeZone::get(name).unwrap());
        let around = zones.iter().flat_map(changes);
        let days = around.flat_map(|day| [day.yesterday().unwrap(), day, day.tomorrow().unwrap()]);
        for day in days {
            for clocks in [
                ["22:00", "22:30", "06:30", "07:00"],
                ["23:15", "00:10", "10:05", "10:30"],
                ["00:30", "00:45", "05:40", "06:00"],
                ["13:00", "13:20", "08:00", "08:20"],
            ] {
                let draft = domain::Draft {
                    zone: Some(to.into()),
                    start_zone: Some(from.into()),
                    ..night(day, clocks, 0.0)
                };
                let wanted = travelled(clocks, day, [&zones[0], &zones[1]]);
                let wanted = wanted.filter(|n| n[3] - n[0] <= 24 * 60 * 60);
                let ours = definition.validate(&draft, &here).ok().map(instants);
                assert_eq!(ours, wanted, "{day} {clocks:?} {from} to {to}");
                *if ours.is_some() {
                    &mut compared
                } else {
                    &mut refused
                } += 1;
            }
        }
    }
    assert!(compared >= 150, "most can be: {compared}, not {refused}");
}

fn instants(checked: domain::Validated) -> [i64; 4] {
    ["bed", "try", "woke", "up"]
        .map(|key| (checked.entry.values[key][0].number.unwrap() * 60.0) as i64)
}

/// Compares the app's result with the reference. Returns whether the night is possible; both must
/// agree.
fn against(open: &commands::Session, day: Date, clocks: [&str; 4], zone: &TimeZone) -> bool {
    // The app rejects more than 24 hours in bed; the reference has no such limit.
    let wanted = reference(clocks, day, zone).filter(|n| n[3] - n[0] <= 24 * 60 * 60);
    let here = open.entry_context().unwrap();
    let checked = open
        .definition("sleep")
        .unwrap()
        .validate(&night(day, clocks, 0.0), &here);
    let ours = checked.ok().map(instants);
    assert_eq!(ours, wanted, "{day} {clocks:?} in {zone:?}");
    wanted.is_some()
}

fn night(day: Date, clocks: [&str; 4], minutes: f64) -> domain::Draft {
    draft(
        "sleep",
        &day.to_string(),
        &[
            ("bed", t(clocks[0])),
            ("try", t(clocks[1])),
            ("latency", n(minutes)),
            ("wakings", n(0.0)),
            ("awake", n(0.0)),
            ("woke", t(clocks[2])),
            ("up", t(clocks[3])),
        ],
    )
}

fn compare(open: &commands::Session, day: Date, clocks: [&str; 4], zone: &TimeZone) {
    let night = draft(
        "sleep",
        &day.to_string(),
        &[
            ("bed", t(clocks[0])),
            ("try", t(clocks[1])),
            ("latency", n(10.0)),
            ("wakings", n(1.0)),
            ("awake", n(5.0)),
            ("woke", t(clocks[2])),
            ("up", t(clocks[3])),
        ],
    );
    let here = open.entry_context().unwrap();
    let checked = open.definition("sleep").unwrap().validate(&night, &here);
    let entry = checked
        .unwrap_or_else(|faults| panic!("{day} {clocks:?}: {faults:?}"))
        .entry;
    let ours = ["bed", "try", "woke", "up"]
        .map(|key| (entry.values[key][0].number.unwrap() * 60.0) as i64);
    let wanted = reference(clocks, day, zone).unwrap_or_else(|| panic!("{day} {clocks:?}"));
    assert_eq!(ours, wanted, "{day} {clocks:?} in {zone:?}");
    let measured = entry.measures(open.definition("sleep").unwrap());
    let in_bed = (wanted[3] - wanted[0]) as f64 / 60.0;
    let asleep = (wanted[2] - wanted[1]) as f64 / 60.0 - 15.0;
    assert!(
        (measured["in-bed"] - in_bed).abs() < 1e-9,
        "{day} {clocks:?}: in bed"
    );
    assert!(
        (measured["asleep"] - asleep).abs() < 1e-9,
        "{day} {clocks:?}: asleep"
    );
    let share = 100.0 * asleep / in_bed;
    assert!(
        (measured["efficiency"] - share).abs() < 1e-9,
        "{day} {clocks:?}: of time in bed"
    );
    // By the reference's clock too, the night belongs to the day of getting up.
    let up = Zoned::new(
        jiff::Timestamp::from_second(wanted[3]).unwrap(),
        zone.clone(),
    );
    assert_eq!(up.date(), day, "the night belongs to the day of getting up");
}
