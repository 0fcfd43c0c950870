//! Recording, amending and removing entries.
//!
//! Validates drafts and saves them as entries. For a tracker with one entry a day, a draft amends
//! the existing entry.

use crate::back::SAME;
use crate::bridge::{Changed, Mishap, Outcome, Topic};
use crate::speech::Tongue;
use crate::{Session, near, word};
use care::check::Here;
use care::period::Period;
use care::speech::{Grain, Speech};
use care::{Covers, Definition, Draft, Entry, Kind};
use chrono::{DateTime, NaiveDate, Utc};
use journal::Item;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A measure computed from a draft.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AddedUp {
    /// Its key.
    pub key: String,
    /// Its name.
    pub name: String,
    /// Its formatted value.
    pub said: String,
}

/// Preview of a draft before it is saved.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Sum {
    /// Its measures.
    pub measures: Vec<AddedUp>,
    /// Its time range, or the day it belongs to; empty where that is obvious.
    pub when: String,
    /// Warnings about unusual values. They do not prevent saving.
    pub odd: Vec<String>,
    /// Clock times that occur twice when daylight saving time ends.
    pub twice: Vec<Twice>,
}

/// A clock time that occurs twice when daylight saving time ends. The user can choose which is
/// meant.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Twice {
    /// The field; `at` for the time of the entry.
    pub field: String,
    /// The question which of the two is meant.
    pub ask: String,
    /// How the first of the two is typed.
    pub first: String,
    /// How the second of the two is typed.
    pub second: String,
    /// Whether it is read as the second.
    pub is_second: bool,
}

/// Saves the draft of a form without validating it. Durable on return.
pub fn keep_draft(session: &mut Session, form: &str, draft: &Draft) -> Outcome<()> {
    // Typed times belong to the current time zone, wherever the draft is opened again.
    let zone = session
        .clock()
        .known_zone()
        .map(|zone| zone.name().to_owned());
    let draft = Draft {
        zone: draft.zone.clone().or(zone),
        ..draft.clone()
    };
    let text = serde_json::to_string(&draft).map_err(|e| Mishap::Bug(e.to_string()))?;
    let now = session.clock().now().timestamp();
    Ok(session.journal_mut().keep_draft(form, now, &text)?)
}

/// Discards the draft of a form.
pub fn drop_draft(session: &mut Session, form: &str) -> Outcome<()> {
    Ok(session.journal_mut().drop_draft(form)?)
}

