//! What a night's times mean, computed by another library.

use jiff::civil::{Date, DateTime};
use jiff::tz::{AmbiguousOffset, TimeZone, TimeZoneDatabase};

/// Zones with clock changes. The rules of the last six changed in 2026.
pub(super) const ZONES: [&str; 12] = [
    "America/New_York",
    "Europe/Berlin",
    "Europe/London",
    "Australia/Lord_Howe",
    "America/Santiago",
    "Pacific/Auckland",
    "America/Vancouver",
    "America/Edmonton",
    "America/Winnipeg",
    "America/Inuvik",
    "America/Havana",
    "Africa/Casablanca",
];

/// Returns the sources of zone rules: the embedded ones, and the computer's own if it has any.
pub(super) fn sources() -> Vec<TimeZoneDatabase> {
    let own = TimeZoneDatabase::from_dir("/usr/share/zoneinfo").ok();
    [TimeZoneDatabase::bundled()]
        .into_iter()
        .chain(own)
        .collect()
}

/// Returns the days of 2024 to 2027 whose UTC offset at noon differs from that of the day before.
pub(super) fn changes(zone: &TimeZone) -> Vec<Date> {
    let noon = |day: Date| day.at(12, 0, 0, 0).to_zoned_datetime(zone.clone()).unwrap();
    let mut day: Date = "2024-01-02".parse().unwrap();
    let mut found = Vec::new();
    while day.year() <= 2027 {
        let before = noon(day.yesterday().unwrap());
        if noon(day).offset() != before.offset() {
            found.push(day);
        }
        day = day.tomorrow().unwrap();
    }
    found
}

/// One instant that a wall-clock time can mean.
#[derive(Clone, Copy)]
struct Meant {
    at: i64,
    date: Date,
    second: bool,
}

/// Returns every instant that a wall-clock time of a date can mean: two in the autumn overlap, else
/// one. A time in the spring gap moves forward by the length of the gap.
fn meant(at: DateTime, zone: &TimeZone) -> Vec<Meant> {
    let date = at.date();
    let instant = |offset: jiff::tz::Offset, second| Meant {
        at: offset.to_timestamp(at).unwrap().as_second(),
        date,
        second,
    };
    match zone.to_ambiguous_timestamp(at).offset() {
        AmbiguousOffset::Unambiguous { offset } | AmbiguousOffset::Gap { before: offset, .. } => {
            vec![instant(offset, false)]
        }
        AmbiguousOffset::Fold { before, after } => {
            vec![instant(before, false), instant(after, true)]
        }
    }
}

/// Returns the instants of bed, try, woke and up (seconds since 1970) for a night in one zone.
pub(super) fn reference(clocks: [&str; 4], day: Date, zone: &TimeZone) -> Option<[i64; 4]> {
    travelled(clocks, day, [zone, zone])
}

/// Returns the same for a night that begins in one zone and ends in another. The times of going to
/// bed may then lie between two days before the wake day and the day after it.
pub(super) fn travelled(
    clocks: [&str; 4],
    day: Date,
    [from, to]: [&TimeZone; 2],
) -> Option<[i64; 4]> {
    let before = day.yesterday().unwrap();
    let far = [
        before.yesterday().unwrap(),
        before,
        day,
        day.tomorrow().unwrap(),
    ];
    let begins = if from == to { &far[1..3] } else { &far[..] };
    let places = [
        (begins, from),
        (begins, from),
        (&far[1..3], to),
        (&far[2..3], to),
    ];
    let candidates = [0, 1, 2, 3].map(|nth| {
        let time: jiff::civil::Time = clocks[nth].parse().unwrap();
        let (days, zone) = places[nth];
        let all = days.iter().flat_map(|d| meant(d.to_datetime(time), zone));
        all.collect::<Vec<Meant>>()
    });
    let mut best = None;
    for bed in &candidates[0] {
        for tried in &candidates[1] {
            for woke in &candidates[2] {
                for up in &candidates[3] {
                    let night = [bed, tried, woke, up];
                    if !night.windows(2).all(|pair| pair[0].at <= pair[1].at) {
                        continue;
                    }
                    let seconds = night.iter().filter(|m| m.second).count();
                    let rank = (
                        day.since(bed.date).unwrap().get_days(),
                        seconds,
                        up.at - tried.at,
                    );
                    if best.is_none_or(|(least, _)| rank < least) {
                        best = Some((rank, night.map(|m| m.at)));
                    }
                }
            }
        }
    }
    best.map(|(_, night)| night)
}
