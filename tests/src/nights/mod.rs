//! Nights across every clock change of 2024 to 2027 in twelve zones, against a slow reference, by the
//! embedded rules and by the computer's own.
//!
//! The reference tries every assignment of clock times to dates: each time on the wake day or the
//! day before, and both occurrences of a time that the autumn change repeats. Among the assignments
//! in order, it takes the night that begins on the latest date, then the one with the fewest second
//! occurrences (Carney 2012; a second occurrence only where the order requires it).

mod reference;
mod rules;

use crate::common::{draft, n, t};
use chrono::TimeZone as _;
use commands::definitions::Definitions;
use domain::time::Zones;
use domain::{Definition, EntryContext};
use jiff::civil::{Date, DateTime};
use jiff::tz::{AmbiguousOffset, TimeZone, TimeZoneDatabase};
use jiff::{ToSpan, ZonedDateTime};
use reference::{ZONES, changes, reference, sources, travelled};

/// A person in one zone, by the rules of one source.
struct Place {
    definition: Definition,
    here: EntryContext,
    zone: TimeZone,
}

impl Place {
    fn new(source: &TimeZoneDatabase, name: &str) -> Self {
        let zones = Zones::new(vec![source.clone()]);
        Self {
            definition: Definitions::built_in()
                .unwrap()
                .get("sleep")
                .unwrap()
                .clone(),
            here: context(zones, name),
            zone: source.get(name).unwrap(),
        }
    }

    /// Returns the days around each clock change.
    fn days(&self) -> Vec<Date> {
        let changes = changes(&self.zone).into_iter();
        let around = |day: Date| [day.yesterday().unwrap(), day, day.tomorrow().unwrap()];
        changes.flat_map(around).collect()
    }
}

/// Returns the context of an entry written at the end of 2027.
fn context(zones: Zones, name: &str) -> EntryContext {
    EntryContext {
        now: chrono::Utc
            .with_ymd_and_hms(2027, 12, 30, 12, 0, 0)
            .unwrap(),
        zone: zones.named(name).unwrap(),
        zones,
        day_start: 240,
        grams_per_drink: 10.0,
        uid: "1".into(),
        source: domain::entry::Source::Hand,
        previous: None,
    }
}

#[test]
fn nights_across_clock_changes_match_reference() {
    for source in sources() {
        let mut compared = 0;
        for name in ZONES {
            let place = Place::new(&source, name);
            for day in place.days() {
                for clocks in [
                    ["22:00", "22:30", "06:30", "07:00"],
                    ["23:15", "23:50", "05:05", "05:30"],
                    ["21:00", "23:59", "03:59", "04:10"],
                    ["00:30", "00:45", "07:40", "08:00"],
                    ["08:00", "08:20", "15:00", "15:20"],
                ] {
                    compare(&place, day, clocks);
                    compared += 1;
                }
            }
        }
        assert!(compared >= 12 * 5 * 3 * 5, "enough nights: {compared}");
    }
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
    for source in sources() {
        let (mut compared, mut refused) = (0, 0);
        for name in ZONES {
            let place = Place::new(&source, name);
            for change in changes(&place.zone) {
                let (possible, not) = inside_change(&place, change);
                compared += possible;
                refused += not;
            }
        }
        assert!(compared >= 1000, "most can be: {compared}, not {refused}");
    }
}

/// Compares nights inside one gap or overlap. Returns how many are possible and how many are not.
fn inside_change(place: &Place, change: Date) -> (usize, usize) {
    let odd = odd_clocks(change, &place.zone).map(|at| at.strftime("%H:%M").to_string());
    let [first, middle, last] = odd.each_ref().map(String::as_str);
    let (mut compared, mut refused) = (0, 0);
    // The gap or overlap may lie before midnight: a night that ends in it belongs to the day before.
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
            if against(place, day, clocks) {
                compared += 1;
            } else {
                refused += 1;
            }
        }
    }
    (compared, refused)
}

/// Covers nights that begin in one zone and end in another, on the days around a change in either.
#[test]
fn nights_between_two_zones_match_reference() {
    let embedded = TimeZoneDatabase::bundled();
    let Place {
        definition, here, ..
    } = Place::new(&embedded, "Europe/Berlin");
    let (mut compared, mut refused) = (0, 0);
    for (from, to) in [
        ("America/New_York", "Europe/Berlin"),
        ("Europe/Berlin", "America/New_York"),
        ("America/Los_Angeles", "Asia/Tokyo"),
        ("Asia/Tokyo", "America/Los_Angeles"),
        ("Pacific/Auckland", "Pacific/Honolulu"),
        ("Australia/Lord_Howe", "America/Santiago"),
    ] {
        let zones = [from, to].map(|name| embedded.get(name).unwrap());
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
fn against(place: &Place, day: Date, clocks: [&str; 4]) -> bool {
    let Place {
        definition,
        here,
        zone,
    } = place;
    // The app rejects more than 24 hours in bed; the reference has no such limit.
    let wanted = reference(clocks, day, zone).filter(|n| n[3] - n[0] <= 24 * 60 * 60);
    let checked = definition.validate(&night(day, clocks, 0.0), here);
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

fn compare(place: &Place, day: Date, clocks: [&str; 4]) {
    let Place {
        definition,
        here,
        zone,
    } = place;
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
    let checked = definition.validate(&night, here);
    let entry = checked
        .unwrap_or_else(|faults| panic!("{day} {clocks:?}: {faults:?}"))
        .entry;
    let ours = ["bed", "try", "woke", "up"]
        .map(|key| (entry.values[key][0].number.unwrap() * 60.0) as i64);
    let wanted = reference(clocks, day, zone).unwrap_or_else(|| panic!("{day} {clocks:?}"));
    assert_eq!(ours, wanted, "{day} {clocks:?} in {zone:?}");
    let measured = entry.measures(definition, &here.zones);
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
    let up = ZonedDateTime::new(
        jiff::Timestamp::from_second(wanted[3]).unwrap(),
        zone.clone(),
    );
    assert_eq!(up.date(), day, "the night belongs to the day of getting up");
}
