//! Sentences for what went wrong.
//!
//! Owns the wording of failures: what, where, how to mend it. Must not decide what is wrong.

use crate::bridge::{Code, Failure, FieldFault, Mishap};
use crate::speech::Tongue;
use crate::{Session, unread, word};
use care::words::Words;
use care::{Definition, Fault, FaultKind};
use fluent_bundle::FluentValue;
use journal::Trouble;

/// The failure a mishap is shown as.
pub fn failure(mishap: &Mishap, session: &Session) -> Failure {
    let tongue = session.tongue();
    let plain = |code, said| Failure {
        code,
        said,
        fields: Vec::new(),
    };
    match mishap {
        Mishap::Faults {
            tracker,
            number,
            faults,
        } => faulty(session, tracker, *number, faults),
        Mishap::NoEntry => plain(Code::NotFound, tongue.say(word::FAILURE_NO_ENTRY)),
        Mishap::NoTracker(key) => plain(
            Code::NotFound,
            tongue.say_with(word::FAILURE_NO_TRACKER, &[("key", key.as_str().into())]),
        ),
        Mishap::Refused(refused) => plain(Code::Unreadable, unread::definition(refused, tongue)),
        Mishap::NoSpan(found) => plain(
            Code::NotFound,
            tongue.say_with(word::FAILURE_SPAN, &[("found", found.as_str().into())]),
        ),
        Mishap::Journal(trouble) => trouble_said(trouble, tongue),
        Mishap::Csv { file, unreadable } => {
            plain(Code::Unreadable, unread::csv(file, unreadable, tongue))
        }
        Mishap::CsvFault {
            file,
            line,
            tracker,
            faults,
        } => {
            let why = if faults.is_empty() {
                tongue.say(word::IMPORT_CLASH)
            } else {
                faulty(session, tracker, 0, faults).said
            };
            plain(
                Code::Unreadable,
                unread::at_line(tongue, file, *line, 0, why),
            )
        }
        Mishap::Text { file, why } => plain(
            Code::Unreadable,
            tongue.say_with(
                word::FAILURE_TEXT,
                &[("file", file.as_str().into()), ("why", why.as_str().into())],
            ),
        ),
        Mishap::File { path, why } => plain(
            Code::Disk,
            tongue.say_with(
                word::FAILURE_FILE,
                &[("path", path.as_str().into()), ("why", why.as_str().into())],
            ),
        ),
        Mishap::NotAFolder(typed) => plain(
            Code::Faults,
            tongue.say_with(
                word::FAILURE_NOT_A_FOLDER,
                &[("path", typed.as_str().into())],
            ),
        ),
        Mishap::SamePlace => plain(Code::Faults, tongue.say(word::FAILURE_SAME_PLACE)),
        Mishap::NoKeyring => plain(Code::Disk, tongue.say(word::FAILURE_NO_KEYRING)),
        Mishap::Typo(typo) => typo_said(*typo, tongue),
        Mishap::Bug(id) => plain(
            Code::Bug,
            tongue.say_with(word::FAILURE_BUG, &[("id", id.as_str().into())]),
        ),
    }
}

/// What kept a session from beginning, in the best of the languages asked for.
pub fn not_begun(mishap: &Mishap, languages: &[String]) -> Failure {
    let tongue = Tongue::new(&crate::speech::choose(languages), 10.0);
    if let Mishap::Journal(trouble) = mishap {
        return trouble_said(trouble, &tongue);
    }
    if let Mishap::Typo(typo) = mishap {
        return typo_said(*typo, &tongue);
    }
    let (code, said) = if let Mishap::Text { file, why } = mishap {
        (
            Code::NotFound,
            tongue.say_with(
                word::FAILURE_TEXT,
                &[("file", file.as_str().into()), ("why", why.as_str().into())],
            ),
        )
    } else {
        (
            Code::Bug,
            tongue.say_with(word::FAILURE_BUG, &[("id", mishap.to_string().into())]),
        )
    };
    Failure {
        code,
        said,
        fields: Vec::new(),
    }
}

/// The journal is open here, where it has to be closed.
pub fn open_already(session: &Session) -> Failure {
    trouble_said(&Trouble::InUse, session.tongue())
}

