//! Planned pauses: a holiday, a stay in hospital, a rest from logging.
//!
//! During a pause nothing is asked, and a day without entries is no gap.

use crate::changed::{Changed, Topic};
use crate::error::InputErrorKind;
use crate::error::{Error, Result};
use crate::operation::Operation;
use crate::session::Session;
use crate::{ids, msg};
use chrono::{Datelike, NaiveDate};
use domain::Pause;
use domain::localizer::{DateStyle, Localizer};
use domain::pause::PauseReason;
use domain::time::Period;
use journal::Change;
use serde::{Deserialize, Serialize};

/// A pause with its description.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PauseView {
    /// Its uid.
    pub uid: String,
    /// The pause.
    pub pause: Pause,
    /// Its description: "In hospital, 20 Nov 2026 to 2 Dec 2026".
    pub text: String,
}

/// Returns all pauses, latest first.
pub fn pauses(session: &Session) -> Result<Vec<PauseView>> {
    let ever = Period {
        from: NaiveDate::MIN,
        to: NaiveDate::MAX,
    };
    let mut views: Vec<_> = overlapping(session, ever)?
        .into_iter()
        .map(|(uid, pause)| view(session, uid, pause))
        .collect();
    views.reverse();
    Ok(views)
}

/// Returns a pause with its description.
pub fn view(session: &Session, uid: String, pause: Pause) -> PauseView {
    PauseView {
        text: describe(session, &pause),
        uid,
        pause,
    }
}

/// Returns the pauses that overlap a period.
pub fn overlapping(session: &Session, period: Period) -> Result<Vec<(String, Pause)>> {
    let in_years = |day: NaiveDate| {
        let (first, last) = (
            NaiveDate::from_ymd_opt(1, 1, 1).unwrap_or(day),
            NaiveDate::from_ymd_opt(9999, 12, 31).unwrap_or(day),
        );
        day.clamp(first, last)
    };
    Ok(session.journal().pauses(Period {
        from: in_years(period.from),
        to: in_years(period.to),
    })?)
}

/// Returns the pauses of a period for a figure: indexes of first and last day, and the reason.
pub fn as_spans(session: &Session, period: Period) -> Result<Vec<(usize, usize, String)>> {
    let spans = overlapping(session, period)?
        .into_iter()
        .filter_map(|(_, pause)| {
            let (from, to) = pause.within(period)?;
            Some((from, to, reason_text(session, pause.reason)))
        });
    Ok(spans.collect())
}

/// Creates, changes or (if `pause` is none) removes a pause.
pub fn save_pause(
    session: &mut Session,
    uid: Option<String>,
    pause: Option<Pause>,
) -> Result<Changed> {
    if let Some(pause) = &pause {
        check(session, uid.as_deref(), pause)?;
    }
    let uid = match uid {
        Some(uid) => uid,
        None => ids::uid()?,
    };
    let operation = if pause.is_some() {
        Operation::SavePause
    } else {
        Operation::RemovePause
    };
    let change = Change::Pause {
        id: uid.clone(),
        value: pause,
    };
    let changed = session.commit(&operation, &[change], &[Topic::Entries])?;
    Ok(Changed {
        uid: Some(uid),
        ..changed
    })
}

fn check(session: &Session, uid: Option<&str>, pause: &Pause) -> Result<()> {
    let refuse = |kind| Err(Error::Input { field: "to", kind });
    let days = [Some(pause.from), pause.to];
    if !days
        .iter()
        .flatten()
        .all(|day| (1900..=9999).contains(&day.year()))
    {
        return refuse(InputErrorKind::NotADay);
    }
    if pause.to.is_some_and(|to| to < pause.from) {
        return refuse(InputErrorKind::EndsBeforeStart);
    }
    let period = Period {
        from: pause.from,
        to: pause.to.unwrap_or(NaiveDate::MAX),
    };
    let clash = overlapping(session, period)?
        .into_iter()
        .any(|(other, _)| Some(other.as_str()) != uid);
    if clash {
        return refuse(InputErrorKind::Overlaps);
    }
    Ok(())
}

/// Returns the label of a pause reason.
pub fn reason_text(session: &Session, reason: PauseReason) -> String {
    session.locale().text(match reason {
        PauseReason::Holiday => msg::PAUSE_HOLIDAY,
        PauseReason::Hospital => msg::PAUSE_HOSPITAL,
        PauseReason::Rest => msg::PAUSE_REST,
    })
}

/// Describes a pause: its reason and its dates.
pub fn describe(session: &Session, pause: &Pause) -> String {
    let locale = session.locale();
    let from = locale.date(pause.from, DateStyle::Short);
    let mut with = vec![
        ("why", reason_text(session, pause.reason).into()),
        ("from", from.into()),
    ];
    match pause.to {
        Some(to) => {
            with.push(("to", locale.date(to, DateStyle::Short).into()));
            locale.format(msg::PAUSE_SAID, &with)
        }
        None => locale.format(msg::PAUSE_SAID_OPEN, &with),
    }
}
