//! Help for the worst hour: the safety plan, the people and the helplines of the country.

pub mod hard_day;
pub mod helplines;
pub mod own;
pub mod people;
pub mod plan;
pub mod printed;
pub mod signs;
pub mod while_locked;

use crate::error::Result;
use crate::session::Session;
use helplines::HelplineView;
use own::{GroupView, OwnLineView};
use people::PersonView;
use plan::PlanView;
use serde::{Deserialize, Serialize};

/// All that the page for the worst hour shows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SupportNow {
    /// Country code of the numbers; empty if none was chosen.
    pub country: String,
    /// The emergency number; empty if the country has none here.
    pub emergency: String,
    /// Helplines of the country.
    pub lines: Vec<HelplineView>,
    /// Helplines that the person added; shown before those of the country.
    pub own_lines: Vec<OwnLineView>,
    /// Support groups.
    pub groups: Vec<GroupView>,
    /// The person's own plan.
    pub plan: PlanView,
    /// The person's own people.
    pub people: Vec<PersonView>,
}

/// Returns what the page for the worst hour shows.
///
/// # Errors
/// Fails if the journal can't be read.
pub fn support_now(session: &Session) -> Result<SupportNow> {
    let country = helplines::country(session.country())?;
    Ok(SupportNow {
        country: session.country().to_owned(),
        emergency: country
            .as_ref()
            .map(|c| c.emergency.clone())
            .unwrap_or_default(),
        lines: country.map_or_else(Vec::new, |c| helplines::views(session, c)),
        own_lines: own::lines(session)?,
        groups: own::groups(session)?,
        plan: plan::view(session)?,
        people: people::views(session)?,
    })
}

/// Returns the emergency number of the chosen country; empty if none is known.
///
/// # Errors
/// `Internal` if the data file is damaged.
pub(crate) fn emergency_number(session: &Session) -> Result<String> {
    let country = helplines::country(session.country())?;
    Ok(country.map(|c| c.emergency).unwrap_or_default())
}
