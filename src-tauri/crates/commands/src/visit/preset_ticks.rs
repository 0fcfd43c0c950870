//! The ticks of each preset of the page.

use crate::error::{Error, RecordKind, Result};
use crate::session::Session;
use crate::trackers;
use domain::definition::Covers;
use domain::visit::section;
use domain::{Definition, Visit};

/// The presets, in the order in which they are offered.
const PRESETS: [&str; 5] = [
    "follow-up",
    "first-visit",
    "sleep-clinic",
    "family",
    "less-identifying",
];

/// Returns the preset that a visit has the ticks of; none if they were changed.
pub(super) fn preset_of(session: &Session, visit: &Visit) -> Result<Option<String>> {
    for preset in PRESETS {
        // Which days it covers is chosen apart.
        let with = Visit {
            days: visit.days,
            since_last: visit.since_last,
            ..with_preset(session, preset, visit.clone())?
        };
        if with == *visit {
            return Ok(Some(preset.to_owned()));
        }
    }
    Ok(None)
}

/// Returns a visit with the ticks of a preset.
pub(super) fn with_preset(session: &Session, preset: &str, visit: Visit) -> Result<Visit> {
    let plain = plain(visit);
    Ok(match preset {
        "follow-up" => plain,
        "first-visit" => Visit {
            with_history: true,
            since_last: false,
            days: 90,
            ..plain
        },
        "sleep-clinic" => Visit {
            excluded: without(session, &NOT_FOR_SLEEP, |d| d.covers == Covers::Night)?,
            without_support_item: true,
            ..plain
        },
        "family" => Visit {
            excluded: without(session, &NOT_FOR_FAMILY, |_| false)?,
            without_support_item: true,
            ..plain
        },
        "less-identifying" => Visit {
            less_identifying: true,
            ..plain
        },
        other => return Err(Error::not_found(RecordKind::Period, other)),
    })
}

/// Sections that a sleep clinic's page leaves out.
const NOT_FOR_SLEEP: [&str; 3] = [section::SCALES, section::EXPERIMENTS, section::LIFE];

/// Sections that a family's page leaves out.
const NOT_FOR_FAMILY: [&str; 7] = [
    section::ABOUT,
    section::CHANGES,
    section::SCALES,
    section::MEDICINES,
    section::EFFECTS,
    section::COURSES,
    section::EXPERIMENTS,
];

/// Returns a visit with the usual ticks.
fn plain(visit: Visit) -> Visit {
    Visit {
        excluded: Vec::new(),
        included_private: Vec::new(),
        notes: Vec::new(),
        with_plan: false,
        without_support_item: false,
        with_history: false,
        less_identifying: false,
        since_last: true,
        ..visit
    }
}

/// Returns sections and all trackers but the first question and those to keep.
fn without(
    session: &Session,
    sections: &[&str],
    keep: impl Fn(&Definition) -> bool,
) -> Result<Vec<String>> {
    let first = trackers::first(session)?.map(|d| d.key.as_str());
    let all = session.definitions().all().iter();
    let left =
        all.filter(|d| d.questionnaire.is_none() && Some(d.key.as_str()) != first && !keep(d));
    let trackers = left.map(|d| d.key.clone());
    let sections = sections.iter().map(|key| (*key).to_owned());
    Ok(trackers.chain(sections).collect())
}
