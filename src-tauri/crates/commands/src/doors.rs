//! Unlock methods of the journal: passphrase, recovery sheet, system keyring, none.
//!
//! Limits passphrases, chooses the key derivation cost and creates recovery sheets. The `journal`
//! crate wraps the key.

use crate::bridge::{Changed, Mishap, Outcome, Topic};
use crate::exchange::{SavedTo, remove, save_bytes};
use crate::session::random;
use crate::{Session, backups, keyring, word};
use care::speech::{Grain, Speech};
use care::{Fault, FaultKind};
use journal::{Cost, Doors, Fresh, Keys, SheetCode};
use report::{Paper, RecoverySheet, squares};
use serde::{Deserialize, Serialize};
use std::time::{Duration, Instant};
use zeroize::Zeroizing;

/// Unlock methods of the journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct DoorsPage {
    /// There is no lock: the user's login is enough to open the journal.
    pub unlocked: bool,
    /// A recovery sheet exists.
    pub sheet: bool,
    /// A recovery sheet for a trusted person exists.
    pub trusted: bool,
    /// The system keyring opens the journal without a passphrase.
    pub computer: bool,
}

/// Target time for one passphrase attempt.
const A_GUESS: Duration = Duration::from_millis(700);

/// Minimum passphrase length, in characters.
const SHORTEST: usize = 8;

/// Maximum passphrase length, in characters.
const LONGEST: usize = 200;

/// Returns the unlock methods of the journal.
pub fn doors(session: &Session) -> Outcome<DoorsPage> {
    let Doors {
        unlocked,
        sheet,
        trusted,
        computer,
        passphrase: _,
    } = session.journal().doors()?;
    Ok(DoorsPage {
        unlocked,
        sheet,
        trusted,
        computer,
    })
}

/// Sets or changes the passphrase.
///
/// # Errors
///
/// Fails if the length is out of range, or without a recovery sheet: a forgotten passphrase needs
/// one.
pub fn set_passphrase(session: &mut Session, passphrase: &str) -> Outcome<Changed> {
    if !session.journal().doors()?.sheet {
        return Err(refused(FaultKind::NoSheet));
    }
    let long = passphrase.chars().count();
    if passphrase.trim().is_empty() || long < SHORTEST {
        return Err(refused(FaultKind::TooShort { min: SHORTEST }));
    }
    if long > LONGEST {
        return Err(refused(FaultKind::TooLong { max: LONGEST }));
    }
    let fresh = fresh()?;
    session
        .journal_mut()
        .set_passphrase(passphrase, cost(), &fresh)?;
    Ok(told(session, word::PASSPHRASE_SET))
}

/// Removes the lock: the user's login is then enough to open the journal.
pub fn take_lock_off(session: &mut Session) -> Outcome<Changed> {
    session.journal_mut().take_lock_off()?;
    Ok(told(session, word::LOCK_TAKEN_OFF))
}

/// Enables or disables unlocking by a secret in the system keyring.
///
/// The passphrase keeps working in either case.
pub fn set_computer(session: &mut Session, on: bool) -> Outcome<Changed> {
    let name = Keys::read(session.journal().place())?.name().to_owned();
    if !on {
        session.journal_mut().revoke_computer()?;
        keyring::forget(&name);
        return Ok(told(session, word::COMPUTER_REVOKED));
    }
    if session.journal().doors()?.unlocked {
        return Err(refused(FaultKind::NoLock));
    }
    let secret = Zeroizing::new(random()?);
    // The keyring must hold the secret before its key slot exists.
    keyring::keep(&name, &secret).map_err(|keyring::NoAnswer| Mishap::NoKeyring)?;
    let fresh = fresh()?;
    session.journal_mut().set_computer(&secret, &fresh)?;
    Ok(told(session, word::COMPUTER_SET))
}

/// Creates a recovery sheet and saves it for printing. An earlier sheet stops working.
pub fn make_sheet(session: &mut Session) -> Outcome<SavedTo> {
    printed(session, Keeper::Own)
}

