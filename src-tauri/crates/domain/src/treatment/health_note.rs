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
    /// How heavy an episode was.
    #[serde(default)]
    pub weight: Option<EpisodeWeight>,
}

/// How heavy an episode was, by how much of daily life it took: the four levels of the NIMH life chart
/// (Leverich and Post), which asks for dysfunction and not for how sad somebody was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum EpisodeWeight {
    /// Hardly in the way of work and home.
    Mild,
    /// Most things took some effort.
    SomeEffort,
    /// Most things took great effort, or did not happen.
    GreatEffort,
    /// Hardly anything was possible.
    Severe,
}

impl EpisodeWeight {
    /// Returns the level from 1 to 4.
    pub fn level(self) -> u8 {
        match self {
            Self::Mild => 1,
            Self::SomeEffort => 2,
            Self::GreatEffort => 3,
            Self::Severe => 4,
        }
    }
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
