//! Plans: when a medicine is taken.
//!
//! A plan is by the clock of the wall on the patient's days, so a change of the clock or a flight
//! neither adds nor loses a dose.

use chrono::{Datelike as _, NaiveDate};
use serde::{Deserialize, Serialize};

/// Most intakes on one day.
pub const MAX_INTAKES: usize = 24;

/// Most steps of a taper.
pub const MAX_STEPS: usize = 60;

/// When a medicine is taken.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Plan {
    /// Every day.
    Daily {
        /// Intakes of a day.
        times: Vec<Intake>,
    },
    /// Every so many days, from the first day of the segment on; also injections of a depot.
    EveryDays {
        /// Days from one to the next.
        days: u32,
        /// Intakes of such a day.
        times: Vec<Intake>,
    },
    /// On some days of the week.
    Weekdays {
        /// Days of the week, 1 for Monday to 7 for Sunday.
        weekdays: Vec<u32>,
        /// Intakes of such a day.
        times: Vec<Intake>,
    },
    /// Once a month.
    Monthly {
        /// Day of the month; the last day of a month that is shorter.
        day: u32,
        /// Intakes of such a day.
        times: Vec<Intake>,
    },
    /// Smaller or larger steps of some days each, then nothing.
    Taper {
        /// The steps, in order.
        steps: Vec<TaperStep>,
        /// The time of day, HH:MM.
        time: String,
    },
    /// As needed.
    AsNeeded {
        /// The amount of one intake.
        amount: f64,
        /// The most a day as the person was told, as typed; never checked.
        most: String,
    },
}

/// One intake of a day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Intake {
    /// The time of day, HH:MM.
    pub time: String,
    /// The amount, in the unit of the segment.
    pub amount: f64,
}

/// One step of a taper.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TaperStep {
    /// How many days it lasts.
    pub days: u32,
    /// The amount of a day, in the unit of the segment.
    pub amount: f64,
}

impl Plan {
    /// Returns the intakes planned for a day, for a segment that begins on `from`. Empty for as
    /// needed.
    pub fn intakes(&self, from: NaiveDate, day: NaiveDate) -> Vec<Intake> {
        let since = (day - from).num_days();
        if since < 0 {
            return Vec::new();
        }
        match self {
            Self::Daily { times } => times.clone(),
            Self::EveryDays { days, times } => on(since % i64::from((*days).max(1)) == 0, times),
            Self::Weekdays { weekdays, times } => on(
                weekdays.contains(&day.weekday().number_from_monday()),
                times,
            ),
            Self::Monthly { day: nth, times } => on(day.day() == day_of_month(day, *nth), times),
            Self::Taper { steps, time } => step_on(steps, since)
                .map(|amount| Intake {
                    time: time.clone(),
                    amount,
                })
                .into_iter()
                .collect(),
            Self::AsNeeded { .. } => Vec::new(),
        }
    }

    /// Returns the amount of a certain day of a taper, else of a day of the plan.
    pub fn amount_on(&self, from: NaiveDate, day: NaiveDate) -> Option<f64> {
        match self {
            Self::Taper { .. } => Some(self.intakes(from, day).iter().map(|i| i.amount).sum()),
            Self::Daily { .. }
            | Self::EveryDays { .. }
            | Self::Weekdays { .. }
            | Self::Monthly { .. }
            | Self::AsNeeded { .. } => self.amount_a_day(),
        }
    }

    /// Returns the amount of a day of the plan; none for as needed, and for a taper the first step.
    pub fn amount_a_day(&self) -> Option<f64> {
        let sum = |times: &[Intake]| times.iter().map(|intake| intake.amount).sum();
        match self {
            Self::Daily { times }
            | Self::EveryDays { times, .. }
            | Self::Weekdays { times, .. }
            | Self::Monthly { times, .. } => Some(sum(times)),
            Self::Taper { steps, .. } => steps.first().map(|step| step.amount),
            Self::AsNeeded { .. } => None,
        }
    }
}

fn on(is: bool, times: &[Intake]) -> Vec<Intake> {
    if is { times.to_vec() } else { Vec::new() }
}

/// Returns `nth`, or the last day of a shorter month.
fn day_of_month(day: NaiveDate, nth: u32) -> u32 {
    let first = day.with_day(1).unwrap_or(day);
    let last = first
        .checked_add_months(chrono::Months::new(1))
        .and_then(|next| next.pred_opt())
        .map_or(28, |last| last.day());
    nth.min(last)
}

/// Returns the amount of the step that covers a day; none once all steps are over, or for a step of
/// nothing.
fn step_on(steps: &[TaperStep], since: i64) -> Option<f64> {
    let mut left = since;
    for step in steps {
        if left < i64::from(step.days) {
            return (step.amount > 0.0).then_some(step.amount);
        }
        left -= i64::from(step.days);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap_or_default()
    }

    fn at_eight(amount: f64) -> Vec<Intake> {
        vec![Intake {
            time: "08:00".into(),
            amount,
        }]
    }

    fn days_with(plan: &Plan, from: &str, to: &str) -> Vec<String> {
        let (from, to) = (day(from), day(to));
        let days = from.iter_days().take_while(|d| *d <= to);
        days.filter(|d| !plan.intakes(from, *d).is_empty())
            .map(|d| d.to_string())
            .collect()
    }

    #[test]
    fn clock_change_neither_adds_nor_loses_a_dose() {
        let plan = Plan::Daily {
            times: at_eight(50.0),
        };
        // Central Europe: clocks go forward on 29 March and back on 25 October 2026.
        for around in ["2026-03-29", "2026-10-25"] {
            let at = day(around);
            for d in [at.pred_opt(), Some(at), at.succ_opt()]
                .into_iter()
                .flatten()
            {
                assert_eq!(plan.intakes(day("2026-01-01"), d).len(), 1, "{d}");
            }
        }
        assert_eq!(plan.intakes(day("2026-01-02"), day("2026-01-01")), []);
    }

    #[test]
    fn days_follow_the_plan() {
        let times = at_eight(1.0);
        let every = Plan::EveryDays {
            days: 28,
            times: times.clone(),
        };
        assert_eq!(
            days_with(&every, "2026-02-02", "2026-04-01"),
            ["2026-02-02", "2026-03-02", "2026-03-30"]
        );
        let weekdays = Plan::Weekdays {
            weekdays: vec![1, 4],
            times: times.clone(),
        };
        assert_eq!(
            days_with(&weekdays, "2026-11-23", "2026-11-30"),
            ["2026-11-23", "2026-11-26", "2026-11-30"]
        );
        let monthly = Plan::Monthly { day: 31, times };
        assert_eq!(
            days_with(&monthly, "2026-01-30", "2026-04-30"),
            ["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30"]
        );
    }

    #[test]
    fn taper_goes_down_its_steps_and_ends() {
        let step = |days, amount| TaperStep { days, amount };
        let plan = Plan::Taper {
            steps: vec![step(7, 40.0), step(7, 20.0), step(2, 0.0), step(1, 10.0)],
            time: "08:00".into(),
        };
        let amount = |nth: u64| {
            let from = day("2026-11-01");
            let at = from + chrono::Days::new(nth);
            plan.intakes(from, at).first().map(|intake| intake.amount)
        };
        let amounts = [0, 6, 7, 13, 14, 15, 16, 17].map(amount);
        assert_eq!(
            amounts,
            [
                Some(40.0),
                Some(40.0),
                Some(20.0),
                Some(20.0),
                None,
                None,
                Some(10.0),
                None
            ]
        );
    }
}
