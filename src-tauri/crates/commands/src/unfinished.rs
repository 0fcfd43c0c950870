//! Leftover drafts of past days.
//!
//! Records drafts left over because the window closed or crashed before the field lost focus. A
//! draft that is not valid stays as it is, and its day is reported. Drafts of a day that is not
//! over are not touched.

use crate::bridge::{Outcome, Topic};
use crate::{Session, record};
use care::check::Here;
use care::period::Period;
use care::speech::{Grain, Speech};
use care::{Draft, Entry, Field, Kind};
use chrono::{DateTime, NaiveDate};
use journal::Typed;
use serde::{Deserialize, Serialize};

/// A past day with an unrecorded draft.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Unfinished {
    /// The day, YYYY-MM-DD.
    pub day: String,
    /// A sentence about it, with the day.
    pub said: String,
}

/// Records the drafts of past days, as of when they were typed. Discards empty ones and those of
/// removed entries. A draft that cannot be recorded (not valid, or the journal cannot be written)
/// stays and is reported.
pub fn finish(session: &mut Session) {
    for (typed, draft, _) in over(session).unwrap_or_default() {
        let done = if is_left(session, &typed, &draft) {
            record::drop_draft(session, &typed.form)
        } else {
            record(session, &typed, draft)
        };
        // Errors are ignored: the draft stays saved, and today's page reports its day.
        drop(done);
    }
}

/// Returns whether a draft can be discarded: it is empty, or its entry was removed since.
fn is_left(session: &Session, typed: &Typed, draft: &Draft) -> bool {
    let uid = uid_of(&typed.form);
    let entry = session.journal().entry(uid);
    let empty = draft.values.is_empty() && draft.note.trim().is_empty();
    empty || (uid != NEW && matches!(entry, Ok(None)))
}

/// Last part of a form's name when there is no entry yet.
const NEW: &str = "new";

fn uid_of(form: &str) -> &str {
    form.rsplit(' ').next().unwrap_or_default()
}

/// Returns the past days with unrecorded drafts, latest first.
pub fn unfinished(session: &Session) -> Outcome<Vec<Unfinished>> {
    let mut days: Vec<NaiveDate> = over(session)?.into_iter().map(|(_, _, day)| day).collect();
    days.sort_unstable();
    days.dedup();
    let said = days.into_iter().rev().map(|day| Unfinished {
        day: day.to_string(),
        said: session.tongue().say_with(
            crate::word::UNFINISHED,
            &[("day", session.tongue().date(day, Grain::Whole).into())],
        ),
    });
    Ok(said.collect())
}

/// Returns the drafts of past days, each with its day.
fn over(session: &Session) -> Outcome<Vec<(Typed, Draft, NaiveDate)>> {
    let today = session.today();
    let typed = session.journal().drafts()?.into_iter();
    let of_a_day = typed.filter_map(|typed| {
        let draft: Draft = serde_json::from_str(&typed.text).ok()?;
        let day: NaiveDate = draft.day.parse().ok()?;
        let named = typed.form.starts_with(&format!("{} ", draft.tracker));
        (named && day < today && session.shelf().find(&draft.tracker).is_some())
            .then_some((typed, draft, day))
    });
    Ok(of_a_day.collect())
}

fn record(session: &mut Session, typed: &Typed, draft: Draft) -> Outcome<()> {
    let there = there(session, typed, &draft)?;
    let draft = match &there {
        Some(entry) if uid_of(&typed.form) == NEW => beside(session, entry, typed, draft)?,
        Some(_) | None => draft,
    };
    let now = session.clock().now();
    let here = Here {
        now: DateTime::from_timestamp(typed.at, 0).map_or(now, |at| at.min(now)),
        ..session.here()?
    };
    let (act, entry) = match there {
        Some(old) => ("amend", record::amended(session, &old, &draft, here)?),
        None => ("record", record::accept(session, &draft, &here, 0)?),
    };
    let act = format!("{act} {}", entry.tracker);
    let item = session.keep(entry)?;
    session.act_settling(&act, &[item], &[Topic::Entries], Some(&typed.form))?;
    Ok(())
}

/// Returns the entry that the draft amends. For a new entry of a tracker with one a day, returns
/// the one recorded since, if any.
fn there(session: &Session, typed: &Typed, draft: &Draft) -> Outcome<Option<Entry>> {
    let uid = uid_of(&typed.form);
    if uid != NEW {
        return Ok(session.journal().entry(uid)?);
    }
    let once = !draft.another && session.definition(&draft.tracker)?.once_a_day();
    let Some(day) = draft.day.parse().ok().filter(|_| once) else {
        return Ok(None);
    };
    let day = Period { from: day, to: day };
    let mut entries = session.journal().entries_of(&draft.tracker, day)?;
    // An entry with its own time is an additional one.
    let at = entries.iter().position(|entry| entry.at.is_none());
    Ok(at
        .map(|at| entries.swap_remove(at))
        .or_else(|| entries.pop()))
}

/// Merges a draft with the entry recorded meanwhile. Both notes are kept; for each field the later
/// answer wins.
fn beside(session: &Session, entry: &Entry, typed: &Typed, draft: Draft) -> Outcome<Draft> {
    let definition = session.definition(&entry.tracker)?;
    let recorded = entry.answers(definition, session.tongue().drink);
    let (mut values, later) = if entry.recorded.timestamp() < typed.at {
        (recorded, draft.values)
    } else {
        (draft.values, recorded)
    };
    values.extend(later);
    let both = [entry.note.trim(), draft.note.trim()];
    let both: Vec<&str> = both.into_iter().filter(|note| !note.is_empty()).collect();
    let home = entry.zone.parse().unwrap_or(chrono_tz::Tz::UTC);
    let typed_at = draft.at.filter(|at| !at.trim().is_empty());
    // Recorded clock times keep their time zone; without any, typed ones keep theirs.
    let clock = |f: &Field| f.kind == Kind::Clock && entry.values.contains_key(&f.key);
    let (zone, began) = if entry.at.is_some() || definition.fields.iter().any(clock) {
        let began = entry.began(definition);
        (entry.zone.clone(), began.map(|zone| zone.name().to_owned()))
    } else {
        (
            draft.zone.unwrap_or_else(|| entry.zone.clone()),
            draft.began,
        )
    };
    Ok(Draft {
        values,
        note: both.join("\n"),
        at: typed_at.or_else(|| entry.at.map(|at| care::day::typed(at, home))),
        zone: Some(zone),
        began,
        ..draft
    })
}
