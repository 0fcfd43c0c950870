//! Preparation of a visit: the patient's choices for the page, and its preview.

use crate::changed::{Changed, Topic};
use crate::error::RecordKind;
use crate::error::{Error, Result};
use crate::msg;
use crate::operation::Operation;
use crate::session::Session;
use crate::trackers;
use crate::visit::page;
use domain::Visit;
use domain::localizer::{DateStyle, Localizer};
use domain::time::Period;
use domain::visit::MEDICINES;
use journal::Change;
use report::VisitDocument;
use serde::{Deserialize, Serialize};

/// The uid of the visit being prepared; past visits will have their own.
pub(crate) const NEXT: &str = "next";

/// Maximum number of days that a page covers.
pub const MAX_DAYS: u32 = 366;

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
    /// The page as it is printed.
    pub page: VisitDocument,
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
    let period = Period::ending(session.today(), i64::from(visit.days));
    let entries = session.journal().entries(period)?;
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
    let page = page::page(session, &visit)?;
    Ok(VisitPage {
        visit,
        sections,
        notes,
        support_item,
        page,
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
    if !session.journal().medicines()?.is_empty() {
        sections.push(Section {
            tracker: MEDICINES.to_owned(),
            title: locale.text(msg::PAGE_MEDICINES),
            shown: visit.includes_medicines(),
            private: false,
        });
    }
    Ok(sections)
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
    let long = visit
        .points
        .iter()
        .chain([&visit.name])
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
