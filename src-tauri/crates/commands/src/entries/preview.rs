//! Preview of an entry before it is saved: measures, time range, warnings.

use crate::clock::zones;
use crate::entries::record::validate;
use crate::entries::time_zones;
use crate::error::Result;
use crate::locale::Locale;
use crate::msg;
use crate::session::Session;
use chrono::{DateTime, FixedOffset};
use domain::localizer::{DateStyle, Localizer};
use domain::{Covers, Definition, Draft, Entry, FieldKind};
use serde::{Deserialize, Serialize};

/// A measure computed from a draft.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MeasurePreview {
    /// Its key.
    pub key: String,
    /// Its name.
    pub name: String,
    /// Its formatted value.
    pub text: String,
}

/// Preview of a draft before it is saved.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct EntryPreview {
    /// Its measures.
    pub measures: Vec<MeasurePreview>,
    /// Its time range, or the day it belongs to; empty where that is obvious.
    pub time_span: String,
    /// Warnings about unusual values. They do not prevent saving.
    pub warnings: Vec<String>,
    /// Clock times that occur twice when daylight saving time ends.
    pub ambiguous_times: Vec<AmbiguousTime>,
}

/// A clock time that occurs twice when daylight saving time ends. The user can choose which is
/// meant.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AmbiguousTime {
    /// The field; `at` for the time of the entry.
    pub field: String,
    /// The question which of the two is meant.
    pub ask: String,
    /// How the first of the two is typed.
    pub first: String,
    /// How the second of the two is typed.
    pub second: String,
    /// Whether it is read as the second.
    pub is_second: bool,
}

/// Returns the preview of a draft; records nothing.
pub fn preview_entry(session: &Session, draft: Draft) -> Result<EntryPreview> {
    let context = session.entry_context()?;
    let validated = validate(session, &draft, &context, 0)?;
    let warnings = warnings(session, &validated)?;
    let entry = validated.entry;
    let ambiguous_times = ambiguous_times(session, &entry)?;
    let time_span = time_span(session, &entry)?;
    let definition = session.definition(&entry.tracker)?;
    let labels = session.locale().labels_of(definition);
    let measured = entry.measures(definition, zones());
    let measures = definition
        .measures
        .iter()
        .filter(|m| !m.repeats())
        .filter_map(|m| {
            Some(MeasurePreview {
                key: m.key.clone(),
                name: labels.get_or_key(&m.key).to_owned(),
                text: session
                    .locale()
                    .amount(*measured.get(&m.key)?, &m.unit, &labels),
            })
        })
        .collect();
    Ok(EntryPreview {
        measures,
        time_span,
        warnings,
        ambiguous_times,
    })
}

/// Returns the clock times of an entry that occur twice when daylight saving time ends.
fn ambiguous_times(session: &Session, entry: &Entry) -> Result<Vec<AmbiguousTime>> {
    let (locale, definition) = (session.locale(), session.definition(&entry.tracker)?);
    let labels = locale.labels_of(definition);
    let fields = definition
        .fields
        .iter()
        .filter(|f| f.kind == FieldKind::Clock);
    let clocks = fields.filter_map(|f| {
        let name = labels.get_or_key(&f.key).to_owned();
        Some((f.key.clone(), name, entry.local_of(&f.key)?))
    });
    let at = entry
        .occurred_with_offset()
        .map(|at| ("at".to_owned(), labels.get_or_key("title").to_owned(), at));
    let asked = clocks.chain(at).filter_map(|(field, name, at)| {
        let (local, offset) = (at.naive_local(), at.offset().local_minus_utc());
        let zone = zones().named_or_utc(entry.zone_name_of(&field));
        let time = locale.time(local.time());
        domain::time::clock::is_ambiguous(local, zone).then(|| AmbiguousTime {
            field,
            ask: locale.format(
                msg::CLOCK_TWICE,
                &[("field", name.into()), ("time", time.into())],
            ),
            first: local.format("%H:%M").to_string(),
            second: format!(
                "{} {}",
                local.format("%H:%M"),
                domain::time::clock::SECOND_SUFFIX
            ),
            is_second: domain::time::clock::is_second_offset(local, offset, zone),
        })
    });
    Ok(asked.collect())
}

/// Returns warnings: clock times that did not exist that day, and unusual measures.
fn warnings(session: &Session, validated: &domain::Validated) -> Result<Vec<String>> {
    let entry = &validated.entry;
    let definition = session.definition(&entry.tracker)?;
    let locale = session.locale();
    let labels = locale.labels_of(definition);
    let dst_shifted = validated.dst_shifted.iter().filter_map(|key| {
        let placed = entry.values.get(key)?.first()?.clock()?;
        let with = [
            ("field", labels.get_or_key(key).into()),
            ("time", locale.time(placed).into()),
        ];
        Some(locale.format(msg::CLOCK_MOVED, &with))
    });
    let unusual = entry.unusual_measures(definition, zones()).into_iter();
    let unusual = unusual.map(|key| labels.get_or_key(&format!("{key}.warning")).to_owned());
    Ok(dst_shifted.chain(unusual).collect())
}

/// Describes the time range of a night ("Sun 22 Nov, 23:10 to Mon 23 Nov, 07:00"), or the day that
/// a time after midnight belongs to. Empty if neither applies.
fn time_span(session: &Session, entry: &Entry) -> Result<String> {
    let locale = session.locale();
    let definition = session.definition(&entry.tracker)?;
    if definition.covers == Covers::Night {
        return Ok(night_span(locale, definition, entry));
    }
    let at = entry.occurred_local();
    Ok(match at.filter(|at| at.date() != entry.day) {
        Some(at) => {
            let with = [
                ("time", locale.time(at.time()).into()),
                ("day", locale.date(entry.day, DateStyle::Full).into()),
            ];
            locale.format(msg::BELONGS_TO, &with)
        }
        None => String::new(),
    })
}

/// Describes the time range of a night, as far as it is known.
fn night_span(locale: &Locale, definition: &Definition, entry: &Entry) -> String {
    let fields = definition
        .fields
        .iter()
        .filter(|f| f.kind == FieldKind::Clock);
    let known = |f: &domain::Field| Some((entry.local_of(&f.key)?, entry.zone_name_of(&f.key)));
    let clocks: Vec<_> = fields.map(known).collect();
    let Some(first) = clocks.iter().flatten().next() else {
        return String::new();
    };
    let travelled = entry.start_zone(definition).is_some();
    let say = |(at, zone): (DateTime<FixedOffset>, &str)| {
        let day = locale.date(at.date_naive(), DateStyle::Day);
        let clock = format!("{day}, {}", locale.time(at.time()));
        if travelled {
            let place = time_zones::place_name(zone);
            let with = [("clock", clock.into()), ("place", place.into())];
            locale.format(msg::CLOCK_IN, &with)
        } else {
            clock
        }
    };
    // Without the last clock time the end is unknown.
    let last = clocks.last().copied().flatten();
    match last.filter(|_| clocks.len() > 1) {
        Some(last) => {
            let with = [("from", say(*first).into()), ("to", say(last).into())];
            locale.format(msg::PERIOD, &with)
        }
        None => say(*first),
    }
}
