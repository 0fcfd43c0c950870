//! The page of all questionnaires.

use super::due::due_text;
use super::scored::{Scale, Scored, unfinished};
use crate::error::Result;
use crate::figures::context::PeriodContext;
use crate::figures::figure::figure;
use crate::figures::measure::{events, load_measure};
use crate::msg;
use crate::session::Session;
use chrono::{Duration, NaiveDate};
use domain::Entry;
use domain::Figure;
use domain::localizer::{DateStyle, Localizer};
use domain::questionnaire::ScaleSettings;
use domain::time::Period;
use serde::{Deserialize, Serialize};

/// The page of all questionnaires.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ScalesPage {
    /// Those with entries, and those offered from the start.
    pub rows: Vec<ScaleRow>,
    /// All others.
    pub others: Vec<ScaleRow>,
    /// Today, YYYY-MM-DD.
    pub today: String,
    /// The day of the next visit, YYYY-MM-DD; empty if none is set.
    pub visit: String,
}

/// One questionnaire.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ScaleRow {
    /// The tracker's key.
    pub tracker: String,
    /// Its name.
    pub title: String,
    /// What it asks, in a few words.
    pub short: String,
    /// What it is and who made it.
    pub about: String,
    /// Whether its questions are answered here; otherwise only its score is kept.
    pub has_items: bool,
    /// How long it takes, in minutes.
    pub minutes: u32,
    /// Whether its scores are kept for the page of a visit alone.
    pub hidden: bool,
    /// The last total, as text; empty if there is none.
    pub total: String,
    /// "of 27 · moderate".
    pub of: String,
    /// The day of the last total, in words.
    pub day: String,
    /// The same day, YYYY-MM-DD.
    pub last_day: String,
    /// "3 lower than last time: smaller than the scale can tell apart".
    pub change: String,
    /// The scores of the last months, if there are two or more.
    pub figure: Option<Figure>,
    /// One begun today or yesterday and not finished: its day, YYYY-MM-DD.
    pub unfinished: Option<String>,
    /// "5 of 9 answered – no total"; empty if none is unfinished.
    pub unfinished_text: String,
    /// "due today, every two weeks".
    pub due: String,
    /// What the person set.
    pub settings: ScaleSettings,
    /// The lowest total.
    pub min: f64,
    /// The highest total.
    pub max: f64,
    /// Its bands, as "0–7 · 8–14".
    pub bands: String,
}

/// A questionnaire of a day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ScaleLine {
    /// The tracker's key.
    pub tracker: String,
    /// Its name.
    pub title: String,
    /// "12 of 27 · moderate", or how many questions were answered.
    pub text: String,
}

/// Returns the questionnaires of a day.
///
/// # Errors
/// Fails if the journal can't be read.
pub(crate) fn lines_of_day(session: &Session, day: NaiveDate) -> Result<Vec<ScaleLine>> {
    let one = Period { from: day, to: day };
    let mut lines = Vec::new();
    for definition in super::with_entries(session)? {
        let Some(questionnaire) = &definition.questionnaire else {
            continue;
        };
        let scale = Scale::new(session, definition, questionnaire);
        for entry in session.journal().entries_of(&definition.key, one)? {
            lines.push(ScaleLine {
                tracker: definition.key.clone(),
                title: scale.title(),
                text: if session.preferences().hide_numbers {
                    session.locale().text(msg::SCALE_HIDDEN)
                } else {
                    scale.entry_text(&entry)
                },
            });
        }
    }
    Ok(lines)
}

/// Days that the small chart goes back.
const FIGURE_DAYS: i64 = 365;

/// Returns the page of all questionnaires.
///
/// # Errors
/// Fails if the journal can't be read.
pub fn scales(session: &Session) -> Result<ScalesPage> {
    let (mut rows, mut others) = (Vec::new(), Vec::new());
    for (definition, questionnaire) in super::all(session)? {
        let scale = Scale::new(session, definition, questionnaire);
        let entries = scale.entries()?;
        let shown = questionnaire.offered || !entries.is_empty();
        let row = row(&scale, &entries)?;
        if shown { &mut rows } else { &mut others }.push(row);
    }
    let visit = crate::visit::prepare::next(session)?.date;
    Ok(ScalesPage {
        rows,
        others,
        today: session.today().to_string(),
        visit: visit.map_or_else(String::new, |day| day.to_string()),
    })
}

fn row(scale: &Scale<'_>, entries: &[Entry]) -> Result<ScaleRow> {
    let locale = scale.session.locale();
    let complete = scale.complete(entries);
    let last = complete.last();
    let settings = scale
        .session
        .journal()
        .scale_settings(&scale.definition.key)?;
    let (min, max) = scale.range();
    let hidden = scale.session.preferences().hide_numbers;
    let unfinished = unfinished(scale, entries);
    let last_entry = last.and_then(|last| entries.iter().rev().find(|e| e.day == last.day));
    Ok(ScaleRow {
        tracker: scale.definition.key.clone(),
        title: scale.title(),
        short: scale.label("short"),
        about: scale.label("about"),
        has_items: scale.has_items(),
        minutes: scale.questionnaire.minutes,
        total: last.map_or_else(String::new, |last| scale.number(last.total)),
        of: last_entry.map_or_else(String::new, |e| scale.of_range(&scale.score(e))),
        day: last.map_or_else(String::new, |s| locale.date(s.day, DateStyle::Short)),
        last_day: last.map_or_else(String::new, |s| s.day.to_string()),
        change: last_change(scale, &complete),
        figure: if hidden {
            None
        } else {
            scores_figure(scale, &complete)?
        },
        hidden,
        unfinished: unfinished.map(|entry| entry.day.to_string()),
        unfinished_text: unfinished.map_or_else(String::new, |entry| {
            scale.without_total(&scale.score(entry))
        }),
        due: due_text(scale, &settings, entries)?,
        settings,
        min,
        max,
        bands: bands_text(scale),
    })
}

/// Returns "0–7 · 8–14 · 15–21 · 22–28".
fn bands_text(scale: &Scale<'_>) -> String {
    let range = |from: f64, to: f64| format!("{}–{}", scale.number(from), scale.number(to));
    let bands = scale.bands().map(|band| range(band.from, band.to));
    bands.collect::<Vec<_>>().join(" · ")
}

fn last_change(scale: &Scale<'_>, complete: &[Scored]) -> String {
    let [.., before, last] = complete else {
        return String::new();
    };
    let words = scale.change_text(before.total, last.total);
    let with = [("change", words.into())];
    scale.session.locale().format(msg::SCALE_SINCE_LAST, &with)
}

/// Returns the scores from the first one on, at most a year, over the questionnaire's bands.
pub(super) fn scores_figure(scale: &Scale<'_>, complete: &[Scored]) -> Result<Option<Figure>> {
    let chart = scale.definition.chart(&scale.questionnaire.total);
    let (Some(chart), [first, _, ..]) = (chart, complete) else {
        return Ok(None);
    };
    let today = scale.session.today();
    let context = PeriodContext::new(scale.session, since(first.day, today))?;
    let view = load_measure(scale.session, scale.definition, chart, &context)?;
    let events = events(scale.session, context.period, true, |_| true)?;
    Ok(Some(figure(scale.session, &view, &events)))
}

fn since(first: NaiveDate, today: NaiveDate) -> Period {
    let from = (first - Duration::days(7)).max(today - Duration::days(FIGURE_DAYS));
    Period { from, to: today }
}
