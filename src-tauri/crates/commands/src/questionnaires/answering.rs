//! A questionnaire in hand: its questions, the answers so far, and the result.

use super::compare::Comparison;
use super::list::scores_figure;
use super::scored::Scale;
use super::support_item::SupportItemView;
use crate::error::{Error, RecordKind, Result};
use crate::msg;
use crate::session::Session;
use chrono::{Duration, NaiveDate};
use domain::localizer::{DateStyle, Localizer};
use domain::questionnaire::ScaleSettings;
use domain::{Entry, Field, FieldKind, Figure};
use serde::{Deserialize, Serialize};

/// A questionnaire of one day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ScalePage {
    /// The tracker's key.
    pub tracker: String,
    /// Its name.
    pub title: String,
    /// The day it belongs to, YYYY-MM-DD.
    pub day: String,
    /// "the last 2 weeks: since 8 November".
    pub period: String,
    /// What all questions begin with.
    pub stem: String,
    /// The credit line that its licence asks for.
    pub credit: String,
    /// What it is and who made it.
    pub about: String,
    /// The language of its questions, if it is not the language of the window.
    pub language: String,
    /// The uid of the entry, once there is one.
    pub uid: Option<String>,
    /// Its questions.
    pub items: Vec<ItemView>,
    /// Whether its scores are kept for the page of a visit alone.
    pub hidden: bool,
    /// "7 of 9 answered – no total"; empty if there is a total.
    pub without_total: String,
    /// The result, if every question that it needs is answered.
    pub result: Option<ScaleResult>,
    /// What is said about the item about thoughts of death, if it was answered with 1 or more.
    pub support: Option<SupportItemView>,
    /// What the person set.
    pub settings: ScaleSettings,
    /// The day of the next visit, YYYY-MM-DD; empty if none is set.
    pub visit: String,
    /// "due Sun 6 Dec, every 2 weeks".
    pub due: String,
}

/// One question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ItemView {
    /// The field's key.
    pub key: String,
    /// Its words.
    pub text: String,
    /// Whether the total needs it.
    pub scored: bool,
    /// Whether an answer of 1 or more shows help at once.
    pub support: bool,
    /// The answers to choose from, without the one that declines.
    pub options: Vec<ItemOption>,
    /// The answer that declines, if there is one.
    pub declined: Option<ItemOption>,
    /// The key of the answer given.
    pub answer: Option<String>,
}

/// One answer to choose from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ItemOption {
    /// The option's key.
    pub key: String,
    /// Its words.
    pub label: String,
}

/// A total with what it is compared with.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ScaleResult {
    /// The total.
    pub total: f64,
    /// The total, as text.
    pub total_text: String,
    /// "of 27 on 22 Nov 2026".
    pub of: String,
    /// "The questionnaire calls 10 to 14 moderate."; empty without bands.
    pub band: String,
    /// The lowest total.
    pub min: f64,
    /// The highest total.
    pub max: f64,
    /// The questionnaire's bands.
    pub bands: Vec<BandView>,
    /// The total before, if there is one.
    pub last: Option<f64>,
    /// Comparisons with earlier totals.
    pub earlier: Vec<Comparison>,
    /// The marks that clinicians use.
    pub marks: Vec<String>,
    /// All scores, if there are two or more.
    pub figure: Option<Figure>,
    /// "7 questionnaires".
    pub count: String,
    /// Whether it is the score that the person chose as their start.
    pub is_start: bool,
}

/// One band.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct BandView {
    /// Its lowest total.
    pub from: f64,
    /// Its highest total.
    pub to: f64,
    /// "moderate 10–14".
    pub label: String,
}

/// The key of the option that declines an item.
const DECLINED: &str = "declined";

/// Days that a questionnaire over two weeks looks back.
const FORTNIGHT: i64 = 14;

/// Returns the questionnaire of a day; of today if none is given.
///
/// # Errors
/// `NotFound` if it is no questionnaire or no day.
pub fn scale(session: &Session, tracker: String, day: Option<String>) -> Result<ScalePage> {
    let definition = session.definition(&tracker)?;
    let none = || Error::not_found(RecordKind::Tracker, &tracker);
    let questionnaire = definition.questionnaire.as_ref().ok_or_else(none)?;
    let day = day.map_or(Ok(session.today()), |day| {
        day.parse()
            .map_err(|_| Error::not_found(RecordKind::Period, day))
    })?;
    let scale = Scale::new(session, definition, questionnaire);
    let entries = scale.entries()?;
    let entry = entries.iter().rev().find(|e| e.day == day);
    let settings = session.journal().scale_settings(&tracker)?;
    let score = entry.map(|entry| scale.score(entry));
    let support = entry.map(|entry| scale.support_item(entry, &entries));
    Ok(ScalePage {
        title: scale.title(),
        day: day.to_string(),
        period: period(&scale, day),
        stem: scale.label("stem"),
        credit: scale.label("credit"),
        about: scale.label("about"),
        language: foreign_language(&scale),
        uid: entry.map(|entry| entry.uid.clone()),
        items: definition
            .fields
            .iter()
            .filter_map(|field| item(&scale, field, entry))
            .collect(),
        without_total: score
            .filter(|score| score.total.is_none())
            .map_or_else(String::new, |score| scale.without_total(&score)),
        hidden: session.preferences().hide_numbers,
        result: result(&scale, entry, &entries, &settings)?,
        support: support.transpose()?.flatten(),
        due: super::due::due_text(&scale, &settings, &entries)?,
        visit: crate::visit::prepare::next(session)?
            .date
            .map_or_else(String::new, |day| day.to_string()),
        settings,
        tracker,
    })
}

