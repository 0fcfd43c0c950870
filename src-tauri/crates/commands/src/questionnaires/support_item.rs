//! The item about thoughts of death: what is said at once when it was answered with 1 or more.
//!
//! Never locks, hides, scores or shares anything. The rules are those of the clinical facts: any
//! value from 1, whatever the total and however many other items are answered.

use super::scored::Scale;
use crate::changed::{Changed, Topic};
use crate::error::Result;
use crate::msg;
use crate::operation::Operation;
use crate::session::Session;
use crate::visit::prepare;
use domain::localizer::{DateStyle, Localizer};
use domain::questionnaire::item_score;
use domain::{Entry, Visit};
use journal::Change;
use serde::{Deserialize, Serialize};

/// What is shown once the item was answered with 1 or more.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SupportItemView {
    /// What was noted, in the words of the answer.
    pub noted: String,
    /// "That is more often than last time."; empty if it is not, or nothing is known of last time.
    pub more: String,
    /// Whether to suggest telling a clinician before the next visit.
    pub sooner: bool,
    /// "Mark this to talk about on Thursday, 26 November 2026".
    pub mark: String,
    /// What then stands on the page.
    pub on_page: String,
    /// Whether it is marked.
    pub marked: bool,
}

/// Score of the item from which telling a clinician sooner is suggested.
const SOONER_FROM: f64 = 2.0;

impl Scale<'_> {
    /// Returns what is said about the item of an entry; none if it was answered with 0, declined or
    /// not answered.
    pub(super) fn support_item(
        &self,
        entry: &Entry,
        entries: &[Entry],
    ) -> Result<Option<SupportItemView>> {
        let Some(item) = self.questionnaire.support_item.as_deref() else {
            return Ok(None);
        };
        let Some(score) = item_score(entry, item).filter(|score| *score >= 1.0) else {
            return Ok(None);
        };
        let mut earlier = entries.iter().rev().filter(|e| e.day < entry.day);
        let last = earlier.find_map(|e| item_score(e, item));
        let more = last.is_some_and(|last| score > last);
        let locale = self.session.locale();
        let answer = self.answer_label(entry, item);
        let visit = prepare::next(self.session)?;
        Ok(Some(SupportItemView {
            noted: locale.format(msg::ITEM_NOTED, &[("often", answer.to_lowercase().into())]),
            more: if more {
                locale.text(msg::ITEM_MORE_OFTEN)
            } else {
                String::new()
            },
            sooner: more || score >= SOONER_FROM,
            mark: self.mark_text(&visit),
            on_page: if visit.without_support_item {
                locale.text(msg::ITEM_NOT_ON_PAGE)
            } else {
                locale.format(
                    msg::ITEM_ON_PAGE,
                    &[("answer", answer.to_lowercase().into())],
                )
            },
            marked: !visit.without_support_item,
        }))
    }

    fn answer_label(&self, entry: &Entry, item: &str) -> String {
        let value = entry.values.get(item).and_then(|values| values.first());
        let option = value.and_then(|v| v.text.as_deref()).unwrap_or_default();
        self.label(&format!("{item}.{option}"))
    }

    fn mark_text(&self, visit: &Visit) -> String {
        let locale = self.session.locale();
        let ahead = visit.date.filter(|date| *date >= self.session.today());
        match ahead {
            Some(date) => {
                let day = locale.date(date, DateStyle::Full);
                locale.format(msg::ITEM_MARK_ON, &[("day", day.into())])
            }
            None => locale.text(msg::ITEM_MARK),
        }
    }
}

/// Puts the answers to the item on the page for the visit, or leaves them out.
///
/// # Errors
/// Fails if the journal can't be written.
pub fn mark_support_item(session: &mut Session, on: bool) -> Result<Changed> {
    let visit = Visit {
        without_support_item: !on,
        ..prepare::next(session)?
    };
    let change = Change::Visit {
        id: prepare::NEXT.to_owned(),
        value: Some(visit),
    };
    session.commit(
        &Operation::ChangeVisit,
        &[change],
        &[Topic::Visit, Topic::Entries],
    )
}
