//! The days of a page: since the last visit, or as many as were chosen, and as many before.

use crate::error::Result;
use crate::msg;
use crate::session::Session;
use chrono::NaiveDate;
use domain::Visit;
use domain::localizer::{DateStyle, Localizer};
use domain::time::Period;

/// Maximum number of days that a page covers.
pub(super) const MAX_DAYS: u32 = 366;

/// Both periods of a page.
pub(super) struct Periods {
    /// The days it is about.
    pub(super) now: Period,
    /// As many days before.
    pub(super) before: Period,
    /// The last visit, if the page begins after it.
    pub(super) last_visit: Option<NaiveDate>,
    /// Whether quick answers leave no mark.
    pub(super) without_states: bool,
    /// Whether days are said as "Day 5".
    blind: bool,
}

impl Periods {
    /// Returns the periods of a page.
    ///
    /// # Errors
    /// Fails if the journal can't be read.
    pub(super) fn new(session: &Session, visit: &Visit) -> Result<Self> {
        let today = session.today();
        let last = last_visit(session)?.filter(|last| visit.since_last && *last < today);
        let days = last.map_or(i64::from(visit.days), |last| (today - last).num_days());
        let now = Period::ending(today, days.clamp(1, i64::from(MAX_DAYS)));
        let mut quick = session.definitions().all().iter();
        // A quick-answer tracker left out of the page must leave no mark in its charts.
        let all = quick.all(|d| d.quick_answer_field().is_none() || visit.includes(d));
        Ok(Self {
            now,
            before: now.before(),
            last_visit: last,
            without_states: !all || visit.less_identifying,
            blind: visit.less_identifying,
        })
    }

    /// Returns both as one period.
    pub(super) fn whole(&self) -> Period {
        Period {
            from: self.before.from,
            to: self.now.to,
        }
    }

    /// Returns a day as it is written on the page: "24 Oct", or "Day 5".
    pub(super) fn day(&self, session: &Session, day: NaiveDate, style: DateStyle) -> String {
        if !self.blind {
            return session.locale().date(day, style);
        }
        let nth = (day - self.before.from).num_days() + 1;
        let with = [("n", nth.to_string().into())];
        session.locale().format(msg::PAGE_DAY_N, &with)
    }

    /// Returns "24 Oct – 23 Nov".
    pub(super) fn text(&self, session: &Session, period: Period) -> String {
        let day = |day| self.day(session, day, DateStyle::Day);
        format!("{} – {}", day(period.from), day(period.to))
    }
}

/// Returns the day of the last visit that has been.
///
/// # Errors
/// Fails if the journal can't be read.
pub(crate) fn last_visit(session: &Session) -> Result<Option<NaiveDate>> {
    let visits = session.journal().past_visits()?;
    let dates = visits.iter().filter_map(|(_, visit)| visit.date);
    Ok(dates.max())
}
