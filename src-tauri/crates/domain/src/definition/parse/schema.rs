//! TOML schema of a definition.
//!
//! Every struct rejects unknown fields. An alias is the name a property had in definitions exported
//! before 0.1.0.

use crate::definition::{
    Band, ChartMark, ChoiceOption, Covers, DayAggregate, Direction, Icon, Labels, Questionnaire,
};
use serde::Deserialize;
use std::collections::BTreeMap;
use toml::Spanned;

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct RawDefinition {
    pub key: Spanned<String>,
    pub covers: Covers,
    #[serde(default, alias = "place")]
    pub order: u32,
    #[serde(default)]
    pub icon: Icon,
    pub format: Option<Spanned<u32>>,
    #[serde(default, alias = "extra")]
    pub optional: bool,
    #[serde(default, alias = "off")]
    pub disabled: bool,
    #[serde(default)]
    pub tool: bool,
    #[serde(default)]
    pub private: bool,
    #[serde(default, alias = "ahead")]
    pub max_days_ahead: u32,
    #[serde(alias = "taps")]
    pub quick_answer: Option<Spanned<String>>,
    #[serde(alias = "timer")]
    pub timer_field: Option<Spanned<String>>,
    #[serde(alias = "week")]
    pub weekly_total: Option<Spanned<String>>,
    pub main_measure: Option<Spanned<String>>,
    #[serde(alias = "marks")]
    pub event_field: Option<Spanned<String>>,
    pub licence: String,
    #[serde(default)]
    pub credit: String,
    #[serde(alias = "words")]
    pub labels: BTreeMap<String, Spanned<Labels>>,
    #[serde(default)]
    pub field: Vec<RawField>,
    #[serde(default)]
    pub measure: Vec<RawMeasure>,
    #[serde(default)]
    pub band: Vec<Spanned<Band>>,
    #[serde(default)]
    pub chart: Vec<RawChart>,
    pub questionnaire: Option<Spanned<Questionnaire>>,
    #[serde(default)]
    pub code: BTreeMap<String, Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct RawField {
    pub key: Spanned<String>,
    #[serde(rename = "type")]
    pub kind: RawFieldKind,
    pub unit: Option<String>,
    pub min: Option<f64>,
    pub max: Option<f64>,
    pub step: Option<f64>,
    #[serde(alias = "stride")]
    pub button_step: Option<f64>,
    #[serde(alias = "shortens")]
    pub low_day_threshold: Option<f64>,
    #[serde(default)]
    pub options: Vec<ChoiceOption>,
    pub options_of: Option<String>,
    #[serde(default)]
    pub several: bool,
    #[serde(default, alias = "extra")]
    pub optional: bool,
    #[serde(default, alias = "after")]
    pub follow_up: bool,
    #[serde(alias = "like")]
    pub default_from: Option<String>,
}

#[derive(Deserialize, Clone, Copy, PartialEq)]
#[serde(rename_all = "kebab-case")]
pub(super) enum RawFieldKind {
    Quantity,
    Scale,
    Choice,
    Clock,
    YesNo,
    Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct RawMeasure {
    pub key: Spanned<String>,
    #[serde(default)]
    pub unit: String,
    pub min: Option<f64>,
    pub max: Option<f64>,
    #[serde(alias = "odd-below")]
    pub warn_below: Option<f64>,
    #[serde(alias = "odd-above")]
    pub warn_above: Option<f64>,
    pub sum: Option<Spanned<Vec<String>>>,
    #[serde(alias = "less")]
    pub difference: Option<Spanned<Vec<String>>>,
    #[serde(alias = "between")]
    pub elapsed: Option<Spanned<Vec<String>>>,
    #[serde(alias = "share")]
    pub percentage: Option<Spanned<Vec<String>>>,
    #[serde(alias = "middle")]
    pub midpoint: Option<Spanned<Vec<String>>>,
    pub count: Option<Spanned<Vec<String>>>,
    pub product: Option<Spanned<Vec<String>>>,
    #[serde(alias = "level")]
    pub band_index: Option<Spanned<Vec<String>>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawChart {
    pub of: Spanned<String>,
    pub mark: ChartMark,
    #[serde(default = "last", alias = "day")]
    pub aggregate: DayAggregate,
    pub min: Option<f64>,
    pub max: Option<f64>,
    #[serde(default = "neither", alias = "better")]
    pub direction: Direction,
    #[serde(default, alias = "extra")]
    pub optional: bool,
}

fn last() -> DayAggregate {
    DayAggregate::Last
}

fn neither() -> Direction {
    Direction::Neither
}