/// What is said while the journal is closed: locked, or only put away.
pub fn closed(locked: bool, languages: &[String]) -> Failure {
    let tongue = Tongue::new(&crate::speech::choose(languages), 10.0);
    let failure = trouble_said(&Trouble::Locked, &tongue);
    Failure {
        code: if locked { Code::Locked } else { Code::Closed },
        ..failure
    }
}

/// What is said after a fault of Daymark closed the journal.
pub fn fell(languages: &[String]) -> Failure {
    Failure {
        code: Code::Fell,
        said: Tongue::new(&crate::speech::choose(languages), 10.0).say(word::FAILURE_FELL),
        fields: Vec::new(),
    }
}

/// What kept the journal from opening, said before there is a session.
pub fn trouble_said(trouble: &Trouble, tongue: &Tongue) -> Failure {
    let path = |key: &str, path: &std::path::Path| {
        (
            Code::NotOpen,
            tongue.say_with(key, &[("path", path.display().to_string().into())]),
        )
    };
    // What a copy could mend is told apart: the window offers to repair it.
    let mendable = |key: &str, at: &std::path::Path| (Code::Damaged, path(key, at).1);
    let (code, said) = match trouble {
        Trouble::Missing(at) => mendable(word::FAILURE_MISSING, at),
        Trouble::Empty(at) => mendable(word::FAILURE_EMPTY, at),
        Trouble::Exists(at) | Trouble::Foreign(at) => path(word::FAILURE_FOREIGN, at),
        Trouble::KeyMissing(at) | Trouble::KeyUnreadable(at) => path(word::FAILURE_KEY, at),
        Trouble::Locked => (Code::Locked, tongue.say(word::FAILURE_LOCKED)),
        Trouble::WrongPassphrase => (Code::Locked, tongue.say(word::FAILURE_WRONG_PASSPHRASE)),
        Trouble::WrongSheet => (Code::Locked, tongue.say(word::FAILURE_WRONG_SHEET)),
        Trouble::KeysDamaged => (Code::Damaged, tongue.say(word::FAILURE_KEYS_DAMAGED)),
        Trouble::Damaged => (Code::Damaged, tongue.say(word::FAILURE_DAMAGED)),
        Trouble::NothingToRepairFrom => {
            (Code::NotOpen, tongue.say(word::FAILURE_NOTHING_TO_REPAIR))
        }
        Trouble::NotAFile(at) => path(word::FAILURE_NOT_A_FILE, at),
        Trouble::Denied(at) => path(word::FAILURE_DENIED, at),
        Trouble::ReadOnly => (Code::Disk, tongue.say(word::FAILURE_READ_ONLY)),
        Trouble::Full => (Code::Disk, tongue.say(word::FAILURE_FULL)),
        Trouble::KeysNewer { .. } => (Code::NotOpen, tongue.say(word::FAILURE_NEWER)),
        Trouble::Unreadable(at) => mendable(word::FAILURE_UNREADABLE, at),
        Trouble::Newer { .. } => (Code::NotOpen, tongue.say(word::FAILURE_NEWER)),
        Trouble::InUse => (Code::NotOpen, tongue.say(word::FAILURE_IN_USE)),
        Trouble::Disk(why) => (Code::Disk, disk(tongue, why.to_string())),
        Trouble::Sql(why) => (Code::Disk, disk(tongue, why.to_string())),
        Trouble::Image(why) => (
            Code::Bug,
            tongue.say_with(word::FAILURE_BUG, &[("id", why.to_string().into())]),
        ),
        Trouble::NoTracker(key) => (
            Code::NotFound,
            tongue.say_with(word::FAILURE_NO_TRACKER, &[("key", key.as_str().into())]),
        ),
    };
    Failure {
        code,
        said,
        fields: Vec::new(),
    }
}

