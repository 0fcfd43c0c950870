//! Validation across the parts of a definition: unique keys, backward references, complete labels.

use super::flaw::Flaw;
use super::text::{ChartText, DefinitionText, FieldText, KindText, MeasureText};
use super::{numbers, worded};
use crate::definition::{Chart, Definition, FORMAT};
use crate::field::{Field, Kind};
use crate::measure::{Formula, Measure};
use crate::unit::Unit;
use std::collections::BTreeSet;
use toml::Spanned;

pub(super) struct Fault {
    pub at: usize,
    pub field: Option<String>,
    pub why: Flaw,
}

pub(super) type Checked<T> = Result<T, Fault>;

pub(super) fn fault<T>(at: usize, field: &str, why: Flaw) -> Checked<T> {
    Err(Fault {
        at,
        field: Some(field.to_owned()),
        why,
    })
}

pub(super) fn accept(raw: DefinitionText) -> Checked<Definition> {
    if let Some(format) = raw.format.as_ref().filter(|f| *f.get_ref() > FORMAT) {
        let why = Flaw::Newer {
            format: *format.get_ref(),
            most: FORMAT,
        };
        return fault(format.span().start, "format", why);
    }
    keys_once(&raw)?;
    numbers::check(&raw)?;
    let fields = raw.field.iter().map(accept_field);
    let fields = fields.collect::<Checked<Vec<_>>>()?;
    let mut known: Vec<String> = fields.iter().map(|f| f.key.clone()).collect();
    let measures = accept_measures(&raw.measure, &mut known)?;
    references(&raw, &known)?;
    let definition = assemble(&raw, fields, measures);
    for (language, words) in &raw.words {
        worded::check(&definition, language, words)?;
    }
    if !definition.words.contains_key("en") {
        return fault(raw.key.span().start, raw.key.get_ref(), Flaw::NoEnglish);
    }
    Ok(definition)
}

/// Validates the measures in order. Each adds its key to those that later measures may refer to.
fn accept_measures(texts: &[MeasureText], known: &mut Vec<String>) -> Checked<Vec<Measure>> {
    let keys = texts.iter().map(|m| m.key.get_ref().clone());
    let later: Vec<String> = keys.collect();
    let mut measures = Vec::new();
    for text in texts {
        measures.push(accept_measure(text, known, &later)?);
        known.push(text.key.get_ref().clone());
    }
    Ok(measures)
}

fn assemble(raw: &DefinitionText, fields: Vec<Field>, measures: Vec<Measure>) -> Definition {
    let codes = raw.code.iter();
    let words = raw.words.iter();
    Definition {
        key: raw.key.get_ref().clone(),
        covers: raw.covers,
        place: raw.place,
        extra: raw.extra,
        off: raw.off,
        private: raw.private,
        ahead: raw.ahead.min(366),
        taps: named(raw.taps.as_ref()),
        timer: named(raw.timer.as_ref()),
        week: named(raw.week.as_ref()),
        marks: named(raw.marks.as_ref()),
        fields,
        measures,
        bands: raw.band.iter().map(|b| b.get_ref().clone()).collect(),
        charts: raw.chart.iter().map(accept_chart).collect(),
        codes: codes
            .map(|(k, v)| (k.clone(), v.get_ref().clone()))
            .collect(),
        licence: raw.licence.clone(),
        credit: raw.credit.clone(),
        words: words
            .map(|(l, w)| (l.clone(), w.get_ref().clone()))
            .collect(),
    }
}

fn named(reference: Option<&Spanned<String>>) -> Option<String> {
    reference.map(|r| r.get_ref().clone())
}

fn keys_once(raw: &DefinitionText) -> Checked<()> {
    let mut seen = BTreeSet::new();
    let keys = std::iter::once(&raw.key)
        .chain(raw.field.iter().map(|f| &f.key))
        .chain(raw.measure.iter().map(|m| &m.key));
    for (nth, key) in keys.enumerate() {
        let text = key.get_ref();
        let plain = text
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        if !plain || text.is_empty() || text.len() > 40 {
            return fault(key.span().start, text, Flaw::NotAKey);
        }
        if nth > 0 && !seen.insert(text.clone()) {
            return fault(key.span().start, text, Flaw::KeyTwice);
        }
    }
    Ok(())
}

