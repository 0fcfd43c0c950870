//! Stretches in which a clinician has a medicine paused.

use super::medicines::{existing, store};
use super::{MAX_LINES, optional_date, refuse};
use crate::changed::Changed;
use crate::error::{InputErrorKind, Result};
use crate::operation::Operation;
use crate::session::Session;
use chrono::NaiveDate;
use domain::treatment::Hold;
use serde::{Deserialize, Serialize};

/// A stretch as typed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct HoldForm {
    /// Its first day.
    pub from: String,
    /// Its last day; empty while it lasts.
    pub to: String,
}

/// Says when a medicine was, is or will be paused by a clinician. The stretches replace those of before;
/// one with nothing typed is left out.
///
/// # Errors
/// `Row` with the stretch and field that can't be read, ends before it begins, or covers a day of
/// another; `NotFound` if the medicine does not exist.
pub fn save_holds(session: &mut Session, uid: String, holds: Vec<HoldForm>) -> Result<Changed> {
    let mut medicine = existing(session, &uid)?;
    if holds.len() > MAX_LINES {
        return refuse("from", InputErrorKind::TooManyLines { max: MAX_LINES });
    }
    let mut read: Vec<Hold> = Vec::new();
    for (nth, form) in holds.iter().enumerate() {
        let hold = hold(session, form).and_then(|hold| match hold {
            Some(hold) if read.iter().any(|other| overlap(other, &hold)) => {
                refuse("from", InputErrorKind::StretchesOverlap)
            }
            Some(_) | None => Ok(hold),
        });
        read.extend(hold.map_err(|error| error.in_row(nth + 1))?);
    }
    read.sort_by_key(|hold| hold.from);
    medicine.holds = read;
    store(session, &Operation::HoldMedicine, uid, Some(medicine))
}

/// Reads one stretch; none if nothing was typed.
fn hold(session: &Session, form: &HoldForm) -> Result<Option<Hold>> {
    let to = day(session, "to", &form.to)?;
    let Some(from) = day(session, "from", &form.from)? else {
        // An end without a beginning says too little.
        return match to {
            None => Ok(None),
            Some(_) => refuse("from", InputErrorKind::NotADay),
        };
    };
    if to.is_some_and(|to| to < from) {
        return refuse("to", InputErrorKind::EndsBeforeStart);
    }
    Ok(Some(Hold { from, to }))
}

fn day(session: &Session, field: &'static str, text: &str) -> Result<Option<NaiveDate>> {
    let date = optional_date(session, field, text)?;
    match date.map(|date| date.known_day()) {
        None => Ok(None),
        Some(Some(day)) => Ok(Some(day)),
        Some(None) => refuse(field, InputErrorKind::NotADay),
    }
}

fn overlap(a: &Hold, b: &Hold) -> bool {
    let begins_within = |a: &Hold, b: &Hold| b.to.is_none_or(|to| a.from <= to);
    begins_within(a, b) && begins_within(b, a)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretches_overlap_on_a_shared_day_only() {
        let day = |day| NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
        let hold = |from, to: Option<u32>| Hold {
            from: day(from),
            to: to.map(day),
        };
        assert!(overlap(&hold(1, Some(5)), &hold(5, Some(9))));
        assert!(!overlap(&hold(1, Some(5)), &hold(6, Some(9))));
        assert!(overlap(&hold(3, None), &hold(9, Some(12))));
        assert!(!overlap(&hold(10, None), &hold(3, Some(9))));
    }
}
