//! Localized error messages: what went wrong, where, and how to fix it.

use crate::bridge::{Code, Failure, FieldFault, Mishap};
use crate::speech::Tongue;
use crate::{Session, unread, word};
use care::words::Words;
use care::{Definition, Fault, FaultKind};
use fluent_bundle::FluentValue;
use journal::Trouble;

/// Returns the localized failure for an error.
pub fn failure(mishap: &Mishap, session: &Session) -> Failure {
    let tongue = session.tongue();
    if let Mishap::Faults {
        tracker,
        number,
        faults,
    } = mishap
    {
        return faulty(session, tracker, *number, faults);
    }
    if let Mishap::CsvFault {
        file,
        line,
        tracker,
        faults,
    } = mishap
    {
        let why = if faults.is_empty() {
            tongue.say(word::IMPORT_CLASH)
        } else {
            faulty(session, tracker, 0, faults).said
        };
        let said = unread::at_line(tongue, file, *line, 0, why);
        return whole(Code::Unreadable, said);
    }
    told(mishap, tongue)
}

/// Localizes an error that needs no session.
fn told(mishap: &Mishap, tongue: &Tongue) -> Failure {
    let one = |key, name, what: &str| tongue.say_with(key, &[(name, what.into())]);
    let (code, said) = match mishap {
        Mishap::NoEntry => (Code::NotFound, tongue.say(word::FAILURE_NO_ENTRY)),
        Mishap::NoTracker(key) => (Code::NotFound, no_tracker(tongue, key)),
        Mishap::Refused(refused) => (Code::Unreadable, unread::definition(refused, tongue)),
        Mishap::NoSpan(found) => (Code::NotFound, one(word::FAILURE_SPAN, "found", found)),
        Mishap::Csv { file, unreadable } => {
            (Code::Unreadable, unread::csv(file, unreadable, tongue))
        }
        Mishap::Text { file, why } => (Code::Unreadable, of_file(tongue, file, why)),
        Mishap::File { path, why } => (Code::Disk, of_path(tongue, path, why)),
        Mishap::NotAFolder(typed) => {
            let said = one(word::FAILURE_NOT_A_FOLDER, "path", typed);
            (Code::Faults, said)
        }
        Mishap::SamePlace => (Code::Faults, tongue.say(word::FAILURE_SAME_PLACE)),
        Mishap::NoKeyring => (Code::Disk, tongue.say(word::FAILURE_NO_KEYRING)),
        Mishap::Bug(id) => (Code::Bug, bug(tongue, id)),
        Mishap::Journal(trouble) => return trouble_said(trouble, tongue),
        Mishap::Typo(typo) => return typo_said(*typo, tongue),
        Mishap::Faults { .. } | Mishap::CsvFault { .. } => {
            (Code::Bug, bug(tongue, &mishap.to_string()))
        }
    };
    whole(code, said)
}

/// Localizes an error that prevented a session from starting, in the best of the requested
/// languages.
pub fn not_begun(mishap: &Mishap, languages: &[String]) -> Failure {
    let tongue = Tongue::new(&crate::speech::choose(languages), 10.0);
    if let Mishap::Text { file, why } = mishap {
        return whole(Code::NotFound, of_file(&tongue, file, why));
    }
    told(mishap, &tongue)
}

/// Returns the failure for an operation that needs the journal closed while it is open here.
pub fn open_already(session: &Session) -> Failure {
    trouble_said(&Trouble::InUse, session.tongue())
}

/// Returns the failure for a closed journal, `locked` or not.
pub fn closed(locked: bool, languages: &[String]) -> Failure {
    let tongue = Tongue::new(&crate::speech::choose(languages), 10.0);
    let failure = trouble_said(&Trouble::Locked, &tongue);
    Failure {
        code: if locked { Code::Locked } else { Code::Closed },
        ..failure
    }
}

/// Returns the failure shown after a crash closed the journal.
pub fn fell(languages: &[String]) -> Failure {
    Failure {
        code: Code::Fell,
        said: Tongue::new(&crate::speech::choose(languages), 10.0).say(word::FAILURE_FELL),
        fields: Vec::new(),
    }
}

