//! Early-warning signs: what the person chose, and how many of them hold.

use crate::changed::{Changed, Topic};
use crate::error::{Error, InputErrorKind, RecordKind, Result};
use crate::figures::context::PeriodContext;
use crate::figures::measure::load_measure;
use crate::ids;
use crate::msg;
use crate::operation::Operation;
use crate::session::Session;
use crate::trackers;
use chrono::Duration;
use domain::early_sign::EarlySign;
use domain::time::Period;
use domain::{Chart, Definition};
use journal::Change;
use serde::{Deserialize, Serialize};

/// The signs, and the measures to choose from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SignsPage {
    /// The person's signs.
    pub signs: Vec<SignView>,
    /// Measures that can be watched.
    pub measures: Vec<SignMeasure>,
}

/// A sign, as shown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SignView {
    /// Its uid.
    pub uid: String,
    /// The record.
    pub sign: EarlySign,
    /// "Mood lower than in the 4 weeks before, 3 days in a row".
    pub text: String,
}

/// A measure that can be watched.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SignMeasure {
    /// Key of the tracker.
    pub tracker: String,
    /// Key of the field or measure.
    pub of: String,
    /// Its name.
    pub name: String,
}

/// Shortest stretch that says what is usual, in weeks.
const MIN_WEEKS: u32 = 2;

/// Fewest days: one or two happen by chance.
const MIN_DAYS: u32 = 3;

/// Longest stretch that says what is usual, in weeks.
const MAX_WEEKS: u32 = 26;

/// Most days in a row.
const MAX_DAYS: u32 = 14;

/// Returns the signs, and the measures to choose from.
///
/// # Errors
/// Fails if the journal can't be read.
pub fn early_signs(session: &Session) -> Result<SignsPage> {
    let signs = session.journal().early_signs()?.into_iter();
    let signs = signs.map(|(uid, sign)| SignView {
        text: text(session, &sign),
        uid,
        sign,
    });
    let active = trackers::active(session)?;
    let measures = active.iter().flat_map(|definition| {
        definition.charts.iter().map(|chart| SignMeasure {
            tracker: definition.key.clone(),
            of: chart.of.clone(),
            name: name(session, definition, chart),
        })
    });
    Ok(SignsPage {
        signs: signs.collect(),
        measures: measures.collect(),
    })
}

fn name(session: &Session, definition: &Definition, chart: &Chart) -> String {
    let labels = session.locale().labels_of(definition);
    let (title, measure) = (labels.get_or_key("title"), labels.get_or_key(&chart.of));
    if title == measure {
        title.to_owned()
    } else {
        format!("{title}: {measure}")
    }
}

fn text(session: &Session, sign: &EarlySign) -> String {
    let found = charted(session, sign);
    let what = found.map_or_else(|| sign.of.clone(), |(d, c)| name(session, d, c));
    let message = if sign.higher {
        msg::SIGN_HIGHER
    } else {
        msg::SIGN_LOWER
    };
    let with = [
        ("what", what.into()),
        ("weeks", sign.weeks.into()),
        ("days", sign.days.into()),
    ];
    session.locale().format(message, &with)
}

fn charted<'a>(session: &'a Session, sign: &EarlySign) -> Option<(&'a Definition, &'a Chart)> {
    let definition = session.definitions().get(&sign.tracker)?;
    Some((definition, definition.chart(&sign.of)?))
}

/// Returns a quiet sentence if any of the person's signs hold; none otherwise.
///
/// # Errors
/// Fails if the journal can't be read.
pub(crate) fn notice(session: &Session) -> Result<Option<String>> {
    let mut holds = false;
    for (_, sign) in session.journal().early_signs()? {
        let Some((definition, chart)) = charted(session, &sign) else {
            continue;
        };
        // What is recorded of today is not whole yet.
        let yesterday = session.today() - Duration::days(1);
        let period = Period::ending(yesterday, sign.reach());
        let context = PeriodContext::new(session, period)?;
        let series = load_measure(session, definition, chart, &context)?.series;
        holds = holds || sign.holds(&series);
    }
    Ok(holds.then(|| session.locale().text(msg::SIGNS_NOTICE)))
}

/// Adds or (if `sign` is none) removes a sign.
///
/// # Errors
/// `NotFound` if there is no such measure, `Input` if the weeks or days are out of range.
pub fn save_sign(
    session: &mut Session,
    uid: Option<String>,
    sign: Option<EarlySign>,
) -> Result<Changed> {
    if let Some(sign) = &sign {
        if charted(session, sign).is_none() {
            return Err(Error::not_found(RecordKind::Tracker, &sign.tracker));
        }
        for (field, number, min, max) in [
            ("weeks", sign.weeks, MIN_WEEKS, MAX_WEEKS),
            ("days", sign.days, MIN_DAYS, MAX_DAYS),
        ] {
            if !(min..=max).contains(&number) {
                let kind = InputErrorKind::WholeNumber { min, max };
                return Err(Error::Input { field, kind });
            }
        }
    }
    let change = Change::EarlySign {
        id: uid.map_or_else(ids::uid, Ok)?,
        value: sign,
    };
    session.commit(
        &Operation::ChangeSigns,
        &[change],
        &[Topic::Support, Topic::Entries],
    )
}
