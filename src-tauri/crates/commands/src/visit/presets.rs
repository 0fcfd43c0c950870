//! Presets of the page: what each kind of visit is for.

use crate::changed::Changed;
use crate::error::{Error, RecordKind, Result};
use crate::session::Session;
use crate::trackers;
use crate::visit::prepare::{change_visit, next};
use domain::definition::Covers;
use domain::visit::section;
use domain::{Definition, Visit};

/// Chooses what is on the page: `follow-up`, `first-visit`, `sleep-clinic`, `family` or `less-identifying`.
/// The patient's points, words and names stay; every tick can be changed afterwards.
///
/// # Errors
/// `NotFound` if there is no such preset.
pub fn choose_preset(session: &mut Session, preset: String) -> Result<Changed> {
    let plain = plain(next(session)?);
    let chosen = match preset.as_str() {
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
    };
    change_visit(session, chosen)
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
