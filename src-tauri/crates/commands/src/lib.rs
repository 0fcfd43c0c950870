//! Use cases of Daymark, as plain functions on a session, and the types that cross the bridge.
//!
//! Shared by the window and the command line. Independent of Tauri and SQL.

pub mod api;
pub mod app;
pub mod backup;
pub mod calendar;
pub mod changed;
pub mod clock;
pub mod day;
pub mod definitions;
pub mod demo;
pub mod entries;
pub mod error;
pub mod failure;
pub mod figures;
pub mod files;
mod ids;
mod keyring;
pub mod locale;
pub mod lock;
pub mod operation;
pub mod pauses;
pub mod practices;
pub mod session;
pub mod trackers;
pub mod transfer;
pub mod visit;

/// Data embedded by the build script: definitions, practices, messages and message ids.
mod embedded {
    include!(concat!(env!("OUT_DIR"), "/embedded.rs"));
}

pub use changed::{Changed, Topic};
pub use embedded::msg;
pub use error::{Error, Result};
pub use failure::{CommandError, ErrorCode};
pub use session::Session;
pub use session::open::OpenOptions;
