//! Conversion of a definition to the builder's form.

use crate::trackers::builder::form::FieldForm;
use crate::trackers::builder::form::OptionForm;
use crate::trackers::builder::form::TrackerForm;
use crate::trackers::builder::to_toml::clock_measure_key;
use domain::definition::{DayAggregate, Direction, Labels};
use domain::{Definition, Field, FieldKind};

/// Returns the builder's form that produces this definition.
pub(crate) fn from_definition(definition: &Definition) -> TrackerForm {
    let labels = definition.labels("en");
    let fields = definition.fields.iter();
    TrackerForm {
        key: definition.key.clone(),
        title: labels.get_or_key("title").to_owned(),
        covers: definition.covers,
        private: definition.private,
        fields: fields.map(|f| from_field(definition, f, &labels)).collect(),
    }
}

fn from_field(definition: &Definition, field: &Field, labels: &Labels) -> FieldForm {
    let key = &field.key;
    let measure_key = clock_measure_key(key);
    let of = if field.kind == FieldKind::Clock {
        &measure_key
    } else {
        key
    };
    let chart = definition.chart(of);
    let label = |part: &str| {
        let text = labels.get(&format!("{key}.{part}"));
        text.unwrap_or_default().to_owned()
    };
    let (kind, min, max) = match &field.kind {
        FieldKind::Quantity { min, max, .. } => ("quantity", *min, *max),
        FieldKind::Scale { min, max } => ("scale", *min, *max),
        FieldKind::Choice { .. } => ("choice", 0.0, 10.0),
        FieldKind::Clock => ("clock", 0.0, 10.0),
        FieldKind::YesNo => ("yes-no", 0.0, 10.0),
        FieldKind::Text { .. } => ("text", 0.0, 10.0),
    };
    let (options, several) = options_of(&field.kind, key, labels);
    FieldForm {
        key: key.clone(),
        name: labels.get_or_key(key).to_owned(),
        hint: label("hint"),
        kind: kind.to_owned(),
        unit: unit_text(&field.kind, labels),
        min,
        max,
        low: label("low"),
        high: label("high"),
        middle: label("middle"),
        options,
        several,
        direction: chart.map_or(Direction::Neither, |c| c.direction),
        chart: chart.map(|c| c.mark),
        aggregate: chart.map_or(DayAggregate::Last, |c| c.aggregate),
        optional: field.optional,
    }
}

/// Returns the options of a choice, and whether several answers are allowed.
fn options_of(kind: &FieldKind, key: &str, labels: &Labels) -> (Vec<OptionForm>, bool) {
    let form = |option: &domain::ChoiceOption| OptionForm {
        key: option.key.clone(),
        name: labels
            .get_or_key(&format!("{key}.{}", option.key))
            .to_owned(),
        score: option.score,
    };
    match kind {
        FieldKind::Choice { options, several } => (options.iter().map(form).collect(), *several),
        FieldKind::Quantity { several, .. } => (Vec::new(), *several),
        FieldKind::Scale { .. } | FieldKind::Clock | FieldKind::YesNo | FieldKind::Text { .. } => {
            (Vec::new(), false)
        }
    }
}

/// Returns the unit of a quantity as the builder shows it; empty for other kinds.
pub(crate) fn unit_text(kind: &FieldKind, labels: &Labels) -> String {
    let FieldKind::Quantity { unit, .. } = kind else {
        return String::new();
    };
    match unit {
        domain::Unit::Other(name) => labels.get_or_key(&format!("unit.{name}")).to_owned(),
        domain::Unit::Minutes
        | domain::Unit::Percent
        | domain::Unit::Clock
        | domain::Unit::Instant
        | domain::Unit::StandardDrink
        | domain::Unit::Points => String::from(unit.clone()),
    }
}