/// Returns the drafts of a day, by form; for today also those of future days.
pub fn drafts(session: &Session, day: NaiveDate) -> Outcome<BTreeMap<String, Draft>> {
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

/// Records a draft as an entry, and deletes the saved draft of `form`. For a tracker with one entry
/// a day, amends the existing entry unless `draft.another` is set.
pub fn record_entry(session: &mut Session, draft: &Draft, form: Option<&str>) -> Outcome<Changed> {
    let here = session.here()?;
    let entry = accept(session, draft, &here, 0)?;
    let (act, entry) = if draft.another {
        ("record", entry)
    } else {
        settle(session, entry, None)?
    };
    put(session, act, entry, form)
}

/// Replaces an entry's answers with those of a draft.
pub fn amend_entry(
    session: &mut Session,
    uid: &str,
    draft: &Draft,
    form: Option<&str>,
) -> Outcome<Changed> {
    let old = session.journal().entry(uid)?.ok_or(Mishap::NoEntry)?;
    let entry = amended(session, &old, draft, session.here()?)?;
    put(session, "amend", entry, form)
}

/// Returns an entry with its answers replaced by those of a draft.
pub(crate) fn amended(session: &Session, old: &Entry, draft: &Draft, here: Here) -> Outcome<Entry> {
    let mut draft = draft.clone();
    if draft.zone.is_none() {
        let began = old.began(session.definition(&old.tracker)?);
        draft.zone = Some(old.zone.clone());
        draft.began = draft.began.or(began.map(|zone| zone.name().to_owned()));
    }
    let here = Here {
        uid: old.uid.clone(),
        // A changed entry is no longer a copy of the day before.
        source: if old.source == SAME {
            "hand".to_owned()
        } else {
            old.source.clone()
        },
        was: Some(Box::new(old.clone())),
        ..here
    };
    let mut entry = accept(session, &draft, &here, 0)?;
    unchanged(session, &mut entry, &draft, old)?;
    written(&mut entry, old);
    Ok(entry)
}

/// Keeps the stored quantity where the form shows it unchanged. The shown value is rounded, for
/// example when converted to another country's standard drinks.
fn unchanged(session: &Session, entry: &mut Entry, draft: &Draft, old: &Entry) -> Outcome<()> {
    let definition = session.definition(&old.tracker)?;
    let shown = old.answers(definition, session.tongue().drink);
    for field in &definition.fields {
        let same = draft.values.get(&field.key) == shown.get(&field.key);
        if let (Kind::Quantity { .. }, Some(values), true) =
            (&field.kind, old.values.get(&field.key), same)
        {
            entry.values.insert(field.key.clone(), values.clone());
        }
    }
    Ok(())
}

/// Removes an entry. Can be undone.
pub fn remove_entry(session: &mut Session, uid: &str) -> Outcome<Changed> {
    let old = session.journal().entry(uid)?.ok_or(Mishap::NoEntry)?;
    let items = [Item::Entry {
        uid: uid.to_owned(),
        kept: None,
    }];
    let mut changed = session.act(
        &format!("remove {}", old.tracker),
        &items,
        &[Topic::Entries],
    )?;
    changed.said = session.tongue().say(word::REMOVED);
    Ok(changed)
}

/// Records several drafts in one transaction: all of them or none.
pub fn record_all(session: &mut Session, drafts: &[(Draft, Here)]) -> Outcome<Changed> {
    let mut items = Vec::with_capacity(drafts.len());
    let mut days = std::collections::HashMap::new();
    for (number, (draft, here)) in drafts.iter().enumerate() {
        let entry = accept(session, draft, here, number + 1)?;
        let once = !draft.another && session.definition(&entry.tracker)?.once_a_day();
        let same = if once {
            days.get(&(entry.tracker.clone(), entry.day)).cloned()
        } else {
            None
        };
        let entry = if draft.another {
            entry
        } else {
            settle(session, entry, same)?.1
        };
        if once {
            days.insert((entry.tracker.clone(), entry.day), entry.uid.clone());
        }
        items.push(session.keep(entry)?);
    }
    session.act("record-many", &items, &[Topic::Entries])
}

/// Returns the preview of a draft; records nothing.
pub fn add_up(session: &Session, draft: &Draft) -> Outcome<Sum> {
    let here = session.here()?;
    let checked = check(session, draft, &here, 0)?;
    let odd = odd(session, &checked)?;
    let entry = checked.entry;
    let twice = twice(session, &entry)?;
    let when = when(session, &entry)?;
    let definition = session.definition(&entry.tracker)?;
    let words = session.tongue().words_of(definition);
    let measured = entry.measured(definition);
    let measures = definition
        .measures
        .iter()
        .filter(|m| !m.repeats())
        .filter_map(|m| {
            Some(AddedUp {
                key: m.key.clone(),
                name: words.say(&m.key).to_owned(),
                said: session
                    .tongue()
                    .amount(*measured.get(&m.key)?, &m.unit, &words),
            })
        })
        .collect();
    Ok(Sum {
        measures,
        when,
        odd,
        twice,
    })
}

/// Returns the clock times of an entry that occur twice when daylight saving time ends.
fn twice(session: &Session, entry: &Entry) -> Outcome<Vec<Twice>> {
    let (tongue, definition) = (session.tongue(), session.definition(&entry.tracker)?);
    let words = tongue.words_of(definition);
    let fields = definition.fields.iter().filter(|f| f.kind == Kind::Clock);
    let clocks = fields.filter_map(|f| {
        let name = words.say(&f.key).to_owned();
        Some((f.key.clone(), name, entry.clock_of(&f.key)?))
    });
    let at = entry
        .at
        .map(|at| ("at".to_owned(), words.say("title").to_owned(), at));
    let asked = clocks.chain(at).filter_map(|(field, name, at)| {
        let zone = entry.zone_of(&field);
        let local = at.with_timezone(&zone).naive_local();
        let time = tongue.time(local.time());
        care::day::twice(local, zone).then(|| Twice {
            field,
            ask: tongue.say_with(
                word::CLOCK_TWICE,
                &[("field", name.into()), ("time", time.into())],
            ),
            first: local.format("%H:%M").to_string(),
            second: format!("{} {}", local.format("%H:%M"), care::day::SECOND),
            is_second: care::day::shown_second(at, zone),
        })
    });
    Ok(asked.collect())
}

/// Returns warnings: clock times that did not exist that day, and unusual measures.
fn odd(session: &Session, checked: &care::Checked) -> Outcome<Vec<String>> {
    let entry = &checked.entry;
    let definition = session.definition(&entry.tracker)?;
    let tongue = session.tongue();
    let words = tongue.words_of(definition);
    let moved = checked.moved.iter().filter_map(|key| {
        let kept = entry.values.get(key)?.first()?.clock()?;
        let with = [
            ("field", words.say(key).into()),
            ("time", tongue.time(kept).into()),
        ];
        Some(tongue.say_with(word::CLOCK_MOVED, &with))
    });
    let unusual = entry.odd(definition).into_iter();
    let unusual = unusual.map(|key| words.say(&format!("{key}.odd")).to_owned());
    Ok(moved.chain(unusual).collect())
}

/// Describes the time range of a night ("Sun 22 Nov, 23:10 to Mon 23 Nov, 07:00"), or the day that
/// a time after midnight belongs to. Empty if neither applies.
fn when(session: &Session, entry: &Entry) -> Outcome<String> {
    let tongue = session.tongue();
    let definition = session.definition(&entry.tracker)?;
    if definition.covers == Covers::Night {
        return Ok(night(tongue, definition, entry));
    }
    let zone: chrono_tz::Tz = entry.zone.parse().unwrap_or(chrono_tz::Tz::UTC);
    let at = entry.at.map(|at| at.with_timezone(&zone));
    Ok(match at.filter(|at| at.date_naive() != entry.day) {
        Some(at) => {
            let with = [
                ("time", tongue.time(at.time()).into()),
                ("day", tongue.date(entry.day, Grain::Whole).into()),
            ];
            tongue.say_with(word::BELONGS_TO, &with)
        }
        None => String::new(),
    })
}

/// Describes the time range of a night, as far as it is known.
fn night(tongue: &Tongue, definition: &Definition, entry: &Entry) -> String {
    let fields = definition.fields.iter().filter(|f| f.kind == Kind::Clock);
    let known = |f: &care::Field| Some((entry.clock_of(&f.key)?, entry.zone_of(&f.key)));
    let clocks: Vec<_> = fields.map(known).collect();
    let Some(first) = clocks.iter().flatten().next() else {
        return String::new();
    };
    let travelled = entry.began(definition).is_some();
    let say = |(at, zone): (DateTime<Utc>, chrono_tz::Tz)| {
        let at = at.with_timezone(&zone);
        let day = tongue.date(at.date_naive(), Grain::Day);
        let clock = format!("{day}, {}", tongue.time(at.time()));
        if travelled {
            let place = near::place_of(zone.name());
            let with = [("clock", clock.into()), ("place", place.into())];
            tongue.say_with(word::CLOCK_IN, &with)
        } else {
            clock
        }
    };
    // Without the last clock time the end is unknown.
    let last = clocks.last().copied().flatten();
    match last.filter(|_| clocks.len() > 1) {
        Some(last) => {
            let with = [("from", say(*first).into()), ("to", say(last).into())];
            tongue.say_with(word::PERIOD, &with)
        }
        None => say(*first),
    }
}

/// Validates a draft. `number` is its position in a batch, from 1; 0 for a single draft.
pub(crate) fn accept(
    session: &Session,
    draft: &Draft,
    here: &Here,
    number: usize,
) -> Outcome<Entry> {
    check(session, draft, here, number).map(|checked| checked.entry)
}

fn check(session: &Session, draft: &Draft, here: &Here, number: usize) -> Outcome<care::Checked> {
    let definition = session.definition(&draft.tracker)?;
    definition
        .check(draft, here)
        .map_err(|faults| Mishap::Faults {
            tracker: draft.tracker.clone(),
            number,
            faults,
        })
}

/// Decides whether an entry is new or amends the existing one of its day. Returns the operation and
/// the entry. `same` is the uid of an entry of that day earlier in the batch.
fn settle(
    session: &Session,
    mut entry: Entry,
    same: Option<String>,
) -> Outcome<(&'static str, Entry)> {
    if let Some(uid) = same {
        entry.uid = uid;
        return Ok(("amend", entry));
    }
    if !session.definition(&entry.tracker)?.once_a_day() {
        return Ok(("record", entry));
    }
    let day = Period {
        from: entry.day,
        to: entry.day,
    };
    match session.journal().entries_of(&entry.tracker, day)?.pop() {
        Some(old) => {
            written(&mut entry, &old);
            entry.uid = old.uid;
            Ok(("amend", entry))
        }
        None => Ok(("record", entry)),
    }
}

/// Carries over when an amended entry was recorded. An entry becomes late only if its answers
/// change after its day has ended, since they are then recalled. A changed note or time does not
/// make it late.
fn written(entry: &mut Entry, old: &Entry) {
    let remembered = entry.is_late() && !old.is_late() && entry.values != old.values;
    if !remembered {
        (entry.recorded, entry.late) = (old.recorded, old.late);
    }
}

fn put(session: &mut Session, act: &str, entry: Entry, form: Option<&str>) -> Outcome<Changed> {
    let (uid, tracker) = (entry.uid.clone(), entry.tracker.clone());
    let item = session.keep(entry)?;
    let act = format!("{act} {tracker}");
    let changed = session.act_settling(&act, &[item], &[Topic::Entries], form)?;
    Ok(Changed {
        uid: Some(uid),
        ..changed
    })
}
