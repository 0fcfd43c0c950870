//! The rows of the week card: what is usually asked, and the doses.

use crate::error::{Error, RecordKind, Result};
use crate::session::Session;
use crate::trackers;
use crate::treatment::text::{amount_text, plan_time};
use chrono::{Datelike as _, Duration, NaiveDate};
use domain::definition::Labels;
use domain::localizer::{DateStyle, Localizer};
use domain::time::Period;
use domain::{Definition, Field, FieldKind, Unit};
use serde::{Deserialize, Serialize};

/// Days of a week.
const DAYS: usize = 7;

/// A week to type in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct WeekPage {
    /// Its Monday, YYYY-MM-DD.
    pub monday: String,
    /// The Monday before.
    pub before: String,
    /// The Monday after; empty for this week.
    pub after: String,
    /// "16 Nov – 22 Nov".
    pub title: String,
    /// The days, Monday first.
    pub days: Vec<WeekDay>,
    /// The rows.
    pub rows: Vec<WeekRow>,
}

/// A day of the week.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct WeekDay {
    /// The day, YYYY-MM-DD.
    pub day: String,
    /// "Mon 16".
    pub label: String,
    /// Whether it has not come yet.
    pub ahead: bool,
}

/// A row: a question, or a dose.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct WeekRow {
    /// Key of the tracker, or uid of the medicine.
    pub of: String,
    /// Key of the field, or the time of the dose, HH:MM.
    pub field: String,
    /// Its name.
    pub name: String,
    /// "0 to 10", "minutes", "08:00".
    pub note: String,
    /// What goes into its cells.
    pub kind: WeekCellKind,
    /// What is there already, by day; that is not changed here.
    pub there: Vec<String>,
}

/// What goes into a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum WeekCellKind {
    /// A number.
    Number,
    /// A time of day.
    Clock,
    /// A tick: yes.
    Tick,
    /// A tick: a dose that was taken.
    Dose,
}

/// Returns the week of a day; this week if none is given.
///
/// # Errors
/// `NotFound` if the day is no date.
pub fn week(session: &Session, day: Option<String>) -> Result<WeekPage> {
    let none = |text: &str| Error::not_found(RecordKind::Period, text);
    let day: NaiveDate = match &day {
        Some(text) => text.parse().map_err(|_| none(text))?,
        None => session.today(),
    };
    let monday = day - Duration::days(i64::from(day.weekday().num_days_from_monday()));
    let period = Period {
        from: monday,
        to: monday + Duration::days(6),
    };
    let next = monday + Duration::days(7);
    let locale = session.locale();
    let named = |nth: usize| {
        let day = period.day(nth);
        let weekday = locale.text(&format!("weekday-{}", nth + 1));
        let short: String = weekday.chars().take(3).collect();
        WeekDay {
            day: day.to_string(),
            label: format!("{short} {}", day.day()),
            ahead: day > session.today(),
        }
    };
    let text = |day| locale.date(day, DateStyle::Day);
    Ok(WeekPage {
        monday: monday.to_string(),
        before: (monday - Duration::days(7)).to_string(),
        after: if next > session.today() {
            String::new()
        } else {
            next.to_string()
        },
        title: format!("{} – {}", text(period.from), text(period.to)),
        days: (0..DAYS).map(named).collect(),
        rows: rows(session, period)?,
    })
}

fn rows(session: &Session, period: Period) -> Result<Vec<WeekRow>> {
    let entries = session.journal().entries(period)?;
    let mut rows = Vec::new();
    for definition in trackers::active(session)? {
        let is_plan = definition.max_days_ahead > 0;
        if definition.private || definition.event_field.is_some() || is_plan {
            continue;
        }
        for field in definition
            .fields
            .iter()
            .filter(|f| !f.optional && !f.follow_up)
        {
            let Some(kind) = cell_kind(&field.kind) else {
                continue;
            };
            let mut there = vec![String::new(); DAYS];
            for entry in entries.iter().filter(|e| e.tracker == definition.key) {
                let slot = period.index(entry.day).and_then(|nth| there.get_mut(nth));
                if let Some(slot) = slot.filter(|slot| slot.is_empty()) {
                    *slot = there_text(session, definition, field, entry);
                }
            }
            rows.push(row(session, definition, field, kind, there));
        }
    }
    rows.extend(dose_rows(session, period)?);
    Ok(rows)
}

