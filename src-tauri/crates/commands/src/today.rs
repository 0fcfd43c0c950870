//! The page of a day: the entries of every tracker as text, and the days around it.

use crate::back::OfferedDay;
use crate::bridge::{Mishap, Outcome};
use crate::near::{self, NearDay, NearZone, near, weekday};
use crate::pauses::PauseShown;
use crate::{Session, back, pauses, record, trackers, unfinished, word};
use care::period::Period;
use care::speech::{Grain, Speech};
use care::words::{Words, fill_line, said_in};
use care::{Answer, Covers, Definition, Draft, Entry, Kind};
use chrono::{Datelike, Duration, NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Everything that the page of a day shows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
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
    pub near: Vec<NearDay>,
    /// Its entries, by tracker key.
    pub entries: BTreeMap<String, Vec<Shown>>,
    /// Totals of seven days as text, by tracker key.
    pub weeks: BTreeMap<String, String>,
    /// Its drafts, by form.
    pub drafts: BTreeMap<String, Draft>,
    /// The pause that covers the day.
    pub pause: Option<PauseShown>,
    /// Days offered for catching up after days away.
    pub back: Vec<OfferedDay>,
    /// The days away as a suggested pause.
    pub away: Option<back::Away>,
    /// Past days with drafts that could not be recorded.
    pub unfinished: Vec<unfinished::Unfinished>,
    /// "Same as yesterday (4)"; empty if there is nothing to copy.
    pub same: String,
    /// Notice shown after midnight while the patient's day still lasts; empty otherwise.
    pub still: String,
    /// The calendar date that started after midnight, to which a night that just ended belongs;
    /// empty otherwise.
    pub ending: String,
    /// The current time, HH:MM.
    pub now: String,
    /// Today and the next six days, for trackers that plan ahead; only on today's page.
    pub coming: Vec<NearDay>,
    /// Entries planned for future days, by tracker key; only on today's page.
    pub planned: BTreeMap<String, Vec<Planned>>,
    /// The time zones to choose from, this computer's first; empty if there is no other.
    pub zones: Vec<NearZone>,
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
    pub shown: Shown,
}

/// An entry as text and as answers of a form.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Shown {
    /// Its uid.
    pub uid: String,
    /// The parts of its line.
    pub parts: Vec<String>,
    /// The answers that its line omits, each with its name.
    pub more: Vec<String>,
    /// The time zone of its times.
    pub zone: String,
    /// The time zone in which a night started, if different.
    pub began: Option<String>,
    /// The time of the event, HH:MM; empty if only the day is known.
    pub at: String,
    /// The same time, formatted for the user.
    pub at_said: String,
    /// Its source, if it was not typed by hand; empty otherwise.
    pub source: String,
    /// Label of an entry written on a later day; empty otherwise.
    pub late: String,
    /// Its note.
    pub note: String,
    /// Its answers in the format of a form.
    pub answers: BTreeMap<String, Answer>,
}

/// Returns the page of a day; of today if none is given.
pub fn day_page(session: &Session, day: Option<&str>) -> Outcome<DayPage> {
    let today = session.today();
    let day = day.map_or(Ok(today), read)?;
    let one = Period { from: day, to: day };
    let (entries, low) = entries_of(session, one)?;
    let pause = pauses::within(session, one)?.into_iter().next();
    let (undo, redo) = session.journal().undoable()?;
    let back = |days: i64| near(session, today - Duration::days(days), today);
    let after = (day < today).then(|| (day + Duration::days(1)).to_string());
    let now = session.clock().now().with_timezone(&session.clock().zone());
    let drafts = record::drafts(session, day)?;
    let page = DayPage {
        day: day.to_string(),
        title: heading(session, day, today),
        today: day == today,
        before: (day - Duration::days(1)).to_string(),
        after: after.unwrap_or_default(),
        near: (0..4).rev().map(back).collect(),
        weeks: weeks(session, day)?,
        zones: near::zones(session, day, &drafts)?,
        drafts,
        pause: pause.map(|(uid, pause)| pauses::shown(session, uid, pause)),
        back: Vec::new(),
        away: None,
        unfinished: Vec::new(),
        same: back::same_said(session, day)?.unwrap_or_default(),
        still: String::new(),
        ending: String::new(),
        now: now.format("%H:%M").to_string(),
        coming: Vec::new(),
        planned: BTreeMap::new(),
        low,
        entries,
        undo: undo.map(|act| crate::undo::name(session, &act)),
        redo: redo.map(|act| crate::undo::name(session, &act)),
    };
    if page.today {
        of_today(session, page, today)
    } else {
        Ok(page)
    }
}

