//! The country in whose standard drinks amounts are typed.
//!
//! Amounts are kept in grams. The first one settles the country, so that the same drinks are the same
//! amount whatever language the next program runs in.

use crate::error::{Error, Result};
use crate::session::Session;
use domain::preferences::Preference;
use domain::{Draft, FieldKind, Unit};
use journal::{Change, PreferenceValue};

/// Returns the change that settles the country, if a draft has an amount in drinks and the journal
/// has no country yet.
///
/// # Errors
/// Returns `NoCountry` if the languages of the computer name none either.
pub(super) fn settle<'a>(
    session: &Session,
    drafts: impl IntoIterator<Item = &'a Draft>,
) -> Result<Option<Change>> {
    if session.preferences().country.is_some() {
        return Ok(None);
    }
    let mut drafts = drafts.into_iter();
    if !drafts.any(|draft| has_drinks(session, draft)) {
        return Ok(None);
    }
    if session.country().is_empty() {
        return Err(Error::NoCountry);
    }
    let (key, value) = Preference::Country(session.country().to_owned()).stored();
    Ok(Some(Change::Preference {
        id: key.to_owned(),
        value: Some(PreferenceValue(value)),
    }))
}

fn has_drinks(session: &Session, draft: &Draft) -> bool {
    let definition = session.definitions().get(&draft.tracker);
    let fields = definition.into_iter().flat_map(|d| &d.fields);
    let in_drinks = |kind: &FieldKind| matches!(kind, FieldKind::Quantity { unit, .. } if *unit == Unit::StandardDrink);
    fields
        .filter(|field| in_drinks(&field.kind))
        .any(|field| draft.values.contains_key(&field.key))
}
