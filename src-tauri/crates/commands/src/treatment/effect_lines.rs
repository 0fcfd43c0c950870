//! Side effects on a page: what was said last of each, and how much each bothered week by week.

use super::effect_items::{is_own, title};
use super::effect_weeks::weeks;
use super::text::date_text;
use crate::error::Result;
use crate::msg;
use crate::session::Session;
use chrono::Duration;
use domain::time::Period;
use domain::treatment::{EffectRating, EffectWeek, PartialDate, SideEffect};

/// Returns the effects that may be on a page: not those that the person keeps off pages and, where a
/// page leaves free text out, none in the person's own words.
fn shown(session: &Session, less_identifying: bool) -> Result<Vec<(String, SideEffect)>> {
    let mut effects = session.journal().side_effects()?;
    effects.retain(|(_, effect)| effect.on_pages && !(less_identifying && is_own(effect)));
    Ok(effects)
}

fn touches(week: &EffectWeek, period: Period) -> bool {
    week.monday + Duration::days(6) >= period.from && week.monday <= period.to
}

/// Returns what was said last of each effect in a period, the most bothersome first. One that was
/// last said to be gone has no line.
///
/// # Errors
/// Fails if the journal can't be read.
pub(crate) fn effect_lines(
    session: &Session,
    period: Period,
    less_identifying: bool,
) -> Result<Vec<report::Line>> {
    let weeks = weeks(session)?;
    let mut lines = Vec::new();
    for (uid, effect) in shown(session, less_identifying)? {
        let within = weeks.iter().rev().filter(|week| touches(week, period));
        let mut ratings = within.filter_map(|week| week.ratings.get(&uid));
        let Some(rating) = ratings.find(|rating| rating.strong.or(rating.in_the_way).is_some())
        else {
            continue;
        };
        if rating.strong == Some(0) || (rating.strong.is_none() && rating.in_the_way == Some(0)) {
            continue;
        }
        let line = line(session, &effect, *rating, less_identifying);
        lines.push((rating.in_the_way, line));
    }
    lines.sort_by_key(|(way, _)| std::cmp::Reverse(*way));
    Ok(lines.into_iter().map(|(_, line)| line).collect())
}

fn line(
    session: &Session,
    effect: &SideEffect,
    rating: EffectRating,
    less_identifying: bool,
) -> report::Line {
    let locale = session.locale();
    let said = |start: &str, answer: Option<u8>| match answer {
        Some(answer) => locale.text(&format!("{start}-{answer}")),
        None => locale.text(msg::EFFECTS_UNANSWERED),
    };
    let with = [
        ("strong", said("effect-strong", rating.strong).into()),
        ("way", said("effect-way", rating.in_the_way).into()),
    ];
    let since = effect
        .since
        .as_ref()
        .filter(|_| !less_identifying)
        .map(|date| {
            let with = [("day", date_text(session, date).into())];
            locale.format(msg::MEDICINE_SINCE, &with)
        });
    let parts = since
        .into_iter()
        .chain([locale.format(msg::EFFECTS_PAGE_LINE, &with)]);
    report::Line {
        day: title(session, effect),
        text: parts.collect::<Vec<_>>().join(" · "),
    }
}

/// A week of an effect: from, the day after the last, how much it bothers (1 to 3); 0 for a
/// stretch in which it was there and not rated.
pub(crate) type Level = [f64; 3];

/// Returns how much each effect bothered, week by week, as stretches of a period. Weeks without an
/// answer, and weeks in which it did not bother, have none.
///
/// # Errors
/// Fails if the journal can't be read.
pub(crate) fn effect_levels(
    session: &Session,
    period: Period,
    less_identifying: bool,
) -> Result<Vec<(String, Vec<Level>)>> {
    let weeks = weeks(session)?;
    let mut found = Vec::new();
    for (uid, effect) in shown(session, less_identifying)? {
        let within = weeks.iter().filter(|week| touches(week, period));
        let level = |week: &EffectWeek| {
            let rating = week.ratings.get(&uid)?;
            let level = rating
                .in_the_way
                .or(rating.strong)
                .filter(|level| *level > 0)?;
            let from = week.monday.max(period.from);
            let to = (week.monday + Duration::days(6)).min(period.to);
            let at = |day: chrono::NaiveDate| (day - period.from).num_days() as f64;
            Some([at(from), at(to) + 1.0, f64::from(level)])
        };
        let mut levels: Vec<Level> = within.filter_map(level).collect();
        // From the day it began to the first week that was rated: there, and not rated.
        let began = effect.since.as_ref().and_then(PartialDate::known_day);
        let began = began.map(|day| (day.max(period.from) - period.from).num_days() as f64);
        let first = levels.first().map(|level| level[0]);
        if let (Some(began), Some(first)) = (began, first)
            && began < first
        {
            levels.insert(0, [began, first, 0.0]);
        }
        if !levels.is_empty() {
            found.push((title(session, &effect), levels));
        }
    }
    Ok(found)
}
