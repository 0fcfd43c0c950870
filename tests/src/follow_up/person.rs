//! Two months of a person whose dose was raised after a visit.

use crate::common::{self, draft, n, t};
use chrono::{Duration, NaiveDate};
use commands::Session;
use commands::treatment::courses::{CourseForm, save_course};
use commands::treatment::doses::{DoseMark, mark_doses};
use commands::treatment::effects::{EffectForm, rate_side_effects, save_side_effect, side_effects};
use commands::treatment::form::{DoseForm, IntakeForm, MedicineForm, PlanKind};
use commands::treatment::life_events::{LifeEventForm, save_life_event};
use commands::treatment::medicines::{change_dose, save_medicine};
use commands::treatment::sessions::{SessionForm, save_session};
use commands::visit::prepare::{change_visit, next};
use commands::visit::visits::{add_point, record_visit};
use domain::treatment::{
    CourseKind, DoseStatus, EffectRating, LifeEventKind, MedicineKind, SkipReason,
};
use std::path::Path;

pub const CLOCK: &str = "2026-11-23T19:10:00Z Europe/Berlin";

pub fn dose(from: &str, amount: &str, plan: PlanKind) -> DoseForm {
    DoseForm {
        from: from.into(),
        unit: "mg".into(),
        why: String::new(),
        plan,
        times: vec![IntakeForm {
            time: "08:00".into(),
            amount: amount.into(),
        }],
        days: "2".into(),
        weekdays: Vec::new(),
        month_day: "1".into(),
        steps: Vec::new(),
        most: String::new(),
    }
}

pub fn medicine(name: &str, kind: MedicineKind, dose: DoseForm) -> MedicineForm {
    MedicineForm {
        name: name.into(),
        kind,
        form: String::new(),
        reason: String::new(),
        prescriber: "Dr Quill".into(),
        dose,
        second: false,
    }
}

fn phq(session: &mut Session, day: &str, answers: [u8; 9]) {
    let options = [
        "not-at-all",
        "several-days",
        "more-than-half",
        "nearly-every-day",
    ];
    let keys: Vec<String> = (1..=9).map(|nth| format!("q{nth}")).collect();
    let values: Vec<(&str, domain::Answer)> = keys
        .iter()
        .zip(answers)
        .map(|(key, answer)| (key.as_str(), t(options[usize::from(answer)])))
        .collect();
    common::record(session, &draft("phq-9", day, &values)).unwrap();
}

fn mark(session: &mut Session, uid: &str, day: NaiveDate, status: DoseStatus) {
    let marks = vec![DoseMark {
        medicine: uid.into(),
        time: "08:00".into(),
        status: Some(status),
        reason: (status == DoseStatus::Skipped).then_some(SkipReason::SideEffects),
    }];
    mark_doses(session, day.to_string(), marks).unwrap();
}

/// Two months of a person whose dose was raised a month ago, after a visit.
pub fn two_months(folder: &Path) -> Session {
    let mut session = common::session(&folder.join("journal"), CLOCK);
    let today = session.today();
    for back in (0..62).rev() {
        let day = today - Duration::days(back);
        let missing = (11..16).contains(&back) || back % 9 == 4;
        if missing {
            continue;
        }
        let rest = f64::from(u32::try_from(back % 3).unwrap());
        let mood = if back > 31 { 3.0 } else { 5.0 } + rest - 1.0;
        let day = day.to_string();
        for mut one in common::a_day(&day) {
            if one.tracker == "mood" {
                one = draft("mood", &day, &[("mood", n(mood))]);
            }
            common::record(&mut session, &one).unwrap();
        }
    }
    treatments(&mut session);
    for (day, answers) in [
        ("2026-09-25", [3, 2, 2, 3, 2, 2, 2, 2, 1]),
        ("2026-10-22", [2, 2, 2, 2, 2, 2, 2, 1, 1]),
        ("2026-11-22", [2, 1, 2, 1, 1, 1, 2, 1, 1]),
    ] {
        phq(&mut session, day, answers);
    }
    add_point(&mut session, "An earlier point".into()).unwrap();
    record_visit(&mut session, "2026-10-23".into(), "raise the dose".into()).unwrap();
    for point in [
        "I sweat at night since the higher dose. I change the sheets.",
        "Can I go on with the St John’s wort tea?",
        "Driving to the rTMS on my own again.",
    ] {
        add_point(&mut session, point.into()).unwrap();
    }
    let visit = domain::Visit {
        name: "Ada N.".into(),
        with: "Dr Okafor".into(),
        date: "2026-11-24".parse().ok(),
        helped: "Walking with Jana before work.".into(),
        hard: "The week my father fell.".into(),
        ..next(&session).unwrap()
    };
    change_visit(&mut session, visit).unwrap();
    session
}

