//! Unwanted effects, as the person notices them. Nothing here says what caused one.

use super::PartialDate;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// An unwanted effect that the person keeps an eye on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SideEffect {
    /// Its key in the checklist; empty for one in the person's own words.
    pub item: String,
    /// The person's own words; empty for one of the checklist.
    pub words: String,
    /// Since when.
    pub since: Option<PartialDate>,
    /// What the person thinks it comes from. A guess.
    pub guess: String,
    /// More about it.
    pub note: String,
    /// Whether it is on pages and in exports. Intimate and sensitive ones are not unless ticked.
    pub on_pages: bool,
}

/// How one unwanted effect was in a week. What is absent was not answered, which is not zero.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct EffectRating {
    /// How strong: 0 gone to 3 strong.
    pub strong: Option<u8>,
    /// How much in the way: 0 not at all to 3 a lot.
    pub in_the_way: Option<u8>,
}

/// The answers of a week, Monday to Sunday.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct EffectWeek {
    /// Its Monday.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub monday: NaiveDate,
    /// How often, all of them together: 0 not at all to 6 all the time.
    pub often: Option<u8>,
    /// How strong, all of them together: 0 to 6.
    pub strong: Option<u8>,
    /// How much in the way, all of them together: 0 to 6.
    pub in_the_way: Option<u8>,
    /// Each one, by the uid of the effect.
    pub ratings: BTreeMap<String, EffectRating>,
}

impl EffectWeek {
    /// Highest answer of the questions about all effects together.
    pub const MAX_OVERALL: u8 = 6;
    /// Highest answer about a single effect.
    pub const MAX_RATING: u8 = 3;

    /// Creates a week without answers.
    pub fn empty(monday: NaiveDate) -> Self {
        Self {
            monday,
            often: None,
            strong: None,
            in_the_way: None,
            ratings: BTreeMap::new(),
        }
    }

    /// Returns whether every answer is on its scale.
    pub fn is_valid(&self) -> bool {
        let overall = [self.often, self.strong, self.in_the_way];
        let ratings = self.ratings.values();
        let single = ratings.flat_map(|rating| [rating.strong, rating.in_the_way]);
        overall
            .iter()
            .flatten()
            .all(|answer| *answer <= Self::MAX_OVERALL)
            && single.flatten().all(|answer| answer <= Self::MAX_RATING)
    }

    /// Returns whether nothing was answered.
    pub fn is_empty(&self) -> bool {
        let overall = [self.often, self.strong, self.in_the_way];
        let single = |rating: &EffectRating| rating.strong.or(rating.in_the_way).is_none();
        overall.iter().all(Option::is_none) && self.ratings.values().all(single)
    }
}
