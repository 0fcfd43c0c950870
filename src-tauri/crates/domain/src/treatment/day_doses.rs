//! The doses of a day: what was marked, and what is planned and has no mark.

use super::{Dose, Medicine};
use chrono::NaiveDate;

/// A dose of a day that belongs to a plan.
#[derive(Debug, Clone, PartialEq)]
pub struct DayDose<'a> {
    /// The time, HH:MM.
    pub time: String,
    /// The amount: of the mark, else of the plan.
    pub amount: f64,
    /// The unit.
    pub unit: String,
    /// Its mark.
    pub mark: Option<&'a Dose>,
}

impl Medicine {
    /// Returns the doses of a day, by time. `marks` are all marks of this medicine on that day.
    ///
    /// What was marked stands as it was marked, also if the plan, a hold or a stop came later. A mark
    /// at a time that is no longer planned stands for one of the planned doses.
    pub fn doses_of_day<'a>(&self, day: NaiveDate, marks: &[&'a Dose]) -> Vec<DayDose<'a>> {
        let marked = marks.iter().filter(|dose| !dose.as_needed);
        let mut doses: Vec<DayDose<'a>> = marked
            .map(|dose| DayDose {
                time: dose.time.clone(),
                amount: dose.amount,
                unit: dose.unit.clone(),
                mark: Some(dose),
            })
            .collect();
        let mut planned = self.planned(day);
        let other = doses
            .iter()
            .filter(|dose| planned.iter().all(|p| p.time != dose.time));
        let other = other.count();
        planned.retain(|plan| doses.iter().all(|dose| dose.time != plan.time));
        doses.extend(planned.into_iter().skip(other));
        doses.sort_by(|a, b| a.time.cmp(&b.time));
        doses
    }

    /// Returns what is planned for a day on which it is taken and not on hold.
    fn planned<'a>(&self, day: NaiveDate) -> Vec<DayDose<'a>> {
        let Some((segment, from)) = self.segment_on(day) else {
            return Vec::new();
        };
        if !self.is_taken_on(day) || self.is_on_hold(day) {
            return Vec::new();
        }
        let dose = |intake: super::Intake| DayDose {
            time: intake.time,
            amount: intake.amount,
            unit: segment.unit.clone(),
            mark: None,
        };
        segment
            .plan
            .intakes(from, day)
            .into_iter()
            .map(dose)
            .collect()
    }

    /// Returns whether a day counts among the scheduled ones: from the last day that its start can
    /// mean, so that no dose is invented before it.
    pub fn is_scheduled_on(&self, day: NaiveDate) -> bool {
        self.segments
            .first()
            .is_some_and(|first| day >= first.from.latest())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::treatment::{
        DoseStatus, Hold, Intake, MedicineKind, PartialDate, Plan, Segment, Stop, StopReason,
    };

    fn day(nth: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, nth).unwrap_or_default()
    }

    fn medicine(times: &[&str]) -> Medicine {
        let intake = |time: &&str| Intake {
            time: (*time).to_owned(),
            amount: 100.0,
        };
        Medicine {
            name: "Sertraline".into(),
            kind: MedicineKind::Prescribed,
            form: String::new(),
            reason: String::new(),
            prescriber: String::new(),
            segments: vec![Segment {
                from: PartialDate::whole(day(1)),
                unit: "mg".into(),
                plan: Plan::Daily {
                    times: times.iter().map(intake).collect(),
                },
                why: String::new(),
            }],
            holds: Vec::new(),
            fills: Vec::new(),
            stopped: None,
        }
    }

    fn taken(time: &str, amount: f64) -> Dose {
        Dose {
            medicine: "m".into(),
            day: day(10),
            time: time.into(),
            status: DoseStatus::Taken,
            reason: None,
            amount,
            unit: "mg".into(),
            as_needed: false,
        }
    }

    fn said(medicine: &Medicine, marks: &[&Dose]) -> Vec<(String, f64, bool)> {
        let doses = medicine.doses_of_day(day(10), marks).into_iter();
        doses
            .map(|d| (d.time, d.amount, d.mark.is_some()))
            .collect()
    }

    #[test]
    fn mark_stands_as_it_was_whatever_the_plan_says_now() {
        let mark = taken("08:00", 50.0);
        let now = medicine(&["08:00"]);
        assert_eq!(said(&now, &[&mark]), [("08:00".into(), 50.0, true)]);
        // The time was changed later: the mark stands for the dose of that day.
        let later = medicine(&["09:00"]);
        assert_eq!(said(&later, &[&mark]), [("08:00".into(), 50.0, true)]);
        let twice = medicine(&["09:00", "20:00"]);
        let both = [("08:00".into(), 50.0, true), ("20:00".into(), 100.0, false)];
        assert_eq!(said(&twice, &[&mark]), both);
    }

    #[test]
    fn mark_stays_on_a_day_of_hold_or_stop() {
        let mark = taken("08:00", 50.0);
        let mut held = medicine(&["08:00"]);
        held.holds.push(Hold {
            from: day(10),
            to: None,
        });
        assert_eq!(said(&held, &[]), []);
        assert_eq!(said(&held, &[&mark]).len(), 1);
        let mut stopped = medicine(&["08:00"]);
        stopped.stopped = Some(Stop {
            on: PartialDate::whole(day(10)),
            reason: StopReason::Other,
            note: String::new(),
        });
        assert_eq!(said(&stopped, &[]), []);
        assert_eq!(said(&stopped, &[&mark]).len(), 1);
    }
}