fn treatments(session: &mut Session) {
    let today = session.today();
    let form = medicine(
        "Sertraline",
        MedicineKind::Prescribed,
        dose("2026-08-31", "50", PlanKind::Daily),
    );
    let uid = save_medicine(session, None, form).unwrap().uid.unwrap();
    change_dose(
        session,
        uid.clone(),
        dose("2026-10-24", "100", PlanKind::Daily),
    )
    .unwrap();
    for back in (1..62).rev() {
        let status = match back {
            11..16 => continue,
            22 => DoseStatus::Skipped,
            _ => DoseStatus::Taken,
        };
        mark(session, &uid, today - Duration::days(back), status);
    }
    let tea = medicine(
        "St John’s wort tea",
        MedicineKind::Herbal,
        dose("2026-11-02", "1", PlanKind::AsNeeded),
    );
    save_medicine(session, None, tea).unwrap();
    rtms(session);
    effects(session);
    for (what, from) in [
        ("father in hospital", "2026-11-05"),
        ("back at work", "2026-11-16"),
    ] {
        let form = LifeEventForm {
            what: what.into(),
            kind: LifeEventKind::Relationships,
            from: from.into(),
            to: String::new(),
            ongoing: false,
            impact: Some(-1),
            private: false,
        };
        save_life_event(session, None, Some(form)).unwrap();
    }
}

fn rtms(session: &mut Session) {
    let form = CourseForm {
        kind: CourseKind::Rtms,
        name: String::new(),
        who: "the clinic on Elm Street".into(),
        details: "left".into(),
        rhythm: "weekdays".into(),
        from: "2026-11-02".into(),
        to: String::new(),
        sessions_before: String::new(),
        takes_home: String::new(),
        agenda: Vec::new(),
        remember: Vec::new(),
        on_charts: true,
        on_pages: false,
    };
    let uid = save_course(session, None, Some(form)).unwrap().uid.unwrap();
    for day in [2, 3, 4, 6, 9, 10, 12, 16, 17, 18, 19, 20] {
        let form = SessionForm {
            course: uid.clone(),
            on: format!("2026-11-{day:02}"),
            details: String::new(),
            before: None,
            after: None,
            after_when: String::new(),
            note: String::new(),
            agenda: Vec::new(),
            takeaways: String::new(),
            how_was: None,
            remembered: Vec::new(),
        };
        save_session(session, None, Some(form)).unwrap();
    }
}

fn effects(session: &mut Session) {
    for (item, since, way) in [("sweating", "2026-10-31", 3), ("nausea", "2026-10-25", 1)] {
        let form = EffectForm {
            item: item.into(),
            words: String::new(),
            since: since.into(),
            guess: String::new(),
            note: String::new(),
            on_pages: None,
        };
        let uid = save_side_effect(session, None, Some(form))
            .unwrap()
            .uid
            .unwrap();
        let mut week = side_effects(session).unwrap().week;
        let rating = EffectRating {
            strong: Some(2),
            in_the_way: Some(way),
        };
        week.ratings.insert(uid, rating);
        rate_side_effects(session, week).unwrap();
    }
}
