//! Drafts of forms, saved while they are typed.

use crate::error::{Error, Result};
use crate::session::Session;
use chrono::NaiveDate;
use domain::Draft;
use std::collections::BTreeMap;

/// Saves the draft of a form without validating it. Durable on return.
pub fn save_draft(session: &mut Session, form: String, draft: Draft) -> Result<()> {
    // Typed times belong to the current time zone, wherever the draft is opened again.
    let zone = session
        .clock()
        .known_zone()
        .map(|zone| zone.name().to_owned());
    let draft = Draft {
        zone: draft.zone.or(zone),
        ..draft
    };
    let text = serde_json::to_string(&draft).map_err(|e| Error::Internal(e.to_string()))?;
    let now = session.clock().now().timestamp();
    Ok(session.journal_mut().save_draft(&form, now, &text)?)
}

/// Discards the draft of a form.
pub fn discard_draft(session: &mut Session, form: String) -> Result<()> {
    Ok(session.journal_mut().discard_draft(&form)?)
}

/// Returns the drafts of a day, by form; for today also those of future days.
pub fn drafts(session: &Session, day: NaiveDate) -> Result<BTreeMap<String, Draft>> {
    let planning = day == session.today();
    let day = day.to_string();
    let drafts = session.journal().drafts()?.into_iter();
    Ok(drafts
        .filter_map(|typed| {
            let draft: Draft = serde_json::from_str(&typed.text).ok()?;
            Some((typed.form, draft))
        })
        .filter(|(_, draft)| draft.day == day || (planning && draft.day > day))
        .collect())
}
