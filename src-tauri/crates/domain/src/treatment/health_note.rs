//! What else a clinician asks about: conditions, allergies, hospital stays, life situation.

use super::PartialDate;
use serde::{Deserialize, Serialize};

/// One fact about the person's health or life.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct HealthNote {
    /// What it is about.
    pub kind: HealthKind,
    /// The fact, in the person's words.
    pub text: String,
    /// Since when, or when.
    pub since: Option<PartialDate>,
    /// Until when, for an episode or a hospital stay.
    #[serde(default)]
    pub until: Option<PartialDate>,
    /// Who treats it, or more about it.
    pub detail: String,
}

/// What a fact is about, in the order in which it is listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum HealthKind {
    /// An allergy or intolerance.
    Allergy,
    /// A physical condition.
    Physical,
    /// A further mental health condition, or substance use.
    CoOccurring,
    /// An episode of depression.
    Episode,
    /// A hospital stay.
    HospitalStay,
    /// A laboratory value, as typed with its unit and range.
    Lab,
    /// What helped relatives.
    Family,
    /// Pregnancy or breastfeeding.
    Pregnancy,
    /// Life situation.
    LifeSituation,
}

impl HealthKind {
    /// All kinds, in order.
    pub const ALL: [Self; 9] = [
        Self::Allergy,
        Self::Physical,
        Self::CoOccurring,
        Self::Episode,
        Self::HospitalStay,
        Self::Lab,
        Self::Family,
        Self::Pregnancy,
        Self::LifeSituation,
    ];
}
