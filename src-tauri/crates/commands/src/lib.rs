//! Use cases of Daymark, as plain functions on a session, and the types that cross the bridge.
//!
//! Shared by the window and the command line. Independent of Tauri and SQL.

//!
//! ```
//! use daymark_commands::{OpenOptions, Session, app::undo, clock::Clock, entries::record, session::open};
//! use domain::{Answer, Draft};
//!
//! let folder = tempfile::tempdir()?;
//! let mut session = Session::open(&OpenOptions {
//!     folder: Some(folder.path().join("journal")),
//!     clock: Clock::parse("2026-11-23T12:00:00Z Europe/Berlin").unwrap(),
//!     languages: vec!["en-GB".into()],
//!     create: true,
//!     credentials: open::Credentials::None,
//! })?;
//! // The first question, answered on its scale.
//! let question = session.definitions().all()[0].clone();
//! let draft = Draft {
//!     tracker: question.key,
//!     day: "2026-11-23".into(),
//!     values: [(question.fields[0].key.clone(), Answer::Number(4.0))].into(),
//!     ..Draft::default()
//! };
//! record::record_entry(&mut session, draft, None)?;
//! undo::undo(&mut session)?;
//! session.close()?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
#![deny(missing_docs)]

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
pub mod patterns;
pub mod pauses;
pub mod practices;
pub mod questionnaires;
pub mod saving;
pub mod session;
pub mod support;
pub mod trackers;
pub mod transfer;
pub mod treatment;
pub mod visit;
pub mod week;

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
