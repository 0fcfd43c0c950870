//! Tracker definitions: the fields, measures, charts and labels read from one TOML file.

mod chart;
pub mod compute;
mod field;
mod icon;
mod labels;
mod measure;
pub mod parse;
mod questionnaire;
pub mod unit;

pub use chart::{Band, Chart, ChartMark, DayAggregate, Direction};
pub use field::{ChoiceOption, Field, FieldKind};
pub use icon::Icon;
pub use labels::{Labels, fill_template, placeholders, used_placeholders};
pub use measure::{Formula, Measure};
pub use questionnaire::{FREE_LICENCES, Questionnaire};
pub use unit::Unit;

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Version of the definition format that is read and written (`format` at the top of a file).
pub const FORMAT: u32 = 1;

/// Definition of a tracker: its fields, measures, bands, charts, codes and labels.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Definition {
    /// Lower-case key, never changed once released.
    pub key: String,
    /// What one entry covers.
    pub covers: Covers,
    /// Sort order on the page, lowest first.
    pub order: u32,
    /// The icon beside its name.
    #[serde(default)]
    pub icon: Icon,
    /// Whether it is asked only when the user asks for everything.
    pub optional: bool,
    /// Whether this built-in tracker is disabled until the user switches it on.
    pub disabled_by_default: bool,
    /// Whether it is a tool for a hard day, begun from Support instead of asked.
    #[serde(default)]
    pub tool: bool,
    /// Whether it is left out of visit pages and exports unless the user includes it.
    pub private: bool,
    /// How many days ahead an entry may be dated; above 0 for plans.
    pub max_days_ahead: u32,
    /// A choice or yes-no field answered with one tap, in place of all other fields.
    pub quick_answer: Option<String>,
    /// The quantity field that a practice with a timer fills with its minutes.
    pub timer_field: Option<String>,
    /// The field or measure whose seven-day total is shown with the entries.
    pub weekly_total: Option<String>,
    /// The number by which the largest entry of a day is its main one: a night, not a nap.
    pub main_measure: Option<String>,
    /// The text field that marks its date as an event in every chart (a change of treatment, a
    /// move).
    pub event_field: Option<String>,
    /// The questions.
    pub fields: Vec<Field>,
    /// Numbers computed from the answers.
    pub measures: Vec<Measure>,
    /// Ranges drawn behind a chart, as context.
    pub bands: Vec<Band>,
    /// The charts it offers, in display order.
    pub charts: Vec<Chart>,
    /// What makes it a questionnaire, if it is one.
    #[serde(default)]
    pub questionnaire: Option<Questionnaire>,
    /// Codes from public vocabularies, by tracker, field or measure key, and `<field>.<option>`.
    pub codes: BTreeMap<String, String>,
    /// Licence of its texts.
    pub licence: String,
    /// Credit line that the licence of its texts requires.
    pub credit: String,
    /// Its labels, by language.
    pub labels: BTreeMap<String, Labels>,
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
    pub fn labels(&self, language: &str) -> Labels {
        self.labels
            .get(language)
            .or_else(|| self.labels.get("en"))
            .cloned()
            .unwrap_or_default()
    }

    /// Returns the field if the tracker has only one and it is answered with one tap ("can't
    /// today"). Its answer replaces all other answers of the day.
    pub fn quick_answer_field(&self) -> Option<&Field> {
        match self.fields.as_slice() {
            [only] if self.quick_answer.as_deref() == Some(only.key.as_str()) => Some(only),
            _ => None,
        }
    }

    /// Returns whether it is asked once a day. A further entry is added only on explicit request.
    pub fn is_daily(&self) -> bool {
        match self.covers {
            Covers::Day | Covers::Night | Covers::Fortnight => true,
            Covers::Moment | Covers::Span => false,
        }
    }
}
