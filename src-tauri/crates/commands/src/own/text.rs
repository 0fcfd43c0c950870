//! Conversion between the builder's form and the TOML of a definition.
//!
//! Does not validate: the strict parser does.

use super::{Own, OwnField, OwnOption};
use care::definition::{Better, ChartMark, Covers, FORMAT, PerDay};
use care::words::Words;
use care::{Definition, Field, Kind};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Serialize)]
struct Text {
    format: u32,
    key: String,
    covers: Covers,
    place: u32,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    private: bool,
    licence: &'static str,
    words: BTreeMap<&'static str, BTreeMap<String, String>>,
    field: Vec<FieldText>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    measure: Vec<MeasureText>,
    chart: Vec<ChartText>,
}

#[derive(Serialize)]
struct FieldText {
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
    extra: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    options: Vec<OptionText>,
}

/// The only measure the builder creates: the time of a clock field, so that it can be charted.
#[derive(Serialize)]
struct MeasureText {
    key: String,
    unit: &'static str,
    middle: [String; 2],
}

impl MeasureText {
    fn of_clock(key: &str) -> Self {
        Self {
            key: shown(key),
            unit: "clock",
            middle: [key.to_owned(), key.to_owned()],
        }
    }
}

#[derive(Serialize)]
struct OptionText {
    key: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    score: Option<f64>,
}

#[derive(Serialize)]
struct ChartText {
    of: String,
    mark: ChartMark,
    day: PerDay,
    #[serde(skip_serializing_if = "Option::is_none")]
    min: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    max: Option<f64>,
    better: Better,
}

/// Sort order of custom trackers: after all built-in ones.
const PLACE: u32 = 1000;

/// Step of a quantity: kilograms and degrees need tenths, money needs hundredths.
pub(super) const STEP: f64 = 0.01;

/// Returns the TOML of the definition; none if it cannot be serialized.
pub(super) fn build(own: &Own, key: &str) -> Option<String> {
    let mut words: BTreeMap<String, String> = BTreeMap::new();
    words.insert("title".to_owned(), own.title.trim().to_owned());
    let (mut fields, mut charts, mut line) = (Vec::new(), Vec::new(), Vec::new());
    let mut measures = Vec::new();
    let mut used: BTreeSet<String> = own.fields.iter().map(|f| f.key.clone()).collect();
    let mut units: BTreeMap<String, String> = BTreeMap::new();
    for asked in &own.fields {
        let key = key_of(&asked.key, &asked.name, "field", &mut used);
        line.push(format!("{} {{{key}}}", one_line(&asked.name)));
        word(asked, &key, &mut words);
        let options = options(asked, &key, &mut words);
        let unit = unit_key(asked, &mut units);
        // Built-in units already have labels.
        if let Some(unit) = unit.as_ref().filter(|u| units.contains_key(*u)) {
            words.insert(format!("unit.{unit}"), asked.unit.trim().to_owned());
        }
        if let Some(mark) = asked.chart {
            let mut of = key.clone();
            if asked.kind == "clock" {
                of = shown(&key);
                words.insert(of.clone(), asked.name.trim().to_owned());
                measures.push(MeasureText::of_clock(&key));
            }
            charts.push(chart(asked, &of, mark));
        }
        fields.push(field(asked, key, unit, options));
    }
    words.insert("line".to_owned(), line.join(" | "));
    toml::to_string_pretty(&Text {
        format: FORMAT,
        key: key.to_owned(),
        covers: own.covers,
        place: PLACE,
        private: own.private,
        licence: "own",
        words: [("en", words)].into(),
        field: fields,
        measure: measures,
        chart: charts,
    })
    .ok()
}

/// Adds the labels of a field: its name, its hint, and the ends and middle of its scale.
fn word(asked: &OwnField, key: &str, words: &mut BTreeMap<String, String>) {
    let mut say = |key: String, text: &str| words.insert(key, text.trim().to_owned());
    say(key.to_owned(), &asked.name);
    let scale = asked.kind == "scale";
    if scale {
        say(format!("{key}.low"), &asked.low);
        say(format!("{key}.high"), &asked.high);
    }
    if scale && !asked.middle.trim().is_empty() {
        say(format!("{key}.middle"), &asked.middle);
    }
    if !asked.hint.trim().is_empty() {
        say(format!("{key}.hint"), &asked.hint);
    }
}

fn field(
    asked: &OwnField,
    key: String,
    unit: Option<String>,
    options: Vec<OptionText>,
) -> FieldText {
    let ranged = ["scale", "quantity"].contains(&asked.kind.as_str());
    let amount = asked.kind == "quantity";
    FieldText {
        key,
        kind: asked.kind.clone(),
        unit,
        min: ranged.then_some(asked.min),
        max: ranged.then_some(asked.max),
        step: amount.then_some(STEP),
        several: asked.several && ["choice", "quantity"].contains(&asked.kind.as_str()),
        extra: asked.extra,
        options,
    }
}

/// Returns the key of the measure that charts a clock field. Never equals a field key: field keys
/// contain no double dash.
fn shown(clock: &str) -> String {
    format!("{clock}--shown")
}

fn chart(asked: &OwnField, key: &str, mark: ChartMark) -> ChartText {
    let scale = asked.kind == "scale";
    ChartText {
        of: key.to_owned(),
        mark,
        day: asked.day,
        min: scale.then_some(asked.min),
        max: scale.then_some(asked.max),
        better: asked.better,
    }
}

