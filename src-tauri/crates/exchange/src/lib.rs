//! In and out: bytes to entries and back.
//!
//! Owns the formats of others and our own export. Must not know the journal, the window or the words.
#![deny(missing_docs)]

pub mod csv;
