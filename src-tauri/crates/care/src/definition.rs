//! What a tracker is: a definition, read from one TOML file.
//!
//! Owns the shape of a definition. Reading and refusing is `grammar`; must not know any tracker by name.

use crate::{field::Field, measure::Measure, unit::Unit, words::Words};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a tracker is: its fields, measures, bands, charts, codes and words.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Definition {
    /// Lower-case key, never changed once released.
    pub key: String,
    /// What one entry covers.
    pub covers: Covers,
    /// Where it stands on the page, lowest first.
    pub place: u32,
    /// Offered only when the person asks for everything.
    pub extra: bool,
    /// Ready-made, and not in use until the person switches it on.
    pub off: bool,
    /// Left out of every page and copy unless ticked.
    pub private: bool,
    /// How many days ahead an entry may be dated: a plan is of a day to come.
    pub ahead: u32,
    /// A choice or yes-no field whose answers are one tap, in place of all others.
    pub taps: Option<String>,
    /// The quantity a practice with a timer fills with its minutes.
    pub timer: Option<String>,
    /// The field or measure whose sum of seven days is said beside the entries.
    pub week: Option<String>,
    /// The field whose words mark a date in every chart (a change of treatment, a move).
    pub marks: Option<String>,
    /// What is asked.
    pub fields: Vec<Field>,
    /// What follows from the answers.
    pub measures: Vec<Measure>,
    /// Ranges drawn behind a chart, as context.
    pub bands: Vec<Band>,
    /// The charts it offers, the first one being its own.
    pub charts: Vec<Chart>,
    /// Codes of public vocabularies, by field or measure key.
    pub codes: BTreeMap<String, String>,
    /// Under which terms its words may be shown.
    pub licence: String,
    /// The line of credit its words ask for.
    pub credit: String,
    /// Its words, by language.
    pub words: BTreeMap<String, Words>,
}

/// What one entry covers, and so how many a day holds.
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

/// A worded range of a measure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Band {
    /// Key of its word.
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
    /// What the day's value is where a day holds several entries.
    pub day: PerDay,
    /// Lower end of the axis, where it is fixed.
    pub min: Option<f64>,
    /// Upper end of the axis, where it is fixed.
    pub max: Option<f64>,
    /// Which way is good, to be printed on the chart.
    pub better: Better,
    /// Whether it is drawn only when asked for.
    pub extra: bool,
}

/// The form of definitions this program reads and writes (`format` at the top of a file).
pub const FORMAT: u32 = 1;

/// How a measure is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum ChartMark {
    /// One dot a day and the 7-day middle as a line.
    Dots,
    /// One bar a day.
    Bars,
    /// One filled cell a day.
    Strip,
}

/// The day's value where a day holds several entries. Stated wherever it is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum PerDay {
    /// Their sum.
    Sum,
    /// Their mean.
    Mean,
    /// The last one of the day, by its time; by when it was written where it has none.
    Last,
    /// The lowest.
    Lowest,
    /// The highest.
    Highest,
}

/// Which way is good. Fixed per measure, printed on every chart, never a colour.
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
    /// The field of that key.
    pub fn field(&self, key: &str) -> Option<&Field> {
        self.fields.iter().find(|f| f.key == key)
    }

    /// The measure of that key.
    pub fn measure(&self, key: &str) -> Option<&Measure> {
        self.measures.iter().find(|m| m.key == key)
    }

    /// The unit of a field or measure that has a number.
    pub fn unit(&self, key: &str) -> Option<Unit> {
        self.measure(key)
            .map(|m| m.unit.clone())
            .or_else(|| self.field(key).and_then(Field::unit))
    }

    /// The chart of that field or measure.
    pub fn chart(&self, of: &str) -> Option<&Chart> {
        self.charts.iter().find(|c| c.of == of)
    }

    /// The words in `language`, else in English, else none.
    pub fn words(&self, language: &str) -> Words {
        self.words
            .get(language)
            .or_else(|| self.words.get("en"))
            .cloned()
            .unwrap_or_default()
    }

    /// The field of a tracker that is answered by one tap and nothing else ("can't today"): its answer stands in
    /// place of a day's others.
    pub fn in_place_of_all(&self) -> Option<&Field> {
        match self.fields.as_slice() {
            [only] if self.taps.as_deref() == Some(only.key.as_str()) => Some(only),
            _ => None,
        }
    }

    /// Whether it is asked once a day; a further entry is recorded only when the person asks for one.
    pub fn once_a_day(&self) -> bool {
        match self.covers {
            Covers::Day | Covers::Night | Covers::Fortnight => true,
            Covers::Moment | Covers::Span => false,
        }
    }
}
