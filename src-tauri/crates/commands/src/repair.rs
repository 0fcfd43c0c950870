//! Repair of a journal that cannot be opened or read completely.
//!
//! Describes the result: the backup it is based on, the recovered days, and what could not be read.
//! The journal crate does the repair.

use crate::bridge::{Failure, Mishap, Outcome};
use crate::session::brought;
use crate::speech::{Tongue, choose};
use crate::{Options, sentences, word};
use care::speech::{Grain, Speech};
use journal::Repaired;
use serde::{Deserialize, Serialize};

/// The result of a repair, as text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RepairShown {
    /// Sentences that describe it.
    pub said: Vec<String>,
    /// The days that differ from the backup it is based on, latest first.
    pub days: Vec<String>,
}

/// Repairs the journal of these options, unlocked with their credential.
pub fn repair(options: &Options) -> Result<RepairShown, Failure> {
    let done = repaired(options);
    let tongue = Tongue::new(&choose(&options.languages), 10.0);
    match done {
        Ok(done) => Ok(shown(&done, options, &tongue)),
        Err(mishap) => Err(sentences::not_begun(&mishap, &options.languages)),
    }
}

fn repaired(options: &Options) -> Outcome<Repaired> {
    let place = options.place();
    let now = options.clock.now().timestamp();
    brought(&place, &options.secret, |unlock| {
        journal::repair(&place, unlock, now)
    })
    .map_err(|mishap| {
        // If nothing else exists either, a missing key file means that there is no journal.
        let no_doors = matches!(mishap, Mishap::Journal(journal::Trouble::KeyMissing(_)));
        if no_doors && place.vacant() {
            Mishap::Journal(journal::Trouble::Missing(place.folder.clone()))
        } else {
            mishap
        }
    })
}

fn shown(done: &Repaired, options: &Options, tongue: &Tongue) -> RepairShown {
    let mut said = Vec::new();
    said.push(match done.copy {
        Some(at) => {
            let local = at.with_timezone(&options.clock.zone());
            let day = tongue.date(local.date_naive(), Grain::Short);
            let with = [
                ("day", day.into()),
                ("time", tongue.time(local.time()).into()),
            ];
            tongue.say_with(word::REPAIR_FROM_COPY, &with)
        }
        None => tongue.say(word::REPAIR_WITHOUT_COPY),
    });
    if !done.days.is_empty() {
        said.push(tongue.say_with(word::REPAIR_DAYS, &[("days", done.days.len().into())]));
    }
    if done.unread > 0 {
        said.push(tongue.say_with(word::REPAIR_UNREAD, &[("count", done.unread.into())]));
    }
    if let Some(kept) = &done.kept {
        let path = kept.display().to_string();
        said.push(tongue.say_with(word::REPAIR_KEPT, &[("path", path.into())]));
    }
    RepairShown {
        said,
        days: done
            .days
            .iter()
            .rev()
            .map(|day| tongue.date(*day, Grain::Short))
            .collect(),
    }
}
