//! Definition of a tracker, read from one TOML file.
//!
//! Parsing and validation are in `grammar`. No tracker is known by name here.

use crate::{field::Field, measure::Measure, unit::Unit, words::Words};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Definition of a tracker: its fields, measures, bands, charts, codes and labels.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Definition {
    /// Lower-case key, never changed once released.
    pub key: String,
    /// What one entry covers.
    pub covers: Covers,
    /// Sort order on the page, lowest first.
    pub place: u32,
    /// Whether it is asked only when the user asks for everything.
    pub extra: bool,
    /// Whether this built-in tracker is disabled until the user switches it on.
    pub off: bool,
    /// Whether it is left out of visit pages and exports unless the user includes it.
    pub private: bool,
    /// How many days ahead an entry may be dated; above 0 for plans.
    pub ahead: u32,
    /// A choice or yes-no field answered with one tap, in place of all other fields.
    pub taps: Option<String>,
    /// The quantity field that a practice with a timer fills with its minutes.
    pub timer: Option<String>,
    /// The field or measure whose seven-day total is shown with the entries.
    pub week: Option<String>,
    /// The text field that marks its date as an event in every chart (a change of treatment, a
    /// move).
    pub marks: Option<String>,
    /// The questions.
    pub fields: Vec<Field>,
    /// Numbers computed from the answers.
    pub measures: Vec<Measure>,
    /// Ranges drawn behind a chart, as context.
    pub bands: Vec<Band>,
    /// The charts it offers, in display order.
    pub charts: Vec<Chart>,
    /// Codes from public vocabularies, by tracker, field or measure key.
    pub codes: BTreeMap<String, String>,
    /// Licence of its texts.
    pub licence: String,
    /// Credit line that the licence of its texts requires.
    pub credit: String,
    /// Its labels, by language.
    pub words: BTreeMap<String, Words>,
}

/// What one entry covers; determines how many entries a day can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Covers {
    /// Something that happened at one time; several a day.
    Moment,
    /// Something that lasted; several a day.
    Span,
    /// The whole day; one a day.
    Day,
    /// The night that ended on this day; one a day.
    Night,
    /// The two weeks up to this day; one a day.
    Fortnight,
}

/// A labelled range of a field or measure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Band {
    /// Key of its label.
    pub key: String,
    /// The field or measure it belongs to.
    pub of: String,
    /// Lowest value in the band.
    pub from: f64,
    /// Highest value in the band.
    pub to: f64,
}

/// A chart a tracker offers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Chart {
    /// The field or measure drawn.
    pub of: String,
    /// How it is drawn.
    pub mark: ChartMark,
    /// How several entries on one day are combined into one value.
    pub day: PerDay,
    /// Lower end of the axis, if fixed.
    pub min: Option<f64>,
    /// Upper end of the axis, if fixed.
    pub max: Option<f64>,
    /// Which direction is better; printed on the chart.
    pub better: Better,
    /// Whether it is drawn only on request.
    pub extra: bool,
}

/// Version of the definition format that is read and written (`format` at the top of a file).
pub const FORMAT: u32 = 1;

/// How a measure is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum ChartMark {
    /// One dot a day, and the 7-day median as a line.
    Dots,
    /// One bar a day.
    Bars,
    /// One filled cell a day.
    Strip,
}

/// How several entries on one day are combined into one value. Stated wherever the value is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum PerDay {
    /// Their sum.
    Sum,
    /// Their mean.
    Mean,
    /// The last one of the day by its time, or by its recording time if it has none.
    Last,
    /// The lowest.
    Lowest,
    /// The highest.
    Highest,
}

/// Which direction is better. Fixed per chart, printed on every chart, never shown as a colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Better {
    /// Higher is better.
    Higher,
    /// Lower is better.
    Lower,
    /// Neither is better.
    Neither,
}

impl Definition {
    /// Returns the field with that key.
    pub fn field(&self, key: &str) -> Option<&Field> {
        self.fields.iter().find(|f| f.key == key)
    }

    /// Returns the measure with that key.
    pub fn measure(&self, key: &str) -> Option<&Measure> {
        self.measures.iter().find(|m| m.key == key)
    }

    /// Returns the unit of a field or measure that has a number.
    pub fn unit(&self, key: &str) -> Option<Unit> {
        self.measure(key)
            .map(|m| m.unit.clone())
            .or_else(|| self.field(key).and_then(Field::unit))
    }

    /// Returns the chart of that field or measure.
    pub fn chart(&self, of: &str) -> Option<&Chart> {
        self.charts.iter().find(|c| c.of == of)
    }

    /// Returns the labels in `language`, else in English, else none.
    pub fn words(&self, language: &str) -> Words {
        self.words
            .get(language)
            .or_else(|| self.words.get("en"))
            .cloned()
            .unwrap_or_default()
    }

    /// Returns the field if the tracker has only one and it is answered with one tap ("can't
    /// today"). Its answer replaces all other answers of the day.
    pub fn in_place_of_all(&self) -> Option<&Field> {
        match self.fields.as_slice() {
            [only] if self.taps.as_deref() == Some(only.key.as_str()) => Some(only),
            _ => None,
        }
    }

    /// Returns whether it is asked once a day. A further entry is added only on explicit request.
    pub fn once_a_day(&self) -> bool {
        match self.covers {
            Covers::Day | Covers::Night | Covers::Fortnight => true,
            Covers::Moment | Covers::Span => false,
        }
    }
}
