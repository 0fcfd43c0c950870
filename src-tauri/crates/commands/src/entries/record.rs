//! Recording, amending and removing entries.
//!
//! Validates drafts and saves them as entries. For a tracker with one entry a day, a draft adds to
//! the existing entry.

use crate::changed::{Changed, Topic};
use crate::entries::{drink_country, merge};
use crate::error::{Error, RecordKind, Result};
use crate::msg;
use crate::operation::Operation;
use crate::session::Session;
use domain::entry::Source;
use domain::{Draft, Entry, EntryContext, FieldKind};
use journal::Change;
use std::collections::HashMap;

/// Records a draft as an entry, and deletes the saved draft of `form`. For a tracker with one entry
/// a day, adds to the existing entry unless `draft.another` is set: answers that the draft does not
/// name stay.
pub fn record_entry(session: &mut Session, draft: Draft, form: Option<String>) -> Result<Changed> {
    let context = session.entry_context()?;
    let old = merge::target(session, &draft)?;
    let operation: TrackerOperation = match &old {
        Some(_) => Operation::Amend,
        None => Operation::Record,
    };
    let entry = added(session, old.as_ref(), &draft, context, 0)?;
    save(session, operation, &draft, entry, form.as_deref())
}

/// Returns the entry of a draft: `old` with what the draft adds, or a new one. `number` is as for
/// `validate`.
fn added(
    session: &Session,
    old: Option<&Entry>,
    draft: &Draft,
    context: EntryContext,
    number: usize,
) -> Result<Entry> {
    match old {
        Some(old) => {
            let draft = merge::merged(session, old, draft)?;
            amended(session, old, &draft, context, number)
        }
        None => new_entry(session, draft, context, number),
    }
}

/// Replaces an entry's answers with those of a draft.
pub fn amend_entry(
    session: &mut Session,
    uid: String,
    draft: Draft,
    form: Option<String>,
) -> Result<Changed> {
    let old = existing(session, &uid)?;
    let entry = amended(session, &old, &draft, session.entry_context()?, 0)?;
    save(session, Operation::Amend, &draft, entry, form.as_deref())
}

/// Returns an entry with its answers replaced by those of a draft. `number` is as for `validate`.
pub(crate) fn amended(
    session: &Session,
    old: &Entry,
    draft: &Draft,
    context: EntryContext,
    number: usize,
) -> Result<Entry> {
    let mut draft = draft.clone();
    if draft.zone.is_none() {
        let previous_zone = old.start_zone(session.definition(&old.tracker)?);
        draft.zone = Some(old.zone.clone());
        draft.start_zone = draft.start_zone.or(previous_zone.map(str::to_owned));
    }
    let context = EntryContext {
        uid: old.uid.clone(),
        // A changed entry is no longer a copy of the day before.
        source: if old.source == Source::CopiedFromPreviousDay {
            Source::Hand
        } else {
            old.source.clone()
        },
        previous: Some(Box::new(old.clone())),
        ..context
    };
    let mut entry = validated_entry(session, &draft, &context, number)?;
    keep_rounded_amounts(session, &mut entry, &draft, old)?;
    carry_over_recorded_at(&mut entry, old);
    Ok(entry)
}

/// Keeps the stored quantity where the form shows it unchanged. The shown value is rounded, for
/// example when converted to another country's standard drinks.
fn keep_rounded_amounts(
    session: &Session,
    entry: &mut Entry,
    draft: &Draft,
    old: &Entry,
) -> Result<()> {
    let definition = session.definition(&old.tracker)?;
    let shown = session.answers_of(definition, old);
    for field in &definition.fields {
        let existing = draft.values.get(&field.key) == shown.get(&field.key);
        if let (FieldKind::Quantity { .. }, Some(values), true) =
            (&field.kind, old.values.get(&field.key), existing)
        {
            entry.values.insert(field.key.clone(), values.clone());
        }
    }
    Ok(())
}

/// Removes an entry. Can be undone.
pub fn remove_entry(session: &mut Session, uid: String) -> Result<Changed> {
    let old = existing(session, &uid)?;
    let changes = [Change::Entry {
        id: uid,
        value: None,
    }];
    let mut changed =
        session.commit(&Operation::Remove(old.tracker), &changes, &[Topic::Entries])?;
    changed.message = session.locale().text(msg::REMOVED);
    Ok(changed)
}

