//! Entries: recording, preview, drafts, history, trash, search.

pub mod contradictions;
pub mod copy_previous;
pub mod describe;
pub mod drafts;
mod drink_country;
pub mod history;
pub mod leftover_drafts;
mod merge;
pub mod preview;
pub mod record;
pub mod search;
pub mod time_zones;
pub mod trash;