fn cell_kind(kind: &FieldKind) -> Option<WeekCellKind> {
    match kind {
        FieldKind::Quantity { .. } | FieldKind::Scale { .. } => Some(WeekCellKind::Number),
        FieldKind::Clock => Some(WeekCellKind::Clock),
        FieldKind::YesNo => Some(WeekCellKind::Tick),
        FieldKind::Choice { .. } | FieldKind::Text { .. } => None,
    }
}

/// Returns what an entry says to a field, and a mark if it exists and says nothing to it: a second
/// record of its day is made on the page of the day.
fn there_text(
    session: &Session,
    definition: &Definition,
    field: &Field,
    entry: &domain::Entry,
) -> String {
    let answers = session.answers_of(definition, entry);
    match answers.get(&field.key) {
        Some(domain::Answer::Number(number)) => session.locale().number(*number),
        Some(domain::Answer::Text(text)) => text.clone(),
        Some(domain::Answer::Bool(true)) => "✓".to_owned(),
        Some(
            domain::Answer::Bool(false) | domain::Answer::Choices(_) | domain::Answer::Numbers(_),
        )
        | None => "·".to_owned(),
    }
}

fn row(
    session: &Session,
    definition: &Definition,
    field: &Field,
    kind: WeekCellKind,
    there: Vec<String>,
) -> WeekRow {
    let labels = session.locale().labels_of(definition);
    let title = labels.get_or_key("title");
    let label = labels.get_or_key(&field.key);
    WeekRow {
        of: definition.key.clone(),
        field: field.key.clone(),
        name: if title == label {
            title.to_owned()
        } else {
            format!("{title}: {label}")
        },
        note: note(session, &field.kind, &labels),
        kind,
        there,
    }
}

fn note(session: &Session, kind: &FieldKind, labels: &Labels) -> String {
    match kind {
        FieldKind::Scale { min, max } => {
            let number = |value: f64| session.locale().number(value);
            format!("{}–{}", number(*min), number(*max))
        }
        // "Minutes" needs no unit.
        FieldKind::Quantity { unit, .. } if *unit == Unit::Minutes => String::new(),
        FieldKind::Quantity { unit, .. } => {
            let one = session.locale().amount(1.0, unit, labels);
            let unit = one.trim_start_matches(|c: char| c.is_ascii_digit());
            unit.trim().to_owned()
        }
        FieldKind::Clock | FieldKind::YesNo | FieldKind::Choice { .. } | FieldKind::Text { .. } => {
            String::new()
        }
    }
}

fn dose_rows(session: &Session, period: Period) -> Result<Vec<WeekRow>> {
    let marks = session.journal().doses(period)?;
    let mut rows = Vec::new();
    for (uid, medicine) in session.journal().medicines()? {
        let mut times: Vec<(String, String)> = Vec::new();
        for nth in 0..DAYS {
            for dose in medicine.doses_of_day(period.day(nth), &[]) {
                let text = amount_text(session, dose.amount, &dose.unit);
                if !times.iter().any(|(time, _)| *time == dose.time) {
                    times.push((dose.time, text));
                }
            }
        }
        for (time, dose) in times {
            let mark = |nth: usize| {
                let mut own = marks.iter().filter(|(_, mark)| mark.medicine == uid);
                let day = period.day(nth);
                let is_marked = own.any(|(_, mark)| mark.day == day && mark.time == time);
                if is_marked { "✓" } else { "" }.to_owned()
            };
            rows.push(WeekRow {
                of: uid.clone(),
                name: format!("{} {dose}", medicine.name),
                note: plan_time(session, &time),
                kind: WeekCellKind::Dose,
                there: (0..DAYS).map(mark).collect(),
                field: time,
            });
        }
    }
    Ok(rows)
}
