//! Planned pauses: a holiday, a stay in hospital, a rest from logging.
//!
//! During a pause nothing is asked, and a day without entries is no gap.

use crate::bridge::{Changed, Mishap, Outcome, Topic};
use crate::{Session, word};
use care::pause::Why;
use care::period::Period;
use care::speech::{Grain, Speech};
use care::{Fault, FaultKind, Pause};
use chrono::{Datelike, NaiveDate};
use journal::Item;
use serde::{Deserialize, Serialize};

/// A pause with its description.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PauseShown {
    /// Its uid.
    pub uid: String,
    /// The pause.
    pub pause: Pause,
    /// Its description: "In hospital, 20 Nov 2026 to 2 Dec 2026".
    pub said: String,
}

/// Returns all pauses, latest first.
pub fn pauses(session: &Session) -> Outcome<Vec<PauseShown>> {
    let ever = Period {
        from: NaiveDate::MIN,
        to: NaiveDate::MAX,
    };
    let mut shown: Vec<_> = within(session, ever)?
        .into_iter()
        .map(|(uid, pause)| shown(session, uid, pause))
        .collect();
    shown.reverse();
    Ok(shown)
}

/// Returns a pause with its description.
pub fn shown(session: &Session, uid: String, pause: Pause) -> PauseShown {
    PauseShown {
        said: said(session, &pause),
        uid,
        pause,
    }
}

/// Returns the pauses that overlap a period.
pub fn within(session: &Session, period: Period) -> Outcome<Vec<(String, Pause)>> {
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
pub fn drawn(session: &Session, period: Period) -> Outcome<Vec<(usize, usize, String)>> {
    let drawn = within(session, period)?
        .into_iter()
        .filter_map(|(_, pause)| {
            let (from, to) = pause.within(period)?;
            Some((from, to, why(session, pause.why)))
        });
    Ok(drawn.collect())
}

/// Creates, changes or (if `pause` is none) removes a pause.
pub fn change_pause(
    session: &mut Session,
    uid: Option<String>,
    pause: Option<Pause>,
) -> Outcome<Changed> {
    if let Some(pause) = &pause {
        check(session, uid.as_deref(), pause)?;
    }
    let uid = match uid {
        Some(uid) => uid,
        None => crate::session::uid()?,
    };
    let act = if pause.is_some() { "pause" } else { "unpause" };
    let item = Item::Pause {
        uid: uid.clone(),
        pause,
    };
    let changed = session.act(act, &[item], &[Topic::Entries])?;
    Ok(Changed {
        uid: Some(uid),
        ..changed
    })
}

fn check(session: &Session, uid: Option<&str>, pause: &Pause) -> Outcome<()> {
    let refuse = |kind| {
        Err(Mishap::Faults {
            tracker: String::new(),
            number: 0,
            faults: vec![Fault::of("to", kind)],
        })
    };
    let days = [Some(pause.from), pause.to];
    if !days
        .iter()
        .flatten()
        .all(|day| (1900..=9999).contains(&day.year()))
    {
        return refuse(FaultKind::NotADay);
    }
    if pause.to.is_some_and(|to| to < pause.from) {
        return refuse(FaultKind::BeforeBegin);
    }
    let period = Period {
        from: pause.from,
        to: pause.to.unwrap_or(NaiveDate::MAX),
    };
    let clash = within(session, period)?
        .into_iter()
        .any(|(other, _)| Some(other.as_str()) != uid);
    if clash {
        return refuse(FaultKind::Overlaps);
    }
    Ok(())
}

/// Returns the label of a pause reason.
pub fn why(session: &Session, why: Why) -> String {
    session.tongue().say(match why {
        Why::Holiday => word::PAUSE_HOLIDAY,
        Why::Hospital => word::PAUSE_HOSPITAL,
        Why::Rest => word::PAUSE_REST,
    })
}

/// Describes a pause: its reason and its dates.
pub fn said(session: &Session, pause: &Pause) -> String {
    let tongue = session.tongue();
    let from = tongue.date(pause.from, Grain::Short);
    let mut with = vec![
        ("why", why(session, pause.why).into()),
        ("from", from.into()),
    ];
    match pause.to {
        Some(to) => {
            with.push(("to", tongue.date(to, Grain::Short).into()));
            tongue.say_with(word::PAUSE_SAID, &with)
        }
        None => tongue.say_with(word::PAUSE_SAID_OPEN, &with),
    }
}
