//! A day as a page.
//!
//! Owns what a day shows: every tracker with its entries in words, and the days before within one tap.

use crate::bridge::{Mishap, Outcome};
use crate::{Session, word};
use care::period::Period;
use care::speech::{Grain, Speech};
use care::words::fill_line;
use care::{Answer, Definition, Entry, Kind};
use chrono::{Datelike, Duration, NaiveDate};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A day with everything on it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct DayPage {
    /// The day, YYYY-MM-DD.
    pub day: String,
    /// The day in words.
    pub title: String,
    /// Whether it is the patient's today.
    pub today: bool,
    /// The last three days, oldest first, this one marked.
    pub near: Vec<NearDay>,
    /// Its entries, by tracker key.
    pub entries: BTreeMap<String, Vec<Shown>>,
    /// What undo would take back.
    pub undo: Option<String>,
    /// What redo would do again.
    pub redo: Option<String>,
}

/// A day one tap away.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct NearDay {
    /// The day, YYYY-MM-DD.
    pub day: String,
    /// What it is called.
    pub label: String,
}

/// An entry as it is shown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Shown {
    /// Its uid.
    pub uid: String,
    /// Its line in parts.
    pub parts: Vec<String>,
    /// When it happened, HH:MM; empty where only the day is known.
    pub at: String,
    /// Said where it was written on a later day; empty otherwise.
    pub late: String,
    /// Its note.
    pub note: String,
    /// Its answers, as a form takes them.
    pub answers: BTreeMap<String, Answer>,
}

/// The page of a day; of today where none is said.
pub fn day_page(session: &Session, day: Option<&str>) -> Outcome<DayPage> {
    let today = session.today();
    let day = match day {
        Some(text) => text.parse().map_err(|_| Mishap::NoSpan(text.to_owned()))?,
        None => today,
    };
    let mut entries: BTreeMap<String, Vec<Shown>> = BTreeMap::new();
    for entry in session.journal().entries(Period { from: day, to: day })? {
        let shown = show(session, &entry)?;
        entries.entry(entry.tracker).or_default().push(shown);
    }
    let (undo, redo) = session.journal().undoable()?;
    Ok(DayPage {
        day: day.to_string(),
        title: heading(session, day, today),
        today: day == today,
        near: (0..3)
            .rev()
            .map(|back| near(session, today - Duration::days(back), today))
            .collect(),
        entries,
        undo: undo.map(|act| crate::undo::name(session, &act)),
        redo: redo.map(|act| crate::undo::name(session, &act)),
    })
}

fn heading(session: &Session, day: NaiveDate, today: NaiveDate) -> String {
    let tongue = session.tongue();
    if day.year() != today.year() {
        return tongue.date(day, Grain::Whole);
    }
    let weekday = weekday(session, day);
    let month = tongue.say(&format!("month-{}", day.month()));
    tongue.say_with(
        word::DATE_HEADING,
        &[
            ("weekday", weekday.into()),
            ("day", day.day().to_string().into()),
            ("month", month.into()),
        ],
    )
}

fn weekday(session: &Session, day: NaiveDate) -> String {
    session
        .tongue()
        .say(&format!("weekday-{}", day.weekday().number_from_monday()))
}

fn near(session: &Session, day: NaiveDate, today: NaiveDate) -> NearDay {
    let label = match (today - day).num_days() {
        0 => session.tongue().say(word::TODAY),
        1 => session.tongue().say(word::YESTERDAY),
        _ => session.tongue().say_with(
            word::DAY_BEFORE,
            &[("weekday", weekday(session, day).into())],
        ),
    };
    NearDay {
        day: day.to_string(),
        label,
    }
}

/// An entry in words.
pub fn show(session: &Session, entry: &Entry) -> Outcome<Shown> {
    let definition = session.definition(&entry.tracker)?;
    let tongue = session.tongue();
    let late = if entry.late(session.day_starts()) {
        let zone = entry.zone.parse().unwrap_or(chrono_tz::Tz::UTC);
        let written = entry.recorded.with_timezone(&zone).date_naive();
        tongue.say_with(
            word::RECORDED_ON,
            &[("day", tongue.date(written, Grain::Day).into())],
        )
    } else {
        String::new()
    };
    let at = entry.at.map(|at| {
        let zone = entry.zone.parse().unwrap_or(chrono_tz::Tz::UTC);
        at.with_timezone(&zone).format("%H:%M").to_string()
    });
    Ok(Shown {
        uid: entry.uid.clone(),
        parts: line(session, definition, entry),
        at: at.unwrap_or_default(),
        late,
        note: entry.note.clone(),
        answers: entry.answers(definition, tongue.drink),
    })
}

/// An entry's line in parts, as its definition words it.
pub fn line(session: &Session, definition: &Definition, entry: &Entry) -> Vec<String> {
    let tongue = session.tongue();
    let words = tongue.words_of(definition);
    let measured = entry.measured(definition);
    let known = |key: &str| -> Option<String> {
        if let (Some(unit), None) = (definition.unit(key), definition.field(key)) {
            return Some(tongue.amount(*measured.get(key)?, &unit, &words));
        }
        let values = entry.values.get(key)?;
        let first = values.first()?;
        Some(match &definition.field(key)?.kind {
            Kind::Quantity { unit, .. } => tongue.amount(first.number?, unit, &words),
            Kind::Scale { .. } => tongue.amount(first.number?, &care::Unit::Points, &words),
            Kind::YesNo => tongue.say(if first.number? > 0.0 {
                word::YES
            } else {
                word::NO
            }),
            Kind::Clock => first.clock()?.format("%H:%M").to_string(),
            Kind::Text { .. } => first.text.clone()?,
            Kind::Choice { .. } => {
                let said = values.iter().filter_map(|v| v.text.as_ref());
                said.map(|option| words.say(&format!("{key}.{option}")).to_owned())
                    .collect::<Vec<_>>()
                    .join(", ")
            }
        })
    };
    fill_line(words.say("line"), known)
}