fn read(day: &str) -> Outcome<NaiveDate> {
    day.parse().map_err(|_| Mishap::NoSpan(day.to_owned()))
}

/// Returns the entries of a day by tracker, sorted by time, and whether one of them shortens the
/// page.
fn entries_of(session: &Session, day: Period) -> Outcome<(BTreeMap<String, Vec<Shown>>, bool)> {
    let mut entries: BTreeMap<String, Vec<Shown>> = BTreeMap::new();
    let mut low = false;
    let mut recorded = session.journal().entries(day)?;
    recorded.sort_by_key(|entry| entry.at.unwrap_or(entry.recorded));
    // Entries without a definition have no labels. The rest of the day stays visible.
    recorded.retain(|entry| session.shelf().find(&entry.tracker).is_some());
    for entry in recorded {
        let shown = show(session, &entry)?;
        low = low || asks_for_less(session, &entry)?;
        entries.entry(entry.tracker).or_default().push(shown);
    }
    Ok((entries, low))
}

/// Adds what only today's page has: days to catch up on, the notice after midnight, planned
/// entries.
fn of_today(session: &Session, page: DayPage, today: NaiveDate) -> Outcome<DayPage> {
    let ahead = |days: i64| near(session, today + Duration::days(days), today);
    let (back, away) = back::offered(session)?;
    Ok(DayPage {
        back,
        away,
        unfinished: unfinished::unfinished(session)?,
        still: still(session, today),
        ending: ending(session, today).map_or_else(String::new, |day| day.to_string()),
        coming: (0..7).map(ahead).collect(),
        planned: planned(session, today)?,
        ..page
    })
}

/// Returns the entries planned after a day, for trackers that plan ahead.
fn planned(session: &Session, day: NaiveDate) -> Outcome<BTreeMap<String, Vec<Planned>>> {
    let mut planned = BTreeMap::new();
    for definition in trackers::asked(session)? {
        // A night that ended before the patient's day did belongs to the new calendar date.
        let ending = definition.covers == Covers::Night && ending(session, day).is_some();
        let days = i64::from(definition.ahead.max(u32::from(ending)));
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
                label: session.tongue().date(entry.day, Grain::Day),
                shown: show(session, entry)?,
            })
        });
        let shown = shown.collect::<Outcome<Vec<_>>>()?;
        if !shown.is_empty() {
            planned.insert(definition.key.clone(), shown);
        }
    }
    Ok(planned)
}

/// Returns whether an answer is at or below the threshold that shortens the page.
fn asks_for_less(session: &Session, entry: &Entry) -> Outcome<bool> {
    let definition = session.definition(&entry.tracker)?;
    Ok(definition.fields.iter().any(|field| {
        let answer = entry.values.get(&field.key).and_then(|v| v.first());
        matches!((field.shortens, answer.and_then(|v| v.number)), (Some(at), Some(n)) if n <= at)
    }))
}

/// Returns the notice shown after midnight until the patient's day ends; empty otherwise.
fn still(session: &Session, today: NaiveDate) -> String {
    let now = session.clock().now().with_timezone(&session.clock().zone());
    if ending(session, today).is_none() {
        return String::new();
    }
    let tongue = session.tongue();
    let ends = NaiveTime::MIN + Duration::minutes(i64::from(session.day_starts()));
    let with = [
        ("time", tongue.time(now.time()).into()),
        ("ends", tongue.time(ends).into()),
        ("day", tongue.date(today, Grain::Day).into()),
    ];
    tongue.say_with(word::STILL_TODAY, &with)
}

