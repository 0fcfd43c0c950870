//! Database schema: migrations and the views of trackers.

pub(crate) mod migrations;
mod views;
