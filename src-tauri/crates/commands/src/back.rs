//! Catching up after days away, and copying the answers of the previous day.
//!
//! Decides which missed days are offered and what "same as the day before" copies.

use crate::bridge::{Changed, Mishap, Outcome, Topic};
use crate::{Session, pauses, record, trackers, word};
use care::check::Here;
use care::period::Period;
use care::speech::{Grain, Speech};
use care::{Covers, Definition, Draft, Entry, Kind};
use chrono::{Duration, NaiveDate};
use serde::{Deserialize, Serialize};

/// Number of past days offered: memories of earlier days are less reliable.
const OFFERED: i64 = 3;

/// Entry source of answers copied by "same as the day before".
pub const SAME: &str = "same";

/// A missed day offered after an absence, answered with one tap.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct OfferedDay {
    /// The day, YYYY-MM-DD.
    pub day: String,
    /// Its date, as text.
    pub label: String,
}

/// An absence that may have been an unplanned pause: one tap records it as one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Away {
    /// First day, YYYY-MM-DD.
    pub from: String,
    /// Last day, YYYY-MM-DD.
    pub to: String,
    /// Question whether these days were a pause, with their dates.
    pub ask: String,
}

/// Returns the days since the last write, if they are at least two whole days.
fn gap(session: &Session) -> Outcome<Option<Period>> {
    let today = session.today();
    let begun = begins(session, today);
    let Some(last) = session.journal().last_written_before(begun)? else {
        return Ok(None);
    };
    let last = care::day::patients_day(last, session.clock().zone(), session.day_starts());
    let gap = Period {
        from: last + Duration::days(1),
        to: today - Duration::days(1),
    };
    Ok(((today - last).num_days() > 2).then_some(gap))
}

/// Returns what is offered if nothing was written for at least two whole days.
///
/// These are the latest days without an answer to the first question, and the whole gap as a pause.
pub fn offered(session: &Session) -> Outcome<(Vec<OfferedDay>, Option<Away>)> {
    Ok(match gap(session)? {
        Some(gap) => (unanswered(session, gap)?, away(session, gap)?),
        None => (Vec::new(), None),
    })
}

fn unanswered(session: &Session, gap: Period) -> Outcome<Vec<OfferedDay>> {
    let Some(first) = trackers::first(session)? else {
        return Ok(Vec::new());
    };
    let period = Period {
        from: (session.today() - Duration::days(OFFERED)).max(gap.from),
        to: gap.to,
    };
    let there = session.journal().entries_of(&first.key, period)?;
    // Days in a pause are not offered: nothing was asked on them.
    let pauses = pauses::within(session, period)?;
    let missing = (0..period.days()).map(|i| period.day(i)).filter(|day| {
        !there.iter().any(|e| e.day == *day) && !pauses.iter().any(|(_, p)| p.covers(*day))
    });
    Ok(missing
        .map(|day| OfferedDay {
            day: day.to_string(),
            label: session.tongue().date(day, Grain::Whole),
        })
        .collect())
}

/// Returns the gap as a suggested pause, or `None` if it overlaps a planned one.
fn away(session: &Session, gap: Period) -> Outcome<Option<Away>> {
    if !pauses::within(session, gap)?.is_empty() {
        return Ok(None);
    }
    let tongue = session.tongue();
    let said = |day| tongue.date(day, Grain::Short).into();
    let with = [("from", said(gap.from)), ("to", said(gap.to))];
    Ok(Some(Away {
        from: gap.from.to_string(),
        to: gap.to.to_string(),
        ask: tongue.say_with(word::BACK_PAUSE, &with),
    }))
}

/// Returns the instant at which the patient's day begins.
fn begins(session: &Session, day: NaiveDate) -> chrono::DateTime<chrono::Utc> {
    let local =
        day.and_time(chrono::NaiveTime::MIN) + Duration::minutes(i64::from(session.day_starts()));
    care::day::instant(local, session.clock().zone(), care::day::Occurrence::First)
}

