//! Validation of an entry from a file.

use crate::clock::zones;
use crate::session::Session;
use ::exchange::csv;
use domain::{Draft, EntryContext};

/// Validates an entry from a file.
///
/// Its answers must be valid as if typed, and must give the same fields and times as stored.
/// The file does not say whether it was recorded late. That is computed from the user's day start.
pub(super) fn validate_row(
    session: &Session,
    row: &csv::Row,
) -> Result<domain::Entry, Vec<domain::ValidationError>> {
    let zone = zones().named_or_utc(&row.entry.zone);
    let written = domain::time::day::patient_day(row.entry.recorded_at, zone, session.day_start());
    let entry = domain::Entry {
        is_late: Some(written > row.entry.day),
        ..row.entry.clone()
    };
    let Some(definition) = session.definitions().get(&entry.tracker) else {
        return Ok(entry);
    };
    let draft = draft_of(&entry, definition, session);
    let validated = definition
        .validate(&draft, &import_context(session, &entry))?
        .entry;
    let same_fields = validated.values.keys().eq(entry.values.keys());
    let clocks_hold = entry.values.iter().all(|(key, values)| {
        let clock = definition
            .field(key)
            .is_some_and(|f| f.kind == domain::FieldKind::Clock);
        !clock || validated.values.get(key) == Some(values)
    });
    if same_fields && clocks_hold && validated.occurred_at == entry.occurred_at {
        Ok(entry)
    } else {
        Err(vec![domain::ValidationError::general(
            domain::ValidationErrorKind::WrongKind,
        )])
    }
}

/// Returns an entry as it would have been typed.
fn draft_of(entry: &domain::Entry, definition: &domain::Definition, session: &Session) -> Draft {
    Draft {
        tracker: entry.tracker.clone(),
        day: entry.day.to_string(),
        at: entry.occurred_clock(zones()),
        zone: Some(entry.zone.clone()),
        start_zone: entry.start_zone(definition).map(str::to_owned),
        values: session.answers_of(definition, entry),
        note: entry.note.clone(),
        another: false,
    }
}

/// Returns the validation context for an entry that is imported unchanged.
fn import_context(session: &Session, entry: &domain::Entry) -> EntryContext {
    EntryContext {
        now: session.clock().now().max(entry.recorded_at),
        zone: session.clock().zone(),
        zones: zones().clone(),
        day_start: session.day_start(),
        grams_per_drink: session.locale().grams_per_drink(),
        uid: entry.uid.clone(),
        source: entry.source.clone(),
        previous: Some(Box::new(entry.clone())),
    }
}
