//! The doors to the journal: passphrase, recovery sheet, this computer, none.
//!
//! Owns what a passphrase may be, what a guess of it costs on this computer, and the sheet. The wrapping is the
//! journal's.

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

/// Which doors the journal has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct DoorsPage {
    /// Whoever can use the person's login opens it.
    pub unlocked: bool,
    /// A recovery sheet was made.
    pub sheet: bool,
    /// Another one was made for somebody trusted.
    pub trusted: bool,
    /// This computer opens it without asking.
    pub computer: bool,
}

/// How long one guess of the passphrase takes.
const A_GUESS: Duration = Duration::from_millis(700);

/// Shortest passphrase, in characters.
const SHORTEST: usize = 8;

/// Longest passphrase, in characters.
const LONGEST: usize = 200;

/// Which doors the journal has.
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

/// Sets or changes the passphrase. A sheet has to be there first: whoever forgets the one needs the other.
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

/// Takes the lock off: whoever can use the login opens the journal.
pub fn take_lock_off(session: &mut Session) -> Outcome<Changed> {
    session.journal_mut().take_lock_off()?;
    Ok(told(session, word::LOCK_TAKEN_OFF))
}

/// Lets this computer open the journal without asking, by a secret in its key store; or takes that away. The passphrase
/// opens it all the same.
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
    // The store has it before it opens anything.
    keyring::keep(&name, &secret).map_err(|keyring::NoAnswer| Mishap::NoKeyring)?;
    let fresh = fresh()?;
    session.journal_mut().set_computer(&secret, &fresh)?;
    Ok(told(session, word::COMPUTER_SET))
}

/// Makes a recovery sheet and saves it to be printed; an earlier one opens the journal no more.
pub fn make_sheet(session: &mut Session) -> Outcome<SavedTo> {
    printed(session, Keeper::Own)
}

/// Makes a sheet for somebody trusted and saves it to be printed; an earlier one opens the journal no more.
pub fn make_trusted_sheet(session: &mut Session) -> Outcome<SavedTo> {
    printed(session, Keeper::Trusted)
}

/// Takes the trusted person's sheet away.
pub fn revoke_trusted_sheet(session: &mut Session) -> Outcome<Changed> {
    session.journal_mut().revoke_trusted()?;
    Ok(told(session, word::TRUSTED_REVOKED))
}

/// Who keeps a sheet.
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
    // The sheet is on disk before it opens anything: no code is ever the journal's that nobody has.
    let set = match keeper {
        Keeper::Own => session.journal_mut().set_sheet(&code, &fresh),
        Keeper::Trusted => session.journal_mut().set_trusted(&code, &fresh),
    };
    if let Err(error) = set {
        remove(&saved.path);
        return Err(error.into());
    }
    // A sheet opens the journal in any case; a copy that can't be reached keeps the one it had.
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

/// The cost of about 0.7 s on this computer, measured once on the least cost; never less than that.
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

/// What is said of a door that was changed, once the copies in the second place have it too; where they can't be
/// reached, that is said beside.
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
