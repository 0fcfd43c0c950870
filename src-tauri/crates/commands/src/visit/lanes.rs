//! Lanes of the page's picture: medicines with what became of each day, courses, side effects.

use super::medicines::{Counted, counted, names};
use crate::error::Result;
use crate::figures::context::days_recorded;
use crate::msg;
use crate::session::Session;
use crate::treatment::effect_lines::effect_levels;
use crate::treatment::lanes::{LanePart, lane};
use crate::treatment::sessions::session_lanes;
use crate::visit::periods::Periods;
use domain::Visit;
use domain::treatment::{Dose, DoseStatus, Medicine};
use domain::visit::section;
use report::{Cell, PictureLane};

/// Returns the lanes, top to bottom: medicines, courses, side effects.
pub(super) fn lanes(
    session: &Session,
    visit: &Visit,
    periods: &Periods,
) -> Result<Vec<PictureLane>> {
    let mut lanes = Vec::new();
    if visit.has(section::MEDICINES) {
        lanes.extend(medicine_lanes(session, visit, periods)?);
    }
    if visit.has(section::COURSES) {
        lanes.extend(course_lanes(session, visit, periods)?);
    }
    if visit.has(section::EFFECTS) {
        lanes.extend(effect_lanes(session, visit, periods)?);
    }
    Ok(lanes)
}

fn empty(name: String) -> PictureLane {
    PictureLane {
        name,
        note: String::new(),
        parts: Vec::new(),
        labels: Vec::new(),
        unknown: Vec::new(),
        skipped: Vec::new(),
        sessions: Vec::new(),
        dots: Vec::new(),
        levels: Vec::new(),
        before: Cell::default(),
        now: Cell::default(),
        said: String::new(),
    }
}

fn medicine_lanes(session: &Session, visit: &Visit, periods: &Periods) -> Result<Vec<PictureLane>> {
    let whole = periods.whole();
    let marks = session.journal().doses(whole)?;
    let mut lanes = Vec::new();
    if marks.is_empty() && days_recorded(session, whole, &[])?.is_empty() {
        // A picture of nothing but missing records, or of plans, says nothing.
        return Ok(lanes);
    }
    for (uid, medicine) in session.journal().medicines()? {
        let parts = lane(session, &medicine, whole);
        if parts.is_empty() {
            continue;
        }
        let own = marks.iter().filter(|(_, dose)| dose.medicine == uid);
        let own: Vec<&Dose> = own.map(|(_, dose)| dose).collect();
        let shown = names(session, visit, &medicine);
        let mut lane = empty(shown);
        lane.labels = parts.iter().map(|part| part.label.clone()).collect();
        // What is taken now and then has no dose a day: a line, and a dot for each time.
        let height = |p: &LanePart| if p.as_needed { 0.0 } else { p.height };
        lane.parts = parts.iter().map(|p| [p.from, p.to, height(p)]).collect();
        let needed = own.iter().filter(|dose| dose.as_needed);
        let needed = needed.filter_map(|dose| whole.index(dose.day));
        lane.dots = needed.map(|day| day as f64).collect();
        add_days(session, &mut lane, &medicine, &own, periods);
        lane.before = cell(session, counted(session, &medicine, &own, periods.before));
        lane.now = cell(session, counted(session, &medicine, &own, periods.now));
        lane.said = format!(
            "{}: {}. {}",
            lane.name,
            lane.labels.join(", "),
            lane.now.text()
        );
        lanes.push(lane);
    }
    Ok(lanes)
}

/// Adds the days of which nothing was recorded, and those with a dose that was not taken.
fn add_days(
    session: &Session,
    lane: &mut PictureLane,
    medicine: &Medicine,
    marks: &[&Dose],
    periods: &Periods,
) {
    let whole = periods.whole();
    for nth in 0..whole.days() {
        let day = whole.day(nth);
        let own: Vec<&Dose> = marks.iter().copied().filter(|d| d.day == day).collect();
        let doses = medicine.doses_of_day(day, &own);
        let at = nth as f64;
        let skipped = |status| matches!(status, DoseStatus::Skipped | DoseStatus::Partly);
        let statuses = || doses.iter().map(|dose| dose.mark.map(|mark| mark.status));
        if statuses().flatten().any(skipped) {
            lane.skipped.push(at);
        } else if day < session.today() && !doses.is_empty() && statuses().all(|s| s.is_none()) {
            let touches = |last: &&mut [f64; 2]| last[1].total_cmp(&at).is_eq();
            match lane.unknown.last_mut().filter(touches) {
                Some(last) => last[1] = at + 1.0,
                None => lane.unknown.push([at, at + 1.0]),
            }
        }
    }
}

/// Returns "25 taken, 1 not taken, 5 not recorded".
fn cell(session: &Session, counted: Option<Counted>) -> Cell {
    let Some(counted) = counted else {
        return Cell::default();
    };
    let locale = session.locale();
    let mut parts = Vec::new();
    for (id, count) in [
        (msg::PAGE_TAKEN_COUNT, counted.taken),
        (msg::PAGE_SKIPPED_COUNT, counted.skipped),
        (msg::PAGE_UNKNOWN_COUNT, counted.unknown),
        (msg::PAGE_TIMES, counted.as_needed),
    ] {
        parts.extend((count > 0).then(|| locale.format(id, &[("count", count.into())])));
    }
    if parts.is_empty() {
        parts.push(locale.text(msg::PAGE_NO_DOSES));
    }
    Cell {
        value: counted.dose,
        counted: parts.join(", "),
    }
}

fn course_lanes(session: &Session, visit: &Visit, periods: &Periods) -> Result<Vec<PictureLane>> {
    let split = periods.before.days() as f64;
    let count = |days: usize| {
        if days == 0 {
            return Cell::default();
        }
        let with = [("count", days.into())];
        Cell {
            value: session.locale().format(msg::COURSE_SESSIONS, &with),
            counted: String::new(),
        }
    };
    let lanes = session_lanes(session, periods.whole(), visit.less_identifying)?;
    let lane = |(name, sessions): (String, Vec<f64>)| {
        let before = sessions.iter().filter(|day| **day < split).count();
        let now = count(sessions.len() - before);
        PictureLane {
            said: format!("{name}: {}", now.value),
            before: count(before),
            now,
            sessions,
            ..empty(name)
        }
    };
    Ok(lanes.into_iter().map(lane).collect())
}

fn effect_lanes(session: &Session, visit: &Visit, periods: &Periods) -> Result<Vec<PictureLane>> {
    let whole = periods.whole();
    let split = periods.before.days() as f64;
    let levels = effect_levels(session, whole, visit.less_identifying)?;
    let last = |levels: &[[f64; 3]], within: &dyn Fn(f64) -> bool| {
        let mut rated = levels.iter().rev().filter(|level| level[2] > 0.0);
        let level = rated.find(|level| within(level[0]));
        level.map_or_else(Cell::default, |level| {
            let key = format!("effect-bothers-{}", level[2]);
            Cell {
                value: session.locale().text(&key),
                counted: String::new(),
            }
        })
    };
    let lane = |(name, levels): (String, Vec<[f64; 3]>)| {
        let now = last(&levels, &|from| from >= split);
        PictureLane {
            said: format!("{name}: {}", now.value),
            before: last(&levels, &|from| from < split),
            now,
            levels,
            ..empty(name)
        }
    };
    let mut lanes: Vec<PictureLane> = levels.into_iter().map(lane).collect();
    if let Some(first) = lanes.first_mut() {
        first.note = session.locale().text(msg::PAGE_EFFECT_NOTE);
    }
    Ok(lanes)
}
