//! The pairs of `assets/patterns.toml`, and their values day by day.

use crate::error::{Error, Result};
use crate::figures::context::PeriodContext;
use crate::figures::measure::load_measure;
use crate::session::Session;
use domain::definition::Covers;
use domain::time::Period;
use domain::treatment::{Dose, DoseStatus};
use serde::Deserialize;
use std::collections::BTreeMap;

const PAIRS: &str = include_str!(concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../../assets/patterns.toml"
));

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    pair: Vec<ListedPair>,
}

/// A pair that is looked at.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ListedPair {
    /// What comes first.
    pub(super) first: ListedMeasure,
    /// What may follow.
    pub(super) then: ListedMeasure,
    /// Days from one to the other.
    pub(super) lags: Vec<usize>,
}

/// A measure of a tracker, or whether a dose was missed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct ListedMeasure {
    #[serde(default)]
    tracker: String,
    #[serde(default)]
    of: String,
    #[serde(default)]
    missed_doses: bool,
    /// Ending of the messages that name it.
    pub(super) words: String,
}

/// Returns the pairs.
///
/// # Errors
/// `Internal` if the file is damaged.
pub(super) fn pairs() -> Result<Vec<ListedPair>> {
    let file: File =
        toml::from_str(PAIRS).map_err(|e| Error::Internal(format!("patterns: {e}")))?;
    Ok(file.pair)
}

/// Values by day, and whether they belong to the night before. Without days if nothing of it was ever
/// written down.
#[derive(Debug, Clone, Default)]
pub(super) struct Values {
    /// By day of the period; none where it is not known, or was written later.
    pub(super) days: Vec<Option<f64>>,
    /// Whether a value belongs to the night before its day.
    pub(super) night: bool,
}

/// Values that were loaded, each once.
pub(super) struct Loaded<'a> {
    session: &'a Session,
    context: PeriodContext,
    by: BTreeMap<ListedMeasure, Values>,
}

impl<'a> Loaded<'a> {
    /// Creates the loader of a period.
    ///
    /// # Errors
    /// Fails if the journal can't be read.
    pub(super) fn new(session: &'a Session, period: Period) -> Result<Self> {
        Ok(Self {
            session,
            context: PeriodContext::new(session, period)?,
            by: BTreeMap::new(),
        })
    }

    /// Returns the values of a measure.
    ///
    /// # Errors
    /// Fails if the journal can't be read.
    pub(super) fn values(&mut self, measure: &ListedMeasure) -> Result<Values> {
        if let Some(known) = self.by.get(measure) {
            return Ok(known.clone());
        }
        let values = if measure.missed_doses {
            self.missed()?
        } else {
            self.measured(measure)?
        };
        self.by.insert(measure.clone(), values.clone());
        Ok(values)
    }

    fn measured(&self, measure: &ListedMeasure) -> Result<Values> {
        let definition = self.session.definitions().get(&measure.tracker);
        let chart = definition.and_then(|d| d.charts.iter().find(|c| c.of == measure.of));
        let (Some(definition), Some(chart)) = (definition, chart) else {
            return Ok(Values::default());
        };
        let view = load_measure(self.session, definition, chart, &self.context)?;
        let period = self.context.period;
        let mut days = view.series.values.clone();
        if days.iter().all(Option::is_none) {
            return Ok(Values::default());
        }
        // A day of which the rest was written down and nothing of this had none of it.
        for day in view.known.iter().flatten() {
            if let Some(value) = period.index(*day).and_then(|nth| days.get_mut(nth)) {
                *value = value.or(Some(0.0));
            }
        }
        if !self.session.preferences().late_in_patterns {
            for day in &view.late {
                if let Some(value) = period.index(*day).and_then(|nth| days.get_mut(nth)) {
                    *value = None;
                }
            }
        }
        Ok(Values {
            days,
            night: definition.covers == Covers::Night,
        })
    }

    /// Returns 1 for a day with a dose marked skipped or taken in part, 0 for one on which all doses
    /// were marked taken.
    fn missed(&self) -> Result<Values> {
        let period = self.context.period;
        let marks = self.session.journal().doses(period)?;
        let mut by_day: BTreeMap<_, Vec<&Dose>> = BTreeMap::new();
        for (_, dose) in &marks {
            by_day.entry(dose.day).or_default().push(dose);
        }
        let medicines = self.session.journal().medicines()?;
        let mut days = vec![None; period.days()];
        for (day, marks) in by_day {
            let doses = medicines.iter().flat_map(|(uid, medicine)| {
                let own = marks.iter().copied().filter(|dose| dose.medicine == *uid);
                let own: Vec<&Dose> = own.collect();
                let doses = medicine.doses_of_day(day, &own);
                let status = doses
                    .into_iter()
                    .map(|dose| dose.mark.map(|mark| mark.status));
                status.collect::<Vec<_>>()
            });
            let doses: Vec<Option<DoseStatus>> = doses.collect();
            let missed = |status: &Option<DoseStatus>| {
                matches!(status, Some(DoseStatus::Skipped | DoseStatus::Partly))
            };
            let value = if doses.iter().any(missed) {
                Some(1.0)
            } else {
                (!doses.is_empty() && doses.iter().all(Option::is_some)).then_some(0.0)
            };
            if let Some(slot) = period.index(day).and_then(|nth| days.get_mut(nth)) {
                *slot = value;
            }
        }
        Ok(Values { days, night: false })
    }
}
