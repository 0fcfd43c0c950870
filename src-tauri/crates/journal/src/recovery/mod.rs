//! Checking, comparing, repairing and erasing.

pub(crate) mod diff;
mod erase;
pub(crate) mod integrity;
pub(crate) mod repair;
pub(crate) mod swap;
pub(crate) mod wal;
