//! What is typed about a medicine, and the record it becomes.

use super::{MAX_TEXT_LEN, name, partial_date, refuse, short, whole_number};
use crate::error::{InputErrorKind, Result};
use crate::session::Session;
use chrono::NaiveTime;
use domain::treatment::{
    Intake, MAX_INTAKES, MAX_STEPS, Medicine, MedicineKind, Plan, Segment, TaperStep,
};
use serde::{Deserialize, Serialize};

/// A medicine as typed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MedicineForm {
    /// Its name.
    pub name: String,
    /// How it is got.
    pub kind: MedicineKind,
    /// Tablet, capsule, drops and so on.
    pub form: String,
    /// What for.
    pub reason: String,
    /// Who prescribed it.
    pub prescriber: String,
    /// Its dose and plan.
    pub dose: DoseForm,
    /// Whether it is taken beside another one of the same name.
    #[serde(default)]
    pub second: bool,
}

/// A dose and its plan as typed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct DoseForm {
    /// Since when.
    pub from: String,
    /// Unit of the amounts.
    pub unit: String,
    /// Why the dose was changed.
    pub why: String,
    /// Which plan.
    pub plan: PlanKind,
    /// Intakes of a day.
    pub times: Vec<IntakeForm>,
    /// Days from one to the next, for every few days.
    pub days: String,
    /// Days of the week, 1 for Monday.
    pub weekdays: Vec<u32>,
    /// Day of the month.
    pub month_day: String,
    /// Steps of a taper.
    pub steps: Vec<StepForm>,
    /// The most a day as told, for as needed.
    pub most: String,
}

/// An intake as typed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct IntakeForm {
    /// The time of day.
    pub time: String,
    /// The amount.
    pub amount: String,
}

/// A step of a taper as typed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct StepForm {
    /// How many days.
    pub days: String,
    /// The amount of a day.
    pub amount: String,
}

/// The plans to choose from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum PlanKind {
    /// Every day.
    Daily,
    /// Some weekdays.
    Weekdays,
    /// Every few days.
    EveryDays,
    /// Monthly.
    Monthly,
    /// Tapering.
    Taper,
    /// As needed.
    AsNeeded,
}

/// Returns the medicine that was typed.
///
/// # Errors
/// `Input` with the field that can't be read.
pub(super) fn medicine(session: &Session, form: &MedicineForm) -> Result<Medicine> {
    Ok(Medicine {
        name: name(&form.name)?,
        kind: form.kind,
        form: short("form", &form.form, MAX_TEXT_LEN)?,
        reason: short("reason", &form.reason, MAX_TEXT_LEN)?,
        prescriber: short("prescriber", &form.prescriber, MAX_TEXT_LEN)?,
        segments: vec![segment(session, &form.dose)?],
        holds: Vec::new(),
        fills: Vec::new(),
        stopped: None,
    })
}

/// Returns the segment that was typed.
///
/// # Errors
/// `Input` with the field that can't be read.
pub(super) fn segment(session: &Session, form: &DoseForm) -> Result<Segment> {
    Ok(Segment {
        from: partial_date(session, "from", &form.from)?,
        unit: short("unit", &form.unit, 40)?,
        why: short("why", &form.why, MAX_TEXT_LEN)?,
        plan: plan(form)?,
    })
}

fn plan(form: &DoseForm) -> Result<Plan> {
    let whole = |field, text: &str, max| whole_number(field, text, (1, max));
    Ok(match form.plan {
        PlanKind::Daily => Plan::Daily {
            times: intakes(&form.times)?,
        },
        PlanKind::Weekdays => {
            if form.weekdays.is_empty() || form.weekdays.iter().any(|d| !(1..=7).contains(d)) {
                return refuse("weekdays", InputErrorKind::NoWeekday);
            }
            Plan::Weekdays {
                weekdays: form.weekdays.clone(),
                times: intakes(&form.times)?,
            }
        }
        PlanKind::EveryDays => Plan::EveryDays {
            days: whole("days", &form.days, 366)?,
            times: intakes(&form.times)?,
        },
        PlanKind::Monthly => Plan::Monthly {
            day: whole("month_day", &form.month_day, 31)?,
            times: intakes(&form.times)?,
        },
        PlanKind::Taper => taper(form)?,
        PlanKind::AsNeeded => Plan::AsNeeded {
            amount: amount(form.times.first().map_or("", |t| &t.amount))?,
            most: short("most", &form.most, MAX_TEXT_LEN)?,
        },
    })
}

fn taper(form: &DoseForm) -> Result<Plan> {
    if form.steps.is_empty() || form.steps.len() > MAX_STEPS {
        return refuse("steps", InputErrorKind::TooManyLines { max: MAX_STEPS });
    }
    let step = |step: &StepForm| {
        Ok(TaperStep {
            days: whole_number("steps", &step.days, (1, 366))?,
            amount: number("steps", &step.amount)?,
        })
    };
    let first = form.times.first();
    Ok(Plan::Taper {
        steps: form.steps.iter().map(step).collect::<Result<_>>()?,
        time: time(first.map_or("", |intake| &intake.time))?,
    })
}

/// Reads the intakes of a day, sorted by time.
fn intakes(typed: &[IntakeForm]) -> Result<Vec<Intake>> {
    if typed.is_empty() || typed.len() > MAX_INTAKES {
        return refuse("times", InputErrorKind::TooManyLines { max: MAX_INTAKES });
    }
    let read = |intake: &IntakeForm| {
        Ok(Intake {
            time: time(&intake.time)?,
            amount: amount(&intake.amount)?,
        })
    };
    let mut times = typed.iter().map(read).collect::<Result<Vec<_>>>()?;
    times.sort_by(|a, b| a.time.cmp(&b.time));
    if times
        .windows(2)
        .any(|pair| matches!(pair, [a, b] if a.time == b.time))
    {
        return refuse("times", InputErrorKind::SameTimeTwice);
    }
    Ok(times)
}

/// Reads a time of day: 23:10 or 11:10 pm.
pub(super) fn time(text: &str) -> Result<String> {
    let text = text.trim().to_uppercase();
    let time = NaiveTime::parse_from_str(&text, "%H:%M")
        .or_else(|_| NaiveTime::parse_from_str(&text, "%I:%M %p"));
    match time {
        Ok(time) => Ok(time.format("%H:%M").to_string()),
        Err(_) => refuse("times", InputErrorKind::NotATime),
    }
}

/// Reads an amount above zero.
fn amount(text: &str) -> Result<f64> {
    let amount = number("amount", text)?;
    if amount <= 0.0 {
        return refuse("amount", InputErrorKind::NotAnAmount);
    }
    Ok(amount)
}

/// Reads a number from 0 to a million, with either decimal mark.
fn number(field: &'static str, text: &str) -> Result<f64> {
    let text = text.trim().replace(',', ".");
    // 1,000 is a thousand to one reader and one to another: it is not guessed.
    let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
    if decimals.len() == 3 && !matches!(whole, "" | "0") {
        return refuse(field, InputErrorKind::NotAnAmount);
    }
    let plain = text.chars().all(|c| c.is_ascii_digit() || c == '.');
    match text.parse::<f64>() {
        Ok(number) if plain && (0.0..=1e6).contains(&number) => Ok(number),
        Ok(_) | Err(_) => refuse(field, InputErrorKind::NotAnAmount),
    }
}
