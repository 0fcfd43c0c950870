//! The patient's file, and what opens it.
//!
//! Owns all SQL, the encryption of the file, and undo. One act is one transaction is one revision. Must not
//! know definitions' rules, words or windows.
#![deny(missing_docs)]

mod backup;
mod change;
mod check;
mod draft;
mod entries;
mod history;
mod key;
mod keys;
mod migrate;
mod open;
mod search;
mod trackers;
mod trouble;
mod views;

pub use backup::{Backup, Counts, Snapshot, backups, prune};
pub use change::{Item, Kept};
pub use check::Finding;
pub use history::Revision;
pub use key::Key;
pub use keys::{Cost, Doors, Fresh, Keys, SheetCode, Typo, Unlock, try_cost};
pub use open::{Journal, Place, VERSION};
pub use search::Found;
pub use trouble::Trouble;
