//! What a well-formed definition must also hold to: keys once, references backwards, words for all.
//!
//! Owns the rules between parts; the form of each part is `text`.

use super::flaw::Flaw;
use super::numbers;
use super::text::{ChartText, DefinitionText, FieldText, KindText, MeasureText};
use crate::definition::{Chart, Definition, FORMAT};
use crate::field::{Field, Kind};
use crate::measure::{Formula, Measure};
use crate::unit::Unit;
use crate::words::{Words, placeholders};
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
    let fields = raw
        .field
        .iter()
        .map(accept_field)
        .collect::<Checked<Vec<_>>>()?;
    let mut known: Vec<String> = fields.iter().map(|f| f.key.clone()).collect();
    let later: Vec<String> = raw
        .measure
        .iter()
        .map(|m| m.key.get_ref().clone())
        .collect();
    let mut measures = Vec::new();
    for text in &raw.measure {
        measures.push(accept_measure(text, &known, &later)?);
        known.push(text.key.get_ref().clone());
    }
    references(&raw, &known)?;
    let definition = Definition {
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
        codes: raw
            .code
            .iter()
            .map(|(k, v)| (k.clone(), v.get_ref().clone()))
            .collect(),
        licence: raw.licence.clone(),
        credit: raw.credit.clone(),
        words: raw
            .words
            .iter()
            .map(|(l, w)| (l.clone(), w.get_ref().clone()))
            .collect(),
    };
    for (language, words) in &raw.words {
        words_for_all(&definition, language, words)?;
    }
    if !definition.words.contains_key("en") {
        return fault(raw.key.span().start, raw.key.get_ref(), Flaw::NoEnglish);
    }
    Ok(definition)
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

/// Most steps a scale has: each is a button, and more can't be told apart.
const WIDEST: f64 = 20.0;

