//! What an import finds in the journal already, and what happens where the two differ.

use crate::entries::describe;
use crate::error::{Error, Result};
use crate::ids::uid;
use crate::msg;
use crate::session::Session;
use crate::transfer::imported_entry::validate_row;
use ::exchange::csv;
use chrono::NaiveDate;
use domain::Entry;
use domain::localizer::{DateStyle, Localizer};
use journal::Change;
use std::collections::HashMap;

/// What is kept where a file says something else than the journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Differing {
    /// The entry of the journal.
    Mine,
    /// The entry of the file.
    Theirs,
    /// Both, as two entries.
    Both,
}

/// Maximum number of differing entries that are shown.
const MAX_SHOWN: usize = 40;

/// What an import changes.
#[derive(Default)]
pub(super) struct Compared {
    pub(super) changes: Vec<Change>,
    /// How many entries come in.
    new: usize,
    /// Both sides of each entry that differs, as text.
    differing: Vec<String>,
    /// How many of them stay beside an entry here.
    both: usize,
    /// How many of them replace an entry here.
    replaced: usize,
}

impl Compared {
    pub(super) fn message(&self, session: &Session) -> String {
        let locale = session.locale();
        let say = |id: &str, count: usize| locale.format(id, &[("count", count.into())]);
        let mut lines = vec![say(msg::IMPORTED, self.new)];
        let stay = self.differing.len() - self.both - self.replaced;
        let counts = [
            (msg::IMPORTED_BOTH, self.both),
            (msg::IMPORTED_REPLACED, self.replaced),
            (msg::IMPORTED_DIFFERING, stay),
        ];
        let counted = counts.into_iter().filter(|(_, count)| *count > 0);
        lines.extend(counted.map(|(id, count)| say(id, count)));
        let mut message = lines.join(" ");
        for shown in self.differing.iter().take(MAX_SHOWN) {
            message.push('\n');
            message.push_str(shown);
        }
        message
    }

    /// Decides about an entry that differs from one here. `same` says that both are the same entry.
    fn decide(
        &mut self,
        session: &Session,
        (here, theirs): (&Entry, Entry),
        same: bool,
        differing: Option<Differing>,
    ) -> Result<()> {
        self.differing.push(side_by_side(session, here, &theirs)?);
        let by_default = if same {
            Differing::Mine
        } else {
            Differing::Both
        };
        match differing.unwrap_or(by_default) {
            Differing::Mine => {}
            Differing::Theirs => {
                self.replaced += 1;
                let uid = here.uid.clone();
                self.changes
                    .push(session.to_stored(Entry { uid, ..theirs })?);
            }
            Differing::Both => {
                self.both += 1;
                self.new += 1;
                let uid = if same { uid()? } else { theirs.uid.clone() };
                self.changes
                    .push(session.to_stored(Entry { uid, ..theirs })?);
            }
        }
        Ok(())
    }
}

/// Compares the entries of a file with those of the journal.
pub(super) fn compare(
    session: &Session,
    rows: &[csv::Row],
    name: &str,
    differing: Option<Differing>,
) -> Result<Compared> {
    let existing = session.journal().all_entries()?;
    let by_uid: HashMap<&str, &Entry> = existing.iter().map(|e| (e.uid.as_str(), e)).collect();
    let mut by_day: HashMap<(&str, NaiveDate), Vec<&Entry>> = HashMap::new();
    for entry in &existing {
        by_day
            .entry((entry.tracker.as_str(), entry.day))
            .or_default()
            .push(entry);
    }
    let mut compared = Compared::default();
    for row in rows {
        let here = by_uid.get(row.entry.uid.as_str()).copied();
        // An equal entry is not judged again: rules may have changed since.
        if here.is_some_and(|here| says_the_same(here, &row.entry)) {
            continue;
        }
        let entry = validate_row(session, row).map_err(|errors| Error::CsvEntry {
            file: name.to_owned(),
            line: row.line,
            tracker: row.entry.tracker.clone(),
            errors,
        })?;
        if let Some(here) = here {
            compared.decide(session, (here, entry), true, differing)?;
            continue;
        }
        let once = session.definition(&entry.tracker)?.is_daily();
        let of_day = by_day
            .get(&(entry.tracker.as_str(), entry.day))
            .filter(|_| once);
        let of_day = of_day.map_or(&[][..], Vec::as_slice);
        match of_day.last() {
            Some(_) if of_day.iter().any(|here| says_the_same(here, &entry)) => {}
            Some(here) => compared.decide(session, (here, entry), false, differing)?,
            None => {
                compared.new += 1;
                compared.changes.push(session.to_stored(entry)?);
            }
        }
    }
    Ok(compared)
}

/// Returns whether two entries give the same answers, note and time.
fn says_the_same(a: &Entry, b: &Entry) -> bool {
    (a.day, a.occurred_at, &a.values, a.note.trim())
        == (b.day, b.occurred_at, &b.values, b.note.trim())
}

/// Returns both entries as text, with their day and tracker.
fn side_by_side(session: &Session, here: &Entry, theirs: &Entry) -> Result<String> {
    let definition = session.definition(&theirs.tracker)?;
    let locale = session.locale();
    let text = |entry: &Entry| {
        let mut parts = describe::describe(session, definition, entry);
        parts.extend(
            [entry.note.clone()]
                .into_iter()
                .filter(|note| !note.trim().is_empty()),
        );
        parts.join(" · ")
    };
    let with = [
        ("day", locale.date(theirs.day, DateStyle::Short).into()),
        ("what", session.title(definition).into()),
        ("here", text(here).into()),
        ("theirs", text(theirs).into()),
    ];
    Ok(locale.format(msg::IMPORT_SIDES, &with))
}