fn period(scale: &Scale<'_>, day: NaiveDate) -> String {
    let locale = scale.session.locale();
    let from = locale.date(day - Duration::days(FORTNIGHT), DateStyle::Day);
    locale.format(msg::SCALE_PERIOD, &[("day", from.into())])
}

/// Returns the language of the questions if the window speaks another one: a translation that is
/// not published is never made up.
fn foreign_language(scale: &Scale<'_>) -> String {
    let spoken = scale.session.locale().language();
    let language = spoken.split('-').next().unwrap_or_default();
    if scale.definition.labels.contains_key(language) {
        String::new()
    } else {
        "en".to_owned()
    }
}

fn item(scale: &Scale<'_>, field: &Field, entry: Option<&Entry>) -> Option<ItemView> {
    let FieldKind::Choice { options, .. } = &field.kind else {
        return None;
    };
    let questionnaire = scale.questionnaire;
    let total = scale.definition.measure(&questionnaire.total);
    let value = entry.and_then(|entry| entry.values.get(&field.key)?.first());
    let option = |key: &str| ItemOption {
        key: key.to_owned(),
        label: scale.label(&format!("{}.{key}", field.key)),
    };
    let declines = |key: &str| key == DECLINED;
    let declined = options.iter().find(|o| declines(&o.key));
    Some(ItemView {
        key: field.key.clone(),
        text: scale.label(&field.key),
        scored: total.is_some_and(|total| total.formula.parts().contains(&field.key)),
        support: questionnaire.support_item.as_ref() == Some(&field.key),
        options: options
            .iter()
            .filter(|o| !declines(&o.key))
            .map(|o| option(&o.key))
            .collect(),
        declined: declined.map(|o| option(&o.key)),
        answer: value.and_then(|value| value.text.clone()),
    })
}

fn result(
    scale: &Scale<'_>,
    entry: Option<&Entry>,
    entries: &[Entry],
    settings: &ScaleSettings,
) -> Result<Option<ScaleResult>> {
    let Some((day, total)) = entry.and_then(|e| Some((e.day, scale.score(e).total?))) else {
        return Ok(None);
    };
    let locale = scale.session.locale();
    let complete = scale.complete(entries);
    let (min, max) = scale.range();
    let of = [
        ("max", scale.number(max).into()),
        ("day", locale.date(day, DateStyle::Short).into()),
    ];
    let last = complete.iter().rev().find(|s| s.day < day);
    Ok(Some(ScaleResult {
        total,
        total_text: scale.number(total),
        of: locale.format(msg::SCALE_OF_ON, &of),
        band: band_text(scale, total),
        min,
        max,
        bands: bands(scale),
        last: last.map(|s| s.total),
        earlier: scale.comparisons(&complete, settings, (day, total))?,
        marks: scale.marks(&complete, settings, (day, total)),
        figure: scores_figure(scale, &complete)?,
        count: locale.format(msg::SCALE_COUNT, &[("count", complete.len().into())]),
        is_start: settings.baseline == Some(day),
    }))
}

fn bands(scale: &Scale<'_>) -> Vec<BandView> {
    let view = |band: &domain::Band| BandView {
        from: band.from,
        to: band.to,
        label: format!(
            "{} {}–{}",
            scale.label(&band.key),
            scale.number(band.from),
            scale.number(band.to)
        ),
    };
    scale.bands().map(view).collect()
}

fn band_text(scale: &Scale<'_>, total: f64) -> String {
    let band = scale.bands().find(|b| total >= b.from && total <= b.to);
    band.map_or_else(String::new, |band| {
        let with = [
            ("from", scale.number(band.from).into()),
            ("to", scale.number(band.to).into()),
            ("band", scale.label(&band.key).into()),
        ];
        scale.session.locale().format(msg::SCALE_CALLS, &with)
    })
}
