//! Marks of doses over the last weeks.

use crate::error::Result;
use crate::session::Session;
use chrono::{Duration, NaiveDate};
use domain::time::Period;
use domain::treatment::{Adherence, Dose, DoseStatus, Medicine, SkipReason, adherence};
use std::collections::{BTreeMap, HashMap};

/// The uid of the mark of a planned dose: the same on every computer.
pub(super) fn uid(medicine: &str, day: NaiveDate, time: &str) -> String {
    format!("{medicine}-{day}-{time}")
}

/// Days over which marks are counted.
pub(super) const DAYS: i64 = 28;

/// The marks of a stretch by medicine.
pub(super) struct Marks {
    period: Period,
    by_uid: HashMap<String, Dose>,
}

impl Marks {
    /// Loads the marks of the days up to yesterday: the doses of today may still come.
    pub(super) fn load(session: &Session) -> Result<Self> {
        let yesterday = session.today() - Duration::days(1);
        let period = Period::ending(yesterday, DAYS);
        let by_uid = session.journal().doses(period)?.into_iter().collect();
        Ok(Self { period, by_uid })
    }

    /// Returns the marks of a medicine on a day.
    fn of(&self, id: &str, day: NaiveDate) -> Vec<&Dose> {
        let of = |dose: &&Dose| dose.day == day && dose.medicine == id;
        self.by_uid.values().filter(of).collect()
    }

    /// Counts the marks of the doses of a medicine, without those on hold.
    pub(super) fn adherence(&self, id: &str, medicine: &Medicine) -> Adherence {
        let mut marks = Vec::new();
        for nth in 0..self.period.days() {
            let day = self.period.day(nth);
            let doses = medicine.doses_of_day(day, &self.of(id, day));
            let counted = doses
                .iter()
                .filter(|dose| dose.mark.is_some() || medicine.is_scheduled_on(day));
            marks.extend(counted.map(|dose| dose.mark));
        }
        adherence(marks)
    }

    /// Counts the doses of a medicine that were taken as needed.
    pub(super) fn as_needed(&self, id: &str) -> usize {
        let of = |dose: &&Dose| dose.as_needed && dose.medicine == id;
        self.by_uid.values().filter(of).count()
    }

    /// Returns why doses of a medicine were skipped, by reason.
    pub(super) fn reasons(&self, id: &str) -> BTreeMap<SkipReason, usize> {
        let skipped = self
            .by_uid
            .values()
            .filter(|dose| dose.medicine == id && dose.status == DoseStatus::Skipped);
        let mut reasons = BTreeMap::new();
        for reason in skipped.filter_map(|dose| dose.reason) {
            *reasons.entry(reason).or_default() += 1;
        }
        reasons
    }
}
