//! What Support now shows while the journal is locked: the pieces the person chose, in a file beside
//! the journal that anyone with access to the folder can read.

use super::plan::PlanView;
use super::{SupportNow, support_now};
use crate::error::Result;
use crate::files::file_error;
use crate::session::Session;
use domain::preferences::SupportWhileLocked;
use journal::files::{Access, write_atomic};
use journal::{Change, JournalPaths};
use std::fs;
use std::io::ErrorKind;

/// Returns what may be shown without opening the journal; none if the person chose nothing, or the
/// file can't be read.
pub fn read(paths: &JournalPaths) -> Option<SupportNow> {
    let text = fs::read(paths.support_file()).ok()?;
    serde_json::from_slice(&text).ok()
}

/// Returns whether a change can alter what is shown while locked. Entries never do, so that saving
/// one does nothing here.
pub(crate) fn concerns(change: &Change) -> bool {
    matches!(
        change,
        Change::SafetyPlan { .. }
            | Change::Person { .. }
            | Change::OwnLine { .. }
            | Change::Preference { .. }
    )
}

/// Writes the chosen pieces as they are now, or removes the file if none is chosen.
///
/// # Errors
/// Fails if the journal can't be read, or the file can't be written or removed.
pub(crate) fn refresh(session: &Session) -> Result<()> {
    let chosen = session.preferences().support_while_locked;
    let path = session.journal().paths().support_file();
    let written = if chosen == SupportWhileLocked::default() {
        match fs::remove_file(&path) {
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
            removed => removed,
        }
    } else {
        let text = serde_json::to_vec(&pieces(support_now(session)?, chosen))
            .map_err(|e| crate::Error::Internal(e.to_string()))?;
        // Unchanged pieces are not written again.
        if fs::read(&path).is_ok_and(|there| there == text) {
            return Ok(());
        }
        write_atomic(&path, &text, Access::Private)
    };
    written.map_err(|error| file_error(&path, &error))
}

fn pieces(all: SupportNow, chosen: SupportWhileLocked) -> SupportNow {
    let empty = PlanView {
        parts: Vec::new(),
        changed: String::new(),
    };
    SupportNow {
        plan: if chosen.plan { all.plan } else { empty },
        people: if chosen.contacts {
            all.people
        } else {
            Vec::new()
        },
        lines: if chosen.lines { all.lines } else { Vec::new() },
        own_lines: if chosen.lines {
            all.own_lines
        } else {
            Vec::new()
        },
        groups: Vec::new(),
        // The emergency number is not private.
        emergency: all.emergency,
        country: all.country,
    }
}
