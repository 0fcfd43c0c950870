//! Questionnaires: their scores, what a change of score means, and when the next is due.

mod due;
mod score;

pub use due::{MAX_INTERVAL_DAYS, MIN_INTERVAL_DAYS, ScaleSettings};
pub use score::{Change, Score, change, item_score, score};