/// Returns the label of "same as the day before", or `None` if there is nothing to copy.
pub fn same_said(session: &Session, day: NaiveDate) -> Outcome<Option<String>> {
    let copies = copies(session, day)?;
    if copies.is_empty() {
        return Ok(None);
    }
    // Lists everything that is copied, so that no unseen answer is recorded.
    let lines = copies.iter().map(|(definition, entry)| {
        let copied = unworded(definition, entry);
        crate::today::said(session, definition, &copied).join(", ")
    });
    let line: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
    let line = line.join(" · ");
    Ok(Some(
        session
            .tongue()
            .say_with(word::SAME_AS_BEFORE, &[("said", line.into())]),
    ))
}

/// Copies the previous day's answers to a day, for trackers without answers on it.
///
/// Free text is not copied. Returns `NoEntry` if there is nothing to copy.
pub fn same_as_before(session: &mut Session, day: &str) -> Outcome<Changed> {
    let day: NaiveDate = day.parse().map_err(|_| Mishap::NoSpan(day.to_owned()))?;
    let mut items = Vec::new();
    for (definition, entry) in copies(session, day)? {
        let draft = draft(session, definition, &entry, day);
        let here = Here {
            source: SAME.to_owned(),
            ..session.here()?
        };
        let mut entry = record::accept(session, &draft, &here, 0)?;
        // An existing entry with only a note receives the answers and keeps its note.
        let one = Period { from: day, to: day };
        let noted = session.journal().entries_of(&definition.key, one)?;
        if let Some(noted) = noted.into_iter().find(|e| e.values.is_empty()) {
            (entry.uid, entry.note) = (noted.uid, noted.note);
        }
        items.push(session.keep(entry)?);
    }
    if items.is_empty() {
        return Err(Mishap::NoEntry);
    }
    session.act("same", &items, &[Topic::Entries])
}

/// Returns a copy of an entry without free text and without fields that no longer exist.
pub(crate) fn unworded(definition: &Definition, entry: &Entry) -> Entry {
    let mut copied = entry.clone();
    copied.values.retain(|key, _| {
        let kind = definition.field(key).map(|f| &f.kind);
        !matches!(kind, Some(Kind::Text { .. }) | None)
    });
    copied
}

fn draft(session: &Session, definition: &Definition, entry: &Entry, day: NaiveDate) -> Draft {
    let mut values = entry.answers(definition, session.tongue().drink);
    values.retain(|key, _| {
        !matches!(
            definition.field(key).map(|f| &f.kind),
            Some(Kind::Text { .. }) | None
        )
    });
    Draft {
        tracker: definition.key.clone(),
        day: day.to_string(),
        values,
        ..Draft::default()
    }
}

/// Returns the previous day's entries of whole-day trackers that have no answer on this day.
fn copies(session: &Session, day: NaiveDate) -> Outcome<Vec<(&Definition, Entry)>> {
    let before = day - Duration::days(1);
    let entries = session.journal().entries(Period {
        from: before,
        to: day,
    })?;
    let mut copies = Vec::new();
    // Trackers that are off by default (diary card, pain, weight) need a new answer each day.
    // A copied value is too easy to overlook on the button.
    let about_a_day =
        |d: &&Definition| d.covers == Covers::Day && d.taps.is_none() && !d.private && !d.off;
    for definition in trackers::asked(session)?.into_iter().filter(about_a_day) {
        // An entry with only a note is not an answer.
        let of = |on: NaiveDate| {
            entries
                .iter()
                .rfind(move |e| e.tracker == definition.key && e.day == on && !e.values.is_empty())
        };
        if let (Some(entry), None) = (of(before), of(day))
            && !draft(session, definition, entry, day).values.is_empty()
        {
            copies.push((definition, entry.clone()));
        }
    }
    // Nothing is offered without an answer to the first question. That answer is listed first.
    let first = trackers::first(session)?.map(|d| d.key.clone());
    let at = copies
        .iter()
        .position(|(d, _)| Some(&d.key) == first.as_ref());
    match at {
        Some(at) => {
            let copy = copies.remove(at);
            copies.insert(0, copy);
        }
        None => copies.clear(),
    }
    Ok(copies)
}
