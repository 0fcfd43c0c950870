//! Validation: turns a draft into an entry, or reports its errors.
//!
//! No entry is created without it, wherever the draft comes from.

use crate::day::{self, Occurrence};
use crate::definition::{Covers, Definition};
use crate::draft::{Answer, Draft};
use crate::entry::{Entry, Value};
use crate::fault::{Fault, FaultKind};
use crate::field::{Choice, Field, Kind};
use crate::measure::measure;
use crate::night;
use crate::unit::Unit;
use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, Timelike, Utc};
use chrono_tz::Tz;
use std::collections::BTreeMap;

/// Context for validation: the current time and place, and the identity of the new entry.
#[derive(Debug, Clone)]
pub struct Here {
    /// The current instant, stored as the time of recording.
    pub now: DateTime<Utc>,
    /// The user's current time zone.
    pub zone: Tz,
    /// Start of the patient's day, in minutes after midnight.
    pub day_starts: u32,
    /// Grams of ethanol in one standard drink of the user's country.
    pub drink: f64,
    /// The uid of the new entry.
    pub uid: String,
    /// Origin: entered by hand, or the name of the importer.
    pub source: String,
    /// The previous version of the entry, if it is edited or imported. Times that did not change
    /// keep their instants.
    pub was: Option<Box<Entry>>,
}

impl Here {
    /// Returns the previous version of the entry if it has the same day and zone.
    fn was(&self, day: NaiveDate, zone: Tz) -> Option<&Entry> {
        let was = self.was.as_deref();
        was.filter(|was| was.day == day && was.zone == zone.name())
    }
}

/// A validated draft.
#[derive(Debug, Clone, PartialEq)]
pub struct Checked {
    /// The entry to store.
    pub entry: Entry,
    /// Keys of clock fields whose time did not exist that day and was moved forward (start of
    /// daylight saving time).
    pub moved: Vec<String>,
}

/// Maximum length of a note, in characters.
pub const LONGEST_NOTE: usize = 20_000;

impl Definition {
    /// Validates a draft and returns the entry it makes.
    ///
    /// # Errors
    /// Returns the errors found in the draft. An invalid day is returned alone.
    pub fn check(&self, draft: &Draft, here: &Here) -> Result<Checked, Vec<Fault>> {
        let mut faults = Vec::new();
        let mut known = |typed: Option<&String>, or: Tz| {
            read_zone(typed, or).unwrap_or_else(|fault| {
                faults.push(fault);
                or
            })
        };
        let zone = known(draft.zone.as_ref(), here.zone);
        let began = known(draft.began.as_ref(), zone);
        if draft.began.is_some() && self.covers != Covers::Night {
            faults.push(Fault::of("began", FaultKind::UnknownField));
        }
        let day = read_day(draft, here, zone, self.ahead).map_err(|fault| vec![fault])?;
        let mut values = self.check_values(draft, day, here.drink, &mut faults);
        let moved = self.place_clocks(draft, day, [began, zone], here, &mut values);
        let at = self.check_at(draft, day, zone, here, &mut faults);
        if values.is_empty() && draft.note.trim().is_empty() && faults.is_empty() {
            faults.push(Fault::whole(FaultKind::Nothing));
        }
        if draft.note.chars().count() > LONGEST_NOTE {
            faults.push(Fault::of("note", FaultKind::TooLong { max: LONGEST_NOTE }));
        }
        let entry = self.entry(draft, here, day, zone, at, values);
        faults.extend(self.apart(&entry));
        if faults.is_empty() {
            Ok(Checked { entry, moved })
        } else {
            Err(faults)
        }
    }

    fn entry(
        &self,
        draft: &Draft,
        here: &Here,
        day: NaiveDate,
        zone: Tz,
        at: Option<DateTime<Utc>>,
        values: BTreeMap<String, Vec<Value>>,
    ) -> Entry {
        let when =
            at.unwrap_or_else(|| day::instant(day.and_time(noon()), zone, Occurrence::First));
        Entry {
            uid: here.uid.clone(),
            tracker: self.key.clone(),
            day,
            at,
            until: None,
            zone: zone.name().to_owned(),
            offset: day::offset_at(zone, when),
            recorded: here.now,
            late: Some(day::patients_day(here.now, zone, here.day_starts) > day),
            source: here.source.clone(),
            note: draft.note.clone(),
            values,
        }
    }

