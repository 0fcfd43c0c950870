//! Helplines and support groups that the person added.

use crate::changed::{Changed, Topic};
use crate::day::typed_date::read_date;
use crate::error::{Error, InputErrorKind, Result};
use crate::ids;
use crate::msg;
use crate::operation::Operation;
use crate::session::Session;
use domain::localizer::{DateStyle, Localizer};
use domain::support::{OwnLine, SupportGroup, is_phone_number};
use journal::Change;
use serde::{Deserialize, Serialize};

/// Maximum length of a name or number, in characters.
const MAX_NAME_LEN: usize = 80;

/// Maximum length of another text, in characters.
const MAX_TEXT_LEN: usize = 300;

/// A helpline that the person added, as shown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct OwnLineView {
    /// Its uid.
    pub uid: String,
    /// The record.
    pub line: OwnLine,
}

/// A support group, as shown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct GroupView {
    /// Its uid.
    pub uid: String,
    /// The record.
    pub group: SupportGroup,
    /// "Library on the corner · next on 3 Dec 2026".
    pub about: String,
}

/// A support group as typed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct GroupForm {
    /// Its name.
    pub name: String,
    /// Where it meets, or its address on the web.
    pub place: String,
    /// The next date; empty if none is known.
    pub next: String,
}

pub(super) fn lines(session: &Session) -> Result<Vec<OwnLineView>> {
    let lines = session.journal().own_lines()?.into_iter();
    Ok(lines.map(|(uid, line)| OwnLineView { uid, line }).collect())
}

pub(super) fn groups(session: &Session) -> Result<Vec<GroupView>> {
    let view = |(uid, group): (String, SupportGroup)| {
        let place = (!group.place.is_empty()).then(|| group.place.clone());
        let ahead = group.next.filter(|day| *day >= session.today());
        let next = ahead.map(|day| {
            let with = [("day", session.locale().date(day, DateStyle::Short).into())];
            session.locale().format(msg::GROUP_NEXT, &with)
        });
        GroupView {
            about: place
                .into_iter()
                .chain(next)
                .collect::<Vec<_>>()
                .join(" · "),
            uid,
            group,
        }
    };
    Ok(session
        .journal()
        .support_groups()?
        .into_iter()
        .map(view)
        .collect())
}

fn checked(field: &'static str, text: &str, max: usize) -> Result<String> {
    let text = text.trim().to_owned();
    if text.chars().count() > max {
        let kind = InputErrorKind::TooLong { max };
        return Err(Error::Input { field, kind });
    }
    Ok(text)
}

fn named(text: &str) -> Result<String> {
    let name = checked("name", text, MAX_NAME_LEN)?;
    if name.is_empty() {
        let (field, kind) = ("name", InputErrorKind::Missing);
        return Err(Error::Input { field, kind });
    }
    Ok(name)
}

/// Adds, changes or (if `line` is none) removes a helpline of one's own.
///
/// # Errors
/// `Input` if the name is missing, a text is too long or the number has letters.
pub fn save_own_line(
    session: &mut Session,
    uid: Option<String>,
    line: Option<OwnLine>,
) -> Result<Changed> {
    let operation = if line.is_some() {
        Operation::SaveLine
    } else {
        Operation::RemoveLine
    };
    let check = |line: OwnLine| {
        let number = checked("number", &line.number, MAX_NAME_LEN)?;
        if !is_phone_number(&number) {
            let (field, kind) = ("number", InputErrorKind::NotAPhoneNumber);
            return Err(Error::Input { field, kind });
        }
        Ok(OwnLine {
            name: named(&line.name)?,
            about: checked("about", &line.about, MAX_TEXT_LEN)?,
            number,
        })
    };
    let change = Change::OwnLine {
        id: uid.map_or_else(ids::uid, Ok)?,
        value: line.map(check).transpose()?,
    };
    session.commit(&operation, &[change], &[Topic::Support])
}

/// Adds, changes or (if `group` is none) removes a support group.
///
/// # Errors
/// `Input` if the name is missing, a text is too long or the date can't be read.
pub fn save_group(
    session: &mut Session,
    uid: Option<String>,
    group: Option<GroupForm>,
) -> Result<Changed> {
    let operation = if group.is_some() {
        Operation::SaveGroup
    } else {
        Operation::RemoveGroup
    };
    let value = group.map(|form| typed(session, &form)).transpose()?;
    let change = Change::SupportGroup {
        id: uid.map_or_else(ids::uid, Ok)?,
        value,
    };
    session.commit(&operation, &[change], &[Topic::Support])
}

fn typed(session: &Session, form: &GroupForm) -> Result<SupportGroup> {
    let next = match form.next.trim() {
        "" => None,
        text => read_date(session, text.to_owned())?.day.parse().ok(),
    };
    Ok(SupportGroup {
        name: named(&form.name)?,
        place: checked("place", &form.place, MAX_TEXT_LEN)?,
        next,
    })
}
