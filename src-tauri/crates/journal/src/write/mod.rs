//! Writing: records, transactions with their revision, undo and redo.

pub(crate) mod change;
pub(crate) mod stored;
mod transaction;
mod undo;
