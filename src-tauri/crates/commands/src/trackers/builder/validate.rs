//! Checks of the builder's form, and of a changed definition against recorded answers.

use crate::error::TrackerProblem;
use crate::error::TrackerSubject;
use crate::error::{Error, Result};
use crate::session::Session;
use crate::trackers::builder::form::FieldForm;
use domain::{ChoiceOption, Definition, FieldKind};

/// Maximum number of fields, and of options in a field: more would not be answered on a bad day.
pub(super) const MAX_FIELDS: usize = 40;

/// Returns the first problem of a field. Runs before the parser, so that
/// messages use the names of the builder.
pub(crate) fn check_field(field: &FieldForm) -> Option<TrackerProblem> {
    if field.name.trim().is_empty() {
        return Some(TrackerProblem::FieldWithoutName);
    }
    let options = field.options.iter().filter(|o| !o.name.trim().is_empty());
    if field.kind == "choice" && !(1..=MAX_FIELDS).contains(&options.count()) {
        return Some(TrackerProblem::OptionCount);
    }
    let scored: Vec<_> = field.options.iter().map(|o| o.score).collect();
    let some = scored.iter().any(Option::is_some);
    if some && !scored.iter().all(|s| s.is_some_and(f64::is_finite)) {
        return Some(TrackerProblem::PartlyScored);
    }
    let ranged = ["scale", "quantity"].contains(&field.kind.as_str());
    if ranged && !(field.min < field.max && field.min.is_finite() && field.max.is_finite()) {
        return Some(TrackerProblem::Range);
    }
    let whole = field.min.fract() == 0.0 && field.max.fract() == 0.0;
    (field.kind == "scale" && !(whole && field.max - field.min <= 20.0))
        .then_some(TrackerProblem::Scale)
}

/// Checks that a changed definition fits the recorded answers. New fields and other labels are
/// allowed; an answered field must keep its meaning.
pub(crate) fn check_compatible(
    session: &Session,
    old: &Definition,
    new: &Definition,
) -> Result<()> {
    let labels = session.locale().labels_of(old);
    for key in session.journal().fields_with_answers(&old.key)? {
        let keeps_meaning = match (old.field(&key), new.field(&key)) {
            (Some(before), Some(after)) => same_meaning(&before.kind, &after.kind),
            (None, _) => true,
            (Some(_), None) => false,
        };
        if !keeps_meaning {
            return Err(Error::Tracker {
                subject: TrackerSubject::Named(labels.get(&key).unwrap_or(&key).to_owned()),
                problem: TrackerProblem::Answered,
            });
        }
    }
    Ok(())
}

/// Returns whether every recorded quantity stays valid: same unit, and a range that is not
/// narrowed. Several answers can become allowed but never disallowed, because all but one would be
/// lost.
fn accepts_as_much(before: &FieldKind, after: &FieldKind) -> bool {
    let of = |kind: &FieldKind| match kind {
        FieldKind::Quantity {
            unit,
            several,
            min,
            max,
            ..
        } => Some((unit.clone(), *several, *min, *max)),
        FieldKind::Choice { .. }
        | FieldKind::Scale { .. }
        | FieldKind::Clock
        | FieldKind::YesNo
        | FieldKind::Text { .. } => None,
    };
    of(before).zip(of(after)).is_some_and(|(old, new)| {
        old.0 == new.0 && old.1 <= new.1 && new.2 <= old.2 && new.3 >= old.3
    })
}

fn same_meaning(before: &FieldKind, after: &FieldKind) -> bool {
    match (before, after) {
        (FieldKind::Quantity { .. }, FieldKind::Quantity { .. }) => accepts_as_much(before, after),
        (
            FieldKind::Choice {
                options: a,
                several: before,
            },
            FieldKind::Choice {
                options: b,
                several: after,
            },
        ) => a.iter().all(|o: &ChoiceOption| b.contains(o)) && before <= after,
        (FieldKind::Scale { min: a, max: b }, FieldKind::Scale { min: c, max: d }) => {
            a.total_cmp(c).is_eq() && b.total_cmp(d).is_eq()
        }
        (FieldKind::Clock, FieldKind::Clock)
        | (FieldKind::YesNo, FieldKind::YesNo)
        | (FieldKind::Text { .. }, FieldKind::Text { .. }) => true,
        (
            FieldKind::Quantity { .. }
            | FieldKind::Choice { .. }
            | FieldKind::Scale { .. }
            | FieldKind::Clock
            | FieldKind::YesNo
            | FieldKind::Text { .. },
            _,
        ) => false,
    }
}