/// Returns the calendar date if it differs from the patient's day. A night that ends before the
/// patient's day does belongs to that date.
fn ending(session: &Session, today: NaiveDate) -> Option<NaiveDate> {
    let now = session.clock().now().with_timezone(&session.clock().zone());
    Some(now.date_naive()).filter(|date| *date != today)
}

/// Returns the totals of the seven days up to `day`, for trackers that define one. Totals of zero
/// are left out.
fn weeks(session: &Session, day: NaiveDate) -> Outcome<BTreeMap<String, String>> {
    let mut weeks = BTreeMap::new();
    let week = Period::ending(day, 7);
    for definition in trackers::asked(session)? {
        let Some(of) = &definition.week else { continue };
        let numbers = session.journal().numbers(&definition.key, of, week)?;
        if numbers.is_empty() {
            continue;
        }
        let total: f64 = numbers.iter().map(|n| n.number).sum();
        let entries = session.journal().entries_of(&definition.key, week)?.len();
        // A total of light movement alone is zero and is not compared with a guideline.
        if total <= 0.0 {
            continue;
        }
        let tongue = session.tongue();
        let words = tongue.words_of(definition);
        let unit = definition.unit(of).unwrap_or(care::Unit::Points);
        // Entries without enough detail are not counted, so the total is a minimum.
        let named = if numbers.len() < entries {
            "least"
        } else {
            "total"
        };
        let said = |key: &str| (key == named).then(|| tongue.amount(total, &unit, &words));
        let said = fill_line(words.say("week"), said).join(" ");
        weeks.insert(definition.key.clone(), said);
    }
    Ok(weeks)
}

fn heading(session: &Session, day: NaiveDate, today: NaiveDate) -> String {
    let tongue = session.tongue();
    if day.year() != today.year() {
        return tongue.date(day, Grain::Whole);
    }
    let weekday = weekday(session, day);
    let month = tongue.say(&format!("month-{}", day.month()));
    tongue.say_with(
        word::DATE_HEADING,
        &[
            ("weekday", weekday.into()),
            ("day", day.day().to_string().into()),
            ("month", month.into()),
        ],
    )
}

/// Returns "written 23 Nov" for an entry written after its day had ended; empty otherwise.
pub(crate) fn late(session: &Session, entry: &Entry) -> String {
    if !entry.is_late() {
        return String::new();
    }
    let tongue = session.tongue();
    let zone = entry.zone.parse().unwrap_or(chrono_tz::Tz::UTC);
    let written = entry.recorded.with_timezone(&zone).date_naive();
    let with = [("day", tongue.date(written, Grain::Day).into())];
    tongue.say_with(word::RECORDED_ON, &with)
}

/// Returns an entry as text and as answers of a form.
pub fn show(session: &Session, entry: &Entry) -> Outcome<Shown> {
    let definition = session.definition(&entry.tracker)?;
    let tongue = session.tongue();
    let late = late(session, entry);
    let zone = entry.zone.parse().unwrap_or(chrono_tz::Tz::UTC);
    let clock = entry.at.map(|at| at.with_timezone(&zone).time());
    let source = match entry.source.as_str() {
        back::SAME => tongue.say(word::SOURCE_SAME),
        _ => String::new(),
    };
    Ok(Shown {
        uid: entry.uid.clone(),
        parts: line(session, definition, entry),
        more: more(session, definition, entry),
        zone: entry.zone.clone(),
        began: entry.began(definition).map(|zone| zone.name().to_owned()),
        at: entry
            .at
            .map_or_else(String::new, |at| care::day::typed(at, zone)),
        at_said: clock.map(|at| tongue.time(at)).unwrap_or_default(),
        source,
        late,
        note: entry.note.clone(),
        answers: entry.answers(definition, tongue.drink),
    })
}

