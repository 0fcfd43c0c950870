//! Medicines and the segments of their dose.

use super::{Fill, PartialDate, Plan};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A medicine that is or was taken.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Medicine {
    /// Its name, as the person says it.
    pub name: String,
    /// How it is got.
    pub kind: MedicineKind,
    /// Tablet, capsule, drops and so on, as typed.
    pub form: String,
    /// What for.
    pub reason: String,
    /// Who prescribed it.
    pub prescriber: String,
    /// Its doses over time, oldest first; at least one.
    pub segments: Vec<Segment>,
    /// Stretches in which a clinician had it paused.
    #[serde(default)]
    pub holds: Vec<Hold>,
    /// Supplies that were picked up, oldest first.
    #[serde(default)]
    pub fills: Vec<Fill>,
    /// When and why it was stopped.
    pub stopped: Option<Stop>,
}

/// How a medicine is got.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum MedicineKind {
    /// Prescribed.
    Prescribed,
    /// Bought without a prescription.
    OverTheCounter,
    /// A herbal remedy or a supplement.
    Herbal,
}

/// A stretch with one dose and plan. It ends where the next begins.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Segment {
    /// Since when.
    pub from: PartialDate,
    /// Unit of the amounts: mg, ml, drops.
    pub unit: String,
    /// When it is taken, and how much.
    pub plan: Plan,
    /// Why the dose was changed.
    pub why: String,
}

/// A stretch in which a clinician had it paused. Doses in it are excused.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Hold {
    /// First day.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub from: NaiveDate,
    /// Last day; none while it lasts.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub to: Option<NaiveDate>,
}

/// The end of a medicine.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Stop {
    /// The first day without it, as far as known.
    pub on: PartialDate,
    /// Why.
    pub reason: StopReason,
    /// More about it, in the person's words.
    pub note: String,
}

/// Why a medicine was stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum StopReason {
    /// It did not help enough.
    NotEnoughHelp,
    /// Side effects.
    SideEffects,
    /// It helped and is no longer needed.
    Finished,
    /// Cost.
    Cost,
    /// Something else, or not said.
    Other,
}

impl Medicine {
    /// Returns the segment of a day, and its first day.
    pub fn segment_on(&self, day: NaiveDate) -> Option<(&Segment, NaiveDate)> {
        let begun = self.segments.iter().rev();
        let mut begun = begun.map(|segment| (segment, segment.from.earliest()));
        begun.find(|(_, from)| *from <= day)
    }

    /// Returns whether it is taken on a day: begun, and not yet stopped.
    pub fn is_taken_on(&self, day: NaiveDate) -> bool {
        let stopped = self.stopped.as_ref();
        self.segment_on(day).is_some() && stopped.is_none_or(|stop| day < stop.on.latest())
    }

    /// Returns whether it was stopped by a day. A month or year counts once it is over.
    pub fn is_over_on(&self, day: NaiveDate) -> bool {
        self.stopped
            .as_ref()
            .is_some_and(|stop| stop.on.latest() <= day)
    }

    /// Returns the segment of a day, or the first one before it began.
    pub fn current(&self, day: NaiveDate) -> Option<&Segment> {
        self.segment_on(day)
            .map(|(segment, _)| segment)
            .or_else(|| self.segments.first())
    }

    /// Returns whether a clinician had it paused on a day.
    pub fn is_on_hold(&self, day: NaiveDate) -> bool {
        self.holds
            .iter()
            .any(|hold| hold.from <= day && hold.to.is_none_or(|to| day <= to))
    }
}
