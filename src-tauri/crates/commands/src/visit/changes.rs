//! What changed: doses, courses, side effects, life events and dated changes, by day.

use crate::entries::describe;
use crate::error::Result;
use crate::msg;
use crate::session::Session;
use crate::treatment::course_names::{course_name, kind_title};
use crate::treatment::effect_items::{is_own, title};
use crate::treatment::find::is_listed;
use crate::treatment::lanes::dose_changes;
use crate::visit::periods::Periods;
use chrono::{Datelike as _, NaiveDate};
use domain::Visit;
use domain::localizer::DateStyle;
use domain::treatment::PartialDate;
use domain::visit::section;
use report::Line;

/// Returns what changed in the period, by day; nothing without its section.
///
/// # Errors
/// Fails if the journal can't be read.
pub(super) fn changes(session: &Session, visit: &Visit, periods: &Periods) -> Result<Vec<Line>> {
    if !visit.has(section::CHANGES) {
        return Ok(Vec::new());
    }
    let mut all = Vec::new();
    if visit.has(section::MEDICINES) {
        let doses = dose_changes(session, periods.now)?.into_iter();
        all.extend(doses.filter(|(_, what)| !visit.less_identifying || begins_listed(what)));
    }
    if visit.has(section::COURSES) {
        all.extend(courses(session, visit)?);
    }
    if visit.has(section::EFFECTS) {
        all.extend(effects(session, visit)?);
    }
    if !visit.less_identifying {
        if visit.has(section::LIFE) {
            all.extend(life(session)?);
        }
        all.extend(dated_entries(session, visit, periods)?);
    }
    all.retain(|(day, _)| periods.now.index(*day).is_some());
    all.sort_by_key(|(day, _)| *day);
    let style = if periods.now.from.year() == periods.now.to.year() {
        DateStyle::Day
    } else {
        DateStyle::Short
    };
    let line = |(day, text): (NaiveDate, String)| Line {
        day: periods.day(session, day, style),
        text,
    };
    Ok(all.into_iter().map(line).collect())
}

/// Returns whether a change names a medicine of the bundled list: "Sertraline 100 mg".
fn begins_listed(what: &str) -> bool {
    let words: Vec<&str> = what.split(' ').collect();
    (1..=words.len()).any(|n| {
        words
            .get(..n)
            .is_some_and(|name| is_listed(&name.join(" ")))
    })
}

fn known(date: Option<&PartialDate>) -> Option<NaiveDate> {
    date.and_then(PartialDate::known_day)
}

fn courses(session: &Session, visit: &Visit) -> Result<Vec<(NaiveDate, String)>> {
    let mut found = Vec::new();
    for (_, course) in session.journal().courses()? {
        let name = if visit.less_identifying {
            kind_title(session, course.kind)
        } else {
            course_name(session, &course)
        };
        let said = |id: &str| {
            let with = [("name", name.as_str().into())];
            session.locale().format(id, &with)
        };
        let began = known(course.from.as_ref());
        found.extend(began.map(|day| (day, said(msg::CHANGE_BEGAN))));
        let ended = known(course.to.as_ref());
        found.extend(ended.map(|day| (day, said(msg::CHANGE_ENDED))));
    }
    Ok(found)
}

fn effects(session: &Session, visit: &Visit) -> Result<Vec<(NaiveDate, String)>> {
    let effects = session.journal().side_effects()?.into_iter();
    let shown = effects.filter(|(_, effect)| effect.on_pages);
    let shown = shown.filter(|(_, effect)| !(visit.less_identifying && is_own(effect)));
    let began = shown.filter_map(|(_, effect)| {
        let day = known(effect.since.as_ref())?;
        let with = [("name", title(session, &effect).into())];
        Some((day, session.locale().format(msg::CHANGE_BEGAN, &with)))
    });
    Ok(began.collect())
}

fn life(session: &Session) -> Result<Vec<(NaiveDate, String)>> {
    let events = session.journal().life_events()?.into_iter();
    let shown = events.filter(|(_, event)| !event.private);
    let dated = shown.filter_map(|(_, event)| Some((event.from.known_day()?, event.what)));
    Ok(dated.collect())
}

fn dated_entries(
    session: &Session,
    visit: &Visit,
    periods: &Periods,
) -> Result<Vec<(NaiveDate, String)>> {
    let mut found = Vec::new();
    for definition in session.definitions().all() {
        if definition.event_field.is_none() || !visit.includes(definition) {
            continue;
        }
        for entry in session.journal().entries_of(&definition.key, periods.now)? {
            let text = describe::line(session, definition, &entry).join(", ");
            let late = describe::late_label(session, &entry);
            let said = if late.is_empty() {
                text
            } else {
                format!("{text} ({late})")
            };
            found.push((entry.day, said));
        }
    }
    Ok(found)
}
