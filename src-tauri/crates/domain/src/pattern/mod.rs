//! Patterns between two measures, told only where they hold.
//!
//! Consecutive days resemble each other, so that ordinary tests find patterns that are not there. The
//! protocol here shifts one series against the other in a circle (which keeps how each resembles
//! itself), corrects for the number of pairs, and asks for the same direction in both halves. Source:
//! clinical facts §7.3, with the null simulation that it was checked against.

mod change;
mod find;
mod rank;
mod resample;

pub use change::{Overlap, median_difference, overlap, theil_sen};
pub use find::{
    Candidate, DRAWS, Finding, Found, MIN_DISTINCT, MIN_EFFECT, MIN_GROUP, MIN_PAIRS, Outcome,
    Pair, decide, detrended, examine, interval,
};
pub use rank::{effective_n, lag_1, median, ranks, spearman};
pub use resample::{SplitMix64, benjamini_hochberg, block_interval, block_length, shift_p};