/// Largest difference between the ends of a scale. Each step is a button, and more can't be told
/// apart.
const WIDEST: f64 = 20.0;

fn accept_field(text: &FieldText) -> Checked<Field> {
    let (at, key) = (text.key.span().start, text.key.get_ref());
    if let Some(name) = stray(text) {
        return fault(at, key, Flaw::MeansNothing { name });
    }
    let ranged = matches!(
        text.kind,
        KindText::Quantity | KindText::Scale | KindText::Text
    );
    let (min, max) = (text.min.unwrap_or(0.0), text.max.unwrap_or(f64::INFINITY));
    if ranged && !matches!(min.partial_cmp(&max), Some(std::cmp::Ordering::Less)) {
        return fault(at, key, Flaw::EmptyRange { min, max });
    }
    if text.kind != KindText::Text && ranged && !max.is_finite() {
        return fault(at, key, Flaw::NoMax);
    }
    let whole = min.fract() == 0.0 && max.fract() == 0.0;
    if text.kind == KindText::Scale && !(whole && max - min <= WIDEST) {
        return fault(at, key, Flaw::Steps { most: WIDEST });
    }
    Ok(Field {
        key: key.clone(),
        kind: kind(text, min, max)?,
        extra: text.extra,
        after: text.after,
        like: text.like.clone(),
        shortens: text.shortens,
    })
}

/// Returns a property that is set but does not apply to this field type.
fn stray(text: &FieldText) -> Option<&'static str> {
    let (unit, range, options) = match text.kind {
        KindText::Quantity => (true, true, false),
        KindText::Scale | KindText::Text => (false, true, false),
        KindText::Choice => (false, false, true),
        KindText::Clock | KindText::YesNo => (false, false, false),
    };
    let amount = text.kind == KindText::Quantity;
    let given = [
        (text.unit.is_some(), unit, "unit"),
        (
            text.min.is_some() || text.max.is_some(),
            range,
            "min and max",
        ),
        (text.step.is_some() || text.stride.is_some(), amount, "step"),
        (!text.options.is_empty(), options, "options"),
        (text.several, options || amount, "several"),
        (
            text.shortens.is_some(),
            text.kind == KindText::Scale,
            "shortens",
        ),
    ];
    let stray = given.iter().find(|(given, allowed, _)| *given && !allowed);
    stray.map(|(_, _, name)| *name)
}

fn kind(text: &FieldText, min: f64, max: f64) -> Checked<Kind> {
    Ok(match text.kind {
        KindText::Quantity => {
            let step = text.step.unwrap_or(1.0);
            if step <= 0.0 || !step.is_finite() {
                return fault(text.key.span().start, text.key.get_ref(), Flaw::NoStep);
            }
            Kind::Quantity {
                unit: Unit::from(text.unit.clone().unwrap_or_default()),
                min,
                max,
                step,
                stride: text.stride.unwrap_or(0.0).max(0.0),
                several: text.several,
            }
        }
        KindText::Scale => Kind::Scale { min, max },
        KindText::Choice => {
            let keys: BTreeSet<_> = text.options.iter().map(|o| &o.key).collect();
            if text.options.is_empty() || keys.len() != text.options.len() {
                return fault(text.key.span().start, text.key.get_ref(), Flaw::Options);
            }
            Kind::Choice {
                options: text.options.clone(),
                several: text.several,
            }
        }
        KindText::Clock => Kind::Clock,
        KindText::YesNo => Kind::YesNo,
        KindText::Text => Kind::Text {
            max: if max.is_finite() { max as usize } else { 2000 },
        },
    })
}

