//! The page of a day: the entries of every tracker as text, and the days around it.

use crate::app::undo;
use crate::day::catch_up;
use crate::day::catch_up::CatchUpDay;
use crate::day::fourteen_days::{FourteenDays, fourteen_days};
use crate::day::labels::{NearbyDay, heading, nearby_day};
use crate::day::suggestions::{Suggestion, suggestions};
use crate::day::weekly_totals::weekly_totals;
use crate::entries::describe::{EntryView, view};
use crate::entries::time_zones::NearbyZone;
use crate::entries::{copy_previous, drafts, leftover_drafts, time_zones};
use crate::error::RecordKind;
use crate::error::{Error, Result};
use crate::pauses::PauseView;
use crate::questionnaires::due::{DueScale, due_today};
use crate::questionnaires::list::{ScaleLine, lines_of_day};
use crate::session::Session;
use crate::support::hard_day::{HardDay, hard_day, is_low_run};
use crate::support::signs;
use crate::treatment::activities::{self, ActivityRow};
use crate::treatment::doses::{self, DoseRow};
use crate::visit::visits;
use crate::{msg, pauses, trackers};
use chrono::{Duration, NaiveDate, NaiveTime};
use domain::localizer::{DateStyle, Localizer};
use domain::time::Period;
use domain::{Covers, Draft, Entry};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Everything that the page of a day shows.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct DayPage {
    /// The day, YYYY-MM-DD.
    pub day: String,
    /// The day in words.
    pub title: String,
    /// Whether it is the patient's today.
    pub today: bool,
    /// The day before, YYYY-MM-DD.
    pub before: String,
    /// The day after, YYYY-MM-DD; empty if it is in the future.
    pub after: String,
    /// Today and the three days before it, oldest first.
    pub nearby_days: Vec<NearbyDay>,
    /// Its entries, by tracker key.
    pub entries: BTreeMap<String, Vec<EntryView>>,
    /// Totals of seven days as text, by tracker key.
    pub weekly_totals: BTreeMap<String, String>,
    /// Its drafts, by form.
    pub drafts: BTreeMap<String, Draft>,
    /// The pause that covers the day.
    pub pause: Option<PauseView>,
    /// Days offered for catching up after days away.
    pub catch_up: Vec<CatchUpDay>,
    /// The days away as a suggested pause.
    pub suggested_pause: Option<catch_up::SuggestedPause>,
    /// Past days with drafts that could not be recorded.
    pub leftover_drafts: Vec<leftover_drafts::LeftoverDraft>,
    /// "Same as yesterday (4)"; empty if there is nothing to copy.
    pub copy_previous_label: String,
    /// Notice shown after midnight while the patient's day still lasts; empty otherwise.
    pub after_midnight_notice: String,
    /// The calendar date that started after midnight, to which a night that just ended belongs;
    /// empty otherwise.
    pub next_date: String,
    /// The current time, HH:MM.
    pub now: String,
    /// Today and the next six days, for trackers that plan ahead; only on today's page.
    pub next_days: Vec<NearbyDay>,
    /// Entries planned for future days, by tracker key; only on today's page.
    pub planned: BTreeMap<String, Vec<Planned>>,
    /// The time zones to choose from, this computer's first; empty if there is no other.
    pub time_zones: Vec<NearbyZone>,
    /// The last fourteen days of the first question.
    pub fourteen_days: Option<FourteenDays>,
    /// Earlier entries that can be recorded again, by tracker key.
    pub suggestions: BTreeMap<String, Vec<Suggestion>>,
    /// "Two of your signs this week"; empty if none holds. Only on today's page.
    pub signs: String,
    /// Whether figures are kept for the page of a visit alone.
    pub numbers_hidden: bool,
    /// What leads on a hard day; only on today's page, after a low answer or a run of low days.
    pub hard_day: Option<HardDay>,
    /// Doses of the day.
    pub doses: Vec<DoseRow>,
    /// What is said about the visit the day before, on its day and after it; empty otherwise.
    pub visit: String,
    /// Homework and small experiments of the day.
    pub activities: Vec<ActivityRow>,
    /// Questionnaires that are due; only on today's page.
    pub due_scales: Vec<DueScale>,
    /// Questionnaires of the day, as text.
    pub scales: Vec<ScaleLine>,
    /// Whether nothing has ever been recorded.
    pub first_day: bool,
    /// Whether an answer asks for a shorter page.
    pub low: bool,
    /// Name of the change that undo would revert.
    pub undo: Option<String>,
    /// Name of the change that redo would apply again.
    pub redo: Option<String>,
}

