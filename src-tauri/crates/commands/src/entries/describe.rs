//! Entries as text and as answers of a form.

use crate::clock::zones;
use crate::entries::time_zones;
use crate::error::Result;
use crate::msg;
use crate::session::Session;
use chrono::Datelike as _;
use domain::definition::{Labels, fill_template, used_placeholders};
use domain::entry::Source;
use domain::localizer::{DateStyle, Localizer};
use domain::{Answer, Definition, Entry, FieldKind};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// An entry as text and as answers of a form.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct EntryView {
    /// Its uid.
    pub uid: String,
    /// The parts of its line.
    pub parts: Vec<String>,
    /// The answers that its line omits, each with its name.
    pub remaining_answers: Vec<String>,
    /// The time zone of its times.
    pub zone: String,
    /// The time zone in which a night started, if different.
    pub start_zone: Option<String>,
    /// The time of the event, HH:MM; empty if only the day is known.
    pub at: String,
    /// The same time, formatted for the user.
    pub at_text: String,
    /// Its source, if it was not typed by hand; empty otherwise.
    pub source: String,
    /// Label of an entry written on a later day; empty otherwise.
    pub late_label: String,
    /// Its note.
    pub note: String,
    /// Its answers in the format of a form.
    pub answers: BTreeMap<String, Answer>,
}

/// Returns "written 23 Nov" for an entry written after its day had ended; empty otherwise.
pub(crate) fn late_label(session: &Session, entry: &Entry) -> String {
    if !entry.is_late() {
        return String::new();
    }
    let locale = session.locale();
    let zone = zones().named_or_utc(&entry.zone);
    let written = entry.recorded_at.with_timezone(&zone).date_naive();
    let style = if written.year() == entry.day.year() {
        DateStyle::Day
    } else {
        DateStyle::Short
    };
    let with = [("day", locale.date(written, style).into())];
    locale.format(msg::RECORDED_ON, &with)
}

/// Returns an entry as text and as answers of a form.
pub fn view(session: &Session, entry: &Entry) -> Result<EntryView> {
    let definition = session.definition(&entry.tracker)?;
    let locale = session.locale();
    let late_label = late_label(session, entry);
    let clock = entry.occurred_local().map(|at| at.time());
    let source = match entry.source {
        Source::CopiedFromPreviousDay => locale.text(msg::SOURCE_SAME),
        Source::Hand | Source::Other(_) => String::new(),
    };
    Ok(EntryView {
        uid: entry.uid.clone(),
        parts: line(session, definition, entry),
        remaining_answers: remaining_answers(session, definition, entry),
        zone: entry.zone.clone(),
        start_zone: entry.start_zone(definition).map(str::to_owned),
        at: entry.occurred_clock(zones()).unwrap_or_default(),
        at_text: clock.map(|at| locale.time(at)).unwrap_or_default(),
        source,
        late_label,
        note: entry.note.clone(),
        answers: session.answers_of(definition, entry),
    })
}

/// Returns the parts of an entry's line, as its definition formats it.
pub fn line(session: &Session, definition: &Definition, entry: &Entry) -> Vec<String> {
    let text = EntryText::new(session, definition, entry);
    fill_template(text.labels.get_or_key("line"), |key| text.answer_text(key))
}

/// Returns the full text of an entry: its line, and the answers that the line omits.
pub fn describe(session: &Session, definition: &Definition, entry: &Entry) -> Vec<String> {
    let mut parts = line(session, definition, entry);
    parts.extend(remaining_answers(session, definition, entry));
    parts
}

/// Returns every answer that the line omits, with its name, so that nothing recorded is hidden.
fn remaining_answers(session: &Session, definition: &Definition, entry: &Entry) -> Vec<String> {
    let locale = session.locale();
    let text = EntryText::new(session, definition, entry);
    let labels = &text.labels;
    let shown = used_placeholders(labels.get_or_key("line"), |key| text.answer_text(key));
    let fields = definition.fields.iter().map(|f| f.key.as_str());
    let unshown = fields.filter(|key| !shown.contains(key)).filter_map(|key| {
        let with = [
            ("name", labels.get_or_key(key).into()),
            ("said", text.answer_text(key)?.into()),
        ];
        Some(locale.format(msg::ANSWER_NAMED, &with))
    });
    unshown.collect()
}

/// Formats the answers and measures of an entry.
struct EntryText<'a> {
    session: &'a Session,
    definition: &'a Definition,
    entry: &'a Entry,
    labels: Labels,
    measured: BTreeMap<String, f64>,
}

impl EntryText<'_> {
    /// Returns the label of an option; of a past day the past form, if there is one.
    fn option(&self, key: &str, option: &str) -> String {
        let now = format!("{key}.{option}");
        let past = self.entry.day < self.session.today();
        let label = self.labels.get(&format!("{now}.past")).filter(|_| past);
        label
            .unwrap_or_else(|| self.labels.get_or_key(&now))
            .to_owned()
    }

    /// Returns a clock time, with its place if the night started in another time zone.
    fn clock(&self, key: &str, time: String) -> String {
        if self.entry.start_zone(self.definition).is_none() {
            return time;
        }
        let place = time_zones::place_name(self.entry.zone_name_of(key));
        let with = [("clock", time.into()), ("place", place.into())];
        self.session.locale().format(msg::CLOCK_IN, &with)
    }
}

impl<'a> EntryText<'a> {
    fn new(session: &'a Session, definition: &'a Definition, entry: &'a Entry) -> Self {
        Self {
            session,
            definition,
            entry,
            labels: session.locale().labels_of(definition),
            measured: entry.measures(definition, zones()),
        }
    }

    fn answer_text(&self, key: &str) -> Option<String> {
        let (definition, locale, labels) = (self.definition, self.session.locale(), &self.labels);
        if let (Some(unit), None) = (definition.unit(key), definition.field(key)) {
            return Some(locale.amount(*self.measured.get(key)?, &unit, labels));
        }
        let values = self.entry.values.get(key)?;
        let first = values.first()?;
        Some(match &definition.field(key)?.kind {
            FieldKind::Quantity { unit, .. } => {
                let sum: f64 = values.iter().filter_map(|v| v.number).sum();
                locale.amount(sum, unit, labels)
            }
            FieldKind::Scale { .. } => locale.amount(first.number?, &domain::Unit::Points, labels),
            FieldKind::YesNo => locale.text(if first.number? > 0.0 {
                msg::YES
            } else {
                msg::NO
            }),
            FieldKind::Clock => self.clock(key, locale.time(first.clock()?)),
            FieldKind::Text { .. } => first.text.clone()?,
            FieldKind::Choice { .. } => {
                let options = values.iter().filter_map(|v| v.text.as_deref());
                options
                    .map(|option| self.option(key, option))
                    .collect::<Vec<_>>()
                    .join(", ")
            }
        })
    }
}
