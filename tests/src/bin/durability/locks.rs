//! Work that changes the lock of a journal.

use crate::common::notes;
use crate::worker::report;
use journal::UnlockMethod;
use journal::{Argon2Cost, Credential, Journal, JournalPaths, RecoveryCode, SaltAndNonce};
use std::path::Path;

/// Minimal cost of key derivation: the suites test what is on disk, not the cost of unlocking.
pub const CHEAP: Argon2Cost = Argon2Cost {
    memory: 64,
    passes: 1,
};

pub const PASSPHRASE: &str = "correct horse battery";

fn fresh() -> SaltAndNonce {
    SaltAndNonce {
        salt: [5; 16],
        nonce: [6; 24],
    }
}

/// Returns the recovery code that workers set.
pub fn code() -> RecoveryCode {
    RecoveryCode::new([41; 20])
}

pub fn doors(folder: &Path, what: &str) {
    report("begun", &[]);
    let place = JournalPaths::new(folder);
    let done = Journal::open(&place, &Credential::None, 0).and_then(|mut open| {
        report("did", &notes(&open)?);
        println!("setting");
        if what == "sheet" {
            open.set_recovery_code(UnlockMethod::Recovery, &code(), &fresh())?;
        } else {
            open.set_passphrase(PASSPHRASE, CHEAP, &fresh())?;
        }
        println!("set");
        open.close()
    });
    if let Err(trouble) = done {
        println!("refused {trouble}");
    }
}