    fn check_values(
        &self,
        draft: &Draft,
        day: NaiveDate,
        drink: f64,
        faults: &mut Vec<Fault>,
    ) -> BTreeMap<String, Vec<Value>> {
        let mut values = BTreeMap::new();
        for (key, answer) in &draft.values {
            match self
                .field(key)
                .ok_or(FaultKind::UnknownField)
                .and_then(|f| check_answer(f, answer, day, drink))
            {
                Ok(accepted) if accepted.is_empty() => {}
                Ok(accepted) => drop(values.insert(key.clone(), accepted)),
                Err(kind) => faults.push(Fault::of(key, kind)),
            }
        }
        values
    }

    /// Assigns each clock field its date and instant, and returns the keys of those moved forward
    /// by daylight saving time.
    ///
    /// The first half of a night's clocks use the zone it began in, the others the zone it ended
    /// in.
    fn place_clocks(
        &self,
        draft: &Draft,
        day: NaiveDate,
        [began, zone]: [Tz; 2],
        here: &Here,
        values: &mut BTreeMap<String, Vec<Value>>,
    ) -> Vec<String> {
        let fields: Vec<&Field> = self
            .fields
            .iter()
            .filter(|f| f.kind == Kind::Clock)
            .collect();
        let night = self.covers == Covers::Night;
        let clock = |(nth, f): (usize, &&Field)| {
            let time = values.get(&f.key)?.first()?.clock()?;
            let typed = draft.values.get(&f.key);
            let second = matches!(typed, Some(Answer::Text(t)) if day::is_second(t));
            let first = night && nth < fields.len() / 2;
            Some(night::Clock {
                time,
                zone: if first { began } else { zone },
                second,
            })
        };
        let clocks: Vec<Option<night::Clock>> = fields.iter().enumerate().map(clock).collect();
        let placed = if night {
            night::place(&clocks, day)
        } else {
            each_alone(&fields, &clocks, day, zone, here)
        };
        let mut moved = Vec::new();
        for ((field, clock), placed) in fields.iter().zip(&clocks).zip(placed) {
            if let Some((clock, placed)) = clock.zip(placed) {
                let value = Value::moment(placed.at, clock.zone, zone);
                values.insert(field.key.clone(), vec![value]);
                if placed.moved && draft.values.contains_key(&field.key) {
                    moved.push(field.key.clone());
                }
            }
        }
        moved
    }

    fn check_at(
        &self,
        draft: &Draft,
        day: NaiveDate,
        zone: Tz,
        here: &Here,
        faults: &mut Vec<Fault>,
    ) -> Option<DateTime<Utc>> {
        let typed = draft.at.as_deref().filter(|t| !t.trim().is_empty())?;
        let Some(time) = day::read_clock(typed) else {
            faults.push(Fault::of("at", FaultKind::NotAClock));
            return None;
        };
        let second = day::is_second(typed);
        let clock = Some(night::Clock { time, zone, second });
        let was = here.was(day, zone).and_then(|was| was.at);
        if let Some(at) = was.and_then(|at| as_it_was(at, clock, day, zone)) {
            return Some(at);
        }
        // A time before the day start is on the next date: 00:20 falls in the night after the day.
        let early = time < NaiveTime::MIN + chrono::Duration::minutes(i64::from(here.day_starts));
        let date = if early {
            day.succ_opt().unwrap_or(day)
        } else {
            day
        };
        let which = if second {
            Occurrence::Second
        } else {
            Occurrence::First
        };
        let at = day::instant(date.and_time(time), zone, which);
        if self.ahead == 0 && at > here.now {
            let past = day::instant(day.and_time(time), zone, which) <= here.now;
            let kind = if early && past {
                FaultKind::DayBefore
            } else {
                FaultKind::NotYet
            };
            faults.push(Fault::of("at", kind));
            return None;
        }
        Some(at)
    }

