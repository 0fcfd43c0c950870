//! Context of a period: planned pauses, days with a quick answer, days with any entry.
//!
//! Loaded once for all figures of the period, and formatted as text.

use crate::error::Result;
use crate::session::Session;
use crate::treatment::life_events;
use crate::{msg, pauses, trackers};
use chrono::NaiveDate;
use domain::definition::{Chart, Covers, DayAggregate};
use domain::time::Period;
use domain::{Definition, FieldKind};
use journal::Plans;
use std::cell::OnceCell;

/// Context that all figures of a period share.
pub struct PeriodContext {
    /// The period covered.
    pub period: Period,
    /// Planned pauses: indexes of the first and last day in the period, and the reason as text.
    pub pauses: Vec<(usize, usize, String)>,
    /// Days with a quick answer in place of all others ("can't today"), with its label, ascending.
    pub states: Vec<(NaiveDate, String)>,
    /// Life events: indexes of the first and last day in the period, and what happened.
    pub life: Vec<(usize, usize, String)>,
    /// Number of days before the journal's first entry, which are neither gaps nor counted.
    pub before: usize,
    days_with_entries: OnceCell<Vec<NaiveDate>>,
}

impl PeriodContext {
    /// Loads the context of a period.
    pub fn new(session: &Session, period: Period) -> Result<Self> {
        Ok(Self {
            period,
            pauses: pauses::as_spans(session, period)?,
            states: states(session, period)?,
            life: life_events::as_spans(session, period, true)?,
            before: 0,
            days_with_entries: OnceCell::new(),
        })
    }

    /// Loads the context of a period, in which days before the first entry are not considered.
    pub fn since_first_entry(session: &Session, period: Period) -> Result<Self> {
        let began = session.journal().date_range()?.map(|range| range.from);
        let before = began.map_or(0, |began| (began - period.from).num_days());
        Ok(Self {
            before: usize::try_from(before).unwrap_or(0).min(period.days()),
            ..Self::new(session, period)?
        })
    }

    /// Returns the day of the first entry, if it lies in the period and not at its beginning.
    pub fn began(&self) -> Option<NaiveDate> {
        let inside = self.before > 0 && self.before < self.period.days();
        inside.then(|| self.period.day(self.before))
    }

    /// Returns the days that a summary leaves out unless they have a value: pauses, and the days
    /// before the first entry.
    pub fn excluded(&self) -> Vec<(usize, usize, String)> {
        let before = (self.before > 0).then(|| (0, self.before - 1, String::new()));
        self.pauses.iter().cloned().chain(before).collect()
    }

    /// Returns the days with any entry, ascending. Queried on first use, then cached.
    pub fn days_with_entries(&self, session: &Session) -> Result<&[NaiveDate]> {
        if let Some(days) = self.days_with_entries.get() {
            return Ok(days);
        }
        let days = days_recorded(session, self.period, &[])?;
        Ok(self.days_with_entries.get_or_init(|| days))
    }

    /// Returns the days known to have some or none of a measure that is summed per day.
    ///
    /// These are the days with an entry of any tracker other than the first question, the quick
    /// answers, the nights and the measure's own tracker. A shortened page asks nothing else, and a
    /// night written in the morning says nothing about its day. A day with an entry whose amount is
    /// unknown is not known.
    /// `unknown` are the days whose own amount is unknown, ascending.
    /// Returns `None` for other aggregates and for trackers asked once a day.
    pub fn known_for(
        &self,
        session: &Session,
        definition: &Definition,
        chart: &Chart,
        unknown: &[NaiveDate],
    ) -> Result<Option<Vec<NaiveDate>>> {
        match chart.aggregate {
            // For a tracker asked once a day, a day without an answer stays unknown.
            DayAggregate::Sum if !definition.is_daily() => {
                let quick = session.definitions().all().iter();
                let quick = quick.filter(|d| d.quick_answer_field().is_some());
                let first = trackers::first(session)?;
                let nights = session.definitions().all().iter();
                let nights = nights.filter(|d| d.covers == Covers::Night);
                let silent = quick.chain(first).chain(nights).chain([definition]);
                let silent: Vec<&str> = silent.map(|d| d.key.as_str()).collect();
                let mut days = days_recorded(session, self.period, &silent)?;
                days.retain(|day| unknown.binary_search(day).is_err());
                Ok(Some(days))
            }
            DayAggregate::Sum
            | DayAggregate::Mean
            | DayAggregate::Last
            | DayAggregate::Lowest
            | DayAggregate::Highest
            | DayAggregate::Main => Ok(None),
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

    /// Returns how many days of the period lie in a pause or before the first entry.
    pub fn paused(&self) -> usize {
        let excluded = self.excluded();
        let out = |day: &usize| {
            excluded
                .iter()
                .any(|(from, to, _)| (*from..=*to).contains(day))
        };
        (0..self.period.days()).filter(out).count()
    }

    /// Returns lines like "Can’t today: 3 days", one per quick answer, ordered by first day.
    fn state_lines(&self, session: &Session) -> Vec<String> {
        let mut lines: Vec<(&str, u32)> = Vec::new();
        for (_, label) in &self.states {
            match lines.iter_mut().find(|(known, _)| known == label) {
                Some((_, count)) => *count += 1,
                None => lines.push((label, 1)),
            }
        }
        let line = |(what, count): &(&str, u32)| {
            let with = [("what", (*what).into()), ("count", (*count).into())];
            session.locale().format(msg::STATE_DAYS, &with)
        };
        lines.iter().map(line).collect()
    }

    /// Returns what a diamond marks, or an empty string if none is shown.
    pub fn state_legend(&self, session: &Session) -> String {
        if self.states.is_empty() {
            return String::new();
        }
        let what = self.state_lines(session).join(", ");
        session
            .locale()
            .format(msg::STATE_MARK, &[("what", what.into())])
    }
}

/// Returns the days of a period with an entry of any tracker not in `excluded`, ascending. A plan
/// made before its day is no record of it.
pub fn days_recorded(
    session: &Session,
    period: Period,
    excluded: &[&str],
) -> Result<Vec<NaiveDate>> {
    let definitions = session.definitions().all().iter();
    let ahead: Vec<&str> = definitions
        .filter(|d| d.max_days_ahead > 0)
        .map(|d| d.key.as_str())
        .collect();
    let plans = Plans {
        trackers: &ahead,
        day_start: session.day_start(),
    };
    Ok(session
        .journal()
        .days_with_entries(period, excluded, &plans)?)
}

fn states(session: &Session, period: Period) -> Result<Vec<(NaiveDate, String)>> {
    let mut states = Vec::new();
    for definition in session.definitions().all() {
        let Some(field) = definition.quick_answer_field() else {
            continue;
        };
        let labels = session.locale().labels_of(definition);
        let choice = matches!(field.kind, FieldKind::Choice { .. });
        let answers = session
            .journal()
            .choice_answers(&definition.key, &field.key, period)?;
        states.extend(answers.into_iter().map(|(day, option)| {
            let key = format!("{}.{option}", field.key);
            // The usual label may say "today", which is wrong for a past day.
            let label = if choice {
                let past_label = labels.get(&format!("{key}.past"));
                past_label.unwrap_or_else(|| labels.get_or_key(&key))
            } else {
                labels.get_or_key("title")
            };
            (day, label.to_owned())
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
