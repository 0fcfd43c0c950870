//! Coming back after days away, and answering as the day before.
//!
//! Owns when the last days are offered and what "same as the day before" copies. Counts nothing that is not there.

use crate::bridge::{Changed, Mishap, Outcome, Topic};
use crate::{Session, pauses, record, trackers, word};
use care::check::Here;
use care::period::Period;
use care::speech::{Grain, Speech};
use care::{Covers, Definition, Draft, Entry, Kind};
use chrono::{Duration, NaiveDate};
use serde::{Deserialize, Serialize};

/// How many days back are offered: what is remembered longer back is less sure.
const OFFERED: i64 = 3;

/// The source of an entry that says "same as the day before".
pub const SAME: &str = "same";

/// Days to be filled in after coming back, one tap each.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct OfferedDay {
    /// The day, YYYY-MM-DD.
    pub day: String,
    /// What it is called.
    pub label: String,
}

/// Days away that may have been a pause nobody planned: one tap makes them one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Away {
    /// Their first, YYYY-MM-DD.
    pub from: String,
    /// Their last.
    pub to: String,
    /// Asks whether they were a pause, with their dates.
    pub ask: String,
}

/// The days since something was last written, where that is two whole days or more.
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

/// What is offered where nothing was written for two whole days or more: the last of them without the first question's
/// answer, and all of them as a pause.
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
    // Nobody is asked about days on which nothing was to be asked.
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

/// The days away as a pause that can still be said; none where one was planned in them.
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

/// The instant the patient's day begins.
fn begins(session: &Session, day: NaiveDate) -> chrono::DateTime<chrono::Utc> {
    let local =
        day.and_time(chrono::NaiveTime::MIN) + Duration::minutes(i64::from(session.day_starts()));
    care::day::instant(local, session.clock().zone(), care::day::Occurrence::First)
}

/// What "same as the day before" would say for a day; none where there is nothing to say it of.
pub fn same_said(session: &Session, day: NaiveDate) -> Outcome<Option<String>> {
    let copies = copies(session, day)?;
    if copies.is_empty() {
        return Ok(None);
    }
    // All that will be copied is named: nobody is to find answers that were not seen.
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

/// Answers a day as the day before it, where it has no answers yet. Words of one's own are not copied.
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
        // A note that is there already stands beside the answers.
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

/// An entry without its words of one's own, which are not copied.
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

/// The answers about the whole day before, of trackers this day says nothing of yet.
fn copies(session: &Session, day: NaiveDate) -> Outcome<Vec<(&Definition, Entry)>> {
    let before = day - Duration::days(1);
    let entries = session.journal().entries(Period {
        from: before,
        to: day,
    })?;
    let mut copies = Vec::new();
    // What was switched on (a diary card, pain, weight) is said anew each day: nobody sees on the button that it is copied.
    let about_a_day =
        |d: &&Definition| d.covers == Covers::Day && d.taps.is_none() && !d.private && !d.off;
    for definition in trackers::asked(session)?.into_iter().filter(about_a_day) {
        // A note alone answers nothing.
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
    // The first question decides whether it is offered at all, and is said first.
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
