//! What happened in life beside treatment.

use super::PartialDate;
use serde::{Deserialize, Serialize};

/// A life event.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct LifeEvent {
    /// What happened, in the person's words.
    pub what: String,
    /// What it is about.
    pub kind: LifeEventKind,
    /// Since when, or when.
    pub from: PartialDate,
    /// Until when; none for a day, or while it goes on.
    pub to: Option<PartialDate>,
    /// Whether it goes on.
    pub ongoing: bool,
    /// How it weighed: −3 very hard to +3 very good; none if not said.
    pub impact: Option<i8>,
    /// Whether it stays out of pages and exports.
    pub private: bool,
}

/// What a life event is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum LifeEventKind {
    /// A loss.
    Loss,
    /// Family, friends, partner.
    Relationships,
    /// Work or study.
    Work,
    /// Money or home.
    Home,
    /// Health.
    Health,
    /// Something else.
    Other,
}

impl LifeEventKind {
    /// All kinds, in order.
    pub const ALL: [Self; 6] = [
        Self::Loss,
        Self::Relationships,
        Self::Work,
        Self::Home,
        Self::Health,
        Self::Other,
    ];
}

impl LifeEvent {
    /// The largest weight in either direction.
    pub const MAX_IMPACT: i8 = 3;
}
