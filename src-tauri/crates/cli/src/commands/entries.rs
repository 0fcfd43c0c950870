//! Entries: record, list, search, demo data.

use crate::entries_file;
use crate::output::{print_line, progress};
use ::commands::app::preferences;
use ::commands::clock::Clock;
use ::commands::entries::{describe, record, search, trash};
use ::commands::trackers;
use ::commands::{Changed, Result, Session, demo, msg};
use domain::time::Period;
use domain::{Draft, EntryContext};
use serde_json::json;
use std::collections::BTreeSet;
use std::path::Path;

pub fn create_demo(session: &mut Session, days: u32, seed: u64, json: bool) -> Result<()> {
    let country = session.country().to_owned();
    preferences::complete_onboarding(session, country)?;
    let created = demo::fill(session, days, seed, progress(days))?;
    let path = session.journal().paths().folder.display().to_string();
    let with = [
        ("count", created.to_string().into()),
        ("days", days.to_string().into()),
        ("path", path.as_str().into()),
    ];
    let message = session.locale().format(msg::MADE_DEMO, &with);
    print_line(&if json {
        json!({"entries": created, "journal": path}).to_string()
    } else {
        message
    })
}

pub fn set_country(session: &mut Session, code: &str) -> Result<Changed> {
    let code = code.to_ascii_uppercase();
    let value = if code == "OTHER" {
        String::new()
    } else {
        code.clone()
    };
    let changed = preferences::set_preference(session, "country".to_owned(), value)?;
    let grams = session.locale().number(session.locale().grams_per_drink());
    let with = [("country", code.into()), ("grams", grams.into())];
    let message = session.locale().format(msg::COUNTRY_SET, &with);
    Ok(Changed { message, ..changed })
}

pub fn record_file(session: &mut Session, file: &Path) -> Result<Changed> {
    let entries = entries_file::read(file)?;
    let mut drafts = Vec::with_capacity(entries.entry.len());
    for mut draft in entries.entry {
        if draft.zone.is_none() {
            draft.zone.clone_from(&entries.zone);
        }
        let mut context = session.entry_context()?;
        if entries.written_each_evening {
            let zone = draft
                .zone
                .as_deref()
                .and_then(|zone| commands::clock::zones().named(zone))
                .unwrap_or(context.zone);
            if let Ok(day) = draft.day.parse() {
                context = EntryContext {
                    now: demo::evening(day, Clock::Still(context.now, zone)),
                    ..context
                };
            }
        }
        drafts.push((draft, context));
    }
    let mut changed = record::record_all(session, &drafts)?;
    let count = [("count", changed.count.into())];
    changed.message = session.locale().format(msg::RECORDED_COUNT, &count);
    for tracker in switched_off(session, &drafts)? {
        let title = session.title(session.definition(tracker)?);
        let with = [("what", title.into()), ("key", tracker.into())];
        changed.message.push(' ');
        changed
            .message
            .push_str(&session.locale().format(msg::RECORDED_OFF, &with));
    }
    Ok(changed)
}

/// Returns the keys of recorded trackers that are not shown.
fn switched_off<'a>(
    session: &Session,
    drafts: &'a [(Draft, EntryContext)],
) -> Result<BTreeSet<&'a str>> {
    let shown = trackers::active(session)?;
    let keys = drafts.iter().map(|(draft, _)| draft.tracker.as_str());
    Ok(keys
        .filter(|key| !shown.iter().any(|d| d.key == *key))
        .collect())
}

pub fn entries(session: &Session, period: Period, json: bool) -> Result<()> {
    for entry in session.journal().entries(period)? {
        let shown = describe::view(session, &entry)?;
        if json {
            let line = json!({"day": entry.day, "tracker": entry.tracker, "uid": entry.uid, "at": entry.occurred_at,
                "answers": shown.answers, "late": !shown.late_label.is_empty(), "note": entry.note,
                "measured": session.definition(&entry.tracker).map(|d| entry.measures(d, commands::clock::zones())).unwrap_or_default()});
            print_line(&line.to_string())?;
        } else {
            let title = session.title(session.definition(&entry.tracker)?);
            let late = if shown.late_label.is_empty() {
                String::new()
            } else {
                format!("  ({})", shown.late_label)
            };
            let note = if entry.note.is_empty() {
                String::new()
            } else {
                format!("  “{}”", entry.note)
            };
            print_line(&format!(
                "{}  {title}: {}{note}{late}",
                entry.day,
                shown.parts.join(", ")
            ))?;
        }
    }
    Ok(())
}

pub fn trash(session: &Session, json: bool) -> Result<()> {
    let all = trash::list_trash(session)?;
    if json {
        return print_line(&json!(all).to_string());
    }
    all.iter().try_for_each(|removed| {
        let parts = removed.parts.join(", ");
        print_line(&format!("{}  {}: {parts}", removed.uid, removed.title))
    })
}

pub fn search_words(session: &Session, words: &str, json: bool) -> Result<()> {
    let page = search::search(session, words.to_owned())?;
    if json {
        return print_line(&json!(page).to_string());
    }
    for hit in &page.hits {
        print_line(&format!("{}  {}", hit.title, hit.parts.concat()))?;
    }
    print_line(&page.message)
}
