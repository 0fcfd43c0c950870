//! Marks of doses: taken, late, partly, skipped. A dose without a mark is not recorded, which is
//! never the same as skipped.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The mark of one dose.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Dose {
    /// Uid of the medicine.
    pub medicine: String,
    /// The patient's day.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub day: NaiveDate,
    /// The planned time, HH:MM; for as needed, when it was taken.
    pub time: String,
    /// What became of it.
    pub status: DoseStatus,
    /// Why it was skipped or taken only partly, if the person said so.
    pub reason: Option<SkipReason>,
    /// The amount that was planned, or taken as needed, in the unit of the segment.
    pub amount: f64,
    /// The unit.
    pub unit: String,
    /// Whether it was taken as needed, outside of any plan.
    pub as_needed: bool,
}

/// What became of a dose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum DoseStatus {
    /// Taken.
    Taken,
    /// Taken later than planned.
    Late,
    /// Taken in part.
    Partly,
    /// Not taken.
    Skipped,
}

/// Why a dose was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum SkipReason {
    /// Forgot.
    Forgot,
    /// Side effects.
    SideEffects,
    /// Ran out.
    RanOut,
    /// Felt better.
    FeltBetter,
    /// Chose not to.
    ChoseNotTo,
    /// Cost.
    Cost,
    /// Something else.
    Other,
}
