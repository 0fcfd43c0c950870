//! What every kind of record implements beside its table.

use crate::Result;
use rusqlite::Connection;

/// A kind of record that can be changed, undone, compared and salvaged.
pub(crate) trait Stored: Sized {
    /// Query for the ids of all records of this kind.
    const IDS: &'static str;

    /// Loads a record; `None` if there is none.
    fn load(db: &Connection, id: &str) -> Result<Option<Self>>;

    /// Stores a record, or removes it.
    fn store(db: &Connection, id: &str, value: Option<&Self>) -> Result<()>;
}