    /// Returns the first measure outside its range: each answer is valid alone, but not in
    /// combination.
    fn apart(&self, entry: &Entry) -> Vec<Fault> {
        let known = measure(self, entry.numbers(self));
        self.measures
            .iter()
            .filter(|m| {
                known.get(&m.key).is_some_and(|v| {
                    m.min.is_some_and(|min| *v < min) || m.max.is_some_and(|max| *v > max)
                })
            })
            .map(|m| Fault::of(&m.key, FaultKind::Apart))
            // The user has to check the answers only once: further errors follow from the first.
            .take(1)
            .collect()
    }
}

/// Places clocks that do not form a night, each on its own. Unchanged times keep their previous
/// instant.
fn each_alone(
    fields: &[&Field],
    clocks: &[Option<night::Clock>],
    day: NaiveDate,
    zone: Tz,
    here: &Here,
) -> Vec<Option<night::Placed>> {
    let was = here.was(day, zone);
    let place = |(field, clock): (&&Field, &Option<night::Clock>)| {
        let kept = was.and_then(|was| as_it_was(was.clock_of(&field.key)?, *clock, day, zone));
        match kept {
            Some(at) => vec![Some(night::Placed { at, moved: false })],
            None => night::place(&[*clock], alone(*clock, day, zone, here)),
        }
    };
    fields.iter().zip(clocks).flat_map(place).collect()
}

/// Returns the date of a single clock. A time before the day start is on the next date (00:20 falls
/// in the night after the day), unless that instant is still in the future.
fn alone(clock: Option<night::Clock>, day: NaiveDate, zone: Tz, here: &Here) -> NaiveDate {
    let starts = NaiveTime::MIN + chrono::Duration::minutes(i64::from(here.day_starts));
    let early = clock.map(|clock| clock.time).filter(|time| *time < starts);
    let Some((time, next)) = early.zip(day.succ_opt()) else {
        return day;
    };
    let after = day::instant(next.and_time(time), zone, Occurrence::First);
    if after > here.now { day } else { next }
}

/// Returns the previous instant if the clock time is unchanged: its date was decided when it was
/// recorded. Returns `None` if the instant can't belong to that day.
fn as_it_was(
    was: DateTime<Utc>,
    clock: Option<night::Clock>,
    day: NaiveDate,
    zone: Tz,
) -> Option<DateTime<Utc>> {
    let local = was.with_timezone(&zone).naive_local();
    let minute = |time: NaiveTime| (time.hour(), time.minute());
    let second = day::shown_second(was, zone);
    let same = clock.is_some_and(|c| minute(c.time) == minute(local.time()) && c.second == second);
    let days = (local.date() - day).num_days();
    (same && (0..=1).contains(&days)).then_some(was)
}

fn noon() -> NaiveTime {
    NaiveTime::MIN + chrono::Duration::hours(12)
}

fn read_zone(typed: Option<&String>, or: Tz) -> Result<Tz, Fault> {
    match typed {
        None => Ok(or),
        Some(name) => name
            .parse()
            .map_err(|_| Fault::of("zone", FaultKind::NotAZone)),
    }
}

fn read_day(draft: &Draft, here: &Here, zone: Tz, ahead: u32) -> Result<NaiveDate, Fault> {
    let day = NaiveDate::parse_from_str(draft.day.trim(), "%Y-%m-%d")
        .ok()
        .filter(|d| (1900..=9999).contains(&d.year()))
        .ok_or(Fault::of("day", FaultKind::NotADay))?;
    let local = here.now.with_timezone(&zone).date_naive();
    if day > local + chrono::Duration::days(i64::from(ahead)) {
        Err(Fault::of("day", FaultKind::Future))
    } else {
        Ok(day)
    }
}

