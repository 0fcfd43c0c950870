//! Benchmarks of the ledgers: the day page with ten years of medicines, and the timeline.

use crate::{Line, copied, median, open, timed};
use chrono::Duration;
use commands::day::page::day_page;
use commands::treatment::doses::{DoseMark, mark_doses};
use commands::treatment::form::{DoseForm, IntakeForm, MedicineForm, PlanKind};
use commands::treatment::medicines::save_medicine;
use commands::treatment::timeline::timeline;
use commands::treatment::trial_csv::import_trials;
use domain::treatment::{DoseStatus, MedicineKind};
use std::fmt::Write as _;
use std::path::Path;

const TIMES: [&str; 3] = ["08:00", "14:00", "20:00"];
const DAYS: i64 = 3650;

fn medicine(name: String, from: String) -> MedicineForm {
    let intake = |time: &str| IntakeForm {
        time: time.into(),
        amount: "50".into(),
    };
    MedicineForm {
        name,
        kind: MedicineKind::Prescribed,
        form: String::new(),
        reason: String::new(),
        prescriber: String::new(),
        second: false,
        dose: DoseForm {
            from,
            unit: "mg".into(),
            why: String::new(),
            plan: PlanKind::Daily,
            times: TIMES.map(intake).to_vec(),
            days: "2".into(),
            weekdays: Vec::new(),
            month_day: "1".into(),
            steps: Vec::new(),
            most: String::new(),
        },
    }
}

/// Measures Today with ten years of four medicines three times a day against Today with the same
/// medicines and no marks, and the timeline with fourteen years of treatments.
pub fn ledgers(place: &Path, journal: &Path, lines: &mut Vec<Line>) {
    let mut session = open(&copied(place, "ledgers", journal));
    let from = session.today() - Duration::days(DAYS);
    let add = |nth: u32| medicine(format!("Medicine {nth}"), from.to_string());
    let uids: Vec<String> = (0..4)
        .map(|nth| {
            save_medicine(&mut session, None, add(nth))
                .unwrap()
                .uid
                .unwrap()
        })
        .collect();
    let page = |session: &commands::Session| {
        let once = |_| timed(|| drop(day_page(session, None).unwrap()));
        median((0..25).map(once).collect())
    };
    let without = page(&session);
    for back in 1..DAYS {
        let day = (session.today() - Duration::days(back)).to_string();
        let marks = uids.iter().flat_map(|uid| {
            TIMES.map(|time| DoseMark {
                medicine: uid.clone(),
                time: time.into(),
                status: Some(DoseStatus::Taken),
                reason: None,
            })
        });
        mark_doses(&mut session, day, marks.collect()).unwrap();
    }
    lines.push(Line {
        name: "today with ten years of doses, in ms".into(),
        figure: page(&session),
        unit: "ms",
        limit: without,
        target: 1.1,
    });
    let mut table = String::from("name,from,to,highest_dose\n");
    for nth in 0..16 {
        let year = 2012 + nth % 14;
        let _ = writeln!(table, "Treatment {nth},{year}-03,{year}-11,100 mg");
    }
    import_trials(&mut session, "bench.csv".into(), table).unwrap();
    let once = |_| timed(|| drop(timeline(&session).unwrap()));
    lines.push(Line {
        name: "timeline of fourteen years, in ms".into(),
        figure: median((0..25).map(once).collect()),
        unit: "ms",
        limit: 1.0,
        target: 16.0,
    });
    session.close().unwrap();
}
