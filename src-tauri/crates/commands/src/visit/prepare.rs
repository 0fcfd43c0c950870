//! Preparation of a visit: the patient's choices for the page, and its preview.

use crate::changed::{Changed, Topic};
use crate::error::RecordKind;
use crate::error::{Error, Result};
use crate::locale::languages;
use crate::msg;
use crate::operation::Operation;
use crate::session::Session;
use crate::trackers;
use crate::visit::periods::{MAX_DAYS, Periods, last_visit};
use crate::visit::preset_ticks::preset_of;
use domain::Visit;
use domain::localizer::{DateStyle, Localizer};
use domain::visit::section;
use journal::Change;
use report::PaperSize;
use serde::{Deserialize, Serialize};

/// The uid of the visit being prepared; past visits will have their own.
pub(crate) const NEXT: &str = "next";

/// The visit and its page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct VisitPage {
    /// What the patient chose.
    pub visit: Visit,
    /// Trackers that can be shown or left out.
    pub sections: Vec<Section>,
    /// Notes of the period that can be shown.
    pub notes: Vec<Note>,
    /// Whether the item about thoughts of death was ever answered.
    pub support_item: bool,
    /// The days it covers, in words.
    pub period: String,
    /// The last visit, in words; empty if there was none.
    pub last_visit: String,
    /// The preset whose ticks it has; none if they were changed.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub preset: Option<String>,
    /// Languages that the page can have.
    pub languages: Vec<String>,
}

/// A tracker that the page can show.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Section {
    /// The tracker's key.
    pub tracker: String,
    /// Its name.
    pub title: String,
    /// Whether it is on the page.
    pub shown: bool,
    /// Whether it is left out unless ticked.
    pub private: bool,
}

/// A note that can be shown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Note {
    /// The entry it belongs to.
    pub uid: String,
    /// Its day.
    pub day: String,
    /// Its text.
    pub text: String,
    /// Whether it is on the page.
    pub shown: bool,
}

/// Returns the visit being prepared.
pub fn next(session: &Session) -> Result<Visit> {
    Ok(session.journal().visit(NEXT)?.unwrap_or_default())
}

/// Returns the visit, the available choices and the page.
pub fn visit(session: &Session) -> Result<VisitPage> {
    let visit = next(session)?;
    let periods = Periods::new(session, &visit)?;
    let entries = session.journal().entries(periods.now)?;
    let sections = sections(session, &visit, &entries)?;
    let support_item = support_item_answered(session, &entries);
    let notes = entries
        .into_iter()
        .rev()
        .filter(|e| !e.note.trim().is_empty())
        .map(|e| Note {
            shown: visit.notes.contains(&e.uid),
            day: session.locale().date(e.day, DateStyle::Day),
            text: e.note,
            uid: e.uid,
        })
        .collect();
    let last = last_visit(session)?;
    let last = last.map(|day| session.locale().date(day, DateStyle::Short));
    Ok(VisitPage {
        period: periods.text(session, periods.now),
        last_visit: last.unwrap_or_default(),
        preset: preset_of(session, &visit)?,
        languages: languages().into_iter().map(str::to_owned).collect(),
        visit,
        sections,
        notes,
        support_item,
    })
}

/// Returns what the page can show: trackers and medicines.
fn sections(session: &Session, visit: &Visit, entries: &[domain::Entry]) -> Result<Vec<Section>> {
    let locale = session.locale();
    let mut sections = Vec::new();
    // Included trackers, and trackers with entries in the period, stay listed even if no longer
    // active. The patient can then still leave them out.
    let mut choices = trackers::active(session)?;
    let included = |d: &&domain::Definition| {
        visit.included_private.contains(&d.key) || entries.iter().any(|e| e.tracker == d.key)
    };
    for definition in session.definitions().all().iter().filter(included) {
        if !choices.iter().any(|known| known.key == definition.key) {
            choices.push(definition);
        }
    }
    for definition in choices {
        sections.push(Section {
            title: locale.labels_of(definition).get_or_key("title").to_owned(),
            shown: visit.includes(definition),
            private: definition.private,
            tracker: definition.key.clone(),
        });
    }
    for key in section::ALL {
        sections.push(Section {
            tracker: key.to_owned(),
            title: locale.text(section_title(key)),
            shown: visit.has(key),
            private: false,
        });
    }
    Ok(sections)
}

/// Returns the message that names a section.
fn section_title(key: &str) -> &'static str {
    match key {
        section::MEDICINES => msg::PAGE_MEDICINES,
        section::SCALES => msg::PLACE_SCALES,
        section::PICTURE => msg::PAGE_DAYS,
        section::EFFECTS => msg::TREATMENT_TAB_EFFECTS,
        section::EXPERIMENTS => msg::PAGE_EXPERIMENTS,
        section::LIFE => msg::LIFE_TITLE,
        section::COURSES => msg::PAGE_COURSES,
        section::ABOUT => msg::PAGE_ABOUT,
        _ => msg::PAGE_CHANGES,
    }
}

/// Returns whether the item about thoughts of death was answered in any of the entries.
fn support_item_answered(session: &Session, entries: &[domain::Entry]) -> bool {
    entries.iter().any(|entry| {
        let definition = session.definitions().get(&entry.tracker);
        let questionnaire = definition.and_then(|d| d.questionnaire.as_ref());
        let item = questionnaire.and_then(|q| q.support_item.as_ref());
        item.is_some_and(|item| entry.values.contains_key(item))
    })
}

/// Saves the patient's choices.
pub fn change_visit(session: &mut Session, visit: Visit) -> Result<Changed> {
    if !(1..=MAX_DAYS).contains(&visit.days) {
        return Err(Error::not_found(RecordKind::Period, visit.days));
    }
    if let Some(paper) = visit.paper.as_deref()
        && PaperSize::named(paper).is_none()
    {
        return Err(Error::not_found(RecordKind::Preference, paper));
    }
    let long = visit
        .points
        .iter()
        .chain([
            &visit.name,
            &visit.with,
            &visit.born,
            &visit.diagnosis,
            &visit.helped,
            &visit.hard,
        ])
        .any(|p| p.chars().count() > 2000);
    if long || visit.points.len() > 20 {
        let errors = vec![domain::ValidationError::general(
            domain::ValidationErrorKind::TooLong { max: 2000 },
        )];
        return Err(Error::Validation {
            tracker: String::new(),
            number: 0,
            errors,
        });
    }
    let changes = [Change::Visit {
        id: NEXT.to_owned(),
        value: Some(visit),
    }];
    session.commit(&Operation::ChangeVisit, &changes, &[Topic::Visit])
}
