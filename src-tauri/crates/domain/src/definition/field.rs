//! Fields of a tracker and their kinds.
//!
//! The set of field kinds is closed.

use super::unit::Unit;
use serde::{Deserialize, Serialize};

/// One question of a tracker. Its labels are in the definition, under its key.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Field {
    /// Lower-case key, never changed once released.
    pub key: String,
    /// Kind of question, with the limits of a valid answer.
    pub kind: FieldKind,
    /// Whether it is asked only when the user asks for everything.
    pub optional: bool,
    /// Whether it is a follow-up: asked only for an existing entry whose day has come (what became
    /// of a plan).
    pub follow_up: bool,
    /// Another field whose answer the form suggests until this one is edited.
    pub default_from: Option<String>,
    /// An answer at or below this number makes the page ask fewer questions that day.
    pub low_day_threshold: Option<f64>,
}

/// Kind of field.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum FieldKind {
    /// A counted or measured amount.
    Quantity {
        /// Unit of the amount.
        unit: Unit,
        /// Lowest valid amount.
        min: f64,
        /// Highest valid amount.
        max: f64,
        /// Step between valid amounts; 1 means whole numbers.
        step: f64,
        /// Amount the plus and minus buttons add or subtract; 0 for no buttons.
        button_step: f64,
        /// Whether several amounts may be given; formulas use their sum.
        several: bool,
    },
    /// Whole numbers between labelled ends; none is preselected.
    Scale {
        /// Lowest point.
        min: f64,
        /// Highest point.
        max: f64,
    },
    /// One or more of several labelled options.
    Choice {
        /// The options, in display order.
        options: Vec<ChoiceOption>,
        /// Whether more than one may be chosen.
        several: bool,
    },
    /// A time of day, typed as HH:MM.
    Clock,
    /// Yes or no.
    YesNo,
    /// Free text.
    Text {
        /// Maximum length, in characters.
        max: usize,
    },
}

/// One option of a choice.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ChoiceOption {
    /// Key of the option; its label is `<field>.<key>`.
    pub key: String,
    /// Its number in formulas, if it has one.
    #[serde(default)]
    pub score: Option<f64>,
}

impl Field {
    /// Returns the unit of this field's number, if it has one that can be charted.
    pub fn unit(&self) -> Option<Unit> {
        match &self.kind {
            FieldKind::Quantity { unit, .. } => Some(unit.clone()),
            FieldKind::Scale { .. } | FieldKind::YesNo => Some(Unit::Points),
            FieldKind::Choice { options, several } => {
                (!several && options.iter().all(|o| o.score.is_some())).then_some(Unit::Points)
            }
            FieldKind::Clock | FieldKind::Text { .. } => None,
        }
    }
}