fn accept_field(text: &FieldText) -> Checked<Field> {
    let (at, key) = (text.key.span().start, text.key.get_ref());
    let given = [
        text.unit.is_some(),
        text.min.is_some() || text.max.is_some(),
        text.step.is_some() || text.stride.is_some(),
    ];
    let (unit, range, step, options) = match text.kind {
        KindText::Quantity => (true, true, true, false),
        KindText::Scale => (false, true, false, false),
        KindText::Choice => (false, false, false, true),
        KindText::Text => (false, true, false, false),
        KindText::Clock | KindText::YesNo => (false, false, false, false),
    };
    let stray = [
        (given[0], unit, "unit"),
        (given[1], range, "min and max"),
        (given[2], step, "step"),
        (!text.options.is_empty(), options, "options"),
        (
            text.several,
            options || text.kind == KindText::Quantity,
            "several",
        ),
        (
            text.shortens.is_some(),
            text.kind == KindText::Scale,
            "shortens",
        ),
    ];
    if let Some((_, _, name)) = stray.iter().find(|(given, allowed, _)| *given && !allowed) {
        return fault(at, key, Flaw::MeansNothing { name });
    }
    let (min, max) = (text.min.unwrap_or(0.0), text.max.unwrap_or(f64::INFINITY));
    if range && !matches!(min.partial_cmp(&max), Some(std::cmp::Ordering::Less)) {
        return fault(at, key, Flaw::EmptyRange { min, max });
    }
    if text.kind != KindText::Text && range && !max.is_finite() {
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
    let given: Vec<(Formula, &Spanned<Vec<String>>)> = [
        text.sum
            .as_ref()
            .map(|p| (Formula::Sum(p.get_ref().clone()), p)),
        text.less
            .as_ref()
            .map(|p| (Formula::Less(p.get_ref().clone()), p)),
        text.between
            .as_ref()
            .map(|p| (Formula::Between(p.get_ref().clone()), p)),
        text.share
            .as_ref()
            .map(|p| (Formula::Share(p.get_ref().clone()), p)),
        text.middle
            .as_ref()
            .map(|p| (Formula::Middle(p.get_ref().clone()), p)),
        text.count
            .as_ref()
            .map(|p| (Formula::Count(p.get_ref().clone()), p)),
        text.product
            .as_ref()
            .map(|p| (Formula::Product(p.get_ref().clone()), p)),
        text.level
            .as_ref()
            .map(|p| (Formula::Level(p.get_ref().clone()), p)),
    ]
    .into_iter()
    .flatten()
    .collect();
    let [(formula, parts)] = given.as_slice() else {
        return fault(text.key.span().start, key, Flaw::OneFormula);
    };
    let at = parts.span().start;
    let (fewest, most) = formula.arity();
    if !(fewest..=most).contains(&parts.get_ref().len()) {
        return fault(at, key, Flaw::Parts { fewest, most });
    }
    for part in parts.get_ref() {
        if part == key {
            return fault(at, key, Flaw::Itself);
        }
        if !known.contains(part) {
            let of = part.clone();
            let why = if later.contains(part) {
                Flaw::Later { of }
            } else {
                Flaw::Undefined { of }
            };
            return fault(at, key, why);
        }
    }
    let unit = Unit::from(text.unit.clone());
    Ok(Measure {
        key: key.clone(),
        unit,
        formula: formula.clone(),
        min: text.min,
        max: text.max,
        odd_below: text.odd_below,
        odd_above: text.odd_above,
    })
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

/// A tap is a choice or yes-no, a timer fills an amount.
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

/// The words a definition needs in each of its languages, and those it may have beside.
fn words_for_all(definition: &Definition, language: &str, words: &Spanned<Words>) -> Checked<()> {
    let mut needed: BTreeSet<String> = ["title", "line"].map(String::from).into();
    let mut allowed: BTreeSet<String> = ["ask", "then", "add", "entry", "empty"]
        .map(String::from)
        .into();
    for field in &definition.fields {
        needed.insert(field.key.clone());
        let beside = ["ask", "then", "hint"].map(|part| format!("{}.{part}", field.key));
        allowed.extend(beside);
        match &field.kind {
            Kind::Choice { options, .. } => {
                let words = || options.iter().map(|o| format!("{}.{}", field.key, o.key));
                needed.extend(words());
                allowed.extend(words().map(|word| format!("{word}.then")));
            }
            Kind::Scale { .. } => {
                needed.extend([format!("{}.low", field.key), format!("{}.high", field.key)]);
                allowed.insert(format!("{}.middle", field.key));
            }
            Kind::Quantity {
                unit: Unit::Other(name),
                ..
            } => {
                needed.insert(format!("unit.{name}"));
                allowed.insert(format!("unit.{name}.one"));
            }
            Kind::Quantity { .. } | Kind::Clock | Kind::YesNo | Kind::Text { .. } => {}
        }
    }
    for measure in &definition.measures {
        if measure.unit != Unit::Moment {
            needed.insert(measure.key.clone());
        }
        if let Unit::Other(name) = &measure.unit {
            needed.insert(format!("unit.{name}"));
            allowed.insert(format!("unit.{name}.one"));
        }
        if measure.min.is_some() || measure.max.is_some() {
            needed.insert(format!("{}.fault", measure.key));
        }
        if measure.odd_below.is_some() || measure.odd_above.is_some() {
            needed.insert(format!("{}.odd", measure.key));
        }
    }
    if definition.week.is_some() {
        needed.insert("week".to_owned());
    }
    needed.extend(definition.bands.iter().map(|b| b.key.clone()));
    let at = words.span().start;
    let map = &words.get_ref().0;
    if let Some(gap) = needed.iter().find(|key| !map.contains_key(*key)) {
        let language = language.to_owned();
        return fault(at, gap, Flaw::NoWord { language });
    }
    if let Some(stray) = map
        .keys()
        .find(|key| !needed.contains(*key) && !allowed.contains(*key))
    {
        let language = language.to_owned();
        return fault(at, stray, Flaw::StrayWord { language });
    }
    let line = map.get("line").map_or("", String::as_str);
    let week = map.get("week").map_or("", String::as_str);
    let unknown = placeholders(line)
        .chain(placeholders(week).filter(|key| !["total", "least"].contains(key)))
        .find(|key| definition.field(key).is_none() && definition.measure(key).is_none());
    match unknown {
        Some(key) => fault(at, "line", Flaw::Undefined { of: key.to_owned() }),
        None => Ok(()),
    }
}
