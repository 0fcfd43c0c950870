//! Medicines, plans and marks in words.

use super::marks::{DAYS, Marks};
use crate::msg;
use crate::session::Session;
use chrono::NaiveTime;
use domain::Unit;
use domain::definition::Labels;
use domain::localizer::{DateStyle, Localizer};
use domain::treatment::{
    Helped, Intake, Known, Medicine, PartialDate, Plan, Segment, SkipReason, StopReason, TaperStep,
};

/// Returns a date as far as it is known: "2019", "Mar 2019", "14 Mar 2019".
pub(super) fn date_text(session: &Session, date: &PartialDate) -> String {
    let locale = session.locale();
    let day = date.earliest();
    if date.known_day().is_some() {
        return locale.date(day, DateStyle::Short);
    }
    let year = locale.date(day, DateStyle::Year);
    if date.has_month() {
        format!("{} {year}", locale.date(day, DateStyle::Month))
    } else {
        year
    }
}

/// Returns "50 mg".
pub(crate) fn amount_text(session: &Session, amount: f64, unit: &str) -> String {
    let number = session
        .locale()
        .amount(amount, &Unit::Points, &Labels::default());
    if unit.is_empty() {
        number
    } else {
        format!("{number} {unit}")
    }
}

/// Returns a time of day as it is shown.
pub(crate) fn plan_time(session: &Session, time: &str) -> String {
    NaiveTime::parse_from_str(time, "%H:%M")
        .map_or_else(|_| time.to_owned(), |time| session.locale().time(time))
}

fn times_text(session: &Session, times: &[Intake], unit: &str) -> String {
    let one = |intake: &Intake| {
        let with = [
            ("amount", amount_text(session, intake.amount, unit).into()),
            ("time", plan_time(session, &intake.time).into()),
        ];
        session.locale().format(msg::PLAN_AT, &with)
    };
    times.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// Returns "50 mg at 08:00, every day".
pub(super) fn plan_text(session: &Session, segment: &Segment) -> String {
    let locale = session.locale();
    let times = |times: &[Intake]| times_text(session, times, &segment.unit).into();
    match &segment.plan {
        Plan::Daily { times: all } => locale.format(msg::PLAN_DAILY, &[("times", times(all))]),
        Plan::EveryDays { days, times: all } => {
            let with = [("times", times(all)), ("days", (*days).into())];
            locale.format(msg::PLAN_EVERY_DAYS, &with)
        }
        Plan::Weekdays {
            weekdays,
            times: all,
        } => {
            let names = weekdays
                .iter()
                .map(|n| locale.text(&format!("weekday-{n}")));
            let days = names.collect::<Vec<_>>().join(", ");
            let with = [("times", times(all)), ("days", days.into())];
            locale.format(msg::PLAN_WEEKDAYS, &with)
        }
        Plan::Monthly { day, times: all } => {
            let with = [("times", times(all)), ("day", day.to_string().into())];
            locale.format(msg::PLAN_MONTHLY, &with)
        }
        Plan::Taper { steps, time } => taper_text(session, steps, time, &segment.unit),
        Plan::AsNeeded { amount, most } => as_needed_text(session, *amount, most, &segment.unit),
    }
}

fn taper_text(session: &Session, steps: &[TaperStep], time: &str, unit: &str) -> String {
    let locale = session.locale();
    let one = |step: &TaperStep| {
        let amount = amount_text(session, step.amount, unit);
        let with = [("amount", amount.into()), ("days", step.days.into())];
        locale.format(msg::PLAN_STEP, &with)
    };
    let steps = steps.iter().map(one).collect::<Vec<_>>().join(", ");
    let with = [
        ("steps", steps.into()),
        ("time", plan_time(session, time).into()),
    ];
    locale.format(msg::PLAN_TAPER, &with)
}

fn as_needed_text(session: &Session, amount: f64, most: &str, unit: &str) -> String {
    let locale = session.locale();
    let amount = amount_text(session, amount, unit);
    let needed = locale.format(msg::PLAN_AS_NEEDED, &[("amount", amount.into())]);
    if most.is_empty() {
        return needed;
    }
    let most = locale.format(msg::DOSE_MOST, &[("most", most.into())]);
    format!("{needed}, {most}")
}

/// Returns "24 of 28 marked taken, 1 skipped (side effects), 3 not recorded"; empty if nothing was
/// scheduled.
pub(super) fn marks_text(
    session: &Session,
    marks: &Marks,
    id: &str,
    medicine: &Medicine,
) -> String {
    let locale = session.locale();
    let counted = marks.adherence(id, medicine);
    let taken = marks.as_needed(id);
    let current = medicine.current(session.today());
    let as_needed = current.is_some_and(|s| s.plan.amount_a_day().is_none());
    let needed = (as_needed || taken > 0).then(|| {
        let with = [("count", taken.into()), ("days", DAYS.to_string().into())];
        locale.format(msg::DOSES_AS_NEEDED, &with)
    });
    if counted.scheduled == 0 {
        return needed.unwrap_or_default();
    }
    let with = [
        ("taken", counted.taken.to_string().into()),
        ("of", counted.scheduled.to_string().into()),
    ];
    let mut parts = vec![locale.format(msg::DOSES_TAKEN, &with)];
    let mut add = |count: usize, message: &'static str, why: String| {
        if count > 0 {
            let with = [("count", count.into()), ("why", why.into())];
            parts.push(locale.format(message, &with));
        }
    };
    add(counted.late, msg::DOSES_LATE, String::new());
    add(counted.partly, msg::DOSES_PARTLY, String::new());
    add(
        counted.skipped,
        msg::DOSES_SKIPPED,
        reasons_text(session, marks, id),
    );
    add(counted.not_recorded, msg::DOSES_NOT_RECORDED, String::new());
    parts.extend(needed);
    parts.join(", ")
}

