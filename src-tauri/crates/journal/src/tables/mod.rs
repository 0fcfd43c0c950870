//! One module per table: how its records are loaded, stored and queried.

mod daily_uid;
pub(crate) mod days;
mod doses;
pub(crate) mod drafts;
pub(crate) mod entries;
pub(crate) mod history;
pub(crate) mod measurements;
pub(crate) mod pauses;
pub(crate) mod people;
pub(crate) mod preferences;
mod records;
pub(crate) mod safety_plans;
mod scale_settings;
pub(crate) mod search;
pub(crate) mod search_query;
pub(crate) mod trackers;
pub(crate) mod trash;
pub(crate) mod visits;