/// Creates a trusted person's recovery sheet and saves it for printing.
///
/// An earlier sheet of that kind stops working.
pub fn make_trusted_sheet(session: &mut Session) -> Outcome<SavedTo> {
    printed(session, Keeper::Trusted)
}

/// Revokes the trusted person's recovery sheet.
pub fn revoke_trusted_sheet(session: &mut Session) -> Outcome<Changed> {
    session.journal_mut().revoke_trusted()?;
    Ok(told(session, word::TRUSTED_REVOKED))
}

/// Holder of a recovery sheet.
#[derive(Clone, Copy)]
enum Keeper {
    Own,
    Trusted,
}

fn printed(session: &mut Session, keeper: Keeper) -> Outcome<SavedTo> {
    let code = SheetCode::new(random()?);
    let pdf = report::sheet_pdf(&sheet(session, &code, keeper))
        .map_err(|e| Mishap::Bug(e.to_string()))?;
    let day = session.today().to_string();
    let file = match keeper {
        Keeper::Own => word::FILE_SHEET,
        Keeper::Trusted => word::FILE_TRUSTED_SHEET,
    };
    let name = session.tongue().say_with(file, &[("day", day.into())]);
    let saved = save_bytes(session, &name, &pdf)?;
    let fresh = fresh()?;
    // The sheet is saved before its key slot exists, so that a code in use is never lost.
    let set = match keeper {
        Keeper::Own => session.journal_mut().set_sheet(&code, &fresh),
        Keeper::Trusted => session.journal_mut().set_trusted(&code, &fresh),
    };
    if let Err(error) = set {
        remove(&saved.path);
        return Err(error.into());
    }
    // The new sheet opens the journal in any case. An unreachable backup keeps its old key slots.
    backups::carry_doors(session);
    Ok(saved)
}

fn sheet(session: &Session, code: &SheetCode, keeper: Keeper) -> RecoverySheet {
    let tongue = session.tongue();
    let groups = code.groups();
    let day = tongue.date(session.today(), Grain::Short);
    let (title, lead, keep) = match keeper {
        Keeper::Own => (word::SHEET_TITLE, word::SHEET_LEAD, word::SHEET_KEEP),
        Keeper::Trusted => (word::TRUSTED_TITLE, word::TRUSTED_LEAD, word::TRUSTED_KEEP),
    };
    RecoverySheet {
        language: tongue.language().to_owned(),
        direction: tongue.direction().to_owned(),
        paper: Paper::of(&session.country()).name(),
        title: tongue.say(title),
        lead: vec![
            tongue.say_with(lead, &[("day", day.into())]),
            tongue.say(keep),
        ],
        squares: squares(&groups.concat()),
        groups,
        alt: tongue.say(word::SHEET_ALT),
        after: vec![tongue.say(word::SHEET_HOW), tongue.say(word::SHEET_LETTERS)],
    }
}

fn fresh() -> Outcome<Fresh> {
    Ok(Fresh {
        salt: random()?,
        nonce: random()?,
    })
}

/// Returns the key derivation cost that takes about 0.7 s on this computer.
///
/// Estimated from one run at the minimum cost, and never below that.
fn cost() -> Cost {
    let begun = Instant::now();
    journal::try_cost(Cost::LEAST);
    Cost::about(A_GUESS, begun.elapsed())
}

fn refused(kind: FaultKind) -> Mishap {
    Mishap::Faults {
        tracker: String::new(),
        number: 0,
        faults: vec![Fault::of("passphrase", kind)],
    }
}

/// Updates the key slots of backups in the second location and returns the message.
///
/// The message includes a warning if these backups can't be reached.
fn told(session: &Session, key: &str) -> Changed {
    let tongue = session.tongue();
    let mut said = tongue.say(key);
    if !backups::carry_doors(session) {
        said = format!("{said} {}", tongue.say(word::DOORS_NOT_THERE));
    }
    Changed {
        topics: vec![Topic::Preferences],
        said,
        uid: None,
        count: 0,
    }
}