fn reasons_text(session: &Session, marks: &Marks, id: &str) -> String {
    let reasons = marks.reasons(id);
    if reasons.is_empty() {
        return String::new();
    }
    let named = reasons
        .keys()
        .map(|reason| session.locale().text(skip_reason(*reason)));
    format!(" ({})", named.collect::<Vec<_>>().join(", "))
}

pub(crate) fn skip_reason(reason: SkipReason) -> &'static str {
    match reason {
        SkipReason::Forgot => msg::SKIP_FORGOT,
        SkipReason::SideEffects => msg::SKIP_SIDE_EFFECTS,
        SkipReason::RanOut => msg::SKIP_RAN_OUT,
        SkipReason::FeltBetter => msg::SKIP_FELT_BETTER,
        SkipReason::ChoseNotTo => msg::SKIP_CHOSE_NOT_TO,
        SkipReason::Cost => msg::SKIP_COST,
        SkipReason::Other => msg::SKIP_OTHER,
    }
}

/// Returns the message of a reason; none if nothing was said.
pub(super) fn stop_reason(reason: StopReason) -> Option<&'static str> {
    match reason {
        StopReason::NotEnoughHelp => Some(msg::STOP_NOT_ENOUGH),
        StopReason::SideEffects => Some(msg::SKIP_SIDE_EFFECTS),
        StopReason::Finished => Some(msg::STOP_FINISHED),
        StopReason::Cost => Some(msg::SKIP_COST),
        StopReason::Other => None,
    }
}

pub(super) fn helped(session: &Session, helped: Option<Helped>) -> String {
    let key = match helped {
        None => return String::new(),
        Some(Helped::None) => msg::HELPED_NONE,
        Some(Helped::ALittle) => msg::HELPED_LITTLE,
        Some(Helped::Half) => msg::HELPED_HALF,
        Some(Helped::ALot) => msg::HELPED_LOT,
        Some(Helped::Fully) => msg::HELPED_FULLY,
        Some(Helped::DontRemember) => msg::DONT_REMEMBER,
    };
    session.locale().text(key)
}

pub(super) fn known(session: &Session, known: Known) -> String {
    session.locale().text(match known {
        Known::Memory => msg::KNOWN_MEMORY,
        Known::Letter => msg::KNOWN_LETTER,
        Known::Pharmacy => msg::KNOWN_PHARMACY,
        Known::Journal => msg::KNOWN_JOURNAL,
    })
}
