//! Conversion of the builder's form to the TOML of a definition.
//!
//! Does not validate: the strict parser does.

use crate::trackers::builder::form::FieldForm;
use crate::trackers::builder::form::TrackerForm;
use domain::definition::{ChartMark, Covers, DayAggregate, Direction, FORMAT};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Serialize)]
struct TomlDefinition {
    format: u32,
    key: String,
    covers: Covers,
    order: u32,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    private: bool,
    licence: &'static str,
    labels: BTreeMap<&'static str, BTreeMap<String, String>>,
    field: Vec<TomlField>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    measure: Vec<TomlMeasure>,
    chart: Vec<TomlChart>,
}

#[derive(Serialize)]
struct TomlField {
    key: String,
    #[serde(rename = "type")]
    kind: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    min: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    max: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    step: Option<f64>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    several: bool,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    optional: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    options: Vec<TomlOption>,
}

/// The only measure the builder creates: the time of a clock field, so that it can be charted.
#[derive(Serialize)]
struct TomlMeasure {
    key: String,
    unit: &'static str,
    midpoint: [String; 2],
}

impl TomlMeasure {
    fn for_clock(key: &str) -> Self {
        Self {
            key: clock_measure_key(key),
            unit: "clock",
            midpoint: [key.to_owned(), key.to_owned()],
        }
    }
}

#[derive(Serialize)]
struct TomlOption {
    key: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    score: Option<f64>,
}

#[derive(Serialize)]
struct TomlChart {
    of: String,
    mark: ChartMark,
    aggregate: DayAggregate,
    #[serde(skip_serializing_if = "Option::is_none")]
    min: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    max: Option<f64>,
    direction: Direction,
}

/// Sort order of custom trackers: after all built-in ones.
const ORDER: u32 = 1000;

/// Step of a quantity: kilograms and degrees need tenths, money needs hundredths.
pub(crate) const STEP: f64 = 0.01;

/// Returns the TOML of the definition; none if it cannot be serialized.
pub(crate) fn to_toml(form: &TrackerForm, key: &str) -> Option<String> {
    let mut labels: BTreeMap<String, String> = BTreeMap::new();
    labels.insert("title".to_owned(), form.title.trim().to_owned());
    let (mut fields, mut charts, mut line) = (Vec::new(), Vec::new(), Vec::new());
    let mut measures = Vec::new();
    let mut used: BTreeSet<String> = form.fields.iter().map(|f| f.key.clone()).collect();
    let mut units: BTreeMap<String, String> = BTreeMap::new();
    for field in &form.fields {
        let key = key_of(&field.key, &field.name, "field", &mut used);
        line.push(format!("{} {{{key}}}", one_line(&field.name)));
        field_labels(field, &key, &mut labels);
        let options = options(field, &key, &mut labels);
        let unit_text = unit_key(field, &mut units);
        // Built-in units already have labels.
        if let Some(unit_text) = unit_text.as_ref().filter(|u| units.contains_key(*u)) {
            labels.insert(format!("unit.{unit_text}"), field.unit.trim().to_owned());
        }
        if let Some(mark) = field.chart {
            let mut of = key.clone();
            if field.kind == "clock" {
                of = clock_measure_key(&key);
                labels.insert(of.clone(), field.name.trim().to_owned());
                measures.push(TomlMeasure::for_clock(&key));
            }
            charts.push(chart(field, &of, mark));
        }
        fields.push(toml_field(field, key, unit_text, options));
    }
    labels.insert("line".to_owned(), line.join(" | "));
    toml::to_string_pretty(&TomlDefinition {
        format: FORMAT,
        key: key.to_owned(),
        covers: form.covers,
        order: ORDER,
        private: form.private,
        licence: "own",
        labels: [("en", labels)].into(),
        field: fields,
        measure: measures,
        chart: charts,
    })
    .ok()
}

/// Adds the labels of a field: its name, its hint, and the ends and middle of its scale.
fn field_labels(field: &FieldForm, key: &str, labels: &mut BTreeMap<String, String>) {
    let mut insert = |key: String, text: &str| labels.insert(key, text.trim().to_owned());
    insert(key.to_owned(), &field.name);
    let scale = field.kind == "scale";
    if scale {
        insert(format!("{key}.low"), &field.low);
        insert(format!("{key}.high"), &field.high);
    }
    if scale && !field.middle.trim().is_empty() {
        insert(format!("{key}.middle"), &field.middle);
    }
    if !field.hint.trim().is_empty() {
        insert(format!("{key}.hint"), &field.hint);
    }
}

