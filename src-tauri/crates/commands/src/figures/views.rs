//! Saved views of Trends.

use crate::changed::{Changed, Topic};
use crate::error::{Error, InputErrorKind, Result};
use crate::figures::trends::period_of;
use crate::operation::Operation;
use crate::session::Session;
use domain::preferences::{Preference, TrendView};
use journal::{Change, PreferenceValue};

/// Saves a view under its name, in place of one of the same name.
///
/// # Errors
/// `Input` if it has no name, too long a one, or there are too many; `NotFound` for an unknown span.
pub fn save_view(session: &mut Session, view: TrendView) -> Result<Changed> {
    let refuse = |kind| {
        Err(Error::Input {
            field: "name",
            kind,
        })
    };
    let name = view.name.trim().to_owned();
    if name.is_empty() {
        return refuse(InputErrorKind::Missing);
    }
    if name.chars().count() > TrendView::MAX_NAME_LEN {
        return refuse(InputErrorKind::TooLong {
            max: TrendView::MAX_NAME_LEN,
        });
    }
    period_of(session, &view.span)?;
    let mut views = session.preferences().trend_views.clone();
    views.retain(|known| known.name != name);
    if views.len() >= TrendView::MAX {
        return refuse(InputErrorKind::TooManyLines {
            max: TrendView::MAX,
        });
    }
    views.push(TrendView { name, ..view });
    store(session, views)
}

/// Removes a view by its name.
///
/// # Errors
/// Fails if the journal can't be written.
pub fn remove_view(session: &mut Session, name: String) -> Result<Changed> {
    let mut views = session.preferences().trend_views.clone();
    views.retain(|known| known.name != name);
    store(session, views)
}

fn store(session: &mut Session, views: Vec<TrendView>) -> Result<Changed> {
    let (key, value) = Preference::TrendViews(views).stored();
    let change = Change::Preference {
        id: key.to_owned(),
        value: Some(PreferenceValue(value)),
    };
    session.commit(&Operation::SetPreference, &[change], &[Topic::Preferences])
}
