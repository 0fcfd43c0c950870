//! Checking, comparing, repairing and erasing.

pub(crate) mod adopt;
pub(crate) mod diff;
mod erase;
pub(crate) mod integrity;
mod order;
pub(crate) mod repair;
pub(crate) mod swap;
pub(crate) mod wal;
