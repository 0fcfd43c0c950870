//! Comparisons of two scores in words.

use super::scored::{Scale, Scored};
use crate::error::Result;
use crate::msg;
use chrono::NaiveDate;
use domain::localizer::{DateStyle, Localizer};
use domain::questionnaire::{ScaleSettings, change};
use serde::{Deserialize, Serialize};

/// An earlier score, and how the present one differs from it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Comparison {
    /// "last time", "last visit" or "your start".
    pub label: String,
    /// Its day.
    pub day: String,
    /// Its total, as text.
    pub total: String,
    /// "3 lower: smaller than the scale can tell apart".
    pub words: String,
}

impl Scale<'_> {
    /// Returns "3 lower: smaller than the scale can tell apart".
    pub(super) fn change_text(&self, earlier: f64, later: f64) -> String {
        let locale = self.session.locale();
        let change = change(self.questionnaire, earlier, later);
        if change.delta == 0.0 {
            return locale.text(msg::SCALE_SAME);
        }
        let by = self.number(change.delta.abs());
        let moved = if change.delta < 0.0 {
            msg::SCALE_LOWER
        } else {
            msg::SCALE_HIGHER
        };
        let moved = locale.format(moved, &[("by", by.into())]);
        let noise = match (change.reliable, self.questionnaire.reliable_change) {
            (Some(true), Some(at)) => locale.format(
                msg::SCALE_MORE_THAN_NOISE,
                &[("at", self.number(at).into())],
            ),
            (Some(false), _) => locale.text(msg::SCALE_WITHIN_NOISE),
            (Some(true), None) | (None, _) => return moved,
        };
        let with = [("moved", moved.into()), ("noise", noise.into())];
        locale.format(msg::SCALE_CHANGE, &with)
    }

    /// Compares the total of `day` with the last one before it, the one of the last visit and the
    /// person's start.
    pub(super) fn comparisons(
        &self,
        complete: &[Scored],
        settings: &ScaleSettings,
        (day, total): (NaiveDate, f64),
    ) -> Result<Vec<Comparison>> {
        let before = |until: NaiveDate| {
            complete
                .iter()
                .rev()
                .find(|s| s.day <= until && s.day < day)
        };
        let last = day.pred_opt().and_then(before);
        let visit = self.session.journal().visit("next")?;
        let visit = visit.and_then(|v| v.date).filter(|date| *date < day);
        let visit = visit.and_then(before);
        let start = start(complete, settings, day);
        let labelled = [
            (msg::SCALE_LAST_TIME, last),
            (msg::SCALE_LAST_VISIT, visit),
            (msg::SCALE_START, start),
        ];
        let said = labelled.into_iter().filter_map(|(label, earlier)| {
            let earlier = earlier?;
            Some(Comparison {
                label: self.session.locale().text(label),
                day: self.session.locale().date(earlier.day, DateStyle::Short),
                total: self.number(earlier.total),
                words: self.change_text(earlier.total, total),
            })
        });
        Ok(said.collect())
    }

    /// Returns the two marks that clinicians use, and whether they are reached: half of the start,
    /// and a total below the threshold of remission. None without a start high enough to say so.
    pub(super) fn marks(
        &self,
        complete: &[Scored],
        settings: &ScaleSettings,
        (day, total): (NaiveDate, f64),
    ) -> Vec<String> {
        let Some(start) = start(complete, settings, day) else {
            return Vec::new();
        };
        let change = change(self.questionnaire, start.total, total);
        if !change.response_applies {
            return Vec::new();
        }
        let locale = self.session.locale();
        let reached = |yes: bool| {
            locale.text(if yes {
                msg::SCALE_REACHED
            } else {
                msg::SCALE_NOT_REACHED
            })
        };
        let half = [
            ("half", self.number(start.total / 2.0).into()),
            ("reached", reached(change.response).into()),
        ];
        let below = self.questionnaire.remission_below.map(|at| {
            let with = [
                ("at", self.number(at).into()),
                ("reached", reached(change.remission).into()),
            ];
            locale.format(msg::SCALE_REMISSION, &with)
        });
        std::iter::once(locale.format(msg::SCALE_RESPONSE, &half))
            .chain(below)
            .collect()
    }
}

/// Returns the score that the person chose as their start, if it lies before `day`.
fn start<'s>(
    complete: &'s [Scored],
    settings: &ScaleSettings,
    day: NaiveDate,
) -> Option<&'s Scored> {
    let start = settings.baseline.filter(|start| *start < day)?;
    complete.iter().find(|s| s.day == start)
}
