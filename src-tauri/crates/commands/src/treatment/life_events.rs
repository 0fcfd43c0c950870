//! Life events: what happened beside treatment.

use super::text::date_text;
use super::{MAX_TEXT_LEN, keep, optional_date, partial_date, refuse, short};
use crate::changed::Changed;
use crate::error::{InputErrorKind, Result};
use crate::msg;
use crate::operation::Operation;
use crate::session::Session;
use domain::time::Period;
use domain::treatment::{LifeEvent, LifeEventKind};
use journal::Change;
use serde::{Deserialize, Serialize};

/// One life event.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct LifeEventRow {
    /// Its uid.
    pub uid: String,
    /// The record.
    pub event: LifeEvent,
    /// "Mar 2024 – May 2024 · loss · −2 of 3".
    pub about: String,
}

/// A life event as typed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct LifeEventForm {
    /// What happened.
    pub what: String,
    /// What it is about.
    pub kind: LifeEventKind,
    /// Since when, or when.
    pub from: String,
    /// Until when; empty for a day.
    pub to: String,
    /// Whether it goes on.
    pub ongoing: bool,
    /// How it weighed, −3 to 3; none if not said.
    pub impact: Option<i8>,
    /// Whether it stays out of pages.
    pub private: bool,
}

/// Returns the life events, the latest first.
///
/// # Errors
/// Fails if the journal can't be read.
pub fn life_events(session: &Session) -> Result<Vec<LifeEventRow>> {
    let mut events = session.journal().life_events()?;
    events.sort_by_key(|(_, event)| std::cmp::Reverse(event.from.earliest()));
    let row = |(uid, event): (String, LifeEvent)| LifeEventRow {
        uid,
        about: about(session, &event),
        event,
    };
    Ok(events.into_iter().map(row).collect())
}

fn about(session: &Session, event: &LifeEvent) -> String {
    let locale = session.locale();
    let until = if event.ongoing {
        Some(locale.text(msg::TRIAL_NOW))
    } else {
        event.to.as_ref().map(|to| date_text(session, to))
    };
    let from = date_text(session, &event.from);
    let dates = until.map_or_else(|| from.clone(), |until| format!("{from} – {until}"));
    let impact = event.impact.map(|impact| {
        let sign = match impact.signum() {
            1 => "+",
            -1 => "−",
            _ => "",
        };
        let with = [("impact", format!("{sign}{}", impact.abs()).into())];
        locale.format(msg::LIFE_IMPACT_SAID, &with)
    });
    let private = event
        .private
        .then(|| locale.text(msg::EFFECTS_NOT_ON_PAGES));
    let parts = [
        Some(dates),
        Some(kind_text(session, event.kind)),
        impact,
        private,
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn kind_text(session: &Session, kind: LifeEventKind) -> String {
    session.locale().text(match kind {
        LifeEventKind::Loss => msg::LIFE_KIND_LOSS,
        LifeEventKind::Relationships => msg::LIFE_KIND_RELATIONSHIPS,
        LifeEventKind::Work => msg::LIFE_KIND_WORK,
        LifeEventKind::Home => msg::LIFE_KIND_HOME,
        LifeEventKind::Health => msg::LIFE_KIND_HEALTH,
        LifeEventKind::Other => msg::LIFE_KIND_OTHER,
    })
}

/// Adds, changes or (if `form` is none) removes a life event.
///
/// # Errors
/// `Input` with the field that can't be read.
pub fn save_life_event(
    session: &mut Session,
    uid: Option<String>,
    form: Option<LifeEventForm>,
) -> Result<Changed> {
    let operation = if form.is_some() {
        Operation::SaveLifeEvent
    } else {
        Operation::RemoveLifeEvent
    };
    let value = form.map(|form| event(session, &form)).transpose()?;
    keep(session, &operation, uid, |id| Change::LifeEvent {
        id,
        value,
    })
}

fn event(session: &Session, form: &LifeEventForm) -> Result<LifeEvent> {
    let what = short("what", &form.what, MAX_TEXT_LEN)?;
    if what.is_empty() {
        return refuse("what", InputErrorKind::Missing);
    }
    let from = partial_date(session, "from", &form.from)?;
    let to = if form.ongoing { "" } else { &form.to };
    let to = optional_date(session, "to", to)?;
    super::in_order(Some(&from), to.as_ref())?;
    let max = LifeEvent::MAX_IMPACT;
    if form.impact.is_some_and(|impact| impact.abs() > max) {
        return refuse("impact", InputErrorKind::NotAnAmount);
    }
    Ok(LifeEvent {
        what,
        kind: form.kind,
        from,
        to,
        ongoing: form.ongoing,
        impact: form.impact,
        private: form.private,
    })
}

/// Returns the life events of a period as indexes of its first and last day, with what happened. The
/// private ones only if `private`.
///
/// # Errors
/// Fails if the journal can't be read.
pub(crate) fn as_spans(
    session: &Session,
    period: Period,
    private: bool,
) -> Result<Vec<(usize, usize, String)>> {
    let today = session.today();
    let mut spans = Vec::new();
    for (_, event) in session.journal().life_events()? {
        let last = event.to.as_ref().unwrap_or(&event.from).latest();
        let last = if event.ongoing { today.max(last) } else { last };
        let (from, to) = (event.from.earliest().max(period.from), last.min(period.to));
        if event.private && !private || from > to {
            continue;
        }
        spans.extend(
            period
                .index(from)
                .zip(period.index(to))
                .map(|(from, to)| (from, to, event.what)),
        );
    }
    spans.sort();
    Ok(spans)
}