fn options(asked: &OwnField, key: &str, words: &mut BTreeMap<String, String>) -> Vec<OptionText> {
    if asked.kind != "choice" {
        return Vec::new();
    }
    let mut used: BTreeSet<String> = asked.options.iter().map(|o| o.key.clone()).collect();
    let named = asked.options.iter().filter(|o| !o.name.trim().is_empty());
    named
        .map(|option| {
            let own = key_of(&option.key, &option.name, "option", &mut used);
            words.insert(format!("{key}.{own}"), option.name.trim().to_owned());
            OptionText {
                key: own,
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
    let mut made = stem.clone();
    let mut nth = 1;
    // "title" and "line" are labels of the definition itself.
    while used.contains(&made) || RESERVED.contains(&made.as_str()) {
        nth += 1;
        made = format!("{stem}-{nth}");
    }
    used.insert(made.clone());
    made
}

const RESERVED: &[&str] = &[
    "title", "line", "ask", "then", "add", "entry", "empty", "week", "total",
];

/// Returns the key of a unit; none for a field without a unit. Units that differ only in omitted
/// characters (g, µg) get different keys.
fn unit_key(asked: &OwnField, units: &mut BTreeMap<String, String>) -> Option<String> {
    let unit = asked.unit.trim();
    if asked.kind != "quantity" || unit.is_empty() {
        return None;
    }
    if ["min", "%"].contains(&unit) {
        return Some(unit.to_owned());
    }
    let stem = slug(unit, "unit");
    let mut key = stem.clone();
    let mut nth = 1;
    let free = |key: &String, units: &BTreeMap<String, String>| {
        let ours = care::Unit::from(key.clone()) == care::Unit::Other(key.clone());
        ours && units.get(key).is_none_or(|known| known == unit)
    };
    while !free(&key, units) {
        nth += 1;
        key = format!("{stem}-{nth}");
    }
    units.insert(key.clone(), unit.to_owned());
    Some(key)
}

/// Reduces a name to a–z, 0–9 and -, at most 24 characters; `otherwise` if nothing is left.
pub(super) fn slug(name: &str, otherwise: &str) -> String {
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

/// Returns the builder's form that produces this definition.
pub(super) fn unbuild(definition: &Definition) -> Own {
    let words = definition.words("en");
    let fields = definition.fields.iter();
    Own {
        key: definition.key.clone(),
        title: words.say("title").to_owned(),
        covers: definition.covers,
        private: definition.private,
        fields: fields
            .map(|f| unbuild_field(definition, f, &words))
            .collect(),
    }
}

fn unbuild_field(definition: &Definition, field: &Field, words: &Words) -> OwnField {
    let key = &field.key;
    let shown = shown(key);
    let of = if field.kind == Kind::Clock {
        &shown
    } else {
        key
    };
    let chart = definition.chart(of);
    let say = |part: &str| {
        let word = words.find(&format!("{key}.{part}"));
        word.unwrap_or_default().to_owned()
    };
    let (kind, min, max) = match &field.kind {
        Kind::Quantity { min, max, .. } => ("quantity", *min, *max),
        Kind::Scale { min, max } => ("scale", *min, *max),
        Kind::Choice { .. } => ("choice", 0.0, 10.0),
        Kind::Clock => ("clock", 0.0, 10.0),
        Kind::YesNo => ("yes-no", 0.0, 10.0),
        Kind::Text { .. } => ("text", 0.0, 10.0),
    };
    let (options, several) = chosen(&field.kind, key, words);
    OwnField {
        key: key.clone(),
        name: words.say(key).to_owned(),
        hint: say("hint"),
        kind: kind.to_owned(),
        unit: unit(&field.kind, words),
        min,
        max,
        low: say("low"),
        high: say("high"),
        middle: say("middle"),
        options,
        several,
        better: chart.map_or(Better::Neither, |c| c.better),
        chart: chart.map(|c| c.mark),
        day: chart.map_or(PerDay::Last, |c| c.day),
        extra: field.extra,
    }
}

/// Returns the options of a choice, and whether several answers are allowed.
fn chosen(kind: &Kind, key: &str, words: &Words) -> (Vec<OwnOption>, bool) {
    let own = |option: &care::Choice| OwnOption {
        key: option.key.clone(),
        name: words.say(&format!("{key}.{}", option.key)).to_owned(),
        score: option.score,
    };
    match kind {
        Kind::Choice { options, several } => (options.iter().map(own).collect(), *several),
        Kind::Quantity { several, .. } => (Vec::new(), *several),
        Kind::Scale { .. } | Kind::Clock | Kind::YesNo | Kind::Text { .. } => (Vec::new(), false),
    }
}

/// Returns the unit of a quantity as the builder shows it; empty for other kinds.
fn unit(kind: &Kind, words: &Words) -> String {
    let Kind::Quantity { unit, .. } = kind else {
        return String::new();
    };
    match unit {
        care::Unit::Other(name) => words.say(&format!("unit.{name}")).to_owned(),
        care::Unit::Minutes
        | care::Unit::Percent
        | care::Unit::Clock
        | care::Unit::Moment
        | care::Unit::Drinks
        | care::Unit::Points => String::from(unit.clone()),
    }
}
