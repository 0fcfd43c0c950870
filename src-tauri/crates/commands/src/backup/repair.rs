//! Repair of a journal that cannot be opened or read completely.
//!
//! Describes the result: the backup it is based on, the recovered days, and what could not be read.
//! The journal crate does the repair.

use crate::error::{Error, Result};
use crate::failure::CommandError;
use crate::failure::message::startup_error;
use crate::locale::Locale;
use crate::msg;
use crate::session::open::{OpenOptions, with_credentials};
use domain::localizer::{DateStyle, Localizer};
use journal::RepairReport;
use serde::{Deserialize, Serialize};

/// The result of a repair, as text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RepairView {
    /// Sentences that describe it.
    pub messages: Vec<String>,
    /// The days that differ from the backup it is based on, latest first.
    pub days: Vec<String>,
}

/// Repairs the journal of these options, unlocked with their credential.
pub fn repair(options: &OpenOptions) -> Result<RepairView, CommandError> {
    let done = run(options);
    let locale = Locale::negotiate(&options.languages);
    match done {
        Ok(done) => Ok(view(&done, options, &locale)),
        Err(error) => Err(startup_error(&error, &options.languages)),
    }
}

fn run(options: &OpenOptions) -> Result<RepairReport> {
    let paths = options.paths();
    let now = options.clock.now().timestamp();
    with_credentials(&paths, &options.credentials, |credential| {
        journal::repair(&paths, credential, now)
    })
    .map_err(|error| {
        // If nothing else exists either, a missing key file means that there is no journal.
        let no_key_file = matches!(error, Error::Journal(journal::Error::KeyFileMissing(_)));
        if no_key_file && paths.is_empty() {
            Error::Journal(journal::Error::Missing(paths.folder.clone()))
        } else {
            error
        }
    })
}

fn view(done: &RepairReport, options: &OpenOptions, locale: &Locale) -> RepairView {
    let mut messages = Vec::new();
    messages.push(match done.backup {
        Some(at) => {
            let local = at.with_timezone(&options.clock.zone());
            let day = locale.date(local.date_naive(), DateStyle::Short);
            let with = [
                ("day", day.into()),
                ("time", locale.time(local.time()).into()),
            ];
            locale.format(msg::REPAIR_FROM_COPY, &with)
        }
        None => locale.text(msg::REPAIR_WITHOUT_COPY),
    });
    if !done.days.is_empty() {
        messages.push(locale.format(msg::REPAIR_DAYS, &[("days", done.days.len().into())]));
    }
    if done.unreadable > 0 {
        messages.push(locale.format(msg::REPAIR_UNREAD, &[("count", done.unreadable.into())]));
    }
    if let Some(quarantine) = &done.quarantine {
        let path = quarantine.display().to_string();
        messages.push(locale.format(msg::REPAIR_KEPT, &[("path", path.into())]));
    }
    RepairView {
        messages,
        days: done
            .days
            .iter()
            .rev()
            .map(|day| locale.date(*day, DateStyle::Short))
            .collect(),
    }
}