fn accept_measure(text: &MeasureText, known: &[String], later: &[String]) -> Checked<Measure> {
    let key = text.key.get_ref();
    let given = formulas(text);
    let [(formula, at)] = given.as_slice() else {
        return fault(text.key.span().start, key, Flaw::OneFormula);
    };
    let (fewest, most) = formula.arity();
    if !(fewest..=most).contains(&formula.parts().len()) {
        return fault(*at, key, Flaw::Parts { fewest, most });
    }
    for part in formula.parts() {
        if part == key {
            return fault(*at, key, Flaw::Itself);
        }
        if !known.contains(part) {
            let of = part.clone();
            let why = if later.contains(part) {
                Flaw::Later { of }
            } else {
                Flaw::Undefined { of }
            };
            return fault(*at, key, why);
        }
    }
    Ok(Measure {
        key: key.clone(),
        unit: Unit::from(text.unit.clone()),
        formula: formula.clone(),
        min: text.min,
        max: text.max,
        odd_below: text.odd_below,
        odd_above: text.odd_above,
    })
}

/// Returns the formulas of a measure with their byte offsets. A valid measure has exactly one.
fn formulas(text: &MeasureText) -> Vec<(Formula, usize)> {
    let formula = |parts: &Option<Spanned<Vec<String>>>, of: fn(Vec<String>) -> Formula| {
        let parts = parts.as_ref()?;
        Some((of(parts.get_ref().clone()), parts.span().start))
    };
    let given = [
        formula(&text.sum, Formula::Sum),
        formula(&text.less, Formula::Less),
        formula(&text.between, Formula::Between),
        formula(&text.share, Formula::Share),
        formula(&text.middle, Formula::Middle),
        formula(&text.count, Formula::Count),
        formula(&text.product, Formula::Product),
        formula(&text.level, Formula::Level),
    ];
    given.into_iter().flatten().collect()
}

fn accept_chart(text: &ChartText) -> Chart {
    Chart {
        of: text.of.get_ref().clone(),
        mark: text.mark,
        day: text.day,
        min: text.min,
        max: text.max,
        better: text.better,
        extra: text.extra,
    }
}

fn references(raw: &DefinitionText, known: &[String]) -> Checked<()> {
    let missing =
        |at: usize, key: &str, of: &str| fault(at, key, Flaw::Undefined { of: of.to_owned() });
    for band in &raw.band {
        if !known.contains(&band.get_ref().of) {
            return missing(band.span().start, &band.get_ref().key, &band.get_ref().of);
        }
    }
    for chart in &raw.chart {
        if !known.contains(chart.of.get_ref()) {
            return missing(chart.of.span().start, "chart", chart.of.get_ref());
        }
    }
    for (of, code) in &raw.code {
        if !known.contains(of) && of != raw.key.get_ref() {
            return missing(code.span().start, "code", of);
        }
    }
    let own = [
        ("marks", &raw.marks),
        ("taps", &raw.taps),
        ("timer", &raw.timer),
        ("week", &raw.week),
    ];
    for (name, reference) in own {
        if let Some(gone) = reference.as_ref().filter(|r| !known.contains(r.get_ref())) {
            return missing(gone.span().start, name, gone.get_ref());
        }
    }
    kinds_fit(raw)?;
    for field in &raw.field {
        if let Some(like) = field.like.as_ref().filter(|l| !known.contains(l)) {
            return missing(field.key.span().start, field.key.get_ref(), like);
        }
    }
    Ok(())
}

/// Checks the types of referenced fields: `taps` a choice or yes-no, `timer` a quantity, `marks` a
/// text.
fn kinds_fit(raw: &DefinitionText) -> Checked<()> {
    let fits = |reference: &Option<Spanned<String>>, name: &str, kinds: &[KindText]| {
        let Some(reference) = reference else {
            return Ok(());
        };
        let field = raw
            .field
            .iter()
            .find(|f| f.key.get_ref() == reference.get_ref());
        if field.is_some_and(|f| kinds.contains(&f.kind)) {
            return Ok(());
        }
        fault(
            reference.span().start,
            name,
            Flaw::DoesNotFit {
                of: reference.get_ref().clone(),
            },
        )
    };
    fits(&raw.taps, "taps", &[KindText::Choice, KindText::YesNo])?;
    fits(&raw.timer, "timer", &[KindText::Quantity])?;
    fits(&raw.marks, "marks", &[KindText::Text])
}
