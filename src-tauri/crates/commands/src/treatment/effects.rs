//! Unwanted effects: which the person keeps an eye on, and how they were week by week.
//!
//! The checklist and the list of when not to wait follow the product's clinical notes; their words
//! are our own. Nothing is scored, and nothing says what caused an effect.

use super::effect_items::{EffectGroup, EffectItem, groups, items, title};
use super::effect_weeks::{monday, week_title, weeks, weeks_text};
use super::medicines::TOPICS;
use super::text::date_text;
use super::{MAX_TEXT_LEN, keep, optional_date, refuse, short};
use crate::changed::Changed;
use crate::error::{Error, InputErrorKind, RecordKind, Result};
use crate::msg;
use crate::operation::Operation;
use crate::session::Session;
use chrono::{Duration, NaiveDate};
use domain::treatment::{EffectRating, EffectWeek, SideEffect};
use journal::Change;
use serde::{Deserialize, Serialize};

/// Items offered first, by ease of use and not by frequency.
const FIRST: [&str; 8] = [
    "nausea",
    "headache",
    "insomnia",
    "sleepy",
    "dry-mouth",
    "sweating",
    "restless",
    "numb",
];

/// The item about thoughts of death: an answer of 1 or more opens the support page.
const THOUGHTS_OF_DEATH: &str = "sad-thoughts";

/// Weeks shown beside each effect.
const WEEKS: i64 = 6;

/// The page of side effects.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SideEffectsPage {
    /// "This week, 16 to 22 November".
    pub title: String,
    /// The answers of this week.
    pub week: EffectWeek,
    /// Effects that are there, or were in the last two weeks.
    pub now: Vec<EffectRow>,
    /// Effects that are gone.
    pub gone: Vec<EffectRow>,
    /// Items offered first that are not kept yet.
    pub first: Vec<EffectItem>,
    /// All items by group.
    pub groups: Vec<EffectGroup>,
    /// When to call the emergency number.
    pub urgent: Vec<String>,
    /// When to call the clinic.
    pub soon: Vec<String>,
    /// The emergency number; empty if the country is not known.
    pub emergency: String,
}

/// One effect.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct EffectRow {
    /// Its uid.
    pub uid: String,
    /// The record.
    pub effect: SideEffect,
    /// Its name.
    pub title: String,
    /// "since 19 Oct 2026 · you suspect sertraline".
    pub about: String,
    /// This week.
    pub rating: EffectRating,
    /// How strong in the last six weeks, oldest first.
    pub weeks: Vec<Option<u8>>,
    /// The same in words.
    pub said: String,
    /// Whether an answer of 1 or more opens the support page.
    pub opens_support: bool,
}

/// An effect as typed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct EffectForm {
    /// Its key in the checklist; empty for own words.
    pub item: String,
    /// Own words.
    pub words: String,
    /// Since when; empty if not known.
    pub since: String,
    /// What the person thinks it comes from.
    pub guess: String,
    /// More about it.
    pub note: String,
    /// Whether it is on pages; none for what is usual for the item.
    pub on_pages: Option<bool>,
}

/// Returns the page of side effects.
///
/// # Errors
/// Fails if the journal can't be read.
pub fn side_effects(session: &Session) -> Result<SideEffectsPage> {
    let this = monday(session.today());
    let weeks = weeks(session)?;
    let week = weeks.iter().find(|week| week.monday == this).cloned();
    let week = week.unwrap_or_else(|| EffectWeek::empty(this));
    let effects = session.journal().side_effects()?;
    let kept: Vec<&str> = effects.iter().map(|(_, e)| e.item.as_str()).collect();
    let item = |key: &str| EffectItem {
        key: key.to_owned(),
        title: session.locale().text(&format!("effect-{key}")),
    };
    let first = FIRST.iter().filter(|key| !kept.contains(key));
    let first = first.map(|key| item(key)).collect();
    let groups = groups(session, &kept);
    let rows = effects.iter();
    let rows = rows.map(|(uid, effect)| row(session, uid, effect, &weeks, this));
    let (gone, now) = rows.partition(|row: &EffectRow| is_gone(row));
    let texts = |start: &str, count: usize| -> Vec<String> {
        let ids = (1..=count).map(|nth| format!("{start}-{nth}"));
        ids.map(|id| session.locale().text(&id)).collect()
    };
    Ok(SideEffectsPage {
        title: week_title(session, this),
        week,
        now,
        gone,
        first,
        groups,
        urgent: texts("urgent", 15),
        soon: texts("soon", 8),
        emergency: crate::support::emergency_number(session)?,
    })
}