/// Localizes an error of the journal. Needs no session.
pub fn trouble_said(trouble: &Trouble, tongue: &Tongue) -> Failure {
    let path = |key: &str, path: &std::path::Path| {
        (
            Code::NotOpen,
            tongue.say_with(key, &[("path", path.display().to_string().into())]),
        )
    };
    // `Damaged` makes the window offer a repair, because a backup could help.
    let mendable = |key: &str, at: &std::path::Path| (Code::Damaged, path(key, at).1);
    let plain = |code, key: &str| (code, tongue.say(key));
    let (code, said) = match trouble {
        Trouble::Missing(at) => mendable(word::FAILURE_MISSING, at),
        Trouble::Empty(at) => mendable(word::FAILURE_EMPTY, at),
        Trouble::Exists(at) | Trouble::Foreign(at) => path(word::FAILURE_FOREIGN, at),
        Trouble::KeyMissing(at) | Trouble::KeyUnreadable(at) => path(word::FAILURE_KEY, at),
        Trouble::Locked => plain(Code::Locked, word::FAILURE_LOCKED),
        Trouble::WrongPassphrase => plain(Code::Locked, word::FAILURE_WRONG_PASSPHRASE),
        Trouble::WrongSheet => plain(Code::Locked, word::FAILURE_WRONG_SHEET),
        Trouble::KeysDamaged => plain(Code::Damaged, word::FAILURE_KEYS_DAMAGED),
        Trouble::Damaged => plain(Code::Damaged, word::FAILURE_DAMAGED),
        Trouble::NothingToRepairFrom => plain(Code::NotOpen, word::FAILURE_NOTHING_TO_REPAIR),
        Trouble::NotAFile(at) => path(word::FAILURE_NOT_A_FILE, at),
        Trouble::Denied(at) => path(word::FAILURE_DENIED, at),
        Trouble::ReadOnly => plain(Code::Disk, word::FAILURE_READ_ONLY),
        Trouble::Full => plain(Code::Disk, word::FAILURE_FULL),
        Trouble::Newer { .. } | Trouble::KeysNewer { .. } => {
            plain(Code::NotOpen, word::FAILURE_NEWER)
        }
        Trouble::Unreadable(at) => mendable(word::FAILURE_UNREADABLE, at),
        Trouble::InUse => plain(Code::NotOpen, word::FAILURE_IN_USE),
        Trouble::Disk(why) => (Code::Disk, disk(tongue, why.to_string())),
        Trouble::Sql(why) => (Code::Disk, disk(tongue, why.to_string())),
        Trouble::Image(why) => (Code::Bug, bug(tongue, &why.to_string())),
        Trouble::NoTracker(key) => (Code::NotFound, no_tracker(tongue, key)),
    };
    whole(code, said)
}

/// Returns a failure that concerns no field.
fn whole(code: Code, said: String) -> Failure {
    Failure {
        code,
        said,
        fields: Vec::new(),
    }
}

fn bug(tongue: &Tongue, id: &str) -> String {
    tongue.say_with(word::FAILURE_BUG, &[("id", id.into())])
}

fn no_tracker(tongue: &Tongue, key: &str) -> String {
    tongue.say_with(word::FAILURE_NO_TRACKER, &[("key", key.into())])
}

/// Formats an error about a file: "walks.toml: this is not text."
fn of_file(tongue: &Tongue, file: &str, why: &str) -> String {
    let with = [("file", file.into()), ("why", why.into())];
    tongue.say_with(word::FAILURE_TEXT, &with)
}

/// Formats an error about a path: "/media/stick can't be written to: no space left."
fn of_path(tongue: &Tongue, path: &str, why: &str) -> String {
    let with = [("path", path.into()), ("why", why.into())];
    tongue.say_with(word::FAILURE_FILE, &with)
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
    let length = |name: &'static str, n: usize| [(name, FluentValue::from(n.to_string()))];
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
        FaultKind::TooLong { max } => tongue.say_with(word::FAULT_TOO_LONG, &length("max", *max)),
        FaultKind::Future => tongue.say(word::FAULT_FUTURE),
        FaultKind::NotYet => tongue.say(word::FAULT_NOT_YET),
        FaultKind::DayBefore => tongue.say(word::FAULT_DAY_BEFORE),
        FaultKind::Nothing => tongue.say(word::FAULT_NOTHING),
        FaultKind::TooShort { min } => tongue.say_with(word::FAULT_TOO_SHORT, &length("min", *min)),
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
