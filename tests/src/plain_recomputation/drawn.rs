//! Random answers to everything, with fixed seeds.

use super::{Random, days};
use crate::common;
use commands::Session;
use domain::pause::PauseReason;
use domain::{Answer, Definition, Draft, Field, FieldKind, Pause};

/// Draws an answer that the field allows; often none.
fn answer(field: &Field, random: &mut Random) -> Option<Answer> {
    if random.sometimes(30) {
        return None;
    }
    Some(match &field.kind {
        FieldKind::Scale { min, max } => {
            Answer::Number(min + random.below((max - min) as u64 + 1) as f64)
        }
        FieldKind::Quantity {
            min,
            max,
            step,
            several,
            ..
        } => {
            let steps = (((max - min) / step) as u64).min(12);
            let mut amount = || min + step * random.below(steps + 1) as f64;
            if *several {
                Answer::Numbers(vec![amount(), amount()])
            } else {
                Answer::Number(amount())
            }
        }
        FieldKind::Choice { options, several } => {
            let mut option = || {
                options[random.below(options.len() as u64) as usize]
                    .key
                    .clone()
            };
            if *several {
                Answer::Choices(vec![option(), option()])
            } else {
                Answer::Text(option())
            }
        }
        FieldKind::YesNo => Answer::Bool(random.sometimes(50)),
        FieldKind::Text { .. } => Answer::Text(format!("word {}", random.below(9))),
        FieldKind::Clock => Answer::Text(clock(&field.key, random)),
    })
}

/// Draws a time that makes a night likely to be in order.
fn clock(field: &str, random: &mut Random) -> String {
    let (hour, spread) = match field {
        "bed" | "try" => (21, 4),
        "woke" | "up" => (6, 3),
        _ => (8, 14),
    };
    let hour = (hour + random.below(spread)) % 24;
    format!("{hour:02}:{:02}", 5 * random.below(12))
}

/// Records five weeks of answers to everything. Drafts that are refused are left out.
pub(super) fn fill(open: &mut Session, random: &mut Random) {
    let definitions: Vec<Definition> = open.definitions().all().to_vec();
    let first = days()[0];
    let lead = (1..=7)
        .rev()
        .map(|back| first - chrono::Duration::days(back));
    for day in lead.chain(days()) {
        for definition in &definitions {
            let times = if definition.is_daily() { 2 } else { 3 };
            for _ in 0..random.below(times) {
                let values = definition.fields.iter().filter(|f| !f.follow_up);
                let values = values.filter_map(|f| Some((f.key.clone(), answer(f, random)?)));
                let draft = Draft {
                    tracker: definition.key.clone(),
                    day: day.to_string(),
                    values: values.collect(),
                    another: true,
                    ..Draft::default()
                };
                drop(common::record(open, &draft));
            }
        }
    }
    let pause = Pause {
        reason: PauseReason::Rest,
        from: days()[3],
        to: Some(days()[6]),
    };
    commands::pauses::save_pause(open, None, Some(pause)).unwrap();
}
