//! People to turn to.

use crate::changed::{Changed, Topic};
use crate::error::{Error, InputErrorKind, Result};
use crate::operation::Operation;
use crate::session::Session;
use crate::{ids, msg};
use domain::support::{Person, is_phone_number};
use journal::Change;
use serde::{Deserialize, Serialize};

/// Maximum lengths, in characters.
const MAX_NAME_LEN: usize = 80;
const MAX_PHONE_LEN: usize = 40;
const MAX_NOTE_LEN: usize = 300;
const MAX_MESSAGE_LEN: usize = 1_000;

/// Somebody to turn to, as shown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PersonView {
    /// Their uid.
    pub uid: String,
    /// Who they are.
    pub person: Person,
    /// What they are good for, and whether they may be called at night.
    pub about: String,
}

pub(super) fn views(session: &Session) -> Result<Vec<PersonView>> {
    let people = session.journal().people()?.into_iter();
    let view = |(uid, person): (String, Person)| {
        let night = person
            .at_night
            .then(|| session.locale().text(msg::PERSON_AT_NIGHT));
        let note = (!person.note.is_empty()).then(|| person.note.clone());
        let about: Vec<String> = note.into_iter().chain(night).collect();
        PersonView {
            uid,
            about: about.join(" · "),
            person,
        }
    };
    Ok(people.map(view).collect())
}

/// Creates, changes or (if `person` is none) removes somebody to turn to.
///
/// # Errors
/// `Input` if the name is missing, a text is too long or the phone number has letters.
pub fn save_person(
    session: &mut Session,
    uid: Option<String>,
    person: Option<Person>,
) -> Result<Changed> {
    let person = person.map(trimmed);
    if let Some(person) = &person {
        check(person)?;
    }
    let operation = if person.is_some() {
        Operation::SavePerson
    } else {
        Operation::RemovePerson
    };
    let uid = match uid {
        Some(uid) => uid,
        None => ids::uid()?,
    };
    let change = Change::Person {
        id: uid.clone(),
        value: person,
    };
    let changed = session.commit(&operation, &[change], &[Topic::Support])?;
    Ok(Changed {
        uid: Some(uid),
        ..changed
    })
}

fn trimmed(person: Person) -> Person {
    let trim = |text: &str| text.trim().to_owned();
    Person {
        name: trim(&person.name),
        phone: trim(&person.phone),
        note: trim(&person.note),
        message: trim(&person.message),
        ..person
    }
}

fn check(person: &Person) -> Result<()> {
    let refuse = |field, kind| Err(Error::Input { field, kind });
    if person.name.is_empty() {
        return refuse("name", InputErrorKind::Missing);
    }
    if !person.phone.is_empty() && !is_phone_number(&person.phone) {
        return refuse("phone", InputErrorKind::NotAPhoneNumber);
    }
    for (field, text, max) in [
        ("name", &person.name, MAX_NAME_LEN),
        ("phone", &person.phone, MAX_PHONE_LEN),
        ("note", &person.note, MAX_NOTE_LEN),
        ("message", &person.message, MAX_MESSAGE_LEN),
    ] {
        if text.chars().count() > max {
            return refuse(field, InputErrorKind::TooLong { max });
        }
    }
    Ok(())
}