/// An entry planned for a future day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Planned {
    /// Its day, YYYY-MM-DD.
    pub day: String,
    /// The day in words.
    pub label: String,
    /// The entry.
    pub entry: EntryView,
}

/// Returns the page of a day; of today if none is given.
pub fn day_page(session: &Session, day: Option<String>) -> Result<DayPage> {
    let today = session.today();
    let day = day.map_or(Ok(today), |day| parse_day(&day))?;
    let one = Period { from: day, to: day };
    let (entries, low) = entries_of(session, one)?;
    let pause = pauses::overlapping(session, one)?.into_iter().next();
    let back = |days: i64| nearby_day(session, today - Duration::days(days), today);
    let after = (day < today).then(|| (day + Duration::days(1)).to_string());
    let now = session.clock().now().with_timezone(&session.clock().zone());
    let drafts = drafts::drafts(session, day)?;
    let [undo, redo] = undo_redo_labels(session)?;
    let page = DayPage {
        day: day.to_string(),
        title: heading(session, day, today),
        today: day == today,
        before: (day - Duration::days(1)).to_string(),
        after: after.unwrap_or_default(),
        nearby_days: (0..4).rev().map(back).collect(),
        time_zones: time_zones::nearby_zones(session, day, &drafts)?,
        drafts,
        pause: pause.map(|(uid, pause)| pauses::view(session, uid, pause)),
        copy_previous_label: copy_previous::copy_previous_label(session, day)?.unwrap_or_default(),
        now: now.format("%H:%M").to_string(),
        suggestions: suggestions(session, day)?,
        scales: lines_of_day(session, day)?,
        doses: doses::of_day(session, day)?,
        visit: visits::reminder(session, day)?,
        activities: activities::of_day(session, day)?,
        first_day: !session.journal().has_entries()?,
        low,
        entries,
        undo,
        redo,
        ..DayPage::default()
    };
    of_today(session, with_numbers(session, page, day)?, today)
}

/// Adds the figures of the day, unless the person keeps them for the page of a visit alone.
fn with_numbers(session: &Session, page: DayPage, day: NaiveDate) -> Result<DayPage> {
    if session.preferences().hide_numbers {
        return Ok(DayPage {
            numbers_hidden: true,
            ..page
        });
    }
    Ok(DayPage {
        weekly_totals: weekly_totals(session, day)?,
        fourteen_days: fourteen_days(session, day)?,
        ..page
    })
}

fn undo_redo_labels(session: &Session) -> Result<[Option<String>; 2]> {
    let (undo, redo) = session.journal().undo_redo_operations()?;
    Ok([undo, redo].map(|operation| operation.map(|o| undo::operation_label(session, &o))))
}

fn parse_day(day: &str) -> Result<NaiveDate> {
    day.parse()
        .map_err(|_| Error::not_found(RecordKind::Period, day))
}

/// Returns the entries of a day by tracker, sorted by time, and whether one of them shortens the
/// page.
fn entries_of(session: &Session, day: Period) -> Result<(BTreeMap<String, Vec<EntryView>>, bool)> {
    let mut entries: BTreeMap<String, Vec<EntryView>> = BTreeMap::new();
    let mut low = false;
    let mut recorded = session.journal().entries(day)?;
    recorded.sort_by_key(|entry| entry.occurred_at.unwrap_or(entry.recorded_at));
    // Entries without a definition have no labels. The rest of the day stays visible.
    recorded.retain(|entry| session.definitions().get(&entry.tracker).is_some());
    for entry in recorded {
        let shown = view(session, &entry)?;
        low = low || is_low(session, &entry)?;
        entries.entry(entry.tracker).or_default().push(shown);
    }
    Ok((entries, low))
}