fn toml_field(
    field: &FieldForm,
    key: String,
    unit_text: Option<String>,
    options: Vec<TomlOption>,
) -> TomlField {
    let ranged = ["scale", "quantity"].contains(&field.kind.as_str());
    let amount = field.kind == "quantity";
    TomlField {
        key,
        kind: field.kind.clone(),
        unit: unit_text,
        min: ranged.then_some(field.min),
        max: ranged.then_some(field.max),
        step: amount.then_some(STEP),
        several: field.several && ["choice", "quantity"].contains(&field.kind.as_str()),
        optional: field.optional,
        options,
    }
}

/// Returns the key of the measure that charts a clock field. Never equals a field key: field keys
/// contain no double dash.
pub(crate) fn clock_measure_key(clock: &str) -> String {
    format!("{clock}--shown")
}

fn chart(field: &FieldForm, key: &str, mark: ChartMark) -> TomlChart {
    let scale = field.kind == "scale";
    TomlChart {
        of: key.to_owned(),
        mark,
        aggregate: field.aggregate,
        min: scale.then_some(field.min),
        max: scale.then_some(field.max),
        direction: field.direction,
    }
}

fn options(field: &FieldForm, key: &str, labels: &mut BTreeMap<String, String>) -> Vec<TomlOption> {
    if field.kind != "choice" {
        return Vec::new();
    }
    let mut used: BTreeSet<String> = field.options.iter().map(|o| o.key.clone()).collect();
    let named = field.options.iter().filter(|o| !o.name.trim().is_empty());
    named
        .map(|option| {
            let form = key_of(&option.key, &option.name, "option", &mut used);
            labels.insert(format!("{key}.{form}"), option.name.trim().to_owned());
            TomlOption {
                key: form,
                score: option.score,
            }
        })
        .collect()
}

/// Returns the existing key, or derives a free one from the name.
fn key_of(key: &str, name: &str, kind: &str, used: &mut BTreeSet<String>) -> String {
    if !key.is_empty() {
        return key.to_owned();
    }
    let stem = slug(name, kind);
    let mut key = stem.clone();
    let mut suffix = 1;
    // "title" and "line" are labels of the definition itself.
    while used.contains(&key) || RESERVED.contains(&key.as_str()) {
        suffix += 1;
        key = format!("{stem}-{suffix}");
    }
    used.insert(key.clone());
    key
}

const RESERVED: &[&str] = &[
    "title", "line", "ask", "past", "then", "add", "entry", "empty", "week", "total",
];

/// Returns the key of a unit; none for a field without a unit. Units that differ only in omitted
/// characters (g, µg) get different keys.
fn unit_key(field: &FieldForm, units: &mut BTreeMap<String, String>) -> Option<String> {
    let unit_text = field.unit.trim();
    if field.kind != "quantity" || unit_text.is_empty() {
        return None;
    }
    if ["min", "%"].contains(&unit_text) {
        return Some(unit_text.to_owned());
    }
    let stem = slug(unit_text, "unit");
    let mut key = stem.clone();
    let mut suffix = 1;
    let free = |key: &String, units: &BTreeMap<String, String>| {
        let is_custom = domain::Unit::from(key.clone()) == domain::Unit::Other(key.clone());
        is_custom && units.get(key).is_none_or(|known| known == unit_text)
    };
    while !free(&key, units) {
        suffix += 1;
        key = format!("{stem}-{suffix}");
    }
    units.insert(key.clone(), unit_text.to_owned());
    Some(key)
}

/// Reduces a name to a–z, 0–9 and -, at most 24 characters; `otherwise` if nothing is left.
pub(crate) fn slug(name: &str, otherwise: &str) -> String {
    let mut slug = String::new();
    for letter in name.trim().to_lowercase().chars() {
        if letter.is_ascii_alphanumeric() {
            slug.push(letter);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    let cut: String = slug.chars().take(24).collect();
    match cut.trim_matches('-') {
        "" => otherwise.to_owned(),
        cut => cut.to_owned(),
    }
}

/// Returns a name that is safe in a line: without part separators and placeholder braces.
fn one_line(name: &str) -> String {
    name.replace(['|', '{', '}'], " ").trim().to_owned()
}