/// Returns the parts of an entry's line, as its definition formats it.
pub fn line(session: &Session, definition: &Definition, entry: &Entry) -> Vec<String> {
    let worded = Worded::of(session, definition, entry);
    fill_line(worded.words.say("line"), |key| worded.say(key))
}

/// Returns the full text of an entry: its line, and the answers that the line omits.
pub fn said(session: &Session, definition: &Definition, entry: &Entry) -> Vec<String> {
    let mut said = line(session, definition, entry);
    said.extend(more(session, definition, entry));
    said
}

/// Returns every answer that the line omits, with its name, so that nothing recorded is hidden.
fn more(session: &Session, definition: &Definition, entry: &Entry) -> Vec<String> {
    let tongue = session.tongue();
    let worded = Worded::of(session, definition, entry);
    let words = &worded.words;
    let said = said_in(words.say("line"), |key| worded.say(key));
    let fields = definition.fields.iter().map(|f| f.key.as_str());
    let unsaid = fields.filter(|key| !said.contains(key)).filter_map(|key| {
        let with = [
            ("name", words.say(key).into()),
            ("said", worded.say(key)?.into()),
        ];
        Some(tongue.say_with(word::ANSWER_NAMED, &with))
    });
    unsaid.collect()
}

/// Formats the answers and measures of an entry.
struct Worded<'a> {
    session: &'a Session,
    definition: &'a Definition,
    entry: &'a Entry,
    words: Words,
    measured: BTreeMap<String, f64>,
}

impl Worded<'_> {
    /// Returns the label of an option; of a past day the past form, if there is one.
    fn option(&self, key: &str, option: &str) -> String {
        let now = format!("{key}.{option}");
        let over = self.entry.day < self.session.today();
        let then = self.words.find(&format!("{now}.then")).filter(|_| over);
        then.unwrap_or_else(|| self.words.say(&now)).to_owned()
    }

    /// Returns a clock time, with its place if the night started in another time zone.
    fn clock(&self, key: &str, time: String) -> String {
        if self.entry.began(self.definition).is_none() {
            return time;
        }
        let place = near::place_of(self.entry.zone_of(key).name());
        let with = [("clock", time.into()), ("place", place.into())];
        self.session.tongue().say_with(word::CLOCK_IN, &with)
    }
}

impl<'a> Worded<'a> {
    fn of(session: &'a Session, definition: &'a Definition, entry: &'a Entry) -> Self {
        Self {
            session,
            definition,
            entry,
            words: session.tongue().words_of(definition),
            measured: entry.measured(definition),
        }
    }

    fn say(&self, key: &str) -> Option<String> {
        let (definition, tongue, words) = (self.definition, self.session.tongue(), &self.words);
        if let (Some(unit), None) = (definition.unit(key), definition.field(key)) {
            return Some(tongue.amount(*self.measured.get(key)?, &unit, words));
        }
        let values = self.entry.values.get(key)?;
        let first = values.first()?;
        Some(match &definition.field(key)?.kind {
            Kind::Quantity { unit, .. } => {
                let sum: f64 = values.iter().filter_map(|v| v.number).sum();
                tongue.amount(sum, unit, words)
            }
            Kind::Scale { .. } => tongue.amount(first.number?, &care::Unit::Points, words),
            Kind::YesNo => tongue.say(if first.number? > 0.0 {
                word::YES
            } else {
                word::NO
            }),
            Kind::Clock => self.clock(key, tongue.time(first.clock()?)),
            Kind::Text { .. } => first.text.clone()?,
            Kind::Choice { .. } => {
                let said = values.iter().filter_map(|v| v.text.as_deref());
                said.map(|option| self.option(key, option))
                    .collect::<Vec<_>>()
                    .join(", ")
            }
        })
    }
}