fn check_answer(
    field: &Field,
    answer: &Answer,
    day: NaiveDate,
    drink: f64,
) -> Result<Vec<Value>, FaultKind> {
    match (&field.kind, answer) {
        (kind @ Kind::Quantity { .. }, answer) => quantity(kind, answer, drink),
        (Kind::Scale { min, max }, Answer::Number(n)) => number(*n, *min, *max, 1.0),
        (Kind::YesNo, Answer::Truth(yes)) => Ok(vec![Value::number(f64::from(u8::from(*yes)))]),
        (Kind::Choice { options, .. }, Answer::Text(key)) => Ok(vec![option(options, key)?]),
        (
            Kind::Choice {
                options,
                several: true,
            },
            Answer::Several(keys),
        ) => {
            let first = |(nth, key): &(usize, &String)| !keys.iter().take(*nth).any(|k| k == *key);
            let once = keys.iter().enumerate().filter(first);
            once.map(|(_, key)| option(options, key)).collect()
        }
        (Kind::Clock, Answer::Text(text)) => {
            let time = day::read_clock(text).ok_or(FaultKind::NotAClock)?;
            let local = day.and_time(time).format("%Y-%m-%dT%H:%M:%S").to_string();
            Ok(vec![Value::text(local)])
        }
        (Kind::Text { max }, Answer::Text(text)) if text.chars().count() > *max => {
            Err(FaultKind::TooLong { max: *max })
        }
        (Kind::Text { .. }, Answer::Text(text)) if text.trim().is_empty() => Ok(Vec::new()),
        (Kind::Text { .. }, Answer::Text(text)) => Ok(vec![Value::text(text.clone())]),
        (
            Kind::Scale { .. }
            | Kind::YesNo
            | Kind::Choice { .. }
            | Kind::Clock
            | Kind::Text { .. },
            _,
        ) => Err(FaultKind::WrongKind),
    }
}

/// Validates one amount, or several where the field allows them. Standard drinks are converted to
/// grams of ethanol.
fn quantity(kind: &Kind, answer: &Answer, drink: f64) -> Result<Vec<Value>, FaultKind> {
    let Kind::Quantity {
        unit,
        min,
        max,
        step,
        several,
        ..
    } = kind
    else {
        return Err(FaultKind::WrongKind);
    };
    let mut values = match answer {
        Answer::Number(n) => number(*n, *min, *max, *step)?,
        Answer::Amounts(amounts) if *several => amounts_of(amounts, *min, *max, *step)?,
        Answer::Text(_) => return Err(FaultKind::NoNumber),
        Answer::Amounts(_) | Answer::Several(_) | Answer::Truth(_) => {
            return Err(FaultKind::WrongKind);
        }
    };
    if *unit == Unit::Drinks {
        for value in &mut values {
            value.number = value.number.map(|drinks| drinks * drink);
        }
    }
    Ok(values)
}

/// Maximum number of amounts in one answer.
const MOST_AMOUNTS: usize = 50;

fn amounts_of(amounts: &[f64], min: f64, max: f64, step: f64) -> Result<Vec<Value>, FaultKind> {
    if amounts.len() > MOST_AMOUNTS || amounts.iter().sum::<f64>() > max {
        return Err(FaultKind::OutOfRange { min, max });
    }
    let each = amounts.iter().map(|n| number(*n, min, max, step));
    Ok(each
        .collect::<Result<Vec<_>, _>>()?
        .into_iter()
        .flatten()
        .collect())
}

fn number(n: f64, min: f64, max: f64, step: f64) -> Result<Vec<Value>, FaultKind> {
    if !n.is_finite() || n < min || n > max {
        return Err(FaultKind::OutOfRange { min, max });
    }
    let steps = (n - min) / step;
    if (steps - steps.round()).abs() > 1e-6 {
        return Err(FaultKind::OffStep { step });
    }
    // −0 would print as "-0" and break the exact round trip of an export.
    Ok(vec![Value::number(n + 0.0)])
}

fn option(options: &[Choice], key: &str) -> Result<Value, FaultKind> {
    let found = options
        .iter()
        .find(|o| o.key == key)
        .ok_or(FaultKind::NotAnOption)?;
    Ok(Value {
        number: found.score,
        text: Some(found.key.clone()),
    })
}
