//! Scores of filled-in questionnaires, and how they are said.

use crate::error::Result;
use crate::msg;
use crate::session::Session;
use chrono::{Duration, NaiveDate};
use domain::definition::Labels;
use domain::localizer::Localizer;
use domain::questionnaire::{Score, score};
use domain::time::Period;
use domain::{Band, Definition, Entry, Questionnaire, Unit};

/// A questionnaire of a day with a total.
pub(super) struct Scored {
    pub(super) day: NaiveDate,
    pub(super) total: f64,
}

/// A questionnaire with all that it takes to say its scores.
pub(super) struct Scale<'a> {
    pub(super) session: &'a Session,
    pub(super) definition: &'a Definition,
    pub(super) questionnaire: &'a Questionnaire,
    pub(super) labels: Labels,
}

impl<'a> Scale<'a> {
    pub(super) fn new(
        session: &'a Session,
        definition: &'a Definition,
        questionnaire: &'a Questionnaire,
    ) -> Self {
        Self {
            session,
            definition,
            questionnaire,
            labels: session.locale().labels_of(definition),
        }
    }

    /// Returns its entries of all time, oldest first.
    pub(super) fn entries(&self) -> Result<Vec<Entry>> {
        let journal = self.session.journal();
        journal.date_range()?.map_or_else(
            || Ok(Vec::new()),
            |ever: Period| Ok(journal.entries_of(&self.definition.key, ever)?),
        )
    }

    /// Returns the complete ones, oldest first.
    pub(super) fn complete(&self, entries: &[Entry]) -> Vec<Scored> {
        let scored = entries.iter().filter_map(|entry| {
            Some(Scored {
                day: entry.day,
                total: self.score(entry).total?,
            })
        });
        scored.collect()
    }

    pub(super) fn score(&self, entry: &Entry) -> Score<'a> {
        score(self.definition, self.questionnaire, entry)
    }

    /// Returns whether its questions are answered here.
    pub(super) fn has_items(&self) -> bool {
        self.definition.measure(&self.questionnaire.total).is_some()
    }

    pub(super) fn title(&self) -> String {
        self.labels.get_or_key("title").to_owned()
    }

    pub(super) fn label(&self, key: &str) -> String {
        self.labels.get(key).unwrap_or_default().to_owned()
    }

    pub(super) fn number(&self, value: f64) -> String {
        self.session
            .locale()
            .amount(value, &Unit::Points, &self.labels)
    }

    /// Returns the lowest and highest total.
    pub(super) fn range(&self) -> (f64, f64) {
        let chart = self.definition.chart(&self.questionnaire.total);
        chart.map_or((0.0, 0.0), |chart| {
            (chart.min.unwrap_or(0.0), chart.max.unwrap_or(0.0))
        })
    }

    /// Returns the bands of the total, from low to high.
    pub(super) fn bands(&self) -> impl Iterator<Item = &'a Band> {
        let total = &self.questionnaire.total;
        self.definition.bands.iter().filter(move |b| &b.of == total)
    }

    /// Returns "of 27 · moderate".
    pub(super) fn of_range(&self, score: &Score<'_>) -> String {
        let locale = self.session.locale();
        let max = self.number(self.range().1);
        let of = locale.format(msg::SCALE_OF, &[("max", max.into())]);
        let band = score.band.map(|band| self.label(&band.key));
        std::iter::once(of)
            .chain(band)
            .collect::<Vec<_>>()
            .join(" · ")
    }

    /// Returns whether nothing is left to answer: each item that the total needs was answered or
    /// declined.
    pub(super) fn is_finished(&self, entry: &Entry) -> bool {
        let total = self.definition.measure(&self.questionnaire.total);
        total.map_or_else(
            || self.score(entry).total.is_some(),
            |total| {
                total
                    .formula
                    .parts()
                    .iter()
                    .all(|item| entry.values.contains_key(item))
            },
        )
    }

    /// Returns "12 of 27 · moderate", or how many questions were answered.
    pub(super) fn entry_text(&self, entry: &Entry) -> String {
        let score = self.score(entry);
        match score.total {
            Some(total) => format!("{} {}", self.number(total), self.of_range(&score)),
            None => self.without_total(&score),
        }
    }

    /// Returns "7 of 9 answered – no total".
    pub(super) fn without_total(&self, score: &Score<'_>) -> String {
        let with = [
            ("answered", score.answered.to_string().into()),
            ("items", score.items.to_string().into()),
        ];
        self.session.locale().format(msg::SCALE_NO_TOTAL, &with)
    }
}

/// Days for which one that was begun can be gone on with.
const RESUMABLE_DAYS: i64 = 1;

/// Returns an incomplete one that was begun today or yesterday.
pub(super) fn unfinished<'e>(scale: &Scale<'_>, entries: &'e [Entry]) -> Option<&'e Entry> {
    let last = entries.last()?;
    let from = scale.session.today() - Duration::days(RESUMABLE_DAYS);
    let open = scale.has_items() && last.day >= from && !scale.is_finished(last);
    open.then_some(last)
}
