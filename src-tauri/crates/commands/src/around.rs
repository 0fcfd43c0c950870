//! Context of a period: planned pauses, days with a quick answer, days with any entry.
//!
//! Loaded once for all figures of the period, and formatted as text.

use crate::bridge::Outcome;
use crate::{Session, pauses, word};
use care::definition::{Chart, PerDay};
use care::period::Period;
use care::{Definition, Kind};
use chrono::NaiveDate;
use std::cell::OnceCell;

/// Context that all figures of a period share.
pub struct Around {
    /// The period covered.
    pub period: Period,
    /// Planned pauses: indexes of the first and last day in the period, and the reason as text.
    pub pauses: Vec<(usize, usize, String)>,
    /// Days with a quick answer in place of all others ("can't today"), with its label, ascending.
    pub states: Vec<(NaiveDate, String)>,
    recorded: OnceCell<Vec<NaiveDate>>,
}

impl Around {
    /// Loads the context of a period.
    pub fn of(session: &Session, period: Period) -> Outcome<Self> {
        Ok(Self {
            period,
            pauses: pauses::drawn(session, period)?,
            states: states(session, period)?,
            recorded: OnceCell::new(),
        })
    }

    /// Returns the days with any entry, ascending. Queried on first use, then cached.
    pub fn recorded(&self, session: &Session) -> Outcome<&[NaiveDate]> {
        if let Some(days) = self.recorded.get() {
            return Ok(days);
        }
        let days = session.journal().days_with_entries(self.period)?;
        Ok(self.recorded.get_or_init(|| days))
    }

    /// Returns the days known to have some or none of a measure that is summed per day.
    ///
    /// These are the days with an entry of any tracker other than the first question, the quick
    /// answers and the measure's own tracker. A shortened page asks nothing else.
    /// Returns `None` for other aggregates and for trackers asked once a day.
    pub fn known_for(
        &self,
        session: &Session,
        definition: &Definition,
        chart: &Chart,
    ) -> Outcome<Option<Vec<NaiveDate>>> {
        match chart.day {
            // For a tracker asked once a day, a day without an answer stays unknown.
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

    /// Returns the label of the quick answer that stands for a day.
    pub fn state(&self, day: NaiveDate) -> Option<&str> {
        let at = self.states.binary_search_by_key(&day, |s| s.0).ok()?;
        self.states.get(at).map(|s| s.1.as_str())
    }

    /// Returns the reason of the pause that covers a day.
    pub fn pause(&self, day: NaiveDate) -> Option<&str> {
        let at = self.period.index(day)?;
        let mut pauses = self.pauses.iter();
        let found = pauses.find(|(from, to, _)| (*from..=*to).contains(&at));
        found.map(|(_, _, why)| why.as_str())
    }

    /// Returns how many days of the period lie in a pause.
    pub fn paused(&self) -> usize {
        self.pauses.iter().map(|(from, to, _)| to - from + 1).sum()
    }

    /// Returns lines like "Can’t today: 3 days", one per quick answer, ordered by first day.
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

    /// Returns what a diamond marks, or an empty string if none is shown.
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
            // The usual label may say "today", which is wrong for a past day.
            let word = if choice {
                let then = words.find(&format!("{key}.then"));
                then.unwrap_or_else(|| words.say(&key))
            } else {
                words.say("title")
            };
            (day, word.to_owned())
        }));
    }
    // A day with several quick answers takes the label of the last one.
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