/// Records several drafts in one transaction: all of them or none. The same as recording them one
/// by one.
pub fn record_all(session: &mut Session, drafts: &[(Draft, EntryContext)]) -> Result<Changed> {
    let mut entries: Vec<Entry> = Vec::with_capacity(drafts.len());
    // The last entry of each tracker and day in this batch, by position.
    let mut days = HashMap::new();
    for (number, (draft, context)) in drafts.iter().enumerate() {
        let day = (draft.tracker.clone(), draft.day.clone());
        let merges = !draft.another && session.definition(&draft.tracker)?.is_daily();
        let earlier = days.get(&day).copied().filter(|_| merges);
        let old = match earlier.and_then(|at: usize| entries.get(at)) {
            Some(entry) => Some(entry.clone()),
            None => merge::target(session, draft)?,
        };
        let entry = added(session, old.as_ref(), draft, context.clone(), number + 1)?;
        match earlier.and_then(|at| entries.get_mut(at)) {
            Some(slot) => *slot = entry,
            None => {
                days.insert(day, entries.len());
                entries.push(entry);
            }
        }
    }
    let country = drink_country::settle(session, drafts.iter().map(|(draft, _)| draft))?;
    let settled = usize::from(country.is_some());
    let changes = entries.into_iter().map(|entry| session.to_stored(entry));
    let mut changes = changes.collect::<Result<Vec<_>>>()?;
    changes.extend(country);
    let topics = topics(settled > 0);
    let changed = session.commit(&Operation::RecordSeveral, &changes, topics)?;
    let count = changed.count - settled;
    Ok(Changed { count, ..changed })
}

/// Returns the new entry of a draft. The one entry of a day takes its uid from journal, tracker and
/// day; a further one keeps the random one of the context. `number` is as for `validate`.
pub(crate) fn new_entry(
    session: &Session,
    draft: &Draft,
    context: EntryContext,
    number: usize,
) -> Result<Entry> {
    let mut entry = validated_entry(session, draft, &context, number)?;
    if !draft.another && session.definition(&draft.tracker)?.is_daily() {
        let uid = session.journal().daily_uid(&entry.tracker, entry.day)?;
        entry.uid = uid.unwrap_or(entry.uid);
    }
    Ok(entry)
}

/// Validates a draft. `number` is its position in a batch, from 1; 0 for a single draft.
pub(crate) fn validated_entry(
    session: &Session,
    draft: &Draft,
    context: &EntryContext,
    number: usize,
) -> Result<Entry> {
    validate(session, draft, context, number).map(|validated| validated.entry)
}

pub(crate) fn validate(
    session: &Session,
    draft: &Draft,
    context: &EntryContext,
    number: usize,
) -> Result<domain::Validated> {
    let definition = session.definition(&draft.tracker)?;
    definition
        .validate(draft, context)
        .map_err(|errors| Error::Validation {
            tracker: draft.tracker.clone(),
            number,
            errors,
        })
}

/// Carries over when an amended entry was recorded. An entry becomes late only if its answers
/// change after its day has ended, since they are then recalled. A changed note or time does not
/// make it late. A plan becomes a record of its day when it is answered on that day or after.
fn carry_over_recorded_at(entry: &mut Entry, old: &Entry) {
    let answered = entry.values != old.values;
    let remembered = entry.is_late() && !old.is_late() && answered;
    let was_plan = local_date(old) < old.day && local_date(entry) >= entry.day;
    let planned = was_plan && answered;
    if !remembered && !planned {
        (entry.recorded_at, entry.is_late) = (old.recorded_at, old.is_late);
    }
}

/// Returns the date in the entry's zone on which it was recorded.
fn local_date(entry: &Entry) -> chrono::NaiveDate {
    let seconds = chrono::Duration::seconds(i64::from(entry.offset));
    (entry.recorded_at + seconds).date_naive()
}

/// Returns what a record changes: entries, and the country if the first amount in drinks settled it.
fn topics(country: bool) -> &'static [Topic] {
    if country {
        &[Topic::Entries, Topic::Preferences]
    } else {
        &[Topic::Entries]
    }
}

/// An operation on an entry of a tracker, given the tracker's key.
type TrackerOperation = fn(String) -> Operation;

/// Returns the entry with that uid.
///
/// # Errors
/// Returns `NotFound` if it does not exist.
pub(crate) fn existing(session: &Session, uid: &str) -> Result<Entry> {
    let entry = session.journal().entry(uid)?;
    entry.ok_or_else(|| Error::not_found(RecordKind::Entry, uid))
}

fn save(
    session: &mut Session,
    operation: TrackerOperation,
    draft: &Draft,
    entry: Entry,
    form: Option<&str>,
) -> Result<Changed> {
    let (uid, tracker) = (entry.uid.clone(), entry.tracker.clone());
    let mut changes = vec![session.to_stored(entry)?];
    changes.extend(drink_country::settle(session, [draft])?);
    let topics = topics(changes.len() > 1);
    let changed = session.commit_form(&operation(tracker), &changes, topics, form)?;
    Ok(Changed {
        uid: Some(uid),
        ..changed
    })
}
