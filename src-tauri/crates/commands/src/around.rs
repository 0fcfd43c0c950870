//! What a period holds beside its measures: planned pauses, days answered by one tap, days with any entry.
//!
//! Owns gathering them once for all figures of a period, and how they are said. Draws nothing.

use crate::bridge::Outcome;
use crate::{Session, pauses, word};
use care::definition::{Chart, PerDay};
use care::period::Period;
use care::{Definition, Kind};
use chrono::NaiveDate;
use std::cell::OnceCell;

/// What a period holds beside its measures.
pub struct Around {
    /// The days.
    pub period: Period,
    /// Planned pauses: first and last day as indexes, word.
    pub pauses: Vec<(usize, usize, String)>,
    /// Days answered by one tap in place of all else ("can't today"), with the word of the answer, in order.
    pub states: Vec<(NaiveDate, String)>,
    recorded: OnceCell<Vec<NaiveDate>>,
}

impl Around {
    /// Of a period.
    pub fn of(session: &Session, period: Period) -> Outcome<Self> {
        Ok(Self {
            period,
            pauses: pauses::drawn(session, period)?,
            states: states(session, period)?,
            recorded: OnceCell::new(),
        })
    }

    /// The days that hold any entry, in order. Asked once, and only where it is needed.
    pub fn recorded(&self, session: &Session) -> Outcome<&[NaiveDate]> {
        if let Some(days) = self.recorded.get() {
            return Ok(days);
        }
        let days = session.journal().days_with_entries(self.period)?;
        Ok(self.recorded.get_or_init(|| days))
    }

    /// For a measure that adds up, the days of which it is known that there was some or none: those on which more was
    /// answered than the first question, answers of one tap and itself, as on a short page nothing else is asked.
    pub fn known_for(
        &self,
        session: &Session,
        definition: &Definition,
        chart: &Chart,
    ) -> Outcome<Option<Vec<NaiveDate>>> {
        match chart.day {
            // Asked once a day, a day without an answer says nothing of it.
            PerDay::Sum if !definition.once_a_day() => {
                let taps = session.shelf().all().iter();
                let taps = taps.filter(|d| d.in_place_of_all().is_some());
                let first = crate::trackers::first(session)?;
                let short = taps.chain(first).chain([definition]);
                let short: Vec<&str> = short.map(|d| d.key.as_str()).collect();
                Ok(Some(session.journal().days_beyond(self.period, &short)?))
            }
            PerDay::Sum | PerDay::Mean | PerDay::Last | PerDay::Lowest | PerDay::Highest => {
                Ok(None)
            }
        }
    }

    /// The word of a day answered by one tap.
    pub fn state(&self, day: NaiveDate) -> Option<&str> {
        let at = self.states.binary_search_by_key(&day, |s| s.0).ok()?;
        self.states.get(at).map(|s| s.1.as_str())
    }

    /// What the pause that covers a day is for.
    pub fn pause(&self, day: NaiveDate) -> Option<&str> {
        let at = self.period.index(day)?;
        let mut pauses = self.pauses.iter();
        let found = pauses.find(|(from, to, _)| (*from..=*to).contains(&at));
        found.map(|(_, _, why)| why.as_str())
    }

    /// How many days of the period lie in a pause.
    pub fn paused(&self) -> usize {
        self.pauses.iter().map(|(from, to, _)| to - from + 1).sum()
    }

    /// "Can’t today: 3 days", one line for each answer there is, in the order of their first day.
    fn states_said(&self, session: &Session) -> Vec<String> {
        let mut said: Vec<(&str, u32)> = Vec::new();
        for (_, word) in &self.states {
            match said.iter_mut().find(|(known, _)| known == word) {
                Some((_, count)) => *count += 1,
                None => said.push((word, 1)),
            }
        }
        let line = |(what, count): &(&str, u32)| {
            let with = [("what", (*what).into()), ("count", (*count).into())];
            session.tongue().say_with(word::STATE_DAYS, &with)
        };
        said.iter().map(line).collect()
    }

    /// What a diamond marks, where one is shown; empty where none is.
    pub fn marked(&self, session: &Session) -> String {
        if self.states.is_empty() {
            return String::new();
        }
        let what = self.states_said(session).join(", ");
        session
            .tongue()
            .say_with(word::STATE_MARK, &[("what", what.into())])
    }
}

fn states(session: &Session, period: Period) -> Outcome<Vec<(NaiveDate, String)>> {
    let mut states = Vec::new();
    for definition in session.shelf().all() {
        let Some(field) = definition.in_place_of_all() else {
            continue;
        };
        let words = session.tongue().words_of(definition);
        let choice = matches!(field.kind, Kind::Choice { .. });
        let answers = session
            .journal()
            .answered(&definition.key, &field.key, period)?;
        states.extend(answers.into_iter().map(|(day, option)| {
            let key = format!("{}.{option}", field.key);
            // Looked back at, a day is not today any more.
            let word = if choice {
                let then = words.find(&format!("{key}.then"));
                then.unwrap_or_else(|| words.say(&key))
            } else {
                words.say("title")
            };
            (day, word.to_owned())
        }));
    }
    // A day said to be two things is both; the later answer names it.
    states.sort_by_key(|(day, _)| *day);
    states.dedup_by(|later, earlier| {
        let same = later.0 == earlier.0;
        if same {
            std::mem::swap(&mut later.1, &mut earlier.1);
        }
        same
    });
    Ok(states)
}