fn row(
    session: &Session,
    uid: &str,
    effect: &SideEffect,
    weeks: &[EffectWeek],
    this: NaiveDate,
) -> EffectRow {
    let rating = |monday: NaiveDate| {
        let week = weeks.iter().find(|week| week.monday == monday);
        week.and_then(|week| week.ratings.get(uid).copied())
            .unwrap_or_default()
    };
    let last = (0..WEEKS).rev().map(|back| this - Duration::weeks(back));
    let last: Vec<Option<u8>> = last.map(|monday| rating(monday).strong).collect();
    EffectRow {
        uid: uid.to_owned(),
        title: title(session, effect),
        about: about(session, effect),
        rating: rating(this),
        said: weeks_text(session, &last),
        weeks: last,
        opens_support: effect.item == THOUGHTS_OF_DEATH,
        effect: effect.clone(),
    }
}

fn about(session: &Session, effect: &SideEffect) -> String {
    let locale = session.locale();
    let since = effect.since.as_ref().map(|date| {
        let with = [("day", date_text(session, date).into())];
        locale.format(msg::MEDICINE_SINCE, &with)
    });
    let guess = if effect.guess.is_empty() {
        locale.text(msg::EFFECTS_NO_GUESS)
    } else {
        let with = [("what", effect.guess.as_str().into())];
        locale.format(msg::EFFECTS_SUSPECT, &with)
    };
    let private = (!effect.on_pages).then(|| locale.text(msg::EFFECTS_NOT_ON_PAGES));
    let note = (!effect.note.is_empty()).then(|| effect.note.clone());
    let parts = since.into_iter().chain([guess]).chain(private).chain(note);
    parts.collect::<Vec<_>>().join(" · ")
}

/// Returns whether an effect was last said to be gone, and not in this week.
fn is_gone(row: &EffectRow) -> bool {
    let earlier = row.weeks.iter().rev().skip(1);
    let last = earlier.copied().flatten().next();
    row.rating.strong.is_none() && last == Some(0)
}

/// Adds, changes or (if `form` is none) removes an effect.
///
/// # Errors
/// `Input` if nothing was written, or the date can't be read.
pub fn save_side_effect(
    session: &mut Session,
    uid: Option<String>,
    form: Option<EffectForm>,
) -> Result<Changed> {
    let operation = if form.is_some() {
        Operation::SaveEffect
    } else {
        Operation::RemoveEffect
    };
    let value = form.map(|form| effect(session, &form)).transpose()?;
    keep(session, &operation, uid, |id| Change::SideEffect {
        id,
        value,
    })
}

fn effect(session: &Session, form: &EffectForm) -> Result<SideEffect> {
    let item = items().find(|item| item.key == form.item);
    let words = short("words", &form.words, MAX_TEXT_LEN)?;
    if item.is_none() && words.is_empty() {
        return refuse("words", InputErrorKind::Missing);
    }
    let private = item.as_ref().is_some_and(|item| item.private);
    Ok(SideEffect {
        item: item.map_or("", |item| item.key).to_owned(),
        words,
        since: optional_date(session, "since", &form.since)?,
        guess: short("guess", &form.guess, MAX_TEXT_LEN)?,
        note: short("note", &form.note, MAX_TEXT_LEN)?,
        on_pages: form.on_pages.unwrap_or(!private),
    })
}

/// Keeps the answers of this week. An answer that is absent stays unknown.
///
/// # Errors
/// `NotFound` if it is another week or an answer is not on its scale.
pub fn rate_side_effects(session: &mut Session, week: EffectWeek) -> Result<Changed> {
    let this = monday(session.today());
    if week.monday != this || !week.is_valid() {
        return Err(Error::not_found(RecordKind::Period, week.monday));
    }
    let change = Change::EffectWeek {
        id: week.monday.to_string(),
        value: (!week.is_empty()).then_some(week),
    };
    session.commit(&Operation::RateEffects, &[change], &TOPICS)
}
