//! TOML schema of a definition.
//!
//! Every struct rejects unknown fields.

use crate::definition::{Band, Better, ChartMark, Covers, PerDay};
use crate::field::Choice;
use crate::words::Words;
use serde::Deserialize;
use std::collections::BTreeMap;
use toml::Spanned;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DefinitionText {
    pub key: Spanned<String>,
    pub covers: Covers,
    #[serde(default)]
    pub place: u32,
    pub format: Option<Spanned<u32>>,
    #[serde(default)]
    pub extra: bool,
    #[serde(default)]
    pub off: bool,
    #[serde(default)]
    pub private: bool,
    #[serde(default)]
    pub ahead: u32,
    pub taps: Option<Spanned<String>>,
    pub timer: Option<Spanned<String>>,
    pub week: Option<Spanned<String>>,
    pub marks: Option<Spanned<String>>,
    pub licence: String,
    #[serde(default)]
    pub credit: String,
    pub words: BTreeMap<String, Spanned<Words>>,
    #[serde(default)]
    pub field: Vec<FieldText>,
    #[serde(default)]
    pub measure: Vec<MeasureText>,
    #[serde(default)]
    pub band: Vec<Spanned<Band>>,
    #[serde(default)]
    pub chart: Vec<ChartText>,
    #[serde(default)]
    pub code: BTreeMap<String, Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FieldText {
    pub key: Spanned<String>,
    #[serde(rename = "type")]
    pub kind: KindText,
    pub unit: Option<String>,
    pub min: Option<f64>,
    pub max: Option<f64>,
    pub step: Option<f64>,
    pub stride: Option<f64>,
    pub shortens: Option<f64>,
    #[serde(default)]
    pub options: Vec<Choice>,
    #[serde(default)]
    pub several: bool,
    #[serde(default)]
    pub extra: bool,
    #[serde(default)]
    pub after: bool,
    pub like: Option<String>,
}

#[derive(Deserialize, Clone, Copy, PartialEq)]
#[serde(rename_all = "kebab-case")]
pub(super) enum KindText {
    Quantity,
    Scale,
    Choice,
    Clock,
    YesNo,
    Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct MeasureText {
    pub key: Spanned<String>,
    #[serde(default)]
    pub unit: String,
    pub min: Option<f64>,
    pub max: Option<f64>,
    pub odd_below: Option<f64>,
    pub odd_above: Option<f64>,
    pub sum: Option<Spanned<Vec<String>>>,
    pub less: Option<Spanned<Vec<String>>>,
    pub between: Option<Spanned<Vec<String>>>,
    pub share: Option<Spanned<Vec<String>>>,
    pub middle: Option<Spanned<Vec<String>>>,
    pub count: Option<Spanned<Vec<String>>>,
    pub product: Option<Spanned<Vec<String>>>,
    pub level: Option<Spanned<Vec<String>>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ChartText {
    pub of: Spanned<String>,
    pub mark: ChartMark,
    #[serde(default = "last")]
    pub day: PerDay,
    pub min: Option<f64>,
    pub max: Option<f64>,
    #[serde(default = "neither")]
    pub better: Better,
    #[serde(default)]
    pub extra: bool,
}

fn last() -> PerDay {
    PerDay::Last
}

fn neither() -> Better {
    Better::Neither
}
