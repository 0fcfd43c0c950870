//! Dates on the axis of the timeline: as positions, and in words.

use super::text::date_text;
use crate::msg;
use crate::session::Session;
use chrono::NaiveDate;
use domain::time::Period;
use domain::treatment::PartialDate;

/// Returns the position of a day.
pub(super) fn at(period: Period, day: NaiveDate) -> f64 {
    (day - period.from).num_days() as f64
}

/// Returns "Mar 2019 – May 2020" for two dates as far as they are known.
pub(super) fn range_text(
    session: &Session,
    from: Option<&PartialDate>,
    to: Option<&PartialDate>,
) -> String {
    let text = |date: &PartialDate| date_text(session, date);
    let now = || session.locale().text(msg::TRIAL_NOW);
    match (from, to) {
        (Some(from), Some(to)) if text(from) == text(to) => text(from),
        (Some(from), Some(to)) => format!("{} – {}", text(from), text(to)),
        (Some(from), None) => format!("{} – {}", text(from), now()),
        (None, Some(to)) => {
            let with = [("day", text(to).into())];
            session.locale().format(msg::TRIAL_UNTIL, &with)
        }
        (None, None) => String::new(),
    }
}
