//! Use cases of Daymark, as plain functions on a session, and the types that cross the bridge.
//!
//! Shared by the window and the command line. Independent of Tauri and SQL.

pub mod around;
pub mod back;
pub mod backups;
pub mod bridge;
pub mod chart;
pub mod clock;
mod colours;
pub mod demo;
pub mod doors;
pub mod exchange;
#[cfg(feature = "ts")]
pub mod generate;
pub mod history;
mod keyring;
pub mod launch;
pub mod month;
pub mod near;
pub mod notices;
pub mod own;
pub mod page;
pub mod pattern;
pub mod pauses;
pub mod practices;
pub mod preferences;
pub mod record;
pub mod repair;
pub mod search;
pub mod sentences;
pub mod session;
pub mod shelf;
pub mod speech;
pub mod today;
pub mod trackers;
pub mod trash;
pub mod undo;
pub mod unfinished;
mod unread;
pub mod visit;
mod wire;
pub mod year;

/// Data embedded by the build script: definitions, practices, messages and message keys.
mod embedded {
    include!(concat!(env!("OUT_DIR"), "/embedded.rs"));
}

pub use bridge::{Changed, Failure, Topic};
pub use embedded::word;
pub use exchange::{page_as_pdf, page_as_text};
pub use session::{Options, Session};
pub use wire::{call, types};
