//! The journal: the patient's encrypted SQLite file, its key file and its backups.
//!
//! Holds all SQL, the encryption of the file and undo. One change is one transaction and one
//! revision; a change that alters nothing makes no revision. Definitions, texts and windows are not
//! known here.
//!
//! ```
//! use daymark_journal::{Credential, Journal, JournalPaths, Key};
//!
//! let folder = tempfile::tempdir()?;
//! let paths = JournalPaths::new(folder.path().join("journal"));
//! // Random bytes come in as an argument; the app asks the computer for them.
//! Journal::create(&paths, &Key::new([7; 48]), 0)?.close()?;
//! let journal = Journal::open(&paths, &Credential::None, 0)?;
//! assert!(journal.all_entries()?.is_empty());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
#![deny(missing_docs)]

mod backup;
mod connection;
mod error;
pub mod files;
mod journal;
mod key;
mod open;
mod paths;
mod recovery;
mod schema;
mod tables;
mod write;

pub use backup::{Backup, Snapshot, list_backups, prune};
pub use error::{Error, Result};
pub use journal::{Condition, Journal};
pub use key::{
    Argon2Cost, CodeError, Credential, Key, KeyFile, RecoveryCode, SaltAndNonce, SlotSummary,
    UnlockMethod, hex, spend_cost,
};
pub use paths::JournalPaths;
pub use recovery::adopt::{adopt, find_backup};
pub use recovery::integrity::IntegrityIssue;
pub use recovery::repair::{RepairReport, repair};
pub use schema::migrations::VERSION;
pub use tables::days::Plans;
pub use tables::drafts::StoredDraft;
pub use tables::entries::StoredEntry;
pub use tables::history::Revision;
pub use tables::measurements::Measurement;
pub use tables::preferences::PreferenceValue;
pub use tables::search::SearchHit;
pub use tables::trackers::CustomDefinition;
pub use tables::trash::RemovedEntry;
pub use write::change::Change;
