//! Totals of seven days.

use crate::error::Result;
use crate::session::Session;
use crate::trackers;
use chrono::NaiveDate;
use domain::definition::fill_template;
use domain::localizer::Localizer;
use domain::time::Period;
use std::collections::BTreeMap;

/// Returns the totals of the seven days up to `day`, for trackers that define one. Totals of zero
/// are left out.
pub(crate) fn weekly_totals(session: &Session, day: NaiveDate) -> Result<BTreeMap<String, String>> {
    let mut totals = BTreeMap::new();
    let week = Period::ending(day, 7);
    for definition in trackers::active(session)? {
        let Some(of) = &definition.weekly_total else {
            continue;
        };
        let numbers = session.journal().measurements(&definition.key, of, week)?;
        if numbers.is_empty() {
            continue;
        }
        let total: f64 = numbers.iter().map(|n| n.number).sum();
        let entries = session.journal().entries_of(&definition.key, week)?.len();
        // A total of light movement alone is zero and is not compared with a guideline.
        if total <= 0.0 {
            continue;
        }
        let locale = session.locale();
        let labels = locale.labels_of(definition);
        let unit = definition.unit(of).unwrap_or(domain::Unit::Points);
        // Entries without enough detail are not counted, so the total is a minimum.
        let key_shown = if numbers.len() < entries {
            "least"
        } else {
            "total"
        };
        let number = |key: &str| (key == key_shown).then(|| locale.amount(total, &unit, &labels));
        let text = fill_template(labels.get_or_key("week"), number).join(" ");
        totals.insert(definition.key.clone(), text);
    }
    Ok(totals)
}
