//! Every use case as a plain function on a session, and the types that cross the bridge.
//!
//! Owns what the two front doors (the window and the terminal) can do. Must not know Tauri or SQL.

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

/// What the build embeds: definitions, words and the words' keys.
mod embedded {
    include!(concat!(env!("OUT_DIR"), "/embedded.rs"));
}

pub use bridge::{Changed, Failure, Topic};
pub use embedded::word;
pub use exchange::{page_as_pdf, page_as_text};
pub use session::{Options, Session};
pub use wire::{call, types};