/// Adds what only today's page has: days to catch up on, the notice after midnight, planned
/// entries.
fn of_today(session: &Session, page: DayPage, today: NaiveDate) -> Result<DayPage> {
    if !page.today {
        return Ok(page);
    }
    let ahead = |days: i64| nearby_day(session, today + Duration::days(days), today);
    let (catch_up, suggested_pause) = catch_up::catch_up(session)?;
    Ok(DayPage {
        catch_up,
        suggested_pause,
        leftover_drafts: leftover_drafts::leftover_drafts(session)?,
        due_scales: due_today(session)?,
        signs: signs::notice(session)?.unwrap_or_default(),
        hard_day: if page.low || is_low_run(session)? {
            Some(hard_day(session)?)
        } else {
            None
        },
        after_midnight_notice: after_midnight_notice(session, today),
        next_date: next_date(session, today).map_or_else(String::new, |day| day.to_string()),
        next_days: (0..7).map(ahead).collect(),
        planned: planned(session, today)?,
        ..page
    })
}

/// Returns the entries planned after a day, for trackers that plan ahead.
fn planned(session: &Session, day: NaiveDate) -> Result<BTreeMap<String, Vec<Planned>>> {
    let mut planned = BTreeMap::new();
    for definition in trackers::active(session)? {
        // A night that ended before the patient's day did belongs to the new calendar date.
        let next_date = definition.covers == Covers::Night && next_date(session, day).is_some();
        let days = i64::from(definition.max_days_ahead.max(u32::from(next_date)));
        if days == 0 {
            continue;
        }
        let ahead = Period {
            from: day + Duration::days(1),
            to: day + Duration::days(days),
        };
        let entries = session.journal().entries_of(&definition.key, ahead)?;
        let shown = entries.iter().map(|entry| {
            Ok(Planned {
                day: entry.day.to_string(),
                label: session.locale().date(entry.day, DateStyle::Day),
                entry: view(session, entry)?,
            })
        });
        let shown = shown.collect::<Result<Vec<_>>>()?;
        if !shown.is_empty() {
            planned.insert(definition.key.clone(), shown);
        }
    }
    Ok(planned)
}

/// Returns whether an answer is at or below the threshold that shortens the page.
fn is_low(session: &Session, entry: &Entry) -> Result<bool> {
    let definition = session.definition(&entry.tracker)?;
    Ok(definition.fields.iter().any(|field| {
        let answer = entry.values.get(&field.key).and_then(|v| v.first());
        matches!((field.low_day_threshold, answer.and_then(|v| v.number)), (Some(at), Some(n)) if n <= at)
    }))
}

/// Returns the notice shown after midnight until the patient's day ends; empty otherwise.
fn after_midnight_notice(session: &Session, today: NaiveDate) -> String {
    let now = session.clock().now().with_timezone(&session.clock().zone());
    if next_date(session, today).is_none() {
        return String::new();
    }
    let locale = session.locale();
    let ends = NaiveTime::MIN + Duration::minutes(i64::from(session.day_start()));
    let with = [
        ("time", locale.time(now.time()).into()),
        ("ends", locale.time(ends).into()),
        ("day", locale.date(today, DateStyle::Day).into()),
    ];
    locale.format(msg::STILL_TODAY, &with)
}

/// Returns the calendar date if it differs from the patient's day. A night that ends before the
/// patient's day does belongs to that date.
fn next_date(session: &Session, today: NaiveDate) -> Option<NaiveDate> {
    let now = session.clock().now().with_timezone(&session.clock().zone());
    Some(now.date_naive()).filter(|date| *date != today)
}
