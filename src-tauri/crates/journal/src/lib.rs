//! The encrypted journal: storage, backups, recovery and undo.
//!
//! All SQL is in this crate. Each change is one transaction and one revision; a no-op records no
//! revision. The crate applies no rules of definitions and holds no user-facing text.
#![deny(missing_docs)]

mod backup;
mod change;
mod check;
mod differences;
mod draft;
mod entries;
mod erase;
mod history;
mod key;
mod keys;
mod migrate;
mod open;
mod place;
mod repair;
mod seals;
mod search;
mod trackers;
mod trouble;
mod views;
mod wal;

pub use backup::{Backup, Snapshot, backups, prune};
pub use change::{Item, Kept};
pub use check::Finding;
pub use draft::Typed;
pub use entries::Number;
pub use erase::Removed;
pub use history::Revision;
pub use key::Key;
pub use keys::{Cost, Doors, Fresh, Keys, SheetCode, Typo, Unlock, try_cost};
pub use open::{Journal, State, VERSION};
pub use place::Place;
pub use repair::{Repaired, repair};
pub use search::Found;
pub use trouble::Trouble;