fn typo_said(typo: journal::Typo, tongue: &Tongue) -> Failure {
    let said = match typo {
        journal::Typo::Length(found) => tongue.say_with(
            word::FAILURE_CODE_LENGTH,
            &[("found", found.to_string().into())],
        ),
        journal::Typo::Group(nth) => {
            tongue.say_with(word::FAILURE_CODE_GROUP, &[("nth", nth.to_string().into())])
        }
    };
    Failure {
        code: Code::Locked,
        said,
        fields: Vec::new(),
    }
}

fn disk(tongue: &Tongue, why: String) -> String {
    tongue.say_with(word::FAILURE_DISK, &[("why", why.into())])
}

fn faulty(session: &Session, tracker: &str, number: usize, faults: &[Fault]) -> Failure {
    let tongue = session.tongue();
    let definition = session.shelf().find(tracker);
    let words = definition.map(|d| tongue.words_of(d)).unwrap_or_default();
    let fields: Vec<FieldFault> = faults
        .iter()
        .map(|fault| FieldFault {
            field: fault.field.clone().unwrap_or_default(),
            said: fault_said(fault, definition, &words, tongue),
        })
        .collect();
    let named = fields.iter().map(|f| match words.find(&f.field) {
        Some(name)
            if !f.field.is_empty() && words.find(&format!("{}.fault", f.field)).is_none() =>
        {
            tongue.say_with(
                word::FAULT_FIELD,
                &[("field", name.into()), ("why", f.said.as_str().into())],
            )
        }
        Some(_) | None => f.said.clone(),
    });
    let mut said = named.collect::<Vec<_>>().join(" ");
    if number > 0 {
        said = tongue.say_with(
            word::FAILURE_ENTRY,
            &[
                ("number", number.to_string().into()),
                ("tracker", tracker.into()),
                ("why", said.into()),
            ],
        );
    }
    Failure {
        code: Code::Faults,
        said,
        fields,
    }
}

fn fault_said(
    fault: &Fault,
    definition: Option<&Definition>,
    words: &Words,
    tongue: &Tongue,
) -> String {
    let field = fault.field.as_deref().unwrap_or_default();
    let number = |n: f64| FluentValue::from(tongue.number(n));
    match &fault.kind {
        FaultKind::UnknownField => {
            tongue.say_with(word::FAULT_UNKNOWN_FIELD, &[("field", field.into())])
        }
        FaultKind::NoNumber => tongue.say(word::FAULT_NO_NUMBER),
        FaultKind::WrongKind => tongue.say(word::FAULT_WRONG_KIND),
        FaultKind::OutOfRange { min, max } => tongue.say_with(
            word::FAULT_OUT_OF_RANGE,
            &[("min", number(*min)), ("max", number(*max))],
        ),
        FaultKind::OffStep { step } => {
            tongue.say_with(word::FAULT_OFF_STEP, &[("step", number(*step))])
        }
        FaultKind::NotAnOption => tongue.say(word::FAULT_NOT_AN_OPTION),
        FaultKind::NotAClock => tongue.say(word::FAULT_NOT_A_CLOCK),
        FaultKind::NotADay => tongue.say(word::FAULT_NOT_A_DAY),
        FaultKind::NotAZone => tongue.say(word::FAULT_NOT_A_ZONE),
        FaultKind::TooLong { max } => {
            tongue.say_with(word::FAULT_TOO_LONG, &[("max", max.to_string().into())])
        }
        FaultKind::Future => tongue.say(word::FAULT_FUTURE),
        FaultKind::NotYet => tongue.say(word::FAULT_NOT_YET),
        FaultKind::Nothing => tongue.say(word::FAULT_NOTHING),
        FaultKind::TooShort { min } => {
            tongue.say_with(word::FAULT_TOO_SHORT, &[("min", min.to_string().into())])
        }
        FaultKind::NoSheet => tongue.say(word::FAULT_NO_SHEET),
        FaultKind::NoLock => tongue.say(word::FAULT_NO_LOCK),
        FaultKind::BeforeBegin => tongue.say(word::FAULT_BEFORE_BEGIN),
        FaultKind::Overlaps => tongue.say(word::FAULT_OVERLAPS),
        FaultKind::Apart => {
            let key = format!("{field}.fault");
            definition
                .and_then(|_| words.find(&key))
                .unwrap_or(field)
                .to_owned()
        }
    }
}
