//! What a tracker asks: fields and their kinds.
//!
//! Owns the closed set of field kinds. Must not know how an answer is drawn or stored.

use crate::unit::Unit;
use serde::{Deserialize, Serialize};

/// One thing a tracker asks. Its words stand in the definition under its key.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Field {
    /// Lower-case key, never changed once released.
    pub key: String,
    /// How it is asked and what an answer may be.
    pub kind: Kind,
    /// Asked only when the person asks for everything.
    pub extra: bool,
    /// Asked afterwards: of an entry that is there and whose day has come (what a plan became).
    pub after: bool,
    /// Another field whose answer the form offers while this one is untouched.
    pub like: Option<String>,
    /// An answer at or below this makes the page ask less that day.
    pub shortens: Option<f64>,
}

/// The kinds of answers there are.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Kind {
    /// A counted or measured amount.
    Quantity {
        /// What it counts.
        unit: Unit,
        /// Lowest amount that can be right.
        min: f64,
        /// Highest amount that can be right.
        max: f64,
        /// Smallest difference that can be typed; 1 means whole numbers.
        step: f64,
        /// How much the form's plus and minus change it; 0 has none.
        stride: f64,
        /// Whether several amounts may be answered; a formula sees their sum.
        several: bool,
    },
    /// Whole numbers between worded ends, none chosen beforehand.
    Scale {
        /// Lowest point.
        min: f64,
        /// Highest point.
        max: f64,
    },
    /// One of several worded options, or some of them.
    Choice {
        /// What can be chosen, in the order shown.
        options: Vec<Choice>,
        /// Whether more than one may be chosen.
        several: bool,
    },
    /// A time of day, typed as HH:MM.
    Clock,
    /// Yes or no.
    YesNo,
    /// Words of the person's own.
    Text {
        /// Longest answer in characters.
        max: usize,
    },
}

/// One option of a choice.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Choice {
    /// Key of the option; its word is `<field>.<key>`.
    pub key: String,
    /// What it counts for in a formula, if it counts.
    #[serde(default)]
    pub score: Option<f64>,
}

impl Field {
    /// The unit of this field's own number, if it has one that can be drawn.
    pub fn unit(&self) -> Option<Unit> {
        match &self.kind {
            Kind::Quantity { unit, .. } => Some(unit.clone()),
            Kind::Scale { .. } | Kind::YesNo => Some(Unit::Points),
            Kind::Choice { options, several } => {
                (!several && options.iter().all(|o| o.score.is_some())).then_some(Unit::Points)
            }
            Kind::Clock | Kind::Text { .. } => None,
        }
    }
}
